//! Changes of operations. Those that differ only in how a placeholder is called are the same one.

use super::change::{Class, Kind};
use super::compare::{Side, Sides};
use super::rename;
use super::snapshot::{Operation, Property, Version, shape};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl<'a> From<&'a Operation> for Side<'a> {
    fn from(operation: &'a Operation) -> Self {
        Self { place: operation.place.as_ref(), rust: operation.rust.as_ref() }
    }
}

pub(super) fn compare(sides: &mut Sides<'_>) {
    let (old, new) = (sides.old, sides.new);
    let mut gone = by_shape(old, new);
    let mut fresh = by_shape(new, old);
    for (line, was) in &old.operations {
        if let Some(now) = new.operations.get(line) {
            same(sides, line, was, now);
        }
    }
    for (shape, lines) in &mut gone {
        let Some(others) = fresh.get_mut(shape) else { continue };
        while let (Some((_, was)), Some((line, now))) = (lines.first(), others.first()) {
            same(sides, line, was, now);
            lines.remove(0);
            others.remove(0);
        }
    }
    for (line, was) in gone.into_values().flatten() {
        let message = format!("`{line}` is gone");
        let facts = (json!(line), Value::Null);
        sides.push(Kind::OperationRemoved, line, facts, (Some(was.into()), None), message);
    }
    for (line, now) in fresh.into_values().flatten() {
        let message = format!("`{line}` is new");
        let facts = (Value::Null, json!(line));
        sides.push(Kind::OperationAdded, line, facts, (None, Some(now.into())), message);
    }
}

/// Operations by shape.
type ByShape<'a> = BTreeMap<String, Vec<(&'a str, &'a Operation)>>;

/// The operations of `from` whose line `other` lacks.
fn by_shape<'a>(from: &'a Version, other: &Version) -> ByShape<'a> {
    let mut out: ByShape<'a> = BTreeMap::new();
    for (line, operation) in &from.operations {
        if !other.operations.contains_key(line) {
            out.entry(shape(line)).or_default().push((line, operation));
        }
    }
    out
}

fn same(sides: &mut Sides<'_>, line: &str, was: &Operation, now: &Operation) {
    let both = (Some(was.into()), Some(now.into()));
    let before = sides.changes.len();
    let request = was.request.as_deref().map(|ty| sides.current_type(ty));
    if request != now.request {
        let message = match &now.request {
            Some(ty) => format!("`{line}` takes a `{ty}` now"),
            None => format!("`{line}` takes no object of a documented type now"),
        };
        let facts = (json!(was.request), json!(now.request));
        sides.push(Kind::OperationRequestChanged, line, facts, both, message);
    }
    let response = was.response.as_deref().map(|ty| sides.current_type(ty));
    if response != now.response {
        let message = match &now.response {
            Some(ty) => format!("`{line}` returns `{ty}` now"),
            None => format!("`{line}` returns no documented type now"),
        };
        let facts = (json!(was.response), json!(now.response));
        sides.push(Kind::OperationResponseChanged, line, facts, both, message);
    }
    if was.status != now.status {
        let message = format!("the status of `{line}` changed");
        let facts = (json!(was.status), json!(now.status));
        sides.push(Kind::OperationStatusChanged, line, facts, both, message);
    }
    parameters(sides, line, was, now);
    if was.permissions != now.permissions {
        let message = format!("the permissions of `{line}` changed");
        let facts = (json!(was.permissions), json!(now.permissions));
        sides.push(Kind::PermissionChanged, line, facts, both, message);
    }
    in_rust(sides, before, line, (was, now));
    sides.common(line, (was.deprecated, now.deprecated), (&was.prose, &now.prose), both);
    sides.examples(line, (&was.examples, &now.examples), both);
}

