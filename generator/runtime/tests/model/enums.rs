//! An enumeration, and one whose members can be combined.

use runtime::runtime::{Enumeration, UnknownValue, enum_impls};

/// `microsoft.graph.importance`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Importance {
    /// `low`.
    Low,
    /// `normal`.
    Normal,
    /// `high`.
    High,
    /// A value these pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl Importance {
    /// The text of this value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration for Importance {
    const MEMBERS: &'static [Self] = &[Self::Low, Self::Normal, Self::High];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(Importance);

/// `microsoft.graph.keyUsages`.
#[derive(Clone)]
#[non_exhaustive]
pub enum KeyUsage {
    /// `keyEncipherment`.
    KeyEncipherment,
    /// `digitalSignature`.
    DigitalSignature,
    /// A value these pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl KeyUsage {
    /// The text of this value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::KeyEncipherment => "keyEncipherment",
            Self::DigitalSignature => "digitalSignature",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration for KeyUsage {
    const MEMBERS: &'static [Self] = &[Self::KeyEncipherment, Self::DigitalSignature];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(KeyUsage);
