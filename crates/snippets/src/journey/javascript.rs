//! The journey in JavaScript, for the console of a browser and for Node.

use crate::code::Code;
use crate::expression::Expressions;
use crate::parts::{Secret, TokenFrom};
use crate::snippet::javascript::{BROWSER, DIALECT, NODE};

use super::Plan;

const REMARK: &str =
    "// Finds the Page, its newest conversation and the person in it, and replies.\n";

const STOP_IN_BROWSER: &str = r#"
function stop(why) {
  throw new Error(why);
}
"#;

const STOP_IN_NODE: &str = r#"// Save it as first-reply.mjs, and run: node first-reply.mjs

function stop(why) {
  console.error(why);
  process.exit(1);
}
"#;

const HEAD: &str = r#"
// Asks Graph. Says what it refuses, and stops.
async function graph(method, path, token, params) {
  const form = new URLSearchParams([...params, ["access_token", token]]);
  const url = «base» + path;
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

let token = «token»;
"#;

const FROM_USER: &str = r#"
const pages = await graph("GET", "me/accounts", token, [
«pages»]);
const page = pages.data.find((page) => page.access_token && «choice»);
if (!page) {
  stop(«no page»);
}
token = page.access_token;
"#;

const FROM_PAGE: &str = r#"
const page = await graph("GET", "me", token, [
«me»]);
"#;

const REST: &str = r#"
const conversations = await graph("GET", `${page.id}/conversations`, token, [
«conversations»]);
const conversation = conversations.data[0];
if (!conversation) {
  stop("Nobody has written to the Page yet.");
}
const person = conversation.participants.data.find((one) => one.id !== page.id);
if (!person) {
  stop("Graph names nobody in the newest conversation.");
}

const answer = await graph("GET", encodeURIComponent(conversation.id), token, [
«messages»]);
console.log("Newest message:", answer.messages?.data[0]?.message);
console.log(`Replying to ${person.name}, PSID ${person.id}`);

const sent = await graph("POST", `${page.id}/messages`, token, [
  ["recipient", JSON.stringify({ id: person.id })],
«reply»]);
console.log("Sent:", sent.message_id);"#;

pub(crate) fn browser(plan: &Plan) -> Code {
    let blank = Secret::new(&plan.token.variable, TokenFrom::Blank);
    journey(plan, STOP_IN_BROWSER, &BROWSER, &BROWSER.secret("", &blank))
}

pub(crate) fn node(plan: &Plan) -> Code {
    let mut token = NODE.secret("", &plan.token);
    if plan.token.from == TokenFrom::Environment {
        let why = NODE.literal(&format!("{} is not set.", plan.token.variable));
        token.append(&DIALECT.fill(" ?? stop(«why»)", &[("why", &why)]));
    }
    journey(plan, STOP_IN_NODE, &NODE, &token)
}

fn journey(plan: &Plan, stop: &'static str, values: &Expressions, token: &Code) -> Code {
    let choice = match &plan.page {
        Some(id) => DIALECT.fill("page.id === «id»", &[("id", &values.literal(id))]),
        None => DIALECT.fill("page.tasks?.includes(\"MESSAGING\")", &[]),
    };
    let base = values.literal(&format!("{}/", plan.base));
    let values = plan.values(values, ["[", ", ", "],"], 2);
    // The first hole of a name counts.
    let mut holes = vec![("base", &base), ("token", token), ("choice", &choice)];
    holes.extend(values.holes(&[]));
    plan.write(
        &DIALECT,
        &[REMARK, stop, HEAD],
        [FROM_USER, FROM_PAGE],
        REST,
        &holes,
    )
}
