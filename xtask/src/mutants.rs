//! `mutants`: does a test fail when a rule is broken?
//!
//! In: the list `xtask/mutants.toml`, each entry a change of one text in one file. Out: for each whether the tests
//! caught it. The work is done in a copy of the tracked files below cargo's target folder, so that the tree stays as
//! it is. What was found is kept there too: a run that was interrupted goes on where it was.

use crate::Outcome;
use crate::cli::MutantsArguments;
use crate::failure::Failure;
use crate::paths;
use crate::terminal::Terminal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const LIST: &str = "xtask/mutants.toml";

/// A test run that takes longer hangs, which is noticed too.
const LIMIT: Duration = Duration::from_secs(600);

/// A rule that is broken on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Mutant {
    /// What is broken, in a few words.
    name: String,
    /// The file, from the project's root.
    file: String,
    /// A text that occurs once in the file.
    find: String,
    /// What takes its place.
    replace: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    mutant: Vec<Mutant>,
}

/// What came of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    /// A test failed, or never ended.
    Caught,
    /// All tests passed.
    Survived,
    /// The change is not Rust, or not well typed.
    DoesNotCompile,
    /// The text does not occur, or more than once.
    DoesNotApply,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Caught, Self::Survived, Self::DoesNotCompile, Self::DoesNotApply];

    fn words(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Survived => "survived",
            Self::DoesNotCompile => "does not compile",
            Self::DoesNotApply => "does not apply",
        }
    }
}

/// A line of the file with results.
#[derive(Deserialize, Serialize)]
struct Known {
    mutant: Mutant,
    verdict: Verdict,
}

/// Runs the command.
pub(crate) fn run(
    arguments: &MutantsArguments,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let root = paths::root();
    let wanted = |mutant: &Mutant| {
        let words = &arguments.filter;
        words.is_empty()
            || words.iter().any(|word| mutant.name.contains(word) || mutant.file.contains(word))
    };
    let mutants: Vec<Mutant> = read(&root)?.into_iter().filter(wanted).collect();
    if arguments.list {
        for mutant in &mutants {
            terminal.print(&format!("{}: {}\n", mutant.file, mutant.name));
        }
        return Ok(Outcome::Clean);
    }
    let scratch = Scratch::new(&root)?;
    let mut known = if arguments.restart { BTreeMap::new() } else { scratch.known() };
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut is_sound = false;
    for (at, mutant) in mutants.iter().enumerate() {
        let before = known.remove(&mutant.name).filter(|known| known.mutant == *mutant);
        let verdict = match before {
            Some(known) => known.verdict,
            None => {
                if !is_sound {
                    terminal.say("the tests without a mutant");
                    scratch.expect_success()?;
                    is_sound = true;
                }
                let verdict = scratch.judge(mutant)?;
                scratch.keep(mutant, verdict)?;
                verdict
            }
        };
        *counts.entry(verdict).or_default() += 1;
        let (at, of, words) = (at + 1, mutants.len(), verdict.words());
        terminal.say(&format!("{at:3}/{of} {words:16} {}: {}", mutant.file, mutant.name));
    }
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", counts.get(verdict).unwrap_or(&0), verdict.words()))
        .collect();
    terminal.say(&format!("{} mutants: {}", mutants.len(), counts.join(", ")));
    Ok(Outcome::Clean)
}

fn read(root: &Path) -> Result<Vec<Mutant>, Failure> {
    let text = fs::read_to_string(root.join(LIST))
        .map_err(|error| Failure::new(format!("cannot read {LIST}: {error}")))?;
    let list: List = toml::from_str(&text)
        .map_err(|error| Failure::new(format!("{LIST} is not a list of mutants: {error}")))?;
    Ok(list.mutant)
}

/// The copy that mutants are made in.
struct Scratch {
    tree: PathBuf,
    target: PathBuf,
    results: PathBuf,
}

impl Scratch {
    /// Brings the copy up to date. Files that have not changed keep their times, so that little is built again.
    fn new(root: &Path) -> Result<Self, Failure> {
        let folder = root.join("target/mutants");
        let scratch = Self {
            tree: folder.join("tree"),
            target: folder.join("target"),
            results: folder.join("results.jsonl"),
        };
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .map_err(|error| Failure::new(format!("cannot run git: {error}")))?;
        let names = String::from_utf8_lossy(&listed.stdout);
        let names: BTreeSet<&str> = names.split('\0').filter(|name| !name.is_empty()).collect();
        let wanted = |path: &Path| {
            let name = path.strip_prefix(&scratch.tree).ok().and_then(Path::to_str);
            name.is_some_and(|name| names.contains(name) && root.join(name).is_file())
        };
        remove_others(&scratch.tree, &wanted)
            .map_err(|error| Failure::new(format!("cannot clear the copy: {error}")))?;
        for name in &names {
            // What was deleted but is still tracked is not there to be copied.
            let Ok(text) = fs::read(root.join(name)) else { continue };
            let copy = scratch.tree.join(name);
            if fs::read(&copy).is_ok_and(|known| known == text) {
                continue;
            }
            let made = copy.parent().map_or(Ok(()), fs::create_dir_all);
            made.and_then(|()| fs::write(&copy, text))
                .map_err(|error| Failure::new(format!("cannot copy {name}: {error}")))?;
        }
        Ok(scratch)
    }

