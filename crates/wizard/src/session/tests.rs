use super::*;
use graph_api::json;
use graph_api::{AppId, ConversationId, MessageId, PageAccessToken, PageId, Psid, UserAccessToken};
use proptest::prelude::*;

use crate::event::Text;
use crate::login::Begun;
use crate::model::{Mode, Page, Person};

fn full() -> Model {
    let mut model = Model {
        mode: Mode::Live,
        theme: Theme::Dark,
        ..Model::default()
    };
    model.held.user_token = Some(UserAccessToken::new("user-token-1"));
    model.held.page_token = Some(PageAccessToken::new("page-token-1"));
    model.held.page = Some(Page {
        id: PageId::parse("42").unwrap(),
        name: "Café".to_owned(),
    });
    let psid = Psid::parse("7").unwrap();
    model.held.person = Some(Person { psid, name: None });
    model.held.conversation = ConversationId::parse("t_1").ok();
    model.held.sent = MessageId::parse("m_1").ok();
    model.composer.text = Text("Hello \"you\"\n".to_owned());
    model.composer.quick_replies = vec!["Yes".to_owned(), "No".to_owned()];
    model.composer.kind = MessagingType::Tagged(MessageTag::CustomerFeedback);
    model.practice.snapshot = Some(Text("{}".to_owned()));
    model.login.app = " 4242 ".into();
    model.login.config = "77".into();
    model.login.begun = Some(Begun {
        app: AppId::parse("42").unwrap(),
        keys: graph_api::LoginKeys::of_random(&std::array::from_fn(|at| at as u8)),
    });
    model
}

fn stored() -> Object {
    match json::parse(&full().session().unwrap()).unwrap() {
        Value::Object(stored) => stored,
        other => panic!("{other}"),
    }
}

fn restored(stored: Object) -> Model {
    Model::restore(&Value::Object(stored).to_string())
        .unwrap()
        .0
}

#[test]
fn what_was_stored_comes_back() {
    let (before, after) = (full(), restored(stored()));
    assert_eq!((after.mode, after.theme), (before.mode, before.theme));
    assert_eq!(format!("{:?}", after.held), format!("{:?}", before.held));
    assert_eq!(after.held.user_token, before.held.user_token);
    assert_eq!(after.held.page_token, before.held.page_token);
    assert_eq!(after.login.begun, before.login.begun);
    assert_eq!(after.login.app.0, "4242");
    assert_eq!(after.login.config.0, "77");
    assert_eq!(after.composer.text.0, before.composer.text.0);
    assert_eq!(after.composer.quick_replies, before.composer.quick_replies);
    for kind in KINDS {
        let mut model = full();
        model.composer.kind = kind;
        let (model, _) = Model::restore(&model.session().unwrap()).unwrap();
        assert_eq!(model.composer.kind, kind);
    }
}

#[test]
fn a_part_that_does_not_fit_loses_no_other() {
    for (key, _) in stored().iter() {
        for bad in ["null", "1.5", "\"|\"", "[0]"] {
            let mut stored = stored();
            stored.insert(key, json::parse(bad).unwrap());
            if key == "layout" {
                assert!(Model::restore(&Value::Object(stored).to_string()).is_err());
                continue;
            }
            let held = restored(stored).held;
            assert_eq!(held.user_token.is_none(), key == "user_token", "{key}");
            assert_eq!(held.page.is_none(), key == "page", "{key}");
        }
    }
}

#[test]
fn a_login_with_a_part_that_does_not_fit_was_not_begun() {
    let begun = stored().get("login").cloned().unwrap();
    let Value::Object(begun) = begun else {
        panic!("{begun}");
    };
    assert!(restored(stored()).login.begun.is_some());
    for (key, _) in begun.iter() {
        for bad in ["null", "1.5", "\"\"", "\"../me\"", "\"<b>\"", "[0]", "{}"] {
            let (mut stored, mut begun) = (stored(), begun.clone());
            begun.insert(key, json::parse(bad).unwrap());
            stored.insert("login", Value::Object(begun));
            let model = restored(stored);
            assert_eq!(model.login.begun, None, "{key}: {bad}");
            assert!(model.held.user_token.is_some());
        }
    }
    let mut practice = stored();
    practice.insert("live", false.into());
    assert_eq!(restored(practice).login.begun, None);
}

#[test]
fn what_is_no_id_is_not_stored() {
    let mut model = full();
    model.login.app = "0123456789abcdef0123456789abcdef".into();
    model.login.config = "a secret".into();
    let stored = model.session().unwrap();
    assert!(
        !stored.contains("abcdef") && !stored.contains("a secret"),
        "{stored}"
    );
}

#[test]
fn what_is_no_session_is_told() {
    let problem = |text: &str| Model::restore(text).err();
    for bad in ["", "nonsense", "[]", "{}", "null", r#"{"layout":"1"}"#] {
        assert_eq!(problem(bad), Some(SessionProblem::Unreadable), "{bad}");
    }
    let other = problem(r#"{"layout":3}"#);
    assert!(Model::restore(r#"{"layout":1,"live":true}"#).is_ok());
    assert_eq!(other, Some(SessionProblem::OtherLayout));
}

proptest! {
    #[test]
    fn any_text_is_survived(text in any::<String>(), cut in 0..400_usize) {
        let _ = Model::restore(&text);
        let whole = full().session().unwrap();
        let _ = Model::restore(whole.get(..cut).unwrap_or_default());
    }
}
