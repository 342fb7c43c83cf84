//! Versions, paths, headers, bodies.

use graph_api::Method;
use serde_json::Value;

use super::bench::{Bench, Outcome, ensure, header, json, keys, problem, same, text};
use super::checks;

checks! {
    the_version_served_is_in_the_header,
    an_expired_version_is_served_by_an_older_one,
    a_malformed_or_future_version_is_an_unknown_path,
    without_a_version_the_apps_is_used,
    an_unknown_path_is_refused,
    an_unknown_edge_is_refused,
    an_alias_is_refused,
    the_root_is_refused,
    removed_parameters_are_refused,
    bodies_are_compact_and_ascii,
    pretty_and_debug_are_ignored,
    suppressed_errors_have_status_200,
    answers_carry_graphs_headers,
    errors_carry_a_challenge,
    every_error_has_a_trace_id,
    nothing_else_can_be_deleted,
    nothing_else_can_be_posted,
    a_method_in_a_form_overrides_the_verb,
    fields_can_be_nested_in_a_page,
}

fn next_of(bench: &mut Bench<'_>, version: &str) -> Result<(String, String), super::Failure> {
    let token = bench.keys.user_token.clone();
    let response = bench.get(&format!("{version}/me/accounts?limit=1"), &token)?;
    same(response.status, 200)?;
    let next = text(&json(&response)?, "/paging/next").to_owned();
    Ok((header(&response, "facebook-api-version").to_owned(), next))
}

fn the_version_served_is_in_the_header(bench: &mut Bench<'_>) -> Outcome {
    for version in ["v26.0", "v25.0", "v21.0"] {
        let (served, next) = next_of(bench, &format!("/{version}"))?;
        same(served.as_str(), version)?;
        ensure(
            next.contains(&format!("/{version}/")),
            "another version in next",
        )?;
    }
    Ok(())
}

fn an_expired_version_is_served_by_an_older_one(bench: &mut Bench<'_>) -> Outcome {
    for version in ["/v14.0", "/v2.12", "/v20.0"] {
        let (served, next) = next_of(bench, version)?;
        same(served.as_str(), "v21.0")?;
        ensure(next.contains("/v21.0/"), "another version in next")?;
    }
    Ok(())
}

fn a_malformed_or_future_version_is_an_unknown_path(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    for version in ["26.0", "v26", "v99.0", "v2.80", "v26.1"] {
        let error = bench.error(&format!("/{version}/me/accounts"), &token)?;
        error.is(400, 2500, 0)?;
        same(
            error.message.as_str(),
            "Unknown path components: /me/accounts",
        )?;
    }
    Ok(())
}

fn without_a_version_the_apps_is_used(bench: &mut Bench<'_>) -> Outcome {
    let (served, next) = next_of(bench, "")?;
    same(served.as_str(), "v25.0")?;
    ensure(next.contains("/v25.0/"), "another version in next")
}

fn an_unknown_path_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let error = bench.error("/v26.0/me/accounts/bogus", &token)?;
    error.is(400, 2500, 0)?;
    same(error.message.as_str(), "Unknown path components: /bogus")
}

fn an_unknown_edge_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    bench.error("/v26.0/me/bogus", &token)?.is(400, 2500, 0)?;
    bench
        .error("/v26.0/me/messages", &token)?
        .says("nonexisting field (messages) on node type (User)")
}

fn an_alias_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    bench.error("/v26.0/somebody", &token)?.is(400, 803, 0)
}

fn the_root_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    bench.error("/v26.0/", &token)?.is(400, 100, 0)
}

fn removed_parameters_are_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    bench
        .error("/v26.0/me?date_format=U", &token)?
        .is(400, 100, 0)?;
    bench.error("/v26.0/?ids=4,5", &token)?.is(400, 100, 0)
}

fn bodies_are_compact_and_ascii(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let path = "/v26.0/me/conversations?fields=participants,messages%7Bmessage%7D";
    let body = bench.get(path, &token)?.body;
    ensure(body.is_ascii(), "not ASCII")?;
    ensure(
        !body.contains("\": ") && !body.contains('\n'),
        "not compact",
    )?;
    ensure(
        !body.contains('@') && body.contains("\\u0040facebook.com"),
        "@ is not escaped",
    )?;
    ensure(body.contains("\\ud83c"), "no surrogate pair")?;
    ensure(
        body.contains("https:\\/\\/") || !body.contains("https:"),
        "/ is not escaped",
    )
}

