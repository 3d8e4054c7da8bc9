//! The types of a version: declared, given their bases, their members and properties, and settled.

pub(in crate::resolve) mod bodies;
pub(in crate::resolve) mod collections;
pub(in crate::resolve) mod declare;
pub(in crate::resolve) mod draft;
mod enums;
mod humps;
pub(in crate::resolve) mod infer;
mod inherit;
mod kind;
mod lineage;
pub(in crate::resolve) mod link;
mod listed;
mod namesake;
mod properties;
mod texts;

use crate::ir::{DocText, TypeId};
use crate::page::Page;
use crate::resolve::doc;
use link::Linker;
use listed::Listed;

/// Settles every declared type, and those that turn up on the way.
pub(in crate::resolve) fn resolve<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    bodies::declare(linker, pages);
    inherit::resolve(linker);
    fill_enumerations(linker);
    linker.listed = Listed::collect(&linker.types);
    properties::resolve(linker);
    lineage::infer(linker, pages);
    bodies::compare(linker, pages);
    let spelled = infer::resolve(linker, pages);
    humps::restore(linker, pages, spelled);
    kind::resolve(linker, pages);
    kind::settle_navigation(&mut linker.types);
    namesake::narrow(linker);
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
