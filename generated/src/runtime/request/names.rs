//! Names in query options against the properties of the response's type.

use super::error::RequestError;
use crate::runtime::object::{Object, SlotMut, similar};

/// Finds a name that the type of the response does not have and that is much like one it has. A name that is like none
/// may be right all the same: derived types have properties of their own, and `Request::query` takes any text.
pub(super) fn check_names(object: &mut dyn Object, names: &[String]) -> Result<(), RequestError> {
    let meta = object.meta();
    // The items of a page are what is selected of; types of the API have a qualified name.
    if meta.name == "page" {
        for index in 0..meta.fields.len() {
            if let SlotMut::Objects(items) = object.field_mut(index)
                && let Some(item) = items.push()
            {
                return check_names(item, names);
            }
        }
    }
    for name in names {
        let name = property_of(name);
        if let Some(suggestion) = similar(meta, name) {
            let name = name.to_owned();
            return Err(RequestError::UnknownProperty { name, suggestion });
        }
    }
    Ok(())
}

/// The property that an item of `$select`, `$expand` or `$orderby` begins with.
fn property_of(item: &str) -> &str {
    item.trim().split(['/', '(', ' ']).next().unwrap_or_default()
}
