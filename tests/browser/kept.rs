//! What is drawn again stays what it is, for whoever is on it.

use first_reply::shell::Dispatch;
use js_sys::Function;
use leptos::prelude::*;
use remote_view::{Ink, Node, On, el};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use wizard::{Arrival, Event};

use crate::standins::{Errors, StandIn};
use crate::{Page, drawn, draws, until};

/// All that the card asks of Graph is answered so: a person's token, of which `debug_token` says
/// nothing.
const OWNER: &str =
    r#"{"id":"42","name":"Ada","data":[{"permission":"pages_show_list","status":"granted"}]}"#;

const REFUSED: &str = r#"{"error":{"message":"no","code":190}}"#;

fn focused() -> Element {
    document().active_element().unwrap()
}

/// A click that is the first, second, … of one place.
fn click(place: &Element, count: u32) {
    let code = "return new MouseEvent('click', { bubbles: true, cancelable: true, detail })";
    let event = Function::new_with_args("detail", code)
        .call1(&JsValue::NULL, &count.into())
        .unwrap();
    place.dispatch_event(event.unchecked_ref()).unwrap();
}

/// The buttons below the card.
fn buttons(page: &Page) -> Vec<Element> {
    let first = page.find(".fr-held ~ .fr-row > button");
    std::iter::successors(Some(first), Element::next_element_sibling).collect()
}

fn labels(page: &Page) -> Vec<String> {
    let buttons = buttons(page);
    buttons
        .iter()
        .map(|it| it.text_content().unwrap())
        .collect()
}

#[wasm_bindgen_test]
async fn a_button_that_does_nothing_any_more_is_silent() {
    let page = Page::open();
    let errors = Errors::watched();
    let button = || el("button").id("far");
    draws(el("aside").with(button().on(On::Press(0))));
    drawn().await;
    let before: HtmlElement = page.find("#far").unchecked_into();
    draws(el("aside").with(button().attr("aria-disabled", "true")));
    drawn().await;
    assert!(page.find("#far").is_same_node(Some(&before)));
    before.click();
    drawn().await;
    assert_eq!(errors.count(), 0);
}

/// Draws buttons that have keys, by their keys.
async fn draw_keyed(keys: &[&str]) {
    let buttons = keys.iter().map(|key| el("button").key(*key).text(*key));
    draws(el("aside").id("far").all(buttons));
    drawn().await;
}

#[wasm_bindgen_test]
async fn who_is_on_a_part_with_a_key_stays_there_when_others_come_and_go() {
    let page = Page::open();
    draw_keyed(&["b"]).await;
    let kept: HtmlElement = page.find("#far > button").unchecked_into();
    kept.focus().unwrap();
    for keys in [
        ["a", "b"].as_slice(),
        &["a", "b", "c"],
        &["b", "c"],
        &["x", "y", "b"],
        &["y", "b"],
        &["b", "x"],
        &["b"],
    ] {
        draw_keyed(keys).await;
        assert_eq!(page.find("#far").text_content().unwrap(), keys.concat());
        assert!(focused().is_same_node(Some(&kept)), "{keys:?}");
    }
}

/// A child, and what it is in the document.
fn child(word: &str) -> (Node<u32>, String) {
    let (tag, key) = match word {
        "0" => return (Node::Text(Ink::Own, word.to_owned()), word.to_owned()),
        "1" => ("p", ""),
        "2" | "3" => ("button", ""),
        "4" => ("p", "5"),
        _ => ("button", word),
    };
    let made = el(tag).key(key).class(word).text(word);
    let meant = format!("<{tag} class=\"{word}\">{word}</{tag}>");
    (made.into(), meant)
}

#[wasm_bindgen_test]
async fn any_children_become_any_others() {
    let page = Page::open();
    let mut seed = 1_u32;
    let mut random = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    for round in 0..100 {
        let words: Vec<_> = (0..random(6)).map(|_| random(9).to_string()).collect();
        // Some have keys, some the same one as another, some are no buttons, and some no elements.
        let (children, meant): (Vec<_>, Vec<_>) = words.iter().map(|word| child(word)).unzip();
        draws(el("aside").id("far").all(children));
        drawn().await;
        let shown = page.find("#far").inner_html();
        assert_eq!(shown, meant.concat(), "round {round}");
    }
}

