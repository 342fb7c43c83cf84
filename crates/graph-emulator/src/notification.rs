//! What the Page's webhook would get: the body of a notification.

use serde_json::json;

use crate::World;

impl World {
    /// The notification of the newest message that a person wrote to a Page; none before there is
    /// one.
    #[must_use]
    pub fn notification(&self, page: &str, psid: &str) -> Option<String> {
        let conversation = self.conversation_with(page, psid)?;
        let messages = self.messages_of(&conversation);
        let mut newest = messages.iter().rev();
        let message = newest.find(|message| message.from_customer)?;
        let millis = self.time_of(message).unix() * 1000;
        let event = json!({
            "sender": { "id": psid },
            "recipient": { "id": page },
            "timestamp": millis,
            "message": { "mid": message.id, "text": message.text },
        });
        let entry = json!({ "id": page, "time": millis, "messaging": [event] });
        let body = json!({ "object": "page", "entry": [entry] });
        Some(body.to_string())
    }
}
