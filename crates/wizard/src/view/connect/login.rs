//! Facebook Login with the reader's own app: what to set first, the form, and what came of it.

use graph_api::Endpoint as _;
use graph_api::endpoints::ExchangeCode;

use crate::event::{Event, FieldId, Returned};
use crate::explain;
use crate::login::LoginNews;
use crate::model::Model;
use crate::remote::Slot;
use crate::view::parts::{Button, Link, Notice, Problem, Prose, Said, Tone, prose};

/// The form.
#[derive(Debug, Clone, PartialEq)]
pub struct LoginView {
    /// Whether there is something in it to be seen at once.
    pub is_unfolded: bool,
    /// Whether it is for the reader.
    pub about: &'static str,
    /// What to set in the app first.
    pub steps: Vec<Prose>,
    /// The address to set there: this page's.
    pub address: String,
    /// Where that is done, and read.
    pub links: Vec<Link>,
    /// What to fill in.
    pub fields: Vec<LoginField>,
    /// Why it cannot be done in this tab.
    pub barred: Option<Notice>,
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
    /// Where its value is found.
    pub hint: &'static str,
    /// What stands in it.
    pub value: String,
    /// Why it was refused.
    pub problem: Option<&'static str>,
}

pub(super) fn view(model: &Model) -> LoginView {
    let login = &model.login;
    let field = |field, label, hint, value: &str| LoginField {
        field,
        label,
        hint,
        value: value.to_owned(),
        problem: (login.problem == Some(field)).then(|| problem_text(field)),
    };
    let can = model.can_log_in();
    LoginView {
        is_unfolded: login.problem.is_some() || login.is_told(),
        about: "Meta calls this login without an app secret “still in testing”: pasting a token is the dependable way. It takes an app of your own. Set it up first, in the App Dashboard:",
        steps: prose(&[
            "Add the product Facebook Login, or Facebook Login for Business.",
            "In its settings, turn on Client OAuth login.",
            "There, under Valid OAuth Redirect URIs, add this page's exact address:",
        ]),
        address: login.address.clone(),
        links: vec![
            Link::new("App Dashboard", "https://developers.facebook.com/apps/"),
            Link::new("Meta’s page about this login", ExchangeCode::SPEC.docs),
        ],
        fields: vec![
            field(
                FieldId::AppId,
                "App ID",
                "The number at the top of the App Dashboard; never the app secret.",
                &login.app.0,
            ),
            field(
                FieldId::ConfigId,
                "Configuration ID (optional)",
                "For Facebook Login for Business: the configuration says which permissions are asked for.",
                &login.config.0,
            ),
        ],
        barred: (!can).then(no_storage),
        submit: can.then(|| Button::plain("Log in with Facebook", Event::LoginAsked)),
    }
}

const fn problem_text(field: FieldId) -> &'static str {
    match field {
        FieldId::ConfigId => "A configuration ID is a number. Leave it empty if you have none.",
        _ => "Enter the ID of your app: a number.",
    }
}

pub(super) fn problem(model: &Model) -> Option<Problem> {
    let field = model.login.problem?;
    Some(Problem {
        field: field.dom_id(),
        text: problem_text(field),
    })
}

fn no_storage() -> Notice {
    Notice::new(
        Tone::Warn,
        "A login needs the storage of this tab",
        &[
            "You would come back to a page that does not know its login again. This tab stores nothing: the browser refuses, or “Keep it in memory only” is ticked. Paste a token, or let the tab store.",
        ],
    )
}

/// What came of the last login.
pub(super) fn notice(model: &Model) -> Option<Notice> {
    let login = &model.login;
    let mut notice = match (login.exchange.failure(), &login.news) {
        (Some(failure), _) => {
            let mut notice = explain::explain(model, Slot::Exchange, failure);
            notice.buttons.clear();
            notice.line(
                "A code is exchanged once. For another try, log in again, or paste a token.".into(),
            )
        }
        (None, Some(news)) => news_notice(news),
        (None, None) => return None,
    };
    if model.can_log_in() {
        notice = notice.button(Button::plain("Log in again", Event::LoginAsked));
    }
    Some(notice.button(Button::quiet("Hide this", Event::ArrivalDismissed)))
}

fn news_notice(news: &LoginNews) -> Notice {
    let bad = |title, body| Notice::new(Tone::Bad, title, &[body]);
    match news {
        LoginNews::NoStorage => Notice {
            tone: Tone::Bad,
            ..no_storage()
        },
        LoginNews::NoKeys => bad(
            "The login was not begun",
            "This browser did not make the random keys that it needs. Paste a token.",
        ),
        LoginNews::WrongState => bad(
            "That is not the answer to this tab's login",
            "What came back has another `state` than the login that was begun here, or none. It was not used: somebody may have sent you that link, or a login of another tab ended here.",
        ),
        LoginNews::NoCode(back) => no_code(back),
        LoginNews::OtherNonce => bad(
            "The token is of another login",
            "Its ID token does not have the `nonce` that this login was begun with. The token was not used.",
        ),
    }
}

fn no_code(back: &Returned) -> Notice {
    let is_denied = back.error.0 == "access_denied";
    let mut notice = match is_denied {
        true => Notice::new(
            Tone::Bad,
            "The login was cancelled",
            &["Cancel was pressed, or a permission was not granted. Nothing has changed."],
        ),
        false => Notice::new(
            Tone::Bad,
            "Facebook sent the login back without a code",
            &[
                "It usually means that something in the app is not set up for it: a permission that the app does not offer, a configuration that asks for another kind of token.",
            ],
        ),
    };
    for (name, text) in [
        ("error", &back.error),
        ("error_reason", &back.reason),
        ("error_description", &back.description),
    ] {
        if !text.0.is_empty() {
            let value = text.0.clone();
            notice.said.push(Said { name, value });
        }
    }
    notice
}
