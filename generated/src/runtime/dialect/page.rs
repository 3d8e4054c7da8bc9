//! A page of a collection, and the way to the next.

#[cfg(feature = "client")]
use crate::runtime::client::{Onward, Paged, Progress};
use crate::runtime::object::{Extra, Meta, Object, SlotMut, SlotRef};
use crate::runtime::request::Request;

/// One page of a collection: `{"value": […], "@odata.nextLink": …}`.
pub struct Page<T> {
    /// The items of this page.
    pub value: Option<Vec<T>>,
    /// `@odata.count`: the number of items on all pages.
    pub count: Option<i64>,
    /// `@odata.nextLink`: the URL of the next page.
    pub next_link: Option<String>,
    /// `@odata.deltaLink`: the URL to ask for changes later.
    pub delta_link: Option<String>,
    /// Other annotations and whatever else the body has.
    pub extra: Extra,
}

impl<T> Page<T> {
    /// The items of this page.
    #[must_use]
    pub fn items(&self) -> &[T] {
        self.value.as_deref().unwrap_or_default()
    }

    /// The request for the next page, if there is one. [`Request::next`] makes it with those headers of the first
    /// request that all pages need, and a client does all of this.
    ///
    /// The URL is the service's, as received. Whoever sends it with a token trusts that it leads to the service.
    #[must_use]
    pub fn next(&self) -> Option<Request<Self>> {
        let link = self.next_link.as_deref()?;
        Some(Request::follow(link))
    }

    /// The request for what changed since, if the page offers it.
    #[must_use]
    pub fn delta(&self) -> Option<Request<Self>> {
        let link = self.delta_link.as_deref()?;
        Some(Request::follow(link))
    }
}

#[cfg(feature = "client")]
impl<T: Object + Default> Paged for Page<T> {
    type Item = T;

    fn onward(&self, _progress: Progress) -> Onward {
        self.next_link.clone().map_or(Onward::End, Onward::Url)
    }

    fn delta_link(&self) -> Option<&str> {
        self.delta_link.as_deref()
    }

    fn item_count(&self) -> usize {
        self.items().len()
    }

    fn into_items(self) -> Vec<T> {
        self.value.unwrap_or_default()
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.unwrap_or_default().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items().iter()
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            value: None,
            count: None,
            next_link: None,
            delta_link: None,
            extra: Extra::default(),
        }
    }
}

impl<T: Object + Default> Object for Page<T> {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "page",
            base: None,
            fields: &["@odata.count", "@odata.deltaLink", "@odata.nextLink", "value"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::I64(&self.count),
            1 => SlotRef::String(&self.delta_link),
            2 => SlotRef::String(&self.next_link),
            3 => SlotRef::Objects(&self.value),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::I64(&mut self.count),
            1 => SlotMut::String(&mut self.delta_link),
            2 => SlotMut::String(&mut self.next_link),
            3 => SlotMut::Objects(&mut self.value),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

impl<T: Object + Default> Clone for Page<T> {
    fn clone(&self) -> Self {
        crate::runtime::clone_object(self)
    }
}

impl<T: Object + Default> PartialEq for Page<T> {
    fn eq(&self, other: &Self) -> bool {
        crate::runtime::equal_objects(self, other)
    }
}

impl<T: Object + Default> std::fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        crate::runtime::debug_object(self, f)
    }
}
