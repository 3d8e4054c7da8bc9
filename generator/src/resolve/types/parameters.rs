//! The types of the rows of parameter tables, which may name types that nothing else does.

use super::bodies;
use super::claims;
use super::declare::namespace_of;
use super::enums;
use super::link::Linker;
use crate::ir::{Claim, Edm, Evidence, QualifiedName, TypeClaim, TypeExpr, TypeId, TypeRef};
use crate::page::{Page, ParameterPlace, Row};
use crate::span::Span;
use std::collections::{HashMap, HashSet};

/// What is said of the types of parameters, by the place of the parameter's name.
#[derive(Debug, Default)]
pub(in crate::resolve) struct ParameterTypes {
    claims: HashMap<Span, Vec<Claim<TypeClaim>>>,
}

impl ParameterTypes {
    /// The type of the parameter that `row` lists; `None` if nothing is said of it.
    pub(in crate::resolve) fn of(&self, row: &Row) -> Option<TypeExpr> {
        let claims = self.claims.get(&row.name.span)?;
        (!claims.is_empty()).then(|| claims::judge(claims))
    }

    /// Hears what is said of the parameter that `row` lists.
    pub(super) fn claim(&mut self, row: &Row, claim: Claim<TypeClaim>) {
        self.claims.entry(row.name.span).or_default().push(claim);
    }
}

/// Hears every row of a parameter table.
pub(super) fn resolve<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    let mut types = ParameterTypes::default();
    for page in pages {
        let owner = owner(page);
        for row in rows(page) {
            let claims = linker.row_claims(page, row, &owner);
            if claims.is_empty() {
                continue;
            }
            if let TypeRef::Named(id) = claims::judge(&claims).ty {
                fill(linker, id, row);
            }
            claims.into_iter().for_each(|claim| types.claim(row, claim));
            if let Some(claim) = counts(row) {
                types.claim(row, claim);
            }
        }
    }
    linker.parameters = types;
}

/// Lists the members of an enumeration of which nothing else does.
fn fill(linker: &mut Linker<'_, '_>, id: TypeId, row: &Row) {
    let draft = linker.types.get(id);
    if draft.enumeration().is_some_and(|enumeration| enumeration.members.is_empty()) {
        enums::unite_values(&mut linker.types, id, &row.values, linker.diagnostics);
    }
}

/// A `number` that is the number of something, or the place of something in a row, is whole.
fn counts(row: &Row) -> Option<Claim<TypeClaim>> {
    const WORDS: [&str; 8] =
        ["index", "indexed", "row", "rows", "column", "count", "width", "height"];
    let says_number = row.ty.as_ref().is_some_and(|ty| ty.name.eq_ignore_ascii_case("number"));
    let plain = row.doc.plain().to_lowercase();
    let mut words = plain.split(|c: char| !c.is_alphanumeric());
    let whole = says_number && words.any(|word| WORDS.contains(&word));
    whole.then(|| Claim {
        says: TypeClaim::Element(TypeRef::Edm(Edm::Int32)),
        by: Evidence::Sentence,
        at: row.doc.span.unwrap_or(row.span),
    })
}

/// The rows that list parameters, each name once. Rows of an object's body are that object's properties.
pub(super) fn rows(page: &Page) -> Vec<&Row> {
    let body_is_object = bodies::body_subject(page).is_some();
    let tables = page.parameters.iter().filter(|table| match table.place {
        ParameterPlace::Body => !body_is_object,
        ParameterPlace::Function | ParameterPlace::Query | ParameterPlace::Path => true,
        ParameterPlace::Header => false,
    });
    let mut seen = HashSet::new();
    tables
        .flat_map(|table| &table.rows)
        .filter(|row| !row.name.value.starts_with('$') && seen.insert(row.name.value.as_str()))
        .collect()
}

/// What an enumeration without a name in a parameter table is named after: the page.
pub(in crate::resolve) fn owner(page: &Page) -> QualifiedName {
    let file = page.path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let last = stem.rsplit('-').next().unwrap_or(stem);
    QualifiedName::new(namespace_of(page), last)
}
