//! What came in the page's address is told, changes nothing else, and goes when the reader goes on.

use wizard::{Arrival, Effect, Event, Focus, Mode, Step};

use crate::driver::{Visit, Way};

const ALL: [Arrival; 3] = [Arrival::Token, Arrival::Refusal, Arrival::Code];

/// How many warnings stand on the screen.
fn warnings(visit: &Visit) -> usize {
    visit.view().warnings.len()
}

/// It is told, nothing is asked of Graph, and after `go_on` it is gone.
#[track_caller]
fn check(mut visit: Visit, arrival: Arrival, go_on: impl Fn(&mut Visit)) {
    let stored = visit.model.session();
    let count = visit.effects.len();
    visit.act(Event::Arrived(arrival));
    assert_eq!(visit.effects[count..], [Effect::Focus(Focus::Warning)]);
    assert_eq!(visit.model.session(), stored, "nothing of it is kept");
    assert_eq!(warnings(&visit), 1, "{arrival:?}");
    go_on(&mut visit);
    assert_eq!(warnings(&visit), 0, "{arrival:?}");
}

#[test]
fn told_until_dismissed() {
    for arrival in ALL {
        check(Visit::new(), arrival, |visit| {
            let offers = visit.offers();
            let mut buttons = offers.buttons.iter();
            let hide = buttons.find(|button| button.event == Event::ArrivalDismissed);
            visit.act(hide.unwrap().event.clone());
        });
    }
}

#[test]
fn told_until_the_reader_goes_on() {
    for way in Way::ALL {
        check(Visit::at(way, Step::Reply), Arrival::Token, |visit| {
            visit.act(Event::StepAsked(Step::Read));
        });
    }
}

#[test]
fn told_until_everything_is_forgotten() {
    check(
        Visit::at(Way::UserToken, Step::Reply),
        Arrival::Token,
        |visit| {
            visit.act(Event::ForgetConfirmed);
        },
    );
}

#[test]
fn told_until_a_reload() {
    check(
        Visit::at(Way::UserToken, Step::Reply),
        Arrival::Token,
        Visit::reload,
    );
}

#[test]
fn still_told_while_a_token_is_brought() {
    let mut visit = Visit::new();
    visit.act(Event::Arrived(Arrival::Token));
    visit.act(Event::ModeChosen(Mode::Live));
    visit.act(Event::TokenSubmitted);
    assert_eq!(warnings(&visit), 1);
}

#[test]
fn the_words_are_those_that_boot_writes() {
    let boot = include_str!("../../../../boot.js");
    for word in ["token", "refused", "code"] {
        assert!(
            Arrival::noted(word).is_some() && boot.contains(&format!("  {word}: /")),
            "{word}"
        );
    }
    assert_eq!(Arrival::noted("Token"), None);
    assert_eq!(Arrival::noted(""), None);
}