#[wasm_bindgen_test]
async fn a_button_does_not_become_another_under_the_finger() {
    let page = Page::open();
    page.choose_live().await;
    let answers = StandIn::answering(200, OWNER);
    page.check_token().await;
    let all = ["Continue", "Ask again", "Use another token"];
    until("the card", || page.has(".fr-held ~ .fr-row")).await;
    assert_eq!(labels(&page), all);
    drop(answers);
    let _silence = StandIn::silent();
    let ask: HtmlElement = buttons(&page).remove(1).unchecked_into();
    ask.focus().unwrap();
    click(&ask, 1);
    drawn().await;
    assert_eq!(labels(&page), all, "it keeps its place");
    assert_eq!(focused().text_content().as_deref(), Some("Ask again"));
    // The second half of a double click that began elsewhere.
    click(&buttons(&page).remove(2), 2);
    click(&buttons(&page).remove(2), 3);
    drawn().await;
    assert_eq!(labels(&page), all);
    click(&buttons(&page).remove(2), 1);
    drawn().await;
    assert_eq!(page.input("#token").value(), "");
}

#[wasm_bindgen_test]
async fn a_warning_that_comes_moves_nothing() {
    let page = Page::open();
    page.choose_live().await;
    page.type_token("user-token", 4).await;
    let field = page.input("#token");
    field.focus().unwrap();
    let status = page.find("[role=status]");
    Dispatch.send(Event::TwinFound);
    drawn().await;
    assert!(
        page.find(".fr-warnings")
            .text_content()
            .unwrap()
            .contains("another tab")
    );
    assert!(page.input("#token").is_same_node(Some(&field)));
    assert!(page.find("[role=status]").is_same_node(Some(&status)));
    assert!(focused().is_same_node(Some(&field)));
    assert_eq!(field.selection_start().unwrap(), Some(4));
}

#[wasm_bindgen_test]
async fn a_result_takes_the_focus_and_not_a_warning_above_it() {
    let page = Page::open();
    page.choose_live().await;
    Dispatch.send(Event::TwinFound);
    let _answers = StandIn::answering(200, OWNER);
    page.check_token().await;
    until("the card", || page.has(".fr-held ~ .fr-row")).await;
    drawn().await;
    let ask: HtmlElement = buttons(&page).remove(1).unchecked_into();
    ask.focus().unwrap();
    ask.click();
    until("the focus", || focused().class_name().contains("fr-held")).await;
}

#[wasm_bindgen_test]
async fn a_refusal_takes_the_focus_and_not_what_came_by_the_address() {
    let page = Page::open();
    page.choose_live().await;
    Dispatch.send(Event::Arrived(Arrival::Code));
    let told = |word: &str| focused().text_content().unwrap().contains(word);
    until("the warning", || told("came in this page")).await;
    let _answers = StandIn::answering(400, REFUSED);
    page.check_token().await;
    until("the refusal", || told("190")).await;
    assert!(!told("came in this page"));
}

#[wasm_bindgen_test]
async fn the_same_words_are_said_and_shown_anew() {
    let page = Page::open();
    let copied = || {
        Dispatch.send(Event::Copied {
            what: "PSID".to_owned(),
            worked: true,
        });
    };
    copied();
    drawn().await;
    let first = page.find("[role=status] .fr-toast");
    copied();
    drawn().await;
    let second = page.find("[role=status] .fr-toast");
    assert_eq!(second.text_content(), first.text_content());
    assert!(!second.is_same_node(Some(&first)));
    // What is said meanwhile is not shown, and leaves it alone.
    for said in [true, false, true] {
        Dispatch.send(Event::BenchWished(workbench::Wish::Say(said.to_string())));
        drawn().await;
        let line = page.find("[role=status] .fr-vh");
        assert_eq!(line.text_content().unwrap(), said.to_string());
        let shown = page.find("[role=status] .fr-toast");
        assert!(shown.is_same_node(Some(&second)));
    }
}
