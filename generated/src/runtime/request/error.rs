//! What goes wrong with a request or a response.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::api_error::ApiError;
use super::received::{Received, retry_after};
use crate::runtime::conventions::Conventions;
use crate::runtime::json::DecodeError;

/// Why a request cannot be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestError {
    /// The path has a placeholder, named here, for which no argument was given.
    MissingArgument(String),
    /// More arguments were given than the path has placeholders.
    SurplusArgument,
    /// The argument for this placeholder is empty, so that the path would name another resource.
    EmptyArgument(String),
    /// The argument for this placeholder is `.` or `..`, so that the path could name another resource.
    DotSegment(String),
    /// A name in `select`, `expand` or `order_by` is no property of the response's type, but much like one.
    UnknownProperty {
        /// The name.
        name: String,
        /// The property that is probably meant.
        suggestion: &'static str,
    },
    /// The URL lies outside of the service, so that it has no place below its root.
    OutsideService(String),
    /// The method, URL or a header is not what HTTP allows.
    Http(http::Error),
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingArgument(name) => write!(f, "no argument for {{{name}}} in the path"),
            Self::SurplusArgument => f.write_str("more arguments than the path has placeholders"),
            Self::EmptyArgument(name) => write!(f, "the argument for {{{name}}} is empty"),
            Self::DotSegment(name) => {
                write!(f, "the argument for {{{name}}} is a step in the path (`.` or `..`)")
            }
            Self::UnknownProperty { name, suggestion } => {
                write!(f, "the response has no property `{name}`; is `{suggestion}` meant?")
            }
            Self::OutsideService(url) => write!(f, "{url} lies outside of the service"),
            Self::Http(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RequestError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Http(error) => Some(error),
            Self::MissingArgument(_)
            | Self::SurplusArgument
            | Self::EmptyArgument(_)
            | Self::DotSegment(_)
            | Self::UnknownProperty { .. }
            | Self::OutsideService(_) => None,
        }
    }
}

/// Why a response has no value of the expected type. Either way the status, the headers and the body are at hand.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service reports an error.
    Api(Box<ApiError>),
    /// The service reports success, but the body is not what was expected.
    Body(Box<BodyError>),
}

impl ResponseError {
    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Api(error) => error.status,
            Self::Body(error) => error.status,
        }
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        match self {
            Self::Api(error) => &error.headers,
            Self::Body(error) => &error.headers,
        }
    }

    /// The body of the response.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        match self {
            Self::Api(error) => &error.body,
            Self::Body(error) => &error.body,
        }
    }

    /// How long the service asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// What the service calls the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let conventions = match self {
            Self::Api(error) => error.conventions,
            Self::Body(error) => error.conventions,
        };
        request_id(conventions, self.headers())
    }

    /// The error that the service reports.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            Self::Body(_) => None,
        }
    }
}

/// What the service calls a request, for its support.
fn request_id<'a>(conventions: &Conventions, headers: &'a HeaderMap) -> Option<&'a str> {
    conventions.request_id.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f)?,
            Self::Body(error) => error.fmt(f)?,
        }
        match self.request_id() {
            Some(id) => write!(f, " (request {id})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(error) => Some(error.as_ref()),
            Self::Body(error) => Some(&error.error),
        }
    }
}

/// A success whose body is not what was expected. `Debug` does not show the body.
#[derive(Clone)]
#[non_exhaustive]
pub struct BodyError {
    /// The status of the response.
    pub status: StatusCode,
    /// The headers of the response.
    pub headers: HeaderMap,
    /// The body as received.
    pub body: Vec<u8>,
    /// In which way the body is wrong.
    pub fault: BodyFault,
    /// What is wrong, and where.
    pub error: DecodeError,
    conventions: &'static Conventions,
}

/// In which way a body is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyFault {
    /// There is no body.
    Empty,
    /// The body ends early, as when a connection breaks.
    Truncated,
    /// The body is something else.
    Wrong,
    /// A header is missing that the response consists of.
    Header,
}

impl BodyError {
    pub(super) fn new(mut received: Received<'_>, error: DecodeError, in_header: bool) -> Self {
        let (headers, body) = (received.headers.clone(), received.take_body());
        let fault = if in_header {
            BodyFault::Header
        } else if body.trim_ascii().is_empty() {
            BodyFault::Empty
        } else if ends_early(&body) {
            BodyFault::Truncated
        } else {
            BodyFault::Wrong
        };
        let (status, conventions) = (received.status, received.conventions);
        Self { status, headers, body, fault, error, conventions }
    }
}

impl fmt::Debug for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyError")
            .field("status", &self.status)
            .field("fault", &self.fault)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, error, .. } = self;
        match self.fault {
            BodyFault::Empty => write!(f, "{status}, but there is no body"),
            BodyFault::Truncated => write!(f, "{status}, but the body ends early: {error}"),
            BodyFault::Wrong => write!(f, "{status}, but the body is wrong: {error}"),
            BodyFault::Header => write!(f, "{status}, but {}", error.message()),
        }
    }
}

impl std::error::Error for BodyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Whether JSON text ends within a string, an array or an object.
fn ends_early(body: &[u8]) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_i64, false, false);
    for &byte in body {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    quoted || depth > 0
}
