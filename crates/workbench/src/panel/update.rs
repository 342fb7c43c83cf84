//! What the reader does in the panel.

use interchange::{Link, looks_like_token};
use snippets::{Language, TokenFrom};

use super::Event;
use super::code::{around_token, token_of, written};
use crate::Workbench;
use crate::explorer;
use crate::record::Record;
use crate::viewer::cut;
use crate::wish::{Request, Wish};
use crate::{exports, journey};

impl Workbench {
    pub(crate) fn update_panel(&mut self, event: Event) -> Vec<Wish> {
        match event {
            Event::Folded(is_open) => self.panel.is_unfolded = !is_open,
            Event::Shown(ticket) => self.calls.show(ticket),
            Event::Cancelled(ticket) => return vec![Wish::CancelCall(ticket)],
            Event::BodyCopied => {
                let answer = self.calls.shown().and_then(|it| it.answer());
                let text = answer.map(|it| it.body.clone());
                return text.map_or_else(Vec::new, |text| {
                    let what = "Response".to_owned();
                    vec![Wish::Copy { what, text }]
                });
            }
            Event::LanguageChosen(name) => {
                if let Some(language) = Language::named(&name) {
                    self.panel.language = language;
                }
                return vec![Wish::Remember(name)];
            }
            Event::TokenCopied => return self.with_token().into_iter().collect(),
            Event::Explored => return self.request().map(Wish::Explore).into_iter().collect(),
            Event::Composed => return self.compose(),
            Event::RunAgain => return self.request().map(Wish::Send).into_iter().collect(),
            Event::Compared(ticket) => self.panel.compared = ticket,
            Event::Saved(format) => return vec![exports::save(self, format)],
            Event::LinkCopied => return self.link().into_iter().collect(),
            Event::ScriptCopied => return self.script_with_token().into_iter().collect(),
            Event::ScriptSaved => return self.script_as_file().into_iter().collect(),
        }
        Vec::new()
    }

    /// Opens the message that the call on display sends in the composer.
    fn compose(&mut self) -> Vec<Wish> {
        let Some(request) = self.request() else {
            return Vec::new();
        };
        if self.composer.open(&request).is_err() {
            return vec![Wish::Tell(
                "The composer cannot read this message".to_owned(),
            )];
        }
        let shown = explorer::Event::Shown(explorer::Tab::Composer);
        let mut wishes = self.explorer.update(shown, &self.holds);
        wishes.push(Wish::Show);
        wishes
    }

    /// The call on display as the explorer writes it.
    fn request(&self) -> Option<Request> {
        self.calls.shown().map(Record::as_request)
    }

    /// The code of the call on display, for the page to put the token in.
    fn with_token(&self) -> Option<Wish> {
        let record = self.calls.shown()?;
        let token = token_of(record, self)?;
        let code = written(record, self.panel.language, TokenFrom::Blank).ok()?;
        Some(Wish::CopyWithToken {
            what: "Code with your token".to_owned(),
            pieces: around_token(&code),
            token,
        })
    }

    fn script_with_token(&self) -> Option<Wish> {
        let code = journey::script(self, TokenFrom::Blank)?.ok()?;
        Some(Wish::CopyWithToken {
            what: "Script with your token".to_owned(),
            pieces: around_token(&code),
            token: journey::start(self),
        })
    }

    fn script_as_file(&self) -> Option<Wish> {
        let code = journey::script(self, TokenFrom::Environment)?.ok()?;
        Some(Wish::Save {
            name: format!("first-reply.{}", self.panel.language.extension()),
            kind: "text/plain".to_owned(),
            text: code.to_string(),
        })
    }

    /// The call on display as a link, for the page to put its own address before.
    fn link(&self) -> Option<Wish> {
        let link = exports::link(self.calls.shown()?);
        Some(match link {
            Some(link) => Wish::CopyLink {
                what: what_of(&link),
                fragment: link.fragment,
            },
            None => Wish::Tell(
                "This call does not fit into a link, or holds what looks like a token".to_owned(),
            ),
        })
    }
}

/// How many of the names that a link lacks are told, and how much of each.
const NAMES: usize = 3;
const SHOWN: usize = 40;

/// A link and what it lacks. A name may be a token itself.
fn what_of(link: &Link) -> String {
    let name = |name: &String| match looks_like_token(name) {
        true => "…".to_owned(),
        false => cut(name, SHOWN),
    };
    let names: Vec<_> = link.left_out.iter().take(NAMES).map(name).collect();
    let names = names.join(", ");
    match link.left_out.len().saturating_sub(NAMES) {
        0 if names.is_empty() => "Link".to_owned(),
        0 => format!("Link without {names}, which may be secret,"),
        more => format!("Link without {names} and {more} more, which may be secret,"),
    }
}
