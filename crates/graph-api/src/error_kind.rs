//! The documented errors, by code and subcode (texts are localised, so they decide nothing).

/// One cause each. Sources: Graph API "Handling errors", Messenger Platform "Error codes"
/// (updated 25 June 2026). A code that is not listed is [`ErrorKind::Other`], never a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// 1: something failed on Meta's side; with subcode 99 also a missing permission.
    Unknown,
    /// 2: service temporarily unavailable; also seen when the person blocked the Page.
    Unavailable,
    /// 3: the app lacks a capability.
    CapabilityMissing,
    /// 4: the app's limit, 200 calls × engaged users in 24 hours.
    AppRateLimit,
    /// 10 without a known subcode: permission denied, or App Review is due.
    PermissionDenied,
    /// 10/2018065, 10/2018278, 10/2534022: outside the messaging window.
    OutsideWindow,
    /// 10/2018108: the person cannot receive messages right now.
    CannotReceive,
    /// 10/2018300, or 2018300 as the code: another app controls the thread.
    OtherAppControlsThread,
    /// 10/1893063: the Page is restricted for a time.
    PageRestricted,
    /// 10/2018028, 200/2018028: in development mode the recipient needs a role on the app.
    RecipientHasNoRole,
    /// 17: the person's limit.
    UserRateLimit,
    /// 32: the Page's limit.
    PageRateLimit,
    /// 33, 803: no such object, or an alias that cannot be used.
    NoSuchObject,
    /// 100 without a known subcode: a parameter is wrong, or the field is not on this kind of node.
    InvalidParameter,
    /// 100/33: no such object, or this token may not see it.
    ObjectNotVisible,
    /// 100/1893061: a message tag that was retired.
    TagRetired,
    /// 100/2018001: no such PSID for this Page.
    NoMatchingUser,
    /// 100/2018014: a message and a sender action in one request.
    MessageAndAction,
    /// 100/2018018: text and attachment in one message.
    TextAndAttachment,
    /// 100/2018034: neither text nor attachment.
    EmptyMessage,
    /// 100/2018047: the attachment could not be uploaded.
    UploadFailed,
    /// 102: the session is over.
    SessionInvalid,
    /// 104: no token came with the request.
    TokenMissing,
    /// 190 without a known subcode: not a token, damaged, or of the wrong kind.
    TokenInvalid,
    /// 190/458: the person removed the app.
    AppRemoved,
    /// 190/459: the person has to pass a checkpoint.
    Checkpoint,
    /// 190/460: the password was changed, or the session was cut.
    PasswordChanged,
    /// 190/463: expired.
    TokenExpired,
    /// 190/464: the account is not confirmed.
    AccountUnconfirmed,
    /// 190/466: revoked by a call.
    TokenRevoked,
    /// 190/467: the person logged out.
    LoggedOut,
    /// 190/492: the person no longer has a fit role on the Page.
    PageRoleLost,
    /// 200–299: a permission or a role on the Page is missing.
    PermissionMissing,
    /// 341, 613: a limit of this kind of call.
    CallRateLimit,
    /// 368: blocked for violating a policy.
    PolicyBlock,
    /// 506: the same post twice in a row.
    Duplicate,
    /// 551, or any code with 1545041: the person is not available.
    PersonUnavailable,
    /// 1200: sending failed for the moment.
    TemporarySendFailure,
    /// 2500: no such path or version; or `me` without a token of a person or Page.
    UnknownPath,
    /// 80006: the Page's Messenger limit.
    MessengerRateLimit,
    /// 9000001: deleted, or older than the 20 newest messages.
    MessageDeleted,
    /// Not documented.
    Other,
}

impl ErrorKind {
    /// Looks a code and subcode up. A known subcode decides; an unknown one leaves it to the code.
    #[must_use]
    pub fn of(code: Option<u64>, subcode: Option<u64>) -> Self {
        Self::of_subcode(code, subcode).unwrap_or_else(|| Self::of_code(code))
    }

