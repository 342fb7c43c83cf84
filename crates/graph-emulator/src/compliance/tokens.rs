//! Whose a token is, where it may stand, and what is wrong with it.

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{Carrier, Endpoint as _, ErrorKind, GraphVersion, Method, TokenKind};
use serde_json::Value;

use super::bench::{
    Bench, Outcome, encoded, ensure, json, keys, pasted, problem, rows, same, text,
};
use super::{Setup, checks};
use crate::Scenario;

checks! {
    me_is_the_person_of_a_user_token,
    me_is_the_page_of_a_page_token,
    a_token_may_stand_in_the_query,
    a_token_may_stand_in_a_header,
    a_token_may_stand_in_a_json_body,
    what_is_no_token_cannot_be_parsed,
    a_damaged_token_cannot_be_decrypted,
    me_without_a_token_is_nobody,
    me_with_an_app_token_is_nobody,
    other_objects_without_a_token_ask_for_one,
    a_token_is_checked_before_the_path,
    a_user_token_inspects_itself,
    a_page_token_inspects_itself,
    a_page_token_inspects_no_other,
    an_app_token_inspects_others,
    an_unknown_token_is_inspected_as_invalid,
    an_expired_token_is_inspected_as_expired,
    a_token_expires_by_itself,
    permissions_are_granted_or_declined,
    a_page_has_no_permissions,
}

fn me_is_the_person_of_a_user_token(bench: &mut Bench<'_>) -> Outcome {
    let me = bench.call(&GetMe, &bench.user())?;
    ensure(me.name.is_some(), "no name")?;
    ensure(me.id.as_str() != bench.keys.page_id, "the Page's ID")
}

fn me_is_the_page_of_a_page_token(bench: &mut Bench<'_>) -> Outcome {
    let me = bench.call(&GetMe, &bench.page())?;
    same(me.id.as_str(), bench.keys.page_id.as_str())
}

fn a_token_may_stand_in_the_query(bench: &mut Bench<'_>) -> Outcome {
    let request = Carrier::Query.request(&GetMe.call(GraphVersion::default()), &bench.page());
    let me = GetMe.answer(&bench.send(&request)?)?;
    same(me.id.as_str(), bench.keys.page_id.as_str())
}

fn a_token_may_stand_in_a_header(bench: &mut Bench<'_>) -> Outcome {
    let header = format!("Bearer {}", bench.keys.page_token);
    let headers = [("Authorization", header.as_str())];
    let response = bench.request(Method::Get, "/v26.0/me?fields=id", &headers, None)?;
    same(text(&json(&response)?, "id"), bench.keys.page_id.as_str())
}

fn a_token_may_stand_in_a_json_body(bench: &mut Bench<'_>) -> Outcome {
    let body = format!(
        r#"{{"method":"get","access_token":"{}"}}"#,
        bench.keys.page_token
    );
    let headers = [("Content-Type", "application/json")];
    let response = bench.request(Method::Post, "/v26.0/me", &headers, Some(body))?;
    same(text(&json(&response)?, "id"), bench.keys.page_id.as_str())
}

fn what_is_no_token_cannot_be_parsed(bench: &mut Bench<'_>) -> Outcome {
    let error = bench.refusal(&GetMe, &pasted("hello"), ErrorKind::TokenInvalid)?;
    same(
        error.message.as_str(),
        "Invalid OAuth access token - Cannot parse access token",
    )
}

fn a_damaged_token_cannot_be_decrypted(bench: &mut Bench<'_>) -> Outcome {
    let damaged = format!("{}x", bench.keys.user_token);
    let error = bench.refusal(&GetMe, &pasted(&damaged), ErrorKind::TokenInvalid)?;
    same(
        error.message.as_str(),
        "The access token could not be decrypted",
    )
}

fn me_without_a_token_is_nobody(bench: &mut Bench<'_>) -> Outcome {
    for path in ["/v26.0/me", "/v26.0/me/accounts", "/v26.0/me/conversations"] {
        let error = bench.error(path, "")?;
        error.is(400, 2500, 0)?;
        error.says("An active access token must be used")?;
    }
    Ok(())
}

fn me_with_an_app_token_is_nobody(bench: &mut Bench<'_>) -> Outcome {
    let app = bench.keys.app_token.clone();
    bench.error("/v26.0/me", &app)?.is(400, 2500, 0)?;
    bench.error("/v26.0/me/accounts", &app)?.is(400, 2500, 0)
}

fn other_objects_without_a_token_ask_for_one(bench: &mut Bench<'_>) -> Outcome {
    let path = format!("/v26.0/{}", bench.keys.page_id);
    bench.error(&path, "")?.is(400, 104, 0)?;
    bench.error("/v26.0/debug_token", "")?.is(400, 104, 0)
}

fn a_token_is_checked_before_the_path(bench: &mut Bench<'_>) -> Outcome {
    bench
        .error("/v26.0/me/nothing/at/all", "nonsense")?
        .is(400, 190, 0)
}

