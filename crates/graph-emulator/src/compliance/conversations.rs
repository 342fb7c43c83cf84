//! `conversations`, and one conversation.

use std::collections::BTreeSet;

use graph_api::endpoints::ListConversations;
use graph_api::{ErrorKind, PageAccessToken};
use serde_json::Value;

use super::bench::{Bench, Failure, Outcome, ensure, keys, rows, same, text};
use super::{Setup, checks};

checks! {
    conversations_name_the_customer_first,
    the_newest_conversation_comes_first,
    a_person_without_a_name_is_a_facebook_user,
    a_conversation_is_found_by_its_person,
    an_unknown_person_has_no_conversation,
    usual_fields_of_a_conversation_are_graphs,
    keys_come_in_the_order_asked,
    conversations_are_listed_in_parts,
    me_conversations_is_the_pages,
    a_page_token_is_required,
    a_person_has_no_conversations,
    an_app_has_no_conversations,
    another_pages_token_sees_nothing,
    missing_permissions_are_named,
    without_any_page_permission_nobody_acts_for_a_page,
    without_the_task_nothing_is_read,
    instagram_has_no_conversations,
    unknown_fields_are_refused,
    broken_fields_are_refused,
}

fn list(bench: &Bench<'_>) -> Result<ListConversations, Failure> {
    Ok(ListConversations {
        page: bench.page_id()?,
        with: None,
        after: None,
    })
}

fn raw(bench: &mut Bench<'_>, query: &str) -> Result<Value, Failure> {
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{}/conversations{query}", bench.keys.page_id);
    bench.read(&path, &token)
}

fn conversations_name_the_customer_first(bench: &mut Bench<'_>) -> Outcome {
    let listing = bench.call(&list(bench)?, &bench.page())?;
    same(listing.misfits.len(), 0)?;
    ensure(listing.rows.len() >= 5, "too few conversations")?;
    let page = bench.page_id()?;
    for row in &listing.rows {
        same(row.participants.len(), 2)?;
        let first = row.participants.first();
        ensure(
            first.is_some_and(|it| it.id.as_str() != page.as_str()),
            "the Page comes first",
        )?;
    }
    Ok(())
}

fn the_newest_conversation_comes_first(bench: &mut Bench<'_>) -> Outcome {
    let listing = bench.call(&list(bench)?, &bench.page())?;
    let times: Vec<_> = listing.rows.iter().map(|row| row.updated_time).collect();
    ensure(times.is_sorted_by(|one, other| one >= other), "not sorted")?;
    same(
        listing.rows.first().map(|row| row.id.clone()),
        Some(bench.conversation()?),
    )
}

fn a_person_without_a_name_is_a_facebook_user(bench: &mut Bench<'_>) -> Outcome {
    let listing = bench.call(&list(bench)?, &bench.page())?;
    let mut people = listing.rows.iter().flat_map(|row| &row.participants);
    ensure(
        people.any(|it| it.name.as_deref() == Some("Facebook user")),
        "everybody has a name",
    )
}

fn a_conversation_is_found_by_its_person(bench: &mut Bench<'_>) -> Outcome {
    let with = Some(bench.psid()?);
    let listing = bench.call(
        &ListConversations {
            with,
            ..list(bench)?
        },
        &bench.page(),
    )?;
    let ids: Vec<_> = listing.rows.into_iter().map(|row| row.id).collect();
    same(ids, vec![bench.conversation()?])
}

fn an_unknown_person_has_no_conversation(bench: &mut Bench<'_>) -> Outcome {
    let answer = raw(bench, "?platform=messenger&user_id=4242424242424242")?;
    same(answer, serde_json::json!({"data": []}))
}

fn usual_fields_of_a_conversation_are_graphs(bench: &mut Bench<'_>) -> Outcome {
    let answer = raw(bench, "")?;
    same(
        rows(&answer).first().map(keys),
        Some(vec!["id", "updated_time"]),
    )
}

fn keys_come_in_the_order_asked(bench: &mut Bench<'_>) -> Outcome {
    let query = "?fields=participants,messages.limit(2)%7Bid,message,created_time%7D&limit=3";
    let answer = raw(bench, query)?;
    same(rows(&answer).len(), 3)?;
    for row in rows(&answer) {
        same(keys(row), vec!["participants", "messages", "id"])?;
        let people = row.get("participants").map(rows).unwrap_or_default();
        same(people.first().map(keys), Some(vec!["name", "email", "id"]))?;
        let messages = row.get("messages").cloned().unwrap_or_default();
        ensure(rows(&messages).len() <= 2, "more messages than the limit")?;
        same(
            rows(&messages).first().map(keys),
            Some(vec!["id", "message", "created_time"]),
        )?;
        ensure(
            !text(&messages, "/paging/cursors/after").is_empty(),
            "no cursor",
        )?;
    }
    Ok(())
}

