//! Reads that fail for a moment are tried again by the page itself, and not for ever.

use graph_api::endpoints::{ListConversations, ListPages};
use graph_api::{Carrier, Endpoint as _, GraphTime, HttpResponse};
use wizard::{Effect, Event, Model, Phase, Slot, Step, TransportError};

use crate::driver::{Carried, Visit, Way};

fn answer(status: u16, body: &str) -> Carried {
    Ok(HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_owned(),
    })
}

fn error(status: u16, code: u64) -> Carried {
    answer(
        status,
        &format!(r#"{{"error":{{"message":"(#{code}) No","code":{code}}}}}"#),
    )
}

fn reads(visit: &Visit) -> usize {
    let is_read = |effect: &&Effect| matches!(effect, Effect::Send { call, .. } if *call.spec == ListPages::SPEC);
    visit.effects.iter().filter(is_read).count()
}

/// The Pages are asked for, and every answer is this one: how often is it sent, over how long?
#[track_caller]
fn check(result: &Carried, sent: usize, millis: std::ops::RangeInclusive<i64>) {
    for seed in 1..20 {
        let mut visit = Visit::at(Way::UserToken, Step::Ids);
        visit.model.seed(seed << 40);
        for _ in 0..9 {
            visit.answer_instead::<ListPages>(result.clone());
        }
        let began = visit.waited;
        visit.act(Event::ReadAsked(Slot::Pages));
        while !visit.answers.is_empty() || !visit.rests.is_empty() {
            match visit.answers.is_empty() {
                true => visit.wake(),
                false => visit.deliver(0),
            }
        }
        assert_eq!(reads(&visit), sent, "{result:?}");
        assert!(matches!(visit.model.pages.phase, Phase::Failed(_)));
        let took = visit.waited - began;
        assert!(millis.contains(&took), "{took} ms for {result:?}");
    }
}

#[test]
fn what_passes_is_tried_three_times_within_a_second() {
    check(&Err(TransportError::Unreachable), 3, 0..=900);
    check(&error(500, 999), 3, 0..=900);
    check(&answer(502, "<html>Bad Gateway"), 3, 0..=900);
    check(&error(400, 1), 3, 0..=900);
    check(&error(400, 2), 3, 0..=900);
    let transient = r#"{"error":{"message":"No","code":999,"is_transient":true}}"#;
    check(&answer(400, transient), 3, 0..=900);
}

#[test]
fn a_limit_is_waited_for_and_three_calls_is_all_in_a_minute() {
    for code in [4, 17, 32, 613, 80_006] {
        check(&error(400, code), 3, 10_000..=25_000);
    }
    check(&answer(429, "slow down"), 3, 10_000..=25_000);
}

#[test]
fn nothing_else_is_tried_again() {
    for code in [3, 10, 100, 190, 200, 551, 9_999_999] {
        check(&error(400, code), 1, 0..=0);
    }
    let permission = r#"{"error":{"message":"No","code":1,"error_subcode":99}}"#;
    check(&answer(400, permission), 1, 0..=0);
    check(&answer(200, ""), 1, 0..=0);
    check(&Err(TransportError::TimedOut { seconds: 15 }), 1, 0..=0);
    check(&Err(TransportError::Offline), 1, 0..=0);
    check(&Err(TransportError::TooLarge), 1, 0..=0);
}

#[test]
fn a_wait_that_is_asked_for_is_kept() {
    let asks = |seconds: &str| {
        Ok(HttpResponse {
            status: 503,
            headers: vec![("Retry-After".to_owned(), seconds.to_owned())],
            body: String::new(),
        })
    };
    check(&asks("3"), 3, 6000..=6000);
    check(&asks("3600"), 1, 0..=0);
    check(&asks("Wed, 25 Nov 2026 00:00:00 GMT"), 3, 0..=900);
}

#[test]
fn a_rest_is_told_can_be_cut_short_and_can_be_cancelled() {
    let resting = || {
        let mut visit = Visit::at(Way::UserToken, Step::Ids);
        visit.answer_instead::<ListPages>(error(400, 4));
        visit.act(Event::ReadAsked(Slot::Pages));
        visit.deliver(0);
        assert_eq!((visit.answers.len(), visit.rests.len()), (0, 1));
        visit
    };
    let mut visit = resting();
    let told = format!("{:?}", visit.view().screen);
    assert!(
        told.contains("Graph asks to wait: trying again in"),
        "{told}"
    );
    visit.act(Event::Hurried(Slot::Pages));
    assert_eq!(visit.answers.len(), 1);
    visit.settle();
    assert_eq!(visit.model.pages.phase, Phase::Ready);
    assert_eq!(
        reads(&visit),
        2,
        "the rest that was cut short sends nothing more"
    );
    let mut visit = resting();
    visit.act(Event::Cancelled(Slot::Pages));
    visit.settle();
    assert_eq!((reads(&visit), &visit.model.pages.phase), (1, &Phase::Idle));
    let mut visit = resting();
    visit.act(Event::StepAsked(Step::Start));
    visit.settle();
    assert_eq!(reads(&visit), 1, "leaving the step ends it");
}

#[test]
fn no_more_than_two_calls_of_the_conversations_go_out_a_second() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let mut starts = Vec::new();
    for _ in 0..6 {
        visit.act(Event::ReadAsked(Slot::Conversations));
        while visit.answers.iter().all(|answer| answer.is_aborted) {
            visit.wake();
        }
        starts.push(visit.waited);
        let newest = visit.answers.len() - 1;
        visit.deliver(newest);
    }
    for three in starts.windows(3) {
        assert!(three[2] - three[0] >= 1000, "{starts:?}");
    }
    assert_eq!(*ListConversations::SPEC.route, *"/{page-id}/conversations");
}

