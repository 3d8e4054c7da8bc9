//! Values of a base type as the derived type that they name, and back.
//!
//! Both ways go through JSON: what the one type cannot hold is in its bag, and decoding puts it where the other type
//! has a field for it. So nothing is lost, at any depth, and no code is needed per pair of types.

use super::address::set_null_at;
use super::decode::{Mode, decode_text};
use super::encode::to_json_string;
use super::keep::{extra_of, type_to_write};
use super::misfits::{Misfit, misfits};
use super::property::{UnknownProperty, is_null, set_null};
use super::slot::SlotMut;
use super::traits::Object;
use crate::runtime::json::{Reader, unquote};

/// A type that derives from `Base`, directly or not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not derive from `{Base}`",
    label = "no type derived from `{Base}`",
    note = "`value.to_base::<Base>()` makes a value of a base type, `value.cast::<Derived>()` one of a derived type"
)]
pub trait Extends<Base>: Object + Default {}

/// What every emitted struct can do, as methods.
pub trait ObjectExt: Object + Sized {
    /// This value as the derived type `Derived`, if it names that type in `@odata.type` (in any case, with or without
    /// `#`).
    #[must_use]
    fn cast<Derived: Extends<Self>>(&self) -> Option<Derived> {
        let mut derived = Derived::default();
        is_named(self, derived.meta().name).then(|| {
            convert(self, &mut derived);
            derived
        })
    }

    /// This value as the derived type `Derived`, whether or not it names a type: for where the path of the request tells
    /// it. What the type does not declare is in `extra`.
    #[must_use]
    fn cast_as<Derived: Extends<Self>>(&self) -> Derived {
        let mut derived = Derived::default();
        convert(self, &mut derived);
        if odata_type(self).is_none()
            && let SlotMut::Extra(extra) = derived.field_mut(usize::MAX)
        {
            // Where the value did not say its type, the text of the derived one does not, either.
            extra.forget_implied_type();
        }
        derived
    }

    /// This value as its base type, for where a base is declared. It keeps everything and states its type in
    /// `@odata.type`, so that the service, and [`ObjectExt::cast`], know what it is.
    #[must_use]
    fn to_base<Base: Object + Default>(&self) -> Base
    where
        Self: Extends<Base>,
    {
        let mut base = Base::default();
        convert(self, &mut base);
        base
    }

    /// The JSON text of this value.
    #[must_use]
    fn to_vec(&self) -> Vec<u8> {
        super::to_vec(self)
    }

    /// The received values that did not fit their properties, at any depth.
    #[must_use]
    fn misfits(&self) -> Vec<Misfit> {
        misfits(self)
    }

    /// Makes a property an explicit null, by its JSON name; a value set later wins. [`clear!`](crate::clear) takes the
    /// field instead, so that the compiler checks the name.
    ///
    /// # Errors
    /// The type has no property of that name.
    fn set_null(&mut self, name: &str) -> Result<(), UnknownProperty> {
        set_null(self, name)
    }

    /// What [`clear!`](crate::clear) calls: makes the field at an address an explicit null.
    #[doc(hidden)]
    fn clear_at(&mut self, at: usize) {
        set_null_at(self, at);
    }

    /// Whether a property, by its JSON name, is an explicit null.
    #[must_use]
    fn is_null(&self, name: &str) -> bool {
        is_null(self, name)
    }

    /// The type that this value says it is, without `#`.
    #[must_use]
    fn odata_type(&self) -> Option<String> {
        odata_type(self)
    }
}

impl<T: Object> ObjectExt for T {}

/// The type that a value says it is, without `#`: its `@odata.type`, as received or as it will be written.
#[must_use]
pub fn odata_type(object: &dyn Object) -> Option<String> {
    let extra = extra_of(object);
    match extra.type_annotation() {
        Some(raw) => unquote(raw).map(|name| name.trim_start_matches('#').to_owned()),
        None => type_to_write(extra).map(str::to_owned),
    }
}

fn is_named(object: &dyn Object, name: &str) -> bool {
    odata_type(object).is_some_and(|stated| stated.eq_ignore_ascii_case(name))
}

/// Puts all that `from` holds into the new object `to`.
fn convert(from: &dyn Object, to: &mut dyn Object) {
    let extra = extra_of(from);
    // A value need not say its type where its place does. As a value of its base it must know it, yet its text is not
    // to change when it is cast back.
    let unstated = extra.type_annotation().is_none();
    let implied = extra.implied_type().or(unstated.then_some(from.meta().name));
    let text = to_json_string(from);
    // The text was just written from a value, so it reads.
    let decoded = decode_text(Reader::unlimited(&text), to, Mode::Tolerant);
    debug_assert!(decoded.is_ok(), "what was encoded decodes");
    let own = to.meta().name;
    if let (Some(name), SlotMut::Extra(extra)) = (implied, to.field_mut(usize::MAX)) {
        extra.remove("@odata.type");
        if !name.eq_ignore_ascii_case(own) {
            extra.set_implied_type(name);
        }
    }
}
