//! Step 1: write to the Page as a customer.

use crate::event::Event;
use crate::model::Model;
use crate::step::Step;
use crate::view::parts::{self, Button, Link, Prose, name};

/// Step 1.
#[derive(Debug, Clone, PartialEq)]
pub struct StartView {
    /// What to do, in order; live only.
    pub steps: Vec<Prose>,
    /// Opens the conversation with the Page, when the Page is known.
    pub link: Option<Link>,
    /// A word on the side.
    pub note: Prose,
    /// The way on, and the way back.
    pub buttons: Vec<Button>,
}

pub(crate) fn view(model: &Model) -> StartView {
    let next = Button::primary("Continue", Event::StepAsked(Step::Ids));
    let mut buttons = vec![next];
    buttons.extend(model.back());
    if model.is_practice() {
        return StartView {
            steps: Vec::new(),
            link: None,
            note: "This step makes no call.".into(),
            buttons,
        };
    }
    let link = model.held.page.as_ref().map(|page| {
        let label = vec!["Write to ".into(), name(&page.name), " on m.me".into()];
        Link::made(label, "https://m.me/", &page.id)
    });
    let open = match &link {
        Some(_) => "Open the link below; it leads to the conversation with your Page.",
        None => {
            "Open your Page on Facebook and press Message, or go to `m.me/` followed by the Page's name in its address."
        }
    };
    StartView {
        steps: parts::prose(&[
            open,
            "Write anything, `Hello` for instance. Use your own account: while the app is in development, only people with a role on it count.",
            "Come back here and continue.",
        ]),
        link,
        note: "This step makes no call. If somebody has written to the Page already, continue at once.".into(),
        buttons,
    }
}
