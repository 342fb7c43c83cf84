//! The summary of a refused form leads to what mends it; `manners` holds every visit to that.

use graph_api::HttpResponse;
use graph_api::endpoints::ListPages;
use wizard::{Event, FieldId, Mode, Slot, Step, TokenWay};

use crate::driver::{Visit, Way};

/// At step 2, with these Pages, none of them marked; those without a task are barred.
fn with_pages(pages: &[(&str, bool)]) -> Visit {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    let rows = pages.iter().enumerate().map(|(index, (name, is_open))| {
        let task = if *is_open { "MESSAGING" } else { "ANALYZE" };
        format!(
            r#"{{"id":"1{index}","name":"{name}","access_token":"EA{index}","tasks":["{task}"]}}"#
        )
    });
    let rows: Vec<_> = rows.collect();
    visit.answer_instead::<ListPages>(Ok(HttpResponse {
        status: 200,
        headers: Vec::new(),
        body: format!(r#"{{"data":[{}]}}"#, rows.join(",")),
    }));
    visit.does(Event::ReadAsked(Slot::Pages));
    visit.model.picked_page = None;
    visit
}

/// Nothing is marked: the summary leads there.
#[track_caller]
fn check(visit: &mut Visit, field: &str) {
    visit.act(Event::PageSubmitted);
    let problems = visit.view().problems;
    let fields: Vec<_> = problems.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, [field]);
}

#[test]
fn it_leads_to_the_first_row_that_can_be_chosen() {
    let mut visit = with_pages(&[("Barred", false), ("Open", true), ("Too", true)]);
    check(&mut visit, "page-1");
    visit.choose("Open");
    assert!(visit.view().problems.is_empty());
}

#[test]
fn it_leads_to_the_filter_where_no_row_passes_it() {
    let pages = ["A", "B", "C", "D", "E"].map(|name| (name, true));
    let mut visit = with_pages(&pages);
    visit.types(FieldId::PagesFilter, "x");
    check(&mut visit, "pages-filter");
    visit.types(FieldId::PagesFilter, "d");
    check(&mut visit, "page-0");
}

#[test]
fn it_leads_to_the_list_where_every_row_is_barred() {
    check(&mut with_pages(&[("Barred", false)]), "page");
}

#[test]
fn it_goes_with_what_it_is_about() {
    let mut visit = with_pages(&[("Open", true), ("Too", true)]);
    check(&mut visit, "page-0");
    visit.answer_instead::<ListPages>(Ok(HttpResponse {
        status: 200,
        headers: Vec::new(),
        body: r#"{"data":[]}"#.to_owned(),
    }));
    visit.does(Event::ReadAsked(Slot::Pages));
    assert!(visit.view().problems.is_empty(), "there is no list");
    visit.does(Event::ReadAsked(Slot::Pages));
    check(&mut visit, "page-0");
    visit.answer_instead::<ListPages>(Ok(HttpResponse {
        status: 200,
        headers: Vec::new(),
        body: r#"{"data":[{"id":"10","name":"Only","access_token":"EA","tasks":["MESSAGING"]}]}"#
            .to_owned(),
    }));
    visit.does(Event::ReadAsked(Slot::Pages));
    assert!(visit.view().problems.is_empty(), "the only one is marked");
}

#[test]
fn another_way_to_a_token_takes_the_refusal_of_the_login_along() {
    let mut visit = Visit::new();
    visit.does(Event::ModeChosen(Mode::Live));
    visit.does(Event::WayChosen(TokenWay::Login));
    visit.press(&Event::LoginAsked);
    assert_eq!(visit.view().problems.len(), 1);
    visit.does(Event::WayChosen(TokenWay::Explorer));
    assert!(visit.view().problems.is_empty());
    assert!(!visit.view().title.starts_with("Error"));
}
