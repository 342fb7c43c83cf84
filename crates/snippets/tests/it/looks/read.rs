// cargo add reqwest@0.13 --features blocking,form,query
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let page_access_token = std::env::var("PAGE_ACCESS_TOKEN")?;
    let response = reqwest::blocking::Client::new()
        .get("https://graph.facebook.com/v26.0/me")
        .query(&[
            ("fields", "id,name"),
            ("access_token", page_access_token.as_str()),
        ])
        .send()
        .map_err(reqwest::Error::without_url)?;
    println!("{}", response.text()?);
    Ok(())
}
