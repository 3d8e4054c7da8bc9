//! The Methods table of a type against the pages that it links to.

use super::link::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::page::{MethodRow, Page};
use crate::source::join;
use std::collections::HashMap;

/// Reports rows that promise one where the linked page returns many, or the other way round.
pub(super) fn compare(linker: &mut Linker<'_, '_>, pages: &[&Page]) {
    let by_path: HashMap<&str, &Page> =
        pages.iter().map(|page| (page.path.as_str(), *page)).collect();
    for page in pages {
        for row in &page.methods {
            let linked = row.method.link.as_deref().and_then(|href| {
                let path = href.split(['#', '?']).next().unwrap_or(href);
                by_path.get(&*join(&page.path, path)?).copied()
            });
            if let Some(found) = linked.and_then(|linked| mismatch(linker, page, row, linked)) {
                linker.diagnostics.push(found);
            }
        }
    }
}

fn mismatch(
    linker: &Linker<'_, '_>,
    page: &Page,
    row: &MethodRow,
    linked: &Page,
) -> Option<Diagnostic> {
    let returns = row.returns.as_ref()?;
    let response = linked.response.as_ref()?;
    let mention = response.types.first()?;
    let promised = linker.find(&returns.name, returns.link.as_deref(), page)?;
    let returned = linker.find(&mention.name, mention.link.as_deref(), linked)?;
    if promised != returned || returns.collection == response.collection {
        return None;
    }
    let (here, there) =
        if returns.collection { ("a collection", "one") } else { ("one", "a collection") };
    let name = linker.types.get(promised).name.name();
    let message = format!("the table says {here} of `{name}`, the linked page returns {there}");
    let diagnostic = Diagnostic::new(Code::MethodsTable, returns.span, message);
    Some(diagnostic.also(mention.span, "the response section"))
}
