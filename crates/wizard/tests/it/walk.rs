//! Random walks over everything that is offered.

use std::cell::RefCell;
use std::collections::BTreeMap;

use graph_api::{GraphVersion, Method, TokenKind};
use graph_emulator::{Scenario, World};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};
use wizard::{Arrival, Event, FieldId, Place, Returned, Step, Text, TransportError};
use workbench::{IdKind, Request, Wish};

use crate::driver::{Visit, Way, customer_writes};

/// How many acts a walk has, at most.
const ACTS: usize = 60;

/// One act of a walk. Numbers pick among what there is at that moment.
#[derive(Debug, Clone)]
enum Act {
    /// The button that stands out.
    Primary,
    /// Anything that is offered.
    Offered(usize),
    /// Something to be marked.
    Mark(usize),
    /// Into a field.
    Type(usize, usize),
    /// The same event once more: a second click, before the page is drawn again.
    Again,
    /// One of the answers under way.
    Deliver(usize),
    /// All that is under way.
    Settle,
    /// One of the answers under way is lost.
    Cut(usize),
    Reload,
    Back,
    /// An address typed by hand.
    Address(usize),
    /// Something came with it.
    Arrival(usize),
    Scenario(usize),
    CustomerWrites,
    TimePasses,
    /// The tab is seen no more, or again.
    Hidden(bool),
    /// In the explorer: a call, or an ID of an answer for the guide.
    Explored(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let any = 0..1000_usize;
    use proptest::prelude::any as any_of;
    prop_oneof![
        10 => Just(Act::Primary),
        12 => any.clone().prop_map(Act::Offered),
        6 => any.clone().prop_map(Act::Mark),
        6 => (any.clone(), any.clone()).prop_map(|(field, text)| Act::Type(field, text)),
        2 => Just(Act::Again),
        6 => any.clone().prop_map(Act::Deliver),
        10 => Just(Act::Settle),
        1 => any.clone().prop_map(Act::Cut),
        1 => Just(Act::Reload),
        1 => Just(Act::Back),
        1 => any.clone().prop_map(Act::Address),
        1 => any.clone().prop_map(Act::Arrival),
        1 => any.clone().prop_map(Act::Scenario),
        2 => Just(Act::CustomerWrites),
        1 => Just(Act::TimePasses),
        2 => any_of::<bool>().prop_map(Act::Hidden),
        3 => any.clone().prop_map(Act::Explored),
    ]
}

/// Where a walk begins: half of them at Connect.
fn start() -> impl Strategy<Value = Option<(Way, Step)>> {
    let ways = prop::sample::select(&Way::ALL[..]);
    let steps = prop::sample::select(&Step::ALL[1..]);
    prop::option::of((ways, steps))
}

/// A call that the explorer may make.
struct Asked(TokenKind, Method, &'static str, &'static str);

/// The lists, whole and in part; and a message to nobody.
const CALLS: [Asked; 6] = [
    Asked(TokenKind::User, Method::Get, "/me", "id"),
    Asked(
        TokenKind::User,
        Method::Get,
        "/me/accounts",
        "id,access_token",
    ),
    Asked(TokenKind::User, Method::Get, "/me/accounts", "id"),
    Asked(
        TokenKind::Page,
        Method::Get,
        "/me/conversations",
        "participants",
    ),
    Asked(TokenKind::Page, Method::Get, "/me/conversations", "id"),
    Asked(TokenKind::Page, Method::Post, "/me/messages", ""),
];

impl Asked {
    fn request(&self) -> Request {
        let Self(token, method, path, fields) = *self;
        Request {
            method,
            version: GraphVersion::default(),
            path: path.to_owned(),
            params: vec![("fields".to_owned(), fields.to_owned())],
            token: Some(token),
        }
    }
}

struct Walker {
    visit: Visit,
    last: Option<Event>,
}

impl Walker {
    fn act(&mut self, event: Event) {
        self.last = Some(event.clone());
        self.visit.act(event);
    }

