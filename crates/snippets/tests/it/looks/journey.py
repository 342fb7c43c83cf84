# Finds the Page, its newest conversation and the person in it, and replies.
# Needs: pip install requests
import json
import os
import sys
from urllib.parse import quote

import requests

GRAPH = "https://graph.facebook.com/v26.0"


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


token = os.environ.get("USER_ACCESS_TOKEN") or sys.exit("USER_ACCESS_TOKEN is not set.")

pages = graph("GET", "me/accounts", token, [
    ("fields", "id,name,category,tasks,access_token"),
    ("limit", "100"),
])["data"]
page = next((page for page in pages if page.get("access_token") and "MESSAGING" in page.get("tasks", [])), None)
if page is None:
    sys.exit("This token has no Page on which messages may be sent.")
token = page["access_token"]

conversations = graph("GET", f"{page['id']}/conversations", token, [
    ("platform", "messenger"),
    ("fields", "participants,updated_time"),
])["data"]
if not conversations:
    sys.exit("Nobody has written to the Page yet.")
conversation = conversations[0]
people = conversation["participants"]["data"]
person = next((one for one in people if one["id"] != page["id"]), None)
if person is None:
    sys.exit("Graph names nobody in the newest conversation.")

answer = graph("GET", quote(conversation["id"], safe=""), token, [
    ("fields", "messages{message,from,created_time}"),
])
for message in answer.get("messages", {}).get("data", [])[:1]:
    print("Newest message:", message.get("message"))
print(f"Replying to {person.get('name')}, PSID {person['id']}")

sent = graph("POST", f"{page['id']}/messages", token, [
    ("recipient", json.dumps({"id": person["id"]})),
    ("messaging_type", "RESPONSE"),
    ("message", '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'),
])
print("Sent:", sent["message_id"])
