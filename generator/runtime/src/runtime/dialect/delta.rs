//! What a delta says of an item: that it is there, or that it was removed.

use std::borrow::Cow;

use crate::runtime::object::{Object, SlotRef};
use crate::runtime::request::{at_path, text_of};

/// An item of a delta.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<T> {
    /// The item is new or was changed; it holds what the service sent of it.
    Present(T),
    /// The item was removed.
    Removed {
        /// Its `id`; empty if the service does not say it.
        id: String,
        /// Why: `deleted` for good, or `changed`, so that it may come back.
        reason: String,
        /// All that the service says of it.
        item: T,
    },
}

impl<T: Object> Change<T> {
    /// What a delta says of `item`.
    pub fn of(item: T) -> Self {
        let Some(removed) = removed(&item) else {
            return Self::Present(item);
        };
        let reason = at_path(&removed, &["reason"]).and_then(text_of).unwrap_or_default();
        let id = match item.meta().fields.binary_search(&"id").map(|index| item.field(index)) {
            Ok(SlotRef::String(id)) => id.clone(),
            _ => extra(&item, "id").and_then(|raw| text_of(&raw)),
        };
        Self::Removed { id: id.unwrap_or_default(), reason, item }
    }
}

fn removed(item: &dyn Object) -> Option<Cow<'_, str>> {
    extra(item, "@removed")
}

fn extra<'a>(item: &'a dyn Object, name: &str) -> Option<Cow<'a, str>> {
    match item.field(usize::MAX) {
        SlotRef::Extra(extra) => extra.get(name).map(Cow::Borrowed),
        _ => None,
    }
}
