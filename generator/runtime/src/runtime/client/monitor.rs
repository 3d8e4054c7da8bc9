//! A long-running operation: the URL that tells how far it is in, the requests that ask out.

use std::time::Duration;

use super::HttpResponse;
use super::error::Error;
use crate::runtime::conventions::Conventions;
use crate::runtime::edm::Json;
use crate::runtime::request::{
    Accepted, ApiError, Received, Request, ResponseError, at_path, retry_after, text_of,
};

/// A long-running operation that is asked how far it is. It sends nothing; a client's `wait` does.
#[derive(Clone)]
pub struct Monitored {
    url: String,
    conventions: &'static Conventions,
    asked: u32,
    wait: Option<Duration>,
}

/// What the operation says of itself.
#[derive(Debug)]
pub enum Step {
    /// It goes on; ask again after this wait.
    Again(Duration),
    /// It ended well.
    Finished(Finished),
}

/// How an operation ended.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Finished {
    /// What it says of itself, or its result where it redirects there.
    pub body: Json,
    /// The status of that response.
    pub status: http::StatusCode,
    /// Where the result lies, if it says so.
    pub location: Option<String>,
}

impl Monitored {
    /// The operation that tells at `url` how far it is; the text keeps, so that another process can go on waiting.
    #[must_use]
    pub fn at(url: &str) -> Self {
        let conventions = &crate::conventions::CONVENTIONS;
        Self { url: url.to_owned(), conventions, asked: 0, wait: None }
    }

    /// The operation behind a response.
    ///
    /// # Errors
    /// It does not say where to ask.
    pub fn of(accepted: &Accepted) -> Result<Self, Error> {
        let nowhere = || Error::Protocol("the operation does not say where to ask for it".into());
        let mut monitored = Self::at(accepted.location.as_deref().ok_or_else(nowhere)?);
        monitored.wait = accepted.retry_after;
        Ok(monitored)
    }

    /// With the conventions of another service.
    #[must_use]
    pub fn with_conventions(self, conventions: &'static Conventions) -> Self {
        Self { conventions, ..self }
    }

    /// Where to ask.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How long to wait before asking.
    #[must_use]
    pub fn wait(&self) -> Duration {
        // From one second on, each time half as long again, up to half a minute.
        let own = 1.5_f64.powi(self.asked.min(10).cast_signed());
        self.wait.unwrap_or_else(|| Duration::from_secs_f64(own.min(30.0)))
    }

    /// The request that asks.
    pub fn request(&self) -> Request<Json> {
        Request::follow(&self.url)
    }

    /// What came back.
    ///
    /// # Errors
    /// The operation failed, or the service reports an error.
    pub fn answered(&mut self, response: HttpResponse) -> Result<Step, Error> {
        self.asked += 1;
        let (parts, body) = response.into_parts();
        if !parts.status.is_success() {
            let received = Received {
                status: parts.status,
                headers: &parts.headers,
                body: body.into(),
                conventions: self.conventions,
            };
            let error = ResponseError::Api(Box::new(ApiError::read(received)));
            return Err(Error::Response(error));
        }
        self.wait = retry_after(&parts.headers);
        let json = Json::from_slice(&body).ok();
        let monitor = &self.conventions.monitor;
        let state = json.as_ref().and_then(|json| at_path(json.as_str(), monitor.status));
        let state = state.and_then(text_of).unwrap_or_default();
        let is = |states: &[&str]| states.iter().any(|known| state.eq_ignore_ascii_case(known));
        if is(monitor.failed) {
            return Err(Error::Failed { status: state, body });
        }
        let going_on = parts.status == http::StatusCode::ACCEPTED
            || (!state.is_empty() && !is(monitor.succeeded));
        if going_on && !is(monitor.succeeded) {
            return Ok(Step::Again(self.wait()));
        }
        let location = parts.headers.get(http::header::LOCATION);
        Ok(Step::Finished(Finished {
            body: json.unwrap_or_else(|| Json::string(&String::from_utf8_lossy(&body))),
            status: parts.status,
            location: location.and_then(|text| text.to_str().ok()).map(str::to_owned),
        }))
    }
}

impl std::fmt::Debug for Monitored {
    /// Without the query of the URL.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Monitored({})", crate::runtime::request::shown(&self.url))
    }
}
