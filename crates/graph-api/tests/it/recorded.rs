//! The folder lies beside the project and is no part of it: where it is absent, each test says so
//! and passes.

use std::fs;
use std::path::Path;

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::send_message::{MessagingType, Outgoing};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{
    AnswerError, ConversationId, Endpoint, ErrorKind, HttpResponse, Listing, PageId, Psid,
};
use serde_json::{Value, json};

use crate::answers::written_back;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");

/// Not an answer to any of our calls, though the name looks like one: why, and what is said of it.
const OTHER_SHAPES: [(&str, &str, &str); 3] = [
    (
        "conversations_by_ids.json",
        "a map, from `?ids=`, which Graph refuses since October 2026",
        "[200] expected a list in data",
    ),
    (
        "debug_token_user_2019.json",
        "whoever kept it wrote `appId` and `userId` over the IDs",
        "[200] at data.app_id: the ID has characters other than digits",
    ),
    (
        "debug_token_user_2019_scopes.json",
        "kept without the `data` around it",
        "[200] at data: expected the token's facts",
    ),
];

struct Recorded {
    name: String,
    body: String,
}

impl Recorded {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    #[track_caller]
    fn answer<E: Endpoint>(&self, endpoint: &E) -> E::Answer {
        match self.result(endpoint) {
            Ok(answer) => answer,
            Err(error) => panic!("{}: {error}", self.name),
        }
    }

    fn result<E: Endpoint>(&self, endpoint: &E) -> Result<E::Answer, AnswerError> {
        read(endpoint, &self.body)
    }
}

fn read<E: Endpoint>(endpoint: &E, body: &str) -> Result<E::Answer, AnswerError> {
    let body = body.to_owned();
    endpoint.answer(&HttpResponse {
        status: 200,
        headers: Vec::new(),
        body,
    })
}