    fn pick(&mut self, events: &[Event], at: usize) {
        if let Some(event) = at.checked_rem(events.len()).map(|at| &events[at]) {
            self.act(event.clone());
        }
    }

    /// The reader has left for Facebook, and comes back in one way or another.
    fn come_back(&mut self) {
        let visit = &mut self.visit;
        match visit.logins() % 4 {
            0 => visit.come_back(false),
            1 => visit.come_back(true),
            // Somebody else's answer, and Back.
            2 => {
                visit.reload();
                let state = Text("another".to_owned());
                let code = Text("another".to_owned());
                let back = Returned {
                    state,
                    code,
                    ..Returned::default()
                };
                visit.act(Event::LoginReturned(Box::new(back)));
            }
            _ => visit.reload(),
        }
    }

    fn take(&mut self, act: &Act) {
        if self.visit.away.is_some() {
            self.come_back();
        }
        let visit = &mut self.visit;
        match *act {
            Act::Primary => {
                let primary = visit.offers().primary().first().map(|it| it.event.clone());
                self.pick(primary.as_slice(), 0);
            }
            Act::Offered(at) => {
                let events = visit.offers().events();
                self.pick(&events, at);
            }
            Act::Mark(at) => {
                let choices = visit.offers().choices;
                let choices = choices.into_iter().filter(|it| it.barred.is_none());
                let events: Vec<_> = choices.map(|it| it.event).collect();
                self.pick(&events, at);
            }
            Act::Type(field, text) => {
                let fields = visit.offers().fields;
                if let Some(at) = field.checked_rem(fields.len()) {
                    let text = self.words(fields[at], text);
                    self.act(Event::Typed(fields[at], text.as_str().into()));
                }
            }
            Act::Again => {
                if let Some(event) = self.last.clone() {
                    visit.act(event);
                }
            }
            Act::Deliver(at) => {
                visit.hear();
                if let Some(at) = at.checked_rem(visit.answers.len()) {
                    visit.deliver(at);
                }
            }
            Act::Settle => visit.settle(),
            Act::Cut(at) => {
                if let Some(at) = at.checked_rem(visit.answers.len()) {
                    visit.answers[at].result = Err(TransportError::Unreachable);
                }
            }
            Act::Reload => visit.reload(),
            Act::Back => visit.back(),
            Act::Address(at) => {
                let place = match at % 9 {
                    6 => Some(Place::Explorer),
                    at => Step::ALL.get(at).copied().map(Place::Step),
                };
                // The browser has the new address already.
                visit.history.push(place.unwrap_or(Step::Connect.into()));
                visit.act(Event::LocationChanged(place));
            }
            Act::Arrival(at) => {
                let word = ["token", "refused", "code"][at % 3];
                visit.act(Event::Arrived(Arrival::noted(word).unwrap()));
            }
            Act::Scenario(at) => {
                let scenario = Scenario::ALL[at % Scenario::ALL.len()];
                let now = visit.now;
                visit.live.set_scenario(now, scenario);
            }
            Act::CustomerWrites => {
                let now = visit.now;
                customer_writes(&mut visit.live, now, "Are you there?");
            }
            Act::Explored(at) => {
                let wish = self.wish(at);
                self.act(Event::BenchWished(wish));
            }
            Act::Hidden(is_hidden) => visit.act(Event::TabHidden(is_hidden)),
            Act::TimePasses => {
                visit.now = graph_api::GraphTime::from_unix(visit.now.unix() + 3600);
            }
        }
    }

    /// What the reader may have the explorer do.
    fn wish(&self, at: usize) -> Wish {
        let model = &self.visit.model;
        let world = &self.visit.live;
        let pages = world.pages().map(|(id, _)| (IdKind::Page, id.to_owned()));
        let rows = model.conversations.value.iter().flat_map(|list| &list.rows);
        let people = rows.flat_map(|row| {
            let people = row.participants.iter();
            let people = people.map(|it| (IdKind::Psid, it.id.as_str().to_owned()));
            people.chain([(IdKind::Conversation, row.id.to_string())])
        });
        let ids: Vec<_> = pages.chain(people).collect();
        match at % 2 {
            0 => {
                let (kind, id) = ids[at / 2 % ids.len()].clone();
                Wish::Take(kind, id)
            }
            _ => Wish::Send(CALLS[at / 2 % CALLS.len()].request()),
        }
    }

