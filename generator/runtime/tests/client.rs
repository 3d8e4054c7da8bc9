//! The client against a service that follows a script: retries, pages, long-running operations, uploads, batches.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;

use model::User;
use runtime::runtime::client::blocking::Client;
use runtime::runtime::client::{Error, HttpRequest, HttpResponse, Monitored, Policy, Position};
use runtime::runtime::{
    Batch, BodyFault, Bytes, Change, Json, NoContent, Page, Request, ResponseError, Service, Upload,
};
use scripted::{Scripted, answer};
use std::io::Cursor;
use std::sync::{Arc, Mutex};
use std::time::Duration;

static API: Service = Service::new("https://graph.example/v1.0");

fn steady() -> Policy {
    Policy { jitter: 0.0, ..Policy::default() }
}

fn client(transport: &Scripted) -> Client {
    Client::new(API, transport.clone()).policy(steady())
}

fn waits(transport: &Scripted) -> Vec<u128> {
    let log = transport.log.lock().expect("no panic before");
    log.waits.iter().map(Duration::as_millis).collect()
}

fn requests(transport: &Scripted) -> usize {
    transport.log.lock().expect("no panic before").sent.len()
}

fn me() -> Request<User> {
    API.request("GET /me", &[])
}

fn users() -> Request<Page<User>> {
    API.request("GET /users", &[])
}

/// Answers with these statuses in turn, the last one for ever.
fn statuses(
    statuses: &'static [u16],
    headers: &'static [(&'static str, &'static str)],
) -> Scripted {
    Scripted::new(move |number, _| {
        let status = *statuses.get(number).or(statuses.last()).expect("a status");
        Ok(answer(status, if status >= 400 { headers } else { &[] }, r#"{"id":"1"}"#))
    })
}

#[test]
fn a_busy_service_is_asked_again_after_the_wait_that_it_names() {
    for (header, wait) in [("7", 7000), ("0.249", 249)] {
        let headers: &'static [_] = Box::leak(Box::new([("Retry-After", header)]));
        let transport = statuses(&[429, 503, 200], headers);
        client(&transport).send(me()).expect("a user");
        assert_eq!(waits(&transport), [wait, wait]);
    }
    let headers = [
        ("Date", "Wed, 21 Oct 2015 07:28:00 GMT"),
        ("Retry-After", "Wed, 21 Oct 2015 07:28:05 GMT"),
    ];
    let transport = statuses(&[429, 200], Box::leak(Box::new(headers)));
    client(&transport).send(me()).expect("a user");
    assert_eq!(waits(&transport), [5000]);
}

#[test]
fn waits_double_and_end() {
    let transport = statuses(&[500], &[]);
    let error = client(&transport).send(me()).expect_err("it never works");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
    assert_eq!(waits(&transport), [500, 1000, 2000, 4000]);
    let transport = statuses(&[429], &[("Retry-After", "200")]);
    client(&transport).send(me()).expect_err("the budget is spent");
    assert_eq!(waits(&transport), [200_000], "a second wait would pass the budget of 300 s");
}

#[test]
fn jitter_shortens_waits() {
    let transport = statuses(&[500], &[]);
    let policy = Policy {
        retries: 40,
        first_wait: Duration::from_secs(1),
        longest_wait: Duration::from_secs(1),
        ..Policy::default()
    };
    client(&transport).policy(policy).send(me()).expect_err("it never works");
    let waits = waits(&transport);
    assert!(waits.iter().all(|wait| (500..=1000).contains(wait)), "{waits:?}");
    assert!(waits.iter().any(|wait| wait != &waits[0]), "{waits:?} are all alike");
}

#[test]
fn what_may_have_happened_is_not_repeated() {
    let post = || API.request::<Json>("POST /me/sendMail", &[]);
    for (status, headers, sent) in [
        (500, &[][..], 1),
        (503, &[], 1),
        (503, &[("Retry-After", "1")], 5),
        (429, &[], 5),
        (408, &[], 1),
    ] {
        let transport = statuses(Box::leak(Box::new([status])), headers);
        client(&transport).send(post()).expect_err("it never works");
        assert_eq!(requests(&transport), sent, "POST after {status} {headers:?}");
    }
    let broken = || Scripted::new(|_, _| Err("reset".into()));
    let transport = broken();
    client(&transport).send(post()).expect_err("broken");
    assert_eq!(requests(&transport), 1);
    let transport = broken();
    client(&transport).send(me()).expect_err("broken");
    assert_eq!(requests(&transport), 5);
    let transport = broken();
    let policy = Policy { retry_all_methods: true, ..steady() };
    client(&transport).policy(policy).send(post()).expect_err("broken");
    assert_eq!(requests(&transport), 5);
}

#[test]
fn the_token_is_asked_for_each_try() {
    let transport = statuses(&[429, 200], &[("Retry-After", "0")]);
    let count = Arc::new(Mutex::new(0));
    let tokens = Arc::clone(&count);
    let client = client(&transport).token(move || {
        let mut count = tokens.lock().expect("no panic before");
        *count += 1;
        Ok(format!("t{count}"))
    });
    client.send(me()).expect("a user");
    let log = transport.log.lock().expect("no panic before");
    let sent: Vec<_> = log
        .sent
        .iter()
        .map(|request| request.headers()["authorization"].to_str().expect("ASCII").to_owned())
        .collect();
    assert_eq!(sent, ["Bearer t1", "Bearer t2"]);
}

#[test]
fn errors_have_all_that_the_response_has() {
    let headers = [("request-id", "abc"), ("Retry-After", "9"), ("WWW-Authenticate", "Bearer")];
    let body = r#"{"error":{"code":"Denied","message":"No."}}"#;
    let transport = Scripted::new(move |_, _| Ok(answer(401, &headers, body)));
    let error = client(&transport).send(me()).expect_err("denied");
    assert_eq!(error.to_string(), "401 Unauthorized, Denied: No. (request abc)");
    assert_eq!((error.code(), error.request_id()), ("Denied", Some("abc")));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(9)));
    assert_eq!(error.headers().expect("headers")["www-authenticate"], "Bearer");
    assert_eq!(error.response().expect("a response").body(), body.as_bytes());
}

