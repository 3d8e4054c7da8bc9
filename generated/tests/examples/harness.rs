//! Runs the tables of examples: bodies are decoded, encoded and compared, requests are rebuilt.
//!
//! The bodies lie beside this file, one JSON file for each page.
#![allow(dead_code, reason = "which of this is used depends on the pages")]

use generated::runtime::{self, Misfit, Object, Response};
use percent_encoding::percent_decode_str;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// Examples of one type.
pub struct Bodies {
    /// Decodes, encodes and compares.
    pub check: fn(&[u8]) -> Result<Vec<Misfit>, String>,
    /// File, index, and whether every value has to fit.
    pub examples: &'static [(&'static str, usize, bool)],
}

/// Examples of one request.
pub struct Rebuilt {
    /// Builds the request through its function.
    pub build: fn(&Example) -> Result<Sent, String>,
    /// File and index.
    pub examples: &'static [(&'static str, usize)],
}

/// A request that is ready to be sent, its path below no root.
pub type Sent = http::Request<Vec<u8>>;

/// An example of a page's JSON file.
pub struct Example {
    members: BTreeMap<String, Box<RawValue>>,
    arguments: Vec<String>,
}

impl Example {
    /// The path argument at `index`.
    pub fn text(&self, index: usize) -> &str {
        self.arguments.get(index).map_or("", String::as_str)
    }

    /// The path argument at `index`, parsed.
    pub fn value<T: FromStr<Err: Display>>(&self, index: usize) -> Result<T, String> {
        let text = self.text(index);
        text.parse().map_err(|error| format!("argument `{text}`: {error}"))
    }

    /// The body, decoded.
    pub fn object<T: Object + Default>(&self) -> Result<T, String> {
        runtime::from_slice(self.body()).map_err(|error| error.to_string())
    }

    /// The body, as it stands.
    pub fn json(&self) -> Result<runtime::Json, String> {
        let text = String::from_utf8_lossy(self.body());
        runtime::Json::from_str(&text).map_err(|error| error.to_string())
    }

    fn body(&self) -> &[u8] {
        self.members.get("body").map_or(b"", |body| body.get().as_bytes())
    }

    fn member(&self, name: &str) -> String {
        let raw = self.members.get(name).map_or("\"\"", |raw| raw.get());
        serde_json::from_str(raw).unwrap_or_else(|_| raw.to_owned())
    }

    fn name(&self, file: &str, index: usize) -> String {
        let member = |name| self.member(name);
        format!("{}: {} {} ({file}.json, {index})", member("page"), member("role"), member("name"))
    }
}

/// Decodes, encodes and compares a body as an `R`.
pub fn round_trip<R: Response>(body: &[u8]) -> Result<Vec<Misfit>, String> {
    runtime::round_trip::<R>(body).map_err(|error| error.to_string())
}

/// The HTTP request of a typed request.
pub fn send<R: Response>(request: &runtime::Request<R>) -> Result<Sent, String> {
    // Hosts and versions of examples vary; what is below them may not.
    request.clone().base_url("").to_http().map_err(|error| error.to_string())
}

/// Checks the responses of `version`.
pub fn check_responses(version: &str, bodies: &[Bodies]) {
    report(&check_bodies(&mut Files::new(version), bodies));
}

/// Checks the requests of `version`: their bodies, and that the functions build what the pages show.
pub fn check_requests(version: &str, bodies: &[Bodies], rebuilt: &[Rebuilt]) {
    let mut files = Files::new(version);
    let mut failures = check_bodies(&mut files, bodies);
    failures.extend(check_rebuilt(&mut files, rebuilt));
    report(&failures);
}

fn check_bodies(files: &mut Files, tables: &[Bodies]) -> Vec<String> {
    let mut failures = Vec::new();
    for table in tables {
        for &(file, index, strict) in table.examples {
            let example = files.example(file, index);
            match (table.check)(example.body()) {
                Err(error) => failures.push(format!("{}: {error}", example.name(file, index))),
                Ok(misfits) if strict => failures.extend(misfits.iter().map(|misfit| {
                    let Misfit { path, raw, expected, .. } = misfit;
                    let name = example.name(file, index);
                    format!("{name}: {path}: expected {expected}, found {raw}")
                })),
                Ok(_) => {}
            }
        }
    }
    failures
}

fn check_rebuilt(files: &mut Files, tables: &[Rebuilt]) -> Vec<String> {
    let mut failures = Vec::new();
    for table in tables {
        for &(file, index) in table.examples {
            let example = files.example(file, index);
            let sent = (table.build)(example);
            if let Err(error) = sent.and_then(|sent| compare(example, &sent)) {
                failures.push(format!("{}: {error}", example.name(file, index)));
            }
        }
    }
    failures
}

fn compare(example: &Example, sent: &Sent) -> Result<(), String> {
    let line = example.member("request");
    let method = line.split(' ').next().unwrap_or_default();
    if !method.eq_ignore_ascii_case(sent.method().as_str()) {
        return Err(format!("sends {}, the page shows {method}", sent.method()));
    }
    let path = percent_decode_str(sent.uri().path()).decode_utf8_lossy();
    let shown = example.member("path");
    if !path.trim_end_matches('/').eq_ignore_ascii_case(&shown) {
        return Err(format!("requests `{path}`, the page shows `{shown}`"));
    }
    if sent.body().is_empty() {
        return Ok(());
    }
    runtime::json_equal(example.body(), sent.body()).map_err(|difference| difference.to_string())
}

#[track_caller]
fn report(failures: &[String]) {
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// The JSON files, each read once.
struct Files {
    folder: String,
    read: BTreeMap<String, Vec<Example>>,
}

impl Files {
    fn new(version: &str) -> Self {
        let folder = format!("{}/tests/examples/{version}", env!("CARGO_MANIFEST_DIR"));
        Self { folder, read: BTreeMap::new() }
    }

    #[track_caller]
    fn example(&mut self, file: &str, index: usize) -> &Example {
        let folder = &self.folder;
        let examples = self.read.entry(file.to_owned()).or_insert_with(|| {
            let path = format!("{folder}/{file}.json");
            let text =
                std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            let list: Vec<BTreeMap<String, Box<RawValue>>> =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            list.into_iter().map(example).collect()
        });
        examples.get(index).unwrap_or_else(|| panic!("{file}.json has no example {index}"))
    }
}

fn example(members: BTreeMap<String, Box<RawValue>>) -> Example {
    let raw = members.get("arguments").map_or("[]", |raw| raw.get());
    let arguments = serde_json::from_str(raw).unwrap_or_default();
    Example { members, arguments }
}
