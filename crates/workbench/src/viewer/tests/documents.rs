//! Documents of every kind: large, deep, odd, random.

use graph_api::{json, redact};
use proptest::prelude::*;

use super::*;

/// As large as the issue wants: 6,000 conversations.
fn large() -> String {
    let item = |n: u64| {
        format!(
            r#"{{"id":"t_{}","updated_time":"2024-06-06T06:37:17+0000","participants":{{"data":[{{"name":"Person {n}","email":"{n}@facebook.com","id":"{}"}},{{"name":"A Page","email":"111@facebook.com","id":"111"}}]}}}}"#,
            10_000_000_000 + n,
            20_000_000_000 + n,
        )
    };
    let items: Vec<_> = (0..6000).map(item).collect();
    json::parse(&format!(r#"{{"data":[{}]}}"#, items.join(",")))
        .unwrap()
        .laid_out()
}

#[test]
fn a_large_answer_draws_as_much_as_a_small_one() {
    let text = large();
    assert!(text.len() > 1_400_000);
    let mut viewer = viewer(&text);
    viewer.update(Event::UnfoldedAll, &CONTEXT);
    assert_eq!(viewer.rows(), 4 + 6000 * 18);
    for top in [0, 777_777, 1_800_000, u32::MAX] {
        viewer.update(Event::Scrolled(top, 640), &CONTEXT);
        assert!(elements(&viewer).len() < 700);
        assert!(rows(&viewer).len() >= 32);
    }
}

#[test]
fn odd_documents_stay_usable() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let wide = format!("[{}0]", "0,".repeat(600_000));
    let open = "{\"a\":".repeat(100_000);
    for text in [
        deep,
        wide,
        open,
        "\0".to_owned(),
        "\u{feff}".to_owned(),
        "[\"".to_owned(),
    ] {
        let mut viewer = viewer(&text);
        for event in [
            Event::UnfoldedAll,
            Event::Key("End".to_owned()),
            Event::FoldedAll,
        ] {
            viewer.update(event, &CONTEXT);
            assert!(elements(&viewer).len() < 700);
        }
        viewer.update(Event::Typed("0".to_owned()), &CONTEXT);
        viewer.update(Event::Next, &CONTEXT);
        viewer.update(Event::Raw(true), &CONTEXT);
        assert!(elements(&viewer).len() < 2000);
    }
    let mut count = 0;
    for text in corpora::texts() {
        let value = json::Value::from(text.as_str());
        let mut viewer = viewer(&format!("{{\"a\":{value}}}"));
        viewer.update(Event::Pressed(1), &CONTEXT);
        assert_eq!(copied(&press(&mut viewer, "Copy value")), text);
        count += 1;
    }
    corpora::tell(&format!(
        "viewer: {count} texts that have broken other programs"
    ));
}

#[test]
fn json_is_what_it_should_be() {
    let mut count = 0;
    for (name, bytes) in corpora::json_test_suite() {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let viewer = viewer(&text);
        match name.as_bytes()[0] {
            b'y' => assert_eq!(viewer.document.problem, None, "{name}"),
            b'n' => assert!(viewer.document.problem.is_some(), "{name}"),
            _ => {}
        }
        count += 1;
        if viewer.document.problem.is_none() && json::parse(&text).is_ok() {
            let document = Document::read(text.clone());
            assert_eq!(joined(&document), bare(&text), "{name}");
        }
    }
    corpora::tell(&format!("viewer: {count} texts of JSONTestSuite"));
}

#[test]
fn tokens_in_addresses_are_taken_out_before() {
    let json = r#"{"paging":{"next":"https://example.com/me?access_token=page-token-of-the-tests&limit=2"}}"#;
    let viewer = viewer(&redact::body(json, &[]));
    let all = rows(&viewer).concat();
    assert!(all.contains("access_token=(redacted)&limit=2"), "{all}");
}

/// The lines of a document in a row, without white space between them.
fn joined(document: &Document) -> String {
    let mut out = String::new();
    for line in &document.lines {
        let key = document.slice(line.key);
        out.push_str(key);
        out.push_str(if key.is_empty() { "" } else { ":" });
        out.push_str(&match line.kind {
            Kind::EmptyList => "[]".to_owned(),
            Kind::EmptyObject => "{}".to_owned(),
            _ => document.slice(line.value).to_owned(),
        });
        out.push_str(if line.comma { "," } else { "" });
    }
    out
}

/// A JSON text without white space between its values.
fn bare(text: &str) -> String {
    let (mut out, mut is_text, mut is_escaped) = (String::new(), false, false);
    for c in text.chars() {
        if is_text || !matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{feff}') {
            out.push(c);
        }
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = is_text,
            '"' => is_text = !is_text,
            _ => {}
        }
    }
    out
}

fn json_text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,9})?".prop_map(|it| it),
        "\\PC{0,8}".prop_map(|it| json::Value::from(it.as_str()).to_string()),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6)
                .prop_map(|it| format!("[ {} ]", it.join(" ,\n"))),
            prop::collection::vec(("[a-c]{1,2}", inner), 0..6).prop_map(|it| {
                let pairs = it.iter().map(|(key, value)| format!("\"{key}\" : {value}"));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn the_lines_are_the_text(text in json_text()) {
        let document = Document::read(text.clone());
        prop_assert_eq!(document.problem, None);
        prop_assert_eq!(joined(&document), bare(&text));
    }

    #[test]
    fn any_text_is_survived(text in "[\\[\\]{}:,\"a1\\\\ -]{0,40}|\\PC{0,20}") {
        let document = Document::read(text.clone());
        prop_assert_eq!(document.problem.is_none(), json::parse(text.trim_start_matches('\u{feff}')).is_ok());
        for at in 0..document.len() {
            let line = document.line(at).unwrap();
            prop_assert!(line.parent <= at);
            if line.kind.opens() {
                prop_assert_eq!(document.line(line.partner).unwrap().partner, at);
            }
        }
    }

    #[test]
    fn no_row_is_lost_or_doubled(text in json_text(), folds in prop::collection::vec((0..200_u32, any::<bool>()), 0..30)) {
        let document = Document::read(text);
        let mut model = Folds::new(&document);
        for (line, is_folded) in folds {
            model.set(&document, line % document.len(), is_folded);
        }
        // A line is in sight if nothing that it lies in is folded, nor what it closes.
        let is_seen = |at: u32| {
            let line = document.line(at).unwrap();
            if line.kind == Kind::Close && model.is_folded(line.partner) {
                return false;
            }
            let mut next = at;
            while let Some(it) = document.line(next) && it.parent != next {
                next = it.parent;
                if model.is_folded(next) { return false; }
            }
            true
        };
        let expected: Vec<_> = (0..document.len()).filter(|at| is_seen(*at)).collect();
        let rows: Vec<_> = (0..model.rows()).map(|row| model.line(row)).collect();
        prop_assert_eq!(&rows, &expected);
        for (row, line) in (0..).zip(&rows) {
            prop_assert_eq!(model.row(*line), row);
        }
        for at in 0..document.len() {
            let shown = model.line(model.row(at));
            prop_assert!(shown <= at && document.line(shown).unwrap().partner.max(shown) >= at);
        }
        let at = document.len() - 1;
        model.reveal(&document, at);
        prop_assert_eq!(model.line(model.row(document.line(at).unwrap().parent)), document.line(at).unwrap().parent);
    }
}
