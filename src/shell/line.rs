//! A line to a web worker, which is started with the first thing that it is told.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::clock;

/// How long a worker may take until it listens, in milliseconds: its files come over the same line as
/// the rest of the page.
const PATIENCE: u32 = 30_000;

/// Hears what a worker says; nothing, when it could not be started or broke.
pub(super) type Ear = Rc<dyn Fn(Option<&str>)>;

/// The page's end.
pub(super) struct Line {
    /// The worker's script, beside the page.
    script: &'static str,
    worker: RefCell<Option<Worker>>,
    is_ready: Cell<bool>,
    /// How many workers were ended: what one of them said before is not heard.
    ended: Cell<u32>,
    /// What was said before the worker listened.
    early: RefCell<VecDeque<String>>,
}

impl Line {
    pub(super) fn to(script: &'static str) -> Rc<Self> {
        Rc::new(Self {
            script,
            worker: RefCell::default(),
            is_ready: Cell::default(),
            ended: Cell::default(),
            early: RefCell::default(),
        })
    }

    /// Says something to the worker. The ear of the call that started it hears all the answers.
    pub(super) fn post(self: &Rc<Self>, text: String, ear: &Ear) {
        if self.worker.borrow().is_none() && !self.start(ear) {
            return ear(None);
        }
        match (self.is_ready.get(), &*self.worker.borrow()) {
            (true, Some(worker)) => drop(worker.post_message(&JsValue::from_str(&text))),
            _ => self.early.borrow_mut().push_back(text),
        }
    }

    /// Ends the worker, and what it holds.
    pub(super) fn close(&self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        self.is_ready.set(false);
        self.ended.set(self.ended.get() + 1);
        self.early.borrow_mut().clear();
    }

    fn start(self: &Rc<Self>, ear: &Ear) -> bool {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(self.script, &options) else {
            return false;
        };
        let (line, hearing) = (Rc::clone(self), Rc::clone(ear));
        let own = self.ended.get();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if line.ended.get() != own {
                return;
            }
            match event.data().as_string() {
                Some(text) if text == worker::READY => line.catch_up(),
                Some(text) => hearing(Some(&text)),
                None => {}
            }
        });
        let (line, hearing) = (Rc::clone(self), Rc::clone(ear));
        let break_off = Rc::new(move |is_broken: bool| {
            if line.ended.get() == own && (is_broken || !line.is_ready.get()) {
                line.close();
                hearing(None);
            }
        });
        let late = Rc::clone(&break_off);
        clock::after(PATIENCE, move || late(false));
        let on_error = Closure::<dyn Fn()>::new(move || break_off(true));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // They are never freed: a worker is seldom started anew.
        on_message.forget();
        on_error.forget();
        self.worker.replace(Some(worker));
        true
    }

    fn catch_up(&self) {
        self.is_ready.set(true);
        let worker = self.worker.borrow().clone();
        for text in self.early.take() {
            if let Some(worker) = &worker {
                let _ = worker.post_message(&JsValue::from_str(&text));
            }
        }
    }
}
