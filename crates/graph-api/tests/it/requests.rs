use graph_api::endpoints::send_message::{
    MessageTag, MessagingType, Outgoing, QuickReply, SenderAction,
};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{
    AccessToken, Call, Carrier, ConversationId, Cursor, Endpoint, GraphVersion, HOST, HttpRequest,
    HttpResponse, MessageId, PageAccessToken, PageId, PastedToken, Psid, SECRET_PARAMS,
    UserAccessToken,
};
use proptest::prelude::*;

const CARRIERS: [Carrier; 2] = [Carrier::FormBody, Carrier::Query];

fn call(endpoint: &impl Endpoint) -> Call {
    endpoint.call(GraphVersion::default())
}

fn send(what: Outgoing) -> Call {
    call(&SendMessage {
        page: PageId::parse("42").unwrap(),
        to: Psid::parse("7").unwrap(),
        what,
    })
}

fn message(text: &str, quick_replies: Vec<QuickReply>, kind: MessagingType) -> Call {
    let text = text.to_owned();
    send(Outgoing::Message {
        text,
        quick_replies,
        kind,
    })
}

fn conversations(with: Option<&str>, after: Option<&str>) -> Call {
    call(&ListConversations {
        page: PageId::parse("42").unwrap(),
        with: with.map(|psid| Psid::parse(psid).unwrap()),
        after: after.map(|cursor| Cursor::parse(cursor).unwrap()),
    })
}

fn conversation(id: &str) -> Call {
    let conversation = ConversationId::parse(id).unwrap();
    call(&GetConversation { conversation })
}

/// `expected`: the verb, the address after the host, and the body.
#[track_caller]
fn check(call: &Call, carrier: Carrier, expected: &str) {
    let token = AccessToken::from(UserAccessToken::new("user-token"));
    let request = carrier.request(call, &token);
    let path = request.url.strip_prefix(HOST).unwrap();
    let body = request.body.as_deref().unwrap_or_default();
    let wire = format!("{} {path} {body}", request.method);
    assert_eq!(wire.trim_end(), expected);
    assert_eq!(request.has_form(), request.body.is_some());
}

#[test]
fn get_me() {
    let form = "POST /v26.0/me method=get&fields=id%2Cname&access_token=user-token";
    check(&call(&GetMe), Carrier::FormBody, form);
    let query = "GET /v26.0/me?fields=id%2Cname&access_token=user-token";
    check(&call(&GetMe), Carrier::Query, query);
    let older = GetMe.call("v21.0".parse().unwrap());
    let query = "GET /v21.0/me?fields=id%2Cname&access_token=user-token";
    check(&older, Carrier::Query, query);
}

#[test]
fn debug_token_names_the_token_twice() {
    let params = "input_token=user-token&access_token=user-token";
    let form = format!("POST /v26.0/debug_token method=get&{params}");
    check(&call(&DebugToken), Carrier::FormBody, &form);
    let query = format!("GET /v26.0/debug_token?{params}");
    check(&call(&DebugToken), Carrier::Query, &query);
    assert_eq!(call(&DebugToken).readable_query(), "input_token=…");
}

#[test]
fn list_permissions() {
    let form = "POST /v26.0/me/permissions method=get&access_token=user-token";
    check(&call(&ListPermissions), Carrier::FormBody, form);
    let query = "GET /v26.0/me/permissions?access_token=user-token";
    check(&call(&ListPermissions), Carrier::Query, query);
}

#[test]
fn list_pages() {
    let fields = "fields=id%2Cname%2Ccategory%2Ctasks%2Caccess_token";
    let form = format!("POST /v26.0/me/accounts method=get&{fields}&access_token=user-token");
    check(&call(&ListPages::default()), Carrier::FormBody, &form);
    let after = Some(Cursor::parse("MTAx/+==").unwrap());
    let query =
        format!("GET /v26.0/me/accounts?{fields}&after=MTAx%2F%2B%3D%3D&access_token=user-token");
    check(&call(&ListPages { after }), Carrier::Query, &query);
}

