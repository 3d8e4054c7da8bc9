//! The pages and items of a collection: positions, deltas, carried headers.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/client.rs"]
mod support;

use model::User;
use runtime::runtime::Change;
use runtime::runtime::client::{HttpRequest, Position};
use scripted::{Scripted, answer};
use support::{client, users};

/// Three pages of two users each, with a delta link at the end.
fn three_pages() -> Scripted {
    Scripted::new(|_, request: &HttpRequest| {
        let query = request.uri().query().unwrap_or_default();
        let page: usize =
            query.strip_prefix("page=").map_or(0, |page| page.parse().expect("a number"));
        let link = match page {
            2 => r#""@odata.deltaLink":"https://graph.example/v1.0/users?delta=1""#.to_owned(),
            page => {
                format!(r#""@odata.nextLink":"https://graph.example/v1.0/users?page={}""#, page + 1)
            }
        };
        let (a, b) = (page * 2, page * 2 + 1);
        Ok(answer(200, &[], &format!(r#"{{"value":[{{"id":"{a}"}},{{"id":"{b}"}}],{link}}}"#)))
    })
}

fn ids<E: std::fmt::Debug>(items: impl Iterator<Item = Result<User, E>>) -> Vec<String> {
    items.map(|user| user.expect("a user").id.expect("an id")).collect()
}

#[test]
fn items_run_over_all_pages_and_leave_a_delta_link() {
    let transport = three_pages();
    let mut items = client(&transport).items(users().top(2));
    assert_eq!(ids(items.by_ref()), ["0", "1", "2", "3", "4", "5"]);
    assert_eq!(items.delta_link(), Some("https://graph.example/v1.0/users?delta=1"));
    assert!(items.position().is_none());
    assert_eq!(client(&three_pages()).pages(users()).count(), 3);
}

#[test]
fn another_process_goes_on_at_any_item() {
    for taken in 0..6 {
        let transport = three_pages();
        let mut items = client(&transport).items(users());
        let mut all = ids(items.by_ref().take(taken));
        let kept = items.position().expect("there is more").to_string();
        let position: Position = kept.parse().expect("a position");
        all.extend(ids(client(&three_pages()).items(users()).from(&position)));
        assert_eq!(all, ["0", "1", "2", "3", "4", "5"], "after {taken}: {kept}");
        // And twice in the same page.
        let mut again = client(&three_pages()).items(users()).from(&position);
        let mut all: Vec<String> = ids(again.by_ref().take(1));
        if let Some(position) = again.position() {
            all.extend(ids(client(&three_pages()).items(users()).from(&position)));
        }
        assert_eq!(all.len(), 6 - taken);
    }
    for odd in ["", "1", "1 2 3", "a b c d", "1 2 3 "] {
        assert!(odd.parse::<Position>().is_err(), "{odd}");
    }
}

#[test]
fn an_error_ends_the_items_and_the_position_goes_on() {
    let transport = Scripted::new(|_, request: &HttpRequest| {
        let first = request.uri().query().is_none();
        Ok(match first {
            true => answer(
                200,
                &[],
                r#"{"value":[{"id":"0"}],"@odata.nextLink":"https://graph.example/v1.0/users?page=1"}"#,
            ),
            false => answer(403, &[], ""),
        })
    });
    let mut items = client(&transport).items(users());
    let all: Vec<_> = items.by_ref().collect();
    assert_eq!((all.len(), all[1].is_err()), (2, true));
    let position = items.position().expect("where it failed").to_string();
    assert!(position.ends_with("https://graph.example/v1.0/users?page=1"), "{position}");
}

#[test]
fn further_pages_carry_named_headers_only() {
    let transport = three_pages();
    let request =
        users().header("ConsistencyLevel", "eventual").header("Prefer", "x").header("X-Mine", "1");
    assert_eq!(client(&transport).items(request).count(), 6);
    let log = transport.log.lock().expect("no panic before");
    for request in &log.sent[1..] {
        assert_eq!(request.headers()["consistencylevel"], "eventual");
        assert_eq!(request.headers()["prefer"], "x");
        assert!(!request.headers().contains_key("x-mine"));
    }
    assert!(log.sent[0].headers().contains_key("x-mine"));
}

#[test]
fn a_delta_says_what_was_removed() {
    let body = r#"{"value":[{"id":"1"},{"id":"2","@removed":{"reason":"deleted"}}]}"#;
    let transport = Scripted::new(move |_, _| Ok(answer(200, &[], body)));
    let changes: Vec<Change<User>> =
        client(&transport).items(users()).map(|user| Change::of(user.expect("a user"))).collect();
    assert!(matches!(&changes[0], Change::Present(user) if user.id.as_deref() == Some("1")));
    assert!(
        matches!(&changes[1], Change::Removed { id, reason, .. } if id == "2" && reason == "deleted")
    );
}

#[test]
fn a_position_on_the_first_page_is_where_the_client_is() {
    let transport = three_pages();
    let client = client(&transport).root("https://cloud.example");
    let mut items = client.items(users());
    items.next().expect("an item").expect("a user");
    let kept = items.position().expect("a place").to_string();
    assert_eq!(kept, "1 0 0 https://cloud.example/v1.0/users");
}
