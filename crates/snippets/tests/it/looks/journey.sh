#!/usr/bin/env bash
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
  local what="$1 /$2" url='https://graph.facebook.com/v26.0'/$2 answer error
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

token=${USER_ACCESS_TOKEN:-}
[[ -n $token ]] || stop 'USER_ACCESS_TOKEN is not set.'

pages=$(graph GET me/accounts \
  --data-urlencode 'fields=id,name,category,tasks,access_token' \
  --data-urlencode 'limit=100')
page=$(jq '[.data[] | select(.access_token and (.tasks // [] | contains(["MESSAGING"])))][0] // empty' <<<"$pages")
[[ -n $page ]] || stop 'This token has no Page on which messages may be sent.'
token=$(jq --raw-output .access_token <<<"$page")
page_id=$(jq --raw-output .id <<<"$page")

conversations=$(graph GET "$page_id/conversations" \
  --data-urlencode 'platform=messenger' \
  --data-urlencode 'fields=participants,updated_time')
conversation=$(jq '.data[0] // empty' <<<"$conversations")
[[ -n $conversation ]] || stop "Nobody has written to the Page yet."
person=$(jq --arg page "$page_id" '[.participants.data[] | select(.id != $page)][0] // empty' <<<"$conversation")
[[ -n $person ]] || stop "Graph names nobody in the newest conversation."

messages=$(graph GET "$(jq --raw-output '.id | @uri' <<<"$conversation")" \
  --data-urlencode 'fields=messages{message,from,created_time}')
jq --raw-output '"Newest message: \(.messages.data[0].message)"' <<<"$messages"
jq --raw-output '"Replying to \(.name), PSID \(.id)"' <<<"$person"

sent=$(graph POST "$page_id/messages" \
  --data-urlencode "recipient=$(jq --compact-output '{id}' <<<"$person")" \
  --data-urlencode 'messaging_type=RESPONSE' \
  --data-urlencode 'message={"text":"It'\''s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}')
jq --raw-output '"Sent: \(.message_id)"' <<<"$sent"