fn conversations_are_listed_in_parts(bench: &mut Bench<'_>) -> Outcome {
    let all = rows(&raw(bench, "")?).len();
    let mut found = BTreeSet::new();
    let mut query = "?limit=2".to_owned();
    loop {
        let part = raw(bench, &query)?;
        found.extend(rows(&part).iter().map(|row| text(row, "id").to_owned()));
        if text(&part, "/paging/next").is_empty() {
            break;
        }
        // A message in between must not show a conversation twice, or hide one.
        bench.setup(Setup::CustomerWrites("Still there?".to_owned()))?;
        query = format!("?limit=2&after={}", text(&part, "/paging/cursors/after"));
    }
    same(found.len(), all)
}

fn me_conversations_is_the_pages(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let by_id = raw(bench, "?limit=2&fields=id")?;
    let by_me = bench.read("/v26.0/me/conversations?limit=2&fields=id", &token)?;
    same(by_me, by_id)
}

fn a_page_token_is_required(bench: &mut Bench<'_>) -> Outcome {
    let error = bench.refusal(&list(bench)?, &bench.user(), ErrorKind::TokenInvalid)?;
    let text = "(#190) This method must be called with a Page Access Token";
    same(error.message.as_str(), text)
}

fn a_person_has_no_conversations(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let error = bench.error("/v26.0/me/conversations", &token)?;
    error.is(400, 100, 0)?;
    error.says("nonexisting field (conversations) on node type (User)")
}

fn an_app_has_no_conversations(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.app_token.clone();
    let app = token.split('|').next().unwrap_or_default();
    let error = bench.error(&format!("/v26.0/{app}/conversations"), &token)?;
    error.says("nonexisting field (conversations) on node type (Application)")
}

fn another_pages_token_sees_nothing(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let pages = bench.read("/v26.0/me/accounts?fields=id,access_token", &token)?;
    let other = rows(&pages)
        .get(1)
        .map(|row| text(row, "access_token").to_owned());
    let other = PageAccessToken::new(other.unwrap_or_default()).into();
    let error = bench.refusal(&list(bench)?, &other, ErrorKind::ObjectNotVisible)?;
    same(error.kind.as_deref(), Some("GraphMethodException"))
}

fn missing_permissions_are_named(bench: &mut Bench<'_>) -> Outcome {
    let all = [
        "pages_messaging",
        "pages_read_engagement",
        "pages_manage_metadata",
    ];
    let expected = [(403, 230), (400, 283), (400, 200)];
    for (missing, (status, code)) in all.into_iter().zip(expected) {
        let granted: Vec<_> = all.into_iter().filter(|it| *it != missing).collect();
        bench.token_with(&granted)?;
        let token = bench.keys.page_token.clone();
        let error = bench.error("/v26.0/me/conversations", &token)?;
        error.is(status, code, 0)?;
        error.says(missing)?;
    }
    Ok(())
}

fn without_any_page_permission_nobody_acts_for_a_page(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&["public_profile"])?;
    let error = bench.refusal(&list(bench)?, &bench.page(), ErrorKind::TokenInvalid)?;
    ensure(
        error.message.contains("before impersonating a user's page"),
        "another text",
    )
}

fn without_the_task_nothing_is_read(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let pages = bench.read("/v26.0/me/accounts?fields=access_token,tasks", &token)?;
    let lacks = |row: &&Value| {
        let tasks = row.get("tasks").and_then(Value::as_array);
        tasks.is_some_and(|tasks| !tasks.iter().any(|it| it == "MESSAGING"))
    };
    let row = rows(&pages).iter().find(lacks).cloned().unwrap_or_default();
    let token = text(&row, "access_token").to_owned();
    bench
        .error("/v26.0/me/conversations", &token)?
        .is(400, 200, 0)
}

fn instagram_has_no_conversations(bench: &mut Bench<'_>) -> Outcome {
    same(
        raw(bench, "?platform=instagram")?,
        serde_json::json!({"data": []}),
    )?;
    let token = bench.keys.page_token.clone();
    let path = "/v26.0/me/conversations?platform=telegram";
    bench.error(path, &token)?.is(400, 100, 0)
}

fn unknown_fields_are_refused(bench: &mut Bench<'_>) -> Outcome {
    let page = bench.keys.page_token.clone();
    let error = bench.error("/v26.0/me?fields=id,shoe_size", &page)?;
    error.is(400, 100, 0)?;
    error.says("(#100) Tried accessing nonexisting field (shoe_size) on node type (Page)")?;
    let user = bench.keys.user_token.clone();
    bench
        .error("/v26.0/me?fields=shoe_size", &user)?
        .says("on node type (User)")?;
    let path = format!(
        "/v26.0/{}?fields=messages%7Bmessages%7D",
        bench.conversation()?
    );
    bench
        .error(&path, &page)?
        .says("nonexisting field (messages) on node type (Message)")
}

fn broken_fields_are_refused(bench: &mut Bench<'_>) -> Outcome {
    let page = bench.keys.page_token.clone();
    bench
        .error("/v26.0/me/conversations?fields=messages%7Bmessage", &page)?
        .is(400, 2500, 0)
}
