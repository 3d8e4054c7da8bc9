//! Request lines that only examples show.
//!
//! In: a page and all documented lines. Out: lines for the example requests that none of them covers, with placeholders
//! for keys: where other paths have one, and where no name can stand. What the page is not about, what it shows to fail,
//! and what leads to no documented part of the API is no line.

use super::mend::{is_qualified, open_call};
use super::siblings::{Place, Siblings};
use crate::page::{Example, Page, ParameterPlace, RequestLine, Role};
use crate::resolve::facts::example_url::example_path;
use crate::resolve::facts::template::{self, Segment};
use std::collections::HashMap;

/// The documented lines of a version.
pub(super) struct Documented<'p> {
    /// By method and number of segments.
    lines: HashMap<(&'p str, usize), Vec<Vec<Segment<'p>>>>,
}

impl<'p> Documented<'p> {
    pub(super) fn of(pages: &[&'p Page]) -> Self {
        let mut lines: HashMap<(&str, usize), Vec<Vec<Segment<'_>>>> = HashMap::new();
        for line in pages.iter().flat_map(|page| &page.request_lines) {
            let path = template::keys_apart(&template::segments(&line.path));
            lines.entry((&line.method, path.len())).or_default().push(path);
        }
        Self { lines }
    }

    /// Whether a line is about this path as a whole.
    fn have(&self, method: &str, path: &[Segment<'_>]) -> bool {
        let lines = self.lines.get(&(method, path.len())).map_or(&[][..], Vec::as_slice);
        lines.iter().any(|line| template::fits_whole(line, path))
    }

    /// Whether a line differs from the path by `$ref` alone: one of the two is a mistake.
    fn have_reference(&self, method: &str, path: &[Segment<'_>]) -> bool {
        const REFERENCE: Segment<'static> =
            Segment { name: "$ref", arguments: None, placeholder: false };
        match path.split_last() {
            Some((last, rest)) if last.name == "$ref" => self.have(method, rest),
            _ => self.have(method, &[path, &[REFERENCE]].concat()),
        }
    }
}

/// The lines that the examples of `page` show and no page documents.
pub(super) fn lines(
    page: &Page,
    siblings: &Siblings,
    documented: &Documented<'_>,
    base_url: &str,
) -> Vec<RequestLine> {
    let mut found: Vec<RequestLine> = Vec::new();
    for (at, example) in page.examples.iter().enumerate() {
        let Some(request) = example.request.as_ref().filter(|_| example.role == Role::Request)
        else {
            continue;
        };
        let method = request.method.value.as_str();
        let about = page.request_lines.iter().any(|line| line.method == method);
        if !about || calls_elsewhere(&request.url.value, base_url) {
            continue;
        }
        if fails(&page.examples[at + 1..]) {
            continue;
        }
        let path = example_path(&request.url.value);
        let segments = template::keys_apart(&template::segments(&path));
        if documented.have(method, &segments) || documented.have_reference(method, &segments) {
            continue;
        }
        let Some(path) = generalised(&path, siblings, &squeezed_title(page)) else { continue };
        let known = |line: &RequestLine| {
            line.method == method
                && template::fits_whole(
                    &template::keys_apart(&template::segments(&line.path)),
                    &template::keys_apart(&template::segments(&path)),
                )
        };
        if !found.iter().any(known) {
            let (method, span) = (method.to_owned(), request.url.span);
            let query = known_query(page, &request.url.value);
            found.push(RequestLine { method, path, query, span, shown: true });
        }
    }
    found
}

/// Those parameters of a URL's query that the page's lines, or its tables, name.
fn known_query(page: &Page, url: &str) -> Option<String> {
    let listed = |name: &str| {
        let lines = page.request_lines.iter().filter_map(|line| line.query.as_deref());
        let mut shown = lines.flat_map(|query| query.split('&')).map(name_of);
        let tables = page.parameters.iter().filter(|table| table.place == ParameterPlace::Query);
        let mut rows = tables.flat_map(|table| &table.rows);
        shown.any(|known| known == name) || rows.any(|row| row.name.value == name)
    };
    let (_, query) = url.split_once('?')?;
    let known: Vec<&str> = query.split('&').filter(|pair| listed(name_of(pair))).collect();
    (!known.is_empty()).then(|| known.join("&"))
}

fn name_of(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

/// Whether a URL has a host, and it does not begin like the API's.
fn calls_elsewhere(url: &str, base_url: &str) -> bool {
    let host = |url: &str| {
        let (_, rest) = url.split_once("://")?;
        Some(rest.split(['.', '/', ':', '?']).next()?.to_ascii_lowercase())
    };
    host(url).is_some_and(|called| Some(called) != host(base_url))
}

/// Whether the first answer that is shown to a request is a failure.
fn fails(after: &[Example]) -> bool {
    let answer = after.iter().take_while(|example| example.request.is_none());
    let mut statuses = answer.filter_map(|example| example.status.as_ref());
    statuses.next().is_some_and(|status| status.value >= 400)
}

/// The path of an example as one of a request line; `None` if it has parts of which nothing tells whether they are names.
fn generalised(path: &str, siblings: &Siblings, title: &str) -> Option<String> {
    let mut text = String::with_capacity(path.len());
    let mut place = Place::default();
    let mut pieces = template::pieces(path);
    while let Some(piece) = pieces.next() {
        let head = piece.strip_suffix(':').filter(|head| !head.is_empty());
        if let Some(head) = head.filter(|head| !head.starts_with(['{', '<'])) {
            // `root:/Folder/File.txt:`
            let inner: Vec<&str> = inside(&mut pieces);
            if !siblings.has(&place, piece) && !siblings.has_behind(&place, piece) {
                return None;
            }
            text.push_str(&format!("/{head}:"));
            place.step(piece);
            let key = siblings.placeholder(&place).or_else(|| siblings.placeholder_behind(&place));
            let closed = inner.last().is_some_and(|last| last.ends_with(':'));
            let key = key.unwrap_or("{path}:").trim_end_matches(':');
            let end = if closed { ":" } else { "" };
            text.push_str(&format!("/{key}{end}"));
            place.step(&format!("{key}{end}"));
            continue;
        }
        let is_last = pieces.clone().next().is_none();
        let named = is_last && !piece.is_empty() && title.ends_with(&piece.to_lowercase());
        // What the page is called after is a name.
        let piece = match named && place != Place::default() {
            true => piece.to_owned(),
            false => part(piece, &place, siblings)?,
        };
        text.push('/');
        text.push_str(&piece);
        place.step(&piece);
    }
    (!text.is_empty()).then_some(text)
}

/// The page's title in lower case, without what stands between its words.
fn squeezed_title(page: &Page) -> String {
    let title = page.title.iter().flat_map(|title| title.value.chars());
    title.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The pieces up to the colon that ends a file path.
fn inside<'p>(pieces: &mut template::Pieces<'p>) -> Vec<&'p str> {
    let mut inner = Vec::new();
    for piece in pieces.by_ref() {
        inner.push(piece);
        if piece.ends_with(':') {
            break;
        }
    }
    inner
}

/// A piece of an example's path as one of a request line.
fn part(piece: &str, place: &Place, siblings: &Siblings) -> Option<String> {
    let segment = template::segment(piece);
    let is_first = *place == Place::default();
    if is_first {
        return siblings
            .has(place, segment.name)
            .then(|| open_call(piece).unwrap_or(piece.to_owned()));
    }
    if segment.placeholder {
        return Some(piece.to_owned());
    }
    let is_name =
        piece.starts_with('$') || is_qualified(piece) || siblings.has(place, segment.name);
    if is_name {
        return Some(open_call(piece).unwrap_or_else(|| piece.to_owned()));
    }
    if let Some(key) = siblings.placeholder(place) {
        return Some(key.to_owned());
    }
    if siblings.has_behind(place, segment.name) {
        return Some(open_call(piece).unwrap_or_else(|| piece.to_owned()));
    }
    if let Some(key) = siblings.placeholder_behind(place) {
        return Some(key.to_owned());
    }
    let is_word = segment.name.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word.then(|| open_call(piece).unwrap_or_else(|| piece.to_owned()))
}
