//! From what was read to the request that is meant.

use graph_api::json::{self, Value};
use graph_api::{Method, PastedToken, TokenKind, TokenProblem, form};

use super::address::{self, Address};
use super::options::{Command, Piece};
use super::pairs::{self, Params};
use super::repair::{ImportError, Repair, Repairs, named};
use super::{FoundToken, Imported, loose};
use crate::secret::{is_secret_name, looks_like_token};

/// The parameters whose values are JSON.
const JSON_PARAMS: [&str; 12] = [
    "recipient",
    "message",
    "attachment",
    "attachments",
    "quick_replies",
    "reply_to",
    "batch",
    "greeting",
    "get_started",
    "persistent_menu",
    "ice_breakers",
    "whitelisted_domains",
];

/// An address or a path alone, perhaps with its verb.
pub(super) fn bare(text: &str, mut repairs: Repairs) -> Result<Imported, ImportError> {
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or(("", text));
    let (method, text) = match verb(first) {
        Some(method) => (method, rest),
        None => (Method::Get, text),
    };
    let path = text
        .trim()
        .split(['?', '&'])
        .next()
        .unwrap_or_default()
        .trim();
    let is_path = !path.is_empty()
        && !path.contains(char::is_whitespace)
        && !path.contains(['(', ')', ',', ';', '{', '"', '=']);
    let names_host = path.contains("://") || path.contains(".com");
    if !is_path && !names_host {
        return Err(ImportError::NoCall);
    }
    let address = address::read(text, &mut repairs)?;
    finish(method, address, Params::new(), None, repairs)
}

fn verb(word: &str) -> Option<Method> {
    let mut all = [Method::Get, Method::Post, Method::Delete].into_iter();
    all.find(|method| word.eq_ignore_ascii_case(method.as_str()))
}

/// What a curl command asks for.
pub(super) fn request(command: Command, mut repairs: Repairs) -> Result<Imported, ImportError> {
    let Some(written) = &command.address else {
        return Err(ImportError::NoAddress);
    };
    let globs = command.globs && written.contains(['{', '[']);
    command
        .repairs
        .0
        .into_iter()
        .for_each(|repair| repairs.add(repair));
    let mut address = address::read(written, &mut repairs)?;
    repairs.add_if(globs, Repair::BracesInAddress);
    let has_data = !command.data.is_empty();
    let mut data = match command.is_json || is_json(&command.data) {
        true => from_json(&command.data, &mut repairs),
        false => params(command.data, &mut repairs),
    };
    address
        .query
        .extend(params(command.url_query, &mut repairs));
    let method = match command.method.as_deref().map(str::trim) {
        Some(word) if word.eq_ignore_ascii_case("head") => head(&mut repairs),
        Some(word) => verb(word).ok_or_else(|| ImportError::Method(named(word)))?,
        None if command.is_head => head(&mut repairs),
        None if has_data && !command.is_get => Method::Post,
        None => Method::Get,
    };
    if command.is_get {
        address.query.append(&mut data);
    }
    finish(method, address, data, command.authorization, repairs)
}

fn head(repairs: &mut Repairs) -> Method {
    repairs.add(Repair::HeadAsGet);
    Method::Get
}

fn params(pieces: Vec<Piece>, repairs: &mut Repairs) -> Params {
    let mut params = Params::new();
    for piece in pieces {
        match piece {
            Piece::Raw(text) => params.extend(pairs::read(&text, false, repairs)),
            Piece::Pair(name, value) => params.push((name, value)),
        }
    }
    params
}

/// A body that begins as an object does.
fn is_json(data: &[Piece]) -> bool {
    matches!(data, [Piece::Raw(text)] if text.trim_start().starts_with('{'))
}

/// One parameter for each key. What is no object is read as a form after all.
fn from_json(data: &[Piece], repairs: &mut Repairs) -> Params {
    let raw = data.iter().map(|piece| match piece {
        Piece::Raw(text) => text.as_str(),
        Piece::Pair(_, _) => "",
    });
    let text: String = raw.collect();
    let strict = json::parse(&text).ok();
    let is_loose = strict.is_none();
    let Some(Value::Object(object)) = strict.or_else(|| loose::read(&text)) else {
        return params(data.to_vec(), repairs);
    };
    repairs.add_if(is_loose, Repair::LooseJson("The body".to_owned()));
    repairs.add(Repair::JsonBody);
    let value = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => other.to_string(),
    };
    object
        .iter()
        .map(|(key, own)| (key.to_owned(), value(own)))
        .collect()
}

