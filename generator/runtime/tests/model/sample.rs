//! A property of every primitive type.

use super::{Importance, KeyUsage};
use runtime::runtime::{
    Binary, Date, DateTimeOffset, Decimal, Duration, Extra, Flags, Guid, Json, Meta, Object,
    SlotMut, SlotRef, Stream, TimeOfDay, object_impls,
};

/// `microsoft.graph.sample`.
#[derive(Default)]
pub struct Sample {
    /// `flag`.
    pub flag: Option<bool>,
    /// `u8`.
    pub u8: Option<u8>,
    /// `i8`.
    pub i8: Option<i8>,
    /// `i16`.
    pub i16: Option<i16>,
    /// `i32`.
    pub i32: Option<i32>,
    /// `i64`.
    pub i64: Option<i64>,
    /// `f32`.
    pub f32: Option<f32>,
    /// `f64`.
    pub f64: Option<f64>,
    /// `text`.
    pub text: Option<String>,
    /// `texts`.
    pub texts: Option<Vec<String>>,
    /// `importance`.
    pub importance: Option<Importance>,
    /// `usages`.
    pub usages: Option<Flags<KeyUsage>>,
    /// `moment`.
    pub moment: Option<DateTimeOffset>,
    /// `day`.
    pub day: Option<Date>,
    /// `clock`.
    pub clock: Option<TimeOfDay>,
    /// `length`.
    pub length: Option<Duration>,
    /// `guid`.
    pub guid: Option<Guid>,
    /// `bytes`.
    pub bytes: Option<Binary>,
    /// `stream`.
    pub stream: Option<Stream>,
    /// `decimal`.
    pub decimal: Option<Decimal>,
    /// `json`.
    pub json: Option<Json>,
    /// `child`.
    pub child: Option<Box<Sample>>,
    /// `children`.
    pub children: Option<Vec<Sample>>,
    /// `flags`.
    pub flags: Option<Vec<bool>>,
    /// `integers`.
    pub integers: Option<Vec<i64>>,
    /// `doubles`.
    pub doubles: Option<Vec<f64>>,
    /// `decimals`.
    pub decimals: Option<Vec<Decimal>>,
    /// `values`.
    pub values: Option<Vec<Json>>,
    /// `levels`.
    pub levels: Option<Vec<Importance>>,
    /// `guids`.
    pub guids: Option<Vec<Guid>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Sample {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.sample",
            base: None,
            fields: &[
                "bytes",
                "child",
                "children",
                "clock",
                "day",
                "decimal",
                "decimals",
                "doubles",
                "f32",
                "f64",
                "flag",
                "flags",
                "guid",
                "guids",
                "i16",
                "i32",
                "i64",
                "i8",
                "importance",
                "integers",
                "json",
                "length",
                "levels",
                "moment",
                "stream",
                "text",
                "texts",
                "u8",
                "usages",
                "values",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.bytes),
            1 => SlotRef::Object(&self.child),
            2 => SlotRef::Objects(&self.children),
            3 => SlotRef::Text(&self.clock),
            4 => SlotRef::Text(&self.day),
            5 => SlotRef::Decimal(&self.decimal),
            6 => SlotRef::Scalars(&self.decimals),
            7 => SlotRef::Scalars(&self.doubles),
            8 => SlotRef::F32(&self.f32),
            9 => SlotRef::F64(&self.f64),
            10 => SlotRef::Bool(&self.flag),
            11 => SlotRef::Scalars(&self.flags),
            12 => SlotRef::Text(&self.guid),
            13 => SlotRef::Scalars(&self.guids),
            14 => SlotRef::I16(&self.i16),
            15 => SlotRef::I32(&self.i32),
            16 => SlotRef::I64(&self.i64),
            17 => SlotRef::I8(&self.i8),
            18 => SlotRef::Text(&self.importance),
            19 => SlotRef::Scalars(&self.integers),
            20 => SlotRef::Json(&self.json),
            21 => SlotRef::Text(&self.length),
            22 => SlotRef::Scalars(&self.levels),
            23 => SlotRef::Text(&self.moment),
            24 => SlotRef::Text(&self.stream),
            25 => SlotRef::String(&self.text),
            26 => SlotRef::Strings(&self.texts),
            27 => SlotRef::U8(&self.u8),
            28 => SlotRef::Text(&self.usages),
            29 => SlotRef::Scalars(&self.values),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.bytes),
            1 => SlotMut::Object(&mut self.child),
            2 => SlotMut::Objects(&mut self.children),
            3 => SlotMut::Text(&mut self.clock),
            4 => SlotMut::Text(&mut self.day),
            5 => SlotMut::Decimal(&mut self.decimal),
            6 => SlotMut::Scalars(&mut self.decimals),
            7 => SlotMut::Scalars(&mut self.doubles),
            8 => SlotMut::F32(&mut self.f32),
            9 => SlotMut::F64(&mut self.f64),
            10 => SlotMut::Bool(&mut self.flag),
            11 => SlotMut::Scalars(&mut self.flags),
            12 => SlotMut::Text(&mut self.guid),
            13 => SlotMut::Scalars(&mut self.guids),
            14 => SlotMut::I16(&mut self.i16),
            15 => SlotMut::I32(&mut self.i32),
            16 => SlotMut::I64(&mut self.i64),
            17 => SlotMut::I8(&mut self.i8),
            18 => SlotMut::Text(&mut self.importance),
            19 => SlotMut::Scalars(&mut self.integers),
            20 => SlotMut::Json(&mut self.json),
            21 => SlotMut::Text(&mut self.length),
            22 => SlotMut::Scalars(&mut self.levels),
            23 => SlotMut::Text(&mut self.moment),
            24 => SlotMut::Text(&mut self.stream),
            25 => SlotMut::String(&mut self.text),
            26 => SlotMut::Strings(&mut self.texts),
            27 => SlotMut::U8(&mut self.u8),
            28 => SlotMut::Text(&mut self.usages),
            29 => SlotMut::Scalars(&mut self.values),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Sample);
