//! What the reader has so far.

use leptos::prelude::*;
use wizard::view::parts::Fact;

use super::button::copy;

/// Draws the facts below a heading.
pub(crate) fn facts(heading: &'static str, facts: Vec<Fact>) -> AnyView {
    let rows = facts.into_iter().map(row).collect_view();
    view! {
        <section class="fr-part fr-part--ruled" aria-labelledby="facts">
            <h2 class="fr-heading fr-heading--small" id="facts">{heading}</h2>
            <dl class="fr-facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn row(fact: Fact) -> AnyView {
    let value = match (fact.value, fact.is_data) {
        (None, _) => {
            view! { <dd class="fr-facts__value fr-facts__value--none">"Not yet"</dd> }.into_any()
        }
        (Some(value), true) => view! {
            <dd class="fr-facts__value">
                <code>{value.clone()}</code>
                {copy(fact.name, value)}
            </dd>
        }
        .into_any(),
        (Some(value), false) => {
            view! { <dd class="fr-facts__value"><span>{value}</span></dd> }.into_any()
        }
    };
    view! {
        <div class="fr-facts__row">
            <dt class="fr-facts__name">{fact.name}</dt>
            {value}
        </div>
    }
    .into_any()
}
