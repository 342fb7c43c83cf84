//! What happens in the world besides requests.

use graph_api::{GraphTime, HttpRequest, Method};
use graph_emulator::{Scenario, World};

const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);

fn later(seconds: i64) -> GraphTime {
    GraphTime::from_unix(NOW.unix() + seconds)
}

fn ask(world: &mut World, now: GraphTime, path: &str, token: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    let url = format!("https://graph.facebook.com/v26.0/{path}{join}access_token={token}");
    let request = HttpRequest {
        method: Method::Get,
        url,
        headers: Vec::new(),
        body: None,
    };
    world.handle(now, &request).response.body
}

fn send(world: &mut World, now: GraphTime, params: &str) -> String {
    let keys = world.keys(now);
    let (psid, token) = (keys.psid, keys.page_token);
    let body = format!("recipient=%7Bid:{psid}%7D&{params}&access_token={token}");
    let url = "https://graph.facebook.com/v26.0/me/messages".to_owned();
    let request = HttpRequest {
        method: Method::Post,
        url,
        headers: Vec::new(),
        body: Some(body),
    };
    world.handle(now, &request).response.body
}

fn write(world: &mut World, now: GraphTime, text: &str) {
    let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
    world.customer_writes(now, &page, &psid, text).unwrap();
}

#[test]
fn the_same_seed_and_time_give_the_same_world() {
    let (mut one, mut same) = (World::new(1, NOW), World::new(1, NOW));
    let mut other = World::new(2, NOW);
    assert_eq!(one.snapshot(), same.snapshot());
    assert_ne!(one.main_page(), other.main_page());
    let token = one.user_token(NOW);
    assert_eq!(
        ask(&mut one, NOW, "me/accounts", &token),
        ask(&mut same, NOW, "me/accounts", &token)
    );
    assert_ne!(token, other.user_token(NOW));
}

#[test]
fn the_practice_customer_has_not_written_in_a_fresh_world() {
    let mut world = World::new(1, NOW);
    let phone = world
        .phone(NOW, world.main_page(), world.customer())
        .unwrap();
    assert_eq!((phone.bubbles.as_slice(), phone.typing), (&[][..], false));
    assert_eq!(world.keys(NOW).conversation_id, None);
    assert!(send(&mut world, NOW, "message={text:hi}").contains("2018001"));
    write(&mut world, NOW, "Hello!");
    assert!(world.keys(NOW).conversation_id.is_some());
    assert!(send(&mut world, NOW, "message={text:hi}").contains("message_id"));
}

#[test]
fn the_phone_shows_what_a_template_says() {
    let mut world = World::new(1, NOW);
    write(&mut world, NOW, "Hello!");
    let payload = "{template_type:generic,elements:[{title:Basil,subtitle:Sun,buttons:[\
        {type:postback,title:Take,payload:P}]},{title:Fern,subtitle:Shade}]}";
    let message = format!("message={{attachment:{{type:template,payload:{payload}}}}}");
    assert!(send(&mut world, NOW, &message).contains("message_id"));
    let world = World::restore(&world.snapshot()).unwrap();
    let phone = world
        .phone(NOW, world.main_page(), world.customer())
        .unwrap();
    let newest = phone.bubbles.last().unwrap();
    assert_eq!(newest.text, "Basil\nSun\n[Take]\n\nFern\nShade");
}

#[test]
fn the_phone_shows_both_sides() {
    let mut world = World::new(1, NOW);
    write(&mut world, NOW, "Hello!");
    send(&mut world, NOW, "sender_action=typing_on");
    let typing = |world: &World, now| {
        world
            .phone(now, world.main_page(), world.customer())
            .unwrap()
            .typing
    };
    assert!(typing(&world, later(19)));
    assert!(!typing(&world, later(21)));
    send(
        &mut world,
        later(1),
        "message={text:Tea%3F,quick_replies:[{content_type:text,title:Yes,payload:Y}]}",
    );
    assert!(!typing(&world, later(2)));
    let phone = world
        .phone(NOW, world.main_page(), world.customer())
        .unwrap();
    let [hello, tea] = phone.bubbles.as_slice() else {
        panic!("{phone:?}")
    };
    assert!(hello.from_customer && !tea.from_customer);
    assert_eq!(
        (tea.text.as_str(), tea.quick_replies.as_slice()),
        ("Tea?", &["Yes".to_owned()][..])
    );
    assert_eq!(tea.time, later(1));
}

#[test]
fn nobody_else_can_write() {
    let mut world = World::new(1, NOW);
    let page = world.main_page().to_owned();
    assert!(world.customer_writes(NOW, &page, "42", "Hello!").is_err());
    assert!(world.customer_writes(NOW, "42", "42", "Hello!").is_err());
    assert_eq!(world.phone(NOW, &page, "42"), None);
}

