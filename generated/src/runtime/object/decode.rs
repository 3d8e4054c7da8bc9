//! JSON text in, objects out.
//!
//! Decoding is tolerant: a value that does not fit its property stays in the bag of its object. The strict mode fails
//! instead, with the path. Text that is not JSON, and a body of the wrong kind, are errors in both.

use std::borrow::Cow;

use super::budget::Budget;
use super::extra::{Extra, Reason};
use super::lookup::{Guesses, index_of};
use super::misfits::misfits;
use super::slot::{Expected, ObjectsSlot, SlotMut};
use super::traits::{Meta, Object, Scalar, SetFields};
use crate::runtime::json::{DecodeError, Fault, Kind, Reader, describe};

/// What becomes of a value that does not fit its property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It stays raw in the bag of its object, and the property reads as absent.
    Tolerant,
    /// Decoding fails.
    Strict,
}

/// Decodes an object; values that do not fit are kept and can be listed with [`misfits`](super::misfits).
///
/// # Errors
/// The bytes are not UTF-8, not JSON, nested too deep, or no object.
pub fn from_slice<T: Object + Default>(json: &[u8]) -> Result<T, DecodeError> {
    let mut object = T::default();
    decode_slice(json, &mut object, Mode::Tolerant)?;
    Ok(object)
}

/// Decodes an object and fails on the first value that does not fit.
///
/// # Errors
/// As [`from_slice`], and the first misfit.
pub fn from_slice_strict<T: Object + Default>(json: &[u8]) -> Result<T, DecodeError> {
    let mut object = T::default();
    decode_slice(json, &mut object, Mode::Strict)?;
    Ok(object)
}

pub(crate) fn decode_slice(
    json: &[u8],
    object: &mut dyn Object,
    mode: Mode,
) -> Result<(), DecodeError> {
    let text = text_of(json)?;
    decode_text(Reader::new(text), object, mode).map_err(|fault| fault.into_error(text.as_bytes()))
}

/// The text of a body; a byte order mark at its start is passed over.
pub(crate) fn text_of(json: &[u8]) -> Result<&str, DecodeError> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    std::str::from_utf8(json)
        .map_err(|error| Fault::new("the body is not UTF-8", error.valid_up_to()).into_error(json))
}

/// Decodes all that `reader` holds into a new object.
pub(crate) fn decode_text(reader: Reader<'_>, object: &mut dyn Object, mode: Mode) -> Result<()> {
    match decode_once(reader.clone(), object, mode) {
        // Of a repeated key the last value counts: one that does not fit may have been replaced.
        Err(fault) if mode == Mode::Strict => match decode_once(reader, object, Mode::Tolerant) {
            Ok(()) if misfits(object).is_empty() => Ok(()),
            _ => Err(fault),
        },
        decoded => decoded,
    }
}

fn decode_once(reader: Reader<'_>, object: &mut dyn Object, mode: Mode) -> Result<()> {
    let budget = Budget::of_body(reader.length());
    let mut decoder = Decoder { reader, mode, guesses: Guesses::borrow(), budget };
    if decoder.reader.kind() != Kind::Object {
        return Err(decoder.unfit(Expected::one("an object")));
    }
    decoder.object(object)?;
    decoder.reader.end()?;
    decoder.guesses.give_back();
    Ok(())
}

type Result<T, E = Box<Fault>> = std::result::Result<T, E>;

struct Decoder<'a> {
    reader: Reader<'a>,
    mode: Mode,
    guesses: Guesses,
    budget: Budget,
}

impl<'a> Decoder<'a> {
    fn object(&mut self, object: &mut dyn Object) -> Result<()> {
        let meta = object.meta();
        let mut extra = Extra::for_decoded();
        let mut seen = SetFields::default();
        let mut previous = meta.fields.len();
        let mut first = true;
        self.reader.begin_object()?;
        while self.reader.next_member(first)? {
            first = false;
            match self.known_key(meta, previous)? {
                Found::Known(index) => {
                    // Beyond the limit of the set it may have been.
                    if seen.contains(index).unwrap_or(true) {
                        object.field_mut(index).clear();
                        extra.forget_field(index);
                    }
                    seen.put(index, true);
                    let name = meta.fields.get(index).copied().unwrap_or_default();
                    self.field(object, index, &mut extra).map_err(|fault| fault.in_member(name))?;
                    previous = index;
                }
                Found::Unknown(key) => {
                    let raw = self.reader.raw().map_err(|fault| fault.in_member(&key))?;
                    let reason =
                        if key.contains('@') { Reason::Annotation } else { Reason::Unknown };
                    extra.keep_named(reason, &key, &raw);
                }
            }
        }
        extra.drop_repeated();
        if let SlotMut::Extra(slot) = object.field_mut(usize::MAX) {
            *slot = extra;
        }
        Ok(())
    }

