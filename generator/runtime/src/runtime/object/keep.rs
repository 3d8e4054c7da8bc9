//! What the bag of an object adds to its encoding, given the fields as they are now.
//!
//! A value that was set later wins over a kept null or misfit; an entry that the program added gives way to a field
//! of its name that holds a value.

use super::extra::{Entry, Extra, Reason, no_extra};
use super::slot::SlotRef;
use super::traits::Object;

/// A member that comes from the bag.
#[derive(Clone, Copy)]
pub(crate) enum Kept<'a> {
    /// An annotation or unknown property, with its key.
    Named(&'a Entry),
    /// An explicit null of a known property.
    Null(&'static str),
    /// A misfit of a known property.
    Misfit(&'static str, &'a str),
}

/// The bag of an object.
pub(crate) fn extra_of(object: &dyn Object) -> &Extra {
    match object.field(usize::MAX) {
        SlotRef::Extra(extra) => extra,
        _ => no_extra(),
    }
}

/// The type name that the encoding has to state: that of a value which is where its base is declared, unless an
/// annotation does. A value of the declared type says nothing, since services refuse a superfluous type here and there.
pub(crate) fn type_to_write(extra: &Extra) -> Option<&'static str> {
    extra.implied_type().filter(|_| extra.type_annotation().is_none())
}

/// The annotations, which are written first.
pub(crate) fn annotations(extra: &Extra) -> impl Iterator<Item = &Entry> {
    extra.about_fields(Reason::Annotation)
}

/// What is written after the fields.
pub(crate) fn kept<'a>(object: &'a dyn Object, extra: &'a Extra) -> impl Iterator<Item = Kept<'a>> {
    let fields = object.meta().fields;
    let added = extra.about_fields(Reason::Added).count() > 0;
    let open = move |index: usize| {
        let name = *fields.get(index)?;
        let taken = object.field(index).is_set() || (added && extra.get(name).is_some());
        (!taken).then_some(name)
    };
    let nulls = extra.nulls().filter_map(move |index| open(index).map(Kept::Null));
    let misfits = extra
        .about_fields(Reason::Misfit)
        .filter_map(move |entry| Some(Kept::Misfit(open(usize::from(entry.field))?, entry.raw())));
    let named = extra.entries().iter().filter_map(move |entry| {
        let counts = match entry.reason {
            Reason::Unknown => true,
            Reason::Added => !is_set(object, &entry.name()),
            Reason::Annotation | Reason::Null | Reason::Misfit | Reason::Spelling => false,
        };
        counts.then_some(Kept::Named(entry))
    });
    nulls.chain(misfits).chain(named)
}

fn is_set(object: &dyn Object, name: &str) -> bool {
    match object.meta().fields.binary_search(&name) {
        Ok(index) => object.field(index).is_set(),
        Err(_) => false,
    }
}
