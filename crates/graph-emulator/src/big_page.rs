//! 5,000 conversations that are made when they are asked for: nothing of them is stored.

use graph_api::GraphTime;

use crate::World;
use crate::answer::list::Place;
use crate::conversation::{Conversation, Message};
use crate::scenario::Scenario;
use crate::seed::{self, Stream};

/// How many there are.
pub const BIG_PAGE_SIZE: usize = 5_000;

const FIRST: [&str; 16] = [
    "Ada", "Bruno", "Chidi", "Dalia", "Emre", "Freya", "Goran", "Hana", "Ivo", "Juno", "Kofi",
    "Lena", "Maarit", "Nils", "Oona", "Paz",
];
const LAST: [&str; 12] = [
    "Almeida", "Brandt", "Castell", "Dvořák", "Ekwueme", "Farah", "Grund", "Holm", "Ito", "Jansen",
    "Kowal", "Lund",
];
const TEXTS: [&str; 8] = [
    "Are you open today?",
    "Do you have ferns?",
    "How much is delivery?",
    "My order has not come yet.",
    "Thanks, that helped a lot!",
    "Can I return a pot?",
    "Which soil for a cactus?",
    "Is the café open as well?",
];

/// The IDs of the made-up ones end with the index in six digits.
const INDEX_DIGITS: usize = 6;

/// How many there are for this Page in this scenario.
pub(crate) fn size(world: &World, page: &str) -> usize {
    match world.trouble.is(Scenario::BigPage) && page == world.main_page() {
        true => BIG_PAGE_SIZE,
        false => 0,
    }
}

pub(crate) fn by_id(world: &World, id: &str) -> Option<Conversation> {
    at(
        world,
        index(id.strip_prefix("t_")?, &prefix(world, "conversation", 12))?,
    )
}

pub(crate) fn by_psid(world: &World, page: &str, psid: &str) -> Option<Conversation> {
    let index = index(psid, &prefix(world, "person", 11))?;
    at(world, index).filter(|made| made.page == page)
}

fn at(world: &World, index: usize) -> Option<Conversation> {
    let page = world.main_page();
    if index >= size(world, page) {
        return None;
    }
    let id = id(&prefix(world, "conversation", 12), index);
    let pick = |list: &[&str], step: usize| {
        list.get(index / step % list.len())
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    let name = format!("{} {}", pick(&FIRST, 1), pick(&LAST, FIRST.len()));
    let message = Message {
        id: message_id(world, &id),
        count: 0,
        from_customer: true,
        text: pick(&TEXTS, 1),
        time: updated(world, index),
        attachment: None,
        quick_replies: Vec::new(),
        reply_to: None,
    };
    Some(Conversation {
        id,
        page: page.to_owned(),
        psid: format!("{}{index:06}", prefix(world, "person", 11)),
        customer: Some(name),
        has_role: false,
        messages: vec![message],
        typing_until: None,
        unread: 1,
    })
}

/// When and which: the made-up conversations of a Page, or the one with this person. Those that
/// have been stored since are left to the store.
pub(crate) fn places(world: &World, page: &str, with: Option<&str>) -> Vec<Place> {
    let person = prefix(world, "person", 11);
    let conversation = prefix(world, "conversation", 12);
    let stored: Vec<&str> = world
        .conversations
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    let wanted = with.map(|psid| index(psid, &person));
    let all = (0..size(world, page)).filter(|at| wanted.is_none_or(|wanted| wanted == Some(*at)));
    let places = all.map(|at| (updated(world, at).unix(), id(&conversation, at)));
    places
        .filter(|(_, id)| !stored.contains(&id.as_str()))
        .collect()
}

/// When the conversation at this index was last written to: the higher, the older.
fn updated(world: &World, index: usize) -> GraphTime {
    let ago = 7 * 60 + i64::try_from(index).unwrap_or_default() * 11 * 60;
    GraphTime::from_unix(world.created.unix().saturating_sub(ago))
}

fn id(prefix: &str, index: usize) -> String {
    format!("t_{prefix}{index:06}")
}

/// The conversation with this message.
pub(crate) fn by_message(world: &World, message: &str) -> Option<Conversation> {
    let conversation = prefix(world, "conversation", 12);
    let mut all = 0..size(world, world.main_page());
    all.find(|index| message_id(world, &id(&conversation, *index)) == message)
        .and_then(|index| at(world, index))
}

fn message_id(world: &World, conversation: &str) -> String {
    seed::message_id(world.seed, &[conversation, "only"])
}

fn prefix(world: &World, kind: &str, length: usize) -> String {
    Stream::new(world.seed, &["big page", kind]).digits(length)
}

fn index(id: &str, prefix: &str) -> Option<usize> {
    let digits = id.strip_prefix(prefix)?;
    let is_index = digits.len() == INDEX_DIGITS && digits.bytes().all(|it| it.is_ascii_digit());
    is_index.then(|| digits.parse().ok())?
}
