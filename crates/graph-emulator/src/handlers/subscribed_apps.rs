//! `/{page-id}/subscribed_apps`: which apps get a Page's webhooks. The world has one app.

use graph_api::{Method, Spec};
use serde_json::{Value, json};

use super::asked_fields;
use super::get_object::APP_NAME;
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::select::{Found, Kind, select};
use crate::request::lenient;

const APP: Kind = Kind {
    name: "Application",
    usual: &["category", "link", "name", "id", "subscribed_fields"],
};

/// What can be subscribed to, as Meta's own SDK lists it.
const FIELDS: &str = "feed, mention, name, picture, category, description, conversations, \
    feature_access_list, standby, messages, message_context, message_deliveries, message_echoes, \
    message_edits, message_mention, message_reactions, message_reads, \
    message_template_status_update, messaging_account_linking, messaging_appointments, \
    messaging_checkout_updates, messaging_customer_information, messaging_direct_sends, \
    messaging_fblogin_account_linking, messaging_feedback, messaging_game_plays, \
    messaging_handovers, messaging_in_thread_lead_form_submit, messaging_integrity, \
    messaging_optins, messaging_optouts, messaging_payments, messaging_policy_enforcement, \
    messaging_postbacks, messaging_pre_checkouts, messaging_referrals, \
    marketing_message_delivery_failed, response_feedback, send_cart, inbox_labels, \
    call_permission_reply, calls, affiliation, attire, awards, bio, birthday, checkins, \
    company_overview, culinary_team, current_location, email, founded, general_info, \
    general_manager, group_feed, hometown, hours, invoice_access_bank_slip_events, \
    invoice_access_invoice_change, invoice_access_invoice_draft_change, \
    invoice_access_onboarding_status_active, leadgen, leadgen_fat, live_videos, local_delivery, \
    location, mcom_invoice_change, members, merchant_review, mission, page_about_story, \
    page_change_proposal, page_upcoming_change, parking, payment_options, payment_request_update, \
    personal_info, personal_interests, phone, price_range, product_review, products, \
    public_transit, publisher_subscriptions, ratings, registration, user_action, \
    video_text_question_responses, videos, website";

pub(crate) fn list(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let page = world.page_with_edge(visit, id, "subscribed_apps")?;
    world.admit_to_page(visit, spec, page, id, Fault::requires)?;
    let fields = asked_fields(visit)?;
    let app = select(&APP, fields.as_deref(), &mut |field| {
        Ok(match field.name.as_str() {
            "id" => Found::Is(world.app_id.as_str().into()),
            "name" => Found::Is(APP_NAME.into()),
            "category" => Found::Is("Business".into()),
            "link" => {
                let link = format!("https://www.facebook.com/games/?app_id={}", world.app_id);
                Found::Is(link.into())
            }
            "subscribed_fields" => Found::Is(page.subscribed_fields.as_slice().into()),
            _ => Found::Unknown,
        })
    })?;
    Ok(match page.subscribed_fields.is_empty() {
        true => json!({"data": []}),
        false => json!({"data": [app]}),
    })
}

/// The app gets these of the Page's webhooks from now on, and no others; after a `DELETE`, none.
pub(crate) fn change(
    world: &mut World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let page = world.page_to_write(visit, id)?;
    world.admit_to_page(visit, spec, page, id, Fault::requires)?;
    let page = page.id.clone();
    let fields = match spec.method {
        Method::Delete => Vec::new(),
        _ => wanted(world, visit)?,
    };
    if let Some(page) = world.pages.iter_mut().find(|own| own.id == page) {
        page.subscribed_fields = fields;
    }
    Ok(json!({"success": true}))
}

/// The fields of the request, if all of them exist and the token may have them.
fn wanted(world: &World, visit: &Visit<'_>) -> Result<Vec<String>, Fault> {
    let wanted = names(visit.params.get("subscribed_fields").unwrap_or_default());
    if wanted.is_empty() {
        return Err(Fault::subscribed_fields_required());
    }
    let is_known = |name: &String| FIELDS.split(", ").any(|known| known == name);
    if let Some((at, name)) = wanted.iter().enumerate().find(|(_, it)| !is_known(it)) {
        return Err(Fault::no_such_subscription(at, FIELDS, name));
    }
    let is_withheld = |name: &&String| {
        name.starts_with("messag") && !world.grants(&visit.token, "pages_messaging")
    };
    let withheld: Vec<_> = wanted.iter().filter(is_withheld).collect();
    match withheld.is_empty() {
        true => Ok(wanted),
        false => Err(Fault::subscription_withheld(&withheld)),
    }
}

/// Names with commas between, or in a JSON list; each once.
fn names(text: &str) -> Vec<String> {
    let listed = match text.trim_start().starts_with('[') {
        true => lenient::parse(text),
        false => None,
    };
    let all: Vec<&str> = match listed.as_ref().and_then(Value::as_array) {
        Some(list) => list.iter().filter_map(Value::as_str).collect(),
        None => text.split(',').map(str::trim).collect(),
    };
    let mut names: Vec<String> = Vec::new();
    for name in all {
        if !name.is_empty() && !names.iter().any(|own| own == name) {
            names.push(name.to_owned());
        }
    }
    names
}
