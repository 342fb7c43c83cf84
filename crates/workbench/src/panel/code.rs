//! The code for the call on display.

use graph_api::{Call, TokenKind, TokenNeed};
use remote_view::{Element, On, Then, el};

use super::Event;
use crate::Workbench;
use crate::calls::Record;
use crate::parts::{copy, link};

/// The language of the code.
#[derive(Debug, Default)]
pub(crate) struct Choice(pub(crate) String);

pub(super) fn code(record: &Record, _bench: &Workbench) -> Element<Then<Event>> {
    let call = &record.called.call;
    let variable = variable(call);
    let text = snippets::curl(&record.request(), variable);
    let title = el("h3")
        .class("fr-heading--small")
        .id("call-code")
        .text("Code: curl for bash");
    let head = el("div")
        .class("fr-call__line")
        .with(title)
        .with(copy("Code", On::Copy("Code".to_owned(), text.clone())));
    let lines = el("pre")
        .class("fr-code fr-code--line")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", "curl for bash")
        .with(el("code").code(text));
    let foot = el("p")
        .class("fr-text--muted fr-text--small")
        .with(el("code").text("$").text(variable))
        .text(" stands for the token. ")
        .with(link("Meta’s page about this call", call.spec.docs));
    el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-code")
        .with(head)
        .with(lines)
        .with(foot)
}

/// The variable for the token of a call.
pub(crate) fn variable(call: &Call) -> &'static str {
    match call.spec.token {
        TokenNeed::None => "LOGIN_CODE",
        TokenNeed::Any => "ACCESS_TOKEN",
        TokenNeed::Only(TokenKind::User) => "USER_ACCESS_TOKEN",
        TokenNeed::Only(TokenKind::Page) => "PAGE_ACCESS_TOKEN",
    }
}
