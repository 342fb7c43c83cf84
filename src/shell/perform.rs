//! Does what the model asks for.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;
use web_sys::AbortController;
use wizard::{Effect, Event, Mode, Ticket};

use super::core::Dispatch;
use super::practice::Desk;
use super::{clipboard, clock, fetch, focus, location, session, theme};

/// What is under way.
#[derive(Default)]
pub struct Hands {
    aborts: Rc<RefCell<Vec<(Ticket, AbortController)>>>,
    practice: Desk,
}

impl Hands {
    /// Does one thing. What comes of it is an event, later.
    pub(super) fn perform(&self, effect: Effect, dispatch: Dispatch) {
        match effect {
            Effect::Send {
                ticket,
                call,
                token,
                carrier,
                mode,
            } => {
                let request = carrier.request(&call, &token);
                let began = clock::millis();
                let aborts = Rc::clone(&self.aborts);
                let practice = self.practice.clone();
                let controller = AbortController::new().ok();
                let signal = controller.as_ref().map(AbortController::signal);
                if let Some(controller) = controller {
                    aborts.borrow_mut().push((ticket, controller));
                }
                spawn_local(async move {
                    let result = match mode {
                        Mode::Live => fetch::send(&request, signal.as_ref()).await,
                        Mode::Practice => practice.request(request, dispatch).await,
                    };
                    take(&aborts, ticket);
                    dispatch.send(Event::Answered {
                        ticket,
                        result,
                        millis: clock::since(began),
                    });
                });
            }
            Effect::Abort(ticket) => {
                if let Some(controller) = take(&self.aborts, ticket) {
                    controller.abort();
                }
            }
            Effect::Practice(ask) => self.practice.tell(ask, dispatch),
            Effect::PushLocation(step) => location::push(step),
            Effect::ReplaceLocation(step) => location::replace(step),
            Effect::Focus(target) => focus::move_to(target),
            Effect::Copy { what, text } => clipboard::copy(what, &text, dispatch),
            Effect::ApplyTheme(chosen) => theme::apply(chosen),
            Effect::Forget => {
                self.practice.close();
                session::clear();
            }
        }
    }
}

fn take(
    aborts: &RefCell<Vec<(Ticket, AbortController)>>,
    ticket: Ticket,
) -> Option<AbortController> {
    let mut aborts = aborts.borrow_mut();
    let at = aborts.iter().position(|(owner, _)| *owner == ticket)?;
    Some(aborts.swap_remove(at).1)
}
