//! `POST /{page-id}/messages`: the Send API.

use graph_api::{GraphTime, Spec};
use serde_json::{Value, json};

use super::outgoing::{Outgoing, What};
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::conversation::{Attachment, Conversation};
use crate::scenario::Scenario;
use crate::seed::Stream;

const HOUR: i64 = 3600;
/// How long after the customer's last message a Page may answer.
const WINDOW: i64 = 24 * HOUR;
/// How long with a tag.
const TAG_WINDOW: i64 = 7 * 24 * HOUR;
/// How long the typing indicator shows, in seconds.
const TYPING: i64 = 20;

pub(crate) fn answer(
    world: &mut World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let page = world.page_to_write(visit, id)?;
    world.admit_to_page(visit, spec, page, id, Fault::requires_role)?;
    let page = page.id.clone();
    let outgoing = Outgoing::read(visit.params)?;
    let reached = world.reach(visit.now, &page, &outgoing);
    if reached.is_err() {
        world.note_person(&outgoing.psid);
    }
    reached?;
    let psid = outgoing.psid;
    match outgoing.what {
        What::Action(action) => {
            let until = GraphTime::from_unix(visit.now.unix().saturating_add(TYPING));
            if let Some(conversation) = world.keep(&page, &psid) {
                match action.as_str() {
                    "typing_on" => conversation.typing_until = Some(until),
                    "typing_off" => conversation.typing_until = None,
                    "mark_seen" => conversation.unread = 0,
                    _ => {}
                }
            }
            Ok(json!({"recipient_id": psid}))
        }
        What::Message(content) => {
            let attachment = content.attachment.map(|(kind, url)| Attachment {
                id: Stream::new(world.seed, &["sent", &world.count.to_string()]).digits(15),
                kind,
                url,
                cards: content.cards,
            });
            let attachment_id = attachment.as_ref().map(|it| it.id.clone());
            let message_id = world.add_message(visit.now, &page, &psid, |message| {
                message.text = content.text;
                message.attachment = attachment;
                message.quick_replies = content.quick_replies;
                message.reply_to = outgoing.reply_to;
            });
            let mut sent = json!({"recipient_id": psid, "message_id": message_id});
            if let (true, Some(id), Some(sent)) =
                (content.is_reusable, attachment_id, sent.as_object_mut())
            {
                sent.insert("attachment_id".to_owned(), id.into());
            }
            Ok(sent)
        }
    }
}

impl World {
    /// Whether the person can be written to now.
    fn reach(&self, now: GraphTime, page: &str, outgoing: &Outgoing) -> Result<(), Fault> {
        let conversation = self.conversation_with(page, &outgoing.psid);
        let conversation = conversation.filter(|it| !self.messages_of(it).is_empty());
        let Some(conversation) = conversation else {
            return Err(Fault::no_matching_user());
        };
        match self.trouble.scenario {
            Scenario::WrongPsid if self.is_hit(&outgoing.psid) => {
                return Err(Fault::no_matching_user());
            }
            Scenario::PersonUnavailable if self.is_hit(&outgoing.psid) => {
                return Err(Fault::person_unavailable());
            }
            Scenario::OtherAppThread if self.is_hit(&outgoing.psid) => {
                return Err(Fault::other_app());
            }
            Scenario::DevelopmentMode if !self.has_role(&conversation) => {
                return Err(Fault::no_role_on_app());
            }
            _ => {}
        }
        let window = if outgoing.is_tagged {
            TAG_WINDOW
        } else {
            WINDOW
        };
        match self.since_customer(now, &conversation) {
            Some(seconds) if seconds < window => Ok(()),
            _ => Err(Fault::outside_window()),
        }
    }

    /// Whether the 24 hours still run.
    pub(crate) fn is_in_window(&self, now: GraphTime, conversation: &Conversation) -> bool {
        let since = self.since_customer(now, conversation);
        since.is_some_and(|seconds| seconds < WINDOW)
    }

    /// Seconds since the customer's last message.
    fn since_customer(&self, now: GraphTime, conversation: &Conversation) -> Option<i64> {
        let mut messages = self.messages_of(conversation).into_iter();
        let last = messages.rfind(|message| message.from_customer)?;
        Some(now.unix().saturating_sub(self.time_of(last).unix()))
    }
}
