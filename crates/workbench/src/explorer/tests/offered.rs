//! The catalogue against the emulator: what is offered can be asked.

use super::desk::Desk;
use super::*;
use crate::explorer::catalog::{self, Edge, Kind, Node, Takes, Use};

/// The fields of a node and of what it is made of, as deep as the boxes go.
fn all_fields(node: &Node, token: TokenKind, depth: usize) -> String {
    let fields = node.pickable(token).map(|field| {
        let inner = field
            .node()
            .filter(|it| depth > 1 && it.pickable(token).next().is_some());
        match inner {
            Some(inner) => format!("{}{{{}}}", field.name, all_fields(inner, token, depth - 1)),
            None => field.name.to_owned(),
        }
    });
    fields.collect::<Vec<_>>().join(",")
}

#[track_caller]
fn check(desk: &mut Desk, token: TokenKind, path: &str, node: &Node) {
    for depth in [1, 3] {
        let fields = all_fields(node, token, depth);
        let query = match fields.as_str() {
            "" => path.to_owned(),
            fields => format!("{path}?fields={fields}"),
        };
        desk.explorer.draft.token = token;
        desk.enter(QUERY, &query);
        desk.press("Submit");
        assert_eq!(desk.status, 200, "{query}: {}", desk.answer);
    }
}

#[test]
fn every_field_and_edge_that_is_offered_is_answered() {
    let mut desk = Desk::new();
    let page = desk.keys.page_id.clone();
    let conversation = desk.keys.conversation_id.clone().unwrap();
    check(&mut desk, TokenKind::User, "me", &catalog::USER);
    check(&mut desk, TokenKind::Page, &page, &catalog::PAGE);
    check(
        &mut desk,
        TokenKind::Page,
        &conversation,
        &catalog::CONVERSATION,
    );
    desk.enter(QUERY, &format!("{conversation}/messages?fields=id"));
    desk.press("Submit");
    let rows = desk.answer.get("data").unwrap().as_list().unwrap();
    let message = rows[0].get("id").unwrap().as_str().unwrap().to_owned();
    check(&mut desk, TokenKind::Page, &message, &catalog::MESSAGE);
    let nodes = [
        ("me", TokenKind::User, &catalog::USER),
        (page.as_str(), TokenKind::Page, &catalog::PAGE),
        (
            conversation.as_str(),
            TokenKind::Page,
            &catalog::CONVERSATION,
        ),
    ];
    let mut edges = 0;
    for (path, token, node) in nodes {
        for (field, edge) in node.edges() {
            if reads(edge).is_some() {
                check(
                    &mut desk,
                    token,
                    &format!("{path}/{}", field.name),
                    edge.rows,
                );
                edges += 1;
            }
        }
    }
    assert_eq!(edges, 5);
}

fn reads(edge: &Edge) -> Option<&Use> {
    edge.uses.iter().find(|it| it.spec.method == Method::Get)
}

#[test]
fn every_value_of_a_parameter_is_taken() {
    let mut desk = Desk::new();
    desk.press("Page tokenActs for a Page");
    let mut values = 0;
    for param in reads(catalog::PAGE.edge("conversations").unwrap())
        .unwrap()
        .params
    {
        let all: &[&str] = match param.takes {
            Takes::OneOf(all) => all,
            _ => continue,
        };
        for value in all {
            desk.enter(QUERY, &format!("me/conversations?{}={value}", param.name));
            desk.press("Submit");
            assert_eq!(desk.status, 200, "{}", desk.answer);
            values += 1;
        }
    }
    assert_eq!(values, 2);
}

/// The routes of the catalogue are those of its own paths, and every endpoint has its place.
#[test]
fn the_catalogue_covers_the_endpoints() {
    let nodes = [
        &catalog::USER,
        &catalog::PAGE,
        &catalog::CONVERSATION,
        &catalog::MESSAGE,
    ];
    let mut specs = vec![
        catalog::READ_USER.spec,
        catalog::READ_CONVERSATION.spec,
        catalog::DEBUG.spec,
    ];
    for node in nodes {
        for (field, edge) in node.edges() {
            for call in edge.uses {
                assert!(call.spec.route.ends_with(&format!("/{}", field.name)));
                specs.push(call.spec);
            }
        }
    }
    for spec in graph_api::endpoints::ALL {
        // The end of a login takes no token: it is no call for an explorer.
        let is_login = spec.route == "/oauth/access_token";
        assert!(is_login || specs.contains(&spec), "{}", spec.route);
    }
}

#[test]
fn no_field_stands_twice_and_all_are_told_about() {
    let nodes = [
        &catalog::USER,
        &catalog::PAGE,
        &catalog::CONVERSATION,
        &catalog::MESSAGE,
    ];
    for node in nodes {
        for (at, field) in node.fields.iter().enumerate() {
            let mut before = node.fields.iter().take(at);
            assert!(before.all(|it| it.name != field.name), "{}", field.name);
            assert!(!field.about.is_empty(), "{}", field.name);
            if let Kind::Plain(kind) = field.kind {
                assert!(!kind.is_empty(), "{}", field.name);
            }
        }
    }
}
