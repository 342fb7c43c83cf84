//! Light or dark, as an attribute of the page.

use leptos::prelude::*;
use wizard::Theme;

/// Shows the page in this theme.
pub(super) fn apply(theme: Theme) {
    let Some(page) = document().document_element() else {
        return;
    };
    let _ = match theme {
        Theme::System => page.remove_attribute("data-theme"),
        Theme::Light => page.set_attribute("data-theme", "light"),
        Theme::Dark => page.set_attribute("data-theme", "dark"),
    };
}
