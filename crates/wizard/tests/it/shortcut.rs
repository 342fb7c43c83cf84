//! From a webhook notification to the conversation.

use graph_api::Endpoint as _;
use graph_api::endpoints::ListConversations;
use graph_emulator::{Scenario, World};
use wizard::view::Screen;
use wizard::view::shortcut::ShortcutView;
use wizard::{Event, FieldId, Focus, Step, TransportError};

use crate::driver::{HELLO, Visit, Way};

fn body(world: &World) -> String {
    let body = world.notification(world.main_page(), world.customer());
    body.expect("the customer has written")
}

#[track_caller]
fn shortcut(visit: &Visit) -> ShortcutView {
    match visit.view().screen {
        Screen::Ids(view) => view.shortcut,
        other => panic!("{other:?}"),
    }
}

/// Pastes a text, and has it read.
#[track_caller]
fn paste(visit: &mut Visit, text: &str) {
    visit.types(FieldId::Notification, text);
    visit.press(&Event::NotificationSubmitted);
}

/// The titles of what is said of it.
#[track_caller]
fn titles(visit: &Visit) -> Vec<String> {
    let notices = shortcut(visit).notices.into_iter();
    notices.map(|notice| notice.title.into_owned()).collect()
}

/// The only person is marked; their conversation is found, and read at the next step.
#[track_caller]
fn check_found(visit: &mut Visit) {
    let list = shortcut(visit).list.expect("a person");
    let [choice] = &list.choices[..] else {
        panic!("{list:?}");
    };
    assert_eq!((choice.label.as_str(), choice.marked), (HELLO, true));
    visit.press(&Event::SenderSubmitted);
    assert_eq!(visit.model.step, Step::Read);
    let held = &visit.model.held;
    let person = held.person.as_ref().unwrap();
    let mode = visit.model.mode;
    assert_eq!(person.name.as_deref(), Some("Robin Keller"));
    let (psid, page) = (person.psid.clone(), held.page.clone().unwrap());
    let conversation = held.conversation.clone().unwrap();
    let world = visit.world(mode);
    assert_eq!(psid.as_str(), world.customer());
    assert_eq!(page.id.as_str(), world.main_page());
    let known = world.conversation_id(page.id.as_str(), psid.as_str());
    assert_eq!(known.as_deref(), Some(conversation.as_str()));
    assert!(visit.model.messages.value.is_some(), "it is read");
    assert!(visit.model.shortcut.draft.0.is_empty(), "it is not kept");
}

#[test]
fn every_way_leads_from_a_notification_to_the_reply() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Ids);
        if way == Way::Practice {
            visit.press(&Event::NotificationSampled);
            assert!(
                visit
                    .effects
                    .contains(&wizard::Effect::Focus(Focus::Field(FieldId::Notification)))
            );
        } else {
            let body = body(&visit.live);
            visit.types(FieldId::Notification, &body);
        }
        visit.press(&Event::NotificationSubmitted);
        check_found(&mut visit);
        visit.primary();
        visit.types(FieldId::Message, "Hello back");
        visit.primary();
        assert_eq!(visit.model.step, Step::Done);
    }
}

#[test]
fn graph_is_asked_for_this_person_only() {
    let mut visit = Visit::at(Way::PageToken, Step::Ids);
    let psid = visit.live.customer().to_owned();
    let body = body(&visit.live);
    paste(&mut visit, &body);
    visit.act(Event::SenderSubmitted);
    let call = &visit.answers.last().unwrap().call;
    assert_eq!(*call.spec, ListConversations::SPEC);
    let mut params = call.params.iter();
    let with = params.find(|param| param.name == "user_id").unwrap();
    assert_eq!(format!("{:?}", with.value), format!("Text({psid:?})"));
    visit.settle();
    // Back at the step, the list has it, and can be read in full.
    visit.does(Event::StepAsked(Step::Ids));
    visit.press(&Event::ReadAsked(wizard::Slot::Conversations));
    assert!(visit.model.conversations.value.as_ref().unwrap().rows.len() > 1);
}

