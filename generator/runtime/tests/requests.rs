//! Request functions in the form of emitted code: what they send, and how they read what comes back.

mod model;

use model::{Importance, Message, Metric, User};
use runtime::runtime::{
    Account, Bytes, Date, Guid, Json, NoContent, ObjectExt, Operations, Page, PathArg, Reference,
    Request, RequestError, ResponseError, Service, Value, round_trip,
};

static API: Service = Service::new("https://graph.microsoft.com/v1.0");

static OPERATIONS: Operations = Operations::new(
    "# comment\n\
     GET /users\t200\trequests::users::list\tv1.0/api/user-list.md\tUser.Read.All\t\tUser.Read.All\n\
     GET /users/{id | userPrincipalName}\t200\trequests::users::get\tv1.0/api/user-get.md\tUser.Read User.ReadWrite\t\t\n\
     GET /users/{id | userPrincipalName}\t200\trequests::users::get_guest\tv1.0/api/guest-get.md\t\t\t\n\
     PATCH /users/{id}\t\trequests::users::update\tv1.0/api/user-update.md\n\
     \n",
);

/// Returns a user.
///
/// `GET /users/{id | userPrincipalName}`
fn get_user(id: &str) -> Request<User> {
    API.request("GET /users/{id | userPrincipalName}", &[id])
}

fn update_user(id: &str, body: &User) -> Request<Option<User>> {
    API.request("PATCH /users/{id}", &[id]).json(body)
}

fn list_users() -> Request<Page<User>> {
    API.request("GET /users", &[])
}

#[track_caller]
fn path(template: &'static str, arguments: &[&dyn PathArg]) -> Result<String, RequestError> {
    // Tests have many templates; a line is static.
    let line = Box::leak(format!("GET {template}").into_boxed_str());
    Service::new("").request_with::<Json>(line, arguments).url()
}

#[test]
fn what_the_pages_say_is_found_by_the_request() {
    let pages = |request| OPERATIONS.of(&request).map(|found| found.page).collect::<Vec<_>>();
    assert_eq!(pages(get_user("1")), ["v1.0/api/user-get.md", "v1.0/api/guest-get.md"]);
    assert_eq!(pages(API.request("GET /me", &[])), [""; 0]);
    let by_hand: Request<User> = API.request("GET", &[]);
    assert_eq!(pages(by_hand), [""; 0]);
    assert_eq!(OPERATIONS.iter().count(), 4);

    let found = OPERATIONS.of(&get_user("1")).next().expect("documented");
    assert_eq!(found.line, "GET /users/{id | userPrincipalName}");
    assert_eq!(found.status, Some(200));
    assert_eq!(found.function, "requests::users::get");
    let scopes: Vec<&str> = found.permissions.scopes(Account::DelegatedWork).collect();
    assert_eq!(scopes, ["User.Read", "User.ReadWrite"]);
    assert_eq!(found.permissions.scopes(Account::Application).count(), 0);

    let short = OPERATIONS.of(&update_user("1", &User::default())).next().expect("documented");
    assert_eq!((short.status, short.permissions.application), (None, ""));
}

#[test]
fn a_get() {
    let request = get_user("adele@example.com").select(&["id", "displayName"]);
    assert_eq!(request.line(), "GET /users/{id | userPrincipalName}");
    let http = request.to_http().expect("a request");
    assert_eq!(http.method(), "GET");
    assert_eq!(
        http.uri(),
        "https://graph.microsoft.com/v1.0/users/adele%40example.com?$select=id,displayName"
    );
    assert_eq!(http.headers()["accept"], "application/json");
    assert!(!http.headers().contains_key("content-type"));
    assert!(http.body().is_empty());
}

