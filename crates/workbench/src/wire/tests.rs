use std::sync::Arc;

use super::METHODS;
use super::told::ID_KINDS;
use graph_api::endpoints::{DebugToken, GetMe, SendMessage};
use graph_api::{Call, Carrier, Endpoint as _, GraphVersion, Method, Param, TokenKind};
use remote_view::{Acted, Ink, Node, el};

use crate::holds::Holds;
use crate::protocol::{Called, Drawn, Ending, Heard, Told};
use crate::wish::{Request, Wish};

#[track_caller]
fn check_heard(heard: Heard) {
    let text = heard.clone().write();
    assert_eq!(Heard::read(&text), Some(heard), "{text}");
}

fn called(call: Call) -> Heard {
    Heard::Called(Called {
        ticket: u32::MAX,
        call,
        token: Some(TokenKind::Page),
        carrier: Carrier::Query,
        at: 1_764_000_000_000,
        is_explored: true,
        replaces: Some(1),
    })
}

#[test]
fn what_the_page_says_is_read_back() {
    let version = GraphVersion::default();
    check_heard(Heard::Opened);
    check_heard(called(GetMe.call(version)));
    check_heard(called(DebugToken.call(version)));
    for method in METHODS {
        let params = vec![Param::text("a b", "it's \"q\"\n"), Param::text("", "")];
        check_heard(called(Call::free(
            method,
            version,
            "/me".to_owned(),
            params,
        )));
    }
    check_heard(Heard::Recognized {
        kind: TokenKind::User,
        since: 7,
    });
    check_heard(Heard::Shared("#/explorer/GET/me".to_owned()));
    check_heard(Heard::Drafted(None));
    let draft = (GetMe.call(version), Carrier::FormBody);
    check_heard(Heard::Drafted(Some(draft)));
    check_heard(Heard::Replied(DebugToken.call(version)));
    check_heard(Heard::Acted(Acted {
        surface: "panel".to_owned(),
        drawing: 3,
        place: 9,
        value: "two\nlines".to_owned(),
    }));
    check_heard(Heard::Holds(Holds::default()));
    check_heard(Heard::Holds(Holds {
        user_token: true,
        page_token: true,
        granted: Some(vec!["pages_messaging".to_owned()]),
        page: Some(("1".to_owned(), "Maple".to_owned())),
        psid: Some("2".to_owned()),
        conversation: Some("t_3".to_owned()),
        version,
        is_practice: true,
        is_exploring: true,
        language: "curl".to_owned(),
    }));
    for ending in [
        Ending::Cancelled,
        Ending::Offline,
        Ending::TimedOut,
        Ending::Unreachable,
        Ending::Answered {
            status: 502,
            millis: 17,
            body: "<html>\n\u{feff}\0</html>\n".to_owned(),
            secrets: vec!["secret-1".to_owned()],
        },
    ] {
        check_heard(Heard::Ended { ticket: 1, ending });
    }
}

#[test]
fn what_the_workbench_says_is_read_back() {
    let view: Node<u32> = el("p").with(Node::Text(Ink::Name, "Zoë".to_owned())).into();
    let text = || "a \"text\"\n".to_owned();
    let request = |token| Request {
        method: Method::Delete,
        version: GraphVersion::default(),
        path: "/me/accounts".to_owned(),
        params: vec![("fields".to_owned(), text())],
        token,
    };
    let mut all = vec![Told::Drawn(Drawn {
        surface: "panel".to_owned(),
        drawing: 7,
        tree: Arc::new(view),
    })];
    let wishes = [
        Wish::Copy {
            what: text(),
            text: text(),
        },
        Wish::CopyWithToken {
            what: text(),
            pieces: vec![text(), String::new()],
            token: TokenKind::Page,
        },
        Wish::Save {
            name: text(),
            kind: text(),
            text: text(),
        },
        Wish::Focus(text()),
        Wish::Say(text()),
        Wish::Reveal(text()),
        Wish::Tell(text()),
        Wish::Send(request(None)),
        Wish::Send(request(Some(TokenKind::User))),
        Wish::CancelCall(4),
        Wish::Remember(text()),
        Wish::Show,
        Wish::CopyLink {
            what: text(),
            fragment: text(),
        },
    ];
    all.extend(wishes.map(Told::Wish));
    all.extend(ID_KINDS.map(|kind| Told::Wish(Wish::Take(kind, "42".to_owned()))));
    let text = Told::write(all.clone());
    assert_eq!(Told::read(&text), all, "{text}");
}

#[test]
fn a_secret_parameter_travels_as_its_place() {
    let text = called(DebugToken.call(GraphVersion::default())).write();
    assert!(text.contains("\"input_token\",0"), "{text}");
    assert_eq!(SendMessage::SPEC.method as u32, 1);
}

#[test]
fn what_is_none_is_refused() {
    for bad in [
        "",
        "[]\n",
        "[9]\n",
        "{}\n",
        "[1,2,3]\n",
        "[0]",
        "[3,1,4,[1]]\n",
    ] {
        assert_eq!(Heard::read(bad), None, "{bad}");
    }
    for bad in ["", "[[9]]", "{}", "[[]]", "[[7,99,\"1\"]]"] {
        assert_eq!(Told::read(bad), Vec::new(), "{bad}");
    }
}
