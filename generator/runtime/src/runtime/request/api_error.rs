//! An error response in, what the service says about the error out, in the form that its conventions state.

use std::borrow::Cow;
use std::fmt;

use http::{HeaderMap, StatusCode};

use super::received::Received;
use crate::runtime::conventions::{Conventions, ErrorShape};
use crate::runtime::edm::Json;
use crate::runtime::json::{Kind, Reader};

/// An error that the service reports, as far as the body has it. `Debug` shows neither headers nor body.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiError {
    /// The status of the response.
    pub status: StatusCode,
    /// The headers of the response.
    pub headers: HeaderMap,
    /// The service's code for the error, such as `Request_ResourceNotFound`; empty if the body has none.
    pub code: String,
    /// The message for developers; empty if the body has none.
    pub message: String,
    /// What the error is about, such as the name of a property.
    pub target: Option<String>,
    /// Further errors behind this one.
    pub details: Vec<ApiErrorDetail>,
    /// What helps the service's people, request ids among it.
    pub inner: Option<Json>,
    /// The body as received.
    pub body: Vec<u8>,
    pub(super) conventions: &'static Conventions,
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
    /// Reads any response as an error; whatever it lacks stays empty.
    #[must_use]
    pub fn of<B: AsRef<[u8]>>(response: &http::Response<B>) -> Self {
        let (status, headers) = (response.status(), response.headers());
        let body = Cow::Borrowed(response.body().as_ref());
        Self::read(Received {
            status,
            headers,
            body,
            conventions: &crate::conventions::CONVENTIONS,
        })
    }

    pub(crate) fn read(received: Received<'_>) -> Self {
        let Received { status, headers, body, conventions } = received;
        let json = Json::from_slice(&body).ok();
        let mut error = Self {
            status,
            headers: headers.clone(),
            code: String::new(),
            message: String::new(),
            target: None,
            details: Vec::new(),
            inner: None,
            body: body.into_owned(),
            conventions,
        };
        let shape = &conventions.error;
        if let Some(object) = json.as_ref().and_then(|json| at_path(json.as_str(), shape.path)) {
            let fields = members(object);
            let facts = facts(shape, &fields);
            (error.code, error.message, error.target) = (facts.code, facts.message, facts.target);
            let details = first(&fields, shape.details).map(|raw| details(shape, raw));
            error.details = details.unwrap_or_default();
            let inner = first(&fields, shape.inner);
            error.inner = inner.map(|raw| Json::from_valid(raw.to_owned()));
        }
        error
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("message", &self.message)
            .field("target", &self.target)
            .field("details", &self.details)
            .finish_non_exhaustive()
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
pub(crate) fn members(json: &str) -> Members<'_> {
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

/// The raw elements of a JSON array; none of anything else.
pub(crate) fn elements(json: &str) -> Vec<&str> {
    let mut reader = Reader::new(json);
    let mut elements = Vec::new();
    if reader.begin_array().is_ok() {
        while let Ok(true) = reader.next_element(elements.is_empty()) {
            let Ok(raw) = reader.skip() else { break };
            elements.push(raw);
        }
    }
    elements
}

/// The raw value to which a path of members leads. Of an array on the way, the first element counts.
pub(crate) fn at_path<'a>(json: &'a str, path: &[&str]) -> Option<&'a str> {
    path.iter().try_fold(json, |json, name| {
        let raw = find(&members(json), name)?;
        match Reader::new(raw).kind() {
            Kind::Array => elements(raw).into_iter().next().or(Some(raw)),
            _ => Some(raw),
        }
    })
}

/// The text of a string or number; older services wrap messages as `{"lang": …, "value": …}`.
pub(crate) fn text_of(raw: &str) -> Option<String> {
    let mut reader = Reader::new(raw);
    match reader.kind() {
        Kind::String => reader.string().ok().map(Cow::into_owned),
        Kind::Object => text_of(find(&members(raw), "value")?),
        Kind::Number => Some(raw.to_owned()),
        Kind::Null | Kind::Bool | Kind::Array | Kind::Invalid => None,
    }
}

fn find<'a>(members: &Members<'a>, name: &str) -> Option<&'a str> {
    let mut members = members.iter();
    members.find(|member| member.0 == name).map(|member| member.1)
}

fn first<'a>(members: &Members<'a>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| find(members, name))
}

fn facts(shape: &ErrorShape, members: &Members<'_>) -> ApiErrorDetail {
    let text = |names| first(members, names).and_then(text_of);
    ApiErrorDetail {
        code: text(shape.code).unwrap_or_default(),
        message: text(shape.message).unwrap_or_default(),
        target: text(shape.target),
    }
}

fn details(shape: &ErrorShape, raw: &str) -> Vec<ApiErrorDetail> {
    elements(raw).into_iter().map(|element| facts(shape, &members(element))).collect()
}
