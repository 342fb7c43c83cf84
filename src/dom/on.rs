//! What an element does when the reader acts on it, as data.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{EventTarget, KeyboardEvent};
use wizard::{Event, FieldId, Text};

use crate::shell::{Dispatch, focus_field};

/// What happens.
#[derive(Debug, Clone)]
pub(crate) enum On {
    /// Pressed, by pointer or keyboard.
    Press(Event),
    /// Chosen among several.
    Mark(Event),
    /// A form is sent; with nothing to send, nothing happens.
    Submit(Option<Event>),
    /// Typed into.
    Type(FieldId),
    /// An option was chosen, by its value.
    Choose(fn(&str) -> Option<Event>),
    /// The focus goes to the element with this ID.
    Jump(String),
    /// A dialog is closed with Escape.
    Dismiss(Event),
}

impl On {
    pub(super) const fn names(&self, is_button: bool) -> &'static [&'static str] {
        match self {
            Self::Press(_) if !is_button => &["click", "keydown"],
            Self::Press(_) | Self::Jump(_) => &["click"],
            Self::Mark(_) | Self::Choose(_) => &["change"],
            Self::Submit(_) => &["submit"],
            Self::Type(_) => &["input"],
            Self::Dismiss(_) => &["cancel"],
        }
    }

    fn happen(&self, event: &web_sys::Event, dispatch: Dispatch) {
        match self {
            Self::Press(then) => {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    if !matches!(key.key().as_str(), "Enter" | " ") {
                        return;
                    }
                    event.prevent_default();
                }
                dispatch.send(then.clone());
            }
            Self::Mark(then) => dispatch.send(then.clone()),
            Self::Submit(then) => {
                event.prevent_default();
                if let Some(then) = then {
                    dispatch.send(then.clone());
                }
            }
            Self::Type(field) => dispatch.send(Event::Typed(*field, Text(value(event)))),
            Self::Choose(choose) => {
                if let Some(then) = choose(&value(event)) {
                    dispatch.send(then);
                }
            }
            Self::Jump(id) => {
                event.prevent_default();
                focus_field(id);
            }
            Self::Dismiss(then) => {
                event.prevent_default();
                dispatch.send(then.clone());
            }
        }
    }
}

/// The value of the control that the event comes from.
fn value(event: &web_sys::Event) -> String {
    let target = event.target().map(JsValue::from);
    let value = target.and_then(|target| Reflect::get(&target, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// A listener on an element. What it does can be exchanged; it ends when it is dropped.
pub(super) struct Listener {
    then: Rc<RefCell<On>>,
    _closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    pub(super) fn new(target: &EventTarget, on: On, is_button: bool) -> Self {
        let then = Rc::new(RefCell::new(on));
        let shared = Rc::clone(&then);
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let on = shared.borrow().clone();
            on.happen(&event, Dispatch);
        });
        for name in then.borrow().names(is_button) {
            let callback = closure.as_ref().unchecked_ref();
            let _ = target.add_event_listener_with_callback(name, callback);
        }
        Self {
            then,
            _closure: closure,
        }
    }

    pub(super) fn exchange(&self, on: On) {
        self.then.replace(on);
    }
}
