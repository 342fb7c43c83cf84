//! What the page can be asked to draw. Its place in the list is its name on the wire: page and
//! worker are built together.

pub(crate) const TAGS: &[&str] = &[
    "a", "aside", "b", "button", "code", "dd", "details", "div", "dl", "dt", "fieldset", "form",
    "h2", "h3", "h4", "input", "label", "legend", "li", "mark", "ol", "option", "p", "path", "pre",
    "section", "select", "span", "summary", "svg", "textarea", "ul", "wbr", "datalist",
];

pub(crate) const ATTRIBUTES: &[&str] = &[
    "class",
    "id",
    "type",
    "role",
    "tabindex",
    "title",
    "href",
    "target",
    "rel",
    "for",
    "name",
    "value",
    "disabled",
    "selected",
    "open",
    "placeholder",
    "rows",
    "spellcheck",
    "autocomplete",
    "autocapitalize",
    "dir",
    "d",
    "viewBox",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-expanded",
    "aria-current",
    "aria-selected",
    "aria-pressed",
    "aria-hidden",
    "aria-invalid",
    "aria-level",
    "aria-setsize",
    "aria-posinset",
    "aria-activedescendant",
    "aria-autocomplete",
    "aria-haspopup",
    "data-depth",
    "list",
    "width",
    "height",
    "aria-disabled",
];

/// Keys that a view may take for itself.
pub(crate) const KEYS: &[&str] = &[
    "Enter",
    " ",
    "Escape",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Tab",
    "F3",
    "n",
    "N",
    "*",
    "/",
];

#[inline(never)]
pub(crate) fn place(names: &[&str], name: &str) -> Option<u32> {
    let at = names.iter().position(|it| *it == name)?;
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// What the workbench draws with, without its tests.
    fn sources(folder: &Path, found: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") {
                sources(&path, found);
            } else if path.is_file() && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.extend(text.split("#[cfg(test)]").next());
            }
        }
    }

    /// The texts that stand first behind a word of the code.
    fn behind<'a>(code: &'a str, word: &str) -> BTreeSet<&'a str> {
        let texts = code.split(word).skip(1).filter_map(|behind| {
            let text = behind.trim_start().strip_prefix('"')?;
            text.split('"').next()
        });
        texts.collect()
    }

    #[track_caller]
    fn check(listed: &[&str], used: &BTreeSet<&str>, perhaps: &BTreeSet<&str>) {
        let listed: BTreeSet<_> = listed.iter().copied().collect();
        let missing: Vec<_> = used.difference(&listed).collect();
        assert!(missing.is_empty(), "would not be drawn: {missing:?}");
        let used = used | perhaps;
        let idle: Vec<_> = listed.difference(&used).collect();
        assert!(idle.is_empty(), "nobody draws: {idle:?}");
    }

    #[test]
    fn the_lists_have_what_the_workbench_draws_and_no_more() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut code = String::new();
        sources(&root.join("../workbench/src"), &mut code);
        let arms = behind(&code, "=>");
        let elements = &behind(&code, " el(") | &behind(&code, "(el(");
        check(TAGS, &elements, &arms);
        let named = &behind(&code, ".attr(") | &behind(&code, ".flag(");
        check(ATTRIBUTES, &named, &BTreeSet::from(["class", "id"]));
        let keys = KEYS.iter().copied();
        let pressed = keys.filter(|key| code.contains(&format!("\"{key}\"")));
        check(KEYS, &pressed.collect(), &BTreeSet::new());
    }
}
