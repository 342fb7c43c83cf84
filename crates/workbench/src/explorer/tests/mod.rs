mod desk;
mod offered;
mod secrets;
mod typing;
mod walk;
mod writing;

use desk::Desk;
use graph_api::TokenKind;

use super::*;

#[test]
fn it_opens_on_the_default_query() {
    let mut desk = Desk::new();
    assert_eq!(desk.query(), "me?fields=id,name");
    desk.press("Submit");
    assert_eq!(desk.status, 200);
    let sent = desk.sent.last().unwrap();
    assert_eq!((sent.method, sent.path.as_str()), (Method::Get, "/me"));
    assert_eq!(sent.params, [("fields".to_owned(), "id,name".to_owned())]);
    assert_eq!(sent.token, Some(TokenKind::User));
}

#[test]
fn while_it_waits_it_can_be_taken_back() {
    let mut explorer = Explorer::default();
    let holds = Desk::new().holds;
    explorer.waiting(true);
    assert_eq!(explorer.update(Event::Submitted, &holds), []);
    let escape = Event::QueryKey("Escape".to_owned());
    assert_eq!(explorer.update(escape.clone(), &holds), [Wish::Cancel]);
    explorer.update(Event::QueryTyped("me/".to_owned()), &holds);
    assert_eq!(explorer.update(escape.clone(), &holds), []);
    assert_eq!(explorer.update(escape, &holds), [Wish::Cancel]);
    explorer.waiting(false);
    let sent = explorer.update(Event::Submitted, &holds);
    assert!(matches!(sent.as_slice(), [Wish::Send(_)]), "{sent:?}");
}

#[track_caller]
fn check_refused(method: &str, query: &str, says: &str, focus: &str) {
    let mut desk = Desk::new();
    desk.holds.page_token = false;
    desk.enter("Method", method);
    desk.enter(QUERY, query);
    desk.press("Submit");
    assert_eq!(desk.sent, [], "{query}");
    assert!(desk.text().contains(says), "{}", desk.text());
    assert_eq!(desk.focus, focus);
}

#[test]
fn what_cannot_be_sent_says_why() {
    check_refused("GET", " ", "Write a path", QUERY);
    check_refused(
        "GET",
        "PAGE-ID/conversations",
        "PAGE-ID stands for an ID",
        QUERY,
    );
    check_refused("GET", "%2e%2E/me", "a part of dots", QUERY);
}

#[test]
fn a_token_that_is_not_there_is_asked_for() {
    let mut desk = Desk::new();
    desk.holds.page_token = false;
    desk.enter(QUERY, "4242/conversations");
    assert!(desk.text().contains("This call takes a Page token."));
    desk.press("Use the Page token");
    assert!(!desk.text().contains("This call takes"));
    desk.press("Submit");
    assert_eq!(desk.sent, []);
    assert!(desk.text().contains("There is no Page token yet."));
    assert_eq!(desk.focus, "explorer-token-page");
}

#[test]
fn permissions_are_held_against_those_granted() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/accounts");
    assert!(
        desk.text().contains("pages_show_listnot known"),
        "{}",
        desk.text()
    );
    desk.holds.granted = Some(vec!["pages_show_list".to_owned()]);
    assert!(desk.text().contains("pages_show_listgranted"));
    desk.enter(QUERY, "me/conversations");
    assert!(desk.text().contains("pages_messagingmissing"));
}

#[test]
fn a_call_of_the_guide_is_opened() {
    let mut desk = Desk::new();
    let read = Request {
        method: Method::Get,
        version: GraphVersion::new(25, 0),
        path: "/4242/conversations".to_owned(),
        params: vec![
            ("platform".to_owned(), "messenger".to_owned()),
            ("fields".to_owned(), "participants".to_owned()),
            (
                "access_token".to_owned(),
                "user-token-of-the-tests".to_owned(),
            ),
        ],
        token: Some(TokenKind::Page),
    };
    desk.explorer.open(&read);
    assert_eq!(
        desk.query(),
        "4242/conversations?platform=messenger&fields=participants"
    );
    assert!(desk.text().contains("A secret was taken out"));
    desk.press("Submit");
    let sent = desk.sent.last().unwrap();
    assert_eq!((sent.version, &sent.path), (read.version, &read.path));
    assert_eq!(sent.params, read.params[..2]);
    let write = Request {
        method: Method::Post,
        path: "/4242/messages".to_owned(),
        ..read
    };
    desk.explorer.open(&write);
    assert_eq!(desk.query(), "4242/messages");
    assert_eq!(desk.explorer.draft.rows.params().count(), 2);
    assert!(desk.text().contains("No secret goes in here"));
}

#[test]
fn metas_own_explorer_gets_the_call_and_no_message() {
    let mut request = Request {
        method: Method::Get,
        version: GraphVersion::default(),
        path: "/me".to_owned(),
        params: vec![("fields".to_owned(), "id,name".to_owned())],
        token: None,
    };
    assert_eq!(
        meta_link(&request),
        "https://developers.facebook.com/tools/explorer/?method=GET&path=me%3Ffields%3Did%2Cname&version=v26.0"
    );
    request.method = Method::Post;
    request.path = "/me/messages".to_owned();
    request.params = vec![("message".to_owned(), "{\"text\":\"private\"}".to_owned())];
    assert_eq!(
        meta_link(&request),
        "https://developers.facebook.com/tools/explorer/?method=POST&path=me%2Fmessages&version=v26.0"
    );
}

#[test]
fn a_command_line_becomes_the_call_and_is_forgotten() {
    let mut desk = Desk::new();
    desk.enter("explorer-curl", "wget https://graph.facebook.com/me");
    desk.press("Read");
    assert_eq!(desk.query(), "me?fields=id,name");
    assert!(desk.text().contains("wget"), "{}", desk.text());
    desk.enter(
        "explorer-curl",
        "curl -i -X GET \"https://graph.facebook.com/LATEST-API-VERSION/me/accounts
  &access_token=user-token-of-the-tests\"",
    );
    desk.press("Read");
    assert_eq!(desk.query(), "me/accounts");
    assert!(desk.text().contains("A token stood in it"));
    assert_eq!(desk.explorer.import.text.text(), "");
    desk.press("Submit");
    assert_eq!(desk.status, 200);
}

/// The last line of the tutorial, with the IDs put in: it is mended, and it runs.
#[test]
fn metas_own_line_is_mended_and_sent() {
    let mut desk = Desk::new();
    let (page, psid) = (desk.keys.page_id.clone(), desk.keys.psid.clone());
    desk.enter(
        "explorer-curl",
        &format!(
            "curl -i -X POST \"https://graph.facebook.com/v14.0/{page}/messages
  ?recipient={{id:{psid}}}
  &message={{text:'You did it!'}}
  &messaging_type=RESPONSE
  &access_token=PAGE-ACCESS-TOKEN\""
        ),
    );
    desk.press("Read");
    assert_eq!(desk.explorer.draft.token, TokenKind::Page);
    desk.press("Submit");
    assert_eq!(desk.status, 200, "{}", desk.answer);
    assert!(desk.done().contains(&Task::Reply));
}
