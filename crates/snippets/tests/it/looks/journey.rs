// Finds the Page, its newest conversation and the person in it, and replies.
// cargo add reqwest@0.13 --features blocking,form,json,query
// cargo add serde_json
use reqwest::{Method, Url, blocking::Client};
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

// Asks Graph. An error of Graph's is one of ours.
fn graph(method: Method, path: &[&str], token: &str, params: &[(&str, &str)]) -> Outcome<Value> {
    let mut url = Url::parse("https://graph.facebook.com/v26.0")?;
    url.path_segments_mut().map_err(|()| "no base")?.extend(path);
    let what = format!("{method} /{}", path.join("/"));
    let params = [params, &[("access_token", token)]].concat();
    let request = Client::new().request(method.clone(), url);
    let request = match method {
        Method::GET => request.query(&params),
        _ => request.form(&params),
    };
    let response = request.send().map_err(reqwest::Error::without_url)?;
    let status = response.status();
    let answer: Value = response
        .json()
        .map_err(|_| format!("{what}: HTTP {status}, and no JSON"))?;
    match answer.get("error") {
        Some(error) => Err(format!("{what}: ({}) {}", error["code"], error["message"]).into()),
        None => Ok(answer),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn main() {
    if let Err(why) = reply() {
        eprintln!("{why}");
        std::process::exit(1);
    }
}

fn reply() -> Outcome<()> {
    let token = std::env::var("USER_ACCESS_TOKEN").map_err(|_| "USER_ACCESS_TOKEN is not set.")?;

    let pages = graph(Method::GET, &["me", "accounts"], &token, &[
        ("fields", "id,name,category,tasks,access_token"),
        ("limit", "100"),
    ])?;
    let page = list(&pages["data"])
        .iter()
        .find(|page| page["access_token"].is_string() && list(&page["tasks"]).contains(&json!("MESSAGING")))
        .ok_or("This token has no Page on which messages may be sent.")?;
    let token = text(&page["access_token"]);
    let page_id = text(&page["id"]);

    let conversations = graph(Method::GET, &[page_id, "conversations"], &token, &[
        ("platform", "messenger"),
        ("fields", "participants,updated_time"),
    ])?;
    let conversation = list(&conversations["data"])
        .first()
        .ok_or("Nobody has written to the Page yet.")?;
    let person = list(&conversation["participants"]["data"])
        .iter()
        .find(|person| person["id"] != page["id"])
        .ok_or("Graph names nobody in the newest conversation.")?;

    let answer = graph(Method::GET, &[text(&conversation["id"])], &token, &[
        ("fields", "messages{message,from,created_time}"),
    ])?;
    println!("Newest message: {}", text(&answer["messages"]["data"][0]["message"]));
    println!("Replying to {}, PSID {}", text(&person["name"]), text(&person["id"]));

    let recipient = json!({ "id": person["id"] }).to_string();
    let sent = graph(Method::POST, &[page_id, "messages"], &token, &[
        ("recipient", &recipient),
        ("messaging_type", "RESPONSE"),
        ("message", r#"{"text":"It's “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}"#),
    ])?;
    println!("Sent: {}", text(&sent["message_id"]));
    Ok(())
}
