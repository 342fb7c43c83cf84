//! `GET /{page-id}/conversations`: who has written to the Page, newest first.

use graph_api::Spec;
use serde_json::{Map, Value};

use super::{ListAsk, get_conversation};
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::list::{Place, list};
use crate::big_page;
use crate::conversation::{Conversation, Page};
use crate::scenario::Scenario;

pub(crate) fn answer(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let page = world.page_with_edge(visit, id, "conversations")?;
    let ask = ListAsk::of_request(visit, &["fields", "platform", "user_id"])?;
    list_of(world, visit, spec, page, &ask).map(Value::from)
}

pub(crate) fn list_of(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    page: &Page,
    ask: &ListAsk,
) -> Result<Map<String, Value>, Fault> {
    world.admit_to_page(visit, spec, page, &page.id, Fault::requires)?;
    let platform = ask.get("platform").unwrap_or("messenger");
    let mut places = match platform.to_ascii_lowercase().as_str() {
        "messenger" => world.conversations_of(page, ask.get("user_id")),
        "instagram" => Vec::new(), // None of the Pages has an Instagram account.
        _ => {
            let what = "one of {INSTAGRAM, MESSENGER}";
            return Err(Fault::param_must_be("platform", what));
        }
    };
    places.sort_unstable_by(|one, other| other.cmp(one));
    let address = visit.address(format!("{}/conversations", page.id), &ask.repeated);
    list(&places, &ask.part, &address, &mut |at| {
        let id = places.get(at).map_or("", |(_, id)| id);
        match world.conversation(id) {
            Some(it) => get_conversation::render(world, visit, &it, ask.fields()),
            None => Ok(Value::Null),
        }
    })
}

impl World {
    /// When and which: the conversations of a Page that are listed in this scenario.
    fn conversations_of(&self, page: &Page, with: Option<&str>) -> Vec<Place> {
        let is_listed = |it: &&Conversation| {
            it.page == page.id
                && with.is_none_or(|psid| it.psid == psid)
                && (self.has_role(it) || !self.trouble.is(Scenario::DevelopmentMode))
        };
        let kept = self.conversations.iter().filter(is_listed);
        let kept = kept.filter_map(|it| Some((self.updated(it)?.unix(), it.id.clone())));
        let mut places: Vec<Place> = kept.collect();
        places.extend(big_page::places(self, &page.id, with));
        places
    }

    /// When something was last said, if anything was.
    pub(crate) fn updated(&self, conversation: &Conversation) -> Option<graph_api::GraphTime> {
        let last = self.messages_of(conversation).into_iter().next_back()?;
        Some(self.time_of(last))
    }
}
