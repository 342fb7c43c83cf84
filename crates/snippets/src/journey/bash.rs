//! The journey in bash, with curl and jq.

use crate::code::{Code, Ink};
use crate::parts::Pair;
use crate::snippet::bash::{DIALECT, parameters, word};

use super::{Plan, plain};

const HEAD: &str = r#"#!/usr/bin/env bash
# Finds the Page, its newest conversation and the person in it, and replies.
# Save it as first-reply.sh, and run: bash first-reply.sh
set -euo pipefail

stop() {
  echo "$1" >&2
  exit 1
}

for tool in curl jq; do
  command -v "$tool" >/dev/null || stop "This needs $tool."
done

# Asks Graph. Says what it refuses, and stops.
graph() {
  local what="$1 /$2" url=«base»/$2 answer error
  shift 2
  if [[ $what == GET* ]]; then
    set -- --get "$@"
  fi
  set -- --silent --show-error "$@" --data-urlencode "access_token=$token"
  answer=$(curl "$url" "$@") || stop "$what: nothing came"
  error=$(jq --raw-output 'if .error then "(\(.error.code)) \(.error.message)" else "none" end' <<<"$answer" 2>/dev/null) || true
  [[ $error == none ]] || stop "$what: ${error:-no JSON came}"
  echo "$answer"
}

«token»
"#;

const FROM_USER: &str = r#"
pages=$(graph GET me/accounts«pages»)
page=$(jq «choose» <<<"$pages")
[[ -n $page ]] || stop «no page»
token=$(jq --raw-output .access_token <<<"$page")
"#;

const FROM_PAGE: &str = r#"
page=$(graph GET me«me»)
"#;

const REST: &str = r#"page_id=$(jq --raw-output .id <<<"$page")

conversations=$(graph GET "$page_id/conversations"«conversations»)
conversation=$(jq '.data[0] // empty' <<<"$conversations")
[[ -n $conversation ]] || stop "Nobody has written to the Page yet."
person=$(jq --arg page "$page_id" '[.participants.data[] | select(.id != $page)][0] // empty' <<<"$conversation")
[[ -n $person ]] || stop "Graph names nobody in the newest conversation."

messages=$(graph GET "$(jq --raw-output '.id | @uri' <<<"$conversation")"«messages»)
jq --raw-output '"Newest message: \(.messages.data[0].message)"' <<<"$messages"
jq --raw-output '"Replying to \(.name), PSID \(.id)"' <<<"$person"

sent=$(graph POST "$page_id/messages" \
  --data-urlencode "recipient=$(jq --compact-output '{id}' <<<"$person")"«reply»)
jq --raw-output '"Sent: \(.message_id)"' <<<"$sent""#;

pub(crate) fn journey(plan: &Plan) -> Code {
    let list = |pairs: &[Pair]| parameters(pairs);
    let name = &plan.token.variable;
    let variable = Code::from_iter([(Ink::Variable, format!("${{{name}:-}}"))]);
    let token = match plan.token.blank() {
        Some(blank) => {
            let mut token = plain("token=");
            token.text("'");
            token.append(&Code::from_iter([blank]));
            token.text("'");
            token
        }
        None => DIALECT.fill(
            "token=«variable»\n[[ -n $token ]] || stop «why»",
            &[
                ("variable", &variable),
                ("why", &word(&format!("{name} is not set."))),
            ],
        ),
    };
    let choice = match &plan.page {
        Some(id) => format!(".id == \"{id}\""),
        None => "(.tasks // [] | contains([\"MESSAGING\"]))".to_owned(),
    };
    let choose = format!("[.data[] | select(.access_token and {choice})][0] // empty");
    let holes = [
        ("base", &word(&plan.base)),
        ("token", &token),
        ("choose", &word(&choose)),
        ("no page", &word(&plan.no_page())),
        ("pages", &list(&plan.pages)),
        ("me", &list(&plan.me)),
        ("conversations", &list(&plan.conversations)),
        ("messages", &list(&plan.messages)),
        ("reply", &list(&plan.reply)),
    ];
    plan.write(&DIALECT, &[HEAD], [FROM_USER, FROM_PAGE], REST, &holes)
}
