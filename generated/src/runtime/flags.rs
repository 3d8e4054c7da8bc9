//! Sets of enum members in OData's comma-separated form.

use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use super::enumeration::{Enumeration, read_enumeration};
use super::object::Text;

/// A set of members of an enum whose values combine, such as `read,write`.
///
/// The text stays as received until the set is changed. Equality is of the set: order, spaces and repetition do not
/// count.
pub struct Flags<E> {
    text: Box<str>,
    members: PhantomData<fn() -> E>,
}

impl<E: Enumeration> Flags<E> {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::of_text("")
    }

    /// The set in OData's form, as received if it was not changed since.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The members, in the order of the text. Members that this crate does not know come as the enum's unknown form.
    pub fn iter(&self) -> impl Iterator<Item = E> {
        self.names().map(read_enumeration)
    }

    /// Whether the set holds `member`.
    #[must_use]
    pub fn contains(&self, member: &E) -> bool {
        self.names().any(|name| name == member.as_str())
    }

    /// Whether the set holds no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names().next().is_none()
    }

    /// The number of members in the text.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names().count()
    }

    /// Adds a member; whether it was new. A set that holds it already keeps its text.
    pub fn insert(&mut self, member: &E) -> bool {
        let new = !self.contains(member);
        if new {
            let names: Vec<&str> = self.names().chain([member.as_str()]).collect();
            self.text = names.join(",").into();
        }
        new
    }

    /// Removes a member; whether it was there.
    pub fn remove(&mut self, member: &E) -> bool {
        let held = self.contains(member);
        if held {
            let rest = self.names().filter(|name| *name != member.as_str());
            self.text = rest.collect::<Vec<_>>().join(",").into();
        }
        held
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.text.split(',').map(str::trim);
        names.filter(|name| !name.is_empty())
    }

    fn sorted(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.names().collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn of_text(text: &str) -> Self {
        Self { text: text.into(), members: PhantomData }
    }
}

impl<E: Enumeration> Text for Flags<E> {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::of_text(text))
    }

    fn as_text(&self) -> &str {
        &self.text
    }

    fn is_text(&self, text: &str) -> bool {
        *self == Self::of_text(text)
    }
}

impl<E: Enumeration> Default for Flags<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), members: PhantomData }
    }
}

impl<E: Enumeration> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || self.sorted() == other.sorted()
    }
}

impl<E: Enumeration> Eq for Flags<E> {}

impl<E: Enumeration> Hash for Flags<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.sorted().hash(state);
    }
}

impl<E> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<E> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E: Enumeration> FromStr for Flags<E> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::of_text(text))
    }
}

impl<E: Enumeration> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self::of_text(member.as_str())
    }
}

impl<E: Enumeration> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Self::new();
        flags.extend(members);
        flags
    }
}

impl<E: Enumeration> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        for member in members {
            self.insert(&member);
        }
    }
}

#[cfg(feature = "serde")]
impl<E: Enumeration> serde_core::Serialize for Flags<E> {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(feature = "serde")]
impl<'de, E: Enumeration> serde_core::Deserialize<'de> for Flags<E> {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::deserialize_text(deserializer)
    }
}
