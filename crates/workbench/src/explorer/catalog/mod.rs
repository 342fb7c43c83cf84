//! What is known of Graph: its nodes, their fields and edges, and the parameters of each call.
//!
//! Needs are those of [`graph_api`]'s endpoints; a call that has no endpoint there has a [`Spec`]
//! here, made of its neighbour's. What is not listed can be asked all the same.

mod conversation;
mod message;
mod page;
mod params;
mod send;
mod token;
mod user;

use graph_api::{Method, Spec, TokenKind, TokenNeed};

pub(crate) use conversation::{CONVERSATION, READ as READ_CONVERSATION};
pub(crate) use message::{MESSAGE, READ as READ_MESSAGE};
pub(crate) use page::{PAGE, READ as READ_PAGE};
pub(crate) use send::SEND;
pub(crate) use token::{DEBUG, DEBUG_TOKEN};
pub(crate) use user::{READ as READ_USER, USER};

/// A kind of thing that has an ID or stands in one that has.
#[derive(Debug)]
pub(crate) struct Node {
    /// With its article, as in `a Page`.
    pub(crate) name: &'static str,
    /// What can be asked of it.
    pub(crate) fields: &'static [Field],
}

/// Something that can be asked of a node.
#[derive(Debug)]
pub(crate) struct Field {
    /// As it stands in `fields`.
    pub(crate) name: &'static str,
    /// In a few words.
    pub(crate) about: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
}

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A value, by the name of its type.
    Plain(&'static str),
    /// One node or several, which have fields of their own.
    Part(&'static Node),
    /// A list that is also a path of its own.
    Edge(&'static Edge),
}

/// A path below a node's ID.
#[derive(Debug)]
pub(crate) struct Edge {
    /// What its rows are.
    pub(crate) rows: &'static Node,
    /// What can be done with it.
    pub(crate) uses: &'static [Use],
    /// Whether it can be asked for among the fields, too.
    pub(crate) is_field: bool,
}

/// A call.
#[derive(Debug)]
pub(crate) struct Use {
    /// In a few words.
    pub(crate) about: &'static str,
    /// What it needs.
    pub(crate) spec: &'static Spec,
    /// Its parameters, but for the token.
    pub(crate) params: &'static [Param],
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Param {
    /// Its name.
    pub(crate) name: &'static str,
    /// In a few words.
    pub(crate) about: &'static str,
    /// What it takes.
    pub(crate) takes: Takes,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Any text.
    Text,
    /// Fields of the node that is asked for.
    Fields,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A person's PSID.
    Psid,
    /// JSON; such as this.
    Json(&'static str),
}

impl Node {
    /// A field, edges included.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What can be asked for among the fields, with this token.
    pub(crate) fn pickable(&self, token: TokenKind) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields.iter();
        fields.filter(move |field| match field.kind {
            Kind::Edge(edge) => edge.is_field && edge.can_read(token),
            _ => true,
        })
    }

    /// An edge.
    pub(crate) fn edge(&self, name: &str) -> Option<&'static Edge> {
        match self.field(name)?.kind {
            Kind::Edge(edge) => Some(edge),
            _ => None,
        }
    }

    /// The edges and their names.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (&'static Field, &'static Edge)> {
        self.fields.iter().filter_map(|field| match field.kind {
            Kind::Edge(edge) => Some((field, edge)),
            _ => None,
        })
    }
}

impl Edge {
    /// Whether this token reads it.
    fn can_read(&self, token: TokenKind) -> bool {
        let mut reads = self.uses.iter().filter(|it| it.spec.method == Method::Get);
        reads.any(|it| !matches!(it.spec.token, TokenNeed::Only(other) if other != token))
    }
}

impl Field {
    /// What its value is made of, if that has fields.
    pub(crate) fn node(&self) -> Option<&'static Node> {
        match self.kind {
            Kind::Plain(_) => None,
            Kind::Part(node) => Some(node),
            Kind::Edge(edge) => Some(edge.rows),
        }
    }

    /// What it holds, in a word.
    pub(crate) fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Plain(name) => name,
            Kind::Part(_) => "object",
            Kind::Edge(_) => "list",
        }
    }
}

/// A field with a plain value.
pub(crate) const fn plain(name: &'static str, kind: &'static str, about: &'static str) -> Field {
    Field {
        name,
        about,
        kind: Kind::Plain(kind),
    }
}

/// A field that has fields.
pub(crate) const fn part(name: &'static str, node: &'static Node, about: &'static str) -> Field {
    Field {
        name,
        about,
        kind: Kind::Part(node),
    }
}

/// A field that is a path of its own.
pub(crate) const fn edge(name: &'static str, edge: &'static Edge, about: &'static str) -> Field {
    Field {
        name,
        about,
        kind: Kind::Edge(edge),
    }
}
