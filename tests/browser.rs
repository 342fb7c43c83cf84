//! What only a browser can tell: `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

#[path = "browser/kept.rs"]
mod kept;
#[path = "browser/late.rs"]
mod late;
#[path = "browser/standins.rs"]
mod standins;

use first_reply::app::App;
use first_reply::shell::{Dispatch, session};
use js_sys::Promise;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use remote_view::{Field, el};
use standins::StandIn;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// The page, in a section of its own, until it is dropped.
struct Page {
    section: HtmlElement,
    /// No worker is there to be started, and none ends while the next test runs.
    _workers: StandIn,
    _mounted: UnmountHandle<AnyViewState>,
}

impl Page {
    fn open() -> Self {
        session::save(None).unwrap();
        Self::reopen()
    }

    /// As after a reload: what is stored stays.
    fn reopen() -> Self {
        let section = document().create_element("section").unwrap();
        let section: HtmlElement = section.unchecked_into();
        document().body().unwrap().append_child(&section).unwrap();
        let workers = StandIn::stalled_workers();
        let mounted = mount_to(section.clone(), || App().into_any());
        Self {
            section,
            _workers: workers,
            _mounted: mounted,
        }
    }

    fn find(&self, selector: &str) -> Element {
        self.section.query_selector(selector).unwrap().unwrap()
    }

    fn has(&self, selector: &str) -> bool {
        self.section.query_selector(selector).unwrap().is_some()
    }

    fn input(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }

    async fn choose_live(&self) {
        self.input("#mode-live").click();
        drawn().await;
    }

    async fn type_token(&self, text: &str, caret: u32) {
        let field = self.input("#token");
        field.set_value(text);
        field.set_selection_range(caret, caret).unwrap();
        field.dispatch_event(&Event::new("input").unwrap()).unwrap();
        drawn().await;
    }

    /// Pastes a token, and has it checked.
    async fn check_token(&self) {
        self.type_token("user-token-0123456789", 0).await;
        self.submit().await;
    }

    async fn submit(&self) {
        let button: HtmlElement = self.find("button[type=submit]").unchecked_into();
        button.click();
        drawn().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.section.remove();
    }
}

/// Two frames: the view is drawn before the first, the focus moves in it.
async fn drawn() {
    for _ in 0..2 {
        frame().await;
    }
}

async fn frame() {
    let frame = Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// As many frames as it takes until it is so; what never is fails in ten seconds.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let mut frames = 0;
    while !is_so() {
        assert!(frames < 600, "{what} does not come");
        frames += 1;
        frame().await;
    }
}

#[wasm_bindgen_test]
async fn a_field_keeps_its_caret_when_the_page_is_drawn_again() {
    let page = Page::open();
    page.choose_live().await;
    page.type_token("user-token", 4).await;
    let field = page.input("#token");
    assert_eq!(field.value(), "user-token");
    assert_eq!(field.selection_start().unwrap(), Some(4));
}

#[wasm_bindgen_test]
async fn what_is_typed_into_the_token_field_stands_nowhere_in_the_document() {
    let page = Page::open();
    page.choose_live().await;
    page.type_token("user-token-0123456789", 0).await;
    assert!(!page.section.outer_html().contains("user-token-0123456789"));
    assert_eq!(page.input("#token").type_(), "password");
}

#[wasm_bindgen_test]
async fn a_refused_token_moves_the_focus_to_what_is_wrong() {
    let page = Page::open();
    page.choose_live().await;
    page.type_token(&"0a".repeat(16), 0).await;
    page.submit().await;
    let focused = document().active_element().unwrap();
    assert_eq!(
        focused.get_attribute("data-focus").as_deref(),
        Some("alert")
    );
    assert!(
        page.find(".fr-summary")
            .text_content()
            .unwrap()
            .contains("app secret")
    );
    assert_eq!(page.input("#token").value(), "0a".repeat(16));
    assert_eq!(document().title().split(':').next(), Some("Error"));
}

#[wasm_bindgen_test]
async fn a_choice_survives_a_reload_and_nothing_is_stored_before_one() {
    let page = Page::open();
    drawn().await;
    assert_eq!(session::load(), None);
    page.choose_live().await;
    drop(page);
    let page = Page::reopen();
    drawn().await;
    assert!(page.input("#mode-live").checked());
}

#[wasm_bindgen_test]
fn the_storage_gives_back_what_it_was_given() {
    session::save(Some("{\"a\":\"\u{1f600}\"}")).unwrap();
    assert_eq!(session::load().as_deref(), Some("{\"a\":\"\u{1f600}\"}"));
    session::save(None).unwrap();
    assert_eq!(session::load(), None);
}

/// The workbench draws this in the place of the call panel.
fn draws(view: remote_view::Element<u32>) {
    Dispatch.send(wizard::Event::BenchDrew(workbench::Drawn {
        surface: "panel".to_owned(),
        drawing: 0,
        tree: Arc::new(view.into()),
    }));
}

#[wasm_bindgen_test]
async fn what_the_workbench_draws_leads_only_to_where_it_may() {
    let page = Page::open();
    for (address, is_followed) in [
        ("#/explorer", true),
        ("https://developers.facebook.com/docs/", true),
        ("https://m.me/1", true),
        ("https://developers.facebook.com.evil.example/", false),
        ("http://developers.facebook.com/", false),
        ("javascript:alert(1)", false),
        ("data:text/html,x", false),
        ("//evil.example", false),
        ("", false),
    ] {
        draws(el("aside").with(el("a").id("far").attr("href", address).text("x")));
        drawn().await;
        let href = page.find("#far").get_attribute("href");
        assert_eq!(href.as_deref(), is_followed.then_some(address));
    }
}

#[wasm_bindgen_test]
async fn a_field_of_the_workbench_changes_with_its_revisions_only() {
    let page = Page::open();
    let mut field = Field::default();
    let view = |field: &Field, class: &str| {
        el("aside").with(el("input").id("far").class(class).value(field))
    };
    field.set("one");
    draws(view(&field, ""));
    drawn().await;
    let input = page.input("#far");
    assert_eq!(input.value(), "one");
    input.set_value("one, and what was typed meanwhile");
    draws(view(&field, "fr-input"));
    drawn().await;
    assert_eq!(input.value(), "one, and what was typed meanwhile");
    field.set("two");
    draws(view(&field, "fr-input"));
    drawn().await;
    assert_eq!(input.value(), "two");
}

#[wasm_bindgen_test]
async fn a_strangers_words_are_drawn_as_such() {
    let page = Page::open();
    draws(el("aside").id("far").text("ours ").name("in\u{202e}vert"));
    drawn().await;
    let html = page.find("#far").inner_html();
    assert_eq!(html, "ours <bdi>in[U+202E]vert</bdi>");
}
