//! An `.http` file, as editors run it. It has no quotes and no escapes: names and values are
//! percent-encoded, in one line, since editors differ in what they make of several.

use graph_api::form::percent;

use crate::code::{Code, Ink};
use crate::parts::{Pair, Parts, Value};
use crate::refused::Refused;

pub(crate) fn snippet(parts: &Parts<'_>) -> Result<Code, Refused> {
    // `{{…}}` is a variable, and nothing escapes it.
    let is_variable = |value: &Value| matches!(value, Value::Plain(text) if text.contains("{{"));
    if parts.headers.iter().any(|(_, value)| is_variable(value)) {
        return Err(Refused::Header);
    }
    let mut code = Code::default();
    for name in parts.variables() {
        code.append(&remark(name));
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

/// Where the value of a variable comes from.
pub(crate) fn remark(name: &str) -> Code {
    let remark = format!("# {name} is a variable of the editor's environment for requests.");
    Code::from_iter([(Ink::Comment, remark), (Ink::Plain, "\n".to_owned())])
}

pub(crate) fn pairs(pairs: &[Pair]) -> Code {
    let mut code = Code::default();
    for (index, (name, value)) in pairs.iter().enumerate() {
        let sign = if index == 0 { "" } else { "&" };
        code.plain(&format!("{sign}{}=", percent(name)));
        code.append(&self::value(value, percent));
    }
    code
}

pub(crate) fn value(value: &Value, write: fn(&str) -> String) -> Code {
    match value {
        Value::Plain(text) => Code::from_iter([(Ink::Text, write(text))]),
        Value::Secret { after, secret } => {
            let variable = || (Ink::Variable, format!("{{{{{}}}}}", secret.variable));
            let after = (Ink::Plain, (*after).to_owned());
            Code::from_iter([after, secret.blank().unwrap_or_else(variable)])
        }
    }
}
