//! JSON of an example as the Rust expression that a user of the crate would write for it.
//!
//! In: a JSON value and the type of its place. Out: an [`Expr`]: struct literals, enum members, checked texts. What
//! the typed model cannot hold (annotations, undeclared properties, explicit nulls, values of another kind) goes
//! through `extra`, and is counted.

use super::body;
use crate::ir::{Api, Edm, TypeExpr, TypeId, TypeKind, TypeRef};
use crate::json::{Json, Kind, Member};
use crate::plan::enums;
use crate::plan::items::{Expr, ObjectExpr, RustType};
use crate::plan::lock::Locked;
use crate::plan::names::{RustIdent, own};
use crate::plan::scope::Naming;
use crate::plan::structs::{self, Part};
use crate::plan::types::Leaf;
use runtime::runtime as form;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a member is in `extra`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    /// A name with `@`.
    Annotation,
    /// A property that the type does not declare.
    Undeclared,
    /// An explicit null.
    Null,
    /// A value that does not fit the property's type.
    Misfit,
}

/// A member that is in `extra`: why, and its path in the body.
pub(super) type KeptMember = (Kept, String);

/// A field as a literal fills it.
#[derive(Debug)]
struct Field {
    api_name: String,
    name: RustIdent,
    ty: TypeExpr,
}

/// Writes values; remembers the fields of types and what went through `extra`.
pub(super) struct Values<'a> {
    /// The names of the run before.
    locked: &'a Locked,
    api: &'a Api,
    names: &'a dyn Naming,
    fields: RefCell<BTreeMap<TypeId, Rc<[Field]>>>,
    variants: RefCell<BTreeMap<TypeId, Rc<[RustIdent]>>>,
}

/// One body on its way.
struct Body {
    path: Vec<String>,
    kept: Vec<KeptMember>,
}

impl<'a> Values<'a> {
    pub(super) fn new(api: &'a Api, names: &'a dyn Naming, locked: &'a Locked) -> Self {
        Self { api, names, locked, fields: RefCell::default(), variants: RefCell::default() }
    }

    /// An object of the type `id`.
    pub(super) fn object(&self, id: TypeId, json: &Json) -> Option<(Expr, Vec<KeptMember>)> {
        let mut body = Body { path: Vec::new(), kept: Vec::new() };
        let object = self.object_of(&mut body, id, json)?;
        Some((object, body.kept))
    }

