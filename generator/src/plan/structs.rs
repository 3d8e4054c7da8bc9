//! Structs: fields, their order and types, ancestors, docs.
//!
//! In: a structure of the model. Out: its [`Struct`] and the file that it fills.

use super::alike::{self, Named};
use super::docs::{self, Docs};
use super::items::{Field, Item, RustType, Source, Struct, StructRuntime};
use super::layout::{self, Layout};
use super::lock::Locked;
use super::markup::{self, markup};
use super::names::{self, RustIdent};
use super::scope::{Scope, Symbol};
use super::type_links::TypeLinks;
use super::types::Leaf;
use super::written::Comment;
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, DocText, Inline, LinkTarget, Property, Structure, Type, TypeExpr, TypeId};
use crate::source::DocSet;
use crate::span::Span;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A property or parameter on its way to a field.
pub(super) struct Part<'a> {
    /// The type or request that has it.
    pub owner: Cow<'a, str>,
    pub name: &'a str,
    pub ty: TypeExpr,
    pub doc: &'a DocText,
    pub deprecated: bool,
    pub origin: Span,
}

impl<'a> Part<'a> {
    fn new(owner: &'a Type, property: &'a Property) -> Self {
        let Property { name, ty, navigation: _, doc, deprecated, origin, told: _ } = property;
        let owner = Cow::Borrowed(owner.name.as_str());
        Self { owner, name, ty: *ty, doc, deprecated: *deprecated, origin: *origin }
    }
}

/// The file of structure `id`.
pub(super) fn source(
    api: &Api,
    layout: &Layout,
    (docs_set, links): (&DocSet, &TypeLinks),
    (id, structure): (TypeId, &Structure),
    diagnostics: &mut Diagnostics,
) -> Source {
    let ty = &api[id];
    let parts = parts(api, id);
    let ancestors: Vec<TypeId> =
        api.lineage(id).skip(1).take(api.types.len()).filter(|&base| base != id).collect();
    let mut symbols = symbols(api, &parts);
    symbols.extend(ancestors.iter().map(|&base| Symbol::Type(base)));
    if !ancestors.is_empty() {
        symbols.insert(Symbol::Runtime("Extends"));
    }
    let scope = Scope::new(layout, &[id], &[], &symbols);
    let module = layout.module(id);
    let strukt = Struct {
        name: layout.name(id).clone(),
        docs: type_docs(api, layout, (docs_set, links), id, structure),
        api_name: ty.name.as_str().to_owned(),
        base: structure.base.map(|base| api[base].name.as_str().to_owned()),
        fields: fields(api, layout, module, &scope, &parts, diagnostics),
        order: order(&parts),
        ancestors: ancestors.iter().map(|&base| scope.name(Symbol::Type(base))).collect(),
        runtime: runtime(&scope, &parts, !ancestors.is_empty()),
    };
    Source {
        path: format!("{}/{}.rs", layout::folder(module), layout.file(id).as_str()),
        module: layout::path_text(&module[1..]),
        pages: pages(docs_set, ty),
        docs: Docs::new(),
        uses: scope.into_uses(),
        items: vec![Item::Struct(strukt)],
    }
}

/// All properties, furthest base first; of two with one name the base's. A name that JSON would have to escape
/// cannot be in the runtime's tables; such a property is found in `extra`.
pub(super) fn parts(api: &Api, id: TypeId) -> Vec<Part<'_>> {
    let mut seen = BTreeSet::new();
    api.all_properties(id)
        .into_iter()
        .filter(|property| is_plain(&property.name) && seen.insert(&property.name))
        .map(|property| Part::new(&api[id], property))
        .collect()
}

/// Whether a name is written in JSON as it is.
pub(super) fn is_plain(name: &str) -> bool {
    !name.contains(|c: char| c == '"' || c == '\\' || c.is_control())
}

