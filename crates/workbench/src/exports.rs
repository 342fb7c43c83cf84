//! The session for other tools, and a call as a link. No secret goes out.

use graph_api::endpoints::{
    DebugToken, ExchangeCode, GetConversation, GetMe, ListConversations, ListPages,
    ListPermissions, SendMessage,
};
use graph_api::{Endpoint as _, Spec};
use interchange::{Exchange, Reply, SharedRequest};

use crate::Workbench;
use crate::record::Record;
use crate::wish::{Request, Wish};

/// What the session is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// HAR 1.2.
    Har,
    /// A Postman collection, 2.1.
    Postman,
    /// A file of requests that editors run.
    Http,
}

impl Format {
    pub(crate) const ALL: [Self; 3] = [Self::Har, Self::Postman, Self::Http];

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Har => "HAR",
            Self::Postman => "Postman collection",
            Self::Http => ".http file",
        }
    }

    /// The name of the file and its media type.
    const fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Har => ("first-reply.har", "application/json"),
            Self::Postman => ("first-reply.postman_collection.json", "application/json"),
            Self::Http => ("first-reply.http", "text/plain"),
        }
    }
}

/// The session as a file.
pub(crate) fn save(bench: &Workbench, format: Format) -> Wish {
    let exchanges = bench.calls.all().iter();
    let exchanges: Vec<_> = exchanges.map(|it| exchange(bench, it)).collect();
    let (name, kind) = format.file();
    Wish::Save {
        name: name.to_owned(),
        kind: kind.to_owned(),
        text: match format {
            Format::Har => interchange::har(&exchanges, env!("CARGO_PKG_VERSION")),
            Format::Postman => interchange::postman(&exchanges),
            Format::Http => interchange::http_file(&exchanges),
        },
    }
}

fn exchange(bench: &Workbench, record: &Record) -> Exchange {
    let call = &record.called.call;
    // An action is sent as a reply is.
    let is_action = call.params.iter().any(|it| it.name == "sender_action");
    let spec = match is_action {
        true => call.spec,
        false => bench.spec(record),
    };
    Exchange {
        name: name(spec, &call.path),
        request: record.request(),
        token: record.token(),
        started: record.called.at,
        outcome: record.answer().map(|answer| Reply {
            status: answer.status,
            millis: answer.millis,
            body: answer.body.clone(),
        }),
    }
}

/// What a reader calls it.
fn name(spec: &Spec, path: &str) -> String {
    const NAMES: [(&Spec, &str); 8] = [
        (&ExchangeCode::SPEC, "Exchange the login’s code"),
        (&GetMe::SPEC, "Who am I"),
        (&DebugToken::SPEC, "Look at the token"),
        (&ListPermissions::SPEC, "List the permissions"),
        (&ListPages::SPEC, "List my Pages"),
        (&ListConversations::SPEC, "List the conversations"),
        (&GetConversation::SPEC, "Read the messages"),
        (&SendMessage::SPEC, "Send the reply"),
    ];
    match NAMES.iter().find(|(it, _)| *it == spec) {
        Some((_, name)) => (*name).to_owned(),
        None => format!("{} {}", spec.method.as_str(), path.trim_start_matches('/')),
    }
}

/// The call on display as a link, with what had to be left out.
pub(crate) fn link(record: &Record) -> Option<interchange::Link> {
    let request = record.as_request();
    let share = SharedRequest {
        method: request.method,
        version: Some(request.version),
        path: request.path,
        params: request.params,
    };
    share.link()
}

/// The call that a link leads to.
pub(crate) fn shared(bench: &Workbench, fragment: &str) -> Option<Request> {
    let it = SharedRequest::read(fragment)?;
    Some(Request {
        method: it.method,
        version: it.version.unwrap_or(bench.holds.version),
        path: it.path,
        params: it.params,
        token: None,
    })
}
