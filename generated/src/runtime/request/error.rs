//! What goes wrong with a request or a response.

use std::fmt;

use http::StatusCode;

use crate::runtime::edm::Json;
use crate::runtime::json::{DecodeError, Kind, Reader};

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
            | Self::DotSegment(_) => None,
        }
    }
}

/// Why a response has no value of the expected type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service reports an error.
    Api(Box<ApiError>),
    /// The service reports success, but the body is not what was expected.
    Decode {
        /// The status of the response.
        status: StatusCode,
        /// What is wrong with the body.
        error: DecodeError,
    },
}

impl ResponseError {
    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Api(error) => error.status,
            Self::Decode { status, .. } => *status,
        }
    }

    /// The error that the service reports.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            Self::Decode { .. } => None,
        }
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Decode { status, error } => write!(f, "{status}, but the body is wrong: {error}"),
        }
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(error) => Some(error.as_ref()),
            Self::Decode { error, .. } => Some(error),
        }
    }
}

/// An error that the service reports, in OData's form as far as the body has it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ApiError {
    /// The status of the response.
    pub status: StatusCode,
    /// The service's code for the error, such as `Request_ResourceNotFound`; empty if the body has none.
    pub code: String,
    /// The message for developers; empty if the body has none.
    pub message: String,
    /// What the error is about, such as the name of a property.
    pub target: Option<String>,
    /// Further errors behind this one.
    pub details: Vec<ApiErrorDetail>,
    /// `innerError`: what helps the service's people, request ids among it.
    pub inner: Option<Json>,
    /// The body as received.
    pub body: Vec<u8>,
}

/// One of several errors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ApiErrorDetail {
    /// The service's code for the error.
    pub code: String,
    /// The message for developers.
    pub message: String,
    /// What the error is about.
    pub target: Option<String>,
}

impl ApiError {
    /// Reads the body of an error; whatever it lacks stays empty.
    pub(super) fn read(status: StatusCode, body: &[u8]) -> Self {
        let mut error = Self {
            status,
            code: String::new(),
            message: String::new(),
            target: None,
            details: Vec::new(),
            inner: None,
            body: body.to_vec(),
        };
        let json = Json::from_slice(body).ok();
        let outer = json.as_ref().map(|json| members(json.as_str())).unwrap_or_default();
        if let Some(inner) = find(&outer, "error") {
            let fields = members(inner);
            let facts = facts(&fields);
            (error.code, error.message, error.target) = (facts.code, facts.message, facts.target);
            error.details = find(&fields, "details").map(details).unwrap_or_default();
            let inner = find(&fields, "innerError").or_else(|| find(&fields, "innererror"));
            error.inner = inner.map(|raw| Json::from_valid(raw.to_owned()));
        }
        error
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.status.fmt(f)?;
        if !self.code.is_empty() {
            write!(f, ", {}", self.code)?;
        }
        if !self.message.is_empty() {
            write!(f, ": {}", self.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for ApiError {}

type Members<'a> = Vec<(String, &'a str)>;

/// The members of a JSON object with their raw values; none of anything else.
fn members(json: &str) -> Members<'_> {
    let mut reader = Reader::new(json);
    let mut members = Vec::new();
    if reader.begin_object().is_ok() {
        while let Ok(Some(key)) = reader.next_key(members.is_empty()) {
            let Ok(raw) = reader.skip() else { break };
            members.push((key.into_owned(), raw));
        }
    }
    members
}

fn find<'a>(members: &Members<'a>, name: &str) -> Option<&'a str> {
    let mut members = members.iter();
    members.find(|member| member.0 == name).map(|member| member.1)
}

fn facts(members: &Members<'_>) -> ApiErrorDetail {
    let text = |name| find(members, name).and_then(text_of);
    ApiErrorDetail {
        code: text("code").unwrap_or_default(),
        message: text("message").unwrap_or_default(),
        target: text("target"),
    }
}

/// The text of a string; older services wrap messages as `{"lang": …, "value": …}`.
fn text_of(raw: &str) -> Option<String> {
    let mut reader = Reader::new(raw);
    match reader.kind() {
        Kind::String => reader.string().ok().map(std::borrow::Cow::into_owned),
        Kind::Object => text_of(find(&members(raw), "value")?),
        Kind::Number => Some(raw.to_owned()),
        Kind::Null | Kind::Bool | Kind::Array | Kind::Invalid => None,
    }
}

fn details(raw: &str) -> Vec<ApiErrorDetail> {
    let mut reader = Reader::new(raw);
    let mut details = Vec::new();
    if reader.begin_array().is_ok() {
        while let Ok(true) = reader.next_element(details.is_empty()) {
            let Ok(element) = reader.skip() else { break };
            details.push(facts(&members(element)));
        }
    }
    details
}
