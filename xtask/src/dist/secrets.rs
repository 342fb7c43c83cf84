//! Text in the built files that looks like a secret of Meta's platform.

/// The first thing in a file that looks like an access token or an app secret.
pub(super) fn find(bytes: &[u8]) -> Option<String> {
    let text = without_integrity(bytes);
    words(&text)
        .find(|word| is_token(word) || is_app_secret(word))
        .map(|word| {
            let shown = word.get(..8).unwrap_or(word);
            format!(
                "{}… ({} characters)",
                String::from_utf8_lossy(shown),
                word.len()
            )
        })
}

/// An integrity is 64 characters by chance, and now and then they look like a token.
fn without_integrity(bytes: &[u8]) -> Vec<u8> {
    const MARK: &[u8] = b"sha384-";
    const LENGTH: usize = 64;
    let mut rest = bytes;
    let mut text = Vec::new();
    while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) {
        let (before, after) = rest.split_at(at + MARK.len());
        text.extend_from_slice(before);
        rest = after.get(LENGTH..).unwrap_or_default();
    }
    text.extend_from_slice(rest);
    text
}

/// Runs of letters and digits.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| !byte.is_ascii_alphanumeric())
        .filter(|word| word.len() >= 23)
}

/// `EAA` and at least 20 letters and digits, anywhere in the run.
fn is_token(word: &[u8]) -> bool {
    let mut starts = word
        .windows(3)
        .enumerate()
        .filter(|(_, three)| *three == b"EAA");
    starts.any(|(at, _)| word.len() - at >= 23)
}

/// 32 hexadecimal digits, letters among them and digits too, and nothing else.
fn is_app_secret(word: &[u8]) -> bool {
    let hexadecimal = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    word.len() == 32
        && word.iter().all(hexadecimal)
        && word.iter().any(u8::is_ascii_digit)
        && word.iter().any(u8::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Put together here, so that this file has no token in it either.
    fn token() -> String {
        format!("EA{}", "AG7".repeat(20))
    }

    #[test]
    fn a_token_is_found_in_any_file() {
        let file = [b"\0asm", token().as_bytes(), b"\0"].concat();
        assert!(find(&file).is_some());
        assert!(find(format!("x{}", token()).as_bytes()).is_some());
    }

    #[test]
    fn it_is_not_repeated_in_full() {
        assert!(!find(token().as_bytes()).unwrap().contains(&token()));
    }

    #[test]
    fn an_app_secret_is_found() {
        assert!(find("secret: '0123456789abcdef0123456789abcdef'".as_bytes()).is_some());
    }

    #[test]
    fn an_integrity_is_no_secret_and_hides_none() {
        let chance = format!("{}{}", token(), "b".repeat(64));
        let tag = format!("integrity=sha384-{}> ", &chance[..64]);
        assert_eq!(find(tag.as_bytes()), None);
        assert!(find(format!("{tag}{}", token()).as_bytes()).is_some());
    }

    #[test]
    fn placeholders_hashes_and_tables_are_no_secrets() {
        assert_eq!(
            find(b"EAAB... $PAGE_ACCESS_TOKEN first-reply-0123456789abcdef.js"),
            None
        );
        assert_eq!(find(b"00010203040506070809101112131415161718192021"), None);
        assert_eq!(find("0".repeat(32).as_bytes()), None);
    }
}
