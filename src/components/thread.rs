//! A conversation as bubbles: the customer on the left, the Page on the right.

use leptos::prelude::*;
use wizard::view::read::Bubble;

/// Draws a conversation, oldest first. A time stands above the messages that it is new for.
pub(crate) fn thread(bubbles: Vec<Bubble>, sent: Option<&str>) -> AnyView {
    let mut last: Option<(Option<String>, bool)> = None;
    let mut rows = Vec::new();
    for item in bubbles {
        let changed = last.as_ref().is_none_or(|(when, _)| *when != item.when);
        let turned = last
            .as_ref()
            .is_some_and(|(_, from_page)| *from_page != item.from_page);
        last = Some((item.when.clone(), item.from_page));
        if changed {
            rows.push(time(&item));
        }
        let is_sent = sent == Some(item.id.as_str());
        rows.push(bubble(item, turned && !changed, is_sent));
    }
    view! { <ol class="fr-thread">{rows}</ol> }.into_any()
}

fn time(bubble: &Bubble) -> AnyView {
    let (when, exact) = (bubble.when.clone(), bubble.exact.clone());
    view! {
        <li class="fr-thread__time">
            <time datetime=exact.clone() title=exact>{when}</time>
        </li>
    }
    .into_any()
}

/// Draws one message.
pub(crate) fn bubble(bubble: Bubble, gap: bool, is_sent: bool) -> AnyView {
    let mut class = "fr-bubble".to_owned();
    if bubble.from_page {
        class.push_str(" fr-bubble--page");
    }
    if gap {
        class.push_str(" fr-bubble--gap");
    }
    let text = match bubble.text {
        Some(text) => view! { <bdi>{text}</bdi> }.into_any(),
        None => view! { <em>"An attachment, or a message without text"</em> }.into_any(),
    };
    view! {
        <li class=class id=is_sent.then_some("sent-reply")>
            <span class="fr-vh"><bdi>{bubble.sender}</bdi> ": "</span>
            {text}
        </li>
    }
    .into_any()
}
