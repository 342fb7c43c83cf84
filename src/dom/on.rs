//! What an element does when the reader acts on it, as data.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Reflect;
use remote_view::{Acted, On as Far};
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
    /// What the workbench wants to hear of.
    Far(FarOn),
}

/// What the workbench wants to hear of.
#[derive(Debug, Clone)]
pub(crate) struct FarOn {
    pub(super) surface: String,
    pub(super) drawing: u32,
    pub(super) ways: Vec<remote_view::On<u32>>,
}

impl FarOn {
    fn happen(&self, event: &web_sys::Event, dispatch: Dispatch) {
        let name = event.type_();
        for way in &self.ways {
            let (wanted, place) = names_of(way);
            if !wanted.contains(&name.as_str()) {
                continue;
            }
            let value = match way {
                Far::Press(_) | Far::Copy(..) if !is_press(event) => continue,
                Far::Copy(what, text) => {
                    let (what, text) = (what.clone(), text.clone());
                    event.stop_propagation();
                    dispatch.send(Event::CopyAsked { what, text });
                    continue;
                }
                Far::Submit(_) => {
                    event.prevent_default();
                    String::new()
                }
                Far::Type(_) | Far::Choose(_) => value(event),
                Far::Keys(keys, _) => match event.dyn_ref::<KeyboardEvent>() {
                    Some(pressed)
                        if keys.contains(&pressed.key().as_str()) && is_plain(pressed) =>
                    {
                        event.prevent_default();
                        pressed.key()
                    }
                    _ => continue,
                },
                Far::Scroll(_) => scrolled(event),
                Far::Press(_) | Far::Mark(_) => String::new(),
            };
            event.stop_propagation();
            dispatch.send(Event::Acted(Acted {
                surface: self.surface.clone(),
                drawing: self.drawing,
                place,
                value,
            }));
        }
    }
}

/// The events of the browser that may be it, and its place.
fn names_of(way: &remote_view::On<u32>) -> (&'static [&'static str], u32) {
    match way {
        Far::Press(place) => (&["click", "keydown"], *place),
        Far::Copy(..) => (&["click", "keydown"], 0),
        Far::Mark(place) | Far::Choose(place) => (&["change"], *place),
        Far::Submit(place) => (&["submit"], *place),
        Far::Type(place) => (&["input"], *place),
        Far::Keys(_, place) => (&["keydown"], *place),
        Far::Scroll(place) => (&["scroll"], *place),
    }
}

/// A click, or a key that presses what is no button of the browser's.
fn is_press(event: &web_sys::Event) -> bool {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return true;
    };
    let target = event
        .target()
        .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let presses = matches!(key.key().as_str(), "Enter" | " ");
    let is_it = target.is_some_and(|it| it.has_attribute("tabindex") && it.tag_name() != "BUTTON");
    if presses && is_it {
        event.prevent_default();
    }
    presses && is_it
}

fn is_plain(key: &KeyboardEvent) -> bool {
    !key.ctrl_key() && !key.meta_key() && !key.alt_key()
}

/// How far it is scrolled, and how high its window is.
fn scrolled(event: &web_sys::Event) -> String {
    let target = event
        .current_target()
        .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.map_or_else(String::new, |it| {
        format!("{} {}", it.scroll_top(), it.client_height())
    })
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
            // All that may happen: what is wanted changes from drawing to drawing.
            Self::Far(_) => &["click", "keydown", "change", "submit", "input", "scroll"],
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
            Self::Far(far) => far.happen(event, dispatch),
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

/// A listener on an element. What it does can be exchanged; the element is rid of it when it is
/// dropped.
pub(super) struct Listener {
    then: Rc<RefCell<On>>,
    target: EventTarget,
    names: &'static [&'static str],
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    pub(super) fn new(target: EventTarget, on: On, is_button: bool) -> Self {
        let names = on.names(is_button);
        let then = Rc::new(RefCell::new(on));
        let shared = Rc::clone(&then);
        let is_hit = Cell::new(false);
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let on = shared.borrow().clone();
            // The second half of a double click is meant for what the first half hit.
            if is_hit.get() || !matches!(on, On::Press(_)) || !is_second(&event) {
                is_hit.set(true);
                on.happen(&event, Dispatch);
            }
        });
        for name in names {
            let callback = closure.as_ref().unchecked_ref();
            let _ = target.add_event_listener_with_callback(name, callback);
        }
        Self {
            then,
            target,
            names,
            closure,
        }
    }

    pub(super) fn exchange(&self, on: On) {
        self.then.replace(on);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.names {
            let callback = self.closure.as_ref().unchecked_ref();
            let _ = self
                .target
                .remove_event_listener_with_callback(name, callback);
        }
    }
}

/// Whether it is a click that makes a double click, or one of more.
fn is_second(event: &web_sys::Event) -> bool {
    let event = event.dyn_ref::<web_sys::UiEvent>();
    event.is_some_and(|event| event.detail() > 1)
}
