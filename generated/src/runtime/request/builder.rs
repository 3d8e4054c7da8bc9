//! A request before it is sent: a documented line, arguments, options and body in, an `http::Request` out.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use http::Method;

use super::api_error::ApiError;
use super::draft::Draft;
use super::error::{BodyError, RequestError, ResponseError};
use super::names::check_names;
use super::received::Received;
use super::response::Response;
use crate::runtime::conventions::Conventions;
use crate::runtime::edm::Json;
use crate::runtime::object::{Mode, Object, to_vec};

const JSON: &str = "application/json";

/// A request whose response is an `R`. It sends nothing: [`Request::to_http`] gives what any HTTP client takes, and
/// [`Request::decode`] reads what the client got. `Debug` shows no secret: neither query, header values nor body.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<R> {
    draft: Draft,
    response: PhantomData<fn() -> R>,
}

impl<R> Request<R> {
    /// A GET of a URL that the service gave, such as a link that was kept.
    pub fn follow(url: &str) -> Self {
        Self::to(&Method::GET, url)
    }

    /// A request of any method to a URL that the service gave.
    pub fn to(method: &Method, url: &str) -> Self {
        Draft::to_url(method, url).into()
    }

    /// The request for a further page behind `url`, with those headers of this request that all pages need.
    pub fn next<P>(&self, url: &str) -> Request<P> {
        self.draft.next(url).into()
    }

    /// The documented line, such as `GET /users/{id}`; empty for a URL that the service gave.
    #[must_use]
    pub fn line(&self) -> &'static str {
        self.draft.line
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.draft.method()
    }

    /// The headers that were added to the request.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.draft.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.draft.body.as_ref().map(|body| body.1.as_slice())
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
        self.draft.expects(status).into()
    }

    /// Starts the path from another root, such as that of a national cloud. A client can do so for all its requests.
    pub fn base_url(self, url: &str) -> Self {
        self.draft.base_url(url).into()
    }

    /// Adds a query parameter.
    pub fn query(self, name: &str, value: &str) -> Self {
        self.draft.query(name, value).into()
    }

    /// The URL.
    ///
    /// # Errors
    /// The arguments do not fit the path.
    pub fn url(&self) -> Result<String, RequestError> {
        self.draft.url()
    }

    /// Path and query below the root of the service, as batches want them.
    ///
    /// # Errors
    /// The arguments do not fit the path, or the URL lies outside of `root`.
    pub fn url_below(&self, root: &str) -> Result<String, RequestError> {
        self.draft.below(root)
    }

    /// The conventions of the service.
    #[must_use]
    pub fn conventions(&self) -> &'static Conventions {
        self.draft.conventions
    }

    /// Adds names in query options, to be checked against the type of the response.
    #[allow(dead_code, reason = "for parts of the runtime that not every service has")]
    pub(crate) fn naming(mut self, names: &[&str]) -> Self {
        self.draft.names.extend(names.iter().map(|name| (*name).to_owned()));
        self
    }

    pub(crate) fn draft(&self) -> &Draft {
        &self.draft
    }

    pub(super) fn into_draft(self) -> Draft {
        self.draft
    }

    pub(crate) fn draft_mut(&mut self) -> &mut Draft {
        &mut self.draft
    }

    pub(crate) fn expected(&self) -> Option<u16> {
        self.draft.expected
    }
}

impl<R: Response> Request<R> {
    /// The request as HTTP clients take it.
    ///
    /// # Errors
    /// The arguments do not fit the path, HTTP does not allow the URL or a header, or a name in a query option is
    /// misspelt.
    pub fn to_http(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        self.check()?;
        let body = self.draft.body.as_ref().map(|body| body.1.clone());
        self.draft.to_http(R::ACCEPT, body)
    }

    /// As [`Request::to_http`], without copying the body.
    ///
    /// # Errors
    /// As [`Request::to_http`].
    pub fn into_http(mut self) -> Result<http::Request<Vec<u8>>, RequestError> {
        self.check()?;
        self.take_http()
    }

    /// As [`Request::to_http`], taking the body out of the request.
    pub(crate) fn take_http(&mut self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let body = self.draft.body.as_mut().map(|body| std::mem::take(&mut body.1));
        self.draft.to_http(R::ACCEPT, body)
    }

    pub(crate) fn check(&self) -> Result<(), RequestError> {
        let mut checked = Ok(());
        if !self.draft.names.is_empty() {
            R::with_empty(&mut |object| checked = check_names(object, &self.draft.names));
        }
        checked
    }

    /// The value of a response; values in it that do not fit their properties are kept.
    ///
    /// # Errors
    /// The service reports an error, or the body is not what was expected.
    pub fn decode<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<R, ResponseError> {
        self.read(self.borrowed(response), Mode::Tolerant)
    }

    /// As [`Request::decode`], without copying the body of a download.
    ///
    /// # Errors
    /// As [`Request::decode`].
    pub fn decode_owned(&self, response: http::Response<Vec<u8>>) -> Result<R, ResponseError> {
        let (parts, body) = response.into_parts();
        self.read_parts(&parts, body)
    }

    pub(crate) fn read_parts(
        &self,
        parts: &http::response::Parts,
        body: Vec<u8>,
    ) -> Result<R, ResponseError> {
        let (status, headers, body) = (parts.status, &parts.headers, Cow::Owned(body));
        let conventions = self.draft.conventions;
        self.read(Received { status, headers, body, conventions }, Mode::Tolerant)
    }

    /// As [`Request::decode`], but fails on the first value that does not fit its property.
    ///
    /// # Errors
    /// As [`Request::decode`], and the first misfit.
    pub fn decode_strict<B: AsRef<[u8]>>(
        &self,
        response: &http::Response<B>,
    ) -> Result<R, ResponseError> {
        self.read(self.borrowed(response), Mode::Strict)
    }

    fn borrowed<'a, B: AsRef<[u8]>>(&self, response: &'a http::Response<B>) -> Received<'a> {
        let (status, headers) = (response.status(), response.headers());
        let body = Cow::Borrowed(response.body().as_ref());
        Received { status, headers, body, conventions: self.draft.conventions }
    }

    fn read(&self, mut received: Received<'_>, mode: Mode) -> Result<R, ResponseError> {
        let status = received.status;
        let is_answer = status.is_success()
            || (R::IS_REDIRECT && status.is_redirection())
            || self.draft.expected == Some(status.as_u16());
        if !is_answer {
            return Err(ResponseError::Api(Box::new(ApiError::read(received))));
        }
        R::decode(&mut received, mode).map_err(|error| {
            ResponseError::Body(Box::new(BodyError::new(received, error, R::IS_REDIRECT)))
        })
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

impl<R> fmt::Debug for Request<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.draft.fmt(f)
    }
}
