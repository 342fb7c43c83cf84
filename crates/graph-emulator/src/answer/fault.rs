//! The error factory: every error that the emulator can answer with, its status, codes and text.
//!
//! Texts are those of recorded answers where there are any; README.md lists those that are not.

mod sending;
mod subscribing;

use graph_api::{GraphTime, Method};
use serde_json::{Map, Value, json};

use super::pacific::pacific;

const OAUTH: &str = "OAuthException";
const GRAPH_METHOD: &str = "GraphMethodException";

/// Any of these lets a person's token act for a Page.
pub(crate) const PAGE_PERMISSIONS: [&str; 6] = [
    "pages_read_engagement",
    "pages_manage_metadata",
    "pages_read_user_content",
    "pages_manage_ads",
    "pages_show_list",
    "pages_messaging",
];

/// An error of Graph's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) status: u16,
    pub(crate) message: String,
    kind: &'static str,
    pub(crate) code: u64,
    pub(crate) subcode: Option<u64>,
    is_transient: bool,
}

impl Fault {
    fn new(code: u64, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            message: message.into(),
            kind: OAUTH,
            code,
            subcode: None,
            is_transient: false,
        }
    }

    /// With `(#code)` before the text, as most have it.
    fn numbered(code: u64, message: impl AsRef<str>) -> Self {
        Self::new(code, format!("(#{code}) {}", message.as_ref()))
    }

    fn sub(mut self, subcode: u64) -> Self {
        self.subcode = Some(subcode);
        self
    }

    fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    fn transient(mut self) -> Self {
        self.is_transient = true;
        self
    }

    /// The envelope.
    pub(crate) fn envelope(&self, trace_id: &str) -> Value {
        let mut error = Map::new();
        error.insert("message".to_owned(), self.message.as_str().into());
        error.insert("type".to_owned(), self.kind.into());
        if self.is_transient {
            error.insert("is_transient".to_owned(), true.into());
        }
        error.insert("code".to_owned(), self.code.into());
        if let Some(subcode) = self.subcode {
            error.insert("error_subcode".to_owned(), subcode.into());
        }
        error.insert("fbtrace_id".to_owned(), trace_id.into());
        json!({"error": error})
    }

    /// How `debug_token` writes it.
    pub(crate) fn in_data(&self) -> Value {
        let mut error = Map::new();
        error.insert("code".to_owned(), self.code.into());
        error.insert("message".to_owned(), self.message.as_str().into());
        if let Some(subcode) = self.subcode {
            error.insert("subcode".to_owned(), subcode.into());
        }
        error.into()
    }
}

/// Logins.
impl Fault {
    pub(crate) fn login_param_missing(name: &str) -> Self {
        Self::new(101, format!("Missing {name} parameter."))
    }

    pub(crate) fn no_such_app() -> Self {
        Self::new(101, "Error validating application. Invalid application ID.")
    }

    pub(crate) fn code_malformed() -> Self {
        Self::new(100, "Invalid verification code format.")
    }

    pub(crate) fn code_expired() -> Self {
        Self::new(100, "This authorization code has expired.").sub(36_007)
    }

    pub(crate) fn redirect_differs() -> Self {
        let text = "Error validating verification code. Please make sure your redirect_uri is \
            identical to the one you used in the OAuth dialog request";
        Self::new(100, text).sub(36_008)
    }

    pub(crate) fn code_used() -> Self {
        Self::new(100, "This authorization code has been used.").sub(36_009)
    }

    pub(crate) fn verifier_differs() -> Self {
        Self::new(100, "Error validating the code verifier.")
    }
}

/// Tokens.
impl Fault {
    pub(crate) fn cannot_parse_token() -> Self {
        Self::new(
            190,
            "Invalid OAuth access token - Cannot parse access token",
        )
    }

    pub(crate) fn token_not_decrypted() -> Self {
        Self::new(190, "The access token could not be decrypted")
    }

    pub(crate) fn token_expired(expired: GraphTime, now: GraphTime) -> Self {
        let (expired, now) = (pacific(expired), pacific(now));
        let text = format!(
            "Error validating access token: Session has expired on {expired}. The current time is {now}."
        );
        Self::new(190, text).sub(463)
    }

    pub(crate) fn page_token_required() -> Self {
        Self::numbered(190, "This method must be called with a Page Access Token")
    }

