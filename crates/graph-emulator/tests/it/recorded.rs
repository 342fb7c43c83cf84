//! The same keys in the same order as replies of the real API, where there are recorded ones.

use std::fs;

use graph_api::{GraphTime, HttpRequest, Method};
use graph_emulator::{Scenario, World};
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");
const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);

/// A recorded reply; nothing, and a word about it, where the folder is absent.
fn recorded(name: &str) -> Option<Value> {
    if !fs::exists(FOLDER).unwrap() {
        println!("{name}: not checked, since there are no recorded answers here");
        return None;
    }
    let text = fs::read_to_string(format!("{FOLDER}/{name}.json")).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

struct Stage {
    world: World,
    user: String,
    page: String,
    app: String,
    page_id: String,
    psid: String,
    conversation: String,
}

impl Stage {
    fn new() -> Self {
        let mut world = World::new(1, NOW);
        let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
        world.customer_writes(NOW, &page, &psid, "Hello!").unwrap();
        let keys = world.keys(NOW);
        Self {
            world,
            user: keys.user_token,
            page: keys.page_token,
            app: keys.app_token,
            page_id: page,
            psid,
            conversation: keys.conversation_id.unwrap(),
        }
    }

    fn with(scenario: Scenario) -> Self {
        let mut stage = Self::new();
        stage.world.set_scenario(NOW, scenario);
        stage
    }

    fn granting(permissions: &[&str]) -> Self {
        let mut stage = Self::new();
        stage.user = stage.world.user_token_with(NOW, permissions);
        stage.page = stage.world.keys_of(stage.user.clone()).page_token;
        stage
    }

    fn ask(&mut self, method: Method, path: &str, params: &[(&str, &str)], token: &str) -> Value {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(params);
        if !token.is_empty() {
            query.append_pair("access_token", token);
        }
        let url = format!("https://graph.facebook.com/v26.0/{path}?{}", query.finish());
        let request = HttpRequest {
            method,
            url,
            headers: Vec::new(),
            body: None,
        };
        serde_json::from_str(&self.world.handle(NOW, &request).response.body).unwrap()
    }

    fn get(&mut self, path: &str, token: &str) -> Value {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let params: Vec<_> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .collect();
        self.ask(Method::Get, path, &params, token)
    }

    fn send(&mut self, recipient: &str, message: &str) -> Value {
        let params = [("recipient", recipient), ("message", message)];
        let token = self.page.clone();
        self.ask(Method::Post, "me/messages", &params, &token)
    }

    fn tell(&mut self, message: &str) -> Value {
        let recipient = format!("{{id:{}}}", self.psid);
        self.send(&recipient, message)
    }
}

/// Keys in order, without the values; of a list, the first row.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let parts = object
                .iter()
                .map(|(key, value)| format!("{key}:{}", shape(value)));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(","))
        }
        Value::Array(rows) => format!("[{}]", rows.first().map(shape).unwrap_or_default()),
        _ => String::new(),
    }
}

#[track_caller]
fn check_error(name: &str, mut made: Value) {
    let Some(mut real) = recorded(name) else {
        return;
    };
    // Each reply has a trace ID of its own, and some recordings lack it.
    for reply in [&mut made, &mut real] {
        let error = reply["error"].as_object_mut().unwrap();
        error.shift_remove("fbtrace_id");
    }
    assert_eq!(made.to_string(), real.to_string(), "{name}");
}

#[track_caller]
fn check_shape(name: &str, made: &Value, change: impl FnOnce(&mut Value)) {
    let Some(mut real) = recorded(name) else {
        return;
    };
    change(&mut real);
    assert_eq!(shape(made), shape(&real), "{name}");
}

fn same(_: &mut Value) {}

