//! What page and workbench say, as texts: a list on one line, and after it the body of an answer as
//! it came, which may be megabytes.

use std::sync::Arc;

use graph_api::json::{self, Value};
use graph_api::{Call, Carrier, Method, Param, ParamValue, TokenKind, endpoints};
use remote_view::{Acted, Node};

use crate::holds::Holds;
use crate::protocol::{Called, Drawn, Ending, Heard, Told};
use crate::wish::{IdKind, Request, Wish};

const METHODS: [Method; 3] = [Method::Get, Method::Post, Method::Delete];
const ID_KINDS: [IdKind; 5] = [
    IdKind::Page,
    IdKind::Psid,
    IdKind::Conversation,
    IdKind::Message,
    IdKind::Other,
];

fn list<const N: usize>(items: [Value; N]) -> Value {
    Value::List(items.into())
}

impl Heard {
    /// The text to post.
    #[must_use]
    pub fn write(self) -> String {
        let mut rest = String::new();
        let head = match self {
            Self::Opened => list([0_u32.into()]),
            Self::Acted(it) => list([
                1_u32.into(),
                it.surface.into(),
                it.drawing.into(),
                it.place.into(),
                it.value.into(),
            ]),
            Self::Called(it) => list([
                2_u32.into(),
                it.ticket.into(),
                call(&it.call, it.carrier),
                it.at.into(),
                it.is_explored.into(),
                it.replaces.into(),
            ]),
            Self::Ended { ticket, ending } => {
                let (kind, more) = match ending {
                    Ending::Cancelled => (0_u32, Value::Null),
                    Ending::Offline => (1, Value::Null),
                    Ending::TimedOut => (2, Value::Null),
                    Ending::Unreachable => (3, Value::Null),
                    Ending::Answered {
                        status,
                        millis,
                        body,
                        secrets,
                    } => {
                        rest = body;
                        let status = u32::from(status).into();
                        (4, list([status, millis.into(), texts(secrets)]))
                    }
                };
                list([3_u32.into(), ticket.into(), kind.into(), more])
            }
            Self::Drafted(it) => list([
                4_u32.into(),
                it.map_or(Value::Null, |(it, carrier)| call(&it, carrier)),
            ]),
            Self::Holds(it) => list([5_u32.into(), holds(it)]),
            Self::Shared(text) => list([7_u32.into(), text.into()]),
            Self::Replied(it, carrier) => list([6_u32.into(), call(&it, carrier)]),
        };
        let mut text = head.to_string();
        text.push('\n');
        text.push_str(&rest);
        text
    }

    /// Reads what [`Heard::write`] wrote; none when it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once('\n')?;
        let head = json::parse(head).ok()?;
        let items = head.as_list()?;
        Some(match number(items, 0)? {
            0 => Self::Opened,
            1 => Self::Acted(Acted {
                surface: text_at(items, 1)?,
                drawing: number(items, 2)?,
                place: number(items, 3)?,
                value: text_at(items, 4)?,
            }),
            2 => {
                let (call, carrier) = read_call(items.get(2)?)?;
                Self::Called(Called {
                    ticket: number(items, 1)?,
                    call,
                    carrier,
                    at: items.get(3)?.as_i64()?,
                    is_explored: flag(items, 4),
                    replaces: number(items, 5),
                })
            }
            3 => Self::Ended {
                ticket: number(items, 1)?,
                ending: match number(items, 2)? {
                    0 => Ending::Cancelled,
                    1 => Ending::Offline,
                    2 => Ending::TimedOut,
                    3 => Ending::Unreachable,
                    _ => {
                        let more = items.get(3)?.as_list()?;
                        Ending::Answered {
                            status: number(more, 0)?.try_into().ok()?,
                            millis: number(more, 1)?,
                            body: rest.to_owned(),
                            secrets: read_texts(more.get(2)?)?,
                        }
                    }
                },
            },
            4 => Self::Drafted(items.get(1).and_then(read_call)),
            5 => Self::Holds(read_holds(items.get(1)?.as_list()?)?),
            7 => Self::Shared(text_at(items, 1)?),
            6 => {
                let (call, carrier) = read_call(items.get(1)?)?;
                Self::Replied(call, carrier)
            }
            _ => return None,
        })
    }
}

