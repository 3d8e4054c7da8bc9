//! The type that a spelling means.
//!
//! In: a [`Spelling`] of a page. Out: a [`TypeExpr`], and what else it tells ([`Told`]).

use super::Builder;
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::{Formatted, Primitive};
use crate::ir::{Edm, Told, TypeExpr, TypeId, TypeRef};
use crate::markdown::Text;
use crate::subject::{Row, Spelling, TypeCell};

impl Builder<'_, '_> {
    /// The type of a row: its cell, or the enumeration that its description links to.
    pub(super) fn row(&mut self, page: &str, row: &Row) -> (TypeExpr, Told) {
        let (mut ty, mut told) = match &row.ty {
            Some(cell) => self.cell(page, cell),
            None => (TypeExpr::UNTYPED, Told::default()),
        };
        // A text of some format is no constant.
        if self.dialect.enums.by_link
            && told.format.is_none()
            && let Some(id) = self.linked_enum(page, &row.doc, ty)
        {
            ty.ty = TypeRef::Named(id);
        }
        told.required = row.required;
        told.nullable = row.nullable;
        told.values.clone_from(&row.values);
        told.default.clone_from(&row.default);
        (ty, told)
    }

    fn cell(&mut self, page: &str, cell: &TypeCell) -> (TypeExpr, Told) {
        let mut told = Told::default();
        let ty = self.spelled(page, &cell.tree, &mut told);
        if ty.is_none() {
            let message = format!("`{}` names no type that these pages describe", cell.raw);
            self.diagnostics.push(
                Diagnostic::new(Code::UnknownType, cell.span, message).label("kept as any JSON"),
            );
        }
        (ty.unwrap_or(TypeExpr::UNTYPED), told)
    }

    /// The type; `None` if the words name none.
    pub(super) fn spelled(
        &self,
        page: &str,
        spelling: &Spelling,
        told: &mut Told,
    ) -> Option<TypeExpr> {
        match spelling {
            Spelling::Known(word) => {
                told.format = word.format.clone().or_else(|| format_of(word));
                Some(TypeExpr::single(TypeRef::Edm(edm(word.kind))))
            }
            Spelling::Link { text, href } => {
                let linked = self.index.link(page, href).and_then(|at| self.of_subject.get(&at));
                let linked = linked.copied().or_else(|| self.named(text))?;
                Some(TypeExpr::single(TypeRef::Named(linked)))
            }
            Spelling::Words(words) => Some(TypeExpr::single(TypeRef::Named(self.named(words)?))),
            Spelling::Array(inner) => {
                let Some(element) = self.spelled(page, inner, told) else {
                    return Some(TypeExpr::collection(TypeRef::Edm(Edm::Untyped)));
                };
                if element.collection {
                    // A collection of collections has no name of its own.
                    return Some(TypeExpr::collection(TypeRef::Edm(Edm::Untyped)));
                }
                Some(TypeExpr::collection(element.ty))
            }
            Spelling::Map(key, value) => {
                let mut ignored = Told::default();
                let key = self.spelled(page, key, &mut ignored);
                let value = self.spelled(page, value, &mut ignored);
                let text = TypeExpr::single(TypeRef::Edm(Edm::String));
                told.map = Some((key.unwrap_or(text), value.unwrap_or(TypeExpr::UNTYPED)));
                Some(TypeExpr::UNTYPED)
            }
            Spelling::OneOf(all) => {
                let mut ignored = Told::default();
                let mut known: Vec<TypeExpr> =
                    all.iter().filter_map(|one| self.spelled(page, one, &mut ignored)).collect();
                known.dedup();
                match known.as_slice() {
                    [] => None,
                    [only] => Some(*only),
                    [..] => {
                        let collection = known.iter().all(|one| one.collection);
                        told.one_of = known;
                        Some(TypeExpr { ty: TypeRef::Edm(Edm::Untyped), collection })
                    }
                }
            }
            Spelling::Partial(inner) => {
                told.partial = true;
                self.spelled(page, inner, told)
            }
            Spelling::Identifier(inner) => {
                let target = self.spelled(page, inner, &mut Told::default());
                Some(match target.map(|target| target.ty) {
                    Some(TypeRef::Named(id)) => self.identifier(id, told),
                    Some(primitive) => TypeExpr::single(primitive),
                    None => TypeExpr::single(TypeRef::Edm(Edm::String)),
                })
            }
        }
    }

    /// The type of what identifies an object.
    pub(super) fn identifier(&self, id: TypeId, told: &mut Told) -> TypeExpr {
        let mut names = self.dialect.types.keys.iter();
        let property = names.find_map(|name| self.get(id).own_property(name));
        if let Some(property) = property {
            told.format.clone_from(&property.told.format);
            return property.ty;
        }
        TypeExpr::single(TypeRef::Edm(Edm::String))
    }

    pub(super) fn named(&self, words: &str) -> Option<TypeId> {
        let mut words = words;
        loop {
            if let Some(number) = self.index.named(words, self.dialect) {
                return self.of_subject.get(&number).copied();
            }
            let noise = self.dialect.types.noise.fit(words).and_then(|found| found.get("type"));
            words = words.get(noise?)?;
        }
    }

    /// The enumeration that `doc` links to, if its values are of the type.
    fn linked_enum(&self, page: &str, doc: &Text, ty: TypeExpr) -> Option<TypeId> {
        let numeric = match ty.ty {
            TypeRef::Edm(Edm::Int32 | Edm::Int64) => true,
            TypeRef::Edm(Edm::String) => false,
            _ => return None,
        };
        doc.links().find_map(|(_, href)| {
            let id = *self.of_subject.get(&self.index.link(page, href)?)?;
            let enumeration = self.get(id).enumeration()?;
            (enumeration.numeric == numeric).then_some(id)
        })
    }
}

fn edm(kind: Primitive) -> Edm {
    match kind {
        Primitive::String => Edm::String,
        Primitive::Int32 => Edm::Int32,
        Primitive::Int64 => Edm::Int64,
        Primitive::Double => Edm::Double,
        Primitive::Decimal => Edm::Decimal,
        Primitive::Boolean => Edm::Boolean,
        Primitive::DateTime => Edm::DateTimeOffset,
        Primitive::Date => Edm::Date,
        Primitive::Uuid => Edm::Guid,
        Primitive::File => Edm::Binary,
        Primitive::Object | Primitive::Array | Primitive::Any | Primitive::Null => Edm::Untyped,
    }
}

fn format_of(word: &Formatted) -> Option<String> {
    match word.kind {
        Primitive::File => Some("binary".to_owned()),
        _ => None,
    }
}
