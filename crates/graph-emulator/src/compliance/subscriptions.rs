//! `/{page-id}/subscribed_apps`: read, written and deleted.

use graph_api::{HttpResponse, Method};
use serde_json::{Value, json};

use super::bench::{Bench, Failure, Outcome, keys, problem, rows, same, text};
use super::{Setup, checks};
use crate::Scenario;

checks! {
    a_fresh_page_has_no_subscribed_app,
    an_app_is_subscribed_listed_and_taken_out,
    a_subscription_can_be_deleted_in_three_ways,
    a_second_subscription_replaces_the_first,
    fields_may_come_as_a_list,
    fields_of_a_subscribed_app_are_chosen,
    each_page_has_its_own_subscriptions,
    subscribed_fields_are_required,
    an_unknown_field_is_refused_and_nothing_changes,
    fields_of_messages_need_pages_messaging,
    subscribing_needs_a_page_token,
    subscribing_needs_pages_manage_metadata,
    subscribing_needs_a_task,
    people_and_apps_have_no_subscribed_apps,
    a_subscription_that_was_refused_goes_through_later,
    a_subscription_is_no_read_that_fails_for_a_moment,
}

const PATH: &str = "/v26.0/me/subscribed_apps";

fn subscribe(bench: &mut Bench<'_>, fields: &str) -> Result<HttpResponse, Failure> {
    bench.post(PATH, &[("subscribed_fields", fields)])
}

/// What the app is subscribed to; nothing when it is not listed.
fn subscribed(bench: &mut Bench<'_>) -> Result<Value, Failure> {
    let token = bench.keys.page_token.clone();
    let answer = bench.read(PATH, &token)?;
    let app = rows(&answer).first();
    Ok(app
        .and_then(|app| app.get("subscribed_fields"))
        .cloned()
        .unwrap_or_default())
}

fn succeeds(response: &HttpResponse) -> Outcome {
    same(
        (response.status, response.body.as_str()),
        (200, "{\"success\":true}"),
    )
}

fn a_fresh_page_has_no_subscribed_app(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    same(bench.get(PATH, &token)?.body.as_str(), "{\"data\":[]}")
}

fn an_app_is_subscribed_listed_and_taken_out(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{}/subscribed_apps", bench.keys.page_id);
    let fields = ("subscribed_fields", "messages, messaging_postbacks");
    succeeds(&bench.post(&path, &[fields])?)?;
    let answer = bench.read(&path, &token)?;
    same(keys(&answer), vec!["data"])?;
    let app = rows(&answer).first().cloned().unwrap_or_default();
    same(
        keys(&app),
        vec!["category", "link", "name", "id", "subscribed_fields"],
    )?;
    let debugged = bench.read(&format!("/v26.0/debug_token?input_token={token}"), &token)?;
    same(text(&app, "id"), text(&debugged, "/data/app_id"))?;
    same(
        subscribed(bench)?,
        json!(["messages", "messaging_postbacks"]),
    )?;
    let gone = format!("{path}?access_token={token}");
    succeeds(&bench.request(Method::Delete, &gone, &[], None)?)?;
    same(subscribed(bench)?, Value::Null)?;
    // There is nothing left to take out, which is no error.
    succeeds(&bench.request(Method::Delete, &gone, &[], None)?)
}

fn a_subscription_can_be_deleted_in_three_ways(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let in_query = format!("{PATH}?method=delete&access_token={token}");
    let bare = format!("{PATH}?access_token={token}");
    for (verb, path) in [(Method::Delete, &bare), (Method::Post, &in_query)] {
        succeeds(&subscribe(bench, "messages")?)?;
        succeeds(&bench.request(verb, path, &[], None)?)?;
        same(subscribed(bench)?, Value::Null)?;
    }
    succeeds(&subscribe(bench, "messages")?)?;
    succeeds(&bench.post(PATH, &[("method", "delete")])?)?;
    same(subscribed(bench)?, Value::Null)
}

fn a_second_subscription_replaces_the_first(bench: &mut Bench<'_>) -> Outcome {
    succeeds(&subscribe(bench, "messages,message_reads")?)?;
    succeeds(&subscribe(bench, "feed,feed")?)?;
    same(subscribed(bench)?, json!(["feed"]))
}

