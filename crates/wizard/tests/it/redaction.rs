//! No token in what is shown, copied or written down.

use graph_api::HttpResponse;
use graph_api::endpoints::{ListConversations, ListPages};
use graph_emulator::Scenario;
use wizard::{Event, Step};

use crate::driver::{Visit, Way};
use crate::manners;

/// Looks at every call of the visit, copies all that can be copied, and searches all of it.
#[track_caller]
fn check(mut visit: Visit) {
    visit.learn_secrets();
    let paths = visit.model.calls.iter();
    let paths: Vec<_> = paths.map(|call| call.call.path.clone()).collect();
    for path in paths {
        let Some(line) = visit
            .offers()
            .presses("panel", path.trim_start_matches('/'))
        else {
            continue; // The only call.
        };
        visit.does(line); // Each view is searched by the manners.
        let copies = visit.offers().events().into_iter();
        let copies = copies.filter(|event| matches!(event, Event::CopyAsked { .. }));
        for event in copies.collect::<Vec<_>>() {
            visit.does(event);
        }
    }
    assert!(!visit.copied.is_empty());
    for text in &visit.copied {
        manners::check_secrets(&visit, text);
    }
    let records = format!("{:?}{:?}", visit.model.calls, visit.model);
    manners::check_secrets(&visit, &records);
}

#[test]
fn the_whole_way_tells_no_token() {
    for way in Way::ALL {
        for step in Step::ALL.into_iter().skip(1) {
            check(Visit::at(way, step));
        }
    }
}

#[test]
fn a_next_address_with_its_token_is_masked() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.scenario(Scenario::BigPage);
    visit.primary();
    visit.choose("Maple & Moss Plants");
    visit.primary();
    assert!(
        visit
            .model
            .conversations
            .value
            .as_ref()
            .unwrap()
            .after
            .is_some()
    );
    check(visit);
}

/// A body that gives a token away, wherever it stands.
#[test]
fn whatever_comes_back_tells_no_token() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.primary();
    visit.choose("Maple & Moss Plants");
    visit.primary();
    let user = visit.model.held.user_token.clone().unwrap();
    let page = visit.model.held.page_token.clone().unwrap();
    for token in [user.expose(), page.expose()] {
        for body in [
            format!("<html>Oops: {token}</html>"),
            format!(
                r#"{{"error":{{"message":"Bad token {token}","code":100,"error_user_msg":"{token}","fbtrace_id":"{token}"}}}}"#
            ),
            format!(
                r#"{{"data":[],"paging":{{"next":"https:\/\/x\/?access_token={token}&after=1","cursors":{{"after":"{token}"}}}}}}"#
            ),
            format!("access_token={token}"),
        ] {
            let response = || {
                Ok(HttpResponse {
                    status: 400,
                    headers: vec![("WWW-Authenticate".to_owned(), token.to_owned())],
                    body: body.clone(),
                })
            };
            visit.answer_instead::<ListConversations>(response());
            visit.does(Event::ReadAsked(wizard::Slot::Conversations));
            visit.answer_instead::<ListPages>(response());
            visit.does(Event::ReadAsked(wizard::Slot::Pages));
        }
    }
    check(visit);
}
