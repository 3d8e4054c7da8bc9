//! Pass 1: every type that some page describes.
//!
//! In: the pages of a version. Out: [`Types`] with their pages, kinds where stated, and the rows and
//! member tables that speak of them. Nothing is resolved yet.

use super::draft::{self, DEFAULT_NAMESPACE, Draft, RowClaim, Types, odata_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Edm, Origin, QualifiedName, TypeId, TypeKind};
use crate::page::{MemberTable, Page, PageKind, ResourceBlock};
use crate::resolve::facts::primitive::primitive;
use crate::resolve::facts::spelling::Spellings;
use crate::span::Spanned;

/// The namespace that a page states, else the default one.
pub(in crate::resolve) fn namespace_of(page: &Page) -> &str {
    let stated =
        page.namespace.as_ref().map(|namespace| namespace.value.trim().trim_end_matches('.'));
    stated.filter(|namespace| !namespace.is_empty()).unwrap_or(DEFAULT_NAMESPACE)
}

/// Declares all described types.
pub(in crate::resolve) fn declare<'a>(
    pages: &[&'a Page],
    spellings: &Spellings,
    diagnostics: &mut Diagnostics,
) -> Types<'a> {
    let mut types = Types::default();
    for page in pages {
        declare_structures(page, spellings, &mut types, diagnostics);
    }
    for page in pages {
        declare_enumerations(page, spellings, &mut types);
    }
    types
}

/// Qualifies a name as spelled on `page`: its true case, in the namespace it states or the page's.
pub(in crate::resolve) fn qualify(name: &str, page: &Page, spellings: &Spellings) -> QualifiedName {
    let (name, _) = odata_type(name);
    match name.rsplit_once('.') {
        Some((namespace, simple)) => {
            QualifiedName::new(spellings.namespace(namespace), &spellings.settle(simple))
        }
        None => QualifiedName::new(spellings.namespace_of(page), &spellings.settle(name)),
    }
}

fn declare_structures<'a>(
    page: &'a Page,
    spellings: &Spellings,
    types: &mut Types<'a>,
    diagnostics: &mut Diagnostics,
) {
    let mut main = None;
    for block in &page.resources {
        let Some(name) = block.annotation.str("@odata.type") else { continue };
        if name.value.trim().is_empty() {
            continue;
        }
        let id = structure_at(page, &name, spellings, types);
        if main.is_none() {
            main = Some(id);
            annotate(types.get_mut(id), block);
        }
    }
    if main.is_none() && page.kind == PageKind::Resource {
        main = title_name(page).map(|name| structure_at(page, &name, spellings, types));
        // Other pages call it as its title does.
        let titled = page.title.as_ref().and_then(|title| title.value.split_whitespace().next());
        if let (Some(id), Some(titled)) = (main, titled) {
            types.alias(titled, id);
        }
    }
    let Some(id) = main else { return };
    if types.get(id).enumeration().is_some() {
        return;
    }
    let others = types.get(id).pages.len();
    if others > 1 && page.has_property_table {
        let first = types.get(id).pages[0].1;
        let here = types.get(id).pages[others - 1].1;
        diagnostics.push(
            Diagnostic::new(
                Code::MergedType,
                here,
                format!("`{}` is described on several pages", types.get(id).name),
            )
            .also(first, "also described here"),
        );
    }
    let rows = page.properties.iter().map(|row| RowClaim { page, row, relationship: false });
    let relationships =
        page.relationships.iter().map(|row| RowClaim { page, row, relationship: true });
    let draft = types.get_mut(id);
    draft.rows.extend(rows.chain(relationships));
    draft.kind_known |= page.has_property_table;
    if let Some(structure) = draft.structure_mut() {
        structure.is_abstract |= page.says_abstract.is_some();
        structure.open |= page.says_open.is_some();
    }
}

fn structure_at<'a>(
    page: &'a Page,
    name: &Spanned<String>,
    spellings: &Spellings,
    types: &mut Types<'a>,
) -> TypeId {
    let qualified = qualify(&name.value, page, spellings);
    let id = types.declare(qualified, Origin::Described(name.span), draft::structure());
    types.describe(id, page, name.span);
    id
}

