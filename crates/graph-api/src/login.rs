//! Facebook Login by authorization code with PKCE, without the app secret:
//! <https://developers.facebook.com/documentation/facebook-login/guides/advanced/oidc-token>.
//! What is made for one login, the address of Facebook's dialog, and what comes back.

use std::fmt;

use crate::base64url;
use crate::endpoint::Permission;
use crate::form;
use crate::id::{AppId, ConfigId};
use crate::version::GraphVersion;

/// Where Facebook's login dialog lives.
pub const DIALOG_HOST: &str = "https://www.facebook.com";

/// How many random bytes a login takes: 32 for each of its three keys.
pub const LOGIN_RANDOM: usize = 96;

/// What a login shares with nobody but Facebook, made anew for each. All three are secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct LoginKeys {
    verifier: Box<str>,
    state: Box<str>,
    nonce: Box<str>,
}

impl LoginKeys {
    /// Writes random bytes as keys.
    #[must_use]
    pub fn of_random(bytes: &[u8; LOGIN_RANDOM]) -> Self {
        let part = |at: usize| {
            let part = bytes.get(32 * at..32 * (at + 1)).unwrap_or_default();
            base64url::encode(part).into_boxed_str()
        };
        Self {
            verifier: part(0),
            state: part(1),
            nonce: part(2),
        }
    }

    /// Takes keys that were stored; none when they are not such keys.
    #[must_use]
    pub fn stored(verifier: &str, state: &str, nonce: &str) -> Option<Self> {
        let is_key = |text: &str| {
            let bytes = base64url::decode(text.as_bytes());
            bytes.is_some_and(|bytes| bytes.len() == 32)
        };
        let are_keys = is_key(verifier) && is_key(state) && is_key(nonce);
        are_keys.then(|| Self {
            verifier: verifier.into(),
            state: state.into(),
            nonce: nonce.into(),
        })
    }

    /// Proves that the page that exchanges the code is the one that asked for it.
    #[must_use]
    pub fn verifier(&self) -> &str {
        &self.verifier
    }

    /// Proves that an answer belongs to the question.
    #[must_use]
    pub fn state(&self) -> &str {
        &self.state
    }

    /// Proves that an ID token was made for this login.
    #[must_use]
    pub fn nonce(&self) -> &str {
        &self.nonce
    }
}

impl fmt::Debug for LoginKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginKeys(redacted)")
    }
}

/// A code and the verifier it was made for: together they are worth one token, once.
#[derive(Clone, PartialEq, Eq)]
pub struct LoginProof {
    code: Box<str>,
    verifier: Box<str>,
}

impl LoginProof {
    /// What a login brought.
    #[must_use]
    pub fn new(code: &str, keys: &LoginKeys) -> Self {
        Self {
            code: code.into(),
            verifier: keys.verifier.clone(),
        }
    }

    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    pub(crate) fn verifier(&self) -> &str {
        &self.verifier
    }
}

impl fmt::Debug for LoginProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginProof(redacted)")
    }
}

/// What is asked of Facebook's login dialog.
#[derive(Debug, Clone, Copy)]
pub struct LoginDialog<'a> {
    /// The version in the path.
    pub version: GraphVersion,
    /// The reader's own app.
    pub app: &'a AppId,
    /// The page's own address, to which the dialog sends people back.
    pub redirect_uri: &'a str,
    /// What the login is recognised by.
    pub keys: &'a LoginKeys,
    /// The SHA-256 of the verifier.
    pub digest: &'a [u8; 32],
    /// What is asked for.
    pub wish: LoginWish<'a>,
}

/// What a login asks for.
#[derive(Debug, Clone, Copy)]
pub enum LoginWish<'a> {
    /// These permissions.
    Permissions(&'a [Permission]),
    /// What a configuration of Facebook Login for Business says.
    Configuration(&'a ConfigId),
}

/// The address of the dialog. It holds the state, so `Debug` leaves its query out.
#[derive(Clone, PartialEq, Eq)]
pub struct DialogAddress(String);

impl DialogAddress {
    /// The whole of it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DialogAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DialogAddress(redacted)")
    }
}

