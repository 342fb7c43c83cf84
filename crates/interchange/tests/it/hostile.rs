//! What must not break the reader of command lines, or take its time.

use std::time::{Duration, Instant};

use interchange::{IMPORT_LIMIT, ImportError, import};
use proptest::prelude::*;

#[test]
fn what_is_too_long_is_refused() {
    let line = format!(
        "curl https://graph.facebook.com/me?a={}",
        "a".repeat(1_000_000)
    );
    assert_eq!(import(&line), Err(ImportError::TooLong));
}

/// Each repeated up to the limit: a reader that looks at everything again for each would not end.
const REPEATED: [&str; 25] = [
    "curl ", "s", "\"", "'", "\\", "\\\n", "^", "`", "`\n", "$(", "$'", "“", "‘", "<", "a={",
    "&a={", "{", "[", "(", "&", "?a=&", " -d", " -d @", "\n", "{'a':",
];

const STARTS: [&str; 6] = [
    "",
    "curl ",
    "s",
    "curl \"https://graph.facebook.com/me?",
    "curl -d 'message={",
    "curl -",
];

fn long(start: &str, repeated: &str) -> String {
    let times = (IMPORT_LIMIT - start.len()) / repeated.len();
    format!("{start}{}", repeated.repeat(times))
}

fn time(text: &str) -> Duration {
    let begun = Instant::now();
    let _ = import(text);
    begun.elapsed()
}

/// A reader that goes back takes more than a thousand times as long as one that does not, which takes
/// three times as long as for a plain text of the same length.
#[test]
fn long_texts_are_read_in_one_go() {
    const MOST: u32 = 200;
    let plain = time(&long("curl ", "s"));
    let mut slowest = (Duration::ZERO, "", "");
    let mut tried = 0;
    for repeated in REPEATED {
        for start in STARTS {
            slowest = slowest.max((time(&long(start, repeated)), start, repeated));
            tried += 1;
        }
    }
    println!("tried: {tried} long texts; the slowest, {slowest:?}, beside {plain:?}");
    assert!(slowest.0 < plain * MOST, "{slowest:?}, beside {plain:?}");
}

#[test]
fn a_refusal_tells_no_secret() {
    let token = format!("{}{}", "EA", "Ab0123456789abcdefghijklmnopqrstuv");
    for line in [
        token.clone(),
        format!("curl https://graph.facebook.com/v26.0/{token}/me"),
        format!("curl https://{token}@graph.facebook.com/me"),
        format!("curl https://{token}.example/me"),
        format!("curl -X {token} https://graph.facebook.com/me"),
        format!("curl -d @{token} https://graph.facebook.com/me"),
        format!("curl --{token} -H '{token}: 1' https://graph.facebook.com/me"),
        format!(
            "curl https://graph.facebook.com/me -d x={token} -d {token}=x -d access_token={token}"
        ),
    ] {
        match import(&line) {
            Err(problem) => {
                assert!(
                    !format!("{problem} {problem:?}").contains(&token),
                    "{problem:?}"
                );
            }
            Ok(imported) => {
                assert!(!format!("{imported:?}").contains(&token), "{imported:?}");
                for repair in imported.repairs {
                    assert!(!repair.to_string().contains(&token), "{repair}");
                }
            }
        }
    }
}

fn noise() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "(curl|curl.exe|-[XdFHGgIu]|--(url|data|data-raw|data-urlencode|json|header|get|request)=?| |\n|\\\\\n|\\^\n|`\n){1,3}",
        "(https://graph.facebook.com|/v26.0|/me|\\?|&|=|message|access_token|\\{|\\}|id|:|,){1,6}",
        "[\"'“”‘’`$()\\\\^<>|;&{}\\[\\]#@%!~*]{1,4}",
        any::<String>(),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in noise()) {
        if let Ok(imported) = import(&text) {
            prop_assert!(imported.path.starts_with('/'));
            for repair in imported.repairs {
                prop_assert!(repair.to_string().ends_with('.'), "{}", repair);
            }
        }
    }
}