#[test]
fn errors_of_tokens() {
    let stage = &mut Stage::new();
    let (user, page, app) = (stage.user.clone(), stage.page.clone(), stage.app.clone());
    check_error("error_190_cannot_parse", stage.get("me", "nonsense"));
    check_error(
        "error_190_could_not_be_decrypted_1",
        stage.get("me", "practice-nonsense"),
    );
    let conversations = format!("{}/conversations", stage.page_id);
    check_error(
        "error_190_page_token_required",
        stage.get(&conversations, &user),
    );
    check_error("error_2500_me_without_user", stage.get("me", ""));
    check_error("error_104_no_token", stage.get("42", ""));
    let inspect = format!("debug_token?input_token={user}");
    let name = "debug_token_error_must_provide_an_app_access_token_or_a_user_access_token";
    check_error(name, stage.get(&inspect, &page));
    check_error(
        "error_100_nonexisting_field_accounts_on_Page",
        stage.get("me/accounts", &page),
    );
    let path = format!("{}/conversations", app.split('|').next().unwrap());
    check_error(
        "error_100_nonexisting_field_conversations_on_Application",
        stage.get(&path, &app),
    );
    let path = stage.page_id.clone();
    check_error(
        "error_100_object_missing_permission_page",
        stage.get(&path, &app),
    );

    let stage = &mut Stage::with(Scenario::TokenExpired);
    let mut expired = stage.get("me", &user);
    let text = expired["error"]["message"].as_str().unwrap().to_owned();
    let expected = "Error validating access token: Session has expired on Monday, 23-Nov-26 \
        04:00:00 PST. The current time is Monday, 23-Nov-26 04:00:00 PST.";
    assert_eq!(text, expected);
    if let Some(real) = recorded("error_190_463_2") {
        expired["error"]["message"] = real["error"]["message"].clone();
        check_error("error_190_463_2", expired);
    }
}

#[test]
fn errors_of_permissions() {
    let all = [
        "pages_messaging",
        "pages_read_engagement",
        "pages_manage_metadata",
    ];
    let refused = |granted: &[&str], path: &str| {
        let mut stage = Stage::granting(granted);
        let token = if path == "me/accounts" {
            &stage.user
        } else {
            &stage.page
        };
        let token = token.clone();
        stage.get(path, &token)
    };
    check_error("error_230", refused(&all[1..], "me/conversations"));
    check_error("error_283", refused(&[all[0], all[2]], "me/conversations"));
    check_error(
        "error_190_impersonate_2026",
        refused(&[], "me/conversations"),
    );
    check_error("error_200_not_authorized_2", refused(&[], "me/accounts"));
}

#[test]
fn errors_of_paths() {
    let stage = &mut Stage::new();
    let user = stage.user.clone();
    check_error("error_803_1", stage.get("sfdsafdasf", &user));
    check_error("error_2500_unknown_path_1", stage.get("me/bogus", &user));
    let url = format!("https://graph.facebook.com/v2.80/me/adaccounts?access_token={user}");
    let request = HttpRequest {
        method: Method::Get,
        url,
        headers: Vec::new(),
        body: None,
    };
    let response = stage.world.handle(NOW, &request).response;
    check_error(
        "error_2500_bad_version",
        serde_json::from_str(&response.body).unwrap(),
    );
    check_error("error_100_unsupported_get_old", stage.get("", &user));
}

#[test]
fn errors_of_sends() {
    let stage = &mut Stage::new();
    check_error("error_100_2018001_2", stage.send("{id:42}", "{text:hi}"));
    check_error(
        "error_100_recipient_id_invalid",
        stage.send("{id:PSID}", "{text:hi}"),
    );
    let both = "{text:hi,attachment:{type:image,payload:{url:'https://e.example/a'}}}";
    check_error("error_100_2018018", stage.tell(both));
    let upload = "{attachment:{type:image,payload:{url:nowhere}}}";
    check_error("error_100_2018047_upload", stage.tell(upload));
    let keys = "{text:hi,quick_replies:[{content_type:text,title:a,id:b}]}";
    check_error("error_100_invalid_keys", stage.tell(keys));
    let long = "{text:hi,quick_replies:[{content_type:text,title:a},{content_type:text,title:'A title of 21 letters'}]}";
    check_error("error_100_quick_reply_title", stage.tell(long));
    for (name, scenario) in [
        ("error_10_2018278_1", Scenario::WindowClosed),
        ("error_10_2018300", Scenario::OtherAppThread),
        ("error_551_1545041_1", Scenario::PersonUnavailable),
        ("error_100_2018001_3", Scenario::WrongPsid),
        ("error_1200_2018024", Scenario::TemporaryFailure),
        ("error_4_1", Scenario::RateLimit),
    ] {
        check_error(name, Stage::with(scenario).tell("{text:hi}"));
    }
    let stage = &mut Stage::with(Scenario::TemporaryFailure);
    let user = stage.user.clone();
    check_error("error_2_service_unavailable_2", stage.get("me", &user));
}

