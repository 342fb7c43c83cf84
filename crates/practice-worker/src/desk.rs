//! Answers the page's questions out of a practice world.

use graph_api::GraphTime;
use graph_emulator::World;

use crate::lessons::lessons;
use crate::protocol::{Answer, Ask, Bubble, Keys, Phone, Question, Told};

/// A practice world, made at the first question. Plain values in and out.
#[derive(Debug, Default)]
pub struct Desk {
    world: Option<World>,
}

impl Desk {
    /// Answers an [`Ask`] with a [`Told`], both as JSON.
    pub fn answer(&mut self, message: &str) -> String {
        let told = match Ask::from_text(message) {
            Some(ask) => self.handle(ask),
            None => {
                let why = "the question cannot be read".to_owned();
                self.told(0, GraphTime::from_unix(0), Answer::Failed(why))
            }
        };
        told.into_text()
    }

    /// Answers one question.
    pub fn handle(&mut self, ask: Ask) -> Told {
        let now = GraphTime::from_unix(ask.now);
        let world = self.world.get_or_insert_with(|| fresh(now));
        let answer = match ask.what {
            Question::Open { snapshot } => open(world, now, snapshot.as_deref()),
            Question::Reset => {
                *world = fresh(now);
                Answer::Opened(keys(world, now, None))
            }
            Question::Request(request) => {
                let reply = world.handle(now, &request);
                Answer::Response {
                    response: reply.response,
                    delay_ms: reply.delay_ms,
                }
            }
            Question::CustomerWrites { text } => {
                let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
                match world.customer_writes(now, &page, &psid, &text) {
                    Ok(()) => Answer::Done,
                    Err(problem) => Answer::Failed(problem.to_string()),
                }
            }
            Question::Help => {
                world.help();
                Answer::Done
            }
            Question::Scenario(name) => match name.parse() {
                Ok(scenario) => {
                    world.set_scenario(now, scenario);
                    Answer::Done
                }
                Err(problem) => Answer::Failed(problem.to_string()),
            },
        };
        self.told(ask.ticket, now, answer)
    }

    fn told(&mut self, ticket: u32, now: GraphTime, what: Answer) -> Told {
        let world = self.world.get_or_insert_with(|| fresh(now));
        Told {
            ticket,
            what,
            phone: phone(world, now),
            snapshot: world.snapshot(),
            scenario: world.scenario().to_string(),
            lessons: lessons(world),
        }
    }
}

/// Another time, another world: IDs and tokens differ from one practice to the next.
fn fresh(now: GraphTime) -> World {
    World::new(now.unix().unsigned_abs(), now)
}

fn open(world: &mut World, now: GraphTime, snapshot: Option<&str>) -> Answer {
    let restarted = match snapshot.map(World::restore) {
        Some(Ok(restored)) => {
            *world = restored;
            None
        }
        Some(Err(problem)) => {
            *world = fresh(now);
            Some(problem.to_string())
        }
        None => {
            *world = fresh(now);
            None
        }
    };
    Answer::Opened(keys(world, now, restarted))
}

fn keys(world: &mut World, now: GraphTime, restarted: Option<String>) -> Keys {
    let user_token = world.fit_user_token(now);
    let phone = phone(world, now);
    Keys {
        user_token,
        user_name: world.user_name().to_owned(),
        page_id: phone.page_id,
        page_name: phone.page_name,
        customer_name: phone.customer_name,
        restarted,
    }
}

