//! The Send API: templates and reactions.

use serde_json::{Value, json};

use super::bench::{Bench, Failure, Outcome, keys, same, text};
use super::checks;

checks! {
    a_button_template_goes_out_and_is_read_back,
    cards_go_out_and_are_read_back,
    a_button_template_has_limits,
    a_button_needs_what_its_kind_needs,
    a_card_has_limits,
    an_unknown_template_is_refused,
    a_reaction_is_to_a_message,
}

fn template(payload: &Value) -> String {
    json!({"attachment": {"type": "template", "payload": payload}}).to_string()
}

fn postback(title: &str) -> Value {
    json!({"type": "postback", "title": title, "payload": "P"})
}

fn buttons(text: &str, buttons: &[Value]) -> String {
    template(&json!({"template_type": "button", "text": text, "buttons": buttons}))
}

fn cards(elements: &[Value]) -> String {
    template(&json!({"template_type": "generic", "elements": elements}))
}

/// The newest message, with its attachments.
fn newest(bench: &mut Bench<'_>) -> Result<Value, Failure> {
    let id = bench.conversation()?;
    let token = bench.keys.page_token.clone();
    let path = format!("/v26.0/{id}?fields=messages.limit(1)%7Bmessage,attachments%7D");
    let answer = bench.read(&path, &token)?;
    Ok(answer
        .pointer("/messages/data/0")
        .cloned()
        .unwrap_or_default())
}

fn refused(bench: &mut Bench<'_>, message: &str, code: u64, subcode: u64) -> Outcome {
    bench
        .tell_refused(&[("message", message)])?
        .is(400, code, subcode)
}

fn a_button_template_goes_out_and_is_read_back(bench: &mut Bench<'_>) -> Outcome {
    let visit = json!({"type": "web_url", "title": "Visit", "url": "https://shop.example/"});
    let message = buttons("Which one?", &[visit, postback("Basil")]);
    let sent = bench.tell(&[("message", &message)])?;
    same(sent.status, 200)?;
    let newest = newest(bench)?;
    same(keys(&newest), vec!["message", "attachments", "id"])?;
    same(text(&newest, "message"), "")?;
    let row = newest.pointer("/attachments/data/0/generic_template");
    let row = row.cloned().unwrap_or_default();
    same(keys(&row), vec!["title", "cta"])?;
    same(text(&row, "title"), "Which one?")?;
    same(text(&row, "/cta/0/url"), "https://shop.example/")?;
    same(text(&row, "/cta/1/type"), "postback")
}

fn cards_go_out_and_are_read_back(bench: &mut Bench<'_>) -> Outcome {
    let basil =
        json!({"title": "Basil", "subtitle": "Likes sun", "buttons": [postback("Take it")]});
    let fern = json!({
        "title": "Fern",
        "image_url": "https://shop.example/fern.jpg",
        "default_action": {"type": "web_url", "url": "https://shop.example/fern"},
    });
    let sent = bench.tell(&[("message", &cards(&[basil, fern]))])?;
    same(sent.status, 200)?;
    let newest = newest(bench)?;
    let title = |at: u32| format!("/attachments/data/{at}/generic_template/title");
    same(text(&newest, &title(0)), "Basil")?;
    same(text(&newest, &title(1)), "Fern")
}

fn a_button_template_has_limits(bench: &mut Bench<'_>) -> Outcome {
    let four = ["A", "B", "C", "D"].map(postback);
    let three = &four[..3];
    let longest = buttons(&"é".repeat(640), three);
    same(bench.tell(&[("message", &longest)])?.status, 200)?;
    refused(bench, &buttons(&"é".repeat(641), three), 100, 0)?;
    refused(bench, &buttons("", three), 100, 0)?;
    refused(bench, &buttons("Hi", &[]), 100, 0)?;
    let error = bench.tell_refused(&[("message", &buttons("Hi", &four))])?;
    error.is(400, 105, 0)?;
    error.says("(#105) param name_placeholder[buttons] has too many elements.")
}

fn a_button_needs_what_its_kind_needs(bench: &mut Bench<'_>) -> Outcome {
    for (button, subcode) in [
        (json!({"type": "postback", "payload": "P"}), 2_018_053),
        (json!({"type": "postback", "title": "A"}), 2_018_040),
        (json!({"type": "phone_number", "title": "A"}), 2_018_040),
        (json!({"type": "web_url", "title": "A"}), 2_018_041),
        (json!({"type": "web_url", "title": "A", "url": "a"}), 0),
        (json!({"type": "postback", "title": "", "payload": "P"}), 0),
        (json!({"type": "wave", "title": "A"}), 0),
        (json!({"title": "A", "payload": "P"}), 0),
        (
            json!({"type": "postback", "title": "A", "payload": "P".repeat(1001)}),
            0,
        ),
    ] {
        refused(bench, &buttons("Hi", &[button]), 100, subcode)?;
    }
    let call = json!({"type": "phone_number", "title": "Call", "payload": "+15105550123"});
    same(
        bench.tell(&[("message", &buttons("Hi", &[call]))])?.status,
        200,
    )
}

fn a_card_has_limits(bench: &mut Bench<'_>) -> Outcome {
    let whole = json!({"title": "Basil", "subtitle": "Likes sun"});
    let ten = vec![whole.clone(); 10];
    same(bench.tell(&[("message", &cards(&ten))])?.status, 200)?;
    refused(bench, &cards(&[ten, vec![whole]].concat()), 105, 0)?;
    refused(bench, &cards(&[]), 194, 0)?;
    let bad_picture = json!({"title": "Basil", "image_url": "basil.jpg"});
    refused(bench, &cards(&[bad_picture]), 100, 0)?;
    let no_buttons = json!({"title": "Basil", "buttons": []});
    refused(bench, &cards(&[no_buttons]), 194, 0)?;
    refused(bench, &cards(&[json!({"title": "Basil"})]), 100, 2_018_035)?;
    refused(
        bench,
        &cards(&[json!({"subtitle": "Likes sun"})]),
        100,
        2_018_035,
    )
}

fn an_unknown_template_is_refused(bench: &mut Bench<'_>) -> Outcome {
    let list = template(&json!({"template_type": "list"}));
    let error = bench.tell_refused(&[("message", &list)])?;
    error.is(400, 100, 0)?;
    error.says("(#100) Invalid template type")
}

fn a_reaction_is_to_a_message(bench: &mut Bench<'_>) -> Outcome {
    let react = ("sender_action", "react");
    let whole = ("payload", r#"{"message_id":"m_1","reaction":"🌿"}"#);
    same(bench.tell(&[react, whole])?.status, 200)?;
    let part = ("payload", r#"{"message_id":"m_1"}"#);
    same(
        bench.tell(&[("sender_action", "unreact"), part])?.status,
        200,
    )?;
    bench.tell_refused(&[react, part])?.is(400, 100, 0)?;
    bench.tell_refused(&[react])?.is(400, 100, 0)
}
