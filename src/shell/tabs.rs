//! Other tabs with the same session: a tab that is copied takes the storage along. They hear of each
//! other by a channel of this origin, on which no token and no ID is ever said.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use wizard::Event;

use super::core::Dispatch;

/// The name of the channel.
const CHANNEL: &str = "first-reply";

/// What tabs say to each other: a word, a space, and the session that it is about.
const HELLO: &str = "hello";
const HERE: &str = "here";
const FORGET: &str = "forget";

/// The page's end of the channel.
#[derive(Default, Clone)]
pub(super) struct Tabs(Rc<State>);

#[derive(Default)]
struct State {
    channel: RefCell<Option<BroadcastChannel>>,
    /// The session of this tab.
    family: RefCell<String>,
    /// Sessions that were forgotten here, for tabs that did not hear of it: a page that is kept for
    /// Back hears nothing.
    forgotten: RefCell<Vec<String>>,
    /// Whether the answer to a hello is still news.
    has_asked: Cell<bool>,
}

impl Tabs {
    /// Opens the channel, and asks who else has this session.
    pub(super) fn open(&self, family: &str, dispatch: Dispatch) {
        self.belong(family);
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
            return;
        };
        let tabs = self.clone();
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(said) = event.data().as_string() {
                tabs.hear(&said, dispatch);
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        // It lives as long as the channel, which is closed with the page.
        hear.forget();
        self.0.channel.replace(Some(channel));
        self.0.has_asked.set(true);
        self.say(HELLO, family);
    }

    /// The session of this tab is another one now.
    pub(super) fn belong(&self, family: &str) {
        family.clone_into(&mut self.0.family.borrow_mut());
    }

    /// A page with an open channel is not kept for Back.
    pub(super) fn close(&self) {
        if let Some(channel) = self.0.channel.take() {
            channel.close();
        }
    }

    /// Has the copies of this tab forget too.
    pub(super) fn forget(&self, family: String) {
        self.say(FORGET, &family);
        self.0.forgotten.borrow_mut().push(family);
    }

    fn say(&self, word: &str, family: &str) {
        if let Some(channel) = &*self.0.channel.borrow() {
            let _ = channel.post_message(&JsValue::from_str(&format!("{word} {family}")));
        }
    }

    fn hear(&self, said: &str, dispatch: Dispatch) {
        let Some((word, family)) = said.split_once(' ') else {
            return;
        };
        if self.0.forgotten.borrow().iter().any(|gone| gone == family) {
            if word == HELLO {
                self.say(FORGET, family);
            }
            return;
        }
        if family != *self.0.family.borrow() {
            return;
        }
        match word {
            HELLO => self.say(HERE, family),
            HERE if self.0.has_asked.take() => dispatch.send(Event::TwinFound),
            FORGET => dispatch.send(Event::ForgottenElsewhere),
            _ => {}
        }
    }
}
