//! The codes of Meta's lists: the Graph API's guide to errors, the Messenger Platform's table, and
//! the reference of a Page's messages; and those that were seen in answers.

use handbook::{Asked, Came, Situation};

/// A code, a subcode or 0, and the calls at which it may come.
pub(crate) type Row = (u64, u64, &'static [Asked]);

pub(crate) const ALL: &[Asked] = &[
    Asked::Token,
    Asked::Pages,
    Asked::Conversations,
    Asked::Messages,
    Asked::Send,
    Asked::Write,
    Asked::Query,
];

const SEND: &[Asked] = &[Asked::Send, Asked::Write];

/// Every code and subcode that is listed, or was seen.
pub(crate) const LISTED: &[Row] = &[
    (1, 0, ALL),
    (1, 99, ALL),
    (1, 1_357_046, ALL),
    (1, 1_965_014, ALL),
    (2, 0, ALL),
    (2, 2_018_344, SEND),
    (3, 0, ALL),
    (4, 0, ALL),
    (4, 2_018_022, SEND),
    (4, 2_018_354, SEND),
    (9, 0, ALL),
    (9, 2_018_352, SEND),
    (10, 0, ALL),
    (10, 1_893_063, SEND),
    (10, 2_018_028, SEND),
    (10, 2_018_065, SEND),
    (10, 2_018_108, SEND),
    (10, 2_018_278, SEND),
    (10, 2_018_300, SEND),
    (10, 2_534_022, SEND),
    (17, 0, ALL),
    (32, 0, ALL),
    (33, 0, ALL),
    (100, 0, ALL),
    (100, 33, ALL),
    (100, 1_893_061, SEND),
    (100, 2_018_001, SEND),
    (100, 2_018_014, SEND),
    (100, 2_018_018, SEND),
    (100, 2_018_034, SEND),
    (100, 2_018_035, SEND),
    (100, 2_018_040, SEND),
    (100, 2_018_041, SEND),
    (100, 2_018_047, SEND),
    (100, 2_018_053, SEND),
    (100, 2_018_098, SEND),
    (100, 2_018_099, SEND),
    (102, 0, ALL),
    (104, 0, ALL),
    (105, 0, SEND),
    (190, 0, ALL),
    (194, 0, SEND),
    (190, 458, ALL),
    (190, 459, ALL),
    (190, 460, ALL),
    (190, 463, ALL),
    (190, 464, ALL),
    (190, 466, ALL),
    (190, 467, ALL),
    (190, 492, ALL),
    (200, 0, ALL),
    (200, 1_545_041, SEND),
    (200, 2_018_028, SEND),
    (200, 2_069_030, ALL),
    (230, 0, ALL),
    (283, 0, ALL),
    (299, 0, ALL),
    (341, 0, ALL),
    (368, 0, ALL),
    (506, 0, SEND),
    (506, 1_455_006, SEND),
    (551, 0, SEND),
    (551, 1_545_041, SEND),
    (613, 0, ALL),
    (803, 0, ALL),
    (1200, 2_018_024, SEND),
    (2022, 0, SEND),
    (2500, 0, ALL),
    (10_900, 0, SEND),
    (10_903, 0, SEND),
    (80_006, 0, ALL),
    (1_609_005, 0, SEND),
    (2_018_300, 0, SEND),
    (9_000_001, 0, ALL),
];

/// Nothing is known but what came, and where.
pub(crate) fn situation(asked: Asked, code: u64, subcode: u64) -> Situation {
    Situation {
        asked,
        came: Came::Refused {
            code: Some(code),
            subcode: Some(subcode).filter(|subcode| *subcode > 0),
        },
        is_practice: false,
        has_page: false,
        token: None,
        clue: None,
        granted: None,
    }
}
