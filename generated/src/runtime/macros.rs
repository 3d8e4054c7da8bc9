//! The fixed part of each emitted type, as macros of a few tiny impls; the work is done by functions of the runtime.

/// Makes fields explicit nulls, as a PATCH needs it to clear them: `clear!(patch.office_location, patch.mobile_phone)`.
/// The compiler checks the names; a value that is set later wins.
#[macro_export]
macro_rules! clear {
    ($($object:ident . $field:ident),+ $(,)?) => {{
        use $crate::runtime::ObjectExt as _;
        $(
            let at = $crate::runtime::address(&$object.$field);
            $object.clear_at(at);
        )+
    }};
}

/// `new`, `Clone`, `PartialEq`, `Debug` and serde's traits for a struct that implements `Object` and `Default`.
#[doc(hidden)]
#[macro_export]
macro_rules! object_impls {
    ($name:ty) => {
        impl $name {
            /// A value that holds nothing yet.
            #[must_use]
            pub fn new() -> Self {
                ::std::default::Default::default()
            }
        }

        impl ::std::clone::Clone for $name {
            fn clone(&self) -> Self {
                $crate::runtime::clone_object(self)
            }
        }

        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::runtime::equal_objects(self, other)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_object(self, f)
            }
        }

        #[cfg(feature = "serde")]
        impl $crate::runtime::serde_core::Serialize for $name {
            fn serialize<S: $crate::runtime::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize_object(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> $crate::runtime::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::deserialize_object(deserializer)
            }
        }
    };
}

/// All that an enum has but `Clone`, for an enum that implements `Enumeration`. Derived, these would be an arm per member
/// each; two values are equal if their texts are, which is what the service compares.
#[doc(hidden)]
#[macro_export]
macro_rules! enum_impls {
    ($name:ty) => {
        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_enumeration(self, f)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(
                text: &str,
            ) -> ::std::result::Result<Self, <Self as ::std::str::FromStr>::Err> {
                ::std::result::Result::Ok(Self::from(text))
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                $crate::runtime::read_enumeration(text)
            }
        }

        #[cfg(feature = "serde")]
        impl $crate::runtime::serde_core::Serialize for $name {
            fn serialize<S: $crate::runtime::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> $crate::runtime::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::deserialize_text(deserializer)
            }
        }
    };
}

/// All that an enum of numbers has but `Clone`, for an enum that implements `NumberEnum`.
#[doc(hidden)]
#[macro_export]
macro_rules! number_enum_impls {
    ($name:ty) => {
        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.number() == other.number()
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(&self.number(), state);
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug_number_enum(self, f)
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(number: i64) -> Self {
                $crate::runtime::read_number_enum(number)
            }
        }

        impl $crate::runtime::Scalar for $name {
            const EXPECTED: &'static str = "an integer";

            fn read(
                reader: &mut $crate::runtime::json::Reader<'_>,
            ) -> ::std::result::Result<
                ::std::option::Option<Self>,
                ::std::boxed::Box<$crate::runtime::json::Fault>,
            > {
                let number = $crate::runtime::read_number(reader)?;
                ::std::result::Result::Ok(number.map(Self::from))
            }

            fn write(&self, writer: &mut $crate::runtime::json::Writer) {
                writer.integer(self.number());
            }
        }

        impl $crate::runtime::PathArg for $name {
            fn text(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Owned(self.number().to_string())
            }
        }

        #[cfg(feature = "serde")]
        impl $crate::runtime::serde_core::Serialize for $name {
            fn serialize<S: $crate::runtime::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.number())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> $crate::runtime::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <i64 as $crate::runtime::serde_core::Deserialize>::deserialize(deserializer)
                    .map(Self::from)
            }
        }
    };
}