fn fields_may_come_as_a_list(bench: &mut Bench<'_>) -> Outcome {
    let lists = [r#"["messages","feed"]"#, "['messages','feed']"];
    for list in lists {
        succeeds(&subscribe(bench, list)?)?;
        same(subscribed(bench)?, json!(["messages", "feed"]))?;
        bench.setup(Setup::Reset)?;
    }
    Ok(())
}

fn fields_of_a_subscribed_app_are_chosen(bench: &mut Bench<'_>) -> Outcome {
    succeeds(&subscribe(bench, "messages")?)?;
    let token = bench.keys.page_token.clone();
    let answer = bench.read(&format!("{PATH}?fields=subscribed_fields"), &token)?;
    same(
        rows(&answer).first().map(keys),
        Some(vec!["subscribed_fields", "id"]),
    )?;
    bench
        .error(&format!("{PATH}?fields=bogus"), &token)?
        .says("nonexisting field (bogus) on node type (Application)")
}

fn each_page_has_its_own_subscriptions(bench: &mut Bench<'_>) -> Outcome {
    succeeds(&subscribe(bench, "messages")?)?;
    let user = bench.keys.user_token.clone();
    let pages = bench.read("/v26.0/me/accounts?fields=access_token", &user)?;
    let other = rows(&pages).get(1).cloned().unwrap_or_default();
    // The main Page is not there for another Page's token.
    let main = format!("/v26.0/{}/subscribed_apps", bench.keys.page_id);
    bench.keys.page_token = text(&other, "access_token").to_owned();
    same(subscribed(bench)?, Value::Null)?;
    let fields = ("subscribed_fields", "feed");
    problem(&bench.post(&main, &[fields])?)?.is(400, 100, 33)
}

fn subscribed_fields_are_required(bench: &mut Bench<'_>) -> Outcome {
    for response in [
        bench.post(PATH, &[])?,
        subscribe(bench, "")?,
        subscribe(bench, " , ")?,
        subscribe(bench, "[]")?,
    ] {
        let error = problem(&response)?;
        error.is(400, 100, 0)?;
        same(
            error.message.as_str(),
            "(#100) The parameter subscribed_fields is required.",
        )?;
    }
    same(subscribed(bench)?, Value::Null)
}

fn an_unknown_field_is_refused_and_nothing_changes(bench: &mut Bench<'_>) -> Outcome {
    succeeds(&subscribe(bench, "messages")?)?;
    let error = problem(&subscribe(bench, "feed,comments")?)?;
    error.is(400, 100, 0)?;
    error.says("(#100) Param subscribed_fields[1] must be one of {feed, mention, ")?;
    error.says(" - got \"comments\"")?;
    same(subscribed(bench)?, json!(["messages"]))
}

fn fields_of_messages_need_pages_messaging(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&["pages_show_list", "pages_manage_metadata"])?;
    succeeds(&subscribe(bench, "feed")?)?;
    let error = problem(&subscribe(bench, "feed,messages,messaging_postbacks")?)?;
    error.is(403, 200, 0)?;
    same(
        error.message.as_str(),
        "(#200) To subscribe to the messages field, one of these permissions is needed: \
         pages_messaging. To subscribe to the messaging_postbacks field, one of these permissions \
         is needed: pages_messaging",
    )
}

fn subscribing_needs_a_page_token(bench: &mut Bench<'_>) -> Outcome {
    let page = format!("/v26.0/{}/subscribed_apps", bench.keys.page_id);
    bench.keys.page_token = bench.keys.user_token.clone();
    let token = bench.keys.user_token.clone();
    let fields = ("subscribed_fields", "messages");
    bench.error(&page, &token)?.is(400, 190, 0)?;
    problem(&bench.post(&page, &[fields])?)?.is(400, 190, 0)?;
    problem(&bench.post(&page, &[("method", "delete")])?)?.is(400, 190, 0)
}

fn subscribing_needs_pages_manage_metadata(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&["pages_show_list", "pages_messaging"])?;
    let token = bench.keys.page_token.clone();
    let needs = "Requires pages_manage_metadata permission";
    bench.error(PATH, &token)?.says(needs)?;
    for params in [("subscribed_fields", "feed"), ("method", "delete")] {
        let error = problem(&bench.post(PATH, &[params])?)?;
        error.is(400, 200, 0)?;
        error.says(needs)?;
    }
    Ok(())
}

fn subscribing_needs_a_task(bench: &mut Bench<'_>) -> Outcome {
    let user = bench.keys.user_token.clone();
    let pages = bench.read("/v26.0/me/accounts?fields=access_token,tasks", &user)?;
    let lacks = |row: &&Value| !row.to_string().contains("MODERATE");
    let row = rows(&pages).iter().find(lacks).cloned().unwrap_or_default();
    bench.keys.page_token = text(&row, "access_token").to_owned();
    let error = problem(&subscribe(bench, "messages")?)?;
    error.is(400, 200, 0)?;
    error.says("appropriate role on the Page")
}

fn people_and_apps_have_no_subscribed_apps(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    bench
        .error(PATH, &token)?
        .says("nonexisting field (subscribed_apps) on node type (User)")?;
    bench.keys.page_token = token;
    problem(&subscribe(bench, "messages")?)?.is(400, 100, 33)?;
    problem(&bench.post(PATH, &[("method", "delete")])?)?.is(400, 100, 33)
}

fn a_subscription_that_was_refused_goes_through_later(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::RateLimit)?;
    problem(&subscribe(bench, "messages")?)?.is(400, 4, 0)?;
    bench.setup(Setup::Advance(60))?;
    succeeds(&subscribe(bench, "messages")?)?;
    same(subscribed(bench)?, json!(["messages"]))
}

fn a_subscription_is_no_read_that_fails_for_a_moment(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::TemporaryFailure)?;
    succeeds(&subscribe(bench, "messages")?)?;
    let token = bench.keys.page_token.clone();
    bench.error(PATH, &token)?.is(500, 2, 0)?;
    same(subscribed(bench)?, json!(["messages"]))
}
