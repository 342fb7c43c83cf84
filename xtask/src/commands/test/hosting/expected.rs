//! What every host should send, and what one does not.

use anyhow::Result;

use super::client::{self, Answer};
use crate::{
    dist,
    site::{headers, policy},
};

/// A file that was there before the page was built anew.
const GONE: &str = "gone-0123456789abcdef.js";

/// What a host packs when the browser takes it, in bytes: less is not worth it.
const WORTH_PACKING: usize = 1_000;

/// Everything in which the page at an address differs from what our own server is meant to send.
pub(super) fn problems(host: &str, address: &str, files: &dist::Files) -> Vec<String> {
    let policy = policy::of_files(files);
    let mut problems = Vec::new();
    let mut ask = |path: &str, check: &dyn Fn(&str) -> Result<Vec<String>>| {
        let address = format!("{address}{path}");
        let found = check(&address).unwrap_or_else(|error| vec![format!("{error:#}")]);
        problems.extend(
            found
                .into_iter()
                .map(|what| format!("{host}, {address}: {what}")),
        );
    };
    let index = files
        .get_key_value("index.html")
        .map(|(_, bytes)| ("", "index.html", bytes));
    let named = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), name.as_str(), bytes));
    for (path, name, bytes) in named.chain(index) {
        ask(path, &|address| {
            let answer = client::get(address, "identity")?;
            let mut found = differences(&answer, &headers::of_file(name, &policy));
            if (answer.status, &answer.body) != (200, bytes) {
                found.push(format!("another file, or none ({})", answer.status));
            }
            if bytes.len() > WORTH_PACKING {
                found.extend(unpacked(&client::get(address, "gzip")?));
            }
            Ok(found)
        });
    }
    ask(GONE, &|address| {
        let answer = client::get(address, "identity")?;
        let mut found = differences(&answer, &headers::of_all(&policy));
        if answer.status != 404 {
            found.push(format!("{} for a file that is not there", answer.status));
        }
        if answer
            .all("Cache-Control")
            .iter()
            .any(|value| value.contains("immutable"))
        {
            found.push("that a file is not there is kept for good".to_owned());
        }
        Ok(found)
    });
    problems
}

fn differences(answer: &Answer, expected: &[headers::Header]) -> Vec<String> {
    let differs = |(name, value): &&headers::Header| answer.all(name) != [value.as_str()];
    let all = expected.iter().filter(differs);
    all.map(|(name, value)| format!("{name} is {:?}, and should be {value:?}", answer.all(name)))
        .collect()
}

fn unpacked(answer: &Answer) -> Option<String> {
    let varies = answer
        .all("Vary")
        .iter()
        .any(|value| value.contains("Accept-Encoding"));
    let packed = answer.all("Content-Encoding") == ["gzip"];
    (!varies || !packed).then(|| "not packed with gzip, or without saying so in Vary".to_owned())
}
