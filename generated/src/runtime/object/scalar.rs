//! The plain Rust types as JSON scalars.

use super::traits::Scalar;
use crate::runtime::json::{Fault, Kind, Reader, Writer, double, integer, single};

type Result<T> = std::result::Result<T, Box<Fault>>;

impl Scalar for bool {
    const EXPECTED: &'static str = "a boolean";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>> {
        match reader.kind() {
            Kind::Bool => reader.boolean().map(Some),
            _ => Ok(None),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.boolean(*self);
    }
}

impl Scalar for String {
    const EXPECTED: &'static str = "a string";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>> {
        match reader.kind() {
            Kind::String => Ok(Some(reader.string()?.into_owned())),
            _ => Ok(None),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

fn read_integer(reader: &mut Reader<'_>) -> Result<Option<i64>> {
    match reader.kind() {
        Kind::Number => Ok(integer(reader.number()?)),
        _ => Ok(None),
    }
}

macro_rules! integer_scalar {
    ($($type:ty, $expected:literal;)*) => {$(
        impl Scalar for $type {
            const EXPECTED: &'static str = $expected;

            fn read(reader: &mut Reader<'_>) -> Result<Option<Self>> {
                Ok(read_integer(reader)?.and_then(|value| Self::try_from(value).ok()))
            }

            fn write(&self, writer: &mut Writer) {
                writer.integer(i64::from(*self));
            }
        }
    )*};
}

integer_scalar! {
    u8, "an integer from 0 to 255";
    i8, "an integer from -128 to 127";
    i16, "a 16-bit integer";
    i32, "a 32-bit integer";
    i64, "a 64-bit integer";
}

impl Scalar for f64 {
    const EXPECTED: &'static str = "a number";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>> {
        if reader.kind() != Kind::Number {
            return read_not_finite(reader);
        }
        let number = double(reader.number()?);
        reader.respelled |= number.is_some_and(|(_, respelled)| respelled);
        Ok(number.map(|(value, _)| value))
    }

    fn write(&self, writer: &mut Writer) {
        writer.double(*self);
    }
}

impl Scalar for f32 {
    const EXPECTED: &'static str = "a number";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>> {
        if reader.kind() != Kind::Number {
            let value = read_not_finite(reader)?;
            return Ok(value.map(narrow));
        }
        let number = single(reader.number()?);
        reader.respelled |= number.is_some_and(|(_, respelled)| respelled);
        Ok(number.map(|(value, _)| value))
    }

    fn write(&self, writer: &mut Writer) {
        writer.single(*self);
    }
}

/// The strings that OData has for what JSON numbers cannot say.
fn read_not_finite(reader: &mut Reader<'_>) -> Result<Option<f64>> {
    if reader.kind() != Kind::String {
        return Ok(None);
    }
    Ok(match reader.string()?.as_ref() {
        "NaN" => Some(f64::NAN),
        "INF" => Some(f64::INFINITY),
        "-INF" => Some(f64::NEG_INFINITY),
        _ => None,
    })
}

/// Only for what is not finite, where nothing is lost.
fn narrow(value: f64) -> f32 {
    if value.is_nan() {
        f32::NAN
    } else if value > 0.0 {
        f32::INFINITY
    } else {
        f32::NEG_INFINITY
    }
}
