//! Enums: variants, their names, docs.
//!
//! In: an enumeration of the model. Out: its [`Enum`] and the file that it fills.

use super::alike::{self, Named};
use super::docs::Docs;
use super::items::{Enum, EnumRuntime, Item, Source, Variant};
use super::layout::{self, Layout};
use super::lock::Locked;
use super::markup;
use super::names::{self, RustIdent};
use super::scope::{Scope, Symbol};
use super::structs::{deprecation, page_line, pages, start};
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Enumeration, TypeId};
use crate::source::DocSet;
use std::collections::BTreeSet;

/// The file of enumeration `id`.
pub(super) fn source(
    api: &Api,
    layout: &Layout,
    docs_set: &DocSet,
    (id, enumeration): (TypeId, &Enumeration),
    diagnostics: &mut Diagnostics,
) -> Source {
    let ty = &api[id];
    let module = layout.module(id);
    let needs: &[&'static str] = match enumeration.numeric {
        true => &["NumberEnum", "number_enum_impls"],
        false => &["Enumeration", "UnknownValue", "enum_impls"],
    };
    let symbols: BTreeSet<Symbol> = needs.iter().copied().map(Symbol::Runtime).collect();
    let scope = Scope::new(layout, &[id], &[], &symbols);
    let links = layout.links(module);
    let mut docs = start(api, layout, id, "enumeration");
    deprecation(&mut docs, ty.deprecated.as_ref(), &links);
    if enumeration.flags {
        docs.paragraph(if enumeration.numeric {
            "Several members can be set at once: properties hold `Bits` of this type."
        } else {
            "Several members can be set at once: properties hold `Flags` of this type."
        });
    }
    if enumeration.members.is_empty() {
        docs.paragraph("No page lists the members; every value is kept as received.");
    }
    page_line(&mut docs, docs_set, layout, ty);
    let enum_ = Enum {
        name: layout.name(id).clone(),
        docs,
        api_name: ty.name.as_str().to_owned(),
        variants: variants(layout, (ty.name.as_str(), module), enumeration, diagnostics),
        has_values: enumeration.members.iter().any(|member| member.value.is_some()),
        runtime: match enumeration.numeric {
            true => EnumRuntime::Numbers { enumeration: scope.name(Symbol::Runtime("NumberEnum")) },
            false => EnumRuntime::Texts {
                enumeration: scope.name(Symbol::Runtime("Enumeration")),
                unknown_value: scope.name(Symbol::Runtime("UnknownValue")),
            },
        },
    };
    Source {
        path: format!("{}/{}.rs", layout::folder(module), layout.file(id).as_str()),
        module: layout::path_text(&module[1..]),
        pages: pages(docs_set, ty),
        docs: Docs::new(),
        uses: scope.into_uses(),
        items: vec![Item::Enum(enum_)],
    }
}

fn variants(
    layout: &Layout,
    (owner, module): (&str, &[RustIdent]),
    enumeration: &Enumeration,
    diagnostics: &mut Diagnostics,
) -> Vec<Variant> {
    let names = named_variants(layout.locked(), owner, enumeration, diagnostics);
    let mut variants = Vec::with_capacity(names.len());
    for (member, name) in enumeration.members.iter().zip(names) {
        let mut docs = Docs::new();
        docs.text(&member.doc, &layout.links(module));
        if docs.is_empty() {
            docs.paragraph(markup::code(&member.name));
        }
        variants.push(Variant { name, api_name: member.name.clone(), docs, value: member.value });
    }
    variants
}

/// What the variants are called.
pub(super) fn variant_names(
    locked: &Locked,
    owner: &str,
    enumeration: &Enumeration,
) -> Vec<RustIdent> {
    named_variants(locked, owner, enumeration, &mut Diagnostics::new())
}

fn named_variants(
    locked: &Locked,
    owner: &str,
    enumeration: &Enumeration,
    diagnostics: &mut Diagnostics,
) -> Vec<RustIdent> {
    let members = enumeration.members.iter();
    let named = members.map(|member| {
        let name = names::variant_name(&member.name);
        let held = locked.held((owner, &member.name), &member.name, &name);
        Named { spelling: &member.name, origin: member.origin, name, held }
    });
    alike::names("member", named.collect(), diagnostics)
}
