//! The workbench, loaded with the first call or the explorer, with its style sheet.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wizard::Event;
use workbench::{Heard, Told};

use super::core::Dispatch;
use super::line::{Ear, Line};

/// The page's end of the conversation with the workbench.
pub(super) struct Bench(Rc<Line>);

/// The `id` of the link to the style sheet.
const STYLE: &str = "workbench-style";

impl Default for Bench {
    fn default() -> Self {
        Self(Line::to("./workbench_loader.js"))
    }
}

impl Bench {
    /// Tells it something. If it cannot be loaded the next thing it is told tries again.
    pub(super) fn tell(&self, heard: Heard, dispatch: Dispatch) {
        if document().get_element_by_id(STYLE).is_none() {
            style();
        }
        let ear: Ear = Rc::new(move |said| match said {
            Some(said) => {
                for told in Told::read(said) {
                    dispatch.send(match told {
                        Told::Drawn(drawn) => Event::BenchDrew(drawn),
                        Told::Wish(wish) => Event::BenchWished(wish),
                    });
                }
            }
            None => dispatch.send(Event::BenchFailed),
        });
        self.0.post(heard.write(), &ear);
    }

    /// Ends it, with all it holds.
    pub(super) fn close(&self) {
        self.0.close();
    }
}

fn style() {
    let Ok(link) = document().create_element("link") else {
        return;
    };
    // Where it did not arrive it is gone, so that it is asked for again.
    let failed = link.clone();
    let on_error = Closure::once_into_js(move || failed.remove());
    let _ = link.add_event_listener_with_callback("error", on_error.unchecked_ref());
    link.set_id(STYLE);
    let _ = link.set_attribute("rel", "stylesheet");
    let _ = link.set_attribute("href", "./workbench.css");
    if let Some(head) = document().head() {
        let _ = head.append_child(&link);
    }
}
