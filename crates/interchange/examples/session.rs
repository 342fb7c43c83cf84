//! Writes the exports of a session: `cargo run -p interchange --example session -- FOLDER`.
//!
//! The session is a first reply in the emulated world, with every kind of call that the exports
//! have a word for. `cargo xtask test exports` holds the files to their published schemas, and runs
//! the collection.

use std::path::PathBuf;
use std::{env, fs, io};

use graph_api::endpoints::send_message::{MessagingType, Outgoing, SenderAction};
use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{
    AccessToken, Carrier, ConversationId, Endpoint, GraphTime, GraphVersion, HttpRequest,
    PageAccessToken, PageId, Psid, UserAccessToken,
};
use graph_emulator::World;
use interchange::{Exchange, Reply, har, http_file, postman};

/// The world of the emulator's server.
const SEED: u64 = 2026;

/// When the session begins, in seconds since 1970.
const START: i64 = 1_795_435_200;

/// What breaks files that are not written with care.
const TEXT: &str =
    "It's \"50% off\" {{user_access_token}} & more +\n# ###\n<b>ü</b> 😀 \\ $HOME `id`";

/// What Graph does not ask for, and what would become a token.
const ODD: [(&str, &str); 3] = [
    ("note", "Hi {{page_access_token}}, 50% + 1 & ü"),
    ("list", "[{{user_access_token}}"),
    ("{{psid}}", "\"it's\"\n# ###"),
];

struct Session {
    world: World,
    exchanges: Vec<Exchange>,
}

impl Session {
    fn call(
        &mut self,
        name: &str,
        endpoint: &impl Endpoint,
        carrier: Carrier,
        token: &AccessToken,
    ) {
        let request = carrier.request(&endpoint.call(GraphVersion::default()), token);
        self.send(name, request, token);
    }

    fn send(&mut self, name: &str, request: HttpRequest, token: &AccessToken) {
        let seconds = START + i64::try_from(self.exchanges.len()).unwrap_or_default();
        let reply = self.world.handle(GraphTime::from_unix(seconds), &request);
        self.exchanges.push(Exchange {
            name: name.to_owned(),
            request,
            token: token.kind(),
            started: seconds * 1000,
            outcome: Some(Reply {
                status: reply.response.status,
                millis: 120,
                body: reply.response.body,
            }),
        });
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("which folder?"))?;
    let now = GraphTime::from_unix(START);
    let mut world = World::new(SEED, now);
    let (page, person) = (world.main_page().to_owned(), world.customer().to_owned());
    world.customer_writes(now, &page, &person, "Hello, are you open today?")?;
    let keys = world.keys(now);
    let user = AccessToken::from(UserAccessToken::new(keys.user_token));
    let page_token = AccessToken::from(PageAccessToken::new(keys.page_token));
    let (page, person) = (PageId::parse(&keys.page_id)?, Psid::parse(&keys.psid)?);
    let conversation = ConversationId::parse(&keys.conversation_id.unwrap_or_default())?;
    let mut session = Session {
        world,
        exchanges: Vec::new(),
    };
    let (form, query) = (Carrier::FormBody, Carrier::Query);
    session.call("Who am I?", &GetMe, form, &user);
    session.call(
        "Which permissions are granted?",
        &ListPermissions,
        form,
        &user,
    );
    session.call("What is this token?", &DebugToken, form, &user);
    session.call("List my Pages", &ListPages::default(), query, &user);
    let people = ListConversations {
        page: page.clone(),
        with: None,
        after: None,
    };
    session.call("List the conversations", &people, form, &page_token);
    let messages = GetConversation {
        conversation: conversation.clone(),
    };
    session.call("Read the messages", &messages, query, &page_token);
    let what = Outgoing::Message {
        text: TEXT.to_owned(),
        quick_replies: Vec::new(),
        kind: MessagingType::Response,
    };
    let reply = SendMessage {
        page: page.clone(),
        to: person.clone(),
        what,
    };
    session.call("Reply\nto the customer", &reply, form, &page_token);
    let typing = SendMessage {
        page,
        to: person,
        what: Outgoing::Action(SenderAction::TypingOn),
    };
    let mut odd = form.request(&typing.call(GraphVersion::default()), &page_token);
    for (name, value) in ODD {
        let body = odd.body.get_or_insert_default();
        graph_api::form::append(body, name, value);
    }
    session.send("Show that somebody types", odd, &page_token);
    session.call("Read it back", &messages, form, &page_token);
    let ended = AccessToken::from(PageAccessToken::new("token-that-has-ended"));
    session.call(
        "Read it with a token that has ended",
        &messages,
        form,
        &ended,
    );
    // Nobody answered.
    if let Some(mut lost) = session.exchanges.last().cloned() {
        lost.outcome = None;
        lost.name = "Read it once more".to_owned();
        session.exchanges.push(lost);
    }
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join("session.har"),
        har(&session.exchanges, env!("CARGO_PKG_VERSION")),
    )?;
    fs::write(
        folder.join("session.postman_collection.json"),
        postman(&session.exchanges),
    )?;
    fs::write(folder.join("session.http"), http_file(&session.exchanges))?;
    Ok(())
}
