//! From an error that the explorer's newest call came back with to a notice, and what is kept for it.

use graph_api::{AccessToken, AnswerError, Call, HttpResponse, Method, redact};
use handbook::{Asked, Came, Way};

use super::{new_token, said, support, told, unexplained};
use crate::lookup::came;
use crate::model::Model;
use crate::remote::{Failure, Slot};
use crate::view::parts::{Notice, Said, Tone};

/// An error of Graph's, as much of it as is shown.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    asked: Asked,
    came: Came,
    /// What Graph said, without a secret.
    said: Vec<Said>,
    needs_new_token: bool,
}

impl Model {
    /// Has an error explained that came back to a call of the explorer.
    pub(crate) fn explain_explored(
        &mut self,
        call: &Call,
        response: &HttpResponse,
        tokens: &[AccessToken],
    ) {
        let Some(AnswerError::Graph { status, error }) = AnswerError::of(response) else {
            return;
        };
        let secrets: Vec<_> = tokens.iter().flat_map(AccessToken::secrets).collect();
        let mut said = said(status, &error);
        for line in &mut said {
            line.value = redact::clean(&line.value, &secrets);
        }
        let needs_new_token = error.documented().needs_new_token();
        let failure = Failure::Answer(AnswerError::Graph { status, error });
        let Some(came) = came(&failure) else { return };
        let asked = match call.spec.method == Method::Post && call.path.ends_with("/messages") {
            true => Asked::Write,
            false => Asked::Query,
        };
        let support = support::details(self, call, &failure);
        let support = support.map(|text| redact::clean(&text, &secrets));
        self.look_up_what(asked, came, None, support);
        self.bench.refused = Some(Refused {
            asked,
            came,
            said,
            needs_new_token,
        });
    }
}

/// The notice, while the explorer is on display. Trying again is what Submit is for, so of the ways
/// on only those are left that lead out of the explorer.
pub(crate) fn notice(model: &Model) -> Option<Notice> {
    let refused = model.bench.refused.as_ref();
    let refused = refused.filter(|_| model.bench.is_exploring)?;
    let lookup = model.lookup(refused.asked, refused.came);
    let mut notice = match lookup.and_then(|lookup| lookup.explanation()) {
        Some(found) => {
            let mut found = found.clone();
            found.ways.retain(|way| *way == Way::NewToken);
            told(model, Slot::Me, Tone::Bad, &found)
        }
        None => unexplained(),
    };
    if notice.buttons.is_empty() && refused.needs_new_token {
        notice.buttons.push(new_token(model));
    }
    notice.step_back();
    notice.said.clone_from(&refused.said);
    let support = lookup.and_then(|lookup| lookup.support.as_deref());
    notice.buttons.extend(support.map(support::button));
    Some(notice)
}
