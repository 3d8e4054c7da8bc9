//! The one place where the generator is called: pages and configuration in, everything to print or
//! write out.

use crate::cache::RunCache;
use crate::failure::Failure;
use crate::paths::Folder;
use generator::cache::{Fingerprint, Key, Outcome, View};
use generator::config::Config;
use generator::corrections;
use generator::dialect::{Fired, tally};
use generator::diff::Snapshot;
use generator::evidence::Gathered;
use generator::file_tree::FileTree;
use generator::ir::Model;
use generator::pipeline::{Leftovers, Understood};
use generator::plan::{LOCK_FILE, Options, Plan};
use generator::summary::{Slice, Timings};
use std::collections::BTreeMap;
use std::path::Path;

use generator::codegen::Input;
pub(crate) use generator::codegen::Run;

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

/// Keeps what the next run can use again.
pub(crate) fn keep(run: &Run<Crate>, cache: &RunCache) {
    let Some(Fresh { key, fingerprints, .. }) = &run.product.fresh else { return };
    let Run { diagnostics, summary, product: Crate { files, slice, .. }, .. } = run;
    let slice = slice.as_ref();
    cache.keep(key.as_ref(), View { diagnostics, files, fingerprints, summary, slice });
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
    names: Option<String>,
    cached: Option<&Folder>,
) -> Result<(Run<Crate>, RunCache), Failure> {
    let (cache, input) = std::thread::scope(|scope| {
        let cache = scope.spawn(|| cached.map(RunCache::open).unwrap_or_default());
        let input = Input::load(docs, patterns.include, patterns.exclude);
        (cache.join().unwrap_or_default(), input)
    });
    let mut input = input?;
    let pages = input.timings.time("key", || cache.key(&input.docs, &input.config));
    let key = pages.as_ref().map(|pages| pages.with_names(names.as_deref()));
    input.config.names = names;
    if let Some(outcome) = input.timings.time("reuse", || cache.outcome(key.as_ref())) {
        return Ok((repeat(input, outcome), cache));
    }
    let run = input.run(|docs, config| {
        let generated = generator::pipeline::generate(docs, config, cache.content());
        // The next run finds the names that this one wrote, and comes to the same by them.
        let names = generated.files.get(LOCK_FILE).and_then(|text| std::str::from_utf8(text).ok());
        let fresh = Some(Fresh {
            key: pages.map(|pages| pages.with_names(names)),
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
    let input = Input::load(docs, &[], &[])?;
    Ok(input.run(|docs, config| {
        let exported = generator::pipeline::export(docs, config);
        (exported.diagnostics, exported.summary, exported.timings, exported.json)
    }))
}

/// How often each word of the dialect fitted on the pages in `docs`.
pub(crate) fn dialect(docs: &Path) -> Result<Run<Vec<Fired>>, Failure> {
    let input = Input::load(docs, &[], &[])?;
    Ok(input.run(|docs, config| {
        let exported = generator::pipeline::export(docs, config);
        let fired = tally(&config.dialect);
        (exported.diagnostics, exported.summary, exported.timings, fired)
    }))
}

/// The state of the API in `docs`, and the settings it was read with.
pub(crate) fn snapshot(docs: &Path) -> Result<Run<(Snapshot, Config)>, Failure> {
    let input = Input::load(docs, &[], &[])?;
    Ok(input.run(|docs, config| {
        let compared = generator::pipeline::snapshot(docs, config);
        let product = (compared.snapshot, config.clone());
        (compared.diagnostics, compared.summary, Timings::default(), product)
    }))
}

/// Everything that is known about the items of the API in `docs`.
pub(crate) fn evidence(docs: &Path) -> Result<Run<(Gathered, Config)>, Failure> {
    let input = Input::load(docs, &[], &[])?;
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
    let input = Input::load(docs, &[], &[])?;
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

/// The run that came to `outcome`, once more.
fn repeat(input: Input, outcome: Outcome) -> Run<Crate> {
    let Input { mut docs, config, timings } = input;
    // What they report is part of the outcome; the corrected texts are what it is shown beside.
    corrections::apply(&mut docs, &config.corrections);
    let Outcome { diagnostics, files, summary, slice } = outcome;
    let product = Crate { files, slice, fresh: None };
    Run { docs, diagnostics, summary, timings, package: config.package, product }
}
