//! What a request is but for the type of its response. All work is done here, so that it is compiled once and not for
//! each response.

use std::borrow::Cow;
use std::fmt;

use http::Method;
use http::header::{ACCEPT, CONTENT_TYPE};

use super::argument::PathArg;
use super::error::RequestError;
use super::path::{fill, query_pair};
use super::service::Service;
use super::target::{Target, shown};
use crate::runtime::conventions::Conventions;

#[derive(Clone)]
pub(crate) struct Draft {
    /// The documented line; empty for a URL that the service gave.
    pub(super) line: &'static str,
    method: Cow<'static, str>,
    target: Target,
    query: Vec<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<(String, Vec<u8>)>,
    pub(super) expected: Option<u16>,
    /// Names in query options, which the type of the response may know better.
    pub(super) names: Vec<String>,
    pub(super) conventions: &'static Conventions,
}

impl Draft {
    pub(super) fn of_texts(service: Service, line: &'static str, arguments: &[&str]) -> Self {
        Self::filled(service, line, &mut arguments.iter().map(|text| Cow::Borrowed(*text)))
    }

    pub(super) fn of_args(
        service: Service,
        line: &'static str,
        arguments: &[&dyn PathArg],
    ) -> Self {
        Self::filled(service, line, &mut arguments.iter().map(|argument| argument.text()))
    }

    fn filled<'a>(
        service: Service,
        line: &'static str,
        arguments: &mut dyn Iterator<Item = Cow<'a, str>>,
    ) -> Self {
        let (method, template) = line.split_once(' ').unwrap_or((line, ""));
        let path = fill(template, arguments);
        let target = Target::Path { root: Cow::Borrowed(service.root), path };
        Self { line, ..Self::new(Cow::Borrowed(method), target, service.conventions) }
    }

    /// A request of a URL that the service gave.
    pub(super) fn to_url(method: &Method, url: &str) -> Self {
        let target = Target::Url(url.to_owned());
        let method = Cow::Owned(method.as_str().to_owned());
        Self::new(method, target, &crate::conventions::CONVENTIONS)
    }

    fn new(method: Cow<'static, str>, target: Target, conventions: &'static Conventions) -> Self {
        Self {
            line: "",
            method,
            target,
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            expected: None,
            names: Vec::new(),
            conventions,
        }
    }

    /// The request for a further page behind `url`: only what the conventions carry along is kept of this one.
    pub(crate) fn next(&self, url: &str) -> Self {
        let mut next = Self::to_url(&Method::GET, url);
        next.conventions = self.conventions;
        let carried = |name: &str| {
            self.conventions.carried.iter().any(|carried| name.eq_ignore_ascii_case(carried))
        };
        next.headers = self.headers.iter().filter(|header| carried(&header.0)).cloned().collect();
        next
    }

    /// The same request with another value of a query parameter.
    pub(crate) fn with_parameter(&self, name: &str, value: &str) -> Self {
        let mut draft = self.clone();
        let pair = query_pair(name, value);
        let start = pair.split('=').next().unwrap_or_default();
        draft.query.retain(|given| given.split('=').next() != Some(start));
        draft.query.push(pair);
        draft
    }

    pub(super) fn bytes(mut self, content_type: &str, body: Vec<u8>) -> Self {
        self.body = Some((content_type.to_owned(), body));
        self
    }

    pub(super) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(super) fn expects(self, status: u16) -> Self {
        Self { expected: Some(status), ..self }
    }

    pub(super) fn base_url(mut self, url: &str) -> Self {
        if let Target::Path { root, .. } = &mut self.target {
            *root = Cow::Owned(url.trim_end_matches('/').to_owned());
        }
        self
    }

    /// Starts the path from another root; one without a path replaces scheme and host alone.
    pub(crate) fn at(&mut self, root: &str) {
        self.target.at(root);
    }

    pub(super) fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push(query_pair(name, value));
        self
    }

    pub(crate) fn method(&self) -> &str {
        &self.method
    }

    /// The content type and the body.
    #[allow(dead_code, reason = "for parts of the runtime that not every service has")]
    pub(crate) fn content(&self) -> Option<(&str, &[u8])> {
        self.body.as_ref().map(|(content_type, body)| (content_type.as_str(), body.as_slice()))
    }

    pub(super) fn url(&self) -> Result<String, RequestError> {
        Ok(self.with_query(self.target.url()?))
    }

    /// Path and query below a root.
    pub(crate) fn below(&self, root: &str) -> Result<String, RequestError> {
        Ok(self.with_query(self.target.below(root)?))
    }

    fn with_query(&self, mut url: String) -> String {
        for pair in &self.query {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pair);
        }
        url
    }

    pub(super) fn to_http(
        &self,
        accept: Option<&str>,
        body: Option<Vec<u8>>,
    ) -> Result<http::Request<Vec<u8>>, RequestError> {
        let mut builder = http::Request::builder().method(self.method()).uri(self.url()?);
        for (name, value) in self.all_headers(accept) {
            builder = builder.header(name, value);
        }
        builder.body(body.unwrap_or_default()).map_err(RequestError::Http)
    }

    /// The headers: those that were given, and those that follow from the response and the body.
    pub(crate) fn all_headers<'a>(
        &'a self,
        accept: Option<&'a str>,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let given =
            |name: &str| self.headers.iter().any(|header| header.0.eq_ignore_ascii_case(name));
        let content_type = self.body.as_ref().map(|body| body.0.as_str());
        let accept = accept.filter(|_| !given(ACCEPT.as_str()));
        let content_type = content_type.filter(|_| !given(CONTENT_TYPE.as_str()));
        let implied = accept.map(|value| (ACCEPT.as_str(), value)).into_iter();
        implied
            .chain(content_type.map(|value| (CONTENT_TYPE.as_str(), value)))
            .chain(self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

impl fmt::Debug for Draft {
    /// Without query, header values and body: any of them may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.target.url().unwrap_or_else(|_| self.line.to_owned());
        let headers: Vec<&str> = self.headers.iter().map(|header| header.0.as_str()).collect();
        let mut debug = f.debug_struct("Request");
        debug.field("method", &self.method).field("url", &shown(&line));
        debug.field("headers", &headers);
        if let Some((content_type, body)) = &self.body {
            debug.field("body", &format_args!("{} bytes of {content_type}", body.len()));
        }
        debug.finish()
    }
}