#[test]
fn the_page_is_looked_for_in_the_whole_list() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.press(&Event::ReadAsked(wizard::Slot::Pages));
    // As if the list were longer, and the Page not in its first part.
    let list = visit.model.pages.value.as_mut().unwrap();
    list.rows.clear();
    list.after = Some(graph_api::Cursor::parse("none-such").unwrap());
    let body = body(&visit.live);
    paste(&mut visit, &body);
    visit.act(Event::SenderSubmitted);
    assert!(visit.model.is_waiting(wizard::Slot::Pages));
}

#[test]
fn another_page_than_the_chosen_one_is_said_and_can_be_taken() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.primary();
    let others = visit.offers().choices;
    let usable = |label: &str| label != "Maple & Moss Plants";
    let other = others
        .iter()
        .find(|it| it.barred.is_none() && usable(&it.label));
    let other = other.expect("another Page").event.clone();
    visit.does(other);
    visit.primary();
    let body = body(&visit.live);
    paste(&mut visit, &body);
    visit.press(&Event::SenderSubmitted);
    assert_eq!(titles(&visit), ["This person wrote to another Page"]);
    visit.press(&Event::SenderPageTaken);
    assert_eq!(visit.model.step, Step::Read);
    assert_eq!(
        visit.model.held.page.as_ref().unwrap().name,
        "Maple & Moss Plants"
    );
}

#[test]
fn what_stands_in_the_way_is_said() {
    let mut visit = Visit::at(Way::PageToken, Step::Ids);
    let live = body(&visit.live);
    let (page, psid) = (
        visit.live.main_page().to_owned(),
        visit.live.customer().to_owned(),
    );
    paste(&mut visit, &live.replace(&page, "4200"));
    visit.press(&Event::SenderSubmitted);
    assert_eq!(titles(&visit), ["This person wrote to another Page"]);
    visit.press(&Event::NewTokenAsked);
    assert_eq!(visit.model.step, Step::Connect);

    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    paste(&mut visit, &live.replace(&page, "4200"));
    visit.press(&Event::SenderSubmitted);
    assert_eq!(
        titles(&visit),
        ["The Page of this notification is not among yours"]
    );
    // Another text is another matter.
    paste(&mut visit, &live.replace(&psid, "42"));
    assert_eq!(titles(&visit), [""; 0]);
    visit.press(&Event::SenderSubmitted);
    assert_eq!(
        titles(&visit),
        ["Graph lists no conversation with this person"]
    );
    assert_eq!(visit.model.held.conversation, None);

    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.press(&Event::ReadAsked(wizard::Slot::Pages));
    let list = visit.model.pages.value.as_mut().unwrap();
    list.rows.iter_mut().for_each(|row| row.access_token = None);
    paste(&mut visit, &live);
    visit.press(&Event::SenderSubmitted);
    assert_eq!(
        titles(&visit),
        ["This token may not read that Page’s conversations"]
    );
}

#[test]
fn one_of_several_people_is_chosen() {
    let mut visit = Visit::at(Way::PageToken, Step::Ids);
    let live = body(&visit.live);
    let psid = visit.live.customer().to_owned();
    let other = live
        .replace(&psid, "43")
        .replace("\"mid\":\"", "\"mid\":\"x");
    paste(&mut visit, &format!("{other}\n{live}"));
    let list = shortcut(&visit).list.unwrap();
    assert_eq!(list.count, "2 people");
    assert!(list.choices.iter().all(|choice| !choice.marked));
    visit.press(&Event::SenderSubmitted);
    assert_eq!(visit.view().problems[0].text, "Choose a person.");
    let choice = list.choices.iter().find(|choice| choice.key == psid);
    visit.does(choice.unwrap().event.clone());
    visit.press(&Event::SenderSubmitted);
    assert_eq!(visit.model.step, Step::Read);
}

