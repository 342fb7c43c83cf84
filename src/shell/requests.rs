//! Requests under way. Each has one deadline, over connecting, headers and the whole body. A timer ends
//! it, whatever the clock on the wall says. That clock is looked at when the page wakes up: timers
//! stand still while a tab sleeps or is kept for Back.

use std::cell::RefCell;
use std::rc::Rc;

use graph_api::HttpResponse;
use leptos::task::spawn_local;
use web_sys::{AbortController, AbortSignal};
use wizard::{Event, Ticket, TransportError};

use super::clock;
use super::core::Dispatch;

/// What is under way. Whoever takes a request out may answer it; nobody else does.
#[derive(Default, Clone)]
pub(super) struct Requests(Rc<RefCell<Vec<Request>>>);

struct Request {
    ticket: Ticket,
    controller: Option<AbortController>,
    seconds: u32,
    began: f64,
}

impl Request {
    fn is_late(&self) -> bool {
        clock::since(self.began) >= self.seconds * 1000
    }
}

impl Requests {
    /// Carries a request by `carry`, which is told what aborts it, and answers with an event:
    /// what came of it, or that time is up. A request that is aborted answers nothing.
    pub(super) fn start<F>(
        &self,
        ticket: Ticket,
        seconds: u32,
        dispatch: Dispatch,
        carry: impl FnOnce(Option<AbortSignal>) -> F,
    ) where
        F: Future<Output = Result<HttpResponse, TransportError>> + 'static,
    {
        let controller = AbortController::new().ok();
        let answer = carry(controller.as_ref().map(AbortController::signal));
        let began = clock::now_millis();
        self.0.borrow_mut().push(Request {
            ticket,
            controller,
            seconds,
            began,
        });
        let requests = self.clone();
        spawn_local(async move {
            let result = answer.await;
            if let Some(request) = requests.take(ticket) {
                let millis = clock::since(request.began);
                dispatch.send(Event::Answered {
                    ticket,
                    result,
                    millis,
                });
            }
        });
        let requests = self.clone();
        clock::after(seconds * 1000, move || {
            requests.end(dispatch, |it| it.ticket == ticket);
        });
    }

    /// Nobody waits for this one any more.
    pub(super) fn abort(&self, ticket: Ticket) {
        if let Some(controller) = self.take(ticket).and_then(|request| request.controller) {
            controller.abort();
        }
    }

    /// Ends what is late by the clock on the wall.
    pub(super) fn end_late(&self, dispatch: Dispatch) {
        self.end(dispatch, Request::is_late);
    }

    /// Ends requests whose time is up. Their own promises may never end: one that was under way
    /// while the page was kept for Back does not.
    fn end(&self, dispatch: Dispatch, is_over: impl Fn(&Request) -> bool) {
        let over = |request: &mut Request| is_over(request);
        let ended: Vec<_> = self.0.borrow_mut().extract_if(.., over).collect();
        for request in ended {
            if let Some(controller) = request.controller {
                controller.abort();
            }
            dispatch.send(Event::Answered {
                ticket: request.ticket,
                result: Err(TransportError::TimedOut {
                    seconds: request.seconds,
                }),
                millis: clock::since(request.began),
            });
        }
    }

    fn take(&self, ticket: Ticket) -> Option<Request> {
        let mut requests = self.0.borrow_mut();
        let at = requests.iter().position(|it| it.ticket == ticket)?;
        Some(requests.swap_remove(at))
    }
}
