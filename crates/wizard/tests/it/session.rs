//! What is kept over a reload, and what a stranger may have stored.

use graph_emulator::Scenario;
use proptest::prelude::*;
use serde_json::Value;
use wizard::view::Screen;
use wizard::{Event, FieldId, Model, SessionProblem, Step};

use crate::driver::{HELLO, NOW, Visit, Way};

/// After a reload the same is on the screen, once it is read again.
#[track_caller]
fn check(way: Way, step: Step) {
    let mut visit = Visit::at(way, step);
    let before = visit.view();
    visit.reload();
    visit.settle();
    let after = visit.view();
    assert_eq!(visit.model.step, step);
    assert_eq!(
        (after.heading, &after.facts),
        (before.heading, &before.facts),
        "{way:?} {step:?}"
    );
    assert_eq!(
        (&after.header, &after.marks),
        (&before.header, &before.marks)
    );
    assert_eq!(after.practice, before.practice);
    match (before.screen, after.screen) {
        // The marked row and the list are read again; a list not yet chosen from is asked for.
        (Screen::Ids(before), Screen::Ids(after)) => assert_eq!(after.page, before.page),
        // The script is made of the calls of the visit.
        (Screen::Done(before), Screen::Done(after)) => {
            assert_eq!((after.thread, after.notice), (before.thread, before.notice));
        }
        (before, after) => assert_eq!(after, before),
    }
}

#[test]
fn a_reload_shows_the_same() {
    for way in Way::ALL {
        for step in Step::ALL {
            check(way, step);
        }
    }
}

#[test]
fn a_reload_on_the_way_keeps_the_draft_and_goes_on() {
    for way in Way::ALL {
        let mut visit = Visit::at(way, Step::Reply);
        visit.types(FieldId::Message, "Half a sen");
        visit.act(Event::QuickReplyAdded);
        visit.types(FieldId::QuickReply(0), "Yes");
        visit.reload();
        visit.settle();
        visit.primary();
        assert_eq!(visit.model.step, Step::Done);
    }
}

#[test]
fn a_draft_outlives_its_mode() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, "Half a sen");
    visit.does(Event::StepAsked(Step::Connect));
    visit.press(&Event::NewTokenAsked);
    visit.choose("Practice");
    visit.reload();
    assert_eq!(visit.model.composer.text.0, "Half a sen");
}

#[test]
fn a_reload_while_a_new_token_is_wanted_still_knows_where_to_go_on() {
    let mut visit = Visit::at(Way::Practice, Step::Reply);
    visit.scenario(Scenario::TokenExpired);
    visit.does(Event::StepAsked(Step::Read));
    visit.press(&Event::NewTokenAsked);
    visit.reload();
    visit.settle();
    for _ in 0..8 {
        if visit.model.step < Step::Reply {
            visit.primary();
        }
    }
    assert_eq!(visit.model.step, Step::Reply);
    assert!(visit.model.messages.failure().is_none());
}

#[test]
fn no_word_and_no_name_of_a_customer_is_stored() {
    for way in [Way::UserToken, Way::PageToken] {
        for step in Step::ALL {
            let visit = Visit::at(way, step);
            let Some(stored) = visit.model.session() else {
                continue;
            };
            for private in [HELLO, "Robin", "Keller", "Mina", "olive trees"] {
                assert!(!stored.contains(private), "{private} in {stored}");
            }
        }
    }
}

#[test]
fn another_layout_is_refused() {
    let visit = Visit::at(Way::UserToken, Step::Done);
    let mut stored: Value = serde_json::from_str(&visit.model.session().unwrap()).unwrap();
    let layout = stored["layout"].as_u64().unwrap();
    stored["layout"] = (layout + 1).into();
    let problem = Model::restore(&stored.to_string()).err();
    assert_eq!(problem, Some(SessionProblem::OtherLayout));
}

/// Whatever is restored can be shown, and stands on an open step.
#[track_caller]
fn survives(stored: &str) {
    if let Ok((model, _)) = Model::restore(stored) {
        assert!(model.step.is_open(&model));
        let _ = format!("{:?}", model.view(NOW));
        let again = model.session().map(|text| Model::restore(&text).map(drop));
        assert!(matches!(again, None | Some(Ok(()))));
    }
}

fn sessions() -> Vec<Value> {
    let visits = Way::ALL.map(|way| Visit::at(way, Step::Done));
    let stored = visits.map(|visit| serde_json::from_str(&visit.model.session().unwrap()).unwrap());
    stored.to_vec()
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(
            &[
                "#/done", "#/reply", "t_1", "m_1", "live", "v26.0", "0", "../me"
            ][..]
        )
        .prop_map(Value::from),
        prop::collection::vec(any::<String>(), 0..3).prop_map(Value::from),
    ]
}

#[test]
fn what_a_stranger_stored_is_survived() {
    let cases = (
        prop::sample::select(sessions()),
        prop::collection::vec(
            (any::<prop::sample::Index>(), prop::option::of(any_value())),
            1..6,
        ),
        any::<String>(),
        any::<prop::sample::Index>(),
    );
    corpora::holds("storage loader", &cases, |(session, changes, text, cut)| {
        survives(&text);
        let mut map = session.as_object().unwrap().clone();
        for (at, value) in changes {
            let key = map.keys().nth(at.index(map.len())).unwrap().clone();
            match value {
                Some(value) => map.insert(key, value),
                None => map.remove(&key),
            };
            if map.is_empty() {
                break;
            }
        }
        let whole = Value::Object(map).to_string();
        survives(&whole);
        survives(whole.get(..cut.index(whole.len())).unwrap_or_default());
        Ok(())
    });
}

#[test]
fn what_a_stranger_wrote_into_a_session_is_survived() {
    let (texts, sessions) = (corpora::texts(), sessions());
    for text in &texts {
        survives(text);
        for session in &sessions {
            let mut map = session.as_object().unwrap().clone();
            let others = map.iter_mut().filter(|(key, _)| *key != "layout");
            others.for_each(|(_, value)| *value = text.as_str().into());
            for (key, value) in [(text.as_str(), text.as_str()), ("__proto__", "x")] {
                map.insert(key.to_owned(), value.into());
            }
            survives(&Value::Object(map).to_string());
        }
    }
    corpora::tell(&format!(
        "storage loader: {} naughty strings, alone and in every key of {} sessions",
        texts.len(),
        sessions.len()
    ));
}
