//! The whole run as one script, which finds the IDs by itself.

use graph_api::{PageId, TokenKind};
use remote_view::{On, Then, View, el};
use snippets::{Code, Journey, Language, Refused, TokenFrom};

use crate::Workbench;
use crate::panel::{Event, choice, lines};
use crate::parts::{button, hidden};

/// The script in the reader's language.
pub(crate) fn script(bench: &Workbench, from: TokenFrom) -> Option<Result<Code, Refused>> {
    let reply = bench.reply.as_ref()?;
    let page = bench.holds.page.as_ref();
    let page = page.and_then(|(id, _)| PageId::parse(id).ok());
    let journey = Journey {
        version: reply.version,
        start: start(bench),
        page: page.as_ref(),
        reply,
    };
    Some(bench.panel.language.journey(&journey, from))
}

/// The token that it begins with.
pub(crate) fn start(bench: &Workbench) -> TokenKind {
    match bench.holds.user_token {
        true => TokenKind::User,
        false => TokenKind::Page,
    }
}

pub(crate) fn view(bench: &Workbench) -> Option<View<Event>> {
    let script = script(bench, TokenFrom::Environment)?;
    let language = bench.panel.language;
    let title = el("h2")
        .class("fr-heading fr-heading--small")
        .id("script-title")
        .text("The whole run as code");
    let choice = choice("script-language", language, Language::ALL, |it| {
        Event::LanguageChosen(it.to_owned())
    });
    let section = el("section")
        .class("fr-part")
        .attr("aria-labelledby", "script-title")
        .with(
            el("div")
                .class("fr-row fr-row--apart")
                .with(title)
                .with(choice),
        );
    Some(match script {
        Ok(code) => section
            .with(lines(
                &format!("The whole run in {}", language.title()),
                &code,
            ))
            .with(ways(&code, language))
            .with(el("p").class("fr-hint").text(words(bench)))
            .into(),
        Err(refused) => section
            .with(el("p").class("fr-hint").text(refused.to_string()))
            .into(),
    })
}

fn ways(code: &Code, language: Language) -> remote_view::Element<Then<Event>> {
    el("div")
        .class("fr-row")
        .with(
            button("fr-button--small", "Copy")
                .with(hidden(" the script"))
                .on(On::Copy("Script".to_owned(), code.to_string())),
        )
        .with(
            button(
                "fr-button--small fr-button--quiet",
                &format!("Save as first-reply.{}", language.extension()),
            )
            .on(On::press(Event::ScriptSaved)),
        )
        .with(
            button("fr-button--small fr-button--quiet", "Copy with my token")
                .on(On::press(Event::ScriptCopied)),
        )
}

fn words(bench: &Workbench) -> &'static str {
    match start(bench) {
        TokenKind::User => {
            "It finds the Page and its newest conversation, and sends this reply to the person in it, who may be somebody else by then. It takes the User token from USER_ACCESS_TOKEN."
        }
        TokenKind::Page => {
            "It finds the Page’s newest conversation, and sends this reply to the person in it, who may be somebody else by then. It takes the Page token from PAGE_ACCESS_TOKEN."
        }
    }
}
