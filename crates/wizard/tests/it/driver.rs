//! A reader's visit: the model, the worlds behind it, and what is under way between them.
//!
//! Two worlds answer, each for one mode. An answer is made when its request is sent, and delivered
//! when the test says so. One that was aborted is delivered all the same: it has to be dropped.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use graph_api::endpoints::ExchangeCode;
use graph_api::{Call, Endpoint, GraphTime, HttpRequest, HttpResponse, LoginKeys, Method};
use graph_emulator::{Scenario, World};
use remote_view::Node;
use sha2::{Digest as _, Sha256};
use wizard::{
    Effect, Event, FieldId, Mode, Model, Phone, PhoneBubble, Place, PracticeAsk, Returned, Step,
    Text, Ticket, TransportError, View,
};

use workbench::{Ending, Heard, Told, Workbench};

use crate::manners;
use crate::offers::Offers;

/// When every visit begins.
pub(crate) const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);
/// Where the page is.
pub(crate) const ADDRESS: &str = "https://reply.example/guide/";
/// What the customer says first.
pub(crate) const HELLO: &str = "Hello from the customer";

/// What a request brings.
pub(crate) type Carried = Result<HttpResponse, TransportError>;

/// How a reader gets to a first reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Practice,
    UserToken,
    PageToken,
}

impl Way {
    pub(crate) const ALL: [Self; 3] = [Self::Practice, Self::UserToken, Self::PageToken];
}

/// The workbench, which shows nothing of itself.
#[derive(Default)]
pub(crate) struct Bench(pub(crate) Workbench);

impl fmt::Debug for Bench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bench")
    }
}

/// An answer on its way to the page.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) ticket: Ticket,
    pub(crate) call: Call,
    pub(crate) result: Carried,
    /// Nobody waits for it.
    pub(crate) is_aborted: bool,
}

/// One visit.
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) model: Model,
    pub(crate) now: GraphTime,
    /// What answers in live mode.
    pub(crate) live: World,
    /// What answers in practice, while its worker runs.
    pub(crate) practice: Option<World>,
    /// Requests under way, oldest first.
    pub(crate) answers: Vec<Answer>,
    /// Requests that rest before they go out, and for how many milliseconds.
    pub(crate) rests: Vec<(Ticket, u32)>,
    /// Milliseconds that were waited, beyond `now`.
    pub(crate) waited: i64,
    /// What the practice world and the browser have to say, in order.
    pub(crate) said: VecDeque<Event>,
    /// What comes instead of the world's next answer to such a call.
    pub(crate) instead: Vec<(&'static str, Carried)>,
    /// Calls of this route are lost before the world hears of them.
    pub(crate) lost: Option<&'static str>,
    /// Every effect of the visit.
    pub(crate) effects: Vec<Effect>,
    /// What was put on the clipboard.
    pub(crate) copied: Vec<String>,
    /// The same, by the deliberate act that puts a token in.
    pub(crate) secretly_copied: Vec<Text>,
    /// The addresses, the newest last.
    pub(crate) history: Vec<Place>,
    /// What the calls are told to.
    pub(crate) bench: Bench,
    /// The tokens of all the worlds.
    pub(crate) secrets: BTreeMap<String, Mode>,
    /// Whether the handbook can be loaded.
    pub(crate) has_handbook: bool,
    /// Facebook's dialog, when the reader has left for it.
    pub(crate) away: Option<String>,
    /// How many logins were begun.
    logins: u8,
    /// Whether every event is written to standard error.
    pub(crate) is_loud: bool,
    worlds: u64,
}

impl Visit {
    /// The page is opened for the first time. In the live world the customer has written.
    pub(crate) fn new() -> Self {
        let mut live = World::new(1000, NOW);
        customer_writes(&mut live, NOW, HELLO);
        let mut visit = Self {
            model: Model::default(),
            now: NOW,
            live,
            practice: None,
            answers: Vec::new(),
            rests: Vec::new(),
            waited: 0,
            said: VecDeque::new(),
            instead: Vec::new(),
            lost: None,
            effects: Vec::new(),
            copied: Vec::new(),
            secretly_copied: Vec::new(),
            history: vec![Step::Connect.into()],
            bench: Bench::default(),
            secrets: BTreeMap::new(),
            has_handbook: true,
            away: None,
            logins: 0,
            is_loud: false,
            worlds: 0,
        };
        visit.model.login.address = ADDRESS.to_owned();
        visit.learn_secrets();
        visit
    }

