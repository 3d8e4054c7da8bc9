//! The request lines of a version's pages: repaired where they are broken, and completed by what examples show.
//!
//! In: the pages as read. Out: those of them whose lines change, with their lines as the rest of the room is to see
//! them. A line is repaired by the other lines, which have a placeholder where this one has a value; an example
//! request that no page documents becomes a line of its page, marked as shown.

mod mend;
mod shown;
mod siblings;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::page::{Page, PageKind};
use rayon::prelude::*;
use siblings::Siblings;

/// The pages whose lines are not what they state, each at the place of its original in `pages`. Requests go to `base_url`.
pub(in crate::resolve) fn settled(
    pages: &[&Page],
    base_url: &str,
) -> (Vec<Option<Page>>, Diagnostics) {
    let mut siblings = Siblings::default();
    for line in pages.iter().flat_map(|page| &page.request_lines) {
        siblings.learn(&line.path);
    }
    let mended: Vec<(Option<Page>, Diagnostics)> =
        pages.par_iter().map(|page| mended(page, &siblings)).collect();
    let mut diagnostics = Diagnostics::new();
    let mut settled = Vec::with_capacity(pages.len());
    for (page, found) in mended {
        diagnostics.extend(found);
        settled.push(page);
    }
    let current: Vec<&Page> =
        pages.iter().zip(&settled).map(|(page, mended)| mended.as_ref().unwrap_or(page)).collect();
    let documented = shown::Documented::of(&current);
    let added: Vec<Vec<_>> = current
        .par_iter()
        .map(|page| match page.kind {
            PageKind::Operation => shown::lines(page, &siblings, &documented, base_url),
            _ => Vec::new(),
        })
        .collect();
    for ((page, settled), lines) in pages.iter().zip(&mut settled).zip(added) {
        if !lines.is_empty() {
            settled.get_or_insert_with(|| (*page).clone()).request_lines.extend(lines);
        }
    }
    (settled, diagnostics)
}

/// The page with its lines repaired; `None` if none needs it.
fn mended(page: &Page, siblings: &Siblings) -> (Option<Page>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut mended: Option<Page> = None;
    for (at, line) in page.request_lines.iter().enumerate() {
        let Some((path, why)) = mend::path(&line.path, siblings) else { continue };
        let diagnostic = Diagnostic::new(Code::RequestLineSpelling, line.span, why);
        diagnostics.push(diagnostic.help(format!("write `{} {path}`", line.method)));
        mended.get_or_insert_with(|| page.clone()).request_lines[at].path = path;
    }
    (mended, diagnostics)
}
