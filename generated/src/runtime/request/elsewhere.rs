//! Responses that are answered in a header: where the content lies, and where a long-running operation tells how far
//! it is.

use std::fmt;
use std::time::Duration;

use super::bodies::Bytes;
use super::builder::Request;
use super::received::{Received, retry_after};
use super::response::Response;
use super::target::shown;
use crate::runtime::json::DecodeError;
use crate::runtime::object::{Misfit, Mode};

/// A redirect that is the answer: the URL where the content lies, mostly signed and short-lived.
///
/// Whoever fetches it sends no token there. `Debug` shows the URL without its query.
#[derive(Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The `Location` header.
    pub location: String,
}

impl Response for Redirect {
    const ACCEPT: Option<&'static str> = Some("*/*");
    const IS_REDIRECT: bool = true;

    fn decode(received: &mut Received<'_>, _mode: Mode) -> Result<Self, DecodeError> {
        Ok(Self { location: received.location()?.to_owned() })
    }

    fn encode(&self) -> Vec<u8> {
        Vec::new()
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        Vec::new()
    }
}

impl Request<Redirect> {
    /// The same request for the content that lies where the service leads: a client goes there, without the token.
    pub fn followed(self) -> Request<Bytes> {
        self.into_draft().into()
    }
}

impl fmt::Debug for Redirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redirect").field("location", &shown(&self.location)).finish()
    }
}

/// An operation that was accepted and goes on: `202 Accepted`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// Where the operation tells how far it is, if the service says so in a header.
    pub location: Option<String>,
    /// How long the service asks to wait before looking there.
    pub retry_after: Option<Duration>,
    /// The body, empty as a rule.
    pub body: Vec<u8>,
}

impl Response for Accepted {
    fn decode(received: &mut Received<'_>, _mode: Mode) -> Result<Self, DecodeError> {
        let mut names = received.conventions.monitor.location.iter();
        Ok(Self {
            location: names.find_map(|name| received.header(*name)).map(str::to_owned),
            retry_after: retry_after(received.headers),
            body: received.take_body(),
        })
    }

    fn encode(&self) -> Vec<u8> {
        self.body.clone()
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        Vec::new()
    }
}

impl fmt::Debug for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted")
            .field("location", &self.location.as_deref().map(shown))
            .field("retry_after", &self.retry_after)
            .finish_non_exhaustive()
    }
}
