//! Bodies and values against their types.

use super::placeholder::is_placeholder;
use super::undeclared::Undeclared;
use super::{Findings, scalar};
use crate::diagnostic::{Applicability, Code, Diagnostic, Fix};
use crate::ir::{
    Api, Parameter, ParameterPlace, Payload, PayloadType, Property, TypeExpr, TypeId, TypeKind,
    TypeRef,
};
use crate::json::{Json, Kind, Member};
use crate::span::Span;
use std::collections::HashMap;

/// An object of more members is no example; it is not searched again for each that is unknown.
const MANY: usize = 1000;

/// Checks a whole body.
pub(super) fn payload(findings: &mut Findings<'_>, payload: Payload, json: &Json) {
    let inner = || json.get("value").unwrap_or(json);
    match payload.ty {
        PayloadType::Error | PayloadType::Reference => {}
        PayloadType::Parameters(operation) => {
            let parameters = &findings.api[operation].parameters;
            let in_body = |parameter: &Parameter| parameter.place == ParameterPlace::Body;
            // A function's example may show its arguments as a body.
            let all = !parameters.iter().any(in_body);
            let fields: Vec<(&str, TypeExpr)> = parameters
                .iter()
                .filter(|parameter| all || in_body(parameter))
                .map(|parameter| (parameter.name.as_str(), parameter.ty))
                .collect();
            members_of_parameters(findings, &fields, json);
        }
        PayloadType::Ref(ty) if payload.collection => {
            let body = match &json.kind {
                Kind::Array(_) => json,
                _ => inner(),
            };
            value(findings, TypeExpr::collection(ty), body);
        }
        PayloadType::Ref(ty) if payload.enveloped => value(findings, TypeExpr::single(ty), inner()),
        PayloadType::Ref(ty) => value(findings, TypeExpr::single(ty), json),
    }
}

fn members_of_parameters(findings: &mut Findings<'_>, fields: &[(&str, TypeExpr)], json: &Json) {
    if !matches!(json.kind, Kind::Object(_)) {
        return wrong_kind(findings, "an object", json);
    }
    // A table may describe the elements of an array, which is sent in `value` like any collection.
    if let [Member { key, value: Json { kind: Kind::Array(elements), .. }, .. }] = json.members()
        && key == "value"
        && fields.iter().all(|(name, _)| *name != "value")
        && elements.iter().all(|element| matches!(element.kind, Kind::Object(_)))
    {
        return elements.iter().for_each(|each| members_of_parameters(findings, fields, each));
    }
    for member in json.members() {
        if member.key.contains('@') {
            continue;
        }
        let exact = fields.iter().find(|(name, _)| *name == member.key);
        let found = exact
            .or_else(|| fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(&member.key)));
        match found {
            Some((name, ty)) => {
                if *name != member.key {
                    property_case(findings, member, name);
                }
                value(findings, *ty, &member.value);
            }
            None => {
                let names = fields.iter().map(|(name, _)| *name);
                unknown_property(findings, member, "this operation", "takes", names);
            }
        }
    }
}

/// Checks a value against its declared type.
pub(super) fn value(findings: &mut Findings<'_>, ty: TypeExpr, json: &Json) {
    if matches!(json.kind, Kind::Null) {
        return;
    }
    if !ty.collection {
        return single(findings, ty.ty, json);
    }
    match &json.kind {
        Kind::Array(elements) => {
            for element in elements {
                match element.kind {
                    Kind::Null => {}
                    _ => single(findings, ty.ty, element),
                }
            }
        }
        _ if ty.ty == TypeRef::Edm(crate::ir::Edm::Untyped) => {}
        Kind::String(text) if is_placeholder(text) => placeholder(findings, json, text),
        _ => wrong_kind(findings, "an array", json),
    }
}

fn single(findings: &mut Findings<'_>, ty: TypeRef, json: &Json) {
    match ty {
        TypeRef::Edm(edm) => scalar::primitive(findings, edm, json),
        TypeRef::Named(id) => match &findings.api[id].kind {
            TypeKind::Enumeration(enumeration) => scalar::member(findings, id, enumeration, json),
            TypeKind::Structure(_) => object(findings, id, json),
        },
    }
}

