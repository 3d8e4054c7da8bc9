//! Runs the example tests: the requests that functions build and the responses that they decode, against the pages.
//!
//! What the pages show lies below this folder, one JSON file for each page.
#![allow(dead_code, reason = "which of this is used depends on the pages")]

use generated::runtime::{self, Extra, Json, Misfit, Request, Response};
use percent_encoding::percent_decode_str;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// Examples of one type.
pub struct Bodies {
    /// Decodes, encodes and compares.
    pub check: fn(&[u8]) -> Decoded,
    /// File, index, and whether every value has to fit.
    pub examples: &'static [(&'static str, usize, bool)],
}

/// An example request.
pub struct Rebuilt {
    /// File and index.
    pub example: (&'static str, usize),
    /// Builds the request by its function.
    pub build: fn() -> Sent,
}

/// Example responses of one request.
pub struct Answers {
    /// Decodes, encodes and compares.
    pub decode: fn(&Example) -> Decoded,
    /// File, index, and whether every value has to fit.
    pub examples: &'static [(&'static str, usize, bool)],
}

/// A request that is ready to be sent, its path below no root.
pub type Sent = Result<http::Request<Vec<u8>>, String>;

/// The values of a body that do not fit their properties.
pub type Decoded = Result<Vec<Misfit>, String>;

/// An example of a page's JSON file.
pub struct Example {
    members: BTreeMap<String, Box<RawValue>>,
}

impl Example {
    /// Decodes the response with `request`, encodes it again and compares.
    pub fn decoded_by<R: Response>(&self, request: &Request<R>) -> Decoded {
        let body = self.content().map_or_else(|| self.body().to_vec(), String::into_bytes);
        let status = self.members.get("status").map_or("200", |raw| raw.get());
        let status: u16 = status.parse().map_err(|error| format!("status: {error}"))?;
        let mut response = http::Response::builder().status(status);
        for (name, value) in self.headers() {
            response = response.header(name, value);
        }
        let response = response.body(body.clone()).map_err(|error| error.to_string())?;
        #[cfg(feature = "ureq")]
        let received = crate::wire::received(request, response.clone());
        #[cfg(not(feature = "ureq"))]
        let received: Option<Result<Option<R>, String>> = None;
        let value: R = match received.transpose()? {
            None => request.decode(&response).map_err(|error| error.to_string())?,
            Some(Some(value)) => value,
            Some(None) => return Ok(Vec::new()),
        };
        if self.members.contains_key("body") {
            runtime::json_equal(&body, &value.encode()).map_err(|error| error.to_string())?;
        } else if self.members.contains_key("content") && value.encode() != body {
            return Err("encodes as other content".to_owned());
        }
        Ok(value.all_misfits())
    }

    fn body(&self) -> &[u8] {
        self.members.get("body").map_or(b"", |body| body.get().as_bytes())
    }

    /// A body that is not JSON.
    fn content(&self) -> Option<String> {
        self.members.contains_key("content").then(|| self.member("content"))
    }

    fn headers(&self) -> BTreeMap<String, String> {
        let raw = self.members.get("headers").map_or("{}", |raw| raw.get());
        serde_json::from_str(raw).unwrap_or_default()
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
pub fn round_trip<R: Response>(body: &[u8]) -> Decoded {
    runtime::round_trip::<R>(body).map_err(|error| error.to_string())
}

/// The HTTP request of a typed request.
pub fn send<R: Response>(request: &Request<R>) -> Sent {
    #[cfg(feature = "ureq")]
    if let Some(sent) = crate::wire::sent(request) {
        return sent;
    }
    // Hosts and versions of examples vary; what is below them may not.
    request.clone().base_url("").to_http().map_err(|error| error.to_string())
}

/// A value from its text.
#[track_caller]
pub fn parse<T: FromStr<Err: Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error}"))
}

/// JSON of any shape.
#[track_caller]
pub fn json(text: &str) -> Json {
    parse(text)
}

/// What no property of a type holds, as names and JSON.
#[track_caller]
pub fn extra(members: &[(&str, &str)]) -> Extra {
    let mut extra = Extra::default();
    for (name, value) in members {
        extra.insert(name, &json(value));
    }
    extra
}

