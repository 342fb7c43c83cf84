//! The Send API.

use graph_api::endpoints::GetConversation;
use graph_api::endpoints::send_message::{
    MessageTag, MessagingType, Outgoing, QuickReply, SendMessage, SenderAction,
};
use graph_api::{ErrorKind, Method, Psid};

use super::bench::{Bench, Failure, Outcome, ensure, json, keys, problem, rows, same, text};
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
    two_thousand_characters_are_the_limit,
    a_quick_reply_has_limits,
    unknown_keys_are_named,
    text_and_attachment_exclude_each_other,
    an_empty_message_is_refused,
    a_message_and_an_action_exclude_each_other,
    an_attachment_goes_out,
    an_attachment_needs_an_address,
    a_recipient_is_needed,
    a_recipient_has_digits,
    an_unknown_recipient_is_refused,
    the_pages_own_id_is_no_recipient,
    messaging_types_and_tags_are_known,
    a_tag_reaches_out_of_the_window,
    the_window_closes_after_a_day,
    sending_needs_a_page_token,
    sending_needs_pages_messaging,
    sending_needs_the_messaging_task,
}

fn message(bench: &Bench<'_>, text: &str) -> Result<SendMessage, Failure> {
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

fn two_thousand_characters_are_the_limit(bench: &mut Bench<'_>) -> Outcome {
    bench.call(&message(bench, &"é".repeat(2000))?, &bench.page())?;
    let long = message(bench, &"é".repeat(2001))?;
    let error = bench.refusal(&long, &bench.page(), ErrorKind::InvalidParameter)?;
    let text = "(#100) Length of param message[text] must be less than or equal to 2000";
    same(error.message.as_str(), text)
}

fn a_quick_reply_has_limits(bench: &mut Bench<'_>) -> Outcome {
    let reply = r#"{"content_type":"text","title":"A title of 21 letters","payload":"P"}"#;
    let short = r#"{"content_type":"text","title":"Short","payload":"P"}"#;
    let of = |replies: &str| format!(r#"{{"text":"Hi","quick_replies":[{replies}]}}"#);
    let error = bench.tell_refused(&[("message", &of(&format!("{short},{reply}")))])?;
    error.is(400, 100, 0)?;
    error.says(
        "(#100) Length of param message[quick_replies][1][title] must be less than or equal to 20",
    )?;
    let many = [short; 14].join(",");
    bench
        .tell_refused(&[("message", &of(&many))])?
        .is(400, 100, 0)?;
    bench
        .tell_refused(&[("message", &of(r#"{"content_type":"text"}"#))])?
        .is(400, 100, 0)
}

fn unknown_keys_are_named(bench: &mut Bench<'_>) -> Outcome {
    let reply = r#"{"text":"Hi","quick_replies":[{"content_type":"text","title":"A","id":1}]}"#;
    let error = bench.tell_refused(&[("message", reply)])?;
    error.is(400, 100, 0)?;
    error.says("(#100) Invalid keys \"id\" were found in param \"message[quick_replies][0]\".")?;
    bench
        .tell_refused(&[("message", r#"{"txt":"Hi"}"#)])?
        .says("\"txt\"")
}

fn text_and_attachment_exclude_each_other(bench: &mut Bench<'_>) -> Outcome {
    let both =
        r#"{"text":"Hi","attachment":{"type":"image","payload":{"url":"https://e.example/a"}}}"#;
    bench
        .tell_refused(&[("message", both)])?
        .is(400, 100, 2_018_018)
}

fn an_empty_message_is_refused(bench: &mut Bench<'_>) -> Outcome {
    bench
        .tell_refused(&[("message", r#"{"text":""}"#)])?
        .is(400, 100, 2_018_034)?;
    for empty in ["", "{}", "nonsense", "[1]"] {
        let error = bench.tell_refused(&[("message", empty)])?;
        error.is(400, 100, 0)?;
        error.says("param message must be non-empty")?;
    }
    Ok(())
}

fn a_message_and_an_action_exclude_each_other(bench: &mut Bench<'_>) -> Outcome {
    let both = [
        ("message", r#"{"text":"Hi"}"#),
        ("sender_action", "typing_on"),
    ];
    bench.tell_refused(&both)?.is(400, 100, 2_018_014)
}

fn an_attachment_goes_out(bench: &mut Bench<'_>) -> Outcome {
    let image = r#"{"attachment":{"type":"image","payload":{"url":"https://e.example/a.png","is_reusable":true}}}"#;
    let sent = json(&bench.tell(&[("message", image)])?)?;
    same(
        keys(&sent),
        vec!["recipient_id", "message_id", "attachment_id"],
    )?;
    let template =
        r#"{"attachment":{"type":"template","payload":{"template_type":"button","text":"Hi"}}}"#;
    let sent = json(&bench.tell(&[("message", template)])?)?;
    same(keys(&sent), vec!["recipient_id", "message_id"])
}

fn an_attachment_needs_an_address(bench: &mut Bench<'_>) -> Outcome {
    let image = r#"{"attachment":{"type":"image","payload":{"url":"a.png"}}}"#;
    bench
        .tell_refused(&[("message", image)])?
        .is(400, 100, 2_018_047)?;
    let nothing = r#"{"attachment":{"type":"photo"}}"#;
    bench.tell_refused(&[("message", nothing)])?.is(400, 100, 0)
}

fn to(bench: &mut Bench<'_>, recipient: &str) -> Result<super::bench::Problem, Failure> {
    let params = [("recipient", recipient), ("message", r#"{"text":"Hi"}"#)];
    problem(&bench.post("/v26.0/me/messages", &params)?)
}

fn a_recipient_is_needed(bench: &mut Bench<'_>) -> Outcome {
    let none = problem(&bench.post("/v26.0/me/messages", &[("message", "{text:a}")])?)?;
    none.is(400, 100, 0)?;
    none.says("The parameter recipient is required")?;
    for empty in ["", "{}", "null", "id:PSID"] {
        to(bench, empty)?.says("param recipient must be non-empty")?;
    }
    to(bench, r#"{"name":"Robin"}"#)?.says("Invalid keys \"name\"")
}

fn a_recipient_has_digits(bench: &mut Bench<'_>) -> Outcome {
    for bad in [
        "{id:PSID}",
        r#"{"id":""}"#,
        r#"{"id":"t_42"}"#,
        r#"{"id":null}"#,
    ] {
        let error = to(bench, bad)?;
        error.is(400, 100, 0)?;
        error.says("(#100) Param recipient[id] must be a valid ID string (e.g., \"123\")")?;
    }
    Ok(())
}

fn an_unknown_recipient_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let to = Psid::parse("4242424242424242")?;
    let send = SendMessage {
        to,
        ..message(bench, "Hello!")?
    };
    let error = bench.refusal(&send, &bench.page(), ErrorKind::NoMatchingUser)?;
    same(error.message.as_str(), "(#100) No matching user found")
}

fn the_pages_own_id_is_no_recipient(bench: &mut Bench<'_>) -> Outcome {
    let itself = format!(r#"{{"id":"{}"}}"#, bench.keys.page_id);
    to(bench, &itself)?.is(400, 100, 2_018_001)
}

fn messaging_types_and_tags_are_known(bench: &mut Bench<'_>) -> Outcome {
    let hi = ("message", r#"{"text":"Hi"}"#);
    for kind in ["RESPONSE", "UPDATE", "UTILITY"] {
        same(bench.tell(&[hi, ("messaging_type", kind)])?.status, 200)?;
    }
    bench
        .tell_refused(&[hi, ("messaging_type", "SPAM")])?
        .is(400, 100, 0)?;
    let tagged = ("messaging_type", "MESSAGE_TAG");
    bench
        .tell_refused(&[hi, tagged])?
        .says("(#100) Invalid tag.")?;
    bench
        .tell_refused(&[hi, tagged, ("tag", "PAIRING_UPDATE")])?
        .says("(#100) Invalid tag.")?;
    bench
        .tell_refused(&[hi, tagged, ("tag", "ACCOUNT_UPDATE")])?
        .is(400, 100, 1_893_061)?;
    same(
        bench.tell(&[hi, tagged, ("tag", "HUMAN_AGENT")])?.status,
        200,
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

fn sending_needs_a_page_token(bench: &mut Bench<'_>) -> Outcome {
    let send = message(bench, "Hello!")?;
    bench.refusal(&send, &bench.user(), ErrorKind::TokenInvalid)?;
    let path = format!("/v26.0/me/messages?access_token={}", bench.keys.user_token);
    let response = bench.request(Method::Post, &path, &[], None)?;
    let error = problem(&response)?;
    error.is(400, 100, 33)?;
    error.says("Unsupported post request.")
}

fn sending_needs_pages_messaging(bench: &mut Bench<'_>) -> Outcome {
    bench.token_with(&[
        "pages_show_list",
        "pages_read_engagement",
        "pages_manage_metadata",
    ])?;
    let error = bench.refusal(
        &message(bench, "Hello!")?,
        &bench.page(),
        ErrorKind::PermissionMissing,
    )?;
    ensure(
        error
            .message
            .contains("Requires permission: pages_messaging or User"),
        "another text",
    )
}

fn sending_needs_the_messaging_task(bench: &mut Bench<'_>) -> Outcome {
    let token = bench.keys.user_token.clone();
    let pages = bench.read("/v26.0/me/accounts?fields=access_token,tasks", &token)?;
    let lacks = |row: &&serde_json::Value| !row.to_string().contains("MESSAGING");
    let row = rows(&pages).iter().find(lacks).cloned().unwrap_or_default();
    bench.keys.page_token = text(&row, "access_token").to_owned();
    let error = bench.tell_refused(&[("message", r#"{"text":"Hi"}"#)])?;
    error.is(400, 200, 0)?;
    error.says("appropriate role on the Page")
}
