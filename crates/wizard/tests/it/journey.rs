//! From Connect to Done, in practice and live, by what the view offers.

use graph_api::TokenKind;
use graph_api::endpoints::{DebugToken, GetConversation, ListConversations, ListPages};
use graph_api::endpoints::{GetMe, ListPermissions, SendMessage};
use graph_api::{Endpoint, Spec};
use wizard::view::connect::ConnectView;
use wizard::view::parts::Tone;
use wizard::view::{Screen, StepState};
use wizard::{Effect, Mode, Place, Step};

use crate::driver::{HELLO, Visit, Way};

/// What the way has asked for, in order; the three about the token in any order.
#[track_caller]
fn check_calls(visit: &Visit, expected: &[Spec]) {
    let calls = visit.effects.iter().filter_map(|effect| match effect {
        Effect::Send { call, .. } => Some(call.spec.route),
        _ => None,
    });
    let calls: Vec<_> = calls.collect();
    let (token, rest) = calls.split_at(3);
    for spec in [GetMe::SPEC, DebugToken::SPEC, ListPermissions::SPEC] {
        assert!(token.contains(&spec.route), "{calls:?}");
    }
    let expected: Vec<_> = expected.iter().map(|spec| spec.route).collect();
    assert_eq!(rest, expected);
}

#[track_caller]
fn check_done(way: Way, calls: &[Spec]) {
    let mut visit = Visit::at(way, Step::Done);
    check_calls(&visit, calls);
    assert_eq!(visit.history, Step::ALL.map(Place::Step));
    let view = visit.view();
    let Screen::Done(done) = &view.screen else {
        panic!("{:?}", view.screen);
    };
    let texts: Vec<_> = done
        .thread
        .iter()
        .map(|bubble| bubble.text.as_deref())
        .collect();
    assert_eq!(texts, [Some(HELLO), Some("Hello back")]);
    assert_eq!(done.notice.as_ref().unwrap().tone, Tone::Ok);
    assert!(visit.surface("journey").contains("Hello back"));
    let sent = visit.model.held.sent.clone().unwrap();
    assert_eq!(done.message_id.as_deref(), Some(sent.as_str()));
    let keys = {
        let now = visit.now;
        visit.world(visit.model.mode).keys(now)
    };
    let facts: Vec<_> = view
        .facts
        .iter()
        .filter_map(|fact| fact.value.clone())
        .collect();
    let conversation = keys.conversation_id.unwrap();
    assert_eq!(facts[..3], [keys.page_id, keys.psid, conversation]);
}

#[test]
fn practice_leads_to_done() {
    check_done(
        Way::Practice,
        &[
            ListPages::SPEC,
            ListConversations::SPEC,
            GetConversation::SPEC,
            SendMessage::SPEC,
            GetConversation::SPEC,
        ],
    );
}

#[test]
fn a_user_token_leads_to_done() {
    check_done(
        Way::UserToken,
        &[
            ListPages::SPEC,
            ListConversations::SPEC,
            GetConversation::SPEC,
            SendMessage::SPEC,
            GetConversation::SPEC,
        ],
    );
}

#[test]
fn a_page_token_needs_no_list_of_pages() {
    check_done(
        Way::PageToken,
        &[
            ListConversations::SPEC,
            GetConversation::SPEC,
            SendMessage::SPEC,
            GetConversation::SPEC,
        ],
    );
}

/// At every step: where the reader is, one way on, and the newest call on display.
#[track_caller]
fn check_step(way: Way, step: Step) {
    let visit = Visit::at(way, step);
    let view = visit.view();
    assert_eq!(visit.offers().primary().len(), 1);
    assert!(view.title.contains(view.heading) && view.title.contains(&view.over));
    if let Some(number) = step.number() {
        assert!(view.over.contains(&number.to_string()), "{}", view.over);
    }
    for mark in &view.marks {
        let fits = match mark.state {
            StepState::Current => mark.step == step,
            StepState::Done => mark.step < step,
            StepState::Open | StepState::Todo => mark.step > step,
        };
        assert!(fits, "{mark:?} at {step:?}");
    }
    assert_eq!(
        view.practice.is_some(),
        way == Way::Practice && step > Step::Connect
    );
    assert_eq!(view.facts.is_empty(), step == Step::Connect);
    let Some(newest) = visit.model.calls.last() else {
        return;
    };
    let panel = visit.surface("panel");
    assert!(panel.contains(&newest.call.path[1..]), "{panel}");
    assert!(
        panel.contains("200 OK") && panel.contains("_TOKEN"),
        "{panel}"
    );
}

