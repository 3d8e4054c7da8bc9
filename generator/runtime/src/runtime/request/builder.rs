//! A request before it is sent: an operation's facts, arguments, options and body in, an `http::Request` out.

use std::borrow::Cow;
use std::marker::PhantomData;

use http::header::{ACCEPT, CONTENT_TYPE};

use super::argument::PathArg;
use super::error::{ApiError, RequestError, ResponseError};
use super::operation::Operation;
use super::path::{PathError, fill, query_pair};
use super::response::Response;
use crate::runtime::edm::Json;
use crate::runtime::object::{Mode, Object, to_vec};

const JSON: &str = "application/json";

/// A request whose response is an `R`. It sends nothing: [`Request::to_http`] gives what any HTTP client takes, and
/// [`Request::decode`] reads what the client got.
#[derive(Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request<R> {
    draft: Draft,
    response: PhantomData<fn() -> R>,
}

/// What a request is but for the type of its response. All work is done here, so that it is compiled once and not for
/// each response.
#[derive(Debug, Clone)]
struct Draft {
    operation: &'static Operation,
    target: Target,
    query: Vec<String>,
    headers: Vec<(String, String)>,
    body: Option<(String, Vec<u8>)>,
}

#[derive(Debug, Clone)]
enum Target {
    /// A path below a base; or why there is none.
    Path { base_url: Option<String>, path: Result<String, PathError> },
    /// A whole URL, from a link.
    Url(String),
}

impl<R> Request<R> {
    /// A request for `operation`, with a text for each placeholder of its path.
    pub fn new(operation: &'static Operation, arguments: &[&str]) -> Self {
        Draft::of_texts(operation, arguments).into()
    }

    /// The same with arguments of any kind that a path takes.
    pub fn with_args(operation: &'static Operation, arguments: &[&dyn PathArg]) -> Self {
        Draft::of_args(operation, arguments).into()
    }

    /// A request for a URL that the service gave.
    pub(super) fn to_url(operation: &'static Operation, url: &str) -> Self {
        Draft::to_target(operation, Target::Url(url.to_owned())).into()
    }

    /// The facts of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.draft.operation
    }

    /// Sends an object as JSON.
    pub fn json(self, body: &dyn Object) -> Self {
        self.draft.bytes(JSON, to_vec(body)).into()
    }

    /// Sends any JSON.
    pub fn json_raw(self, body: &Json) -> Self {
        self.draft.bytes(JSON, body.as_str().as_bytes().to_vec()).into()
    }

    /// Sends bytes of any content type.
    pub fn bytes(self, content_type: &str, body: Vec<u8>) -> Self {
        self.draft.bytes(content_type, body).into()
    }

    /// Adds a header; it replaces one that the request would have by itself.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.draft.header(name, value).into()
    }

    /// Starts the path from another base, such as that of a national cloud.
    pub fn base_url(self, url: &str) -> Self {
        self.draft.base_url(url).into()
    }

    /// Adds a query parameter.
    pub fn query(self, name: &str, value: &str) -> Self {
        self.draft.query(name, value).into()
    }

    /// `$select`: only these properties.
    pub fn select(self, properties: &[&str]) -> Self {
        self.query("$select", &properties.join(","))
    }

    /// `$expand`: these relationships, too.
    pub fn expand(self, relationships: &[&str]) -> Self {
        self.query("$expand", &relationships.join(","))
    }

    /// `$filter`: only what fits the condition.
    pub fn filter(self, condition: &str) -> Self {
        self.query("$filter", condition)
    }

    /// `$orderby`: sorted by these, each with ` desc` to turn it round.
    pub fn order_by(self, properties: &[&str]) -> Self {
        self.query("$orderby", &properties.join(","))
    }

    /// `$search`: only what is found by the expression.
    pub fn search(self, expression: &str) -> Self {
        self.query("$search", expression)
    }

    /// `$top`: at most so many.
    pub fn top(self, count: u32) -> Self {
        self.query("$top", &count.to_string())
    }

    /// `$skip`: without the first ones.
    pub fn skip(self, count: u32) -> Self {
        self.query("$skip", &count.to_string())
    }

    /// `$count=true`: with the number of all.
    pub fn count(self) -> Self {
        self.query("$count", "true")
    }

    /// The URL.
    ///
    /// # Errors
    /// The arguments do not fit the path.
    pub fn url(&self) -> Result<String, RequestError> {
        self.draft.url()
    }

    /// The request as HTTP clients take it.
    ///
    /// # Errors
    /// The arguments do not fit the path, or HTTP does not allow the URL or a header.
    pub fn to_http(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        self.draft.to_http()
    }
}

