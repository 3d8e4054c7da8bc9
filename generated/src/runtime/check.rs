//! A body in, the proof that its type loses nothing of it out: what example tests are made of.

use std::fmt;

use super::json::{DecodeError, JsonDifference, json_equal};
use super::object::{Misfit, Mode};
use super::request::{Received, Response};

/// Why a body does not survive decoding and encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundTripError {
    /// The body does not decode.
    Decode(DecodeError),
    /// What was encoded states something else.
    Difference(JsonDifference),
}

impl fmt::Display for RoundTripError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::Difference(difference) => difference.fmt(f),
        }
    }
}

impl std::error::Error for RoundTripError {}

/// Decodes a body tolerantly, encodes it, and compares: numbers by value, members in any order.
///
/// Returns the values that did not fit their properties.
///
/// # Errors
/// The body does not decode, or comes back changed.
pub fn round_trip<R: Response>(body: &[u8]) -> Result<Vec<Misfit>, RoundTripError> {
    let headers = http::HeaderMap::new();
    let value = R::decode(&mut Received::of_body(body, &headers), Mode::Tolerant)
        .map_err(RoundTripError::Decode)?;
    // A byte order mark is no part of the JSON.
    let json = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    json_equal(json, &value.encode()).map_err(RoundTripError::Difference)?;
    Ok(value.all_misfits())
}
