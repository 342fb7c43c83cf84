//! Practice: the worker with the emulated Graph, loaded when somebody asks for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use graph_api::{HttpRequest, HttpResponse};
use js_sys::{Function, Promise};
use practice_worker::{Answer, Ask, Question, Told};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wizard::{Event, Phone, PhoneBubble, PracticeAsk, Text, TransportError};

use super::clock;
use super::core::Dispatch;
use super::line::{Ear, Line};

/// The page's end of the conversation with the worker.
#[derive(Clone)]
pub(super) struct Desk(Rc<State>);

struct State {
    line: Rc<Line>,
    last: Cell<u32>,
    /// Requests under way, by ticket: what resolves them, and where the answer is put.
    waiting: RefCell<Vec<(u32, Function)>>,
    answers: RefCell<Vec<(u32, HttpResponse, u32)>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self(Rc::new(State {
            line: Line::to("./practice-worker_loader.js"),
            last: Cell::default(),
            waiting: RefCell::default(),
            answers: RefCell::default(),
        }))
    }
}

impl Desk {
    /// Sends a request to the emulated Graph, and waits as long as it says.
    pub(super) async fn request(
        &self,
        request: HttpRequest,
        dispatch: Dispatch,
    ) -> Result<HttpResponse, TransportError> {
        let ticket = self.next_ticket();
        let state = Rc::clone(&self.0);
        let promise = Promise::new(&mut |done, _| {
            state.waiting.borrow_mut().push((ticket, done));
        });
        self.post(ticket, Question::Request(request), dispatch);
        let _ = JsFuture::from(promise).await;
        let mut answers = self.0.answers.take();
        let at = answers
            .iter()
            .position(|(answered, ..)| *answered == ticket);
        let answer = at.map(|at| answers.swap_remove(at));
        self.0.answers.replace(answers);
        let (_, response, delay) = answer.ok_or(TransportError::PracticeMissing)?;
        clock::wait(delay).await;
        Ok(response)
    }

    /// Tells the practice world something; what it says comes as an event.
    pub(super) fn tell(&self, ask: PracticeAsk, dispatch: Dispatch) {
        let question = match ask {
            PracticeAsk::Open { snapshot } => Question::Open { snapshot },
            PracticeAsk::CustomerWrites(text) => Question::CustomerWrites { text },
            PracticeAsk::Scenario(name) => Question::Scenario(name),
            PracticeAsk::Help => Question::Help,
            PracticeAsk::Close => return self.close(),
        };
        self.post(self.next_ticket(), question, dispatch);
    }

    /// Ends the worker; the practice world goes with it.
    pub(super) fn close(&self) {
        self.0.line.close();
        self.fail_waiting();
    }

    fn next_ticket(&self) -> u32 {
        self.0.last.set(self.0.last.get().wrapping_add(1));
        self.0.last.get()
    }

    fn post(&self, ticket: u32, what: Question, dispatch: Dispatch) {
        let ask = Ask {
            ticket,
            now: clock::now().unix(),
            what,
        };
        let desk = self.clone();
        let ear: Ear = Rc::new(move |said| match said {
            Some(text) => desk.hear(text, dispatch),
            None => {
                desk.fail_waiting();
                dispatch.send(Event::PracticeFailed);
            }
        });
        self.0.line.post(ask.into_text(), &ear);
    }

    fn hear(&self, text: &str, dispatch: Dispatch) {
        let Some(told) = Told::from_text(text) else {
            return;
        };
        let ticket = told.ticket;
        dispatch.send(changed(
            told.phone,
            told.snapshot,
            told.scenario,
            told.lessons,
        ));
        match told.what {
            Answer::Opened(keys) => dispatch.send(Event::PracticeOpened {
                user_token: Text(keys.user_token),
            }),
            Answer::Response { response, delay_ms } => {
                self.0
                    .answers
                    .borrow_mut()
                    .push((ticket, response, delay_ms));
            }
            Answer::Done => {}
            Answer::Failed(_) => dispatch.send(Event::PracticeFailed),
        }
        self.resolve(ticket);
    }

    fn resolve(&self, ticket: u32) {
        let mut waiting = self.0.waiting.borrow_mut();
        let at = waiting.iter().position(|(asked, _)| *asked == ticket);
        let done = at.map(|at| waiting.swap_remove(at).1);
        drop(waiting);
        if let Some(done) = done {
            let _ = done.call0(&JsValue::NULL);
        }
    }

    fn fail_waiting(&self) {
        for (_, done) in self.0.waiting.take() {
            let _ = done.call0(&JsValue::NULL);
        }
    }
}

/// The practice world as the model keeps it.
fn changed(
    phone: practice_worker::Phone,
    snapshot: String,
    scenario: String,
    lessons: String,
) -> Event {
    let bubbles = phone.bubbles.into_iter().map(|bubble| PhoneBubble {
        from_customer: bubble.from_customer,
        text: bubble.text,
        time: bubble.time,
        quick_replies: bubble.quick_replies,
    });
    Event::PracticeChanged {
        phone: Phone {
            page_name: phone.page_name,
            customer_name: phone.customer_name,
            bubbles: bubbles.collect(),
            typing: phone.typing,
            notification: phone.notification,
        },
        snapshot: Text(snapshot),
        scenario,
        lessons,
    }
}
