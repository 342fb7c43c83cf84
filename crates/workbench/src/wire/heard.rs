//! What the page says.

use graph_api::json::{self, Value};
use graph_api::{Call, Carrier, Param, ParamValue, endpoints};
use remote_view::Acted;

use super::{METHODS, flag, list, number, of_token, read_texts, text_at, texts, token};
use crate::holds::Holds;
use crate::protocol::{Called, Ending, Heard};

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
                call(&it.call),
                (it.carrier == Carrier::Query).into(),
                it.at.into(),
                it.is_explored.into(),
                it.replaces.into(),
                of_token(it.token),
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
            Self::Drafted(None) => list([4_u32.into()]),
            Self::Drafted(Some((it, carrier))) => {
                list([4_u32.into(), call(&it), (carrier == Carrier::Query).into()])
            }
            Self::Holds(it) => list([5_u32.into(), holds(it)]),
            Self::Recognized { kind, since } => {
                list([8_u32.into(), of_token(Some(kind)), since.into()])
            }
            Self::Shared(text) => list([7_u32.into(), text.into()]),
            Self::Replied(it) => list([6_u32.into(), call(&it)]),
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
            2 => Self::Called(Called {
                ticket: number(items, 1)?,
                call: read_call(items.get(2)?)?,
                token: token(items, 7),
                carrier: carrier(items, 3),
                at: items.get(4)?.as_i64()?,
                is_explored: flag(items, 5),
                replaces: number(items, 6),
            }),
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
            4 => {
                let call = items.get(1).and_then(read_call);
                Self::Drafted(call.map(|call| (call, carrier(items, 2))))
            }
            5 => Self::Holds(read_holds(items.get(1)?.as_list()?)?),
            8 => Self::Recognized {
                kind: token(items, 1)?,
                since: number(items, 2)?,
            },
            7 => Self::Shared(text_at(items, 1)?),
            6 => Self::Replied(read_call(items.get(1)?)?),
            _ => return None,
        })
    }
}

fn call(it: &Call) -> Value {
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
    ])
}

fn read_call(json: &Value) -> Option<Call> {
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
    Some(call)
}

fn carrier(items: &[Value], at: usize) -> Carrier {
    match flag(items, at) {
        true => Carrier::Query,
        false => Carrier::FormBody,
    }
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
    })
}
