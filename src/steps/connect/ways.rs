//! The ways to a token: one is chosen, and told in full.

use wizard::view::connect::{Guide, WaysView};
use wizard::view::parts::Prose;

use crate::components::prose::{link, prose};
use crate::components::{button, list};
use crate::dom::{Element, el};
use crate::steps::login;

/// Draws the choice, and below it what to do.
pub(super) fn ways(view: WaysView) -> Element {
    let legend = el("legend").class("fr-vh").text("Where from?");
    let choices = el("fieldset")
        .with(legend)
        .with(list::cards("way", true, view.choices));
    el("div")
        .class("fr-part")
        .with(choices)
        .with(guide(view.guide))
        .maybe(view.login.map(login::login))
}

fn guide(guide: Guide) -> Element {
    let mut steps = el("ol").class("fr-points fr-points--numbered");
    let mut open = Some(guide.open);
    for words in guide.steps {
        steps = steps.with(prose(el("li").maybe(open.take().map(link)), words));
    }
    let permissions = (!guide.permissions.is_empty()).then(|| permissions(guide.permissions));
    el("div").class("fr-part").with(steps).maybe(permissions)
}

/// Each with a button that copies it: the Explorer's list is searched for one at a time.
fn permissions(permissions: Vec<(&'static str, Prose)>) -> Element {
    let mut rows = el("ul")
        .class("fr-copies")
        .attr("aria-labelledby", "permissions");
    for (name, why) in permissions {
        let words = el("span").class("fr-copies__why").text(why);
        let row = el("li").class("fr-copies__row").with(el("code").text(name));
        rows = rows.with(row.with(words).with(button::copy(name, name.to_owned())));
    }
    el("div")
        .class("fr-part")
        .with(
            el("h3")
                .class("fr-heading--small")
                .id("permissions")
                .text("Permissions the token needs"),
        )
        .with(rows)
}
