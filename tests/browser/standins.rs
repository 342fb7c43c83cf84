//! What stands in for a part of the browser, until it is dropped.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Something else in the place of a property.
pub(crate) struct StandIn {
    owner: JsValue,
    name: JsValue,
    original: JsValue,
}

impl StandIn {
    pub(crate) fn of(owner: &JsValue, name: &str, value: &JsValue) -> Self {
        let name = JsValue::from_str(name);
        let original = Reflect::get(owner, &name).unwrap();
        Reflect::set(owner, &name, value).unwrap();
        Self {
            owner: owner.clone(),
            name,
            original,
        }
    }

    /// Each request is answered so.
    pub(crate) fn answering(status: u16, body: &str) -> Self {
        Self::of_fetch(&format!(
            "return Promise.resolve(new Response({body:?}, {{ status: {status} }}))"
        ))
    }

    /// No request is ever answered.
    pub(crate) fn silent() -> Self {
        Self::of_fetch("return new Promise(() => {})")
    }

    fn of_fetch(code: &str) -> Self {
        Self::of(&window(), "fetch", &Function::new_no_args(code))
    }

    /// Workers that load for ever; `workers` of the window has them all.
    pub(crate) fn stalled_workers() -> Self {
        let class = "window.workers = []; return class {
            constructor() { window.workers.push(this); }
            postMessage() {}
            terminate() {}
        }";
        let class = Function::new_no_args(class).call0(&JsValue::NULL).unwrap();
        Self::of(&window(), "Worker", &class)
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        Reflect::set(&self.owner, &self.name, &self.original).unwrap();
    }
}

/// The worker that was started as the first, second, …, has broken.
pub(crate) fn break_worker(at: u32) {
    let workers = Reflect::get(&window(), &"workers".into()).unwrap();
    let worker = workers.unchecked_into::<Array>().get(at);
    let on_error: Function = Reflect::get(&worker, &"onerror".into())
        .unwrap()
        .unchecked_into();
    on_error.call0(&worker).unwrap();
}

/// Timers end when the test says so.
pub(crate) struct Timers {
    set: Rc<RefCell<Vec<(u32, Function)>>>,
    _stand_in: StandIn,
    _set_timeout: Closure<dyn FnMut(Function, f64) -> f64>,
}

impl Timers {
    pub(crate) fn caught() -> Self {
        let set = Rc::new(RefCell::new(Vec::new()));
        let seen = Rc::clone(&set);
        let set_timeout = Closure::<dyn FnMut(Function, f64) -> f64>::new(move |act, millis| {
            seen.borrow_mut().push((millis as u32, act));
            0.0
        });
        let stand_in = StandIn::of(&window(), "setTimeout", set_timeout.as_ref());
        Self {
            set,
            _stand_in: stand_in,
            _set_timeout: set_timeout,
        }
    }

    /// So many seconds have passed since the timers of that length were set.
    pub(crate) fn end(&self, seconds: u32) {
        let due: Vec<_> = self
            .set
            .borrow_mut()
            .extract_if(.., |(millis, _)| *millis == seconds * 1000)
            .collect();
        assert!(!due.is_empty(), "no timer of {seconds} s");
        for (_, act) in due {
            act.call0(&JsValue::NULL).unwrap();
        }
    }
}

/// The errors that reach the window.
pub(crate) struct Errors {
    count: Rc<RefCell<u32>>,
    listener: Closure<dyn FnMut()>,
}

impl Errors {
    pub(crate) fn watched() -> Self {
        let count: Rc<RefCell<u32>> = Rc::default();
        let seen = Rc::clone(&count);
        let listener = Closure::<dyn FnMut()>::new(move || *seen.borrow_mut() += 1);
        let callback = listener.as_ref().unchecked_ref();
        window()
            .add_event_listener_with_callback("error", callback)
            .unwrap();
        Self { count, listener }
    }

    pub(crate) fn count(&self) -> u32 {
        *self.count.borrow()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        let callback = self.listener.as_ref().unchecked_ref();
        window()
            .remove_event_listener_with_callback("error", callback)
            .unwrap();
    }
}
