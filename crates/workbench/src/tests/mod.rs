mod desk;

use graph_api::endpoints::GetMe;
use graph_api::{Carrier, Endpoint as _, GraphVersion, Method, Param, TokenKind};

use super::*;

use desk::Desk;

fn called(ticket: u32, call: Call, token: Option<TokenKind>) -> Called {
    Called {
        ticket,
        is_explored: call.spec.route.is_empty(),
        call,
        token,
        carrier: Carrier::FormBody,
        at: 0,
        replaces: None,
    }
}

fn by_hand(method: Method, path: &str) -> Call {
    let params = vec![Param::text("fields", "id")];
    Call::free(method, GraphVersion::default(), path.to_owned(), params)
}

/// What is done with a call of the explorer's is done with the token that it went with.
#[track_caller]
fn check_token(token: TokenKind, variable: &str) {
    let mut desk = Desk::new();
    let path = "/42/conversations";
    let body = r#"{"data":[]}"#;
    desk.calls(called(1, by_hand(Method::Get, "/1"), Some(token)), body);
    desk.calls(called(2, by_hand(Method::Get, path), Some(token)), body);
    assert!(desk.text("panel").contains(&format!("{variable} stands")));
    let wishes = desk.press("panel", "Copy with my token");
    assert!(
        matches!(wishes.as_slice(), [Wish::CopyWithToken { token: with, .. }] if *with == token)
    );
    let wishes = desk.press("panel", "Run this call again");
    assert!(
        matches!(wishes.as_slice(), [Wish::Send(request)] if request.token == Some(token)),
        "{wishes:?}"
    );
    for format in ["Postman collection", ".http file"] {
        let wishes = desk.press("panel", format);
        let [Wish::Save { text, .. }] = wishes.as_slice() else {
            panic!("{wishes:?}");
        };
        let text = text.to_ascii_uppercase();
        assert!(text.contains(variable), "{text}");
        assert!(
            text.contains("LIST THE CONVERSATIONS") && text.contains("GET 1"),
            "{text}"
        );
    }
    desk.press("panel", "Open in explorer");
    let holds = desk.bench.holds.clone();
    let submitted = explorer::Event::Submitted;
    let wishes = desk.bench.explorer.update(submitted, &holds);
    assert!(matches!(wishes.as_slice(), [Wish::Send(it)] if it.token == Some(token)));
}

#[test]
fn a_call_keeps_the_token_that_it_went_with() {
    check_token(TokenKind::User, "USER_ACCESS_TOKEN");
    check_token(TokenKind::Page, "PAGE_ACCESS_TOKEN");
}

#[test]
fn a_call_by_hand_needs_what_the_explorer_knows_of_its_path() {
    let mut desk = Desk::new();
    let mut check = |ticket, path, needs: &str, docs: &str| {
        let call = by_hand(Method::Get, path);
        desk.calls(called(ticket, call, Some(TokenKind::User)), "{}");
        let text = desk.text("panel");
        assert!(text.contains(&format!("Needs{needs}Travels")), "{text}");
        let tree = format!("{:?}", desk.surfaces["panel"].tree);
        assert!(tree.contains(docs), "{tree}");
    };
    let overview = "/docs/graph-api/overview";
    check(
        1,
        "/me/accounts",
        "User access tokenpages_show_list",
        "/reference/user/accounts",
    );
    check(2, "/some/thing/else", "any access token", overview);
}

const DEFAULT: &str = "Run the default query";
const ME: &str = "See that “me” is the Page now";

/// Of the two tasks of the tutorial that ask for `me` this one is done, and the other is not.
#[track_caller]
fn check_task(desk: &Desk, done: &str, other: &str) {
    let text = desk.text("tutorial");
    assert!(text.contains(&format!("{done}Done")), "{text}");
    assert!(text.contains(&format!("{other}Optional")), "{text}");
}

fn exploring() -> Desk {
    let mut desk = Desk::new();
    desk.hear(Heard::Holds(Holds {
        is_exploring: true,
        ..desk.bench.holds.clone()
    }));
    desk
}