fn call(it: &Call, carrier: Carrier) -> Value {
    let mut params = Vec::new();
    for param in &it.params {
        params.push(param.name.as_ref().into());
        params.push(match &param.value {
            ParamValue::Text(text) => text.as_str().into(),
            ParamValue::OwnToken => 0_u32.into(),
            ParamValue::Verifier => 1_u32.into(),
        });
    }
    list([
        (it.spec.method as u32).into(),
        it.spec.route.into(),
        it.version.to_string().into(),
        it.path.as_str().into(),
        Value::List(params),
        (carrier == Carrier::Query).into(),
    ])
}

fn read_call(json: &Value) -> Option<(Call, Carrier)> {
    let items = json.as_list()?;
    let method = *METHODS.get(number(items, 0)? as usize)?;
    let route = text_at(items, 1)?;
    let mut params = Vec::new();
    for pair in items.get(4)?.as_list()?.chunks_exact(2) {
        let value = match number(pair, 1) {
            Some(0) => ParamValue::OwnToken,
            Some(_) => ParamValue::Verifier,
            None => ParamValue::Text(text_at(pair, 1)?),
        };
        let name = text_at(pair, 0)?.into();
        params.push(Param { name, value });
    }
    let version = text_at(items, 2)?.parse().ok()?;
    let mut call = Call::free(method, version, text_at(items, 3)?, params);
    let known = |it: &&&graph_api::Spec| it.method == method && it.route == route;
    if let Some(spec) = endpoints::ALL.iter().find(known) {
        call.spec = spec;
    }
    let carrier = match flag(items, 5) {
        true => Carrier::Query,
        false => Carrier::FormBody,
    };
    Some((call, carrier))
}

fn holds(it: Holds) -> Value {
    let page = it.page.map(|(id, name)| list([id.into(), name.into()]));
    list([
        it.user_token.into(),
        it.page_token.into(),
        it.granted.map(texts).into(),
        page.into(),
        it.psid.into(),
        it.conversation.into(),
        it.version.to_string().into(),
        it.is_practice.into(),
        it.is_exploring.into(),
        it.language.into(),
        i64::from(it.offset_minutes).into(),
    ])
}

fn read_holds(items: &[Value]) -> Option<Holds> {
    let page = items.get(3)?.as_list();
    Some(Holds {
        user_token: flag(items, 0),
        page_token: flag(items, 1),
        granted: items.get(2).and_then(read_texts),
        page: page.and_then(|page| Some((text_at(page, 0)?, text_at(page, 1)?))),
        psid: text_at(items, 4),
        conversation: text_at(items, 5),
        version: text_at(items, 6)?.parse().ok()?,
        is_practice: flag(items, 7),
        is_exploring: flag(items, 8),
        language: text_at(items, 9)?,
        offset_minutes: items.get(10)?.as_i64()?.try_into().ok()?,
    })
}

impl Told {
    /// The text to post: several at once.
    #[must_use]
    pub fn write(all: Vec<Self>) -> String {
        let all = all.into_iter().map(told);
        Value::List(all.collect()).to_string()
    }

    /// Reads what [`Told::write`] wrote. What is something else is left out.
    #[must_use]
    pub fn read(text: &str) -> Vec<Self> {
        let mut all = Vec::new();
        let json = json::parse(text).ok();
        for item in json.as_ref().and_then(Value::as_list).unwrap_or_default() {
            all.extend(item.as_list().and_then(read_told));
        }
        all
    }
}

