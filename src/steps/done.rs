//! Done.

use leptos::prelude::*;
use wizard::view::done::DoneView;

use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::prose::{link, prose};
use crate::components::thread::thread;
use crate::components::{button, code};

pub(super) fn step(view: DoneView, practice: Option<AnyView>) -> AnyView {
    let next = view.next.into_iter();
    let next = next
        .map(|(to, text)| view! { <li>{link(to)} ": " {prose(&text)}</li> })
        .collect_view();
    let script = view.script.clone();
    let messages =
        (!view.thread.is_empty()).then(|| thread(view.thread, view.message_id.as_deref()));
    view! {
        {view.notice.map(notice)}
        {view.wait.map(progress)}
        <section class="fr-part" aria-label="The conversation" tabindex="-1" data-focus="result">
            {messages}
        </section>
        {practice}
        <section class="fr-part" aria-labelledby="script-title">
            <div class="fr-row fr-row--apart">
                <h2 class="fr-heading fr-heading--small" id="script-title">"The whole run as code"</h2>
                {button::copy("the script", script)}
            </div>
            {code::plain("The whole run as a bash script", view.script)}
            <p class="fr-hint">
                "A bash script. The tokens are shell variables: set them, then run it. It sends the reply again."
            </p>
        </section>
        <section class="fr-part" aria-labelledby="next-title">
            <h2 class="fr-heading fr-heading--small" id="next-title">"What comes next"</h2>
            <ul class="fr-points">{next}</ul>
        </section>
        {button::row(None, view.buttons)}
    }
    .into_any()
}
