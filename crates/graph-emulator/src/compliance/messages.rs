//! The messages of a conversation.

use graph_api::ErrorKind;
use graph_api::endpoints::GetConversation;
use serde_json::Value;

use super::bench::{Bench, Failure, Outcome, encoded, ensure, keys, rows, same, text};
use super::checks;

checks! {
    messages_come_newest_first,
    a_conversation_needs_a_page_token,
    an_unknown_conversation_is_not_visible,
    usual_fields_of_a_message_are_graphs,
    messages_are_an_edge_too,
    only_twenty_messages_can_be_read,
    a_message_is_read_by_its_id,
    an_attachment_has_no_text,
    nested_limits_hold,
}

fn messages_come_newest_first(bench: &mut Bench<'_>) -> Outcome {
    bench.tell(&[("message", r#"{"text":"Yes, we are."}"#)])?;
    let conversation = bench.conversation()?;
    let listing = bench.call(&GetConversation { conversation }, &bench.page())?;
    same(listing.misfits.len(), 0)?;
    let newest = listing.rows.first();
    ensure(
        newest.is_some_and(|row| row.is_from(&bench.keys.page_id)),
        "not the Page's",
    )?;
    same(
        newest.and_then(|row| row.message.as_deref()),
        Some("Yes, we are."),
    )?;
    let times: Vec<_> = listing.rows.iter().map(|row| row.created_time).collect();
    ensure(times.is_sorted_by(|one, other| one >= other), "not sorted")?;
    let oldest = listing.rows.last();
    ensure(
        oldest.is_some_and(|row| row.is_from(&bench.keys.psid)),
        "not the customer's",
    )
}

fn a_conversation_needs_a_page_token(bench: &mut Bench<'_>) -> Outcome {
    let conversation = bench.conversation()?;
    let endpoint = GetConversation { conversation };
    bench
        .refusal(&endpoint, &bench.user(), ErrorKind::TokenInvalid)
        .map(|_| ())
}

fn an_unknown_conversation_is_not_visible(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    for path in [
        "/v26.0/t_42",
        "/v26.0/t_42/messages",
        "/v26.0/m_42",
        "/v26.0/424242",
    ] {
        let error = bench.error(path, &token)?;
        error.is(400, 100, 33)?;
        error.says("Unsupported get request. Object with ID '")?;
    }
    Ok(())
}

/// A list of messages of the practice conversation.
fn list(bench: &mut Bench<'_>, query: &str) -> Result<Value, Failure> {
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{}{query}", bench.conversation()?);
    bench.read(&path, &token)
}

fn usual_fields_of_a_message_are_graphs(bench: &mut Bench<'_>) -> Outcome {
    let answer = list(bench, "?fields=messages")?;
    same(keys(&answer), vec!["messages", "id"])?;
    let messages = answer.get("messages").map(rows).unwrap_or_default();
    same(messages.first().map(keys), Some(vec!["id", "created_time"]))?;
    same(keys(&list(bench, "")?), vec!["id", "updated_time"])
}

fn messages_are_an_edge_too(bench: &mut Bench<'_>) -> Outcome {
    let nested = list(bench, "?fields=messages%7Bmessage%7D")?;
    let edge = list(bench, "/messages?fields=message")?;
    same(edge.get("data"), nested.pointer("/messages/data"))
}

/// The conversation with the most messages.
fn longest(bench: &mut Bench<'_>) -> Result<String, Failure> {
    let token = bench.keys.page_token.clone();
    let all = bench.read("/v26.0/me/conversations?fields=id,message_count", &token)?;
    let count = |row: &&Value| row.get("message_count").and_then(Value::as_u64);
    let found = rows(&all)
        .iter()
        .max_by_key(count)
        .map(|row| text(row, "id").to_owned());
    found.ok_or_else(|| Failure::new("no conversation"))
}

fn only_twenty_messages_can_be_read(bench: &mut Bench<'_>) -> Outcome {
    let id = longest(bench)?;
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{id}/messages?fields=id,message&limit=100");
    let answer = bench.read(&path, &token)?;
    let messages = rows(&answer).to_vec();
    ensure(messages.len() > 20, "too few messages to tell")?;
    let readable = messages.iter().filter(|row| row.get("message").is_some());
    same(readable.count(), 20)?;
    let at = |index: usize| {
        messages
            .get(index)
            .map(|row| encoded(text(row, "id")))
            .unwrap_or_default()
    };
    bench.read(&format!("/v26.0/{}?fields=message", at(19)), &token)?;
    bench
        .error(&format!("/v26.0/{}?fields=message", at(20)), &token)?
        .is(400, 9_000_001, 0)
}

fn a_message_is_read_by_its_id(bench: &mut Bench<'_>) -> Outcome {
    let answer = list(bench, "/messages")?;
    let id = rows(&answer)
        .first()
        .map(|row| text(row, "id").to_owned())
        .unwrap_or_default();
    same((id.len(), id.starts_with("m_")), (88, true))?;
    let token = bench.keys.page_token.clone();
    let path = format!(
        "/v26.0/{}?fields=id,created_time,from,to,message,tags,attachments",
        encoded(&id)
    );
    let message = bench.read(&path, &token)?;
    same(
        keys(&message),
        vec!["id", "created_time", "from", "to", "message", "tags"],
    )?;
    same(text(&message, "/from/id"), bench.keys.psid.as_str())?;
    same(text(&message, "/to/data/0/id"), bench.keys.page_id.as_str())
}

fn an_attachment_has_no_text(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let path = "/v26.0/me/conversations?fields=messages%7Bmessage,attachments%7D";
    let answer = bench.read(path, &token)?;
    let conversations = rows(&answer).iter().filter_map(|row| row.get("messages"));
    let mut messages = conversations.flat_map(rows);
    let with = messages
        .find(|row| row.get("attachments").is_some())
        .cloned()
        .unwrap_or_default();
    same(with.get("message").and_then(Value::as_str), Some(""))?;
    let file = with
        .pointer("/attachments/data/0")
        .cloned()
        .unwrap_or_default();
    same(
        keys(&file),
        vec!["id", "mime_type", "name", "size", "image_data"],
    )
}

fn nested_limits_hold(bench: &mut Bench<'_>) -> Outcome {
    let id = longest(bench)?;
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{id}?fields=messages.limit(3)%7Bid%7D");
    let answer = bench.read(&path, &token)?;
    let messages = answer.get("messages").cloned().unwrap_or_default();
    same(rows(&messages).len(), 3)?;
    let next = text(&messages, "/paging/next");
    ensure(
        next.contains(&format!("/v26.0/{id}/messages?")),
        "another list in next",
    )?;
    ensure(next.contains("&fields=id&"), "other fields in next")?;
    let after = text(&messages, "/paging/cursors/after");
    let path = format!("/v26.0/{id}?fields=messages.limit(3).after({after})%7Bid%7D");
    let more = bench.read(&path, &token)?;
    let more = more.get("messages").map(rows).unwrap_or_default();
    ensure(
        more.first() != rows(&messages).last() && more.len() == 3,
        "not the next part",
    )
}
