//! What the patterns select.
//!
//! In: patterns and one version of the model. Out: [`Picks`]: by which patterns each operation and type is
//! wanted. What is excluded is wanted by none, whatever is included.

use super::pattern::{self, Pattern};
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, OperationId, Type, TypeId};
use crate::source::DocSet;

/// The patterns of a slice, and which of them fitted anything so far.
pub(super) struct Patterns {
    /// What is wanted; never empty.
    pub include: Vec<Pattern>,
    exclude: Vec<Pattern>,
    used_include: Vec<bool>,
    used_exclude: Vec<bool>,
}

/// What the patterns select of one version.
pub(super) struct Picks {
    /// For each operation, the indices of the patterns that want it.
    pub operations: Vec<Vec<usize>>,
    /// For each type, likewise.
    pub types: Vec<Vec<usize>>,
    /// For each type, whether it must not come in at all.
    pub excluded: Vec<bool>,
}

impl Picks {
    pub(super) fn has_operation(&self, id: OperationId) -> bool {
        !self.operations[id.0 as usize].is_empty()
    }

    pub(super) fn has_type(&self, id: TypeId) -> bool {
        !self.types[id.0 as usize].is_empty()
    }
}

impl Patterns {
    pub(super) fn new(config: &config::Slice) -> Self {
        let all =
            |texts: &[String]| texts.iter().map(|text| Pattern::new(text)).collect::<Vec<_>>();
        let (mut include, exclude) = (all(&config.include), all(&config.exclude));
        if include.is_empty() {
            include.push(Pattern::everything());
        }
        let (used_include, used_exclude) = (vec![false; include.len()], vec![false; exclude.len()]);
        Self { include, exclude, used_include, used_exclude }
    }

    /// Whether everything is wanted that is not excluded.
    pub(super) fn want_everything(&self) -> bool {
        self.include.iter().any(Pattern::is_everything)
    }

    pub(super) fn pick(&mut self, api: &Api, docs: &DocSet) -> Picks {
        let mut picks = Picks { operations: Vec::new(), types: Vec::new(), excluded: Vec::new() };
        for operation in &api.operations {
            let path = pattern::path_text(operation);
            let (wanted, _) = self.judge(|pattern| pattern.fits_operation(operation, &path));
            picks.operations.push(wanted);
        }
        for ty in &api.types {
            let pages = pages(docs, ty);
            let (wanted, excluded) = self.judge(|pattern| pattern.fits_type(&ty.name, &pages));
            picks.types.push(wanted);
            picks.excluded.push(excluded);
        }
        picks
    }

    /// The patterns that want a thing, and whether it is excluded.
    fn judge(&mut self, fits: impl Fn(&Pattern) -> bool) -> (Vec<usize>, bool) {
        let fitting = |patterns: &[Pattern], used: &mut [bool]| -> Vec<usize> {
            let fitting: Vec<usize> =
                (0..patterns.len()).filter(|&at| fits(&patterns[at])).collect();
            fitting.iter().for_each(|&at| used[at] = true);
            fitting
        };
        let wanted = fitting(&self.include, &mut self.used_include);
        let excluded = !fitting(&self.exclude, &mut self.used_exclude).is_empty();
        if excluded { (Vec::new(), true) } else { (wanted, false) }
    }

    /// Reports the patterns that fitted nothing in any version.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        let include = self.include.iter().zip(&self.used_include);
        for (pattern, _) in
            include.chain(self.exclude.iter().zip(&self.used_exclude)).filter(|(_, used)| !**used)
        {
            let diagnostic = Diagnostic::unplaced(Code::UnusedPattern, pattern.complaint());
            diagnostics.push(diagnostic.help(pattern::HELP));
        }
    }
}

/// The pages that describe a type; none for one that is only mentioned.
fn pages<'a>(docs: &'a DocSet, ty: &Type) -> Vec<&'a str> {
    if ty.origin.is_synthetic() {
        return Vec::new();
    }
    std::iter::once(ty.origin.span())
        .chain(ty.other_pages.iter().copied())
        .map(|span| &*docs.file(span.file).path)
        .collect()
}
