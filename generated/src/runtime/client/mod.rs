//! Sends requests: tokens, retries, redirects, pages, long-running operations.
//!
//! [`Exchange`] decides what to send and what a response means, and never sends. Two drivers do: [`blocking::Client`]
//! over any function from a request to a response, and [`asynchronous::Client`] over any [`asynchronous::Transport`].
//! The features `ureq` and `reqwest` bring a transport for each; neither chooses a TLS library. The feature `examples`
//! brings one that answers with what the pages show.

pub mod asynchronous;
pub mod blocking;
#[cfg(feature = "examples")]
mod documented;
mod error;
mod exchange;
mod monitor;
mod policy;
mod reply;
#[cfg(feature = "reqwest")]
mod reqwest;
mod settings;
#[cfg(feature = "stream")]
mod stream;
#[cfg(feature = "ureq")]
mod ureq;
mod walk;

#[cfg(feature = "examples")]
pub use documented::Documented;
pub use error::Error;
pub use exchange::{BodyLimit, Exchange, Next};
pub use monitor::{Finished, Monitored, Step};
pub use policy::Policy;
pub use reply::Reply;
#[cfg(feature = "reqwest")]
pub use reqwest::Reqwest;
#[cfg(feature = "ureq")]
pub use ureq::Ureq;
pub use walk::{Onward, Paged, Position, Progress, UnknownPosition};

#[allow(unused_imports, reason = "for parts of the runtime that not every service has")]
pub(crate) use settings::Settings;

/// A request as transports take it.
pub type HttpRequest = http::Request<Vec<u8>>;
/// A response as transports give it.
pub type HttpResponse = http::Response<Vec<u8>>;
/// Whatever goes wrong in a transport or a source of tokens.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
