//! The typed views through which the tables read and change a field.
//!
//! `SlotRef` and `SlotMut` have one variant per kind of field; the emitter picks it by the field's type. Kinds of
//! which there are many types (objects, enums, texts) come as trait objects, the others as plain references.

use std::fmt;

use super::Extra;
use super::traits::{Object, Scalar, Text};
use crate::runtime::edm::{Decimal, Json};
use crate::runtime::json::{Fault, Reader, Writer};

/// A field to be read.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "each variant is named after the type it holds")]
pub enum SlotRef<'a> {
    Bool(&'a Option<bool>),
    U8(&'a Option<u8>),
    I8(&'a Option<i8>),
    I16(&'a Option<i16>),
    I32(&'a Option<i32>),
    I64(&'a Option<i64>),
    F32(&'a Option<f32>),
    F64(&'a Option<f64>),
    String(&'a Option<String>),
    Strings(&'a Option<Vec<String>>),
    Decimal(&'a Option<Decimal>),
    Json(&'a Option<Json>),
    /// Enums, flags and the EDM types that are JSON strings.
    Text(&'a dyn TextSlot),
    /// A boxed object.
    Object(&'a dyn ObjectSlot),
    /// A collection of objects.
    Objects(&'a dyn ObjectsSlot),
    /// A collection of scalars other than strings.
    Scalars(&'a dyn ScalarSlot),
    Extra(&'a Extra),
}

/// A field to be changed.
#[allow(missing_docs, reason = "each variant is named after the type it holds")]
pub enum SlotMut<'a> {
    Bool(&'a mut Option<bool>),
    U8(&'a mut Option<u8>),
    I8(&'a mut Option<i8>),
    I16(&'a mut Option<i16>),
    I32(&'a mut Option<i32>),
    I64(&'a mut Option<i64>),
    F32(&'a mut Option<f32>),
    F64(&'a mut Option<f64>),
    String(&'a mut Option<String>),
    Strings(&'a mut Option<Vec<String>>),
    Decimal(&'a mut Option<Decimal>),
    Json(&'a mut Option<Json>),
    /// Enums, flags and the EDM types that are JSON strings.
    Text(&'a mut dyn TextSlot),
    /// A boxed object.
    Object(&'a mut dyn ObjectSlot),
    /// A collection of objects.
    Objects(&'a mut dyn ObjectsSlot),
    /// A collection of scalars other than strings.
    Scalars(&'a mut dyn ScalarSlot),
    Extra(&'a mut Extra),
}

impl SlotRef<'_> {
    /// Whether the field holds a value.
    #[inline(always)]
    #[must_use]
    pub fn is_set(&self) -> bool {
        match self {
            Self::Bool(slot) => slot.is_some(),
            Self::U8(slot) => slot.is_some(),
            Self::I8(slot) => slot.is_some(),
            Self::I16(slot) => slot.is_some(),
            Self::I32(slot) => slot.is_some(),
            Self::I64(slot) => slot.is_some(),
            Self::F32(slot) => slot.is_some(),
            Self::F64(slot) => slot.is_some(),
            Self::String(slot) => slot.is_some(),
            Self::Strings(slot) => slot.is_some(),
            Self::Decimal(slot) => slot.is_some(),
            Self::Json(slot) => slot.is_some(),
            Self::Text(slot) => slot.is_set(),
            Self::Object(slot) => slot.is_set(),
            Self::Objects(slot) => slot.is_set(),
            Self::Scalars(slot) => slot.is_set(),
            Self::Extra(_) => false,
        }
    }

    /// What an error message says that the field expects.
    #[must_use]
    pub(crate) fn expected(&self) -> Expected {
        let one = match self {
            Self::Bool(_) => bool::EXPECTED,
            Self::U8(_) => u8::EXPECTED,
            Self::I8(_) => i8::EXPECTED,
            Self::I16(_) => i16::EXPECTED,
            Self::I32(_) => i32::EXPECTED,
            Self::I64(_) => i64::EXPECTED,
            Self::F32(_) => f32::EXPECTED,
            Self::F64(_) => f64::EXPECTED,
            Self::String(_) => String::EXPECTED,
            Self::Strings(_) => return Expected::collection(String::EXPECTED),
            Self::Decimal(_) => Decimal::EXPECTED,
            Self::Json(_) => Json::EXPECTED,
            Self::Text(slot) => slot.expected(),
            Self::Object(_) => "an object",
            Self::Objects(_) => return Expected::collection("an object"),
            Self::Scalars(slot) => return slot.expected(),
            Self::Extra(_) => "nothing",
        };
        Expected::one(one)
    }
}

impl SlotMut<'_> {
    /// Makes the field hold nothing.
    pub(crate) fn clear(self) {
        match self {
            Self::Bool(slot) => *slot = None,
            Self::U8(slot) => *slot = None,
            Self::I8(slot) => *slot = None,
            Self::I16(slot) => *slot = None,
            Self::I32(slot) => *slot = None,
            Self::I64(slot) => *slot = None,
            Self::F32(slot) => *slot = None,
            Self::F64(slot) => *slot = None,
            Self::String(slot) => *slot = None,
            Self::Strings(slot) => *slot = None,
            Self::Decimal(slot) => *slot = None,
            Self::Json(slot) => *slot = None,
            Self::Text(slot) => slot.clear(),
            Self::Object(slot) => slot.clear(),
            Self::Objects(slot) => slot.clear(),
            Self::Scalars(slot) => slot.clear(),
            Self::Extra(extra) => *extra = Extra::default(),
        }
    }
}

/// What an error message says that a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    what: &'static str,
    collection: bool,
}

impl Expected {
    /// One value.
    pub(crate) const fn one(what: &'static str) -> Self {
        Self { what, collection: false }
    }

    /// A collection of such values.
    pub(crate) const fn collection(what: &'static str) -> Self {
        Self { what, collection: true }
    }

    /// Whether a collection is expected.
    #[must_use]
    pub fn is_collection(self) -> bool {
        self.collection
    }

    /// What a collection expects of each element.
    #[must_use]
    pub fn element(self) -> Self {
        Self::one(self.what)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.collection {
            return write!(f, "a collection ({} each)", self.what);
        }
        f.write_str(self.what)
    }
}

/// A field of a [`Text`] type.
pub trait TextSlot {
    /// Whether there is a value.
    fn is_set(&self) -> bool;
    /// The text of the value.
    fn text(&self) -> Option<&str>;
    /// Whether both hold the same value, or none.
    fn is_same(&self, other: &dyn TextSlot) -> bool;
    /// Takes a text; `false`, and no value, if it has the wrong shape.
    fn set(&mut self, text: &str) -> bool;
    /// Makes the field hold nothing.
    fn clear(&mut self);
    /// What texts the field takes.
    fn expected(&self) -> &'static str;
}

impl<T: Text> TextSlot for Option<T> {
    #[inline(always)]
    fn is_set(&self) -> bool {
        self.is_some()
    }

    fn text(&self) -> Option<&str> {
        self.as_ref().map(Text::as_text)
    }

    fn is_same(&self, other: &dyn TextSlot) -> bool {
        match (self, other.text()) {
            (Some(value), Some(text)) => value.is_text(text),
            (None, None) => true,
            _ => false,
        }
    }

    fn set(&mut self, text: &str) -> bool {
        *self = T::from_text(text);
        self.is_some()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn expected(&self) -> &'static str {
        <T as Text>::EXPECTED
    }
}

/// A field of one object.
pub trait ObjectSlot {
    /// Whether there is a value.
    fn is_set(&self) -> bool;
    /// The object.
    fn get(&self) -> Option<&dyn Object>;
    /// The object, to be changed.
    fn get_mut(&mut self) -> Option<&mut dyn Object>;
    /// The bytes that an object takes before it holds anything.
    fn size(&self) -> usize;
    /// Puts in a new object and hands it out.
    fn reset(&mut self) -> &mut dyn Object;
    /// Makes the field hold nothing.
    fn clear(&mut self);
}

impl<T: Object + Default> ObjectSlot for Option<Box<T>> {
    #[inline(always)]
    fn is_set(&self) -> bool {
        self.is_some()
    }

    fn get(&self) -> Option<&dyn Object> {
        self.as_deref().map(|object| object as &dyn Object)
    }

    fn get_mut(&mut self) -> Option<&mut dyn Object> {
        self.as_deref_mut().map(|object| object as &mut dyn Object)
    }

    fn size(&self) -> usize {
        size_of::<T>()
    }

    fn reset(&mut self) -> &mut dyn Object {
        &mut **self.insert(Box::default())
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// A field of many objects.
pub trait ObjectsSlot {
    /// Whether there is a value, be it an empty collection.
    fn is_set(&self) -> bool;
    /// The number of objects.
    fn len(&self) -> usize;
    /// Whether there are no objects.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The object at `index`.
    fn get(&self, index: usize) -> Option<&dyn Object>;
    /// Makes the field hold an empty collection.
    fn start(&mut self);
    /// The bytes that an object takes before it holds anything.
    fn size(&self) -> usize;
    /// Adds a new object and hands it out.
    fn push(&mut self) -> Option<&mut dyn Object>;
    /// Makes the field hold nothing.
    fn clear(&mut self);
}

impl<T: Object + Default> ObjectsSlot for Option<Vec<T>> {
    #[inline(always)]
    fn is_set(&self) -> bool {
        self.is_some()
    }

    fn len(&self) -> usize {
        self.as_ref().map_or(0, Vec::len)
    }

    fn get(&self, index: usize) -> Option<&dyn Object> {
        self.as_ref()?.get(index).map(|object| object as &dyn Object)
    }

    fn start(&mut self) {
        *self = Some(Vec::new());
    }

    fn size(&self) -> usize {
        size_of::<T>()
    }

    fn push(&mut self) -> Option<&mut dyn Object> {
        let objects = self.get_or_insert_default();
        objects.push(T::default());
        objects.last_mut().map(|object| object as &mut dyn Object)
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// A field of a [`Scalar`] type, a collection of scalars above all.
pub trait ScalarSlot {
    /// Whether there is a value.
    fn is_set(&self) -> bool;
    /// Reads a value; `false`, and no value, if the one that comes next does not fit.
    ///
    /// # Errors
    /// The text is not JSON.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<bool, Box<Fault>>;
    /// Writes the value; `null` if there is none.
    fn write(&self, writer: &mut Writer);
    /// Whether `raw` reads as the very text that the field writes.
    fn reads_as(&self, raw: &str) -> bool;
    /// Whether the field holds the value that `raw` states.
    fn states(&self, raw: &str) -> bool;
    /// Makes the field hold nothing.
    fn clear(&mut self);
    /// What values the field takes.
    fn expected(&self) -> Expected;
}

impl<S: Scalar> ScalarSlot for Option<S> {
    #[inline(always)]
    fn is_set(&self) -> bool {
        self.is_some()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<bool, Box<Fault>> {
        *self = S::read(reader)?;
        Ok(self.is_some())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }

    fn reads_as(&self, raw: &str) -> bool {
        let Ok(Some(other)) = S::read(&mut Reader::unlimited(raw)) else {
            return false;
        };
        scalar_text(&Some(other)) == scalar_text(self)
    }

    fn states(&self, raw: &str) -> bool {
        match (self, S::read(&mut Reader::unlimited(raw))) {
            (Some(value), Ok(Some(other))) => value.is_same(&other),
            _ => false,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn expected(&self) -> Expected {
        Expected { what: S::EXPECTED, collection: S::COLLECTION }
    }
}

/// The value of a scalar field as JSON text.
pub(crate) fn scalar_text(slot: &dyn ScalarSlot) -> String {
    let mut writer = Writer::new();
    slot.write(&mut writer);
    writer.into_string()
}
