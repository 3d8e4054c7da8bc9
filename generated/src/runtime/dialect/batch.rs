//! Several requests in one: typed requests in, tickets out; each part has its own response, error and retry.
//!
//! A [`Batch`] decides what goes into which request and which parts go again. It sends nothing; a client's `batch` does.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Method, StatusCode};

use crate::runtime::client::asynchronous::{self, TokenSource, Transport};
use crate::runtime::client::{Error, HttpResponse, Policy, Settings, blocking};
use crate::runtime::edm::Json;
use crate::runtime::json::{Reader, Writer};
use crate::runtime::request::{
    Draft, Request, Response, at_path, elements, members, retry_after, text_of,
};

/// Any number of requests that go together.
#[derive(Default)]
pub struct Batch {
    parts: Vec<Part>,
    waited: Duration,
}

/// The claim to the response of one part of a batch.
#[must_use = "the answer of a part is taken by its ticket"]
pub struct Ticket<R> {
    index: usize,
    request: Request<R>,
}

/// The responses of a batch.
#[derive(Debug)]
pub struct Answers {
    responses: Vec<Option<HttpResponse>>,
}

struct Part {
    draft: Draft,
    accept: Option<&'static str>,
    depends_on: Vec<usize>,
    attempts: u32,
    response: Option<HttpResponse>,
}

/// One request of a batch.
struct Round {
    request: Request<Json>,
    parts: Vec<usize>,
}

impl Batch {
    /// A batch without requests.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a request.
    pub fn add<R: Response>(&mut self, request: Request<R>) -> Ticket<R> {
        let index = self.parts.len();
        self.parts.push(Part {
            draft: request.draft().clone(),
            accept: R::ACCEPT,
            depends_on: Vec::new(),
            attempts: 0,
            response: None,
        });
        Ticket { index, request }
    }

    /// Adds a request that is not carried out before another one succeeded; if that fails, so does this one, with the
    /// status 424.
    pub fn add_after<R: Response, B>(
        &mut self,
        before: &Ticket<B>,
        request: Request<R>,
    ) -> Ticket<R> {
        let ticket = self.add(request);
        self.depends_on(&ticket, before);
        ticket
    }

    /// Has a part wait for another one, added before it, to succeed.
    pub fn depends_on<R, B>(&mut self, part: &Ticket<R>, before: &Ticket<B>) {
        if before.index < part.index
            && let Some(part) = self.parts.get_mut(part.index)
        {
            part.depends_on.push(before.index);
        }
    }

    /// The number of requests.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether there are no requests.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The next request to send; `None` once each part has its response.
    fn round(&mut self, settings: &Settings) -> Result<Option<Round>, Error> {
        let shape = settings.service.conventions().batch;
        let shape = shape.ok_or_else(|| Error::Protocol("the service has no batches".into()))?;
        let mut parts: Vec<usize> = Vec::new();
        for index in 0..self.parts.len() {
            if parts.len() == shape.limit {
                break;
            }
            match self.readiness(index, &parts) {
                Readiness::Ready => parts.push(index),
                Readiness::Waits => {}
                Readiness::Fails => self.fail(index),
            }
        }
        if parts.is_empty() {
            return Ok(None);
        }
        let mut writer = Writer::new();
        writer.begin_object();
        writer.key("requests");
        writer.begin_array();
        for &index in &parts {
            if let Some(part) = self.parts.get(index) {
                writer.separate();
                part.write(&mut writer, index, &parts, &settings.home)?;
            }
        }
        writer.end_array();
        writer.end_object();
        let url = format!("{}{}", settings.home, shape.path);
        let body = Json::from_valid(writer.into_string());
        let request = Request::to(&Method::POST, &url).json_raw(&body);
        Ok(Some(Round { request, parts }))
    }

