//! The stages that the types of a version go through. Each takes the one before and gives a new one, so that
//! nothing can be asked before it is known nor changed after it was used.
//!
//! [`Declared`] has names and kinds. [`Based`] has the base of each type and the members of enumerations.
//! [`Typed`] has every property with its type, [`ToldApart`] knows entities from complex types. [`Settled`] is what
//! request lines are understood by.

use super::doc;
use super::link::Linker;
use super::listed::Listed;
use super::other_version::{self, Stated};
use super::{
    bodies, declare, enums, humps, infer, inherit, kind, lineage, methods, namesake, parameters,
    properties,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Claim, DocText, Evidence, TypeClaim, TypeId};
use crate::page::Page;
use crate::resolve::facts::spelling::Spellings;
use crate::span::Span;
use std::collections::BTreeSet;

/// The types that pages describe, without their content.
pub(in crate::resolve) struct Declared<'a, 'r> {
    linker: Linker<'a, 'r>,
    pages: &'r [&'a Page],
}

/// Types with their bases, enumerations with their members.
pub(in crate::resolve) struct Based<'a, 'r>(Declared<'a, 'r>);

/// Types with their properties.
pub(in crate::resolve) struct Typed<'a, 'r>(Declared<'a, 'r>);

/// Types of which it is known whether they have a key.
pub(in crate::resolve) struct ToldApart<'a, 'r>(Declared<'a, 'r>);

/// Types of which all is known but what their request lines tell.
pub(in crate::resolve) struct Settled<'a, 'r>(Declared<'a, 'r>);

impl<'a, 'r> Declared<'a, 'r> {
    /// Declares what `pages` describe.
    pub(in crate::resolve) fn new(
        pages: &'r [&'a Page],
        spellings: &'r Spellings,
        diagnostics: &'r mut Diagnostics,
    ) -> Self {
        let types = declare::declare(pages, spellings, diagnostics);
        let mut linker = Linker::new(types, spellings, diagnostics);
        bodies::declare(&mut linker, pages);
        Self { linker, pages }
    }

    /// Hears every claim about a base, and lists the members of enumerations.
    pub(in crate::resolve) fn based(mut self) -> Based<'a, 'r> {
        inherit::resolve(&mut self.linker);
        fill_enumerations(&mut self.linker);
        self.linker.listed = Listed::collect(&self.linker.types);
        Based(self)
    }
}

impl<'a, 'r> Based<'a, 'r> {
    /// Hears every claim about a property: rows, then what JSON shows.
    pub(in crate::resolve) fn typed(self) -> Typed<'a, 'r> {
        let Declared { mut linker, pages } = self.0;
        properties::resolve(&mut linker);
        lineage::infer(&mut linker, pages);
        bodies::compare(&mut linker, pages);
        parameters::resolve(&mut linker, pages);
        methods::compare(&mut linker, pages);
        let spelled = infer::resolve(&mut linker, pages);
        humps::restore(&mut linker, pages, spelled);
        Typed(Declared { linker, pages })
    }
}

impl<'a, 'r> Typed<'a, 'r> {
    /// What this version states, for another one to hear.
    pub(in crate::resolve) fn stated(&self) -> Stated {
        other_version::stated(&self.0.linker, self.0.pages)
    }

    /// Hears what another version states where this one is less specific.
    pub(in crate::resolve) fn hear(&mut self, other: &Stated) {
        other_version::hear(&mut self.0.linker, other, self.0.pages);
    }

    /// Tells entities from complex types.
    pub(in crate::resolve) fn told_apart(mut self) -> ToldApart<'a, 'r> {
        kind::resolve(&mut self.0.linker, self.0.pages, &BTreeSet::new());
        ToldApart(self.0)
    }
}

impl<'a, 'r> ToldApart<'a, 'r> {
    /// The entities of this version, for another one to hear of.
    pub(in crate::resolve) fn entities(&self) -> BTreeSet<String> {
        kind::entities(&self.0.linker.types)
    }

    /// Hears what is an entity in another version.
    pub(in crate::resolve) fn hear(&mut self, entities: &BTreeSet<String>) {
        kind::resolve(&mut self.0.linker, self.0.pages, entities);
    }

    /// Tells relationships from properties.
    pub(in crate::resolve) fn settled(self) -> Settled<'a, 'r> {
        let mut declared = self.0;
        kind::settle_navigation(&mut declared.linker.types);
        namesake::narrow(&mut declared.linker);
        Settled(declared)
    }
}

/// What a request line says of a relationship: that it holds many.
pub(in crate::resolve) struct ManyClaim {
    pub(in crate::resolve) holder: TypeId,
    /// Its position among the properties of `holder`.
    pub(in crate::resolve) property: usize,
    pub(in crate::resolve) line: Span,
}

impl<'a, 'r> Settled<'a, 'r> {
    /// The types, for what reads them.
    pub(in crate::resolve) fn linker(&self) -> &Linker<'a, 'r> {
        &self.0.linker
    }

    /// Hears what request lines say, which ends the last stage: what is declared from now on is new, and what was
    /// declared is only read, since nothing outside of this folder can change a draft.
    pub(in crate::resolve) fn addressed(self, claims: Vec<ManyClaim>) -> Linker<'a, 'r> {
        let mut linker = self.0.linker;
        for ManyClaim { holder, property, line } in claims {
            let draft = linker.types.get_mut(holder);
            let says = TypeClaim::Collection(true);
            draft.claim(property, Claim { says, by: Evidence::RequestLine, at: line });
            let known = draft.structure().and_then(|known| known.properties.get(property));
            let Some(known) = known else { continue };
            let message = format!(
                "`{}.{}` is documented as a single value, but a request line lists a collection",
                draft.name, known.name
            );
            let diagnostic = Diagnostic::new(Code::ConflictingType, known.origin, message);
            linker.diagnostics.push(diagnostic.also(line, "the request line"));
        }
        linker
    }
}

/// Enumerations take their docs with links, which needs all types while the members are written.
fn fill_enumerations(linker: &mut Linker<'_, '_>) {
    let texts: Vec<(TypeId, Vec<DocText>)> = linker
        .types
        .ids()
        .map(|id| {
            let rows = linker.types.get(id).tables.iter().flat_map(|(page, table)| {
                table.members.iter().map(|row| doc::text(&linker.types, page, &row.doc))
            });
            (id, rows.collect())
        })
        .collect();
    for (id, docs) in texts {
        enums::fill(&mut linker.types, id, docs, linker.diagnostics);
    }
}
