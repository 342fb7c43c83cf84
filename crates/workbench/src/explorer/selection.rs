//! What stands in `fields`: `id,participants{name},messages.limit(3){message}`.

/// How deep it may go.
const DEEPEST: usize = 10;

/// Fields, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Selection(Vec<Picked>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Picked {
    name: String,
    /// Such as `.limit(3)`, as it was written.
    arguments: String,
    nested: Option<Selection>,
}

impl Selection {
    /// Reads it; none when a brace is missing, or where nobody knows what is meant.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (selection, rest) = level(text, 0)?;
        rest.is_empty().then_some(selection)
    }

    /// Whether a field is picked; the path leads through the nested ones.
    pub(crate) fn has(&self, path: &[&str]) -> bool {
        let Some((first, rest)) = path.split_first() else {
            return true;
        };
        let Some(picked) = self.0.iter().find(|it| it.name == *first) else {
            return false;
        };
        rest.is_empty() || picked.nested.as_ref().is_some_and(|it| it.has(rest))
    }

    /// Picks a field, or leaves it out. What it stands in is picked along; the rest stays.
    pub(crate) fn toggle(&mut self, path: &[&str]) {
        let Some((first, rest)) = path.split_first() else {
            return;
        };
        let place = self.0.iter().position(|it| it.name == *first);
        match place {
            Some(at) if rest.is_empty() => drop(self.0.remove(at)),
            Some(at) => {
                if let Some(picked) = self.0.get_mut(at) {
                    picked.toggle(rest);
                }
            }
            None => {
                let mut picked = Picked::plain(first);
                picked.toggle(rest);
                self.0.push(picked);
            }
        }
    }

    /// The names on this level.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|it| it.name.as_str())
    }

    pub(crate) fn write(&self) -> String {
        let mut text = String::new();
        for picked in &self.0 {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&picked.name);
            text.push_str(&picked.arguments);
            if let Some(nested) = &picked.nested {
                text.push('{');
                text.push_str(&nested.write());
                text.push('}');
            }
        }
        text
    }
}

impl Picked {
    fn plain(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            arguments: String::new(),
            nested: None,
        }
    }

    fn toggle(&mut self, path: &[&str]) {
        if path.is_empty() {
            return;
        }
        let mut nested = self.nested.take().unwrap_or_default();
        nested.toggle(path);
        self.nested = (!nested.0.is_empty()).then_some(nested);
    }
}

/// The fields up to a closing brace or the end, and the rest.
fn level(mut text: &str, depth: usize) -> Option<(Selection, &str)> {
    let mut fields = Vec::new();
    if depth > DEEPEST {
        return None;
    }
    loop {
        text = text.trim_start_matches([',', ' ', '\n', '\t']);
        if text.is_empty() || text.starts_with('}') {
            return Some((Selection(fields), text));
        }
        let end = text
            .find([',', '{', '}', '.', '(', ')', ' '])
            .unwrap_or(text.len());
        let (name, after) = text.split_at_checked(end)?;
        if name.is_empty() {
            return None;
        }
        let (arguments, after) = arguments(after)?;
        let mut picked = Picked::plain(name);
        arguments.clone_into(&mut picked.arguments);
        text = after.trim_start();
        if let Some(inner) = text.strip_prefix('{') {
            let (nested, after) = level(inner, depth + 1)?;
            picked.nested = Some(nested);
            text = after.strip_prefix('}')?.trim_start();
        }
        if !(text.is_empty() || text.starts_with([',', '}'])) {
            return None;
        }
        fields.push(picked);
    }
}

/// Such as `.limit(3).order(x)`, and the rest.
fn arguments(text: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    while let Some(rest) = text.get(end..).filter(|rest| rest.starts_with('.')) {
        let closing = rest.find(')')?;
        let argument = rest.get(1..closing)?;
        let (name, _) = argument.split_once('(')?;
        if name.is_empty() || name.contains([',', '{', '}', '.']) {
            return None;
        }
        end += closing + 1;
    }
    text.split_at_checked(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, toggled: &[&str], expected: &str) {
        let mut selection = Selection::read(text).unwrap();
        selection.toggle(toggled);
        assert_eq!(selection.write(), expected, "{text} {toggled:?}");
    }

    #[test]
    fn a_tick_edits_the_text() {
        check("id", &["name"], "id,name");
        check("id,name", &["id"], "name");
        check("id", &["id"], "");
        check("", &["participants", "name"], "participants{name}");
        check(
            "participants",
            &["participants", "name"],
            "participants{name}",
        );
        check(
            "participants{name}",
            &["participants", "name"],
            "participants",
        );
        check(
            "messages.limit(3){message}",
            &["messages", "from"],
            "messages.limit(3){message,from}",
        );
        check(
            "messages{from{name},id}",
            &["messages", "from", "id"],
            "messages{from{name,id},id}",
        );
        check("messages{message}", &["messages"], "");
    }

    #[test]
    fn what_was_typed_by_hand_stays() {
        check(
            "my_field.as(x){y,z.limit(2)}, odd",
            &["id"],
            "my_field.as(x){y,z.limit(2)},odd,id",
        );
    }

    #[test]
    fn what_is_not_finished_is_not_touched() {
        for text in [
            "a{", "a}", "a{b", "a.limit", "a.limit(", "a b", "{a}", "a.()", "a)",
        ] {
            assert_eq!(Selection::read(text), None, "{text}");
        }
        assert_eq!(Selection::read(&"a{".repeat(5000)), None);
    }

    proptest! {
        #[test]
        fn twice_ticked_is_as_before(text in r"[a-c]{1,2}(,[a-c]{1,2}(\{[a-c]{1,2}\})?){0,3}", name in "[d-f]") {
            let before = Selection::read(&text).unwrap();
            let mut after = before.clone();
            after.toggle(&[&name]);
            prop_assert!(after.has(&[&name]));
            after.toggle(&[&name]);
            prop_assert_eq!(after, before);
        }

        #[test]
        fn what_is_read_is_written(text in r"[a-c{}(),. ]{0,16}") {
            if let Some(selection) = Selection::read(&text) {
                prop_assert_eq!(Selection::read(&selection.write()), Some(selection));
            }
        }
    }
}
