//! `codegen --watch`: the crate follows the pages, save by save.
//!
//! Events are gathered until the folder is quiet for a moment, then one run answers all of them; what happens during a
//! run is answered by the next. Whatever a run says that the one before did not is printed, and one line with the time
//! that it took, also if nothing changed.

use crate::Outcome;
use crate::cli::CodegenArguments;
use crate::codegen;
use crate::failure::Failure;
use crate::interrupt;
use crate::paths::Folder;
use crate::terminal::Terminal;
use generator::messages::Row;
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long nothing must happen before a run begins.
const QUIET: Duration = Duration::from_millis(25);
/// While things keep happening, a run begins after this long all the same.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the loop waits for.
#[derive(Debug)]
enum Signal {
    /// Something below the docs folder changed.
    Changed(Instant),
    /// The docs folder itself came or went.
    Root(Instant),
    /// Ctrl-C.
    Stop,
}

pub(crate) fn run(
    arguments: &CodegenArguments,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let out = Folder::out(arguments.out.as_deref())?;
    if !docs.path.is_dir() {
        return Err(Failure::new(format!("cannot watch `{}`: it is not a folder", docs.shown())));
    }
    let (sender, receiver) = channel();
    let stop = sender.clone();
    interrupt::defer_to(move || {
        stop.send(Signal::Stop).ok();
    });
    // Watching begins before the first run, so that no save falls between.
    let mut watched = Watched::new(&docs.path, &out.path, sender)?;
    let mut seen = Seen::default();
    answer(arguments, terminal, &mut seen, Instant::now());
    terminal.say(&format!("watching `{}`; ctrl-C ends", docs.shown()));
    while let Some((since, root)) = wait(&receiver) {
        if root {
            watched.renew();
        }
        answer(arguments, terminal, &mut seen, since);
        if interrupt::is_requested() {
            break;
        }
    }
    terminal.say("stopped");
    Ok(Outcome::Clean)
}

/// Waits until something happened and it is quiet again; when it began, and whether the folder itself came or went.
/// `None` at the end.
fn wait(receiver: &Receiver<Signal>) -> Option<(Instant, bool)> {
    let (since, mut root) = match receiver.recv().ok()? {
        Signal::Changed(at) => (at, false),
        Signal::Root(at) => (at, true),
        Signal::Stop => return None,
    };
    loop {
        if since.elapsed() > PATIENCE {
            return Some((since, root));
        }
        match receiver.recv_timeout(QUIET) {
            Ok(Signal::Changed(_)) => {}
            Ok(Signal::Root(_)) => root = true,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => return Some((since, root)),
        }
    }
}

/// One run. Whatever goes wrong is said, and the next save gets its answer all the same.
fn answer(arguments: &CodegenArguments, terminal: &mut Terminal, seen: &mut Seen, since: Instant) {
    match codegen::again(arguments, terminal, seen) {
        Ok(line) => {
            let elapsed = since.elapsed().as_secs_f64() * 1e3;
            terminal.say(&format!("{line}; {elapsed:.0} ms"));
        }
        // While a branch is switched, the folder may be gone for a moment.
        Err(failure) => {
            terminal.failure(&failure);
            let elapsed = since.elapsed().as_secs_f64() * 1e3;
            terminal.say(&format!("nothing was written; {elapsed:.0} ms"));
        }
    }
}

/// What the run before said.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    rows: BTreeSet<String>,
}

impl Seen {
    /// The indices of rows that the run before did not have, and how many of its own are gone.
    pub(crate) fn news(&mut self, rows: &[Row]) -> (Vec<usize>, usize) {
        // A line more above a finding does not make it a new one.
        let key = |row: &Row| {
            let file = row.place.as_ref().map_or("", |place| place.file.as_str());
            format!("{}\0{file}\0{}", row.code, row.message)
        };
        let keys: Vec<String> = rows.iter().map(key).collect();
        let fresh = (0..rows.len()).filter(|&at| !self.rows.contains(&keys[at])).collect();
        let now: BTreeSet<String> = keys.into_iter().collect();
        let gone = self.rows.difference(&now).count();
        self.rows = now;
        (fresh, gone)
    }
}

/// The docs folder, watched.
struct Watched {
    watcher: RecommendedWatcher,
    root: PathBuf,
}

impl Watched {
    fn new(docs: &Path, out: &Path, sender: Sender<Signal>) -> Result<Self, Failure> {
        let fail = |error: &dyn std::fmt::Display| {
            Failure::new(format!("cannot watch `{}`: {error}", docs.display()))
        };
        let root = docs.canonicalize().map_err(|error| fail(&error))?;
        let out = out.canonicalize().or_else(|_| std::path::absolute(out));
        let out = out.map_err(|error| fail(&error))?;
        let place = root.clone();
        let handler = move |event: notify::Result<Event>| {
            let now = Instant::now();
            let signal = match event {
                // Events may have been lost, so everything may have changed.
                Err(_) => Signal::Changed(now),
                Ok(event) if event.need_rescan() => Signal::Changed(now),
                Ok(event) => {
                    let matters = matters(&event.kind);
                    let inside =
                        |path: &PathBuf| path.starts_with(&place) && !path.starts_with(&out);
                    if event.paths.contains(&place) && !matches!(event.kind, EventKind::Access(_)) {
                        Signal::Root(now)
                    } else if matters && event.paths.iter().any(inside) {
                        Signal::Changed(now)
                    } else {
                        return;
                    }
                }
            };
            sender.send(signal).ok();
        };
        let mut watcher = notify::recommended_watcher(handler).map_err(|error| fail(&error))?;
        watcher.watch(&root, RecursiveMode::Recursive).map_err(|error| fail(&error))?;
        // When the folder is replaced as a whole, only the one above it tells.
        if let Some(above) = root.parent() {
            watcher.watch(above, RecursiveMode::NonRecursive).ok();
        }
        Ok(Self { watcher, root })
    }

    /// Watches the folder that is there now.
    fn renew(&mut self) {
        self.watcher.unwatch(&self.root).ok();
        self.watcher.watch(&self.root, RecursiveMode::Recursive).ok();
    }
}

/// Reading a page is no change of it, and neither is another owner or date.
fn matters(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_one_answer() {
        let (sender, receiver) = channel();
        let first = Instant::now();
        sender.send(Signal::Changed(first)).unwrap();
        sender.send(Signal::Root(Instant::now())).unwrap();
        sender.send(Signal::Changed(Instant::now())).unwrap();
        let (since, root) = wait(&receiver).unwrap();
        assert_eq!((since, root), (first, true));
        sender.send(Signal::Changed(first)).unwrap();
        sender.send(Signal::Stop).unwrap();
        assert!(wait(&receiver).is_none(), "ctrl-C does not wait for quiet");
    }

    #[test]
    fn only_news_is_told() {
        let row = |message: &str, line: u32| {
            let place = generator::messages::Place {
                file: "a.md".to_owned(),
                line,
                column: 1,
                end_line: line,
                end_column: 2,
            };
            Row {
                code: "c",
                explanation: "",
                default_severity: "note",
                severity: "note",
                message: message.to_owned(),
                place: Some(place),
                help: None,
                related: Vec::new(),
            }
        };
        let mut seen = Seen::default();
        assert_eq!(seen.news(&[row("a", 1), row("b", 2)]), (vec![0, 1], 0));
        assert_eq!(seen.news(&[row("a", 7), row("c", 2)]), (vec![1], 1));
        assert_eq!(seen.news(&[row("a", 7), row("c", 2)]), (vec![], 0));
    }
}
