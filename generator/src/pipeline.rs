//! The stages in order: pages, model, verdicts, slice, plan, text.
//!
//! In: a loaded docs tree and its configuration. Out: the files of a crate, or the exported IR, with
//! everything that was found on the way. Nothing here touches the disk.

use crate::cache::{Cache, Fingerprint};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::diff::{RECORD_FILE, Snapshot};
use crate::file_tree::FileTree;
use crate::ir::{self, Model, Outcome, Role};
use crate::page::Page;
use crate::plan::{Conventions, NextPage, PlainConventions, Plan};
use crate::render::Rendered;
use crate::resolve::{Settings, VersionFacts};
use crate::source::{DocSet, LoadError, MAX_FILE_BYTES, Selection};
use crate::summary::{Slice, Summary, Timings};
use crate::{check, emit, page, pins, plain, plan, render, resolve, silence, slice, subject};
use std::collections::BTreeMap;
use std::path::Path;

/// What the pages say, checked.
#[derive(Debug)]
pub struct Understood {
    /// The model, with a verdict on every example.
    pub model: Model,
    /// Everything found; severities are still the codes' own.
    pub diagnostics: Diagnostics,
    /// Counts.
    pub summary: Summary,
    /// Stage times.
    pub timings: Timings,
    /// What the model was made from.
    pub pages: Vec<Page>,
}

/// A crate in memory.
#[derive(Debug)]
pub struct Generated {
    /// Everything found; severities are still the codes' own.
    pub diagnostics: Diagnostics,
    /// Every file of the crate.
    pub files: FileTree,
    /// By path, what decides the text of those files that a later run can use again.
    pub fingerprints: BTreeMap<String, Fingerprint>,
    /// Counts.
    pub summary: Summary,
    /// Stage times.
    pub timings: Timings,
    /// What was selected; `None` for the whole API.
    pub slice: Option<Slice>,
    /// What the files were made from.
    pub leftovers: Leftovers,
}

/// What a run made on its way and needs no more.
///
/// To give back its million small pieces takes a twentieth of a run. A process about to end anyway, as the
/// command line is, can forget the whole.
#[derive(Debug)]
#[allow(dead_code, reason = "kept so that dropping it can wait")]
pub struct Leftovers(Vec<Page>, Model, Plan);

/// The IR as text.
#[derive(Debug)]
pub struct Exported {
    /// Everything found; severities are still the codes' own.
    pub diagnostics: Diagnostics,
    /// One `docs-ir/1` object and a line end.
    pub json: String,
    /// Counts.
    pub summary: Summary,
    /// Stage times.
    pub timings: Timings,
}

/// The pages in `folder`, by the dialect's choice of files.
///
/// # Errors
/// The folder, or a file in it, cannot be read.
pub fn load(folder: &Path, config: &Config) -> Result<DocSet, LoadError> {
    let is_page = |name: &str| config.dialect.is_page(name);
    let chosen =
        (!config.dialect.files.is_empty()).then_some(&is_page as &(dyn Fn(&str) -> bool + Sync));
    DocSet::load_selected(folder, Selection { is_page: chosen })
}

/// Reads, resolves and checks.
pub fn understand(docs: &DocSet, config: &Config) -> Understood {
    let mut timings = Timings::default();
    let (pages, mut model, mut diagnostics) = if config.dialect.is_odata() {
        let (pages, mut diagnostics) = timings.time("read", || page::read_all(docs));
        let (model, found) =
            timings.time("resolve", || resolve::resolve(&pages, &settings(config)));
        diagnostics.extend(found);
        (pages, model, diagnostics)
    } else {
        let (model, diagnostics) = understand_subjects(docs, config, &mut timings);
        (Vec::new(), model, diagnostics)
    };
    report_left_out(docs, &mut diagnostics);
    silence::report(docs, config, &model, &mut diagnostics);
    let (verdicts, found) =
        timings.time("check", || check::check(docs, &model, diagnostics.as_slice()));
    diagnostics.extend(found);
    for (api, verdicts) in model.versions.iter_mut().zip(verdicts) {
        for (example, verdict) in api.examples.iter_mut().zip(verdicts) {
            example.outcome = verdict.outcome;
            example.codes = verdict.codes;
        }
    }
    let summary = summarise(&model, docs.pages().count());
    Understood { model, diagnostics, summary, timings, pages }
}

/// Reads and resolves pages of many subjects.
fn understand_subjects(
    docs: &DocSet,
    config: &Config,
    timings: &mut Timings,
) -> (Model, Diagnostics) {
    let dialect = &config.dialect;
    let (pages, mut diagnostics) = timings.time("read", || subject::read_all(docs, dialect));
    let facts = |version: &crate::config::Version| plain::VersionFacts {
        base_url: version.base_url.clone(),
        docs_url: version.docs_url.clone(),
    };
    let versions = config.versions.iter().map(|(name, version)| (name.clone(), facts(version)));
    let settings = plain::Settings {
        default_version: config.default_version.clone(),
        versions: versions.collect(),
    };
    let (model, found) = timings.time("resolve", || plain::resolve(&pages, dialect, &settings));
    diagnostics.extend(found);
    (model, diagnostics)
}

