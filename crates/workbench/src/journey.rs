//! The whole run as one script.

use graph_api::endpoints::{GetConversation, ListConversations, ListPages, SendMessage};
use graph_api::{AccessToken, Call, Carrier, Endpoint as _, HttpRequest, PageAccessToken};
use remote_view::{On, View, el};

use crate::panel::variable;
use crate::parts::copy;

/// The calls of the run.
#[derive(Debug, Default)]
pub(crate) struct Journey {
    pub(crate) calls: Vec<Call>,
    pub(crate) carrier: Carrier,
}

impl Journey {
    fn script(&self) -> String {
        let placeholder = AccessToken::from(PageAccessToken::new("token"));
        let request = |call| self.carrier.request(call, &placeholder);
        let steps: Vec<(&str, HttpRequest, &str)> = (self.calls.iter())
            .map(|call| (heading(call), request(call), variable(call)))
            .collect();
        let steps: Vec<_> = (steps.iter())
            .map(|(heading, request, variable)| (*heading, request, *variable))
            .collect();
        snippets::curl_script(&steps)
    }

    pub(crate) fn view<E>(&self) -> View<E> {
        let script = self.script();
        let head = el("div")
            .class("fr-row fr-row--apart")
            .with(
                el("h2")
                    .class("fr-heading")
                    .id("script-title")
                    .text("The whole run as code"),
            )
            .with(copy(
                "Script",
                On::Copy("Script".to_owned(), script.clone()),
            ));
        let code = el("pre")
            .class("fr-code fr-code--line")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", "The whole run as a bash script")
            .with(el("code").code(script));
        el("section")
            .class("fr-part")
            .attr("aria-labelledby", "script-title")
            .with(head)
            .with(code)
            .with(el("p").class("fr-hint").text(
                "A bash script. The tokens are shell variables: set them, then run it. It sends the reply again.",
            ))
            .into()
    }
}

fn heading(call: &Call) -> &'static str {
    let spec = call.spec;
    if *spec == ListPages::SPEC {
        "2. Get the IDs: the Pages, each with its own token"
    } else if *spec == ListConversations::SPEC {
        "2. Get the IDs: the conversation with the person"
    } else if *spec == GetConversation::SPEC {
        "3. Read the messages"
    } else if *spec == SendMessage::SPEC {
        "4. Reply"
    } else {
        ""
    }
}
