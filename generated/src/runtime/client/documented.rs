//! A service that answers from the exchanges that the pages show: for tests without a network.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode, Uri};

use super::{BoxError, HttpRequest, HttpResponse, asynchronous, blocking};
use crate::runtime::object::{Mode, Object, decode_slice};
use crate::runtime::request::{Operations, elements, members, text_of};

/// A transport that answers with what the pages show for the same documented request line. Of several examples it takes
/// the one whose URL is most like that of the request. Where no success is shown and the page says that there is no content
/// (202, 204), there is none; what else the pages do not show is answered by 404.
#[derive(Clone)]
pub struct Documented {
    shown: Arc<[Shown]>,
    lines: Arc<[&'static str]>,
    /// The lines whose response is empty, with its status.
    empty: Arc<[(&'static str, StatusCode)]>,
}

/// One response of a page.
struct Shown {
    page: String,
    method: String,
    /// Path and query below the version, not encoded.
    target: String,
    line: Option<&'static str>,
    response: HttpResponse,
}

impl Documented {
    /// The exchanges in the files of examples of a version of the API.
    #[must_use]
    pub fn new(operations: Operations, files: &[&str]) -> Self {
        let lines: Vec<&'static str> = operations.iter().map(|operation| operation.line).collect();
        let responses = files.iter().flat_map(|file| elements(file));
        let shown = responses.filter_map(|raw| Shown::read(raw, &lines));
        let empty = operations.iter().filter_map(|operation| {
            let status = StatusCode::from_u16(operation.status?).ok()?;
            let is_empty = matches!(status, StatusCode::NO_CONTENT | StatusCode::ACCEPTED);
            is_empty.then_some((operation.line, status))
        });
        let empty: Vec<_> = empty.collect();
        Self { shown: shown.collect(), lines: lines.into(), empty: empty.into() }
    }

    /// The number of responses that the pages show.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether the pages show none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The first response that a page shows with success, as a value: `value::<User>("v1.0/api/user-get.md")`. The end of
    /// the page's name will do.
    #[must_use]
    pub fn value<T: Object + Default>(&self, page: &str) -> Option<T> {
        let shown = self
            .shown
            .iter()
            .find(|shown| shown.page.ends_with(page) && shown.response.status().is_success())?;
        let mut value = T::default();
        decode_slice(shown.response.body(), &mut value, Mode::Tolerant).ok()?;
        Some(value)
    }

    /// What the pages show for a request.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let method = request.method().as_str();
        let target = decoded(request.uri());
        let (line, target) = place(&self.lines, method, &target);
        let alike = |shown: &&Shown| {
            let same = shown.target.eq_ignore_ascii_case(target);
            shown.method == method && (same || (line.is_some() && shown.line == line))
        };
        let likeness = |shown: &Shown| {
            let exact = shown.target.eq_ignore_ascii_case(target);
            let pairs = shown.target.bytes().zip(target.bytes());
            let start = pairs.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
            (exact, shown.response.status().is_success(), start)
        };
        // Of equals the first counts.
        let mut found: Option<&Shown> = None;
        for shown in self.shown.iter().filter(alike) {
            if found.is_none_or(|best| likeness(shown) > likeness(best)) {
                found = Some(shown);
            }
        }
        let empty = || self.empty.iter().find(|(empty, _)| Some(*empty) == line);
        match found.filter(|shown| shown.response.status().is_success()).ok_or_else(empty) {
            Ok(shown) => shown.response.clone(),
            Err(Some((_, status))) => {
                let mut response = HttpResponse::new(Vec::new());
                *response.status_mut() = *status;
                response
            }
            Err(None) => {
                found.map_or_else(|| not_documented(method, target), |shown| shown.response.clone())
            }
        }
    }
}

impl Shown {
    fn read(raw: &str, lines: &[&'static str]) -> Option<Self> {
        let members = members(raw);
        let find =
            |name: &str| members.iter().find(|member| member.0 == name).map(|member| member.1);
        let text = |name| find(name).and_then(text_of);
        if text("role")? != "response" {
            return None;
        }
        let request = text("request")?;
        let (method, url) = request.split_once(' ')?;
        let path = match url.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => url,
        };
        let path = decode(path);
        let (line, target) = place(lines, method, &path);
        let mut response = HttpResponse::new(Vec::new());
        let status = find("status").and_then(|raw| raw.parse().ok()).unwrap_or(200);
        *response.status_mut() = StatusCode::from_u16(status).ok()?;
        for (name, value) in find("headers").map(self::members).unwrap_or_default() {
            let (name, value) = (HeaderName::try_from(name), text_of(value));
            // The length is that of what is sent, not of what the page shows.
            if let (Ok(name), Some(Ok(value))) = (name, value.map(HeaderValue::try_from))
                && name != http::header::CONTENT_LENGTH
            {
                response.headers_mut().append(name, value);
            }
        }
        *response.body_mut() = match (find("body"), text("content")) {
            (Some(json), _) => json.as_bytes().to_vec(),
            (None, content) => content.unwrap_or_default().into_bytes(),
        };
        let (page, method) = (text("page")?, method.to_owned());
        Some(Self { page, method, target: target.to_owned(), line, response })
    }
}

fn decoded(uri: &Uri) -> String {
    decode(uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str))
}

fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The documented line that a request fits, and path and query below the root of the service, wherever that lies.
fn place<'a>(
    lines: &[&'static str],
    method: &str,
    target: &'a str,
) -> (Option<&'static str>, &'a str) {
    let path = target.find('?').unwrap_or(target.len());
    let starts = target.match_indices('/').map(|(at, _)| at).take_while(|at| *at < path);
    for below in starts.filter_map(|at| target.get(at..)) {
        let line = line_of(lines, method, below);
        if line.is_some() {
            return (line, below);
        }
    }
    (None, target)
}

/// The documented line that a request fits, the most literal one first.
fn line_of(lines: &[&'static str], method: &str, target: &str) -> Option<&'static str> {
    let path = target.split('?').next().unwrap_or_default();
    let fitting = lines.iter().filter(|line| {
        line.split_once(' ').is_some_and(|(verb, template)| verb == method && fits(template, path))
    });
    fitting.min_by_key(|line| (line.matches('{').count(), std::cmp::Reverse(line.len()))).copied()
}

/// Whether a path can come of a template: placeholders stand for one or more characters of a segment.
fn fits(template: &str, path: &str) -> bool {
    let template = template.split('?').next().unwrap_or_default();
    let mut segments = path.split('/');
    // A placeholder may hold a slash in its name.
    let mut rest = template;
    loop {
        let mut depth = 0_u32;
        let end = rest.char_indices().find(|(_, c)| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            *c == '/' && depth == 0
        });
        let (segment, tail) = match end {
            Some((at, _)) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..)),
            None => (rest, None),
        };
        if !segments.next().is_some_and(|text| segment_fits(segment, text)) {
            return false;
        }
        match tail {
            Some(tail) => rest = tail,
            None => return segments.next().is_none(),
        }
    }
}

