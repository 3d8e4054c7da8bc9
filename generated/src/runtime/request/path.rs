//! A path template and arguments in, a path out: each argument encoded as its place wants it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::error::RequestError;

/// RFC 3986's unreserved characters stand for themselves; all else is encoded, so that no argument can leave its
/// place.
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// As [`RESERVED`], for a path of several segments.
const RESERVED_IN_PATH: AsciiSet = RESERVED.remove(b'/');

/// As [`RESERVED`], for query names and values: OData's own characters stay readable.
const RESERVED_IN_QUERY: AsciiSet = RESERVED
    .remove(b'$')
    .remove(b',')
    .remove(b'(')
    .remove(b')')
    .remove(b'\'')
    .remove(b':')
    .remove(b'/')
    .remove(b'@')
    .remove(b'*');

/// What is in the template itself is kept, but for what no URL may hold.
const NEVER_IN_URL: AsciiSet = percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'#');

/// Why arguments do not fit a path; the texts name the placeholder.
#[derive(Debug, Clone)]
pub(super) enum PathError {
    MissingArgument(String),
    SurplusArgument,
    EmptyArgument(String),
    DotSegment(String),
}

impl From<PathError> for RequestError {
    fn from(error: PathError) -> Self {
        match error {
            PathError::MissingArgument(name) => Self::MissingArgument(name),
            PathError::SurplusArgument => Self::SurplusArgument,
            PathError::EmptyArgument(name) => Self::EmptyArgument(name),
            PathError::DotSegment(name) => Self::DotSegment(name),
        }
    }
}

/// The query part `name=value`.
pub(super) fn query_pair(name: &str, value: &str) -> String {
    let encode = |text| utf8_percent_encode(text, &RESERVED_IN_QUERY).to_string();
    format!("{}={}", encode(name), encode(value))
}

/// Where an argument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between quotes.
    Quoted,
    /// Between `:/` and `:`, where a whole path is.
    Path,
    /// In the query part.
    Query,
    /// A segment, or a part of one.
    Segment,
}

/// Fills the placeholders of `template`, in order.
pub(super) fn fill<'a>(
    template: &str,
    arguments: &mut dyn Iterator<Item = Cow<'a, str>>,
) -> Result<String, PathError> {
    let mut path = String::with_capacity(template.len() + 32);
    let mut rest = template;
    let mut quoted = false;
    while let Some((literal, placeholder, tail)) = next_placeholder(rest) {
        quoted ^= literal.matches('\'').count() % 2 == 1;
        path.extend(utf8_percent_encode(literal, &NEVER_IN_URL));
        let Some(argument) = arguments.next() else {
            return Err(PathError::MissingArgument(placeholder.to_owned()));
        };
        let place = if quoted {
            Place::Quoted
        } else if path.contains('?') {
            Place::Query
        } else if path.ends_with(":/") && (tail.is_empty() || tail.starts_with(':')) {
            Place::Path
        } else {
            Place::Segment
        };
        let start = path.rfind('/').map_or(0, |at| at + 1);
        push_argument(&mut path, &argument, place, placeholder)?;
        check_segment(&path, start, tail, place, placeholder)?;
        rest = tail;
    }
    path.extend(utf8_percent_encode(rest, &NEVER_IN_URL));
    if arguments.next().is_some() {
        return Err(PathError::SurplusArgument);
    }
    Ok(path)
}

fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = text.split_once('{')?;
    let (placeholder, tail) = rest.split_once('}')?;
    Some((literal, placeholder, tail))
}

fn push_argument(
    path: &mut String,
    text: &str,
    place: Place,
    placeholder: &str,
) -> Result<(), PathError> {
    match place {
        Place::Quoted => {
            // OData writes a quote inside quotes twice.
            let doubled = text.replace('\'', "''");
            path.extend(utf8_percent_encode(&doubled, &RESERVED));
        }
        Place::Path => {
            let text = text.trim_matches('/');
            if text.is_empty() {
                return Err(PathError::EmptyArgument(placeholder.to_owned()));
            }
            if text.split('/').any(is_dots) {
                return Err(PathError::DotSegment(placeholder.to_owned()));
            }
            path.extend(utf8_percent_encode(text, &RESERVED_IN_PATH));
        }
        Place::Query => path.extend(utf8_percent_encode(text, &RESERVED_IN_QUERY)),
        Place::Segment if text.is_empty() => {
            return Err(PathError::EmptyArgument(placeholder.to_owned()));
        }
        Place::Segment => path.extend(utf8_percent_encode(text, &RESERVED)),
    }
    Ok(())
}

/// A segment of dots alone would be taken for a step up by whatever normalizes the URL, and name another resource.
fn check_segment(
    path: &str,
    start: usize,
    tail: &str,
    place: Place,
    placeholder: &str,
) -> Result<(), PathError> {
    let ends = tail.is_empty() || tail.starts_with(['/', '?']);
    if place == Place::Segment && ends && path.get(start..).is_some_and(is_dots) {
        return Err(PathError::DotSegment(placeholder.to_owned()));
    }
    Ok(())
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}
