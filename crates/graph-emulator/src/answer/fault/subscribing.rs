//! What keeps an app from a Page's webhooks.

use super::Fault;

impl Fault {
    pub(crate) fn subscribed_fields_required() -> Self {
        Self::numbered(100, "The parameter subscribed_fields is required.")
    }

    pub(crate) fn no_such_subscription(at: usize, known: &str, name: &str) -> Self {
        let what = format!("one of {{{known}}} - got \"{name}\"");
        Self::param_must_be(&format!("subscribed_fields[{at}]"), &what)
    }

    pub(crate) fn subscription_withheld(fields: &[&String]) -> Self {
        let why = fields.iter().map(|field| {
            format!(
                "To subscribe to the {field} field, one of these permissions is needed: \
                 pages_messaging"
            )
        });
        Self::numbered(200, why.collect::<Vec<_>>().join(". ")).status(403)
    }
}
