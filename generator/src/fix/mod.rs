//! Repairs of pages, written back only when they are proven.
//!
//! In: the docs, their configuration and what was found in them. Out: new texts of pages, such that the pages read again
//! give the same model, and every diagnostic there is was there before. A repair for which that does not hold is refused,
//! whoever called it safe.

mod apply;

use crate::config::{Config, apply_severity};
use crate::diagnostic::{Applicability, Diagnostic, Diagnostics, Edit};
use crate::diff::Snapshot;
use crate::pipeline::{self, Understood};
use crate::source::DocSet;
use crate::span::FileId;
use apply::{Change, merged};
use std::collections::BTreeMap;

/// What is to be done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Repairs that may change what a page says, too.
    pub with_unsafe: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Fixed {
    /// New texts by path.
    pub pages: BTreeMap<String, String>,
    /// Diagnostics that are gone, by code.
    pub removed: BTreeMap<&'static str, usize>,
    /// Repairs that were tried and refused.
    pub refused: Vec<Refused>,
    /// Repairs that are only shown.
    pub shown: Vec<Diagnostic>,
    /// Unsafe repairs that were not asked for.
    pub held_back: usize,
}

/// A repair that did more than it should.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What it was for.
    pub diagnostic: Diagnostic,
    /// Why it is refused.
    pub reason: String,
}

/// What must not change.
struct State {
    model: Snapshot,
    /// How often each diagnostic is found: by file, code and message without numbers, since lines move.
    found: BTreeMap<(Option<String>, &'static str, String), usize>,
}

impl State {
    fn of(docs: &DocSet, config: &Config) -> (Self, Vec<Diagnostic>) {
        let Understood { model, mut diagnostics, .. } = pipeline::understand(docs, config);
        apply_severity(docs, config, &mut diagnostics);
        let list = diagnostics.into_sorted();
        let mut found = BTreeMap::new();
        for diagnostic in &list {
            let file = diagnostic.primary.as_ref().map(|label| docs.file(label.span.file));
            let file = file.map(|file| file.path.clone());
            // How long a body is that was repaired is another number in the same finding.
            let message = diagnostic.message.replace(|c: char| c.is_ascii_digit(), "");
            let key = (file, diagnostic.code.as_str(), message);
            *found.entry(key).or_default() += 1;
        }
        let model = Snapshot::of_model(docs, &model, None).facts();
        (Self { model, found }, list)
    }

    /// Why `after` is not this with fewer diagnostics, and which page is to blame if that is known; `None` if it is.
    fn objection(&self, after: &Self) -> Option<Objection> {
        if self.model != after.model {
            let reason = "the pages would say something else".to_owned();
            return Some(Objection { page: None, reason });
        }
        let new = after.found.iter().find(|(key, count)| self.found.get(key).unwrap_or(&0) < count);
        new.map(|((file, code, message), _)| {
            let at = file.as_deref().unwrap_or("the docs");
            let reason = format!("{at} would have a new {code}: {message}");
            Objection { page: file.clone(), reason }
        })
    }
}

/// Why a repair is not one.
struct Objection {
    page: Option<String>,
    reason: String,
}

/// Repairs what can be repaired in `docs`, which must be as it lies on disk: without corrections.
pub fn fix(docs: &DocSet, config: &Config, options: Options) -> Fixed {
    let (before, found) = State::of(docs, config);
    run(docs, config, options, (before, found))
}

/// The same for diagnostics of the caller's own.
pub fn fix_found(docs: &DocSet, config: &Config, options: Options, found: Diagnostics) -> Fixed {
    let (before, _) = State::of(docs, config);
    run(docs, config, options, (before, found.into_sorted()))
}

fn run(
    docs: &DocSet,
    config: &Config,
    options: Options,
    (before, found): (State, Vec<Diagnostic>),
) -> Fixed {
    let mut fixed = Fixed::default();
    let mut safe = Vec::new();
    let mut trusted = Vec::new();
    for diagnostic in found {
        let Some(fix) = diagnostic.fix.clone() else { continue };
        if !is_writable(docs, config, &fix.edits) {
            fixed.shown.push(diagnostic);
            continue;
        }
        match fix.applicability {
            Applicability::Safe => safe.push(Change { diagnostic, edits: fix.edits }),
            Applicability::Unsafe if options.with_unsafe => {
                trusted.push(Change { diagnostic, edits: fix.edits });
            }
            Applicability::Unsafe => fixed.held_back += 1,
            Applicability::DisplayOnly => fixed.shown.push(diagnostic),
        }
    }
    let mut kept = Vec::new();
    prove(docs, config, &before, &mut kept, safe, &mut fixed.refused);
    // What the caller asked for is not proven, only made.
    kept.extend(trusted);
    let texts = merged(docs, &kept);
    let after = State::of(&with(docs, &texts), config).0;
    for ((_, code, _), count) in &before.found {
        *fixed.removed.entry(code).or_default() += count;
    }
    for ((_, code, _), count) in &after.found {
        if let Some(left) = fixed.removed.get_mut(code) {
            *left = left.saturating_sub(*count);
        }
    }
    fixed.removed.retain(|_, count| *count > 0);
    fixed.pages =
        texts.into_iter().map(|(file, text)| (docs.file(file).path.clone(), text)).collect();
    fixed
}

/// A page that was changed in memory, or did not decode, cannot be written back edit by edit.
fn is_writable(docs: &DocSet, config: &Config, edits: &[Edit]) -> bool {
    edits.iter().all(|edit| {
        let file = docs.file(edit.span.file);
        file.not_utf8.is_none() && !config.corrections.iter().any(|fix| fix.page == file.path)
    })
}

/// Keeps of `candidates` as many as can be made together. All are tried at once; if that changes more than it should, the
/// rest without the page that is to blame is tried, or each half, down to the single repair.
fn prove(
    docs: &DocSet,
    config: &Config,
    before: &State,
    kept: &mut Vec<Change>,
    candidates: Vec<Change>,
    refused: &mut Vec<Refused>,
) {
    if candidates.is_empty() {
        return;
    }
    let together: Vec<Change> = kept.iter().chain(&candidates).cloned().collect();
    let after = State::of(&with(docs, &merged(docs, &together)), config).0;
    let Some(Objection { page, reason }) = before.objection(&after) else {
        kept.extend(candidates);
        return;
    };
    let mut first = candidates;
    if first.len() == 1 {
        refused.extend(first.pop().map(|change| Refused { diagnostic: change.diagnostic, reason }));
        return;
    }
    let is_blamed = |change: &Change| {
        change.edits.iter().any(|edit| Some(&docs.file(edit.span.file).path) == page.as_ref())
    };
    let (blamed, rest): (Vec<Change>, Vec<Change>) = first.drain(..).partition(is_blamed);
    let (first, second) = if blamed.is_empty() || rest.is_empty() {
        let mut first = if rest.is_empty() { blamed } else { rest };
        let second = first.split_off(first.len() / 2);
        (first, second)
    } else {
        (rest, blamed)
    };
    prove(docs, config, before, kept, first, refused);
    prove(docs, config, before, kept, second, refused);
}

/// The docs with other texts of some files.
fn with(docs: &DocSet, texts: &BTreeMap<FileId, String>) -> DocSet {
    docs.with_texts(texts)
}
