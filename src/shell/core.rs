//! The one loop: an event goes in, the model changes, effects go out, the view follows.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use wizard::{Effect, Event, Model, View};

use super::perform::Hands;
use super::{clock, life, location, login, session};

thread_local! {
    /// The loop of this page.
    static CORE: RefCell<Option<Rc<Core>>> = const { RefCell::new(None) };
}

/// Sends events into the loop of this page.
#[derive(Clone, Copy)]
pub struct Dispatch;

/// The model and what is around it.
pub struct Core {
    model: RefCell<Model>,
    queue: RefCell<VecDeque<Event>>,
    is_busy: Cell<bool>,
    stored: RefCell<Option<String>>,
    hands: Hands,
    changed: ArcTrigger,
}

impl Dispatch {
    /// Takes an event. One that comes while another is taken waits for its turn.
    pub fn send(self, event: Event) {
        let Some(core) = Core::current() else {
            return;
        };
        core.queue.borrow_mut().push_back(event);
        if core.is_busy.replace(true) {
            return;
        }
        loop {
            let next = core.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let now = clock::now_millis() as i64;
            let effects = core.model.borrow_mut().update(event, now);
            self.follow(&core, effects);
        }
        core.is_busy.set(false);
    }

    /// What the page shows now; the caller is told when that changes.
    #[must_use]
    pub fn view(self) -> View {
        match Core::current() {
            Some(core) => {
                core.changed.track();
                core.model.borrow().view(clock::now())
            }
            None => Model::default().view(clock::now()),
        }
    }

    /// Draws the view again, since time has passed.
    pub(super) fn refresh(self) {
        if let Some(core) = Core::current() {
            core.show();
        }
    }

    /// The page is left, and may come back as it is.
    pub(super) fn pause(self) {
        if let Some(core) = Core::current() {
            core.hands.tabs.close();
        }
    }

    /// Time has passed in which nothing ran: what is late ends.
    pub(super) fn wake(self) {
        if let Some(core) = Core::current() {
            core.hands.requests.end_late(self);
        }
    }

    /// The page came back as it was. What was forgotten meanwhile, in this tab too, is not shown.
    pub(super) fn come_back(self) {
        let Some(core) = Core::current() else {
            return;
        };
        let (own, now) = (core.stored.borrow().clone(), session::load());
        let can_store = session::is_usable() && !core.model.borrow().storage_failed;
        match (own, now) {
            (Some(_), None) if can_store => self.send(Event::ForgottenElsewhere),
            // The end of a login is another page in this tab, and has stored what it brought.
            (Some(own), Some(now)) if can_store && own != now => return location::reload(),
            _ => {}
        }
        let family = core.model.borrow().family.clone();
        core.hands.tabs.open(&family, self);
        self.wake();
    }

    /// What the model holds now is stored before anything is sent: a reload finds it.
    fn follow(self, core: &Core, effects: Vec<Effect>) {
        core.store(self);
        core.show();
        for effect in effects {
            core.hands.perform(effect, self);
        }
    }
}

impl Core {
    /// Takes the session up where a reload left it, and starts the loop.
    #[must_use]
    pub fn start() -> Dispatch {
        let stored = session::load();
        let restored = stored.as_deref().map(Model::restore);
        let is_new = !matches!(restored, Some(Ok(_)));
        let (mut model, effects) = match restored {
            Some(Ok(restored)) => restored,
            Some(Err(problem)) => (Model::dropping(problem), Vec::new()),
            None => Default::default(),
        };
        model.seed((js_sys::Math::random() * 1e16) as u64);
        model.storage_failed = !session::is_usable();
        model.login.address = login::own_address();
        model.bench.offset_minutes = clock::offset_minutes();
        let family = model.family.clone();
        let core = Rc::new(Self {
            model: RefCell::new(model),
            queue: RefCell::default(),
            is_busy: Cell::default(),
            stored: RefCell::new(stored),
            hands: Hands::default(),
            changed: ArcTrigger::new(),
        });
        CORE.set(Some(Rc::clone(&core)));
        let dispatch = Dispatch;
        location::listen(dispatch);
        core.hands.tabs.open(&family, dispatch);
        life::listen(dispatch);
        clock::every_half_minute(move || dispatch.refresh());
        dispatch.follow(&core, effects);
        if is_new {
            dispatch.send(Event::LocationChanged(location::place()));
        }
        location::tell_arrival(dispatch);
        location::tell_shared(dispatch);
        login::tell_return(dispatch);
        dispatch
    }

    fn current() -> Option<Rc<Self>> {
        CORE.with_borrow(Clone::clone)
    }

    fn show(&self) {
        self.changed.notify();
    }

    fn store(&self, dispatch: Dispatch) {
        self.hands.tabs.belong(&self.model.borrow().family);
        let session = self.model.borrow().session();
        if *self.stored.borrow() == session {
            return;
        }
        let has_failed = self.model.borrow().storage_failed;
        if session::save(session.as_deref()).is_err() && !has_failed {
            dispatch.send(Event::StorageFailed);
        }
        self.stored.replace(session);
    }
}
