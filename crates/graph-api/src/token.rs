//! Access tokens: no `Display`, a redacted `Debug`, one `expose`.

use std::fmt;

use thiserror::Error;

use crate::login::LoginProof;
use crate::pasted;

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
    /// A token of Instagram's own login: graph.facebook.com does not take it.
    #[error("this is an Instagram token, which works at graph.instagram.com only")]
    Instagram,
    /// A form that has a token in it, but a variable or a placeholder in its place.
    #[error("there is no token where it should stand")]
    Missing,
    /// Different tokens, of which one has to be chosen.
    #[error("there are several tokens")]
    Several,
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
    /// Reads what people paste: the token with quotes or line breaks in and around it, or what has
    /// it: a header, an address, a command, an answer of Graph's, a line of an `.env` file.
    ///
    /// # Errors
    /// When there is none, or several; when it is or holds an app secret; when it cannot be a token.
    pub fn parse(pasted: &str) -> Result<Self, TokenProblem> {
        pasted::find(pasted).map(Self::new)
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

    /// Whether it has letters, digits and `_-.` alone, of which none means anything to a shell or a
    /// language. Of a pasted token that is sure; an answer may bring any text for one.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        pasted::is_token(self.expose())
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

    #[test]
    fn debug_does_not_tell() {
        let token = AccessToken::from(PageAccessToken::new("page-token-0123456789"));
        assert_eq!(format!("{token:?}"), "Page(PageAccessToken(redacted))");
        assert_eq!(token.tail(), "6789");
        assert_eq!(AccessToken::from(UserAccessToken::new("short")).tail(), "");
    }

    #[test]
    fn a_token_has_no_character_that_means_something_elsewhere() {
        let is_well_formed =
            |text: &str| AccessToken::from(PageAccessToken::new(text)).is_well_formed();
        assert!(is_well_formed("page-token_0.1"));
        for bad in [
            "",
            " ",
            "a b",
            "a\"",
            "a'",
            "a\\",
            "a$b",
            "a`b",
            "a%b",
            "a\nb",
            "a\0",
            "é",
            "a!",
            "a|b",
            "a'; rm -rf ~ #",
        ] {
            assert!(!is_well_formed(bad), "{bad:?}");
        }
    }
}
