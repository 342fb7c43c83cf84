//! A late answer never overwrites a newer one.

use graph_api::endpoints::{GetConversation, ListConversations};
use graph_api::{Endpoint, HttpResponse};
use wizard::{Effect, Event, Mode, SendState, Slot, Step};

use workbench::Ending;

use crate::driver::{Visit, Way, customer_writes};

/// Delivers the newest answer first.
#[track_caller]
fn settle_backwards(visit: &mut Visit) {
    visit.hear();
    while let Some(newest) = visit.answers.len().checked_sub(1) {
        visit.deliver(newest);
    }
}

/// An answer that would be seen if it were taken.
fn marked(body: &str) -> HttpResponse {
    HttpResponse {
        status: 200,
        headers: Vec::new(),
        body: body.to_owned(),
    }
}

/// Asks twice; the older answer, marked, comes last.
#[track_caller]
fn check_twice<E: Endpoint>(step: Step, slot: Slot, old: &str) {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Read);
        visit.does(Event::StepAsked(step));
        visit.does(Event::ReadAsked(slot));
        let expected = visit.view().screen;
        visit.answer_instead::<E>(Ok(marked(old)));
        visit.act(Event::ReadAsked(slot));
        visit.act(Event::ReadAsked(slot));
        settle_backwards(&mut visit);
        assert_eq!(visit.view().screen, expected, "{way:?}");
        let [.., older, newer] = visit.endings(E::SPEC.route)[..] else {
            panic!("two calls");
        };
        assert_eq!(*older, Ending::Cancelled);
        assert!(matches!(newer, Ending::Answered { .. }));
    }
}

#[test]
fn the_older_of_two_reads_is_dropped() {
    let empty = r#"{"data":[]}"#;
    check_twice::<ListConversations>(Step::Ids, Slot::Conversations, empty);
    let empty = r#"{"messages":{"data":[]},"id":"t_1"}"#;
    check_twice::<GetConversation>(Step::Read, Slot::Messages, empty);
}

#[test]
fn what_was_asked_for_a_step_ends_with_it() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Read);
        visit.act(Event::ReadAsked(Slot::Messages));
        visit.act(Event::StepAsked(Step::Ids));
        let before = visit.model.messages.clone();
        settle_backwards(&mut visit);
        assert_eq!(visit.model.messages, before);
        assert!(!visit.model.messages.is_loading());
    }
}

#[test]
fn conversations_of_another_page_are_dropped() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.primary();
    visit.choose("Maple & Moss Plants");
    visit.act(Event::PageSubmitted);
    visit.act(Event::PageDropped);
    visit.choose("Bluebird Bakery");
    visit.act(Event::PageSubmitted);
    settle_backwards(&mut visit);
    let rows = visit.model.conversations.value.clone().unwrap().rows;
    let page = visit.model.held.page.clone().unwrap();
    assert_eq!(page.name, "Bluebird Bakery");
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| {
        row.participants
            .iter()
            .any(|who| who.id.as_str() == page.id.as_str())
    }));
}

#[test]
fn a_list_that_was_read_anew_takes_no_older_part() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.scenario(graph_emulator::Scenario::BigPage);
    visit.primary();
    visit.choose("Maple & Moss Plants");
    visit.primary();
    let first = visit.model.conversations.value.clone().unwrap();
    visit.act(Event::MoreAsked(Slot::Conversations));
    visit.act(Event::MoreAsked(Slot::Conversations));
    visit.act(Event::ReadAsked(Slot::Conversations));
    settle_backwards(&mut visit);
    assert_eq!(visit.model.conversations.value.clone().unwrap(), first);
    visit.does(Event::MoreAsked(Slot::Conversations));
    let both = visit.model.conversations.value.clone().unwrap();
    assert_eq!(both.rows.len(), 2 * first.rows.len());
    assert_eq!(both.rows[..first.rows.len()], first.rows);
}

#[test]
fn nothing_comes_back_after_everything_was_forgotten() {
    for way in Way::ALL {
        for step in Step::ALL.into_iter().skip(2) {
            let mut visit = Visit::at(way, step);
            visit.act(Event::ReadAsked(Slot::Messages));
            visit.act(Event::ReadAsked(Slot::Conversations));
            visit.act(Event::ForgetConfirmed);
            let before = format!("{:?}", visit.model);
            settle_backwards(&mut visit);
            assert_eq!(format!("{:?}", visit.model), before);
            assert_eq!(visit.model.session(), None);
        }
    }
}

#[test]
fn a_practice_world_that_was_left_does_not_come_back() {
    for left in [
        Event::ForgetConfirmed,
        Event::ModeChosen(Mode::Live),
        Event::PracticeCancelled,
    ] {
        let mut visit = Visit::new();
        visit.act(Event::PracticeStarted);
        let late: Vec<_> = visit.said.drain(..).collect();
        visit.act(left.clone());
        let before = format!("{:?}", visit.model);
        for event in late {
            visit.act(event);
        }
        assert_eq!(format!("{:?}", visit.model), before, "{left:?}");
        assert!(visit.answers.is_empty());
        visit.act(Event::PracticeFailed);
        assert!(!visit.model.practice.failed, "nobody waited for it");
    }
}

#[test]
fn a_reading_that_was_taken_back_does_not_come() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.types(wizard::FieldId::Notification, "{}");
    visit.act(Event::NotificationSubmitted);
    let late: Vec<_> = visit.said.drain(..).collect();
    assert!(!late.is_empty());
    visit.press(&Event::NotificationCancelled);
    for event in late {
        visit.act(event);
    }
    let shortcut = &visit.model.shortcut;
    assert!(shortcut.reading.is_none() && shortcut.draft.0 == "{}");
}

#[test]
fn a_reply_to_somebody_else_is_not_taken_for_this_one() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(wizard::FieldId::Message, "For Robin");
    visit.act(Event::SendAsked);
    visit.act(Event::StepAsked(Step::Ids));
    visit.choose("Mina Okafor");
    settle_backwards(&mut visit);
    assert_eq!(
        (visit.model.step, &visit.model.held.sent),
        (Step::Ids, &None)
    );
    assert_eq!(visit.model.sending, SendState::Idle);
    assert_eq!(visit.model.composer.text.0, "For Robin");
}

#[test]
fn cancelling_keeps_what_was_known() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let known = visit.model.messages.clone();
    customer_writes(&mut visit.live, visit.now, "One more");
    visit.act(Event::ReadAsked(Slot::Messages));
    visit.act(Event::Cancelled(Slot::Messages));
    let ticket = visit.answers[0].ticket;
    assert!(visit.effects.contains(&Effect::Abort(ticket)));
    visit.settle();
    assert_eq!(visit.model.messages, known);
}
