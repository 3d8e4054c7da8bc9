//! The whole job in a few lines: `docs/` to the crate `api/`, or with `--check`, whether that is up to date.
use generator::config::{Config, apply_severity};
use generator::diagnostic::Severity;
use generator::messages::{Shown, human};
use generator::{corrections, pipeline, source::DocSet, write};
use std::{error::Error, path::Path, process::ExitCode};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let check = std::env::args().any(|argument| argument == "--check");
    let (pages, out) = (Path::new("docs"), Path::new("api"));
    let config = Config::load(pages)?;
    let mut docs = DocSet::load(pages)?;
    let mut found = corrections::apply(&mut docs, &config.corrections);
    let generated = pipeline::generate(&docs, &config, None);
    found.extend(generated.diagnostics);
    apply_severity(&docs, &config, &mut found);
    let found = found.into_sorted();
    eprint!("{}", human::diagnostics(&docs, &Shown::new(pages), &found, false));
    if found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Ok(ExitCode::FAILURE);
    }
    let plan = write::plan(out, &generated.files)?;
    if check {
        return Ok(if plan.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    write::commit(out, &generated.files, &plan, false, &|_| write::Verdict::Continue)
        .map_err(|error| format!("{error:?}"))?;
    Ok(ExitCode::SUCCESS)
}
