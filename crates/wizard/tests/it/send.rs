//! The reply goes out once, and what became of it is told as it is.

use graph_api::endpoints::SendMessage;
use graph_api::{Endpoint as _, HttpResponse};
use wizard::view::Screen;
use wizard::view::parts::{Notice, Tone};
use wizard::{Effect, Event, FieldId, Outcome, SendState, Slot, Step, TransportError};

use crate::driver::{Carried, Visit, Way};

const DRAFT: &str = "It's 5% off: \"today\"\n😀";

fn ready() -> Visit {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, DRAFT);
    visit.act(Event::QuickReplyAdded);
    visit.types(FieldId::QuickReply(0), "Yes");
    visit
}

fn sends(visit: &Visit) -> usize {
    let is_send = |effect: &&Effect| matches!(effect, Effect::Send { call, .. } if *call.spec == SendMessage::SPEC);
    visit.effects.iter().filter(is_send).count()
}

fn answer(status: u16, body: &str) -> Carried {
    Ok(HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_owned(),
    })
}

fn error(status: u16, code: u64, subcode: u64) -> Carried {
    let body = format!(
        r#"{{"error":{{"message":"(#{code}) No","type":"OAuthException","code":{code},"error_subcode":{subcode},"fbtrace_id":"Trace"}}}}"#
    );
    answer(status, &body)
}

fn notice(visit: &Visit) -> Notice {
    match visit.view().screen {
        Screen::Reply(reply) => reply.notice.expect("a notice"),
        other => panic!("{other:?}"),
    }
}

/// The reply is not sent, the draft stays, and the reader is told which of the two it is.
#[track_caller]
fn check(result: Carried, may_have_arrived: bool) {
    let mut visit = ready();
    visit.answer_instead::<SendMessage>(result.clone());
    visit.primary();
    assert_eq!(
        (visit.model.step, &visit.model.held.sent),
        (Step::Reply, &None)
    );
    match &visit.model.sending {
        SendState::Unknown(_) => assert!(may_have_arrived, "{result:?}"),
        SendState::Refused(_) => assert!(!may_have_arrived, "{result:?}"),
        other => panic!("{other:?} after {result:?}"),
    }
    assert_eq!(visit.model.composer.text.0, DRAFT);
    assert_eq!(visit.model.composer.quick_replies, ["Yes"]);
    let notice = notice(&visit);
    assert_eq!(notice.tone == Tone::Warn, may_have_arrived, "{notice:?}");
    if let Ok(response) = &result
        && response.body.contains("fbtrace_id")
    {
        let said: Vec<_> = notice.said.iter().map(|said| said.value.as_str()).collect();
        assert!(said.contains(&"Trace"), "{said:?}");
    }
    // The reader may send again, and it goes out.
    visit.does(Event::SendAsked);
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 2));
}

#[test]
fn a_refusal_is_a_refusal() {
    for (code, subcode) in [
        (10, 2_018_278),
        (10, 2_018_300),
        (551, 1_545_041),
        (100, 2_018_001),
        (190, 463),
        (200, 2_018_028),
        (4, 0),
        (99_999, 0),
    ] {
        check(error(400, code, subcode), false);
    }
    check(error(200, 100, 0), false);
}

#[test]
fn what_may_have_arrived_is_not_called_refused() {
    for code in [1, 2, 1200] {
        check(error(400, code, 0), true);
    }
    check(error(500, 10, 0), true);
    check(error(503, 551, 0), true);
    check(answer(500, "{}"), true);
    check(answer(502, "<!DOCTYPE html><h1>502 Bad Gateway</h1>"), true);
    check(answer(200, ""), true);
    check(answer(200, "{}"), true);
    check(answer(200, r#"{"recipient_id":"7"}"#), true);
    check(answer(200, r#"{"recipient_id":"7","message_id":"#), true);
    check(answer(200, r#"{"recipient_id":"7","message_id":""}"#), true);
    for problem in [
        TransportError::Unreachable,
        TransportError::TimedOut { seconds: 60 },
        TransportError::TooLarge,
    ] {
        check(Err(problem), true);
    }
}

#[test]
fn cancelling_does_not_take_it_back() {
    let mut visit = ready();
    visit.act(Event::SendAsked);
    visit.act(Event::Cancelled(Slot::Send));
    visit.settle();
    assert_eq!(visit.model.sending, SendState::Unknown(None));
    assert_eq!(
        (visit.model.step, notice(&visit).tone),
        (Step::Reply, Tone::Warn)
    );
    assert_eq!(
        visit.model.calls.last().unwrap().outcome,
        Outcome::Cancelled
    );
    visit.press(&Event::StepAsked(Step::Read));
    let Screen::Read(read) = visit.view().screen else {
        panic!("not on Read");
    };
    let mut texts = read.thread.iter().map(|bubble| bubble.text.as_deref());
    assert!(
        texts.any(|text| text == Some(DRAFT)),
        "it was sent all the same"
    );
}

#[test]
fn it_goes_out_once_however_often_it_is_asked_for() {
    let mut visit = ready();
    for _ in 0..5 {
        visit.act(Event::SendAsked);
    }
    visit.act(Event::StepAsked(Step::Read));
    visit.act(Event::StepAsked(Step::Reply));
    visit.act(Event::SendAsked);
    assert_eq!(sends(&visit), 1);
    visit.settle();
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1));
    visit.does(Event::SendAsked);
    assert_eq!(sends(&visit), 1, "there is nothing left to send");
}

#[test]
fn an_empty_reply_is_not_sent() {
    for text in ["", " \n\t", "\u{a0}"] {
        let mut visit = Visit::at(Way::PageToken, Step::Reply);
        visit.types(FieldId::Message, text);
        visit.does(Event::SendAsked);
        assert_eq!(sends(&visit), 0);
        let view = visit.view();
        assert!(view.title.starts_with("Error: "));
        assert_eq!(view.problems[0].field, FieldId::Message.dom_id());
    }
}

#[test]
fn the_words_arrive_as_they_were_typed() {
    let mut visit = ready();
    visit.primary();
    let now = visit.now;
    let world = visit.world(wizard::Mode::Live);
    let phone = world
        .phone(now, world.main_page(), world.customer())
        .unwrap();
    let last = phone.bubbles.last().unwrap();
    assert_eq!(
        (last.text.as_str(), last.quick_replies.as_slice()),
        (DRAFT, &["Yes".to_owned()][..])
    );
}

#[test]
fn ids_as_numbers_are_ids() {
    let mut visit = ready();
    let sent = r#"{"recipient_id":18446744073709551615,"message_id":"m_1"}"#;
    visit.answer_instead::<SendMessage>(answer(200, sent));
    visit.act(Event::SendAsked);
    let answer = visit.answers.remove(0);
    // The world knows no such message, so the model alone is asked.
    visit.model.update(Event::Answered {
        ticket: answer.ticket,
        result: answer.result,
        millis: 1,
    });
    assert_eq!(visit.model.step, Step::Done);
    assert_eq!(visit.model.held.sent.as_ref().unwrap().as_str(), "m_1");
}

#[test]
fn only_the_step_itself_sends() {
    let mut visit = ready();
    visit.does(Event::StepAsked(Step::Read));
    visit.does(Event::SendAsked);
    assert_eq!(sends(&visit), 0);
}