fn object(findings: &mut Findings<'_>, declared: TypeId, json: &Json) {
    if findings.api.is_opaque(declared) {
        return;
    }
    let Kind::Object(members) = &json.kind else {
        return match &json.kind {
            Kind::String(text) if is_placeholder(text) => placeholder(findings, json, text),
            _ => wrong_kind(findings, "an object", json),
        };
    };
    let actual = actual_type(findings, declared, json);
    let fields = Fields::of(findings.api, actual);
    for member in members.iter().filter(|member| !member.key.contains('@')) {
        match fields.find(&member.key) {
            Some(property) => {
                if property.name != member.key
                    && !findings.shown.has(findings.api, actual, &member.key)
                {
                    property_case(findings, member, &property.name);
                }
                value(findings, property.ty, &member.value);
            }
            None => undeclared(findings, actual, &fields, (members, member)),
        }
    }
}

/// The type that the object says it has, if it may.
fn actual_type(findings: &mut Findings<'_>, declared: TypeId, json: &Json) -> TypeId {
    let Some(stated) = json.members().iter().rev().find(|member| member.key == "@odata.type")
    else {
        return declared;
    };
    let Some(text) = stated.value.as_str() else {
        wrong_kind(findings, "the name of a type", &stated.value);
        return declared;
    };
    let api = findings.api;
    let bare = text.trim().trim_start_matches('#');
    if is_placeholder(text) {
        return declared;
    }
    let exact = api.type_named(bare);
    let Some(id) = exact.or_else(|| find_any_case(api, bare)) else {
        let message = format!("no page describes `{bare}`");
        findings.push(
            Diagnostic::new(Code::WrongOdataType, stated.value.span, message)
                .label(format!("`{}` or a type derived from it is expected", api[declared].name)),
        );
        return declared;
    };
    if exact.is_none() {
        let message = format!("`{bare}` is spelled `{}`", api[id].name);
        let sign = if text.starts_with('#') { "#" } else { "" };
        let fix = quoted(stated.value.span, &format!("{sign}{}", api[id].name));
        findings
            .push(Diagnostic::new(Code::OdataTypeSpelling, stated.value.span, message).fix(fix));
    }
    if api.derives_from(id, declared) {
        return id;
    }
    if !api.derives_from(declared, id) {
        let message = format!("`{}` does not derive from `{}`", api[id].name, api[declared].name);
        findings.at(Code::WrongOdataType, stated.value.span, message);
    }
    if api[id].structure().is_some() && !api.derives_from(declared, id) { id } else { declared }
}

fn find_any_case(api: &Api, bare: &str) -> Option<TypeId> {
    let simple = bare.rsplit('.').next()?;
    let qualified = bare.contains('.');
    let same_name: Vec<TypeId> =
        api.type_ids().filter(|&id| api[id].name.name().eq_ignore_ascii_case(simple)).collect();
    let whole = same_name.iter().find(|id| api[**id].name.as_str().eq_ignore_ascii_case(bare));
    whole.or_else(|| same_name.first().filter(|_| !qualified)).copied()
}

fn undeclared(
    findings: &mut Findings<'_>,
    id: TypeId,
    fields: &Fields<'_>,
    (members, member): (&[Member], &Member),
) {
    let api = findings.api;
    let is_open =
        api.lineage(id).any(|ty| api[ty].structure().is_some_and(|structure| structure.open));
    if is_open || declared_below(api, id, &member.key) || findings.shown.has(api, id, &member.key) {
        return;
    }
    let undescribed = api.lineage(id).all(|ty| api[ty].properties().is_empty());
    if undescribed {
        return;
    }
    if is_directory_extension(&member.key) {
        return;
    }
    // What the object has already cannot be meant.
    let names = fields
        .by_name
        .iter()
        .map(|property| property.name.as_str())
        .filter(|name| members.len() > MANY || members.iter().all(|other| other.key != *name));
    if nearest(&member.key, names.clone()).is_some() {
        unknown_property(findings, member, &format!("`{}`", api[id].name), "declares", names);
        return;
    }
    let undeclared = Undeclared { owner: id, name: member.key.clone(), at: member.key_span };
    findings.undeclared.push(undeclared);
}