#[test]
fn empty_truncated_and_wrong_bodies_are_told_apart() {
    for (body, expected) in [
        ("", BodyFault::Empty),
        (" \n", BodyFault::Empty),
        (r#"{"id":"1","displayName":"A"#, BodyFault::Truncated),
        (r#"{"id":"1","list":[{"#, BodyFault::Truncated),
        (r#"{"id":"1","displayName":"}]"#, BodyFault::Truncated),
        (r#"{"id":"a\"}"#, BodyFault::Truncated),
        ("<html></html>", BodyFault::Wrong),
        (r#"{"id":}"#, BodyFault::Wrong),
    ] {
        let transport = Scripted::new(move |_, _| Ok(answer(200, &[], body)));
        match client(&transport).send(me()).expect_err(body) {
            Error::Response(ResponseError::Body(error)) => {
                assert_eq!(error.fault, expected, "{body}")
            }
            error => panic!("{body}: {error}"),
        }
    }
}

#[test]
fn a_download_is_followed_to_where_it_lies() {
    let transport = Scripted::new(|number, _| {
        Ok(match number {
            0 => answer(302, &[("Location", "https://cdn.example/1?sig=x")], ""),
            _ => answer(200, &[("Content-Type", "image/png")], "PNG"),
        })
    });
    let request: Request<Bytes> = API.request("GET /photo/$value", &[]).expects(302);
    let bytes = client(&transport).send(request).expect("a photo");
    assert_eq!((bytes.as_ref(), bytes.content_type.as_deref()), (&b"PNG"[..], Some("image/png")));
    let kept: Request<runtime::runtime::Redirect> =
        API.request("GET /photo/$value", &[]).expects(302);
    let transport = statuses(&[302], &[]);
    client(&transport).send(kept).expect_err("no location");
    assert_eq!(requests(&transport), 1);
}

#[test]
fn a_redirected_post_becomes_a_get_as_in_browsers() {
    for (status, method, body) in
        [(303, "GET", 0), (302, "GET", 0), (307, "POST", 12), (308, "POST", 12)]
    {
        let transport = Scripted::new(move |number, _| {
            Ok(match number {
                0 => answer(status, &[("Location", "../other")], ""),
                _ => answer(200, &[], "{}"),
            })
        });
        let request: Request<Json> = API.request("POST /a/b", &[]);
        client(&transport).send(request.bytes("text/plain", b"hello, world".to_vec())).expect("{}");
        let log = transport.log.lock().expect("no panic before");
        assert_eq!(log.sent[1].method(), method, "{status}");
        assert_eq!(log.sent[1].body().len(), body, "{status}");
        assert_eq!(log.sent[1].headers().contains_key("content-type"), body > 0);
    }
}

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
fn an_operation_is_waited_for() {
    let states = ["notStarted", "inProgress", "completed"];
    let transport = Scripted::new(move |number, _| {
        let status = if number < 2 { 202 } else { 200 };
        let body = format!(r#"{{"status":"{}","resourceId":"7"}}"#, states[number]);
        Ok(answer(status, &[("Retry-After", "3")], &body))
    });
    let finished = client(&transport).wait(Monitored::at("/jobs/1")).expect("it ended well");
    assert!(finished.body.as_str().contains("\"7\""));
    assert_eq!(waits(&transport), [1000, 3000, 3000]);
    assert_eq!(transport.log.lock().expect("no panic").urls()[0], "https://graph.example/jobs/1");

    let transport = Scripted::new(|_, _| Ok(answer(200, &[], r#"{"status":"Failed"}"#)));
    let error = client(&transport).wait(Monitored::at("/jobs/1")).expect_err("it failed");
    assert!(matches!(error, Error::Failed { status, .. } if status == "Failed"));

    let transport = Scripted::new(|_, _| Ok(answer(202, &[], "")));
    let policy = Policy { longest_operation: Duration::from_secs(100), ..steady() };
    client(&transport).policy(policy).wait(Monitored::at("/jobs/1")).expect_err("it never ends");
    assert!(waits(&transport).iter().sum::<u128>() <= 100_000);
}

/// A service that takes ranges and may lose some.
fn upload_service(lose: &'static [usize], received: Arc<Mutex<Vec<u8>>>, size: usize) -> Scripted {
    Scripted::new(move |number, request: &HttpRequest| {
        let mut content = received.lock().expect("no panic before");
        if request.method() == "PUT" {
            if lose.contains(&number) {
                return Err("reset".into());
            }
            let range = request.headers()["content-range"].to_str().expect("ASCII");
            let start: usize = range["bytes ".len()..]
                .split('-')
                .next()
                .expect("a start")
                .parse()
                .expect("a number");
            if start != content.len() {
                return Ok(answer(416, &[], r#"{"error":{"code":"invalidRange"}}"#));
            }
            content.extend_from_slice(request.body());
            if content.len() == size {
                return Ok(answer(201, &[], r#"{"id":"item"}"#));
            }
        }
        Ok(answer(202, &[], &format!(r#"{{"nextExpectedRanges":["{}-"]}}"#, content.len())))
    })
}

#[test]
fn content_is_uploaded_in_ranges_whatever_gets_lost() {
    let size = 1_000_000;
    let content: Vec<u8> = (0..size).map(|byte| (byte % 251) as u8).collect();
    for lose in [&[][..], &[0], &[1, 2], &[0, 2, 4]] {
        let received = Arc::new(Mutex::new(Vec::new()));
        let transport = upload_service(lose, Arc::clone(&received), size);
        let policy = Policy { retries: 0, ..steady() };
        let session: User =
            runtime::runtime::from_slice(br#"{"uploadUrl":"https://up.example/1"}"#)
                .expect("an object");
        let mut upload = Upload::new(&session, size as u64).expect("a session").range_size(327_680);
        let response = client(&transport)
            .policy(policy)
            .upload(&mut upload, &mut Cursor::new(&content))
            .expect("uploaded");
        assert_eq!(response.status(), 201);
        assert!(*received.lock().expect("no panic before") == content, "lost {lose:?}");
        assert_eq!(upload.sent(), size as u64);
    }
}

#[test]
fn an_upload_goes_on_in_another_process() {
    let size = 1_000_000;
    let content = vec![7_u8; size];
    let received = Arc::new(Mutex::new(vec![7_u8; 655_360]));
    let transport = upload_service(&[], Arc::clone(&received), size);
    let mut upload = Upload::resume("https://up.example/1", size as u64).expect("a session");
    client(&transport).upload(&mut upload, &mut Cursor::new(&content)).expect("uploaded");
    assert_eq!(requests(&transport), 2, "one question and one range");
    assert!(*received.lock().expect("no panic before") == content);
    let session: User = runtime::runtime::from_slice(b"{}").expect("an object");
    assert!(matches!(Upload::new(&session, 1), Err(Error::Protocol(_))));
}

/// Answers each part of a batch by its URL; `busy` parts are too busy the first time.
fn batch_service(busy: &'static [&'static str]) -> Scripted {
    let seen = Mutex::new(Vec::<String>::new());
    Scripted::new(move |_, request: &HttpRequest| {
        assert_eq!(request.uri(), "https://graph.example/v1.0/$batch");
        let body: serde_json::Value = serde_json::from_slice(request.body()).expect("JSON");
        let parts = body["requests"].as_array().expect("requests");
        assert!(parts.len() <= 20, "{} parts", parts.len());
        let mut seen = seen.lock().expect("no panic before");
        let mut responses = Vec::new();
        let mut failed = Vec::new();
        for part in parts {
            let url = part["url"].as_str().expect("a URL").to_owned();
            let before = part["dependsOn"].as_array().cloned().unwrap_or_default();
            let first = !seen.contains(&url);
            seen.push(url.clone());
            let (status, headers, body) = if before.iter().any(|id| failed.contains(id)) {
                (
                    424,
                    serde_json::json!({}),
                    serde_json::json!({"error":{"code":"FailedDependency"}}),
                )
            } else if first && busy.contains(&url.as_str()) {
                (429, serde_json::json!({"Retry-After":"2"}), serde_json::Value::Null)
            } else if url.contains("missing") {
                (404, serde_json::json!({}), serde_json::json!({"error":{"code":"NotFound"}}))
            } else if url.contains("photo") {
                (200, serde_json::json!({"Content-Type":"image/png"}), serde_json::json!("UE5H"))
            } else if part["method"] == "DELETE" {
                (204, serde_json::json!({}), serde_json::Value::Null)
            } else {
                (
                    200,
                    serde_json::json!({"Content-Type":"application/json"}),
                    serde_json::json!({"id":url}),
                )
            };
            if status >= 400 {
                failed.push(part["id"].clone());
            }
            responses.push(
                serde_json::json!({"id":part["id"],"status":status,"headers":headers,"body":body}),
            );
        }
        responses.reverse();
        Ok(answer(200, &[], &serde_json::json!({"responses":responses}).to_string()))
    })
}

fn user(id: &str) -> Request<User> {
    API.request("GET /users/{id}", &[id])
}

#[test]
fn a_batch_of_45_goes_in_three() {
    let transport = batch_service(&["/users/7"]);
    let mut batch = Batch::new();
    let tickets: Vec<_> = (0..45).map(|id| batch.add(user(&id.to_string()))).collect();
    let mut answers = client(&transport).batch(batch).expect("answers");
    for (id, ticket) in tickets.iter().enumerate() {
        let user = answers.take(ticket).expect("a user");
        assert_eq!(user.id, Some(format!("/users/{id}")));
    }
    // The part that was too busy went again with the next ones.
    assert_eq!((requests(&transport), waits(&transport)), (3, vec![2000]));
    assert!(
        matches!(answers.take(&tickets[0]), Err(Error::Protocol(_))),
        "an answer is taken once"
    );
}

#[test]
fn each_part_has_its_own_fate() {
    let transport = batch_service(&[]);
    let mut batch = Batch::new();
    let photo = batch.add(API.request::<Bytes>("GET /photo", &[]));
    let missing = batch.add(user("missing"));
    let after = batch.add_after(&missing, user("2"));
    let deleted = batch.add(API.request::<NoContent>("DELETE /users/{id}", &["3"]));
    let body = User { display_name: Some("A".to_owned()), ..User::default() };
    let created = batch.add(API.request::<User>("POST /users", &[]).json(&body));
    let text =
        batch.add(API.request::<Json>("POST /mime", &[]).bytes("text/plain", b"hi".to_vec()));
    let mut answers = client(&transport).batch(batch).expect("answers");
    assert_eq!(answers.take(&photo).expect("a photo").as_ref(), b"PNG");
    let error = answers.take(&missing).expect_err("not found");
    assert_eq!((error.status().map(|s| s.as_u16()), error.code()), (Some(404), "NotFound"));
    assert_eq!(answers.status(&after).map(|s| s.as_u16()), Some(424));
    answers.take(&deleted).expect("nothing");
    answers.take(&created).expect("a user");
    answers.take(&text).expect("JSON");
    let log = transport.log.lock().expect("no panic before");
    let sent: serde_json::Value = serde_json::from_slice(log.sent[0].body()).expect("JSON");
    let parts = &sent["requests"];
    assert_eq!(parts[2]["dependsOn"], serde_json::json!(["1"]));
    assert_eq!(parts[4]["body"], serde_json::json!({"displayName":"A"}));
    assert_eq!(parts[4]["headers"]["content-type"], "application/json");
    assert_eq!(parts[5]["body"], "aGk=");
    assert!(parts[0]["headers"]["accept"] == "*/*" && parts[3]["headers"].is_null());
}

#[test]
fn a_part_waits_for_another_over_batches() {
    let transport = batch_service(&["/users/0"]);
    let mut batch = Batch::new();
    let first = batch.add(user("0"));
    let others: Vec<_> = (1..25).map(|id| batch.add(user(&id.to_string()))).collect();
    let last = batch.add_after(&first, user("last"));
    let mut answers = client(&transport).batch(batch).expect("answers");
    answers.take(&first).expect("a user");
    answers.take(&last).expect("a user");
    assert!(others.iter().all(|other| answers.take(other).is_ok()));

    let transport = batch_service(&["/users/0"]);
    let mut batch = Batch::new();
    let first = batch.add(user("0"));
    let last = batch.add_after(&first, user("last"));
    let mut answers = client(&transport).batch(batch).expect("answers");
    answers.take(&last).expect("it went again with the part that it waits for");
    let transport = batch_service(&[]);
    let mut batch = Batch::new();
    let missing = batch.add(user("missing"));
    let others: Vec<_> = (1..25).map(|id| batch.add(user(&id.to_string()))).collect();
    let last = batch.add_after(&missing, user("last"));
    let answers = client(&transport).batch(batch).expect("answers");
    assert_eq!(answers.status(&last).map(|s| s.as_u16()), Some(424), "without being sent");
    drop(others);
}

#[test]
fn a_batch_takes_links_of_the_service_only() {
    let transport = batch_service(&[]);
    let mut batch = Batch::new();
    let link = batch.add(Request::<User>::follow("https://graph.example/v1.0/users/1?x=1"));
    let mut answers = client(&transport).batch(batch).expect("answers");
    assert_eq!(answers.take(&link).expect("a user").id.as_deref(), Some("/users/1?x=1"));
    let mut batch = Batch::new();
    let _link = batch.add(Request::<User>::follow("https://evil.example/v1.0/users/1"));
    assert!(client(&transport).batch(batch).is_err());
}

#[test]
fn any_function_is_a_transport() {
    let client = Client::new(API, |request: HttpRequest| {
        let response: HttpResponse = answer(200, &[], &format!(r#"{{"id":"{}"}}"#, request.uri()));
        Ok(response)
    });
    assert_eq!(
        client.send(me()).expect("a user").id.as_deref(),
        Some("https://graph.example/v1.0/me")
    );
    let cloud = client.root("https://graph.example.us");
    assert_eq!(
        cloud.send(me()).expect("a user").id.as_deref(),
        Some("https://graph.example.us/v1.0/me")
    );
    let beta = cloud.root("https://other.example/beta/");
    assert_eq!(
        beta.send(me()).expect("a user").id.as_deref(),
        Some("https://other.example/beta/me")
    );
}
