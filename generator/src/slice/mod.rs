//! The part of the API that is wanted, with everything it needs.
//!
//! In: the checked model and the patterns of `[slice]`. Out: a smaller model in which every id is valid again,
//! what it holds and why, and `unused-pattern` for patterns that choose nothing.
//!
//! A selected operation needs the types of its parameters, request and response; a type needs its base and
//! the types of its properties. A navigation property needs nothing: what it leads to comes only with
//! `$expand`, and following all of them reaches nearly the whole API. Its target is typed if something else
//! brings it in, and any JSON if not. Derived types are not needed either: the base decodes them, and what
//! it does not declare stays in `extra`.

mod closure;
mod explain;
mod pattern;
mod rewrite;
mod select;

use crate::config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, Model};
use crate::source::DocSet;
use crate::summary;
use closure::{Needs, Reached};
use select::{Patterns, Picks};

/// One version on its way into the slice.
struct Part<'a> {
    api: &'a Api,
    picks: Picks,
    needs: Needs<'a>,
    reached: Reached<'a>,
}

/// Cuts the slice out of `model`. Versions of which nothing is wanted are left out.
pub fn cut(
    model: &Model,
    docs: &DocSet,
    config: &config::Slice,
) -> (Model, summary::Slice, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut patterns = Patterns::new(config);
    let parts: Vec<Part<'_>> =
        model.versions.iter().map(|api| part(api, docs, &mut patterns)).collect();
    patterns.report_unused(&mut diagnostics);
    let cuts: Vec<rewrite::Cut> = parts.iter().map(|part| rewrite::cut(part, docs)).collect();
    let slice = explain::slice(&patterns, &parts, &cuts);
    let versions: Vec<Api> = cuts
        .into_iter()
        .map(|cut| cut.api)
        .filter(|api| !api.types.is_empty() || !api.operations.is_empty())
        .collect();
    if versions.is_empty() && !model.versions.is_empty() {
        let message = "the patterns of the slice select nothing, so there is no crate to write";
        diagnostics.push(Diagnostic::unplaced(Code::EmptySlice, message).help(pattern::HELP));
    }
    (Model { versions }, slice, diagnostics)
}

fn part<'a>(api: &'a Api, docs: &DocSet, patterns: &mut Patterns) -> Part<'a> {
    let picks = patterns.pick(api, docs);
    let needs = Needs::of(api, &picks.excluded);
    let reached = needs.reach(|id| picks.has_operation(id), |id| picks.has_type(id), None);
    Part { api, picks, needs, reached }
}
