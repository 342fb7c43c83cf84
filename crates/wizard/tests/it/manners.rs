//! What must hold after every event, whatever happened before. Every visit is held to it.

use graph_api::endpoints::SendMessage;
use graph_api::{AccessToken, Call, Endpoint as _, ParamValue, TokenNeed};
use memchr::memmem;
use serde_json::Value;
use wizard::{Composer, Effect, Event, FieldId, Mode, Model, Place, Step};

use crate::driver::Visit;
use crate::offers::Offers;

/// After every event.
#[track_caller]
pub(crate) fn check(visit: &Visit) {
    let (model, view) = (&visit.model, visit.view());
    assert!(model.step.is_open(model), "{:?} is not open", model.step);
    let place = match model.bench.is_exploring {
        true => Place::Explorer,
        false => model.step.into(),
    };
    assert_eq!(visit.history.last(), Some(&place), "the address");
    let offers = Offers::of(&view);
    let primary = offers.primary();
    assert!(primary.len() <= 1, "one primary button: {primary:#?}");
    if view.dialog.is_none() {
        for problem in &view.problems {
            assert!(
                offers.can_focus(&problem.field),
                "{problem:?} leads nowhere"
            );
        }
    }
    check_secrets(visit, &format!("{view:?}"));
    if model.step == Step::Done && !model.bench.is_exploring {
        check_done(visit);
    }
}

/// No token in what is shown or written down.
#[track_caller]
pub(crate) fn check_secrets(visit: &Visit, text: &str) {
    // All of them have these words in them, which spares the search for each.
    let words = ["-token-", "-secret-", "-login-code-"];
    // Thousands of views are searched: `str::contains` is slow without optimization.
    let has = |word: &str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if visit.logins() == 0 && !words.iter().any(|word| has(word)) {
        return;
    }
    for secret in visit.secrets.keys() {
        assert!(!has(secret), "{secret} in {text}");
    }
}

/// Done is only shown when the world has the message, in the conversation at hand.
#[track_caller]
fn check_done(visit: &Visit) {
    let held = &visit.model.held;
    let (Some(sent), Some(conversation)) = (&held.sent, &held.conversation) else {
        panic!("Done without a message");
    };
    let world = match visit.model.mode {
        Mode::Live => Some(&visit.live),
        Mode::Practice => visit.practice.as_ref(),
    };
    // After a reload the practice world may not be open yet: then its snapshot tells.
    let snapshot = match (world, &visit.model.practice.snapshot) {
        (Some(world), _) => world.snapshot(),
        (None, Some(snapshot)) => snapshot.0.clone(),
        (None, None) => panic!("Done without a world"),
    };
    let snapshot: Value = serde_json::from_str(&snapshot).unwrap();
    let mut conversations = snapshot["conversations"].as_array().unwrap().iter();
    let found = conversations.find(|found| found["id"] == conversation.as_str());
    let mut messages = found.expect("a conversation")["messages"]
        .as_array()
        .unwrap()
        .iter();
    let message = messages.find(|message| message["id"] == sent.as_str());
    let message = message.expect("a message that the world has");
    assert_eq!(message["from_customer"], false);
}

/// What one event may change: a draft goes only when it was sent or forgotten.
#[track_caller]
pub(crate) fn check_change(before: &Model, event: &Event, after: &Model, effects: &[Effect]) {
    let (old, new) = (&before.composer, &after.composer);
    match event {
        Event::Typed(FieldId::Message, text) => assert_eq!(*text, new.text),
        Event::Typed(FieldId::QuickReply(_), _)
        | Event::QuickReplyAdded
        | Event::QuickReplyRemoved(_) => assert_eq!(old.text, new.text),
        Event::ForgetConfirmed => assert_eq!(*new, Composer::default()),
        Event::MessagingTypeChosen(kind) => assert_eq!(*kind, new.kind),
        Event::Answered { .. } => {
            // The newest that went out: its own answer ends it, or the conversation does.
            let mut sends = effects.iter().rev().filter_map(|effect| match effect {
                Effect::Send { call, .. } if *call.spec == SendMessage::SPEC => Some(call),
                _ => None,
            });
            let is_sent = after.held.sent.is_some() && after.held.sent != before.held.sent;
            let text = sends.next().and_then(sent_text);
            match is_sent && text.as_deref() == Some(old.text.0.as_str()) {
                true => assert_eq!(*new, Composer::default()),
                false => same_draft(old, new),
            }
        }
        _ => same_draft(old, new),
    }
}

/// A reload loses no draft, unless the reader had nothing stored: then it begins anew.
#[track_caller]
pub(crate) fn check_reload(before: &Model, after: &Model) {
    if before.memory_only {
        assert!(!after.held.is_connected() && after.attempt.is_none());
        return same_draft(&Composer::default(), &after.composer);
    }
    same_draft(&before.composer, &after.composer);
}

#[track_caller]
fn same_draft(old: &Composer, new: &Composer) {
    assert_eq!(old.text.0, new.text.0, "the draft");
    assert_eq!(old.quick_replies, new.quick_replies, "the quick replies");
    assert_eq!(old.kind, new.kind, "the messaging type");
}

/// The text of a message on its way.
fn sent_text(call: &Call) -> Option<String> {
    let mut params = call.params.iter();
    let ParamValue::Text(message) = &params.find(|param| param.name == "message")?.value else {
        return None;
    };
    let message: Value = serde_json::from_str(message).ok()?;
    Some(message["text"].as_str()?.to_owned())
}

/// Before a request goes out: one at a time of its kind, and a token of the right world and kind.
#[track_caller]
pub(crate) fn check_send(visit: &Visit, call: &Call, token: &AccessToken, mode: Mode) {
    let mut under_way = visit.answers.iter().filter(|answer| !answer.is_aborted);
    let same = under_way.find(|answer| answer.call.spec == call.spec);
    assert!(same.is_none(), "two at a time: {}", call.path);
    assert_eq!(mode, visit.model.mode);
    if call.spec.token == TokenNeed::None {
        assert_eq!(mode, Mode::Live);
        assert_eq!(visit.model.step, Step::Connect);
        return;
    }
    let owner = visit.secrets.get(token.expose());
    assert_eq!(
        owner,
        Some(&mode),
        "a token of another world: {}",
        call.path
    );
    if *call.spec == SendMessage::SPEC {
        assert_eq!(visit.model.step, Step::Reply);
    }
}
