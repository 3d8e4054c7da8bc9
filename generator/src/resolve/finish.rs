//! From drafts to the model: types sorted by name, every id renumbered.

use super::types::doc;
use super::types::draft::{Draft, Types};
use crate::ir::{
    Body, Claim, DocText, Example, Exchange, Inline, LinkTarget, Operation, PayloadType, Response,
    Type, TypeClaim, TypeEvidence, TypeExpr, TypeId, TypeKind, TypeRef,
};
use rayon::prelude::*;

/// Sorts the types and renumbers everything that names one.
pub(super) fn finish(
    types: &Types<'_>,
    operations: &mut [Operation],
    examples: &mut [Example],
    exchanges: &mut [Exchange],
) -> (Vec<Type>, Vec<TypeEvidence>) {
    let mut order: Vec<TypeId> = types.ids().collect();
    order.sort_by(|a, b| types.get(*a).name.cmp(&types.get(*b).name));
    let mut new_ids = vec![TypeId(0); order.len()];
    for (index, old) in order.iter().enumerate() {
        new_ids[old.0 as usize] = TypeId(index as u32);
    }
    let renumber = Renumber(new_ids);
    operations.par_iter_mut().for_each(|operation| renumber.operation(operation));
    for example in examples.iter_mut() {
        if let Some(payload) = &mut example.payload
            && let PayloadType::Ref(ty) = &mut payload.ty
        {
            renumber.reference(ty);
        }
    }
    for exchange in exchanges.iter_mut() {
        if let Some((_, Some(ty))) = &mut exchange.annotation {
            renumber.reference(ty);
        }
    }
    let drafts = order.par_iter().map(|&old| types.get(old));
    drafts.map(|draft| (renumber.draft(types, draft), renumber.evidence(draft))).unzip()
}

struct Renumber(Vec<TypeId>);

impl Renumber {
    fn id(&self, id: &mut TypeId) {
        *id = self.0[id.0 as usize];
    }

    fn reference(&self, ty: &mut TypeRef) {
        if let TypeRef::Named(id) = ty {
            self.id(id);
        }
    }

    fn expr(&self, expr: &mut TypeExpr) {
        self.reference(&mut expr.ty);
    }

    fn doc(&self, doc: &mut DocText) {
        for inline in doc.paragraphs.iter_mut().flatten() {
            if let Inline::Link { target: LinkTarget::Type(id), .. } = inline {
                self.id(id);
            }
        }
    }

    fn operation(&self, operation: &mut Operation) {
        self.doc(&mut operation.doc);
        operation.deprecated.iter_mut().for_each(|doc| self.doc(doc));
        for parameter in &mut operation.parameters {
            self.expr(&mut parameter.ty);
            self.doc(&mut parameter.doc);
        }
        if let Body::Type(id) = &mut operation.request {
            self.id(id);
        }
        if let Response::Value(expr)
        | Response::Optional(expr)
        | Response::Redirect(Some(expr))
        | Response::Accepted(Some(expr)) = &mut operation.response
        {
            self.expr(expr);
        }
    }

    fn evidence(&self, draft: &Draft<'_>) -> TypeEvidence {
        let base = |claim: &Claim<TypeId>| {
            let mut claim = *claim;
            self.id(&mut claim.says);
            claim
        };
        let property = |claim: &Claim<TypeClaim>| {
            let mut claim = *claim;
            match &mut claim.says {
                TypeClaim::Whole(expr) => self.expr(expr),
                TypeClaim::Element(ty) => self.reference(ty),
                TypeClaim::Collection(_) => {}
            }
            claim
        };
        TypeEvidence {
            base: draft.bases.iter().map(base).collect(),
            properties: draft
                .all_claims()
                .iter()
                .map(|claims| claims.iter().map(property).collect())
                .collect(),
            members: draft.member_claims.clone(),
        }
    }

    fn draft(&self, types: &Types<'_>, draft: &Draft<'_>) -> Type {
        let described = draft.pages.first();
        let (mut doc, mut deprecated) = match described {
            Some((page, _)) if page.kind != crate::page::PageKind::Operation => {
                // A heading on a page about something else says nothing about the enumeration itself.
                let about_this = draft.enumeration().is_none()
                    || page.kind == crate::page::PageKind::Enumeration;
                let summary = if about_this {
                    doc::passages(types, page, &page.summary)
                } else {
                    DocText::default()
                };
                let deprecated = page.deprecated.as_ref().filter(|_| about_this);
                (summary, deprecated.map(|text| doc::text(types, page, text)))
            }
            _ => (DocText::default(), None),
        };
        self.doc(&mut doc);
        deprecated.iter_mut().for_each(|doc| self.doc(doc));
        let mut kind = draft.kind.clone();
        match &mut kind {
            TypeKind::Structure(structure) => {
                structure.base.iter_mut().for_each(|base| self.id(base));
                for property in &mut structure.properties {
                    self.expr(&mut property.ty);
                    self.doc(&mut property.doc);
                }
            }
            TypeKind::Enumeration(enumeration) => {
                enumeration.members.iter_mut().for_each(|member| self.doc(&mut member.doc));
            }
        }
        Type {
            name: draft.name.clone(),
            origin: draft.origin,
            other_pages: draft.pages.iter().skip(1).map(|(_, span)| *span).collect(),
            doc,
            deprecated,
            methods: draft.pages.iter().flat_map(|(page, _)| doc::methods(page)).collect(),
            kind,
        }
    }
}