/// `extension_`, the 32 digits of an application's id, and a name: what applications add to any directory object.
fn is_directory_extension(key: &str) -> bool {
    let id = key.strip_prefix("extension_").and_then(|rest| rest.split_once('_'));
    id.is_some_and(|(id, name)| {
        id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && !name.is_empty()
    })
}

/// A value typed as its base may be of a derived type without saying so.
fn declared_below(api: &Api, id: TypeId, name: &str) -> bool {
    api.type_ids().any(|other| {
        api[other].own_property(name).is_some() && other != id && api.derives_from(other, id)
    })
}

fn unknown_property<'n>(
    findings: &mut Findings<'_>,
    member: &Member,
    owner: &str,
    verb: &str,
    names: impl Iterator<Item = &'n str>,
) {
    let message = format!("{owner} {verb} no `{}`", member.key);
    let mut diagnostic = Diagnostic::new(Code::UnknownProperty, member.key_span, message);
    if let Some(near) = nearest(&member.key, names) {
        let key = serde_json::Value::from(near).to_string();
        diagnostic = diagnostic.help(format!("did you mean `{near}`?")).fix(Fix::replace(
            member.key_span,
            key,
            Applicability::Unsafe,
        ));
    }
    findings.push(diagnostic);
}

fn property_case(findings: &mut Findings<'_>, member: &Member, name: &str) {
    let message = format!("`{}` is declared as `{name}`", member.key);
    findings.push(
        Diagnostic::new(Code::PropertyCase, member.key_span, message)
            .fix(quoted(member.key_span, name)),
    );
}

/// Another text in the place of a JSON string.
pub(super) fn quoted(span: Span, text: &str) -> Fix {
    let text = serde_json::Value::from(text).to_string();
    Fix::replace(span, text, Applicability::Safe)
}

/// Notes a stand-in.
pub(super) fn placeholder(findings: &mut Findings<'_>, json: &Json, text: &str) {
    let message = match text.trim() {
        "" => "the empty string is a placeholder".to_owned(),
        _ => format!("`{text}` is a placeholder"),
    };
    findings.at(Code::PlaceholderValue, json.span, message);
}

/// Reports a value of another JSON kind.
pub(super) fn wrong_kind(findings: &mut Findings<'_>, expected: &str, json: &Json) {
    let message = format!("expected {expected}, found {}", json.kind_name());
    findings.at(Code::WrongJsonKind, json.span, message);
}

/// All properties of a type, findable in any case.
struct Fields<'m> {
    by_name: Vec<&'m Property>,
    exact: HashMap<&'m str, &'m Property>,
}

impl<'m> Fields<'m> {
    fn of(api: &'m Api, id: TypeId) -> Self {
        let by_name = api.all_properties(id);
        let exact = by_name.iter().map(|property| (property.name.as_str(), *property)).collect();
        Self { by_name, exact }
    }

    fn find(&self, name: &str) -> Option<&'m Property> {
        let exact = self.exact.get(name).copied();
        exact.or_else(|| {
            self.by_name.iter().copied().find(|property| property.name.eq_ignore_ascii_case(name))
        })
    }
}

/// The name that differs least, if it differs by no more than a third. Case does not count.
fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = (word.len() / 3).max(1);
    let word = word.to_lowercase();
    names
        .map(|name| (strsim::levenshtein(&word, &name.to_lowercase()), name))
        .filter(|(far, _)| *far <= limit)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_near() {
        assert_eq!(nearest("isReed", ["isRead", "body"].into_iter()), Some("isRead"));
        assert_eq!(nearest("zzz", ["isRead", "body"].into_iter()), None);
        assert_eq!(nearest("", ["isRead"].into_iter()), None);
    }
}
