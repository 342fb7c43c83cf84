//! The reply goes out once, and what became of it is told as it is.

use graph_api::endpoints::{GetConversation, SendMessage};
use graph_api::{Endpoint as _, HttpResponse};
use wizard::view::Screen;
use wizard::view::parts::{Notice, Tone};
use wizard::{Effect, Event, FieldId, Search, SendState, Slot, Step, TransportError};
use workbench::Ending;

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

/// The reply was refused: the draft stays, Graph's own words are shown, and it can be sent again.
#[track_caller]
fn check_refused(result: Carried) {
    let mut visit = ready();
    visit.answer_instead::<SendMessage>(result.clone());
    visit.primary();
    let refused = matches!(visit.model.sending, SendState::Refused(_));
    assert!(refused, "{:?} after {result:?}", visit.model.sending);
    assert_eq!(
        (visit.model.step, &visit.model.attempt),
        (Step::Reply, &None)
    );
    check_draft(&visit);
    let notice = notice(&visit);
    assert_eq!(notice.tone, Tone::Bad, "{notice:?}");
    check_trace(&notice, &result);
    visit.does(Event::SendAsked);
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 2));
}

/// Nobody can tell, so the page looks: it finds what arrived, and what did not arrive goes out again
/// only after a second yes.
#[track_caller]
fn check_unknown(result: Carried) {
    let mut visit = ready();
    visit.answer_instead::<SendMessage>(result.clone());
    visit.act(Event::SendAsked);
    visit.deliver(0);
    assert!(
        visit.model.is_looking(),
        "{:?} after {result:?}",
        visit.model.sending
    );
    check_draft(&visit);
    check_trace(&notice(&visit), &result);
    visit.act(Event::SendAsked);
    assert_eq!(sends(&visit), 1, "not while it is being looked for");
    visit.settle();
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1));

    let mut visit = ready();
    visit.lost = Some(SendMessage::SPEC.route);
    visit.answer_instead::<SendMessage>(result);
    visit.primary();
    check_missing(&visit);
    visit.lost = None;
    visit.does(Event::SendAsked);
    assert_eq!(sends(&visit), 1);
    assert!(visit.view().dialog.is_some());
    visit.does(Event::ResendDismissed);
    assert_eq!((sends(&visit), visit.view().dialog), (1, None));
    visit.does(Event::SendAsked);
    visit.does(Event::ResendConfirmed);
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 2));
}

/// It was looked for, and it is not there.
#[track_caller]
fn check_missing(visit: &Visit) {
    let SendState::Unknown(doubt) = &visit.model.sending else {
        panic!("{:?}", visit.model.sending);
    };
    assert_eq!(
        (visit.model.step, &doubt.search),
        (Step::Reply, &Search::Missing)
    );
    assert_eq!(notice(visit).tone, Tone::Warn);
    assert_eq!(visit.model.held.sent, None);
    check_draft(visit);
}

#[track_caller]
fn check_draft(visit: &Visit) {
    assert_eq!(visit.model.composer.text.0, DRAFT);
    assert_eq!(visit.model.composer.quick_replies, ["Yes"]);
}

#[track_caller]
fn check_trace(notice: &Notice, result: &Carried) {
    if let Ok(response) = result
        && response.body.contains("fbtrace_id")
    {
        let said: Vec<_> = notice.said.iter().map(|said| said.value.as_str()).collect();
        assert!(said.contains(&"Trace"), "{said:?}");
    }
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
        check_refused(error(400, code, subcode));
    }
    check_refused(error(200, 100, 0));
    // The page did not even send it.
    check_refused(Err(TransportError::Offline));
}

#[test]
fn what_may_have_arrived_is_not_called_refused() {
    for code in [1, 2, 1200] {
        check_unknown(error(400, code, 0));
    }
    check_unknown(error(500, 10, 0));
    check_unknown(error(503, 551, 0));
    check_unknown(answer(500, "{}"));
    check_unknown(answer(502, "<!DOCTYPE html><h1>502 Bad Gateway</h1>"));
    check_unknown(answer(200, ""));
    check_unknown(answer(200, "{}"));
    check_unknown(answer(200, r#"{"recipient_id":"7"}"#));
    check_unknown(answer(200, r#"{"recipient_id":"7","message_id":"#));
    check_unknown(answer(200, r#"{"recipient_id":"7","message_id":""}"#));
    for problem in [
        TransportError::Unreachable,
        TransportError::TimedOut { seconds: 60 },
        TransportError::TooLarge,
    ] {
        check_unknown(Err(problem));
    }
}

#[test]
fn cancelling_does_not_take_it_back() {
    let mut visit = ready();
    visit.act(Event::SendAsked);
    visit.act(Event::Cancelled(Slot::Send));
    assert!(visit.model.is_looking());
    let sends_ended = visit.endings(SendMessage::SPEC.route);
    assert_eq!(sends_ended, [&Ending::Cancelled]);
    visit.settle();
    assert_eq!(
        (visit.model.step, sends(&visit)),
        (Step::Done, 1),
        "it was sent all the same"
    );
}

#[test]
fn looking_can_be_stopped_and_begun_again() {
    let mut visit = ready();
    visit.answer_instead::<SendMessage>(Err(TransportError::Unreachable));
    visit.act(Event::SendAsked);
    visit.deliver(0);
    visit.act(Event::Cancelled(Slot::Messages));
    visit.settle();
    assert!(!visit.model.is_looking());
    assert_eq!(visit.model.step, Step::Reply);
    visit.press(&Event::LookAsked);
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1));
}

#[test]
fn reading_the_messages_settles_it_as_well() {
    let mut visit = ready();
    visit.act(Event::SendAsked);
    visit.act(Event::Cancelled(Slot::Send));
    visit.act(Event::Cancelled(Slot::Messages));
    visit.press(&Event::StepAsked(Step::Read));
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1));
}

#[test]
fn a_conversation_that_cannot_be_read_leaves_it_open() {
    let mut visit = ready();
    visit.lost = Some(SendMessage::SPEC.route);
    visit.scenario(graph_emulator::Scenario::PermissionMissing);
    visit.answer_instead::<SendMessage>(Err(TransportError::Unreachable));
    visit.primary();
    let SendState::Unknown(doubt) = &visit.model.sending else {
        panic!("{:?}", visit.model.sending);
    };
    assert!(matches!(doubt.search, Search::Failed(_)), "{doubt:?}");
    visit.scenario(graph_emulator::Scenario::None);
    visit.press(&Event::LookAsked);
    check_missing(&visit);
}

#[test]
fn a_reload_in_the_middle_looks_for_it() {
    for arrives in [true, false] {
        let mut visit = ready();
        if !arrives {
            visit.lost = Some(SendMessage::SPEC.route);
        }
        visit.act(Event::SendAsked);
        visit.reload();
        assert!(visit.model.is_looking());
        visit.settle();
        match arrives {
            true => assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1)),
            false => {
                check_missing(&visit);
                visit.reload();
                visit.settle();
                check_missing(&visit);
            }
        }
    }
}

