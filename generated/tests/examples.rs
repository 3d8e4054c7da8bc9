//! Every JSON example of the pages, through the compiled types.
#![cfg(any(feature = "beta", feature = "v1_0"))]

#[path = "examples/harness.rs"]
mod harness;

#[cfg(feature = "beta")]
#[rustfmt::skip]
#[path = "examples/beta/mod.rs"]
#[allow(deprecated, reason = "what is deprecated is tested, too")]
#[allow(clippy::approx_constant, reason = "numbers are those of the pages")]
mod beta;

#[cfg(feature = "beta")]
#[test]
fn responses_of_beta() {
    harness::check_responses("beta", beta::RESPONSES, beta::ANSWERS);
}

#[cfg(feature = "beta")]
#[test]
fn requests_of_beta() {
    harness::check_requests("beta", beta::REQUESTS, beta::REBUILT);
}

#[cfg(feature = "v1_0")]
#[rustfmt::skip]
#[path = "examples/v1_0/mod.rs"]
#[allow(deprecated, reason = "what is deprecated is tested, too")]
#[allow(clippy::approx_constant, reason = "numbers are those of the pages")]
mod v1_0;

#[cfg(feature = "v1_0")]
#[test]
fn responses_of_v1_0() {
    harness::check_responses("v1_0", v1_0::RESPONSES, v1_0::ANSWERS);
}

#[cfg(feature = "v1_0")]
#[test]
fn requests_of_v1_0() {
    harness::check_requests("v1_0", v1_0::REQUESTS, v1_0::REBUILT);
}
