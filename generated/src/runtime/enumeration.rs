//! Enums whose members may grow: a text in, a member or the text itself out.

use std::fmt;

use super::object::Text;

/// An enum of the API.
///
/// Its last variant keeps the text of a value that this crate does not know, so that no new member of the service ever
/// costs a response.
pub trait Enumeration: Clone + PartialEq + fmt::Debug + Send + Sync + Sized + 'static {
    /// The qualified name, such as `microsoft.graph.importance`.
    const NAME: &'static str;

    /// The members that this crate knows, in the order of their documentation.
    const MEMBERS: &'static [Self];

    /// The member that a received text names.
    fn from_received(text: Received<'_>) -> Self;

    /// The text of the value in JSON.
    fn as_str(&self) -> &str;
}

impl<E: Enumeration> Text for E {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: &str) -> Option<Self> {
        Some(Received::read(text))
    }

    fn as_text(&self) -> &str {
        self.as_str()
    }
}

/// A text on its way to an enum. Only the runtime makes one, so an unknown value can never hold a known member's text.
#[derive(Debug, Clone, Copy)]
pub struct Received<'a>(&'a str);

impl<'a> Received<'a> {
    /// The enum value that a text names.
    #[must_use]
    pub fn read<E: Enumeration>(text: &'a str) -> E {
        E::from_received(Received(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.0
    }

    /// The text as a value that the enum does not know.
    #[must_use]
    pub fn into_unknown(self) -> UnknownValue {
        UnknownValue(self.0.into())
    }
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