fn finish(
    method: Method,
    address: Address,
    data: Params,
    authorization: Option<String>,
    mut repairs: Repairs,
) -> Result<Imported, ImportError> {
    if looks_like_token(&form::decode(&address.path)) {
        return Err(ImportError::TokenInPath);
    }
    let mut token = authorization.map(|value| found("authorization", &value));
    let mut request = Imported {
        method,
        version: address.version,
        path: address.path,
        query: address.query,
        form: data,
        token: None,
        repairs: Vec::new(),
    };
    if let Some(method) = take_method(&mut request.query).or(take_method(&mut request.form)) {
        repairs.add_if(method != request.method, Repair::MethodParameter(method));
        request.method = method;
    } else {
        let has_body = request.method == Method::Get && !request.form.is_empty();
        repairs.add_if(has_body, Repair::BodyOfRead);
    }
    if request.method == Method::Get {
        request.query.append(&mut request.form);
    }
    for params in [&mut request.query, &mut request.form] {
        take_secrets(params, &mut token, &mut repairs);
        params
            .iter_mut()
            .for_each(|param| mend(param, &mut repairs));
    }
    request.token = token.map(|found| found.map_or_else(|other| other, |_| FoundToken::Token));
    name_placeholders(&request, &mut repairs);
    request.repairs = repairs.0;
    Ok(request)
}

/// `method=get` and the like, the last of them.
fn take_method(params: &mut Params) -> Option<Method> {
    let found = params
        .iter()
        .rev()
        .find_map(|(name, value)| verb(value).filter(|_| name == "method"));
    if found.is_some() {
        params.retain(|(name, _)| name != "method");
    }
    found
}

/// A token, or what stood in its place.
type Found = Result<PastedToken, FoundToken>;

fn take_secrets(params: &mut Params, token: &mut Option<Found>, repairs: &mut Repairs) {
    params.retain(|(name, value)| {
        if name == "access_token" {
            let found = found(name, value);
            repairs.add_if(
                token.as_ref().is_some_and(|token| *token != found),
                Repair::SeveralTokens,
            );
            token.get_or_insert(found);
            return false;
        }
        let is_secret = is_secret_name(name) || looks_like_token(value) || looks_like_token(name);
        repairs.add_if(is_secret, Repair::SecretLeftOut(named(name)));
        !is_secret
    });
}

/// What stands in a token's place.
fn found(name: &str, value: &str) -> Found {
    let value = value.trim();
    let bare = ["Bearer ", "bearer ", "OAuth "]
        .iter()
        .find_map(|scheme| value.strip_prefix(scheme));
    let bare = bare.unwrap_or(value).trim();
    if bare.starts_with(['$', '<', '{', '%', '[']) {
        return Err(FoundToken::Placeholder(kind(bare)));
    }
    PastedToken::parse(&format!("{name}={bare}")).map_err(|problem| match problem {
        TokenProblem::Missing | TokenProblem::Empty => FoundToken::Placeholder(kind(value)),
        problem => FoundToken::Unusable(problem),
    })
}

fn kind(value: &str) -> Option<TokenKind> {
    let value = value.to_ascii_lowercase();
    match (value.contains("page"), value.contains("user")) {
        (true, _) => Some(TokenKind::Page),
        (_, true) => Some(TokenKind::User),
        _ => None,
    }
}

fn mend((name, value): &mut (String, String), repairs: &mut Repairs) {
    if name == "fields" && value.contains("messages{messages}") {
        *value = value.replace("messages{messages}", "messages{message}");
        repairs.add(Repair::FieldsTypo);
    }
    let is_json = JSON_PARAMS.contains(&name.as_str()) && json::parse(value).is_err();
    if let Some(strict) = is_json.then(|| loose::read(value)).flatten() {
        *value = strict.to_string();
        repairs.add(Repair::LooseJson(named(name)));
    }
}

/// What the reader has to put in. Of a message, every word may be meant.
fn name_placeholders(request: &Imported, repairs: &mut Repairs) {
    let segments = request
        .path
        .split('/')
        .filter(|segment| is_placeholder(segment));
    let params = request.query.iter().chain(&request.form);
    let values = params
        .filter(|(name, _)| name != "message")
        .flat_map(|(_, value)| {
            let words = value.split(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | ':'));
            words.filter(|word| is_placeholder(word))
        });
    for name in segments.chain(values).take(8) {
        repairs.add(Repair::Placeholder(named(name)));
    }
}

/// `PAGE-ID`, `<PSID>`, `{page-id}`, `$PAGE_ID`, `%PSID%`.
fn is_placeholder(word: &str) -> bool {
    let bare = word.trim_matches(['{', '}', '<', '>', '%', '$', '[', ']']);
    let is_name = !bare.is_empty()
        && bare
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' '));
    let is_wrapped = word.starts_with(['<', '$'])
        || word.starts_with('%') && word.ends_with('%')
        || word.starts_with('{') && word.ends_with('}');
    let is_upper = bare
        .chars()
        .all(|c| c.is_ascii_uppercase() || matches!(c, '_' | '-'));
    let is_id = bare == "PSID" || bare == "ID" || bare.ends_with("-ID") || bare.ends_with("_ID");
    is_name && word.len() <= 64 && (is_wrapped && bare.len() < word.len() || is_upper && is_id)
}
