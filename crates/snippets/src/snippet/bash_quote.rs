//! Quoting for bash: whatever the text, it arrives as one argument with the same bytes.

use crate::text::is_hidden;

/// The text as one word.
///
/// Single quotes, in which nothing has a meaning. A text with characters that a terminal or an
/// editor does not show as they are goes into `$'…'`, with those bytes as escapes: so nothing is
/// hidden from the person who reads before pasting, and the word stays on one line.
///
/// An argument ends at a NUL; it is shown as U+FFFD. Parameters with one never come here.
pub(crate) fn quote(text: &str) -> String {
    match text.chars().any(is_hidden) {
        true => format!("$'{}'", text.chars().map(escaped).collect::<String>()),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

/// Inside `$'…'`. The quote and the `!` are escaped by number, since an interactive shell looks for
/// its history before it looks at `\'`. Bytes rather than `\u`, which depends on the locale.
fn escaped(c: char) -> String {
    match c {
        '\0' => "\u{fffd}".to_owned(),
        '\\' => r"\\".to_owned(),
        '\n' => r"\n".to_owned(),
        '\r' => r"\r".to_owned(),
        '\t' => r"\t".to_owned(),
        c if matches!(c, '\'' | '!') || is_hidden(c) => {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("\\x{byte:02x}")).collect()
        }
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use proptest::prelude::*;

    use super::*;

    /// What the shell makes of the words; nothing where there is no such shell.
    fn read_back(shell: &str, locale: &str, words: &[String]) -> Option<Vec<String>> {
        // What Windows calls bash is another machine.
        let shell = if cfg!(windows) {
            "no-such-shell"
        } else {
            shell
        };
        let child = Command::new(shell)
            .env("LC_ALL", locale)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut child) = child else {
            eprintln!("not run: this needs {shell}");
            return None;
        };
        let mut stdin = child.stdin.take().unwrap();
        let script: String = words.iter().map(|word| format!(" {word}")).collect();
        // Written from beside, so that neither pipe fills up.
        let writer = std::thread::spawn(move || {
            writeln!(stdin, "printf '%s\\0'{script}").unwrap();
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let output = String::from_utf8(output.stdout).unwrap();
        Some(output.split_terminator('\0').map(str::to_owned).collect())
    }

    fn check(shell: &str, locale: &str, texts: &[String]) {
        let words: Vec<_> = texts.iter().map(|text| quote(text)).collect();
        if let Some(read) = read_back(shell, locale, &words) {
            assert_eq!(read, texts, "{shell} {locale}");
        }
    }

    fn awkward() -> impl Strategy<Value = String> {
        let text =
            r#"([ '"`$(){}\\!#&|;<>*?~=@%\n\r\t\x01-\x7fx41\u{202e}\u{200b}é😀-]|\$'|\\'){0,12}"#;
        prop_oneof![any::<String>(), text].prop_map(|text| text.replace('\0', ""))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20))]
        #[test]
        fn any_text_survives_real_shells(texts in proptest::collection::vec(awkward(), 100)) {
            check("bash", "C", &texts);
            check("bash", "C.UTF-8", &texts);
            let shown: Vec<_> = texts.into_iter().filter(|text| !text.chars().any(is_hidden)).collect();
            check("sh", "C", &shown);
            check("dash", "C.UTF-8", &shown);
        }

        #[test]
        fn a_word_is_one_line_and_shows_everything(text in awkward()) {
            prop_assert!(!quote(&text).chars().any(is_hidden));
        }
    }

    #[test]
    fn words_read_well() {
        assert_eq!(quote(""), "''");
        assert_eq!(quote("It's"), r"'It'\''s'");
        assert_eq!(quote("a\nb!\u{202e}"), r"$'a\nb\x21\xe2\x80\xae'");
        assert_eq!(quote("a\0b"), "$'a\u{fffd}b'");
    }
}
