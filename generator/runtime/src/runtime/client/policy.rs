//! How requests are sent, as plain data.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

/// How requests are sent. Plain data: `Policy { retries: 5, ..Policy::default() }`.
#[derive(Debug, Clone)]
pub struct Policy {
    /// How often a request is sent again at most.
    pub retries: u32,
    /// How long the waits before all tries of one request may be together; a wait beyond it is not begun.
    pub budget: Duration,
    /// The wait before the first retry where the service names none. Each further one is twice as long.
    pub first_wait: Duration,
    /// The longest wait where the service names none.
    pub longest_wait: Duration,
    /// By which part a wait may be shortened at random, so that clients that failed together do not return together:
    /// from 0 to 1.
    pub jitter: f64,
    /// The statuses after which a request is sent again.
    pub retried: Vec<StatusCode>,
    /// Whether requests that are not idempotent (POST, PATCH) are sent again after a broken connection and after every
    /// status of `retried`. Otherwise they are after 429, and after 503 with `Retry-After`: then the service did nothing.
    pub retry_all_methods: bool,
    /// How many redirects are followed.
    pub redirects: u32,
    /// The size of the largest body that is received, in bytes.
    pub largest_body: u64,
    /// Whether a token may be sent over `http`, where everybody on the way can read it. To a service on this machine it
    /// may in any case.
    pub token_over_http: bool,
    /// How long to wait for a long-running operation in all.
    pub longest_operation: Duration,
    /// Headers that each request gets unless it has them; credentials among them go to the service only.
    pub headers: HeaderMap,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            retries: 4,
            budget: Duration::from_secs(300),
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(60),
            jitter: 0.5,
            retried: vec![
                StatusCode::REQUEST_TIMEOUT,
                StatusCode::TOO_MANY_REQUESTS,
                StatusCode::INTERNAL_SERVER_ERROR,
                StatusCode::BAD_GATEWAY,
                StatusCode::SERVICE_UNAVAILABLE,
                StatusCode::GATEWAY_TIMEOUT,
            ],
            retry_all_methods: false,
            redirects: 5,
            largest_body: 256 << 20,
            token_over_http: false,
            longest_operation: Duration::from_secs(3600),
            headers: HeaderMap::new(),
        }
    }
}

impl Policy {
    /// The wait before the try after `attempt`, the first being 0; `random` is from 0 to 1.
    pub(super) fn wait(&self, attempt: u32, random: f64) -> Duration {
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(attempt));
        let shortened = 1.0 - self.jitter.clamp(0.0, 1.0) * random.clamp(0.0, 1.0);
        doubled.min(self.longest_wait).mul_f64(shortened)
    }

    /// Whether a request of this method goes again after a response of this status.
    pub(crate) fn retries(&self, method: &str, status: StatusCode, asked: bool) -> bool {
        let harmless = status == StatusCode::TOO_MANY_REQUESTS
            || (status == StatusCode::SERVICE_UNAVAILABLE && asked);
        let idempotent = !matches!(method, "POST" | "PATCH" | "CONNECT");
        self.retried.contains(&status) && (harmless || idempotent || self.retry_all_methods)
    }

    /// The wait before the next try of a part of a batch; `None` if there is none.
    #[allow(dead_code, reason = "for parts of the runtime that not every service has")]
    pub(crate) fn part_wait(
        &self,
        method: &str,
        attempt: u32,
        status: StatusCode,
        asked: Option<Duration>,
    ) -> Option<Duration> {
        let again = attempt < self.retries && self.retries(method, status, asked.is_some());
        again.then(|| asked.unwrap_or_else(|| self.wait(attempt, random())))
    }
}

/// A number from 0 to 1, for jitter: the standard library keys its hash maps at random, and no more is needed.
pub(super) fn random() -> f64 {
    let bits = RandomState::new().build_hasher().finish() >> 11;
    #[allow(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
    let part = bits as f64 / (1_u64 << 53) as f64;
    part
}
