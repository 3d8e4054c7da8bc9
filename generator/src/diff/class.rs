//! The policy: which change breaks code that uses the emitted crate.
//!
//! It holds for code written as the crate's README asks for: literals and patterns of structs end with `..`, matches
//! on enums have a wildcard arm (the compiler demands it), modules are not imported by glob next to names of one's own.
//! What the emitted code shows wins over the table: where both sides know the Rust form and it is the same, nothing
//! breaks.

use super::change::{Class, Kind};
use super::snapshot::Rust;

/// What a change of this kind means unless the emitted code tells more.
pub fn default_class(kind: Kind) -> Class {
    match kind {
        // A field, variant, function or impl that users name is gone, or has another type.
        Kind::TypeRemoved
        | Kind::TypeRenamed
        | Kind::TypeKindChanged
        | Kind::TypeBaseChanged
        | Kind::PropertyRemoved
        | Kind::PropertyRenamed
        | Kind::PropertyRetyped
        | Kind::PropertyBecameEnum
        | Kind::PropertyCollectionChanged
        | Kind::MemberRemoved
        | Kind::MemberRenamed
        | Kind::OperationRemoved
        | Kind::OperationRenamed
        | Kind::OperationRequestChanged
        | Kind::OperationResponseChanged
        | Kind::ParameterRemoved
        | Kind::ParameterRetyped => Class::Breaking,
        // Structs are filled up with `..Default::default()`, enums are `#[non_exhaustive]`.
        Kind::TypeAdded
        | Kind::PropertyAdded
        | Kind::MemberAdded
        | Kind::OperationAdded
        | Kind::ParameterAdded => Class::Additive,
        // Fields of bases are fields of the type itself, every field is an `Option`, every struct keeps what is
        // undeclared, numbers and states are values.
        Kind::TypeOpened
        | Kind::TypeClosed
        | Kind::PropertyMoved
        | Kind::PropertyRequiredChanged
        | Kind::PropertyNullableChanged
        | Kind::MemberValueChanged
        | Kind::OperationStatusChanged
        | Kind::ParameterRequiredChanged
        | Kind::PermissionChanged
        | Kind::Deprecated
        | Kind::Undeprecated
        | Kind::ProseChanged
        | Kind::ExampleChanged => Class::Docs,
    }
}

/// The class of a change of one item that is there before and after.
pub(super) fn of(kind: Kind, old: Option<&Rust>, new: Option<&Rust>) -> Class {
    let class = default_class(kind);
    if class != Class::Breaking {
        return class;
    }
    let (Some(old), Some(new)) = (old, new) else { return class };
    let is_rename = matches!(
        kind,
        Kind::TypeRenamed | Kind::PropertyRenamed | Kind::MemberRenamed | Kind::OperationRenamed
    );
    let same_form = old.form.is_some() && old.form == new.form;
    if old.path == new.path && (is_rename || same_form) { Class::Docs } else { class }
}
