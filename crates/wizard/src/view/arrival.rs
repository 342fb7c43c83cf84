//! What came in the page's address: said, since nothing else is done with it.

use crate::event::{Arrival, Event};
use crate::view::parts::{Button, Notice, Tone};

pub(crate) fn notice(arrival: Arrival) -> Notice {
    let (title, body, steps): (_, _, &[_]) = match arrival {
        Arrival::Token => (
            "An access token came in this page’s address",
            "It was taken out and not used. But the browser has written that address to its history, which other devices may share. If it stood after a `?`, the host of this page got it, too.",
            &[
                "Make it invalid: remove its app under Business integrations, in your Facebook settings. A new password does it, too.",
                "Delete that address from the history.",
                "Choose Live here, and paste a new token.",
            ],
        ),
        Arrival::Refusal => (
            "A login came back without a token",
            "Facebook asked somebody to let an app in, and the answer was no: Cancel was pressed, or a permission was not granted. Or the app is not set up for it.",
            &[
                "To log in again, start where that login started.",
                "To go on here, choose Live and paste a token, or practise without one.",
            ],
        ),
        Arrival::Code => (
            "A login code came in this page’s address",
            "It was taken out and not used: no login was begun in this tab, or its code was used already. A code alone is worth nothing here, and it soon expires by itself.",
            &[
                "If your app’s login is to end at its own server, let it redirect there.",
                "To go on here, choose Live and paste a token, or practise without one.",
            ],
        ),
    };
    let notice = Notice::new(Tone::Bad, title, &[body])
        .steps(steps)
        .button(Button::plain("Hide this", Event::ArrivalDismissed));
    match arrival {
        Arrival::Token => notice.link(
            "Business integrations",
            "https://www.facebook.com/settings?tab=business_tools",
        ),
        _ => notice,
    }
}
