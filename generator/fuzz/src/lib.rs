//! Feeds the properties of `generator/tests/support/targets` with libFuzzer: see `README.md`.

#[path = "../../runtime/tests/model/mod.rs"]
mod model;
#[path = "../../tests/support/targets/mod.rs"]
pub mod targets;
