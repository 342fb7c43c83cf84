//! What each event does: the model changes, and the shell is told what to do.

mod answer;
mod ask;
mod bench;
mod carry;
mod connect;
mod doubt;
mod ids;
mod login;
mod navigate;
mod practice;
mod probe;
mod reply;
mod retry;
mod shortcut;
mod taken;
mod watch;

pub(crate) use ask::{Delay, Pending, Question};
pub(crate) use retry::{ATTEMPTS, Budget};

use workbench::Heard;

use crate::effect::{Effect, Focus};
use crate::event::{Arrival, Event, FieldId, Text};
use crate::model::{Model, Theme};

impl Model {
    /// Takes one event, which happened so many milliseconds after 1970.
    pub fn update(&mut self, event: Event, now: i64) -> Vec<Effect> {
        self.now = now;
        self.take(event);
        self.draw_address();
        self.keep_bench_told();
        std::mem::take(&mut self.out)
    }

    /// Has the shell do something, after what it is already to do.
    #[inline(never)]
    pub(crate) fn tell(&mut self, effect: Effect) {
        self.out.push(effect);
    }

    #[inline(never)]
    pub(crate) fn focus(&mut self, target: Focus) {
        self.tell(Effect::Focus(target));
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::ModeChosen(mode) => self.choose_mode(mode),
            Event::VersionChosen(version) => self.version = version,
            Event::WayChosen(way) => self.choose_way(way),
            Event::Typed(field, text) => self.type_into(field, text),
            Event::TokenSubmitted => self.submit_token(),
            Event::LoginAsked => self.begin_login(),
            Event::PracticeStarted => self.start_practice(),
            Event::NewTokenAsked => self.ask_for_new_token(),
            Event::StepAsked(step) => self.go(step),
            Event::ReadAsked(slot) => self.read(slot),
            Event::MoreAsked(slot) => self.read_more(slot),
            Event::PagePicked(page) => self.pick_page(page),
            Event::PageSubmitted => self.take_page(),
            Event::PageDropped => self.drop_page(),
            Event::ConversationPicked(conversation) => self.pick_conversation(&conversation),
            Event::ConversationSubmitted => self.take_conversation(),
            Event::NotificationSubmitted => self.read_notification(),
            Event::NotificationSampled => self.take_sample(),
            Event::SenderPicked(sender) => self.pick_sender(sender),
            Event::SenderSubmitted => self.take_sender(),
            Event::SenderPageTaken => self.take_sender_page(),
            Event::MessagingTypeChosen(kind) => self.composer.kind = kind,
            Event::QuickReplyAdded => self.add_quick_reply(),
            Event::QuickReplyRemoved(index) => self.remove_quick_reply(index),
            Event::SendAsked => self.send(),
            Event::Cancelled(slot) => self.give_up(slot),
            Event::PracticeCancelled => self.cancel_practice(),
            Event::NotificationCancelled => self.cancel_reading(),
            Event::Acted(acted) => self.tell_bench(Heard::Acted(acted)),
            Event::BenchAsked => self.tell_bench(Heard::Opened),
            Event::BenchDrew(drawn) => self.bench.take(drawn),
            Event::BenchWished(wish) => self.grant(wish),
            Event::BenchFailed => self.bench.fail(),
            Event::TokenRevealed(revealed) => self.connect.revealed = revealed,
            Event::CopyAsked { what, text } => self.tell(Effect::Copy { what, text }),
            Event::ThemeChosen(theme) => self.choose_theme(theme),
            Event::ForgetAsked => self.ask_about_forgetting(),
            Event::ForgetDismissed => self.keep_everything(),
            Event::ForgetConfirmed => self.forget(),
            Event::ForgottenElsewhere => self.forget_here(),
            Event::ResendConfirmed => self.send_again(),
            Event::ResendDismissed => self.close_question(),
            Event::LookAsked => self.look_for_reply(),
            Event::Hurried(slot) => self.hurry_asked(slot),
            Event::Woke(ticket) => self.wake(ticket),
            Event::MemoryOnlyChosen(only) => self.memory_only = only,
            Event::ProbeAsked => self.probe_again(),
            Event::Probed(result) => self.settle_probe(result),
            Event::TabHidden(is_hidden) => self.hide(is_hidden),
            Event::CameOnline => self.come_online(),
            Event::TwinFound => self.has_twin = true,
            Event::StartedAgain => self.start_again(),
            Event::CustomerWrote => self.customer_writes(),
            Event::QuickReplyPressed(title) => self.customer_says(title),
            Event::ScenarioChosen(name) => self.choose_scenario(name),
            Event::LessonStarted => self.start_lesson(),
            Event::HelpAsked => self.ask_for_help(),
            Event::LocationChanged(place) => self.follow_location(place),
            Event::Answered {
                ticket,
                result,
                millis,
            } => self.take_answer(ticket, &result, millis),
            Event::LoginMade(made) => self.take_login_keys(made),
            Event::LoginReturned(back) => self.return_from_login(*back),
            Event::PracticeOpened { user_token } => self.enter_practice(&user_token),
            Event::PracticeChanged {
                phone,
                snapshot,
                scenario,
                lessons,
            } => self.follow_practice(phone, snapshot, scenario, lessons),
            Event::PracticeFailed => self.miss_practice(),
            Event::LookedUp { ticket, answer } => self.take_lookup(ticket, answer),
            Event::HandbookFailed => self.miss_reading(),
            Event::Copied { what, worked } => self.say_copied(&what, worked),
            Event::StorageFailed => self.storage_failed = true,
            Event::Shared(call) => self.open_shared(call),
            Event::Arrived(arrival) => self.arrive(arrival),
            // Of the first screen by itself.
            Event::RestAsked => {}
            Event::ArrivalDismissed => self.dismiss_arrival(),
        }
    }

    pub(crate) fn choose_theme(&mut self, theme: Theme) {
        self.theme = theme;
        self.tell(Effect::ApplyTheme(theme));
    }

    pub(crate) fn arrive(&mut self, arrival: Arrival) {
        self.arrived = Some(arrival);
        self.focus(Focus::Warning);
    }

    fn dismiss_arrival(&mut self) {
        self.arrived = None;
        self.end_login();
        self.focus(Focus::Heading);
    }

    fn say_copied(&mut self, what: &str, worked: bool) {
        self.status.show(match worked {
            true => format!("{what} copied"),
            false => format!("{what} could not be copied: the browser does not allow it"),
        });
    }

    fn type_into(&mut self, field: FieldId, text: Text) {
        match field {
            FieldId::Token => self.connect.draft = text,
            FieldId::AppId => self.login.app = text,
            FieldId::ConfigId => self.login.config = text,
            FieldId::PagesFilter => self.pages_filter = text.0,
            FieldId::PeopleFilter => self.people_filter = text.0,
            FieldId::Notification => self.type_notification(text),
            FieldId::Message => self.composer.text = text,
            FieldId::QuickReply(index) => {
                if let Some(title) = self.composer.quick_replies.get_mut(index) {
                    *title = text.0;
                }
            }
            FieldId::Phone => self.practice.draft = text,
        }
    }
}
