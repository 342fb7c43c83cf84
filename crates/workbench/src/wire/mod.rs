//! What page and workbench say, as texts: a list on one line, and after it the body of an answer as
//! it came, which may be megabytes.

mod heard;
mod told;

#[cfg(test)]
mod tests;

use graph_api::json::Value;
use graph_api::{Method, TokenKind};

const METHODS: [Method; 3] = [Method::Get, Method::Post, Method::Delete];

fn list<const N: usize>(items: [Value; N]) -> Value {
    Value::List(items.into())
}

fn texts(all: Vec<String>) -> Value {
    all.into_iter().map(Value::from).collect()
}

#[inline(never)]
fn read_texts(json: &Value) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for item in json.as_list()? {
        texts.push(item.as_str()?.to_owned());
    }
    Some(texts)
}

fn of_token(token: Option<TokenKind>) -> Value {
    token.map(|it| it as u32).into()
}

fn token(items: &[Value], at: usize) -> Option<TokenKind> {
    Some(match number(items, at)? {
        0 => TokenKind::User,
        _ => TokenKind::Page,
    })
}

fn flag(items: &[Value], at: usize) -> bool {
    matches!(items.get(at), Some(Value::Bool(true)))
}

#[inline(never)]
fn number(items: &[Value], at: usize) -> Option<u32> {
    items.get(at)?.as_u64()?.try_into().ok()
}

#[inline(never)]
fn text_at(items: &[Value], at: usize) -> Option<String> {
    items.get(at)?.as_str().map(str::to_owned)
}