#[test]
fn the_tutorial_tells_the_page_from_the_person() {
    let body = r#"{"id":"42","name":"Maple"}"#;
    for (token, done, other) in [
        (TokenKind::User, DEFAULT, ME),
        (TokenKind::Page, ME, DEFAULT),
    ] {
        let mut desk = exploring();
        desk.calls(called(1, by_hand(Method::Get, "/me"), Some(token)), body);
        check_task(&desk, done, other);

        // The guide asks before anybody knows of what kind the token is.
        let mut desk = exploring();
        let call = GetMe.call(GraphVersion::default());
        desk.calls(called(1, call, None), body);
        assert!(!desk.text("tutorial").contains("queryDone"));
        // Of another token than the one that was refused before.
        for (kind, since) in [(TokenKind::User, 2), (TokenKind::Page, 2), (token, 1)] {
            assert!(!desk.text("tutorial").contains("Done"));
            desk.hear(Heard::Recognized { kind, since });
        }
        check_task(&desk, done, other);
    }
}

/// Graph writes one line, with escapes.
#[test]
fn the_answer_is_read_in_a_tree_and_kept_as_it_came() {
    let mut desk = Desk::new();
    let body = r#"{"name":"Zo\u00eb","a":{"next":"https:\/\/x\/me?access_token=secret&after=1"}}"#;
    let came = body.replace("secret", "(redacted)");
    desk.calls(called(1, by_hand(Method::Get, "/1"), None), body);
    let tree = desk.text("viewer");
    assert!(tree.contains("\"name\": \"Zoë\""), "{tree}");
    assert!(tree.contains("https://x/me?access_token=(redacted)&after=1"));
    desk.press("viewer", "Raw");
    let raw = desk.text("viewer");
    assert!(raw.ends_with(&came), "{raw}");
    let wishes = desk.press("viewer", "Copy: Response");
    assert!(matches!(wishes.as_slice(), [Wish::Copy { text, .. }] if *text == came));
    assert!(
        desk.bench
            .calls
            .shown()
            .unwrap()
            .answer()
            .unwrap()
            .is_good()
    );
}

#[test]
fn an_answer_is_not_held_against_itself() {
    let mut desk = Desk::new();
    for ticket in [1, 2] {
        desk.calls(called(ticket, by_hand(Method::Get, "/1"), None), "{}");
    }
    let mut check = |event, is_compared| {
        desk.bench.update_panel(event);
        desk.hear(Heard::Opened);
        let text = desk.text("panel");
        assert_eq!(text.contains("Both answers say"), is_compared, "{text}");
    };
    check(panel::Event::Compared(Some(1)), true);
    check(panel::Event::Shown(1), false);
}

#[test]
fn a_read_that_ended_can_be_run_again_and_a_row_says_what_was_asked() {
    let mut desk = Desk::new();
    let mut check = |ticket, method, ending, can_again| {
        let it = called(ticket, by_hand(method, "/1"), Some(TokenKind::Page));
        desk.hear(Heard::Called(it));
        assert!(!desk.text("panel").contains("again"), "under way");
        desk.hear(Heard::Ended { ticket, ending });
        let text = desk.text("panel");
        assert_eq!(text.contains("Run this call again"), can_again, "{text}");
        let asked = if method == Method::Get {
            "1?fields=id"
        } else {
            "1"
        };
        let row = format!("{ticket}{}{asked}", method.as_str());
        assert!(text.contains(&row), "{row}: {text}");
    };
    check(1, Method::Get, Ending::Cancelled, true);
    check(2, Method::Get, Ending::TimedOut, true);
    check(3, Method::Post, Ending::Unreachable, false);
}

#[test]
fn an_id_that_is_put_into_the_query_brings_the_explorer() {
    let mut desk = Desk::new();
    let focus = Wish::Focus("explorer-query".to_owned());
    let query = || vec![Wish::Query("42".to_owned())];
    assert_eq!(desk.bench.settle(query()), [Wish::Show]);
    let holds = Holds {
        is_exploring: true,
        ..Holds::default()
    };
    assert!(desk.hear(Heard::Holds(holds.clone())).contains(&focus));
    assert!(desk.hear(Heard::Holds(holds)).is_empty());
    let wishes = desk.bench.settle(query());
    assert!(wishes.contains(&focus) && !wishes.contains(&Wish::Show));
}

