//! Which message types can work now is told, and what is marked stays the reader's.

use graph_api::endpoints::SendMessage;
use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::{Endpoint as _, ParamValue};
use graph_emulator::Scenario;
use wizard::view::Screen;
use wizard::view::reply::ReplyView;
use wizard::{Effect, Event, FieldId, Slot, Step};

use crate::driver::{Visit, Way};

const AGENT: MessagingType = MessagingType::Tagged(MessageTag::HumanAgent);

/// At step 4, with a window that has been closed for two hours.
fn closed(way: Way) -> Visit {
    let mut visit = Visit::at(way, Step::Read);
    visit.scenario(Scenario::WindowClosed);
    visit.does(Event::ReadAsked(Slot::Messages));
    visit.primary();
    assert_eq!(visit.model.step, Step::Reply);
    visit
}

fn reply(visit: &Visit) -> ReplyView {
    match visit.view().screen {
        Screen::Reply(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// Which types most likely work, by the words below them; and the one that is marked.
#[track_caller]
fn check(visit: &Visit, standings: [Option<&str>; 4], marked: &str) {
    let view = reply(visit);
    let told: Vec<_> = view
        .kinds
        .iter()
        .map(|kind| kind.standing.as_ref())
        .collect();
    for (told, expected) in told.iter().zip(standings) {
        assert_eq!(told.map(|it| it.text.as_str()), expected);
        let is_open = expected.is_some_and(|text| text.starts_with("Open"));
        assert_eq!(told.is_some_and(|it| it.is_open), is_open);
    }
    let all = view.kinds.iter().map(|kind| &kind.choice);
    assert!(all.clone().all(|choice| choice.barred.is_none()));
    let keys: Vec<_> = all.filter(|it| it.marked).map(|it| &*it.key).collect();
    assert_eq!(keys, [marked]);
}

fn kinds_sent(visit: &Visit) -> Vec<String> {
    let mut kinds = Vec::new();
    for effect in &visit.effects {
        let Effect::Send { call, .. } = effect else {
            continue;
        };
        let kind = call.params.iter().find(|it| it.name == "messaging_type");
        if let (true, Some(ParamValue::Text(kind))) =
            (*call.spec == SendMessage::SPEC, kind.map(|it| &it.value))
        {
            kinds.push(kind.clone());
        }
    }
    kinds
}

#[test]
fn in_the_window_a_response_is_marked() {
    for way in Way::ALL {
        let visit = Visit::at(way, Step::Reply);
        let day = Some("Open for about 24 h, by your clock");
        let week = Some("Open for about 7 days, by your clock");
        check(&visit, [day, day, week, None], "response");
        assert_eq!(reply(&visit).window, None);
    }
}

#[test]
fn outside_of_it_each_type_says_so_and_none_is_barred() {
    for way in Way::ALL {
        let mut visit = closed(way);
        let late = Some("Closed for about 2 h, by your clock");
        let week = Some("Open for about 5 days, by your clock");
        check(&visit, [late, late, week, None], "response");
        let notice = reply(&visit).window.unwrap();
        assert!(notice.body[1].contains("most likely refuse"), "{notice:?}");
        visit.types(FieldId::Message, "Late");
        visit.primary();
        assert_eq!(visit.model.step, Step::Reply, "Graph refused it");
        assert_eq!(reply(&visit).window, None, "Graph has said it");
        assert!(reply(&visit).is_closed, "the types stay unfolded");
        visit.choose("Message tag: Human agent");
        visit.primary();
        assert_eq!(visit.model.step, Step::Done);
        assert_eq!(kinds_sent(&visit), ["RESPONSE", "MESSAGE_TAG"]);
    }
}

#[test]
fn the_last_minute_and_the_first_after_it_are_told_alike() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    let hello = visit.now.unix();
    for (seconds, expected, agent) in [
        (86_370, "Open for under a minute", "Open for about 6 days"),
        (86_430, "Closed for under a minute", "Open for about 5 days"),
    ] {
        let [expected, agent] = [expected, agent].map(|text| format!("{text}, by your clock"));
        visit.now = graph_api::GraphTime::from_unix(hello + seconds);
        let day = Some(expected.as_str());
        check(&visit, [day, day, Some(&agent), None], "response");
        let facts = visit.view().facts;
        assert!(facts.iter().any(|it| it.value.as_deref() == day));
    }
    let notice = reply(&visit).window.unwrap();
    let ended = "ended under a minute ago";
    assert!(notice.body[0].contains(ended), "{notice:?}");
}

#[test]
fn what_the_reader_chose_stays() {
    let mut visit = closed(Way::UserToken);
    visit.choose("Message tag: Human agent");
    assert_eq!(reply(&visit).window, None, "it reaches further");
    visit.does(Event::StepAsked(Step::Read));
    visit.primary();
    visit.reload();
    visit.settle();
    assert_eq!(visit.model.composer.kind, AGENT);
    visit.now = graph_api::GraphTime::from_unix(visit.now.unix() + 8 * 86_400);
    visit.act(Event::TabHidden(false));
    assert_eq!(visit.model.composer.kind, AGENT);
    let view = reply(&visit);
    let standings = view.kinds.iter().filter_map(|kind| kind.standing.as_ref());
    assert!(standings.clone().all(|it| !it.is_open) && standings.count() == 3);
}

#[test]
fn reading_tells_the_exceptions() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    visit.scenario(Scenario::WindowClosed);
    visit.does(Event::ReadAsked(Slot::Messages));
    let Screen::Read(view) = visit.view().screen else {
        panic!("not at step 3");
    };
    let notice = view.notice.unwrap();
    assert!(notice.body[0].contains("ended about 2 h ago"), "{notice:?}");
    assert_eq!(notice.steps.len(), 3);
}
