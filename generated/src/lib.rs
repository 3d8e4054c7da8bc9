//! Types and requests of an HTTP API, generated from its reference pages.
//!
//! Each version of the API is a module behind a feature of the same name. In it, `types` holds a struct or
//! enum for each type, and `requests` a function for each documented request: the path of the URL is the
//! path of the module.
//!
//! A function of `requests` sends nothing. It returns a [`Request`](runtime::Request), which becomes an
//! `http::Request` for any HTTP client and decodes the client's response.
//!
//! - `beta`: version `beta`
//! - `v1_0`: version `v1.0`
#![forbid(unsafe_code)]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "whether a page's words are a name in scope changes with every import"
)]

pub mod conventions;
pub mod runtime;

#[cfg(feature = "beta")]
#[rustfmt::skip]
pub mod beta;

#[cfg(feature = "v1_0")]
#[rustfmt::skip]
pub mod v1_0;
