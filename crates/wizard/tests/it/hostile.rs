//! A Graph that answers with a stranger's texts, in every field: the view stands, and no address has
//! anything of them.

use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, SendMessage,
};
use graph_api::{Endpoint, HttpResponse, TokenKind};
use serde_json::{Value, json};
use wizard::view::Screen;
use wizard::view::outside::{NAME, TEXT, shown};
use wizard::{Effect, Event, FieldId, Mode, Slot, Step};
use workbench::Wish;

use crate::driver::{Visit, Way};

fn answer(status: u16, body: &Value) -> Result<HttpResponse, wizard::TransportError> {
    Ok(HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_string(),
    })
}

/// Where the links of the page may lead.
const PLACES: [&str; 5] = [
    "https://developers.facebook.com/",
    "https://www.facebook.com/pages/create",
    "https://business.facebook.com/",
    "https://m.me/",
    "https://www.metastatus.com/",
];

/// Every address of the view and of the requests is one of ours, with checked IDs in it.
#[track_caller]
fn check_addresses(visit: &Visit) -> usize {
    let view = format!("{:?}", visit.view());
    // A quote in a text is escaped there, so that this is a field's name.
    let hrefs = view.split(" href: \"").skip(1);
    let hrefs: Vec<_> = hrefs.filter_map(|rest| rest.split('"').next()).collect();
    for href in &hrefs {
        assert!(PLACES.iter().any(|place| href.starts_with(place)), "{href}");
        let safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?&=%#".contains(c);
        assert!(href.chars().all(safe), "{href}");
    }
    for effect in &visit.effects {
        if let Effect::Send {
            call,
            token,
            carrier,
            ..
        } = effect
        {
            let url = carrier.request(call, token).url;
            let path = url.strip_prefix("https://graph.facebook.com/v26.0/");
            let safe = |c: char| c.is_ascii_alphanumeric() || "_%.-/".contains(c);
            assert!(path.is_some_and(|path| path.chars().all(safe)), "{url}");
        }
    }
    hrefs.len()
}

/// The next answer of an endpoint, and the event that asks for it.
#[track_caller]
fn bring<E: Endpoint>(visit: &mut Visit, status: u16, body: &Value, event: Event) {
    visit.answer_instead::<E>(answer(status, body));
    visit.does(event);
}

#[test]
fn a_strangers_texts_in_every_list() {
    let texts = corpora::texts();
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    let pages = texts.iter().enumerate().map(|(index, text)| {
        json!({"id": (index + 1).to_string(), "name": text, "category": text, "tasks": ["MESSAGING", text], "access_token": format!("page-token-{index:08}")})
    });
    let body = json!({"data": pages.collect::<Vec<_>>()});
    bring::<ListPages>(&mut visit, 200, &body, Event::ReadAsked(Slot::Pages));
    let Screen::Ids(view) = visit.view().screen else {
        panic!("step 2");
    };
    assert_eq!(view.list.unwrap().choices.len(), texts.len());
    let mut links = check_addresses(&visit);

    let page = graph_api::PageId::parse("1").unwrap();
    visit
        .secrets
        .insert("page-token-00000000".to_owned(), Mode::Live);
    visit.does(Event::PagePicked(page));
    let rows = texts.iter().enumerate().map(|(index, text)| {
        json!({"id": format!("t_{index}"), "participants": {"data": [{"id": (index + 9000).to_string(), "name": text}, {"id": "1", "name": text}]}})
    });
    let body = json!({"data": rows.collect::<Vec<_>>(), "paging": {"next": "https://evil.example/?access_token=x", "cursors": {"after": texts[0]}}});
    bring::<ListConversations>(&mut visit, 200, &body, Event::PageSubmitted);
    links += check_addresses(&visit);

    let id = graph_api::ConversationId::parse("t_0").unwrap();
    visit.does(Event::ConversationPicked(id));
    let rows = texts.iter().enumerate().map(|(index, text)| {
        json!({"id": format!("m_{index}"), "message": text, "from": {"id": "9000", "name": text}})
    });
    let body = json!({"id": "t_0", "messages": {"data": rows.collect::<Vec<_>>()}});
    bring::<GetConversation>(&mut visit, 200, &body, Event::ConversationSubmitted);
    let Screen::Read(view) = visit.view().screen else {
        panic!("step 3");
    };
    assert_eq!(view.thread.len(), texts.len());
    links += check_addresses(&visit);
    corpora::tell(&format!(
        "views of lists: {} naughty strings as Pages, people and messages; {links} links, none with anything of them",
        texts.len()
    ));
}