#[test]
fn a_text_without_a_person_is_explained() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    paste(&mut visit, " \n");
    assert_eq!(visit.view().problems[0].text, "Paste a notification.");
    let live = body(&visit.live);
    let instagram = live.replace("\"page\"", "\"instagram\"");
    paste(&mut visit, &instagram);
    assert_eq!(
        titles(&visit),
        ["This is a notification of an Instagram account"]
    );
    assert!(shortcut(&visit).list.is_none());
    assert_eq!(shortcut(&visit).text.0, instagram, "nothing is lost");
    assert!(visit.view().problems.is_empty());
}

#[test]
fn an_error_of_graphs_is_explained_and_nothing_is_lost() {
    let mut visit = Visit::at(Way::PageToken, Step::Ids);
    let body = body(&visit.live);
    paste(&mut visit, &body);
    visit.scenario(Scenario::PermissionMissing);
    visit.press(&Event::SenderSubmitted);
    assert_eq!(visit.model.step, Step::Ids);
    assert!(matches!(visit.view().screen, Screen::Ids(view) if view.notice.is_some()));
    visit.scenario(Scenario::None);
    check_found(&mut visit);
}

#[test]
fn a_late_reading_is_dropped_and_a_missing_handbook_is_said() {
    let mut visit = Visit::at(Way::PageToken, Step::Ids);
    let body = body(&visit.live);
    visit.types(FieldId::Notification, &body);
    visit.act(Event::NotificationSubmitted);
    assert!(shortcut(&visit).wait.is_some());
    visit.types(FieldId::Notification, "something else");
    visit.settle();
    assert!(shortcut(&visit).list.is_none() && shortcut(&visit).wait.is_none());
    visit.act(Event::NotificationSubmitted);
    visit.said.clear();
    visit.act(Event::HandbookFailed);
    assert_eq!(titles(&visit), ["The notification could not be read"]);
    visit.press(&Event::NotificationSubmitted);
    assert_eq!(titles(&visit), ["There is no JSON in this text"]);
}

#[test]
fn what_the_handbook_does_not_understand_ends_no_other_reading() {
    for is_own in [true, false] {
        let mut visit = Visit::at(Way::PageToken, Step::Ids);
        let body = body(&visit.live);
        visit.types(FieldId::Notification, &body);
        visit.act(Event::NotificationSubmitted);
        let Some(Event::LookedUp { ticket, .. }) = visit.said.back() else {
            panic!("{:?}", visit.said);
        };
        visit.act(Event::LookedUp {
            ticket: if is_own { *ticket } else { ticket - 1 },
            answer: handbook::Answer::Unreadable,
        });
        assert_eq!(shortcut(&visit).wait.is_none(), is_own);
        assert_eq!(titles(&visit).is_empty(), !is_own);
    }
}

#[test]
fn a_pages_list_that_is_lost_or_taken_back_takes_nobody_along() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    let body = body(&visit.live);
    paste(&mut visit, &body);
    visit.act(Event::SenderSubmitted);
    visit.act(Event::Cancelled(wizard::Slot::Pages));
    visit.settle();
    visit.press(&Event::ReadAsked(wizard::Slot::Pages));
    assert_eq!(visit.model.held.page, None);
    visit.act(Event::SenderSubmitted);
    visit.answers.last_mut().unwrap().result = Err(TransportError::Unreachable);
    visit.settle();
    assert_eq!(
        visit.model.step,
        Step::Read,
        "the Page was listed already, and reads are tried again"
    );
}

#[test]
fn a_token_in_a_message_is_not_shown() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    let token = visit.model.held.tokens()[0].expose().to_owned();
    let body = body(&visit.live).replace(HELLO, &token);
    paste(&mut visit, &body);
    let list = shortcut(&visit).list.unwrap();
    assert_eq!(list.choices[0].label, "(redacted)");
    assert!(!format!("{:?}", visit.model).contains(&token));
}
