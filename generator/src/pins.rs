//! Properties that keep a type which the pages no longer give them, until the next major version of the crate.
//!
//! In: the model and the `[[pin]]` entries of `codegen.toml`. Out: the model with those properties retyped, and a
//! diagnostic for each entry that changes nothing any more, or that names nothing.

use crate::config::{FILE_NAME, Pin};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, Edm, Model, TypeExpr, TypeKind, TypeRef};

/// Retypes the pinned properties.
pub fn apply(model: &mut Model, pins: &[Pin]) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for pin in pins {
        let mut found = false;
        let mut changed = false;
        let mut reason = None;
        for api in &mut model.versions {
            if pin.version.as_ref().is_some_and(|version| *version != api.version) {
                continue;
            }
            match apply_one(api, pin) {
                Applied::Nowhere => {}
                Applied::NoSuchType => {
                    found = true;
                    reason = Some(format!("no type is called `{}`", pin.ty));
                }
                Applied::AsItIs => found = true,
                Applied::Changed => (found, changed) = (true, true),
            }
        }
        if !changed {
            let reason = reason.unwrap_or_else(|| match found {
                true => format!("the pages say `{}` as well", pin.ty),
                false => format!("there is no property `{}`", pin.property),
            });
            let message = format!("the pin of `{}` has no effect: {reason}", pin.property);
            let help = format!("remove it from line {} of {FILE_NAME}", pin.line);
            diagnostics.push(Diagnostic::unplaced(Code::UnusedPin, message).help(help));
        }
    }
    diagnostics
}

enum Applied {
    Nowhere,
    NoSuchType,
    AsItIs,
    Changed,
}

fn apply_one(api: &mut Api, pin: &Pin) -> Applied {
    let Some((owner, name)) = pin.property.rsplit_once('.') else { return Applied::Nowhere };
    let Some(id) = api.type_named(owner) else { return Applied::Nowhere };
    if api[id].own_property(name).is_none() {
        return Applied::Nowhere;
    }
    let Some(ty) = type_of(api, &pin.ty) else { return Applied::NoSuchType };
    let TypeKind::Structure(structure) = &mut api.types[id.0 as usize].kind else {
        return Applied::Nowhere;
    };
    let mut own = structure.properties.iter_mut();
    match own.find(|property| property.name == name) {
        Some(property) if property.ty != ty => {
            property.ty = ty;
            Applied::Changed
        }
        _ => Applied::AsItIs,
    }
}

fn type_of(api: &Api, text: &str) -> Option<TypeExpr> {
    let (name, collection) = match text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let edm = Edm::ALL.into_iter().find(|edm| edm.as_str() == name).map(TypeRef::Edm);
    let ty = edm.or_else(|| api.type_named(name).map(TypeRef::Named))?;
    Some(TypeExpr { ty, collection })
}