#[test]
fn a_clock_that_was_set_back_holds_no_call_up() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    visit.now = GraphTime::from_unix(visit.now.unix() - 3600);
    for _ in 0..6 {
        visit.act(Event::ReadAsked(Slot::Conversations));
        if visit.answers.iter().all(|answer| answer.is_aborted) {
            visit.wake();
        }
        let newest = visit.answers.len() - 1;
        assert!(!visit.answers[newest].is_aborted, "it went out");
        visit.deliver(newest);
    }
}

#[test]
fn a_form_that_is_refused_goes_by_the_query_once_and_for_the_session() {
    let refusal =
        r#"{"error":{"message":"Unsupported post request","code":100,"error_subcode":33}}"#;
    let carriers = |visit: &Visit| {
        let effects = visit.effects.iter();
        let carriers = effects.filter_map(|effect| match effect {
            Effect::Send { carrier, .. } => Some(*carrier),
            _ => None,
        });
        carriers.collect::<Vec<_>>()
    };
    for refused in [answer(400, refusal), answer(405, "<html>")] {
        let mut visit = Visit::new();
        visit.choose("Live");
        let token = visit.live.user_token(visit.now);
        visit.learn_secrets();
        visit.types(wizard::FieldId::Token, &token);
        visit.answer_instead::<graph_api::endpoints::GetMe>(refused.clone());
        visit.answer_instead::<graph_api::endpoints::DebugToken>(refused.clone());
        visit.answer_instead::<graph_api::endpoints::ListPermissions>(refused.clone());
        visit.primary();
        assert!(visit.model.held.is_connected());
        assert_eq!(visit.model.carrier, Carrier::Query);
        assert!(
            visit
                .view()
                .warnings
                .iter()
                .any(|it| it.title.contains("address"))
        );
        visit.reload();
        visit.settle();
        assert_eq!(
            carriers(&visit).last(),
            Some(&Carrier::Query),
            "it is remembered"
        );
    }
    // Once a form was taken, the same answer means what it says.
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.answer_instead::<ListPages>(answer(400, refusal));
    visit.primary();
    visit.reload();
    visit.answer_instead::<ListPages>(answer(400, refusal));
    visit.does(Event::ReadAsked(Slot::Pages));
    assert_eq!(visit.model.carrier, Carrier::FormBody);
    assert!(!carriers(&visit).contains(&Carrier::Query));
}

#[test]
fn what_failed_offline_is_read_when_the_browser_is_online_again() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.answer_instead::<ListPages>(Err(TransportError::Offline));
    visit.primary();
    assert!(matches!(visit.model.pages.phase, Phase::Failed(_)));
    visit.does(Event::CameOnline);
    assert_eq!(visit.model.pages.phase, Phase::Ready);
    visit.does(Event::CameOnline);
    assert_eq!(reads(&visit), 2);
}

#[test]
fn in_memory_mode_nothing_is_stored() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    assert!(visit.model.session().is_some());
    visit.does(Event::MemoryOnlyChosen(true));
    assert_eq!(visit.model.session(), None);
    assert!(Model::restore("nonsense").is_err());
}
