//! Answers of another shape: values missing, null, of another kind, written twice, nested without end.

use corpora::tell;
use graph_api::endpoints::ListPermissions;
use graph_api::{Endpoint as _, json};
use serde_json::{Value, json};

use crate::answers::{PAGES, conversation, conversations, response, survives};

/// An answer of each endpoint.
fn answers() -> [Value; 8] {
    let row = |id: &str| {
        json!({"id": id, "updated_time": "2026-01-01T00:00:00+0000",
            "participants": {"data": [{"id": "7", "name": "R"}, {"id": "42", "name": "P"}]}})
    };
    let message = |id: &str| {
        json!({"id": id, "message": "Hi", "from": {"id": "7", "name": "R"},
            "created_time": "2026-01-01T00:00:00+0000"})
    };
    let page = |id: &str| json!({"id": id, "name": "P", "category": "C", "tasks": ["MESSAGING"], "access_token": "page-token"});
    let paging = json!({"cursors": {"before": "b", "after": "a"}, "next": "https://x"});
    let facts = json!({"app_id": "1", "application": "A", "type": "PAGE", "expires_at": 0,
        "data_access_expires_at": 1, "is_valid": true, "profile_id": "42", "user_id": "9",
        "scopes": ["s"], "granular_scopes": [{"scope": "s", "target_ids": ["42"]}],
        "error": {"code": 190, "message": "m", "subcode": 463}});
    [
        json!({"id": "4", "name": "N"}),
        json!({"data": facts}),
        json!({"data": [{"permission": "a", "status": "granted"}, {"permission": "b", "status": "declined"}]}),
        json!({"data": [page("42"), page("43")], "paging": paging}),
        json!({"data": [row("t_1"), row("t_2")], "paging": paging}),
        json!({"messages": {"data": [message("m_1"), message("m_2")], "paging": paging}, "id": "t_1"}),
        json!({"recipient_id": "7", "message_id": "m_1"}),
        json!({"error": {"message": "m", "type": "t", "code": 10, "error_subcode": 2_018_278,
            "is_transient": false, "error_user_title": "t", "error_user_msg": "u",
            "fbtrace_id": "f", "error_data": {"a": [1]}}}),
    ]
}

/// The paths of all values in a value.
fn paths(value: &Value, path: &str, out: &mut Vec<String>) {
    out.push(path.to_owned());
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                paths(value, &format!("{path}/{key}"), out);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                paths(value, &format!("{path}/{index}"), out);
            }
        }
        _ => {}
    }
}

/// Takes a value out.
fn without(answer: &Value, path: &str) -> Value {
    let mut answer = answer.clone();
    let (parent, key) = path.rsplit_once('/').unwrap_or_default();
    match answer.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(key)),
        Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
        _ => answer = Value::Null,
    }
    answer
}

#[test]
fn one_bad_value_loses_no_row_but_its_own() {
    let others = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1.5),
        json!("18446744073709551616"),
        json!(""),
        json!("\u{fffd}"),
        json!([]),
        json!(["9"]),
        json!({}),
        json!({"id": "9"}),
        json!([[[]]]),
    ];
    let mut count = 0;
    for answer in answers() {
        let mut all = Vec::new();
        paths(&answer, "", &mut all);
        for path in all {
            let mut changed = vec![without(&answer, &path).to_string()];
            for other in &others {
                let mut answer = answer.clone();
                *answer.pointer_mut(&path).unwrap() = other.clone();
                changed.push(answer.to_string());
                // The same key twice: the later one counts.
                if let Some((_, key)) = path.rsplit_once('/') {
                    let text = answer.to_string();
                    let key = format!("\"{key}\":");
                    changed.push(text.replacen(&key, &format!("{key}{other},{key}"), 1));
                }
            }
            for body in &changed {
                survives(200, body);
                survives(500, body);
                if path.contains("data/0/") {
                    check_second_row(body, &path);
                }
            }
            count += changed.len();
        }
    }
    tell(&format!(
        "answers with a value missing, null, of another kind or written twice: {count}; no row lost but its own"
    ));
}

/// What happens to the first row does not happen to the second.
#[track_caller]
fn check_second_row(body: &str, path: &str) {
    let response = response(200, body);
    let kept = match path {
        it if it.starts_with("/messages") => conversation()
            .answer(&response)
            .is_ok_and(|list| list.rows.iter().any(|row| row.id.as_str() == "m_2")),
        _ if body.contains("permission") => ListPermissions
            .answer(&response)
            .is_ok_and(|list| list.rows.iter().any(|row| row.permission == "b")),
        _ if body.contains("t_2") => conversations()
            .answer(&response)
            .is_ok_and(|list| list.rows.iter().any(|row| row.id.as_str() == "t_2")),
        _ => PAGES
            .answer(&response)
            .is_ok_and(|list| list.rows.iter().any(|row| row.id.as_str() == "43")),
    };
    assert!(kept, "{path}: {body}");
}

#[test]
fn a_million_levels_are_refused_and_survived() {
    const LEVELS: usize = 1_000_000;
    let shapes = [
        ("[", "]"),
        (r#"{"data":"#, "}"),
        (r#"{"error":"#, "}"),
        (r#"[{"a":"#, "}]"),
        (r#"{"messages":{"data":["#, "]}}"),
    ];
    for (open, close) in shapes {
        let whole = format!("{}1{}", open.repeat(LEVELS), close.repeat(LEVELS));
        for body in [whole, open.repeat(LEVELS)] {
            assert!(json::parse(&body).is_err());
            survives(200, &body);
        }
    }
    tell(&format!(
        "nesting: {} bodies of {LEVELS} levels refused by every decoder",
        2 * shapes.len()
    ));
}
