//! The stages that the types of a version go through. Each takes the one before and gives a new one, so that
//! nothing can be asked before it is known nor changed after it was used.
//!
//! [`Declared`] has names and kinds. [`Based`] has the base of each type and the members of enumerations.
//! [`Typed`] has every property with its type, [`ToldApart`] knows entities from complex types. [`Settled`] is what
//! request lines are understood by.

use super::link::Linker;
use super::listed::Listed;
use super::other_version::{self, Stated};
use super::{
    bodies, collections, declare, enums, humps, infer, inherit, kind, lineage, methods, namesake,
    parameters, properties,
};
use crate::diagnostic::Diagnostics;
use crate::ir::{DocText, TypeId};
use crate::page::Page;
use crate::resolve::doc;
use crate::resolve::facts::spelling::Spellings;
use crate::resolve::requests::walk::Paths;
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

impl<'a, 'r> Settled<'a, 'r> {
    /// The types, for what reads them.
    pub(in crate::resolve) fn linker(&self) -> &Linker<'a, 'r> {
        &self.0.linker
    }

    /// The types, with relationships made many where `paths` address one of many.
    pub(in crate::resolve) fn with_paths(mut self, paths: &Paths) -> Linker<'a, 'r> {
        collections::correct(&mut self.0.linker, paths, self.0.pages);
        self.0.linker
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
