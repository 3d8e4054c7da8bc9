//! A service without OData: the pages of its collections and its errors, as conventions describe them.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;

use model::User;
use runtime::plain::Page;
use runtime::runtime::client::blocking::Client;
use runtime::runtime::client::{HttpRequest, HttpResponse};
use runtime::runtime::conventions::{Conventions, ErrorShape, Monitor, NextPage, Paging};
use runtime::runtime::{Request, Response, Service};
use scripted::{Scripted, answer};

const PLAIN: Conventions = Conventions {
    option_prefix: "",
    error: ErrorShape {
        path: &["errors"],
        code: &["code", "title"],
        message: &["detail"],
        target: &[],
        details: &[],
        inner: &[],
    },
    paging: Paging { items: &[], count: &[], next: NextPage::LinkHeader },
    carried: &["accept-language"],
    request_id: &["x-request-id"],
    monitor: Monitor {
        location: &["location"],
        status: &["state"],
        succeeded: &["complete"],
        failed: &["failed"],
    },
    batch: None,
    upload: None,
};

const fn paged(items: &'static [&'static str], next: NextPage) -> Conventions {
    Conventions { paging: Paging { items, count: &["meta", "total"], next }, ..PLAIN }
}

static LINKS: Conventions = PLAIN;
static NESTED: Conventions =
    paged(&["data", "resources"], NextPage::Url(&["pagination", "next", "href"]));
static TOKEN: Conventions =
    paged(&["items"], NextPage::Token { path: &["next_token"], parameter: "page_token" });
static NUMBER: Conventions = paged(&[], NextPage::Number { parameter: "page", first: 1 });
static OFFSET: Conventions = paged(&["items"], NextPage::Offset { parameter: "offset" });
static AFTER: Conventions = paged(&[], NextPage::After { member: "id", parameter: "after" });
static NEVER: Conventions = paged(&[], NextPage::Never);

fn service(conventions: &'static Conventions) -> Service {
    Service::new("https://api.example/v2").with_conventions(conventions)
}

/// Asks for all users; gives their ids and the URLs that were asked for.
fn walk(
    conventions: &'static Conventions,
    page: impl Fn(usize, &HttpRequest) -> HttpResponse + Send + Sync + 'static,
) -> (Vec<String>, Vec<String>) {
    let transport = Scripted::new(move |number, request| Ok(page(number, request)));
    let client = Client::new(service(conventions), transport.clone());
    let request: Request<Page<User>> = service(conventions).request("GET /users", &[]);
    let request = request.query("limit", "2").header("Accept-Language", "fr").header("X-Mine", "1");
    let users = client.items(request).map(|user| user.expect("a user").id.expect("an id"));
    let users = users.collect();
    let log = transport.log.lock().expect("no panic before");
    (users, log.urls())
}

