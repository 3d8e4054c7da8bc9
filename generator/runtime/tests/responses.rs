//! Responses that are told by more than their body: status and headers.

use runtime::runtime::{
    Accepted, Bytes, Json, NoContent, Redirect, Request, Response, ResponseError, Service,
    retry_after,
};
use std::time::Duration;

static API: Service = Service::new("https://example.com/v1.0");

fn request<R>() -> Request<R> {
    API.request("GET /content", &[])
}

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<Vec<u8>> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.as_bytes().to_vec()).expect("a response")
}

fn accept<R: Response>() -> Option<String> {
    let http = request::<R>().to_http().expect("a request");
    http.headers().get("accept").map(|value| value.to_str().expect("ASCII").to_owned())
}

#[test]
fn accept_fits_the_response() {
    assert_eq!(accept::<Json>().as_deref(), Some("application/json"));
    assert_eq!(accept::<Option<Json>>().as_deref(), Some("application/json"));
    assert_eq!(accept::<Bytes>().as_deref(), Some("*/*"));
    assert_eq!(accept::<NoContent>(), None);
}

#[test]
fn a_redirect_is_its_location() {
    let request = request::<Redirect>();
    let url = "https://cdn.example.com/a?sig=secret";
    let redirect = request.decode(&answer(302, &[("Location", url)], "")).expect("a redirect");
    assert_eq!(redirect.location, url);
    assert_eq!(format!("{redirect:?}"), r#"Redirect { location: "https://cdn.example.com/a" }"#);
    let error = request.decode(&answer(302, &[], "")).expect_err("no header");
    assert!(error.to_string().contains("the response has no `location` header"), "{error}");
}

#[test]
fn an_accepted_operation_tells_where_to_look() {
    let decode = |headers: &[(&str, &str)]| {
        request::<Accepted>().decode(&answer(202, headers, "")).expect("accepted")
    };
    let accepted = decode(&[("Location", "/jobs/1?sig=secret"), ("Retry-After", "3")]);
    assert_eq!(accepted.location.as_deref(), Some("/jobs/1?sig=secret"));
    assert_eq!(accepted.retry_after, Some(Duration::from_secs(3)));
    assert!(!format!("{accepted:?}").contains("secret"), "{accepted:?}");
    let both = decode(&[("Location", "/result"), ("Operation-Location", "/jobs/1")]);
    assert_eq!(both.location.as_deref(), Some("/jobs/1"));
    assert_eq!(decode(&[]), Accepted::default());
}

#[test]
fn bytes_keep_their_type_and_range() {
    let headers = [("Content-Type", "image/jpeg"), ("Content-Range", "bytes 5-9/20")];
    let bytes = request::<Bytes>().decode(&answer(206, &headers, "12345")).expect("bytes");
    assert_eq!(bytes.as_ref(), b"12345");
    assert_eq!(bytes.content_type.as_deref(), Some("image/jpeg"));
    assert_eq!(bytes.range(), Some((5, 9, Some(20))));
    let unknown = Bytes { content_range: Some("bytes 5-9/*".to_owned()), ..Bytes::default() };
    assert_eq!(unknown.range(), Some((5, 9, None)));
    assert_eq!(Bytes::from(vec![1]).range(), None);
    assert!(!format!("{bytes:?}").contains("49"), "{bytes:?} shows the content");
}

#[test]
fn a_download_is_not_copied() {
    let body = vec![7; 1 << 16];
    let place = body.as_ptr();
    let response = http::Response::builder().status(200).body(body).expect("a response");
    let bytes = request::<Bytes>().decode_owned(response).expect("bytes");
    assert_eq!(bytes.content.as_ptr(), place);
}

#[test]
fn an_upload_is_not_copied() {
    let body = vec![7; 1 << 16];
    let place = body.as_ptr();
    let http = request::<Json>().bytes("image/jpeg", body).into_http().expect("a request");
    assert_eq!(http.body().as_ptr(), place);
}

#[test]
fn retry_after_in_all_its_forms() {
    let wait = |headers: &[(&str, &str)]| retry_after(answer(429, headers, "").headers());
    assert_eq!(wait(&[("Retry-After", "120")]), Some(Duration::from_secs(120)));
    assert_eq!(wait(&[("Retry-After", " 0.249 ")]), Some(Duration::from_millis(249)));
    let date = ("Date", "Wed, 21 Oct 2015 07:28:00 GMT");
    let later = ("Retry-After", "Wed, 21 Oct 2015 07:28:30 GMT");
    assert_eq!(wait(&[date, later]), Some(Duration::from_secs(30)));
    // In the past: at once.
    assert_eq!(wait(&[later]), Some(Duration::ZERO));
    for odd in ["", "soon", "-1", "1e400", "5 minutes"] {
        assert_eq!(wait(&[("Retry-After", odd)]), None, "{odd}");
    }
    assert_eq!(wait(&[]), None);
}

#[test]
fn an_error_is_an_error_whatever_is_expected() {
    let error = request::<Redirect>().decode(&answer(404, &[], "")).expect_err("404");
    assert!(matches!(error, ResponseError::Api(_)), "{error}");
}
