//! Uploads in ranges, whatever gets lost.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/client.rs"]
mod support;

use model::User;
use runtime::runtime::Upload;
use runtime::runtime::client::{Error, HttpRequest, Policy};
use scripted::{Scripted, answer};
use std::io::Cursor;
use std::sync::{Arc, Mutex};
use support::{client, requests, steady};

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
