//! Types and requests of an HTTP API, generated from its reference pages.
//!
//! Each version of the API is a module behind a feature of the same name. In it, `types` holds a struct or
//! enum for each type, and `requests` a function for each documented request: the path of the URL is the
//! path of the module.
//!
//! A function of `requests` sends nothing. It returns a [`Request`](runtime::Request), which becomes an
//! `http::Request` for any HTTP client and decodes the client's response.
//!
//! - `beta`: version `beta`
//! - `v1_0`: version `v1.0`
//!
//! # The first request
//!
//! Each documented request is a function below `requests`: the path of the URL is the path of the module. It sends nothing; a client does. Every property of a value is an `Option`.
//!
//! ```no_run
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::v1_0::{API, requests, types};
//! # use generated::{clear, runtime, select};
//! # fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let page = client.send(requests::device_management::imported_windows_autopilot_device_identities::list())?;
//! for item in page.items() {
//!     println!("{:?}", item.group_tag);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # All pages
//!
//! Pages are asked for as they are needed. A position is a text: another process can go on from there, also in the middle of a page.
//!
//! ```no_run
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::v1_0::{API, requests, types};
//! # use generated::{clear, runtime, select};
//! # fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let names = select!(types::ImportedWindowsAutopilotDeviceIdentity: id, group_tag);
//! let mut items = client.items(requests::device_management::imported_windows_autopilot_device_identities::list().select(&names));
//! for item in items.by_ref().take(100) {
//!     println!("{:?}", item?.id);
//! }
//! let kept = items.position().map(|position| position.to_string());
//! # Ok(())
//! # }
//! ```
//!
//! # Errors
//!
//! An error has the status, the headers and the body of the response. Before there is one, the request is sent again as the client's policy says.
//!
//! ```no_run
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::v1_0::{API, requests, types};
//! # use generated::{clear, runtime, select};
//! # fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let client = client.policy(Policy { retries: 2, ..Policy::default() });
//! match client.send(requests::device_management::imported_windows_autopilot_device_identities::get(id)) {
//!     Ok(value) => println!("{value:?}"),
//!     Err(error) if error.status().is_some_and(|status| status == 404) => println!("there is none"),
//!     Err(error) => println!("{error}, asked to wait {:?}", error.retry_after()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Several requests in one
//!
//! Any number of requests; each has its own answer, error and retry.
//!
//! ```no_run
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::v1_0::{API, requests, types};
//! # use generated::{clear, runtime, select};
//! # fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let mut batch = runtime::Batch::new();
//! let one = batch.add(requests::device_management::imported_windows_autopilot_device_identities::get(id));
//! let all = batch.add(requests::device_management::imported_windows_autopilot_device_identities::list());
//! let mut answers = client.batch(batch)?;
//! let one = answers.take(&one)?;
//! let all = answers.take(&all)?;
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "whether a page's words are a name in scope changes with every import"
)]

pub mod conventions;
pub mod runtime;

#[cfg(feature = "examples")]
#[rustfmt::skip]
pub mod examples;

#[cfg(feature = "beta")]
#[rustfmt::skip]
pub mod beta;

#[cfg(feature = "v1_0")]
#[rustfmt::skip]
pub mod v1_0;
