//! What goes wrong on purpose, and how it comes right again.

use graph_api::endpoints::send_message::{MessagingType, Outgoing, SendMessage};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions,
};
use graph_api::{AnswerError, Carrier, Endpoint as _, ErrorKind, GraphVersion, NotJson};

use super::bench::{Bench, Failure, Outcome, ensure, json, rows, same, text};
use super::{Setup, checks};
use crate::{BIG_PAGE_SIZE, OUTAGE_SECONDS, RATE_LIMIT_SECONDS, Scenario};

checks! {
    token_expired_until_a_fresh_one,
    permission_missing_on_every_token_so_far,
    no_pages_is_an_empty_list_until_a_fresh_token,
    nobody_wrote_until_somebody_does,
    window_closed_until_the_customer_writes,
    person_unavailable_but_others_are,
    wrong_psid_until_the_list_is_read,
    rate_limit_for_a_while,
    temporary_failure_once,
    development_mode_reaches_only_roles,
    other_app_thread_but_no_other_thread,
    graph_down_is_html_for_a_while,
    big_page_goes_on_and_on,
    a_scenario_ends,
}

fn send(bench: &Bench<'_>) -> Result<SendMessage, Failure> {
    let what = Outgoing::Message {
        text: "Hello!".to_owned(),
        quick_replies: Vec::new(),
        kind: MessagingType::Response,
    };
    Ok(SendMessage {
        page: bench.page_id()?,
        to: bench.psid()?,
        what,
    })
}

fn list(bench: &Bench<'_>) -> Result<ListConversations, Failure> {
    Ok(ListConversations {
        page: bench.page_id()?,
        with: None,
        after: None,
    })
}

fn refused(bench: &mut Bench<'_>, scenario: Scenario, kind: ErrorKind) -> Outcome {
    bench.scenario(scenario)?;
    bench.refusal(&send(bench)?, &bench.page(), kind)?;
    // Reading still works.
    let conversation = bench.conversation()?;
    bench
        .call(&GetConversation { conversation }, &bench.page())
        .map(|_| ())
}

fn token_expired_until_a_fresh_one(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::TokenExpired)?;
    let (user, page) = (bench.user(), bench.page());
    let error = bench.refusal(&GetMe, &user, ErrorKind::TokenExpired)?;
    ensure(
        error.message.contains("The current time is "),
        "another text",
    )?;
    bench.refusal(&list(bench)?, &page, ErrorKind::TokenExpired)?;
    bench.token_with(&crate::USUAL_PERMISSIONS)?;
    bench.call(&GetMe, &bench.user())?;
    bench.call(&list(bench)?, &bench.page()).map(|_| ())
}

fn permission_missing_on_every_token_so_far(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::PermissionMissing)?;
    let facts = bench.call(&DebugToken, &bench.user())?;
    same(facts.missing(&["pages_messaging"]), vec!["pages_messaging"])?;
    let permissions = bench.call(&ListPermissions, &bench.user())?;
    let mut rows = permissions.rows.iter();
    let row = rows.find(|row| row.permission == "pages_messaging");
    ensure(row.is_some_and(|row| !row.is_granted()), "still granted")?;
    bench.refusal(&list(bench)?, &bench.page(), ErrorKind::PermissionMissing)?;
    bench.refusal(&send(bench)?, &bench.page(), ErrorKind::PermissionMissing)?;
    bench.token_with(&crate::USUAL_PERMISSIONS)?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}

fn no_pages_is_an_empty_list_until_a_fresh_token(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::NoPages)?;
    let token = bench.keys.user_token.clone();
    same(
        bench.get("/v26.0/me/accounts", &token)?.body.as_str(),
        r#"{"data":[]}"#,
    )?;
    bench.token_with(&crate::USUAL_PERMISSIONS)?;
    let pages = bench.call(&ListPages::default(), &bench.user())?;
    ensure(!pages.rows.is_empty(), "still none")
}

