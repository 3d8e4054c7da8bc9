//! A small program for a breaking change: it compiles against the former crate and not against the new one.
//!
//! It proves the change, and shows what has to be migrated.

use super::change::{Change, Class, Kind};
use super::rust::RUNTIME;

/// The program, or `None` for a change that breaks nothing, or whose Rust items are not known.
pub fn witness(change: &Change, crate_name: &str) -> Option<String> {
    if change.class != Class::Breaking {
        return None;
    }
    let path = change.old_rust.as_deref()?;
    let owner = path.rsplit_once("::").map(|(owner, _)| format!("{crate_name}::{owner}"))?;
    let last = super::compare::last(path);
    let full = format!("{crate_name}::{path}");
    let form =
        change.old_form.as_ref().map(|form| form.replace("crate::", &format!("{crate_name}::")));
    let is_function = form.as_ref().is_some_and(|form| form.starts_with("fn("));
    let body = match change.kind {
        Kind::PropertyRemoved | Kind::PropertyRenamed => field(&owner, last, None),
        Kind::PropertyRetyped | Kind::PropertyBecameEnum | Kind::PropertyCollectionChanged => {
            field(&owner, last, Some(&form?))
        }
        Kind::ParameterRemoved | Kind::ParameterRetyped | Kind::ParameterAdded if is_function => {
            function(&full, Some(&form?))
        }
        Kind::ParameterRemoved => field(&owner, last, None),
        Kind::ParameterRetyped => field(&owner, last, Some(&form?)),
        Kind::TypeRemoved | Kind::TypeRenamed => format!("pub fn witness(_: &{full}) {{}}\n"),
        Kind::TypeKindChanged => match form?.as_str() {
            "enum" => format!(
                "pub fn witness(value: &{full}) -> bool {{\n    matches!(value, {full}::Unknown(_))\n}}\n"
            ),
            _ => format!("pub fn witness(value: &{full}) {{\n    let _ = &value.extra;\n}}\n"),
        },
        Kind::TypeBaseChanged => format!(
            "fn extends<T: {crate_name}::{RUNTIME}::Extends<{crate_name}::{}>>() {{}}\n\n\
             pub fn witness() {{\n    extends::<{full}>();\n}}\n",
            form?
        ),
        Kind::MemberRemoved | Kind::MemberRenamed => {
            format!("pub fn witness() -> {owner} {{\n    {full}\n}}\n")
        }
        Kind::OperationRemoved | Kind::OperationRenamed => function(&full, None),
        Kind::OperationRequestChanged | Kind::OperationResponseChanged => {
            function(&full, Some(&form?))
        }
        _ => return None,
    };
    let title = format!(
        "{}[{}] {} {}",
        change.class.as_str(),
        change.kind.as_str(),
        change.version,
        change.item.replace(char::is_control, " ")
    );
    Some(format!("// {title}\n{body}"))
}

fn field(owner: &str, name: &str, form: Option<&str>) -> String {
    match form {
        Some(form) => {
            format!("pub fn witness(value: &{owner}) -> &{form} {{\n    &value.{name}\n}}\n")
        }
        None => format!("pub fn witness(value: &{owner}) {{\n    let _ = &value.{name};\n}}\n"),
    }
}

fn function(path: &str, form: Option<&str>) -> String {
    let ty = form.map_or_else(String::new, |form| format!(": {form}"));
    format!("pub fn witness() {{\n    let _function{ty} = {path};\n}}\n")
}
