//! Waiting: shown after 300 ms, and it can be stopped.

use leptos::prelude::*;
use wizard::view::parts::Wait;

use super::button::small;

/// Draws a wait.
pub(crate) fn progress(wait: Wait) -> AnyView {
    let cancel = wait
        .cancel
        .map(|event| small("Cancel".to_owned(), None, event));
    view! {
        <div class="fr-progress">
            <p>{wait.text} "…"</p>
            {cancel}
        </div>
    }
    .into_any()
}