#[test]
fn answers() {
    let stage = &mut Stage::new();
    let (user, page) = (stage.user.clone(), stage.page.clone());
    check_shape(
        "me_accounts_real_cursors",
        &stage.get("me/accounts", &user),
        same,
    );
    let part = stage.get("me/accounts?summary=1&limit=2", &user);
    check_shape("me_accounts_p1", &part, same);
    let next = part["paging"]["cursors"]["after"].as_str().unwrap();
    let last = stage.get(
        &format!("me/accounts?summary=1&limit=2&after={next}"),
        &user,
    );
    check_shape("me_accounts_p2", &last, same);
    let empty = Stage::with(Scenario::NoPages).get("me/accounts", &user);
    check_shape("me_accounts_empty", &empty, same);
    check_shape(
        "me_permissions_1",
        &stage.get("me/permissions", &user),
        same,
    );
    let path = "me/conversations?fields=participants,messages{id,message,created_time}";
    check_shape(
        "conversations_participants_messages",
        &stage.get(path, &page),
        same,
    );
    let fields = "id,link,message_count,snippet,unread_count,updated_time";
    let path = format!("{}?fields={fields}", stage.conversation);
    check_shape("conversation_1", &stage.get(&path, &page), same);
    check_shape("send_200_text", &stage.tell("{text:hi}"), same);
    check_shape(
        "send_200_image",
        &stage.tell("{attachment:{type:image,payload:{url:'https://e.example/a'}}}"),
        same,
    );
    // Sent as they were recorded, to the customer of this world.
    for name in ["button_template", "generic_template"] {
        let Some(request) = recorded(&format!("send_200_{name}.request")) else {
            return;
        };
        let sent = stage.tell(&request["message"].to_string());
        check_shape(&format!("send_200_{name}"), &sent, same);
    }
}

#[test]
fn a_message_with_an_image() {
    let stage = &mut Stage::new();
    let page = stage.page.clone();
    let all = stage.get("me/conversations?fields=messages{id,attachments}", &page);
    let conversations = all["data"].as_array().unwrap().iter();
    let mut messages = conversations.flat_map(|it| it["messages"]["data"].as_array().unwrap());
    let with = messages.find(|it| it.get("attachments").is_some()).unwrap();
    let id = with["id"].as_str().unwrap();
    let path = format!("{id}?fields=id,created_time,from,to,tags,attachments");
    // The recording has a next part, of which nothing is known.
    check_shape("message_with_image", &stage.get(&path, &page), |real| {
        let paging = real.pointer_mut("/attachments/paging").unwrap();
        paging.as_object_mut().unwrap().shift_remove("next");
    });
}

#[test]
fn inspected_tokens() {
    let stage = &mut Stage::new();
    let (user, page, app) = (stage.user.clone(), stage.page.clone(), stage.app.clone());
    let mut inspect = |input: &str, with: &str| {
        let params = [("input_token", input)];
        stage.ask(Method::Get, "debug_token", &params, with)
    };
    check_shape("debug_token_example_2", &inspect(&user, &user), same);
    check_shape("debug_token_app_access_token", &inspect(&app, &app), same);
    check_shape(
        "debug_token_cannot_parse_access_token",
        &inspect("nonsense", &app),
        same,
    );
    let mut of_page = inspect(&page, &page);
    of_page["data"]
        .as_object_mut()
        .unwrap()
        .shift_remove("issued_at"); // Only some tokens tell it.
    check_shape("debug_token_page_access_token", &of_page, same);
    stage.world.set_scenario(NOW, Scenario::TokenExpired);
    let params = [("input_token", user.as_str())];
    let mut expired = stage.ask(Method::Get, "debug_token", &params, &app);
    expired["data"]
        .as_object_mut()
        .unwrap()
        .shift_remove("granular_scopes"); // The recording has none.
    check_shape("debug_token_user_access_token_3", &expired, same);
}
