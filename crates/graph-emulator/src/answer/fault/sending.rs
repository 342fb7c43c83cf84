//! What is wrong with a message, and what keeps it from its recipient.

use super::Fault;

/// Parameters.
impl Fault {
    pub(crate) fn param_required(name: &str) -> Self {
        Self::numbered(100, format!("The parameter {name} is required"))
    }

    pub(crate) fn param_empty(name: &str) -> Self {
        Self::numbered(100, format!("param {name} must be non-empty"))
    }

    pub(crate) fn param_must_be(name: &str, what: &str) -> Self {
        Self::numbered(100, format!("Param {name} must be {what}"))
    }

    pub(crate) fn recipient_id() -> Self {
        Self::param_must_be("recipient[id]", "a valid ID string (e.g., \"123\")")
    }

    pub(crate) fn param_too_long(name: &str, limit: usize) -> Self {
        let text = format!("Length of param {name} must be less than or equal to {limit}");
        Self::numbered(100, text)
    }

    pub(crate) fn invalid_keys(keys: &[&str], name: &str) -> Self {
        let keys: Vec<_> = keys.iter().map(|key| format!("\"{key}\"")).collect();
        let keys = keys.join(", ");
        Self::numbered(
            100,
            format!("Invalid keys {keys} were found in param \"{name}\"."),
        )
    }

    /// A list that is longer than it may be.
    pub(crate) fn too_many(name: &str) -> Self {
        Self::numbered(105, format!("param {name} has too many elements."))
    }

    /// A list that must not be empty.
    pub(crate) fn too_few(name: &str) -> Self {
        Self::numbered(194, format!("param {name} has too few elements."))
    }

    pub(crate) fn text_empty(name: &str) -> Self {
        Self::param_must_be(name, "a non-empty UTF-8 encoded string")
    }

    pub(crate) fn no_address(name: &str) -> Self {
        Self::numbered(100, format!("{name} should represent a valid URL"))
    }

    pub(crate) fn invalid_tag() -> Self {
        Self::numbered(100, "Invalid tag.")
    }

    pub(crate) fn retired_tag() -> Self {
        Self::numbered(100, "Deprecated Message Tag Not Allowed").sub(1_893_061)
    }

    pub(crate) fn message_and_action() -> Self {
        Self::numbered(100, "Message and sender action cannot be sent together").sub(2_018_014)
    }

    pub(crate) fn text_and_attachment() -> Self {
        let text = "Only one of text or attachment can be specified";
        Self::numbered(100, text).sub(2_018_018)
    }

    pub(crate) fn empty_message() -> Self {
        let text = "Message cannot be empty, must provide valid attachment or text";
        Self::numbered(100, text).sub(2_018_034)
    }

    pub(crate) fn upload_failed() -> Self {
        Self::numbered(100, "Upload attachment failure.").sub(2_018_047)
    }
}

/// Quick replies and templates.
impl Fault {
    pub(crate) fn quick_reply_title() -> Self {
        let text = "Title is required for this quick reply content type";
        Self::numbered(100, text).sub(2_018_098)
    }

    pub(crate) fn quick_reply_payload() -> Self {
        let text = "Payload is required for this quick reply content type";
        Self::numbered(100, text).sub(2_018_099)
    }

    pub(crate) fn template_type() -> Self {
        Self::numbered(100, "Invalid template type")
    }

    pub(crate) fn incomplete_element() -> Self {
        let text = "Incomplete element data: title and at least one other field (image url, \
            subtitle or buttons) is required with non-empty value";
        Self::numbered(100, text).sub(2_018_035)
    }

    pub(crate) fn button_title() -> Self {
        Self::numbered(100, "Element button title cannot be empty.").sub(2_018_053)
    }

    pub(crate) fn button_payload(kind: &str) -> Self {
        let text = format!("Payload cannot be empty for {kind} type button");
        Self::numbered(100, text).sub(2_018_040)
    }

    pub(crate) fn button_address() -> Self {
        let text = "Web url cannot be empty for url type button";
        Self::numbered(100, text).sub(2_018_041)
    }
}

/// Sending.
impl Fault {
    pub(crate) fn no_matching_user() -> Self {
        Self::numbered(100, "No matching user found").sub(2_018_001)
    }

    pub(crate) fn outside_window() -> Self {
        let text = "This message is sent outside of allowed window. Learn more about the new \
            policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview";
        Self::numbered(10, text).sub(2_018_278)
    }

    pub(crate) fn other_app() -> Self {
        let text = "Message failed to send because another app is controlling this thread now.";
        Self::numbered(10, text).sub(2_018_300)
    }

    pub(crate) fn person_unavailable() -> Self {
        Self::numbered(551, "This person isn't available right now.").sub(1_545_041)
    }

    pub(crate) fn no_role_on_app() -> Self {
        let text = "Cannot message users who are not admins, developers or testers of the app \
            until pages_messaging permission is reviewed and the app is live.";
        Self::numbered(200, text).sub(2_018_028)
    }

    pub(crate) fn temporary_send_failure() -> Self {
        let text = "Temporary send message failure. Please try again later.";
        Self::numbered(1200, text).sub(2_018_024)
    }
}
