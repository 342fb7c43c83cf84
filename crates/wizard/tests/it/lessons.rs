//! Every lesson of practice mode is met and mended, by what the page offers.

use graph_api::{AnswerError, GraphTime, HttpResponse};
use graph_emulator::{OUTAGE_SECONDS, RATE_LIMIT_SECONDS, Scenario};
use wizard::{Effect, Event, FieldId, Lesson, LessonStage, Lessons, Slot, Step};
use workbench::{Ending, Heard};

use crate::driver::{Visit, Way};

fn lessons(visit: &Visit) -> Lessons {
    visit.view().practice.expect("practice").lessons
}

#[track_caller]
fn on(visit: &Visit) -> Lesson {
    lessons(visit).on.expect("a lesson is on")
}

#[track_caller]
fn check_stage(visit: &Visit, stage: LessonStage) {
    assert_eq!(on(visit).stage, stage, "{:?}", visit.model.step);
}

fn wait(visit: &mut Visit, seconds: i64) {
    visit.now = GraphTime::from_unix(visit.now.unix() + seconds);
}

/// A new token, and back to the step at hand.
#[track_caller]
fn bring_token(visit: &mut Visit) {
    visit.press(&Event::NewTokenAsked);
    visit.primary();
    visit.primary();
    assert_eq!(visit.model.step, Step::Ids);
}

#[track_caller]
fn write(visit: &mut Visit) {
    visit.types(FieldId::Phone, "Are you still there?");
    visit.press(&Event::CustomerWrote);
}

#[track_caller]
fn send(visit: &mut Visit) {
    if visit.model.step < Step::Reply {
        visit.does(Event::StepAsked(Step::Reply));
    }
    visit.types(FieldId::Message, "Hello back");
    visit.press(&Event::SendAsked);
    if visit.view().dialog.is_some() {
        visit.press(&Event::ResendConfirmed);
    }
}

/// A conversation out of the list as it is now.
#[track_caller]
fn choose(visit: &mut Visit, name: &str) {
    visit.press(&Event::StepAsked(Step::Ids));
    visit.press(&Event::ReadAsked(Slot::Conversations));
    visit.choose(name);
    visit.primary();
    assert_eq!(visit.model.step, Step::Read);
}

/// Goes on by what stands out until the lesson is met.
#[track_caller]
fn meet(visit: &mut Visit) {
    for _ in 0..12 {
        if on(visit).stage != LessonStage::Todo {
            break;
        }
        let labels = ["Maple & Moss Plants", "Robin Keller"];
        let choices = visit.offers().choices.into_iter();
        let mut choices = choices.filter(|choice| labels.contains(&choice.label.as_str()));
        if let Some(choice) = choices.find(|choice| !choice.marked) {
            visit.does(choice.event);
        }
        match visit.model.step {
            Step::Reply => send(visit),
            _ => visit.primary(),
        }
    }
    check_stage(visit, LessonStage::Met);
}

/// Does what a reader would do.
#[track_caller]
fn mend(visit: &mut Visit, scenario: Scenario) {
    match scenario {
        Scenario::None | Scenario::BigPage => {}
        Scenario::TokenExpired | Scenario::NoPages | Scenario::PermissionMissing => {
            bring_token(visit);
            visit.primary();
        }
        Scenario::NobodyWrote => {
            write(visit);
            visit.primary();
        }
        Scenario::WindowClosed => {
            write(visit);
            visit.press(&Event::SendAsked);
        }
        Scenario::PersonUnavailable => {
            choose(visit, "Mina Okafor");
            send(visit);
        }
        Scenario::WrongPsid => {
            choose(visit, "Robin Keller");
            send(visit);
        }
        Scenario::RateLimit => {
            wait(visit, RATE_LIMIT_SECONDS);
            visit.press(&Event::ReadAsked(Slot::Messages));
        }
        Scenario::TemporaryFailure => send(visit),
        Scenario::DevelopmentMode => {
            assert_eq!(
                on(visit).aid.as_deref(),
                Some("Give Robin a role on the app")
            );
            visit.press(&Event::HelpAsked);
            visit.press(&Event::SendAsked);
        }
        Scenario::OtherAppThread => {
            visit.press(&Event::HelpAsked);
            visit.press(&Event::SendAsked);
        }
        Scenario::GraphDown => {
            wait(visit, OUTAGE_SECONDS);
            visit.press(&Event::ReadAsked(Slot::Messages));
        }
    }
}

fn all() -> impl Iterator<Item = Scenario> {
    let all = Scenario::ALL.into_iter();
    all.filter(|scenario| !matches!(scenario, Scenario::None | Scenario::BigPage))
}

