//! Tokens that expire, are refused, or cannot be recognised.

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{Endpoint, HttpResponse, TokenKind};
use graph_emulator::Scenario;
use proptest::prelude::*;
use wizard::view::Screen;
use wizard::view::connect::ConnectView;
use wizard::{Event, FieldId, Mode, Model, PracticeAsk, Step, Text, Ticket, TransportError};

use crate::driver::{Carried, Visit, Way};
use crate::manners;

const DRAFT: &str = "A draft that stays";

fn fresh_token(visit: &mut Visit, way: Way) -> String {
    let keys = visit.live.keys(visit.now);
    visit.learn_secrets();
    match way {
        Way::PageToken => keys.page_token,
        _ => keys.user_token,
    }
}

/// The token expires at a step; a new one is brought, and the way goes on where it stopped.
#[track_caller]
fn check_expiry(way: Way, fail: impl Fn(&mut Visit)) {
    let mut visit = Visit::at(way, Step::Reply);
    visit.types(FieldId::Message, DRAFT);
    visit.scenario(Scenario::TokenExpired);
    fail(&mut visit);
    let held = visit.model.held.clone();
    visit.press(&Event::NewTokenAsked);
    assert_eq!(visit.model.step, Step::Connect);
    assert_ne!(
        visit.view().heading,
        Visit::new().view().heading,
        "it says what is wanted"
    );
    if way != Way::Practice {
        let token = fresh_token(&mut visit, way);
        visit.types(FieldId::Token, &token);
    }
    visit.primary();
    visit.primary();
    if way != Way::PageToken {
        // The Page's own token comes with the new list.
        assert_eq!(visit.model.step, Step::Ids);
        visit.primary();
        visit.primary();
    }
    let after = &visit.model.held;
    assert_eq!(
        (&after.page, &after.conversation),
        (&held.page, &held.conversation)
    );
    assert_eq!(
        after.person.as_ref().unwrap().psid,
        held.person.unwrap().psid
    );
    assert_eq!(visit.model.composer.text.0, DRAFT);
    for _ in 0..3 {
        if visit.model.step != Step::Reply {
            visit.primary();
        }
    }
    visit.primary();
    assert_eq!(visit.model.step, Step::Done);
}

#[test]
fn a_token_that_expires_costs_nothing_but_a_new_one() {
    for way in Way::ALL {
        check_expiry(way, |visit| visit.does(Event::SendAsked));
        check_expiry(way, |visit| visit.does(Event::StepAsked(Step::Read)));
    }
}

#[test]
fn an_expired_practice_token_can_be_replaced_on_connect_too() {
    for reloads in [false, true] {
        let mut visit = Visit::at(Way::Practice, Step::Start);
        visit.scenario(Scenario::TokenExpired);
        visit.does(Event::StepAsked(Step::Connect));
        if reloads {
            visit.reload();
            visit.settle();
        } else {
            visit.press(&Event::NewTokenAsked);
        }
        visit.primary();
        visit.primary();
        assert_eq!(visit.model.step, Step::Start, "reloads: {reloads}");
        visit.primary();
        visit.primary();
        assert!(visit.model.pages.failure().is_none());
    }
}