impl LoginDialog<'_> {
    /// Our own host and path; each value is percent-encoded.
    #[must_use]
    pub fn address(&self) -> DialogAddress {
        let mut query = String::new();
        let challenge = base64url::encode(self.digest);
        for (name, value) in [
            ("client_id", self.app.as_str()),
            ("redirect_uri", self.redirect_uri),
            ("state", self.keys.state()),
            ("response_type", "code"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("nonce", self.keys.nonce()),
        ] {
            form::append(&mut query, name, value);
        }
        match self.wish {
            LoginWish::Configuration(config) => {
                form::append(&mut query, "config_id", config.as_str());
            }
            LoginWish::Permissions(permissions) => {
                let mut scope = "openid".to_owned();
                for permission in permissions {
                    scope.push(',');
                    scope.push_str(permission);
                }
                form::append(&mut query, "scope", &scope);
            }
        }
        let version = self.version;
        DialogAddress(format!("{DIALOG_HOST}/{version}/dialog/oauth?{query}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{HttpRequest, Method};

    fn keys() -> LoginKeys {
        let mut bytes = [1; LOGIN_RANDOM];
        bytes[32..64].fill(2);
        bytes[64..].fill(3);
        LoginKeys::of_random(&bytes)
    }

    #[track_caller]
    fn query(wish: LoginWish<'_>) -> Vec<(String, String)> {
        let address = LoginDialog {
            version: GraphVersion::default(),
            app: &AppId::parse("4242").unwrap(),
            redirect_uri: "https://reply.example/a b/?&state=x#y",
            keys: &keys(),
            digest: &[255; 32],
            wish,
        }
        .address();
        let (path, _) = address.as_str().split_once('?').unwrap();
        assert_eq!(path, "https://www.facebook.com/v26.0/dialog/oauth");
        assert!(!address.as_str().contains(keys().verifier()));
        let request = HttpRequest {
            method: Method::Get,
            url: address.as_str().to_owned(),
            headers: Vec::new(),
            body: None,
        };
        request.query()
    }

    #[test]
    fn the_dialog_is_asked_for_a_code_and_nothing_else() {
        let digest = base64url::encode(&[255; 32]);
        let common = [
            ("client_id", "4242"),
            ("redirect_uri", "https://reply.example/a b/?&state=x#y"),
            ("state", keys().state()),
            ("response_type", "code"),
            ("code_challenge", &digest),
            ("code_challenge_method", "S256"),
            ("nonce", keys().nonce()),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let asked = query(LoginWish::Permissions(&[
            "pages_show_list",
            "pages_messaging",
        ]));
        assert_eq!(asked[..7], common);
        let scope = "openid,pages_show_list,pages_messaging";
        assert_eq!(asked[7..], [("scope".to_owned(), scope.to_owned())]);
        let config = ConfigId::parse("77").unwrap();
        let asked = query(LoginWish::Configuration(&config));
        assert_eq!(asked[7..], [("config_id".to_owned(), "77".to_owned())]);
    }

    #[test]
    fn keys_differ_are_long_enough_and_can_be_stored() {
        let keys = keys();
        // RFC 7636 asks for 43 to 128 characters.
        assert_eq!(keys.verifier().len(), 43);
        assert_ne!(keys.verifier(), keys.state());
        assert_ne!(keys.state(), keys.nonce());
        let again = LoginKeys::stored(keys.verifier(), keys.state(), keys.nonce());
        assert_eq!(again.as_ref(), Some(&keys));
        for bad in [
            "",
            "short",
            &"=".repeat(43),
            &"A".repeat(44),
            &"a".repeat(4000),
        ] {
            assert_eq!(LoginKeys::stored(bad, keys.state(), keys.nonce()), None);
            assert_eq!(LoginKeys::stored(keys.verifier(), bad, keys.nonce()), None);
            assert_eq!(LoginKeys::stored(keys.verifier(), keys.state(), bad), None);
        }
    }

    #[test]
    fn debug_does_not_tell() {
        let proof = LoginProof::new("the-code", &keys());
        let told = format!("{proof:?} {:?}", keys());
        assert_eq!(told, "LoginProof(redacted) LoginKeys(redacted)");
    }
}
