//! How the code looks: each language's in a file of its own, in `looks/`.

use expect_test::expect_file;
use graph_api::endpoints::send_message::{MessagingType, Outgoing, QuickReply};
use graph_api::endpoints::{GetMe, SendMessage};
use graph_api::{
    AccessToken, Call, Carrier, Endpoint as _, GraphVersion, PageAccessToken, PageId, Psid,
    TokenKind,
};
use snippets::{Journey, Language, TokenFrom};

fn reply(text: &str) -> Call {
    let yes = QuickReply {
        title: "Yes".to_owned(),
        payload: "YES".to_owned(),
    };
    let message = SendMessage {
        page: PageId::parse("322980254230386").unwrap(),
        to: Psid::parse("7569927623102963").unwrap(),
        what: Outgoing::Message {
            text: text.to_owned(),
            quick_replies: vec![yes],
            kind: MessagingType::Response,
        },
    };
    message.call(GraphVersion::default())
}

fn snippet(language: Language, call: &Call, carrier: Carrier) -> String {
    let token = AccessToken::from(PageAccessToken::new("page-token-of-the-tests"));
    let request = carrier.request(call, &token);
    let code = language.snippet(&request, "PAGE_ACCESS_TOKEN", TokenFrom::Environment);
    code.unwrap().to_string() + "\n"
}

fn file(what: &str, language: Language) -> expect_test::ExpectFile {
    expect_file![format!(
        "{}/tests/it/looks/{what}.{}",
        env!("CARGO_MANIFEST_DIR"),
        language.extension()
    )]
}

#[test]
fn a_read() {
    let call = GetMe.call(GraphVersion::default());
    for language in Language::ALL {
        file("read", language).assert_eq(&snippet(language, &call, Carrier::Query));
    }
}

#[test]
fn a_reply() {
    let call = reply("It's “ok” for $5! 100%");
    for language in Language::ALL {
        file("reply", language).assert_eq(&snippet(language, &call, Carrier::FormBody));
    }
}

#[test]
fn the_journey() {
    let reply = reply("It's “ok” for $5! 100%");
    let journey = Journey {
        version: GraphVersion::default(),
        start: TokenKind::User,
        page: None,
        reply: &reply,
    };
    for language in Language::ALL {
        if let Ok(code) = language.journey(&journey, TokenFrom::Environment) {
            file("journey", language).assert_eq(&format!("{code}\n"));
        }
    }
}

#[test]
fn languages_have_names() {
    let named = Language::ALL.map(|language| Language::named(language.name()));
    assert_eq!(named, Language::ALL.map(Some));
    assert_eq!(Language::named("curl (bash)"), None);
}

/// A text of a person's is one piece in one ink: nothing of it passes for code.
#[test]
fn what_a_person_wrote_is_one_piece() {
    let call = reply("if # for // $x wow \" ' let");
    let token = AccessToken::from(PageAccessToken::new("page-token-of-the-tests"));
    let request = Carrier::FormBody.request(&call, &token);
    for language in Language::ALL {
        let code = language
            .snippet(&request, "T", TokenFrom::Environment)
            .unwrap();
        let pieces = code.pieces().iter();
        let texts = pieces.filter(|(_, text)| text.contains("wow"));
        let inks: Vec<_> = texts.map(|(ink, _)| *ink).collect();
        assert_eq!(inks, [snippets::Ink::Text], "{language:?}");
    }
}
