//! What Graph says of a token, out of three answers.

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::endpoints::get_me::Me;
use graph_api::endpoints::list_permissions::PermissionRow;
use graph_api::{Listing, TokenKind};

use crate::needs::{Lack, Presence};
use crate::remote::{Failure, Remote};

/// What Graph says of a token. Each part may fail alone.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// Whose it is.
    pub me: Remote<Me>,
    /// What it is.
    pub facts: Remote<TokenFacts>,
    /// What it may do; User tokens only.
    pub permissions: Remote<Listing<PermissionRow>>,
}

impl Identity {
    /// Whose token it is. `debug_token` decides; where it fails, `me/permissions` tells, since only
    /// a User has permissions.
    #[must_use]
    pub fn kind(&self) -> Option<TokenKind> {
        if let Some(facts) = &self.facts.value {
            return facts.token_kind();
        }
        match (&self.permissions.value, self.permissions.failure()) {
            (Some(_), _) => Some(TokenKind::User),
            (None, Some(Failure::Answer(error))) if error.graph().is_some() => {
                Some(TokenKind::Page)
            }
            _ => None,
        }
    }

    /// Whose token it is, once enough was said to take it. Each of the three may have failed alone.
    #[must_use]
    pub fn accepted(&self) -> Option<TokenKind> {
        let facts = self.facts.value.as_ref();
        let is_seen = self.me.value.is_some();
        let is_valid = |facts: &&TokenFacts| facts.is_valid;
        match self.kind()? {
            TokenKind::User if is_seen || facts.is_some_and(|facts| facts.is_valid) => {
                Some(TokenKind::User)
            }
            // The Page's ID is needed.
            TokenKind::Page if is_seen || facts.filter(is_valid)?.profile_id.is_some() => {
                Some(TokenKind::Page)
            }
            _ => None,
        }
    }

    /// What Graph calls the token, when it is of a kind that is of no use here.
    #[must_use]
    pub fn unusable(&self) -> Option<&str> {
        let facts = self.facts.value.as_ref()?;
        match facts.token_kind() {
            Some(_) => None,
            None => facts.kind.as_deref(),
        }
    }

    /// Whether the token carries a permission, as far as Graph said.
    #[must_use]
    pub fn permission(&self, name: &str) -> Presence {
        if let Some(listing) = &self.permissions.value {
            let mut rows = listing.rows.iter();
            return match rows.find(|row| row.permission == name) {
                Some(row) if row.is_granted() => Presence::There,
                Some(row) if row.status == "declined" => Presence::Missing(Lack::Declined),
                Some(_) => Presence::Missing(Lack::Expired),
                None => Presence::Missing(Lack::NotGranted),
            };
        }
        match &self.facts.value {
            Some(facts) if facts.scopes.iter().any(|own| own == name) => Presence::There,
            Some(_) => Presence::Missing(Lack::NotGranted),
            None => Presence::Unknown,
        }
    }

    /// Whether all three have ended.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.me.is_settled() && self.facts.is_settled() && self.permissions.is_settled()
    }

    /// Whether one of the three is under way.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.me.is_loading() || self.facts.is_loading() || self.permissions.is_loading()
    }

    /// The permissions granted, by whichever call told them; none if neither did.
    #[must_use]
    pub fn granted(&self) -> Option<Vec<String>> {
        let Some(listing) = &self.permissions.value else {
            let facts = self.facts.value.as_ref()?;
            return Some(facts.scopes.clone());
        };
        let mut granted = Vec::new();
        for row in &listing.rows {
            if row.is_granted() {
                granted.push(row.permission.clone());
            }
        }
        Some(granted)
    }
}
