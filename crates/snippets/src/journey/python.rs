//! The journey in Python.

use crate::code::Code;
use crate::parts::TokenFrom;
use crate::snippet::python::{DIALECT, PYTHON};

use super::Plan;

const HEAD: &str = r#"# Finds the Page, its newest conversation and the person in it, and replies.
# Needs: pip install requests
import json
import os
import sys
from urllib.parse import quote

import requests

GRAPH = «base»


def graph(method, path, token, params):
    """Asks Graph. Says what it refuses, and stops."""
    place = "params" if method == "GET" else "data"
    params = {place: [*params, ("access_token", token)]}
    try:
        response = requests.request(method, f"{GRAPH}/{path}", timeout=60, **params)
    except requests.RequestException as problem:
        # Its words would show the address with the token.
        sys.exit(f"{method} /{path}: {type(problem).__name__}")
    try:
        answer = response.json()
    except ValueError:
        sys.exit(f"{method} /{path}: HTTP {response.status_code}, and no JSON")
    if "error" in answer:
        error = answer["error"]
        sys.exit(f"{method} /{path}: ({error.get('code')}) {error.get('message')}")
    return answer


token = «token»
"#;

const FROM_USER: &str = r#"
pages = graph("GET", "me/accounts", token, [
«pages»])["data"]
page = next((page for page in pages if page.get("access_token") and «choice»), None)
if page is None:
    sys.exit(«no page»)
token = page["access_token"]
"#;

const FROM_PAGE: &str = r#"
page = graph("GET", "me", token, [
«me»])
"#;

const REST: &str = r#"
conversations = graph("GET", f"{page['id']}/conversations", token, [
«conversations»])["data"]
if not conversations:
    sys.exit("Nobody has written to the Page yet.")
conversation = conversations[0]
people = conversation["participants"]["data"]
person = next((one for one in people if one["id"] != page["id"]), None)
if person is None:
    sys.exit("Graph names nobody in the newest conversation.")

answer = graph("GET", quote(conversation["id"], safe=""), token, [
«messages»])
for message in answer.get("messages", {}).get("data", [])[:1]:
    print("Newest message:", message.get("message"))
print(f"Replying to {person.get('name')}, PSID {person['id']}")

sent = graph("POST", f"{page['id']}/messages", token, [
    ("recipient", json.dumps({"id": person["id"]})),
«reply»])
print("Sent:", sent["message_id"])"#;

pub(crate) fn journey(plan: &Plan) -> Code {
    let values = plan.values(&PYTHON, ["(", ", ", "),"], 4);
    let mut token = PYTHON.secret("", &plan.token);
    if plan.token.from == TokenFrom::Environment {
        let name = &plan.token.variable;
        token = DIALECT.fill(
            "os.environ.get(«name») or sys.exit(«why»)",
            &[
                ("name", &PYTHON.literal(name)),
                ("why", &PYTHON.literal(&format!("{name} is not set."))),
            ],
        );
    }
    let choice = match &plan.page {
        Some(id) => DIALECT.fill("page[\"id\"] == «id»", &[("id", &PYTHON.literal(id))]),
        None => DIALECT.fill("\"MESSAGING\" in page.get(\"tasks\", [])", &[]),
    };
    let holes = values.holes(&[("token", &token), ("choice", &choice)]);
    plan.write(&DIALECT, &[HEAD], [FROM_USER, FROM_PAGE], REST, &holes)
}
