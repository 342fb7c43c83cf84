//! Step 1: write to the Page as a customer.

use graph_api::GraphTime;
use handbook::Code;

use crate::event::Event;
use crate::model::Model;
use crate::step::Step;
use crate::view::ids::{self, IdsView};
use crate::view::parts::{self, Button, Link, Prose, name};
use crate::view::watch::{self, WatchView};
use crate::watch::WatchState;

/// Step 1.
#[derive(Debug, Clone, PartialEq)]
pub struct StartView {
    /// What to do, in order; live only.
    pub steps: Vec<Prose>,
    /// What choosing the Page here is good for.
    pub offer: Option<&'static str>,
    /// The Page is to be chosen, if the reader likes.
    pub pages: Option<IdsView>,
    /// The Page that was taken: its name, and the way to another.
    pub page: Option<(String, Option<Button>)>,
    /// Opens the conversation with the Page, when the Page is known.
    pub link: Option<Link>,
    /// The same as a QR code, once it is drawn.
    pub code: Option<Code>,
    /// The wait for the message, when the Page is known.
    pub watch: Option<WatchView>,
    /// A word on the side.
    pub note: Option<&'static str>,
    /// The way on, and the way back.
    pub buttons: Vec<Button>,
}

pub(crate) fn view(model: &Model, now: GraphTime) -> StartView {
    let next = Button::primary("Continue", Event::StepAsked(Step::Ids));
    let mut buttons = vec![next];
    buttons.extend(model.back());
    let page = ids::chosen_page(model);
    let mut view = StartView {
        steps: Vec::new(),
        offer: page.is_none().then_some(match model.is_practice() {
            true => "Choose it now, and this step notices by itself that the customer has written. Or choose it in step 2.",
            false => "Choose it now, and this step has a link and a QR code to write to it, and notices by itself that you have written. Or choose it in step 2.",
        }),
        pages: ids::pages_at_start(model, now),
        watch: page.is_some().then(|| watch::view(model, now)),
        page,
        link: None,
        code: None,
        note: (matches!(model.watch.state, WatchState::Off)).then_some(match model.is_practice() {
            true => "This step needs no call.",
            false => "This step needs no call. If somebody has written to the Page already, continue at once.",
        }),
        buttons,
    };
    if !model.is_practice() {
        add_live(model, &mut view);
    }
    view
}

/// Leads to the conversation with the chosen Page.
pub(crate) fn link(model: &Model) -> Option<Link> {
    let page = model.held.page.as_ref().filter(|_| !model.is_practice())?;
    let label = vec!["Write to ".into(), name(&page.name), " on m.me".into()];
    Some(Link::made(label, "https://m.me/", &page.id))
}

fn add_live(model: &Model, view: &mut StartView) {
    view.link = link(model);
    let address = view.link.as_ref().map(|link| &*link.href);
    view.code = address.and_then(|address| model.code_of(address)).cloned();
    let open = match &view.link {
        Some(_) => {
            "Open the link below, or scan it with your phone; it leads to the conversation with your Page."
        }
        None => {
            "Open your Page on Facebook and press Message, or go to `m.me/` followed by the Page’s name in its address."
        }
    };
    view.steps = parts::prose(&[
        open,
        "Write anything, `Hello` for instance. Use your own account: while the app is in development, only people with a role on it count.",
        "Come back here and continue.",
    ]);
}
