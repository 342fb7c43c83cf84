//! The headers of each file. `dist/_headers` and `docs/hosting.md` give them to other hosts.

/// A header: its name and its value.
pub(crate) type Header = (&'static str, String);

/// Sent with every file.
const ALWAYS: [(&str, &str); 6] = [
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), \
         clipboard-read=(), clipboard-write=(self)",
    ),
    ("Referrer-Policy", "no-referrer"),
    (
        "Strict-Transport-Security",
        "max-age=31536000; includeSubDomains",
    ),
    ("X-Content-Type-Options", "nosniff"),
];

/// The headers of a file, but for those that depend on its encoding.
pub(crate) fn of_file(name: &str, policy: &str) -> Vec<Header> {
    let mut headers = of_all(policy);
    headers.extend(of_one(name));
    headers
}

/// The headers that are the same for all files.
pub(crate) fn of_all(policy: &str) -> Vec<Header> {
    let always = ALWAYS.map(|(name, value)| (name, value.to_owned()));
    let policy = ("Content-Security-Policy", policy.to_owned());
    always.into_iter().chain([policy]).collect()
}

/// The headers that depend on the file.
pub(crate) fn of_one(name: &str) -> [Header; 2] {
    [
        ("Cache-Control", cache_control(name).to_owned()),
        ("Content-Type", content_type(name).to_owned()),
    ]
}

/// The page itself is never kept; a file named after its content never changes; others may.
fn cache_control(name: &str) -> &'static str {
    if name == "index.html" {
        "no-store"
    } else if is_named_after_content(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether Trunk put a hash into the name: `style-0f3a….css`, `first-reply-0f3a…_bg.wasm`.
fn is_named_after_content(name: &str) -> bool {
    let words = name.split(['-', '_', '.', '/']);
    words.skip(1).any(|word| {
        (12..=16).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// A wrong type stops WebAssembly from streaming, and modules from loading at all.
fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        let immutable = "public, max-age=31536000, immutable";
        assert_eq!(cache_control("index.html"), "no-store");
        assert_eq!(cache_control("boot.js"), "no-cache");
        assert_eq!(cache_control("practice-worker_bg.wasm"), "no-cache");
        assert_eq!(cache_control("style-7f2a9c01b3d4e5f6.css"), immutable);
        assert_eq!(
            cache_control("first-reply-7f2a9c01b3d4e5f_bg.wasm"),
            immutable
        );
    }

    #[test]
    fn types_are_what_browsers_insist_on() {
        assert_eq!(content_type("a_bg.wasm"), "application/wasm");
        assert_eq!(content_type("boot.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn every_file_carries_the_policy() {
        let headers = of_file("a.wasm", "default-src 'none'");
        let policy = headers
            .iter()
            .find(|(name, _)| *name == "Content-Security-Policy");
        assert_eq!(policy.unwrap().1, "default-src 'none'");
        assert_eq!(headers.len(), ALWAYS.len() + 3);
    }
}
