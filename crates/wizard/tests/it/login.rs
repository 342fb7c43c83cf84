//! Facebook Login: the page leaves, comes back, and exchanges the code once, without a secret.

use graph_api::endpoints::ExchangeCode;
use graph_api::{Endpoint as _, HttpResponse, base64url};
use wizard::view::Screen;
use wizard::view::connect::ConnectView;
use wizard::view::parts::Notice;
use wizard::{
    Arrival, Effect, Event, FieldId, Focus, Mode, Model, Returned, Slot, Step, TokenWay,
    TransportError,
};

use crate::driver::{Visit, Way};
use crate::manners;

const TO_LOGIN: Event = Event::WayChosen(TokenWay::Login);

/// Live, with the app filled in.
fn filled_in() -> Visit {
    let mut visit = Visit::new();
    visit.choose("Live");
    visit.does(TO_LOGIN);
    let app = visit.live.app_id().to_owned();
    visit.types(FieldId::AppId, &app);
    visit
}

/// The reader has left for the dialog.
#[track_caller]
fn left(mut visit: Visit) -> Visit {
    if visit.offers().events().contains(&TO_LOGIN) {
        visit.does(TO_LOGIN);
    }
    visit.press(&Event::LoginAsked);
    assert!(visit.away.is_some(), "left for the dialog");
    visit
}

#[track_caller]
fn notice(visit: &Visit) -> Notice {
    let Screen::Connect(view) = visit.view().screen else {
        panic!("not on Connect");
    };
    let ConnectView::Choose(view) = *view else {
        panic!("a token is there");
    };
    view.notice.expect("a notice")
}

/// The login brought no token: it says so, offers another try, keeps nothing, and asked nothing.
#[track_caller]
fn check_told(visit: &mut Visit, title: &str) {
    let last = visit.effects.last();
    let leads = matches!(last, Some(Effect::Focus(Focus::Alert | Focus::Failure)));
    assert!(leads, "{last:?}");
    visit.settle();
    assert_eq!(notice(visit).title, title);
    assert!(!visit.model.held.is_connected());
    assert_nothing_is_kept(visit);
    visit.press(&Event::LoginAsked);
    assert!(visit.away.is_some(), "another try");
    visit.come_back(true);
    visit.settle();
    check_connected(visit);
}

#[track_caller]
fn check_connected(visit: &Visit) {
    assert!(visit.model.held.user_token.is_some(), "a User token");
    assert_eq!(visit.view().heading, "This token will do");
    assert_nothing_is_kept(visit);
}

#[track_caller]
fn assert_nothing_is_kept(visit: &Visit) {
    let stored = visit.model.session().unwrap();
    assert!(!stored.contains("\"login\""), "{stored}");
    for key in ["verifier", "nonce", "login-code"] {
        assert!(!stored.contains(key), "{stored}");
    }
}

fn exchanges(visit: &Visit) -> usize {
    let sends = visit.effects.iter();
    sends
        .filter(|effect| matches!(effect, Effect::Send { call, .. } if *call.spec == ExchangeCode::SPEC))
        .count()
}

#[test]
fn to_the_end() {
    let mut visit = left(filled_in());
    let stored = visit.model.session().unwrap();
    assert!(stored.contains("\"login\":{\"app\""), "{stored}");
    visit.come_back(true);
    assert_nothing_is_kept(&visit); // Before anything is answered.
    visit.settle();
    check_connected(&visit);
    assert_eq!(exchanges(&visit), 1);
    visit.primary();
    assert_eq!(visit.model.step, Step::Start);
}

#[test]
fn with_a_configuration() {
    let mut visit = filled_in();
    visit.types(FieldId::ConfigId, " 77 ");
    let mut visit = left(visit);
    let address = visit.away.clone().unwrap();
    assert!(address.ends_with("&config_id=77") && !address.contains("scope"));
    visit.come_back(true);
    visit.settle();
    check_connected(&visit);
    assert_eq!(visit.model.login.config.0, "77");
}

#[test]
fn exactly_the_permissions_that_the_way_needs_are_asked_for() {
    let visit = left(filled_in());
    let address = visit.away.unwrap();
    let scope = "&scope=openid%2Cpages_show_list%2Cpages_messaging%2Cpages_manage_metadata%2Cpages_read_engagement";
    assert!(address.ends_with(scope), "{address}");
    assert!(address.contains("&response_type=code&"), "{address}");
}