    pub(crate) fn no_page_permission() -> Self {
        let text = "Any of the pages_read_engagement, pages_manage_metadata, \
            pages_read_user_content, pages_manage_ads, pages_show_list or pages_messaging \
            permission(s) must be granted before impersonating a user's page.";
        Self::new(190, text)
    }

    pub(crate) fn no_current_user() -> Self {
        let text =
            "An active access token must be used to query information about the current user.";
        Self::new(2500, text)
    }

    pub(crate) fn token_missing() -> Self {
        Self::new(104, "An access token is required to request this resource.")
    }

    pub(crate) fn may_not_inspect() -> Self {
        let text = "You must provide an app access token, or a user access token that is an owner \
            or developer of the app";
        Self::numbered(100, text)
    }
}

/// Paths, objects, fields.
impl Fault {
    pub(crate) fn unknown_path(rest: &[String]) -> Self {
        Self::new(
            2500,
            format!("Unknown path components: /{}", rest.join("/")),
        )
    }

    pub(crate) fn unsupported(method: Method, object: &str) -> Self {
        let verb = method.as_str().to_ascii_lowercase();
        let text = format!(
            "Unsupported {verb} request. Object with ID '{object}' does not exist, cannot be \
             loaded due to missing permissions, or does not support this operation. Please read \
             the Graph API documentation at https://developers.facebook.com/docs/graph-api"
        );
        let kind = GRAPH_METHOD;
        Self {
            kind,
            ..Self::new(100, text).sub(33)
        }
    }

    pub(crate) fn unsupported_root(method: Method) -> Self {
        let verb = method.as_str().to_ascii_lowercase();
        let text = format!(
            "Unsupported {verb} request. Please read the Graph API documentation at \
             https://developers.facebook.com/docs/graph-api"
        );
        let kind = GRAPH_METHOD;
        Self {
            kind,
            ..Self::new(100, text)
        }
    }

    pub(crate) fn alias(alias: &str) -> Self {
        Self::numbered(
            803,
            format!("Cannot query users by their username ({alias})"),
        )
    }

    pub(crate) fn other_page() -> Self {
        let docs = "https://developers.facebook.com/docs/apps/review";
        let text = format!(
            "Object does not exist, cannot be loaded due to missing permission or reviewable \
             feature, or does not support this operation. This endpoint requires the \
             'pages_read_engagement' permission or the 'Page Public Content Access' feature or the \
             'Page Public Metadata Access' feature. Refer to {docs}/login-permissions#manage-pages, \
             {docs}/feature#reference-PAGES_ACCESS and {docs}/feature#page-public-metadata-access \
             for details."
        );
        Self::numbered(100, text)
    }

    pub(crate) fn no_such_field(field: &str, node: &str) -> Self {
        let text = format!("Tried accessing nonexisting field ({field}) on node type ({node})");
        Self::numbered(100, text)
    }

    pub(crate) fn syntax(problem: &str, at: usize, fields: &str) -> Self {
        Self::numbered(
            2500,
            format!("Syntax error \"{problem}\" at character {at}: {fields}"),
        )
    }

    pub(crate) fn bad_cursor() -> Self {
        Self::numbered(100, "Invalid cursors values")
    }

    pub(crate) fn removed(param: &str) -> Self {
        Self::numbered(100, format!("The parameter {param} is no longer supported"))
    }

    pub(crate) fn message_deleted() -> Self {
        let text = "This Message has been deleted by the user or the business.";
        Self::numbered(9_000_001, text)
    }
}

/// Permissions and roles.
impl Fault {
    pub(crate) fn requires(permission: &str) -> Self {
        let text = format!("Requires {permission} permission to manage the object");
        match permission {
            "pages_messaging" => Self::numbered(230, text).status(403),
            "pages_read_engagement" => Self::numbered(283, text),
            _ => Self::numbered(200, text),
        }
    }

    pub(crate) fn requires_role(permission: &str) -> Self {
        let text = format!(
            "Requires permission: {permission} or User associated with the Page access token does \
             not have an appropriate role on the Page."
        );
        Self::numbered(200, text)
    }

    pub(crate) fn not_authorized() -> Self {
        let text = "The user hasn't authorized the application to perform this action";
        Self::numbered(200, text)
    }
}

/// The platform.
impl Fault {
    pub(crate) fn app_limit() -> Self {
        Self::numbered(4, "Application request limit reached").transient()
    }

    pub(crate) fn unavailable() -> Self {
        Self::numbered(2, "Service temporarily unavailable")
            .transient()
            .status(500)
    }
}
