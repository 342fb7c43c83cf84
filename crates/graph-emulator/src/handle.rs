//! The way of a request: scenario, token, version, path, operation.

use graph_api::{GraphTime, GraphVersion, HttpRequest, HttpResponse, Method, Spec};
use serde_json::Value;

use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::headers::{HeaderFacts, gateway_headers, headers};
use crate::answer::wire;
use crate::handlers;
use crate::request::incoming::{Asked, Incoming};
use crate::routes::{self, EDGES, Operation};
use crate::scenario::{RATE_LIMIT_SECONDS, Scenario};
use crate::seed::{self, Stream};
use crate::token::Token;

const GATEWAY_PAGE: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\
    <body><h1>502 Bad Gateway</h1><p>The server is taking a break.</p></body></html>\n";

/// An answer, and how long Graph would take for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The answer.
    pub response: HttpResponse,
    /// In milliseconds. Nothing waits here: that is up to whoever carries the answer.
    pub delay_ms: u32,
}

impl World {
    /// Answers a request as Graph would.
    pub fn handle(&mut self, now: GraphTime, request: &HttpRequest) -> Reply {
        let count = self.tick();
        let incoming = Incoming::read(request);
        let operation = routes::find(incoming.method, &incoming.path).map(|(_, it)| it);
        let response = match self.is_down(now) {
            true => {
                if let Some(operation) = operation {
                    self.note_failure(operation);
                }
                HttpResponse {
                    status: 502,
                    headers: gateway_headers(),
                    body: GATEWAY_PAGE.to_owned(),
                }
            }
            false => self.respond(now, &incoming, operation),
        };
        Reply {
            response,
            delay_ms: delay(self.seed, count, incoming.method),
        }
    }

    fn respond(
        &mut self,
        now: GraphTime,
        incoming: &Incoming,
        operation: Option<Operation>,
    ) -> HttpResponse {
        let count = self.count;
        let outcome = self.answer(now, incoming);
        if let Some(operation) = operation {
            self.note(operation, outcome.as_ref());
        }
        let (status, body) = match &outcome {
            Ok(value) => (200, wire::body(value)),
            Err(fault) => {
                let trace_id = seed::trace_id(self.seed, count);
                let body = wire::body(&fault.envelope(&trace_id));
                match incoming.suppresses_status {
                    true => (200, body),
                    false => (fault.status, body),
                }
            }
        };
        let fault = outcome.as_ref().err();
        let first = incoming.path.first();
        let facts = HeaderFacts {
            seed: self.seed,
            count,
            version: match incoming.version {
                Asked::Served(version) => Some(version),
                Asked::NoSuch => None,
            },
            page: match &outcome {
                Ok(_) => self.page_of(now, incoming),
                Err(_) => None,
            },
            is_me: incoming.path.len() == 1 && first.is_some_and(|first| first == "me"),
            is_limited: fault.is_some_and(|fault| fault.code == 4),
            refusal: fault
                .map(|fault| fault.message.as_str())
                .filter(|_| status == 400),
        };
        HttpResponse {
            status,
            headers: headers(&facts),
            body,
        }
    }

    /// The Page whose token the call came with: Page calls carry the usage header.
    fn page_of(&self, now: GraphTime, incoming: &Incoming) -> Option<&str> {
        let token = self.recognise(now, incoming.token.as_deref()?).ok()?;
        let page = self.page(token.page()?)?;
        let is_about_itself =
            matches!(incoming.path.as_slice(), [only] if only == "me" || only == "debug_token");
        (!is_about_itself).then_some(page.id.as_str())
    }

