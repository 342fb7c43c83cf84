//! What a step needs, against what is there, before its calls.

use graph_api::endpoints::ListPages;
use graph_api::{GraphTime, GraphVersion, HttpResponse};
use wizard::view::readiness::Readiness;
use wizard::{Event, FieldId, Lack, Presence, Slot, Step};

use crate::driver::{Visit, Way};

#[track_caller]
fn readiness(visit: &Visit) -> Readiness {
    let step = visit.model.step;
    let Some(readiness) = visit.view().readiness else {
        panic!("{step:?} needs nothing");
    };
    readiness
}

/// The step says that it needs these, and whether they are there. It is folded unless some are
/// missing, and then it says how to get them.
#[track_caller]
fn check(visit: &Visit, expected: &[(&str, Presence)]) {
    let found = readiness(visit);
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| (&*row.what, row.state))
        .collect();
    assert_eq!(rows, expected, "{found:?}");
    let is_missing =
        |row: &&wizard::view::readiness::Need| matches!(row.state, Presence::Missing(_));
    let missing = found.rows.iter().find(is_missing);
    assert_eq!(found.how.is_some(), missing.is_some(), "{found:?}");
    // It never bars the way.
    assert_eq!(visit.offers().primary().len(), 1);
}

const LIST: (&str, Presence) = ("`pages_show_list`", Presence::There);
const SEND: (&str, Presence) = ("`pages_messaging`", Presence::There);
const READ: [(&str, Presence); 2] = [
    ("`pages_manage_metadata`", Presence::There),
    ("`pages_read_engagement`", Presence::There),
];
const USER: (&str, Presence) = ("User access token", Presence::There);
const PAGE: (&str, Presence) = ("Page access token", Presence::There);
const VERSION: (&str, Presence) = ("Version v26.0", Presence::There);
const TO_READ: &str = "MESSAGING or MODERATE task on the Page";
const TO_SEND: &str = "MESSAGING task on the Page";

#[test]
fn each_step_says_what_its_calls_need() {
    for way in [Way::Practice, Way::UserToken] {
        let visit = Visit::at(way, Step::Ids);
        let task = (TO_READ, Presence::Unknown);
        check(&visit, &[USER, LIST, SEND, READ[0], READ[1], task, VERSION]);
        let task = (TO_READ, Presence::There);
        let visit = Visit::at(way, Step::Read);
        check(&visit, &[PAGE, SEND, READ[0], READ[1], task, VERSION]);
        let visit = Visit::at(way, Step::Reply);
        check(&visit, &[PAGE, SEND, (TO_SEND, Presence::There), VERSION]);
    }
    // A Page token goes straight to the conversations; nobody tells its tasks.
    let visit = Visit::at(Way::PageToken, Step::Ids);
    let task = (TO_READ, Presence::Unknown);
    check(&visit, &[PAGE, SEND, READ[0], READ[1], task, VERSION]);
    for step in [Step::Connect, Step::Start, Step::Done] {
        assert_eq!(Visit::at(Way::UserToken, step).view().readiness, None);
    }
}

/// A User token with these permissions, and for these Pages, brought in live mode.
#[track_caller]
fn with_token(permissions: &[&str], pages: &[String]) -> Visit {
    let mut visit = Visit::new();
    visit.choose("Live");
    take_token(&mut visit, permissions, pages);
    visit
}

#[track_caller]
fn take_token(visit: &mut Visit, permissions: &[&str], pages: &[String]) {
    let token = visit.live.user_token_for(visit.now, permissions, pages);
    visit.learn_secrets();
    visit.types(FieldId::Token, &token);
    visit.primary();
    visit.primary();
}

const ALL: [&str; 4] = [
    "pages_show_list",
    "pages_messaging",
    "pages_manage_metadata",
    "pages_read_engagement",
];

fn pages(visit: &Visit) -> Vec<String> {
    visit.live.pages().map(|(id, _)| id.to_owned()).collect()
}

#[test]
fn a_declined_permission_is_told_before_the_call_and_does_not_bar_it() {
    let all = pages(&Visit::new());
    let mut visit = with_token(&ALL[..1], &all);
    visit.primary();
    let declined = Presence::Missing(Lack::Declined);
    let task = (TO_READ, Presence::Unknown);
    check(
        &visit,
        &[
            USER,
            LIST,
            (SEND.0, declined),
            (READ[0].0, declined),
            (READ[1].0, declined),
            task,
            VERSION,
        ],
    );
    visit.primary();
    assert!(
        visit.model.pages.value.is_some(),
        "the call is made all the same"
    );
    visit.press(&Event::NewTokenAsked);
    assert_eq!(visit.model.step, Step::Connect);
}

#[test]
fn a_page_that_was_not_ticked_is_told() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let other = pages(&visit)[1].clone();
    visit.does(Event::NewTokenAsked);
    take_token(&mut visit, &ALL, &[other]);
    assert_eq!(visit.model.step, Step::Ids);
    let elsewhere = Presence::Missing(Lack::OtherPages);
    let task = (TO_READ, Presence::Unknown);
    check(
        &visit,
        &[
            USER,
            (LIST.0, elsewhere),
            (SEND.0, elsewhere),
            (READ[0].0, elsewhere),
            (READ[1].0, elsewhere),
            task,
            VERSION,
        ],
    );
    let how = readiness(&visit).how.unwrap();
    assert!(how.steps[0].contains("tick"), "{how:?}");
}

#[test]
fn a_task_that_is_enough_to_read_may_not_be_enough_to_send() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    let page = visit.model.held.page.clone().unwrap();
    let body = format!(
        r#"{{"data":[{{"id":"{}","tasks":["MODERATE"]}}]}}"#,
        page.id
    );
    visit.answer_instead::<ListPages>(Ok(HttpResponse {
        status: 200,
        headers: Vec::new(),
        body,
    }));
    visit.does(Event::ReadAsked(Slot::Pages));
    let missing = Presence::Missing(Lack::NoTask);
    check(&visit, &[PAGE, SEND, (TO_SEND, missing), VERSION]);
    visit.does(Event::StepAsked(Step::Read));
    assert_eq!(readiness(&visit).how, None);
}

#[test]
fn a_version_that_has_ended_is_told() {
    let mut visit = Visit::new();
    visit.choose("Live");
    let version = GraphVersion::new(21, 0);
    visit.press(&Event::VersionChosen(version));
    let all = pages(&visit);
    take_token(&mut visit, &ALL, &all);
    visit.primary();
    let row = |visit: &Visit| readiness(visit).rows.pop().unwrap();
    assert_eq!(row(&visit).state, Presence::There);
    assert_eq!(row(&visit).more, "alive until 2027-01-21");
    visit.now = GraphTime::from_unix(version.ends().unwrap().unix());
    assert_eq!(row(&visit).state, Presence::Missing(Lack::Gone));
    assert!(readiness(&visit).how.is_some());
}

#[test]
fn what_nobody_has_said_is_not_known_and_not_missing() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.reload();
    visit.settle();
    let unknown = Presence::Unknown;
    check(
        &visit,
        &[PAGE, (SEND.0, unknown), (TO_SEND, unknown), VERSION],
    );
}
