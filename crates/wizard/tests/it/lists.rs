//! Lists that come in parts, and are filtered.

use graph_api::HttpResponse;
use graph_api::endpoints::ListPages;
use wizard::{Effect, Event, FieldId, Slot, Step};

use crate::driver::{Visit, Way};

/// Twelve Pages, of which this is the first or the second half.
fn part(from: usize) -> HttpResponse {
    let rows = (from..from + 6).map(|at| {
        format!(r#"{{"id":"10{at:02}","name":"Page {at:02}","access_token":"page-token-0{at}"}}"#)
    });
    let rows: Vec<_> = rows.collect();
    let next = match from {
        0 => {
            r#","next":"https://graph.facebook.com/v1.0/elsewhere?access_token=user-token-in-next""#
        }
        _ => "",
    };
    let rows = rows.join(",");
    HttpResponse {
        status: 200,
        headers: Vec::new(),
        body: format!(
            r#"{{"data":[{rows}],"paging":{{"cursors":{{"before":"B{from}","after":"A{from}"}}{next}}}}}"#
        ),
    }
}

fn labels(visit: &Visit) -> Vec<String> {
    let choices = visit.offers().choices;
    let labels = choices.into_iter().map(|it| it.label);
    labels.filter(|it| it.starts_with("Page ")).collect()
}

#[test]
fn pages_come_in_parts_by_cursor_and_are_filtered_by_name() {
    let mut visit = Visit::at(Way::UserToken, Step::Ids);
    visit.answer_instead::<ListPages>(Ok(part(0)));
    visit.does(Event::ReadAsked(Slot::Pages));
    assert_eq!(labels(&visit).len(), 6);
    visit.choose("Page 03");

    visit.answer_instead::<ListPages>(Ok(part(6)));
    visit.press(&Event::MoreAsked(Slot::Pages));
    assert_eq!(labels(&visit).len(), 12);
    assert!(
        !visit
            .offers()
            .events()
            .contains(&Event::MoreAsked(Slot::Pages)),
        "that was all"
    );
    let asked = visit.effects.iter().rev().find_map(|effect| match effect {
        Effect::Send { call, .. } => Some(call),
        _ => None,
    });
    let asked = format!("{:?}", asked.unwrap());
    assert!(
        asked.contains("A0") && !asked.contains("elsewhere"),
        "{asked}"
    );

    visit.types(FieldId::PagesFilter, "page 1");
    assert_eq!(labels(&visit), ["Page 10", "Page 11"]);
    visit.types(FieldId::PagesFilter, "");
    let picked = visit.model.picked_page.as_ref().unwrap();
    assert_eq!(picked.as_str(), "1003", "the mark stays");
}