    /// Reads the next key and its colon, and finds its field.
    fn known_key(&mut self, meta: &'static Meta, previous: usize) -> Result<Found<'a>> {
        let place = Guesses::place(meta, previous);
        let guess = self.guesses.at(place);
        if let Some(name) = meta.fields.get(guess)
            && self.reader.skip_key(name)
        {
            return Ok(Found::Known(guess));
        }
        let key = self.reader.string()?;
        self.reader.colon()?;
        match index_of(meta.fields, &key) {
            Some(index) => {
                self.guesses.set(place, index);
                Ok(Found::Known(index))
            }
            None => Ok(Found::Unknown(key)),
        }
    }

    /// Reads a value into a field, or into the bag.
    fn field(&mut self, object: &mut dyn Object, index: usize, extra: &mut Extra) -> Result<()> {
        let start = self.reader.offset();
        let depth = self.reader.depth();
        if self.reader.kind() == Kind::Null {
            self.reader.null()?;
            extra.keep_null(index);
            return Ok(());
        }
        self.reader.respelled = false;
        let fits = self.slot(object.field_mut(index))?;
        if fits && self.reader.respelled {
            extra.keep_field(Reason::Spelling, index, self.reader.since(start));
        }
        if !fits {
            let expected = object.field(index).expected();
            self.reader.rewind(start, depth);
            if self.mode == Mode::Strict {
                return Err(self.strict_fault(object.field_mut(index), expected));
            }
            object.field_mut(index).clear();
            let raw = self.reader.raw()?;
            extra.keep_field(Reason::Misfit, index, &raw);
        }
        Ok(())
    }

    /// Reads a value into a field; `false` if it does not fit, wherever the reader then is.
    fn slot(&mut self, slot: SlotMut<'_>) -> Result<bool> {
        match slot {
            SlotMut::Bool(slot) => self.scalar(slot),
            SlotMut::U8(slot) => self.scalar(slot),
            SlotMut::I8(slot) => self.scalar(slot),
            SlotMut::I16(slot) => self.scalar(slot),
            SlotMut::I32(slot) => self.scalar(slot),
            SlotMut::I64(slot) => self.scalar(slot),
            SlotMut::F32(slot) => self.scalar(slot),
            SlotMut::F64(slot) => self.scalar(slot),
            SlotMut::String(slot) => self.scalar(slot),
            SlotMut::Strings(slot) => self.scalar(slot),
            SlotMut::Decimal(slot) => self.scalar(slot),
            SlotMut::Json(slot) => self.scalar(slot),
            SlotMut::Text(slot) => match self.reader.kind() {
                Kind::String => Ok(slot.set(&self.reader.string()?)),
                _ => Ok(false),
            },
            SlotMut::Object(slot) => match self.reader.kind() {
                Kind::Object => {
                    self.budget.spend(slot.size(), self.reader.offset())?;
                    self.object(slot.reset()).map(|()| true)
                }
                _ => Ok(false),
            },
            SlotMut::Objects(slot) => self.objects(slot),
            SlotMut::Scalars(slot) => slot.read(&mut self.reader),
            SlotMut::Extra(_) => Ok(false),
        }
    }

    #[inline]
    fn scalar<S: Scalar>(&mut self, slot: &mut Option<S>) -> Result<bool> {
        *slot = S::read(&mut self.reader)?;
        Ok(slot.is_some())
    }

    fn objects(&mut self, slot: &mut dyn ObjectsSlot) -> Result<bool> {
        if self.reader.kind() != Kind::Array {
            return Ok(false);
        }
        slot.start();
        let mut index = 0;
        self.reader.begin_array()?;
        while self.reader.next_element(index == 0)? {
            if self.reader.kind() != Kind::Object {
                return Ok(false);
            }
            self.budget.spend(slot.size(), self.reader.offset())?;
            if let Some(object) = slot.push() {
                self.object(object).map_err(|fault| fault.in_element(index))?;
            }
            index += 1;
        }
        Ok(true)
    }

    /// The error for the value that comes next, or for the first element of it that does not fit.
    #[cold]
    fn strict_fault(&mut self, slot: SlotMut<'_>, expected: Expected) -> Box<Fault> {
        if expected.is_collection() && self.reader.kind() == Kind::Array {
            return self.element_fault(slot, expected).unwrap_or_else(|fault| fault);
        }
        self.unfit(expected)
    }

    fn element_fault(&mut self, mut slot: SlotMut<'_>, expected: Expected) -> Result<Box<Fault>> {
        let mut index = 0;
        self.reader.begin_array()?;
        while self.reader.next_element(index == 0)? {
            let (start, depth) = (self.reader.offset(), self.reader.depth());
            let kind = self.reader.kind();
            let raw = self.reader.skip()?;
            let fits = match &mut slot {
                SlotMut::Strings(_) => kind == Kind::String,
                SlotMut::Objects(_) => kind == Kind::Object,
                SlotMut::Scalars(slot) => slot.read(&mut Reader::new(&format!("[{raw}]")))?,
                _ => true,
            };
            if !fits {
                self.reader.rewind(start, depth);
                return Ok(self.unfit(expected.element()).in_element(index));
            }
            index += 1;
        }
        Ok(self.unfit(expected))
    }

    /// The error for the value that comes next; if it is no value, that is the error.
    #[cold]
    fn unfit(&mut self, expected: Expected) -> Box<Fault> {
        let start = self.reader.offset();
        match self.reader.skip() {
            Ok(raw) => Fault::new(format!("expected {expected}, found {}", describe(raw)), start),
            Err(fault) => fault,
        }
    }
}

/// Where the value of a key goes.
enum Found<'a> {
    Known(usize),
    Unknown(Cow<'a, str>),
}
