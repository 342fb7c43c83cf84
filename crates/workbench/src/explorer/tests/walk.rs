//! Meta's tutorial, followed to the letter.

use super::desk::Desk;
use super::*;

#[test]
fn the_explorer_path_works_word_for_word_and_ticks_itself_off() {
    let mut desk = Desk::new();
    let (page, psid) = (desk.keys.page_id.clone(), desk.keys.psid.clone());

    // Run the default query; click the ID, and add /accounts.
    desk.press("Submit");
    assert_eq!(desk.done(), [Task::Default]);
    let me = desk.answer.get("id").unwrap().as_str().unwrap().to_owned();
    desk.click(&me);
    assert_eq!(desk.query(), me);
    assert_eq!(desk.focus, QUERY);
    desk.add("/accounts");
    desk.press("Submit");
    assert_eq!(desk.done().last(), Some(&Task::PageId), "{}", desk.answer);

    // Click the Page ID, and add /conversations?fields=participants.
    desk.click(&page);
    assert_eq!(desk.query(), page);
    desk.add("/conversations?fields=participants");
    desk.press("Use the Page token");
    desk.press("Submit");
    assert_eq!(desk.done().last(), Some(&Task::Ids), "{}", desk.answer);

    // Click the Page ID, and add /conversations?fields=messages{message}.
    desk.click(&page);
    desk.add("/conversations?fields=messages{message}");
    desk.press("Submit");
    assert_eq!(desk.done().last(), Some(&Task::Messages), "{}", desk.answer);

    // Change GET to POST; me, Submit: as printed, it asks Graph to change the Page.
    desk.enter("Method", "POST");
    desk.enter(QUERY, "me");
    desk.press("Submit");
    assert_eq!(desk.status, 400);
    // Asked with GET it answers, and the ID takes the place of me.
    desk.enter("Method", "GET");
    desk.press("Submit");
    assert_eq!(desk.done().last(), Some(&Task::Me));
    desk.enter("Method", "POST");
    desk.enter(QUERY, "me/messages");
    desk.click(&page);
    assert_eq!(desk.query(), format!("{page}/messages"));

    // Three fields, with the tutorial's own spelling.
    let values = [
        ("+ recipient", format!("{{id:{psid}}}")),
        ("+ messaging_type", "RESPONSE".to_owned()),
        ("+ message", "{text:'Hello, new customer!'}".to_owned()),
    ];
    for (label, value) in values {
        desk.press(label);
        let field = desk.focus.clone();
        desk.enter(&field, &value);
    }
    desk.press("Submit");
    assert_eq!(desk.status, 200, "{}", desk.answer);
    assert_eq!(desk.done().len(), Task::ALL.len());
    assert!(desk.text().contains("Meta’s tutorial: all done"));
    let now = graph_api::GraphTime::from_unix(super::desk::NOW);
    let phone = desk.world.phone(now, &page, &psid).unwrap();
    let newest = phone.bubbles.last().unwrap();
    assert_eq!(newest.text, "Hello, new customer!");
}

/// The other way that the tutorial tells, and its branch with the conversation's ID.
#[test]
fn the_conversation_can_be_asked_for_its_messages() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/accounts");
    desk.press("Submit");
    desk.press("Fill in: Get the conversation ID and the PSID");
    desk.press("Submit");
    let conversation = desk.keys.conversation_id.clone().unwrap();
    desk.click(&conversation);
    desk.add("?fields=messages{message}");
    desk.press("Submit");
    assert_eq!(desk.done(), [Task::PageId, Task::Ids, Task::Messages]);
}

#[test]
fn filled_in_from_first_to_last_it_is_done() {
    let mut desk = Desk::new();
    for task in Task::ALL {
        desk.press(&format!("Fill in: {}", task.title()));
        desk.press("Submit");
        assert_eq!(desk.done().last(), Some(&task), "{}", desk.answer);
    }
}

#[test]
fn what_is_not_known_is_filled_in_as_words_and_a_click_replaces_them() {
    let mut desk = Desk::new();
    desk.press("Fill in: Reply");
    desk.press("Submit");
    assert_eq!(desk.sent, []);
    assert!(desk.text().contains("PAGE-ID stands for an ID"));
    desk.press("Fill in: Get the Page ID");
    desk.press("Submit");
    desk.enter("Method", "GET");
    desk.enter(QUERY, "PAGE-ID/conversations?fields=participants");
    let page = desk.keys.page_id.clone();
    desk.click(&page);
    assert_eq!(
        desk.query(),
        format!("{page}/conversations?fields=participants")
    );
}

#[track_caller]
fn check_not_done(token: &str, query: &str) {
    let mut desk = Desk::new();
    desk.press(token);
    desk.enter(QUERY, query);
    desk.press("Submit");
    assert_eq!(desk.done(), [], "{query}: {}", desk.answer);
}

#[test]
fn what_failed_or_says_too_little_ticks_nothing_off() {
    check_not_done("User tokenActs for you", "me/accounts?fields=nothing");
    check_not_done("User tokenActs for you", "me/permissions");
    check_not_done("Page tokenActs for a Page", "me/accounts");
    check_not_done("Page tokenActs for a Page", "me/conversations");
    check_not_done(
        "Page tokenActs for a Page",
        "me/conversations?fields=messages",
    );
}

#[test]
fn an_empty_list_of_pages_is_no_page_id() {
    let mut desk = Desk::new();
    let now = graph_api::GraphTime::from_unix(super::desk::NOW);
    desk.world
        .set_scenario(now, graph_emulator::Scenario::NoPages);
    desk.enter(QUERY, "me/accounts");
    desk.press("Submit");
    assert_eq!((desk.status, desk.done()), (200, vec![]));
}
