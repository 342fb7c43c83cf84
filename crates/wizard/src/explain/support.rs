//! What Meta's support asks for, as a text to copy: which request, and what Graph said. Of the
//! parameters it has the names only.

use graph_api::{AccessToken, AnswerError, Call, GraphTime, redact};

use crate::event::Event;
use crate::model::Model;
use crate::remote::Failure;
use crate::view::parts::Button;

/// The details of an error of Graph's that was the answer to a call.
pub(crate) fn details(model: &Model, call: &Call, failure: &Failure) -> Option<String> {
    let Failure::Answer(AnswerError::Graph { status, error }) = failure else {
        return None;
    };
    let mut text = match model.is_practice() {
        true => "First Reply’s emulated Graph API refused a request (practice, not Meta)",
        false => "The Graph API refused a request",
    }
    .to_owned();
    let mut line = |name: &str, value: &str| {
        text.push('\n');
        text.push_str(name);
        text.push_str(": ");
        text.push_str(value);
    };
    line(
        "Time (UTC)",
        &GraphTime::from_unix(model.now / 1000).to_string(),
    );
    line("Method", call.spec.method.as_str());
    line("Path", &call.path);
    line("Version", &call.version.to_string());
    let mut names = "access_token".to_owned();
    for param in &call.params {
        names.push_str(", ");
        names.push_str(&param.name);
    }
    line("Parameters", &names);
    for said in super::said(*status, error) {
        line(said.name, &said.value);
    }
    Some(clean(model, &text))
}

/// A text without any of the tokens that are held.
pub(super) fn clean(model: &Model, text: &str) -> String {
    let mut tokens = model.held.tokens();
    tokens.extend(model.connect.pasted.clone().map(AccessToken::from));
    tokens.extend(model.login.tried.clone().map(AccessToken::Login));
    let secrets: Vec<_> = tokens.iter().flat_map(AccessToken::secrets).collect();
    redact::clean(text, &secrets)
}

/// Copies the details.
pub(super) fn button(text: &str) -> Button {
    let event = Event::CopyAsked {
        what: "Details for support".to_owned(),
        text: text.to_owned(),
    };
    Button::quiet("Copy for support", event)
}

/// Whether a button copies something, and leads nowhere.
pub(crate) fn is_copy(button: &Button) -> bool {
    matches!(button.event, Event::CopyAsked { .. })
}
