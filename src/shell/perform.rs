//! Does what the model asks for.

use leptos::task::spawn_local;
use wizard::{Effect, Event, Mode};

use super::bench::Bench;
use super::core::Dispatch;
use super::handbook::Handbook;
use super::practice::Desk;
use super::requests::Requests;
use super::tabs::Tabs;
use super::{clipboard, clock, fetch, focus, location, login, save, session, theme};

/// What is under way.
#[derive(Default)]
pub struct Hands {
    pub(super) requests: Requests,
    pub(super) tabs: Tabs,
    practice: Desk,
    handbook: Handbook,
    bench: Bench,
}

/// Does one thing. What comes of it is an event, later.
pub(crate) fn perform(hands: &Hands, effect: Effect, dispatch: Dispatch) {
    hands.perform(effect, dispatch);
}

/// Does what the first screen may ask for.
pub(super) fn perform_first(effect: &Effect) {
    match *effect {
        Effect::ReplaceLocation(place) => location::replace(place),
        Effect::Focus(target) => focus::move_to(target),
        Effect::ApplyTheme(chosen) => theme::apply(chosen),
        _ => {}
    }
}

impl Hands {
    fn perform(&self, effect: Effect, dispatch: Dispatch) {
        match effect {
            Effect::Send {
                ticket,
                call,
                token,
                carrier,
                mode,
                seconds,
            } => {
                let request = carrier.request(&call, &token);
                let practice = self.practice.clone();
                self.requests
                    .start(ticket, seconds, dispatch, |signal| async move {
                        match mode {
                            Mode::Live => fetch::send(&request, signal.as_ref()).await,
                            Mode::Practice => practice.request(request, dispatch).await,
                        }
                    });
            }
            Effect::MakeLogin => login::make(dispatch),
            Effect::Depart(dialog) => login::depart(&dialog),
            Effect::Abort(ticket) => self.requests.abort(ticket),
            Effect::Wake { ticket, millis } => {
                clock::after(millis, move || dispatch.send(Event::Woke(ticket)));
                // A countdown is shown.
                for second in 1..=millis / 1000 {
                    clock::after(second * 1000, move || dispatch.refresh());
                }
            }
            Effect::Probe(version) => spawn_local(async move {
                dispatch.send(Event::Probed(fetch::probe(version).await));
            }),
            Effect::LookUp { ticket, question } => {
                self.handbook.look_up(ticket, question, dispatch);
            }
            Effect::Practice(ask) => self.practice.tell(ask, dispatch),
            Effect::Bench(heard) => self.bench.tell(heard, dispatch),
            Effect::Save { name, kind, text } => save::save(&name, &kind, &text),
            Effect::FocusOn(id) => focus::on(id),
            Effect::Reveal(id) => focus::reveal(id),
            Effect::PushLocation(place) => location::push(place),
            Effect::Copy { what, text } => clipboard::copy(what, &text, dispatch),
            Effect::CopySecret { what, text } => clipboard::copy(what, &text.0, dispatch),
            Effect::Forget { family } => {
                self.forget_here();
                self.tabs.forget(family);
            }
            Effect::ForgetHere => self.forget_here(),
            first => perform_first(&first),
        }
    }

    fn forget_here(&self) {
        self.practice.close();
        self.bench.close();
        session::clear();
    }
}
