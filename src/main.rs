//! First Reply: the page.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"First Reply"</h1></main> });
}
