//! `GET /{page-id}/conversations`: who has written to the Page, newest first.

use graph_api::Spec;
use serde_json::{Map, Value};

use super::{asked_fields, get_conversation};
use crate::World;
use crate::access::{Object, Visit};
use crate::answer::fault::Fault;
use crate::answer::list::{Part, Place, list};
use crate::big_page;
use crate::conversation::{Conversation, Page};
use crate::request::fields::Field;
use crate::scenario::Scenario;

pub(crate) fn answer(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let page = match world.object(visit, id)? {
        Object::Page(page) => page,
        other => return Err(Fault::no_such_field("conversations", other.kind())),
    };
    world.admit_to_page(visit, spec, page, id, Fault::requires)?;
    let platform = visit
        .params
        .get("platform")
        .unwrap_or("messenger")
        .to_ascii_lowercase();
    if !matches!(platform.as_str(), "messenger" | "instagram") {
        let what = "one of {INSTAGRAM, MESSENGER}";
        return Err(Fault::param_must_be("platform", what));
    }
    let fields = asked_fields(visit)?;
    let part = Part::of_params(visit.params)?;
    list_of(world, visit, page, fields.as_deref(), &part).map(Value::from)
}

pub(crate) fn list_of(
    world: &World,
    visit: &Visit<'_>,
    page: &Page,
    fields: Option<&[Field]>,
    part: &Part,
) -> Result<Map<String, Value>, Fault> {
    let is_instagram = visit
        .params
        .get("platform")
        .is_some_and(|it| it.eq_ignore_ascii_case("instagram"));
    let mut places = match is_instagram {
        true => Vec::new(), // None of the Pages has an Instagram account.
        false => world.conversations_of(page, visit.params.get("user_id")),
    };
    places.sort_unstable_by(|one, other| other.cmp(one));
    let repeated = ["fields", "platform", "user_id"];
    let address = visit.address(format!("{}/conversations", page.id), &repeated);
    list(&places, part, &address, &mut |at| {
        let id = places
            .get(at)
            .map(|(_, id)| id.as_str())
            .unwrap_or_default();
        match world.conversation(id) {
            Some(conversation) => get_conversation::render(world, visit, &conversation, fields),
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
                && (it.has_role || !self.trouble.is(Scenario::DevelopmentMode))
        };
        let kept = self.conversations.iter().filter(is_listed);
        let kept = kept.filter_map(|it| Some((self.updated(it)?.unix(), it.id.clone())));
        let mut places: Vec<Place> = kept.collect();
        let made = match with {
            Some(psid) => big_page::by_psid(self, &page.id, psid)
                .map(|it| it.id)
                .into_iter()
                .collect(),
            None => {
                let all = 0..big_page::size(self, &page.id);
                all.map(|index| big_page::id(self, index))
                    .collect::<Vec<_>>()
            }
        };
        let made = made
            .into_iter()
            .filter(|id| !self.conversations.iter().any(|it| it.id == *id));
        let made: Vec<Place> = made
            .filter_map(|id| {
                Some((
                    big_page::updated(self, big_page::index_of(self, &id)?).unix(),
                    id,
                ))
            })
            .collect();
        places.extend(made);
        places
    }

    /// When something was last said, if anything was.
    pub(crate) fn updated(&self, conversation: &Conversation) -> Option<graph_api::GraphTime> {
        let last = self.messages_of(conversation).into_iter().next_back()?;
        Some(self.time_of(last))
    }
}
