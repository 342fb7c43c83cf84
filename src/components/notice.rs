//! Notices, and the summary of a refused form.

use leptos::prelude::*;
use wizard::view::parts::{Notice, Problem, Said, Tone};

use super::button;
use super::icon::{Icon, icon};
use super::prose::{link, prose};
use crate::shell::focus_field;

/// Draws a notice. One that tells of a failure is an alert, and takes the focus.
pub(crate) fn notice(notice: Notice) -> AnyView {
    let (class, glyph, glyph_class) = match notice.tone {
        Tone::Info => ("fr-notice fr-notice--info", Icon::Info, "fr-icon--info"),
        Tone::Ok => ("fr-notice fr-notice--ok", Icon::Done, "fr-icon--ok"),
        Tone::Warn => ("fr-notice fr-notice--warn", Icon::Warning, "fr-icon--warn"),
        Tone::Bad => ("fr-notice fr-notice--bad", Icon::Problem, "fr-icon--bad"),
    };
    let is_alert = notice.tone == Tone::Bad || !notice.said.is_empty();
    let body = notice
        .body
        .iter()
        .map(|line| view! { <p>{prose(line)}</p> })
        .collect_view();
    let steps = notice
        .steps
        .iter()
        .map(|step| view! { <li>{prose(step)}</li> })
        .collect_view();
    let links = notice
        .links
        .into_iter()
        .map(|to| view! { <p>{link(to)}</p> })
        .collect_view();
    let buttons = (!notice.buttons.is_empty()).then(|| button::row(None, notice.buttons));
    view! {
        <div
            role=is_alert.then_some("alert")
            tabindex="-1"
            data-focus=if is_alert { "alert" } else { "result" }
        >
            <div class=class>
                {icon(glyph, glyph_class)}
                <div class="fr-notice__body">
                    <h2 class="fr-notice__title">{notice.title}</h2>
                    {body}
                    {(!notice.steps.is_empty()).then(|| view! { <ul class="fr-notice__steps fr-notice__steps--plain">{steps}</ul> })}
                    {links}
                    {said(notice.said)}
                    {buttons}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Draws what Graph said, to the letter.
fn said(said: Vec<Said>) -> Option<AnyView> {
    if said.is_empty() {
        return None;
    }
    let lines = said.into_iter().map(|line| {
        view! {
            <dt class="fr-said__name">{line.name}</dt>
            <dd><bdi>{line.value}</bdi></dd>
        }
    });
    let lines = lines.collect_view();
    Some(
        view! {
            <details class="fr-fold" open>
                <summary class="fr-fold__summary">
                    {icon(Icon::Chevron, "")} "What came back, to the letter"
                </summary>
                <div class="fr-fold__body">
                    <dl class="fr-said">{lines}</dl>
                </div>
            </details>
        }
        .into_any(),
    )
}

/// Draws the summary of a refused form; each line leads to its field.
pub(crate) fn summary(problems: Vec<Problem>) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let lines = problems.into_iter().map(|problem| {
        let href = format!("#{}", problem.field);
        view! {
            <li>
                <a
                    class="fr-summary__link"
                    href=href
                    on:click=move |event| {
                        event.prevent_default();
                        focus_field(&problem.field);
                    }
                >
                    {problem.text}
                </a>
            </li>
        }
    });
    let lines = lines.collect_view();
    Some(
        view! {
            <div class="fr-summary" tabindex="-1" aria-labelledby="summary-title" data-focus="alert">
                <div role="alert">
                    <h2 class="fr-heading" id="summary-title">"There is a problem"</h2>
                    <ul class="fr-summary__list">{lines}</ul>
                </div>
            </div>
        }
        .into_any(),
    )
}
