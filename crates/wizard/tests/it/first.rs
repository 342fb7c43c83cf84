//! The first screen by itself shows and does what the whole page would.

use graph_api::GraphTime;
use wizard::view::Screen;
use wizard::view::connect::ConnectView;
use wizard::{Arrival, Event, Mode, Model, Place, Rest, Step, Theme};

/// Takes an event with each part of the page: with the first alone, and with all of it.
#[track_caller]
fn check(event: Event) {
    let (mut first, mut whole) = (Model::default(), Model::default());
    let effects = first.update_first(event.clone()).unwrap();
    assert_eq!(effects, whole.update(event.clone(), 0), "{event:?}");
    check_same(&first, &whole);
}

/// The first screen is that of the whole page.
#[track_caller]
fn check_same(first: &Model, whole: &Model) {
    let (first, whole) = (
        first.view_first(Mode::Practice),
        whole.view(GraphTime::from_unix(0)),
    );
    let Screen::Connect(screen) = &whole.screen else {
        panic!("another step");
    };
    let ConnectView::Choose(screen) = &**screen else {
        panic!("a token is held");
    };
    assert_eq!(first.title, whole.title);
    assert_eq!(first.over, whole.over);
    assert_eq!(first.heading, whole.heading);
    assert_eq!(first.lead, whole.lead);
    assert_eq!(first.header, whole.header);
    assert_eq!(first.marks, whole.marks);
    assert_eq!(first.warnings, whole.warnings);
    assert_eq!(first.modes, screen.modes);
    assert_eq!(first.wait, screen.wait);
    assert_eq!(first.submit, screen.submit);
    let rest_is_empty = screen.live.is_none()
        && screen.notice.is_none()
        && whole.problems.is_empty()
        && whole.readiness.is_none()
        && whole.facts.is_empty()
        && whole.dialog.is_none()
        && whole.practice.is_none()
        && whole.status.text.is_empty();
    assert!(rest_is_empty, "{whole:?}");
}

#[test]
fn a_new_visit_looks_the_same() {
    check_same(&Model::default(), &Model::default());
}

#[test]
fn what_it_takes_it_takes_like_the_whole_page() {
    for theme in [Theme::System, Theme::Light, Theme::Dark] {
        check(Event::ThemeChosen(theme));
    }
    for arrival in [Arrival::Token, Arrival::Refusal, Arrival::Code] {
        check(Event::Arrived(arrival));
    }
    for is_hidden in [true, false] {
        check(Event::TabHidden(is_hidden));
    }
    check(Event::CameOnline);
    check(Event::LocationChanged(None));
    for step in Step::ALL {
        check(Event::LocationChanged(Some(Place::Step(step))));
    }
}

#[test]
fn what_it_cannot_take_is_given_back_and_changes_nothing() {
    for event in [
        Event::ModeChosen(Mode::Live),
        Event::PracticeStarted,
        Event::LocationChanged(Some(Place::Explorer)),
        Event::ArrivalDismissed,
    ] {
        let mut model = Model::default();
        assert_eq!(model.update_first(event.clone()), Err(event));
        check_same(&model, &Model::default());
    }
}

#[test]
fn it_tells_how_far_the_rest_is() {
    let mut model = Model::default();
    assert!(model.note_rest(Rest::Awaited).is_empty());
    assert!(model.view_first(Mode::Practice).wait.is_some());
    assert_eq!(model.note_rest(Rest::Missing).len(), 1);
    let view = model.view_first(Mode::Practice);
    assert_eq!(view.wait, None);
    assert_eq!(view.warnings[0].buttons[0].event, Event::RestAsked);
    model.note_rest(Rest::Quiet);
    check_same(&model, &Model::default());
}
