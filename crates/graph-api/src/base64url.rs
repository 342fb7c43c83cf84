//! Base64 as addresses and ID tokens carry it: RFC 4648, section 5, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = 0;
        for at in 0..3 {
            bits = bits << 8 | group.get(at).map_or(0, |byte| usize::from(*byte));
        }
        for at in 0..=group.len() {
            let digit = ALPHABET.get(bits >> (18 - 6 * at) & 63);
            text.extend(digit.map(|digit| char::from(*digit)));
        }
    }
    text
}

/// Reads bytes; none when a character is not in the alphabet.
pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text {
        let value = ALPHABET.iter().position(|own| own == digit)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 255) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn written_as_the_standard_has_it() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"\xfb\xff\xbf", "-_-_"),
        ] {
            assert_eq!(encode(bytes), text);
        }
        assert_eq!(decode(b"Zm9v="), None);
        assert_eq!(decode("é".as_bytes()), None);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(decode(encode(&bytes).as_bytes()), Some(bytes));
        }
    }
}
