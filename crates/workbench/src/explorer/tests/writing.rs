//! The rows of a write, and the IDs that are clicked into it.

use super::desk::Desk;
use super::*;

fn replying() -> Desk {
    let mut desk = Desk::new();
    desk.press("Fill in: Reply");
    desk
}

fn row(desk: &Desk, name: &str) -> String {
    let mut params = desk.explorer.draft.rows.params();
    params
        .find(|(own, _)| own == name)
        .map(|it| it.1)
        .unwrap_or_default()
}

#[test]
fn an_id_goes_where_it_can_stand() {
    let mut desk = replying();
    let (page, psid) = (desk.keys.page_id.clone(), desk.keys.psid.clone());
    desk.explorer
        .known
        .pages
        .push((page.clone(), String::new()));
    desk.explorer
        .known
        .people
        .push((psid.clone(), String::new()));
    let mut put = |id: &str| drop(desk.explorer.put_id(id, &desk.holds));
    put(&page);
    put(&psid);
    put("m_77");
    assert_eq!(desk.query(), format!("{page}/messages"));
    assert_eq!(row(&desk, "recipient"), format!("{{\"id\":\"{psid}\"}}"));
    assert_eq!(row(&desk, "reply_to"), "{\"mid\":\"m_77\"}");
}

#[test]
fn a_psid_also_goes_into_the_filter() {
    let mut desk = Desk::new();
    desk.explorer
        .known
        .people
        .push(("9001".to_owned(), String::new()));
    desk.enter(QUERY, "me/conversations?user_id=PSID&fields=id");
    drop(desk.explorer.put_id("9001", &desk.holds));
    assert_eq!(desk.query(), "me/conversations?user_id=9001&fields=id");
    drop(desk.explorer.put_id("t_5", &desk.holds));
    assert_eq!(desk.query(), "t_5");
}

#[test]
fn lenient_json_is_mended_by_a_button() {
    let mut desk = replying();
    let field = field_of(&desk, "message");
    desk.enter(&field, "{text:'It\\'s fine'}");
    assert!(desk.text().contains("Not strict JSON"));
    desk.press("Make it strict");
    assert_eq!(row(&desk, "message"), "{\"text\":\"It's fine\"}");
    assert!(!desk.text().contains("Not strict JSON"));
    desk.enter(&field, "{text:'");
    assert!(desk.text().contains("a quote or a bracket is missing"));
}

fn field_of(desk: &Desk, name: &str) -> String {
    let mut rows = desk.explorer.draft.rows.iter();
    let row = rows.find(|row| row.name.text() == name).unwrap();
    view::row_id("value", row.id)
}

#[test]
fn rows_are_added_named_and_taken_out() {
    let mut desk = Desk::new();
    desk.enter("Method", "DELETE");
    desk.press("Page tokenActs for a Page");
    desk.enter(QUERY, "me/subscribed_apps");
    desk.press("+ field");
    let name = desk.focus.clone();
    desk.enter("Value", "x");
    desk.press("Submit");
    assert!(
        desk.text().contains("Give this field a name"),
        "{}",
        desk.text()
    );
    assert_eq!(desk.focus, name);
    desk.enter(&name, " subscribed_fields ");
    desk.press("Submit");
    let sent = desk.sent.last().unwrap();
    assert_eq!(sent.method, Method::Delete);
    assert_eq!(
        sent.params,
        [("subscribed_fields".to_owned(), "x".to_owned())]
    );
    desk.press("Take out subscribed_fields");
    assert!(desk.explorer.draft.rows.is_empty());
}

#[test]
fn a_word_for_an_id_in_a_row_is_not_sent() {
    let mut desk = replying();
    desk.enter(QUERY, "me/messages");
    desk.press("Submit");
    assert_eq!(desk.sent, []);
    assert!(desk.text().contains("PSID stands for an ID"));
    assert_eq!(desk.focus, field_of(&desk, "recipient"));
}

#[test]
fn an_app_is_subscribed_and_taken_out_again() {
    let mut desk = Desk::new();
    desk.press("Page tokenActs for a Page");
    desk.enter(QUERY, "me/subscribed_apps");
    let listed = |desk: &mut Desk| {
        desk.enter("Method", "GET");
        desk.press("Submit");
        desk.answer.to_string()
    };
    assert_eq!(listed(&mut desk), r#"{"data":[]}"#);
    desk.enter("Method", "POST");
    desk.press("+ subscribed_fields");
    let field = field_of(&desk, "subscribed_fields");
    desk.enter(&field, "messages");
    desk.press("Submit");
    assert_eq!(desk.answer.to_string(), r#"{"success":true}"#);
    let apps = listed(&mut desk);
    assert!(
        apps.contains(r#""subscribed_fields":["messages"]"#),
        "{apps}"
    );
    desk.enter("Method", "DELETE");
    desk.press("Submit");
    assert_eq!(
        (desk.status, desk.answer.to_string().as_str()),
        (200, r#"{"success":true}"#)
    );
    assert_eq!(listed(&mut desk), r#"{"data":[]}"#);
}