fn phone(world: &World, now: GraphTime) -> Phone {
    let Some(phone) = world.phone(now, world.main_page(), world.customer()) else {
        return Phone::default(); // The practice customer is in every world.
    };
    let bubbles = phone.bubbles.into_iter().map(|bubble| Bubble {
        from_customer: bubble.from_customer,
        text: match (bubble.text.is_empty(), bubble.attachment) {
            (true, Some(kind)) => format!("[{kind}]"),
            _ => bubble.text,
        },
        time: bubble.time.unix(),
        quick_replies: bubble.quick_replies,
    });
    Phone {
        page_id: phone.page_id,
        page_name: phone.page_name,
        customer_name: phone.customer_name,
        bubbles: bubbles.collect(),
        typing: phone.typing,
        notification: world.notification(world.main_page(), world.customer()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use graph_api::endpoints::send_message::{MessagingType, Outgoing, QuickReply, SendMessage};
    use graph_api::endpoints::{GetMe, ListPages};
    use graph_api::{
        AccessToken, Carrier, Endpoint, GraphVersion, HttpResponse, PageId, Psid, UserAccessToken,
    };

    const NOW: i64 = 1_795_435_200;

    fn ask(desk: &mut Desk, what: Question) -> Told {
        let ask = Ask {
            ticket: 7,
            now: NOW,
            what,
        };
        Told::from_text(&desk.answer(&ask.into_text())).unwrap()
    }

    fn open_with(desk: &mut Desk, snapshot: Option<String>) -> (Keys, Told) {
        let told = ask(desk, Question::Open { snapshot });
        match told.what.clone() {
            Answer::Opened(keys) => (keys, told),
            other => panic!("{other:?}"),
        }
    }

    fn call<E: Endpoint>(
        desk: &mut Desk,
        endpoint: &E,
        token: impl Into<AccessToken>,
    ) -> HttpResponse {
        let call = endpoint.call(GraphVersion::default());
        let request = Carrier::FormBody.request(&call, &token.into());
        match ask(desk, Question::Request(request)).what {
            Answer::Response { response, delay_ms } => {
                assert!((50..2000).contains(&delay_ms));
                response
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_whole_way_to_a_reply_works() {
        let mut desk = Desk::default();
        let (keys, told) = open_with(&mut desk, None);
        assert_eq!((told.ticket, told.scenario.as_str()), (7, "none"));
        assert_eq!(told.phone.bubbles, []);
        let user = UserAccessToken::new(keys.user_token.as_str());
        let pages = ListPages::default().answer(&call(&mut desk, &ListPages::default(), user));
        let page = pages
            .unwrap()
            .rows
            .into_iter()
            .find(|row| row.id.as_str() == keys.page_id);
        let token = page.unwrap().access_token.unwrap();

        let text = "Hello!".to_owned();
        let told = ask(&mut desk, Question::CustomerWrites { text });
        assert_eq!(told.what, Answer::Done);
        assert!(told.phone.bubbles[0].from_customer);

        let psid = desk.world.as_ref().unwrap().customer().to_owned();
        let send = SendMessage {
            page: PageId::parse(&keys.page_id).unwrap(),
            to: Psid::parse(&psid).unwrap(),
            what: Outgoing::Message {
                text: "Welcome!".to_owned(),
                quick_replies: vec![QuickReply {
                    title: "Thanks".into(),
                    payload: "T".into(),
                }],
                kind: MessagingType::Response,
            },
        };
        let sent = call(&mut desk, &send, token);
        assert_eq!(sent.status, 200, "{}", sent.body);
        let snapshot = ask(&mut desk, Question::Scenario("none".into())).snapshot;

        // A reload: another desk, the same world.
        let (again, told) = open_with(&mut Desk::default(), Some(snapshot));
        assert_eq!(
            (&again.user_token, again.restarted),
            (&keys.user_token, None)
        );
        let [hello, welcome] = &told.phone.bubbles[..] else {
            panic!("{:?}", told.phone);
        };
        assert_eq!(
            (hello.text.as_str(), welcome.text.as_str()),
            ("Hello!", "Welcome!")
        );
        assert_eq!(
            (welcome.from_customer, welcome.quick_replies.as_slice()),
            (false, &["Thanks".to_owned()][..])
        );
    }

    #[test]
    fn a_bad_snapshot_starts_afresh_and_says_so() {
        for bad in ["", "nonsense", "{}", r#"{"format":99}"#] {
            let (keys, _) = open_with(&mut Desk::default(), Some(bad.to_owned()));
            assert!(keys.restarted.is_some(), "{bad}");
            assert!(!keys.user_token.is_empty());
        }
    }

    #[test]
    fn opening_again_gives_a_token_that_works() {
        let mut desk = Desk::default();
        let (keys, _) = open_with(&mut desk, None);
        let told = ask(&mut desk, Question::Scenario("token-expired".into()));
        assert_eq!(told.scenario, "token-expired");
        let user = UserAccessToken::new(keys.user_token.as_str());
        assert_eq!(call(&mut desk, &GetMe, user).status, 400);
        let (fresh, _) = open_with(&mut desk, Some(told.snapshot));
        assert_ne!(fresh.user_token, keys.user_token);
        let user = UserAccessToken::new(fresh.user_token.as_str());
        assert_eq!(call(&mut desk, &GetMe, user).status, 200);
    }

    #[test]
    fn a_reset_forgets() {
        let mut desk = Desk::default();
        ask(
            &mut desk,
            Question::CustomerWrites {
                text: "Hello!".into(),
            },
        );
        let told = ask(&mut desk, Question::Reset);
        assert!(matches!(told.what, Answer::Opened(_)));
        assert_eq!(told.phone.bubbles, []);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let mut desk = Desk::default();
        let told = Told::from_text(&desk.answer("nonsense")).unwrap();
        assert_eq!(told.ticket, 0);
        assert!(matches!(told.what, Answer::Failed(_)));
        let told = ask(&mut desk, Question::Scenario("no-such-thing".into()));
        assert!(matches!(told.what, Answer::Failed(_)));
    }

    #[test]
    fn debug_tells_no_token() {
        let mut desk = Desk::default();
        let (keys, told) = open_with(&mut desk, None);
        let ask = Ask {
            ticket: 1,
            now: NOW,
            what: Question::Open {
                snapshot: Some(told.snapshot.clone()),
            },
        };
        let text = format!("{desk:?} {keys:?} {told:?} {ask:?}");
        assert!(!text.contains("practice-"), "{text}");
    }
}
