//! The composer, driven as a reader drives it.

mod acceptance;
mod limits;
mod opening;
mod page;
mod secrets;
mod shown;
mod strategies;

use graph_api::message::Sending;
use graph_api::{PageId, Psid};
use remote_view::View;
use serde_json::Value;

use self::page::Page;
use super::{Composer, Context, Event, Form, List, Place};
use crate::wish::{Request, Wish};

/// What the guide holds.
fn context() -> Context {
    Context {
        page: Some(PageId::parse("108000000000042").unwrap()),
        page_name: "Maple & Moss".to_owned(),
        psid: Some(Psid::parse("7000000000000042").unwrap()),
        ..Context::default()
    }
}

/// A composer and what the guide holds.
struct Reader {
    composer: Composer,
    context: Context,
}

impl Reader {
    fn new() -> Self {
        Self {
            composer: Composer::default(),
            context: context(),
        }
    }

    fn of(form: Form) -> Self {
        let mut reader = Self::new();
        reader.does(Event::Formed(form));
        reader
    }

    fn holding(sending: &Sending) -> Self {
        let mut reader = Self::new();
        reader.composer.open(&request(sending)).unwrap();
        reader
    }

    fn does(&mut self, event: Event) -> Vec<Wish> {
        self.composer.update(event, &self.context)
    }

    fn types(&mut self, place: Place, text: &str) {
        self.does(Event::Put(place, text.to_owned()));
    }

    /// Adds a row and gives its number.
    fn adds(&mut self, list: List) -> u32 {
        let wishes = self.does(Event::Added(list));
        let [Wish::Focus(id)] = wishes.as_slice() else {
            panic!("{wishes:?}")
        };
        let row = id.strip_prefix(&format!("{}-", list.id())).unwrap();
        row.split('-').next().unwrap().parse().unwrap()
    }

    fn view(&self) -> View<Event> {
        self.composer.view(&self.context)
    }

    fn page(&self) -> Page {
        Page::of(&self.view())
    }

    /// Presses the button of that name.
    fn presses(&mut self, name: &str) -> Vec<Wish> {
        let event = Page::press(&self.view(), name).unwrap_or_else(|| panic!("no {name}"));
        self.does(event)
    }

    /// The call that goes to the explorer; none when something bars it.
    fn explored(&mut self) -> Option<Request> {
        match self.does(Event::Explored).pop()? {
            Wish::Explore(request) => Some(request),
            Wish::Focus(id) => {
                assert_eq!(id, super::view::SUMMARY);
                None
            }
            other => panic!("{other:?}"),
        }
    }

    /// The `message` parameter, read by another parser.
    fn message(&self) -> Value {
        let request = self.composer.request(&self.context);
        let message = request.params.iter().find(|(name, _)| name == "message");
        serde_json::from_str(&message.unwrap().1).unwrap()
    }
}

fn request(sending: &Sending) -> Request {
    Request {
        params: sending.to_params(),
        ..Composer::default().request(&context())
    }
}
