//! Several requests in one: parts with fates of their own.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/client.rs"]
mod support;

use model::User;
use runtime::runtime::client::{Error, HttpRequest};
use runtime::runtime::{Batch, Bytes, Json, NoContent, Request};
use scripted::{Scripted, answer};
use std::sync::Mutex;
use support::{API, client, requests, waits};

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
