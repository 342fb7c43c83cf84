//! A reader at the explorer, with the emulator behind it.

use graph_api::json::{self, Value};
use graph_api::{Call, Carrier, GraphTime, Param, PastedToken, TokenKind};
use graph_emulator::{Keys, World};
use remote_view::{Element, Node, On, Then, View};

use crate::explorer::{Event, Explorer, Task};
use crate::holds::Holds;
use crate::protocol::Called;
use crate::record::{Outcome, Record};
use crate::wish::{Request, Wish};

type El = Element<Then<Event>>;

pub(super) struct Desk {
    pub(super) explorer: Explorer,
    pub(super) holds: Holds,
    pub(super) world: World,
    pub(super) keys: Keys,
    pub(super) answer: Value,
    pub(super) status: u16,
    /// What was sent, in order.
    pub(super) sent: Vec<Request>,
    pub(super) focus: String,
}

pub(super) const NOW: i64 = 1_795_435_200;

impl Desk {
    /// With both tokens, and a customer who has written.
    pub(super) fn new() -> Self {
        let now = GraphTime::from_unix(NOW);
        let mut world = World::new(7, now);
        let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
        world
            .customer_writes(now, &page, &psid, "Hello, are you there?")
            .unwrap();
        let keys = world.keys(now);
        Self {
            explorer: Explorer::default(),
            holds: Holds {
                user_token: true,
                page_token: true,
                is_practice: true,
                ..Holds::default()
            },
            world,
            keys,
            answer: Value::Null,
            status: 0,
            sent: Vec::new(),
            focus: String::new(),
        }
    }

    pub(super) fn act(&mut self, event: Event) {
        let wishes = self.explorer.update(event, &self.holds);
        self.wishes(wishes);
    }

    fn wishes(&mut self, wishes: Vec<Wish>) {
        for wish in wishes {
            match wish {
                Wish::Send(request) => self.send(request),
                Wish::Focus(id) => self.focus = id,
                _ => {}
            }
        }
    }

    fn send(&mut self, request: Request) {
        let token = match request.token {
            Some(TokenKind::User) => self.keys.user_token.as_str(),
            _ => &self.keys.page_token,
        };
        let Request {
            method,
            version,
            path,
            params,
            ..
        } = request.clone();
        let params = params.into_iter();
        let params = params.map(|(name, value)| Param::text(name, value));
        let call = Call::free(method, version, path, params.collect());
        let token = PastedToken::new(token).into();
        let carried = Carrier::FormBody.request(&call, &token);
        let now = GraphTime::from_unix(NOW);
        let response = self.world.handle(now, &carried).response;
        self.answer = json::parse(&response.body).unwrap_or_default();
        self.status = response.status;
        let record = Record {
            number: 1,
            called: Called {
                ticket: 1,
                call,
                token: request.token,
                carrier: Carrier::FormBody,
                at: NOW,
                is_explored: true,
                replaces: None,
            },
            outcome: Outcome::Waiting,
        };
        self.explorer
            .answered(&record.as_request(), self.status, &response.body);
        self.sent.push(request);
    }

    /// Presses the button, or takes the choice, with this label.
    #[track_caller]
    pub(super) fn press(&mut self, label: &str) {
        let view = self.view();
        let found = find(&view, &|it| {
            let name = attr(it, "aria-label")
                .unwrap_or(&words(&it.children))
                .to_owned();
            name.trim() == label && (it.tag == "button" || it.tag == "label")
        });
        let found = found.unwrap_or_else(|| panic!("there is no {label:?}"));
        let inner = find(&view, &|it| {
            it.tag == "input" && found.children.iter().any(|own| is(own, it))
        });
        let ways = match found.tag {
            "label" => &inner.unwrap().on,
            _ => &found.on,
        };
        let event = ways.iter().find_map(|on| match on {
            On::Press(then) | On::Mark(then) => Some(then.event("")),
            _ => None,
        });
        // A button without an event of its own sends the form that it is in.
        let is_submit = attr(found, "type") == Some("submit");
        let form = find(&view, &|it| {
            it.tag == "form" && find_in(&it.children, &|own| std::ptr::eq(own, found)).is_some()
        });
        let sends = form.filter(|_| is_submit).map(|it| &it.on[0]);
        let submitted = sends.and_then(|on| match on {
            On::Submit(then) => Some(then.event("")),
            _ => None,
        });
        self.act(event.or(submitted).unwrap());
    }