/// In front of a shell, a token of other characters would be a command.
#[test]
fn a_token_of_other_characters_goes_into_no_code() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    let token = "page-token'; rm -rf ~ #";
    let page = json!({"id": "1", "name": "A", "tasks": ["MESSAGING"], "access_token": token});
    let body = json!({"data": [page]});
    bring::<ListPages>(&mut visit, 200, &body, Event::ReadAsked(Slot::Pages));
    visit.secrets.insert(token.to_owned(), Mode::Live);
    let page = graph_api::PageId::parse("1").unwrap();
    visit.does(Event::PagePicked(page));
    visit.does(Event::PageSubmitted);
    let copy = |token| {
        Event::BenchWished(Wish::CopyWithToken {
            what: "Code".to_owned(),
            pieces: vec!["curl '".to_owned(), "'".to_owned()],
            token,
        })
    };
    visit.does(copy(TokenKind::Page));
    assert_eq!(visit.secretly_copied, []);
    assert_eq!(
        visit.view().status.text,
        "This token has unusual characters, so it is not put into code"
    );
    visit.does(copy(TokenKind::User));
    assert_eq!(visit.secretly_copied.len(), 1);
}

#[test]
fn a_strangers_texts_in_every_other_field() {
    let texts = corpora::texts();
    let (mut views, mut links) = (0, 0);
    let mut held = Visit::at(Way::UserToken, Step::Start);
    held.does(Event::StepAsked(Step::Connect));
    let mut reply = Visit::at(Way::UserToken, Step::Reply);
    reply.types(FieldId::Message, "Hello");
    let mut read = Visit::at(Way::UserToken, Step::Read);
    for text in &texts {
        let me = json!({"id": "4", "name": text});
        let facts = json!({"data": {"application": text, "type": "USER", "expires_at": i64::MIN, "is_valid": true, "scopes": [text]}});
        held.answer_instead::<DebugToken>(answer(200, &facts));
        bring::<GetMe>(&mut held, 200, &me, Event::ReadAsked(Slot::Me));
        // One text without an end is enough.
        let other = if text.len() < 10_000 { text } else { "" };
        let error = json!({"error": {"message": text, "type": other, "code": 100, "error_user_title": other, "error_user_msg": other, "fbtrace_id": other, "error_data": other}});
        bring::<GetConversation>(&mut read, 400, &error, Event::ReadAsked(Slot::Messages));
        bring::<SendMessage>(&mut reply, 400, &error, Event::SendAsked);
        for visit in [&mut held, &mut read, &mut reply] {
            links += check_addresses(visit);
            views += 1;
            visit.effects.clear();
            visit.model.calls.clear();
        }
    }
    corpora::tell(&format!(
        "views of a token and of errors: {views} with {} naughty strings in 9 fields; {links} links, none with anything of them",
        texts.len()
    ));
}

/// What can turn the order of other words, or hide.
const UNSEEN: &str = "\0\u{1b}\u{7f}\u{85}\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{2028}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{feff}\u{e0001}";

#[test]
fn a_strangers_texts_on_the_screen_have_an_end_and_hide_nothing() {
    let texts = corpora::texts();
    let (mut named, mut cut) = (0, 0);
    for text in &texts {
        for limit in [NAME, TEXT] {
            let out = shown(text, limit);
            assert!(!out.contains(|c| UNSEEN.contains(c)), "{text:?}");
            assert!(out.chars().count() <= limit + 50, "{text:.50}");
            named += usize::from(out.contains("[U+"));
            cut += usize::from(out.ends_with(" in all)"));
        }
    }
    corpora::tell(&format!(
        "on the screen: {} naughty strings, as names and as texts; {named} with something named, {cut} cut",
        texts.len()
    ));
}