#[test]
fn every_step_has_one_way_on() {
    for way in Way::ALL {
        for step in Step::ALL {
            check_step(way, step);
        }
    }
}

#[track_caller]
fn check_token(way: Way, kind: TokenKind) {
    let mut visit = Visit::at(way, Step::Start);
    visit.does(wizard::Event::StepAsked(Step::Connect));
    let kinds: Vec<_> = visit
        .model
        .held
        .tokens()
        .iter()
        .map(graph_api::AccessToken::kind)
        .collect();
    assert_eq!(kinds, [Some(kind)]);
    assert_eq!(visit.model.connect.draft.0, "", "the field is emptied");
    let Screen::Connect(connect) = visit.view().screen else {
        panic!("not on Connect");
    };
    let ConnectView::Held(held) = *connect else {
        panic!("{connect:?}");
    };
    let is_there = |mark: &wizard::view::connect::Mark| mark.state == wizard::Presence::There;
    assert!(held.permissions.iter().all(is_there));
    assert_eq!(held.notice, None);
    assert!(visit.view().header.tokens[0].1 == held.tail);
}

#[test]
fn the_token_is_recognised() {
    check_token(Way::Practice, TokenKind::User);
    check_token(Way::UserToken, TokenKind::User);
    check_token(Way::PageToken, TokenKind::Page);
}

#[test]
fn a_page_without_the_task_cannot_be_chosen() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.primary();
    let choices = visit.offers().choices;
    let barred: Vec<_> = choices
        .iter()
        .filter(|choice| choice.barred.is_some())
        .collect();
    assert_eq!(barred.len(), 1);
    assert_eq!(barred[0].label, "Harbour Lane Books");
    assert_eq!(
        choices.len(),
        3,
        "one is hidden without business_management"
    );
}

#[test]
fn the_same_way_can_be_gone_once_more() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Done);
        let first = visit.model.held.sent.clone();
        visit.primary();
        assert_eq!(visit.model.step, Step::Start);
        for step in [Step::Ids, Step::Read, Step::Reply] {
            visit.primary();
            assert_eq!(visit.model.step, step);
        }
        visit.types(wizard::FieldId::Message, "Once more");
        visit.primary();
        assert_eq!(visit.model.step, Step::Done);
        assert_ne!(visit.model.held.sent, first);
    }
}

#[test]
fn forgetting_everything_leaves_nothing() {
    for way in Way::ALL {
        for step in Step::ALL.into_iter().skip(1) {
            let mut visit = Visit::at(way, step);
            visit.press(&wizard::Event::ForgetAsked);
            visit.press(&wizard::Event::ForgetConfirmed);
            assert_eq!(visit.model.step, Step::Connect);
            assert_eq!(visit.model.session(), None);
            assert_eq!(visit.model.mode, Mode::Practice);
            assert!(visit.model.calls.is_empty() && !visit.model.held.is_connected());
            let forgets = |effect: &Effect| matches!(effect, Effect::Forget { .. });
            assert!(visit.effects.iter().any(forgets));
        }
    }
}

#[test]
fn a_list_that_has_become_empty_leaves_one_way_on() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    visit.does(wizard::Event::StepAsked(Step::Ids));
    visit
        .live
        .set_scenario(visit.now, graph_emulator::Scenario::NobodyWrote);
    visit.does(wizard::Event::ReadAsked(wizard::Slot::Conversations));
    visit.primary();
    assert_eq!(visit.model.step, Step::Read);
}
