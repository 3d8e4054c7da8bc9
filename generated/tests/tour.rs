//! The tour of README.md and of the crate's front page, compiled and run.
#![cfg(all(feature = "client", feature = "beta"))]
#![allow(unused, reason = "snippets show what there is")]

use generated::beta::{API, OPERATIONS, requests, types};
use generated::runtime::Account;
use generated::runtime::client::Policy;
use generated::runtime::client::blocking::Client;
use generated::{clear, operations, runtime, select};
use std::error::Error;

#[rustfmt::skip]
fn first_request(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let page = client.send(requests::device_management::autopilot_events::list())?;
    for item in page.items() {
        println!("{:?}", item.device_id);
    }
    Ok(())
}

#[rustfmt::skip]
fn paging(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let names = select!(types::DeviceManagementAutopilotEvent: id, device_id);
    let mut items = client.items(requests::device_management::autopilot_events::list().select(&names));
    for item in items.by_ref().take(100) {
        println!("{:?}", item?.id);
    }
    let kept = items.position().map(|position| position.to_string());
    Ok(())
}

#[rustfmt::skip]
fn errors(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let client = client.policy(Policy { retries: 2, ..Policy::default() });
    match client.send(requests::device_management::device_enrollment_configurations::get(id)) {
        Ok(value) => println!("{value:?}"),
        Err(error) if error.status().is_some_and(|status| status == 404) => println!("there is none"),
        Err(error) => println!("{error}, asked to wait {:?}", error.retry_after()),
    }
    Ok(())
}

#[rustfmt::skip]
fn patch(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let mut patch = types::WindowsAutopilotDeviceIdentity { group_tag: Some("new".to_owned()), ..Default::default() };
    clear!(patch.purchase_order_identifier);
    client.send(requests::device_management::windows_autopilot_device_identities::update(id, &patch))?;
    Ok(())
}

#[rustfmt::skip]
fn batch(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let mut batch = runtime::Batch::new();
    let one = batch.add(requests::device_management::device_enrollment_configurations::get(id));
    let all = batch.add(requests::device_management::autopilot_events::list());
    let mut answers = client.batch(batch)?;
    let one = answers.take(&one)?;
    let all = answers.take(&all)?;
    Ok(())
}

#[rustfmt::skip]
fn privileges(client: Client, id: &str) -> Result<(), Box<dyn Error>> {
    let names = operations!(beta: device_management::autopilot_events::list, device_management::device_enrollment_configurations::get);
    match OPERATIONS.least_privileged(&names, Account::Application) {
        Ok(scopes) => println!("{scopes:?}"),
        Err(error) => println!("{error}"),
    }
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
    patch(service(), "1")?;
    batch(service(), "1")?;
    privileges(service(), "1")?;
    Ok(())
}
