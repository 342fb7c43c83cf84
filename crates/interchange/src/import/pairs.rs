//! Parameters out of a query or a body.

use graph_api::form;

use super::repair::{Repair, Repairs, named};

/// Names and values, not encoded.
pub(super) type Params = Vec<(String, String)>;

/// Reads encoded parameters. In an address, white space around them is none of theirs.
pub(super) fn read(text: &str, is_address: bool, repairs: &mut Repairs) -> Params {
    let mut params = Vec::new();
    for piece in split(text, repairs) {
        let is_spaced = is_address && piece.contains(char::is_whitespace);
        repairs.add_if(is_spaced, Repair::SpacesInAddress);
        let piece = match is_address {
            // What follows a # is for the browser; in JSON it may be meant.
            true if !piece.contains(['{', '[']) => {
                piece.split('#').next().unwrap_or_default().trim()
            }
            true => piece.trim(),
            false => piece,
        };
        if piece.is_empty() {
            continue;
        }
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        let name = form::decode(name);
        repairs.add_if(piece.contains('&'), Repair::AmpersandInValue(named(&name)));
        params.push((name, form::decode(value)));
    }
    params
}

/// Cuts at each `&`, but not inside of JSON: there it is a part of a text.
fn split<'a>(text: &'a str, repairs: &mut Repairs) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut may_be_json = true;
    while !rest.is_empty() {
        let json = if may_be_json {
            json_end(rest)
        } else {
            Json::None
        };
        // What is not closed once is closed nowhere later.
        may_be_json &= json != Json::Open;
        let end = match json {
            Json::Ends(at) => at,
            Json::None | Json::Open => rest.find('&').unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after.strip_prefix('&').unwrap_or(after);
        if let Some(unescaped) = rest.strip_prefix("amp;") {
            repairs.add(Repair::HtmlEntities);
            rest = unescaped;
        }
    }
    pieces
}

/// Whether a parameter's value is JSON, or nearly.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Json {
    None,
    Open,
    /// Where the parameter ends.
    Ends(usize),
}

fn json_end(text: &str) -> Json {
    let Some(from) = text
        .find(['=', '&'])
        .filter(|at| text.get(*at..=*at) == Some("="))
    else {
        return Json::None;
    };
    let value = text.get(from + 1..).unwrap_or_default();
    if !value.starts_with(['{', '[']) {
        return Json::None;
    }
    let mut depth = 0_usize;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open && before != '\\' => quote = None,
            (Some(_), _) => {}
            // An apostrophe inside of a bare word opens nothing.
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
        if depth == 0 {
            let end = from + 1 + at + c.len_utf8();
            let after = text.get(end..).unwrap_or_default();
            let spaces = after.len() - after.trim_start().len();
            return match after.trim_start().starts_with('&') || after.trim_start().is_empty() {
                true => Json::Ends(end + spaces),
                false => Json::None,
            };
        }
    }
    Json::Open
}
