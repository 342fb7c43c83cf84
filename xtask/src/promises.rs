//! The table of promises in `docs/SECURITY.md`: each names a test that is there.

use std::fs;

use crate::project;

/// The file and the words of each test that a cell names: `` `file` “words”, “words” ``.
fn tests(cell: &str) -> Vec<(String, String)> {
    let mut tests = Vec::new();
    for part in cell.split('`').skip(1).collect::<Vec<_>>().chunks(2) {
        let [file, rest] = part else { continue };
        let words = rest.split('“').skip(1);
        let words = words.filter_map(|words| words.split('”').next());
        tests.extend(words.map(|words| ((*file).to_owned(), words.to_owned())));
    }
    tests
}

#[test]
fn each_of_the_thirty_promises_names_a_test_that_is_there() {
    let document = fs::read_to_string(project::path("docs/SECURITY.md")).unwrap();
    let rows = document.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let number: usize = cells.next()?.parse().ok()?;
        Some((number, cells.nth(1)?))
    });
    let mut count = 0;
    for (number, cell) in rows {
        count += 1;
        assert_eq!(number, count);
        let tests = tests(cell);
        assert!(!tests.is_empty(), "promise {number} names no test");
        for (file, words) in tests {
            let source = fs::read_to_string(project::path(&file))
                .unwrap_or_else(|_| panic!("promise {number}: there is no {file}"));
            assert!(
                source.contains(&words),
                "promise {number}: {file} has no “{words}”"
            );
        }
    }
    assert_eq!(count, 30);
}

#[test]
fn what_holds_of_the_login_names_tests_that_are_there() {
    let document = fs::read_to_string(project::path("docs/SECURITY.md")).unwrap();
    let (_, section) = document.split_once("## Logging in").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let lines = section.lines().filter(|line| line.starts_with("- "));
    for line in lines {
        let tests = tests(line);
        assert!(!tests.is_empty(), "no test: {line}");
        for (file, words) in tests {
            let source = fs::read_to_string(project::path(&file)).unwrap();
            assert!(source.contains(&words), "{file} has no “{words}”");
        }
    }
}
