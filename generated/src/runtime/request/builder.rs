//! A request before it is sent: a documented line, arguments, options and body in, an `http::Request` out.

use std::borrow::Cow;
use std::marker::PhantomData;

use http::header::{ACCEPT, CONTENT_TYPE};

use super::argument::PathArg;
use super::error::{ApiError, RequestError, ResponseError};
use super::path::{PathError, fill, query_pair};
use super::received::Received;
use super::response::Response;
use crate::runtime::edm::Json;
use crate::runtime::object::{Mode, Object, to_vec};

const JSON: &str = "application/json";

/// A service, known by its root URL. Emitted request functions make their requests here; so can you, for what the pages
/// do not document.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    root: &'static str,
}

impl Service {
    /// The service at `root`, which has no slash at its end.
    #[must_use]
    pub const fn new(root: &'static str) -> Self {
        Self { root }
    }

    /// A request by its documented line, such as `GET /users/{id}`, with a text for each placeholder of its path.
    pub fn request<R>(&self, line: &'static str, arguments: &[&str]) -> Request<R> {
        Draft::of_texts(self.root, line, arguments).into()
    }

    /// The same with arguments of any kind that a path takes.
    pub fn request_with<R>(&self, line: &'static str, arguments: &[&dyn PathArg]) -> Request<R> {
        Draft::of_args(self.root, line, arguments).into()
    }
}

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
    line: &'static str,
    target: Target,
    query: Vec<String>,
    headers: Vec<(String, String)>,
    body: Option<(String, Vec<u8>)>,
    expected: Option<u16>,
}

#[derive(Debug, Clone)]
enum Target {
    /// A path below a root; or why there is none.
    Path { root: Cow<'static, str>, path: Result<String, PathError> },
    /// A whole URL, from a link.
    Url(String),
}

impl<R> Request<R> {
    /// A GET of a URL that the service gave.
    pub(super) fn to_url(url: &str) -> Self {
        Draft::to_target("GET", Target::Url(url.to_owned())).into()
    }

    /// The documented line, such as `GET /users/{id}`; for a URL that the service gave, the method alone.
    #[must_use]
    pub fn line(&self) -> &'static str {
        self.draft.line
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

    /// Takes a response of this status for what the request is made for, beside those of 200 to 299.
    pub fn expects(self, status: u16) -> Self {
        Draft { expected: Some(status), ..self.draft }.into()
    }

    /// Starts the path from another root, such as that of a national cloud.
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
}

impl<R: Response> Request<R> {
    /// The request as HTTP clients take it.
    ///
    /// # Errors
    /// The arguments do not fit the path, or HTTP does not allow the URL or a header.
    pub fn to_http(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let body = self.draft.body.as_ref().map(|body| body.1.clone());
        self.draft.to_http(R::ACCEPT, body)
    }

    /// As [`Request::to_http`], without copying the body.
    ///
    /// # Errors
    /// As [`Request::to_http`].
    pub fn into_http(mut self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let body = self.draft.body.as_mut().map(|body| std::mem::take(&mut body.1));
        self.draft.to_http(R::ACCEPT, body)
    }

    /// The value of a response; values in it that do not fit their properties are kept.
    ///
    /// # Errors
    /// The service reports an error, or the body is not what was expected.
    pub fn decode<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<R, ResponseError> {
        self.draft.read(borrowed(response), Mode::Tolerant)
    }

    /// As [`Request::decode`], without copying the body of a download.
    ///
    /// # Errors
    /// As [`Request::decode`].
    pub fn decode_owned(&self, response: http::Response<Vec<u8>>) -> Result<R, ResponseError> {
        let (parts, body) = response.into_parts();
        let (status, headers, body) = (parts.status, &parts.headers, Cow::Owned(body));
        self.draft.read(Received { status, headers, body }, Mode::Tolerant)
    }

    /// As [`Request::decode`], but fails on the first value that does not fit its property.
    ///
    /// # Errors
    /// As [`Request::decode`], and the first misfit.
    pub fn decode_strict<B: AsRef<[u8]>>(
        &self,
        response: &http::Response<B>,
    ) -> Result<R, ResponseError> {
        self.draft.read(borrowed(response), Mode::Strict)
    }
}

fn borrowed<B: AsRef<[u8]>>(response: &http::Response<B>) -> Received<'_> {
    let (status, headers) = (response.status(), response.headers());
    Received { status, headers, body: Cow::Borrowed(response.body().as_ref()) }
}

impl Draft {
    fn of_texts(root: &'static str, line: &'static str, arguments: &[&str]) -> Self {
        Self::filled(root, line, &mut arguments.iter().map(|text| Cow::Borrowed(*text)))
    }

    fn of_args(root: &'static str, line: &'static str, arguments: &[&dyn PathArg]) -> Self {
        Self::filled(root, line, &mut arguments.iter().map(|argument| argument.text()))
    }

    fn filled<'a>(
        root: &'static str,
        line: &'static str,
        arguments: &mut dyn Iterator<Item = Cow<'a, str>>,
    ) -> Self {
        let (_, template) = split(line);
        let path = fill(template, arguments);
        Self::to_target(line, Target::Path { root: Cow::Borrowed(root), path })
    }

    fn to_target(line: &'static str, target: Target) -> Self {
        let (query, headers) = (Vec::new(), Vec::new());
        Self { line, target, query, headers, body: None, expected: None }
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
        if let Target::Path { root, .. } = &mut self.target {
            *root = Cow::Owned(url.trim_end_matches('/').to_owned());
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
            Target::Path { root, path } => format!("{root}{}", path.clone()?),
        };
        for pair in &self.query {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pair);
        }
        Ok(url)
    }

    fn to_http(
        &self,
        accept: Option<&str>,
        body: Option<Vec<u8>>,
    ) -> Result<http::Request<Vec<u8>>, RequestError> {
        let mut builder = http::Request::builder().method(split(self.line).0).uri(self.url()?);
        let given =
            |name: &str| self.headers.iter().any(|header| header.0.eq_ignore_ascii_case(name));
        if let Some(accept) = accept
            && !given(ACCEPT.as_str())
        {
            builder = builder.header(ACCEPT, accept);
        }
        if let Some((content_type, _)) = &self.body
            && !given(CONTENT_TYPE.as_str())
        {
            builder = builder.header(CONTENT_TYPE, content_type);
        }
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        builder.body(body.unwrap_or_default()).map_err(RequestError::Http)
    }

    fn read<R: Response>(&self, received: Received<'_>, mode: Mode) -> Result<R, ResponseError> {
        let status = received.status;
        if !status.is_success() && self.expected != Some(status.as_u16()) {
            return Err(ResponseError::Api(Box::new(ApiError::read(status, &received.body))));
        }
        R::decode(received, mode).map_err(|error| ResponseError::Decode { status, error })
    }
}

/// The method and the path of a documented line.
fn split(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
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
