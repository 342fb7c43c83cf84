//! Facebook Login with the reader's own app: the form, and what came of it. What there is to read is
//! told by the handbook.

use handbook::LoginTopic;

use crate::event::{Event, FieldId};
use crate::explain;
use crate::login::LoginNews;
use crate::model::Model;
use crate::remote::Slot;
use crate::view::parts::{Button, Notice, Problem, Said, Tone};

const NO_STORAGE: &str = "A login needs the storage of this tab, to know its answer again. The browser refuses it, or “Keep it in memory only” is ticked.";

/// The form.
#[derive(Debug, Clone, PartialEq)]
pub struct LoginView {
    /// What to set in the app first.
    pub setup: Option<Notice>,
    /// The address to set there: this page's.
    pub address: String,
    /// What to fill in.
    pub fields: [LoginField; 2],
    /// Why it cannot be done in this tab.
    pub barred: Option<&'static str>,
    /// The way to Facebook.
    pub submit: Option<Button>,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginField {
    /// Which.
    pub field: FieldId,
    /// What it is called.
    pub label: &'static str,
    /// What stands in it.
    pub value: String,
    /// Why it was refused.
    pub problem: Option<&'static str>,
}

pub(super) fn view(model: &Model) -> LoginView {
    let login = &model.login;
    let field = |field, label, value: &str| LoginField {
        field,
        label,
        value: value.to_owned(),
        problem: (login.problem == Some(field)).then(|| problem_text(field)),
    };
    let can = model.can_log_in();
    let setup = login.words(LoginTopic::Setup);
    LoginView {
        setup: setup.map(|words| explain::told(model, Slot::Exchange, Tone::Info, words)),
        address: login.address.clone(),
        fields: [
            field(FieldId::AppId, "App ID", &login.app.0),
            field(
                FieldId::ConfigId,
                "Configuration ID, for Facebook Login for Business only",
                &login.config.0,
            ),
        ],
        barred: (!can).then_some(NO_STORAGE),
        submit: can.then(|| Button::plain("Log in with Facebook", Event::LoginAsked)),
    }
}

const fn problem_text(field: FieldId) -> &'static str {
    match field {
        FieldId::ConfigId => "Enter the configuration ID, a number, or nothing.",
        _ => "Enter the ID of your app, a number.",
    }
}

pub(super) fn problem(model: &Model) -> Option<Problem> {
    let field = model.login.problem?;
    Some(Problem {
        field: field.dom_id(),
        text: problem_text(field),
    })
}

/// What came of the last login.
pub(super) fn notice(model: &Model) -> Option<Notice> {
    let login = &model.login;
    let mut notice = match (login.exchange.failure(), &login.news) {
        (Some(failure), _) => explain::explain(model, Slot::Exchange, failure),
        (None, Some(news)) => news_notice(model, news),
        (None, None) => return None,
    };
    notice.buttons.clear();
    if model.can_log_in() {
        let again = Button::plain("Log in again", Event::LoginAsked);
        notice.buttons.push(again);
    }
    Some(notice.button(Button::quiet("Hide this", Event::ArrivalDismissed)))
}

fn news_notice(model: &Model, news: &LoginNews) -> Notice {
    let words = news.topic().and_then(|topic| model.login.words(topic));
    let mut notice = match (words, news) {
        (Some(words), _) => explain::told(model, Slot::Exchange, Tone::Bad, words),
        (None, LoginNews::NoStorage) => {
            Notice::new(Tone::Bad, "The login was not begun", &[NO_STORAGE])
        }
        (None, _) => Notice::new(Tone::Bad, "The login brought no token", &[]),
    };
    let LoginNews::NoCode(back) = news else {
        return notice;
    };
    for (name, text) in [
        ("error", &back.error),
        ("error_reason", &back.reason),
        ("error_description", &back.description),
    ] {
        let value = text.0.clone();
        notice.said.push(Said { name, value });
    }
    notice
}
