//! Lists that the reader makes: buttons, cards, quick replies.

use graph_api::message::ButtonKind;
use graph_api::message::limits::{
    BUTTON_TITLE_LIMIT, BUTTONS_LIMIT, CARD_SUBTITLE_LIMIT, CARD_TITLE_LIMIT, CARDS_LIMIT,
    PAYLOAD_LIMIT, QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT,
};
use remote_view::{On, el};

use super::super::draft::{ButtonDraft, CardDraft, ReplyDraft, ReplyKind};
use super::super::place::{ButtonPart, CardPart, List, Owner, Place, ReplyPart};
use super::super::rows::Rows;
use super::parts::{CLOSE, DOWN, Entry, UP, entry, hidden, icon, said, select};
use super::{Drawn, Event, Sheet, mover_id};

/// A list with its title, its count, and the button that makes it longer.
fn list(
    sheet: &Sheet<'_>,
    list: List,
    title: &str,
    limit: usize,
    rows: Vec<(u32, Drawn)>,
) -> Drawn {
    let many = rows.len();
    let level = match list {
        List::Buttons(Some(_)) => "h4",
        _ => "h3",
    };
    let title_id = format!("{}-list", list.id());
    let count = match many > limit {
        true => "fr-count fr-count--over",
        false => "fr-count",
    };
    let head = el("div")
        .class("fr-compose__label")
        .with(
            el(level)
                .class("fr-label")
                .id(title_id.as_str())
                .text(title),
        )
        .with(el("span").class(count).text(format!("{many} of {limit}")));
    let rows = rows.into_iter().enumerate().map(|(at, (row, fields))| {
        let name = format!("{} {}", list.one(), at + 1);
        el("li")
            .class("fr-compose__row")
            .key(row.to_string())
            .attr("aria-label", name.as_str())
            .with(bar(list, row, &name, at == 0, at + 1 == many))
            .with(fields)
    });
    let add = el("button")
        .class("fr-button fr-button--small")
        .id(list.id())
        .attr("type", "button")
        .text(format!("Add a {}", list.one().to_lowercase()));
    let add = match many >= limit {
        true => add.attr("aria-disabled", "true"),
        false => add.on(On::press(Event::Added(list))),
    };
    let rows = (many > 0).then(|| {
        el("ol")
            .class("fr-compose__rows")
            .attr("aria-labelledby", title_id.as_str())
            .all(rows)
    });
    el("div")
        .class("fr-compose__list")
        .with(head)
        .maybe(rows)
        .maybe(said(sheet, Place::List(list)))
        .with(el("div").with(add))
}

/// The number of a row, and what can be done with it as a whole.
fn bar(list: List, row: u32, name: &str, is_first: bool, is_last: bool) -> Drawn {
    let tool = |path, label: &str, event: Option<Event>| {
        let tool = el("button")
            .class("fr-button fr-button--quiet fr-button--small fr-button--icon")
            .attr("type", "button")
            .with(icon(path))
            .with(hidden(format!("{label} {}", name.to_lowercase())));
        match event {
            Some(event) => tool.on(On::press(event)),
            None => tool.attr("aria-disabled", "true"),
        }
    };
    let up = (!is_first).then_some(Event::Moved(list, row, true));
    let down = (!is_last).then_some(Event::Moved(list, row, false));
    let movers = (!(is_first && is_last)).then(|| {
        el("span")
            .class("fr-compose__movers")
            .with(tool(UP, "Move up:", up).id(mover_id(list, row, true)))
            .with(tool(DOWN, "Move down:", down).id(mover_id(list, row, false)))
    });
    el("div")
        .class("fr-compose__bar")
        .with(el("span").class("fr-compose__name").text(name))
        .maybe(movers)
        .with(tool(CLOSE, "Remove", Some(Event::Removed(list, row))))
}

pub(super) fn buttons(sheet: &Sheet<'_>, owner: Owner) -> Drawn {
    let buttons = sheet.composer.draft.buttons(owner);
    let rows = buttons.into_iter().flat_map(Rows::iter);
    let rows = rows.map(|(row, it)| (row, button(sheet, owner, row, it)));
    let rows = rows.collect();
    list(sheet, List::Buttons(owner), "Buttons", BUTTONS_LIMIT, rows)
}

