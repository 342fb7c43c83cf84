//! What is of no use here, explained: what it is, and what to do next.

use super::body::{Aside, Flaw};
use super::{Found, Hurdle, What};
use crate::protocol::{Explanation, Place, Way};

/// What to say of a text in which nothing was found.
pub(super) fn nothing(text: &str) -> Aside {
    match text.contains("hub.challenge") || text.contains("hub.mode") {
        true => Aside::Handshake,
        false => Aside::NoJson,
    }
}

const PASTE_ANOTHER: &str = "Write to your Page from your own account, and paste the notification that your webhook gets then.";

/// What it is, and what to do.
pub(super) fn explain(aside: &Aside) -> Explanation {
    let (title, why, step) = match aside {
        Aside::DashboardTest => (
            "This is the test of the App Dashboard",
            "Its Test button sends a sample in `changes`, with invented IDs. A real notification has them in `messaging`.",
            PASTE_ANOTHER,
        ),
        Aside::Change => (
            "This tells of a change of the Page, not of a message",
            "Posts, comments and the like come in `changes`. Messages come in `messaging`.",
            "Subscribe the Page to the field `messages`, write to the Page, and paste what comes.",
        ),
        Aside::Instagram => (
            "This is a notification of an Instagram account",
            "Its `object` is `instagram`, and its IDs are of no use to a Page. First Reply writes to people who have written to a Facebook Page on Messenger.",
            "Paste a notification whose `object` is `page`.",
        ),
        Aside::WhatsApp => (
            "This is a notification of WhatsApp",
            "The WhatsApp Business Platform has calls and IDs of its own: a phone number in place of a PSID.",
            "Paste a notification whose `object` is `page`.",
        ),
        Aside::OtherObject => (
            "This is a notification of something else than a Page",
            "Its `object` is not `page`, so it holds no message to a Page.",
            "In the App Dashboard, choose Page for the webhook, and subscribe to `messages`.",
        ),
        Aside::NoEvents => (
            "This notification holds no event",
            "It has neither `messaging` nor `standby`, in which the person’s PSID would stand.",
            PASTE_ANOTHER,
        ),
        Aside::PageEvent => (
            "This event is about the Page alone",
            "There is no `sender` in it, so no person and no conversation. Meta sends such events about its policy.",
            PASTE_ANOTHER,
        ),
        Aside::NoPerson => (
            "There is no PSID in this event",
            "A person who has not written yet has none; a plugin’s checkbox, for one, tells a `user_ref` only.",
            PASTE_ANOTHER,
        ),
        Aside::Placeholder => (
            "The IDs of this notification are no IDs",
            "A Page’s ID and a PSID are digits. Examples in documentation have words in their place.",
            PASTE_ANOTHER,
        ),
        Aside::Answer => (
            "This is an answer of the Graph API, no notification",
            "A notification comes from Meta to your webhook, by itself. It begins with `object` and `entry`.",
            PASTE_ANOTHER,
        ),
        Aside::Request => (
            "This is a request to send a message, no notification",
            "It has a `recipient` and no `sender`.",
            PASTE_ANOTHER,
        ),
        Aside::Handshake => (
            "This is Meta’s check of your webhook’s address",
            "It comes once, when the address is saved, and has no message in it.",
            "Answer it with the value of `hub.challenge`. Then write to your Page, and paste what comes.",
        ),
        Aside::Broken { flaw, place } => return broken(*flaw, *place),
        Aside::Unknown => (
            "This is JSON, but no notification",
            "A notification begins with `object` and `entry`; the events stand in `messaging`.",
            PASTE_ANOTHER,
        ),
        Aside::NoJson => (
            "There is no JSON in this text",
            "A notification is the body of the request that Meta sends to your webhook, and begins with a brace.",
            "Print the body as it arrives, and paste it here.",
        ),
        Aside::TooLong => (
            "This text is too long",
            "The page reads up to 500,000 characters; a notification has some hundreds.",
            "Paste one notification.",
        ),
    };
    let places = match aside {
        Aside::DashboardTest | Aside::Change | Aside::OtherObject => vec![Place::Apps],
        _ => Vec::new(),
    };
    Explanation {
        title: title.to_owned(),
        why: vec![why.to_owned()],
        steps: vec![step.to_owned()],
        places,
        ways: Vec::new(),
    }
}

