//! Whatever is asked for, nothing leaves its place in the address or in the form.

use corpora::{holds, tell};
use graph_api::endpoints::send_message::{MessagingType, Outgoing, QuickReply};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{
    AccessToken, Call, Carrier, ConversationId, Cursor, Endpoint, GraphVersion, HOST, Method,
    PageAccessToken, PageId, ParamValue, Psid,
};
use proptest::prelude::*;

/// What may vary in the calls.
struct Parts<'a> {
    page: &'a str,
    conversation: &'a str,
    text: &'a str,
    cursor: &'a str,
}

/// Every call that can be made of the parts, with its path as it reads decoded. Parts that are no
/// IDs make no call.
fn calls(parts: &Parts<'_>) -> Vec<(Call, String)> {
    let version = GraphVersion::default();
    let after = Cursor::parse(parts.cursor).ok();
    let mut calls = vec![
        (GetMe.call(version), "me".to_owned()),
        (DebugToken.call(version), "debug_token".to_owned()),
        (ListPermissions.call(version), "me/permissions".to_owned()),
        (
            ListPages {
                after: after.clone(),
            }
            .call(version),
            "me/accounts".to_owned(),
        ),
    ];
    if let Ok(conversation) = ConversationId::parse(parts.conversation) {
        let path = conversation.to_string();
        calls.push((GetConversation { conversation }.call(version), path));
    }
    if let (Ok(page), Ok(psid)) = (PageId::parse(parts.page), Psid::parse(parts.page)) {
        let list = ListConversations {
            page: page.clone(),
            with: Some(psid.clone()),
            after,
        };
        calls.push((list.call(version), format!("{page}/conversations")));
        let reply = QuickReply {
            title: parts.text.to_owned(),
            payload: parts.text.to_owned(),
        };
        let what = Outgoing::Message {
            text: parts.text.to_owned(),
            quick_replies: vec![reply],
            kind: MessagingType::Response,
        };
        let to = psid;
        let path = format!("{page}/messages");
        calls.push((SendMessage { page, to, what }.call(version), path));
    }
    calls
}

/// Decodes one part of an address or a form, by the book, or says that it holds what it must not.
fn decoded(part: &str, is_path: bool) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            b'+' if !is_path => b' ',
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => byte,
            _ => return None,
        });
    }
    String::from_utf8(bytes).ok()
}

fn check(call: &Call, path: &str, secret: &str) {
    let token = AccessToken::from(PageAccessToken::new(secret));
    for carrier in [Carrier::FormBody, Carrier::Query] {
        let request = carrier.request(call, &token);
        let start = format!("{HOST}/{}/", call.version);
        let rest = request.url.strip_prefix(&start).unwrap();
        let (found, query) = rest.split_once('?').unwrap_or((rest, ""));
        let segments = found.split('/').map(|part| decoded(part, true).unwrap());
        let segments: Vec<_> = segments.collect();
        assert_eq!(segments, path.split('/').collect::<Vec<_>>());
        assert!(
            !segments
                .iter()
                .any(|it| matches!(it.as_str(), "" | "." | ".."))
        );
        let form = match &request.body {
            Some(form) => {
                assert_eq!((query, request.method), ("", Method::Post));
                form
            }
            None => query,
        };
        let pairs = form.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap();
            (
                decoded(name, false).unwrap(),
                decoded(value, false).unwrap(),
            )
        });
        let own = call.params.iter().map(|param| {
            let value = match &param.value {
                ParamValue::Text(text) => text.clone(),
                ParamValue::OwnToken => secret.to_owned(),
                ParamValue::Verifier => String::new(),
            };
            (param.name.to_string(), value)
        });
        let is_read = request.body.is_some() && call.spec.method == Method::Get;
        let method = is_read.then(|| ("method".to_owned(), "get".to_owned()));
        let token = ("access_token".to_owned(), secret.to_owned());
        let expected = method.into_iter().chain(own).chain([token]);
        assert!(pairs.eq(expected), "{form}");
    }
}

fn check_all(parts: &Parts<'_>, secret: &str) -> usize {
    let calls = calls(parts);
    for (call, path) in &calls {
        check(call, path, secret);
    }
    calls.len()
}

#[test]
fn nothing_leaves_its_place() {
    let cases = (
        prop_oneof!["[0-9]{1,30}", any::<String>()],
        prop_oneof!["t_[a-zA-Z0-9_.:=$+-]{0,30}", any::<String>(), "t_\\PC{0,9}"],
        any::<String>(),
        any::<String>(),
        any::<String>(),
    );
    holds(
        "URL and form builder",
        &cases,
        |(page, conversation, text, cursor, secret)| {
            let parts = Parts {
                page: &page,
                conversation: &conversation,
                text: &text,
                cursor: &cursor,
            };
            check_all(&parts, &secret);
            Ok(())
        },
    );
    let mut count = 0;
    let texts = corpora::texts();
    for text in &texts {
        for page in ["42", text] {
            let parts = Parts {
                page,
                conversation: &format!("t_{text}"),
                text,
                cursor: text,
            };
            count += check_all(&parts, text);
        }
    }
    tell(&format!(
        "URL and form builder: {count} requests of {} naughty strings, each value where it belongs",
        texts.len()
    ));
}
