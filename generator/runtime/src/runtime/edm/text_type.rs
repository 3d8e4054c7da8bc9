//! What the types that are checked text have in common.

use std::fmt;

/// A text that has not the shape of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidText {
    pub(crate) expected: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) text: Box<str>,
}

impl InvalidText {
    /// What is wrong with the text.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.reason
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, reason, text } = self;
        write!(f, "expected {expected}, found {text:?}: {reason}")
    }
}

impl std::error::Error for InvalidText {}

/// A value that the type it is converted to cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfRange {
    pub(crate) text: Box<str>,
    pub(crate) target: &'static str,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is out of the range of {}", self.text, self.target)
    }
}

impl std::error::Error for OutOfRange {}

/// Makes a newtype over text that `$check` accepts: `fn(&str) -> Result<_, &'static str>`. Values are equal if their
/// texts are, or if these are but for the case of ASCII letters.
macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $expected:literal, $check:path) => {
        $crate::runtime::edm::text_type!(@type $(#[$meta])*, $name, $expected, $check, str::eq);

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }
    };
    ($(#[$meta:meta])* $name:ident, $expected:literal, $check:path, ignoring case) => {
        $crate::runtime::edm::text_type!(
            @type $(#[$meta])*, $name, $expected, $check, str::eq_ignore_ascii_case
        );

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.0.to_ascii_lowercase().hash(state);
            }
        }
    };
    (@type $(#[$meta:meta])*, $name:ident, $expected:literal, $check:path, $equal:path) => {
        $(#[$meta])*
        #[derive(Clone)]
        pub struct $name(pub(super) Box<str>);

        impl $name {
            /// The text of the value, as received.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::runtime::object::Text for $name {
            const EXPECTED: &'static str = $expected;

            fn from_text(text: &str) -> Option<Self> {
                $check(text).is_ok().then(|| Self(text.into()))
            }

            fn as_text(&self) -> &str {
                &self.0
            }

            fn is_text(&self, text: &str) -> bool {
                $equal(&*self.0, text)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $equal(&*self.0, &*other.0)
            }
        }

        impl Eq for $name {}

        impl std::str::FromStr for $name {
            type Err = $crate::runtime::edm::InvalidText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match $check(text) {
                    Ok(_) => Ok(Self(text.into())),
                    Err(reason) => Err($crate::runtime::edm::InvalidText {
                        expected: $expected,
                        reason,
                        text: text.into(),
                    }),
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::runtime::edm::InvalidText;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.0, f)
            }
        }

        $crate::runtime::serde_impls::text_serde!($name);
    };
}

pub(crate) use text_type;
