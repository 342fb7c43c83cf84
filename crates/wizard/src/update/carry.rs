//! How reads carry their token: as a form, and only if Graph does not take that, in the query.

use graph_api::{AnswerError, Carrier, ErrorKind, HttpResponse};

use super::Pending;
use crate::event::TransportError;
use crate::model::Model;
use crate::remote::Slot;

impl Model {
    /// Learns from an answer whether Graph takes reads as a form. If it does not, this read, and
    /// every later one, goes by the query; then the question is given back to be asked again.
    /// A reply never does: it is a form in any case.
    pub(crate) fn falls_back(
        &mut self,
        pending: &Pending,
        result: &Result<HttpResponse, TransportError>,
    ) -> bool {
        let Ok(response) = result else { return false };
        // Of a login's code: see `graph_api::endpoints::exchange_code`.
        let is_form_only = matches!(pending.slot, Slot::Send | Slot::Exchange);
        if is_form_only || pending.carrier == Carrier::Query {
            return false;
        }
        let refused = !self.form_is_taken && refuses_form(response);
        match refused {
            true => self.carrier = Carrier::Query,
            false => self.form_is_taken |= response.status < 400,
        }
        refused
    }
}

/// Whether the answer is that of a server that reads the form as a write: "Unsupported post
/// request" is 100/33 there, as "no such object" is; so this counts only while no form was taken.
fn refuses_form(response: &HttpResponse) -> bool {
    if matches!(response.status, 405 | 411 | 415 | 501) {
        return true;
    }
    match AnswerError::of(response) {
        Some(AnswerError::Graph { error, .. }) => error.documented() == ErrorKind::ObjectNotVisible,
        _ => false,
    }
}
