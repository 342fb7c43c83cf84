// Finds the Page, its newest conversation and the person in it, and replies.

function stop(why) {
  throw new Error(why);
}

// Asks Graph. Says what it refuses, and stops.
async function graph(method, path, token, params) {
  const form = new URLSearchParams([...params, ["access_token", token]]);
  const url = "https://graph.facebook.com/v26.0/" + path;
  const response = await (method === "GET"
    ? fetch(`${url}?${form}`)
    : fetch(url, { method, body: form }));
  const answer = await response.json().catch(() => undefined);
  if (!answer) {
    stop(`${method} /${path}: HTTP ${response.status}, and no JSON`);
  }
  if (answer.error) {
    stop(`${method} /${path}: (${answer.error.code}) ${answer.error.message}`);
  }
  return answer;
}

let token = "<USER_ACCESS_TOKEN>";

const pages = await graph("GET", "me/accounts", token, [
  ["fields", "id,name,category,tasks,access_token"],
  ["limit", "100"],
]);
const page = pages.data.find((page) => page.access_token && page.tasks?.includes("MESSAGING"));
if (!page) {
  stop("This token has no Page on which messages may be sent.");
}
token = page.access_token;

const conversations = await graph("GET", `${page.id}/conversations`, token, [
  ["platform", "messenger"],
  ["fields", "participants,updated_time"],
]);
const conversation = conversations.data[0];
if (!conversation) {
  stop("Nobody has written to the Page yet.");
}
const person = conversation.participants.data.find((one) => one.id !== page.id);
if (!person) {
  stop("Graph names nobody in the newest conversation.");
}

const answer = await graph("GET", encodeURIComponent(conversation.id), token, [
  ["fields", "messages{message,from,created_time}"],
]);
console.log("Newest message:", answer.messages?.data[0]?.message);
console.log(`Replying to ${person.name}, PSID ${person.id}`);

const sent = await graph("POST", `${page.id}/messages`, token, [
  ["recipient", JSON.stringify({ id: person.id })],
  ["messaging_type", "RESPONSE"],
  ["message", '{"text":"It\'s “ok” for $5! 100%","quick_replies":[{"content_type":"text","title":"Yes","payload":"YES"}]}'],
]);
console.log("Sent:", sent.message_id);