/// Checks the responses of `version`.
pub fn check_responses(version: &str, bodies: &[Bodies], answers: &[&[Answers]]) {
    let mut files = Files::new(version);
    let mut failures = check_bodies(&mut files, bodies);
    for Answers { decode, examples } in answers.iter().copied().flatten() {
        for &(file, index, strict) in *examples {
            let example = files.example(file, index);
            failures.extend(problems(decode(example), strict, &example.name(file, index)));
        }
    }
    report(&failures);
}

/// Checks the requests of `version`: their bodies, and that the functions build what the pages show.
pub fn check_requests(version: &str, bodies: &[Bodies], rebuilt: &[&[Rebuilt]]) {
    let mut files = Files::new(version);
    let mut failures = check_bodies(&mut files, bodies);
    for Rebuilt { example: (file, index), build } in rebuilt.iter().copied().flatten() {
        let example = files.example(file, *index);
        if let Err(error) = build().and_then(|sent| compare(example, &sent)) {
            failures.push(format!("{}: {error}", example.name(file, *index)));
        }
    }
    report(&failures);
}

fn check_bodies(files: &mut Files, tables: &[Bodies]) -> Vec<String> {
    let mut failures = Vec::new();
    for Bodies { check, examples } in tables {
        for &(file, index, strict) in *examples {
            let example = files.example(file, index);
            failures.extend(problems(check(example.body()), strict, &example.name(file, index)));
        }
    }
    failures
}

fn problems(decoded: Decoded, strict: bool, name: &str) -> Vec<String> {
    match decoded {
        Err(error) => vec![format!("{name}: {error}")],
        Ok(misfits) if strict => {
            let words = |Misfit { path, raw, expected, .. }: &Misfit| {
                format!("{name}: {path}: expected {expected}, found {raw}")
            };
            misfits.iter().map(words).collect()
        }
        Ok(_) => Vec::new(),
    }
}

fn compare(example: &Example, sent: &http::Request<Vec<u8>>) -> Result<(), String> {
    let line = example.member("request");
    let (method, url) = line.split_once(' ').unwrap_or((&line, ""));
    if !method.eq_ignore_ascii_case(sent.method().as_str()) {
        return Err(format!("sends {}, the page shows {method}", sent.method()));
    }
    let path = decode(sent.uri().path());
    let shown = example.member("path");
    if !path.trim_end_matches('/').eq_ignore_ascii_case(&shown) {
        return Err(format!("requests `{path}`, the page shows `{shown}`"));
    }
    let url = url.split('#').next().unwrap_or_default();
    let shown = pairs(url.split_once('?').map_or("", |(_, query)| query));
    let query = pairs(sent.uri().query().unwrap_or_default());
    if query != shown {
        return Err(format!("has the query {query:?}, the page shows {shown:?}"));
    }
    for (name, shown) in example.headers() {
        let value = sent.headers().get(&name).and_then(|value| value.to_str().ok());
        let is_type = name.eq_ignore_ascii_case("content-type");
        let comparable = |text: &str| match is_type {
            // Parameters of a media type, such as the character set, are no part of what is compared.
            true => text.split([';', ',']).next().unwrap_or_default().trim().to_lowercase(),
            false => text.to_owned(),
        };
        if value.map(comparable) != Some(comparable(&shown)) {
            return Err(format!("sends {name}: {value:?}, the page shows {shown:?}"));
        }
    }
    match example.content() {
        Some(content) if content.as_bytes() == sent.body().as_slice() => Ok(()),
        Some(_) => Err("sends other content than the page shows".to_owned()),
        None if example.body().is_empty() && sent.body().is_empty() => Ok(()),
        None => runtime::json_equal(example.body(), sent.body()).map_err(|error| error.to_string()),
    }
}

/// The parameters of a query, sorted.
fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    // Names regardless of case, as services read them.
    let mut pairs: Vec<_> =
        pairs.map(|(name, value)| (decode(name).to_lowercase(), decode(value))).collect();
    pairs.sort();
    pairs
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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
            list.into_iter().map(|members| Example { members }).collect()
        });
        examples.get(index).unwrap_or_else(|| panic!("{file}.json has no example {index}"))
    }
}
