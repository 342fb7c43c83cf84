//! Who is in a fresh world, and what they have said. All names are invented.

use graph_api::GraphTime;

use crate::World;
use crate::conversation::{Attachment, Conversation, Message, Page};
use crate::seed::{self, Stream};

/// Whose User tokens there are.
pub(crate) const DEVELOPER: &str = "Alex Moreno";
/// Who has the phone in practice mode.
const CUSTOMER: &str = "Robin Keller";

const ALL_TASKS: [&str; 6] = [
    "ANALYZE",
    "ADVERTISE",
    "MESSAGING",
    "MODERATE",
    "CREATE_CONTENT",
    "MANAGE",
];

/// Name, category, tasks, portfolio. The first is the main Page.
type PageSketch = (
    &'static str,
    &'static str,
    &'static [&'static str],
    Option<&'static str>,
);

const PAGES: [PageSketch; 4] = [
    ("Maple & Moss Plants", "Garden Center", &ALL_TASKS, None),
    ("Bluebird Bakery", "Bakery/Café", &ALL_TASKS, None),
    (
        "Harbour Lane Books",
        "Bookstore",
        &["ANALYZE", "ADVERTISE"],
        None,
    ),
    (
        "Old Mill Bicycles",
        "Bicycle Shop",
        &ALL_TASKS,
        Some("Old Mill Group"),
    ),
];

