//! The smaller model.
//!
//! In: a version and what is reached of it. Out: a version of its own in which every id is new and valid.
//! What leads to a type that was left out becomes any JSON; links to it become links to its page.

use super::Part;
use super::closure::{Reached, Shape};
use crate::ir::{
    Api, Body, DocText, Edm, Enumeration, Example, Exchange, Header, Inline, LinkTarget, Operation,
    OperationId, Paragraph, Parameter, Payload, PayloadType, Property, Response, Structure, Told,
    Type, TypeExpr, TypeId, TypeKind, TypeRef,
};
use crate::source::DocSet;
use std::collections::BTreeSet;

/// What came of one version.
pub(super) struct Cut {
    pub api: Api,
    /// The types that properties of the slice lead to and that were left out, once for each such property.
    pub left_out: Vec<TypeId>,
}

pub(super) fn cut(part: &Part<'_>, docs: &DocSet) -> Cut {
    let api = part.api;
    let rewriter = Rewriter {
        api,
        docs,
        excluded: &part.picks.excluded,
        reached: &part.reached,
        types: renumber(api.type_ids().map(|id| part.reached.has(id))),
        operations: renumber(api.operation_ids().map(|id| part.picks.has_operation(id))),
    };
    let kept_types: Vec<TypeId> = api.type_ids().filter(|&id| rewriter.ty(id).is_some()).collect();
    let operations = api.operation_ids().filter(|&id| rewriter.operation_id(id).is_some());
    let (examples, example_ids) = rewriter.examples();
    let cut = Api {
        version: api.version.clone(),
        base_url: api.base_url.clone(),
        docs_url: api.docs_url.clone(),
        namespace: api.namespace.clone(),
        plain: api.plain,
        types: kept_types.iter().map(|&id| rewriter.type_of(id)).collect(),
        operations: operations.map(|id| rewriter.operation(&api[id])).collect(),
        examples,
        exchanges: rewriter.exchanges(&example_ids),
        evidence: Vec::new(),
    };
    let left_out =
        kept_types.iter().flat_map(|&id| Shape::of(api, id, rewriter.excluded).properties);
    let left_out = left_out.filter_map(|property| rewriter.left_out(property.ty)).collect();
    Cut { api: cut, left_out }
}

/// New numbers for the things that are kept.
fn renumber(kept: impl Iterator<Item = bool>) -> Vec<Option<u32>> {
    let mut next = 0;
    kept.map(|kept| {
        kept.then(|| {
            next += 1;
            next - 1
        })
    })
    .collect()
}

struct Rewriter<'a> {
    api: &'a Api,
    docs: &'a DocSet,
    excluded: &'a [bool],
    reached: &'a Reached<'a>,
    types: Vec<Option<u32>>,
    operations: Vec<Option<u32>>,
}