    fn of_subcode(code: Option<u64>, subcode: Option<u64>) -> Option<Self> {
        Some(match (code?, subcode?) {
            (_, 1_545_041) => Self::PersonUnavailable,
            (_, 1_893_061) => Self::TagRetired,
            (_, 1_893_063) => Self::PageRestricted,
            (_, 2_018_001) => Self::NoMatchingUser,
            (_, 2_018_014) => Self::MessageAndAction,
            (_, 2_018_018) => Self::TextAndAttachment,
            (_, 2_018_028) => Self::RecipientHasNoRole,
            (_, 2_018_034) => Self::EmptyMessage,
            (_, 2_018_047) => Self::UploadFailed,
            (_, 2_018_065 | 2_018_278 | 2_534_022) => Self::OutsideWindow,
            (_, 2_018_108) => Self::CannotReceive,
            (_, 2_018_300) => Self::OtherAppControlsThread,
            (100, 33) => Self::ObjectNotVisible,
            (190, 458) => Self::AppRemoved,
            (190, 459) => Self::Checkpoint,
            (190, 460) => Self::PasswordChanged,
            (190, 463) => Self::TokenExpired,
            (190, 464) => Self::AccountUnconfirmed,
            (190, 466) => Self::TokenRevoked,
            (190, 467) => Self::LoggedOut,
            (190, 492) => Self::PageRoleLost,
            _ => return None,
        })
    }

    fn of_code(code: Option<u64>) -> Self {
        match code {
            Some(1) => Self::Unknown,
            Some(2) => Self::Unavailable,
            Some(3) => Self::CapabilityMissing,
            Some(4) => Self::AppRateLimit,
            Some(10) => Self::PermissionDenied,
            Some(17) => Self::UserRateLimit,
            Some(32) => Self::PageRateLimit,
            Some(33 | 803) => Self::NoSuchObject,
            Some(100) => Self::InvalidParameter,
            Some(102) => Self::SessionInvalid,
            Some(104) => Self::TokenMissing,
            Some(190) => Self::TokenInvalid,
            Some(200..=299) => Self::PermissionMissing,
            Some(341 | 613) => Self::CallRateLimit,
            Some(368) => Self::PolicyBlock,
            Some(506) => Self::Duplicate,
            Some(551) => Self::PersonUnavailable,
            Some(1200) => Self::TemporarySendFailure,
            Some(2500) => Self::UnknownPath,
            Some(80_006) => Self::MessengerRateLimit,
            Some(2_018_300) => Self::OtherAppControlsThread,
            Some(9_000_001) => Self::MessageDeleted,
            _ => Self::Other,
        }
    }

    /// Whether only another token helps.
    #[must_use]
    pub const fn needs_new_token(self) -> bool {
        matches!(
            self,
            Self::SessionInvalid
                | Self::TokenMissing
                | Self::TokenInvalid
                | Self::AppRemoved
                | Self::Checkpoint
                | Self::PasswordChanged
                | Self::TokenExpired
                | Self::AccountUnconfirmed
                | Self::TokenRevoked
                | Self::LoggedOut
                | Self::PageRoleLost
        )
    }

    /// Whether waiting helps: a rate limit.
    #[must_use]
    pub const fn is_rate_limit(self) -> bool {
        matches!(
            self,
            Self::AppRateLimit
                | Self::UserRateLimit
                | Self::PageRateLimit
                | Self::CallRateLimit
                | Self::MessengerRateLimit
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: u64, subcode: impl Into<Option<u64>>, expected: ErrorKind) {
        assert_eq!(ErrorKind::of(Some(code), subcode.into()), expected);
    }

    #[test]
    fn codes_and_subcodes_are_known() {
        check(190, None, ErrorKind::TokenInvalid);
        check(190, 463, ErrorKind::TokenExpired);
        check(190, 999, ErrorKind::TokenInvalid);
        check(100, 33, ErrorKind::ObjectNotVisible);
        check(100, 2_018_001, ErrorKind::NoMatchingUser);
        check(10, 2_018_278, ErrorKind::OutsideWindow);
        check(551, 1_545_041, ErrorKind::PersonUnavailable);
        check(200, 1_545_041, ErrorKind::PersonUnavailable);
        check(230, None, ErrorKind::PermissionMissing);
        check(77_777, None, ErrorKind::Other);
        assert_eq!(ErrorKind::of(None, Some(463)), ErrorKind::Other);
    }
}
