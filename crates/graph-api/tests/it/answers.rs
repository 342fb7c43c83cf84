use std::fmt::Debug;

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::endpoints::get_conversation::MessageRow;
use graph_api::endpoints::get_me::Me;
use graph_api::endpoints::list_conversations::{ConversationRow, Participant};
use graph_api::endpoints::list_pages::PageRow;
use graph_api::endpoints::list_permissions::PermissionRow;
use graph_api::endpoints::send_message::{MessagingType, Outgoing, SenderAction, Sent};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{
    AnswerError, ConversationId, Cursor, Endpoint, ErrorKind, GraphError, HttpResponse, Listing,
    PageId, Psid,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// An answer in one line, `-` for what is not there.
trait Line {
    fn line(&self) -> String;
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

impl Line for Me {
    fn line(&self) -> String {
        format!("{} {}", self.id, or_dash(self.name.as_ref()))
    }
}

impl Line for PageRow {
    fn line(&self) -> String {
        let tasks = self.tasks.as_ref().map(|tasks| tasks.join("+"));
        let token = self
            .access_token
            .as_ref()
            .map(|token| token.expose().to_owned());
        format!(
            "{} {} {} {}",
            self.id,
            self.title(),
            or_dash(tasks),
            or_dash(token)
        )
    }
}

impl Line for PermissionRow {
    fn line(&self) -> String {
        format!("{}={}", self.permission, self.is_granted())
    }
}

impl Line for Participant {
    fn line(&self) -> String {
        format!("{}/{}", self.id, or_dash(self.name.as_ref()))
    }
}

impl Line for ConversationRow {
    fn line(&self) -> String {
        let people: Vec<_> = self.participants.iter().map(Line::line).collect();
        let time = self.updated_time.map(graph_api::GraphTime::unix);
        format!("{} {} [{}]", self.id, or_dash(time), people.join(" "))
    }
}

impl Line for MessageRow {
    fn line(&self) -> String {
        let from = self.from.as_ref().map(Line::line);
        let time = self.created_time.map(graph_api::GraphTime::unix);
        let text = or_dash(self.message.as_ref().map(|text| format!("{text:?}")));
        format!("{} {text} {} {}", self.id, or_dash(from), or_dash(time))
    }
}

impl Line for Sent {
    fn line(&self) -> String {
        let (to, id) = (self.recipient_id.as_ref(), self.message_id.as_ref());
        format!("{} {}", or_dash(to), or_dash(id))
    }
}

impl Line for TokenFacts {
    fn line(&self) -> String {
        let error = self.error.as_ref().map(|error| error.label());
        format!(
            "{} app {} user {} page {} until {} {} {}",
            or_dash(self.token_kind().map(|kind| format!("{kind:?}"))),
            or_dash(self.app_id.as_ref()),
            or_dash(self.user_id.as_ref()),
            or_dash(self.profile_id.as_ref()),
            or_dash(self.expires_at),
            if self.is_valid { "valid" } else { "invalid" },
            or_dash(error),
        )
    }
}

impl<T: Line> Line for Listing<T> {
    fn line(&self) -> String {
        let rows = self.rows.iter().map(Line::line);
        let after = self.after.iter().map(|after| format!("after {after}"));
        let paths = self
            .misfits
            .iter()
            .map(|misfit| or_dash(misfit.path.as_ref()));
        let misfits = paths.map(|path| format!("misfit {path}"));
        rows.chain(after)
            .chain(misfits)
            .collect::<Vec<_>>()
            .join("; ")
    }
}

pub(crate) fn response(status: u16, body: &str) -> HttpResponse {
    HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_owned(),
    }
}

/// `expected`: the answer's line, or how the error reads.
#[track_caller]
fn check_status<E: Endpoint<Answer: Line>>(endpoint: &E, status: u16, body: &str, expected: &str) {
    let line = match endpoint.answer(&response(status, body)) {
        Ok(answer) => answer.line(),
        Err(error) => error.to_string(),
    };
    assert_eq!(line, expected, "{body:.200}");
}

#[track_caller]
fn check<E: Endpoint<Answer: Line>>(endpoint: &E, body: &str, expected: &str) {
    check_status(endpoint, 200, body, expected);
}

pub(crate) const PAGES: ListPages = ListPages { after: None };

pub(crate) fn conversations() -> ListConversations {
    ListConversations {
        page: PageId::parse("42").unwrap(),
        with: None,
        after: None,
    }
}

pub(crate) fn conversation() -> GetConversation {
    let conversation = ConversationId::parse("t_1").unwrap();
    GetConversation { conversation }
}

fn send(what: Outgoing) -> SendMessage {
    SendMessage {
        page: PageId::parse("42").unwrap(),
        to: Psid::parse("7").unwrap(),
        what,
    }
}

pub(crate) fn message() -> SendMessage {
    send(Outgoing::Message {
        text: "Hello".to_owned(),
        quick_replies: Vec::new(),
        kind: MessagingType::Response,
    })
}

#[test]
fn me_is_read() {
    check(&GetMe, r#"{"id":"4","name":"Mark"}"#, "4 Mark");
    check(&GetMe, r#"{"name":null,"x":{"y":[1]},"id":4}"#, "4 -");
    check(
        &GetMe,
        r#"{"id":18446744073709551615}"#,
        "18446744073709551615 -",
    );
    check(&GetMe, r#"{"id":"1","id":"2"}"#, "2 -");
    check(&GetMe, "\u{feff} {\"id\":\"4\"}\r\n", "4 -");
    check(
        &GetMe,
        r#"{"id":"4","name":"\ud83d A \ude00"}"#,
        "4 \u{fffd} A \u{fffd}",
    );
    check(&GetMe, r#"{"id":"4","error":null}"#, "4 -");
}

#[test]
fn what_is_not_me_is_told() {
    let id = "an ID as a string, or as a whole number up to 64 bits";
    for (bad, found) in [
        ("1.5", "1.5"),
        ("18446744073709551616", "18446744073709551616"),
        ("-1", "-1"),
        ("null", "null"),
        ("[4]", "a list"),
        ("{}", "an object"),
        ("true", "true"),
    ] {
        let body = format!(r#"{{"id":{bad}}}"#);
        let expected = format!("[200] at id: expected {id}, found {found}");
        check(&GetMe, &body, &expected);
    }
    check(&GetMe, r#"{"id":""}"#, "[200] at id: the ID is empty");
    check(
        &GetMe,
        r#"{"id":"4/x"}"#,
        "[200] at id: the ID has characters other than digits",
    );
    check(&GetMe, "{}", "[200] missing field `id`");
    check(&GetMe, "[]", "[200] expected an object");
    check(&GetMe, "null", "[200] expected an object");
    check(&GetMe, r#""4""#, "[200] expected an object");
}

#[test]
fn what_is_not_json_is_told() {
    check_status(&GetMe, 502, "", "[502] an empty body");
    check(&PAGES, " \n\u{feff}\n", "[200] an empty body");
    check(&PAGES, "\u{feff} \n", "[200] an empty body");
    let html = "<!DOCTYPE html><title>Error</title>";
    check_status(&message(), 502, html, "[502] an HTML page instead of JSON");
    let cut = "[200] not JSON: expected the end of a text at byte 12";
    check(&PAGES, r#"{"data":[{"i"#, cut);
    let bare = "[500] an error status without an error in the body";
    check_status(&PAGES, 500, r#"{"data":[]}"#, bare);
    check_status(&PAGES, 302, r#"{"data":[]}"#, &bare.replace("500", "302"));
}

#[test]
fn pages_are_read() {
    check(&PAGES, r#"{"data":[]}"#, "");
    check(&PAGES, r#"{"data":null}"#, "");
    check(&PAGES, "{}", "");
    check(
        &PAGES,
        r#"{"data":[
            {"access_token":"page-token","name":"Café","id":"1","tasks":["MESSAGING","MODERATE"]},
            {"id":2,"name":null,"tasks":null,"access_token":null,"category_list":[{}]},
            {"id":"3","access_token":"","tasks":[]}]}"#,
        "1 Café MESSAGING+MODERATE page-token; 2 2 - -; 3 3  -",
    );
}

#[test]
fn a_row_that_does_not_fit_is_named_and_loses_no_other() {
    check(
        &PAGES,
        r#"{"data":[{"id":"1"},{"id":1.5},{"name":"x"},null,[],{"id":"2","tasks":["A",7]},{"id":"3"}]}"#,
        "1 1 - -; 3 3 - -; misfit data[1].id; misfit data[2]; misfit data[3]; misfit data[4]; \
         misfit data[5].tasks[1]",
    );
    check(
        &conversation(),
        r#"{"messages":{"data":[{"id":"m_1"},{"id":"m 2"},{"id":"m_3","created_time":"soon"}]}}"#,
        "m_1 - - -; misfit messages.data[1].id; misfit messages.data[2].created_time",
    );
    check(
        &conversations(),
        r#"{"data":[{"id":"1"},{"id":"t_2"}]}"#,
        "t_2 - []; misfit data[0].id",
    );
}

#[test]
fn what_is_no_list_is_told() {
    check(&PAGES, "[]", "[200] expected an object with a list in data");
    check(&PAGES, r#"{"id":"1"}"#, "[200] expected a list in data");
    check(
        &PAGES,
        r#"{"data":{"id":"1"}}"#,
        "[200] at data: expected a list",
    );
    check(&PAGES, r#"{"data":"x"}"#, "[200] at data: expected a list");
    let messages = "[200] at messages.data: expected a list";
    check(&conversation(), r#"{"messages":{"data":1}}"#, messages);
    let messages = "[200] at messages: expected an object with a list in data";
    check(&conversation(), r#"{"messages":[]}"#, messages);
    check(
        &conversation(),
        "[]",
        "[200] at messages: expected the messages",
    );
}

#[test]
fn paging_goes_by_cursor_and_ends_without_next() {
    let pages = |paging: &str| format!(r#"{{"data":[],"paging":{paging}}}"#);
    let next = r#""next":"https://graph.facebook.com/v26.0/1/accounts?access_token=user-token""#;
    for (cursors, expected) in [
        (r#"{"before":"b","after":"QVFI=ZD"}"#, "after QVFI=ZD"),
        (r#"{"after":"a/b+c|d~=="}"#, "after a/b+c|d~=="),
        (r#"{"after":"🐌"}"#, "after 🐌"),
        (r#"{"after":12}"#, "after 12"),
        (r#"{"after":""}"#, ""),
        (r#"{"after":null}"#, ""),
        (r#"{"before":"b"}"#, ""),
        ("[]", ""),
        ("null", ""),
    ] {
        check(
            &PAGES,
            &pages(&format!(r#"{{"cursors":{cursors},{next}}}"#)),
            expected,
        );
        check(&PAGES, &pages(&format!(r#"{{"cursors":{cursors}}}"#)), "");
        check(
            &PAGES,
            &pages(&format!(r#"{{"cursors":{cursors},"next":null}}"#)),
            "",
        );
    }
    check(&PAGES, &pages(&format!("{{{next}}}")), "");
    check(&PAGES, &pages("null"), "");
    check(&PAGES, &pages("[]"), "");
    let only_paging = format!(r#"{{"paging":{{"cursors":{{"after":"a"}},{next}}}}}"#);
    check(&PAGES, &only_paging, "after a");
    let nested =
        format!(r#"{{"messages":{{"data":[],"paging":{{"cursors":{{"after":"m"}},{next}}}}}}}"#);
    check(&conversation(), &nested, "after m");
}

#[test]
fn permissions_are_read() {
    check(
        &ListPermissions,
        r#"{"data":[{"permission":"pages_messaging","status":"granted"},
            {"permission":"email","status":"declined","x":1},{"permission":"a"}]}"#,
        "pages_messaging=true; email=false; misfit data[2]",
    );
}

#[test]
fn conversations_are_read() {
    check(
        &conversations(),
        r#"{"data":[
            {"participants":{"data":[{"name":"Ann","email":"7@facebook.com","id":"7"},
                {"name":null,"id":42},{"name":"nobody"},null]},
             "updated_time":"2024-06-06T06:37:17+0000","id":"t_1"},
            {"id":"t_2","updated_time":1717655837,"participants":null},
            {"id":"t_3","updated_time":null,"participants":[]}]}"#,
        "t_1 1717655837 [7/Ann 42/-]; t_2 1717655837 []; t_3 - []",
    );
    let body = r#"{"data":[{"id":"t_1","participants":{"data":[{"id":"42"},{"id":"7"}]}}]}"#;
    let list = conversations().answer(&response(200, body)).unwrap();
    let customer = list.rows[0]
        .customer(&PageId::parse("42").unwrap())
        .unwrap();
    assert_eq!(customer.id.as_str(), "7");
}

#[test]
fn messages_are_read() {
    check(
        &conversation(),
        r#"{"id":"t_1","messages":{"data":[
            {"id":"m_1","message":"Hi\nthere","from":{"name":"Ann","id":"7"},
             "created_time":"2024-06-06T08:37:17+0200"},
            {"id":"m_2","message":"","from":{"name":"Facebook user"},"attachments":{"data":[{}]}},
            {"id":"mid.$cAAB:9","message":null,"from":null,"created_time":null}]}}"#,
        r#"m_1 "Hi\nthere" 7/Ann 1717655837; m_2 "" - -; mid.$cAAB:9 - - -"#,
    );
    check(&conversation(), r#"{"id":"t_1"}"#, "");
    check(&conversation(), r#"{"id":"t_1","messages":null}"#, "");
}

#[test]
fn what_was_sent_is_read() {
    let action = send(Outgoing::Action(SenderAction::MarkSeen));
    check(
        &message(),
        r#"{"recipient_id":"7","message_id":"m_1"}"#,
        "7 m_1",
    );
    check(
        &message(),
        r#"{"message_id":"m_1","recipient_id":7,"x":1}"#,
        "7 m_1",
    );
    check(&message(), r#"{"message_id":"m_1"}"#, "- m_1");
    check(&action, r#"{"recipient_id":"7"}"#, "7 -");
    let missing = "[200] at message_id: expected the ID of the message";
    check(&message(), r#"{"recipient_id":"7"}"#, missing);
    let missing = "[200] at recipient_id: expected the recipient's PSID";
    check(&action, "{}", missing);
}

#[test]
fn facts_of_a_token_are_read() {
    check(
        &DebugToken,
        r#"{"data":{"app_id":1,"type":"PAGE","application":"App","expires_at":0,"is_valid":true,
            "profile_id":"42","scopes":["pages_messaging"],"user_id":"7","metadata":{}}}"#,
        "Page app 1 user 7 page 42 until 0 valid -",
    );
    check(
        &DebugToken,
        r#"{"data":{"error":{"code":190,"message":"expired","subcode":463},"is_valid":false,
            "scopes":null,"user_id":null,"type":"USER"}}"#,
        "User app - user - page - until - invalid 190/463",
    );
    check(
        &DebugToken,
        r#"{"data":{}}"#,
        "- app - user - page - until - invalid -",
    );
    check(
        &DebugToken,
        "{}",
        "[200] at data: expected the token's facts",
    );
    check(
        &DebugToken,
        r#"{"data":null}"#,
        "[200] at data: expected an object",
    );
    check(
        &DebugToken,
        r#"{"data":[]}"#,
        "[200] at data: expected an object",
    );
    let path = "[200] at data.granular_scopes[0].target_ids[1]: the ID is empty";
    let body = r#"{"data":{"granular_scopes":[{"scope":"a","target_ids":["1",""]}]}}"#;
    check(&DebugToken, body, path);
}

#[test]
fn an_error_is_an_error_whatever_the_status() {
    let body = r#"{"error":{"message":"(#100) No matching user found","code":100,"error_subcode":2018001}}"#;
    for status in [200, 400, 403, 500] {
        let expected = format!("[{status} / 100/2018001] (#100) No matching user found");
        check_status(&GetMe, status, body, &expected);
        check_status(&PAGES, status, body, &expected);
        check_status(&DebugToken, status, body, &expected);
        check_status(&message(), status, body, &expected);
    }
    check_status(
        &GetMe,
        400,
        r#"{"error":"invalid_request"}"#,
        "[400 / no code] invalid_request",
    );
    check_status(&GetMe, 400, r#"{"error":{"code":"190"}}"#, "[400 / 190] ");
    check_status(
        &GetMe,
        400,
        r#"{"error":{"message":"x"}}"#,
        "[400 / no code] x",
    );
    check_status(&GetMe, 400, r#"{"error":[1]}"#, "[400 / no code] ");
    check(&PAGES, r#"{"error":false,"data":[]}"#, "");
}

fn graph_error(body: &Value) -> GraphError {
    let error = GetMe.answer(&response(400, &body.to_string())).unwrap_err();
    error.graph().expect("Graph's error").clone()
}

/// The error's keys as they came, from what was read.
pub(crate) fn written_back(error: &GraphError, subcode: &str) -> Map<String, Value> {
    let known = [
        ("message", Some(json!(error.message))),
        ("type", error.kind.as_ref().map(|kind| json!(kind))),
        ("code", error.code.map(|code| json!(code))),
        (subcode, error.subcode.map(|subcode| json!(subcode))),
        ("is_transient", error.is_transient.map(|is| json!(is))),
        (
            "error_user_title",
            error.user_title.as_ref().map(|text| json!(text)),
        ),
        (
            "error_user_msg",
            error.user_message.as_ref().map(|text| json!(text)),
        ),
        ("fbtrace_id", error.trace_id.as_ref().map(|id| json!(id))),
    ];
    let known = known
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    known.chain(rest(error)).collect()
}

/// What was not read, as `serde_json` has it.
fn rest(error: &GraphError) -> Map<String, Value> {
    serde_json::from_str(&graph_api::json::Value::from(error.rest.clone()).to_string()).unwrap()
}

#[test]
fn every_key_of_an_error_is_kept() {
    let error = json!({
        "zz_unknown": [1, {"a": null}], "message": "m", "type": "OAuthException", "code": 10,
        "error_data": {"blame_field_specs": []}, "error_subcode": 2018278, "is_transient": true,
        "error_user_title": "t", "error_user_msg": "u", "fbtrace_id": "A/b+c",
    });
    let read = graph_error(&json!({"error": error}));
    assert_eq!(Value::Object(written_back(&read, "error_subcode")), error);
    assert_eq!(read.documented(), ErrorKind::OutsideWindow);
    assert_eq!(
        rest(&read).keys().collect::<Vec<_>>(),
        ["zz_unknown", "error_data"]
    );

    let odd =
        json!({"message": 5, "code": -1, "type": null, "is_transient": "yes", "subcode": 1.5});
    let read = graph_error(&json!({"error": odd}));
    assert_eq!(Value::Object(rest(&read)), odd);

    let both = json!({"message": "m", "error_subcode": 463, "subcode": 9, "code": "190"});
    let read = graph_error(&json!({"error": both}));
    assert_eq!((read.code, read.subcode), (Some(190), Some(463)));
    assert_eq!(
        rest(&read),
        Map::from_iter([("subcode".to_owned(), json!(9))])
    );
}

#[test]
fn deep_nesting_is_survived() {
    let nested = |depth: usize| {
        let (open, close) = (r#"{"x":["#.repeat(depth / 2), "]}".repeat(depth / 2));
        format!(r#"{{"id":"4","unknown":{open}{close}}}"#)
    };
    check(&GetMe, &nested(100), "4 -");
    for depth in [200, 1_000_000] {
        let error = GetMe.answer(&response(200, &nested(depth))).unwrap_err();
        assert!(matches!(error, AnswerError::NotJson { .. }), "{error}");
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        proptest::sample::select(vec![
            "data",
            "paging",
            "cursors",
            "after",
            "next",
            "error",
            "code",
            "message",
            "type",
            "error_subcode",
            "subcode",
            "is_transient",
            "fbtrace_id",
            "id",
            "name",
            "tasks",
            "access_token",
            "participants",
            "messages",
            "from",
            "created_time",
            "updated_time",
            "permission",
            "status",
            "recipient_id",
            "message_id",
            "app_id",
            "user_id",
            "is_valid",
            "scopes",
            "granular_scopes",
            "scope",
            "target_ids",
            "expires_at",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "(t_|m_)?[0-9]{1,25}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        let pairs = proptest::collection::vec((key.clone(), inner.clone()), 0..6);
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            pairs.prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

pub(crate) fn survives(status: u16, body: &str) {
    fn told<A: Debug>(answer: Result<A, AnswerError>) {
        match answer {
            Ok(answer) => drop(format!("{answer:?}")),
            Err(error) => drop(format!("{error} {error:?}")),
        }
    }
    let response = response(status, body);
    told(GetMe.answer(&response));
    told(DebugToken.answer(&response));
    told(ListPermissions.answer(&response));
    told(PAGES.answer(&response));
    told(conversations().answer(&response));
    told(conversation().answer(&response));
    told(message().answer(&response));
    told(send(Outgoing::Action(SenderAction::TypingOn)).answer(&response));
}

#[test]
fn any_json_is_survived() {
    let cases = (any_json(), any::<String>(), 100..600_u16, 0..200_usize);
    corpora::holds(
        "decoders, all of them",
        &cases,
        |(json, text, status, cut)| {
            survives(status, &json.to_string());
            survives(200, &json!({"data": json}).to_string());
            survives(200, &json!({"data": [json]}).to_string());
            survives(
                200,
                &json!({"messages": {"data": [json], "paging": json}}).to_string(),
            );
            survives(400, &json!({"error": json}).to_string());
            survives(status, &text);
            let body = format!(r#"{{"data":[{{"id":"t_1","name":"{text}\ud800\u00"#);
            survives(status, body.get(..cut.min(body.len())).unwrap_or(&body));
            Ok(())
        },
    );
}

proptest! {
    #[test]
    fn every_key_of_any_error_is_kept(error in any_json()) {
        if let Value::Object(error) = error {
            let read = graph_error(&json!({"error": error}));
            let keys = written_back(&read, "error_subcode");
            let kept = |key: &String| keys.contains_key(key)
                || key == "subcode" && keys.contains_key("error_subcode");
            prop_assert!(error.keys().all(kept), "{:?}", error);
        }
    }

    #[test]
    fn any_whole_cursor_comes_back_as_it_was(cursor in "\\S(\\PC{0,30}\\S)?") {
        let body = json!({"data": [], "paging": {"cursors": {"after": cursor}, "next": "https:"}});
        let list = PAGES.answer(&response(200, &body.to_string())).unwrap();
        let whole = Some(cursor.as_str()).filter(|cursor| !cursor.contains('\u{fffd}'));
        prop_assert_eq!(list.after.as_ref().map(Cursor::as_str), whole);
    }
}
