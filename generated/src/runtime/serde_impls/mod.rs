//! serde's traits over the tables: any serializer and deserializer, with JSON text as the common middle.

mod capture;
mod deserialize;
mod serialize;

pub use deserialize::{deserialize_object, deserialize_text};
pub use serialize::serialize_object;

#[cfg(feature = "serde")]
pub(crate) use deserialize::deserialize_scalar;
#[cfg(feature = "serde")]
pub(crate) use serialize::serialize_raw;

/// serde's traits for a type that is checked text.
macro_rules! text_serde {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::serde_impls::deserialize_text(deserializer)
            }
        }
    };
}

/// serde's traits for a type that is JSON text.
macro_rules! scalar_serde {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut writer = $crate::runtime::json::Writer::new();
                $crate::runtime::object::Scalar::write(self, &mut writer);
                $crate::runtime::serde_impls::serialize_raw(&writer.into_string(), serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::serde_impls::deserialize_scalar(deserializer)
            }
        }
    };
}

pub(crate) use scalar_serde;
pub(crate) use text_serde;
