//! One request on its way to its final response. It decides (with a token or without, again or not, after which wait,
//! where a redirect leads, which host is trusted) and sends nothing: a driver sends, and tells what came.

use std::time::Duration;

use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION};
use http::{HeaderValue, Method, StatusCode, Uri};

use super::error::Error;
use super::policy::{Policy, random};
use super::{BoxError, HttpRequest, HttpResponse};
use crate::runtime::request::{Origin, RequestError, retry_after, shown};

/// The size of the largest body that may be received, in bytes: an extension of the requests that transports get. A
/// transport should stop reading there; a larger body is an error in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyLimit(pub u64);

/// One request on its way.
pub struct Exchange<'a> {
    policy: &'a Policy,
    request: HttpRequest,
    /// Where the token is for; nowhere once a redirect was followed.
    trusted: Option<Origin>,
    /// Whether the program set the token itself.
    has_token: bool,
    expected: Option<u16>,
    is_redirect: bool,
    attempt: u32,
    hops: u32,
    waited: Duration,
}

/// What to do next.
#[derive(Debug)]
pub enum Next {
    /// This is the response.
    Done(HttpResponse),
    /// Send [`Exchange::request`] again after this wait.
    Again(Duration),
}

impl<'a> Exchange<'a> {
    /// A request that is to be sent. A token goes to the origin of `root` only.
    #[must_use]
    pub fn new(policy: &'a Policy, root: &str, mut request: HttpRequest) -> Self {
        let trusted = root.parse::<Uri>().ok().and_then(|root| Origin::of(&root));
        let at_home = trusted.is_some() && Origin::of(request.uri()) == trusted;
        for (name, value) in &policy.headers {
            let secret = [AUTHORIZATION, COOKIE].contains(name);
            if !request.headers().contains_key(name) && (at_home || !secret) {
                request.headers_mut().append(name.clone(), value.clone());
            }
        }
        request.extensions_mut().insert(BodyLimit(policy.largest_body));
        let has_token = request.headers().contains_key(AUTHORIZATION);
        let (attempt, hops, waited) = (0, 0, Duration::ZERO);
        let (expected, is_redirect) = (None, false);
        Self { policy, request, trusted, has_token, expected, is_redirect, attempt, hops, waited }
    }

    /// Takes a response of this status as it is.
    #[must_use]
    pub fn expecting(mut self, status: Option<u16>) -> Self {
        self.expected = status;
        self
    }

    /// Takes a redirect for the response instead of following it.
    #[must_use]
    pub fn keeping_redirects(mut self, keep: bool) -> Self {
        self.is_redirect = keep;
        self
    }

    /// Whether the request goes where the token is meant for.
    #[must_use]
    pub fn wants_token(&self) -> bool {
        !self.has_token && self.trusted.is_some() && Origin::of(self.request.uri()) == self.trusted
    }

    /// What to send now; `token` is taken only if [`Exchange::wants_token`].
    ///
    /// # Errors
    /// The token is no header value, or would go over `http`; or the URL leads from `https` to `http`.
    pub fn request(&mut self, token: Option<&str>) -> Result<&HttpRequest, Error> {
        let target = Origin::of(self.request.uri());
        let secure = self.trusted.as_ref().is_some_and(|root| !root.is_plain());
        let plain = target.as_ref().is_none_or(Origin::is_plain);
        if target.is_none() || (secure && plain) {
            return Err(refuse(&self.request.uri().to_string()));
        }
        if !self.has_token {
            self.request.headers_mut().remove(AUTHORIZATION);
        }
        if let Some(token) = token
            && self.wants_token()
        {
            let readable = target.is_some_and(|root| root.is_plain() && !root.is_this_machine());
            if readable && !self.policy.token_over_http {
                return Err(Error::TokenOverHttp);
            }
            let mut value = HeaderValue::try_from(format!("Bearer {token}"))
                .map_err(|error| Error::Token(Box::new(error)))?;
            value.set_sensitive(true);
            self.request.headers_mut().insert(AUTHORIZATION, value);
        }
        Ok(&self.request)
    }