fn a_user_token_inspects_itself(bench: &mut Bench<'_>) -> Outcome {
    let facts = bench.call(&DebugToken, &bench.user())?;
    same(facts.token_kind(), Some(TokenKind::User))?;
    ensure(facts.is_valid, "not valid")?;
    same(
        facts.missing(&["pages_messaging", "pages_show_list"]),
        Vec::new(),
    )?;
    same(
        facts.missing(&["business_management"]),
        vec!["business_management"],
    )?;
    let has_targets = |scope: &str| {
        let mut granular = facts.granular_scopes.iter();
        granular
            .any(|it| it.scope == scope && it.target_ids.as_ref().is_some_and(|it| !it.is_empty()))
    };
    ensure(
        has_targets("pages_messaging"),
        "no Pages for pages_messaging",
    )?;
    ensure(facts.expires_at.is_some_and(|at| at > 0), "no expiry")
}

fn a_page_token_inspects_itself(bench: &mut Bench<'_>) -> Outcome {
    let facts = bench.call(&DebugToken, &bench.page())?;
    same(facts.token_kind(), Some(TokenKind::Page))?;
    same(facts.profile_id, Some(bench.page_id()?))
}

fn inspect(bench: &mut Bench<'_>, input: &str, with: &str) -> Result<Value, super::Failure> {
    let path = format!("/v26.0/debug_token?input_token={}", encoded(input));
    bench.read(&path, with)
}

fn a_page_token_inspects_no_other(bench: &mut Bench<'_>) -> Outcome {
    let path = format!("/v26.0/debug_token?input_token={}", bench.keys.user_token);
    let page = bench.keys.page_token.clone();
    let error = bench.error(&path, &page)?;
    error.is(400, 100, 0)?;
    error.says("You must provide an app access token")
}

fn an_app_token_inspects_others(bench: &mut Bench<'_>) -> Outcome {
    let (app, user) = (bench.keys.app_token.clone(), bench.keys.user_token.clone());
    let answer = inspect(bench, &user, &app)?;
    same(text(&answer, "/data/type"), "USER")?;
    let itself = inspect(bench, &app, &app)?;
    let data = itself.get("data").cloned().unwrap_or_default();
    same(
        keys(&data),
        vec!["app_id", "type", "application", "is_valid", "scopes"],
    )
}

fn an_unknown_token_is_inspected_as_invalid(bench: &mut Bench<'_>) -> Outcome {
    let user = bench.keys.user_token.clone();
    let answer = inspect(bench, "nonsense", &user)?;
    let data = answer.get("data").cloned().unwrap_or_default();
    same(keys(&data), vec!["error", "is_valid", "scopes"])?;
    same(
        answer.pointer("/data/error/code").and_then(Value::as_u64),
        Some(190),
    )
}

fn an_expired_token_is_inspected_as_expired(bench: &mut Bench<'_>) -> Outcome {
    let (app, user) = (bench.keys.app_token.clone(), bench.keys.user_token.clone());
    bench.scenario(Scenario::TokenExpired)?;
    let answer = inspect(bench, &user, &app)?;
    same(
        answer
            .pointer("/data/error/subcode")
            .and_then(Value::as_u64),
        Some(463),
    )?;
    same(answer.pointer("/data/is_valid"), Some(&Value::Bool(false)))
}

fn a_token_expires_by_itself(bench: &mut Bench<'_>) -> Outcome {
    let old = bench.user();
    bench.setup(Setup::Advance(61 * 86_400))?;
    let error = bench.refusal(&GetMe, &old, ErrorKind::TokenExpired)?;
    ensure(
        error.message.contains("Session has expired on "),
        "another text",
    )?;
    bench.call(&GetMe, &bench.user()).map(|_| ())
}

fn permissions_are_granted_or_declined(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&["pages_show_list", "public_profile"])?;
    let listing = bench.call(&ListPermissions, &bench.user())?;
    let granted = |name: &str| {
        let mut rows = listing.rows.iter();
        rows.find(|row| row.permission == name)
            .map(graph_api::endpoints::list_permissions::PermissionRow::is_granted)
    };
    same(granted("pages_show_list"), Some(true))?;
    same(granted("pages_messaging"), Some(false))?;
    let token = bench.keys.user_token.clone();
    let answer = bench.read("/v26.0/me/permissions", &token)?;
    same(
        rows(&answer).first().map(keys),
        Some(vec!["permission", "status"]),
    )
}

fn a_page_has_no_permissions(bench: &mut Bench<'_>) -> Outcome {
    let page = bench.keys.page_token.clone();
    let response = bench.get("/v26.0/me/permissions", &page)?;
    let error = problem(&response)?;
    error.is(400, 100, 0)?;
    error.says("nonexisting field (permissions) on node type (Page)")
}
