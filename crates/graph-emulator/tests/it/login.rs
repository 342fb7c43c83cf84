//! The login dialog and the exchange of its codes: each code is good for one token, with its
//! verifier, at its address.

use graph_api::endpoints::ExchangeCode;
use graph_api::endpoints::exchange_code::{Exchanged, IdToken};
use graph_api::{
    AccessToken, AnswerError, AppId, Carrier, Endpoint as _, GraphTime, GraphVersion, LoginDialog,
    LoginKeys, LoginProof, LoginWish,
};
use graph_emulator::World;
use sha2::{Digest as _, Sha256};

const NOW: GraphTime = GraphTime::from_unix(1_795_435_200);
const PAGE: &str = "https://reply.example/guide/";

struct Bench {
    world: World,
    keys: LoginKeys,
    app: AppId,
}

impl Bench {
    fn new() -> Self {
        let world = World::new(7, NOW);
        let app = AppId::parse(world.app_id()).unwrap();
        let keys = LoginKeys::of_random(&std::array::from_fn(|at| at as u8));
        Self { world, keys, app }
    }

    fn query(&self) -> String {
        let dialog = LoginDialog {
            version: GraphVersion::default(),
            app: &self.app,
            redirect_uri: PAGE,
            keys: &self.keys,
            digest: &Sha256::digest(self.keys.verifier()).into(),
            wish: LoginWish::Permissions(&["pages_show_list"]),
        };
        let address = dialog.address();
        address.as_str().split_once('?').unwrap().1.to_owned()
    }

    fn code(&mut self) -> String {
        let back = self.world.answer_dialog(NOW, &self.query(), true).unwrap();
        let code = back.split_once("code=").unwrap().1;
        code.split('&').next().unwrap().to_owned()
    }

    fn exchange(
        &mut self,
        now: GraphTime,
        code: &str,
        change: impl FnOnce(&mut ExchangeCode),
    ) -> Result<Exchanged, AnswerError> {
        let proof = LoginProof::new(code, &self.keys);
        let mut endpoint = ExchangeCode {
            app: self.app.clone(),
            redirect_uri: PAGE.to_owned(),
            keys: self.keys.clone(),
        };
        change(&mut endpoint);
        let call = endpoint.call(GraphVersion::default());
        let request = Carrier::default().request(&call, &AccessToken::Login(proof));
        endpoint.answer(&self.world.handle(now, &request).response)
    }
}

#[track_caller]
fn check_refused(answer: Result<Exchanged, AnswerError>, code: u64, subcode: Option<u64>) {
    let error = answer.unwrap_err();
    let error = error.graph().unwrap();
    assert_eq!((error.code, error.subcode), (Some(code), subcode));
}

#[test]
fn a_code_is_good_for_one_token() {
    let mut bench = Bench::new();
    let code = bench.code();
    let exchanged = bench.exchange(NOW, &code, |_| ()).unwrap();
    assert_eq!(exchanged.id_token, IdToken::Ours);
    let page = bench.world.main_page().to_owned();
    let token = exchanged.token.expose();
    assert!(bench.world.page_token(token, &page).is_some());
    check_refused(bench.exchange(NOW, &code, |_| ()), 100, Some(36_009));
}

#[test]
fn a_code_is_good_for_its_verifier_address_app_and_minutes_only() {
    let mut bench = Bench::new();
    let code = bench.code();
    let later = GraphTime::from_unix(NOW.unix() + 601);
    check_refused(bench.exchange(later, &code, |_| ()), 100, Some(36_007));
    let other_app = |it: &mut ExchangeCode| it.app = AppId::parse("1").unwrap();
    check_refused(bench.exchange(NOW, &code, other_app), 101, None);
    let other_page = |it: &mut ExchangeCode| it.redirect_uri.push('/');
    check_refused(bench.exchange(NOW, &code, other_page), 100, Some(36_008));
    check_refused(bench.exchange(NOW, "another", |_| ()), 100, None);
    let code = bench.code();
    bench.keys = LoginKeys::of_random(&[9; 96]);
    check_refused(bench.exchange(NOW, &code, |_| ()), 100, None);
}

#[test]
fn a_refusal_brings_the_state_and_no_code() {
    let mut bench = Bench::new();
    let query = bench.query();
    let back = bench.world.answer_dialog(NOW, &query, false).unwrap();
    assert!(back.starts_with(&format!("{PAGE}?error=access_denied&")));
    assert!(back.contains("error_reason=user_denied&"));
    assert!(back.ends_with(&format!("&state={}#_=_", bench.keys.state())));
    assert!(!back.contains("code=p"));
}

#[test]
fn a_dialog_that_is_asked_for_something_else_sends_nobody_anywhere() {
    let bench = Bench::new();
    let good = bench.query();
    assert_eq!(bench.world.open_dialog(&good), Ok(()));
    for (from, to) in [
        ("client_id=", "client_id=1"),
        ("response_type=code", "response_type=token"),
        ("S256", "plain"),
        ("code_challenge=", "x="),
        ("state=", "x="),
        ("redirect_uri=", "x="),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(bench.world.open_dialog(&bad).is_err(), "{to}");
    }
}

#[test]
fn codes_are_kept_in_a_snapshot() {
    let mut bench = Bench::new();
    let code = bench.code();
    bench.world = World::restore(&bench.world.snapshot()).unwrap();
    assert!(bench.exchange(NOW, &code, |_| ()).is_ok());
}
