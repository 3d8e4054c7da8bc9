//! The front door: a docs folder in, a checked crate out.
//!
//! [`Codegen`] says what is wanted, [`Report`] is what came of it: findings, counts and the files of the crate, which
//! are written when asked. The command line is made of the same parts.
//!
//! ```no_run
//! # fn main() -> Result<(), generator::Error> {
//! let report = generator::Codegen::new("docs").include("/me/messages/**").run()?;
//! eprint!("{}", report.render());
//! report.write("crates/mail")?;
//! # Ok(())
//! # }
//! ```

use crate::config::{Config, Package, apply_severity};
use crate::corrections;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::error::{Error, ErrorKind};
use crate::file_tree::FileTree;
use crate::messages::{self, Shown};
use crate::pipeline;
use crate::plan::LOCK_FILE;
use crate::source::DocSet;
use crate::summary::{Summary, Timings};
use crate::write::{self, Verdict, Written};
use std::io;
use std::path::{Path, PathBuf};

/// What is to be generated.
#[derive(Clone, Debug)]
pub struct Codegen {
    docs: PathBuf,
    include: Vec<String>,
    exclude: Vec<String>,
    former: Option<PathBuf>,
}

/// What came of it. Nothing is written until [`Report::write`].
#[derive(Debug)]
pub struct Report {
    run: Run<FileTree>,
    folder: PathBuf,
}

impl Codegen {
    /// The whole API that the pages in the folder `docs` describe, as its `codegen.toml` says, if there is one.
    pub fn new(docs: impl Into<PathBuf>) -> Self {
        Self { docs: docs.into(), include: Vec::new(), exclude: Vec::new(), former: None }
    }

    /// Only what fits a pattern (a path, a page or a type) and what that needs; adds to those of `codegen.toml`.
    #[must_use]
    pub fn include(mut self, pattern: impl Into<String>) -> Self {
        self.include.push(pattern.into());
        self
    }

    /// Nothing that fits a pattern.
    #[must_use]
    pub fn exclude(mut self, pattern: impl Into<String>) -> Self {
        self.exclude.push(pattern.into());
        self
    }

    /// With the names that things have in the crate in the folder `out`, if there is one, as its `names.lock` says.
    #[must_use]
    pub fn names_of(mut self, out: impl Into<PathBuf>) -> Self {
        self.former = Some(out.into());
        self
    }

    /// Reads the pages and makes the crate, in memory.
    ///
    /// # Errors
    /// The pages or the configuration cannot be read. Mistakes in pages are findings of the [`Report`].
    pub fn run(&self) -> Result<Report, Error> {
        let mut input = Input::load(&self.docs, &self.include, &self.exclude)?;
        let former = self.former.as_deref();
        input.config.names = former.and_then(|out| write::current_text(out, LOCK_FILE));
        let run = input.run(|docs, config| {
            let generated = pipeline::generate(docs, config, None);
            (generated.diagnostics, generated.summary, generated.timings, generated.files)
        });
        Ok(Report { run, folder: self.docs.clone() })
    }
}

impl Report {
    /// Everything that was found, sorted, with the severities of the configuration.
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.run.diagnostics
    }

    /// Whether something was found that makes the crate untrustworthy; it will not be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.run.has_errors()
    }

    /// Pages, types, operations and examples, counted.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.run.summary
    }

    /// The files of the crate.
    #[must_use]
    pub fn files(&self) -> &FileTree {
        &self.run.product
    }

    /// The findings with the lines that they are about, for people.
    #[must_use]
    pub fn render(&self) -> String {
        let shown = Shown::new(&self.folder);
        messages::human::diagnostics(&self.run.docs, &shown, &self.run.diagnostics, false)
    }

    /// The findings for a machine.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn render_as(
        &self,
        format: messages::Format,
        mut out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let shown = Shown::new(&self.folder);
        let rows = messages::rows(&self.run.docs, &shown, &self.run.diagnostics);
        messages::write(&mut out, format, &rows)
    }

    /// Makes the folder `out` the crate: all of it or, on failure, nothing. Files that are the same stay untouched;
    /// those that the generator did not write, or that were edited since, are never overwritten.
    ///
    /// # Errors
    /// There are findings of severity error, the folder holds files that would be lost, or it cannot be written.
    pub fn write(&self, out: impl AsRef<Path>) -> Result<Written, Error> {
        let out = out.as_ref();
        if self.has_errors() {
            return Err(Error::new(ErrorKind::Findings, out, "not written: there are errors")
                .with_help("`Report::render` shows them"));
        }
        write::recover(out)?;
        let plan = write::plan(out, self.files())?;
        let committed = write::commit(out, self.files(), &plan, false, &|_| Verdict::Continue);
        committed.map_err(|error| Error::of_commit(error, out))
    }
}

/// What a run yields.
#[derive(Debug)]
#[doc(hidden)]
pub struct Run<T> {
    /// The pages, as they were read.
    pub docs: DocSet,
    /// Everything that was found, with the severities of the configuration, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Counts.
    pub summary: Summary,
    /// Stage times.
    pub timings: Timings,
    /// What the emitted crate is called.
    pub package: Package,
    /// What was made.
    pub product: T,
}

impl<T> Run<T> {
    /// Whether something was found that makes the product untrustworthy.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// What a run starts from.
#[derive(Debug)]
#[doc(hidden)]
pub struct Input {
    /// The pages.
    pub docs: DocSet,
    /// The configuration, with further patterns.
    pub config: Config,
    /// How long it took to load them.
    pub timings: Timings,
}

impl Input {
    /// The pages and the configuration in `folder`; the patterns add to those of the configuration.
    ///
    /// # Errors
    /// One of the two cannot be read.
    pub fn load(folder: &Path, include: &[String], exclude: &[String]) -> Result<Self, Error> {
        let mut timings = Timings::default();
        let mut config = Config::load(folder)?;
        let docs = timings.time("load", || pipeline::load(folder, &config))?;
        config.slice.include.extend_from_slice(include);
        config.slice.exclude.extend_from_slice(exclude);
        Ok(Self { docs, config, timings })
    }

    /// Corrects the pages, lets `produce` make something of them, and judges what was found.
    pub fn run<T>(
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
}
