//! The call panel: the exact request, the response, the code for it, and the calls before it.

mod code;
mod log;
mod request;
mod update;

use remote_view::{Element, Node, On, View, el};
use snippets::Language;

use crate::calls::Calls;
use crate::exports::Format;
use crate::parts::{CHEVRON, DONE, PROBLEM, button, copy, icon, size};
use crate::record::{Outcome, Record};
use crate::viewer::compare::{Comparison, compare};
use crate::{RESPONSE, Workbench};

pub(crate) use code::{choice, lines};

/// What the reader does in the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// The panel is to be folded or unfolded, on a narrow screen.
    Folded(bool),
    /// Another call is to be shown.
    Shown(u32),
    /// A call is to be taken back.
    Cancelled(u32),
    /// The body is to be copied.
    BodyCopied,
    /// The code is to be written in another language, by its name.
    LanguageChosen(String),
    /// The code is to be copied with the reader's token in it.
    TokenCopied,
    /// The call on display is to be opened in the explorer.
    Explored,
    /// The message that the call on display sends is to be opened in the composer.
    Composed,
    /// The call on display is to be sent again.
    RunAgain,
    /// The session is to be saved.
    Saved(Format),
    /// The call on display is to be copied as a link.
    LinkCopied,
    /// The script of the whole run is to be copied with the reader's token in it.
    ScriptCopied,
    /// The script of the whole run is to be saved.
    ScriptSaved,
    /// The answer on display is to be held against that of another call, or of none.
    Compared(Option<u32>),
}

/// How the panel stands.
#[derive(Debug)]
pub(crate) struct Panel {
    /// Whether it is unfolded, on a narrow screen.
    pub(crate) is_unfolded: bool,
    /// The language of the code.
    pub(crate) language: Language,
    /// The call whose answer is held against the one on display.
    pub(crate) compared: Option<u32>,
    /// The two calls that were compared last, and how their answers differ.
    pub(crate) comparison: Option<(u32, u32, Comparison)>,
}

impl Default for Panel {
    fn default() -> Self {
        Self {
            is_unfolded: false,
            language: Language::Curl,
            compared: None,
            comparison: None,
        }
    }
}

impl Panel {
    /// Compares the two answers that the reader chose, once.
    pub(crate) fn compare(&mut self, calls: &Calls) {
        let chosen = self.compared.zip(calls.shown().map(|it| it.called.ticket));
        let chosen = chosen.filter(|(old, new)| old != new);
        let compared = self.comparison.as_ref().map(|it| (it.0, it.1));
        if chosen == compared {
            return;
        }
        self.comparison = chosen.and_then(|(old, new)| {
            let body = |ticket| Some(&calls.get(ticket)?.answer()?.body);
            Some((old, new, compare(body(old)?, body(new)?)))
        });
    }
}

pub(crate) fn view(bench: &Workbench) -> View<Event> {
    let is_open = bench.panel.is_unfolded;
    let shown = bench.calls.shown();
    let bar = el("button")
        .class("fr-call__bar")
        .attr("type", "button")
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .attr("aria-controls", "call-body")
        .on(On::press(Event::Folded(is_open)));
    let bar = match shown {
        Some(record) => {
            let path = record.called.call.path.trim_start_matches('/');
            line(bar, record, path.to_owned())
        }
        None => bar.with(el("span").class("fr-clip").text("No call yet")),
    };
    let title = match bench.holds.is_practice && shown.is_some() {
        true => "The call, answered by the emulator in this page",
        false => "The call",
    };
    let title = el("h2")
        .class("fr-call__title")
        .id("call-title")
        .text(title);
    let body = el("div").class("fr-call__body").id("call-body").with(title);
    let body = match shown {
        Some(record) => body
            .with(request::request(record, bench))
            .maybe((!bench.holds.is_exploring).then(|| Node::Surface("viewer".to_owned())))
            .with(code::code(record, bench)),
        None => body,
    };
    el("aside")
        .key("drawn")
        .class(match is_open {
            true => "fr-call fr-call--open",
            false => "fr-call",
        })
        .attr("aria-labelledby", "call-title")
        .with(bar.with(icon(CHEVRON)))
        .with(body.maybe(log::log(bench)))
        .into()
}

