//! `GET /oauth/access_token?client_id&redirect_uri&code_verifier&code`: the end of a login, without
//! the app secret. It takes no token: it makes one.
//!
//! Code and verifier travel in a form, never in a query: the browser writes the address of every
//! call that fails to its console and keeps it in its records, and a code whose exchange failed may
//! still be good. A verifier in a header would cost a preflight that Graph may not answer. That this
//! call takes a form is known of the many SDKs that POST it.

use crate::base64url;
use crate::call::{Param, ParamValue};
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::{Fields, text};
use crate::http::Method;
use crate::id::AppId;
use crate::json::{self, Value};
use crate::login::LoginKeys;
use crate::token::PastedToken;

/// What is this code worth? Goes with a [`LoginProof`](crate::LoginProof).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeCode {
    /// The app that was logged in to.
    pub app: AppId,
    /// The address to which the dialog was to send people back, to the letter.
    pub redirect_uri: String,
    /// The keys of the login.
    pub keys: LoginKeys,
}

/// A token, and whether it was made for this login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// The token.
    pub token: PastedToken,
    /// What the ID token beside it says.
    pub id_token: IdToken,
}

/// What an ID token says of the login it was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdToken {
    /// There is none.
    Absent,
    /// It has the nonce of this login.
    Ours,
    /// It has another nonce or none, or cannot be read.
    NotOurs,
}

impl Endpoint for ExchangeCode {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/oauth/access_token",
        token: TokenNeed::None,
        permissions: &[],
        tasks: &[],
        docs: "https://developers.facebook.com/documentation/facebook-login/guides/advanced/oidc-token",
    };
    type Answer = Exchanged;

    fn params(&self) -> Vec<Param> {
        vec![
            Param::text("client_id", self.app.as_str()),
            Param::text("redirect_uri", self.redirect_uri.as_str()),
            Param {
                name: "code_verifier".into(),
                value: ParamValue::Verifier,
            },
            Param {
                name: "code".into(),
                value: ParamValue::OwnToken,
            },
        ]
    }

    fn read(&self, body: &Value) -> Result<Exchanged, Misfit> {
        let fields = Fields::of(body, "")?;
        let token = fields.required("access_token", |value| {
            PastedToken::parse(&text(value)?).map_err(|problem| problem.to_string())
        })?;
        let id_token = fields.optional("id_token", text)?;
        Ok(Exchanged {
            token,
            id_token: match id_token.map(|token| nonce(&token)) {
                None => IdToken::Absent,
                Some(Some(nonce)) if nonce == self.keys.nonce() => IdToken::Ours,
                Some(_) => IdToken::NotOurs,
            },
        })
    }
}

/// The nonce in the payload of an ID token. Its signature is not verified: the token comes from
/// Graph itself over TLS, which OpenID Connect accepts in its place (Core 1.0, section 3.1.3.7).
fn nonce(id_token: &str) -> Option<String> {
    let payload = id_token.as_bytes().split(|byte| *byte == b'.').nth(1)?;
    let payload = String::from_utf8(base64url::decode(payload)?).ok()?;
    let payload = json::parse(&payload).ok()?;
    Some(payload.get("nonce")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::HttpResponse;
    use crate::login::LoginProof;
    use crate::{AccessToken, AnswerError, Carrier, GraphVersion};

    fn exchange() -> ExchangeCode {
        ExchangeCode {
            app: AppId::parse("4242").unwrap(),
            redirect_uri: "https://reply.example/?".to_owned(),
            keys: LoginKeys::of_random(&std::array::from_fn(|at| at as u8)),
        }
    }

    fn answer(body: &str) -> Result<Exchanged, AnswerError> {
        exchange().answer(&HttpResponse {
            status: 200,
            headers: Vec::new(),
            body: body.to_owned(),
        })
    }

    #[track_caller]
    fn check(id_token: Option<&str>, expected: IdToken) {
        let id_token = id_token.map(|token| format!(r#","id_token":"{token}""#));
        let id_token = id_token.unwrap_or_default();
        let body = format!(r#"{{"access_token":"user-token-1","expires_in":5{id_token}}}"#);
        assert_eq!(answer(&body).unwrap().id_token, expected, "{body}");
    }

    #[test]
    fn the_nonce_decides_whose_an_id_token_is() {
        let written = |payload: &str| format!("e30.{}.c2ln", base64url::encode(payload.as_bytes()));
        let keys = exchange().keys;
        let ours = written(&format!(r#"{{"iss":"x","nonce":"{}"}}"#, keys.nonce()));
        check(None, IdToken::Absent);
        check(Some(&ours), IdToken::Ours);
        for bad in [
            "".to_owned(),
            "e30".to_owned(),
            "e30.!.x".to_owned(),
            written("{}"),
            written("[1]"),
            written(r#"{"nonce":7}"#),
            written(r#"{"nonce":"another"}"#),
            written(&format!(r#"{{"nonce":"{}"}}"#, keys.state())),
            ours[..ours.len() - 9].to_owned(),
        ] {
            check(Some(&bad), IdToken::NotOurs);
        }
    }

    #[test]
    fn without_a_token_there_is_no_answer() {
        for body in [
            "{}",
            r#"{"access_token":7}"#,
            r#"{"access_token":""}"#,
            r#"{"access_token":"4242|secret"}"#,
            r#"{"access_token":"two words"}"#,
            "access_token=user-token-1&expires=5",
        ] {
            assert!(answer(body).is_err(), "{body}");
        }
    }

    #[test]
    fn neither_code_nor_verifier_stands_in_the_address_and_there_is_no_token() {
        let call = exchange().call(GraphVersion::default());
        let proof = LoginProof::new("the-code", &exchange().keys);
        let request = Carrier::default().request(&call, &AccessToken::Login(proof));
        assert_eq!(
            request.url,
            "https://graph.facebook.com/v26.0/oauth/access_token"
        );
        let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            request.form(),
            [
                own("method", "get"),
                own("client_id", "4242"),
                own("redirect_uri", "https://reply.example/?"),
                own("code_verifier", exchange().keys.verifier()),
                own("code", "the-code"),
            ]
        );
        let told = format!("{request:?} {call:?}");
        assert!(!told.contains("the-code") && !told.contains(exchange().keys.verifier()));
        assert!(!call.readable_query().contains("the-code"));
    }
}
