//! The code for the call on display, in the reader's language.

use graph_api::{TokenKind, TokenNeed};
use remote_view::{Element, On, Then, el};
use snippets::{Code, Ink, Language, Refused, TokenFrom};

use super::Event;
use crate::Workbench;
use crate::parts::{button, hidden, link};
use crate::record::Record;

pub(super) fn code(record: &Record, bench: &Workbench) -> Element<Then<Event>> {
    let language = bench.panel.language;
    let head = el("div")
        .class("fr-call__line")
        .with(
            el("h3")
                .class("fr-heading--small")
                .id("call-code")
                .text("Code"),
        )
        .with(choice("call-language", language, Language::ALL, |it| {
            Event::LanguageChosen(it.to_owned())
        }));
    let section = el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-code")
        .with(head);
    let code = match written(record, language, TokenFrom::Environment) {
        Ok(code) => code,
        Err(refused) => {
            let words = format!("It cannot be written in {}: {refused}", language.title());
            return section.with(el("p").class("fr-text--small").text(words));
        }
    };
    let text = code.to_string();
    let with_token = token_of(record, bench)
        .map(|_| button("fr-button--small fr-button--quiet", "Copy with my token"))
        .map(|it| it.on(On::press(Event::TokenCopied)));
    let ways = el("div")
        .class("fr-row")
        .with(
            button("fr-button--small", "Copy")
                .with(hidden(" the code"))
                .on(On::Copy("Code".to_owned(), text)),
        )
        .maybe(with_token);
    section
        .with(lines(&format!("The call in {}", language.title()), &code))
        .with(ways)
        .with(foot(record, bench))
}

fn foot<T>(record: &Record, bench: &Workbench) -> Element<T> {
    el("p")
        .class("fr-text--muted fr-text--small")
        .with(el("code").text(variable(record)))
        .text(" stands for the token. ")
        .with(link("Meta’s page about this call", bench.spec(record).docs))
}

/// A select of languages.
pub(crate) fn choice<E: 'static>(
    id: &str,
    chosen: Language,
    all: impl IntoIterator<Item = Language>,
    event: impl Fn(&str) -> E + 'static,
) -> Element<Then<E>> {
    let options = all.into_iter().map(|language| {
        el("option")
            .attr("value", language.name())
            .flag("selected", language == chosen)
            .text(language.title())
    });
    el("label")
        .class("fr-language")
        .attr("for", id)
        .with(el("span").class("fr-vh").text("Language"))
        .with(
            el("select")
                .class("fr-input fr-input--small")
                .id(id)
                .on(On::choose(event))
                .all(options),
        )
}

/// Code in colours, in a frame that scrolls and can be reached by keyboard.
pub(crate) fn lines<T>(label: &str, code: &Code) -> Element<T> {
    let pieces = code.pieces().iter().map(|(ink, text)| {
        let class = match ink {
            Ink::Plain => "",
            Ink::Keyword => "fr-code__word",
            Ink::Text => "fr-code__string",
            Ink::Number => "fr-code__number",
            Ink::Comment => "fr-code__mark",
            Ink::Variable | Ink::Token => "fr-code__variable",
        };
        el("span").class(class).code(text.clone())
    });
    el("pre")
        .class("fr-code fr-code--line")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .with(el("code").all(pieces))
}

/// The call in a language.
pub(crate) fn written(
    record: &Record,
    language: Language,
    from: TokenFrom,
) -> Result<Code, Refused> {
    language.snippet(&record.request(), variable(record), from)
}

/// The token that goes with a call, if it is held.
pub(super) fn token_of(record: &Record, bench: &Workbench) -> Option<TokenKind> {
    record.token().filter(|kind| bench.holds.has(*kind))
}

/// The text around the token, for the page to put one in.
pub(crate) fn around_token(code: &Code) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (ink, text) in code.pieces() {
        match (ink, pieces.last_mut()) {
            (Ink::Token, _) => pieces.push(String::new()),
            (_, Some(last)) => last.push_str(text),
            _ => {}
        }
    }
    pieces
}

/// The variable for the token of a call.
fn variable(record: &Record) -> &'static str {
    match (record.called.call.spec.token, record.token()) {
        (TokenNeed::None, _) => "LOGIN_CODE",
        (_, None) => "ACCESS_TOKEN",
        (_, Some(TokenKind::User)) => "USER_ACCESS_TOKEN",
        (_, Some(TokenKind::Page)) => "PAGE_ACCESS_TOKEN",
    }
}