    fn readiness(&self, index: usize, chosen: &[usize]) -> Readiness {
        let Some(part) = self.parts.get(index).filter(|part| part.response.is_none()) else {
            return Readiness::Waits;
        };
        let mut ready = Readiness::Ready;
        for before in &part.depends_on {
            match self.parts.get(*before).and_then(|before| before.response.as_ref()) {
                Some(response) if !response.status().is_success() => return Readiness::Fails,
                None if !chosen.contains(before) => ready = Readiness::Waits,
                Some(_) | None => {}
            }
        }
        ready
    }

    fn fail(&mut self, index: usize) {
        if let Some(part) = self.parts.get_mut(index) {
            let mut response = HttpResponse::new(Vec::new());
            *response.status_mut() = StatusCode::FAILED_DEPENDENCY;
            part.response = Some(response);
        }
    }

    /// Takes the responses of a round; tells how long to wait before the next.
    fn came(&mut self, round: &[usize], body: &Json, policy: &Policy) -> Result<Duration, Error> {
        let mut wait = Duration::ZERO;
        let responses = members(body.as_str()).into_iter().find(|member| member.0 == "responses");
        for raw in responses.map(|member| elements(member.1)).unwrap_or_default() {
            let id = at_path(raw, &["id"]).and_then(text_of);
            let index = id.and_then(|id| id.parse().ok()).filter(|id| round.contains(id));
            let (Some(index), Some(response)) = (index, read_part(raw)) else {
                return Err(Error::Protocol("a response in the batch is not understood".into()));
            };
            if let Some(again) = self.retries(index, &response, policy) {
                wait = wait.max(again);
            } else if let Some(part) = self.parts.get_mut(index) {
                part.response = Some(response);
            }
        }
        self.wait_for_retried(round);
        for &index in round {
            let asked = self.parts.get(index).is_none_or(|part| part.attempts > 0);
            if !asked && self.parts.get(index).is_some_and(|part| part.response.is_none()) {
                let what = format!("the batch has no response for its request {index}");
                return Err(Error::Protocol(what));
            }
        }
        self.waited = self.waited.saturating_add(wait);
        Ok(wait)
    }

    /// The wait after which a part goes again, if it does.
    fn retries(
        &mut self,
        index: usize,
        response: &HttpResponse,
        policy: &Policy,
    ) -> Option<Duration> {
        let part = self.parts.get_mut(index)?;
        let wait = policy.part_wait(
            part.draft.method(),
            part.attempts,
            response.status(),
            retry_after(response.headers()),
        )?;
        if self.waited.saturating_add(wait) > policy.budget {
            return None;
        }
        part.attempts += 1;
        Some(wait)
    }

    /// A part that failed only because another one has to go again goes again with it.
    fn wait_for_retried(&mut self, round: &[usize]) {
        for &index in round {
            let Some(part) = self.parts.get(index) else { continue };
            let failed = part.response.as_ref().map(http::Response::status);
            let retried = part.depends_on.iter().any(|before| {
                self.parts.get(*before).is_some_and(|before| before.response.is_none())
            });
            if failed == Some(StatusCode::FAILED_DEPENDENCY)
                && retried
                && let Some(part) = self.parts.get_mut(index)
            {
                part.response = None;
                part.attempts = part.attempts.max(1);
            }
        }
    }

    fn answers(self) -> Answers {
        Answers { responses: self.parts.into_iter().map(|part| part.response).collect() }
    }
}

enum Readiness {
    Ready,
    Waits,
    Fails,
}

