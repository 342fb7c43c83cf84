//! A conversation as bubbles: the customer on the left, the Page on the right.

use wizard::view::read::Bubble;

use super::prose::hidden;
use crate::dom::{Element, Node, el};

/// Draws a conversation, oldest first. A time stands above the messages that it is new for.
pub(crate) fn thread(bubbles: Vec<Bubble>, sent: Option<&str>) -> Node {
    let mut rows = el("ol").class("fr-thread");
    let mut last: Option<(Option<String>, bool)> = None;
    for item in bubbles {
        let is_later = last.as_ref().is_none_or(|(when, _)| *when != item.when);
        let has_turned = last
            .as_ref()
            .is_some_and(|(_, from_page)| *from_page != item.from_page);
        last = Some((item.when.clone(), item.from_page));
        if is_later {
            rows = rows.with(time(&item));
        }
        let is_sent = sent == Some(item.id.as_str());
        let row = bubble(item, has_turned && !is_later);
        rows = rows.with(match is_sent {
            true => row.id("sent-reply"),
            false => row,
        });
    }
    rows.into()
}

fn time(bubble: &Bubble) -> Element {
    let exact = bubble.exact.clone().unwrap_or_default();
    let time = el("time")
        .attr("datetime", exact.clone())
        .attr("title", exact)
        .text(bubble.when.clone().unwrap_or_default());
    el("li").class("fr-thread__time").with(time)
}

/// Draws one message.
pub(crate) fn bubble(bubble: Bubble, gap: bool) -> Element {
    let class = match (bubble.from_page, gap) {
        (false, false) => "fr-bubble",
        (false, true) => "fr-bubble fr-bubble--gap",
        (true, false) => "fr-bubble fr-bubble--page",
        (true, true) => "fr-bubble fr-bubble--page fr-bubble--gap",
    };
    let row = el("li")
        .class(class)
        .with(el("span").class("fr-vh").name(bubble.sender).text(": "));
    match bubble.text {
        Some(text) => row.text(text),
        None => row
            .with(el("em").text("No text: most often a picture, a sticker or another attachment")),
    }
}

/// Draws the reply as it would look.
pub(crate) fn draft(text: String, quick_replies: Vec<String>) -> [Option<Element>; 2] {
    let titles = quick_replies
        .into_iter()
        .filter(|title| !title.trim().is_empty());
    let titles = titles.map(|title| el("span").class("fr-quick__reply").text(title));
    let titles: Vec<_> = titles.collect();
    let reply = el("li")
        .class("fr-bubble fr-bubble--page fr-bubble--draft fr-bubble--gap")
        .with(hidden("Your reply, not sent: "))
        .text(text);
    let replies = (!titles.is_empty()).then(|| {
        el("li")
            .class("fr-quick")
            .attr("aria-label", "Quick replies")
            .all(titles)
    });
    [Some(reply), replies]
}
