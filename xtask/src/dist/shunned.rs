//! What the page does without, and what no file of it may therefore hold.

use super::Files;

/// Ways to run text as code, other places to keep things, and other ways to the network. A script
/// calls them by name; WebAssembly reaches them through a script only.
const IN_SCRIPTS: [&str; 18] = [
    "innerHTML",
    "outerHTML=",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "eval(",
    "new Function",
    "localStorage",
    "indexedDB",
    "document.cookie",
    "cookieStore",
    "serviceWorker",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "importScripts",
];

/// What a request would say that asks for a token, or knows an app secret. `client_secret` by itself
/// is among the keys that the page masks in answers.
const ANYWHERE: [&str; 5] = [
    "response_type=token",
    "client_secret=",
    "fb_exchange_token",
    "appsecret_proof",
    "grant_type",
];

/// The words that stand in files of the page all the same.
pub(super) fn problems(files: &Files) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, bytes) in files {
        let scripts = IN_SCRIPTS.iter().filter(|_| name.ends_with(".js"));
        for word in scripts.chain(&ANYWHERE).filter(|word| holds(bytes, word)) {
            problems.push(format!("{name} holds {word}, which the page does without"));
        }
    }
    problems
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, count: usize) {
        let files = Files::from([(name.to_owned(), text.as_bytes().to_vec())]);
        assert_eq!(problems(&files).len(), count, "{name}: {text}");
    }

    #[test]
    fn words_are_found_where_they_matter() {
        check("a.js", "x.innerHTML=y;new Function(\"z\")", 2);
        check("a.js", "sessionStorage.setItem(evaluate(x))", 0);
        check("a_bg.wasm", "\0asm localStorage", 0);
        check("a_bg.wasm", "\0asm ?appsecret_proof=", 1);
        check("index.html", "dialog/oauth?response_type=token", 1);
    }
}
