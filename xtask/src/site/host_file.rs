//! `_headers`: what Netlify, Cloudflare Pages and others read to send the headers of the page.
//!
//! Where two rules match one file, hosts differ in what becomes of a header that both name: so no
//! header stands in two rules that match the same file.

use anyhow::{Context as _, Result};
use std::{fmt::Write as _, fs, path::Path};

use super::{headers, policy};
use crate::dist;

/// The name that hosts look for.
pub(crate) const NAME: &str = "_headers";

/// Writes the file beside the page.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let text = text(&dist::read(folder)?);
    fs::write(folder.join(NAME), text).with_context(|| format!("could not write {NAME}"))
}

/// What is wrong with the file beside the page.
pub(crate) fn problem(folder: &Path, files: &dist::Files) -> Option<String> {
    match fs::read_to_string(folder.join(NAME)) {
        Ok(written) if written == text(files) => None,
        Ok(_) => Some(format!("{NAME} is not that of the page")),
        Err(error) => Some(format!("{NAME} cannot be read: {error}")),
    }
}

/// The rules: one for all files, one for each.
fn text(files: &dist::Files) -> String {
    let mut text = String::new();
    rule(&mut text, "*", &headers::of_all(&policy::of_files(files)));
    for name in files.keys() {
        rule(&mut text, name, &headers::of_one(name));
        if name == "index.html" {
            rule(&mut text, "", &headers::of_one(name));
        }
    }
    text
}

fn rule(text: &mut String, path: &str, headers: &[headers::Header]) {
    let _ = writeln!(text, "/{path}");
    for (name, value) in headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 5] = [
        "boot.js",
        "first-reply-7f2a9c01b3d4e5f6_bg.wasm",
        "index.html",
        "practice-worker_bg.wasm",
        "style-7f2a9c01b3d4e5f6.css",
    ];

    fn files() -> dist::Files {
        let page = b"<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">";
        FILES.map(|name| (name.to_owned(), page.to_vec())).into()
    }

    /// What a host makes of the file: every rule that matches adds its headers.
    fn sent(text: &str, path: &str) -> Vec<(String, String)> {
        let mut headers = Vec::new();
        let mut matches = false;
        for line in text.lines() {
            match line.strip_prefix("  ") {
                None => matches = line == "/*" || line == path,
                Some(header) if matches => {
                    let (name, value) = header.split_once(": ").unwrap();
                    headers.push((name.to_owned(), value.to_owned()));
                }
                Some(_) => {}
            }
        }
        headers.sort();
        headers
    }

    /// Also that no header comes twice: our server sends none twice.
    #[test]
    fn it_says_what_our_server_sends() {
        let text = text(&files());
        for (path, name) in FILES
            .map(|name| (format!("/{name}"), name))
            .into_iter()
            .chain([("/".to_owned(), "index.html")])
        {
            let policy = "default-src 'none'; frame-ancestors 'none'";
            let ours = headers::of_file(name, policy).into_iter();
            let mut ours: Vec<_> = ours.map(|(name, value)| (name.to_owned(), value)).collect();
            ours.sort();
            assert_eq!(sent(&text, &path), ours, "{path}");
        }
    }

    #[test]
    fn it_keeps_within_what_hosts_read() {
        let page = fs::read(crate::project::path("index.html")).unwrap();
        let text = text(&dist::Files::from([("index.html".to_owned(), page)]));
        // Cloudflare Pages: 100 rules, 2,000 characters a line.
        assert!(text.lines().all(|line| line.len() < 2_000));
        assert!(
            text.contains("script-src 'self' 'wasm-unsafe-eval'"),
            "{text}"
        );
    }

    #[test]
    fn a_file_that_is_not_of_this_page_is_a_problem() {
        let folder = std::env::temp_dir().join(format!("first-reply-host-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let found = |files: &dist::Files| problem(&folder, files).unwrap_or_default();
        assert!(found(&files()).contains("cannot be read"));
        fs::write(folder.join("index.html"), "<p>").unwrap();
        write(&folder).unwrap();
        assert_eq!(found(&dist::read(&folder).unwrap()), "");
        assert!(found(&files()).contains("not that of the page"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
