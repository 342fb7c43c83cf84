//! Whatever is pasted.

use proptest::prelude::*;

use super::*;

/// Pieces of notifications, whole and broken, and anything between them.
fn pasted() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just(hello()),
        Just(message("m_3", "12 apples")),
        Just(quoted(&hello())),
        Just(entry("standby", &event(r#""read":{"watermark":17}"#))),
        "[0-9]{1,25}",
        ".{0,12}",
        "[{}\\[\\]:,\"'\\\\“…0-9a-z \n]{0,12}",
    ];
    let texts = prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat());
    // Then a part of it goes, or a byte is exchanged.
    (texts, any::<prop::sample::Index>(), any::<char>(), 0..4).prop_map(|(text, at, c, how)| {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        match how {
            0 => chars.truncate(at),
            1 => drop(chars.drain(..at)),
            2 => chars.insert(at, c),
            _ => {}
        }
        chars.into_iter().collect()
    })
}

#[test]
fn whatever_is_pasted_is_read_and_no_id_is_invented() {
    let cases = corpora::asked_for().unwrap_or(2000);
    let mut found = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let counted = std::cell::RefCell::new(&mut found);
    let texts = prop_oneof![pasted(), any::<String>()];
    let result = runner.run(&texts, |text| {
        let reading = read(&text);
        prop_assert!(!reading.found.is_empty() || !reading.asides.is_empty());
        **counted.borrow_mut() += reading.found.len();
        for it in reading.found {
            prop_assert!(text.contains(it.page.as_str()), "{} in {text}", it.page);
            prop_assert!(text.contains(it.psid.as_str()), "{} in {text}", it.psid);
        }
        Ok(())
    });
    assert!(result.is_ok(), "{result:?}");
    println!("tried: {cases} texts as notifications, {found} events found");
    assert!(found > 100);
}