fn annotate(draft: &mut Draft<'_>, block: &ResourceBlock) {
    let annotation = &block.annotation;
    if let Some(key) = annotation.str("keyProperty").filter(|key| !key.value.is_empty()) {
        draft.key = Some(key.span);
    }
    if let Some(structure) = draft.structure_mut() {
        if let Some(key) = annotation.str("keyProperty").filter(|key| !key.value.is_empty()) {
            structure.key = Some(key.value);
        }
        structure.open |= annotation.bool("openType") == Some(true);
        let is_abstract = annotation.bool("abstract").or_else(|| annotation.bool("isAbstract"));
        structure.is_abstract |= is_abstract == Some(true);
    }
}

/// The type that a title such as `user resource type` names.
fn title_name(page: &Page) -> Option<Spanned<String>> {
    let title = page.title.as_ref()?;
    let word = title.value.split_whitespace().next()?;
    let plain = word.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    let names_type = title.value.split_whitespace().skip(1).any(|word| {
        ["resource", "type", "complex", "entity", "enum", "enumeration"]
            .contains(&word.to_lowercase().as_str())
    });
    let alone = title.value.split_whitespace().count() == 1;
    let described = page.has_property_table;
    (plain && (names_type || alone || described))
        .then(|| Spanned::new(singular(page, word), title.span))
}

/// The name that a title means: `accounts` on the page `ledger-account.md` describes an `account`.
fn singular(page: &Page, word: &str) -> String {
    let file = page.path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.rsplit('-').next().unwrap_or(stem);
    match word.strip_suffix('s') {
        Some(one) if one.eq_ignore_ascii_case(stem) && page.resources.is_empty() => {
            let mut letters = one.chars();
            let first = letters.next().map(|first| first.to_lowercase());
            first.into_iter().flatten().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

fn declare_enumerations<'a>(page: &'a Page, spellings: &Spellings, types: &mut Types<'a>) {
    for table in &page.enums {
        let Some(name) = enumeration_name(page, table) else { continue };
        if lists_values_of_text(page, &name.value) && !spellings.is_cell_type(&name.value) {
            continue;
        }
        let qualified = qualify(&name.value, page, spellings);
        let existing = types.qualified(qualified.as_str());
        // A heading on a resource page may repeat the resource's own name; a structure stays one.
        if existing
            .is_some_and(|id| types.get(id).kind_known && types.get(id).structure().is_some())
        {
            continue;
        }
        let id = types.declare(qualified, Origin::Described(name.span), draft::enumeration());
        types.describe(id, page, name.span);
        let draft = types.get_mut(id);
        if draft.enumeration().is_none() {
            draft.kind = draft::enumeration();
        }
        draft.kind_known = true;
        draft.tables.push((page, table));
    }
    if page.kind == PageKind::Enumeration
        && page.enums.is_empty()
        && let Some(name) = title_name(page)
    {
        let qualified = qualify(&name.value, page, spellings);
        let id = types.declare(
            qualified,
            Origin::Described(name.span),
            TypeKind::Enumeration(Default::default()),
        );
        types.describe(id, page, name.span);
        types.get_mut(id).kind_known = true;
    }
}

/// `### state values` below a table in which `state` is a `String`: the values of a property, no type.
fn lists_values_of_text(page: &Page, name: &str) -> bool {
    page.properties.iter().any(|row| {
        let text = row.ty.as_ref().and_then(|ty| primitive(&ty.name)) == Some(Edm::String);
        text && row.name.value.eq_ignore_ascii_case(name)
    })
}

/// The name of a member table: what its heading says, else the title of an enumeration page.
fn enumeration_name(page: &Page, table: &MemberTable) -> Option<Spanned<String>> {
    let usable = |name: &Spanned<String>| {
        let text = name.value.trim();
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.')
    };
    if let Some(name) = table.name.clone().filter(usable) {
        return Some(name);
    }
    (page.kind == PageKind::Enumeration).then(|| title_name(page)).flatten()
}
