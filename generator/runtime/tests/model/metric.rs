//! A type that has a property `value` of its own, the name that envelopes use.

use runtime::runtime::{Extra, Meta, Object, SlotMut, SlotRef, object_impls};

/// `microsoft.graph.metric`.
#[derive(Default)]
pub struct Metric {
    /// `id`.
    pub id: Option<String>,
    /// `value`.
    pub value: Option<f64>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Metric {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "microsoft.graph.metric", base: None, fields: &["id", "value"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.id),
            1 => SlotRef::F64(&self.value),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.id),
            1 => SlotMut::F64(&mut self.value),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Metric);
