//! Enums whose JSON form is a number, and sets of them in the bits of one number.

use std::fmt;
use std::marker::PhantomData;

use super::json::{Fault, Kind, Reader, Writer, integer};
use super::object::Scalar;

/// An enum of the API whose values are numbers.
///
/// Its last variant keeps a number that this crate does not know, so that no new member of the service ever costs a
/// response.
pub trait NumberEnum: Clone + Send + Sync + Sized + 'static {
    /// The members that this crate knows with their documented names, in the order of their documentation.
    const MEMBERS: &'static [(Self, &'static str)];

    /// The number in JSON.
    fn number(&self) -> i64;

    /// The value for a number that is no member's.
    fn unknown(number: i64) -> Self;
}

/// The value of a number.
#[must_use]
pub fn read_number_enum<E: NumberEnum>(number: i64) -> E {
    for (member, _) in E::MEMBERS {
        if member.number() == number {
            return member.clone();
        }
    }
    E::unknown(number)
}

/// Prints a member as its documented name, and any other value as `Unknown(number)`.
///
/// # Errors
/// The formatter's own.
pub fn debug_number_enum<E: NumberEnum>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let number = value.number();
    let mut members = E::MEMBERS.iter();
    match members.find(|(member, _)| member.number() == number) {
        Some((_, name)) => f.write_str(name),
        None => f.debug_tuple("Unknown").field(&number).finish(),
    }
}

/// Reads an integer that comes next.
///
/// # Errors
/// The text is not JSON.
pub fn read_number(reader: &mut Reader<'_>) -> Result<Option<i64>, Box<Fault>> {
    match reader.kind() {
        Kind::Number => Ok(integer(reader.number()?)),
        _ => Ok(None),
    }
}

/// A set of members in the bits of one number, such as `1 << 0 | 1 << 3`.
///
/// Bits that no member stands for are kept.
pub struct Bits<E> {
    bits: i64,
    members: PhantomData<fn() -> E>,
}

impl<E: NumberEnum> Bits<E> {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::from_bits(0)
    }

    /// The set of these bits, known or not.
    #[must_use]
    pub fn from_bits(bits: i64) -> Self {
        Self { bits, members: PhantomData }
    }

    /// All bits, known or not.
    #[must_use]
    pub fn bits(&self) -> i64 {
        self.bits
    }

    /// Whether the set holds `member`.
    #[must_use]
    pub fn contains(&self, member: &E) -> bool {
        let bit = member.number();
        bit != 0 && self.bits & bit == bit
    }

    /// Adds a member; whether it was new.
    pub fn insert(&mut self, member: &E) -> bool {
        let new = !self.contains(member);
        self.bits |= member.number();
        new
    }

    /// Takes a member out; whether it was there.
    pub fn remove(&mut self, member: &E) -> bool {
        let known = self.contains(member);
        self.bits &= !member.number();
        known
    }

    /// The members that this crate knows, in the order of their documentation.
    pub fn iter(&self) -> impl Iterator<Item = E> {
        let bits = self.bits;
        let members = E::MEMBERS.iter().map(|(member, _)| member);
        members
            .filter(move |member| member.number() != 0 && bits & member.number() == member.number())
            .cloned()
    }

    /// Whether no bit is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits == 0
    }
}

impl<E: NumberEnum> Default for Bits<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for Bits<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Bits<E> {}

impl<E> PartialEq for Bits<E> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<E> Eq for Bits<E> {}

impl<E: NumberEnum> FromIterator<E> for Bits<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut set = Self::new();
        for member in members {
            set.insert(&member);
        }
        set
    }
}

impl<E: NumberEnum> fmt::Debug for Bits<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut known = 0;
        let mut set = f.debug_set();
        for member in self.iter() {
            known |= member.number();
            set.entry(&DebugMember(&member));
        }
        if self.bits & !known != 0 {
            set.entry(&(self.bits & !known));
        }
        set.finish()
    }
}

struct DebugMember<'a, E>(&'a E);

impl<E: NumberEnum> fmt::Debug for DebugMember<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_number_enum(self.0, f)
    }
}

impl<E: 'static> Scalar for Bits<E> {
    const EXPECTED: &'static str = "an integer";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>> {
        Ok(read_number(reader)?.map(|bits| Self { bits, members: PhantomData }))
    }

    fn write(&self, writer: &mut Writer) {
        writer.integer(self.bits);
    }
}

#[cfg(feature = "serde")]
impl<E> serde_core::Serialize for Bits<E> {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.bits)
    }
}

#[cfg(feature = "serde")]
impl<'de, E> serde_core::Deserialize<'de> for Bits<E> {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bits = <i64 as serde_core::Deserialize>::deserialize(deserializer)?;
        Ok(Self { bits, members: PhantomData })
    }
}
