//! What an application does with the emitted crate: the same tasks over ureq, blocking, and over reqwest, asynchronous,
//! against `cargo xtask mock`, whose address is the first argument. Every third response there is 429.

use generated::beta::requests::device_management::windows_autopilot_device_identities as devices;
use generated::beta::types::WindowsAutopilotDeviceIdentity;
use generated::beta::{API, OPERATIONS};
use generated::runtime::client::{Error, Policy, Reqwest, Ureq, asynchronous, blocking};
use generated::runtime::{Account, Batch, NoScopes, Request};
use generated::v1_0::requests::device_management::imported_windows_autopilot_device_identities as imported;
use generated::v1_0::types::ImportedWindowsAutopilotDeviceIdentity;
use generated::{clear, operations, select};
use std::error::Error as StdError;

type Outcome = Result<(), Box<dyn StdError>>;

fn names() -> Vec<&'static str> {
    select!(WindowsAutopilotDeviceIdentity: id, display_name, group_tag)
}

fn patch() -> WindowsAutopilotDeviceIdentity {
    let mut patch = WindowsAutopilotDeviceIdentity {
        display_name: Some("Reception".to_owned()),
        ..Default::default()
    };
    clear!(patch.group_tag);
    patch
}

fn blocking_tasks(root: &str) -> Outcome {
    let client = blocking::Client::new(API, Ureq::new(ureq::Agent::new_with_defaults()))
        .token(|| Ok("secret".to_owned()))
        .root(root);

    let mut count = 0;
    for device in client.items(devices::list().select(&names())) {
        println!("blocking: {:?}", device?.id);
        count += 1;
    }
    assert!(count > 0, "the pages show devices");

    // A request of another version goes by the same client.
    let created = client.send(imported::create(&ImportedWindowsAutopilotDeviceIdentity {
        serial_number: Some("123".to_owned()),
        ..Default::default()
    }))?;
    let id = created.id.unwrap_or_default();
    client.send(devices::update(&id, &patch()))?;
    client.send(imported::delete(&id))?;

    let nothing: Request<WindowsAutopilotDeviceIdentity> = API.request("GET /nothing", &[]);
    let error = client.send(nothing).expect_err("no page shows it");
    println!("blocking: {error}");
    assert_eq!((error.status().map(|s| s.as_u16()), error.code()), (Some(404), "notDocumented"));

    let patient = client.clone();
    let hasty = client.policy(Policy { retries: 0, ..Policy::default() });
    let busy = (0..6).filter_map(|_| hasty.send(devices::list()).err()).next();
    let busy = busy.expect("every third response is 429");
    println!("blocking, without a retry: {busy}, asked to wait {:?}", busy.retry_after());
    assert_eq!(busy.status().map(|s| s.as_u16()), Some(429));
    (0..6).try_for_each(|_| patient.send(devices::list()).map(drop))?;

    // The mock plays what pages show, and none shows a batch: the error is the service's, whole.
    let mut batch = Batch::new();
    let _one = batch.add(devices::list());
    assert!(matches!(patient.batch(batch), Err(Error::Response(_))));
    Ok(())
}

async fn asynchronous_tasks(root: &str) -> Outcome {
    let transport = Reqwest::new(reqwest::Client::builder())?;
    let client = asynchronous::Client::new(API, transport)
        .token(|| async { Ok("secret".to_owned()) })
        .root(root);

    let mut items = client.items(devices::list().select(&names()));
    let mut count = 0;
    while let Some(device) = items.next().await {
        println!("asynchronous: {:?}", device?.id);
        count += 1;
    }
    assert!(count > 0, "the pages show devices");

    let created = client
        .send(imported::create(&ImportedWindowsAutopilotDeviceIdentity {
            serial_number: Some("123".to_owned()),
            ..Default::default()
        }))
        .await?;
    let id = created.id.unwrap_or_default();
    client.send(devices::update(&id, &patch())).await?;
    client.send(imported::delete(&id)).await?;

    let nothing: Request<WindowsAutopilotDeviceIdentity> = API.request("GET /nothing", &[]);
    let error = client.send(nothing).await.expect_err("no page shows it");
    assert_eq!(error.status().map(|s| s.as_u16()), Some(404));

    let hasty = client.policy(Policy { retries: 0, ..Policy::default() });
    let mut busy = None;
    for _ in 0..6 {
        busy = busy.or(hasty.send(devices::list()).await.err());
    }
    let busy = busy.expect("every third response is 429");
    println!("asynchronous, without a retry: {busy}, asked to wait {:?}", busy.retry_after());
    assert_eq!(busy.status().map(|s| s.as_u16()), Some(429));
    Ok(())
}

/// The futures of the client are `Send` where those of the transport are, and so are the streams.
fn is_send<T: Send>(value: T) -> T {
    value
}

/// The requests of the tasks, as far as they are of this version.
const REQUESTS: [&str; 2] = operations!(
    beta: device_management::windows_autopilot_device_identities::list,
    device_management::windows_autopilot_device_identities::update
);

fn permissions() -> Outcome {
    let scopes = OPERATIONS.least_privileged(&REQUESTS, Account::Application)?;
    println!("permissions: {scopes:?}");
    assert_eq!(scopes.len(), 1, "whoever may write these may read them");
    let personal = OPERATIONS.least_privileged(&REQUESTS, Account::DelegatedPersonal);
    let error = personal.expect_err("no personal account manages devices");
    println!("permissions: {error}");
    assert!(error.causes.iter().all(|cause| cause.1 == NoScopes::NotSupported));
    Ok(())
}

fn main() -> Outcome {
    let root = std::env::args().nth(1).ok_or("usage: autopilot-app http://127.0.0.1:PORT")?;
    permissions()?;
    blocking_tasks(&root)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime
        .block_on(is_send(async { asynchronous_tasks(&root).await.map_err(|e| e.to_string()) }))?;
    let client = asynchronous::Client::new(API, Reqwest::new(reqwest::Client::builder())?);
    drop(is_send(client.items(devices::list()).into_stream()));
    println!("done");
    Ok(())
}
