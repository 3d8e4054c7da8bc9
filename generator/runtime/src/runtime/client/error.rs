//! Why a request that was sent has no value.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::BoxError;
use crate::runtime::request::{ApiError, RequestError, ResponseError};

/// Why a request has no value. None of it shows a token or a body.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request cannot be made.
    Request(RequestError),
    /// There is no token.
    Token(BoxError),
    /// The request did not reach the service, or its response did not come back.
    Transport(BoxError),
    /// The service reports an error, or its response is not what was expected.
    Response(ResponseError),
    /// The body is larger than the policy allows.
    TooLarge {
        /// What the policy allows.
        limit: u64,
    },
    /// A link or redirect leads from `https` to `http`, or is no URL that can be followed.
    Unsafe {
        /// The URL without its query.
        url: String,
    },
    /// More redirects than the policy allows.
    TooManyRedirects,
    /// The token would go over `http`, which the policy does not allow.
    TokenOverHttp,
    /// A link of a collection was followed before: the pages would never end.
    RepeatedLink {
        /// The URL without its query.
        url: String,
    },
    /// What the service said of a long-running operation, an upload or a batch is not understood.
    Protocol(String),
    /// A long-running operation failed.
    Failed {
        /// The state that the service names.
        status: String,
        /// What it says of the operation, as JSON.
        body: Vec<u8>,
    },
}

impl Error {
    /// The response that is the reason, if there is one.
    #[must_use]
    pub fn response(&self) -> Option<&ResponseError> {
        if let Self::Response(error) = self { Some(error) } else { None }
    }

    /// The error that the service reports.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        self.response()?.api_error()
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(ResponseError::status)
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.response().map(ResponseError::headers)
    }

    /// The service's code for the error; empty if there is none.
    #[must_use]
    pub fn code(&self) -> &str {
        self.api_error().map_or("", |error| &error.code)
    }

    /// How long the service asks to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.response()?.retry_after()
    }

    /// What the service calls the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.response()?.request_id()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => error.fmt(f),
            Self::Token(error) => write!(f, "no token: {error}"),
            Self::Transport(error) => error.fmt(f),
            Self::Response(error) => error.fmt(f),
            Self::TooLarge { limit } => write!(f, "the body has more than {limit} bytes"),
            Self::Unsafe { url } => write!(f, "the service leads to {url}, which is not followed"),
            Self::TooManyRedirects => f.write_str("too many redirects"),
            Self::TokenOverHttp => f.write_str("the token is not sent over http"),
            Self::RepeatedLink { url } => {
                write!(f, "a link to {url} repeats, so that the pages would never end")
            }
            Self::Protocol(what) => f.write_str(what),
            Self::Failed { status, .. } => write!(f, "the operation ended as {status}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request(error) => Some(error),
            Self::Token(error) | Self::Transport(error) => Some(error.as_ref()),
            Self::Response(error) => Some(error),
            Self::TooLarge { .. }
            | Self::Unsafe { .. }
            | Self::TooManyRedirects
            | Self::TokenOverHttp
            | Self::RepeatedLink { .. }
            | Self::Protocol(_)
            | Self::Failed { .. } => None,
        }
    }
}

impl From<RequestError> for Error {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl From<ResponseError> for Error {
    fn from(error: ResponseError) -> Self {
        Self::Response(error)
    }
}
