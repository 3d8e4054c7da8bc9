//! The client against a service that follows a script: what is sent again and what is not, redirects, errors.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/client.rs"]
mod support;

use runtime::runtime::client::blocking::Client;
use runtime::runtime::client::{Error, HttpRequest, HttpResponse, Policy};
use runtime::runtime::{BodyFault, Bytes, Json, Request, ResponseError};
use scripted::{Scripted, answer};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use support::{API, client, me, requests, steady, waits};

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
    // Where the page says that the answer is the redirect itself.
    let redirect: Request<runtime::runtime::Redirect> =
        API.request("GET /photo/$value", &[]).expects(302);
    let transport = Scripted::new(|number, _| {
        Ok(match number {
            0 => answer(302, &[("Location", "https://cdn.example/1?sig=x")], ""),
            _ => answer(200, &[], "PNG"),
        })
    });
    let bytes = client(&transport).send(redirect.followed()).expect("a photo");
    assert_eq!(bytes.as_ref(), b"PNG");
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
