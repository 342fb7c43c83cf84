//! What the page knows for certain changes what is said.

use graph_api::TokenKind;
use handbook::{Asked, Came, Clue, Explanation, Place, Situation, Way, explain};

use crate::codes::{LISTED, situation};
use crate::table::check_whole;

fn text(explanation: &Explanation) -> String {
    let Explanation {
        title, why, steps, ..
    } = explanation;
    format!("{title}\n{}\n{}", why.join("\n"), steps.join("\n"))
}

/// With this clue the words say this; without it they do not.
#[track_caller]
fn check_clue(code: u64, subcode: u64, clue: Clue, says: &str) {
    let without = situation(Asked::Send, code, subcode);
    let with = Situation {
        clue: Some(clue),
        ..without.clone()
    };
    assert!(
        text(&explain(&with)).contains(says),
        "{}",
        text(&explain(&with))
    );
    assert!(!text(&explain(&without)).contains(says));
    check_whole(&explain(&with), says);
}

#[test]
fn an_id_that_is_something_else_is_called_so() {
    check_clue(100, 2_018_001, Clue::Page, "The recipient is a Page’s ID");
    check_clue(100, 2_018_001, Clue::Reader, "your own user ID");
    check_clue(100, 2_018_001, Clue::Listed, "conversation list, so");
    check_clue(100, 0, Clue::Page, "The recipient is a Page’s ID");
    check_clue(100, 0, Clue::Reader, "your own user ID");
}

#[test]
fn missing_permissions_are_named_when_they_are_known() {
    let unknown = situation(Asked::Conversations, 200, 0);
    let granted = |names: &[&str]| Situation {
        granted: Some(names.iter().map(ToString::to_string).collect()),
        ..unknown.clone()
    };
    let some = text(&explain(&granted(&[
        "pages_messaging",
        "pages_manage_metadata",
    ])));
    assert!(
        some.contains("it lacked `pages_read_engagement`."),
        "{some}"
    );
    assert!(!some.contains("Tick `pages_messaging`"), "{some}");
    let all = explain(&granted(&[
        "pages_messaging",
        "pages_manage_metadata",
        "pages_read_engagement",
    ]));
    assert_eq!(all.title, "A permission or a role is missing");
    check_whole(&all, "all is granted");
    assert!(text(&explain(&unknown)).contains("Tick `pages_messaging`"));
}

#[test]
fn a_page_token_is_made_elsewhere_than_a_user_token() {
    for (code, subcode) in [(200, 0), (190, 463)] {
        let of = |kind| {
            explain(&Situation {
                token: Some(kind),
                ..situation(Asked::Send, code, subcode)
            })
            .places
        };
        assert_eq!(of(TokenKind::User), [Place::Explorer]);
        assert_eq!(of(TokenKind::Page), [Place::Apps]);
    }
}

#[test]
fn an_empty_list_tells_the_permission_that_is_missing() {
    let with = |granted: &[&str]| {
        text(&explain(&Situation {
            came: Came::Empty,
            granted: Some(granted.iter().map(ToString::to_string).collect()),
            ..situation(Asked::Pages, 0, 0)
        }))
    };
    assert!(with(&[]).contains("lacks `pages_show_list`"));
    assert!(with(&["pages_show_list"]).contains("`business_management`: the token lacks it"));
    assert!(!with(&["pages_show_list", "business_management"]).contains("lacks"));
}

/// In practice everything is explained, and says how it ends.
#[test]
fn practice_says_how_it_ends() {
    for (code, subcode, asked) in LISTED {
        for asked in *asked {
            let live = situation(*asked, *code, *subcode);
            let practice = explain(&Situation {
                is_practice: true,
                ..live
            });
            let is_lesson = text(&practice).contains("the lesson, on this page");
            if matches!(asked, Asked::Write | Asked::Query) {
                assert!(!is_lesson, "the explorer has none: {code}/{subcode}");
                continue;
            }
            let ends = practice.ways.contains(&Way::NewToken)
                || practice.ways.contains(&Way::CustomerWrites)
                || is_lesson;
            assert!(ends, "{code}/{subcode} at {asked:?}");
        }
    }
}
