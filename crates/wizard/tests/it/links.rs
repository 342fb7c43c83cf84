//! Addresses lead no further than the reader has come.

use wizard::{Effect, Event, Place, Step};

use crate::driver::{Visit, Way};

/// Whatever the address says, the reader stays within what is open, and the address is put right.
#[track_caller]
fn check(mut visit: Visit, asked: Option<Step>) {
    let from = visit.model.step;
    let wanted = asked.unwrap_or(from);
    let expected = wanted.nearest_open(&visit.model);
    assert!(expected <= wanted);
    let count = visit.effects.len();
    // The browser has the new address already.
    visit.history.push(asked.unwrap_or(Step::Connect).into());
    if asked.is_none() {
        visit.history.pop();
    }
    visit.act(Event::LocationChanged(asked.map(Place::Step)));
    assert_eq!(visit.model.step, expected, "{asked:?} from {from:?}");
    let effects = &visit.effects[count..];
    let corrected = effects.contains(&Effect::ReplaceLocation(expected.into()));
    assert_eq!(
        corrected,
        asked != Some(expected),
        "{asked:?} from {from:?}"
    );
    let pushed = effects
        .iter()
        .any(|effect| matches!(effect, Effect::PushLocation(_)));
    assert!(
        !pushed,
        "an address that was asked for is not written again"
    );
    visit.settle();
    assert_eq!(visit.model.step, expected);
}

#[test]
fn every_address_from_every_state() {
    for way in Way::ALL {
        for at in Step::ALL {
            for asked in Step::ALL.map(Some).into_iter().chain([None]) {
                check(Visit::at(way, at), asked);
            }
        }
    }
}

#[test]
fn a_link_asked_for_in_the_page_is_held_to_the_same() {
    for step in Step::ALL {
        let mut visit = Visit::new();
        visit.does(Event::StepAsked(step));
        assert_eq!(visit.model.step, Step::Connect);
    }
}

#[test]
fn back_goes_the_way_back() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Done);
        for step in Step::ALL.into_iter().rev().skip(1) {
            visit.back();
            visit.settle();
            assert_eq!(visit.model.step, step);
        }
    }
}

#[test]
fn another_conversation_closes_the_end() {
    let mut visit = Visit::at(Way::UserToken, Step::Done);
    visit.does(Event::StepAsked(Step::Ids));
    visit.does(Event::ReadAsked(wizard::Slot::Conversations));
    visit.choose("Mina Okafor");
    visit.history.push(Step::Done.into());
    visit.does(Event::LocationChanged(Some(Step::Done.into())));
    assert_eq!(visit.model.step, Step::Reply);
}
