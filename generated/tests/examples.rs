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

    #[cfg(feature = "v1_0")]
    #[test]
    fn v1_0() {
        crate::harness::check_responses(
            "v1_0",
            crate::v1_0::RESPONSES,
            crate::v1_0::ANSWERS,
        );
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

    #[cfg(feature = "v1_0")]
    #[test]
    fn v1_0() {
        crate::harness::check_requests(
            "v1_0",
            crate::v1_0::REQUESTS,
            crate::v1_0::REBUILT,
        );
    }
}
