//! What an emitted struct and a scalar type promise to the tables.

use super::slot::{SlotMut, SlotRef};
use crate::runtime::json::{Fault, Kind, Reader, Writer};

/// The facts of a type that its values share.
#[derive(Debug)]
pub struct Meta {
    /// The qualified name, such as `microsoft.graph.user`.
    pub name: &'static str,
    /// The qualified name of the base type.
    pub base: Option<&'static str>,
    /// The JSON names of the properties, sorted bytewise; the index of a name is the index of its field. A name holds
    /// no quote, backslash or control character, as JSON would have to escape them.
    pub fields: &'static [&'static str],
}

/// A struct whose fields can be reached by index.
pub trait Object: Send + Sync {
    /// The facts of the type.
    fn meta(&self) -> &'static Meta;

    /// The field at `index` in [`Meta::fields`]; [`Extra`](super::Extra) for every other index.
    fn field(&self, index: usize) -> SlotRef<'_>;

    /// As [`Object::field`], to be changed.
    fn field_mut(&mut self, index: usize) -> SlotMut<'_>;

    /// Which fields hold a value.
    ///
    /// A provided method, so that the compiler sees which `field` it calls. Types with many fields, of which few are
    /// mostly set, spend much of their encoding time here, and may list the answers instead: `SetFields::of(&[…])`
    /// with `self.x.is_some()` for each field, in the order of [`Meta::fields`].
    fn set_fields(&self) -> SetFields {
        let mut set = SetFields::default();
        for index in 0..self.meta().fields.len().min(SetFields::LIMIT) {
            set.put(index, self.field(index).is_set());
        }
        set
    }
}

/// A set of field indices below [`SetFields::LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SetFields {
    words: [u64; SetFields::LIMIT / 64],
}

impl SetFields {
    /// Fields from this index on are asked one by one.
    pub const LIMIT: usize = 256;

    /// The indices at which `set` says so.
    #[inline]
    #[must_use]
    pub fn of(set: &[bool]) -> Self {
        let mut fields = Self::default();
        for (index, &set) in set.iter().enumerate() {
            fields.put(index, set);
        }
        fields
    }

    /// Adds an index if `set`; beyond the limit nothing happens.
    #[inline(always)]
    pub(crate) fn put(&mut self, index: usize, set: bool) {
        if let Some(word) = self.words.get_mut(index / 64) {
            *word |= u64::from(set) << (index % 64);
        }
    }

    pub(crate) fn remove(&mut self, index: usize) {
        if let Some(word) = self.words.get_mut(index / 64) {
            *word &= !(1 << (index % 64));
        }
    }

    /// Whether an index is in the set; `None` beyond the limit.
    #[inline]
    pub(crate) fn contains(&self, index: usize) -> Option<bool> {
        Some(self.words.get(index / 64)? >> (index % 64) & 1 == 1)
    }

    /// The indices, in ascending order.
    #[inline]
    pub(crate) fn indices(self) -> Indices {
        Indices { rest: self, at: 0 }
    }
}

/// The indices of a set, in ascending order.
pub(crate) struct Indices {
    rest: SetFields,
    at: usize,
}

impl Iterator for Indices {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        loop {
            let word = self.rest.words.get_mut(self.at)?;
            let bit = word.trailing_zeros() as usize;
            // Clears the lowest bit; at 0 there is none.
            if let Some(below) = word.checked_sub(1) {
                *word &= below;
                return Some(self.at * 64 + bit);
            }
            self.at += 1;
        }
    }
}

/// The fields of an object that hold a value: index and JSON name, in the order of the names.
#[inline]
pub(crate) fn set_fields(object: &dyn Object) -> impl Iterator<Item = (usize, &'static str)> {
    let names = object.meta().fields;
    let beyond = (SetFields::LIMIT..names.len()).filter(|&index| object.field(index).is_set());
    let indices = object.set_fields().indices().chain(beyond);
    indices.filter_map(|index| Some((index, *names.get(index)?)))
}

/// A type whose JSON form is a string of a certain shape.
pub trait Text: Sized + Send + Sync + 'static {
    /// What an error message says was expected, such as `a date (yyyy-mm-dd)`.
    const EXPECTED: &'static str;

    /// The value that `text` states; `None` if it has another shape.
    fn from_text(text: &str) -> Option<Self>;

    /// The text of the value, as received where it was received.
    fn as_text(&self) -> &str;

    /// Whether the value is the one that `text`, which has the shape, states.
    fn is_text(&self, text: &str) -> bool {
        self.as_text() == text
    }
}

/// A type whose JSON form is neither an object nor `null`.
pub trait Scalar: Sized + Send + Sync + 'static {
    /// What an error message says was expected.
    const EXPECTED: &'static str;

    /// Whether values are collections; `EXPECTED` then speaks of their elements.
    const COLLECTION: bool = false;

    /// Reads a value; `None` if the value that comes next does not fit, wherever the reader then is.
    ///
    /// # Errors
    /// The text is not JSON.
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>>;

    /// Writes the value.
    fn write(&self, writer: &mut Writer);

    /// Whether two values are equal; as JSON text, unless the type knows better.
    fn is_same(&self, other: &Self) -> bool {
        let text = |value: &Self| {
            let mut writer = Writer::new();
            value.write(&mut writer);
            writer.into_string()
        };
        text(self) == text(other)
    }
}

impl<T: Text> Scalar for T {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>> {
        if reader.kind() != Kind::String {
            return Ok(None);
        }
        Ok(T::from_text(&reader.string()?))
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self.as_text());
    }

    fn is_same(&self, other: &Self) -> bool {
        self.is_text(other.as_text())
    }
}

impl<S: Scalar> Scalar for Vec<S> {
    const EXPECTED: &'static str = S::EXPECTED;
    const COLLECTION: bool = true;

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>> {
        if reader.kind() != Kind::Array {
            return Ok(None);
        }
        let mut elements = Self::new();
        reader.begin_array()?;
        while reader.next_element(elements.is_empty())? {
            match S::read(reader)? {
                Some(element) => elements.push(element),
                None => return Ok(None),
            }
        }
        Ok(Some(elements))
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_array();
        for element in self {
            writer.separate();
            element.write(writer);
        }
        writer.end_array();
    }

    fn is_same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(left, right)| left.is_same(right))
    }
}
