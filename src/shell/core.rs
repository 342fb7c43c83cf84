//! The one loop: an event goes in, the model changes, effects go out, the view follows.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wizard::{Effect, Event, Mode, Model, Rest};

use super::perform::{Hands, perform_first};
use super::{clock, life, location, login, session};
use crate::dom::{Node, el};
use crate::{first, rest};

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
    /// What this tab has stored, until it is taken up.
    unread: RefCell<Option<String>>,
    is_busy: Cell<bool>,
    /// Whether the rest of the page is on its way.
    is_loading: Cell<bool>,
    stored: RefCell<Option<String>>,
    hands: Hands,
    changed: ArcTrigger,
}

impl Dispatch {
    /// Takes an event. One that comes while another is taken waits for its turn; so does one that
    /// needs the rest of the page, and all that come after it.
    pub fn send(self, event: Event) {
        let Some(core) = Core::current() else {
            return;
        };
        match event {
            Event::RestAsked => return self.await_rest(&core),
            // It is to be stored, which the rest does.
            Event::ThemeChosen(_) => self.load_rest(),
            _ => {}
        }
        core.queue.borrow_mut().push_back(event);
        self.run(&core);
    }

    fn run(self, core: &Core) {
        if core.is_busy.replace(true) {
            return;
        }
        loop {
            if let Some(stored) = core.unread.take() {
                let Some(rest) = rest::get() else {
                    core.unread.replace(Some(stored));
                    self.await_rest(core);
                    break;
                };
                self.take_up(core, rest, &stored);
            }
            let next = core.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let now = clock::now_millis() as i64;
            let taken = match rest::get() {
                Some(rest) => Ok((rest.update)(&mut core.model.borrow_mut(), event, now)),
                None => core.model.borrow_mut().update_first(event),
            };
            match taken {
                Ok(effects) => self.follow(core, effects),
                Err(event) => {
                    core.queue.borrow_mut().push_front(event);
                    self.await_rest(core);
                    break;
                }
            }
        }
        core.is_busy.set(false);
    }

    /// Something waits for the rest of the page: the reader sees that.
    fn await_rest(self, core: &Core) {
        core.model.borrow_mut().note_rest(Rest::Awaited);
        core.show();
        self.load_rest();
    }

    /// Loads the rest of the page.
    pub(super) fn load_rest(self) {
        let Some(core) = Core::current() else {
            return;
        };
        if rest::get().is_some() || core.is_loading.replace(true) {
            return;
        }
        spawn_local(async move {
            let is_here = rest::load().await;
            core.is_loading.set(false);
            let state = match is_here || !core.is_waiting() {
                true => Rest::Quiet,
                false => Rest::Missing,
            };
            let effects = core.model.borrow_mut().note_rest(state);
            self.follow(&core, effects);
            if is_here {
                self.run(&core);
            }
        });
    }

    /// Takes up what this tab has stored.
    fn take_up(self, core: &Core, rest: &rest::Rest, stored: &str) {
        match (rest.restore)(stored) {
            Ok((model, effects)) => self.begin(core, model, effects),
            Err(problem) => self.begin_anew(core, Model::dropping(problem)),
        }
    }

    fn begin_anew(self, core: &Core, model: Model) {
        let place = Event::LocationChanged(location::place());
        core.queue.borrow_mut().push_front(place);
        self.begin(core, model, Vec::new());
    }

    fn begin(self, core: &Core, mut model: Model, effects: Vec<Effect>) {
        model.seed((js_sys::Math::random() * 1e16) as u64);
        model.storage_failed = !session::is_usable();
        model.login.address = login::own_address();
        let family = model.family.clone();
        core.model.replace(model);
        core.hands.tabs.open(&family, self);
        self.follow(core, effects);
    }

    /// The title of the document and the page, as it is now; the caller is told when that changes.
    pub(crate) fn page(self) -> (String, Node) {
        let Some(core) = Core::current() else {
            return (String::new(), el("div").into());
        };
        core.changed.track();
        let model = core.model.borrow();
        if let Some(rest) = rest::get() {
            return (rest.page)(&model, clock::now());
        }
        let view = model.view_first(core.chosen_mode());
        let title = view.title.clone();
        match core.unread.borrow().is_some() {
            true => (title, first::waiting(view)),
            false => (title, first::page(view)),
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
            let forgets = matches!(effect, Effect::Forget { .. } | Effect::ForgetHere);
            match rest::get() {
                Some(rest) => (rest.perform)(&core.hands, effect, self),
                None => perform_first(&effect),
            }
            if forgets {
                // The storage is empty now; what the model still holds, such as the theme, stays.
                core.stored.take();
                core.store(self);
            }
        }
    }
}

impl Core {
    /// Takes the session up where a reload left it, and starts the loop.
    #[must_use]
    pub fn start() -> Dispatch {
        let stored = session::load();
        let core = Rc::new(Self {
            model: RefCell::default(),
            queue: RefCell::default(),
            unread: RefCell::new(stored.clone()),
            is_busy: Cell::default(),
            is_loading: Cell::default(),
            stored: RefCell::new(stored),
            hands: Hands::default(),
            changed: ArcTrigger::new(),
        });
        CORE.set(Some(Rc::clone(&core)));
        let dispatch = Dispatch;
        location::listen(dispatch);
        life::listen(dispatch);
        clock::every_half_minute(move || dispatch.refresh());
        if !core.is_waiting() {
            dispatch.begin_anew(&core, Model::default());
        }
        dispatch.run(&core);
        if !session::is_usable() {
            // That nothing can be stored is told at once, by the rest of the page.
            dispatch.load_rest();
        }
        location::tell_arrival(dispatch);
        location::tell_shared(dispatch);
        login::tell_return(dispatch);
        dispatch
    }

    /// The mode that the reader has chosen, while that waits for the rest of the page.
    fn chosen_mode(&self) -> Mode {
        let queue = self.queue.borrow();
        let mut newest = queue.iter().rev();
        let chosen = newest.find_map(|event| match event {
            Event::ModeChosen(mode) => Some(*mode),
            _ => None,
        });
        chosen.unwrap_or_default()
    }

    /// Whether something waits for the rest of the page.
    fn is_waiting(&self) -> bool {
        self.unread.borrow().is_some() || !self.queue.borrow().is_empty()
    }

    fn current() -> Option<Rc<Self>> {
        CORE.with_borrow(Clone::clone)
    }

    fn show(&self) {
        self.changed.notify();
    }

    fn store(&self, dispatch: Dispatch) {
        self.hands.tabs.belong(&self.model.borrow().family);
        let (Some(rest), None) = (rest::get(), &*self.unread.borrow()) else {
            return;
        };
        let session = (rest.session)(&self.model.borrow());
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
