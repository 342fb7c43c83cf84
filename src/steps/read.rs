//! Step 3.

use leptos::prelude::*;
use wizard::view::read::ReadView;

use crate::components::button;
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::thread::thread;

pub(super) fn step(view: ReadView, practice: Option<AnyView>) -> AnyView {
    let messages = (!view.thread.is_empty()).then(|| {
        view! {
            <section class="fr-part" aria-label="The conversation" tabindex="-1" data-focus="result">
                {thread(view.thread, None)}
            </section>
        }
    });
    view! {
        {view.notice.map(notice)}
        {view.wait.map(progress)}
        {messages}
        {button::row(None, view.buttons)}
        {practice}
    }
    .into_any()
}