#[test]
fn list_conversations() {
    let fields = "platform=messenger&fields=participants%2Cupdated_time";
    let query = format!("GET /v26.0/42/conversations?{fields}&access_token=user-token");
    check(&conversations(None, None), Carrier::Query, &query);
    let form = format!(
        "POST /v26.0/42/conversations method=get&{fields}&user_id=7&after=QVFI&access_token=user-token"
    );
    let call = conversations(Some("7"), Some("QVFI"));
    check(&call, Carrier::FormBody, &form);
}

#[test]
fn get_conversation() {
    let fields = "fields=messages%7Bmessage%2Cfrom%2Ccreated_time%7D";
    let query = format!("GET /v26.0/t_10224?{fields}&access_token=user-token");
    check(&conversation("t_10224"), Carrier::Query, &query);
    let form =
        format!("POST /v26.0/t_mid.%24cA%3A9%3D method=get&{fields}&access_token=user-token");
    check(&conversation("t_mid.$cA:9="), Carrier::FormBody, &form);
}

#[test]
fn send_message_is_a_form_whatever_the_carrier() {
    let expected = "POST /v26.0/42/messages recipient=%7B%22id%22%3A%227%22%7D\
        &messaging_type=RESPONSE&message=%7B%22text%22%3A%22Hello%22%7D&access_token=user-token";
    for carrier in CARRIERS {
        let call = message("Hello", Vec::new(), MessagingType::Response);
        check(&call, carrier, expected);
    }
}

