//! Enums whose members may grow: a text in, a member or the text itself out.

use std::fmt;

use super::object::Text;

/// An enum of the API.
///
/// Its last variant keeps the text of a value that this crate does not know, so that no new member of the service ever
/// costs a response.
pub trait Enumeration: Clone + PartialEq + fmt::Debug + Send + Sync + Sized + 'static {
    /// The members that this crate knows, in the order of their documentation.
    const MEMBERS: &'static [Self];

    /// The text of the value in JSON.
    fn as_str(&self) -> &str;

    /// The value for a text that is no member's. Only the runtime makes an [`UnknownValue`], and never of a member's
    /// text; one that was taken from another enum compares by its text all the same.
    fn unknown(value: UnknownValue) -> Self;
}

impl<E: Enumeration> Text for E {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: &str) -> Option<Self> {
        Some(read_enumeration(text))
    }

    fn as_text(&self) -> &str {
        self.as_str()
    }
}

/// The value that a text names.
#[must_use]
pub fn read_enumeration<E: Enumeration>(text: &str) -> E {
    for member in E::MEMBERS {
        if member.as_str() == text {
            return member.clone();
        }
    }
    E::unknown(UnknownValue(text.into()))
}

/// Prints a member as its text, and any other value as `Unknown("text")`.
///
/// # Errors
/// The formatter's own.
pub fn debug_enumeration<E: Enumeration>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = value.as_str();
    let mut members = E::MEMBERS.iter();
    if members.any(|member| member.as_str() == text) {
        return f.write_str(text);
    }
    f.debug_tuple("Unknown").field(&text).finish()
}

/// The text of an enum value that this crate does not know.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The text, as received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
