//! The tour of README.md and of the crate's front page, compiled and run.
#![cfg(all(feature = "client", feature = "v1_0"))]
#![allow(unused, reason = "snippets show what there is")]

use generated::runtime::client::Policy;
use generated::runtime::client::blocking::Client;
use generated::v1_0::{API, requests, types};
use generated::{clear, runtime, select};
use std::error::Error;

#[rustfmt::skip]
fn first_request(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let page = client.send(requests::device_management::imported_windows_autopilot_device_identities::list())?;
    for item in page.items() {
        println!("{:?}", item.group_tag);
    }
    Ok(())
}

#[rustfmt::skip]
fn paging(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let names = select!(types::ImportedWindowsAutopilotDeviceIdentity: id, group_tag);
    let mut items = client.items(requests::device_management::imported_windows_autopilot_device_identities::list().select(&names));
    for item in items.by_ref().take(100) {
        println!("{:?}", item?.id);
    }
    let kept = items.position().map(|position| position.to_string());
    Ok(())
}

#[rustfmt::skip]
fn errors(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let client = client.policy(Policy { retries: 2, ..Policy::default() });
    match client.send(requests::device_management::imported_windows_autopilot_device_identities::get(id)) {
        Ok(value) => println!("{value:?}"),
        Err(error) if error.status().is_some_and(|status| status == 404) => println!("there is none"),
        Err(error) => println!("{error}, asked to wait {:?}", error.retry_after()),
    }
    Ok(())
}

#[rustfmt::skip]
fn batch(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let mut batch = runtime::Batch::new();
    let one = batch.add(requests::device_management::imported_windows_autopilot_device_identities::get(id));
    let all = batch.add(requests::device_management::imported_windows_autopilot_device_identities::list());
    let mut answers = client.batch(batch)?;
    let one = answers.take(&one)?;
    let all = answers.take(&all)?;
    Ok(())
}

fn service() -> Client {
    Client::new(API, |request: http::Request<Vec<u8>>| {
        let parts = String::from_utf8_lossy(request.body()).matches("\"id\":\"").count();
        let parts: Vec<String> =
            (0..parts).map(|id| format!(r#"{{"id":"{id}","status":200,"body":{{}}}}"#)).collect();
        let body = match request.uri().path().ends_with("/$batch") {
            true => format!(r#"{{"responses":[{}]}}"#, parts.join(",")),
            false => "{}".to_owned(),
        };
        Ok(http::Response::new(body.into_bytes()))
    })
}

#[test]
fn the_tour_runs() -> Result<(), Box<dyn Error>> {
    first_request(service(), "1")?;
    paging(service(), "1")?;
    errors(service(), "1")?;
    batch(service(), "1")?;
    Ok(())
}
