//! `me/accounts`, and a Page by its ID.

use graph_api::endpoints::ListPages;
use graph_api::{ErrorKind, PageAccessToken};
use serde_json::Value;

use super::bench::{Bench, Outcome, ensure, keys, rows, same, text};
use super::checks;

checks! {
    pages_come_with_tasks_and_tokens,
    usual_fields_of_a_page_are_graphs,
    a_page_of_a_portfolio_needs_business_management,
    one_page_lacks_the_messaging_task,
    pages_are_listed_in_parts,
    parts_before_are_found_again,
    a_summary_counts_the_pages,
    a_page_has_no_accounts,
    pages_need_pages_show_list,
    a_page_is_read_by_its_id,
    a_page_gives_its_token_to_its_person,
    a_page_is_hidden_from_other_tokens,
    a_bad_limit_or_cursor_is_refused,
}

fn pages_come_with_tasks_and_tokens(bench: &mut Bench<'_>) -> Outcome {
    let listing = bench.call(&ListPages::default(), &bench.user())?;
    same(listing.misfits.len(), 0)?;
    ensure(listing.rows.len() >= 3, "too few Pages")?;
    ensure(listing.after.is_none(), "another part")?;
    let main = listing
        .rows
        .iter()
        .find(|row| row.id.as_str() == bench.keys.page_id);
    ensure(
        main.is_some_and(|row| row.allows(&["MESSAGING"])),
        "no main Page, or no task",
    )?;
    let token = main
        .and_then(|row| row.access_token.as_ref())
        .map(PageAccessToken::expose);
    same(token, Some(bench.keys.page_token.as_str()))
}

fn accounts(bench: &mut Bench<'_>, query: &str) -> Result<Value, super::Failure> {
    let token = bench.keys.user_token.clone();
    bench.read(&format!("/v26.0/me/accounts{query}"), &token)
}

fn usual_fields_of_a_page_are_graphs(bench: &mut Bench<'_>) -> Outcome {
    let answer = accounts(bench, "")?;
    let usual = [
        "access_token",
        "category",
        "category_list",
        "name",
        "id",
        "tasks",
    ];
    same(rows(&answer).first().map(keys), Some(usual.to_vec()))?;
    same(keys(&answer), vec!["data", "paging"])?;
    same(answer.get("paging").map(keys), Some(vec!["cursors"]))
}

fn a_page_of_a_portfolio_needs_business_management(bench: &mut Bench<'_>) -> Outcome {
    let without = bench.call(&ListPages::default(), &bench.user())?.rows.len();
    bench.token_with(&["pages_show_list", "business_management"])?;
    let with = bench.call(&ListPages::default(), &bench.user())?.rows.len();
    same(with, without + 1)
}

fn one_page_lacks_the_messaging_task(bench: &mut Bench<'_>) -> Outcome {
    let listing = bench.call(&ListPages::default(), &bench.user())?;
    let lacking = listing
        .rows
        .iter()
        .filter(|row| !row.allows(&["MESSAGING", "MODERATE"]));
    same(lacking.count(), 1)
}

fn pages_are_listed_in_parts(bench: &mut Bench<'_>) -> Outcome {
    let all = accounts(bench, "?fields=id")?;
    let mut found = Vec::new();
    let mut query = "?fields=id&limit=1".to_owned();
    loop {
        let part = accounts(bench, &query)?;
        same(rows(&part).len(), 1)?;
        found.extend(rows(&part).to_vec());
        let next = text(&part, "/paging/next");
        same(text(&part, "/paging/previous").is_empty(), found.len() == 1)?;
        if next.is_empty() {
            break;
        }
        ensure(next.contains(&bench.keys.user_token), "no token in next")?;
        ensure(
            next.starts_with("https://graph.facebook.com/v26.0/"),
            "another address in next",
        )?;
        ensure(next.contains("/accounts?"), "another list in next")?;
        query = format!(
            "?fields=id&limit=1&after={}",
            text(&part, "/paging/cursors/after")
        );
    }
    same(found.as_slice(), rows(&all))
}

fn parts_before_are_found_again(bench: &mut Bench<'_>) -> Outcome {
    let first = accounts(bench, "?fields=id&limit=1")?;
    let after = text(&first, "/paging/cursors/after").to_owned();
    let second = accounts(bench, &format!("?fields=id&limit=1&after={after}"))?;
    let before = text(&second, "/paging/cursors/before").to_owned();
    let again = accounts(bench, &format!("?fields=id&limit=1&before={before}"))?;
    same(rows(&again), rows(&first))
}

fn a_summary_counts_the_pages(bench: &mut Bench<'_>) -> Outcome {
    let total = rows(&accounts(bench, "")?).len();
    let answer = accounts(bench, "?summary=1&limit=1")?;
    same(
        answer.pointer("/summary/total_count").cloned(),
        Some(total.into()),
    )
}

fn a_page_has_no_accounts(bench: &mut Bench<'_>) -> Outcome {
    let error = bench.refusal(
        &ListPages::default(),
        &bench.page(),
        ErrorKind::InvalidParameter,
    )?;
    let text = "(#100) Tried accessing nonexisting field (accounts) on node type (Page)";
    same(error.message.as_str(), text)
}

fn pages_need_pages_show_list(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&["public_profile", "pages_messaging"])?;
    let user = bench.user();
    bench
        .refusal(&ListPages::default(), &user, ErrorKind::PermissionMissing)
        .map(|_| ())
}

fn a_page_is_read_by_its_id(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let path = format!("/v26.0/{}?fields=tasks,name,category", bench.keys.page_id);
    let page = bench.read(&path, &token)?;
    same(keys(&page), vec!["tasks", "name", "category", "id"])
}

fn a_page_gives_its_token_to_its_person(bench: &mut Bench<'_>) -> Outcome {
    let path = format!("/v26.0/{}?fields=access_token", bench.keys.page_id);
    let token = bench.keys.user_token.clone();
    let page = bench.read(&path, &token)?;
    same(text(&page, "access_token"), bench.keys.page_token.as_str())?;
    bench.token_with(&["public_profile"])?;
    let token = bench.keys.user_token.clone();
    bench.error(&path, &token)?.is(400, 100, 0)
}

fn a_page_is_hidden_from_other_tokens(bench: &mut Bench<'_>) -> Outcome {
    let all = accounts(bench, "?fields=id")?;
    let other = rows(&all)
        .get(1)
        .map(|row| text(row, "id").to_owned())
        .unwrap_or_default();
    let path = format!("/v26.0/{other}");
    let (page, app) = (bench.keys.page_token.clone(), bench.keys.app_token.clone());
    for token in [page, app] {
        let error = bench.error(&path, &token)?;
        error.is(400, 100, 0)?;
        error.says("This endpoint requires the 'pages_read_engagement' permission")?;
    }
    Ok(())
}

fn a_bad_limit_or_cursor_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    for query in ["limit=many", "limit=-1", "after=nonsense", "before=QVFIZD"] {
        bench
            .error(&format!("/v26.0/me/accounts?{query}"), &token)?
            .is(400, 100, 0)?;
    }
    Ok(())
}