#[test]
fn another_conversation_is_free_and_the_first_still_asks() {
    let mut visit = ready();
    visit.lost = Some(SendMessage::SPEC.route);
    visit.primary();
    check_missing(&visit);
    visit.does(Event::StepAsked(Step::Ids));
    visit.choose("Mina Okafor");
    assert_eq!(visit.model.sending, SendState::Idle);
    visit.choose("Robin Keller");
    assert!(matches!(visit.model.sending, SendState::Unknown(_)));
}

#[test]
fn an_old_message_with_the_same_words_is_not_taken_for_it() {
    let mut visit = ready();
    visit.primary();
    visit.does(Event::StartedAgain);
    visit.does(Event::StepAsked(Step::Reply));
    visit.types(FieldId::Message, DRAFT);
    visit.lost = Some(SendMessage::SPEC.route);
    visit.primary();
    assert_eq!(visit.model.step, Step::Reply);
    // After a reload that could not read the conversation the page cannot tell, and says so.
    visit.does(Event::ResendDismissed);
    let mut visit = ready();
    visit.primary();
    visit.does(Event::StartedAgain);
    visit.does(Event::StepAsked(Step::Reply));
    visit.types(FieldId::Message, DRAFT);
    visit.reload();
    visit.act(Event::Cancelled(Slot::Messages));
    visit.lost = Some(SendMessage::SPEC.route);
    visit.does(Event::SendAsked);
    assert_eq!(visit.model.step, Step::Reply);
    let told = notice(&visit).body.join(" ");
    assert!(told.contains("cannot tell an old message"), "{told}");
}

#[test]
fn a_list_from_before_the_last_reply_proves_nothing() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, "Hello");
    visit.answer_instead::<GetConversation>(error(400, 100, 33));
    visit.primary();
    assert_eq!(visit.model.step, Step::Done, "sent, and not read back");
    visit.does(Event::StepAsked(Step::Reply));
    visit.types(FieldId::Message, "Hello");
    visit.lost = Some(SendMessage::SPEC.route);
    visit.act(Event::SendAsked);
    visit.act(Event::Cancelled(Slot::Send));
    visit.settle();
    assert_eq!(visit.model.step, Step::Reply, "the first is not the second");
    assert_eq!(visit.model.composer.text.0, "Hello");
    let told = notice(&visit).body.join(" ");
    assert!(told.contains("cannot tell an old message"), "{told}");
}

#[test]
fn what_was_written_since_is_kept_when_the_first_is_found() {
    let mut visit = ready();
    visit.answer_instead::<SendMessage>(Err(TransportError::Unreachable));
    visit.act(Event::SendAsked);
    visit.deliver(0);
    visit.act(Event::Cancelled(Slot::Messages));
    visit.types(FieldId::Message, "Something else");
    visit.press(&Event::LookAsked);
    assert_eq!(visit.model.step, Step::Done);
    assert_eq!(visit.model.composer.text.0, "Something else");
}

#[test]
fn a_session_in_two_tabs_asks_before_it_sends() {
    let mut visit = ready();
    visit.does(Event::TwinFound);
    visit.primary();
    assert_eq!(sends(&visit), 0);
    visit.does(Event::ResendConfirmed);
    assert_eq!((visit.model.step, sends(&visit)), (Step::Done, 1));
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
fn what_is_too_long_is_counted_and_not_cut() {
    for (title, count, is_over) in [
        (" Yes ", "3 of 20 characters", false),
        (&*"😀".repeat(20), "20 of 20 characters", false),
        (&*"é".repeat(21), "21 of 20 characters", true),
    ] {
        let mut visit = ready();
        visit.types(FieldId::QuickReply(0), title);
        let Screen::Reply(view) = visit.view().screen else {
            panic!("not at step 4");
        };
        let [told] = &view.quick_replies[..] else {
            panic!("{view:?}");
        };
        let counted = (told.count.text.as_str(), told.count.is_over);
        assert_eq!((told.text.as_str(), counted), (title, (count, is_over)));
        assert_eq!(view.count.text, "22 of 2000 characters");
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
    let answered = Event::Answered {
        ticket: answer.ticket,
        result: answer.result,
        millis: 1,
    };
    visit.model.update(answered, visit.millis());
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
