//! What a test or a reader needs to begin.

use std::fmt;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};

use crate::World;

/// Tokens and IDs of the main Page and its practice customer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// The app that people log in to.
    pub app_id: String,
    /// A User token that works.
    pub user_token: String,
    /// The main Page.
    pub page_id: String,
    /// Its token.
    pub page_token: String,
    /// The practice customer, for the main Page.
    pub psid: String,
    /// Their conversation, once there is one.
    pub conversation_id: Option<String>,
    /// The app's own token.
    pub app_token: String,
}

impl World {
    /// The keys of the newest User token that works, or of a fresh one.
    pub fn keys(&mut self, now: GraphTime) -> Keys {
        let user_token = self.user_token(now);
        self.keys_of(user_token)
    }

    /// The keys that come with a User token.
    #[must_use]
    pub fn keys_of(&self, user_token: String) -> Keys {
        let (page, psid) = (self.main_page(), self.customer());
        Keys {
            page_token: self.page_token(&user_token, page).unwrap_or_default(),
            app_id: self.app_id.clone(),
            page_id: page.to_owned(),
            psid: psid.to_owned(),
            conversation_id: self.conversation_id(page, psid),
            app_token: self.app_token(),
            user_token,
        }
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("page_id", &self.page_id)
            .field("psid", &self.psid)
            .field("conversation_id", &self.conversation_id)
            .finish_non_exhaustive()
    }
}
