//! Requests and responses without a network: typed arguments in, an `http::Request` out; an `http::Response` in, a
//! typed value or error out.
#![cfg_attr(
    not(feature = "client"),
    allow(dead_code, unused_imports, reason = "some of this only the client uses")
)]

mod api_error;
mod argument;
mod bodies;
mod builder;
mod draft;
mod elsewhere;
mod error;
mod names;
mod operation;
mod parameters;
mod path;
mod privileges;
mod received;
mod response;
mod service;
mod target;

pub use api_error::{ApiError, ApiErrorDetail};
pub use argument::PathArg;
pub use bodies::{Bytes, NoContent, Value};
pub use builder::Request;
pub use elsewhere::{Accepted, Redirect};
pub use error::{BodyError, BodyFault, RequestError, ResponseError};
pub use operation::{Account, Operation, Operations, Permissions};
pub use privileges::{NoPrivileges, NoScopes};
pub use received::{Received, retry_after};
pub use response::Response;
pub use service::Service;

#[allow(unused_imports, reason = "for parts of the runtime that not every service has")]
pub(crate) use api_error::{at_path, elements, members, text_of};
pub(crate) use draft::Draft;
pub(crate) use target::{Origin, rooted, shown};