    /// What came back.
    ///
    /// # Errors
    /// It is final: the transport failed, the body is too large, or a redirect is not to be followed.
    pub fn answered(&mut self, outcome: Result<HttpResponse, BoxError>) -> Result<Next, Error> {
        let response = match outcome {
            Ok(response) => response,
            Err(error) => {
                let again = self.is_idempotent() || self.policy.retry_all_methods;
                return match self.wait(None).filter(|_| again) {
                    Some(wait) => Ok(self.again(wait)),
                    None => Err(Error::Transport(error)),
                };
            }
        };
        let limit = self.policy.largest_body;
        if u64::try_from(response.body().len()).unwrap_or(u64::MAX) > limit {
            return Err(Error::TooLarge { limit });
        }
        let status = response.status();
        if Some(status.as_u16()) == self.expected && !is_redirect(&response) {
            return Ok(Next::Done(response));
        }
        if is_redirect(&response) && !self.is_redirect {
            return match self.redirect(&response)? {
                true => Ok(Next::Again(Duration::ZERO)),
                false => Ok(Next::Done(response)),
            };
        }
        let asked = retry_after(response.headers());
        if self.policy.retries(self.request.method().as_str(), status, asked.is_some())
            && let Some(wait) = self.wait(asked)
        {
            return Ok(self.again(wait));
        }
        Ok(Next::Done(response))
    }

    fn again(&mut self, wait: Duration) -> Next {
        self.attempt += 1;
        self.waited = self.waited.saturating_add(wait);
        Next::Again(wait)
    }

    /// The wait before the next try; `None` if there is none.
    fn wait(&self, asked: Option<Duration>) -> Option<Duration> {
        if self.attempt >= self.policy.retries {
            return None;
        }
        let wait = asked.unwrap_or_else(|| self.policy.wait(self.attempt, random()));
        (self.waited.saturating_add(wait) <= self.policy.budget).then_some(wait)
    }

    fn is_idempotent(&self) -> bool {
        self.request.method().is_idempotent()
    }

    /// Turns to where a redirect leads; `false` if it names no place.
    fn redirect(&mut self, response: &HttpResponse) -> Result<bool, Error> {
        let Some(location) = response.headers().get(LOCATION) else {
            return Ok(false);
        };
        if self.hops >= self.policy.redirects {
            return Err(Error::TooManyRedirects);
        }
        let text = location.to_str().unwrap_or_default();
        let Some(uri) = resolve(self.request.uri(), text) else {
            return Err(refuse(text));
        };
        let (from, to) = (Origin::of(self.request.uri()), Origin::of(&uri));
        let downgraded = from.as_ref().is_some_and(|from| !from.is_plain())
            && to.as_ref().is_some_and(Origin::is_plain);
        if to.is_none() || downgraded {
            return Err(refuse(text));
        }
        // As browsers do: 303, and 301 and 302 after a POST, ask with GET; the others repeat the request.
        let status = response.status();
        let rewritten = status == StatusCode::SEE_OTHER
            || (matches!(status.as_u16(), 301 | 302) && self.request.method() == Method::POST);
        if rewritten && self.request.method() != Method::HEAD {
            *self.request.method_mut() = Method::GET;
            self.request.body_mut().clear();
            for name in [CONTENT_TYPE, CONTENT_LENGTH] {
                self.request.headers_mut().remove(name);
            }
        }
        // A redirect is followed without the token, wherever it leads.
        for name in [AUTHORIZATION, COOKIE] {
            self.request.headers_mut().remove(name);
        }
        *self.request.uri_mut() = uri;
        self.trusted = None;
        self.hops += 1;
        Ok(true)
    }
}

fn refuse(url: &str) -> Error {
    Error::Unsafe { url: shown(url).to_owned() }
}

fn is_redirect(response: &HttpResponse) -> bool {
    matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The URL that `reference` means on a page at `base` (RFC 3986, section 5, without dot segments, which are refused by
/// what reads the path).
pub(super) fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let reference = reference.split('#').next().unwrap_or_default();
    let (scheme, authority) = (base.scheme_str()?, base.authority()?);
    if reference.contains("://") {
        return reference.parse().ok();
    }
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}://{rest}").parse().ok();
    }
    let path = match reference.chars().next() {
        Some('/') => reference.to_owned(),
        Some('?') | None => format!("{}{reference}", base.path()),
        Some(_) => {
            let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{reference}")
        }
    };
    format!("{scheme}://{authority}{path}").parse().ok()
}

impl From<http::Error> for Error {
    fn from(error: http::Error) -> Self {
        Self::Request(RequestError::Http(error))
    }
}