impl<R: Response> Request<R> {
    /// The value of a response; values in it that do not fit their properties are kept.
    ///
    /// # Errors
    /// The service reports an error, or the body is not what was expected.
    pub fn decode<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<R, ResponseError> {
        self.decode_body(response.status(), response.body().as_ref(), Mode::Tolerant)
    }

    /// As [`Request::decode`], but fails on the first value that does not fit its property.
    ///
    /// # Errors
    /// As [`Request::decode`], and the first misfit.
    pub fn decode_strict<B: AsRef<[u8]>>(
        &self,
        response: &http::Response<B>,
    ) -> Result<R, ResponseError> {
        self.decode_body(response.status(), response.body().as_ref(), Mode::Strict)
    }

    fn decode_body(
        &self,
        status: http::StatusCode,
        body: &[u8],
        mode: Mode,
    ) -> Result<R, ResponseError> {
        if let Some(error) = self.draft.reported(status, body) {
            return Err(error);
        }
        R::decode(body, mode).map_err(|error| ResponseError::Decode { status, error })
    }
}

impl Draft {
    fn of_texts(operation: &'static Operation, arguments: &[&str]) -> Self {
        Self::filled(operation, &mut arguments.iter().map(|text| Cow::Borrowed(*text)))
    }

    fn of_args(operation: &'static Operation, arguments: &[&dyn PathArg]) -> Self {
        Self::filled(operation, &mut arguments.iter().map(|argument| argument.text()))
    }

    fn filled<'a>(
        operation: &'static Operation,
        arguments: &mut dyn Iterator<Item = Cow<'a, str>>,
    ) -> Self {
        let path = fill(operation.path, arguments);
        Self::to_target(operation, Target::Path { base_url: None, path })
    }

    fn to_target(operation: &'static Operation, target: Target) -> Self {
        Self { operation, target, query: Vec::new(), headers: Vec::new(), body: None }
    }

    fn bytes(mut self, content_type: &str, body: Vec<u8>) -> Self {
        self.body = Some((content_type.to_owned(), body));
        self
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn base_url(mut self, url: &str) -> Self {
        if let Target::Path { base_url, .. } = &mut self.target {
            *base_url = Some(url.trim_end_matches('/').to_owned());
        }
        self
    }

    fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push(query_pair(name, value));
        self
    }

    fn url(&self) -> Result<String, RequestError> {
        let mut url = match &self.target {
            Target::Url(url) => url.clone(),
            Target::Path { base_url, path } => {
                let base = base_url.as_deref().unwrap_or(self.operation.base_url);
                format!("{base}{}", path.clone()?)
            }
        };
        for pair in &self.query {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pair);
        }
        Ok(url)
    }

    fn to_http(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let mut builder = http::Request::builder().method(self.operation.method).uri(self.url()?);
        let given =
            |name: &str| self.headers.iter().any(|header| header.0.eq_ignore_ascii_case(name));
        if !given(ACCEPT.as_str()) {
            builder = builder.header(ACCEPT, JSON);
        }
        let (content_type, body) = match &self.body {
            Some((content_type, body)) => (Some(content_type), body.clone()),
            None => (None, Vec::new()),
        };
        if let Some(content_type) = content_type
            && !given(CONTENT_TYPE.as_str())
        {
            builder = builder.header(CONTENT_TYPE, content_type);
        }
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        builder.body(body).map_err(RequestError::Http)
    }

    /// The error that a response reports, if it does.
    fn reported(&self, status: http::StatusCode, body: &[u8]) -> Option<ResponseError> {
        let documented = self.operation.status == Some(status.as_u16());
        (!status.is_success() && !documented)
            .then(|| ResponseError::Api(Box::new(ApiError::read(status, body))))
    }
}

impl<R> From<Draft> for Request<R> {
    fn from(draft: Draft) -> Self {
        Self { draft, response: PhantomData }
    }
}

impl<R> Clone for Request<R> {
    fn clone(&self) -> Self {
        self.draft.clone().into()
    }
}