    /// Types into the field with this ID, or chooses there.
    #[track_caller]
    pub(super) fn enter(&mut self, id: &str, text: &str) {
        let view = self.view();
        let found = find(&view, &|it| {
            attr(it, "id") == Some(id) || attr(it, "aria-label") == Some(id)
        });
        let found = found.unwrap_or_else(|| panic!("there is no {id:?}"));
        let event = found.on.iter().find_map(|on| match on {
            On::Type(then) | On::Choose(then) => Some(then.event(text)),
            _ => None,
        });
        self.act(event.unwrap());
    }

    /// Presses a key in the query; the browser keeps those that the view does not take.
    pub(super) fn key(&mut self, key: &str) {
        let view = self.view();
        let query = find(&view, &|it| attr(it, "id") == Some(super::QUERY)).unwrap();
        let event = query.on.iter().find_map(|on| match on {
            On::Keys(keys, then) if keys.contains(&key) => Some(then.event(key)),
            _ => None,
        });
        if let Some(event) = event {
            self.act(event);
        }
    }

    /// Adds to the end of the query, as the tutorial has it.
    pub(super) fn add(&mut self, text: &str) {
        let line = format!("{}{text}", self.query());
        self.enter(super::QUERY, &line);
    }

    /// Clicks an ID in the answer: it has to be there.
    #[track_caller]
    pub(super) fn click(&mut self, id: &str) {
        let is_there = self.answer.to_string().contains(&format!("\"{id}\""));
        assert!(is_there, "{id} is not in {}", self.answer);
        let wishes = self.explorer.put_id(id, &self.holds);
        self.wishes(wishes);
    }

    pub(super) fn query(&self) -> String {
        self.explorer.draft.line.text().to_owned()
    }

    pub(super) fn done(&self) -> Vec<Task> {
        self.explorer.done.clone()
    }

    /// The explorer, and what stands beside it.
    pub(super) fn view(&self) -> View<Event> {
        remote_view::el("div")
            .with(self.explorer.view(&self.holds))
            .with(self.explorer.tutorial())
            .into()
    }

    /// All that can be read.
    pub(super) fn text(&self) -> String {
        words(&[self.view()])
    }
}

fn is(node: &Node<Then<Event>>, element: &El) -> bool {
    matches!(node, Node::Element(own) if std::ptr::eq(&raw const **own, element))
}

pub(super) fn attr<'a>(element: &'a El, name: &str) -> Option<&'a str> {
    let found = element.attributes.iter().find(|(own, _)| *own == name)?;
    Some(&found.1)
}

/// The first element of which this holds, from the outside in.
pub(super) fn find<'a>(node: &'a Node<Then<Event>>, holds: &dyn Fn(&El) -> bool) -> Option<&'a El> {
    let Node::Element(element) = node else {
        return None;
    };
    if holds(element) {
        return Some(element);
    }
    find_in(&element.children, holds)
}

fn find_in<'a>(nodes: &'a [Node<Then<Event>>], holds: &dyn Fn(&El) -> bool) -> Option<&'a El> {
    nodes.iter().find_map(|it| find(it, holds))
}

/// The words in it.
pub(super) fn words(nodes: &[Node<Then<Event>>]) -> String {
    let mut all = String::new();
    for node in nodes {
        match node {
            Node::Text(_, text) => all.push_str(text),
            Node::Element(it) => all.push_str(&words(&it.children)),
            Node::Surface(_) => {}
        }
    }
    all
}

impl Desk {
    /// Presses a suggestion.
    #[track_caller]
    pub(super) fn press_suggestion(&mut self, text: &str) {
        let view = self.view();
        let found = find(&view, &|it| {
            let is_option = attr(it, "role") == Some("option");
            is_option
                && it
                    .children
                    .first()
                    .is_some_and(|own| words(std::slice::from_ref(own)) == text)
        });
        let found = found.unwrap_or_else(|| panic!("{text:?} is not suggested"));
        let event = found.on.iter().find_map(|on| match on {
            On::Press(then) => Some(then.event("")),
            _ => None,
        });
        self.act(event.unwrap());
    }
}
