//! The focus is never lost with a button that goes, and nobody is taken out of a field for an answer.

use graph_api::HttpResponse;
use graph_api::endpoints::{DebugToken, ListPages};
use wizard::view::Screen;
use wizard::view::connect::{ConnectView, LiveView};
use wizard::{Effect, Event, FieldId, Focus, Mode, Slot, Step, TransportError};

use crate::driver::{Visit, Way};

/// Presses a button, which goes; the focus is here then.
#[track_caller]
fn check(visit: &mut Visit, event: &Event, focus: Focus) {
    let before = visit.effects.len();
    visit.press(event);
    assert_eq!(newest(visit, before), Some(focus), "{event:?}");
}

/// Where the focus went last, of the effects since then.
fn newest(visit: &Visit, since: usize) -> Option<Focus> {
    let mut effects = visit.effects[since..].iter().rev();
    effects.find_map(|effect| match effect {
        Effect::Focus(target) => Some(*target),
        _ => None,
    })
}

#[test]
fn another_page_begins_at_the_heading() {
    for way in [Way::Practice, Way::UserToken] {
        let mut visit = Visit::at(way, Step::Read);
        for step in [Step::Ids, Step::Start] {
            visit.does(Event::StepAsked(step));
            check(&mut visit, &Event::PageDropped, Focus::Heading);
            visit.does(Event::StepAsked(Step::Ids));
            visit.choose("Maple & Moss Plants");
            visit.primary();
        }
    }
}

#[test]
fn another_token_begins_at_the_heading_or_in_its_field() {
    let mut visit = Visit::at(Way::Practice, Step::Start);
    visit.does(Event::StepAsked(Step::Connect));
    check(&mut visit, &Event::NewTokenAsked, Focus::Heading);
    let mut visit = Visit::at(Way::UserToken, Step::Start);
    visit.does(Event::StepAsked(Step::Connect));
    let field = Focus::Field(FieldId::Token);
    check(&mut visit, &Event::NewTokenAsked, field);
}

#[test]
fn a_second_yes_leads_back_to_the_text() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, "Hello back");
    visit.does(Event::TwinFound);
    visit.does(Event::SendAsked);
    visit.act(Event::ResendConfirmed);
    assert!(!visit.answers.is_empty(), "it is under way");
    let field = Some(Focus::Field(FieldId::Message));
    assert_eq!(newest(&visit, 0), field);
}

/// Presses a button that reads; it stays where it is, and the focus goes to what came.
#[track_caller]
fn check_stays(visit: &mut Visit, event: Event) {
    let at = |visit: &Visit| {
        let buttons = visit.offers().buttons.into_iter();
        let mut labels = buttons.map(|button| (button.label, button.event));
        labels.position(|(_, own)| own == event).expect("a button")
    };
    let (before, place) = (visit.effects.len(), at(visit));
    visit.act(event.clone());
    assert!(!visit.answers.is_empty(), "it is asked");
    assert_eq!(at(visit), place, "{event:?}");
    assert_eq!(newest(visit, before), None);
    visit.settle();
    assert_eq!(newest(visit, before), Some(Focus::Result));
}

#[test]
fn what_reads_again_stays_where_it_is() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.primary();
    check_stays(&mut visit, Event::ReadAsked(Slot::Pages));
    visit.choose("Maple & Moss Plants");
    visit.primary();
    check_stays(&mut visit, Event::ReadAsked(Slot::Conversations));
    let mut visit = Visit::new();
    visit.choose("Live");
    visit.answer_instead::<DebugToken>(Err(TransportError::TimedOut { seconds: 15 }));
    let token = visit.live.user_token(visit.now);
    visit.types(FieldId::Token, &token);
    visit.primary();
    check_stays(&mut visit, Event::ReadAsked(Slot::TokenFacts));
    let asks = Event::ReadAsked(Slot::TokenFacts);
    assert!(!visit.offers().events().contains(&asks), "all is known");
}

fn live(visit: &Visit) -> LiveView {
    match visit.view().screen {
        Screen::Connect(view) => match *view {
            ConnectView::Choose(view) => view.live.expect("live"),
            ConnectView::Held(_) => panic!("a token is there"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn whether_graph_can_be_reached_is_asked_again_in_sight() {
    let mut visit = Visit::new();
    visit.act(Event::ModeChosen(Mode::Live));
    let asks = live(&visit).reaching.expect("a wait").text;
    visit.said.clear();
    visit.act(Event::Probed(Err(TransportError::Unreachable)));
    let refused = live(&visit);
    assert_eq!(
        visit.model.status.text,
        "graph.facebook.com could not be reached"
    );
    assert_eq!(refused.unreached.unwrap().title, visit.model.status.text);
    assert_eq!(refused.reaching, None);
    visit.act(Event::ProbeAsked);
    assert_eq!(newest(&visit, 0), Some(Focus::Field(FieldId::Token)));
    assert_eq!(live(&visit).reaching.map(|wait| wait.text), Some(asks));
    visit.settle();
    assert_eq!(live(&visit).reached, Some(visit.model.status.text.as_str()));
}

#[test]
fn a_read_that_fails_takes_nobody_out_of_a_field() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.answer_instead::<ListPages>(Ok(HttpResponse {
        status: 400,
        headers: Vec::new(),
        body: "{}".to_owned(),
    }));
    visit.act(Event::ReadAsked(Slot::Pages));
    visit.types(FieldId::Notification, "Half a not");
    visit.deliver(0);
    assert_eq!(newest(&visit, 0), Some(Focus::Failure));
}