fn broken() -> Vec<Carried> {
    let answer = |status, body: &str| {
        Ok(HttpResponse {
            status,
            headers: Vec::new(),
            body: body.to_owned(),
        })
    };
    vec![
        answer(500, r#"{"error":{"message":"Oops","code":2}}"#),
        answer(400, r#"{"error":{"message":"(#100) No","code":100}}"#),
        answer(502, "<html>"),
        answer(200, ""),
        Err(TransportError::Unreachable),
    ]
}

/// Whose token is it, when one of the three answers fails? The other two tell.
#[track_caller]
fn check_identity<E: Endpoint>(way: Way, expected: TokenKind) {
    for result in broken() {
        let mut visit = Visit::new();
        visit.choose("Live");
        let token = fresh_token(&mut visit, way);
        visit.types(FieldId::Token, &token);
        // As often as the page tries by itself.
        for _ in 0..3 {
            visit.answer_instead::<E>(result.clone());
        }
        visit.primary();
        visit.instead.clear();
        let held = visit.model.held.tokens();
        let kinds: Vec<_> = held.iter().map(graph_api::AccessToken::kind).collect();
        assert_eq!(kinds, [Some(expected)], "{result:?}");
        let keys = visit.live.keys(visit.now);
        let page = visit.model.held.page.as_ref();
        let page = page.map(|page| page.id.to_string());
        let is_page = expected == TokenKind::Page;
        assert_eq!(page, is_page.then_some(keys.page_id), "{result:?}");
    }
}

#[test]
fn one_answer_of_the_three_may_fail() {
    for (way, kind) in [
        (Way::UserToken, TokenKind::User),
        (Way::PageToken, TokenKind::Page),
    ] {
        check_identity::<GetMe>(way, kind);
        check_identity::<DebugToken>(way, kind);
        check_identity::<ListPermissions>(way, kind);
    }
}

/// When two fail nobody can tell whose the token is: it is not taken, and what was typed stays.
#[test]
fn two_answers_of_the_three_may_not() {
    for (way, result) in [Way::UserToken, Way::PageToken]
        .into_iter()
        .flat_map(|way| broken().into_iter().map(move |result| (way, result)))
    {
        let mut visit = Visit::new();
        visit.choose("Live");
        let token = fresh_token(&mut visit, way);
        visit.types(FieldId::Token, &token);
        for _ in 0..3 {
            visit.answer_instead::<GetMe>(result.clone());
            visit.answer_instead::<DebugToken>(result.clone());
        }
        visit.primary();
        visit.instead.clear();
        let Screen::Connect(view) = visit.view().screen else {
            panic!("not on Connect");
        };
        let ConnectView::Choose(view) = *view else {
            panic!("{view:?} after {result:?}");
        };
        assert!(view.notice.is_some() && !visit.model.held.is_connected());
        assert_eq!(visit.model.connect.draft.0, token, "what was typed stays");
        // Once more, and it works.
        visit.primary();
        assert!(visit.model.held.is_connected(), "{result:?}");
    }
}

#[test]
fn secrets_of_an_app_are_refused_and_go_nowhere() {
    let app_token = Visit::new().live.app_token();
    for bad in [
        app_token.as_str(),
        &"0a".repeat(16),
        "IGAA-no-token-of-facebook",
        "two words",
        " ",
        "Bearer ",
    ] {
        let mut visit = Visit::new();
        visit.choose("Live");
        visit.types(FieldId::Token, bad);
        visit.primary();
        assert!(
            visit.model.calls.is_empty()
                && visit
                    .effects
                    .iter()
                    .all(|it| !matches!(it, wizard::Effect::Send { .. }))
        );
        assert!(visit.model.connect.pasted.is_none() && !visit.model.held.is_connected());
        let stored = visit.model.session().unwrap_or_default();
        assert!(
            bad.trim().is_empty() || !stored.contains(bad.trim()),
            "{stored}"
        );
        let view = visit.view();
        assert_eq!(view.problems[0].field, FieldId::Token.dom_id());
        assert!(view.title.starts_with("Error: "));
        manners::check_secrets(&visit, &format!("{:?}{:?}", visit.model, view));
    }
}

#[test]
fn pasted_tokens_are_cleaned() {
    for (before, after) in [
        ("  \"", "\",\n"),
        ("Bearer ", ""),
        ("access_token=", " "),
        ("Authorization: Bearer ", "\r\n"),
    ] {
        let mut visit = Visit::new();
        visit.choose("Live");
        let token = fresh_token(&mut visit, Way::UserToken);
        visit.types(FieldId::Token, &format!("{before}{token}{after}"));
        visit.primary();
        assert_eq!(
            visit.model.held.user_token.as_ref().unwrap().expose(),
            token
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What is written to a log or a panic message tells no token and no draft.
    #[test]
    fn debug_does_not_tell(secret in "[A-Za-z0-9]{24,60}") {
        let text = Text(secret.clone());
        let mut model = Model::default();
        let mut told = String::new();
        for event in [
            Event::ModeChosen(Mode::Live),
            Event::Typed(FieldId::Token, text.clone()),
            Event::Typed(FieldId::Message, text.clone()),
            Event::Typed(FieldId::Phone, text.clone()),
            Event::TokenSubmitted,
            Event::PracticeOpened { user_token: text.clone() },
            Event::PracticeChanged { phone: Default::default(), snapshot: text.clone(), scenario: "none".to_owned(), lessons: Default::default() },
            Event::Answered {
                ticket: Ticket(1),
                result: Ok(HttpResponse { status: 200, headers: Vec::new(), body: secret.clone() }),
                millis: 1,
            },
        ] {
            told.push_str(&format!("{event:?}"));
            let effects = model.update(event, 0);
            told.push_str(&format!("{effects:?}{model:?}"));
        }
        let ask = PracticeAsk::Open { snapshot: Some(secret.clone()) };
        told.push_str(&format!("{ask:?}"));
        prop_assert!(!told.contains(&secret), "{}", told);
    }
}