impl Rewriter<'_> {
    fn ty(&self, id: TypeId) -> Option<TypeId> {
        self.types[id.0 as usize].map(TypeId)
    }

    fn operation_id(&self, id: OperationId) -> Option<OperationId> {
        self.operations[id.0 as usize].map(OperationId)
    }

    fn reference(&self, ty: TypeRef) -> Option<TypeRef> {
        match ty {
            TypeRef::Edm(_) => Some(ty),
            TypeRef::Named(id) => self.ty(id).map(TypeRef::Named),
        }
    }

    fn expr(&self, expr: TypeExpr) -> TypeExpr {
        TypeExpr { ty: self.reference(expr.ty).unwrap_or(TypeRef::Edm(Edm::Untyped)), ..expr }
    }

    /// The type of `expr`, if it was left out.
    fn left_out(&self, expr: TypeExpr) -> Option<TypeId> {
        match expr.ty {
            TypeRef::Named(id) if !self.reached.has(id) => Some(id),
            _ => None,
        }
    }

    fn type_of(&self, id: TypeId) -> Type {
        let Type { name, origin, other_pages, doc, deprecated, methods, kind } = &self.api[id];
        let kind = match kind {
            TypeKind::Structure(structure) => TypeKind::Structure(self.structure(id, structure)),
            TypeKind::Enumeration(enumeration) => {
                TypeKind::Enumeration(self.enumeration(enumeration))
            }
        };
        Type {
            name: name.clone(),
            origin: *origin,
            other_pages: other_pages.clone(),
            doc: self.doc(doc),
            deprecated: deprecated.as_ref().map(|doc| self.doc(doc)),
            methods: methods.clone(),
            kind,
        }
    }

    fn structure(&self, id: TypeId, structure: &Structure) -> Structure {
        let shape = Shape::of(self.api, id, self.excluded);
        Structure {
            base: shape.base.and_then(|base| self.ty(base)),
            properties: shape
                .properties
                .into_iter()
                .map(|property| self.property(property))
                .collect(),
            key: structure.key.clone(),
            ..*structure
        }
    }

    fn property(&self, property: &Property) -> Property {
        let mut doc = self.doc(&property.doc);
        if let Some(target) = self.left_out(property.ty) {
            doc.paragraphs.push(self.note(target).into());
        }
        Property {
            name: property.name.clone(),
            ty: self.expr(property.ty),
            // What is any JSON leads nowhere.
            navigation: property.navigation && self.left_out(property.ty).is_none(),
            doc,
            deprecated: property.deprecated,
            origin: property.origin,
            told: self.told(&property.told),
        }
    }

    fn told(&self, told: &Told) -> Told {
        Told {
            map: told.map.map(|(key, value)| (self.expr(key), self.expr(value))),
            one_of: told.one_of.iter().map(|&one| self.expr(one)).collect(),
            ..told.clone()
        }
    }

    /// Why a property has no type.
    fn note(&self, target: TypeId) -> Vec<Inline> {
        let text = |text: &str| Inline::Text(text.to_owned());
        let name = self.api[target].name.as_str().to_owned();
        let name = self.link(&name, true, target);
        vec![text("Untyped: "), name, text(" is not part of this crate.")]
    }

    fn enumeration(&self, enumeration: &Enumeration) -> Enumeration {
        let mut enumeration = enumeration.clone();
        for member in &mut enumeration.members {
            member.doc = self.doc(&member.doc);
        }
        enumeration
    }

    fn operation(&self, operation: &Operation) -> Operation {
        let request = match operation.request {
            Body::Type(id) => self.ty(id).map_or(Body::Json, Body::Type),
            other => other,
        };
        let response = match operation.response {
            Response::Value(expr) => Response::Value(self.expr(expr)),
            Response::Optional(expr) => Response::Optional(self.expr(expr)),
            Response::Redirect(expr) => Response::Redirect(expr.map(|expr| self.expr(expr))),
            Response::Accepted(expr) => Response::Accepted(expr.map(|expr| self.expr(expr))),
            other => other,
        };
        let parameters = operation.parameters.iter().map(|parameter| Parameter {
            ty: self.expr(parameter.ty),
            doc: self.doc(&parameter.doc),
            told: self.told(&parameter.told),
            ..parameter.clone()
        });
        let headers = operation
            .headers
            .iter()
            .map(|header| Header { doc: self.doc(&header.doc), ..header.clone() });
        Operation {
            doc: self.doc(&operation.doc),
            deprecated: operation.deprecated.as_ref().map(|doc| self.doc(doc)),
            parameters: parameters.collect(),
            headers: headers.collect(),
            request,
            response,
            ..operation.clone()
        }
    }

    fn doc(&self, doc: &DocText) -> DocText {
        let inline = |inline: &Inline| match inline {
            Inline::Link { text, code, target: LinkTarget::Type(id) } => {
                self.link(text, *code, *id)
            }
            other => other.clone(),
        };
        let paragraphs = doc.paragraphs.iter().map(|paragraph| Paragraph {
            item: paragraph.item,
            inlines: paragraph.into_iter().map(inline).collect(),
        });
        DocText { paragraphs: paragraphs.collect() }
    }

    /// A link to a type, or to its page, or only its words.
    fn link(&self, text: &str, code: bool, id: TypeId) -> Inline {
        let text = text.to_owned();
        if let Some(id) = self.ty(id) {
            return Inline::Link { text, code, target: LinkTarget::Type(id) };
        }
        let origin = self.api[id].origin;
        if !origin.is_synthetic() {
            let page = self.docs.file(origin.span().file).path.clone();
            return Inline::Link { text, code, target: LinkTarget::Page(page) };
        }
        if code { Inline::Code(text) } else { Inline::Text(text) }
    }

    /// The examples of what is kept, and for each example of before its new index.
    fn examples(&self) -> (Vec<Example>, Vec<Option<u32>>) {
        let pages: BTreeSet<&str> = self
            .api
            .operation_ids()
            .filter(|&id| self.operation_id(id).is_some())
            .flat_map(|id| self.api[id].pages.iter().map(|page| &*page.page))
            .collect();
        let shows_type = |example: &Example| {
            example.payload.and_then(Payload::type_id).is_some_and(|id| self.ty(id).is_some())
        };
        let is_kept = |example: &Example| match example.operation {
            Some(id) => self.operation_id(id).is_some(),
            None => shows_type(example) || pages.contains(&*example.page),
        };
        let ids = renumber(self.api.examples.iter().map(is_kept));
        let kept = self.api.examples.iter().zip(&ids).filter(|(_, id)| id.is_some());
        let examples = kept.map(|(example, _)| Example {
            operation: example.operation.and_then(|id| self.operation_id(id)),
            payload: example.payload.and_then(|payload| self.payload(payload)),
            ..example.clone()
        });
        (examples.collect(), ids)
    }

    /// What the slice knows of a payload: a derived type that was left out is decoded as its base.
    fn payload(&self, payload: Payload) -> Option<Payload> {
        let ty = match payload.ty {
            PayloadType::Ref(TypeRef::Named(id)) => {
                let nearest = self.api.lineage(id).find_map(|id| self.ty(id))?;
                PayloadType::Ref(TypeRef::Named(nearest))
            }
            PayloadType::Parameters(id) => PayloadType::Parameters(self.operation_id(id)?),
            other => other,
        };
        Some(Payload { ty, ..payload })
    }

    fn exchanges(&self, examples: &[Option<u32>]) -> Vec<Exchange> {
        let rewritten = self.api.exchanges.iter().filter_map(|exchange| {
            let operation = exchange.operation.and_then(|id| self.operation_id(id));
            let example = exchange.example.and_then(|at| examples.get(at).copied().flatten());
            let is_kept =
                operation.is_some() || (exchange.operation.is_none() && example.is_some());
            is_kept.then(|| Exchange {
                operation,
                example: example.map(|at| at as usize),
                annotation: exchange
                    .annotation
                    .as_ref()
                    .map(|(text, ty)| (text.clone(), ty.and_then(|ty| self.reference(ty)))),
                ..exchange.clone()
            })
        });
        rewritten.collect()
    }
}
