//! A page of a collection, read as the conventions of the service say: where the items lie, how the next page is asked
//! for.

use std::fmt;

use http::header::LINK;

#[cfg(feature = "client")]
use crate::runtime::client::{Onward, Paged, Progress};
use crate::runtime::conventions::{Conventions, NextPage};
use crate::runtime::edm::Json;
use crate::runtime::json::{DecodeError, Fault, Kind, Reader};
use crate::runtime::object::budget::Budget;
use crate::runtime::object::{
    Misfit, Mode, Object, decode_text, misfits, text_of as text_of_body, to_json_string,
};
use crate::runtime::request::{Received, Response, at_path, members, text_of};

/// One page of a collection.
#[derive(Clone, PartialEq)]
pub struct Page<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// The number of items on all pages, if the service says it.
    pub count: Option<i64>,
    /// The URL of the next page, if the service names one.
    pub next_link: Option<String>,
    /// What the next request repeats, if the service wants that.
    #[cfg_attr(not(feature = "client"), allow(dead_code, reason = "only the client asks for it"))]
    token: Option<String>,
    /// What else the body has, with the items left out.
    around: Option<Json>,
    #[cfg_attr(not(feature = "client"), allow(dead_code, reason = "only the client asks for it"))]
    conventions: &'static Conventions,
}

impl<T> Page<T> {
    /// The items of this page.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            count: None,
            next_link: None,
            token: None,
            around: None,
            conventions: &crate::conventions::CONVENTIONS,
        }
    }
}

impl<T: Object + Default> Response for Page<T> {
    fn decode(received: &mut Received<'_>, mode: Mode) -> Result<Self, DecodeError> {
        let paging = &received.conventions.paging;
        let text = text_of_body(&received.body)?;
        let into_error = |fault: Box<Fault>| fault.into_error(text.as_bytes());
        let mut reader = Reader::new(text);
        let body = reader.skip().map_err(into_error)?;
        reader.end().map_err(into_error)?;
        let mut page = Self { conventions: received.conventions, ..Self::default() };
        // Some collections of a service come bare.
        let bare = Reader::new(body).kind() == Kind::Array;
        let array = if bare { Some(body) } else { member_at(body, paging.items) };
        let Some(array) = array.filter(|raw| Reader::new(raw).kind() == Kind::Array) else {
            return Err(into_error(Fault::new("expected a collection", 0)));
        };
        let start = array.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
        page.items = items(array, mode).map_err(|fault| into_error(fault.moved_by(start)))?;
        if !bare {
            let count = member_at(body, paging.count).and_then(text_of);
            page.count = count.and_then(|count| count.parse().ok());
            page.around = Json::from_slice(without(body, array).as_bytes()).ok();
        }
        let at = |path| member_at(body, path).and_then(text_of).filter(|text| !text.is_empty());
        match paging.next {
            NextPage::Url(path) => page.next_link = at(path),
            NextPage::LinkHeader => {
                let mut links = received.headers.get_all(LINK).iter();
                page.next_link = links.find_map(|link| next_of(link.to_str().ok()?));
            }
            NextPage::Token { path, .. } => page.token = at(path),
            NextPage::After { member, .. } => {
                let last = page.items.last().map(|item| to_json_string(item));
                page.token = last.and_then(|json| text_of(at_path(&json, &[member])?));
            }
            NextPage::Never | NextPage::Number { .. } | NextPage::Offset { .. } => {}
        }
        Ok(page)
    }

    fn encode(&self) -> Vec<u8> {
        let items: Vec<String> = self.items.iter().map(|item| to_json_string(item)).collect();
        let items = format!("[{}]", items.join(","));
        match &self.around {
            None => items.into_bytes(),
            Some(around) => around.as_str().replacen(PLACE, &items, 1).into_bytes(),
        }
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        self.items.iter().flat_map(|item| misfits(item)).collect()
    }

    fn with_empty(look: &mut dyn FnMut(&mut dyn Object)) {
        look(&mut T::default());
    }
}

/// What stands for the items while they are apart.
const PLACE: &str = "\"\\u0000items\"";

/// The body with a mark in the place of its items.
fn without(body: &str, array: &str) -> String {
    let start = array.as_ptr().addr().wrapping_sub(body.as_ptr().addr());
    let before = body.get(..start).unwrap_or_default();
    let after = body.get(start + array.len()..).unwrap_or_default();
    format!("{before}{PLACE}{after}")
}

/// The value to which a path of members leads, as it is.
fn member_at<'a>(json: &'a str, path: &[&str]) -> Option<&'a str> {
    if path.is_empty() {
        return None;
    }
    path.iter().try_fold(json, |json, name| {
        members(json).into_iter().find(|member| member.0 == *name).map(|member| member.1)
    })
}

fn items<T: Object + Default>(array: &str, mode: Mode) -> Result<Vec<T>, Box<Fault>> {
    let mut reader = Reader::new(array);
    let mut items = Vec::new();
    let mut budget = Budget::of_body(array.len());
    reader.begin_array()?;
    while reader.next_element(items.is_empty())? {
        let raw = reader.skip()?;
        let start = raw.as_ptr().addr().wrapping_sub(array.as_ptr().addr());
        budget.spend(size_of::<T>(), start)?;
        let mut item = T::default();
        decode_text(Reader::new(raw), &mut item, mode)
            .map_err(|fault| fault.moved_by(start).in_element(items.len()))?;
        items.push(item);
    }
    Ok(items)
}

/// The target of `rel="next"` in a `Link` header.
fn next_of(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, link)) = rest.split_once('<') {
        let (target, after) = link.split_once('>')?;
        let parameters = after.split('<').next().unwrap_or_default();
        let is_next = parameters.split([';', ',']).any(|parameter| {
            let Some((name, value)) = parameter.split_once('=') else { return false };
            let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
            name.trim().eq_ignore_ascii_case("rel")
                && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
        });
        if is_next {
            return Some(target.to_owned());
        }
        rest = after;
    }
    None
}

#[cfg(feature = "client")]
impl<T: Object + Default> Paged for Page<T> {
    type Item = T;

    fn onward(&self, progress: Progress) -> Onward {
        if let Some(link) = &self.next_link {
            return Onward::Url(link.clone());
        }
        let counted = |parameter, number: u64| match self.items.is_empty() {
            true => Onward::End,
            false => Onward::Parameter(parameter, number.to_string()),
        };
        match self.conventions.paging.next {
            NextPage::Never | NextPage::Url(_) | NextPage::LinkHeader => Onward::End,
            NextPage::Token { parameter, .. } | NextPage::After { parameter, .. } => {
                let token = self.token.clone();
                token.map_or(Onward::End, |token| Onward::Parameter(parameter, token))
            }
            NextPage::Number { parameter, first } => counted(parameter, first + progress.pages),
            NextPage::Offset { parameter } => {
                let own = u64::try_from(self.items.len()).unwrap_or(u64::MAX);
                counted(parameter, progress.items.saturating_add(own))
            }
        }
    }

    fn item_count(&self) -> usize {
        self.items.len()
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &self.items)
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}
