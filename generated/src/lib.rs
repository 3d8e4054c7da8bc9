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
//! The snippets below have this in scope, a `client: Client` and an `id: &str`:
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! use generated::beta::{API, OPERATIONS, requests, types};
//! use generated::runtime::Account;
//! use generated::runtime::client::Policy;
//! use generated::runtime::client::blocking::Client;
//! use generated::{clear, operations, runtime, select};
//! # }
//! # fn main() {}
//! ```
//!
//! # The first request
//!
//! Each documented request is a function below `requests`: the path of the URL is the path of the module. It sends nothing; a client does. Every property of a value is an `Option`.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let page = client.send(requests::device_management::autopilot_events::list())?;
//! for item in page.items() {
//!     println!("{:?}", item.device_id);
//! }
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
//! ```
//!
//! # All pages
//!
//! Pages are asked for as they are needed. A position is a text: another process can go on from there, also in the middle of a page.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let names = select!(types::DeviceManagementAutopilotEvent: id, device_id);
//! let mut items = client.items(requests::device_management::autopilot_events::list().select(&names));
//! for item in items.by_ref().take(100) {
//!     println!("{:?}", item?.id);
//! }
//! let kept = items.position().map(|position| position.to_string());
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
//! ```
//!
//! # Errors
//!
//! An error has the status, the headers and the body of the response. Before there is one, the request is sent again as the client's policy says.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let client = client.policy(Policy { retries: 2, ..Policy::default() });
//! match client.send(requests::device_management::device_enrollment_configurations::get(id)) {
//!     Ok(value) => println!("{value:?}"),
//!     Err(error) if error.status().is_some_and(|status| status == 404) => println!("there is none"),
//!     Err(error) => println!("{error}, asked to wait {:?}", error.retry_after()),
//! }
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
//! ```
//!
//! # A PATCH that sets one property and clears another
//!
//! What is not set is not sent. `clear!` makes a property an explicit null; the compiler checks its name.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let mut patch = types::WindowsAutopilotDeviceIdentity { group_tag: Some("new".to_owned()), ..Default::default() };
//! clear!(patch.purchase_order_identifier);
//! client.send(requests::device_management::windows_autopilot_device_identities::update(id, &patch))?;
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
//! ```
//!
//! # Several requests in one
//!
//! Any number of requests; each has its own answer, error and retry.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let mut batch = runtime::Batch::new();
//! let one = batch.add(requests::device_management::device_enrollment_configurations::get(id));
//! let all = batch.add(requests::device_management::autopilot_events::list());
//! let mut answers = client.batch(batch)?;
//! let one = answers.take(&one)?;
//! let all = answers.take(&all)?;
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
//! ```
//!
//! # Permissions
//!
//! The fewest scopes for a list of requests, from what the pages say. The compiler checks the names of the functions.
//!
//! ```no_run
//! # #[cfg(all(feature = "client", feature = "beta"))]
//! # mod tour {
//! # use generated::beta::{API, OPERATIONS, requests, types};
//! # use generated::runtime::Account;
//! # use generated::runtime::client::Policy;
//! # use generated::runtime::client::blocking::Client;
//! # use generated::{clear, operations, runtime, select};
//! # pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let names = operations!(beta: device_management::autopilot_events::list, device_management::device_enrollment_configurations::get);
//! match OPERATIONS.least_privileged(&names, Account::Application) {
//!     Ok(scopes) => println!("{scopes:?}"),
//!     Err(error) => println!("{error}"),
//! }
//! # Ok(())
//! # }
//! # }
//! # fn main() {}
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
