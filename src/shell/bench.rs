//! The workbench, loaded with the first call or the explorer, with its style sheet.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::document;
use wizard::Event;
use workbench::{Heard, Told};

use super::core::Dispatch;
use super::line::{Ear, Line};

/// The page's end of the conversation with the workbench.
pub(super) struct Bench {
    line: Rc<Line>,
    is_styled: Cell<bool>,
}

impl Default for Bench {
    fn default() -> Self {
        Self {
            line: Line::to("./workbench_loader.js"),
            is_styled: Cell::default(),
        }
    }
}

impl Bench {
    /// Tells it something. If it cannot be loaded the next thing it is told tries again.
    pub(super) fn tell(&self, heard: Heard, dispatch: Dispatch) {
        if !self.is_styled.replace(true) {
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
        self.line.post(heard.write(), &ear);
    }

    /// Ends it, with all it holds.
    pub(super) fn close(&self) {
        self.line.close();
    }
}

fn style() {
    let Ok(link) = document().create_element("link") else {
        return;
    };
    let _ = link.set_attribute("rel", "stylesheet");
    let _ = link.set_attribute("href", "./workbench.css");
    if let Some(head) = document().head() {
        let _ = head.append_child(&link);
    }
}
