//! A transport over `reqwest`, with the clock of `tokio`.

use std::time::Duration;

use super::asynchronous::Transport;
use super::exchange::BodyLimit;
use super::{BoxError, HttpRequest, HttpResponse};

/// A transport over a `reqwest` client. How it connects, TLS and timeouts among it, is the builder's; that redirects are
/// left to the client is seen to here.
#[derive(Debug, Clone)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    /// A transport over the client that `builder` makes.
    ///
    /// # Errors
    /// The builder's own.
    pub fn new(builder: reqwest::ClientBuilder) -> Result<Self, reqwest::Error> {
        builder.redirect(reqwest::redirect::Policy::none()).build().map(Self)
    }
}

impl Transport for Reqwest {
    async fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        let limit = request.extensions().get::<BodyLimit>().map_or(u64::MAX, |limit| limit.0);
        let mut response = self.0.execute(request.clone().try_into()?).await?;
        let mut received = HttpResponse::new(Vec::new());
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        while let Some(chunk) = response.chunk().await? {
            received.body_mut().extend_from_slice(&chunk);
            // The client says that it is too large.
            if u64::try_from(received.body().len()).unwrap_or(u64::MAX) > limit {
                break;
            }
        }
        Ok(received)
    }

    async fn sleep(&self, wait: Duration) {
        tokio::time::sleep(wait).await;
    }
}
