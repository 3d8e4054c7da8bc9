//! A transport that answers from a function and remembers what it was sent.
#![allow(dead_code, reason = "which of this is used depends on the test")]

use runtime::runtime::client::blocking::Transport;
use runtime::runtime::client::{BoxError, HttpRequest, HttpResponse};
use std::sync::{Arc, Mutex};
use std::time::Duration;

type Answer = dyn Fn(usize, &HttpRequest) -> Result<HttpResponse, BoxError> + Send + Sync;

/// What a transport was asked to do.
#[derive(Default)]
pub struct Log {
    pub sent: Vec<HttpRequest>,
    pub waits: Vec<Duration>,
}

impl Log {
    pub fn urls(&self) -> Vec<String> {
        self.sent.iter().map(|request| request.uri().to_string()).collect()
    }

    /// The tokens that were sent, by host.
    pub fn tokens(&self) -> Vec<(String, bool)> {
        let host = |request: &HttpRequest| {
            let uri = request.uri();
            let (scheme, authority) = (uri.scheme_str(), uri.authority());
            format!("{}://{}", scheme.unwrap_or_default(), authority.map_or("", |a| a.as_str()))
        };
        let token = |request: &HttpRequest| request.headers().contains_key("authorization");
        self.sent.iter().map(|request| (host(request), token(request))).collect()
    }
}

/// A transport that answers from a function.
#[derive(Clone)]
pub struct Scripted {
    answer: Arc<Answer>,
    pub log: Arc<Mutex<Log>>,
}

impl Scripted {
    /// `answer` gets the number of requests before and the request.
    pub fn new(
        answer: impl Fn(usize, &HttpRequest) -> Result<HttpResponse, BoxError> + Send + Sync + 'static,
    ) -> Self {
        Self { answer: Arc::new(answer), log: Arc::default() }
    }
}

impl Transport for Scripted {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        let number = {
            let mut log = self.log.lock().expect("no panic before");
            log.sent.push(request.clone());
            log.sent.len() - 1
        };
        (self.answer)(number, request)
    }

    fn sleep(&self, wait: Duration) {
        self.log.lock().expect("no panic before").waits.push(wait);
    }
}

/// A response.
pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> HttpResponse {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.as_bytes().to_vec()).expect("a response")
}
