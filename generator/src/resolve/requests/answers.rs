//! How the examples of a page answer one of its request lines: status, headers, and whether there is a body.
//!
//! In: a page and a line. Out: [`Answers`]. The examples of the very line count; where none is shown, those of a line
//! that differs in nothing but what it begins with.

use crate::page::{Example, Page, RequestLine, Role};
use crate::resolve::facts::example_url::example_path;
use crate::resolve::facts::template::{self, Segment};

/// The successful answers that a page shows to one request.
#[derive(Debug, Default)]
pub(super) struct Answers {
    list: Vec<Answer>,
}

#[derive(Clone, Copy, Debug)]
struct Answer {
    status: Option<u16>,
    has_body: bool,
    /// A header says where to go on.
    leads_on: bool,
}

impl Answers {
    pub(super) fn of(page: &Page, line: &RequestLine) -> Self {
        let wanted = template::segments(&line.path);
        let mut found: [Vec<Answer>; 3] = Default::default();
        let mut likeness = Likeness::Unknown;
        let mut redirects = false;
        for example in &page.examples {
            if let Some(request) = &example.request {
                redirects = false;
                let path = example_path(&request.url.value);
                likeness = if request.method.value == line.method {
                    Likeness::of(&wanted, &template::segments(&path))
                } else {
                    Likeness::Other
                };
            }
            let failed = example.status.as_ref().is_some_and(|status| status.value >= 400);
            if example.role != Role::Response || failed {
                continue;
            }
            let names = |name: &str| {
                ["location", "operation-location"].iter().any(|on| on.eq_ignore_ascii_case(name))
            };
            let answer = Answer {
                status: example.status.as_ref().map(|status| status.value),
                has_body: example.body.is_some() || leaves_body_out(example),
                leads_on: example.headers.iter().any(|(name, _)| names(&name.value)),
            };
            let redirected = redirects;
            redirects |= answer.status.is_some_and(|status| (300..400).contains(&status));
            // What a redirection leads to answers another request.
            match likeness {
                _ if redirected => {}
                Likeness::Same => found[0].push(answer),
                Likeness::Alike => found[1].push(answer),
                Likeness::Unknown => found[2].push(answer),
                Likeness::Other => {}
            }
        }
        let list = found.into_iter().find(|answers| !answers.is_empty()).unwrap_or_default();
        Self { list }
    }

    /// The status that is shown first.
    pub(super) fn status(&self) -> Option<u16> {
        self.list.iter().find_map(|answer| answer.status)
    }

    /// Whether there are answers and none has a body.
    pub(super) fn are_empty(&self) -> bool {
        !self.list.is_empty() && self.list.iter().all(|answer| !answer.has_body)
    }

    /// Whether an answer that succeeded has no body; a redirection is no success yet.
    pub(super) fn have_empty(&self) -> bool {
        let succeeded = |answer: &Answer| answer.status.is_some_and(|status| status < 300);
        self.list.iter().any(|answer| succeeded(answer) && !answer.has_body)
    }

    /// Whether an answer with this status leads on by a header.
    pub(super) fn lead_on(&self) -> bool {
        self.list.iter().any(|answer| answer.leads_on)
    }
}

/// A success that announces JSON and shows none: the page has it elsewhere, or forgot it.
fn leaves_body_out(example: &Example) -> bool {
    let announces = example.headers.iter().any(|(name, value)| {
        name.value.eq_ignore_ascii_case("content-type")
            && value.value.to_ascii_lowercase().contains("json")
    });
    announces && example.status.as_ref().is_some_and(|status| matches!(status.value, 200 | 201))
}

/// How much an example's request is like a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    /// It is that line.
    Same,
    /// It ends in the same word.
    Alike,
    /// No request was shown before the response.
    Unknown,
    Other,
}

impl Likeness {
    fn of(line: &[Segment<'_>], example: &[Segment<'_>]) -> Self {
        if line.len() == example.len() && template::fits(line, example) {
            return Self::Same;
        }
        let end = |path: &[Segment<'_>]| {
            let last = path.iter().rposition(|segment| !segment.placeholder)?;
            Some((path[last].name.rsplit('.').next()?.to_lowercase(), path.len() - last))
        };
        if end(line).is_some() && end(line) == end(example) { Self::Alike } else { Self::Other }
    }
}
