use super::*;
use proptest::prelude::*;

/// Each change as `+ path`, `- path`, `~ path: old -> new`, `order path`.
#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    let comparison = compare(old, new);
    let told = comparison.changes.iter().map(|it| match &it.what {
        What::Added(new) => format!("+ {}: {new}", it.path),
        What::Removed(old) => format!("- {}: {old}", it.path),
        What::Changed(old, new) => format!("~ {}: {old} -> {new}", it.path),
        What::Reordered => format!("order {}", it.path),
    });
    assert_eq!(told.collect::<Vec<_>>(), expected, "{old} {new}");
}

#[test]
fn the_same_is_the_same_however_it_is_laid_out() {
    check("{}", " { } ", &[]);
    check(
        r#"{"a":1,"b":[1,"x"]}"#,
        "{\"b\": [1,\n\"x\"], \"a\": 1}",
        &[],
    );
    check(r#""\u0041""#, r#""A""#, &[]);
    check("not JSON", "not JSON", &[]);
}

#[test]
fn values_differ_by_path() {
    check(
        r#"{"a":1,"b":2,"c":{"d":"x"}}"#,
        r#"{"a":1,"c":{"d":"y"},"e":[]}"#,
        &["- b: 2", "+ e: []", r#"~ c.d: "x" -> "y""#],
    );
    check("[1,2]", "[1,3,4]", &["+ [2]: 4", "~ [1]: 2 -> 3"]);
    check("1", r#""1""#, &[r#"~ : 1 -> "1""#]);
    check("{}", "[]", &["~ : {} -> []"]);
    check("oh", "no", &["~ : oh -> no"]);
    check("1.0", "1.00", &["~ : 1.0 -> 1.00"]);
}

#[test]
fn items_with_an_id_go_by_it() {
    let old = r#"{"data":[{"id":"1","n":1},{"id":"2","n":1}]}"#;
    let new = r#"{"data":[{"id":"3","n":9},{"id":"1","n":1},{"id":"2","n":5}]}"#;
    check(
        old,
        new,
        &[
            "+ data[0]: {\n      \"id\": \"3\",\n      \"n\": 9\n    }",
            "~ data[2].n: 1 -> 5",
        ],
    );
    let turned = r#"{"data":[{"id":"2","n":1},{"id":"1","n":1}]}"#;
    check(old, turned, &["order data"]);
    check(r#"[{"id":1}]"#, "[]", &["- [0]: {\n    \"id\": 1\n  }"]);
    check(
        r#"[{"id":1}]"#,
        r#"[{"n":1}]"#,
        &["- [0].id: 1", "+ [0].n: 1"],
    );
}

#[test]
fn many_changes_are_counted() {
    let list = |number: u32| format!("[{}1]", format!("{number},").repeat(250));
    let comparison = compare(&list(1), &list(2));
    assert_eq!((comparison.changes.len(), comparison.more), (LISTED, 50));
}

#[test]
fn depth_is_no_matter() {
    let deep = |inner: &str| "[".repeat(50_000) + inner + &"]".repeat(50_000);
    assert!(compare(&deep("1"), &deep("1")).is_same());
    assert_eq!(compare(&deep("1"), &deep("2")).changes.len(), 1);
}

proptest! {
    #[test]
    fn what_is_added_one_way_is_removed_the_other(old in any::<[u8; 6]>(), new in any::<[u8; 6]>()) {
        let json = |keys: [u8; 6]| {
            let keys = keys.map(|key| format!(r#"{{"id":{}}}"#, key % 9));
            format!("[{}]", keys.join(","))
        };
        let (there, back) = (compare(&json(old), &json(new)), compare(&json(new), &json(old)));
        let added = |it: &Comparison| it.changes.iter().filter(|it| matches!(it.what, What::Added(_))).count();
        let removed = |it: &Comparison| it.changes.iter().filter(|it| matches!(it.what, What::Removed(_))).count();
        prop_assert_eq!(added(&there), removed(&back));
        prop_assert_eq!(removed(&there), added(&back));
        prop_assert_eq!(there.is_same(), back.is_same());
    }
}
