//! Requests and responses without a network: typed arguments in, an `http::Request` out; an `http::Response` in, a
//! typed value or error out.

mod argument;
mod bodies;
mod builder;
mod elsewhere;
mod error;
mod operation;
mod page;
mod path;
mod received;
mod response;

pub use argument::PathArg;
pub use bodies::{Bytes, NoContent, Reference, Value};
pub use builder::{Request, Service};
pub use elsewhere::{Accepted, Redirect};
pub use error::{ApiError, ApiErrorDetail, RequestError, ResponseError};
pub use operation::{Account, Operation, Operations, Permissions};
pub use page::Page;
pub use received::{Received, retry_after};
pub use response::Response;
