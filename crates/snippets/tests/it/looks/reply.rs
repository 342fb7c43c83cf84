// cargo add reqwest@0.13 --features blocking,form,query
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let page_access_token = std::env::var("PAGE_ACCESS_TOKEN")?;
    let response = reqwest::blocking::Client::new()
        .post("https://graph.facebook.com/v26.0/322980254230386/messages")
        .form(&[
            ("recipient", r#"{"id":"7569927623102963"}"#),
            ("messaging_type", "RESPONSE"),
            ("message", r#"{"text":"It's “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}"#),
            ("access_token", page_access_token.as_str()),
        ])
        .send()?;
    println!("{}", response.text()?);
    Ok(())
}