fn nobody_wrote_until_somebody_does(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::NobodyWrote)?;
    same(bench.call(&list(bench)?, &bench.page())?.rows.len(), 0)?;
    bench.refusal(&send(bench)?, &bench.page(), ErrorKind::NoMatchingUser)?;
    bench.setup(Setup::CustomerWrites("Hello, is anybody there?".to_owned()))?;
    same(bench.call(&list(bench)?, &bench.page())?.rows.len(), 1)?;
    let conversation = bench.conversation()?;
    same(
        bench
            .call(&GetConversation { conversation }, &bench.page())?
            .rows
            .len(),
        1,
    )?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}

fn window_closed_until_the_customer_writes(bench: &mut Bench<'_>) -> Outcome {
    refused(bench, Scenario::WindowClosed, ErrorKind::OutsideWindow)?;
    let conversation = bench.conversation()?;
    let old = bench.call(&GetConversation { conversation }, &bench.page())?;
    bench.setup(Setup::CustomerWrites("Hello again".to_owned()))?;
    bench.call(&send(bench)?, &bench.page())?;
    let conversation = bench.conversation()?;
    let new = bench.call(&GetConversation { conversation }, &bench.page())?;
    let time = |row: Option<&graph_api::endpoints::get_conversation::MessageRow>| {
        row.and_then(|row| row.created_time)
            .map_or(0, graph_api::GraphTime::unix)
    };
    ensure(
        time(new.rows.first()) - time(old.rows.first()) > 86_400,
        "no day in between",
    )
}

/// Somebody else who has written to the Page lately.
fn somebody_else(bench: &mut Bench<'_>) -> Result<graph_api::Psid, Failure> {
    let (page, own) = (bench.page_id()?, bench.psid()?);
    let listing = bench.call(&list(bench)?, &bench.page())?;
    let mut rows = listing.rows.iter().filter_map(|row| row.customer(&page));
    let other = rows.find(|it| it.id.as_str() != own.as_str());
    let other = other.ok_or_else(|| Failure::new("nobody else has written"))?;
    Ok(other.id.clone().into_psid())
}

fn person_unavailable_but_others_are(bench: &mut Bench<'_>) -> Outcome {
    let kind = ErrorKind::PersonUnavailable;
    refused(bench, Scenario::PersonUnavailable, kind)?;
    let to = somebody_else(bench)?;
    bench.call(&SendMessage { to, ..send(bench)? }, &bench.page())?;
    bench
        .refusal(&send(bench)?, &bench.page(), kind)
        .map(|_| ())
}

fn wrong_psid_until_the_list_is_read(bench: &mut Bench<'_>) -> Outcome {
    let kind = ErrorKind::NoMatchingUser;
    refused(bench, Scenario::WrongPsid, kind)?;
    bench.refusal(&send(bench)?, &bench.page(), kind)?;
    bench.call(&list(bench)?, &bench.page())?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}

fn rate_limit_for_a_while(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::RateLimit)?;
    let user = bench.user();
    let error = bench.refusal(&GetMe, &user, ErrorKind::AppRateLimit)?;
    same(error.is_transient, Some(true))?;
    bench.refusal(&send(bench)?, &bench.page(), ErrorKind::AppRateLimit)?;
    bench.setup(Setup::Advance(RATE_LIMIT_SECONDS))?;
    bench.call(&GetMe, &user)?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}

fn temporary_failure_once(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::TemporaryFailure)?;
    let request = Carrier::Query.request(&GetMe.call(GraphVersion::default()), &bench.user());
    same(bench.send(&request)?.status, 500)?;
    bench.call(&GetMe, &bench.user())?;
    let error = bench.refusal(
        &send(bench)?,
        &bench.page(),
        ErrorKind::TemporarySendFailure,
    )?;
    same(error.is_transient, None)?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}

