//! What the composer lets through, the emulator takes; what it holds back, the emulator refuses.

use graph_api::message::{Sending, What};
use graph_api::{GraphTime, HOST, HttpRequest, Method};
use graph_emulator::World;
use proptest::prelude::*;
use serde_json::Value;

use super::strategies::{spoilt, valid};
use super::{Form, List, Place, Reader};
use crate::composer::place::{ButtonPart, CardPart, ReplyPart};
use crate::wish::Request;

const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);

/// A world in which the customer has just written; and its Page's token, Page and customer.
struct Stage {
    world: World,
    token: String,
    psid: String,
}

impl Stage {
    fn new() -> Self {
        let mut world = World::new(1, NOW);
        let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
        world.customer_writes(NOW, &page, &psid, "Hello!").unwrap();
        let token = world.keys(NOW).page_token;
        Self { world, token, psid }
    }

    /// Sends the call to the customer, whoever it was for.
    fn answer(&mut self, request: &Request) -> (u16, Value) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &request.params {
            match name.as_str() {
                "recipient" => {
                    form.append_pair(name, &format!(r#"{{"id":"{}"}}"#, self.psid));
                }
                _ => {
                    form.append_pair(name, value);
                }
            }
        }
        form.append_pair("access_token", &self.token);
        let kind = "application/x-www-form-urlencoded".to_owned();
        let response = self.world.handle(
            NOW,
            &HttpRequest {
                method: Method::Post,
                url: format!("{HOST}/{}/me/messages", request.version),
                headers: vec![("Content-Type".to_owned(), kind)],
                body: Some(form.finish()),
            },
        );
        let response = response.response;
        (
            response.status,
            serde_json::from_str(&response.body).unwrap(),
        )
    }
}

fn sent(sending: &Sending) -> Option<Request> {
    Reader::holding(sending).explored()
}

#[test]
fn the_emulator_takes_what_the_composer_lets_through() {
    corpora::holds("valid sends", &valid(), |sending| {
        let request = sent(&sending).expect("nothing bars it");
        let (status, body) = Stage::new().answer(&request);
        prop_assert_eq!(status, 200, "{}", body);
        let is_message = matches!(sending.what, What::Message { .. });
        prop_assert_eq!(body.get("message_id").is_some(), is_message);
        Ok(())
    });
}

#[test]
fn composer_and_emulator_agree_about_what_is_refused() {
    corpora::holds("spoilt sends", &spoilt(), |sending| {
        let mut reader = Reader::holding(&sending);
        let request = reader.composer.request(&reader.context);
        let (status, body) = Stage::new().answer(&request);
        let is_let_through = reader.explored().is_some();
        prop_assert_eq!(is_let_through, status == 200, "{}", body);
        Ok(())
    });
}

/// Fills one field wrongly: the composer holds it back, and this is what Graph says.
#[track_caller]
fn check(reader: &mut Reader, code: u64, subcode: Option<u64>) {
    let request = reader.composer.request(&reader.context);
    let (_, body) = Stage::new().answer(&request);
    let error = &body["error"];
    let found = (error["code"].as_u64(), error["error_subcode"].as_u64());
    assert_eq!(found, (Some(code), subcode), "{body}");
    assert_eq!(reader.explored(), None);
}

#[test]
fn what_is_held_back_is_refused() {
    check(&mut Reader::of(Form::Text), 100, Some(2_018_034));
    check(&mut Reader::of(Form::File), 100, Some(2_018_047));
    check(&mut Reader::of(Form::Buttons), 100, None);
    check(&mut Reader::of(Form::Cards), 100, None);

    let mut no_buttons = Reader::of(Form::Buttons);
    no_buttons.types(Place::Text, "Which one?");
    no_buttons.presses("Remove button 1");
    check(&mut no_buttons, 100, None);

    let mut no_payload = Reader::of(Form::Buttons);
    no_payload.types(Place::Text, "Which one?");
    no_payload.types(Place::Button(None, 0, ButtonPart::Title), "Basil");
    // An empty payload is written, so Graph's complaint is about its absence in substance.
    check(&mut no_payload, 100, Some(2_018_040));

    let mut title_only = Reader::of(Form::Cards);
    title_only.types(Place::Card(0, CardPart::Title), "Basil");
    check(&mut title_only, 100, Some(2_018_035));

    let mut no_cards = Reader::of(Form::Cards);
    no_cards.presses("Remove card 1");
    check(&mut no_cards, 194, None);

    let mut long_title = Reader::new();
    long_title.types(Place::Text, "Tea?");
    let row = long_title.adds(List::Replies);
    long_title.types(Place::Reply(row, ReplyPart::Title), &"é".repeat(21));
    long_title.types(Place::Reply(row, ReplyPart::Payload), "P");
    check(&mut long_title, 100, None);

    let mut many = Reader::new();
    many.types(Place::Text, "Tea?");
    for _ in 0..14 {
        let row = many.composer.draft.add(List::Replies).unwrap();
        many.types(Place::Reply(row, ReplyPart::Title), "Yes");
        many.types(Place::Reply(row, ReplyPart::Payload), "YES");
    }
    check(&mut many, 105, None);
}