#[test]
fn the_log_says_when_older_calls_went() {
    let mut desk = Desk::new();
    for ticket in 1..=303 {
        let called = called(ticket, by_hand(Method::Get, "/1"), None);
        desk.bench.calls.add(called);
        desk.bench.calls.end(ticket, Ending::Cancelled);
    }
    desk.hear(Heard::Opened);
    let text = desk.text("panel");
    assert!(text.contains("Calls (300)") && !text.contains("All calls"));
    assert!(text.contains("3 older calls are no longer kept."), "{text}");
    assert!(desk.text("viewer").contains("Cancelled before an answer"));
}

#[test]
fn how_a_call_travels_is_told() {
    let mut desk = Desk::new();
    let mut check = |method, words: &str| {
        desk.calls(called(1, by_hand(method, "/1"), None), "{}");
        let text = desk.text("panel");
        assert_eq!(text.contains("Travels as a POST form"), !words.is_empty());
        assert!(text.contains(words), "{text}");
    };
    check(Method::Get, "with method=get, so that");
    check(Method::Delete, "with method=delete, so that");
    check(Method::Post, "");
}

#[test]
fn a_refusal_ends_with_one_stop() {
    let mut desk = Desk::new();
    let long = Param::text("message", "x".repeat(9_000));
    let version = GraphVersion::default();
    let call = Call::free(Method::Post, version, "/1".to_owned(), vec![long]);
    desk.hear(Heard::Replied(call.clone()));
    desk.calls(called(1, call, None), "{}");
    desk.bench.panel.language = Language::Cmd;
    desk.hear(Heard::Opened);
    for surface in ["panel", "journey"] {
        let text = desk.text(surface);
        assert!(text.contains('.') && !text.contains(".."), "{text}");
    }
    assert!(desk.text("panel").contains("It cannot be written in"));
}

/// A message that looks like a token is left out of a link, and the reader hears of it.
#[test]
fn a_link_says_what_it_lacks() {
    let mut desk = Desk::new();
    let mut check = |more: &[(&str, &str)], expected: &str| {
        let mut params = vec![Param::text("recipient", "1")];
        params.extend(
            more.iter()
                .map(|(name, value)| Param::text((*name).to_owned(), *value)),
        );
        let version = GraphVersion::default();
        let call = Call::free(Method::Post, version, "/1/messages".to_owned(), params);
        desk.calls(called(1, call, None), "{}");
        match desk.press("panel", "Copy link").as_slice() {
            [Wish::CopyLink { what, fragment }] => {
                assert_eq!(what, expected);
                assert!(fragment.contains("recipient=1"), "{fragment}");
            }
            [Wish::Tell(told)] => assert_eq!(told, expected),
            other => panic!("{other:?}"),
        }
    };
    check(&[("message", "Hello")], "Link");
    let token = format!("EA{}", "A".repeat(30));
    check(
        &[("message", &token), (&token, "x")],
        "Link without message, …, which may be secret,",
    );
    let long = "n".repeat(41);
    let cut = format!("Link without {}…, which may be secret,", "n".repeat(40));
    check(&[(&long, &token)], &cut);
    let names = ["a", "b", "c", "d", "e"].map(|name| (name, token.as_str()));
    check(
        &names,
        "Link without a, b, c and 2 more, which may be secret,",
    );
    let none = "This call does not fit into a link, or holds what looks like a token";
    check(&[("message", "a\0b")], none);
}

#[test]
fn no_message_is_written_to_a_log() {
    let request = Request {
        method: Method::Post,
        version: GraphVersion::default(),
        path: "/1/messages".to_owned(),
        params: vec![("message".to_owned(), "private".to_owned())],
        token: Some(TokenKind::Page),
    };
    for wish in [
        Wish::Send(request.clone()),
        Wish::Explore(request),
        Wish::Say("private".to_owned()),
    ] {
        let text = format!("{wish:?}");
        assert!(!text.contains("private"), "{text}");
    }
}