#[test]
fn a_patch_with_an_explicit_null() {
    let mut body = User { display_name: Some("A".to_owned()), ..User::default() };
    body.set_null("jobTitle").expect("a property");
    let http = update_user("1", &body).header("If-Match", "W/\"1\"").to_http().expect("a request");
    assert_eq!(http.method(), "PATCH");
    assert_eq!(http.headers()["content-type"], "application/json");
    assert_eq!(http.headers()["if-match"], "W/\"1\"");
    assert_eq!(http.body(), br#"{"displayName":"A","jobTitle":null}"#);
    let answer = http::Response::builder().status(204).body("").expect("a response");
    assert_eq!(update_user("1", &body).decode(&answer).expect("a success"), None);
}

#[test]
fn headers_can_be_replaced() {
    let request = get_user("1")
        .header("accept", "image/png")
        .bytes("image/jpeg", vec![1])
        .header("Content-Type", "image/png");
    let http = request.to_http().expect("a request");
    assert_eq!(http.headers().get_all("accept").iter().collect::<Vec<_>>(), ["image/png"]);
    assert_eq!(http.headers().get_all("content-type").iter().collect::<Vec<_>>(), ["image/png"]);
    assert!(matches!(get_user("1").header("a b", "c").to_http(), Err(RequestError::Http(_))));
    assert!(matches!(get_user("1").header("a", "b\nc").to_http(), Err(RequestError::Http(_))));
}

#[test]
fn query_options() {
    let request = list_users()
        .filter("startsWith(displayName,'A & B')")
        .expand(&["manager", "directReports"])
        .order_by(&["displayName desc"])
        .search("\"a:b\"")
        .top(5)
        .skip(10)
        .count()
        .query("x=y", "1+1#");
    assert_eq!(
        request.url().expect("a URL"),
        "https://graph.microsoft.com/v1.0/users?$filter=startsWith(displayName,'A%20%26%20B')&$expand=manager,directReports\
         &$orderby=displayName%20desc&$search=%22a:b%22&$top=5&$skip=10&$count=true&x%3Dy=1%2B1%23"
    );
    request.to_http().expect("a request");
}

#[test]
fn arguments_are_encoded_by_their_place() {
    let guid: Guid = "00000000-0000-0000-0000-00000000000A".parse().expect("valid");
    let day: Date = "2021-07-16".parse().expect("valid");
    for (template, arguments, expected) in [
        ("/a/{id}", &[&"x/../?#%é b" as &dyn PathArg][..], "/a/x%2F..%2F%3F%23%25%C3%A9%20b"),
        ("/users('{upn}')", &[&"o'neil/@x"], "/users('o%27%27neil%2F%40x')"),
        ("/f(a='{a}',b={b})", &[&"it's", &5_i32], "/f(a='it%27%27s',b=5)"),
        ("/f(on={day})/{x}", &[&day, &true], "/f(on=2021-07-16)/true"),
        ("/{id}/{kind}", &[&guid, &Importance::High], "/00000000-0000-0000-0000-00000000000A/high"),
        (
            "/drive/root:/{path}:/children",
            &[&"/a b/c#d.txt"],
            "/drive/root:/a%20b/c%23d.txt:/children",
        ),
        ("/drive/root:/{path}", &[&"a/b"], "/drive/root:/a/b"),
        (
            "/a/{id}/b?$filter=x eq '{v}'&y={z}",
            &[&"1", &"a&b'c", &"d&e"],
            "/a/1/b?$filter=x%20eq%20'a%26b%27%27c'&y=d%26e",
        ),
        ("/me/photos/{a}x{b}/$value", &[&48_u8, &64_u64], "/me/photos/48x64/$value"),
        ("/a/..{x}", &[&"b"], "/a/..b"),
        ("/users('{upn}')", &[&""], "/users('')"),
    ] {
        assert_eq!(path(template, arguments).expect("a path"), expected);
        path(template, arguments).expect("a path").parse::<http::Uri>().expect("a URI");
    }
}

#[test]
fn an_argument_cannot_leave_its_place() {
    assert!(
        matches!(path("/a/{id}", &[&""]), Err(RequestError::EmptyArgument(name)) if name == "id")
    );
    for dots in [".", ".."] {
        assert!(
            matches!(path("/a/{id}/b", &[&dots]), Err(RequestError::DotSegment(name)) if name == "id")
        );
        assert!(matches!(
            path("/root:/{path}:/x", &[&format!("a/{dots}/b")]),
            Err(RequestError::DotSegment(_))
        ));
    }
    assert!(matches!(path("/a/.{id}", &[&"."]), Err(RequestError::DotSegment(_))));
    assert!(matches!(path("/root:/{path}", &[&"/"]), Err(RequestError::EmptyArgument(_))));
    assert!(
        matches!(path("/a/{id}/{other}", &[&"1"]), Err(RequestError::MissingArgument(name)) if name == "other")
    );
    assert!(matches!(path("/a", &[&"1"]), Err(RequestError::SurplusArgument)));
    let error = get_user("").to_http().expect_err("empty");
    assert_eq!(error.to_string(), "the argument for {id | userPrincipalName} is empty");
}

fn response(status: u16, body: &str) -> http::Response<Vec<u8>> {
    http::Response::builder().status(status).body(body.as_bytes().to_vec()).expect("a response")
}

#[test]
fn a_success() {
    let user = get_user("1")
        .decode(&response(200, r#"{"id":"1","accountEnabled":"yes"}"#))
        .expect("a user");
    assert_eq!(user.id.as_deref(), Some("1"));
    assert_eq!(user.misfits().len(), 1);
    let error = get_user("1").decode_strict(&response(200, r#"{"id":"1","accountEnabled":"yes"}"#));
    assert_eq!(
        error.expect_err("a misfit").to_string(),
        "200 OK, but the body is wrong: accountEnabled: expected a boolean, found \"yes\" at line 1 column 28"
    );
    let error = get_user("1").decode(&response(200, "<html>")).expect_err("no JSON");
    assert!(matches!(error, ResponseError::Body(error) if error.status == 200));
}

#[test]
fn an_api_error() {
    let body = r#"{"error":{"code":"Request_ResourceNotFound","message":"No \"x\".","target":"id","details":[{"code":"a","message":"b","target":null}],
        "innerError":{"date":"2021", "request-id":"r"}}}"#;
    let error = get_user("1").decode(&response(404, body)).expect_err("an error");
    assert_eq!(error.status(), 404);
    assert_eq!(error.to_string(), "404 Not Found, Request_ResourceNotFound: No \"x\".");
    let error = error.api_error().expect("the service's");
    assert_eq!(
        (error.code.as_str(), error.target.as_deref()),
        ("Request_ResourceNotFound", Some("id"))
    );
    assert_eq!(
        (
            error.details[0].code.as_str(),
            error.details[0].message.as_str(),
            &error.details[0].target
        ),
        ("a", "b", &None)
    );
    assert!(error.inner.as_ref().is_some_and(|inner| inner.as_str().contains("request-id")));
    assert_eq!(error.body, body.as_bytes());
}

#[test]
fn an_error_in_any_other_form() {
    for (body, code, message) in [
        ("", "", ""),
        ("<html>Bad gateway</html>", "", ""),
        ("[]", "", ""),
        (r#"{"error":"invalid_client"}"#, "", ""),
        (r#"{"error":{"code":5,"message":{"lang":"en","value":"old"}}}"#, "5", "old"),
        (r#"{"error":{"details":{}}}"#, "", ""),
    ] {
        let error = get_user("1").decode(&response(502, body)).expect_err("an error");
        let error = error.api_error().expect("the service's");
        assert_eq!((error.code.as_str(), error.message.as_str()), (code, message), "{body}");
        assert_eq!(error.body, body.as_bytes());
    }
}

#[test]
fn an_expected_status_is_a_success() {
    let request: Request<Bytes> = API.request("GET /users/{id}", &["1"]).expects(302);
    assert_eq!(request.decode(&response(302, "abc")).expect("expected").as_ref(), b"abc");
    assert!(request.decode(&response(301, "")).is_err());
}

#[test]
fn pages_lead_on() {
    let body = r#"{"@odata.context":"c","@odata.count":3,"@odata.nextLink":"https://graph.microsoft.com/v1.0/users?$skiptoken=a%20b","value":[{"id":"1"},{"id":"2"}]}"#;
    let page = list_users().decode(&response(200, body)).expect("a page");
    assert_eq!((page.items().len(), page.count), (2, Some(3)));
    let next = page.next().expect("there is more").to_http().expect("a request");
    assert_eq!(next.uri(), "https://graph.microsoft.com/v1.0/users?$skiptoken=a%20b");
    assert_eq!(next.method(), "GET");
    assert!(page.delta().is_none());
    assert_eq!((&page).into_iter().count(), page.clone().into_iter().count());
    assert_eq!(round_trip::<Page<User>>(body.as_bytes()), Ok(Vec::new()));
    let last = list_users().decode(&response(200, r#"{"value":[]}"#)).expect("a page");
    assert!(last.next().is_none() && last.items().is_empty());
    let broken: Page<User> = Page { next_link: Some("not a URL".to_owned()), ..Page::default() };
    assert!(broken.next().expect("a link").to_http().is_err());
}

#[test]
fn an_envelope_around_an_object_is_remembered() {
    for body in [
        r#"{"value":{"id":"1"}}"#,
        r#"{"@odata.context":"c","value":{"@odata.etag":"e","id":"1"},"value@x":1}"#,
        r#"{"value":{"id":"1"},"more":1}"#,
        r#"{"value":[1]}"#,
        r#"{"value":{"id":"1"},"value":{"id":"2"}}"#,
    ] {
        assert_eq!(round_trip::<User>(body.as_bytes()), Ok(Vec::new()), "{body}");
    }
    let user =
        get_user("1").decode(&response(200, "{\n\"value\": {\"id\":\"1\"}}")).expect("a user");
    assert_eq!(user.id.as_deref(), Some("1"));
    assert_eq!(String::from_utf8_lossy(&user.to_vec()), r#"{"id":"1"}"#);
    let error = get_user("1")
        .decode_strict(&response(200, "{\n\"value\": {\"id\":5}}"))
        .expect_err("a misfit");
    assert!(
        error.to_string().ends_with("value.id: expected a string, found 5 at line 2 column 16"),
        "{error}"
    );
}

#[test]
fn an_object_in_the_place_of_a_number_called_value_is_an_envelope() {
    let get = || API.request::<Metric>("GET /metric", &[]);
    let wrapped = r#"{"value":{"id":"1","value":1.5}}"#;
    let metric = get().decode_strict(&response(200, wrapped)).expect("a metric");
    assert_eq!((metric.id.as_deref(), metric.value), (Some("1"), Some(1.5)));
    assert_eq!(round_trip::<Metric>(wrapped.as_bytes()), Ok(Vec::new()));
    let plain = get().decode_strict(&response(200, r#"{"value":2}"#)).expect("a metric");
    assert_eq!(plain.value, Some(2.0));
}

#[test]
fn other_bodies() {
    for body in [r#"{"@odata.context":"c","value":true}"#, r#"{"value":null}"#, "{}"] {
        assert_eq!(round_trip::<Value<bool>>(body.as_bytes()), Ok(Vec::new()), "{body}");
    }
    let levels = API
        .request::<Value<Vec<Importance>>>("GET /levels", &[])
        .decode_strict(&response(200, r#"{"value":["low","x"]}"#))
        .expect("strings");
    assert_eq!(levels.value.as_ref().map(Vec::len), Some(2));
    assert_eq!(levels.clone(), levels);
    let found =
        round_trip::<Value<Vec<String>>>(br#"{"value":["a",null]}"#).expect("nothing is lost");
    assert_eq!(
        found[0].to_string(),
        "value: expected a collection (a string each), found [\"a\",null]"
    );
    assert_eq!(round_trip::<Json>(b"[1, 2.0]"), Ok(Vec::new()));
    assert_eq!(round_trip::<Option<Message>>(br#"{"id":"1"}"#), Ok(Vec::new()));
    let reference = Reference::to("https://graph.microsoft.com/v1.0/users/1");
    let http =
        API.request::<NoContent>("GET /users", &[]).json(&reference).to_http().expect("a request");
    assert_eq!(http.body(), br#"{"@odata.id":"https://graph.microsoft.com/v1.0/users/1"}"#);
    assert_eq!(round_trip::<Reference>(http.body()), Ok(Vec::new()));
    let raw: Json = "[1]".parse().expect("JSON");
    assert_eq!(
        API.request::<NoContent>("GET /users", &[])
            .json_raw(&raw)
            .to_http()
            .expect("a request")
            .body(),
        b"[1]"
    );
    let nothing = API.request::<NoContent>("DELETE /users/{id}", &["1"]);
    assert!(nothing.decode_strict(&response(204, "")).is_ok());
}

#[test]
fn another_base() {
    let url = get_user("1").base_url("https://graph.microsoft.us/v1.0/").url().expect("a URL");
    assert_eq!(url, "https://graph.microsoft.us/v1.0/users/1");
    assert_eq!(
        get_user("1").clone().url().expect("a URL"),
        "https://graph.microsoft.com/v1.0/users/1"
    );
}
