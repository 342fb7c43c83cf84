//! The customer's phone: the conversation as the customer sees it.

use graph_api::GraphTime;

use crate::World;

/// What the phone shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// The Page on the other side.
    pub page_id: String,
    /// Its name.
    pub page_name: String,
    /// The person with the phone.
    pub customer_name: String,
    /// Oldest first.
    pub bubbles: Vec<Bubble>,
    /// Whether the Page's typing indicator shows.
    pub typing: bool,
}

/// A message on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bubble {
    /// Else from the Page.
    pub from_customer: bool,
    /// The text, or what a template says; empty when there is only a file.
    pub text: String,
    /// The kind of the attachment, such as `image`.
    pub attachment: Option<String>,
    /// When.
    pub time: GraphTime,
    /// The titles of the buttons below it.
    pub quick_replies: Vec<String>,
}

impl World {
    /// The phone of a person who writes, or could write, to a Page.
    #[must_use]
    pub fn phone(&self, now: GraphTime, page: &str, psid: &str) -> Option<Phone> {
        let conversation = self.conversation_with(page, psid)?;
        let messages = self.messages_of(&conversation).into_iter();
        let bubbles = messages.map(|message| Bubble {
            from_customer: message.from_customer,
            text: message.shown(),
            attachment: message.attachment.as_ref().map(|it| it.kind.clone()),
            time: self.time_of(message),
            quick_replies: message.quick_replies.clone(),
        });
        Some(Phone {
            page_id: page.to_owned(),
            page_name: self.page(page)?.name.clone(),
            customer_name: conversation.customer_name().to_owned(),
            bubbles: bubbles.collect(),
            typing: conversation.typing_until.is_some_and(|until| now < until),
        })
    }
}
