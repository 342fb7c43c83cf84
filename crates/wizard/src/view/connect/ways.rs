//! The ways to a token, as the platform names them; one is shown at a time.

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
}

/// What to do on one of the ways.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guide {
    /// In order; some begin with a link.
    pub steps: Vec<(Option<Link>, Prose)>,
    /// The permissions to add, and for what.
    pub permissions: Vec<(&'static str, Prose)>,
}

pub(super) fn view(model: &Model) -> WaysView {
    let choice = |key: &str, label: &str, text: &'static str, way: TokenWay| Choice {
        key: key.to_owned(),
        label: label.to_owned(),
        more: vec![Detail::text(text)],
        barred: None,
        marked: model.connect.way == way,
        event: Event::WayChosen(way),
    };
    WaysView {
        choices: vec![
            choice(
                "explorer",
                "Graph API Explorer",
                "The quickest. A User token.",
                TokenWay::Explorer,
            ),
            choice(
                "dashboard",
                "App Dashboard",
                "A Page token: there is no Page to choose.",
                TokenWay::Dashboard,
            ),
            choice(
                "login",
                "Facebook Login",
                "A User token, by your own app.",
                TokenWay::Login,
            ),
        ],
        guide: match model.connect.way {
            TokenWay::Explorer => explorer(model),
            TokenWay::Dashboard => dashboard(),
            TokenWay::Login => login(),
        },
    }
}

fn explorer(model: &Model) -> Guide {
    let open = Link::made(
        vec!["Open the Graph API Explorer".into()],
        "https://developers.facebook.com/tools/explorer/?method=GET&path=me%3Ffields%3Did%2Cname&version=",
        &model.version,
    );
    let mut permissions = Vec::new();
    for (name, whats) in needs::permissions(needs::way(false)) {
        permissions.push((name, whats.join(" and ").into()));
    }
    permissions.push((
        "business_management",
        "only if the Page belongs to a Business Portfolio".into(),
    ));
    Guide {
        steps: vec![
            (
                Some(open),
                ". `GET`, `me?fields=id,name` and the version below are filled in.".into(),
            ),
            (
                None,
                "On the right, choose your app under Meta App, and User Token under User or Page. You need a role on the app.".into(),
            ),
            (
                None,
                "Under Permissions add those listed here, one by one: a link cannot fill them in.".into(),
            ),
            (
                None,
                "Press Generate Access Token. In the dialog tick your Page.".into(),
            ),
            (
                None,
                "Press Submit: your own ID and name come back. Then copy the Access Token, all of it, and paste it below.".into(),
            ),
        ],
        permissions,
    }
}

fn dashboard() -> Guide {
    let open = Link::new(
        "Open the App Dashboard",
        "https://developers.facebook.com/apps/",
    );
    Guide {
        steps: vec![
            (
                Some(open),
                ", and choose your app. You need a role on it.".into(),
            ),
            (
                None,
                "Go to Messenger, then Messenger API settings. If there is no Messenger, add it to the app first.".into(),
            ),
            (
                None,
                "Under Generate access tokens connect your Page, unless it is listed.".into(),
            ),
            (
                None,
                "Press Generate beside the Page, copy the token, all of it, and paste it below.".into(),
            ),
        ],
        permissions: Vec::new(),
    }
}

fn login() -> Guide {
    let read = Link::new(
        "Facebook Login",
        "https://developers.facebook.com/documentation/business-messaging/messenger-platform/get-started",
    );
    Guide {
        steps: vec![(
            Some(read),
            ": if your own app already logs people in, its User token works here too. Paste it below.".into(),
        )],
        permissions: Vec::new(),
    }
}
