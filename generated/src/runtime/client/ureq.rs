//! A transport over `ureq`.

use std::io::Read;

use http::HeaderValue;

use super::blocking::Transport;
use super::exchange::BodyLimit;
use super::{BoxError, HttpRequest, HttpResponse};

/// A transport over a `ureq` agent. How it connects, TLS and timeouts among it, is the agent's; that redirects are left
/// to the client and that an error status is no error of the transport is seen to here.
#[derive(Debug, Clone)]
pub struct Ureq(ureq::Agent);

impl Ureq {
    /// A transport over an agent.
    #[must_use]
    pub fn new(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl From<ureq::Agent> for Ureq {
    fn from(agent: ureq::Agent) -> Self {
        Self(agent)
    }
}

impl Transport for Ureq {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        let limit = request.extensions().get::<BodyLimit>().map_or(u64::MAX, |limit| limit.0);
        let mut builder = http::Request::builder().method(request.method()).uri(request.uri());
        if let Some(headers) = builder.headers_mut() {
            headers.clone_from(request.headers());
            // Otherwise ureq would ask for what the request does not.
            headers.entry(http::header::ACCEPT).or_insert(HeaderValue::from_static("*/*"));
        }
        // The body is borrowed, not copied.
        let body = request.body().as_slice();
        let outcome = match body.is_empty() && request.method().is_safe() {
            true => self.run(builder.body(())?),
            false => self.run(builder.body(body)?),
        };
        let (parts, body) = outcome?.into_parts();
        // One more byte tells the client that the limit is passed.
        let mut received = Vec::new();
        body.into_reader().take(limit.saturating_add(1)).read_to_end(&mut received)?;
        Ok(HttpResponse::from_parts(parts, received))
    }
}

impl Ureq {
    fn run<B: ureq::AsSendBody>(
        &self,
        request: http::Request<B>,
    ) -> Result<http::Response<ureq::Body>, ureq::Error> {
        let agent = &self.0;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        agent.run(request)
    }
}
