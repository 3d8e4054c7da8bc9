//! A service that answers from what pages show.
#![cfg(feature = "examples")]

use runtime::runtime::Operations;
use runtime::runtime::client::Documented;

static OPERATIONS: Operations = Operations::new(
    "DELETE /users/{id}\t204\trequests::users::delete\n\
     GET /users/{id}\t200\trequests::users::get\n\
     POST /users\t201\trequests::users::create\n\
     POST /me/sendMail\t202\trequests::me::send_mail\n",
);

const PAGE: &str = r#"[
    {"page": "v1.0/api/user-get.md", "role": "response", "status": 200,
     "request": "GET https://graph.example/v1.0/users/{id}", "body": {"id": "1"}},
    {"page": "v1.0/api/user-get.md", "role": "response", "status": 200,
     "request": "GET https://graph.example/v1.0/users/7", "body": {"id": "7"}},
    {"page": "v1.0/api/user-sendmail.md", "role": "response", "status": 400,
     "request": "POST https://graph.example/v1.0/me/sendMail", "body": {"error": {"code": "Odd"}}}
]"#;

#[track_caller]
fn answered(method: &str, path: &str) -> (u16, String) {
    let service = Documented::new(OPERATIONS, &[PAGE]);
    let request = http::Request::builder().method(method).uri(path).body(Vec::new());
    let response = service.answer(&request.expect("a request"));
    (response.status().as_u16(), String::from_utf8_lossy(response.body()).into_owned())
}

#[test]
fn the_example_most_like_the_request_is_the_answer() {
    assert_eq!(answered("GET", "/v1.0/users/x"), (200, r#"{"id": "1"}"#.to_owned()));
    assert_eq!(answered("GET", "/v1.0/users/7"), (200, r#"{"id": "7"}"#.to_owned()));
}

#[test]
fn an_empty_response_needs_no_example() {
    assert_eq!(answered("DELETE", "/v1.0/users/7"), (204, String::new()));
    // The error that the page shows is not what comes of a request as a rule.
    assert_eq!(answered("POST", "/v1.0/me/sendMail"), (202, String::new()));
}

#[test]
fn what_no_page_shows_is_not_made_up() {
    assert_eq!(answered("POST", "/v1.0/users").0, 404);
    assert_eq!(answered("GET", "/v1.0/groups").0, 404);
}
