//! The one place where the generator is called: pages and configuration in, everything to print or
//! write out.

use crate::failure::Failure;
use generator::config::{Config, apply_severity};
use generator::corrections;
use generator::diagnostic::{Diagnostic, Diagnostics, Severity};
use generator::file_tree::FileTree;
use generator::ir::Model;
use generator::pipeline::Understood;
use generator::plan::{Options, Plan};
use generator::source::DocSet;
use generator::summary::{Slice, Summary, Timings};
use std::path::Path;

/// What a run yields.
pub(crate) struct Run<T> {
    /// The pages, as they were read.
    pub(crate) docs: DocSet,
    /// Everything that was found, with the severities of the configuration, sorted.
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) summary: Summary,
    pub(crate) timings: Timings,
    pub(crate) product: T,
}

/// A crate.
pub(crate) struct Crate {
    pub(crate) files: FileTree,
    pub(crate) slice: Option<Slice>,
}

impl<T> Run<T> {
    /// Whether something was found that makes the product untrustworthy.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Patterns of the command line, which add to those of the configuration.
#[derive(Clone, Copy, Default)]
pub(crate) struct Patterns<'a> {
    pub(crate) include: &'a [String],
    pub(crate) exclude: &'a [String],
}

/// The crate for the pages in `docs`.
pub(crate) fn generate(docs: &Path, patterns: Patterns<'_>) -> Result<Run<Crate>, Failure> {
    run(docs, patterns, |docs, config| {
        let generated = generator::pipeline::generate(docs, config);
        let product = Crate { files: generated.files, slice: generated.slice };
        (generated.diagnostics, generated.summary, generated.timings, product)
    })
}

/// The IR export for the pages in `docs`.
pub(crate) fn export(docs: &Path) -> Result<Run<String>, Failure> {
    run(docs, Patterns::default(), |docs, config| {
        let exported = generator::pipeline::export(docs, config);
        (exported.diagnostics, exported.summary, exported.timings, exported.json)
    })
}

/// The model and the plan of the whole API, for showing them.
pub(crate) struct Survey {
    pub(crate) model: Model,
    pub(crate) plan: Plan,
    /// The crate's name as Rust code spells it.
    pub(crate) crate_name: String,
}

/// What the pages in `docs` say, and the crate that it would become. A report is about all pages, so that
/// a slice in the configuration does not narrow it.
pub(crate) fn survey(docs: &Path) -> Result<Run<Survey>, Failure> {
    run(docs, Patterns::default(), |docs, config| {
        let Understood { model, mut diagnostics, summary, mut timings } =
            generator::pipeline::understand(docs, config);
        let options =
            Options { name: config.package.name.clone(), tests: false, ..Options::default() };
        let (plan, found) = timings.time("plan", || generator::plan::plan(&model, docs, &options));
        diagnostics.extend(found);
        let crate_name = options.name.replace('-', "_");
        (diagnostics, summary, timings, Survey { model, plan, crate_name })
    })
}

fn run<T>(
    folder: &Path,
    patterns: Patterns<'_>,
    produce: impl FnOnce(&DocSet, &Config) -> (Diagnostics, Summary, Timings, T),
) -> Result<Run<T>, Failure> {
    let mut timings = Timings::default();
    let mut docs = timings.time("load", || DocSet::load(folder))?;
    let mut config = Config::load(folder)?;
    config.slice.include.extend_from_slice(patterns.include);
    config.slice.exclude.extend_from_slice(patterns.exclude);
    let mut diagnostics = corrections::apply(&mut docs, &config.corrections);
    let (found, summary, stages, product) = produce(&docs, &config);
    diagnostics.extend(found);
    apply_severity(&docs, &config, &mut diagnostics);
    timings.stages.extend(stages.stages);
    Ok(Run { docs, diagnostics: diagnostics.into_sorted(), summary, timings, product })
}
