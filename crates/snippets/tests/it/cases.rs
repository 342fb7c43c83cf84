//! The requests that every language has to write.

use graph_api::endpoints::send_message::{MessagingType, Outgoing, QuickReply};
use graph_api::endpoints::{DebugToken, GetConversation, GetMe, SendMessage};
use graph_api::{
    AccessToken, Call, Carrier, ConversationId, Endpoint as _, GraphVersion, HOST, HttpRequest,
    Method, PageAccessToken, PageId, Param, Psid,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use snippets::{Code, Ink};

pub(crate) const TOKEN: &str = "page-token|of_the.tests~0";
pub(crate) const VARIABLE: &str = "PAGE_ACCESS_TOKEN";
pub(crate) const CARRIERS: [Carrier; 2] = [Carrier::FormBody, Carrier::Query];

/// Texts that break careless quoting, encoding, or reading.
const AWKWARD: [&str; 42] = [
    "",
    " ",
    "  leading and trailing  ",
    "It's",
    "''' \" ' \"'\"'",
    "\"quoted\"",
    "Hello! Wow!! !$ !x !1",
    "$(touch pwned) ${HOME} $HOME $x {$x} %HOME% $env:HOME #{x}",
    "`id` `n `",
    "a\nb",
    "a\r\nb\r",
    "tab\tand \u{1b}[31mred\u{1b}[0m \u{7}\u{8}\u{7f}",
    "👩‍💻 👍🏽 🇩🇪 é e\u{301} ✔\u{fe0f}",
    "@file",
    "@/etc/hosts",
    "%41 %% %s %n 100% %p% %PATH%",
    "a&b=c&access_token=x",
    "a=b",
    "=",
    "1+1=2",
    r"C:\new\table \\ \x41 \u0041 \'",
    "\\",
    "\"\\",
    "\\\" & calc \\\\\" | more ^",
    "#1 # comment // /* -- <!-- ?>",
    "-d @x",
    "--data x",
    "; rm x | y & z > out < in ^ (a)",
    "{a,b} [1-3] * ? ~ {{x}}",
    "\u{202e}drawkcab\u{202c} \u{2066}isolated\u{2069}",
    "zero\u{200b}\u{200d}\u{2060}\u{feff}width \u{ad}\u{e0041}",
    "line\u{2028}separator\u{2029} \u{85}",
    "مرحبا שלום 你好",
    "'\u{200b}' ! it's\u{200b} $x \"y\" `z`",
    "$'\\x41'",
    "EOF\nEOF",
    "'@\n\"@",
    "“curled” ‘quotes’ ‚low„ ‛\u{200b}”",
    "\"\"\" ''' \"# \"## r#",
    "<script>alert(1)</script>",
    "nul \0 and \u{1}1",
    "\u{fffd}\u{10ffff}",
];

/// The awkward ones, some by chance, and a long one.
pub(crate) fn texts() -> Vec<String> {
    let signs =
        r#"([ '"`$(){}\\!#&|;<>*?~=@%^\n\r\t\x00-\x7fx41\u{202e}\u{200b}é😀’“-]|\$'|\\'){0,12}"#;
    let by_chance = prop_oneof![any::<String>(), signs];
    let mut runner = TestRunner::default();
    let mut chance = || by_chance.new_tree(&mut runner).unwrap().current();
    let chance: Vec<_> = (0..10).map(|_| chance()).collect();
    let awkward = AWKWARD.map(str::to_owned).into_iter();
    awkward.chain(chance).chain(["ü'".repeat(1000)]).collect()
}

/// A reply with this text.
pub(crate) fn send(text: &str) -> Call {
    let reply = QuickReply {
        title: "It's \"ok\"".to_owned(),
        payload: text.to_owned(),
    };
    let message = SendMessage {
        page: PageId::parse("322980254230386").unwrap(),
        to: Psid::parse("7569927623102963").unwrap(),
        what: Outgoing::Message {
            text: text.to_owned(),
            quick_replies: vec![reply],
            kind: MessagingType::Response,
        },
    };
    message.call(GraphVersion::default())
}

/// A read with any parameter, such as a later endpoint may have.
pub(crate) fn read(name: &'static str, text: &str) -> Call {
    let mut call = GetMe.call(GraphVersion::default());
    call.params.push(Param::text(name, text));
    call.params.push(Param::text("last", "1"));
    call
}

pub(crate) fn to(origin: &str, call: &Call, carrier: Carrier) -> HttpRequest {
    let token = AccessToken::from(PageAccessToken::new(TOKEN));
    at(origin, carrier.request(call, &token))
}

/// The code with the token in every blank, as the page puts it there.
pub(crate) fn filled(code: &Code, token: &str) -> String {
    let pieces = code.pieces().iter().map(|(ink, text)| match ink {
        Ink::Token => token,
        _ => text,
    });
    pieces.collect()
}

/// Texts that have broken other programs.
pub(crate) fn naughty() -> impl Iterator<Item = String> {
    corpora::texts()
        .into_iter()
        .filter(|text| text.len() < 2000)
}

/// Every text, sent and read, by both carriers; and what is odd otherwise.
pub(crate) fn matrix(origin: &str, texts: &[String]) -> Vec<HttpRequest> {
    let calls = texts
        .iter()
        .flat_map(|text| [send(text), read("after", text)]);
    let mut requests: Vec<_> = carried(origin, calls).chain(odd(origin)).collect();
    // Both carriers send a reply the same way.
    requests.dedup();
    requests
}

/// What is odd by its names, its address, or where its token stands.
pub(crate) fn odd(origin: &str) -> impl Iterator<Item = HttpRequest> {
    let conversation = ConversationId::parse("t_mid.$cAAB:9=").unwrap();
    let calls = [
        read("a b&c=d@e'f\"g%h", "@x"),
        read("", "no name"),
        read("", "nul \0"),
        read("@file", ""),
        read("fields", "a name that comes again"),
        read("Fields", "a name in capitals"),
        GetConversation { conversation }.call(GraphVersion::default()),
        DebugToken.call(GraphVersion::default()),
    ];
    carried(origin, calls.into_iter()).chain(by_hand().map(|request| at(origin, request)))
}

fn carried(origin: &str, calls: impl Iterator<Item = Call>) -> impl Iterator<Item = HttpRequest> {
    calls.flat_map(move |call| CARRIERS.map(|carrier| to(origin, &call, carrier)))
}

/// Requests that no carrier makes, though somebody may.
fn by_hand() -> [HttpRequest; 6] {
    let request = |method, query: &str, body: Option<&str>| HttpRequest {
        method,
        url: format!("{HOST}/v26.0/me{query}"),
        headers: Vec::new(),
        body: body.map(str::to_owned),
    };
    let query = format!("?a=b+%22c%22&access_token={}", TOKEN.replace('|', "%7C"));
    let mut with_headers = request(Method::Get, "?a=b", None);
    with_headers.headers = vec![
        ("authorization".to_owned(), format!("Bearer {TOKEN}")),
        (
            "X-Awkward".to_owned(),
            r#"It's "5" & 6 \ $x `y` %z%"#.to_owned(),
        ),
    ];
    [
        request(Method::Delete, &query, None),
        request(
            Method::Post,
            "",
            Some(&format!("method=delete{}", &query.replace('?', "&"))),
        ),
        request(Method::Post, &query, Some("b=1&b=2")),
        request(Method::Post, &query, None),
        request(Method::Get, "", None),
        with_headers,
    ]
}

fn at(origin: &str, mut request: HttpRequest) -> HttpRequest {
    request.url = request.url.replace(HOST, origin);
    request
}

/// Holds what came to what was to come.
#[track_caller]
pub(crate) fn check_same(origin: &str, sent: &[HttpRequest], seen: &[HttpRequest]) {
    for (sent, seen) in sent.iter().zip(seen) {
        assert_eq!(seen.method, sent.method, "{sent:?}");
        assert_eq!(
            sent.bare_url(),
            format!("{origin}{}", seen.bare_url()),
            "{sent:?}"
        );
        assert_eq!(seen.query(), sent.query(), "{sent:?}");
        assert_eq!(seen.form(), sent.form(), "{sent:?}");
        assert_eq!(seen.form().is_empty(), !sent.has_form(), "{sent:?}");
        for (name, value) in &sent.headers {
            let name = name.to_ascii_lowercase();
            let came = seen.headers.iter().find(|(own, _)| *own == name);
            let came = came.map(|(_, value)| value.as_str()).unwrap_or_default();
            match name.as_str() {
                "content-type" => assert!(came.starts_with(value.as_str()), "{came}"),
                _ => assert_eq!(came, value),
            }
        }
    }
    assert_eq!(seen.len(), sent.len());
}
