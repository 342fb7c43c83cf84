//! Just enough HTML to look at the tags of our own page.

use std::ops::Range;

/// A start tag, with its attributes in the order written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// In lower case.
    pub(crate) name: String,
    /// Where the tag stands, from `<` to `>`.
    pub(crate) span: Range<usize>,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value; empty when it is written without one.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether an attribute has this value.
    pub(crate) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }

    /// The names of the attributes.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }
}

/// The start tags of a page. Comments are skipped.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = html.get(start..).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").map_or(rest.len(), |end| end + 3);
        } else if rest.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic()) {
            let tag = tag(rest, start);
            at = tag.span.end;
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

/// Reads the start tag at the beginning of a text.
fn tag(text: &str, start: usize) -> Tag {
    let body = text.get(1..).unwrap_or_default();
    let end_of_name = |c: char| c.is_whitespace() || c == '>' || c == '/';
    let (name, mut rest) = split(body, end_of_name);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let (key, after) = split(rest, |c| c == '=' || end_of_name(c));
        let (value, after) = value(after);
        attributes.push((key.to_ascii_lowercase(), unescape(value)));
        rest = after;
    }
    let length = text.len() - rest.len() + usize::from(!rest.is_empty());
    Tag {
        name: name.to_ascii_lowercase(),
        span: start..start + length,
        attributes,
    }
}

/// The value behind an attribute's name, and what follows.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.trim_start().strip_prefix('=') else {
        return ("", text);
    };
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    split(text, |c| c.is_whitespace() || c == '>')
}

fn split(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}

fn unescape(value: &str) -> String {
    let value = value.replace("&#39;", "'").replace("&apos;", "'");
    value.replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_quoted() {
        let html =
            "<!doctype html><!-- <b> --><LINK rel=icon href='a b' hidden DATA-x=\"1 > 0\"/><p>";
        let tags = tags(html);
        let [link, p] = tags.as_slice() else {
            panic!("{tags:?}");
        };
        assert_eq!(link.name, "link");
        assert!(link.is("rel", "icon") && link.is("href", "a b") && link.is("hidden", ""));
        assert_eq!(link.get("data-x"), Some("1 > 0"));
        assert_eq!(&html[link.span.clone()][..5], "<LINK");
        assert!(html[link.span.clone()].ends_with("/>"));
        assert_eq!((p.name.as_str(), &html[p.span.clone()]), ("p", "<p>"));
    }

    #[test]
    fn a_policy_survives_escaping() {
        let tags = tags("<meta content=\"default-src &#39;none&#39;\">");
        assert_eq!(tags[0].get("content"), Some("default-src 'none'"));
    }

    #[test]
    fn a_cut_off_tag_is_no_trouble() {
        assert_eq!(tags("a < b <i").len(), 1);
        assert_eq!(tags("<i x='").len(), 1);
        assert_eq!(tags("<!-- <i>").len(), 0);
    }
}