/// The recorded answers whose names start so, at least this many; none where the folder is absent.
#[track_caller]
fn recorded(prefix: &str, at_least: usize) -> Vec<Recorded> {
    if !Path::new(FOLDER).is_dir() {
        println!("{prefix}: not checked, since there are no recorded answers here");
        return Vec::new();
    }
    let entries = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap());
    let mut found: Vec<_> = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name.starts_with(prefix) && name.ends_with(".json"))
        .filter(|(name, _)| !name.contains(".request.") && !name.contains(".headers."))
        .filter(|(name, _)| OTHER_SHAPES.iter().all(|(other, ..)| other != name))
        .map(|(name, path)| {
            let body = fs::read_to_string(path).unwrap();
            Recorded { name, body }
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    println!("{prefix}: {} recorded answers", found.len());
    assert!(
        found.len() >= at_least,
        "{prefix}: {} of {at_least}",
        found.len()
    );
    found
}

/// What was read equals what the JSON says, row by row.
#[track_caller]
fn check_ids<T>(list: &Listing<T>, id: impl Fn(&T) -> &str, body: &Value, name: &str) {
    let there = body["data"].as_array().unwrap();
    let there = there.iter().map(|row| row["id"].as_str().unwrap());
    let read = list.rows.iter().map(id);
    assert_eq!(
        read.collect::<Vec<_>>(),
        there.collect::<Vec<_>>(),
        "{name}"
    );
    assert_eq!(list.misfits, [], "{name}");
    let after = body["paging"]["cursors"]["after"].as_str();
    let after = after.filter(|_| body["paging"]["next"].is_string());
    assert_eq!(
        list.after.as_ref().map(graph_api::Cursor::as_str),
        after,
        "{name}"
    );
}

#[test]
fn pages() {
    for file in recorded("me_accounts_", 6) {
        let (list, json) = (file.answer(&ListPages::default()), file.json());
        check_ids(&list, |page| page.id.as_str(), &json, &file.name);
        for (page, json) in list.rows.iter().zip(json["data"].as_array().unwrap()) {
            assert_eq!(Some(page.title()), json["name"].as_str());
            let token = page
                .access_token
                .as_ref()
                .map(graph_api::PageAccessToken::expose);
            assert_eq!(token, json["access_token"].as_str());
            let tasks = page.tasks.as_ref().map(|tasks| json!(tasks));
            assert_eq!(tasks.as_ref(), json.get("tasks"));
            assert!(page.allows(ListConversations::SPEC.tasks));
        }
        let more = file.name == "me_accounts_p1.json";
        assert_eq!(list.after.is_some(), more, "{}", file.name);
    }
}

#[test]
fn permissions() {
    for file in recorded("me_permissions_", 1) {
        let (list, json) = (file.answer(&ListPermissions), file.json());
        let read = list
            .rows
            .iter()
            .map(|row| json!({"permission": row.permission, "status": row.status}));
        assert_eq!(read.collect::<Value>(), json["data"]);
        assert_eq!(list.rows.iter().filter(|row| row.is_granted()).count(), 2);
    }
}

#[test]
fn tokens() {
    for file in recorded("debug_token_", 16) {
        let json = file.json();
        if json.get("error").is_some() {
            check_error(&file, file.result(&DebugToken).map(drop), &json);
            continue;
        }
        let (facts, data) = (file.answer(&DebugToken), &json["data"]);
        assert_eq!(
            Some(facts.is_valid),
            data["is_valid"].as_bool(),
            "{}",
            file.name
        );
        assert_eq!(facts.kind.as_deref(), data["type"].as_str());
        assert_eq!(
            facts.app_id.as_ref().map(graph_api::AppId::as_str),
            data["app_id"].as_str()
        );
        assert_eq!(
            facts.user_id.as_ref().map(graph_api::UserId::as_str),
            data["user_id"].as_str()
        );
        assert_eq!(
            facts.profile_id.as_ref().map(graph_api::PageId::as_str),
            data["profile_id"].as_str()
        );
        assert_eq!(facts.expires_at, data["expires_at"].as_i64());
        assert_eq!(json!(facts.scopes), data["scopes"]);
        let granular = data["granular_scopes"].as_array().map_or(0, Vec::len);
        assert_eq!(facts.granular_scopes.len(), granular);
        for (read, json) in facts
            .granular_scopes
            .iter()
            .zip(data["granular_scopes"].as_array().unwrap_or(&vec![]))
        {
            let ids = read.target_ids.as_ref();
            let targets = ids.map(|ids| ids.iter().map(PageId::as_str).collect::<Value>());
            assert_eq!(targets.as_ref(), json.get("target_ids"));
        }
        let error = facts
            .error
            .map(|error| Value::Object(written_back(&error, "subcode")));
        assert_eq!(error.as_ref(), data.get("error"), "{}", file.name);
    }
}

#[test]
fn lists_of_conversations() {
    let page = PageId::parse("322980254230386").unwrap();
    for file in recorded("conversations_", 2) {
        let endpoint = ListConversations {
            page: page.clone(),
            with: None,
            after: None,
        };
        let (list, json) = (file.answer(&endpoint), file.json());
        check_ids(&list, |row| row.id.as_str(), &json, &file.name);
        for (row, json) in list.rows.iter().zip(json["data"].as_array().unwrap()) {
            assert_eq!(row.participants.len(), 2, "{}", file.name);
            let customer = row.customer(&page).unwrap().id.as_str();
            let first = json["participants"]["data"][0]["id"].as_str();
            assert_eq!(Some(customer), first);
            check_messages(&row.id, json, &file.name);
        }
    }
}

/// A conversation that was asked for alone, read as the only row of a list.
fn row(json: &Value) -> ConversationRow {
    let endpoint = ListConversations {
        page: PageId::parse("1").unwrap(),
        with: None,
        after: None,
    };
    let list = read(&endpoint, &json!({ "data": [json] }).to_string()).unwrap();
    list.rows.into_iter().next().unwrap()
}

#[test]
fn conversations() {
    for file in recorded("conversation_", 2) {
        let json = file.json();
        let row = row(&json);
        assert_eq!(Some(row.id.as_str()), json["id"].as_str());
        let day = json["updated_time"].as_str().unwrap();
        assert_eq!(row.updated_time.unwrap().to_string(), day);
        check_messages(&row.id, &json, &file.name);
    }
}

/// A conversation reads the same alone and as a row of a list.
#[track_caller]
fn check_messages(id: &ConversationId, json: &Value, name: &str) {
    let conversation = id.clone();
    let list = read(&GetConversation { conversation }, &json.to_string()).unwrap();
    let Some(messages) = json.get("messages") else {
        assert_eq!(list.rows, [], "{name}");
        return;
    };
    check_ids(&list, |message| message.id.as_str(), messages, name);
    for (row, json) in list.rows.iter().zip(messages["data"].as_array().unwrap()) {
        assert_eq!(row.message.as_deref(), json["message"].as_str());
        assert_eq!(
            row.sender().map(graph_api::ObjectId::as_str),
            json["from"]["id"].as_str()
        );
        let time = row.created_time.map(|time| time.to_string());
        assert_eq!(time.as_deref(), json["created_time"].as_str());
    }
}

#[test]
fn sent_messages() {
    let endpoint = SendMessage {
        page: PageId::parse("1").unwrap(),
        to: Psid::parse("2").unwrap(),
        what: Outgoing::Message {
            text: "Hello".to_owned(),
            quick_replies: Vec::new(),
            kind: MessagingType::Response,
        },
    };
    for file in recorded("send_200_", 7) {
        let (sent, json) = (file.answer(&endpoint), file.json());
        assert_eq!(
            Some(sent.recipient_id.unwrap().as_str()),
            json["recipient_id"].as_str()
        );
        assert_eq!(
            Some(sent.message_id.unwrap().as_str()),
            json["message_id"].as_str()
        );
    }
}

#[track_caller]
fn check_error(file: &Recorded, answer: Result<(), AnswerError>, json: &Value) {
    let error = answer.unwrap_err();
    let error = error.graph().expect(&file.name);
    let json = &json["error"];
    assert_eq!(error.code, json["code"].as_u64(), "{}", file.name);
    assert_eq!(
        error.subcode,
        json["error_subcode"].as_u64(),
        "{}",
        file.name
    );
    let back = Value::Object(written_back(error, "error_subcode"));
    assert_eq!(back, *json, "{}", file.name);
    let known = error.documented() != ErrorKind::Other;
    assert_eq!(
        known,
        error.code.is_some(),
        "{}: {}",
        file.name,
        error.label()
    );
}

#[test]
fn errors() {
    for file in recorded("error_", 64) {
        let json = file.json();
        check_error(&file, file.result(&GetMe).map(drop), &json);
        check_error(&file, file.result(&ListPages::default()).map(drop), &json);
        // error_CODE or error_CODE_SUBCODE, where the rest of the name says something else.
        let code = file.name.split(['_', '.']).nth(1).unwrap().parse().ok();
        let read = json["error"]["code"].as_u64();
        assert!(read.is_none() || read == code, "{}", file.name);
    }
}

#[test]
fn other_shapes_are_told() {
    let conversations = ListConversations {
        page: PageId::parse("1").unwrap(),
        with: None,
        after: None,
    };
    for (name, why, expected) in OTHER_SHAPES {
        let Ok(body) = fs::read_to_string(Path::new(FOLDER).join(name)) else {
            println!("{name}: not checked, since it is not here");
            continue;
        };
        println!("{name}: {why}");
        let result = match name.starts_with("conversations_") {
            true => read(&conversations, &body).map(drop),
            false => read(&DebugToken, &body).map(drop),
        };
        assert_eq!(result.unwrap_err().to_string(), expected);
    }
}
