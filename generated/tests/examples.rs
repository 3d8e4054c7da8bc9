//! Every JSON example of the pages, through the compiled types.
#![cfg(any(feature = "beta", feature = "v1_0"))]

#[path = "examples/harness.rs"]
mod harness;

#[cfg(feature = "beta")]
#[rustfmt::skip]
#[path = "examples/beta.rs"]
#[allow(deprecated, reason = "deprecated requests are tested, too")]
mod beta;

#[cfg(feature = "beta")]
#[test]
fn beta_responses() {
    harness::check_responses("beta", beta::RESPONSES);
}

#[cfg(feature = "beta")]
#[test]
fn beta_requests() {
    harness::check_requests("beta", beta::REQUESTS, beta::REBUILT);
}

#[cfg(feature = "v1_0")]
#[rustfmt::skip]
#[path = "examples/v1_0.rs"]
#[allow(deprecated, reason = "deprecated requests are tested, too")]
mod v1_0;

#[cfg(feature = "v1_0")]
#[test]
fn v1_0_responses() {
    harness::check_responses("v1_0", v1_0::RESPONSES);
}

#[cfg(feature = "v1_0")]
#[test]
fn v1_0_requests() {
    harness::check_requests("v1_0", v1_0::REQUESTS, v1_0::REBUILT);
}