    /// A visit that has come to a step.
    #[track_caller]
    pub(crate) fn at(way: Way, step: Step) -> Self {
        let mut visit = Self::new();
        for part in [
            Self::connect,
            Self::start,
            Self::ids,
            Self::read,
            Self::reply,
        ] {
            if visit.model.step == step {
                break;
            }
            part(&mut visit, way);
        }
        assert_eq!(visit.model.step, step);
        visit
    }

    #[track_caller]
    fn connect(&mut self, way: Way) {
        if way != Way::Practice {
            self.choose("Live");
            let token = match way {
                Way::PageToken => self.live.keys(self.now).page_token,
                _ => self.live.user_token(self.now),
            };
            self.types(FieldId::Token, &token);
        }
        self.primary();
        self.primary();
    }

    #[track_caller]
    fn start(&mut self, way: Way) {
        if way == Way::Practice {
            self.types(FieldId::Phone, HELLO);
            self.does(Event::CustomerWrote);
        }
        self.primary();
    }

    #[track_caller]
    fn ids(&mut self, way: Way) {
        if way != Way::PageToken {
            self.primary();
            self.choose("Maple & Moss Plants");
        }
        self.primary();
        self.choose("Robin Keller");
        self.primary();
    }

    #[track_caller]
    fn read(&mut self, _: Way) {
        self.primary();
    }

    #[track_caller]
    fn reply(&mut self, _: Way) {
        self.types(FieldId::Message, "Hello back");
        self.primary();
    }

    pub(crate) fn view(&self) -> View {
        self.model.view(self.now)
    }

    pub(crate) fn offers(&self) -> Offers {
        Offers::of(&self.view())
    }

    /// Presses the button that stands out, and waits for all the answers.
    #[track_caller]
    pub(crate) fn primary(&mut self) {
        let offers = self.offers();
        let [button] = offers.primary()[..] else {
            panic!("one way on at {:?}: {offers:#?}", self.model.step);
        };
        self.does(button.event.clone());
    }

    /// Presses the button that does this; it has to be there.
    #[track_caller]
    pub(crate) fn press(&mut self, event: &Event) {
        let offers = self.offers();
        assert!(offers.events().contains(event), "{event:?} in {offers:#?}");
        self.does(event.clone());
    }

    /// Marks what is called so.
    #[track_caller]
    pub(crate) fn choose(&mut self, label: &str) {
        let offers = self.offers();
        let mut choices = offers.choices.iter();
        let Some(choice) = choices.find(|choice| choice.label == label) else {
            panic!("{label:?} in {offers:#?}");
        };
        assert_eq!(choice.barred, None, "{label}");
        self.does(choice.event.clone());
    }

    #[track_caller]
    pub(crate) fn types(&mut self, field: FieldId, text: &str) {
        let fields = self.offers().fields;
        assert!(fields.contains(&field), "{field:?} in {fields:?}");
        self.act(Event::Typed(field, text.into()));
    }

    /// Takes an event, and waits until all is answered.
    #[track_caller]
    pub(crate) fn does(&mut self, event: Event) {
        self.act(event);
        self.settle();
    }

    /// Takes an event; what it asks for stays under way.
    #[track_caller]
    pub(crate) fn act(&mut self, event: Event) {
        if self.is_loud {
            eprintln!("  {event:?}");
        }
        let before = self.model.clone();
        let effects = self.model.update(event.clone(), self.millis());
        manners::check_change(&before, &event, &self.model, &self.effects);
        self.follow(effects);
        manners::check(self);
    }

