// @generated from beta/resources/entity.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The root that every keyed resource derives from. It is abstract: no call ever returns a plain
/// entity.
///
/// Abstract: the service sends a derived type.
///
/// Page: `beta/resources/entity.md`
#[derive(Default)]
pub struct Entity {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for Entity {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.entity",
            base: None,
            fields: &["id"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Entity);
