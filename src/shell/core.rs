//! The one loop: an event goes in, the model changes, effects go out, the view follows.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use wizard::{Effect, Event, Model, View};

use super::perform::Hands;
use super::{clock, location, session};

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
        let Some(core) = CORE.with_borrow(Clone::clone) else {
            return;
        };
        core.queue.borrow_mut().push_back(event);
        if core.is_busy.replace(true) {
            return;
        }
        loop {
            let next = core.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let effects = core.model.borrow_mut().update(event);
            self.follow(&core, effects);
        }
        core.is_busy.set(false);
    }

    /// What the page shows now; the caller is told when that changes.
    #[must_use]
    pub fn view(self) -> View {
        match CORE.with_borrow(Clone::clone) {
            Some(core) => {
                core.changed.track();
                core.model.borrow().view(clock::now())
            }
            None => Model::default().view(clock::now()),
        }
    }

    /// Draws the view again, since time has passed.
    pub(super) fn refresh(self) {
        if let Some(core) = CORE.with_borrow(Clone::clone) {
            core.show();
        }
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
        let restored = stored.as_deref().and_then(|text| Model::restore(text).ok());
        let is_new = restored.is_none();
        let (model, effects) = restored.unwrap_or_default();
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
        clock::every_half_minute(move || dispatch.refresh());
        dispatch.follow(&core, effects);
        if is_new {
            dispatch.send(Event::LocationChanged(location::step()));
        }
        dispatch
    }

    fn show(&self) {
        self.changed.notify();
    }

    fn store(&self, dispatch: Dispatch) {
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
