//! The token's card: every kind of token, and each of the three answers about it missing.

use std::fs;

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{HttpResponse, TokenKind};
use wizard::view::Screen;
use wizard::view::connect::{ChooseView, ConnectView, HeldView};
use wizard::{Event, FieldId, Lack, Presence, Slot, Step, TransportError};

use crate::driver::{Carried, NOW, Visit, Way};

const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");

fn said(body: &str) -> Carried {
    let error = body.starts_with("{\"error");
    Ok(HttpResponse {
        status: if error { 400 } else { 200 },
        headers: Vec::new(),
        body: body.to_owned(),
    })
}

/// What the calls answer, by the last word of their path, in place of the world.
type Said<'a> = &'a [(&'static str, Carried)];

/// A token is pasted, and looked at.
#[track_caller]
fn bring(way: Way, said: Said<'_>) -> Visit {
    let mut visit = Visit::new();
    visit.choose("Live");
    let keys = visit.live.keys(visit.now);
    let token = match way {
        Way::PageToken => keys.page_token,
        _ => keys.user_token,
    };
    visit.types(FieldId::Token, &token);
    for (call, result) in said {
        // As often as the page tries by itself.
        for _ in 0..3 {
            match *call {
                "me" => visit.answer_instead::<GetMe>(result.clone()),
                "debug_token" => visit.answer_instead::<DebugToken>(result.clone()),
                _ => visit.answer_instead::<ListPermissions>(result.clone()),
            }
        }
    }
    visit.primary();
    visit.instead.clear();
    visit
}

#[track_caller]
fn held(visit: &Visit) -> HeldView {
    match visit.view().screen {
        Screen::Connect(view) => match *view {
            ConnectView::Held(held) => *held,
            ConnectView::Choose(view) => panic!("not taken: {:?}", view.notice),
        },
        screen => panic!("{screen:?}"),
    }
}

#[track_caller]
fn refused(visit: &Visit) -> ChooseView {
    match visit.view().screen {
        Screen::Connect(view) => match *view {
            ConnectView::Choose(view) => *view,
            ConnectView::Held(view) => panic!("taken: {view:?}"),
        },
        screen => panic!("{screen:?}"),
    }
}

/// The rows of the card, as they are read.
fn lines(card: &HeldView) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", card.kind, card.who)];
    for row in &card.facts {
        lines.push(format!("{}: {}{}", row.name, row.words, row.rest));
    }
    for group in &card.ticked {
        lines.push(format!("{}: {}", group.scopes, group.pages.join("; ")));
    }
    lines
}

/// The card has these lines, and nothing that begins with these words.
#[track_caller]
fn check(way: Way, said: Said<'_>, expected: &[&str], absent: &[&str]) {
    let visit = bring(way, said);
    let lines = lines(&held(&visit));
    for line in expected {
        assert!(
            lines.iter().any(|own| own == line),
            "{line:?} in {lines:#?}"
        );
    }
    for start in absent {
        let own = lines.iter().find(|own| own.starts_with(start));
        assert_eq!(own, None);
    }
}

/// `debug_token` says this of a token, besides that it is valid.
fn facts(more: &str) -> [(&'static str, Carried); 1] {
    let body =
        format!(r#"{{"data":{{"app_id":"77","application":"Shop app","is_valid":true,{more}}}}}"#);
    [("debug_token", said(&body))]
}

fn in_days(days: i64) -> i64 {
    NOW.unix() + days * 86_400
}

#[test]
fn what_the_token_is_and_how_long_it_lives() {
    let user = |more: &str| facts(&format!(r#""type":"USER","scopes":[]{more}"#));
    check(
        Way::UserToken,
        &user(&format!(r#","expires_at":{}"#, NOW.unix() + 4800)),
        &[
            "User access token: Alex Moreno",
            "App: Shop app",
            "App ID: 77",
            "Expires: In about 1 h 20 min, by your clock (2026-11-23)",
        ],
        &["Data access", "Not known"],
    );
    check(
        Way::UserToken,
        &user(&format!(
            r#","expires_at":{},"data_access_expires_at":{}"#,
            in_days(-1),
            in_days(-1)
        )),
        &[
            "Expires: It has, by your clock: 2026-11-22",
            "Data access: Ended; a login renews it: 2026-11-22",
        ],
        &[],
    );
    check(
        Way::UserToken,
        &user(&format!(
            r#","expires_at":0,"data_access_expires_at":{}"#,
            in_days(80)
        )),
        &[
            "Expires: Never: it does not expire",
            "Data access: For about 80 days, by your clock (2027-02-11)",
        ],
        &[],
    );
    check(
        Way::UserToken,
        &user(""),
        &["Expires: Graph did not say"],
        &[],
    );
}

#[test]
fn a_system_users_token_works_like_a_persons() {
    let said = facts(
        r#""type":"SYSTEM_USER","expires_at":0,"data_access_expires_at":0,"scopes":["pages_show_list"]"#,
    );
    check(
        Way::UserToken,
        &said,
        &[
            "System user access token: Alex Moreno",
            "Expires: Never: it does not expire",
        ],
        &["Data access"],
    );
    let mut visit = bring(Way::UserToken, &said);
    assert!(visit.model.held.user_token.is_some());
    visit.primary();
    assert_eq!(visit.model.step, Step::Start);
}

/// The token is of no use: why, and what Graph calls it.
#[track_caller]
fn check_refused(said: Said<'_>, why: &str, kind: Option<&str>) {
    let visit = bring(Way::UserToken, said);
    let notice = refused(&visit).notice.expect("a reason");
    assert!(notice.body[0].contains(why), "{notice:?}");
    assert!(!notice.steps.is_empty());
    let told = notice.said.first().map(|said| said.value.as_str());
    assert_eq!(told, kind);
    assert!(!visit.model.held.is_connected());
}

#[test]
fn tokens_that_cannot_work_are_refused_and_explained() {
    let app = facts(r#""type":"APP","scopes":[]"#);
    check_refused(&app, "an app token", Some("APP"));
    let nobody = said(r#"{"error":{"message":"An active access token must be used","code":2500}}"#);
    let [facts_of_app] = app;
    check_refused(&[("me", nobody), facts_of_app], "an app token", Some("APP"));
    let other = facts(r#""type":"CLIENT","scopes":[]"#);
    check_refused(&other, "neither", Some("CLIENT"));
    check_refused(&facts(r#""scopes":[]"#), "neither", None);
}

fn trouble() -> Carried {
    said(r#"{"error":{"message":"Oops","code":2}}"#)
}

#[test]
fn each_answer_may_fail_and_the_card_says_what_is_not_known() {
    let why = "Graph said no, with code 2";
    let app = "Its app, its expiry, and which Pages were ticked. `debug_token`";
    check(
        Way::UserToken,
        &[("debug_token", trouble())],
        &[
            "User access token: Alex Moreno",
            &format!("Not known: {app}: {why}"),
        ],
        &["App", "Expires", "pages_"],
    );
    check(
        Way::PageToken,
        &[("debug_token", Err(TransportError::Unreachable))],
        &[
            "Page access token: Maple & Moss Plants",
            &format!("Not known: {app}: no answer came"),
        ],
        &["Expires"],
    );
    check(
        Way::UserToken,
        &[("permissions", trouble())],
        &[&format!(
            "Not known: What was declined. `me/permissions`: {why}"
        )],
        &[],
    );
    // A Page has no permissions of its own: that is no failure.
    check(Way::PageToken, &[], &[], &["Not known"]);
    for way in [Way::UserToken, Way::PageToken] {
        let visit = bring(way, &[("me", trouble())]);
        let card = held(&visit);
        let id = visit.model.connect.identity.facts.value.clone().unwrap();
        let id = match way {
            Way::PageToken => id.profile_id.unwrap().to_string(),
            _ => id.user_id.unwrap().to_string(),
        };
        assert_eq!(card.who, id);
        let line = format!("Not known: The name. `me`: {why}");
        assert!(lines(&card).contains(&line), "{card:?}");
    }
}

#[test]
fn what_is_not_known_can_be_asked_again_alone() {
    for (call, slot) in [
        ("me", Slot::Me),
        ("debug_token", Slot::TokenFacts),
        ("permissions", Slot::Permissions),
    ] {
        let mut visit = bring(Way::UserToken, &[(call, trouble())]);
        let before = visit.model.calls.len();
        visit.act(Event::ReadAsked(Slot::TokenFacts));
        assert!(held(&visit).wait.is_some(), "the card stays, and waits");
        assert!(visit.model.is_waiting(slot));
        visit.settle();
        assert_eq!(visit.model.calls.len(), before + 1, "{call}");
        let lines = lines(&held(&visit));
        assert!(
            lines.iter().all(|line| !line.starts_with("Not known")),
            "{lines:?}"
        );
    }
}

#[track_caller]
fn check_states(said: Said<'_>, expected: &[Presence]) {
    let visit = bring(Way::UserToken, said);
    let card = held(&visit);
    let states: Vec<_> = card.permissions.iter().map(|mark| mark.state).collect();
    assert_eq!(states, expected, "{:?}", card.permissions);
    assert_eq!(
        card.notice.is_some(),
        states.iter().any(|it| *it != Presence::There)
    );
}

#[test]
fn permissions_are_granted_declined_or_missing() {
    let rows = r#"{"data":[
        {"permission":"pages_show_list","status":"granted"},
        {"permission":"pages_messaging","status":"declined"},
        {"permission":"pages_manage_metadata","status":"expired"},
        {"permission":"email","status":"granted"},
        {"permission":"user_photos","status":"declined"}]}"#;
    let listed = [("permissions", said(rows))];
    check_states(
        &listed,
        &[
            Presence::There,
            Presence::Missing(Lack::Declined),
            Presence::Missing(Lack::Expired),
            Presence::Missing(Lack::NotGranted),
        ],
    );
    let card = held(&bring(Way::UserToken, &listed));
    let all: Vec<_> = card.all.iter().map(|mark| mark.name.as_str()).collect();
    let expected = [
        "pages_show_list",
        "pages_messaging",
        "pages_manage_metadata",
        "email",
        "user_photos",
    ];
    assert_eq!(all, expected);
    let scopes = r#""type":"USER","scopes":["pages_show_list","pages_messaging"]"#;
    let [facts] = facts(scopes);
    check_states(
        &[("permissions", trouble()), facts],
        &[
            Presence::There,
            Presence::There,
            Presence::Missing(Lack::NotGranted),
            Presence::Missing(Lack::NotGranted),
        ],
    );
    // A Page token lists no Pages.
    let card = held(&bring(Way::PageToken, &[]));
    let names = card.permissions.iter().map(|mark| mark.name.as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "pages_messaging",
            "pages_manage_metadata",
            "pages_read_engagement"
        ]
    );
}

#[test]
fn the_pages_that_were_ticked_are_told_by_permission() {
    let scopes = r#""type":"USER","scopes":[],"granular_scopes":[
        {"scope":"pages_show_list","target_ids":["11","12"]},
        {"scope":"pages_messaging","target_ids":["11"]},
        {"scope":"pages_read_engagement","target_ids":["11","12"]},
        {"scope":"instagram_basic"}]"#;
    check(
        Way::UserToken,
        &facts(scopes),
        &[
            "pages_show_list, pages_read_engagement: 11; 12",
            "pages_messaging: 11",
            "instagram_basic: Not limited to chosen Pages",
        ],
        &[],
    );
    let ids: Vec<_> = (1..=25).map(|id| format!("\"{id}\"")).collect();
    let many = format!(
        r#""type":"USER","scopes":[],"granular_scopes":[{{"scope":"pages_show_list","target_ids":[{}]}}]"#,
        ids.join(",")
    );
    let card = held(&bring(Way::UserToken, &facts(&many)));
    let pages = &card.ticked[0].pages;
    assert_eq!((pages.len(), pages[20].as_str()), (21, "and 5 more"));
}

#[test]
fn names_and_tasks_come_with_the_list_of_pages() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    visit.does(Event::StepAsked(Step::Connect));
    let card = held(&visit);
    let page = visit.model.held.page.clone().unwrap();
    let lines = lines(&card);
    let tasks = lines.iter().find(|line| line.starts_with("Page tasks: "));
    assert!(tasks.unwrap().contains("MESSAGING"));
    let also = format!("Also held: The Page token of {}", page.name);
    assert!(lines.contains(&also), "{lines:#?}");
    let named = format!("{}, {}", page.name, page.id);
    assert!(lines.iter().any(|line| line.contains(&named)), "{lines:#?}");
}

/// After a reload nothing is known of the token; whoever goes back to its card is told.
#[test]
fn the_card_comes_back_after_a_reload() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Reply);
        let before = {
            visit.does(Event::StepAsked(Step::Connect));
            held(&visit)
        };
        visit.does(Event::StepAsked(Step::Read));
        visit.reload();
        visit.settle();
        visit.does(Event::StepAsked(Step::Connect));
        let after = held(&visit);
        assert_eq!(after.who, before.who, "{way:?}");
        assert_eq!(after.permissions, before.permissions, "{way:?}");
        assert_eq!(after.kind, before.kind, "{way:?}");
    }
}

/// Every recorded answer about a token leads to the card, or to a reason.
#[test]
fn recorded_answers() {
    if !fs::exists(RECORDED).unwrap() {
        println!("not checked, since there are no recorded answers here");
        return;
    }
    let mut seen = [0, 0];
    for entry in fs::read_dir(RECORDED).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let body = fs::read_to_string(&path).unwrap();
        let call = match name.as_str() {
            name if name.starts_with("debug_token") => "debug_token",
            name if name.starts_with("me_permissions") => "permissions",
            _ => continue,
        };
        let json: serde_json::Value = serde_json::from_str(&body).unwrap();
        let kind = json["data"]["type"].as_str();
        let visit = bring(Way::UserToken, &[(call, said(&body))]);
        // An answer that does not fit is one that failed: its IDs are blanked in two recordings.
        let is_read = visit.model.connect.identity.facts.value.is_some();
        let expected = match kind {
            _ if call == "permissions" || !is_read => Some(TokenKind::User),
            Some("USER") => Some(TokenKind::User),
            Some("PAGE") => Some(TokenKind::Page),
            _ => None,
        };
        let tokens = visit.model.held.tokens();
        let token = tokens.first().and_then(graph_api::AccessToken::kind);
        assert_eq!(token, expected, "{name}");
        match expected {
            Some(_) => drop(held(&visit)),
            None => assert!(refused(&visit).notice.is_some(), "{name}"),
        }
        seen[usize::from(expected.is_some())] += 1;
    }
    assert!(seen.iter().all(|count| *count > 2), "{seen:?}");
}