/// What the Send API gets, decoded.
#[track_caller]
fn check_params(call: &Call, expected: &[(&str, &str)]) {
    let token = AccessToken::from(PageAccessToken::new("page-token"));
    for carrier in CARRIERS {
        let params = carrier.request(call, &token).params();
        let params = params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let expected = expected
            .iter()
            .copied()
            .chain([("access_token", "page-token")]);
        assert_eq!(params.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

#[test]
fn awkward_text_is_strict_json_in_a_strict_form() {
    let call = message(
        "a&b=c+%41 'd' \"e\" \\ \n é😀\u{202e}\0",
        Vec::new(),
        MessagingType::Update,
    );
    check_params(
        &call,
        &[
            ("recipient", r#"{"id":"7"}"#),
            ("messaging_type", "UPDATE"),
            (
                "message",
                "{\"text\":\"a&b=c+%41 'd' \\\"e\\\" \\\\ \\n é😀\u{202e}\\u0000\"}",
            ),
        ],
    );
}

#[test]
fn quick_replies_and_tags() {
    let reply = |title: &str| QuickReply {
        title: title.to_owned(),
        payload: title.to_uppercase(),
    };
    let replies = vec![reply("Yes"), reply("No \"thanks\"")];
    check_params(
        &message(
            "Ok?",
            replies,
            MessagingType::Tagged(MessageTag::HumanAgent),
        ),
        &[
            ("recipient", r#"{"id":"7"}"#),
            ("messaging_type", "MESSAGE_TAG"),
            ("tag", "HUMAN_AGENT"),
            (
                "message",
                concat!(
                    r#"{"text":"Ok?","quick_replies":["#,
                    r#"{"content_type":"text","title":"Yes","payload":"YES"},"#,
                    r#"{"content_type":"text","title":"No \"thanks\"","payload":"NO \"THANKS\""}]}"#
                ),
            ),
        ],
    );
    let feedback = MessagingType::Tagged(MessageTag::CustomerFeedback);
    check_params(
        &message("?", Vec::new(), feedback),
        &[
            ("recipient", r#"{"id":"7"}"#),
            ("messaging_type", "MESSAGE_TAG"),
            ("tag", "CUSTOMER_FEEDBACK"),
            ("message", r#"{"text":"?"}"#),
        ],
    );
}

#[test]
fn a_sender_action_goes_alone() {
    for (action, name) in [
        (SenderAction::TypingOn, "typing_on"),
        (SenderAction::TypingOff, "typing_off"),
        (SenderAction::MarkSeen, "mark_seen"),
    ] {
        check_params(
            &send(Outgoing::Action(action)),
            &[("recipient", r#"{"id":"7"}"#), ("sender_action", name)],
        );
    }
}

#[test]
fn no_id_climbs_out_of_its_path() {
    for bad in [".", "..", "a/b", "a?b", "a#b", "a b", "a%2fb", "a\\b"] {
        assert!(MessageId::parse(bad).is_err(), "{bad}");
        assert!(
            ConversationId::parse(&format!("t_{bad}/..")).is_err(),
            "{bad}"
        );
    }
}

#[test]
fn a_request_knows_what_its_body_is() {
    let mut request = Carrier::FormBody.request(
        &call(&GetMe),
        &AccessToken::from(UserAccessToken::new("user-token")),
    );
    request.url.push_str("?a=b");
    assert_eq!(request.query(), [("a".to_owned(), "b".to_owned())]);
    assert_eq!(request.form().len(), 3);
    assert_eq!(request.params().len(), 4);
    let kind = "application/json".to_owned();
    request.headers = vec![("content-type".to_owned(), kind)];
    assert!(!request.has_form());
    assert_eq!(request.params(), request.query());
    let kind = "Application/X-WWW-Form-URLencoded; charset=UTF-8".to_owned();
    request.headers = vec![("Content-Type".to_owned(), kind)];
    assert!(request.has_form());
}

fn calls(text: &str) -> Vec<Call> {
    let reply = QuickReply {
        title: text.to_owned(),
        payload: text.to_owned(),
    };
    vec![
        call(&GetMe),
        call(&DebugToken),
        call(&ListPermissions),
        call(&ListPages::default()),
        conversations(
            Some("7"),
            Cursor::parse(text).ok().as_ref().map(Cursor::as_str),
        ),
        conversation("t_1"),
        message(text, vec![reply], MessagingType::Response),
        send(Outgoing::Action(SenderAction::TypingOn)),
    ]
}

/// How often the token may stand in a request: in each secret parameter, once.
fn check_token_stands_where_it_may(request: &HttpRequest, call: &Call, token: &AccessToken) {
    let secret = token.expose();
    let body = request.body.as_deref().unwrap_or_default();
    let times = request.url.matches(secret).count() + body.matches(secret).count();
    let params = request.params();
    let named = params
        .iter()
        .filter(|(name, _)| SECRET_PARAMS.contains(&name.as_str()));
    assert!(named.clone().all(|(_, value)| value == secret));
    assert_eq!(times, named.count());
    assert_eq!(times, if call.path == "/debug_token" { 2 } else { 1 });
    assert!(!call.readable_query().contains(secret));
}

proptest! {
    #[test]
    fn the_token_travels_where_it_may_and_nothing_tells_it(
        secret in "[a-zA-Z0-9]{20,60}",
        text in any::<String>(),
    ) {
        let tokens = [
            AccessToken::from(UserAccessToken::new(secret.as_str())),
            AccessToken::from(PageAccessToken::new(secret.as_str())),
            AccessToken::from(PastedToken::parse(&secret).unwrap()),
        ];
        for call in calls(&text) {
            for token in &tokens {
                for carrier in CARRIERS {
                    let request = carrier.request(&call, token);
                    check_token_stands_where_it_may(&request, &call, token);
                    if carrier == Carrier::FormBody || call.path.ends_with("/messages") {
                        prop_assert!(!request.url.contains(&secret));
                        prop_assert!(!request.url.contains('?'));
                    }
                    let body = format!(r#"{{"data":[{{"id":"1","access_token":"{secret}"}}]}}"#);
                    let response = HttpResponse { status: 200, headers: Vec::new(), body };
                    let pages = ListPages::default().answer(&response);
                    for debug in [
                        format!("{request:?}"),
                        format!("{call:?}"),
                        format!("{token:?}"),
                        format!("{response:?}"),
                        format!("{pages:?}"),
                    ] {
                        prop_assert!(!debug.contains(&secret), "{}", debug);
                    }
                }
            }
        }
    }

    #[test]
    fn any_text_reaches_graph_unchanged(text in any::<String>()) {
        let token = AccessToken::from(PageAccessToken::new("page-token"));
        let call = message(&text, Vec::new(), MessagingType::Response);
        let params = Carrier::FormBody.request(&call, &token).params();
        let (_, message) = params.iter().find(|(name, _)| name == "message").unwrap();
        let message: serde_json::Value = serde_json::from_str(message).unwrap();
        prop_assert_eq!(message["text"].as_str(), Some(text.as_str()));
    }
}
