//! Each code is explained, and no two causes share a text by accident.

use std::collections::BTreeMap;

use handbook::{Asked, Came, Explanation, Situation, explain, title_of_empty};

use crate::codes::{ALL, LISTED, situation};

/// What nobody has heard of.
pub(crate) fn general(asked: Asked) -> Explanation {
    explain(&situation(asked, 77_777, 0))
}

/// A title, a why, and something to do.
#[track_caller]
pub(crate) fn check_whole(explanation: &Explanation, what: &str) {
    let Explanation {
        title,
        why,
        steps,
        places,
        ways,
    } = explanation;
    assert!(
        !title.is_empty() && !title.ends_with('.'),
        "{what}: {title:?}"
    );
    assert!(!why.is_empty(), "{what}: why?");
    let to_do = steps.len() + places.len() + ways.len();
    assert!(to_do > 0, "{what}: what is to be done?");
    let sentences = why.iter().chain(steps);
    for text in sentences {
        let is_ended = text.ends_with(['.', ':', '?', '!']);
        assert!(is_ended, "{what}: a sentence without an end: {text:?}");
        let ticks = text.matches('`').count();
        assert_eq!(ticks % 2, 0, "{what}: code without an end: {text:?}");
    }
}

#[test]
fn every_listed_code_is_explained() {
    let mut count = 0;
    for (code, subcode, asked) in LISTED {
        for asked in *asked {
            let what = format!("{code}/{subcode} at {asked:?}");
            let explanation = explain(&situation(*asked, *code, *subcode));
            check_whole(&explanation, &what);
            assert_ne!(explanation, general(*asked), "{what}");
            count += 1;
        }
    }
    corpora::tell(&format!(
        "{} codes and subcodes at {count} calls, each explained",
        LISTED.len()
    ));
}

/// The same words for several codes, because it is the same cause.
const SAME: &[&[(u64, u64)]] = &[
    &[(1, 0), (1, 1_965_014)],
    &[(10, 2_018_028), (200, 2_018_028)],
    &[(10, 2_018_065), (10, 2_018_278), (10, 2_534_022)],
    &[(10, 2_018_300), (2_018_300, 0)],
    &[(33, 0), (100, 33)],
    &[(200, 0), (299, 0)],
    &[(200, 1_545_041), (551, 0), (551, 1_545_041)],
    &[(506, 0), (506, 1_455_006)],
];

/// Texts that are the same in every call would hide a cause behind another.
#[test]
fn no_two_causes_share_a_text_by_accident() {
    for asked in ALL {
        let mut groups: BTreeMap<String, Vec<(u64, u64)>> = BTreeMap::new();
        let rows = LISTED.iter().filter(|(.., calls)| calls.contains(asked));
        for (code, subcode, _) in rows {
            let it = explain(&situation(*asked, *code, *subcode));
            let text = format!("{} {:?} {:?}", it.title, it.why, it.steps);
            groups.entry(text).or_default().push((*code, *subcode));
        }
        for (text, codes) in groups.iter().filter(|(_, codes)| codes.len() > 1) {
            let is_meant = SAME
                .iter()
                .any(|same| codes.iter().all(|code| same.contains(code)));
            assert!(is_meant, "{asked:?}: {codes:?} share {text}");
        }
        // And what is meant to be the same is.
        for same in SAME {
            let there = |code: &&(u64, u64)| {
                LISTED
                    .iter()
                    .any(|(a, b, calls)| (*a, *b) == **code && calls.contains(asked))
            };
            let codes: Vec<_> = same.iter().filter(there).collect();
            let together = groups
                .values()
                .any(|group| codes.iter().all(|code| group.contains(code)));
            assert!(together, "{asked:?}: {same:?}");
        }
    }
}

/// A subcode of a message means the same under any code, and an unknown one leaves it to the code.
#[test]
fn an_unknown_subcode_leaves_it_to_the_code() {
    for (code, ..) in LISTED.iter().filter(|(_, subcode, _)| *subcode == 0) {
        for asked in ALL {
            assert_eq!(
                explain(&situation(*asked, *code, 4242)),
                explain(&situation(*asked, *code, 0)),
                "{code} at {asked:?}"
            );
        }
    }
}

#[test]
fn the_rest_gets_an_honest_answer() {
    for asked in ALL {
        check_whole(&general(*asked), "an unknown code");
        let nameless = explain(&Situation {
            came: Came::Refused {
                code: None,
                subcode: None,
            },
            ..situation(*asked, 0, 0)
        });
        check_whole(&nameless, "no code");
        assert_ne!(nameless, general(*asked));
        for came in [
            Came::Empty,
            Came::OtherShape,
            Came::NoBody,
            Came::Html,
            Came::Garbled,
        ] {
            for is_practice in [false, true] {
                let explanation = explain(&Situation {
                    came,
                    is_practice,
                    ..situation(*asked, 0, 0)
                });
                check_whole(&explanation, &format!("{came:?} at {asked:?}"));
                if came == Came::Empty {
                    assert_eq!(explanation.title, title_of_empty(*asked));
                }
            }
        }
    }
}
