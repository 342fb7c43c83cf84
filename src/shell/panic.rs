//! A panic ends the page, though it still looks alive: say so.

use std::panic;

/// Shows the banner of `index.html` when something panics, and writes the place to the console.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let banner = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("panic-banner"));
        if let Some(banner) = banner {
            let _ = banner.remove_attribute("hidden");
        }
    }));
}
