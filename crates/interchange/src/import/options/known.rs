//! The options that are known here by name only.

/// Options of one letter that take a value.
pub(super) const SHORT_WITH_VALUE: &str = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

/// Options of one letter without a value that change nothing for this page.
const SHORT_PLAIN: &str = "#0123456789aBfijJklLnNOpqRsSvZ";

/// The long name of an option of one letter; of those that change nothing, one that does not
/// either.
pub(super) fn long_name(letter: char) -> Option<&'static str> {
    Some(match letter {
        'X' => "request",
        'd' => "data",
        'F' => "form",
        'H' => "header",
        'G' => "get",
        'I' => "head",
        'g' => "globoff",
        'u' => "user",
        'b' => "cookie",
        'T' => "upload-file",
        'K' => "config",
        'A' | 'c' | 'e' | 'm' | 'o' | 'w' | 'x' => "output",
        plain if SHORT_PLAIN.contains(plain) => "silent",
        _ => return None,
    })
}

/// Long options that take a value, other than those that are read below.
pub(super) const LONG_WITH_VALUE: [&str; 36] = [
    "user-agent",
    "cookie-jar",
    "referer",
    "max-time",
    "connect-timeout",
    "output",
    "write-out",
    "proxy",
    "proxy-user",
    "retry",
    "retry-delay",
    "retry-max-time",
    "cacert",
    "capath",
    "cert",
    "key",
    "resolve",
    "connect-to",
    "interface",
    "limit-rate",
    "range",
    "max-redirs",
    "max-filesize",
    "ciphers",
    "tls-max",
    "proto",
    "proto-default",
    "noproxy",
    "stderr",
    "trace",
    "trace-ascii",
    "dump-header",
    "unix-socket",
    "dns-servers",
    "expect100-timeout",
    "keepalive-time",
];

/// Long options without a value that change nothing for this page.
pub(super) const LONG_PLAIN: [&str; 31] = [
    "include",
    "silent",
    "show-error",
    "location",
    "insecure",
    "compressed",
    "verbose",
    "fail",
    "fail-with-body",
    "fail-early",
    "http1.0",
    "http1.1",
    "http2",
    "http2-prior-knowledge",
    "http3",
    "ipv4",
    "ipv6",
    "tlsv1.2",
    "tlsv1.3",
    "no-buffer",
    "no-progress-meter",
    "progress-bar",
    "location-trusted",
    "path-as-is",
    "remote-name",
    "raw",
    "tr-encoding",
    "no-keepalive",
    "no-sessionid",
    "globoff",
    "get",
];
