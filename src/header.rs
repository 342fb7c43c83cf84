//! The bar on top, and the row of steps.

use wizard::view::{Header, StepMark, StepState};
use wizard::{Event, Step, Theme};

use crate::components::icon::{Icon, icon};
use crate::components::prose::{hidden, masked};
use crate::dom::{Element, Node, On, el};

pub(crate) fn header(header: Header) -> Element {
    let badge_class = match header.is_practice {
        true => "fr-badge fr-badge--practice",
        false => "fr-badge fr-badge--live",
    };
    let badge = header
        .badge
        .map(|badge| el("p").class(badge_class).text(badge));
    let tokens = (!header.tokens.is_empty()).then(|| tokens(header.tokens));
    let forget = header.forget.map(|forget| {
        el("button")
            .class("fr-button fr-button--small")
            .attr("type", "button")
            .id("forget")
            .with(icon(Icon::Trash, ""))
            .with(el("span").class("fr-button__text").text(forget.label))
            .on(On::Press(forget.event))
    });
    let wordmark = el("a")
        .class("fr-wordmark")
        .attr("href", Step::Connect.hash())
        .with(icon(Icon::Reply, "fr-wordmark__mark"))
        .text("First Reply");
    let places = el("nav")
        .class("fr-places")
        .attr("aria-label", "Places")
        .all(header.places.map(|(label, place, is_here)| {
            let link = el("a")
                .class("fr-places__at")
                .attr("href", place.hash())
                .text(label);
            match is_here {
                true => link.attr("aria-current", "page"),
                false => link,
            }
        }));
    let tools = el("div")
        .class("fr-header__tools")
        .with(themes(header.theme))
        .maybe(forget);
    let row = el("div")
        .class("fr-page fr-header__row")
        .with(wordmark)
        .with(places)
        .maybe(badge)
        .maybe(tokens)
        .with(tools);
    el("header").class("fr-header").with(row)
}

fn tokens(tokens: Vec<(&'static str, String)>) -> Element {
    let mut list = el("ul")
        .class("fr-tokens")
        .attr("aria-label", "Tokens held");
    for (kind, tail) in tokens {
        list = list.with(el("li").text(kind).text(" ").maybe(masked(tail)));
    }
    list
}

fn themes(chosen: Theme) -> Element {
    let all = [
        (Theme::System, Icon::System, "As the system"),
        (Theme::Light, Icon::Sun, "Light"),
        (Theme::Dark, Icon::Moon, "Dark"),
    ];
    let mut themes = el("fieldset")
        .class("fr-theme")
        .with(el("legend").class("fr-vh").text("Theme"));
    for (theme, glyph, label) in all {
        let radio = el("input")
            .class("fr-theme__input")
            .attr("type", "radio")
            .attr("name", "theme")
            .checked(theme == chosen)
            .on(On::Mark(Event::ThemeChosen(theme)));
        let choice = el("label")
            .class("fr-theme__choice")
            .with(radio)
            .with(icon(glyph, ""))
            .with(hidden(label));
        themes = themes.with(choice);
    }
    themes
}

pub(crate) fn steps_row(marks: &[StepMark]) -> Element {
    el("nav")
        .class("fr-page")
        .attr("aria-label", "Steps")
        .with(el("ol").class("fr-steps").all(marks.iter().map(mark)))
}

fn mark(mark: &StepMark) -> Element {
    let (class, said) = match mark.state {
        StepState::Done => ("fr-steps__item fr-steps__item--done", ", completed"),
        StepState::Current => ("fr-steps__item fr-steps__item--current", ""),
        StepState::Open => ("fr-steps__item", ", open"),
        StepState::Todo => ("fr-steps__item", ", not started"),
    };
    let sign: Node = match (mark.state, mark.number, mark.step) {
        (StepState::Done, ..) => icon(Icon::Check, ""),
        (_, Some(number), _) => el("span").text(number.to_string()).into(),
        (_, None, Step::Connect) => icon(Icon::Next, ""),
        (_, None, _) => icon(Icon::Reply, ""),
    };
    let number = mark.number.map(|number| hidden(format!("Step {number}: ")));
    let words = el("span").maybe(number).text(mark.label).with(hidden(said));
    let at = match mark.state {
        StepState::Done | StepState::Open => el("a").attr("href", mark.step.hash()),
        _ => el("span"),
    };
    let sign = el("span")
        .class("fr-steps__mark")
        .attr("aria-hidden", "true")
        .with(sign);
    let item = el("li").class(class);
    match mark.state {
        StepState::Current => item.attr("aria-current", "step"),
        _ => item,
    }
    .with(at.class("fr-steps__at").with(sign).with(words))
}
