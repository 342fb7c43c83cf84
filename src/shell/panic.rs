//! A panic ends the page, though it still looks alive: say so.

use std::panic;

/// Shows the banner of `index.html` when something panics, and writes the place to the console.
/// Not the message: it may quote what the reader typed.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        let line = format!("First Reply broke at {}", place.unwrap_or_default());
        web_sys::console::error_1(&line.into());
        let banner = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("panic-banner"));
        if let Some(banner) = banner {
            let _ = banner.remove_attribute("hidden");
        }
    }));
}