/// What stands over the answer: its status, time and size; and what stands in its place when there
/// is none.
pub(crate) fn response(record: &Record, is_exploring: bool) -> (View<Event>, Option<View<Event>>) {
    let (measure, instead) = match &record.outcome {
        Outcome::Waiting => (None, Some(waiting(record.called.ticket))),
        Outcome::Draft => {
            let words = "Not sent yet: this is what “Send the reply” will send.";
            (None, Some(small(words)))
        }
        Outcome::Cancelled => (None, Some(small("Cancelled before an answer came."))),
        Outcome::Nothing(why) => (None, Some(small(why))),
        Outcome::Answered(answer) => (
            Some(format!("{} ms · {}", answer.millis, size(answer.size))),
            answer.body.is_empty().then(|| small("An empty body.")),
        ),
    };
    let measure = measure.map(|words| {
        el("span")
            .class("fr-text--muted fr-text--small")
            .text(words)
    });
    let has_body = instead.is_none();
    let line = el("p")
        .class("fr-row")
        .with(outcome(record))
        .maybe(measure)
        .maybe(has_body.then(|| copy("Response", On::press(Event::BodyCopied))));
    // In the explorer it stands under no heading of the panel's.
    let title = el(if is_exploring { "h2" } else { "h3" })
        .class("fr-heading--small")
        .id(RESPONSE)
        .text("Response");
    let head = el("div").class("fr-call__line").with(title).with(line);
    (head.into(), instead.map(Node::from))
}

fn small<T>(words: &str) -> Element<T> {
    el("p").class("fr-text--muted fr-text--small").text(words)
}

fn waiting(ticket: u32) -> Element<remote_view::Then<Event>> {
    let cancel = button("fr-button--small", "Cancel").on(On::press(Event::Cancelled(ticket)));
    el("div")
        .class("fr-progress")
        .with(el("p").text("Waiting for the answer…"))
        .with(el("div").class("fr-row").with(cancel))
}

fn method<T>(verb: &str) -> Element<T> {
    let class = match verb {
        "GET" => "fr-method",
        _ => "fr-method fr-method--post",
    };
    el("span").class(class).text(verb)
}

/// What came of a call, in a word.
fn outcome<T>(record: &Record) -> Element<T> {
    let (words, is_good) = match &record.outcome {
        Outcome::Draft => ("Not sent".to_owned(), None),
        Outcome::Waiting => ("Waiting".to_owned(), None),
        Outcome::Cancelled => ("Cancelled".to_owned(), None),
        Outcome::Nothing(_) => ("No answer".to_owned(), Some(false)),
        Outcome::Answered(answer) => {
            let words = format!("{} {}", answer.status, reason(answer.status));
            (words.trim_end().to_owned(), Some(answer.is_good()))
        }
    };
    let (class, glyph) = match is_good {
        Some(true) => ("fr-outcome fr-outcome--ok", Some(DONE)),
        Some(false) => ("fr-outcome fr-outcome--bad", Some(PROBLEM)),
        None => ("fr-outcome", None),
    };
    el("span").class(class).maybe(glyph.map(icon)).text(words)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Server Error",
        502 => "Bad Gateway",
        503 => "Unavailable",
        _ => "",
    }
}

/// The line that sums a call up.
fn line<T>(parent: Element<T>, record: &Record, asked: String) -> Element<T> {
    let name = record.called.call.spec.method.as_str();
    parent
        .with(method(name))
        .with(el("code").class("fr-clip").stranger(asked))
        .with(outcome(record))
}