impl Part {
    fn write(
        &self,
        writer: &mut Writer,
        index: usize,
        round: &[usize],
        root: &str,
    ) -> Result<(), Error> {
        writer.begin_object();
        writer.key("id");
        writer.string(&index.to_string());
        writer.key("method");
        writer.string(self.draft.method());
        writer.key("url");
        writer.string(&self.draft.below(root)?);
        let headers: Vec<(&str, &str)> = self.draft.all_headers(self.accept).collect();
        if !headers.is_empty() {
            writer.key("headers");
            writer.begin_object();
            for (name, value) in &headers {
                // What HTTP would not allow as a header is not smuggled in as JSON.
                let name = HeaderName::try_from(*name).map_err(http::Error::from)?;
                HeaderValue::try_from(*value).map_err(http::Error::from)?;
                writer.key(name.as_str());
                writer.string(value);
            }
            writer.end_object();
        }
        if let Some((content_type, body)) = self.draft.content() {
            writer.key("body");
            match std::str::from_utf8(body) {
                Ok(text) if is_json(content_type) && Reader::new(text).raw().is_ok() => {
                    writer.raw(text);
                }
                _ => writer.string(&STANDARD.encode(body)),
            }
        }
        // A part that succeeded in a round before needs no waiting for.
        let before: Vec<&usize> =
            self.depends_on.iter().filter(|before| round.contains(before)).collect();
        if !before.is_empty() {
            writer.key("dependsOn");
            writer.begin_array();
            for before in before {
                writer.separate();
                writer.string(&before.to_string());
            }
            writer.end_array();
        }
        writer.end_object();
        Ok(())
    }
}

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json")
}

/// The HTTP response that a part of the batch's body describes.
fn read_part(raw: &str) -> Option<HttpResponse> {
    let status = at_path(raw, &["status"]).and_then(text_of)?.parse::<u16>().ok()?;
    let mut response = HttpResponse::new(Vec::new());
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    for (name, value) in at_path(raw, &["headers"]).map(members).unwrap_or_default() {
        let name = HeaderName::try_from(name).ok();
        let value = text_of(value).and_then(|value| HeaderValue::try_from(value).ok());
        if let (Some(name), Some(value)) = (name, value) {
            response.headers_mut().append(name, value);
        }
    }
    let body = members(raw).into_iter().find(|member| member.0 == "body").map(|member| member.1);
    if let Some(body) = body {
        let content_type = response.headers().get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let text = match content_type {
            Some(content_type) if !is_json(content_type) => text_of(body),
            _ => None,
        };
        *response.body_mut() = match text {
            Some(text) => STANDARD.decode(&text).unwrap_or_else(|_| text.into_bytes()),
            None if body == "null" => Vec::new(),
            None => body.as_bytes().to_vec(),
        };
    }
    Some(response)
}

impl Answers {
    /// The response of a part; taken once.
    ///
    /// # Errors
    /// The part failed, or its response was taken before.
    pub fn take<R: Response>(&mut self, ticket: &Ticket<R>) -> Result<R, Error> {
        let response = self.responses.get_mut(ticket.index).and_then(Option::take);
        let response =
            response.ok_or_else(|| Error::Protocol("the response was taken before".into()))?;
        Ok(ticket.request.decode_owned(response)?)
    }

    /// The status of a part whose response was not taken yet.
    #[must_use]
    pub fn status<R>(&self, ticket: &Ticket<R>) -> Option<StatusCode> {
        self.responses.get(ticket.index)?.as_ref().map(http::Response::status)
    }
}

impl blocking::Client {
    /// Sends the requests of a batch, in as many batches as the service's limit takes; parts that the service was too
    /// busy for go again.
    ///
    /// # Errors
    /// A batch as a whole failed. That a part failed is in its answer.
    pub fn batch(&self, mut batch: Batch) -> Result<Answers, Error> {
        while let Some(Round { request, parts }) = batch.round(self.settings())? {
            let body = self.send(request)?;
            let wait = batch.came(&parts, &body, &self.settings().policy)?;
            if !wait.is_zero() {
                self.sleep(wait);
            }
        }
        Ok(batch.answers())
    }
}

impl<T: Transport, K: TokenSource> asynchronous::Client<T, K> {
    /// Sends the requests of a batch, in as many batches as the service's limit takes; parts that the service was too
    /// busy for go again.
    ///
    /// # Errors
    /// A batch as a whole failed. That a part failed is in its answer.
    pub async fn batch(&self, mut batch: Batch) -> Result<Answers, Error> {
        while let Some(Round { request, parts }) = batch.round(self.settings())? {
            let body = self.send(request).await?;
            let wait = batch.came(&parts, &body, &self.settings().policy)?;
            if !wait.is_zero() {
                self.sleep(wait).await;
            }
        }
        Ok(batch.answers())
    }
}
