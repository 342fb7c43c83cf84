//! The ways to a token, as the platform names them; one is shown at a time.

use super::login::{self, LoginView};
use crate::event::Event;
use crate::model::{Model, TokenWay};
use crate::needs;
use crate::view::parts::{Choice, Detail, Link, Prose};

/// The ways, and the one that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct WaysView {
    /// All of them.
    pub choices: Vec<Choice>,
    /// What to do there.
    pub guide: Guide,
    /// The form of the login, on its way only.
    pub login: Option<LoginView>,
}

/// What to do on one of the ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// The first step begins with it.
    pub open: Link,
    /// In order.
    pub steps: &'static [&'static str],
    /// The permissions to add, and for what.
    pub permissions: Vec<(&'static str, Prose)>,
}

/// Key, name, and what it gives.
const WAYS: [(TokenWay, [&str; 3]); 3] = [
    (
        TokenWay::Explorer,
        [
            "explorer",
            "Graph API Explorer",
            "The quickest. It gives a User token.",
        ],
    ),
    (
        TokenWay::Dashboard,
        [
            "dashboard",
            "App Dashboard",
            "It gives a Page token: there is no Page to choose.",
        ],
    ),
    (
        TokenWay::Login,
        [
            "login",
            "Facebook Login",
            "A User token, by an app of your own.",
        ],
    ),
];

pub(super) fn view(model: &Model) -> WaysView {
    let mut choices = Vec::new();
    for (way, [key, label, text]) in WAYS {
        choices.push(Choice {
            key: key.to_owned(),
            label: label.to_owned(),
            more: vec![Detail::text(text)],
            barred: None,
            marked: model.connect.way == way,
            event: Event::WayChosen(way),
        });
    }
    WaysView {
        choices,
        guide: match model.connect.way {
            TokenWay::Explorer => explorer(model),
            TokenWay::Dashboard => dashboard(),
            TokenWay::Login => facebook(),
        },
        login: (model.connect.way == TokenWay::Login).then(|| login::view(model)),
    }
}

fn explorer(model: &Model) -> Guide {
    let mut permissions = Vec::new();
    for name in needs::permissions(needs::way(false)) {
        permissions.push((name, needs::purpose(name).into()));
    }
    permissions.push((
        "business_management",
        "only if the Page belongs to a Business Portfolio".into(),
    ));
    Guide {
        open: Link::made(
            vec!["Open the Graph API Explorer".into()],
            "https://developers.facebook.com/tools/explorer/?method=GET&path=me%3Ffields%3Did%2Cname&version=",
            &model.version,
        ),
        steps: &[
            ". `GET`, `me?fields=id,name` and the version below are filled in.",
            "On the right, choose your app under Meta App, and User Token under User or Page. You need a role on the app.",
            "Under Permissions add those listed here, one by one: a link cannot fill them in.",
            "Press Generate Access Token. In the dialog tick your Page.",
            "Press Submit: your own ID and name come back. Then copy the Access Token, all of it, and paste it below.",
        ],
        permissions,
    }
}

fn dashboard() -> Guide {
    Guide {
        open: Link::new(
            "Open the App Dashboard",
            "https://developers.facebook.com/apps/",
        ),
        steps: &[
            ", and choose your app. You need a role on it.",
            "Go to Messenger, then Messenger API settings. If there is no Messenger, add it to the app first.",
            "Under Generate access tokens connect your Page, unless it is listed.",
            "Press Generate beside the Page, copy the token, all of it, and paste it below.",
        ],
        permissions: Vec::new(),
    }
}

fn facebook() -> Guide {
    Guide {
        open: Link::new(
            "Facebook Login",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/get-started",
        ),
        steps: &[
            ": log in below with an app of your own. If it logs people in already, paste such a User token instead.",
        ],
        permissions: Vec::new(),
    }
}
