//! An object in, the values that did not fit out, with their paths.

use super::extra::Reason;
use super::keep::{Kept, extra_of, kept};
use super::slot::SlotRef;
use super::traits::{Object, set_fields};
use crate::runtime::json::{push_element, push_member};

/// A received value that does not fit its property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The JSON path of the property, such as `value[3].from`.
    pub path: String,
    /// The value as JSON text.
    pub raw: String,
    /// What the property takes, such as `a string`.
    pub expected: String,
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let found = crate::runtime::json::describe(&self.raw);
        write!(f, "{}: expected {}, found {found}", self.path, self.expected)
    }
}

/// The values in an object, at any depth, that do not fit their properties.
///
/// A property that was set since is no misfit any more.
#[must_use]
pub fn misfits(object: &dyn Object) -> Vec<Misfit> {
    let mut found = Vec::new();
    collect(object, &mut String::new(), &mut found);
    found
}

fn collect(object: &dyn Object, path: &mut String, found: &mut Vec<Misfit>) {
    let fields = object.meta().fields;
    let extra = extra_of(object);
    let length = path.len();
    if extra.about_fields(Reason::Misfit).next().is_some() {
        for member in kept(object, extra) {
            if let Kept::Misfit(name, raw) = member {
                push_member(path, name);
                let index = fields.binary_search(&name).unwrap_or(usize::MAX);
                found.push(Misfit {
                    path: path.clone(),
                    raw: raw.to_owned(),
                    expected: object.field(index).expected().to_string(),
                });
                path.truncate(length);
            }
        }
    }
    for (index, name) in set_fields(object) {
        match object.field(index) {
            SlotRef::Object(slot) => {
                if let Some(inner) = slot.get() {
                    push_member(path, name);
                    collect(inner, path, found);
                }
            }
            SlotRef::Objects(slot) => {
                push_member(path, name);
                let member = path.len();
                for element in 0..slot.len() {
                    if let Some(inner) = slot.get(element) {
                        push_element(path, element);
                        collect(inner, path, found);
                        path.truncate(member);
                    }
                }
            }
            _ => {}
        }
        path.truncate(length);
    }
}
