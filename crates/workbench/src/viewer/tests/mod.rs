mod documents;

use remote_view::{Element, Node, On, Then};

use super::*;

const CONTEXT: Context = Context {
    known: Known {
        page: Some("111"),
        psid: Some("222"),
    },
    zone: Zone(|_| 120),
    is_exploring: false,
};

fn viewer(text: &str) -> Viewer {
    let mut viewer = Viewer::default();
    viewer.show(1, text, &CONTEXT);
    viewer
}

fn elements(viewer: &Viewer) -> Vec<Element<Then<Event>>> {
    fn walk(node: Node<Then<Event>>, all: &mut Vec<Element<Then<Event>>>) {
        if let Node::Element(mut it) = node {
            let children = std::mem::take(&mut it.children);
            let mut texts = Vec::new();
            for child in children {
                match child {
                    Node::Element(_) => walk(child, all),
                    other => texts.push(other),
                }
            }
            it.children = texts;
            all.push(*it);
        }
    }
    let mut all = Vec::new();
    walk(viewer.view(&CONTEXT), &mut all);
    all
}

fn words(node: &Node<Then<Event>>) -> String {
    match node {
        Node::Text(_, text) => text.clone(),
        Node::Element(it) => it.children.iter().map(words).collect(),
        Node::Surface(_) => String::new(),
    }
}

/// What the rows say, in their order, with their depth as spaces.
fn rows(viewer: &Viewer) -> Vec<String> {
    fn find(node: &Node<Then<Event>>, rows: &mut Vec<String>) {
        let Node::Element(it) = node else { return };
        let attribute = |name| it.attributes.iter().find(|it| it.0 == name).map(|it| &it.1);
        if attribute("class").is_some_and(|it| it.split(' ').any(|it| it == "fr-line")) {
            let depth = attribute("data-depth").map_or(0, |it| it.parse().unwrap());
            rows.push(format!("{}{}", " ".repeat(depth), words(node)));
        }
        it.children.iter().for_each(|it| find(it, rows));
    }
    let mut rows = Vec::new();
    find(&viewer.view(&CONTEXT), &mut rows);
    rows
}

/// Presses the button with these words.
#[track_caller]
fn press(viewer: &mut Viewer, label: &str) -> Vec<Wish> {
    let found = elements(viewer).into_iter().find_map(|it| {
        let text: String = it.children.iter().map(words).collect();
        let aria = it
            .attributes
            .iter()
            .any(|it| it.0 == "aria-label" && it.1 == label);
        let mut ways = it.on.into_iter();
        (text == label || aria).then(|| {
            ways.find_map(|on| match on {
                On::Press(then) => Some(then.event("")),
                _ => None,
            })
        })?
    });
    viewer.update(found.expect(label), &CONTEXT)
}