/// What a struct of these fields needs in scope.
pub(super) fn symbols(api: &Api, parts: &[Part<'_>]) -> BTreeSet<Symbol> {
    let mut symbols: BTreeSet<Symbol> =
        STRUCT_RUNTIME.iter().map(|&name| Symbol::Runtime(name)).collect();
    symbols.extend(parts.iter().flat_map(|part| Leaf::new(api, part.ty.ty).symbols()));
    symbols.extend(is_wide(parts).then_some(Symbol::Runtime("SetFields")));
    symbols
}

/// From this many fields on, a type says at once which of them are set: most values set few.
const WIDE: usize = 40;

fn is_wide(parts: &[Part<'_>]) -> bool {
    parts.len() >= WIDE
}

const STRUCT_RUNTIME: [&str; 6] = ["Extra", "Meta", "Object", "SlotMut", "SlotRef", "object_impls"];

/// The local names of the runtime's items.
pub(super) fn runtime(scope: &Scope<'_>, parts: &[Part<'_>], derived: bool) -> StructRuntime {
    StructRuntime {
        extra: scope.name(Symbol::Runtime("Extra")),
        extends: derived.then(|| scope.name(Symbol::Runtime("Extends"))),
        meta: scope.name(Symbol::Runtime("Meta")),
        object: scope.name(Symbol::Runtime("Object")),
        slot_mut: scope.name(Symbol::Runtime("SlotMut")),
        slot_ref: scope.name(Symbol::Runtime("SlotRef")),
        set_fields: is_wide(parts).then(|| scope.name(Symbol::Runtime("SetFields"))),
    }
}

/// Indices of the fields, sorted by their names in JSON.
pub(super) fn order(parts: &[Part<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&at| parts[at].name.as_bytes());
    order
}

/// The fields, in order.
pub(super) fn fields(
    api: &Api,
    layout: &Layout,
    module: &[RustIdent],
    scope: &Scope<'_>,
    parts: &[Part<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<Field> {
    let names = named_fields(layout.locked(), parts, diagnostics);
    let named = parts.iter().zip(names);
    named.map(|(part, name)| field(api, layout, module, scope, part, name)).collect()
}

/// What the fields are called.
pub(super) fn field_names(locked: &Locked, parts: &[Part<'_>]) -> Vec<RustIdent> {
    named_fields(locked, parts, &mut Diagnostics::new())
}

fn named_fields(
    locked: &Locked,
    parts: &[Part<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<RustIdent> {
    let named: Vec<Named<'_>> = parts
        .iter()
        .map(|part| {
            let name = names::field_name(part.name);
            let held = locked.held((&part.owner, part.name), part.name, &name);
            Named { spelling: part.name, origin: part.origin, name, held }
        })
        .collect();
    alike::names("property", named, diagnostics)
}

fn field(
    api: &Api,
    layout: &Layout,
    module: &[RustIdent],
    scope: &Scope<'_>,
    part: &Part<'_>,
    name: RustIdent,
) -> Field {
    let leaf = Leaf::new(api, part.ty.ty);
    let mut docs = Docs::new();
    docs.text(part.doc, &layout.links(module));
    if docs.is_empty() {
        docs.paragraph(markup!("The property ", markup::code(part.name), "."));
    }
    let deprecated = part.deprecated.then(|| markup!("the pages call this property deprecated"));
    let ty: RustType = leaf.field(part.ty.collection, scope);
    Field {
        name,
        api_name: part.name.to_owned(),
        docs,
        ty,
        slot: leaf.slot(part.ty.collection),
        deprecated,
    }
}

/// Whether the page's introduction says `Inherits from [base]`, in these or similar words.
fn states_base(doc: &DocText, base: TypeId) -> bool {
    let says = |pair: &[Inline]| match pair {
        [Inline::Text(words), Inline::Link { target: LinkTarget::Type(to), .. }] => {
            *to == base && (words.contains("nherit") || words.contains("eriv"))
        }
        _ => false,
    };
    doc.paragraphs.iter().any(|paragraph| paragraph.inlines.windows(2).any(says))
}

fn type_docs(
    api: &Api,
    layout: &Layout,
    (docs_set, requests): (&DocSet, &TypeLinks),
    id: TypeId,
    structure: &Structure,
) -> Docs {
    let ty = &api[id];
    let links = layout.links(layout.module(id));
    let mut docs = start(api, layout, id, if structure.entity { "entity" } else { "complex type" });
    deprecation(&mut docs, ty.deprecated.as_ref(), &links);
    if let Some(base) = structure.base {
        // The page's own sentence may say it already.
        if !states_base(&ty.doc, base) {
            let path = super::docs::Links::type_path(&links, base);
            docs.paragraph(markup!("Derives from [`", layout.name(base), "`](", path, ")."));
        }
        if structure.is_abstract {
            docs.paragraph("Abstract: the service sends a derived type.");
        }
    } else if structure.is_abstract {
        docs.paragraph("Abstract: the service sends a derived type.");
    }
    if structure.open {
        docs.paragraph("Open: accepts properties that are not declared; they are in `extra`.");
    }
    page_line(&mut docs, docs_set, layout, ty);
    requests.add(&mut docs, id);
    docs
}

/// The description, or a sentence that names the type.
pub(super) fn start(api: &Api, layout: &Layout, id: TypeId, kind: &'static str) -> Docs {
    let ty = &api[id];
    let mut docs = Docs::new();
    docs.text(&ty.doc, &layout.links(layout.module(id)));
    if docs.is_empty() {
        docs.paragraph(markup!("The ", kind, " ", markup::code(ty.name.as_str()), "."));
    }
    docs
}

/// A paragraph that says so, if it is deprecated.
pub(super) fn deprecation(docs: &mut Docs, text: Option<&DocText>, links: &dyn super::docs::Links) {
    if let Some(text) = text {
        docs.text_after("**Deprecated.**", text, links);
    }
}

/// Says where the type is documented.
pub(super) fn page_line(docs: &mut Docs, docs_set: &DocSet, layout: &Layout, ty: &Type) {
    let pages = page_paths(docs_set, ty);
    let word = match ty.origin.is_synthetic() {
        true => "Undocumented; inferred from",
        false => docs::page_word(pages.len()),
    };
    docs.pages(word, pages.into_iter(), layout.docs_url());
}

/// The pages that a type comes from, for its banner.
pub(super) fn pages(docs_set: &DocSet, ty: &Type) -> Vec<Comment> {
    page_paths(docs_set, ty).into_iter().map(Comment::new).collect()
}

fn page_paths<'a>(docs_set: &'a DocSet, ty: &Type) -> Vec<&'a str> {
    let mut pages: Vec<&str> = std::iter::once(&ty.origin.span())
        .chain(&ty.other_pages)
        .map(|span| docs_set.file(span.file).path.as_str())
        .collect();
    pages.dedup();
    pages
}
