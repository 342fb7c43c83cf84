//! The Send API: what goes out.

use graph_api::endpoints::GetConversation;
use graph_api::endpoints::send_message::{
    MessageTag, MessagingType, Outgoing, QuickReply, SendMessage, SenderAction,
};
use graph_api::{ErrorKind, Method};

use super::bench::{Bench, Failure, Outcome, ensure, json, keys, same};
use super::{Setup, checks};

checks! {
    a_message_goes_out_and_is_read_back,
    awkward_texts_arrive_unchanged,
    quick_replies_go_out,
    a_sender_action_goes_out,
    me_messages_is_the_pages,
    a_json_body_is_taken,
    lenient_json_is_taken,
    the_answer_has_graphs_keys,
    an_attachment_goes_out,
    a_tag_reaches_out_of_the_window,
    the_window_closes_after_a_day,
}

pub(super) fn message(bench: &Bench<'_>, text: &str) -> Result<SendMessage, Failure> {
    Ok(SendMessage {
        page: bench.page_id()?,
        to: bench.psid()?,
        what: Outgoing::Message {
            text: text.to_owned(),
            quick_replies: Vec::new(),
            kind: MessagingType::Response,
        },
    })
}

fn newest(bench: &mut Bench<'_>) -> Result<String, Failure> {
    let conversation = bench.conversation()?;
    let listing = bench.call(&GetConversation { conversation }, &bench.page())?;
    let newest = listing.rows.into_iter().next().and_then(|row| row.message);
    newest.ok_or_else(|| Failure::new("no message"))
}

fn a_message_goes_out_and_is_read_back(bench: &mut Bench<'_>) -> Outcome {
    let sent = bench.call(&message(bench, "Hello!")?, &bench.page())?;
    same(sent.recipient_id, Some(bench.psid()?))?;
    ensure(
        sent.message_id.is_some_and(|id| id.as_str().len() == 88),
        "another message ID",
    )?;
    same(newest(bench)?.as_str(), "Hello!")
}

fn awkward_texts_arrive_unchanged(bench: &mut Bench<'_>) -> Outcome {
    let texts = [
        "it's \"quoted\" \\ and / more",
        "$(x) `y` !z %20 + & = # @file",
        "two\nlines\tand a tab",
        "zażółć 日本語 🌿👩‍🌾",
        "{not:'json'}",
        " around ",
    ];
    for text in texts {
        bench.call(&message(bench, text)?, &bench.page())?;
        same(newest(bench)?.as_str(), text)?;
    }
    Ok(())
}

fn quick_replies_go_out(bench: &mut Bench<'_>) -> Outcome {
    let reply = |title: &str| QuickReply {
        title: title.to_owned(),
        payload: "P".to_owned(),
    };
    let mut send = message(bench, "Tea or coffee?")?;
    if let Outgoing::Message { quick_replies, .. } = &mut send.what {
        quick_replies.extend([reply("Tea"), reply("Coffee")]);
    }
    bench.call(&send, &bench.page()).map(|_| ())
}

fn a_sender_action_goes_out(bench: &mut Bench<'_>) -> Outcome {
    for action in [
        SenderAction::TypingOn,
        SenderAction::TypingOff,
        SenderAction::MarkSeen,
    ] {
        let what = Outgoing::Action(action);
        let sent = bench.call(
            &SendMessage {
                what,
                ..message(bench, "")?
            },
            &bench.page(),
        )?;
        same(
            (sent.recipient_id, sent.message_id),
            (Some(bench.psid()?), None),
        )?;
    }
    same(bench.tell(&[("sender_action", "TYPING_ON")])?.status, 200)?;
    bench
        .tell_refused(&[("sender_action", "dance")])?
        .is(400, 100, 0)
}

fn me_messages_is_the_pages(bench: &mut Bench<'_>) -> Outcome {
    same(
        bench.tell(&[("message", r#"{"text":"By me"}"#)])?.status,
        200,
    )?;
    same(newest(bench)?.as_str(), "By me")
}

fn a_json_body_is_taken(bench: &mut Bench<'_>) -> Outcome {
    let body = format!(
        r#"{{"recipient":{{"id":"{}"}},"message":{{"text":"By JSON"}}}}"#,
        bench.keys.psid
    );
    let headers = [("Content-Type", "application/json")];
    let path = format!("/v26.0/me/messages?access_token={}", bench.keys.page_token);
    let response = bench.request(Method::Post, &path, &headers, Some(body))?;
    same(response.status, 200)?;
    same(newest(bench)?.as_str(), "By JSON")
}

fn lenient_json_is_taken(bench: &mut Bench<'_>) -> Outcome {
    let recipients = [
        format!("{{id:{}}}", bench.keys.psid),
        format!("{{'id':'{}'}}", bench.keys.psid),
    ];
    for recipient in recipients {
        let params = [
            ("recipient", recipient.as_str()),
            ("message", "{text:'You did it!'}"),
        ];
        same(bench.post("/v26.0/me/messages", &params)?.status, 200)?;
        same(newest(bench)?.as_str(), "You did it!")?;
    }
    Ok(())
}

fn the_answer_has_graphs_keys(bench: &mut Bench<'_>) -> Outcome {
    let sent = json(&bench.tell(&[("message", r#"{"text":"Hi"}"#)])?)?;
    same(keys(&sent), vec!["recipient_id", "message_id"])?;
    let sent = json(&bench.tell(&[("sender_action", "typing_on")])?)?;
    same(keys(&sent), vec!["recipient_id"])
}

fn an_attachment_goes_out(bench: &mut Bench<'_>) -> Outcome {
    let image = r#"{"attachment":{"type":"image","payload":{"url":"https://e.example/a.png","is_reusable":true}}}"#;
    let sent = json(&bench.tell(&[("message", image)])?)?;
    same(
        keys(&sent),
        vec!["recipient_id", "message_id", "attachment_id"],
    )
}

fn a_tag_reaches_out_of_the_window(bench: &mut Bench<'_>) -> Outcome {
    bench.setup(Setup::Advance(3 * 86_400))?;
    let mut send = message(bench, "Sorry for the wait.")?;
    bench.refusal(&send, &bench.page(), ErrorKind::OutsideWindow)?;
    if let Outgoing::Message { kind, .. } = &mut send.what {
        *kind = MessagingType::Tagged(MessageTag::HumanAgent);
    }
    bench.call(&send, &bench.page())?;
    bench.setup(Setup::Advance(5 * 86_400))?;
    bench
        .refusal(&send, &bench.page(), ErrorKind::OutsideWindow)
        .map(|_| ())
}

fn the_window_closes_after_a_day(bench: &mut Bench<'_>) -> Outcome {
    bench.setup(Setup::Advance(86_400 - 60))?;
    bench.call(&message(bench, "Just in time")?, &bench.page())?;
    bench.setup(Setup::Advance(120))?;
    let late = message(bench, "Too late")?;
    let error = bench.refusal(&late, &bench.page(), ErrorKind::OutsideWindow)?;
    same(error.subcode, Some(2_018_278))?;
    bench.setup(Setup::CustomerWrites("Hello again".to_owned()))?;
    bench
        .call(&message(bench, "Welcome back")?, &bench.page())
        .map(|_| ())
}
