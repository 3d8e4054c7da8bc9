//! What may stand for a placeholder in a path.

use std::borrow::Cow;

use crate::runtime::edm::Decimal;
use crate::runtime::object::Text;

/// An argument of a path.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used in a path",
    note = "texts, numbers, booleans, enums, dates and ids can"
)]
pub trait PathArg {
    /// The argument's text, not encoded.
    fn text(&self) -> Cow<'_, str>;
}

impl PathArg for &str {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl PathArg for String {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl PathArg for Decimal {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }
}

impl<T: Text> PathArg for T {
    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_text())
    }
}

macro_rules! displayed {
    ($($type:ty)*) => {$(
        impl PathArg for $type {
            fn text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )*};
}

displayed!(bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64);
