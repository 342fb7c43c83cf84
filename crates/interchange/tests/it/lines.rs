//! Command lines as people paste them, and the request that each becomes.

use expect_test::Expect;
use interchange::{FoundToken, Imported, import};

mod addresses;
mod damage;
mod meta;
mod options;
mod refused;
mod tools;

/// The request in lines, and behind it what was mended.
fn shown(line: &str) -> String {
    match import(line) {
        Ok(imported) => request(&imported),
        Err(problem) => format!("refused: {problem}"),
    }
}

fn request(imported: &Imported) -> String {
    let version = imported.version.map(|version| format!("{version} "));
    let version = version.unwrap_or_default();
    let mut lines = vec![format!("{} {version}{}", imported.method, imported.path)];
    lines.extend(
        imported
            .query
            .iter()
            .map(|(name, value)| format!("? {name}={value}")),
    );
    lines.extend(
        imported
            .form
            .iter()
            .map(|(name, value)| format!("+ {name}={value}")),
    );
    lines.extend(imported.token.iter().map(|token| match token {
        FoundToken::Token => "token".to_owned(),
        FoundToken::Placeholder(kind) => format!("token to come: {kind:?}"),
        FoundToken::Unusable(problem) => format!("no token: {problem}"),
    }));
    lines.extend(
        imported
            .repairs
            .iter()
            .map(|repair| format!("~ {repair:?}")),
    );
    lines.join("\n")
}

#[expect(clippy::needless_pass_by_value, reason = "as it is written in a test")]
fn check(line: &str, expected: Expect) {
    expected.assert_eq(&shown(line));
}