fn pretty_and_debug_are_ignored(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let plain = bench.get("/v26.0/me", &token)?.body;
    let pretty = bench
        .get("/v26.0/me?pretty=1&debug=all&format=json", &token)?
        .body;
    same(pretty, plain)
}

fn suppressed_errors_have_status_200(bench: &mut Bench<'_>) -> Outcome {
    let error = bench.error("/v26.0/me?suppress_http_code=1", "nonsense")?;
    error.is(200, 190, 0)
}

fn answers_carry_graphs_headers(bench: &mut Bench<'_>) -> Outcome {
    let (user, page) = (bench.keys.user_token.clone(), bench.keys.page_token.clone());
    let me = bench.get("/v26.0/me", &user)?;
    same(
        header(&me, "content-type"),
        "application/json; charset=UTF-8",
    )?;
    same(header(&me, "access-control-allow-origin"), "*")?;
    ensure(
        header(&me, "x-app-usage").contains("call_count"),
        "no app usage",
    )?;
    ensure(header(&me, "www-authenticate").is_empty(), "a challenge")?;
    let listed = bench.get("/v26.0/me/conversations", &page)?;
    let usage: Value =
        serde_json::from_str(header(&listed, "x-business-use-case-usage")).unwrap_or_default();
    same(keys(&usage), vec![bench.keys.page_id.as_str()])?;
    ensure(
        header(&listed, "x-app-usage").is_empty(),
        "app usage on a Page call",
    )
}

fn errors_carry_a_challenge(bench: &mut Bench<'_>) -> Outcome {
    let response = bench.get("/v26.0/me", "nonsense")?;
    let challenge = header(&response, "www-authenticate");
    ensure(
        challenge.starts_with("OAuth \"Facebook Platform\" \""),
        "no challenge",
    )?;
    same(header(&response, "access-control-allow-origin"), "*")?;
    same(header(&response, "cache-control"), "no-store")
}

fn every_error_has_a_trace_id(bench: &mut Bench<'_>) -> Outcome {
    let mut trace = || -> Result<String, super::Failure> {
        let body = json(&bench.get("/v26.0/me", "nonsense")?)?;
        Ok(text(&body, "/error/fbtrace_id").to_owned())
    };
    let (one, other) = (trace()?, trace()?);
    same((one.len(), one.starts_with('A')), (23, true))?;
    ensure(one != other, "the same trace ID twice")
}

fn nothing_else_can_be_deleted(bench: &mut Bench<'_>) -> Outcome {
    let path = format!(
        "/v26.0/{}?access_token={}",
        bench.keys.page_id, bench.keys.page_token
    );
    let error = problem(&bench.request(Method::Delete, &path, &[], None)?)?;
    error.is(400, 100, 33)?;
    error.says("Unsupported delete request.")
}

fn nothing_else_can_be_posted(bench: &mut Bench<'_>) -> Outcome {
    let error = problem(&bench.post("/v26.0/me/accounts", &[])?)?;
    error.is(400, 100, 33)?;
    let error = problem(&bench.post("/v26.0/t_42/messages", &[])?)?;
    error.says("Unsupported post request. Object with ID 't_42'")
}

fn a_method_in_a_form_overrides_the_verb(bench: &mut Bench<'_>) -> Outcome {
    for method in ["get", "GET"] {
        let answer = json(&bench.post("/v26.0/me", &[("method", method), ("fields", "id")])?)?;
        same(text(&answer, "id"), bench.keys.page_id.as_str())?;
    }
    Ok(())
}

fn fields_can_be_nested_in_a_page(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.page_token.clone();
    let path = "/v26.0/me?fields=name,conversations.limit(2)%7Bparticipants%7Bname%7D%7D";
    let page = bench.read(path, &token)?;
    same(keys(&page), vec!["name", "conversations", "id"])?;
    let person = page.pointer("/conversations/data/0/participants/data/0");
    same(person.map(keys), Some(vec!["name", "id"]))?;
    // What needs a permission needs it here too.
    bench.token_with(&["pages_show_list"])?;
    let token = bench.keys.page_token.clone();
    bench.error(path, &token)?.is(403, 230, 0)
}
