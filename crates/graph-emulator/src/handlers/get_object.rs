//! `GET /me`, `GET /{user-id}`, `GET /{page-id}`: a person, a Page, or the app.

use graph_api::Endpoint as _;
use graph_api::endpoints::{ListConversations, ListPages};
use serde_json::{Value, json};

use super::{ListAsk, asked_fields, list_conversations, list_pages, list_permissions};
use crate::World;
use crate::access::{Object, Visit};
use crate::answer::fault::Fault;
use crate::answer::select::{Found, Kind, narrow, select};
use crate::cast::DEVELOPER;
use crate::conversation::Page;
use crate::request::fields::Field;
use crate::token::Owner;

const USER: Kind = Kind {
    name: "User",
    usual: &["name", "id"],
};
const PAGE: Kind = Kind {
    name: "Page",
    usual: &["name", "id"],
};
const APP: Kind = Kind {
    name: "Application",
    usual: &["name", "id"],
};

pub(crate) fn answer(world: &World, visit: &Visit<'_>, id: &str) -> Result<Value, Fault> {
    let object = world.object(visit, id)?;
    let fields = asked_fields(visit)?;
    let fields = fields.as_deref();
    match object {
        Object::User => user(world, visit, fields),
        Object::Page(page) => {
            admit(world, visit, page)?;
            self::page(world, visit, page, fields)
        }
        Object::App => select(&APP, fields, &mut |field| {
            Ok(match field.name.as_str() {
                "id" => Found::Is(world.app_id.as_str().into()),
                "name" => Found::Is(APP_NAME.into()),
                _ => Found::Unknown,
            })
        }),
    }
}

/// What the world's app is called.
pub(crate) const APP_NAME: &str = "Practice App";

/// A Page is seen by its own token, and by the person with a role on it.
fn admit(world: &World, visit: &Visit<'_>, page: &Page) -> Result<(), Fault> {
    let is_own = match &visit.token.owner {
        Owner::Page(own) => *own == page.id,
        Owner::User => world.acts_for_pages(&visit.token),
        Owner::App => false,
    };
    is_own.then_some(()).ok_or_else(Fault::other_page)
}

fn user(world: &World, visit: &Visit<'_>, fields: Option<&[Field]>) -> Result<Value, Fault> {
    let (first_name, last_name) = DEVELOPER.split_once(' ').unwrap_or((DEVELOPER, ""));
    select(&USER, fields, &mut |field| {
        Ok(match field.name.as_str() {
            "id" => Found::Is(world.user_id.as_str().into()),
            "name" => Found::Is(DEVELOPER.into()),
            "first_name" => Found::Is(first_name.into()),
            "last_name" => Found::Is(last_name.into()),
            "accounts" => {
                let ask = ListAsk::of_field(field)?;
                Found::Is(list_pages::list_of(world, visit, &ListPages::SPEC, &ask)?.into())
            }
            "permissions" => Found::Is(list_permissions::list_of(world, visit)),
            _ => Found::Unknown,
        })
    })
}

/// A Page, here and as a row of `me/accounts`.
pub(crate) fn page(
    world: &World,
    visit: &Visit<'_>,
    page: &Page,
    fields: Option<&[Field]>,
) -> Result<Value, Fault> {
    select(&PAGE, fields, &mut |field| {
        let nested = field.nested();
        Ok(match field.name.as_str() {
            "id" => Found::Is(page.id.as_str().into()),
            "name" => Found::Is(page.name.as_str().into()),
            "category" => Found::Is(page.category.as_str().into()),
            "category_list" => {
                let list = json!([{"id": page.category_id, "name": page.category}]);
                Found::Is(narrow(list, nested))
            }
            "tasks" => Found::Is(page.tasks.as_slice().into()),
            "link" => Found::Is(format!("https://www.facebook.com/{}", page.id).into()),
            "access_token" => world.token_for(visit, page)?.into(),
            "owner_business" => {
                let id = format!("9{}", page.id.get(1..).unwrap_or_default());
                let owner = page.portfolio.as_ref();
                let owner = owner.map(|name| narrow(json!({"id": id, "name": name}), nested));
                owner.into()
            }
            "conversations" => {
                let ask = ListAsk::of_field(field)?;
                Found::Is(
                    list_conversations::list_of(
                        world,
                        visit,
                        &ListConversations::SPEC,
                        page,
                        &ask,
                    )?
                    .into(),
                )
            }
            _ => Found::Unknown,
        })
    })
}

impl World {
    /// The token for a Page, for those who may act for it.
    fn token_for(&self, visit: &Visit<'_>, page: &Page) -> Result<Option<Value>, Fault> {
        if !self.acts_for_pages(&visit.token) {
            return Err(Fault::no_page_permission());
        }
        let token = match &visit.token.owner {
            Owner::Page(_) => Some(visit.token.secret.clone()),
            Owner::User => self.page_token(&visit.token.secret, &page.id),
            Owner::App => None,
        };
        Ok(token.map(Value::from))
    }
}