fn told(it: Told) -> Value {
    let wish = match it {
        Told::Drawn(it) => {
            let tree = Arc::unwrap_or_clone(it.tree).into_json();
            return list([0_u32.into(), it.surface.into(), it.drawing.into(), tree]);
        }
        Told::Wish(wish) => wish,
    };
    match wish {
        Wish::Copy { what, text } => list([1_u32.into(), what.into(), text.into()]),
        Wish::Save { name, kind, text } => {
            list([2_u32.into(), name.into(), kind.into(), text.into()])
        }
        Wish::Focus(id) => list([3_u32.into(), id.into()]),
        Wish::Say(text) => list([4_u32.into(), text.into()]),
        Wish::Send(it) => {
            let mut params = Vec::new();
            for (name, value) in it.params {
                params.push(name.into());
                params.push(value.into());
            }
            list([
                5_u32.into(),
                (it.method as u32).into(),
                it.version.to_string().into(),
                it.path.into(),
                Value::List(params),
                it.token.map(|kind| kind as u32).into(),
            ])
        }
        Wish::CancelCall(ticket) => list([6_u32.into(), ticket.into()]),
        Wish::CopyLink(fragment) => list([11_u32.into(), fragment.into()]),
        Wish::Remember(name) => list([10_u32.into(), name.into()]),
        Wish::Take(kind, id) => list([7_u32.into(), (kind as u32).into(), id.into()]),
        Wish::Show => list([8_u32.into()]),
        Wish::CopyWithToken {
            what,
            pieces,
            token,
        } => list([
            9_u32.into(),
            what.into(),
            texts(pieces),
            (token as u32).into(),
        ]),
        // Between parts of the workbench.
        Wish::Cancel | Wish::Explore(_) | Wish::Query(_) => list([]),
    }
}

fn read_told(items: &[Value]) -> Option<Told> {
    Some(Told::Wish(match number(items, 0)? {
        0 => {
            return Some(Told::Drawn(Drawn {
                surface: text_at(items, 1)?,
                drawing: number(items, 2)?,
                tree: Arc::new(Node::from_json(items.get(3)?)?),
            }));
        }
        1 => Wish::Copy {
            what: text_at(items, 1)?,
            text: text_at(items, 2)?,
        },
        2 => Wish::Save {
            name: text_at(items, 1)?,
            kind: text_at(items, 2)?,
            text: text_at(items, 3)?,
        },
        3 => Wish::Focus(text_at(items, 1)?),
        4 => Wish::Say(text_at(items, 1)?),
        5 => {
            let mut params = Vec::new();
            for pair in items.get(4)?.as_list()?.chunks_exact(2) {
                params.push((text_at(pair, 0)?, text_at(pair, 1)?));
            }
            Wish::Send(Request {
                method: *METHODS.get(number(items, 1)? as usize)?,
                version: text_at(items, 2)?.parse().ok()?,
                path: text_at(items, 3)?,
                params,
                token: token(items, 5),
            })
        }
        6 => Wish::CancelCall(number(items, 1)?),
        11 => Wish::CopyLink(text_at(items, 1)?),
        10 => Wish::Remember(text_at(items, 1)?),
        7 => {
            let kind = *ID_KINDS.get(number(items, 1)? as usize)?;
            Wish::Take(kind, text_at(items, 2)?)
        }
        8 => Wish::Show,
        9 => Wish::CopyWithToken {
            what: text_at(items, 1)?,
            pieces: read_texts(items.get(2)?)?,
            token: token(items, 3)?,
        },
        _ => return None,
    }))
}

fn texts(all: Vec<String>) -> Value {
    all.into_iter().map(Value::from).collect()
}

#[inline(never)]
fn read_texts(json: &Value) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for item in json.as_list()? {
        texts.push(item.as_str()?.to_owned());
    }
    Some(texts)
}

fn token(items: &[Value], at: usize) -> Option<TokenKind> {
    Some(match number(items, at)? {
        0 => TokenKind::User,
        _ => TokenKind::Page,
    })
}

fn flag(items: &[Value], at: usize) -> bool {
    matches!(items.get(at), Some(Value::Bool(true)))
}

#[inline(never)]
fn number(items: &[Value], at: usize) -> Option<u32> {
    items.get(at)?.as_u64()?.try_into().ok()
}

