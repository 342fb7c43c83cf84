//! `GET /me/accounts`: the Pages that a person's token may act for.

use graph_api::Spec;
use serde_json::{Map, Value, json};

use super::{ListAsk, get_object};
use crate::World;
use crate::access::{Object, Visit};
use crate::answer::fault::Fault;
use crate::answer::list::{Place, list};
use crate::conversation::Page;
use crate::request::fields::Field;
use crate::scenario::Scenario;

const USUAL: [&str; 6] = [
    "access_token",
    "category",
    "category_list",
    "name",
    "id",
    "tasks",
];

pub(crate) fn answer(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    match world.object(visit, id)? {
        Object::User => {}
        other => return Err(Fault::no_such_field("accounts", other.kind())),
    }
    let ask = ListAsk::of_request(visit, &["fields", "summary"])?;
    let mut answer = list_of(world, visit, spec, &ask)?;
    if visit.params.is_on("summary") {
        let total = world.shared_pages(visit).len();
        answer.insert("summary".to_owned(), json!({"total_count": total}));
    }
    Ok(answer.into())
}

pub(crate) fn list_of(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    ask: &ListAsk,
) -> Result<Map<String, Value>, Fault> {
    if !spec
        .permissions
        .iter()
        .all(|it| world.grants(&visit.token, it))
    {
        return Err(Fault::not_authorized());
    }
    let pages = world.shared_pages(visit);
    let places: Vec<Place> = (0_i64..)
        .zip(&pages)
        .map(|(at, page)| (-at, page.id.clone()))
        .collect();
    let address = visit.address(format!("{}/accounts", world.user_id), &ask.repeated);
    let usual = USUAL.map(Field::plain);
    let fields = ask.fields().filter(|fields| !fields.is_empty());
    let fields = fields.unwrap_or(&usual);
    list(
        &places,
        &ask.part,
        &address,
        &mut |at| match pages.get(at) {
            Some(page) => get_object::page(world, visit, page, Some(fields)),
            None => Ok(Value::Null),
        },
    )
}

impl World {
    /// The Pages that were ticked. Those of a business portfolio need `business_management`.
    pub(crate) fn shared_pages(&self, visit: &Visit<'_>) -> Vec<&Page> {
        if self.trouble.covers(Scenario::NoPages, visit.token.count) {
            return Vec::new();
        }
        let sees_portfolios = self.grants(&visit.token, "business_management");
        let pages = self.pages.iter();
        pages
            .filter(|page| self.is_ticked(&visit.token, &page.id))
            .filter(|page| page.portfolio.is_none() || sees_portfolios)
            .collect()
    }
}
