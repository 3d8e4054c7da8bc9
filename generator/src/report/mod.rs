//! The report: one HTML page that shows how completely the pages were understood and what is wrong in them.
//!
//! In: the pages, the model, the findings and the plan. Out: the text of a page that needs nothing else: no
//! network, no second file, no script to read the numbers. Everything that comes from a page is untrusted
//! text; it reaches the markup through `escape` alone.

mod charts;
mod coverage;
mod data;
mod escape;
mod findings;
mod html;
mod items;
mod listing;
mod snippet;
mod stats;

use crate::diagnostic::{Diagnostic, Severity};
use crate::ir::Model;
use crate::plan::Plan;
use crate::source::DocSet;
use crate::summary::Summary;

/// How every report begins. By it, a file is known to be a report that may be replaced.
pub const SIGNATURE: &str = "<!doctype html>\n<!-- docs-report/1 -->\n";

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The pages.
    pub docs: &'a DocSet,
    /// What they say, checked.
    pub model: &'a Model,
    /// What was found, with the severities of the configuration, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// Counts.
    pub summary: &'a Summary,
    /// The crate that the model becomes.
    pub plan: &'a Plan,
    /// The crate's name as Rust code spells it.
    pub crate_name: &'a str,
}

/// The text of the report. The same inputs give the same bytes.
pub fn report(inputs: &Inputs<'_>) -> String {
    let stats = stats::versions(inputs.docs, inputs.model);
    let shown: Vec<&Diagnostic> =
        inputs.diagnostics.iter().filter(|found| found.severity != Severity::Allow).collect();
    let groups = findings::groups(&shown);
    let data = data::json(inputs, &groups);
    html::page(inputs, &stats, &groups, &data)
}
