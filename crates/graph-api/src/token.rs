//! Access tokens: no `Display`, a redacted `Debug`, one `expose`.

use std::fmt;

use thiserror::Error;

use crate::login::LoginProof;

/// Whose token it is. A User token lists Pages; a Page token reads conversations and sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Acts for a person.
    User,
    /// Acts for one Page.
    Page,
}

/// Why a pasted text is not taken as an access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TokenProblem {
    /// Nothing, or only white space.
    #[error("the token is empty")]
    Empty,
    /// `APP-ID|SECRET`: an app token, which must never reach a browser.
    #[error("this is an app token, which contains the app secret")]
    AppToken,
    /// 32 hexadecimal digits: an app secret.
    #[error("this looks like an app secret")]
    AppSecret,
    /// Characters that no token has, such as spaces in the middle.
    #[error("the text has characters that no token has")]
    BadCharacters,
}

fn redacted(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "{name}(redacted)")
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes a text that is known to be such a token.
            #[must_use]
            pub fn new(secret: impl Into<Box<str>>) -> Self {
                Self(secret.into())
            }

            /// The secret itself. Only carriers and the session store call this.
            #[must_use]
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                redacted(f, stringify!($name))
            }
        }
    )*};
}

tokens! {
    /// Acts for one Page; comes with each row of `me/accounts`, or from the App Dashboard.
    PageAccessToken;
    /// Well formed, but nobody has said yet whose it is.
    PastedToken;
    /// Acts for a person; from the Graph API Explorer or Facebook Login.
    UserAccessToken;
}

impl PastedToken {
    /// Reads what people paste: with quotes, `Bearer `, `access_token=` or line breaks around it.
    ///
    /// # Errors
    /// When nothing is left, when it is or holds an app secret, or when it cannot be a token.
    pub fn parse(pasted: &str) -> Result<Self, TokenProblem> {
        let text = cleaned(pasted);
        if text.is_empty() {
            return Err(TokenProblem::Empty);
        }
        if text.as_bytes().contains(&b'|') {
            return Err(TokenProblem::AppToken);
        }
        if text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(TokenProblem::AppSecret);
        }
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        match text.bytes().all(allowed) {
            true => Ok(Self::new(text)),
            false => Err(TokenProblem::BadCharacters),
        }
    }
}

fn cleaned(pasted: &str) -> String {
    let invisible = |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let text: String = pasted.chars().filter(|c| !invisible(*c)).collect();
    let around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | ';' | '&');
    let mut rest = text.trim_matches(around);
    for prefix in [
        "Authorization:",
        "Bearer ",
        "access_token=",
        "access_token:",
    ] {
        if let Some(head) = rest.get(..prefix.len())
            && head.eq_ignore_ascii_case(prefix)
        {
            rest = rest.get(prefix.len()..).unwrap_or_default();
            rest = rest.trim_matches(around);
        }
    }
    match rest.eq_ignore_ascii_case("Bearer") {
        true => String::new(),
        false => rest.to_owned(),
    }
}

/// A token on its way into a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessToken {
    /// A person's.
    User(UserAccessToken),
    /// A Page's.
    Page(PageAccessToken),
    /// Not yet asked whose.
    Pasted(PastedToken),
    /// No token yet: what a login brought, for the call that makes one of it.
    Login(LoginProof),
}

impl AccessToken {
    /// The secret itself. Only carriers call this.
    #[must_use]
    pub fn expose(&self) -> &str {
        match self {
            Self::User(token) => token.expose(),
            Self::Page(token) => token.expose(),
            Self::Pasted(token) => token.expose(),
            Self::Login(proof) => proof.code(),
        }
    }

    /// The verifier of a login; nothing for a token. Only carriers call this.
    #[must_use]
    pub fn verifier(&self) -> &str {
        match self {
            Self::Login(proof) => proof.verifier(),
            _ => "",
        }
    }

    /// Every secret in it; of a token, the second is nothing. Only redaction calls this.
    #[must_use]
    pub fn secrets(&self) -> [&str; 2] {
        [self.expose(), self.verifier()]
    }

    /// Whose it is, when that is known.
    #[must_use]
    pub fn kind(&self) -> Option<TokenKind> {
        match self {
            Self::User(_) => Some(TokenKind::User),
            Self::Page(_) => Some(TokenKind::Page),
            Self::Pasted(_) | Self::Login(_) => None,
        }
    }

    /// The last four characters, to tell tokens apart on the screen; none of a short one.
    #[must_use]
    pub fn tail(&self) -> &str {
        let secret = self.expose();
        match secret.len() {
            0..16 => "",
            length => secret.get(length - 4..).unwrap_or_default(),
        }
    }
}

impl From<UserAccessToken> for AccessToken {
    fn from(token: UserAccessToken) -> Self {
        Self::User(token)
    }
}

impl From<PageAccessToken> for AccessToken {
    fn from(token: PageAccessToken) -> Self {
        Self::Page(token)
    }
}

impl From<PastedToken> for AccessToken {
    fn from(token: PastedToken) -> Self {
        Self::Pasted(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pasted: &str, expected: Result<&str, TokenProblem>) {
        let read = PastedToken::parse(pasted);
        let read = read.as_ref().map(PastedToken::expose);
        assert_eq!(read, expected.as_ref().copied(), "{pasted:?}");
    }

    #[test]
    fn pasted_text_is_cleaned() {
        check("user-token-1", Ok("user-token-1"));
        check("  \"user-token-1\",\n", Ok("user-token-1"));
        check("Bearer user-token-1", Ok("user-token-1"));
        check("authorization: bearer user-token-1", Ok("user-token-1"));
        check("&access_token=user-token-1", Ok("user-token-1"));
        check("user-\ntoken-\u{200b}1", Ok("user-token-1"));
    }

    #[test]
    fn what_is_no_token_is_refused() {
        check(" \n", Err(TokenProblem::Empty));
        check("Bearer ", Err(TokenProblem::Empty));
        check("123456|abcdef", Err(TokenProblem::AppToken));
        check(&"0a".repeat(16), Err(TokenProblem::AppSecret));
        check("two words", Err(TokenProblem::BadCharacters));
        check("https://example.com/?a=b", Err(TokenProblem::BadCharacters));
    }

    #[test]
    fn debug_does_not_tell() {
        let token = AccessToken::from(PageAccessToken::new("page-token-0123456789"));
        assert_eq!(format!("{token:?}"), "Page(PageAccessToken(redacted))");
        assert_eq!(token.tail(), "6789");
        assert_eq!(AccessToken::from(UserAccessToken::new("short")).tail(), "");
    }
}