fn button(sheet: &Sheet<'_>, owner: Owner, row: u32, button: &ButtonDraft) -> Drawn {
    let place = |part| Place::Button(owner, row, part);
    let kinds = [
        (ButtonKind::Postback.as_str(), "Postback"),
        (ButtonKind::Link.as_str(), "Opens a page"),
        (ButtonKind::Call.as_str(), "Calls"),
    ];
    let title = Entry {
        label: "Title",
        limit: Some(BUTTON_TITLE_LIMIT),
        ..Entry::default()
    };
    let target = match button.kind {
        ButtonKind::Postback => Entry {
            label: "Payload",
            limit: Some(PAYLOAD_LIMIT),
            is_code: true,
            ..Entry::default()
        },
        ButtonKind::Link => Entry {
            label: "Address",
            placeholder: "https://",
            is_code: true,
            ..Entry::default()
        },
        ButtonKind::Call => Entry {
            label: "Phone number",
            placeholder: "+15105550123",
            is_code: true,
            ..Entry::default()
        },
    };
    let kind = button.kind.as_str();
    el("div")
        .class("fr-compose__pair")
        .with(entry(sheet, place(ButtonPart::Title), &button.title, title))
        .with(select(
            sheet,
            place(ButtonPart::Kind),
            ("Does", ""),
            kind,
            kinds,
        ))
        .with(entry(sheet, place(ButtonPart::Target), &button.target, target).key(kind))
}

pub(super) fn cards(sheet: &Sheet<'_>) -> Drawn {
    let rows = sheet.composer.draft.cards.iter();
    let rows = rows.map(|(row, it)| (row, card(sheet, row, it))).collect();
    list(sheet, List::Cards, "Cards", CARDS_LIMIT, rows)
}

fn card(sheet: &Sheet<'_>, row: u32, card: &CardDraft) -> Drawn {
    let place = |part| Place::Card(row, part);
    let words = |label, limit| Entry {
        label,
        limit: Some(limit),
        ..Entry::default()
    };
    let address = |label| Entry {
        label,
        placeholder: "https://",
        is_code: true,
        ..Entry::default()
    };
    let title = words("Title", CARD_TITLE_LIMIT);
    let subtitle = words("Subtitle", CARD_SUBTITLE_LIMIT);
    let (image, link) = (address("Picture’s address"), address("A tap opens"));
    el("div")
        .class("fr-compose__fields")
        .with(entry(sheet, place(CardPart::Title), &card.title, title))
        .with(entry(
            sheet,
            place(CardPart::Subtitle),
            &card.subtitle,
            subtitle,
        ))
        .with(
            el("div")
                .class("fr-compose__pair")
                .with(entry(sheet, place(CardPart::Image), &card.image, image))
                .with(entry(sheet, place(CardPart::Link), &card.link, link)),
        )
        .with(buttons(sheet, Some(row)))
}

pub(super) fn replies(sheet: &Sheet<'_>) -> Drawn {
    let rows = sheet.composer.draft.replies.iter();
    let rows = rows.map(|(row, it)| (row, reply(sheet, row, it))).collect();
    let limit = QUICK_REPLIES_LIMIT;
    list(sheet, List::Replies, "Quick replies", limit, rows)
}

fn reply(sheet: &Sheet<'_>, row: u32, reply: &ReplyDraft) -> Drawn {
    let place = |part| Place::Reply(row, part);
    let kinds = [
        (ReplyKind::Text.word(), "Its title"),
        (ReplyKind::PhoneNumber.word(), "Their phone number"),
        (ReplyKind::Email.word(), "Their email address"),
    ];
    let kind = select(
        sheet,
        place(ReplyPart::Kind),
        ("Sends", ""),
        reply.kind.word(),
        kinds,
    );
    let fields = el("div").class("fr-compose__pair");
    if reply.kind != ReplyKind::Text {
        return fields.with(kind);
    }
    let title = Entry {
        label: "Title",
        limit: Some(QUICK_REPLY_TITLE_LIMIT),
        ..Entry::default()
    };
    let payload = Entry {
        label: "Payload",
        limit: Some(PAYLOAD_LIMIT),
        is_code: true,
        ..Entry::default()
    };
    let image = Entry {
        label: "Picture’s address",
        placeholder: "None",
        is_code: true,
        ..Entry::default()
    };
    fields
        .with(entry(sheet, place(ReplyPart::Title), &reply.title, title))
        .with(kind)
        .with(entry(
            sheet,
            place(ReplyPart::Payload),
            &reply.payload,
            payload,
        ))
        .with(entry(sheet, place(ReplyPart::Image), &reply.image, image))
}
