//! The fields: to whom and why, and what the chosen form needs.

use graph_api::message::MediaKind;
use graph_api::message::limits::{BUTTON_TEXT_LIMIT, TEXT_LIMIT};
use graph_api::{PageId, Psid};
use remote_view::{On, el};

use super::super::draft::{ActionKind, Form, REASONS, reason_word};
use super::super::place::Place;
use super::lists;
use super::parts::{Entry, entry, select};
use super::{Drawn, Event, Sheet};

pub(super) fn fields(sheet: &Sheet<'_>) -> Drawn {
    let draft = &sheet.composer.draft;
    let fields = el("div").class("fr-compose__fields");
    let fields = match draft.form {
        Form::Text => fields.with(text(sheet, "Text", TEXT_LIMIT, "")),
        Form::File => file(sheet, fields),
        Form::Buttons => {
            let hint = "Stands above the buttons. They stay in the conversation.";
            fields
                .with(text(sheet, "Text", BUTTON_TEXT_LIMIT, hint))
                .with(lists::buttons(sheet, None))
        }
        Form::Cards => fields.with(lists::cards(sheet)),
        Form::Action => action(sheet, fields),
    };
    let fields = match draft.form {
        Form::Action => fields,
        _ => fields.with(lists::replies(sheet)),
    };
    fields.with(addressed(sheet))
}

fn text(sheet: &Sheet<'_>, label: &str, limit: usize, hint: &str) -> Drawn {
    let look = Entry {
        label,
        hint,
        limit: Some(limit),
        is_long: true,
        ..Entry::default()
    };
    entry(sheet, Place::Text, &sheet.composer.draft.text, look)
}

fn code<'a>(label: &'a str, hint: &'a str, placeholder: &'a str) -> Entry<'a> {
    Entry {
        label,
        hint,
        placeholder,
        is_code: true,
        ..Entry::default()
    }
}

fn file(sheet: &Sheet<'_>, fields: Drawn) -> Drawn {
    let draft = &sheet.composer.draft;
    let kinds = MediaKind::ALL
        .iter()
        .map(|kind| (kind.as_str(), media(*kind)));
    let size = match draft.media {
        MediaKind::Image => "8 MB",
        _ => "25 MB",
    };
    let hint = format!("Meta fetches it: the address must be public, and the file {size} at most.");
    let look = code("Address", &hint, "https://");
    let keep = el("label")
        .class("fr-check")
        .with(
            el("input")
                .attr("type", "checkbox")
                .checked(draft.is_reusable)
                .on(On::mark(Event::Kept)),
        )
        .with(el("span").text("Have Graph give it an ID, to send it again"));
    fields
        .with(select(
            sheet,
            Place::Media,
            ("Kind", ""),
            draft.media.as_str(),
            kinds,
        ))
        .with(entry(sheet, Place::Url, &draft.url, look))
        .with(keep)
}

/// What a kind of file is called.
pub(super) const fn media(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Image => "Image",
        MediaKind::Audio => "Audio",
        MediaKind::Video => "Video",
        MediaKind::File => "File",
    }
}

const fn action_title(kind: ActionKind) -> &'static str {
    match kind {
        ActionKind::TypingOn => "Show that the Page is typing",
        ActionKind::TypingOff => "Stop showing it",
        ActionKind::MarkSeen => "Mark as seen",
        ActionKind::React => "React to a message",
        ActionKind::Unreact => "Take a reaction back",
    }
}

fn action(sheet: &Sheet<'_>, fields: Drawn) -> Drawn {
    let draft = &sheet.composer.draft;
    let all = ActionKind::ALL.into_iter();
    let all = all.map(|kind| (kind.word(), action_title(kind)));
    let chosen = draft.action.word();
    let fields = fields.with(select(sheet, Place::Action, ("Action", ""), chosen, all));
    let has_message = matches!(draft.action, ActionKind::React | ActionKind::Unreact);
    let message = has_message.then(|| {
        let look = code("Message ID", "", "m_…");
        entry(sheet, Place::Message, &draft.message, look)
    });
    let emoji = (draft.action == ActionKind::React).then(|| {
        let look = Entry {
            label: "Emoji",
            ..Entry::default()
        };
        entry(sheet, Place::Emoji, &draft.emoji, look)
    });
    fields.maybe(message).maybe(emoji)
}

fn addressed(sheet: &Sheet<'_>) -> Drawn {
    let draft = &sheet.composer.draft;
    let psid = sheet.context.psid.as_ref().map(Psid::as_str);
    let hint = match psid {
        Some(_) => "Left empty: the guide’s.",
        None => "As this Page knows the person.",
    };
    let to = code("Recipient’s PSID", hint, psid.unwrap_or_default());
    let why = (draft.form != Form::Action).then(|| {
        let chosen = reason_word(draft.why);
        let reasons = REASONS.map(|it| (reason_word(it), reason_title(reason_word(it))));
        let label = ("Messaging type", reason_hint(chosen));
        select(sheet, Place::Why, label, chosen, reasons)
    });
    let reply_to = (draft.form != Form::Action).then(|| {
        let look = code("Reply to", "A message’s ID, or empty.", "m_…");
        entry(sheet, Place::ReplyTo, &draft.reply_to, look)
    });
    let page = sheet.context.page.as_ref().map(PageId::as_str);
    let hint = match page {
        Some(_) => "Left empty: the guide’s.",
        None => "Empty: me, the token’s Page.",
    };
    let from = code("Page ID", hint, page.unwrap_or("me"));
    el("div")
        .class("fr-compose__pair fr-compose__pair--ruled")
        .with(entry(sheet, Place::To, &draft.to, to))
        .maybe(why)
        .maybe(reply_to)
        .with(entry(sheet, Place::Page, &draft.page, from))
}

fn reason_title(word: &'static str) -> &'static str {
    match word {
        "HUMAN_AGENT" => "HUMAN_AGENT, a tag",
        "CUSTOMER_FEEDBACK" => "CUSTOMER_FEEDBACK, a tag",
        "" => "None",
        word => word,
    }
}

fn reason_hint(word: &str) -> &'static str {
    match word {
        "RESPONSE" => "Answers a message.",
        "UPDATE" => "The Page begins.",
        "HUMAN_AGENT" => "Up to 7 days. Meta must approve it.",
        "CUSTOMER_FEEDBACK" => "Asks for feedback.",
        _ => "As older code sends.",
    }
}