    /// Verdicts of earlier runs, by name.
    fn known(&self) -> BTreeMap<String, Known> {
        let text = fs::read_to_string(&self.results).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Known>(line).ok());
        lines.map(|known| (known.mutant.name.clone(), known)).collect()
    }

    fn keep(&self, mutant: &Mutant, verdict: Verdict) -> Result<(), Failure> {
        let known = Known { mutant: mutant.clone(), verdict };
        let line =
            serde_json::to_string(&known).map_err(|error| Failure::new(error.to_string()))?;
        let file = fs::OpenOptions::new().create(true).append(true).open(&self.results);
        file.and_then(|mut file| writeln!(file, "{line}"))
            .map_err(|error| Failure::new(format!("cannot keep a verdict: {error}")))
    }

    /// The tests must pass as they are: else everything would seem to be caught.
    fn expect_success(&self) -> Result<(), Failure> {
        for package in ["generator", "runtime"] {
            if !self.succeeds(&["test", "--quiet", "--package", package])? {
                let help = format!("`cargo test -p {package}` tells which");
                return Err(Failure::with_help("a test fails without any mutant", help));
            }
        }
        Ok(())
    }

    fn judge(&self, mutant: &Mutant) -> Result<Verdict, Failure> {
        let path = self.tree.join(&mutant.file);
        let Ok(text) = fs::read_to_string(&path) else { return Ok(Verdict::DoesNotApply) };
        if text.matches(&mutant.find).count() != 1 {
            return Ok(Verdict::DoesNotApply);
        }
        let write = |text: &str| {
            fs::write(&path, text)
                .map_err(|error| Failure::new(format!("cannot write {}: {error}", mutant.file)))
        };
        write(&text.replacen(&mutant.find, &mutant.replace, 1))?;
        let verdict = self.tested(mutant);
        write(&text)?;
        verdict
    }

    /// The suite that holds most rules comes first: what fails there need not be built for the others.
    fn tested(&self, mutant: &Mutant) -> Result<Verdict, Failure> {
        let (package, telling): (_, &[&str]) = match mutant.file.starts_with("generator/runtime/") {
            true => ("runtime", &["--lib"]),
            false => ("generator", &["--test", "pages"]),
        };
        let test = ["test", "--quiet", "--package", package];
        if !self.succeeds(&[&test, telling, &["--no-run"]].concat())? {
            return Ok(Verdict::DoesNotCompile);
        }
        let passes = self.succeeds(&[&test, telling].concat())? && self.succeeds(&test)?;
        Ok(if passes { Verdict::Survived } else { Verdict::Caught })
    }

    /// Runs cargo in the copy.
    fn succeeds(&self, arguments: &[&str]) -> Result<bool, Failure> {
        let child = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(arguments)
            .current_dir(&self.tree)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = child.map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
        finish(child).map_err(|error| Failure::new(format!("cannot wait for cargo: {error}")))
    }
}

/// Removes the files below `folder` that are not wanted: what was renamed is there under its old name.
fn remove_others(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> std::io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            remove_others(&path, wanted)?;
        } else if !wanted(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Whether the process ends well, and in time.
fn finish(mut child: Child) -> std::io::Result<bool> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if started.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change of the code that moves a mutant's text has to move the mutant too.
    #[test]
    fn every_mutant_applies_and_has_a_name_of_its_own() {
        let root = paths::root();
        let mutants = read(&root).expect("the list of mutants");
        let mut names = BTreeSet::new();
        let wrong: Vec<String> = mutants
            .iter()
            .filter_map(|mutant| {
                let text = fs::read_to_string(root.join(&mutant.file)).unwrap_or_default();
                let times = text.matches(&mutant.find).count();
                let fresh = names.insert(&mutant.name);
                (times != 1 || !fresh || mutant.find == mutant.replace)
                    .then(|| format!("{}: {}: {times} times", mutant.file, mutant.name))
            })
            .collect();
        assert!(mutants.len() >= 100, "there are {} mutants", mutants.len());
        assert!(wrong.is_empty(), "mutants that do not apply:\n{}", wrong.join("\n"));
    }
}