#[test]
fn a_link_header_leads_on() {
    let (users, urls) = walk(&LINKS, |number, request| {
        assert_eq!(request.headers()["accept-language"], "fr");
        assert_eq!(request.headers().contains_key("x-mine"), number == 0);
        let next = r#"<https://api.example/v2/users?a=1,2>; rel="prev", <https://api.example/v2/users?cursor=x>; title="a, b"; rel="last next""#;
        match number {
            0 => answer(200, &[("Link", next)], r#"[{"id":"1"},{"id":"2"}]"#),
            _ => answer(
                200,
                &[("Link", r#"<https://api.example/v2/users>; rel="first""#)],
                r#"[{"id":"3"}]"#,
            ),
        }
    });
    assert_eq!(users, ["1", "2", "3"]);
    assert_eq!(
        urls,
        ["https://api.example/v2/users?limit=2", "https://api.example/v2/users?cursor=x"]
    );
}

#[test]
fn a_url_in_the_body_leads_on() {
    let (users, urls) = walk(&NESTED, |number, _| {
        let next = match number {
            0 => r#"{"href":"https://api.example/v2/users?page=2"}"#,
            _ => "null",
        };
        answer(
            200,
            &[],
            &format!(
                r#"{{"data":{{"resources":[{{"id":"{number}"}}]}},"pagination":{{"next":{next}}}}}"#
            ),
        )
    });
    assert_eq!((users.len(), urls.len()), (2, 2));
    assert_eq!(urls[1], "https://api.example/v2/users?page=2");
}

#[test]
fn a_token_is_repeated_with_the_first_request() {
    let (users, urls) = walk(&TOKEN, |number, request| {
        assert!(request.headers().contains_key("x-mine"), "it is the first request again");
        let token = ["\"a b\"", "\"c\"", "\"\""][number];
        answer(200, &[], &format!(r#"{{"items":[{{"id":"{number}"}}],"next_token":{token}}}"#))
    });
    assert_eq!(users, ["0", "1", "2"]);
    assert_eq!(urls[1], "https://api.example/v2/users?limit=2&page_token=a%20b");
    assert_eq!(urls[2], "https://api.example/v2/users?limit=2&page_token=c");
}

#[test]
fn pages_and_items_are_counted_until_a_page_is_empty() {
    let body = |number: usize| match number {
        0 => r#"[{"id":"1"},{"id":"2"}]"#,
        1 => r#"[{"id":"3"}]"#,
        _ => "[]",
    };
    let (users, urls) = walk(&NUMBER, move |number, _| answer(200, &[], body(number)));
    assert_eq!(users, ["1", "2", "3"]);
    assert_eq!(
        urls[1..],
        [
            "https://api.example/v2/users?limit=2&page=2",
            "https://api.example/v2/users?limit=2&page=3"
        ]
    );
    let (users, urls) = walk(&OFFSET, move |number, _| {
        answer(200, &[], &format!(r#"{{"items":{}}}"#, body(number)))
    });
    assert_eq!(users, ["1", "2", "3"]);
    assert_eq!(
        urls[1..],
        [
            "https://api.example/v2/users?limit=2&offset=2",
            "https://api.example/v2/users?limit=2&offset=3"
        ]
    );
    let (users, urls) = walk(&AFTER, move |number, _| answer(200, &[], body(number)));
    assert_eq!(users, ["1", "2", "3"]);
    assert_eq!(
        urls[1..],
        [
            "https://api.example/v2/users?limit=2&after=2",
            "https://api.example/v2/users?limit=2&after=3"
        ]
    );
    let (users, urls) = walk(&NEVER, move |number, _| answer(200, &[], body(number)));
    assert_eq!((users.len(), urls.len()), (2, 1));
}

fn page(conventions: &'static Conventions, body: &str) -> Result<Page<User>, String> {
    let request: Request<Page<User>> = service(conventions).request("GET /users", &[]);
    request.decode(&answer(200, &[], body)).map_err(|error| error.to_string())
}

#[test]
fn a_page_keeps_what_is_around_its_items() {
    let body = r#"{"meta":{"total":7},"data":{"x":1,"resources":[{"id":"1","new":2}],"y":[]}}"#;
    let page = page(&NESTED, body).expect("a page");
    assert_eq!((page.count, page.items().len()), (Some(7), 1));
    assert_eq!(String::from_utf8(page.encode()).expect("UTF-8"), body);
    let bare = self::page(&NESTED, r#"[{"id":"1"}]"#).expect("a bare collection");
    assert_eq!(bare.encode(), br#"[{"id":"1"}]"#);
}

#[test]
fn what_is_no_page_is_an_error_with_a_place() {
    for body in ["{}", r#"{"data":{"resources":{}}}"#, "1", "null"] {
        let error = page(&NESTED, body).expect_err(body);
        assert!(error.contains("expected a collection"), "{error}");
    }
    let error = page(&LINKS, "[{\"id\":\"1\"},\n 5]").expect_err("no object");
    assert!(error.contains("[1]: ") && error.contains("line 2 column 2"), "{error}");
}

#[test]
fn errors_are_read_as_the_conventions_say() {
    let request: Request<User> = service(&LINKS).request("GET /users/{id}", &["1"]);
    let body =
        r#"{"errors":[{"code":10008,"title":"NotFound","detail":"No such user."},{"code":1}]}"#;
    let error = request.decode(&answer(422, &[("X-Request-Id", "7")], body)).expect_err("an error");
    assert_eq!(error.to_string(), "422 Unprocessable Entity, 10008: No such user. (request 7)");
}
