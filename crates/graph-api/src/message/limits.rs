//! What Graph allows, as far as Meta says.
//!
//! Lengths are in characters, as Meta writes; which characters those are is not documented. Unicode
//! scalar values are the fewest that a text can have in any usual count (UTF-16 units and bytes are at
//! least as many), so a text that is too long by them is too long by any.

pub use crate::endpoints::send_message::{
    QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT, TEXT_LIMIT,
};

/// The longest payload of a quick reply or a postback button, in characters. Both are documented
/// ("Quick replies", "Postback button"); seen refused: "Length of param [buttons][1][payload] must be
/// less than or equal to 1000".
pub const PAYLOAD_LIMIT: usize = 1000;
/// The longest text of a button template, in characters ("Button template", April 2026).
pub const BUTTON_TEXT_LIMIT: usize = 640;
/// The most buttons below a button template or on a card ("Button template", "Generic template");
/// seen refused: 105, "param `name_placeholder[buttons]` has too many elements".
pub const BUTTONS_LIMIT: usize = 3;
/// The longest title of a button, in characters ("URL button"). Longer ones have been seen to arrive,
/// and to be shown cut: whether Graph refuses them is not known.
pub const BUTTON_TITLE_LIMIT: usize = 20;
/// The most cards of a generic template ("Generic template").
pub const CARDS_LIMIT: usize = 10;
/// The longest title of a card, in characters ("Generic template"). Longer ones have been seen to
/// arrive, and to be shown cut: whether Graph refuses them is not known.
pub const CARD_TITLE_LIMIT: usize = 80;
/// The longest subtitle of a card, in characters; else as with [`CARD_TITLE_LIMIT`].
pub const CARD_SUBTITLE_LIMIT: usize = 80;

/// Whether a text is an address that Graph takes for one: http or https, with a host and no spaces.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let has_space = text.chars().any(|c| c.is_whitespace() || c.is_control());
    host.is_some_and(|host| !host.is_empty()) && !has_space
}

/// Whether a text is a phone number as a call button needs it: `+`, country code, number ("Call
/// button", June 2026). The longest number there is has 15 digits (E.164).
#[must_use]
pub fn is_phone_number(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, address: bool, phone_number: bool) {
        assert_eq!(is_address(text), address, "{text}");
        assert_eq!(is_phone_number(text), phone_number, "{text}");
    }

    #[test]
    fn addresses_and_phone_numbers_are_told_from_other_texts() {
        check("https://shop.example/a?b=c#d", true, false);
        check("HTTP://shop.example", true, false);
        check("https://münchen.example/ä", true, false);
        check("https://", false, false);
        check("https:///path", false, false);
        check("https://a b.example", false, false);
        check("//shop.example", false, false);
        check("javascript:alert(1)", false, false);
        check("😀", false, false);
        check("+15105550123", false, true);
        check("+1510", false, false);
        check("+1 510 555 0123", false, false);
        check("15105550123", false, false);
        check("+1234567890123456", false, false);
        check("", false, false);
    }
}
