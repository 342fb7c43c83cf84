//! An `.http` file, as editors run it. It has no quotes and no escapes: names and values are
//! percent-encoded, in one line, since editors differ in what they make of several.

use crate::code::{Code, Ink};
use crate::parts::{Pair, Parts, TokenFrom, Value};
use crate::refused::Refused;
use crate::text::percent;

pub(crate) fn snippet(parts: &Parts<'_>) -> Result<Code, Refused> {
    // `{{…}}` is a variable, and nothing escapes it.
    let is_variable = |value: &Value| matches!(value, Value::Plain(text) if text.contains("{{"));
    if parts.headers.iter().any(|(_, value)| is_variable(value)) {
        return Err(Refused::Header);
    }
    let mut code = Code::default();
    let mut written: Vec<&str> = Vec::new();
    for secret in parts.secrets() {
        let name = secret.variable.as_str();
        if secret.from == TokenFrom::Environment && !written.contains(&name) {
            written.push(name);
            let remark =
                format!("# {name} is a variable of the editor's environment for requests.");
            code.push(Ink::Comment, &remark);
            code.plain("\n");
        }
    }
    code.push(Ink::Keyword, parts.method.as_str());
    code.plain(&format!(" {}", parts.address));
    if !parts.query.is_empty() {
        code.plain("?");
        code.append(&pairs(&parts.query));
    }
    for (name, value) in &parts.headers {
        code.plain(&format!("\n{name}: "));
        code.append(&self::value(value, str::to_owned));
    }
    if !parts.form.is_empty() {
        code.plain("\nContent-Type: ");
        code.text("application/x-www-form-urlencoded");
        code.plain("\n\n");
        code.append(&pairs(&parts.form));
    }
    Ok(code)
}

fn pairs(pairs: &[Pair]) -> Code {
    let mut code = Code::default();
    for (index, (name, value)) in pairs.iter().enumerate() {
        let sign = if index == 0 { "" } else { "&" };
        code.plain(&format!("{sign}{}=", percent(name)));
        code.append(&self::value(value, percent));
    }
    code
}

fn value(value: &Value, write: fn(&str) -> String) -> Code {
    match value {
        Value::Plain(text) => Code::from_iter([(Ink::Text, write(text))]),
        Value::Secret { after, secret } => {
            let variable = || (Ink::Variable, format!("{{{{{}}}}}", secret.variable));
            let after = (Ink::Plain, (*after).to_owned());
            Code::from_iter([after, secret.blank().unwrap_or_else(variable)])
        }
    }
}
