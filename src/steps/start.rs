//! Step 1.

use leptos::prelude::*;
use wizard::view::start::StartView;

use crate::components::button;
use crate::components::prose::{link, prose};

pub(super) fn step(view: StartView, practice: Option<AnyView>) -> AnyView {
    let steps = view
        .steps
        .iter()
        .map(|step| view! { <li>{prose(step)}</li> })
        .collect_view();
    view! {
        {practice}
        {(!view.steps.is_empty()).then(|| view! { <ol class="fr-points">{steps}</ol> })}
        {view.link.map(|to| view! { <p class="fr-text">{link(to)}</p> })}
        <p class="fr-text fr-text--muted">{view.note}</p>
        {button::row(None, view.buttons)}
    }
    .into_any()
}
