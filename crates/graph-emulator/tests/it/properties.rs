//! Any request at all gets an answer of Graph's shape.

use graph_api::{GraphTime, HttpRequest, Method};
use graph_emulator::{Scenario, World};
use proptest::prelude::*;
use serde_json::Value;

const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);

/// Words that lead somewhere, and any others. `%name%` stands for what is known by that name.
fn word() -> impl Strategy<Value = String> {
    let known = [
        "",
        "me",
        "accounts",
        "permissions",
        "conversations",
        "messages",
        "subscribed_apps",
        "subscribed_fields",
        "feed",
        "debug_token",
        "v26.0",
        "v14.0",
        "v99",
        "%user%",
        "%page%",
        "%app%",
        "%page_id%",
        "%psid%",
        "%conversation%",
        "%message%",
        "t_1",
        "m_1",
        "messages{message,from}",
        "participants{name}",
        "fields",
        "id",
        "limit",
        "after",
        "before",
        "access_token",
        "method",
        "get",
        "post",
        "delete",
        "recipient",
        "message",
        "sender_action",
        "typing_on",
        "{id:%psid%}",
        "{text:'hi'}",
        "-1",
        "0",
        "5",
        "conversations.limit(2){messages.limit(1){id,attachments}}",
        "messaging_type",
        "tag",
        "platform",
        "user_id",
        "input_token",
        "summary",
        "ids",
        "date_format",
        "99999999999999",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => r#"[{}\[\]()'",:.a-z0-9\\]{0,20}"#,
    ]
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec((word(), word()), 0..7)
}

#[derive(Debug, Clone)]
struct Sketch {
    method: Method,
    path: Vec<String>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Option<Body>,
    token: Option<String>,
}

#[derive(Debug, Clone)]
enum Body {
    Form(Vec<(String, String)>),
    Text(String),
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let method = prop_oneof![Just(Method::Get), Just(Method::Post), Just(Method::Delete)];
    let body = prop_oneof![
        Just(None),
        pairs().prop_map(|pairs| Some(Body::Form(pairs))),
        "\\PC{0,40}".prop_map(|text| Some(Body::Text(text))),
        pairs().prop_map(|pairs| {
            let object = pairs
                .into_iter()
                .map(|(name, value)| (name, Value::from(value)));
            Some(Body::Text(Value::Object(object.collect()).to_string()))
        }),
    ];
    let token = proptest::option::weighted(
        0.8,
        proptest::sample::select(vec!["%user%", "%page%", "%app%"]),
    );
    let headers = prop_oneof![
        Just(Vec::new()),
        Just(vec![(
            "Content-Type".to_owned(),
            "application/json".to_owned()
        )]),
        word().prop_map(|token| vec![("Authorization".to_owned(), format!("Bearer {token}"))]),
    ];
    let path = proptest::collection::vec(word(), 0..4);
    (method, path, pairs(), headers, body, token).prop_map(
        |(method, path, query, headers, body, token)| Sketch {
            method,
            path,
            query,
            headers,
            body,
            token: token.map(str::to_owned),
        },
    )
}

struct Known(Vec<(&'static str, String)>);

impl Known {
    fn of(world: &mut World) -> Self {
        let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
        world.customer_writes(NOW, &page, &psid, "Hello!").unwrap();
        let keys = world.keys(NOW);
        Self(vec![
            ("%user%", keys.user_token),
            ("%page%", keys.page_token),
            ("%app%", keys.app_token),
            ("%page_id%", page),
            ("%psid%", psid),
            ("%conversation%", keys.conversation_id.unwrap()),
        ])
    }

    fn fill(&self, text: &str) -> String {
        let known = self.0.iter();
        known.fold(text.to_owned(), |text, (name, value)| {
            text.replace(name, value)
        })
    }

    fn form(&self, pairs: &[(String, String)]) -> String {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (self.fill(name), self.fill(value)));
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish()
    }

    fn request(&self, sketch: &Sketch) -> HttpRequest {
        let mut query = sketch.query.clone();
        query.extend(
            sketch
                .token
                .clone()
                .map(|token| ("access_token".to_owned(), token)),
        );
        let path: Vec<_> = sketch.path.iter().map(|word| self.fill(word)).collect();
        HttpRequest {
            method: sketch.method,
            url: format!(
                "https://graph.facebook.com/{}?{}",
                path.join("/"),
                self.form(&query)
            ),
            headers: sketch
                .headers
                .iter()
                .map(|(name, value)| (name.clone(), self.fill(value)))
                .collect(),
            body: sketch.body.as_ref().map(|body| match body {
                Body::Form(pairs) => self.form(pairs),
                Body::Text(text) => self.fill(text),
            }),
        }
    }
}

proptest! {
    #[test]
    fn every_request_gets_an_answer_of_graphs_shape(
        sketches in proptest::collection::vec(sketch(), 1..8),
        scenario in proptest::sample::select(Scenario::ALL.to_vec()),
    ) {
        let mut world = World::new(7, NOW);
        let known = Known::of(&mut world);
        world.set_scenario(NOW, scenario);
        for sketch in &sketches {
            let reply = world.handle(NOW, &known.request(sketch));
            let response = reply.response;
            prop_assert!(response.headers.iter().all(|(_, value)| value.chars().all(|c| !c.is_control())));
            prop_assert!((50..1000).contains(&reply.delay_ms));
            if scenario == Scenario::GraphDown {
                prop_assert_eq!(response.status, 502);
                continue;
            }
            prop_assert!(response.body.is_ascii());
            let body: Value = serde_json::from_str(&response.body).unwrap();
            prop_assert!(body.is_object());
            match body.get("error") {
                None => prop_assert_eq!(response.status, 200),
                Some(error) => {
                    prop_assert!([200, 400, 403, 500].contains(&response.status));
                    prop_assert!(error["message"].is_string() && error["type"].is_string());
                    prop_assert!(error["code"].is_u64() && error["fbtrace_id"].is_string());
                }
            }
        }
        let snapshot = world.snapshot();
        prop_assert_eq!(World::restore(&snapshot).unwrap().snapshot(), snapshot);
    }

    #[test]
    fn any_address_is_survived(url in "\\PC{0,60}", body in "\\PC{0,60}") {
        let mut world = World::new(7, NOW);
        for method in [Method::Get, Method::Post, Method::Delete] {
            let request = HttpRequest { method, url: url.clone(), headers: Vec::new(), body: Some(body.clone()) };
            world.handle(NOW, &request);
        }
    }

    #[test]
    fn any_snapshot_is_survived(text in "\\PC{0,60}", now in any::<i64>()) {
        prop_assert!(World::restore(&text).is_err());
        let now = GraphTime::from_unix(now / 4);
        let mut world = World::new(7, now);
        let known = Known::of(&mut world);
        let token = known.fill("%page%");
        let url = format!("https://graph.facebook.com/me/conversations?fields=updated_time,messages{{created_time}}&access_token={token}");
        let request = HttpRequest { method: Method::Get, url, headers: Vec::new(), body: None };
        world.handle(now, &request);
    }
}