    fn words(&mut self, field: FieldId, at: usize) -> String {
        let now = self.visit.now;
        let texts = match field {
            FieldId::Token => {
                let keys = self.visit.live.keys(now);
                self.visit.learn_secrets();
                vec![
                    keys.user_token,
                    keys.page_token,
                    keys.app_token,
                    "0a".repeat(16),
                ]
            }
            FieldId::Notification => notifications(&self.visit),
            FieldId::AppId => vec![
                self.visit.live.app_id().to_owned(),
                self.visit.live.app_id().to_owned(),
                "12 a".into(),
            ],
            FieldId::ConfigId => vec!["".into(), "77".into(), "x".into()],
            FieldId::PagesFilter | FieldId::PeopleFilter => {
                vec!["".into(), "ro".into(), "MAPLE".into(), "%".into()]
            }
            _ => vec!["".into(), "Hello".into(), "It's 5% off: \"now\"\n😀".into()],
        };
        texts[at % texts.len()].clone()
    }
}

/// Of both worlds, of another of the Pages, of a stranger's, and none.
fn notifications(visit: &Visit) -> Vec<String> {
    let body = |world: &World| world.notification(world.main_page(), world.customer());
    let live = body(&visit.live);
    let practice = visit.practice.as_ref().and_then(body);
    let own = practice.or_else(|| live.clone()).unwrap_or_default();
    let (page, _) = visit.live.pages().last().unwrap();
    let live = live.unwrap_or_default();
    vec![
        live.replace(visit.live.main_page(), page),
        live.replace(visit.live.customer(), "42"),
        live.replace(visit.live.main_page(), "4200"),
        live.replace("messaging", "changes"),
        format!("{live}{}", live.replace(visit.live.customer(), "43")),
        "{\"object\":".to_owned(),
        String::new(),
        live,
        own,
    ]
}

#[test]
fn whatever_the_reader_does_the_guide_keeps_its_word() {
    let asked = corpora::asked_for();
    let cases = asked.unwrap_or(200);
    let mut runner = TestRunner::new(Config {
        cases,
        rng_seed: match asked {
            Some(_) => RngSeed::Random,
            None => RngSeed::Fixed(4),
        },
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..Config::default()
    });
    let reached = RefCell::new(BTreeMap::<Step, u32>::new());
    let walks = (start(), prop::collection::vec(act(), 0..=ACTS));
    let result = runner.run(&walks, |(start, acts)| {
        walk(start, &acts, false, |step| {
            *reached.borrow_mut().entry(step).or_default() += 1;
        });
        Ok(())
    });
    match result {
        // Once more, aloud.
        Err(TestError::Fail(_, (start, acts))) => walk(start, &acts, true, |_| ()),
        Err(problem) => panic!("{problem}"),
        Ok(()) => {}
    }
    corpora::tell(&format!(
        "state machine: {cases} random walks of up to {ACTS} acts"
    ));
    for step in Step::ALL {
        let reached = reached.borrow().get(&step).copied().unwrap_or_default();
        assert!(reached > 5, "{step:?} was entered {reached} times");
    }
}

/// Walks, and tells of each step that is entered.
fn walk(start: Option<(Way, Step)>, acts: &[Act], is_loud: bool, mut entered: impl FnMut(Step)) {
    let visit = match start {
        Some((way, step)) => Visit::at(way, step),
        None => Visit::new(),
    };
    let mut walker = Walker { visit, last: None };
    walker.visit.is_loud = is_loud;
    for act in acts {
        let before = walker.visit.model.step;
        if is_loud {
            eprintln!("{before:?}: {act:?}");
        }
        walker.take(act);
        let step = walker.visit.model.step;
        if step != before {
            entered(step);
        }
    }
}
