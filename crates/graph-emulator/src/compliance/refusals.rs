//! The Send API: what is refused.

use graph_api::endpoints::send_message::SendMessage;
use graph_api::{ErrorKind, Method, Psid};

use super::bench::{Bench, Failure, Outcome, ensure, problem, rows, same, text};
use super::checks;
use super::sending::message;

checks! {
    two_thousand_characters_are_the_limit,
    a_quick_reply_has_limits,
    unknown_keys_are_named,
    text_and_attachment_exclude_each_other,
    an_empty_message_is_refused,
    a_message_and_an_action_exclude_each_other,
    an_attachment_needs_an_address,
    a_recipient_is_needed,
    a_recipient_has_digits,
    an_unknown_recipient_is_refused,
    the_pages_own_id_is_no_recipient,
    messaging_types_and_tags_are_known,
    sending_needs_a_page_token,
    sending_needs_pages_messaging,
    sending_needs_the_messaging_task,
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
        .is(400, 105, 0)?;
    for (bad, code, subcode) in [
        ("", 194, 0),
        (r#"{"title":"A","payload":"P"}"#, 100, 0),
        (r#"{"content_type":"text"}"#, 100, 2_018_098),
        (r#"{"content_type":"text","title":"A"}"#, 100, 2_018_099),
    ] {
        bench
            .tell_refused(&[("message", &of(bad))])?
            .is(400, code, subcode)?;
    }
    Ok(())
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