fn development_mode_reaches_only_roles(bench: &mut Bench<'_>) -> Outcome {
    let before = bench.call(&list(bench)?, &bench.page())?.rows.len();
    refused(
        bench,
        Scenario::DevelopmentMode,
        ErrorKind::RecipientHasNoRole,
    )?;
    let listing = bench.call(&list(bench)?, &bench.page())?;
    ensure(
        listing.rows.len() < before && !listing.rows.is_empty(),
        "other conversations",
    )?;
    let page = bench.page_id()?;
    let tester = listing
        .rows
        .iter()
        .find_map(|row| row.customer(&page))
        .cloned();
    let tester = tester.ok_or_else(|| Failure::new("nobody has a role"))?;
    let to = tester.id.into_psid();
    bench
        .call(&SendMessage { to, ..send(bench)? }, &bench.page())
        .map(|_| ())
}

fn other_app_thread_but_no_other_thread(bench: &mut Bench<'_>) -> Outcome {
    refused(
        bench,
        Scenario::OtherAppThread,
        ErrorKind::OtherAppControlsThread,
    )?;
    let to = somebody_else(bench)?;
    bench
        .call(&SendMessage { to, ..send(bench)? }, &bench.page())
        .map(|_| ())
}

fn graph_down_is_html_for_a_while(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::GraphDown)?;
    let request = Carrier::FormBody.request(&GetMe.call(GraphVersion::default()), &bench.user());
    let response = bench.send(&request)?;
    let expected = AnswerError::NotJson {
        status: 502,
        kind: NotJson::Html,
    };
    same(GetMe.answer(&response).err(), Some(expected))?;
    bench.setup(Setup::Advance(OUTAGE_SECONDS))?;
    bench.call(&GetMe, &bench.user()).map(|_| ())
}

fn big_page_goes_on_and_on(bench: &mut Bench<'_>) -> Outcome {
    bench.scenario(Scenario::BigPage)?;
    let token = bench.keys.page_token.clone();
    let all = bench.get(
        "/v26.0/me/conversations?fields=participants,updated_time&limit=6000",
        &token,
    )?;
    let all = json(&all)?;
    ensure(rows(&all).len() > BIG_PAGE_SIZE, "too few")?;
    let listing = bench.call(&list(bench)?, &bench.page())?;
    same(listing.rows.len(), 25)?;
    ensure(listing.after.is_some(), "no other part")?;
    let conversation = rows(&all)
        .last()
        .map(|row| text(row, "id").to_owned())
        .unwrap_or_default();
    let path = format!("/v26.0/{conversation}?fields=messages%7Bmessage%7D");
    let one = bench.read(&path, &token)?;
    let message = text(&one, "/messages/data/0/id").to_owned();
    bench.read(&format!("/v26.0/{message}?fields=message"), &token)?;
    // One of the made-up people is answered, and comes to the top.
    let open = rows(&all)
        .iter()
        .filter_map(|row| row.pointer("/participants/data/0/id"));
    let made = open
        .filter_map(serde_json::Value::as_str)
        .nth(12)
        .unwrap_or_default()
        .to_owned();
    let to = graph_api::Psid::parse(&made)?;
    bench.call(
        &SendMessage {
            to: to.clone(),
            ..send(bench)?
        },
        &bench.page(),
    )?;
    let page = bench.page_id()?;
    let listing = bench.call(&list(bench)?, &bench.page())?;
    let tops = listing
        .rows
        .iter()
        .take(2)
        .filter_map(|row| row.customer(&page));
    ensure(
        tops.into_iter().any(|it| it.id.as_str() == to.as_str()),
        "not at the top",
    )
}

fn a_scenario_ends(bench: &mut Bench<'_>) -> Outcome {
    for scenario in Scenario::ALL {
        bench.scenario(scenario)?;
    }
    bench.scenario(Scenario::None)?;
    bench.call(&ListPages::default(), &bench.user())?;
    bench.call(&send(bench)?, &bench.page()).map(|_| ())
}