fn copied(wishes: &[Wish]) -> &str {
    match wishes {
        [Wish::Copy { text, .. }, ..] => text,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(rows(&viewer(text)), expected, "{text}");
}

#[test]
fn a_document_stands_there_as_it_is() {
    check(
        r#"{"id":"t_1","n":12345678901234567890.10,"b":[true,null],"c":{},"d":[]}"#,
        &[
            "{",
            r#" "id": "t_1","#,
            r#" "n": 12345678901234567890.10,"#,
            r#" "b": ["#,
            "  true,",
            "  null",
            " ],",
            r#" "c": {},"#,
            r#" "d": []"#,
            "}",
        ],
    );
    check(
        r#"{"a":1,"a":"\ud800\u0041\n"}"#,
        &["{", r#" "a": 1,"#, r#" "a": "\ud800\u0041\n""#, "}"],
    );
    check("42", &["42"]);
    check("\u{feff}[ ]", &["[]"]);
}

#[track_caller]
fn check_note(text: &str, expected: &str, is_raw: bool) {
    let viewer = viewer(text);
    let note = bar::note::<Then<Event>>(&viewer).map(|it| words(&it));
    assert_eq!(note.as_deref(), Some(expected), "{text}");
    assert_eq!(viewer.is_raw, is_raw, "{text}");
}

#[test]
fn what_is_no_json_is_told() {
    check_note("", "There is nothing in it.", true);
    check_note(
        "<html>\n</html>",
        "This is not JSON. It stands here as it came.",
        true,
    );
    check_note(
        "{\"a\":[1",
        "The JSON breaks off at its end: a comma or ] was expected.",
        false,
    );
    check_note(
        "{\"a\":1,\n\"b\":tru}",
        "This is JSON only up to line 2, column 5, where a value was expected. Raw has all of it.",
        false,
    );
    check_note(
        "{\"a\":1}\n!!!",
        "The JSON ends before line 2, column 1; 3 more bytes follow. Raw has them.",
        false,
    );
    check("{\"a\":[1", &["{", " \"a\": [", "  1", " …", "…"]);
}

#[test]
fn a_fold_says_how_much_is_in_it() {
    let mut viewer = viewer(r#"[{"id":"1","name":"Ada","n":1},[1]]"#);
    viewer.update(Event::FoldedAll, &CONTEXT);
    let expected = ["[", r#" {…},3 keys"1""Ada""#, " […]1 item", "]"];
    assert_eq!(rows(&viewer), expected);
    viewer.update(Event::Pressed(1), &CONTEXT);
    assert_eq!(rows(&viewer).len(), 8);
    viewer.update(Event::UnfoldedAll, &CONTEXT);
    assert_eq!(rows(&viewer).len(), 10);
}

#[test]
fn keys_go_through_the_tree() {
    let mut viewer = viewer(r#"{"a":[1,2],"b":3}"#);
    let mut go = |key: &str| {
        viewer.update(Event::Key(key.to_owned()), &CONTEXT);
        viewer.document.path(viewer.selected.unwrap())
    };
    assert_eq!(go("ArrowDown"), "");
    assert_eq!(go("ArrowDown"), "a");
    assert_eq!(go("ArrowRight"), "a[0]");
    assert_eq!(go("ArrowDown"), "a[1]");
    assert_eq!(go("ArrowDown"), "b");
    assert_eq!(go("ArrowDown"), "b");
    assert_eq!(go("ArrowUp"), "a[1]");
    assert_eq!(go("ArrowLeft"), "a");
    assert_eq!(go("ArrowLeft"), "a");
    assert_eq!(go("ArrowDown"), "b");
    assert_eq!(go("ArrowUp"), "a");
    assert_eq!(go("ArrowRight"), "a");
    assert_eq!(go("ArrowRight"), "a[0]");
    assert_eq!(go("End"), "b");
    assert_eq!(go("Home"), "");
    assert_eq!(go("PageDown"), "b");
    assert_eq!(go(" "), "b");
    assert_eq!(go("PageUp"), "");
    assert_eq!(go("Enter"), "");
    assert_eq!(go("ArrowDown"), "");
    assert_eq!(go("*"), "");
    assert_eq!(go("ArrowDown"), "a");
}

#[test]
fn a_line_is_read_off() {
    let json = r#"{"data":[{"odd key":"a\"b\nc","id":"t_9","when":"2024-06-06T06:37:17+0000"}]}"#;
    let mut viewer = viewer(json);
    viewer.update(Event::Pressed(3), &CONTEXT);
    assert_eq!(copied(&press(&mut viewer, "Copy value")), "a\"b\nc");
    assert_eq!(
        copied(&press(&mut viewer, "Copy path")),
        r#"data[0]["odd key"]"#
    );
    viewer.update(Event::Pressed(4), &CONTEXT);
    let claimed = press(&mut viewer, "This is my conversation");
    assert_eq!(
        claimed,
        [Wish::Take(IdKind::Conversation, "t_9".to_owned())]
    );
    let queried = press(&mut viewer, "Put into the query");
    assert_eq!(queried, [Wish::Query("t_9".to_owned())]);
    assert_eq!(copied(&press(&mut viewer, "t_9")), "t_9");
    let exploring = Context {
        is_exploring: true,
        ..CONTEXT
    };
    let wishes = viewer.update(Event::IdPressed(4), &exploring);
    assert_eq!(wishes, [Wish::Query("t_9".to_owned())]);
    viewer.update(Event::Pressed(5), &CONTEXT);
    let local = "2024-06-06 08:37:17, UTC+02:00";
    let all = elements(&viewer);
    assert!(
        all.iter()
            .any(|it| it.attributes.contains(&("title", local.to_owned())))
    );
    assert!(
        all.iter()
            .any(|it| it.children.iter().any(|it| words(it) == local))
    );
    viewer.update(Event::Pressed(1), &CONTEXT);
    assert!(copied(&press(&mut viewer, "Copy value")).starts_with("[\n"));
}

#[test]
fn half_a_pair_is_copied_as_it_stands() {
    let mut viewer = viewer(r#"["\ud800x\u0041"]"#);
    viewer.update(Event::Pressed(1), &CONTEXT);
    assert_eq!(copied(&press(&mut viewer, "Copy value")), r"\ud800x\u0041");
}

#[test]
fn search_goes_into_folds_and_around() {
    let items: Vec<_> = (0..3000)
        .map(|n| format!(r#"{{"id":"t_{n}","note":"Find {}"}}"#, n % 1000))
        .collect();
    let mut viewer = viewer(&format!(r#"{{"data":[{}]}}"#, items.join(",")));
    assert!(viewer.rows() < 4000, "the items are folded");
    let says = viewer.update(Event::Typed("fInD 77\"".to_owned()), &CONTEXT);
    assert_eq!(says, [Wish::Say("3 found".to_owned())]);
    let mut go = |event| match viewer.update(event, &CONTEXT).as_slice() {
        [Wish::Say(words), Wish::Reveal(row)] => {
            let id = ("id", row.clone());
            let mut all = elements(&viewer).into_iter();
            assert!(all.any(|it| it.attributes.contains(&id)), "{row}");
            let rows = rows(&viewer);
            assert!(
                rows.iter().any(|it| it.contains("Find 77\"")),
                "it is in sight"
            );
            words.clone()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(go(Event::Next), "1 of 3: data[77].note");
    assert_eq!(go(Event::Next), "2 of 3: data[1077].note");
    assert_eq!(go(Event::Next), "3 of 3: data[2077].note");
    assert_eq!(go(Event::Next), "1 of 3: data[77].note");
    assert_eq!(go(Event::Previous), "3 of 3: data[2077].note");
    let marks = elements(&viewer)
        .into_iter()
        .filter(|it| it.tag == "mark")
        .count();
    assert_eq!(marks, 1);
    viewer.update(Event::Raw(true), &CONTEXT);
    assert_eq!(
        viewer.update(Event::Previous, &CONTEXT),
        [
            Wish::Say("3 of 3".to_owned()),
            Wish::Reveal("viewer-raw-576".to_owned())
        ]
    );
    let none = viewer.update(Event::Typed("nowhere".to_owned()), &CONTEXT);
    assert_eq!(none, [Wish::Say("None found".to_owned())]);
}

#[test]
fn a_long_text_is_cut_around_what_is_searched_for() {
    let json = format!(
        r#"["{}needle{}"]"#,
        "a".repeat(500_000),
        "b".repeat(500_000)
    );
    let mut viewer = viewer(&json);
    assert!(rows(&viewer)[1].len() < 300);
    viewer.update(Event::Typed("needle".to_owned()), &CONTEXT);
    assert!(rows(&viewer)[1].starts_with(" …aaaa"));
    assert!(rows(&viewer)[1].contains("needle"));
    viewer.update(Event::Raw(true), &CONTEXT);
    assert!(elements(&viewer).len() < 200);
}

#[test]
fn what_is_searched_for_is_searched_for_in_the_next_answer_too() {
    let mut viewer = viewer(r#"["Ada"]"#);
    viewer.update(Event::Typed("ada".to_owned()), &CONTEXT);
    viewer.show(2, r#"["Ada", "ADA"]"#, &CONTEXT);
    assert_eq!(
        (viewer.count().as_str(), viewer.query.text()),
        ("2 found", "ada")
    );
}

#[test]
fn the_explorer_has_a_higher_window() {
    let json = format!("[{}0]", "0,".repeat(100));
    let mut viewer = viewer(&json);
    let exploring = Context {
        is_exploring: true,
        ..CONTEXT
    };
    let seen = |viewer: &mut Viewer| {
        viewer.selected = None;
        viewer.scroll.top = 0;
        let mut rows = 0;
        while viewer.scroll.top == 0 {
            viewer.update(Event::Key("ArrowDown".to_owned()), &CONTEXT);
            rows += 1;
        }
        rows
    };
    assert_eq!(seen(&mut viewer), 400 / 20 + 1);
    viewer.show(1, &json, &exploring);
    assert_eq!(seen(&mut viewer), 640 / 20 + 1);
}
