//! What must hold of a release page, whatever was changed in it.

use super::{Files, first_load, html, integrity, secrets, shunned};
use crate::site::policy;

/// Everything that is wrong with a built page, in plain words.
pub(crate) fn problems(files: &Files) -> Vec<String> {
    let Some(index) = files.get("index.html") else {
        return vec!["index.html is missing".to_owned()];
    };
    let index = String::from_utf8_lossy(index);
    let tags = html::tags(&index);
    let mut problems = no_inline_code(&tags);
    problems.extend(policy_problems(&index, &tags));
    problems.extend(missing_files(files, &tags));
    problems.extend(loaded_early(files));
    problems.extend(integrity::problems(files, &tags));
    problems.extend(shunned::problems(files));
    for (name, bytes) in files {
        if let Some(found) = secrets::find(bytes) {
            problems.push(format!("{name} holds what looks like a secret: {found}"));
        }
    }
    problems
}

/// The policy blocks these; they would be dead, or a reason to weaken it.
fn no_inline_code(tags: &[html::Tag]) -> Vec<String> {
    let mut problems = Vec::new();
    for tag in tags {
        if tag.name == "script" && tag.get("src").is_none() {
            problems.push("index.html has an inline script".to_owned());
        }
        if tag.name == "style" {
            problems.push("index.html has an inline style sheet".to_owned());
        }
        for name in tag
            .names()
            .filter(|name| *name == "style" || name.starts_with("on"))
        {
            problems.push(format!("index.html has a {name}=… on <{}>", tag.name));
        }
    }
    problems
}

/// The policy stands in the page, before anything that it governs, and is strict.
fn policy_problems(index: &str, tags: &[html::Tag]) -> Vec<String> {
    let Some(policy) = policy::of_page(index) else {
        return vec!["index.html has no Content-Security-Policy".to_owned()];
    };
    let mut problems = Vec::new();
    let before = tags.iter().take_while(|tag| !policy::is_policy(tag));
    for tag in before.filter(|tag| tag.name == "script" || tag.name == "link") {
        problems.push(format!(
            "a <{}> stands before the Content-Security-Policy",
            tag.name
        ));
    }
    for needed in ["default-src 'none'", "object-src 'none'", "base-uri 'none'"] {
        if !policy.contains(needed) {
            problems.push(format!("the Content-Security-Policy lacks {needed}"));
        }
    }
    for weak in ["'unsafe-inline'", "'unsafe-eval'", "*"] {
        if policy.contains(weak) {
            problems.push(format!("the Content-Security-Policy allows {weak}"));
        }
    }
    problems
}

/// The page loads only files of its own, by relative address, and they are there.
fn missing_files(files: &Files, tags: &[html::Tag]) -> Vec<String> {
    let later = first_load::later(tags).map(str::to_owned);
    first_load::names(files)
        .into_iter()
        .chain(later)
        .filter(|name| !files.contains_key(name))
        .map(|name| format!("index.html loads {name}, which is not a file of the page"))
        .collect()
}

/// What is loaded on demand costs a first visit nothing.
fn loaded_early(files: &Files) -> Vec<String> {
    first_load::names(files)
        .into_iter()
        .filter(|name| {
            let later = ["practice-worker", "handbook", "workbench", "rest-"];
            later.iter().any(|it| name.starts_with(it))
        })
        .map(|name| format!("{name} is loaded before anyone asked for it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    /// The page as it is written, with what Trunk leaves out.
    fn page(change: impl Fn(String) -> String) -> Vec<String> {
        let source = std::fs::read_to_string(project::path("index.html")).unwrap();
        let kept = source.lines().filter(|line| !line.contains("data-trunk"));
        let index = change(kept.collect::<Vec<_>>().join("\n"));
        problems(&Files::from([(
            "index.html".to_owned(),
            index.into_bytes(),
        )]))
    }

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let found = page(|index| {
            assert!(index.contains(from), "index.html has no {from}");
            index.replacen(from, to, 1)
        });
        assert!(
            found.iter().any(|problem| problem.contains(expected)),
            "{found:?}"
        );
    }

    #[test]
    fn the_page_as_it_is_has_no_problems() {
        assert_eq!(page(|index| index), Vec::<String>::new());
    }

    #[test]
    fn inline_code_is_caught() {
        check(
            "</body>",
            "<script>alert(1)</script></body>",
            "inline script",
        );
        check(
            "</body>",
            "<script type=module></script></body>",
            "inline script",
        );
        check("</head>", "<style>p{}</style></head>", "inline style sheet");
        check("<body>", "<body onload=\"go()\">", "onload=… on <body>");
        check("<body>", "<body style=\"color:red\">", "style=… on <body>");
    }

    #[test]
    fn a_weak_policy_is_caught() {
        check(
            "Content-Security-Policy",
            "X-Nothing",
            "no Content-Security-Policy",
        );
        check(
            "style-src 'self'",
            "style-src 'unsafe-inline'",
            "allows 'unsafe-inline'",
        );
        check("default-src 'none'", "default-src *", "allows *");
        check(
            "<meta charset",
            "<script src=\"boot.js\"></script><meta charset",
            "stands before",
        );
    }

    #[test]
    fn foreign_and_missing_files_are_caught() {
        check(
            "</head>",
            "<link rel=stylesheet href=https://example.com/a.css></head>",
            "example.com",
        );
        check(
            "</head>",
            "<script src=\"./gone.js\"></script></head>",
            "gone.js",
        );
        for early in ["practice-worker.js", "rest-7f2a9c01b3d4e5f6.wasm"] {
            let link = format!("<link rel=modulepreload href=./{early}></head>");
            check("</head>", &link, "before anyone asked");
        }
        check(
            "</body>",
            "<script src=boot.js data-rest=./rest-1.wasm></script></body>",
            "loads rest-1.wasm, which is not a file",
        );
    }

    #[test]
    fn a_planted_token_is_caught() {
        let token = format!("EA{}", "AB1".repeat(20));
        check("</body>", &format!("{token}</body>"), "looks like a secret");
    }
}