    fn answer(&mut self, now: GraphTime, incoming: &Incoming) -> Result<Value, Fault> {
        let token = incoming.token.as_deref();
        let token = token
            .map(|secret| self.recognise(now, secret))
            .transpose()?;
        let Asked::Served(version) = incoming.version else {
            return Err(Fault::unknown_path(&incoming.path));
        };
        refuse_removed(incoming)?;
        let Some((spec, operation)) = routes::find(incoming.method, &incoming.path) else {
            let visit = token.map(|token| visit(now, incoming, version, token));
            return Err(self.no_route(visit.as_ref(), incoming));
        };
        if operation == Operation::ExchangeCode {
            return handlers::exchange_code::answer(self, now, &incoming.params);
        }
        let first = incoming
            .path
            .first()
            .map(String::as_str)
            .unwrap_or_default();
        let Some(token) = token else {
            return Err(match first {
                "me" => Fault::no_current_user(),
                _ => Fault::token_missing(),
            });
        };
        self.pass_limits(now, spec, operation)?;
        let visit = visit(now, incoming, version, token);
        match operation {
            Operation::ExchangeCode => Err(Fault::token_missing()), // Answered above.
            Operation::GetObject => handlers::get_object::answer(self, &visit, first),
            Operation::DebugToken => handlers::debug_token::answer(self, &visit),
            Operation::ListPermissions => {
                handlers::list_permissions::answer(self, &visit, spec, first)
            }
            Operation::ListPages => handlers::list_pages::answer(self, &visit, spec, first),
            Operation::ListConversations => {
                handlers::list_conversations::answer(self, &visit, spec, first)
            }
            Operation::GetConversation => {
                handlers::get_conversation::answer(self, &visit, spec, first)
            }
            Operation::ListMessages => handlers::list_messages::answer(self, &visit, spec, first),
            Operation::GetMessage => handlers::get_message::answer(self, &visit, spec, first),
            Operation::SendMessage => handlers::send_message::answer(self, &visit, spec, first),
            Operation::ListSubscribedApps => {
                handlers::subscribed_apps::list(self, &visit, spec, first)
            }
            Operation::Subscribe | Operation::Unsubscribe => {
                handlers::subscribed_apps::change(self, &visit, spec, first)
            }
        }
    }

    /// What is wrong with a path that means no operation.
    fn no_route(&self, visit: Option<&Visit<'_>>, incoming: &Incoming) -> Fault {
        let Some((first, rest)) = incoming.path.split_first() else {
            return Fault::unsupported_root(incoming.method);
        };
        let edge = match rest {
            [] => None,
            [edge] if EDGES.contains(&edge.as_str()) => Some(edge),
            [edge] if incoming.method != Method::Get => Some(edge),
            [edge, more @ ..] if EDGES.contains(&edge.as_str()) => {
                return Fault::unknown_path(more);
            }
            rest => return Fault::unknown_path(rest),
        };
        let Some(visit) = visit else {
            return match first.as_str() {
                "me" => Fault::no_current_user(),
                _ => Fault::token_missing(),
            };
        };
        let is_thing = first.starts_with("t_") || first.starts_with("m_");
        match edge {
            _ if incoming.method != Method::Get => Fault::unsupported(incoming.method, first),
            Some(edge) if first.starts_with("t_") => Fault::no_such_field(edge, "UnifiedThread"),
            Some(edge) if first.starts_with("m_") => Fault::no_such_field(edge, "Message"),
            Some(edge) => match self.object(visit, first) {
                Ok(object) => Fault::no_such_field(edge, object.kind()),
                Err(fault) => fault,
            },
            None if is_thing => Fault::unsupported(incoming.method, first),
            None => Fault::alias(first),
        }
    }

    /// The scenarios that refuse calls whatever they ask.
    fn pass_limits(
        &mut self,
        now: GraphTime,
        spec: &Spec,
        operation: Operation,
    ) -> Result<(), Fault> {
        let is_read = spec.method == Method::Get;
        let is_send = operation == Operation::SendMessage;
        match self.trouble.scenario {
            Scenario::RateLimit => match self.lasts(now, RATE_LIMIT_SECONDS) {
                true => Err(Fault::app_limit()),
                false => Ok(()),
            },
            Scenario::TemporaryFailure if is_send && self.trouble.failed_sends == 0 => {
                self.trouble.failed_sends += 1;
                Err(Fault::temporary_send_failure())
            }
            Scenario::TemporaryFailure if is_read && self.trouble.failed_reads == 0 => {
                self.trouble.failed_reads += 1;
                Err(Fault::unavailable())
            }
            _ => Ok(()),
        }
    }
}

fn visit<'a>(
    now: GraphTime,
    incoming: &'a Incoming,
    version: GraphVersion,
    token: Token,
) -> Visit<'a> {
    Visit {
        now,
        method: incoming.method,
        version,
        token,
        params: &incoming.params,
    }
}

/// What was removed for all versions on 27 October 2026.
fn refuse_removed(incoming: &Incoming) -> Result<(), Fault> {
    if incoming.params.get("date_format").is_some() {
        return Err(Fault::removed("date_format"));
    }
    match incoming.path.is_empty() && incoming.params.get("ids").is_some() {
        true => Err(Fault::removed("ids")),
        false => Ok(()),
    }
}

/// Graph takes a fraction of a second, a bit more for sends.
fn delay(seed: u64, count: u64, method: Method) -> u32 {
    let spread = Stream::new(seed, &["delay", &count.to_string()]).number() % 160;
    let base = if method == Method::Get { 120 } else { 260 };
    base + u32::try_from(spread).unwrap_or_default()
}