    /// Delivers everything that is under way, in the order asked.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        loop {
            self.hear();
            match (self.answers.is_empty(), self.rests.is_empty()) {
                (false, _) => self.deliver(0),
                (true, false) => self.wake(),
                (true, true) => break,
            }
        }
        // The reader reads what came.
        self.waited += 2000;
    }

    /// The time of the event at hand, in milliseconds.
    pub(crate) fn millis(&self) -> i64 {
        self.now.unix() * 1000 + self.waited
    }

    /// The next rest is over.
    #[track_caller]
    pub(crate) fn wake(&mut self) {
        let (ticket, millis) = self.rests.remove(0);
        self.waited += i64::from(millis);
        self.act(Event::Woke(ticket));
    }

    /// Delivers what the practice world and the browser have said.
    #[track_caller]
    pub(crate) fn hear(&mut self) {
        while let Some(event) = self.said.pop_front() {
            self.act(event);
        }
    }

    /// Delivers one of the answers. The practice world speaks before it answers.
    #[track_caller]
    pub(crate) fn deliver(&mut self, index: usize) {
        self.hear();
        let answer = self.answers.remove(index);
        self.act(Event::Answered {
            ticket: answer.ticket,
            result: answer.result,
            millis: 120,
        });
    }

    /// The next answer to such a call is this one.
    pub(crate) fn answer_instead<E: Endpoint>(&mut self, result: Carried) {
        self.instead.push((E::SPEC.route, result));
    }

    /// The tab is reloaded: what was under way is gone, and so is the practice worker.
    #[track_caller]
    pub(crate) fn reload(&mut self) {
        let before = self.model.clone();
        self.answers.clear();
        self.rests.clear();
        self.said.clear();
        self.practice = None;
        let stored = self.model.session();
        let restored = stored.as_deref().map(Model::restore);
        let (model, effects) = match restored {
            Some(restored) => restored.expect("what was stored is read"),
            None => Default::default(),
        };
        self.model = model;
        self.model.login.address = ADDRESS.to_owned();
        self.away = None;
        self.bench = Bench::default();
        manners::check_reload(&before, &self.model);
        self.follow(effects);
        if stored.is_none() {
            let address = self.history.last().copied();
            self.act(Event::LocationChanged(address));
        }
        manners::check(self);
    }

    /// Back, in the browser.
    #[track_caller]
    pub(crate) fn back(&mut self) {
        if self.history.len() > 1 {
            self.history.pop();
            let address = self.history.last().copied();
            self.act(Event::LocationChanged(address));
        }
    }

    /// The world that answers in this mode.
    pub(crate) fn world(&mut self, mode: Mode) -> &mut World {
        match mode {
            Mode::Live => &mut self.live,
            Mode::Practice => {
                let worlds = &mut self.worlds;
                let now = self.now;
                self.practice.get_or_insert_with(|| {
                    *worlds += 1;
                    World::new(*worlds, now)
                })
            }
        }
    }

    /// Turns a scenario on in the world of the mode at hand; in practice by the page's own means.
    #[track_caller]
    pub(crate) fn scenario(&mut self, scenario: Scenario) {
        let now = self.now;
        match self.model.mode {
            Mode::Practice => self.does(Event::ScenarioChosen(scenario.name().to_owned())),
            Mode::Live => self.live.set_scenario(now, scenario),
        }
    }

    pub(crate) fn learn_secrets(&mut self) {
        let live = secrets(&self.live).map(|secret| (secret, Mode::Live));
        self.secrets.extend(live);
        let practice = self.practice.iter().flat_map(secrets);
        let practice = practice.map(|secret| (secret, Mode::Practice));
        self.secrets.extend(practice);
    }

    fn follow(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.effects.push(effect.clone());
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Send {
                ticket,
                call,
                token,
                carrier,
                mode,
                ..
            } => {
                manners::check_send(self, &call, &token, mode);
                let now = self.now;
                let request = carrier.request(&call, &token);
                let reply = match self.lost == Some(call.spec.route) {
                    true => Err(TransportError::Unreachable),
                    false => Ok(self.world(mode).handle(now, &request).response),
                };
                let mut instead = self.instead.iter();
                let result = match instead.position(|(route, _)| *route == call.spec.route) {
                    Some(at) => self.instead.remove(at).1,
                    None => reply,
                };
                if mode == Mode::Practice {
                    self.tell();
                }
                if *call.spec == ExchangeCode::SPEC {
                    self.learn_secrets();
                }
                self.answers.push(Answer {
                    ticket,
                    call,
                    result,
                    is_aborted: false,
                });
            }
            Effect::MakeLogin => {
                let made = self.login_made();
                self.said.push_back(made);
            }
            Effect::Depart(address) => self.away = Some(address.as_str().to_owned()),
            Effect::Abort(ticket) => {
                let mut answers = self.answers.iter_mut();
                let answer = answers.find(|answer| answer.ticket == ticket);
                answer
                    .expect("only what is under way is aborted")
                    .is_aborted = true;
            }
            // Nothing comes then.
            Effect::LookUp { .. } if !self.has_handbook => {}
            Effect::LookUp { ticket, question } => {
                let answer = handbook::look_up(&question);
                self.said.push_back(Event::LookedUp { ticket, answer });
            }
            Effect::Practice(ask) => self.practise(ask),
            Effect::PushLocation(step) => self.history.push(step),
            Effect::ReplaceLocation(step) => {
                self.history.pop();
                self.history.push(step);
            }
            Effect::Copy { what, text } => {
                self.copied.push(text);
                self.said.push_back(Event::Copied { what, worked: true });
            }
            Effect::Wake { ticket, millis } => self.rests.push((ticket, millis)),
            Effect::Probe(_) => self.said.push_back(Event::Probed(Ok(()))),
            Effect::Forget { .. } | Effect::ForgetHere => {
                self.practice = None;
                self.bench = Bench::default();
                self.said
                    .retain(|event| !matches!(event, Event::BenchDrew(_) | Event::BenchWished(_)));
            }
            Effect::Bench(heard) => {
                for told in self.bench.0.hear(heard) {
                    self.said.push_back(match told {
                        Told::Drawn(drawn) => Event::BenchDrew(drawn),
                        Told::Wish(wish) => Event::BenchWished(wish),
                    });
                }
            }
            Effect::CopySecret { text, .. } => self.secretly_copied.push(text),
            Effect::Focus(_)
            | Effect::FocusOn(_)
            | Effect::Reveal(_)
            | Effect::ApplyTheme(_)
            | Effect::Save { .. } => {}
        }
    }

    /// How the calls of this route ended, as the workbench was told, oldest first.
    pub(crate) fn endings(&self, route: &str) -> Vec<&Ending> {
        let mut tickets = Vec::new();
        let mut endings = Vec::new();
        for effect in &self.effects {
            match effect {
                Effect::Bench(Heard::Called(called)) if called.call.spec.route == route => {
                    tickets.push(called.ticket);
                }
                Effect::Bench(Heard::Ended { ticket, ending }) if tickets.contains(ticket) => {
                    endings.push(ending);
                }
                _ => {}
            }
        }
        endings
    }

    /// What a surface of the workbench's says, and what can be copied from it.
    pub(crate) fn surface(&self, name: &str) -> String {
        let surfaces = self.view().surfaces;
        let drawn = surfaces.iter().find(|it| it.surface == name);
        drawn.map_or_else(String::new, |drawn| text_of(&drawn.tree))
    }

    /// How many logins were begun.
    pub(crate) fn logins(&self) -> u8 {
        self.logins
    }

    fn login_made(&mut self) -> Event {
        self.logins += 1;
        let random = std::array::from_fn(|at| at as u8 ^ self.logins);
        let keys = LoginKeys::of_random(&random);
        let digest = Sha256::digest(keys.verifier()).into();
        for key in [keys.verifier(), keys.state(), keys.nonce()] {
            self.secrets.insert(key.to_owned(), Mode::Live);
        }
        Event::LoginMade(Some((keys, digest)))
    }

    /// The dialog is answered, and the browser opens the page anew at the address of the answer.
    /// What comes of that stays under way.
    #[track_caller]
    pub(crate) fn come_back(&mut self, is_granted: bool) {
        let back = self.dialog_answers(is_granted);
        self.reload();
        self.act(Event::LoginReturned(Box::new(back)));
    }

    /// What the dialog sends the browser back with. The reader has left.
    #[track_caller]
    pub(crate) fn dialog_answers(&mut self, is_granted: bool) -> Returned {
        let address = self
            .away
            .take()
            .expect("the reader has left for the dialog");
        let (host, query) = address.split_once('?').unwrap();
        assert_eq!(host, "https://www.facebook.com/v26.0/dialog/oauth");
        let back = self.live.answer_dialog(self.now, query, is_granted);
        let back = back.expect("the dialog takes the address");
        self.learn_secrets();
        let request = HttpRequest {
            method: Method::Get,
            url: back.strip_suffix("#_=_").unwrap().to_owned(),
            headers: Vec::new(),
            body: None,
        };
        assert_eq!(request.bare_url(), ADDRESS);
        let mut returned = Returned::default();
        for (name, value) in request.query() {
            let value = Text(value);
            match name.as_str() {
                "state" => returned.state = value,
                "code" => returned.code = value,
                "error" => returned.error = value,
                "error_reason" => returned.reason = value,
                "error_description" => returned.description = value,
                _ => {}
            }
        }
        returned
    }

    fn practise(&mut self, ask: PracticeAsk) {
        let now = self.now;
        match ask {
            PracticeAsk::Open { snapshot } => {
                self.practice = snapshot.and_then(|text| World::restore(&text).ok());
                let token = self.world(Mode::Practice).fit_user_token(now);
                self.learn_secrets();
                self.tell();
                self.said.push_back(Event::PracticeOpened {
                    user_token: Text(token),
                });
            }
            PracticeAsk::CustomerWrites(text) => {
                customer_writes(self.world(Mode::Practice), now, &text);
                self.tell();
            }
            PracticeAsk::Scenario(name) => {
                let scenario = name.parse().expect("a scenario of the emulator's");
                self.world(Mode::Practice).set_scenario(now, scenario);
                self.tell();
            }
            PracticeAsk::Help => {
                self.world(Mode::Practice).help();
                self.tell();
            }
            PracticeAsk::Close => self.practice = None,
        }
    }

    /// The practice world says how it stands, as it does after everything that happens in it.
    fn tell(&mut self) {
        let now = self.now;
        let world = self.world(Mode::Practice);
        let phone = world.phone(now, world.main_page(), world.customer());
        let phone = phone.expect("the practice customer is in every world");
        let bubbles = phone.bubbles.into_iter().map(|bubble| PhoneBubble {
            from_customer: bubble.from_customer,
            text: bubble.text,
            time: bubble.time.unix(),
            quick_replies: bubble.quick_replies,
        });
        let event = Event::PracticeChanged {
            phone: Phone {
                page_name: phone.page_name,
                customer_name: phone.customer_name,
                bubbles: bubbles.collect(),
                typing: phone.typing,
                notification: world.notification(world.main_page(), world.customer()),
            },
            snapshot: Text(world.snapshot()),
            scenario: world.scenario().name().to_owned(),
            lessons: practice_worker::lessons(world),
        };
        self.said.push_back(event);
    }
}

/// The practice customer writes to the main Page.
pub(crate) fn customer_writes(world: &mut World, now: GraphTime, text: &str) {
    let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
    let written = world.customer_writes(now, &page, &psid, text);
    written.expect("the practice customer is in every world");
}

/// The tokens of a world.
fn secrets(world: &World) -> impl Iterator<Item = String> + use<> {
    let snapshot = world.snapshot();
    let of = |key: &str| {
        let parts = snapshot.split(key).skip(1);
        let texts = parts.filter_map(|part| part.split('"').next());
        texts.map(str::to_owned).collect::<Vec<_>>()
    };
    let codes = of("\"code\":\"");
    let secrets = of("\"secret\":\"").into_iter().chain(codes);
    let secrets = secrets.chain([world.app_token()]);
    secrets.collect::<Vec<_>>().into_iter()
}

pub(crate) fn text_of(node: &Node<u32>) -> String {
    match node {
        Node::Text(_, text) => text.clone(),
        Node::Surface(_) => String::new(),
        Node::Element(it) => it.children.iter().map(text_of).collect(),
    }
}
