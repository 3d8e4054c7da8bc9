//! What an emitted struct and a scalar type promise to the tables.

use super::slot::{SlotMut, SlotRef};
use crate::runtime::json::{Fault, Kind, Reader, Writer};

/// The facts of a type that its values share.
#[derive(Debug)]
pub struct Meta {
    /// The qualified name, such as `microsoft.graph.user`.
    pub name: &'static str,
    /// The qualified name of the base type. A value of a type with a base says its own type in `@odata.type`, unless
    /// it was decoded: then it encodes as received.
    pub base: Option<&'static str>,
    /// The JSON names of the properties, sorted bytewise; the index of a name is the index of its field.
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

    /// The first index from `index` on whose field holds a value; the number of fields if there is none.
    ///
    /// A provided method, so that the compiler sees which `field` it calls: wide types with few values set spend
    /// most of their encoding time here.
    fn next_set(&self, index: usize) -> usize {
        let count = self.meta().fields.len();
        let mut index = index;
        while index < count && !self.field(index).is_set() {
            index += 1;
        }
        index
    }
}

/// A type whose JSON form is a string of a certain shape.
pub trait Text: Sized + Send + Sync + 'static {
    /// What an error message says was expected, such as `a date (yyyy-mm-dd)`.
    const EXPECTED: &'static str;

    /// The value that `text` states; `None` if it has another shape.
    fn from_text(text: &str) -> Option<Self>;

    /// The text of the value, as received where it was received.
    fn as_text(&self) -> &str;
}

/// A type whose JSON form is neither an object nor `null`.
pub trait Scalar: Sized + Send + Sync + 'static {
    /// What an error message says was expected.
    const EXPECTED: &'static str;

    /// Whether values are collections; `EXPECTED` then speaks of their elements.
    const COLLECTION: bool = false;

    /// Reads a value; `None` if the value that comes next does not fit, wherever the reader then stands.
    ///
    /// # Errors
    /// The text is not JSON.
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>>;

    /// Writes the value.
    fn write(&self, writer: &mut Writer);
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
}
