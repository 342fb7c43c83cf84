//! Step 1 waits for the customer's message: politely, not for ever, and never while nobody looks.

use graph_api::endpoints::ListConversations;
use graph_api::{Endpoint as _, GraphTime, HttpResponse};
use wizard::view::Screen;
use wizard::view::start::StartView;
use wizard::view::watch::WatchView;
use wizard::{Effect, Event, FieldId, Focus, Pause, Phase, Slot, Step, TransportError, WatchState};

use crate::driver::{Carried, Visit, Way, customer_writes};

const WAIT: Event = Event::ReadAsked(Slot::Conversations);

/// At step 1 with a Page token, and the page waits; its first look is answered.
fn waiting() -> Visit {
    let mut visit = Visit::at(Way::PageToken, Step::Start);
    visit.press_only(&WAIT);
    visit.deliver(0);
    assert_eq!(visit.model.watch.state, WatchState::On);
    visit
}

fn start(visit: &Visit) -> StartView {
    let now = GraphTime::from_unix(visit.millis() / 1000);
    match visit.model.view(now).screen {
        Screen::Start(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn watch(visit: &Visit) -> WatchView {
    start(visit).watch.expect("a Page is chosen")
}

fn told(visit: &Visit) -> String {
    let wait = watch(visit).wait;
    wait.map(|wait| wait.text.into_owned()).unwrap_or_default()
}

fn title(visit: &Visit) -> String {
    let notice = watch(visit).notice;
    notice
        .map(|notice| notice.title.into_owned())
        .unwrap_or_default()
}

/// How many looks went out.
fn looks(visit: &Visit) -> usize {
    let is_look = |effect: &&Effect| matches!(effect, Effect::Send { call, .. } if *call.spec == ListConversations::SPEC);
    visit.effects.iter().filter(is_look).count()
}

/// The customer writes, some seconds later.
fn write(visit: &mut Visit, text: &str) {
    visit.now = GraphTime::from_unix(visit.now.unix() + 7);
    customer_writes(&mut visit.live, visit.now, text);
}

/// The next look goes out, and is answered.
fn look(visit: &mut Visit) {
    visit.wake();
    visit.deliver(0);
}

fn error(status: u16, code: u64) -> Carried {
    Ok(HttpResponse {
        status,
        headers: Vec::new(),
        body: format!(r#"{{"error":{{"message":"(#{code}) No","code":{code}}}}}"#),
    })
}

impl Visit {
    /// Presses a button that is there; what it asks for stays under way.
    #[track_caller]
    fn press_only(&mut self, event: &Event) {
        assert!(self.offers().events().contains(event), "{event:?}");
        self.act(event.clone());
    }
}

#[test]
fn the_message_arrives_and_its_conversation_is_chosen() {
    let mut visit = waiting();
    let hint = watch(&visit).hint.map(|hint| hint.concat());
    let expected = "The newest so far is the conversation with Robin Keller, just now. If it is yours, continue.";
    assert_eq!(hint.as_deref(), Some(expected));
    write(&mut visit, "Hello?");
    let before = visit.effects.len();
    look(&mut visit);
    assert_eq!(title(&visit), "The message has arrived");
    assert_eq!(visit.model.status.text, "A message has arrived");
    let focus = |effect: &Effect| matches!(effect, Effect::Focus(_));
    assert!(
        !visit.effects[before..].iter().any(focus),
        "the focus stays with the reader"
    );
    let keys = visit.live.keys(visit.now);
    let held = visit.model.held.conversation.clone();
    assert_eq!(held.map(|id| id.to_string()), keys.conversation_id);
    visit.settle();
    assert_eq!(looks(&visit), 2, "and no more is asked");
    visit.primary();
    assert_eq!(visit.model.step, Step::Ids);
    assert_eq!(
        visit.model.conversations.phase,
        Phase::Ready,
        "the list is there"
    );
    visit.primary();
    assert_eq!(visit.model.step, Step::Read);
}

#[test]
fn the_page_is_chosen_at_step_1_and_the_wait_begins() {
    for way in [Way::Practice, Way::UserToken] {
        let mut visit = Visit::at(way, Step::Start);
        assert!(start(&visit).watch.is_none() && start(&visit).link.is_none());
        visit.press(&Event::ReadAsked(Slot::Pages));
        visit.choose("Maple & Moss Plants");
        visit.press_only(&Event::PageSubmitted);
        visit.hear();
        visit.deliver(0);
        assert_eq!(visit.model.watch.state, WatchState::On);
        assert_eq!(start(&visit).link.is_some(), way == Way::UserToken);
        match way {
            Way::Practice => {
                visit.types(FieldId::Phone, "Hello");
                // What the customer writes in this page is worth a look at once.
                visit.act(Event::CustomerWrote);
                visit.hear();
                visit.deliver(0);
            }
            _ => {
                write(&mut visit, "Hello");
                look(&mut visit);
            }
        }
        assert_eq!(title(&visit), "The message has arrived");
        assert!(visit.model.held.conversation.is_some());
    }
}

#[test]
fn a_page_that_is_not_marked_is_asked_for() {
    let mut visit = Visit::at(Way::UserToken, Step::Start);
    visit.press(&Event::ReadAsked(Slot::Pages));
    visit.press(&Event::PageSubmitted);
    assert_eq!(visit.view().problems.len(), 1);
    assert_eq!(visit.model.watch.state, WatchState::Off);
    visit.primary();
    assert_eq!(visit.model.step, Step::Ids, "it may be left for later");
}

#[test]
fn the_looks_grow_apart_and_end_after_ten_minutes() {
    let mut visit = waiting();
    let mut waits = Vec::new();
    while let [(_, millis)] = visit.rests[..] {
        waits.push(millis);
        look(&mut visit);
    }
    assert_eq!(waits[..6], [5000, 7500, 11_250, 16_875, 25_312, 30_000]);
    assert!(waits[5..].iter().all(|wait| *wait == 30_000), "{waits:?}");
    let all: u32 = waits.iter().sum();
    assert!((600_000..630_000).contains(&all), "{all}");
    assert_eq!(looks(&visit), waits.len() + 1);
    assert_eq!(title(&visit), "No message has arrived in 10 minutes");
    let kept = visit.model.calls.iter();
    let kept = kept.filter(|call| *call.call.spec == ListConversations::SPEC);
    assert_eq!(kept.count(), 1, "of the looks only the newest is listed");
    visit.press_only(&WAIT);
    assert_eq!(visit.model.watch.state, WatchState::On);
}

#[test]
fn the_next_look_is_told_hurried_and_stopped() {
    let mut visit = waiting();
    assert_eq!(told(&visit), "No new message yet. Looking again in 5 s");
    visit.press_only(&Event::Hurried(Slot::Conversations));
    assert_eq!(visit.answers.len(), 1);
    assert_eq!(told(&visit), "Looking for a new message");
    write(&mut visit, "Hello?");
    // It was asked before: one at a time.
    visit.press_only(&Event::Hurried(Slot::Conversations));
    assert_eq!(visit.answers.len(), 1);
    visit.deliver(0);
    visit.press_only(&Event::Hurried(Slot::Conversations));
    let before = visit.effects.len();
    let newest = visit.answers.len() - 1;
    visit.deliver(newest);
    assert_eq!(title(&visit), "The message has arrived");
    let result = Effect::Focus(Focus::Result);
    assert!(
        visit.effects[before..].contains(&result),
        "the reader asked"
    );
    let mut visit = waiting();
    visit.press_only(&Event::Cancelled(Slot::Conversations));
    visit.settle();
    assert_eq!((looks(&visit), watch(&visit).wait), (1, None));
    assert!(watch(&visit).ask.is_some());
}

#[test]
fn nothing_is_asked_while_nobody_sees_the_tab() {
    let mut visit = waiting();
    visit.act(Event::TabHidden(true));
    visit.settle();
    assert_eq!(looks(&visit), 1);
    assert_eq!(visit.model.watch.state, WatchState::Paused(Pause::Hidden));
    write(&mut visit, "Hello?");
    visit.act(Event::TabHidden(false));
    visit.settle();
    assert_eq!(looks(&visit), 2, "at once");
    assert_eq!(title(&visit), "The message has arrived");
    // One that is under way ends, and the next waits for the reader.
    let mut visit = waiting();
    visit.wake();
    visit.act(Event::TabHidden(true));
    visit.settle();
    assert_eq!(looks(&visit), 2);
    assert_eq!(visit.model.watch.state, WatchState::Paused(Pause::Hidden));
    visit.press_only(&Event::Cancelled(Slot::Conversations));
    visit.act(Event::TabHidden(false));
    visit.settle();
    assert_eq!(looks(&visit), 2, "it was stopped");
}

#[test]
fn it_rests_while_the_device_is_offline() {
    let mut visit = waiting();
    visit.answer_instead::<ListConversations>(Err(TransportError::Offline));
    look(&mut visit);
    assert_eq!(told(&visit), "Waiting until this device is online again");
    visit.settle();
    assert_eq!(looks(&visit), 2);
    write(&mut visit, "Hello?");
    visit.act(Event::CameOnline);
    visit.settle();
    assert_eq!(
        (looks(&visit), title(&visit)),
        (3, "The message has arrived".to_owned())
    );
}

#[test]
fn a_limit_is_kept_and_a_refusal_ends_it() {
    let mut visit = waiting();
    visit.answer_instead::<ListConversations>(error(400, 4));
    look(&mut visit);
    assert!(
        told(&visit).starts_with("Graph asks to wait"),
        "{}",
        told(&visit)
    );
    visit.act(Event::TabHidden(true));
    visit.act(Event::TabHidden(false));
    assert_eq!(looks(&visit), 2, "coming back shortens no wait of Graph's");
    look(&mut visit);
    assert_eq!(visit.model.watch.state, WatchState::On);
    visit.answer_instead::<ListConversations>(error(400, 190));
    look(&mut visit);
    visit.hear();
    assert!(matches!(visit.model.watch.state, WatchState::Failed(_)));
    assert_eq!(watch(&visit).notice.unwrap().said[0].value, "(#190) No");
    visit.press(&Event::NewTokenAsked);
    assert_eq!(visit.model.step, Step::Connect);
}

#[test]
fn messages_in_several_conversations_are_the_readers_to_choose_from() {
    let mut visit = waiting();
    visit.now = GraphTime::from_unix(visit.now.unix() + 7);
    let body = |id: u32| {
        format!(
            r#"{{"id":"t_{id}","updated_time":"2030-01-01T00:00:00+0000","participants":{{"data":[{{"id":"{id}","name":"Somebody"}}]}}}}"#
        )
    };
    let list = |ids: &[u32]| {
        let rows: Vec<_> = ids.iter().map(|id| body(*id)).collect();
        Ok(HttpResponse {
            status: 200,
            headers: Vec::new(),
            body: format!(r#"{{"data":[{}]}}"#, rows.join(",")),
        })
    };
    visit.answer_instead::<ListConversations>(list(&[71, 72]));
    look(&mut visit);
    assert_eq!(
        title(&visit),
        "Messages have arrived in several conversations"
    );
    assert_eq!(visit.model.held.conversation, None);
    visit.primary();
    visit.choose("Somebody");
    assert!(visit.model.held.conversation.is_some());
}

#[test]
fn leaving_the_step_and_a_reload_end_it() {
    let mut visit = waiting();
    visit.does(Event::StepAsked(Step::Ids));
    assert_eq!((looks(&visit), visit.answers.len()), (1, 0));
    let mut visit = waiting();
    visit.reload();
    visit.settle();
    assert_eq!(
        (looks(&visit), &visit.model.watch.state),
        (1, &WatchState::Off)
    );
    assert!(watch(&visit).ask.is_some());
}

/// The QR code at step 1, once the handbook has drawn it.
fn code(visit: &mut Visit) -> Option<handbook::Code> {
    visit.hear();
    let view = start(visit);
    assert_eq!(view.code.is_some(), view.link.is_some());
    view.code
}

#[test]
fn a_code_that_did_not_come_is_asked_for_again() {
    for again in [
        vec![Event::CameOnline],
        vec![Event::StepAsked(Step::Ids), Event::StepAsked(Step::Start)],
    ] {
        let mut visit = Visit::at(Way::PageToken, Step::Connect);
        visit.does(Event::ModeChosen(wizard::Mode::Live));
        let token = visit.live.keys(visit.now).page_token;
        visit.types(FieldId::Token, &token);
        visit.primary();
        visit.has_handbook = false;
        visit.primary();
        visit.act(Event::HandbookFailed);
        assert!(start(&visit).code.is_none() && start(&visit).link.is_some());
        visit.has_handbook = true;
        visit.act(Event::TabHidden(false));
        visit.hear();
        assert!(start(&visit).code.is_none(), "not with every event");
        for event in again {
            visit.does(event);
        }
        assert!(code(&mut visit).is_some());
    }
}

#[test]
fn the_link_is_drawn_once_and_live_only() {
    let mut visit = Visit::at(Way::PageToken, Step::Start);
    assert!(code(&mut visit).is_some());
    visit.does(Event::StepAsked(Step::Ids));
    visit.does(Event::StepAsked(Step::Start));
    visit.reload();
    assert!(code(&mut visit).is_some(), "after a reload too");
    let draws = |effect: &&Effect| matches!(effect, Effect::LookUp { question, .. } if matches!(question, handbook::Question::Draw(_)));
    let drawn = visit.effects.iter().filter(draws).count();
    assert_eq!(drawn, 2, "once, and once more after the reload");
    for way in [Way::Practice, Way::UserToken] {
        let mut visit = Visit::at(way, Step::Ids);
        visit.primary();
        visit.choose("Maple & Moss Plants");
        visit.primary();
        visit.does(Event::StepAsked(Step::Start));
        assert_eq!(code(&mut visit).is_some(), way == Way::UserToken);
    }
}
