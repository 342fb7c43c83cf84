//! The Content-Security-Policy is written once, in `index.html`; the header repeats it from there.

use crate::dist::{
    Files,
    html::{self, Tag},
};

/// What browsers heed in a header only.
const HEADER_ONLY: &str = "frame-ancestors 'none'";

/// The policy that a page carries.
pub(crate) fn of_page(html: &str) -> Option<String> {
    let tags = html::tags(html);
    let policy = tags.iter().find(|tag| is_policy(tag))?.get("content")?;
    let words: Vec<_> = policy.split_whitespace().collect();
    Some(words.join(" "))
}

/// The policy to send as a header with each of these files.
pub(crate) fn of_files(files: &Files) -> String {
    let index = files.get("index.html").map(Vec::as_slice);
    header(&String::from_utf8_lossy(index.unwrap_or_default()))
}

/// The policy to send as a header with a page.
fn header(html: &str) -> String {
    match of_page(html) {
        Some(policy) => format!("{}; {HEADER_ONLY}", policy.trim_end_matches(';')),
        None => HEADER_ONLY.to_owned(),
    }
}

/// Whether this is the tag with the policy.
pub(crate) fn is_policy(tag: &Tag) -> bool {
    let name = tag.get("http-equiv").unwrap_or_default();
    tag.name == "meta" && name.eq_ignore_ascii_case("content-security-policy")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn the_header_adds_what_a_page_cannot_say() {
        let page = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';\n  img-src 'self'\">";
        assert_eq!(
            header(page),
            "default-src 'none'; img-src 'self'; frame-ancestors 'none'"
        );
        assert_eq!(header("<p>"), "frame-ancestors 'none'");
    }

    #[test]
    fn the_page_reaches_graph_and_no_other_host() {
        let page = std::fs::read_to_string(project::path("index.html")).unwrap();
        let policy = of_page(&page).unwrap();
        let hosts: Vec<_> = policy
            .split([' ', ';'])
            .filter(|word| word.contains("//"))
            .collect();
        assert_eq!(hosts, ["https://graph.facebook.com"]);
    }
}
