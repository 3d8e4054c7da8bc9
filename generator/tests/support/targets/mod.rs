//! What must hold for any bytes, one function for each reader of untrusted text.
//!
//! In: the bytes a fuzzer made, or an input that once failed. Out: nothing, or a panic that says what does not hold.
//! `generator/fuzz` feeds these functions; `generator/tests/regressions.rs` runs them on every input that is kept.

mod bodies;
mod files;
mod pages;
mod whole;

/// A property of the whole program, by the name of its fuzz target.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const ALL: &[Target] = &[
    ("markdown", pages::markdown),
    ("plain_text", pages::plain_text),
    ("annotations", pages::annotations),
    ("type_spelling", pages::type_spelling),
    ("request_line", pages::request_line),
    ("front_matter", pages::front_matter),
    ("configuration", files::configuration),
    ("records", files::records),
    ("cache", files::cache),
    ("journal", files::journal),
    ("pipeline", whole::pipeline),
    ("json_reader", bodies::json_reader),
    ("typed", bodies::typed),
    ("requests", bodies::requests),
];

/// Runs the target `name` on `data`.
pub fn run(name: &str, data: &[u8]) {
    let target = ALL.iter().find(|(known, _)| *known == name);
    let (_, target) = target.unwrap_or_else(|| panic!("no target is called {name}"));
    target(data);
}