#[inline(never)]
fn text_at(items: &[Value], at: usize) -> Option<String> {
    items.get(at)?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use graph_api::endpoints::{DebugToken, GetMe, SendMessage};
    use graph_api::{Endpoint as _, GraphVersion};
    use remote_view::{Ink, el};

    #[track_caller]
    fn check_heard(heard: Heard) {
        let text = heard.clone().write();
        assert_eq!(Heard::read(&text), Some(heard), "{text}");
    }

    fn called(call: Call) -> Heard {
        Heard::Called(Called {
            ticket: u32::MAX,
            call,
            carrier: Carrier::Query,
            at: 1_764_000_000_000,
            is_explored: true,
            replaces: Some(1),
        })
    }

    #[test]
    fn what_the_page_says_is_read_back() {
        let version = GraphVersion::default();
        check_heard(Heard::Opened);
        check_heard(called(GetMe.call(version)));
        check_heard(called(DebugToken.call(version)));
        for method in METHODS {
            let params = vec![Param::text("a b", "it's \"q\"\n"), Param::text("", "")];
            check_heard(called(Call::free(
                method,
                version,
                "/me".to_owned(),
                params,
            )));
        }
        check_heard(Heard::Shared("#/explorer/GET/me".to_owned()));
        check_heard(Heard::Drafted(None));
        let draft = (GetMe.call(version), Carrier::FormBody);
        check_heard(Heard::Drafted(Some(draft)));
        check_heard(Heard::Replied(DebugToken.call(version), Carrier::Query));
        check_heard(Heard::Acted(Acted {
            surface: "panel".to_owned(),
            drawing: 3,
            place: 9,
            value: "two\nlines".to_owned(),
        }));
        check_heard(Heard::Holds(Holds::default()));
        check_heard(Heard::Holds(Holds {
            user_token: true,
            page_token: true,
            granted: Some(vec!["pages_messaging".to_owned()]),
            page: Some(("1".to_owned(), "Maple".to_owned())),
            psid: Some("2".to_owned()),
            conversation: Some("t_3".to_owned()),
            version,
            is_practice: true,
            is_exploring: true,
            language: "curl".to_owned(),
            offset_minutes: -330,
        }));
        for ending in [
            Ending::Cancelled,
            Ending::Offline,
            Ending::TimedOut,
            Ending::Unreachable,
            Ending::Answered {
                status: 502,
                millis: 17,
                body: "<html>\n\u{feff}\0</html>\n".to_owned(),
                secrets: vec!["secret-1".to_owned()],
            },
        ] {
            check_heard(Heard::Ended { ticket: 1, ending });
        }
    }

    #[test]
    fn what_the_workbench_says_is_read_back() {
        let view: Node<u32> = el("p").with(Node::Text(Ink::Name, "Zoë".to_owned())).into();
        let text = || "a \"text\"\n".to_owned();
        let request = |token| Request {
            method: Method::Delete,
            version: GraphVersion::default(),
            path: "/me/accounts".to_owned(),
            params: vec![("fields".to_owned(), text())],
            token,
        };
        let mut all = vec![Told::Drawn(Drawn {
            surface: "panel".to_owned(),
            drawing: 7,
            tree: Arc::new(view),
        })];
        let wishes = [
            Wish::Copy {
                what: text(),
                text: text(),
            },
            Wish::CopyWithToken {
                what: text(),
                pieces: vec![text(), String::new()],
                token: TokenKind::Page,
            },
            Wish::Save {
                name: text(),
                kind: text(),
                text: text(),
            },
            Wish::Focus(text()),
            Wish::Say(text()),
            Wish::Send(request(None)),
            Wish::Send(request(Some(TokenKind::User))),
            Wish::CancelCall(4),
            Wish::Remember(text()),
            Wish::Show,
            Wish::CopyLink(text()),
        ];
        all.extend(wishes.map(Told::Wish));
        all.extend(ID_KINDS.map(|kind| Told::Wish(Wish::Take(kind, "42".to_owned()))));
        let text = Told::write(all.clone());
        assert_eq!(Told::read(&text), all, "{text}");
    }

    #[test]
    fn a_secret_parameter_travels_as_its_place() {
        let text = called(DebugToken.call(GraphVersion::default())).write();
        assert!(text.contains("\"input_token\",0"), "{text}");
        assert_eq!(SendMessage::SPEC.method as u32, 1);
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in [
            "",
            "[]\n",
            "[9]\n",
            "{}\n",
            "[1,2,3]\n",
            "[0]",
            "[3,1,4,[1]]\n",
        ] {
            assert_eq!(Heard::read(bad), None, "{bad}");
        }
        for bad in ["", "[[9]]", "{}", "[[]]", "[[7,99,\"1\"]]"] {
            assert_eq!(Told::read(bad), Vec::new(), "{bad}");
        }
    }
}