/// Minutes ago, who, what. An empty text stands for a photo.
type Line = (i64, Who, &'static str);

#[derive(Clone, Copy, PartialEq)]
enum Who {
    Customer,
    Page,
}
use Who::{Customer as C, Page as P};

struct Sketch {
    page: usize,
    customer: Option<&'static str>,
    has_role: bool,
    lines: &'static [Line],
}

const fn talk(page: usize, customer: &'static str, lines: &'static [Line]) -> Sketch {
    Sketch {
        page,
        customer: Some(customer),
        has_role: false,
        lines,
    }
}

/// The first is the practice customer, who has not written yet.
const CONVERSATIONS: [Sketch; 11] = [
    talk(0, CUSTOMER, &[]),
    talk(
        0,
        "Mina Okafor",
        &[
            (134, C, "Hi! Do you have olive trees in pots?"),
            (
                131,
                P,
                "Hello Mina, yes: 60 cm and 90 cm, both in terracotta.",
            ),
            (
                129,
                C,
                "Great, could you keep the smaller one until Saturday?",
            ),
            (127, P, "It is set aside under your name."),
            (126, C, "Thank you 🌿"),
        ],
    ),
    talk(
        0,
        "Tomás Ferreira",
        &[
            (415, C, "Something is eating my basil."),
            (414, C, ""),
            (
                398,
                P,
                "Those are leaf miners. Take the marked leaves off and keep the soil drier.",
            ),
            (390, C, "Will try, thanks!"),
        ],
    ),
    Sketch {
        page: 0,
        customer: None,
        has_role: false,
        lines: &[
            (640, C, "are you open on sunday?"),
            (633, P, "Yes, from 10 to 4."),
        ],
    },
    Sketch {
        page: 0,
        customer: Some("Sam Whitfield"),
        has_role: true,
        lines: &[
            (1_100, C, "Testing the new inbox, please ignore."),
            (1_096, P, "Received. Ignoring it with care."),
        ],
    },
    talk(
        0,
        "Ingrid Sørensen",
        &[
            (4_400, C, "Is the workshop on terrariums full?"),
            (4_381, P, "Two places are left. Shall we write you down?"),
            (4_377, C, "Yes please, for two."),
        ],
    ),
    talk(0, "Jo Park", &LONG_TALK),
    talk(
        1,
        "Noor van Dijk",
        &[
            (55, C, "Can I order a cake for Friday?"),
            (50, P, "Of course. For how many people?"),
            (48, C, "Twelve, and no nuts please."),
        ],
    ),
    talk(
        1,
        CUSTOMER,
        &[(2_900, C, "Which of your breads are made with rye?")],
    ),
    talk(2, "Elif Demir", &[(95, C, "Do you buy used books?")]),
    talk(
        3,
        "Piotr Zając",
        &[
            (310, C, "My brakes squeak. Do I need an appointment?"),
            (300, P, "Just come by, it takes ten minutes."),
        ],
    ),
];

/// Longer than the 20 messages that can be read; the window is closed.
const LONG_TALK: [Line; 26] = [
    (9_000, C, "Hello, I would like to plant a hedge."),
    (8_995, P, "Hello Jo. How long should it be?"),
    (8_990, C, "About 12 metres."),
    (8_985, P, "In the sun or in the shade?"),
    (8_980, C, "Half and half."),
    (8_975, P, "Hornbeam would do well."),
    (8_970, C, "How many plants is that?"),
    (8_965, P, "Three a metre, so 36."),
    (8_960, C, "What do they cost?"),
    (8_955, P, "4.20 each, 80 cm high."),
    (7_500, C, "And beech?"),
    (7_490, P, "5.10 each. It keeps its leaves longer."),
    (7_480, C, "Hm. Which one would you take?"),
    (7_470, P, "Hornbeam: it forgives more."),
    (7_460, C, "Hornbeam it is."),
    (7_450, P, "When would you like to plant?"),
    (7_440, C, "In two weeks."),
    (7_430, P, "Perfect time for it."),
    (6_100, C, "Do you deliver?"),
    (6_090, P, "Within 20 km, yes. It is 25."),
    (6_080, C, "That works."),
    (6_070, P, "Which day suits you?"),
    (6_060, C, "Thursday morning?"),
    (6_050, P, "Thursday at 9."),
    (6_040, C, "Lovely."),
    (6_030, P, "See you then!"),
];

pub(crate) fn pages(seed: u64) -> Vec<Page> {
    let page = |&(name, category, tasks, portfolio): &PageSketch| Page {
        id: Stream::new(seed, &["page", name]).digits(15),
        name: name.to_owned(),
        category: category.to_owned(),
        category_id: Stream::new(seed, &["category", category]).digits(4),
        tasks: tasks.iter().map(|&task| task.to_owned()).collect(),
        portfolio: portfolio.map(str::to_owned),
        subscribed_fields: Vec::new(),
    };
    PAGES.iter().map(page).collect()
}

pub(crate) fn fill(world: &mut World, now: GraphTime) {
    for sketch in &CONVERSATIONS {
        let Some(page) = world.pages.get(sketch.page).map(|page| page.id.clone()) else {
            continue;
        };
        let words = [page.as_str(), sketch.customer.unwrap_or("nameless")];
        let stream = |kind| Stream::new(world.seed, &[kind, words[0], words[1]]);
        let mut conversation = Conversation {
            id: format!("t_{}", stream("conversation").digits(18)),
            psid: stream("person").digits(17),
            page: page.clone(),
            customer: sketch.customer.map(str::to_owned),
            has_role: sketch.has_role,
            messages: Vec::new(),
            typing_until: None,
            unread: u32::from(sketch.lines.last().is_some_and(|(_, who, _)| *who == C)),
        };
        for line in sketch.lines {
            let message = message(world, &conversation.id, now, *line);
            conversation.messages.push(message);
        }
        world.conversations.push(conversation);
    }
}

fn message(
    world: &mut World,
    conversation: &str,
    now: GraphTime,
    (ago, who, text): Line,
) -> Message {
    let count = world.tick();
    let words = [conversation, &count.to_string()];
    Message {
        id: seed::message_id(world.seed, &words),
        count,
        from_customer: who == C,
        text: text.to_owned(),
        time: GraphTime::from_unix(now.unix().saturating_sub(ago * 60)),
        attachment: text.is_empty().then(|| Attachment {
            id: Stream::new(world.seed, &["attachment", words[0], words[1]]).digits(15),
            kind: "image".to_owned(),
            url: "https://cdn.example/photos/basil.jpg".to_owned(),
            cards: Vec::new(),
        }),
        quick_replies: Vec::new(),
        reply_to: None,
    }
}