/// Reads, resolves, checks, slices, plans and renders. The files are returned whatever was found; whoever writes them
/// looks at the severities first. `cache` may hold texts of the run before; it changes how long this takes, never what
/// comes out. Without one, no fingerprints are worked out for the next run.
pub fn generate(docs: &DocSet, config: &Config, cache: Option<&Cache>) -> Generated {
    let Understood { mut model, mut diagnostics, summary, mut timings, pages } =
        understand(docs, config);
    diagnostics.extend(pins::apply(&mut model, &config.pins));
    let slice = is_sliced(config).then(|| {
        let (cut, slice, found) = timings.time("slice", || slice::cut(&model, docs, &config.slice));
        model = cut;
        diagnostics.extend(found);
        slice
    });
    let package = &config.package;
    let options = plan::Options {
        name: package.name.clone(),
        version: package.version.clone(),
        license: package.license.clone(),
        repository: package.repository.clone(),
        publish: package.publish,
        conventions: conventions(&config.dialect),
        lock: config.names.as_deref().map(plan::NameLock::parse),
        ..plan::Options::default()
    };
    let (plan, found) = timings.time("plan", || plan::plan(&model, docs, &options));
    diagnostics.extend(found);
    let rendered = timings.time("emit", || render::render(&emit::emit(&plan), cache));
    let Rendered { files, fingerprints } = rendered.unwrap_or_else(|error| {
        let diagnostic = Diagnostic::unplaced(Code::InternalError, error.to_string());
        diagnostics.push(
            diagnostic
                .help("this is a mistake of the generator, not of the pages: please report it"),
        );
        Rendered::default()
    });
    let mut files = files;
    if !files.is_empty() {
        let record = timings.time("record", || Snapshot::for_record(docs, &model, &plan).record());
        files.insert(RECORD_FILE, record);
    }
    let leftovers = Leftovers(pages, model, plan);
    Generated { diagnostics, files, fingerprints, summary, timings, slice, leftovers }
}

/// Reads, resolves, checks and exports.
pub fn export(docs: &DocSet, config: &Config) -> Exported {
    let Understood { model, diagnostics, summary, mut timings, .. } = understand(docs, config);
    let json = timings.time("export", || {
        let mut text = ir::export(docs, &model).to_string();
        text.push('\n');
        text
    });
    Exported { diagnostics, json, summary, timings }
}

/// How the service says what HTTP leaves open, by its dialect.
fn conventions(dialect: &Dialect) -> Conventions {
    if dialect.is_odata() {
        return Conventions::OData;
    }
    let path = |words: &str| -> Vec<String> {
        words.split('.').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let member = |words: &str| path(words).pop().into_iter().collect::<Vec<_>>();
    let wire = &dialect.wire;
    let mut error = path(&wire.error_message);
    error.pop();
    let next = match wire.next.as_str() {
        "" => NextPage::Never,
        "link-header" => NextPage::LinkHeader,
        words => NextPage::Url(path(words)),
    };
    Conventions::Plain(Box::new(PlainConventions {
        error,
        error_code: member(&wire.error_code),
        error_message: member(&wire.error_message),
        items: path(&wire.items),
        next,
        ..PlainConventions::default()
    }))
}

/// What two docs trees are compared by, in the order in which it is worked out.
#[derive(Debug)]
pub struct Compared {
    /// The state of the API, with its names in Rust.
    pub snapshot: Snapshot,
    /// Everything found; severities are still the codes' own.
    pub diagnostics: Diagnostics,
    /// Counts.
    pub summary: Summary,
}

/// Reads, resolves, checks, and plans a crate for the names in it.
pub fn snapshot(docs: &DocSet, config: &Config) -> Compared {
    let Understood { mut model, mut diagnostics, summary, .. } = understand(docs, config);
    diagnostics.extend(pins::apply(&mut model, &config.pins));
    if is_sliced(config) {
        let (cut, _, found) = slice::cut(&model, docs, &config.slice);
        model = cut;
        diagnostics.extend(found);
    }
    let (snapshot, found) = planned(docs, &model);
    diagnostics.extend(found);
    Compared { snapshot, diagnostics, summary }
}

/// The state of the API that is `model`, with its names in Rust.
pub fn snapshot_of(docs: &DocSet, model: &Model) -> Snapshot {
    planned(docs, model).0
}

fn planned(docs: &DocSet, model: &Model) -> (Snapshot, Diagnostics) {
    let options = plan::Options { tests: false, ..plan::Options::default() };
    let (plan, found) = plan::plan(model, docs, &options);
    (Snapshot::of_model(docs, model, Some(&plan)), found)
}

fn is_sliced(config: &Config) -> bool {
    !config.slice.include.is_empty() || !config.slice.exclude.is_empty()
}

fn settings(config: &Config) -> Settings {
    let facts = |version: &crate::config::Version| VersionFacts {
        base_url: version.base_url.clone(),
        docs_url: version.docs_url.clone(),
    };
    Settings {
        default_version: config.default_version.clone(),
        versions: config
            .versions
            .iter()
            .map(|(name, version)| (name.clone(), facts(version)))
            .collect(),
    }
}

fn report_left_out(docs: &DocSet, diagnostics: &mut Diagnostics) {
    for (path, bytes) in &docs.too_large {
        let message =
            format!("`{path}` has {bytes} bytes, more than {MAX_FILE_BYTES}, and was left out");
        diagnostics.push(Diagnostic::unplaced(Code::PageTooLarge, message));
    }
    for path in &docs.links_out {
        let message = format!("`{path}` is a link out of the docs folder, and was not followed");
        diagnostics.push(Diagnostic::unplaced(Code::LinkOut, message));
    }
}

fn summarise(model: &Model, pages: usize) -> Summary {
    let mut summary = Summary { pages, ..Summary::default() };
    for api in &model.versions {
        let enums = api.types.iter().filter(|ty| ty.enumeration().is_some()).count();
        summary.enums += enums;
        summary.types += api.types.len() - enums;
        summary.operations += api.operations.len();
        for example in api.examples.iter().filter(|example| example.role != Role::Resource) {
            match example.outcome {
                Outcome::Ok => summary.examples.ok += 1,
                Outcome::Defective => summary.examples.defective += 1,
                Outcome::Unresolved => summary.examples.unresolved += 1,
            }
        }
    }
    summary
}