fn broken(flaw: Flaw, place: Option<(usize, usize)>) -> Explanation {
    let (why, step) = match flaw {
        Flaw::Cut => (
            "The text ends before its last bracket is closed: a part was not copied, or a log cut it.",
            "Copy all of it.",
        ),
        Flaw::TrailingComma => (
            "There is a comma with nothing behind it.",
            "Take the comma out, or copy the body as Meta sent it.",
        ),
        Flaw::SmartQuotes => (
            "The quotes are curly: a word processor or a chat has replaced the straight ones.",
            "Copy the body from your log, not from a document. The page does not repair it, since quotes in the message may have changed as well.",
        ),
        Flaw::SingleQuotes => (
            "The quotes are single ones: this is how a program prints an object, not the JSON that Meta sent.",
            "Print the raw body, or `json.dumps(body)` in Python, `JSON.stringify(body)` in JavaScript.",
        ),
        Flaw::BareKey => (
            "The names have no quotes: this is how a program prints an object, not the JSON that Meta sent.",
            "Print the raw body, or `JSON.stringify(body)` in JavaScript.",
        ),
        Flaw::LineBreak => (
            "A text in it is broken over two lines, as by a terminal that wraps lines.",
            "Copy the body from a file, or join the lines.",
        ),
        Flaw::LeftOut => (
            "A part was left out, and dots stand for it.",
            "Copy all of it.",
        ),
        Flaw::Other => (
            "Something stands there that JSON does not allow.",
            "Copy the body as Meta sent it.",
        ),
    };
    let title = match place {
        Some((line, column)) => format!("This stops being JSON at line {line}, column {column}"),
        None => "The JSON inside stops being JSON".to_owned(),
    };
    Explanation {
        title,
        why: vec![why.to_owned()],
        steps: vec![step.to_owned()],
        ..Explanation::default()
    }
}

/// What stands in the way, and what to do.
pub(super) fn hurdle(hurdle: &Hurdle) -> Explanation {
    let (title, why, steps): (&str, &str, &[&str]) = match hurdle {
        Hurdle::OtherPage => (
            "This person wrote to another Page",
            "The Page that you have chosen is not the one of the notification, and a PSID is of use for its own Page only.",
            &[],
        ),
        Hurdle::OtherToken => (
            "This person wrote to another Page",
            "A Page token reads the conversations of its own Page only, and yours is of another Page than the notification.",
            &[
                "Bring a token of that Page from the App Dashboard, or a User token from the Graph API Explorer.",
            ],
        ),
        Hurdle::NotShared => (
            "The Page of this notification is not among yours",
            "Graph lists the Pages that were ticked when the token was made, and this one was not.",
            &[
                "In the Graph API Explorer press Generate Access Token, choose Edit settings in the dialog, and tick the Page.",
            ],
        ),
        Hurdle::Barred => (
            "This token may not read that Page’s conversations",
            "The Page was not ticked when the token was made, or you lack the task `MESSAGING` on it.",
            &[
                "In the Graph API Explorer press Generate Access Token, choose Edit settings in the dialog, and tick the Page.",
                "Or have somebody with full control of the Page give you the task.",
            ],
        ),
        Hurdle::NoConversation => (
            "Graph lists no conversation with this person",
            "It was asked for the conversation of this Page with this PSID, and answered with an empty list. That is no error.",
            &[
                "Without Advanced Access an app sees only conversations with people who have a role on it.",
                "An old notification may be of a conversation that was deleted: write to the Page again.",
            ],
        ),
    };
    let is_of_token = matches!(
        hurdle,
        Hurdle::OtherToken | Hurdle::NotShared | Hurdle::Barred
    );
    Explanation {
        title: title.to_owned(),
        why: vec![why.to_owned()],
        steps: steps.iter().map(ToString::to_string).collect(),
        places: if is_of_token {
            vec![Place::Explorer]
        } else {
            Vec::new()
        },
        ways: if is_of_token {
            vec![Way::NewToken]
        } else {
            Vec::new()
        },
    }
}

/// What else is to be known of an event, and how many more there are of its person.
pub(super) fn note(found: &Found, more: usize) -> String {
    let mut notes = Vec::new();
    if found.what == What::Echo {
        notes.push("from the Page".to_owned());
    }
    if found.was_standby {
        notes.push("another app holds the conversation".to_owned());
    }
    match more {
        0 => {}
        1 => notes.push("and 1 more event".to_owned()),
        more => notes.push(format!("and {more} more events")),
    }
    notes.join(", ")
}
