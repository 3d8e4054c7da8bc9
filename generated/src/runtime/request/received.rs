//! What a response is decoded from: the status, the headers, and the body without a copy where it can be had.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use http::header::{DATE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, StatusCode};

use crate::runtime::conventions::Conventions;
use crate::runtime::json::{DecodeError, Fault};

/// A response as the service sent it.
#[derive(Clone)]
pub struct Received<'a> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body: borrowed from the response, or taken out of it.
    pub body: Cow<'a, [u8]>,
    /// The conventions of the service.
    pub conventions: &'static Conventions,
}

impl<'a> Received<'a> {
    /// A success with this body and no headers.
    pub(crate) fn of_body(body: &'a [u8], headers: &'a HeaderMap) -> Self {
        let (status, body) = (StatusCode::OK, Cow::Borrowed(body));
        Self { status, headers, body, conventions: &crate::conventions::CONVENTIONS }
    }

    /// The body, without a copy if it was taken out of the response.
    pub fn take_body(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.body).into_owned()
    }

    /// The text of a header; `None` if it is missing or not ASCII.
    #[must_use]
    pub fn header(&self, name: impl http::header::AsHeaderName) -> Option<&'a str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The `Location` header.
    ///
    /// # Errors
    /// There is none.
    pub fn location(&self) -> Result<&'a str, DecodeError> {
        self.header(LOCATION).ok_or_else(|| missing(&LOCATION))
    }
}

impl std::fmt::Debug for Received<'_> {
    /// Without the body.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} with {} bytes", self.status, self.body.len())
    }
}

fn missing(name: &HeaderName) -> DecodeError {
    Fault::new(format!("the response has no `{name}` header"), 0).into_error(b"")
}

/// How long `Retry-After` asks to wait: seconds, also with a fraction, or a date. A date counts from the `Date` header
/// beside it, so that a wrong clock of this machine does no harm.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        let seconds: f64 = text.parse().ok()?;
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let sent = headers.get(DATE).and_then(|date| date.to_str().ok());
    let now = sent.and_then(|date| httpdate::parse_http_date(date).ok()).or_else(now)?;
    Some(until.duration_since(now).unwrap_or_default())
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn now() -> Option<SystemTime> {
    Some(SystemTime::now())
}

/// Browsers have no clock that the standard library knows.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn now() -> Option<SystemTime> {
    None
}