#[test]
fn step_and_draft_survive_and_the_way_goes_on_where_it_was() {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, "Half a sen");
    visit.does(Event::NewTokenAsked);
    visit.does(TO_LOGIN);
    let app = visit.live.app_id().to_owned();
    visit.types(FieldId::AppId, &app);
    let mut visit = left(visit);
    visit.come_back(true);
    visit.settle();
    check_connected(&visit);
    assert_eq!(visit.model.composer.text.0, "Half a sen");
    visit.primary();
    assert_eq!(visit.model.step, Step::Ids); // The Page's new token comes from its list.
}

#[test]
fn a_form_that_does_not_fit_is_refused() {
    for (field, text) in [
        (FieldId::AppId, ""),
        (FieldId::AppId, "my app"),
        (FieldId::AppId, "0123456789abcdef0123456789abcdef"),
        (FieldId::ConfigId, "4/2"),
    ] {
        let mut visit = filled_in();
        visit.types(field, text);
        visit.press(&Event::LoginAsked);
        let problems = visit.view().problems;
        assert_eq!(problems.len(), 1, "{text}");
        assert_eq!(problems[0].field, field.dom_id());
        assert_eq!(visit.effects.last(), Some(&Effect::Focus(Focus::Alert)));
        assert_eq!(
            (visit.away.clone(), &visit.model.login.begun),
            (None, &None)
        );
        // What may be a secret in the wrong field is not stored.
        let stored = visit.model.session().unwrap();
        assert!(text.is_empty() || !stored.contains(text), "{stored}");
    }
}

#[test]
fn a_refusal() {
    let mut visit = left(filled_in());
    visit.come_back(false);
    let said = notice(&visit).said;
    assert!(said.iter().any(|said| said.value == "user_denied"));
    check_told(&mut visit, "The login was cancelled");
}

#[test]
fn another_error_of_the_dialog() {
    let mut visit = left(filled_in());
    let mut back = visit.dialog_answers(false);
    back.error = "invalid_scope".into();
    visit.reload();
    visit.act(Event::LoginReturned(Box::new(back)));
    check_told(&mut visit, "Facebook sent the login back without a code");
}

#[test]
fn a_wrong_or_missing_state() {
    for state in ["", "another"] {
        let mut visit = left(filled_in());
        let mut back = visit.dialog_answers(true);
        back.state = state.into();
        visit.reload();
        visit.act(Event::LoginReturned(Box::new(back.clone())));
        assert_eq!(exchanges(&visit), 0);
        // Nor does the right one help after that.
        check_told(&mut visit, "That is not the answer to this tab’s login");
    }
}

#[test]
fn nothing_that_came_is_no_answer() {
    let mut visit = left(filled_in());
    let back = visit.dialog_answers(true);
    visit.reload();
    visit.act(Event::LoginReturned(Box::default()));
    assert!(visit.model.login.begun.is_some());
    visit.does(Event::LoginReturned(Box::new(back)));
    check_connected(&visit);
}

#[test]
fn a_code_where_no_login_was_begun() {
    let mut visit = Visit::new();
    let back = Returned {
        state: "x".into(),
        code: "y".into(),
        ..Returned::default()
    };
    visit.does(Event::LoginReturned(Box::new(back)));
    assert_eq!(visit.model.arrived, Some(Arrival::Code));
    assert_eq!(exchanges(&visit), 0);
}

#[test]
fn the_same_answer_twice_is_exchanged_once() {
    let mut visit = left(filled_in());
    let back = visit.dialog_answers(true);
    visit.reload();
    visit.act(Event::LoginReturned(Box::new(back.clone())));
    visit.act(Event::LoginReturned(Box::new(back)));
    visit.settle();
    assert_eq!(exchanges(&visit), 1);
    assert_eq!(visit.model.arrived, Some(Arrival::Code));
}

#[test]
fn a_code_that_was_used_before() {
    let mut visit = left(filled_in());
    let address = visit.away.clone().unwrap();
    let stored = visit.model.session().unwrap();
    let back = visit.dialog_answers(true);
    visit.reload();
    visit.does(Event::LoginReturned(Box::new(back.clone())));
    check_connected(&visit);
    // A copied tab with the same login, and the same address once more.
    visit.model = Model::restore(&stored).unwrap().0;
    visit.model.login.address = crate::driver::ADDRESS.to_owned();
    visit.away = Some(address);
    visit.does(Event::LoginReturned(Box::new(back)));
    visit.away = None;
    check_told(&mut visit, "The login’s code was used already");
}