fn segment_fits(template: &str, text: &str) -> bool {
    let Some((literal, rest)) = template.split_once('{') else {
        return template.eq_ignore_ascii_case(text);
    };
    let start = text.get(..literal.len());
    if !start.is_some_and(|start| start.eq_ignore_ascii_case(literal)) {
        return false;
    }
    let text = text.get(literal.len()..).unwrap_or_default();
    let tail = rest.split_once('}').map_or("", |(_, tail)| tail);
    let places = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]);
    !text.is_empty()
        && places.into_iter().any(|at| segment_fits(tail, text.get(at..).unwrap_or_default()))
}

fn not_documented(method: &str, target: &str) -> HttpResponse {
    let path = target.split('?').next().unwrap_or_default();
    let mut writer = crate::runtime::json::Writer::new();
    writer.string(&format!("no page shows a response to {method} {path}"));
    let message = writer.into_string();
    let shape = &crate::conventions::CONVENTIONS.error;
    let member = |names: &[&str], value: &str| {
        names.first().map_or(String::new(), |name| format!("\"{name}\":{value}"))
    };
    let facts = [member(shape.code, "\"notDocumented\""), member(shape.message, &message)];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let body =
        shape.path.iter().rev().fold(format!("{{{}}}", facts.join(",")), |inner, name| {
            format!("{{\"{name}\":{inner}}}")
        });
    let mut response = HttpResponse::new(body.into_bytes());
    *response.status_mut() = StatusCode::NOT_FOUND;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(http::header::CONTENT_TYPE, json);
    response
}

impl blocking::Transport for Documented {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        Ok(self.answer(request))
    }

    fn sleep(&self, _wait: Duration) {}
}

impl asynchronous::Transport for Documented {
    async fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        Ok(self.answer(request))
    }

    async fn sleep(&self, _wait: Duration) {}
}
