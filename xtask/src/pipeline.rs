//! The one place where the generator is called: pages and configuration in, everything to print or
//! write out.

use crate::cache::RunCache;
use crate::failure::Failure;
use crate::paths::Folder;
use generator::cache::{Fingerprint, Key, Outcome, View};
use generator::config::{Config, Package, apply_severity};
use generator::corrections;
use generator::diagnostic::{Diagnostic, Diagnostics, Severity};
use generator::diff::Snapshot;
use generator::evidence::Gathered;
use generator::file_tree::FileTree;
use generator::ir::Model;
use generator::pipeline::{Leftovers, Understood};
use generator::plan::{Options, Plan};
use generator::source::DocSet;
use generator::summary::{Slice, Summary, Timings};
use std::collections::BTreeMap;
use std::path::Path;

/// What a run yields.
pub(crate) struct Run<T> {
    /// The pages, as they were read.
    pub(crate) docs: DocSet,
    /// Everything that was found, with the severities of the configuration, sorted.
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) summary: Summary,
    pub(crate) timings: Timings,
    /// What the emitted crate is called.
    pub(crate) package: Package,
    pub(crate) product: T,
}

/// A crate.
pub(crate) struct Crate {
    pub(crate) files: FileTree,
    pub(crate) slice: Option<Slice>,
    /// `None` if this run only repeats what is in its cache.
    pub(crate) fresh: Option<Fresh>,
}

/// A crate that was not in the cache: what the next run can use again, and what it was made from.
pub(crate) struct Fresh {
    key: Option<Key>,
    fingerprints: BTreeMap<String, Fingerprint>,
    _leftovers: Leftovers,
}

impl Run<Crate> {
    /// Keeps what the next run can use again.
    pub(crate) fn keep(&self, cache: &RunCache) {
        let Some(Fresh { key, fingerprints, .. }) = &self.product.fresh else { return };
        let Self { diagnostics, summary, product: Crate { files, slice, .. }, .. } = self;
        let slice = slice.as_ref();
        cache.keep(key.as_ref(), View { diagnostics, files, fingerprints, summary, slice });
    }
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

/// The crate for the pages in `docs`, and the cache it is kept in; `cached` for the folder that it is written to.
pub(crate) fn generate(
    docs: &Path,
    patterns: Patterns<'_>,
    cached: Option<&Folder>,
) -> Result<(Run<Crate>, RunCache), Failure> {
    let (cache, input) = std::thread::scope(|scope| {
        let cache = scope.spawn(|| cached.map(RunCache::open).unwrap_or_default());
        let input = Input::load(docs, patterns);
        (cache.join().unwrap_or_default(), input)
    });
    let mut input = input?;
    let key = input.timings.time("key", || cache.key(&input.docs, &input.config));
    if let Some(outcome) = input.timings.time("reuse", || cache.outcome(key.as_ref())) {
        return Ok((input.repeat(outcome), cache));
    }
    let run = input.run(|docs, config| {
        let generated = generator::pipeline::generate(docs, config, cache.content());
        let fresh = Some(Fresh {
            key,
            fingerprints: generated.fingerprints,
            _leftovers: generated.leftovers,
        });
        let product = Crate { files: generated.files, slice: generated.slice, fresh };
        (generated.diagnostics, generated.summary, generated.timings, product)
    });
    Ok((run, cache))
}

/// The IR export for the pages in `docs`.
pub(crate) fn export(docs: &Path) -> Result<Run<String>, Failure> {
    let input = Input::load(docs, Patterns::default())?;
    Ok(input.run(|docs, config| {
        let exported = generator::pipeline::export(docs, config);
        (exported.diagnostics, exported.summary, exported.timings, exported.json)
    }))
}

/// The state of the API in `docs`, and the settings it was read with.
pub(crate) fn snapshot(docs: &Path) -> Result<Run<(Snapshot, Config)>, Failure> {
    let input = Input::load(docs, Patterns::default())?;
    Ok(input.run(|docs, config| {
        let compared = generator::pipeline::snapshot(docs, config);
        let product = (compared.snapshot, config.clone());
        (compared.diagnostics, compared.summary, Timings::default(), product)
    }))
}

/// Everything that is known about the items of the API in `docs`.
pub(crate) fn evidence(docs: &Path) -> Result<Run<(Gathered, Config)>, Failure> {
    let input = Input::load(docs, Patterns::default())?;
    Ok(input.run(|docs, config| {
        let (gathered, diagnostics, summary) = Gathered::of(docs, config);
        (diagnostics, summary, Timings::default(), (gathered, config.clone()))
    }))
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
    let input = Input::load(docs, Patterns::default())?;
    Ok(input.run(|docs, config| {
        let Understood { model, mut diagnostics, summary, mut timings, .. } =
            generator::pipeline::understand(docs, config);
        let options =
            Options { name: config.package.name.clone(), tests: false, ..Options::default() };
        let (plan, found) = timings.time("plan", || generator::plan::plan(&model, docs, &options));
        diagnostics.extend(found);
        let crate_name = options.name.replace('-', "_");
        (diagnostics, summary, timings, Survey { model, plan, crate_name })
    }))
}

/// What a run starts from.
struct Input {
    docs: DocSet,
    config: Config,
    timings: Timings,
}

impl Input {
    fn load(folder: &Path, patterns: Patterns<'_>) -> Result<Self, Failure> {
        let mut timings = Timings::default();
        let docs = timings.time("load", || DocSet::load(folder))?;
        let mut config = Config::load(folder)?;
        config.slice.include.extend_from_slice(patterns.include);
        config.slice.exclude.extend_from_slice(patterns.exclude);
        Ok(Self { docs, config, timings })
    }

    fn run<T>(
        self,
        produce: impl FnOnce(&DocSet, &Config) -> (Diagnostics, Summary, Timings, T),
    ) -> Run<T> {
        let Self { mut docs, config, mut timings } = self;
        let mut diagnostics = corrections::apply(&mut docs, &config.corrections);
        let (found, summary, stages, product) = produce(&docs, &config);
        diagnostics.extend(found);
        apply_severity(&docs, &config, &mut diagnostics);
        timings.stages.extend(stages.stages);
        Run {
            docs,
            diagnostics: diagnostics.into_sorted(),
            summary,
            timings,
            package: config.package,
            product,
        }
    }

    /// The run that came to `outcome`, once more.
    fn repeat(self, outcome: Outcome) -> Run<Crate> {
        let Self { mut docs, config, timings } = self;
        // What they report is part of the outcome; the corrected texts are what it is shown beside.
        corrections::apply(&mut docs, &config.corrections);
        let Outcome { diagnostics, files, summary, slice } = outcome;
        let package = config.package;
        let product = Crate { files, slice, fresh: None };
        Run { docs, diagnostics, summary, timings, package, product }
    }
}