    /// An object of the struct `ty`, which has these fields.
    pub(super) fn parameters(
        &self,
        ty: RustType,
        parts: &[Part<'_>],
        json: &Json,
    ) -> Option<(Expr, Vec<KeptMember>)> {
        let Kind::Object(members) = &json.kind else { return None };
        let mut body = Body { path: Vec::new(), kept: Vec::new() };
        let fields = fields_of(self.locked, parts);
        let members = body::counting(members).collect();
        let object = self.literal(&mut body, ty, &fields, members);
        Some((Expr::Object(object), body.kept))
    }

    /// A link to a resource.
    pub(super) fn reference(&self, json: &Json) -> Option<(Expr, Vec<KeptMember>)> {
        let Kind::Object(members) = &json.kind else { return None };
        let id = Field {
            api_name: "@odata.id".to_owned(),
            name: own("odata_id"),
            ty: TypeExpr::single(TypeRef::Edm(Edm::String)),
        };
        let mut body = Body { path: Vec::new(), kept: Vec::new() };
        let ty = RustType::Name(self.names.runtime("Reference"));
        let members = body::counting(members).collect();
        let object = self.literal(&mut body, ty, &[id], members);
        Some((Expr::Object(object), body.kept))
    }

    /// JSON of any shape.
    pub(super) fn untyped(&self, json: &Json) -> Expr {
        Expr::Made("json", body::compact(json))
    }

    fn object_of(&self, body: &mut Body, declared: TypeId, json: &Json) -> Option<Expr> {
        let Kind::Object(members) = &json.kind else { return None };
        let actual = self.stated_type(declared, json).unwrap_or(declared);
        let fields = self.fields(actual);
        let to_base = actual != declared;
        // `to_base` states the type by itself.
        let implied = to_base.then(|| format!("#{}", self.api[actual].name.as_str()));
        let members: Vec<&Member> = body::counting(members)
            .filter(|member| {
                member.key != ODATA_TYPE
                    || implied.is_none()
                    || member.value.as_str() != implied.as_deref()
            })
            .collect();
        let object = self.literal(body, self.names.ty(actual), &fields, members);
        Some(Expr::Object(ObjectExpr { to_base, ..object }))
    }

    /// The type below `declared` that the object says it is of.
    fn stated_type(&self, declared: TypeId, json: &Json) -> Option<TypeId> {
        let stated = json.get(ODATA_TYPE)?.as_str()?.trim_start_matches('#');
        let id = self.api.type_named(stated).or_else(|| {
            let same = |id: &TypeId| self.api[*id].name.as_str().eq_ignore_ascii_case(stated);
            self.api.type_ids().find(same)
        })?;
        let object = matches!(Leaf::new(self.api, TypeRef::Named(id)), Leaf::Object(_));
        (object && self.api.derives_from(id, declared)).then_some(id)
    }

    fn literal(
        &self,
        body: &mut Body,
        ty: RustType,
        fields: &[Field],
        members: Vec<&Member>,
    ) -> ObjectExpr {
        let mut object =
            ObjectExpr { ty, fields: Vec::new(), extra: Vec::new(), rest: true, to_base: false };
        for member in members {
            body.path.push(member.key.clone());
            match self.member(body, fields, member) {
                Ok(field) => object.fields.push(field),
                Err(why) => {
                    body.kept.push((why, body.path.join("/")));
                    object.extra.push((member.key.clone(), body::compact(&member.value)));
                }
            }
            body.path.pop();
        }
        object.rest = object.fields.len() < fields.len() || object.extra.is_empty();
        object
    }

    fn member(
        &self,
        body: &mut Body,
        fields: &[Field],
        member: &Member,
    ) -> Result<(RustIdent, Expr), Kept> {
        let field = fields.iter().find(|field| field.api_name == member.key);
        let Some(field) = field else {
            let annotation = member.key.contains('@');
            return Err(if annotation { Kept::Annotation } else { Kept::Undeclared });
        };
        if matches!(member.value.kind, Kind::Null) {
            return Err(Kept::Null);
        }
        let kept = body.kept.len();
        match self.value(body, field.ty, &member.value) {
            Some(value) => Ok((field.name.clone(), value)),
            None => {
                // The whole value is kept, with all that is in it.
                body.kept.truncate(kept);
                Err(Kept::Misfit)
            }
        }
    }

    /// The value of a field; `None` if the field cannot hold it.
    fn value(&self, body: &mut Body, ty: TypeExpr, json: &Json) -> Option<Expr> {
        let leaf = Leaf::new(self.api, ty.ty);
        if ty.collection {
            let Kind::Array(elements) = &json.kind else { return None };
            let mut list = Vec::with_capacity(elements.len());
            for (at, element) in elements.iter().enumerate() {
                body.path.push(at.to_string());
                let value = self.single(body, leaf, element);
                body.path.pop();
                list.push(value?);
            }
            return Some(Expr::List(list));
        }
        let value = self.single(body, leaf, json)?;
        Some(if matches!(leaf, Leaf::Object(_)) { Expr::Boxed(Box::new(value)) } else { value })
    }

    fn single(&self, body: &mut Body, leaf: Leaf, json: &Json) -> Option<Expr> {
        match (leaf, &json.kind) {
            (Leaf::Object(id), _) => self.object_of(body, id, json),
            (Leaf::Own("Json"), _) => Some(self.untyped(json)),
            (Leaf::Own(_), Kind::Number(text)) => {
                text.parse::<form::Decimal>().ok().map(|_| parsed(text))
            }
            (Leaf::String, Kind::String(text)) => Some(Expr::Owned(text.clone())),
            (Leaf::Text(name), Kind::String(text)) => is_text(name, text).then(|| parsed(text)),
            (Leaf::Enum(id), Kind::String(text)) => {
                Some(self.variant(id, text).unwrap_or_else(|| Expr::Into(text.clone())))
            }
            (Leaf::Flags(id), Kind::String(text)) => Some(match self.variant(id, text) {
                Some(Expr::Path(path)) => Expr::Set(path),
                _ => parsed(text),
            }),
            (Leaf::Number(_) | Leaf::Bits(_), Kind::Number(text)) => self.numbered(leaf, text),
            (Leaf::Primitive("bool", _), Kind::Bool(value)) => Some(Expr::Bool(*value)),
            (Leaf::Primitive(name, _), Kind::Number(text)) => number(name, text).map(Expr::Number),
            _ => None,
        }
    }

    /// The value of an enum of numbers, or the set whose bits the number has.
    fn numbered(&self, leaf: Leaf, text: &str) -> Option<Expr> {
        let number = number("i64", text)?;
        let (mut path, function) = match leaf {
            Leaf::Number(id) => match self.names.ty(id) {
                RustType::Path(path) => (path, "from"),
                _ => return None,
            },
            _ => (vec![self.names.runtime("Bits")], "from_bits"),
        };
        path.push(own(function));
        Some(Expr::Numbered(path, number))
    }

    /// The member of an enumeration that `text` names.
    pub(super) fn variant(&self, id: TypeId, text: &str) -> Option<Expr> {
        let TypeKind::Enumeration(enumeration) = &self.api[id].kind else { return None };
        let at = enumeration.members.iter().position(|member| member.name == text)?;
        let names = Rc::clone(self.variants.borrow_mut().entry(id).or_insert_with(|| {
            let owner = self.api[id].name.as_str();
            enums::variant_names(self.locked, owner, enumeration).into()
        }));
        let RustType::Path(mut path) = self.names.ty(id) else { return None };
        path.push(names.get(at)?.clone());
        Some(Expr::Path(path))
    }

    fn fields(&self, id: TypeId) -> Rc<[Field]> {
        if let Some(known) = self.fields.borrow().get(&id) {
            return Rc::clone(known);
        }
        let fields: Rc<[Field]> = fields_of(self.locked, &structs::parts(self.api, id)).into();
        self.fields.borrow_mut().insert(id, Rc::clone(&fields));
        fields
    }
}

const ODATA_TYPE: &str = "@odata.type";

fn fields_of(locked: &Locked, parts: &[Part<'_>]) -> Vec<Field> {
    let names = structs::field_names(locked, parts);
    let fields = parts.iter().zip(names).map(|(part, name)| Field {
        api_name: part.name.to_owned(),
        name,
        ty: part.ty,
    });
    fields.collect()
}

/// `parse("text")`
fn parsed(text: &str) -> Expr {
    Expr::Made("parse", text.to_owned())
}

/// Whether `text` is a value of the runtime's type `name`, by the type's own grammar.
pub(super) fn is_text(name: &str, text: &str) -> bool {
    match name {
        "Guid" => text.parse::<form::Guid>().is_ok(),
        "Date" => text.parse::<form::Date>().is_ok(),
        "DateTimeOffset" => text.parse::<form::DateTimeOffset>().is_ok(),
        "TimeOfDay" => text.parse::<form::TimeOfDay>().is_ok(),
        "Duration" => text.parse::<form::Duration>().is_ok(),
        "Binary" => text.parse::<form::Binary>().is_ok(),
        "Stream" => text.parse::<form::Stream>().is_ok(),
        _ => false,
    }
}

/// The literal of the Rust type `name` for a JSON number, if it states the very number.
pub(super) fn number(name: &str, text: &str) -> Option<String> {
    match name {
        "u8" => integer::<u8>(text),
        "i8" => integer::<i8>(text),
        "i16" => integer::<i16>(text),
        "i32" => integer::<i32>(text),
        "i64" => integer::<i64>(text),
        "f32" => text.parse::<f32>().ok().map(|value| format!("{value:?}")),
        "f64" => text.parse::<f64>().ok().map(|value| format!("{value:?}")),
        _ => None,
    }
    .filter(|literal| form::json_equal(text.as_bytes(), literal.as_bytes()).is_ok())
}

fn integer<T: TryFrom<i128> + ToString>(text: &str) -> Option<String> {
    let value = text.parse::<i128>().ok().or_else(|| {
        let float: f64 = text.parse().ok()?;
        (float.fract() == 0.0 && float.abs() < 1e18).then_some(float as i128)
    })?;
    T::try_from(value).ok().map(|value| value.to_string())
}

/// The argument of a path, query or header that `text` is, for a parameter of type `leaf`; `None` if it is not one.
pub(super) fn argument(values: &Values<'_>, leaf: Option<Leaf>, text: &str) -> Option<Expr> {
    let reference = |expr| Expr::Ref(Box::new(expr));
    match leaf {
        None => Some(Expr::Str(text.to_owned())),
        Some(Leaf::Primitive("bool", _)) => match text {
            "true" => Some(Expr::Bool(true)),
            "false" => Some(Expr::Bool(false)),
            _ => None,
        },
        Some(Leaf::Primitive(name, _)) => number(name, text).map(Expr::Number),
        Some(Leaf::Enum(id)) => {
            let known = values.variant(id, text);
            Some(reference(known.unwrap_or_else(|| Expr::Made("parse", text.to_owned()))))
        }
        Some(Leaf::Text(name)) => is_text(name, text).then(|| reference(parsed(text))),
        Some(_) => None,
    }
}

/// An argument of the right type whose value does not matter.
pub(super) fn any_argument(leaf: Option<Leaf>) -> Expr {
    let reference = |text: &str| Expr::Ref(Box::new(parsed(text)));
    match leaf {
        Some(Leaf::Primitive("bool", _)) => Expr::Bool(false),
        Some(Leaf::Primitive("f32" | "f64", _)) => Expr::Number("0.0".to_owned()),
        Some(Leaf::Primitive(..)) => Expr::Number("0".to_owned()),
        Some(Leaf::Text("Guid")) => reference("00000000-0000-0000-0000-000000000000"),
        Some(Leaf::Text("Date")) => reference("2000-01-01"),
        Some(Leaf::Text("DateTimeOffset")) => reference("2000-01-01T00:00:00Z"),
        Some(Leaf::Text("TimeOfDay")) => reference("00:00:00"),
        Some(Leaf::Text("Duration")) => reference("PT0S"),
        Some(Leaf::Enum(_)) => reference("any"),
        _ => Expr::Str("any".to_owned()),
    }
}

/// An object of the right type that holds nothing.
pub(super) fn any_object() -> Expr {
    Expr::Ref(Box::new(Expr::Call(vec![own("Default"), own("default")])))
}
