//! The arguments that fill a path's placeholders.
//!
//! In: a path template and the parameters that go into it. Out: one [`PathArgument`] for each placeholder.

use super::names::{self, RustIdent};
use super::template::Template;
use super::types::Leaf;
use super::words;
use crate::ir::{Api, Operation, Parameter, ParameterPlace, PathPart};
use std::collections::BTreeSet;

/// One placeholder's argument.
#[derive(Clone, Debug)]
pub(super) struct PathArgument {
    /// Its name.
    pub name: RustIdent,
    /// The type that the page gives it, if a path can carry that type; else text.
    pub leaf: Option<Leaf>,
}

/// The arguments for the placeholders of `operation`'s path, in order.
pub(super) fn path_arguments(api: &Api, operation: &Operation) -> Vec<PathArgument> {
    let mut taken: BTreeSet<RustIdent> =
        ["body", "content_type"].into_iter().map(names::own).collect();
    let mut arguments = Vec::new();
    for part in Template::new(&operation.path).parts() {
        let PathPart::Placeholder { text, segment, argument, .. } = part else { continue };
        let base = words(text, segment.as_deref(), argument.as_deref());
        let mut name = names::argument_name(&base);
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = names::argument_name(&format!("{base}_{number}"));
            number += 1;
        }
        let parameter =
            argument.as_deref().or(Some(text)).and_then(|name| declared(operation, name));
        arguments.push(PathArgument {
            name,
            leaf: parameter.and_then(|parameter| leaf(api, parameter)),
        });
    }
    arguments
}

/// The headers that `operation` cannot do without, with an argument for each.
pub(super) fn header_arguments(api: &Api, operation: &Operation) -> Vec<(String, RustIdent)> {
    let mut taken: BTreeSet<RustIdent> =
        ["body", "content_type", "query"].into_iter().map(names::own).collect();
    taken.extend(path_arguments(api, operation).into_iter().map(|argument| argument.name));
    let required = operation.headers.iter().filter(|header| header.required);
    let named = required.map(|header| {
        let mut name = names::argument_name(&names::snake(&header.name));
        while !taken.insert(name.clone()) {
            name = name.evade();
        }
        (header.name.clone(), name)
    });
    named.collect()
}

/// `{id | userPrincipalName}` after `users` is the `user_id`.
fn words(text: &str, segment: Option<&str>, argument: Option<&str>) -> String {
    if let Some(argument) = argument {
        return names::snake(argument);
    }
    let first = names::snake(text.split('|').next().unwrap_or_default().trim());
    match segment.map(|segment| words::singular(&names::snake(segment))) {
        Some(segment) if matches!(first.as_str(), "id" | "empty") => format!("{segment}_id"),
        _ => first,
    }
}

fn declared<'a>(operation: &'a Operation, name: &str) -> Option<&'a Parameter> {
    operation.parameters.iter().find(|parameter| {
        parameter.place == ParameterPlace::Url && parameter.name.eq_ignore_ascii_case(name)
    })
}

fn leaf(api: &Api, parameter: &Parameter) -> Option<Leaf> {
    let leaf = Leaf::new(api, parameter.ty.ty);
    let fits = match leaf {
        Leaf::Primitive(..) | Leaf::Enum(_) | Leaf::Number(_) => true,
        Leaf::Text(name) => {
            matches!(name, "Date" | "DateTimeOffset" | "Duration" | "Guid" | "TimeOfDay")
        }
        Leaf::String | Leaf::Own(_) | Leaf::Flags(_) | Leaf::Bits(_) | Leaf::Object(_) => false,
    };
    (fits && !parameter.ty.collection).then_some(leaf)
}