/// The exchange ends like this.
#[track_caller]
fn check_exchange(result: Result<HttpResponse, TransportError>, title: &str) {
    let mut visit = left(filled_in());
    visit.answer_instead::<ExchangeCode>(result);
    visit.come_back(true);
    visit.settle();
    assert_eq!(exchanges(&visit), 1, "never by itself again");
    assert!(
        visit
            .model
            .calls
            .iter()
            .any(|call| call.call.spec == &ExchangeCode::SPEC)
    );
    check_told(&mut visit, title);
}

fn answered(status: u16, body: &str) -> Result<HttpResponse, TransportError> {
    Ok(HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_owned(),
    })
}

#[test]
fn an_exchange_that_fails() {
    let error = |code: u64, subcode: u64| {
        let body =
            format!(r#"{{"error":{{"message":"no","code":{code},"error_subcode":{subcode}}}}}"#);
        answered(400, &body)
    };
    check_exchange(Err(TransportError::Unreachable), "No answer could be read");
    check_exchange(
        Err(TransportError::TimedOut { seconds: 15 }),
        "No answer in time",
    );
    check_exchange(
        error(101, 0),
        "Graph gives this app no token without its secret",
    );
    check_exchange(error(100, 36_007), "The login’s code has expired");
    check_exchange(
        error(100, 36_008),
        "The login was begun with another address",
    );
    check_exchange(error(100, 33), "Graph did not take the login’s code");
    check_exchange(error(2, 0), "Graph did not take the login’s code");
    check_exchange(answered(405, ""), "The answer is empty");
    check_exchange(
        answered(503, "<html>"),
        "A server’s page came instead of an answer",
    );
    check_exchange(answered(200, "{}"), "The answer has an unexpected shape");
    let app_token = r#"{"access_token":"42|secret-secret"}"#;
    check_exchange(
        answered(200, app_token),
        "The answer has an unexpected shape",
    );
}

#[test]
fn what_graph_says_of_a_code_does_not_repeat_it() {
    let mut visit = left(filled_in());
    let back = visit.dialog_answers(true);
    let (code, verifier) = (back.code.0.clone(), {
        let begun = visit.model.login.begun.as_ref().unwrap();
        begun.keys.verifier().to_owned()
    });
    let body = format!(r#"{{"error":{{"message":"bad {code} for {verifier}","code":100}}}}"#);
    visit.answer_instead::<ExchangeCode>(answered(400, &body));
    visit.reload();
    visit.does(Event::LoginReturned(Box::new(back))); // The manners search each view.
    let told = format!("{:?} {:?}", visit.view(), visit.model.calls);
    manners::check_secrets(&visit, &told);
    assert!(told.contains("bad (redacted) for (redacted)"));
}

#[test]
fn the_call_panel_shows_the_exchange_without_what_is_secret() {
    let mut visit = left(filled_in());
    visit.come_back(true);
    visit.settle();
    let exchange = visit.model.calls.iter();
    let mut exchange = exchange.filter(|call| *call.call.spec == ExchangeCode::SPEC);
    let ticket = exchange.next().unwrap().ticket;
    let log = visit.offers().presses("panel", "oauth/access_token");
    visit.does(log.unwrap_or_else(|| panic!("{ticket:?} is not listed")));
    let panel = visit.surface("panel");
    for said in [
        "client_id",
        "redirect_uri",
        "code_verifier",
        "no token: the code of a login",
    ] {
        assert!(panel.contains(said), "{said} in {panel}");
    }
    assert!(panel.contains("\"code=$LOGIN_CODE\""), "{panel}");
    assert!(
        panel.contains("\"code_verifier=$CODE_VERIFIER\""),
        "{panel}"
    );
    assert!(!panel.contains("ACCESS_TOKEN"), "{panel}");
}

#[test]
fn a_token_of_another_login() {
    for nonce in ["another", ""] {
        let payload = format!(r#"{{"nonce":"{nonce}"}}"#);
        let id_token = format!("e30.{}.x", base64url::encode(payload.as_bytes()));
        let body = format!(r#"{{"access_token":"user-token-1","id_token":"{id_token}"}}"#);
        check_exchange(answered(200, &body), "The token is of another login");
    }
}

#[test]
fn without_storage_the_reader_does_not_leave() {
    let no_way = |visit: &mut Visit| {
        assert!(!visit.offers().events().contains(&Event::LoginAsked));
        visit.does(Event::LoginAsked); // As a press before the page was drawn.
        assert_eq!(notice(visit).title, "The login was not begun");
        assert!(visit.away.is_none() && visit.model.login.begun.is_none());
    };
    let mut visit = filled_in();
    visit.act(Event::StorageFailed);
    no_way(&mut visit);
    let mut visit = filled_in();
    visit.act(Event::MemoryOnlyChosen(true));
    no_way(&mut visit);
}

#[test]
fn a_storage_that_refuses_the_login_itself_is_told_before_the_reader_leaves() {
    let mut visit = filled_in();
    visit.act(Event::LoginAsked);
    visit.hear(); // The keys are made, and are to be stored.
    visit.act(Event::StorageFailed);
    visit.settle();
    assert_eq!(notice(&visit).title, "The login was not begun");
    assert!(visit.away.is_none() && visit.model.login.begun.is_none());
}

#[test]
fn keys_that_were_not_made() {
    let mut visit = filled_in();
    visit.act(Event::LoginAsked);
    visit.said.clear();
    visit.act(Event::LoginMade(None));
    check_told(&mut visit, "The login brought no token");
}

#[test]
fn a_double_click_begins_one_login() {
    let mut visit = filled_in();
    visit.act(Event::LoginAsked);
    visit.act(Event::LoginAsked);
    visit.settle();
    let made = visit.effects.iter().filter(|it| **it == Effect::MakeLogin);
    assert_eq!(made.count(), 1);
}

#[test]
fn a_reload_before_the_answer_changes_nothing() {
    let mut visit = left(filled_in());
    let back = visit.dialog_answers(true);
    visit.reload();
    visit.settle();
    visit.reload();
    visit.does(Event::LoginReturned(Box::new(back)));
    check_connected(&visit);
}

#[test]
fn a_reload_during_the_exchange_leaves_the_form_and_no_key() {
    let mut visit = left(filled_in());
    visit.come_back(true);
    visit.reload();
    visit.settle();
    assert!(!visit.model.held.is_connected());
    assert_nothing_is_kept(&visit);
    let mut visit = left(visit);
    visit.come_back(true);
    visit.settle();
    check_connected(&visit);
}

#[test]
fn cancelled_while_the_code_is_exchanged() {
    let mut visit = left(filled_in());
    visit.come_back(true);
    visit.press(&Event::Cancelled(Slot::Exchange));
    visit.settle();
    assert!(!visit.model.held.is_connected());
    let mut visit = left(visit);
    visit.come_back(true);
    visit.settle();
    check_connected(&visit);
}

#[test]
fn a_login_ends_with_its_mode_a_pasted_token_and_everything() {
    let ends: [fn(&mut Visit); 3] = [
        |visit| visit.does(Event::ModeChosen(Mode::Practice)),
        |visit| visit.does(Event::ForgetConfirmed),
        |visit| {
            let token = visit.live.user_token(visit.now);
            visit.types(FieldId::Token, &token);
            visit.does(Event::TokenSubmitted);
        },
    ];
    for end in ends {
        let mut visit = left(filled_in());
        let back = visit.dialog_answers(true);
        end(&mut visit);
        visit.reload();
        visit.does(Event::LoginReturned(Box::new(back)));
        assert_eq!(exchanges(&visit), 0);
        assert_eq!(visit.model.arrived, Some(Arrival::Code));
    }
}

#[test]
fn what_was_told_can_be_hidden() {
    let mut visit = left(filled_in());
    visit.come_back(false);
    visit.press(&Event::ArrivalDismissed);
    assert_eq!(visit.model.login.news, None);
    assert_eq!(visit.effects.last(), Some(&Effect::Focus(Focus::Heading)));
}

#[test]
fn no_event_and_no_effect_tells_a_key_when_it_is_written_down() {
    let mut visit = filled_in();
    visit.act(Event::LoginAsked);
    let made = format!("{:?}", visit.said);
    visit.settle();
    let back = visit.dialog_answers(true);
    let told = format!("{made} {back:?} {:?} {:?}", visit.effects, visit.model);
    manners::check_secrets(&visit, &told);
    assert!(told.contains("DialogAddress(redacted)"));
}