#[test]
fn a_token_sees_the_pages_that_were_ticked() {
    let mut world = World::new(1, NOW);
    let all: Vec<_> = world.pages().map(|(id, _)| id.to_owned()).collect();
    let ticked = [all[1].clone()];
    let token = world.user_token_for(NOW, &["pages_show_list"], &ticked);
    for path in ["me/accounts", &format!("debug_token?input_token={token}")] {
        let answer = ask(&mut world, NOW, path, &token);
        assert!(answer.contains(&all[1]), "{answer}");
        assert!(!answer.contains(&all[0]), "{answer}");
    }
    assert_eq!(world.page_token(&token, &all[0]), None);
}

#[test]
fn a_snapshot_goes_on_where_it_was_taken() {
    let mut world = World::new(1, NOW);
    write(&mut world, NOW, "Hello! 🌿");
    world.set_scenario(NOW, Scenario::RateLimit);
    let token = world.user_token(NOW);
    ask(&mut world, NOW, "me", &token);
    let snapshot = world.snapshot();
    assert!(snapshot.len() < 64 * 1024, "{} bytes", snapshot.len());
    let mut again = World::restore(&snapshot).unwrap();
    assert_eq!(again.scenario(), Scenario::RateLimit);
    for seconds in [10, 40] {
        let path = "me/accounts";
        let (one, other) = (
            ask(&mut world, later(seconds), path, &token),
            ask(&mut again, later(seconds), path, &token),
        );
        assert_eq!(one, other);
    }
    let other_format = snapshot.replacen("\"format\":1", "\"format\":0", 1);
    assert_eq!(
        World::restore(&other_format).unwrap_err().to_string(),
        "the snapshot has format 0, not 1"
    );
}

#[test]
fn what_an_app_is_subscribed_to_stands_in_the_snapshot() {
    let mut world = World::new(1, NOW);
    let token = world.keys(NOW).page_token;
    let before = world.snapshot();
    let path = "me/subscribed_apps?method=post&subscribed_fields=messages";
    assert_eq!(ask(&mut world, NOW, path, &token), r#"{"success":true}"#);
    let mut world = World::restore(&world.snapshot()).unwrap();
    let path = "me/subscribed_apps";
    let listed = ask(&mut world, NOW, path, &token);
    assert!(
        listed.ends_with(r#""subscribed_fields":["messages"]}]}"#),
        "{listed}"
    );
    // A snapshot without subscriptions looks as it always has.
    assert!(!before.contains("subscribed"));
}

#[test]
fn a_fresh_token_works_when_all_are_expired() {
    let mut world = World::new(1, NOW);
    let old = world.user_token(NOW);
    assert_eq!(world.user_token(NOW), old);
    world.set_scenario(NOW, Scenario::TokenExpired);
    assert!(ask(&mut world, NOW, "me", &old).contains("463"));
    let fresh = world.user_token(NOW);
    assert!(ask(&mut world, NOW, "me", &fresh).contains("\"name\""));
    assert_eq!(world.user_token(NOW), fresh);
    world.set_scenario(NOW, Scenario::None);
    assert!(ask(&mut world, NOW, "me", &old).contains("\"name\""));
}

#[test]
fn nothing_looks_like_a_real_token_and_debug_tells_none() {
    let mut world = World::new(1, NOW);
    let keys = world.keys(NOW);
    assert!(!world.snapshot().contains("EAA"));
    assert!(keys.user_token.starts_with("practice-user-token-"));
    assert!(keys.page_token.starts_with("practice-page-token-"));
    let text = format!("{world:?} {keys:?}");
    assert!(!text.contains("practice-"), "{text}");
}

#[test]
fn pages_of_the_world_are_what_the_readme_says() {
    let world = World::new(1, NOW);
    let names: Vec<_> = world.pages().map(|(_, name)| name).collect();
    let expected = [
        "Maple & Moss Plants",
        "Bluebird Bakery",
        "Harbour Lane Books",
        "Old Mill Bicycles",
    ];
    assert_eq!(names, expected);
    let readme = include_str!("../../README.md");
    for name in names {
        assert!(readme.contains(name), "{name}");
    }
    for scenario in Scenario::ALL {
        assert!(readme.contains(&format!("`{scenario}`")), "{scenario}");
    }
}

#[test]
fn a_webhook_would_get_the_customers_newest_message() {
    let mut world = World::new(1, NOW);
    let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
    assert_eq!(world.notification(&page, &psid), None);
    write(&mut world, NOW, "Hello");
    write(&mut world, later(60), "Are you \"there\"?");
    send(&mut world, later(90), "message=%7Btext:Yes%7D");
    let body = world.notification(&page, &psid).unwrap();
    let start = format!(
        r#"{{"object":"page","entry":[{{"id":"{page}","time":1795435260000,"messaging":[{{"sender":{{"id":"{psid}"}},"recipient":{{"id":"{page}"}},"timestamp":1795435260000,"message":{{"mid":"m_"#
    );
    assert!(body.starts_with(&start), "{body}");
    assert!(
        body.ends_with(r#"","text":"Are you \"there\"?"}}]}]}"#),
        "{body}"
    );
    assert_eq!(world.notification(&page, "1"), None);
}
