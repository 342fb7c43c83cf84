//! A request taken apart, with its secrets taken out: what every language writes from.

use graph_api::{HttpRequest, Method, SECRET_PARAMS};

use crate::code::Ink;
use crate::refused::Refused;

/// Where code takes the token from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFrom {
    /// From an environment variable. JavaScript in a browser has none, so it gets a blank; an
    /// `.http` file has variables of its own.
    Environment,
    /// From a blank in the code, [`Ink::Token`], which the page fills.
    Blank,
}

/// A value to write into code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// This text.
    Plain(String),
    /// A secret, after a fixed text.
    Secret { after: &'static str, secret: Secret },
}

/// A value that the code does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Secret {
    /// The variable it is in; no character of it needs quoting anywhere.
    pub(crate) variable: String,
    pub(crate) from: TokenFrom,
}

/// A named value: a parameter or a header.
pub(crate) type Pair = (String, Value);

/// A request without its secrets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) method: Method,
    /// Without the query; only characters that stand in addresses.
    pub(crate) address: &'a str,
    pub(crate) query: Vec<Pair>,
    pub(crate) form: Vec<Pair>,
    /// Without the type of a form, which goes without saying.
    pub(crate) headers: Vec<Pair>,
}

impl<'a> Parts<'a> {
    /// Takes a request apart. `token` is the variable with its token.
    pub(crate) fn of(
        request: &'a HttpRequest,
        token: &str,
        from: TokenFrom,
    ) -> Result<Self, Refused> {
        if request.body.is_some() && !request.has_form() {
            return Err(Refused::Body);
        }
        let address = request.bare_url();
        let stands_in_one =
            |byte: u8| byte.is_ascii_graphic() && !br##""#<>\^`{|}"##.contains(&byte);
        if !address.bytes().all(stands_in_one) {
            return Err(Refused::Address);
        }
        let secret = Secret::new(token, from);
        let param = |(name, value)| param(name, value, &secret);
        let form: Vec<_> = request.form().into_iter().map(param).collect();
        if request.method == Method::Get && !form.is_empty() {
            return Err(Refused::FormOfGet);
        }
        let headers = request
            .headers
            .iter()
            .filter(|(name, _)| !(request.has_form() && name.eq_ignore_ascii_case("content-type")));
        Ok(Self {
            method: request.method,
            address,
            query: request.query().into_iter().map(param).collect(),
            form,
            headers: headers
                .map(|pair| header(pair, &secret))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The variables of the environment in it, each once, in the order sent.
    pub(crate) fn variables(&self) -> Vec<&str> {
        let mut variables: Vec<&str> = Vec::new();
        let pairs = [&self.query, &self.headers, &self.form];
        for (_, value) in pairs.into_iter().flatten() {
            if let Value::Secret { secret, .. } = value
                && secret.from == TokenFrom::Environment
                && !variables.contains(&secret.variable.as_str())
            {
                variables.push(&secret.variable);
            }
        }
        variables
    }
}

impl Secret {
    pub(crate) fn new(variable: &str, from: TokenFrom) -> Self {
        let variable = name(variable);
        Self { variable, from }
    }

    /// The blank; none when it comes from a variable.
    pub(crate) fn blank(&self) -> Option<(Ink, String)> {
        (self.from == TokenFrom::Blank).then(|| (Ink::Token, format!("<{}>", self.variable)))
    }
}

/// The variable's name, with everything taken out that could not be part of one.
fn name(variable: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    let name: String = variable.chars().filter(kept).collect();
    match name.starts_with(|c: char| c.is_ascii_digit()) || name.is_empty() {
        true => format!("_{name}"),
        false => name,
    }
}

fn param(name: String, value: String, token: &Secret) -> Pair {
    let secret = match SECRET_PARAMS.contains(&name.as_str()) {
        true if name == "code_verifier" => Secret::new("CODE_VERIFIER", TokenFrom::Environment),
        true => token.clone(),
        false => return (name, Value::Plain(value)),
    };
    (name, Value::Secret { after: "", secret })
}

fn header((name, value): &(String, String), token: &Secret) -> Result<Pair, Refused> {
    let fits = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    if name.is_empty() || name.contains([' ', ':']) || !name.bytes().chain(value.bytes()).all(fits)
    {
        return Err(Refused::Header);
    }
    if name.eq_ignore_ascii_case("authorization") {
        let value = Value::Secret {
            after: "Bearer ",
            secret: token.clone(),
        };
        return Ok(("Authorization".to_owned(), value));
    }
    Ok((name.clone(), Value::Plain(value.clone())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_variable_is_a_name(text in any::<String>()) {
            let name = name(&text);
            prop_assert!(!name.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty());
            prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
        }
    }
}
