//! The journey as an `.http` file. What a request finds is left to the next one by scripts, which
//! httpYac and the HTTP client of JetBrains run alike; the REST Client of VS Code runs none. It is left
//! encoded: httpYac reads what comes out of a variable once more.

use graph_api::TokenKind;

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::parts::{TokenFrom, Value};
use crate::snippet::http_file::{pairs, remark, value};
use crate::snippet::javascript::BROWSER;

use super::{Plan, plain};

const DIALECT: Dialect = Dialect {
    comment: "#",
    quotes: "\"`",
    sigil: None,
    keywords: &["GET", "POST", "const", "if"],
};

const HEAD: &str = r#"# Finds the Page, its newest conversation and the person in it, and replies.
# Save it as first-reply.http, and run all of it in a JetBrains editor or with httpYac:
# httpyac send first-reply.http --all --bail --output none --output-failed body
«remark»"#;

const FROM_USER: &str = r#"
### The Pages
GET «base»/me/accounts?«pages»&access_token=«own token»

> {%
  ["page_token", "page_id", "conversation_id", "psid"].forEach((name) => client.global.clear(name));
  const { data, error } = response.body;
  const page = data?.find((page) => page.access_token && «choice»);
  if (page) {
    client.global.set("page_token", encodeURIComponent(page.access_token));
    client.global.set("page_id", encodeURIComponent(page.id));
  }
  client.test("There is a Page", () => {
    client.assert(!error, `(${error?.code}) ${error?.message}`);
    client.assert(!!data, `HTTP ${response.status}, and no JSON`);
    client.assert(!!page, «no page»);
  });
%}
"#;

const FROM_PAGE: &str = r#"
### The Page
GET «base»/me?«me»&access_token=«own token»

> {%
  ["page_id", "conversation_id", "psid"].forEach((name) => client.global.clear(name));
  const { id, error } = response.body;
  if (id) {
    client.global.set("page_id", encodeURIComponent(id));
  }
  client.test("There is a Page", () => {
    client.assert(!error, `(${error?.code}) ${error?.message}`);
    client.assert(!!id, `HTTP ${response.status}, and no JSON`);
  });
%}
"#;

const REST: &str = r#"
### Its newest conversation
GET «base»/«page_id»/conversations?«conversations»&access_token=«token»

> {%
  const { data, error } = response.body;
  const conversation = data?.[0];
  const pageId = client.global.get("page_id");
  const person = conversation?.participants.data.find((one) => one.id !== pageId);
  if (person) {
    client.global.set("conversation_id", encodeURIComponent(conversation.id));
    client.global.set("psid", encodeURIComponent(person.id));
    client.log(`Replying to ${person.name}, PSID ${person.id}`);
  }
  client.test("There is somebody to reply to", () => {
    client.assert(!error, `(${error?.code}) ${error?.message}`);
    client.assert(!!data, `HTTP ${response.status}, and no JSON`);
    client.assert(!!conversation, "Nobody has written to the Page yet.");
    client.assert(!!person, "Graph names nobody in the newest conversation.");
  });
%}

### Its messages
GET «base»/«conversation_id»?«messages»&access_token=«token»

> {%
  const { id, messages, error } = response.body;
  client.log(`Newest message: ${messages?.data[0]?.message}`);
  client.test("The conversation can be read", () => {
    client.assert(!error, `(${error?.code}) ${error?.message}`);
    client.assert(!!id, `HTTP ${response.status}, and no JSON`);
  });
%}

### The reply
POST «base»/«page_id»/messages
Content-Type: application/x-www-form-urlencoded

recipient=%7B%22id%22%3A%22«psid»%22%7D&«reply»&access_token=«token»

> {%
  const { message_id, error } = response.body;
  if (message_id) {
    client.log(`Sent: ${message_id}`);
  }
  client.test("The reply is sent", () => {
    client.assert(!error, `(${error?.code}) ${error?.message}`);
    client.assert(!!message_id, `HTTP ${response.status}, and no JSON`);
  });
%}"#;

pub(crate) fn journey(plan: &Plan) -> Code {
    let remark = match plan.token.from {
        TokenFrom::Environment => remark(&plan.token.variable),
        TokenFrom::Blank => Code::default(),
    };
    let own = Value::Secret {
        after: "",
        secret: plan.token.clone(),
    };
    let own = value(&own, str::to_owned);
    let variable = |name: &str| Code::from_iter([(Ink::Variable, format!("{{{{{name}}}}}"))]);
    let token = match plan.start {
        TokenKind::User => variable("page_token"),
        TokenKind::Page => own.clone(),
    };
    let choice = match &plan.page {
        Some(id) => DIALECT.fill("page.id === «id»", &[("id", &BROWSER.literal(id))]),
        None => DIALECT.fill("page.tasks?.includes(\"MESSAGING\")", &[]),
    };
    let holes = [
        ("remark", &remark),
        ("base", &plain(&plan.base)),
        ("own token", &own),
        ("token", &token),
        ("choice", &choice),
        ("no page", &BROWSER.literal(&plan.no_page())),
        ("page_id", &variable("page_id")),
        ("conversation_id", &variable("conversation_id")),
        ("psid", &variable("psid")),
        ("pages", &pairs(&plan.pages)),
        ("me", &pairs(&plan.me)),
        ("conversations", &pairs(&plan.conversations)),
        ("messages", &pairs(&plan.messages)),
        ("reply", &pairs(&plan.reply)),
    ];
    plan.write(&DIALECT, &[HEAD], [FROM_USER, FROM_PAGE], REST, &holes)
}