/// What only the emitted function shows: another name, or a body or response that has no type of its own.
fn in_rust(sides: &mut Sides<'_>, before: usize, line: &str, (was, now): (&Operation, &Operation)) {
    let (Some(from), Some(to)) = (&was.rust, &now.rust) else { return };
    let both = (Some(was.into()), Some(now.into()));
    if from.path != to.path {
        let message = format!("`{line}` is the function `{}` now", to.path);
        let facts = (json!(from.path), json!(to.path));
        sides.push(Kind::OperationRenamed, line, facts, both, message);
    }
    let (Some(from), Some(to)) = (&from.form, &to.form) else { return };
    let explained = sides.changes[before..].iter().any(|change| change.class == Class::Breaking);
    if from == to || explained {
        return;
    }
    // Renamed types change the signature of what uses them, too.
    if sides.renamed.keys().any(|old| !old.is_empty()) && was.request.is_some() {
        return;
    }
    let returns = |form: &str| form.rsplit_once(" -> ").map(|(_, ty)| ty.to_owned());
    let kind = if returns(from) == returns(to) {
        Kind::OperationRequestChanged
    } else {
        Kind::OperationResponseChanged
    };
    let message = format!("the function for `{line}` is `{to}` now");
    sides.push(kind, line, (json!(from), json!(to)), both, message);
}

fn parameters(sides: &mut Sides<'_>, line: &str, was: &Operation, now: &Operation) {
    let missing = |from: &'_ Operation, other: &Operation| -> Vec<(String, Property)> {
        let names =
            from.parameters.iter().filter(|(name, _)| !other.parameters.contains_key(*name));
        names.map(|(name, parameter)| (name.clone(), parameter.clone())).collect()
    };
    let (removed, added) = (missing(was, now), missing(now, was));
    let (removed, added) = (borrowed(&removed), borrowed(&added));
    let renamed = rename::properties(&removed, &added, |ty| sides.current_type(ty));
    for (at, (name, parameter)) in removed.iter().enumerate() {
        let item = format!("{line}#{name}");
        let to = renamed.iter().find(|(was, _)| *was == at).map(|(_, now)| added[*now].0);
        let message = match to {
            Some(to) => format!("parameter `{name}` of `{line}` is called `{to}` now"),
            None => format!("parameter `{name}` of `{line}` is gone"),
        };
        let facts = (json!(parameter.ty), Value::Null);
        let side = (Some((*parameter).into()), None);
        sides.push(Kind::ParameterRemoved, &item, facts, side, message);
    }
    for (name, parameter) in added {
        let item = format!("{line}#{name}");
        let message = format!("`{line}` takes a parameter `{name}`");
        let facts = (Value::Null, json!(parameter.ty));
        // An argument of a function is not optional; neither is a body where there was none.
        let had_body = was.parameters.values().any(|parameter| !parameter.in_url);
        let forms = was.rust.as_ref().zip(now.rust.as_ref());
        let forms = forms.and_then(|(was, now)| was.form.as_ref().zip(now.form.as_ref()));
        let breaks = forms.map_or(parameter.in_url || !had_body, |(was, now)| was != now);
        let change =
            sides.push(Kind::ParameterAdded, &item, facts, (None, Some(parameter.into())), message);
        if breaks {
            change.class = Class::Breaking;
            change.old_rust = was.rust.as_ref().map(|rust| rust.path.clone());
            change.old_form = was.rust.as_ref().and_then(|rust| rust.form.clone());
        }
    }
    for (name, before) in &was.parameters {
        let Some(after) = now.parameters.get(name) else { continue };
        let item = format!("{line}#{name}");
        let both = (Some(before.into()), Some(after.into()));
        if sides.current_type(&before.ty) != after.ty {
            let message = format!(
                "parameter `{name}` of `{line}` is `{}` now, and was `{}`",
                after.ty, before.ty
            );
            let facts = (json!(before.ty), json!(after.ty));
            sides.push(Kind::ParameterRetyped, &item, facts, both, message);
        }
        if let (Some(from), Some(to)) = (before.required, after.required)
            && from != to
        {
            let word = if to { "required" } else { "optional" };
            let message = format!("parameter `{name}` of `{line}` is {word} now");
            sides.push(
                Kind::ParameterRequiredChanged,
                &item,
                (json!(from), json!(to)),
                both,
                message,
            );
        }
        sides.common(
            &item,
            (before.deprecated, after.deprecated),
            (&before.prose, &after.prose),
            both,
        );
    }
}

fn borrowed(list: &[(String, Property)]) -> Vec<(&str, &Property)> {
    list.iter().map(|(name, parameter)| (name.as_str(), parameter)).collect()
}
