//! The `fields` parameter: `participants,messages.limit(5){id,message}`.

use crate::answer::fault::Fault;

/// How deep selections may nest; Graph has such a limit too.
const DEEPEST: usize = 10;
/// The arguments that say which part of a list is asked for, and what to call it.
const PARTS: [&str; 4] = ["limit", "after", "before", "as"];

/// A field asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// Such as `limit` and `5`.
    arguments: Vec<(String, String)>,
    nested: Option<Vec<Field>>,
    /// The nested fields as they were written.
    nested_text: String,
}

impl Field {
    pub(crate) fn plain(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            arguments: Vec::new(),
            nested: None,
            nested_text: String::new(),
        }
    }

    pub(crate) fn argument(&self, name: &str) -> Option<&str> {
        let found = self.arguments.iter().find(|(own, _)| own == name)?;
        Some(&found.1)
    }

    /// What it would take to ask for this list by its own address, apart from the part of it.
    pub(crate) fn as_params(&self) -> Vec<(String, String)> {
        let own = self.arguments.iter().cloned();
        let mut params: Vec<_> = own
            .filter(|(name, _)| !PARTS.contains(&name.as_str()))
            .collect();
        if self.nested.is_some() {
            params.push(("fields".to_owned(), self.nested_text.clone()));
        }
        params
    }

    /// The key in the answer: `.as(name)` changes it.
    pub(crate) fn key(&self) -> &str {
        self.argument("as")
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.name)
    }

    pub(crate) fn nested(&self) -> Option<&[Self]> {
        self.nested.as_deref()
    }
}

/// Reads the parameter. An empty one asks for nothing in particular.
pub(crate) fn parse(text: &str) -> Result<Vec<Field>, Fault> {
    let mut reader = Reader { text, at: 0 };
    let fields = reader.fields(0)?;
    match reader.peek() {
        None => Ok(fields),
        Some(_) => Err(reader.problem("Expected end of string.")),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&mut self) -> Option<char> {
        self.at += self.rest().len() - self.rest().trim_start().len();
        self.rest().chars().next()
    }

    fn takes(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.at += wanted.len_utf8();
        }
        is_there
    }

    fn word(&mut self) -> String {
        self.peek();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == ':';
        let rest = self.rest();
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default().to_owned();
        self.at += end;
        word
    }

    fn problem(&self, problem: &str) -> Fault {
        Fault::syntax(problem, self.at, self.text)
    }

    fn fields(&mut self, depth: usize) -> Result<Vec<Field>, Fault> {
        if depth > DEEPEST {
            return Err(self.problem("Too many levels."));
        }
        let mut fields = Vec::new();
        loop {
            match self.peek() {
                None | Some('}') => return Ok(fields),
                Some(',') => {
                    self.takes(',');
                }
                Some(_) => fields.push(self.field(depth)?),
            }
        }
    }

    fn field(&mut self, depth: usize) -> Result<Field, Fault> {
        let mut field = Field::plain(&self.word());
        if field.name.is_empty() {
            return Err(self.problem("Expected name."));
        }
        while self.takes('.') {
            let name = self.word();
            if !self.takes('(') {
                return Err(self.problem("Expected \"(\"."));
            }
            let rest = self.rest();
            let Some(end) = rest.find(')') else {
                return Err(self.problem("Expected \")\"."));
            };
            let value = rest.get(..end).unwrap_or_default().trim().to_owned();
            self.at += end + 1;
            field.arguments.push((name, value));
        }
        if self.takes('{') {
            let start = self.at;
            field.nested = Some(self.fields(depth + 1)?);
            field.nested_text = self.text.get(start..self.at).unwrap_or_default().to_owned();
            if !self.takes('}') {
                return Err(self.problem("Expected \"}\"."));
            }
        }
        match self.peek() {
            None | Some(',' | '}') => Ok(field),
            Some(_) => Err(self.problem("Expected end of string.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_selections_are_read() {
        let fields =
            parse("participants, messages.limit(5).after(x){id,message,from{name}},").unwrap();
        let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["participants", "messages"]);
        assert_eq!(fields[1].argument("limit"), Some("5"));
        let again = ("fields".to_owned(), "id,message,from{name}".to_owned());
        assert_eq!(fields[1].as_params(), [again]);
        let nested = fields[1].nested().unwrap();
        assert_eq!(nested[2].nested().unwrap(), [Field::plain("name")]);
        assert_eq!(parse(" "), Ok(Vec::new()));
    }

    #[test]
    fn broken_selections_are_refused() {
        for bad in [
            "a{",
            "a}",
            "a.limit",
            "a.limit(",
            "a b",
            "{a}",
            "é",
            &"a{".repeat(5000),
        ] {
            assert_eq!(parse(bad).unwrap_err().code, 2500, "{bad}");
        }
    }
}
