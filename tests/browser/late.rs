//! What does not come: an answer, a worker, a style sheet.

use first_reply::shell::{Dispatch, session};
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use wizard::{Event, Theme};

use crate::standins::{StandIn, Timers, break_worker};
use crate::{Page, drawn};

const STARTING: &str = "Starting the emulated Graph API";
const FAILED: &str = "Practice mode could not be started";

impl Page {
    #[track_caller]
    fn check_says(&self, words: &str, is_said: bool) {
        let text = self.section.text_content().unwrap();
        assert_eq!(text.contains(words), is_said, "{words}: {text}");
    }
}

#[wasm_bindgen_test]
async fn a_deadline_comes_though_the_clock_was_set_back() {
    let page = Page::open();
    page.choose_live().await;
    let timers = Timers::caught();
    let _silence = StandIn::silent();
    page.check_token().await;
    let dates = Reflect::get(&window(), &"Date".into()).unwrap();
    let _past = StandIn::of(&dates, "now", &Function::new_no_args("return 1"));
    timers.end(15);
    drawn().await;
    page.check_says("No answer in time", true);
}

#[wasm_bindgen_test]
async fn a_worker_that_never_listens_is_given_up() {
    let page = Page::open();
    drawn().await;
    let timers = Timers::caught();
    let _stalled = StandIn::stalled_workers();
    page.submit().await;
    page.check_says(STARTING, true);
    timers.end(30);
    drawn().await;
    page.check_says(STARTING, false);
    page.check_says(FAILED, true);
}

#[wasm_bindgen_test]
async fn a_worker_that_was_ended_cannot_end_the_next() {
    let page = Page::open();
    drawn().await;
    let _stalled = StandIn::stalled_workers();
    page.submit().await;
    Dispatch.send(Event::ForgetConfirmed);
    drawn().await;
    page.submit().await;
    break_worker(0);
    drawn().await;
    page.check_says(FAILED, false);
    break_worker(1);
    drawn().await;
    page.check_says(FAILED, true);
}

#[wasm_bindgen_test]
async fn a_style_sheet_that_did_not_come_is_asked_for_again() {
    let _page = Page::open();
    drawn().await;
    let _stalled = StandIn::stalled_workers();
    let find = || {
        document()
            .query_selector("link[href='./workbench.css']")
            .unwrap()
    };
    for _ in 0..2 {
        Dispatch.send(Event::BenchAsked);
        let link = find().unwrap();
        link.dispatch_event(&web_sys::Event::new("error").unwrap())
            .unwrap();
        assert!(find().is_none());
    }
}

#[wasm_bindgen_test]
async fn the_theme_outlives_forgetting_and_nothing_else_does() {
    let page = Page::open();
    drawn().await;
    Dispatch.send(Event::ThemeChosen(Theme::Dark));
    page.choose_live().await;
    page.type_token("user-token", 4).await;
    Dispatch.send(Event::ForgetConfirmed);
    drawn().await;
    let stored = session::load().unwrap();
    assert!(stored.contains(r#""theme":"dark""#), "{stored}");
    assert!(stored.contains(r#""live":false"#), "{stored}");
    drop(page);
    let root = document().document_element().unwrap();
    root.remove_attribute("data-theme").unwrap();
    let _page = Page::reopen();
    drawn().await;
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    root.remove_attribute("data-theme").unwrap();
}