/// The codes of the first call that Graph refused.
fn codes(visit: &Visit) -> Vec<String> {
    let endings = visit.effects.iter();
    let mut errors = endings.filter_map(|effect| match effect {
        Effect::Bench(Heard::Ended {
            ending: Ending::Answered { status, body, .. },
            ..
        }) => AnswerError::of(&HttpResponse {
            status: *status,
            headers: Vec::new(),
            body: body.clone(),
        }),
        _ => None,
    });
    match errors.next() {
        Some(AnswerError::Graph { error, .. }) => {
            let codes = [error.code, error.subcode].into_iter().flatten();
            codes.map(|code| code.to_string()).collect()
        }
        Some(AnswerError::NotJson { status, .. }) => vec![status.to_string()],
        _ => Vec::new(),
    }
}

/// A visit in which everything is at hand, and the lesson was met.
#[track_caller]
fn met(scenario: Scenario) -> Visit {
    let mut visit = Visit::at(Way::Practice, Step::Reply);
    visit.scenario(scenario);
    check_stage(&visit, LessonStage::Todo);
    let told = on(&visit).lines.join(" ");
    visit.press(&Event::LessonStarted);
    meet(&mut visit);
    for code in codes(&visit) {
        assert!(told.contains(&code), "{code} in {told:?}");
    }
    assert_eq!(lessons(&visit).count, "0 of 12 mended");
    visit
}

#[test]
fn each_is_met_and_mended() {
    for scenario in all() {
        eprintln!("{scenario}");
        let mut visit = met(scenario);
        mend(&mut visit, scenario);
        check_stage(&visit, LessonStage::Mended);
        assert_eq!(lessons(&visit).count, "1 of 12 mended");
        visit.scenario(Scenario::None);
        let lessons = lessons(&visit);
        assert_eq!((lessons.on, &*lessons.count), (None, "1 of 12 mended"));
        let rows = lessons.rows.into_iter();
        let mut mended = rows.filter(|row| row.stage == LessonStage::Mended);
        assert_eq!(mended.next().unwrap().name, scenario.name());
    }
}

#[test]
fn a_reload_forgets_neither() {
    for scenario in all() {
        eprintln!("{scenario}");
        let mut visit = met(scenario);
        visit.reload();
        visit.settle();
        check_stage(&visit, LessonStage::Met);
        let mut visit = met(scenario);
        mend(&mut visit, scenario);
        visit.reload();
        visit.settle();
        check_stage(&visit, LessonStage::Mended);
        assert_eq!(lessons(&visit).count, "1 of 12 mended");
    }
}

/// All of them in one visit, by *Next lesson*, from the step where the last one ended.
#[test]
fn one_leads_to_the_next_until_all_are_mended() {
    let mut visit = Visit::at(Way::Practice, Step::Reply);
    visit.scenario(Scenario::TokenExpired);
    for (done, scenario) in (1..).zip(all()) {
        eprintln!("{scenario}");
        visit.press(&Event::LessonStarted);
        meet(&mut visit);
        mend(&mut visit, scenario);
        check_stage(&visit, LessonStage::Mended);
        assert_eq!(lessons(&visit).count, format!("{done} of 12 mended"));
        let buttons = visit.view().practice.unwrap().buttons;
        let mut buttons = buttons.iter();
        let next = buttons.find(|button| button.label == "Next lesson");
        match next {
            Some(next) => visit.press(&next.event.clone()),
            None => assert_eq!(done, 12),
        }
    }
    let last = on(&visit).lines.pop().unwrap();
    assert!(last.contains("mended them all"), "{last}");
}

#[test]
fn a_lesson_can_be_begun_again_and_stays_mended() {
    let mut visit = met(Scenario::WindowClosed);
    mend(&mut visit, Scenario::WindowClosed);
    visit.scenario(Scenario::WindowClosed);
    check_stage(&visit, LessonStage::Todo);
    assert_eq!(lessons(&visit).count, "1 of 12 mended");
    visit.press(&Event::LessonStarted);
    meet(&mut visit);
    assert_eq!(lessons(&visit).count, "1 of 12 mended");
}

#[test]
fn a_lesson_that_begins_later_says_so_and_leads_as_far_as_it_can() {
    let mut visit = Visit::at(Way::Practice, Step::Start);
    visit.scenario(Scenario::OtherAppThread);
    assert!(visit.view().practice.unwrap().is_early);
    visit.press(&Event::LessonStarted);
    assert_eq!(visit.model.step, Step::Ids);
    visit.press(&Event::StepAsked(Step::Start));
    write(&mut visit);
    visit.primary();
    meet(&mut visit);
    mend(&mut visit, Scenario::OtherAppThread);
    check_stage(&visit, LessonStage::Mended);
}

/// Live there are none, and what is pressed there by an old event does nothing.
#[test]
fn live_has_no_lessons() {
    let mut visit = Visit::at(Way::PageToken, Step::Reply);
    assert_eq!(visit.view().practice, None);
    let before = visit.effects.len();
    visit.does(Event::LessonStarted);
    visit.does(Event::HelpAsked);
    assert_eq!(
        (visit.effects.len(), visit.model.step),
        (before, Step::Reply)
    );
}
