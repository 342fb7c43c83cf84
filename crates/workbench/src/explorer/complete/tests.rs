use proptest::prelude::*;

use super::*;

fn known() -> Known {
    let named = |id: &str, name: &str| vec![(id.to_owned(), name.to_owned())];
    Known {
        user: Some("7".to_owned()),
        pages: named("4242", "Corner Bakery"),
        people: named("9001", "Ada Brook"),
        conversations: named("t_55", "Ada Brook"),
        messages: named("m_66", ""),
    }
}

#[track_caller]
fn check_as(method: Method, token: TokenKind, line: &str, kept: &str, offers: &str) {
    let found = complete(line, method, token, &known());
    assert_eq!(&line[..found.start], kept, "{line}");
    let texts: Vec<_> = found.offers.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts.join(" "), offers, "{line}");
}

#[track_caller]
fn check(line: &str, kept: &str, offers: &str) {
    check_as(Method::Get, TokenKind::User, line, kept, offers);
}

#[test]
fn a_path_begins_with_a_node() {
    check("", "", "me debug_token 4242 t_55 m_66");
    check("m", "", "me m_66");
    check("/m", "/", "me m_66");
    check("42", "", "4242");
    check("bake", "", "4242");
    check("ada", "", "t_55");
    check("zuck", "", "");
    check("me", "", "");
}

#[test]
fn an_edge_follows_its_node() {
    check("me/", "me/", "accounts permissions");
    check("me/acc", "me/", "accounts");
    check("me/accounts", "me/", "");
    check("me/accounts/", "", "");
    check("4242/", "4242/", "conversations subscribed_apps");
    check("7/", "7/", "accounts permissions");
    check("t_55/", "t_55/", "messages");
    check("PAGE-ID/con", "PAGE-ID/", "conversations");
    check_as(
        Method::Get,
        TokenKind::Page,
        "me/",
        "me/",
        "conversations subscribed_apps",
    );
    check_as(
        Method::Post,
        TokenKind::Page,
        "me/",
        "me/",
        "messages subscribed_apps",
    );
    check_as(
        Method::Delete,
        TokenKind::Page,
        "me/",
        "me/",
        "subscribed_apps",
    );
    check("9001/", "9001/", "");
}

#[test]
fn parameters_follow_the_path() {
    check("me?", "me?", "fields=");
    check(
        "me/accounts?fields=id&",
        "me/accounts?fields=id&",
        "limit= after= before= summary=",
    );
    check("4242/conversations?pl", "4242/conversations?", "platform=");
    check(
        "4242/conversations?platform=",
        "4242/conversations?platform=",
        "messenger instagram",
    );
    check(
        "4242/conversations?platform=i",
        "4242/conversations?platform=",
        "instagram",
    );
    check(
        "4242/conversations?platform=instagram",
        "4242/conversations?platform=",
        "",
    );
    check(
        "4242/conversations?user_id=",
        "4242/conversations?user_id=",
        "9001",
    );
    check(
        "4242/conversations?user_id=Ad",
        "4242/conversations?user_id=",
        "9001",
    );
    check("4242/conversations?limit=", "", "");
    check("x/y?", "x/y?", "");
}

#[test]
fn fields_are_those_of_the_node() {
    let check = |line, kept, offers| check_as(Method::Get, TokenKind::Page, line, kept, offers);
    let check_user =
        |line, kept, offers| check_as(Method::Get, TokenKind::User, line, kept, offers);
    check_user(
        "me?fields=",
        "me?fields=",
        "id name first_name last_name accounts permissions",
    );
    check_user("me?fields=id,na", "me?fields=id,", "name");
    check_user("me?fields=id,name", "me?fields=id,", "");
    check_user("me?fields=id, fi", "me?fields=id, ", "first_name");
    check(
        "4242/conversations?fields=par",
        "4242/conversations?fields=",
        "participants",
    );
    check(
        "t_55?fields=messages{",
        "t_55?fields=messages{",
        "id message created_time from to attachments reply_to tags",
    );
    check(
        "t_55?fields=messages{message,fr",
        "t_55?fields=messages{message,",
        "from",
    );
    check(
        "t_55?fields=messages{from{",
        "t_55?fields=messages{from{",
        "id name email",
    );
    check(
        "t_55?fields=messages{from{id},m",
        "t_55?fields=messages{from{id},",
        "message",
    );
    check(
        "t_55?fields=messages{message},s",
        "t_55?fields=messages{message},",
        "senders snippet",
    );
    check("t_55?fields=messages.l", "t_55?fields=messages.", "limit(");
    check("t_55?fields=messages.limit(", "", "");
    check(
        "t_55?fields=messages.limit(3){mess",
        "t_55?fields=messages.limit(3){",
        "message",
    );
    check_user(
        "4242?fields=",
        "4242?fields=",
        "id name category category_list tasks access_token link owner_business",
    );
    check("4242?fields=conv", "4242?fields=", "conversations");
    check("me?fields=nothing{", "", "");
    check_user(
        "me?fields=id}",
        "me?fields=id}",
        "name first_name last_name accounts permissions",
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_an_offer_goes_on_from_it(line in r"(me|t_55|4242)?[a-z_/?&=,{}().%é]{0,24}") {
        let found = complete(&line, Method::Get, TokenKind::Page, &known());
        prop_assert!(line.is_char_boundary(found.start));
        prop_assert!(found.offers.len() <= MOST);
    }
}
