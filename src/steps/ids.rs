//! Step 2.

use leptos::prelude::*;
use wizard::view::ids::IdsView;

use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::{button, list};
use crate::shell::use_dispatch;

pub(super) fn step(view: IdsView, practice: Option<AnyView>) -> AnyView {
    let dispatch = use_dispatch();
    let name = if view.is_pages {
        "page"
    } else {
        "conversation"
    };
    let page = view.page.map(|(name, change)| {
        let change = change.map(|change| button::small(change.label, None, change.event));
        view! {
            <section class="fr-part" aria-labelledby="page-title">
                <h2 class="fr-heading fr-heading--small" id="page-title">"Page"</h2>
                <div class="fr-chosen">
                    <p><strong><bdi>{name}</bdi></strong></p>
                    {change}
                </div>
            </section>
        }
    });
    let (label, event) = match view.submit {
        Some(submit) => (Some(submit.label), Some(submit.event)),
        None => (None, None),
    };
    view! {
        {view.notice.map(notice)}
        <form
            class="fr-guide"
            novalidate
            on:submit=move |submitted| {
                submitted.prevent_default();
                if let Some(event) = event.clone() {
                    dispatch.send(event);
                }
            }
        >
            {page}
            {view.list.map(|rows| list::list(name, rows))}
            {view.wait.map(progress)}
            {button::row(label.map(button::submit), view.buttons)}
        </form>
        {practice}
    }
    .into_any()
}
