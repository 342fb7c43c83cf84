//! From a body to JSON.

use crate::error::{AnswerError, GraphError, Misfit, NotJson};
use crate::http::HttpResponse;
use crate::json::{self, Value};

/// The body as JSON, when it is JSON and holds no error. Content decides, not the declared type.
pub(crate) fn checked(response: &HttpResponse) -> Result<Value, AnswerError> {
    let status = response.status;
    let body = parse(&response.body).map_err(|kind| AnswerError::NotJson { status, kind })?;
    if let Some(error) = body.get("error").and_then(GraphError::read) {
        return Err(AnswerError::Graph { status, error });
    }
    if !(200..300).contains(&status) {
        let misfit = Misfit::new("", "an error status without an error in the body");
        return Err(AnswerError::OtherJson { status, misfit });
    }
    Ok(body)
}

/// Parses a body, tolerating a byte order mark.
pub(crate) fn parse(body: &str) -> Result<Value, NotJson> {
    let text = body.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Err(NotJson::Empty);
    }
    json::parse(text).map_err(|problem| match text.starts_with('<') {
        true => NotJson::Html,
        false => NotJson::Garbled {
            reason: problem.to_string(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_body_is_is_told_apart() {
        assert_eq!(parse("\u{feff}1 \n"), Ok(1_i64.into()));
        assert_eq!(parse(" \n"), Err(NotJson::Empty));
        assert_eq!(parse("<!doctype html><p>502"), Err(NotJson::Html));
        assert!(matches!(parse("oops"), Err(NotJson::Garbled { .. })));
        assert!(matches!(
            parse(&"[".repeat(1_000_000)),
            Err(NotJson::Garbled { .. })
        ));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in r#"(\\u[dD][89a-fA-F][0-9]{2}|\\|"|[a-z{}\[\]:,é😀]){0,30}"#) {
            let _ = parse(&text);
            let _ = parse(&format!("\"{text}\""));
        }
    }
}
