//! A request as a curl command, for whichever shell.

use graph_api::Method;
use graph_api::form::percent;

use crate::code::{Code, Ink};
use crate::parts::{Pair, Parts, Secret, Value};

/// A shell, as far as curl's arguments go.
pub(crate) struct Shell {
    /// What ends a line of a command that goes on.
    pub(crate) goes_on: &'static str,
    /// A text as one argument.
    pub(crate) word: fn(&str) -> String,
    /// A text with which an argument begins, and the double quote behind which a variable follows.
    pub(crate) before_variable: fn(&str) -> String,
    /// An environment variable between double quotes.
    pub(crate) variable: fn(&str) -> String,
    /// Whether a text can be written as it is. Another one is percent-encoded here.
    pub(crate) can_show: fn(&str) -> bool,
}

impl Shell {
    /// The command, with further options.
    pub(crate) fn command(&self, parts: &Parts<'_>, further: &[&str]) -> Code {
        let in_query = parts.form.is_empty() && parts.method != Method::Post;
        let (data, url_query) = match in_query {
            true => (&parts.query, &[][..]),
            false => (&parts.form, parts.query.as_slice()),
        };
        let mut options: Vec<_> = further.iter().copied().map(str::to_owned).collect();
        if parts.address.contains(['[', ']']) {
            options.push("--globoff".to_owned());
        }
        let implied = match data.is_empty() || in_query {
            true => Method::Get,
            false => Method::Post,
        };
        if parts.method != implied {
            options.push(format!("--request {}", parts.method));
        }
        if in_query && !data.is_empty() {
            options.push("--get".to_owned());
        }
        let options = options.into_iter().map(|option| one(Ink::Plain, option));
        let headers = parts.headers.iter().map(|pair| self.header(pair));
        let data = data.iter().map(|pair| self.parameter(pair));
        let mut code = one(Ink::Plain, "curl ".to_owned());
        code.append(&self.url(parts.address, url_query));
        for line in options.chain(headers).chain(data) {
            code.plain(self.goes_on);
            code.append(&line);
        }
        code
    }

    /// A parameter. After the first `=` nothing has a meaning to `--data-urlencode`, so a text that
    /// starts with `@` is no file.
    pub(crate) fn parameter(&self, (name, value): &Pair) -> Code {
        let encoded = percent(name);
        match value {
            Value::Secret { after, secret } => option(
                "--data-urlencode ",
                &self.secret(&format!("{encoded}={after}"), secret),
            ),
            // Without a name curl would leave the `=` out.
            Value::Plain(text) if (self.can_show)(text) && !name.is_empty() => option(
                "--data-urlencode ",
                &self.text(&format!("{encoded}={text}")),
            ),
            Value::Plain(text) => option(
                "--data-raw ",
                &self.text(&format!("{encoded}={}", percent(text))),
            ),
        }
    }

    fn header(&self, (name, value): &Pair) -> Code {
        let value = match value {
            Value::Secret { after, secret } => self.secret(&format!("{name}: {after}"), secret),
            // `Name:` would take the header away.
            Value::Plain(text) if text.is_empty() => self.text(&format!("{name};")),
            Value::Plain(text) => self.text(&format!("{name}: {text}")),
        };
        option("--header ", &value)
    }

    /// The address, with what has to stand in its query.
    fn url(&self, address: &str, query: &[Pair]) -> Code {
        let mut code = Code::default();
        let mut before = address.to_owned();
        for (index, (name, value)) in query.iter().enumerate() {
            before.push(if index == 0 { '?' } else { '&' });
            before.push_str(&format!("{}=", percent(name)));
            match value {
                Value::Plain(text) => before.push_str(&percent(text)),
                Value::Secret { secret, .. } => {
                    code.append(&self.secret(&before, secret));
                    before.clear();
                }
            }
        }
        if !before.is_empty() {
            code.append(&self.text(&before));
        }
        code
    }

    fn text(&self, text: &str) -> Code {
        one(Ink::Text, (self.word)(text))
    }

    fn secret(&self, before: &str, secret: &Secret) -> Code {
        let variable = || (Ink::Variable, (self.variable)(&secret.variable));
        Code::from_iter([
            (Ink::Text, (self.before_variable)(before)),
            secret.blank().unwrap_or_else(variable),
            (Ink::Text, "\"".to_owned()),
        ])
    }
}

fn option(name: &str, value: &Code) -> Code {
    let mut code = one(Ink::Plain, name.to_owned());
    code.append(value);
    code
}

fn one(ink: Ink, text: String) -> Code {
    Code::from_iter([(ink, text)])
}
