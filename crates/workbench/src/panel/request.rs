//! What is asked.

use graph_api::{Call, Carrier, HOST, Method, ParamValue, Spec, TokenKind, TokenNeed};
use remote_view::{Element, On, Then, el};

use super::{Event, method};
use crate::Workbench;
use crate::composer::Composer;
use crate::explorer::meta_link;
use crate::parts::{button, link};
use crate::record::Record;

/// Draws the request: address, parameters, what it needs, how it travels.
pub(super) fn request(record: &Record, bench: &Workbench) -> Element<Then<Event>> {
    let is_exploring = bench.holds.is_exploring;
    let call = &record.called.call;
    let mut params = el("dl").class("fr-params");
    for (name, value) in shown_params(call) {
        let name = el("dt")
            .class("fr-params__name")
            .with(el("code").stranger(name));
        params = params
            .with(name)
            .with(el("dd").with(el("code").stranger(value)));
    }
    let needs = needs(bench.spec(record))
        .into_iter()
        .map(|(need, is_data)| {
            let item = el("li").class("fr-needs__item");
            match is_data {
                true => item.with(el("code").text(need)),
                false => item.text(need),
            }
        });
    let needs = el("div")
        .class("fr-needs")
        .with(el("span").id("call-needs").text("Needs"))
        .with(
            el("ul")
                .class("fr-needs__list")
                .attr("aria-labelledby", "call-needs")
                .all(needs),
        );
    let explore = button("fr-button--small", "Open in explorer").on(On::press(Event::Explored));
    let compose = Composer::takes(&record.as_request()).then(|| {
        button("fr-button--small fr-button--quiet", "Open in composer")
            .on(On::press(Event::Composed))
    });
    let ways = el("div")
        .class("fr-row")
        .maybe((!is_exploring).then_some(explore))
        .maybe(compose)
        .with(
            button("fr-button--small fr-button--quiet", "Copy link")
                .on(On::press(Event::LinkCopied)),
        )
        .maybe((!is_exploring).then(|| {
            link("Open in Meta’s explorer", meta_link(&record.as_request())).class("fr-text--small")
        }));
    el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-request")
        .with(el("h3").class("fr-vh").id("call-request").text("Request"))
        .with(
            el("p")
                .class("fr-call__url")
                .with(method(call.spec.method.as_str()))
                .with(address(call)),
        )
        .with(params)
        .with(needs)
        .maybe(carried(record))
        .with(ways)
}

/// An address may break before each part of its path.
fn address<T>(call: &Call) -> Element<T> {
    let host = format!("{HOST}/{}", call.version);
    let host = el("span").class("fr-call__host").text(host);
    let mut code = el("code").with(host);
    for part in call.path.split('/').skip(1) {
        code = code.with(el("wbr")).text("/").stranger(part);
    }
    code
}

fn carried<T>(record: &Record) -> Option<Element<T>> {
    let words = el("p").class("fr-text--muted fr-text--small");
    match (record.called.call.spec.method, record.called.carrier) {
        (Method::Post, _) => None,
        (Method::Get, Carrier::Query) => Some(
            words.text("Travels with the token in the query string, as Meta’s tutorial prints it."),
        ),
        (method, _) => Some(
            words
                .text("Travels as a POST form with ")
                .with(el("code").text(format!("method={}", method.as_str().to_lowercase())))
                .text(", so that what is secret stays out of the address."),
        ),
    }
}

fn shown_params(call: &Call) -> Vec<(String, String)> {
    let value = |value: &ParamValue| match value {
        ParamValue::Text(text) => text.clone(),
        ParamValue::OwnToken | ParamValue::Verifier => "••••".to_owned(),
    };
    let params = call.params.iter();
    let mut params: Vec<_> = params
        .map(|param| (param.name.to_string(), value(&param.value)))
        .collect();
    if call.spec.token != TokenNeed::None {
        params.push(("access_token".to_owned(), "••••".to_owned()));
    }
    params
}

/// Token, permissions, task; the second of each pair says whether it is data.
fn needs(spec: &Spec) -> Vec<(String, bool)> {
    let token = match spec.token {
        TokenNeed::None => "no token: the code of a login, once",
        TokenNeed::Any => "any access token",
        TokenNeed::Only(TokenKind::User) => "User access token",
        TokenNeed::Only(TokenKind::Page) => "Page access token",
    };
    let mut needs = vec![(token.to_owned(), false)];
    for name in spec.permissions {
        needs.push(((*name).to_owned(), true));
    }
    if !spec.tasks.is_empty() {
        needs.push((format!("{} task", spec.tasks.join(" or ")), false));
    }
    needs
}
