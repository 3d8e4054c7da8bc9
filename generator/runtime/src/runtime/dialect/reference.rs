//! References between resources, as `$ref` requests send them.

use crate::object_impls;
use crate::runtime::object::{Extra, Meta, Object, SlotMut, SlotRef};

/// A link to a resource, as `$ref` requests send it: `{"@odata.id": …}`.
#[derive(Default)]
pub struct Reference {
    /// The URL of the resource.
    pub odata_id: Option<String>,
    /// Whatever else the body has.
    pub extra: Extra,
}

impl Reference {
    /// A link to the resource at `url`.
    #[must_use]
    pub fn to(url: &str) -> Self {
        Self { odata_id: Some(url.to_owned()), extra: Extra::default() }
    }
}

impl Object for Reference {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "reference", base: None, fields: &["@odata.id"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.odata_id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.odata_id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Reference);
