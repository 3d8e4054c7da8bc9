//! Properties by their JSON names: setting one to an explicit null, and asking for it.

use std::fmt;

use super::keep::extra_of;
use super::similar::similar;
use super::slot::SlotMut;
use super::traits::Object;

/// A type has no property of that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownProperty {
    type_name: &'static str,
    name: String,
    suggestion: Option<&'static str>,
}

impl UnknownProperty {
    /// The property that is probably meant.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }
}

impl fmt::Display for UnknownProperty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has no property `{}`", self.type_name, self.name)?;
        match self.suggestion {
            Some(suggestion) => write!(f, "; is `{suggestion}` meant?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownProperty {}

/// Makes a property an explicit null, as a PATCH needs it to clear the property; a value set later wins.
///
/// # Errors
/// The type has no property of that JSON name.
pub fn set_null(object: &mut dyn Object, name: &str) -> Result<(), UnknownProperty> {
    let index = index_of(object, name)?;
    set_null_of(object, index);
    Ok(())
}

/// As [`set_null`], for the property at an index.
pub(crate) fn set_null_of(object: &mut dyn Object, index: usize) {
    let name = object.meta().fields.get(index).copied().unwrap_or_default();
    object.field_mut(index).clear();
    if let SlotMut::Extra(extra) = object.field_mut(usize::MAX) {
        extra.forget_field(index);
        extra.remove(name);
        extra.keep_null(index);
    }
}

/// Whether a property is an explicit null, rather than absent.
#[must_use]
pub fn is_null(object: &dyn Object, name: &str) -> bool {
    index_of(object, name).is_ok_and(|index| {
        !object.field(index).is_set() && extra_of(object).nulls().any(|null| null == index)
    })
}

fn index_of(object: &dyn Object, name: &str) -> Result<usize, UnknownProperty> {
    let meta = object.meta();
    meta.fields.binary_search(&name).map_err(|_| UnknownProperty {
        type_name: meta.name,
        name: name.to_owned(),
        suggestion: similar(meta, name),
    })
}
