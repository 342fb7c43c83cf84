//! `application/x-www-form-urlencoded`, written and read as browsers do.

/// Adds a parameter to a query or a form.
pub fn append(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    encode(form, name);
    form.push('=');
    encode(form, value);
}

/// The parameters of a query or a form.
#[must_use]
pub fn parse(form: &str) -> Vec<(String, String)> {
    let pairs = form.split('&').filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    };
    pairs.map(pair).collect()
}

/// Adds a text; a space becomes `+`.
pub fn encode(encoded: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b' ' => encoded.push('+'),
            b'*' | b'-' | b'.' | b'_' => encoded.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            _ => encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// A text for any place of an address; a space becomes `%20`.
#[must_use]
pub fn percent(text: &str) -> String {
    let mut encoded = String::new();
    encode(&mut encoded, text);
    encoded.replace('+', "%20")
}

fn digit(value: u8) -> char {
    char::from_digit(value.into(), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

/// What escapes nothing stands for itself; what is not UTF-8 becomes U+FFFD.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match first {
            b'+' => (b' ', after),
            b'%' => escaped(after).unwrap_or((b'%', after)),
            other => (*other, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits stand for, and what follows.
fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let [high, low, after @ ..] = text else {
        return None;
    };
    let value = |digit: &u8| char::from(*digit).to_digit(16);
    let byte = u8::try_from(value(high)? * 16 + value(low)?).ok()?;
    Some((byte, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn written_as_browsers_do(pairs in prop::collection::vec((any::<String>(), any::<String>()), 0..4)) {
            let mut form = String::new();
            let mut theirs = form_urlencoded::Serializer::new(String::new());
            for (name, value) in &pairs {
                append(&mut form, name, value);
                theirs.append_pair(name, value);
            }
            prop_assert_eq!(&form, &theirs.finish());
            prop_assert_eq!(parse(&form), pairs);
        }

        #[test]
        fn read_as_browsers_do(form in "[a+%=&0-9A-Fgä\u{0}]{0,16}") {
            let theirs: Vec<_> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
            prop_assert_eq!(parse(&form), theirs);
        }
    }
}
