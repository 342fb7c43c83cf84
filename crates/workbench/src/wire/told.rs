//! What the workbench says.

use std::sync::Arc;

use graph_api::json::{self, Value};
use remote_view::Node;

use super::{METHODS, list, number, of_token, read_texts, text_at, texts, token};
use crate::protocol::{Drawn, Told};
use crate::wish::{IdKind, Request, Wish};

pub(super) const ID_KINDS: [IdKind; 5] = [
    IdKind::Page,
    IdKind::Psid,
    IdKind::Conversation,
    IdKind::Message,
    IdKind::Other,
];

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
        Wish::Tell(text) => list([12_u32.into(), text.into()]),
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
                of_token(it.token),
            ])
        }
        Wish::CancelCall(ticket) => list([6_u32.into(), ticket.into()]),
        Wish::CopyLink { what, fragment } => list([11_u32.into(), what.into(), fragment.into()]),
        Wish::Reveal(id) => list([13_u32.into(), id.into()]),
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
        12 => Wish::Tell(text_at(items, 1)?),
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
        11 => Wish::CopyLink {
            what: text_at(items, 1)?,
            fragment: text_at(items, 2)?,
        },
        13 => Wish::Reveal(text_at(items, 1)?),
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
