//! The parameters that many calls share.

use super::{Param, Takes};

pub(super) const FIELDS: Param = Param {
    name: "fields",
    about: "What to ask for",
    takes: Takes::Fields,
};

pub(super) const LIMIT: Param = Param {
    name: "limit",
    about: "How many rows at most; 25 unless told",
    takes: Takes::Text,
};

pub(super) const AFTER: Param = Param {
    name: "after",
    about: "The cursor to go on from",
    takes: Takes::Text,
};

pub(super) const BEFORE: Param = Param {
    name: "before",
    about: "The cursor to go back from",
    takes: Takes::Text,
};

/// Of a node.
pub(super) const NODE: &[Param] = &[FIELDS];

/// Of a list.
pub(super) const LIST: &[Param] = &[FIELDS, LIMIT, AFTER, BEFORE];
