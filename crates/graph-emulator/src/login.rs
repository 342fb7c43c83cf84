//! Facebook's login dialog, and the codes that it gives out.

use std::fmt;

use graph_api::{GraphTime, base64url};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::World;
use crate::seed::Stream;
use crate::token::{PREFIX, USUAL_PERMISSIONS};

/// How long a code is good for, in seconds.
const LIFETIME: i64 = 600;

/// A code that the dialog gave out.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub(crate) code: String,
    pub(crate) redirect_uri: String,
    pub(crate) nonce: Option<String>,
    pub(crate) permissions: Vec<String>,
    pub(crate) is_used: bool,
    challenge: String,
    expires_at: GraphTime,
}

impl Grant {
    pub(crate) fn is_expired(&self, now: GraphTime) -> bool {
        self.expires_at <= now
    }

    /// Whether the challenge was made of this.
    pub(crate) fn is_of(&self, verifier: &str) -> bool {
        base64url::encode(&Sha256::digest(verifier)) == self.challenge
    }
}

/// Why the dialog shows an error instead of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct DialogRefusal(&'static str);

/// The parameters of a dialog, read.
struct Asked<'a> {
    redirect_uri: &'a str,
    state: &'a str,
    challenge: &'a str,
    nonce: Option<&'a str>,
    permissions: Vec<&'a str>,
}

type Params = Vec<(String, String)>;

impl World {
    /// The ID of the app that people log in to.
    #[must_use]
    pub fn app_id(&self) -> &str {
        &self.app_id
    }

    /// Opens the dialog with the query of its address.
    ///
    /// # Errors
    /// When the dialog would show an error; then nobody is sent anywhere.
    pub fn open_dialog(&self, query: &str) -> Result<(), DialogRefusal> {
        self.asked(&params(query)).map(drop)
    }

    /// Answers the dialog, and gives the address to which people are sent back.
    ///
    /// # Errors
    /// When the dialog would show an error.
    pub fn answer_dialog(
        &mut self,
        now: GraphTime,
        query: &str,
        is_granted: bool,
    ) -> Result<String, DialogRefusal> {
        let params = params(query);
        let asked = self.asked(&params)?;
        let mut answer = form_urlencoded::Serializer::new(String::new());
        let grant = is_granted.then(|| self.grant(now, &asked));
        match &grant {
            Some(grant) => {
                answer.append_pair("code", &grant.code);
            }
            None => {
                answer.append_pair("error", "access_denied");
                answer.append_pair("error_code", "200");
                answer.append_pair("error_description", "Permissions error");
                answer.append_pair("error_reason", "user_denied");
            }
        }
        answer.append_pair("state", asked.state);
        let address = format!("{}?{}#_=_", asked.redirect_uri, answer.finish());
        self.tick();
        self.grants.extend(grant);
        Ok(address)
    }

    fn grant(&self, now: GraphTime, asked: &Asked<'_>) -> Grant {
        let count = (self.count + 1).to_string();
        let rest = Stream::new(self.seed, &["code", &count]).characters(60);
        Grant {
            code: format!("{PREFIX}login-code-{rest}"),
            redirect_uri: asked.redirect_uri.to_owned(),
            nonce: asked.nonce.map(str::to_owned),
            permissions: asked.permissions.iter().map(|&it| it.to_owned()).collect(),
            is_used: false,
            challenge: asked.challenge.to_owned(),
            expires_at: GraphTime::from_unix(now.unix().saturating_add(LIFETIME)),
        }
    }

    fn asked<'a>(&self, params: &'a Params) -> Result<Asked<'a>, DialogRefusal> {
        let get = |name: &str| {
            let found = params.iter().find(|(own, _)| own == name)?;
            Some(found.1.as_str())
        };
        if get("client_id") != Some(&self.app_id) {
            return Err(DialogRefusal("Invalid App ID"));
        }
        if get("response_type") != Some("code") || get("code_challenge_method") != Some("S256") {
            return Err(DialogRefusal(
                "This login is not asked for as a code with S256",
            ));
        }
        let wanted = DialogRefusal("The login lacks a redirect_uri, a state or a code_challenge");
        let permissions = match get("config_id") {
            Some(_) => USUAL_PERMISSIONS.to_vec(),
            None => get("scope").unwrap_or_default().split(',').collect(),
        };
        Ok(Asked {
            redirect_uri: get("redirect_uri").ok_or(wanted)?,
            state: get("state").ok_or(wanted)?,
            challenge: get("code_challenge").ok_or(wanted)?,
            nonce: get("nonce"),
            permissions,
        })
    }
}

fn params(query: &str) -> Params {
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant")
            .field("is_used", &self.is_used)
            .finish_non_exhaustive()
    }
}
