//! The way through the pages of a collection: which request comes next, where a later process may go on.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher;
use std::str::FromStr;

use super::error::Error;
use super::settings::Settings;
use crate::runtime::request::{Draft, Request, Response, shown};

/// A response that is one page of a collection.
pub trait Paged: Response {
    /// An item of the collection.
    type Item;

    /// How to ask for the page after this one.
    fn onward(&self, progress: Progress) -> Onward;

    /// The URL to ask for changes later.
    fn delta_link(&self) -> Option<&str> {
        None
    }

    /// The number of items.
    fn item_count(&self) -> usize;

    /// The items.
    fn into_items(self) -> Vec<Self::Item>;
}

/// How to ask for the next page.
#[derive(Clone, PartialEq, Eq)]
pub enum Onward {
    /// This page is the last.
    End,
    /// At this URL.
    Url(String),
    /// As for the first page, with this query parameter.
    Parameter(&'static str, String),
}

/// How far the pages have come, the present one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// The number of pages.
    pub pages: u64,
    /// The number of items on the pages before.
    pub items: u64,
}

/// A place in a collection, to go on from later, also in another process: its text form keeps.
///
/// The text holds the URL of a page as the service gave it; such URLs may be secrets, so `Debug` shows it without query.
#[derive(Clone, PartialEq, Eq)]
pub struct Position {
    link: String,
    skip: usize,
    progress: Progress,
}

impl Position {
    /// The beginning of the page at a URL, such as a delta link.
    #[must_use]
    pub fn at(link: &str) -> Self {
        Self { link: link.to_owned(), skip: 0, progress: Progress::default() }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Progress { pages, items } = self.progress;
        write!(f, "{} {pages} {items} {}", self.skip, self.link)
    }
}

impl fmt::Debug for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {} of {}", self.skip, shown(&self.link))
    }
}

/// A text is no position in a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownPosition;

impl fmt::Display for UnknownPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no position in a collection")
    }
}

impl std::error::Error for UnknownPosition {}

impl FromStr for Position {
    type Err = UnknownPosition;

    fn from_str(text: &str) -> Result<Self, UnknownPosition> {
        let mut parts = text.splitn(4, ' ');
        let mut number = || parts.next().and_then(|part| part.parse::<u64>().ok());
        let (skip, pages, items) = (number(), number(), number());
        let (Some(skip), Some(pages), Some(items)) = (skip, pages, items) else {
            return Err(UnknownPosition);
        };
        let skip = usize::try_from(skip).map_err(|_| UnknownPosition)?;
        let link = parts.next().filter(|link| !link.is_empty()).ok_or(UnknownPosition)?;
        Ok(Self { link: link.to_owned(), skip, progress: Progress { pages, items } })
    }
}

/// The way through the pages of a collection, without a type for its items.
pub(crate) struct Walk {
    first: Draft,
    /// The request for the page that comes next, and how many of its items were handed out before.
    next: Option<(Draft, usize)>,
    progress: Progress,
    /// Where the present page can be asked for again.
    page: Option<Position>,
    seen: HashSet<u64>,
    hashes: RandomState,
    delta: Option<String>,
    ended: bool,
}

impl Walk {
    pub(crate) fn new<P>(first: &Request<P>, settings: &Settings) -> Self {
        let mut first = first.draft().clone();
        // Now, so that a position in the first page leads to where that page came from.
        if let Some(root) = &settings.root {
            first.at(root);
        }
        Self {
            next: Some((first.clone(), 0)),
            first,
            progress: Progress::default(),
            page: None,
            seen: HashSet::new(),
            hashes: RandomState::new(),
            delta: None,
            ended: false,
        }
    }

    pub(crate) fn at(&mut self, position: &Position) {
        self.progress = position.progress;
        self.next = Some((self.first.next(&position.link), position.skip));
        self.page = None;
    }

    /// The request for the next page, and how many of its items to leave out; `None` at the end.
    pub(crate) fn ask<P>(&mut self) -> Option<Result<(Request<P>, usize), Error>> {
        let (draft, skip) = self.next.clone().filter(|_| !self.ended)?;
        let request = Request::from(draft);
        let link = match request.url() {
            Ok(link) => link,
            Err(error) => {
                self.ended = true;
                return Some(Err(error.into()));
            }
        };
        if !self.seen.insert(self.hashes.hash_one(&link)) {
            self.next = None;
            return Some(Err(Error::RepeatedLink { url: shown(&link).to_owned() }));
        }
        self.page = Some(Position { link, skip, progress: self.progress });
        Some(Ok((request, skip)))
    }

    /// The page came.
    pub(crate) fn came<P: Paged>(&mut self, page: &P) {
        self.progress.pages += 1;
        let onward = page.onward(self.progress);
        self.progress.items += u64::try_from(page.item_count()).unwrap_or(u64::MAX);
        self.delta = page.delta_link().map(str::to_owned);
        self.next = match onward {
            Onward::End => None,
            Onward::Url(url) => Some((self.first.next(&url), 0)),
            Onward::Parameter(name, value) => Some((self.first.with_parameter(name, &value), 0)),
        };
    }

    /// The page did not come: this is the end, but for who goes on from the position.
    pub(crate) fn failed(&mut self) {
        self.ended = true;
    }

    /// The place behind `taken` items of the present page, of which `left` are left.
    pub(crate) fn position(&self, taken: usize, left: usize) -> Option<Position> {
        if let Some(page) = self.page.as_ref().filter(|_| left > 0) {
            return Some(Position { skip: taken, ..page.clone() });
        }
        let (draft, skip) = self.next.clone()?;
        let link = Request::<()>::from(draft).url().ok()?;
        Some(Position { link, skip, progress: self.progress })
    }

    pub(crate) fn delta_link(&self) -> Option<&str> {
        self.delta.as_deref()
    }
}
