//! Every JSON example of the pages, through the compiled types.
#![cfg(any(feature = "beta", feature = "v1_0"))]

#[path = "examples/harness.rs"]
mod harness;
#[cfg(feature = "ureq")]
#[path = "examples/wire.rs"]
mod wire;

#[cfg(feature = "beta")]
#[rustfmt::skip]
#[path = "examples/beta/mod.rs"]
#[allow(deprecated, reason = "what is deprecated is tested, too")]
#[allow(clippy::approx_constant, reason = "numbers are those of the pages")]
mod beta;

#[cfg(feature = "v1_0")]
#[rustfmt::skip]
#[path = "examples/v1_0/mod.rs"]
#[allow(deprecated, reason = "what is deprecated is tested, too")]
#[allow(clippy::approx_constant, reason = "numbers are those of the pages")]
mod v1_0;

#[rustfmt::skip]
mod responses {
    #[cfg(feature = "beta")]
    #[test]
    fn beta() {
        crate::harness::check_responses(
            "beta",
            crate::beta::RESPONSES,
            crate::beta::ANSWERS,
        );
    }

    #[cfg(all(feature = "beta", feature = "ureq"))]
    #[test]
    fn beta_on_the_wire() {
        crate::wire::over("beta", "responses", beta);
    }

    #[cfg(feature = "v1_0")]
    #[test]
    fn v1_0() {
        crate::harness::check_responses(
            "v1_0",
            crate::v1_0::RESPONSES,
            crate::v1_0::ANSWERS,
        );
    }

    #[cfg(all(feature = "v1_0", feature = "ureq"))]
    #[test]
    fn v1_0_on_the_wire() {
        crate::wire::over("v1_0", "responses", v1_0);
    }
}

#[rustfmt::skip]
mod requests {
    #[cfg(feature = "beta")]
    #[test]
    fn beta() {
        crate::harness::check_requests(
            "beta",
            crate::beta::REQUESTS,
            crate::beta::REBUILT,
        );
    }

    #[cfg(all(feature = "beta", feature = "ureq"))]
    #[test]
    fn beta_on_the_wire() {
        crate::wire::over("beta", "requests", beta);
    }

    #[cfg(feature = "v1_0")]
    #[test]
    fn v1_0() {
        crate::harness::check_requests(
            "v1_0",
            crate::v1_0::REQUESTS,
            crate::v1_0::REBUILT,
        );
    }

    #[cfg(all(feature = "v1_0", feature = "ureq"))]
    #[test]
    fn v1_0_on_the_wire() {
        crate::wire::over("v1_0", "requests", v1_0);
    }
}
