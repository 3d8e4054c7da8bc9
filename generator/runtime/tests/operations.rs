//! Long-running operations.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/client.rs"]
mod support;

use runtime::runtime::client::{Error, Monitored, Policy};
use scripted::{Scripted, answer};
use std::time::Duration;
use support::{client, steady, waits};

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
