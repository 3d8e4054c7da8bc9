//! Writing is all or nothing: stopped, killed or failing at any step.

#[path = "support/folder.rs"]
mod folder;

use folder::{drifts, first_tree, go_on, put, second_tree, snapshot, write};
use generator::file_tree::FileTree;
use generator::write::{CommitError, Drift, Recovered, Step, Verdict, commit, plan, recover};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Every step of one commit, in order, as text.
fn steps(out: &Path, tree: &FileTree) -> usize {
    let count = AtomicUsize::new(0);
    let plan = plan(out, tree).unwrap();
    commit(out, tree, &plan, true, &|_| {
        count.fetch_add(1, Ordering::Relaxed);
        Verdict::Continue
    })
    .unwrap();
    count.into_inner()
}

/// Stops at step `at`; undoing goes on.
fn stop_at(at: usize, verdict: Verdict) -> impl Fn(&Step<'_>) -> Verdict + Sync {
    let count = AtomicUsize::new(0);
    move |_| {
        let here = count.fetch_add(1, Ordering::Relaxed) == at;
        if here { verdict } else { Verdict::Continue }
    }
}

/// Each case begins with this folder and ends with the other.
fn starts() -> [(&'static str, FileTree, FileTree); 3] {
    [
        ("a new folder", FileTree::new(), first_tree()),
        ("a change", first_tree(), second_tree()),
        ("the way back", second_tree(), first_tree()),
    ]
}

fn started(before: &FileTree) -> (TempDir, PathBuf) {
    let temp = TempDir::new().unwrap();
    let out = temp.path().join("new/generated");
    if !before.is_empty() {
        write(&out, before, false).unwrap();
        put(&out, "src/foreign.txt", "foreign");
    }
    (temp, out)
}

#[test]
fn cancelled_at_any_step_nothing_has_changed() {
    for (name, before, after) in starts() {
        let total = steps(&started(&before).1, &after);
        assert!(total > 10);
        for at in 0..total {
            let (temp, out) = started(&before);
            let kept = snapshot(temp.path());
            let planned = plan(&out, &after).unwrap();
            let result = commit(&out, &after, &planned, false, &stop_at(at, Verdict::Cancel));
            if at + 1 == total {
                // Only the backups were left to remove, which the next run does.
                result.expect(name);
                assert_eq!(recover(&out).unwrap(), Some(Recovered::Completed));
                assert!(plan(&out, &after).unwrap().is_clean());
                continue;
            }
            assert!(matches!(result, Err(CommitError::Cancelled)), "{name}, step {at}: {result:?}");
            assert_eq!(snapshot(temp.path()), kept, "{name}, step {at}");
        }
    }
}

#[test]
fn killed_at_any_step_the_next_run_puts_it_right() {
    for (name, before, after) in starts() {
        let total = steps(&started(&before).1, &after);
        let mut seen = BTreeSet::new();
        for at in 0..total {
            let (_temp, out) = started(&before);
            fs::create_dir_all(&out).unwrap();
            let kept = snapshot(&out);
            let planned = plan(&out, &after).unwrap();
            let result = commit(&out, &after, &planned, false, &stop_at(at, Verdict::Abandon));
            let recovered = recover(&out).unwrap();
            match &recovered {
                Some(Recovered::Completed) => {
                    result.expect(name);
                    assert!(plan(&out, &after).unwrap().is_clean(), "{name}, step {at}");
                }
                Some(_) => {
                    assert!(matches!(result, Err(CommitError::Abandoned)), "{name}: {result:?}");
                    assert_eq!(snapshot(&out), kept, "{name}, step {at}");
                }
                None => panic!("{name}, step {at}: the next run must say that something was wrong"),
            }
            seen.insert(format!("{recovered:?}").split(' ').next().unwrap_or_default().to_owned());
            assert_eq!(recover(&out).unwrap(), None);
            write(&out, &after, false).unwrap();
            assert!(plan(&out, &after).unwrap().is_clean(), "{name}, step {at}");
        }
        assert_eq!(seen.len(), 3, "{name}: {seen:?}");
    }
}

#[test]
fn killed_while_undoing_it_is_undone_all_the_same() {
    let total = steps(&started(&first_tree()).1, &second_tree());
    let (_temp, out) = started(&first_tree());
    let kept = snapshot(&out);
    let planned = plan(&out, &second_tree()).unwrap();
    for undone in 0..planned.findings.len() {
        let undos = AtomicUsize::new(0);
        let cancel = stop_at(total - 2, Verdict::Cancel);
        let result = commit(&out, &second_tree(), &planned, false, &|step| match step {
            Step::Undo(_) if undos.fetch_add(1, Ordering::Relaxed) == undone => Verdict::Abandon,
            Step::Undo(_) => Verdict::Continue,
            step => cancel(step),
        });
        assert!(matches!(result, Err(CommitError::Abandoned)), "{undone}: {result:?}");
        assert!(matches!(recover(&out).unwrap(), Some(Recovered::Undone { .. })));
        assert_eq!(snapshot(&out), kept, "killed after undoing {undone}");
    }
}

/// A folder whose files cannot be exchanged: it may be read, not written.
#[cfg(unix)]
fn lock_folder(folder: &Path, locked: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if locked { 0o555 } else { 0o755 };
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
}

/// Whether permissions bind this process: they do not bind root.
#[cfg(unix)]
fn permissions_bind() -> bool {
    let temp = TempDir::new().unwrap();
    lock_folder(temp.path(), true);
    let bind = fs::write(temp.path().join("a"), "").is_err();
    lock_folder(temp.path(), false);
    bind
}

/// At each step in turn something takes the place that the step is about to write to, which stops it as a full disk does:
/// the step fails, and everything before it is taken back, or what was taken is kept and the next run says so.
#[test]
fn failing_at_any_step_the_folder_is_the_old_one() {
    let total = steps(&started(&first_tree()).1, &second_tree());
    let (mut failed, mut written) = (0, 0);
    for at in 0..total {
        let (_temp, out) = started(&first_tree());
        let kept = snapshot(&out);
        let planned = plan(&out, &second_tree()).unwrap();
        let count = AtomicUsize::new(0);
        let obstacle = std::sync::Mutex::new(None);
        let obstruct = |step: &Step<'_>| {
            if matches!(step, Step::Undo(_)) || count.fetch_add(1, Ordering::Relaxed) != at {
                return Verdict::Continue;
            }
            let transaction = out.join(generator::write::TRANSACTION);
            // What is about to be made: a folder that is not empty cannot be replaced by a file.
            let place = match step {
                Step::Stage(path) => ["new/0", &format!("tree/{path}")]
                    .map(|side| transaction.join(side))
                    .into_iter()
                    .find(|place| !place.exists()),
                Step::Journal => Some(transaction.join("journal.json")),
                Step::Place(path) => Some(out.join(path)),
                Step::Finish => Some(transaction.join("committed")),
                Step::MoveAside(_) => Some(transaction.join("old/0")),
                Step::Sweep | Step::Clear | Step::Undo(_) => None,
            };
            if let Some(place) = place.filter(|place| !place.exists()) {
                fs::create_dir_all(place.join("full")).unwrap();
                *obstacle.lock().unwrap() = Some(place);
            }
            Verdict::Continue
        };
        let result = commit(&out, &second_tree(), &planned, false, &obstruct);
        let obstacle = obstacle.into_inner().unwrap();
        match result {
            Ok(_) => written += 1,
            Err(_) => failed += 1,
        }
        if result.is_err() {
            if let Some(place) = obstacle.filter(|place| place.is_dir()) {
                fs::remove_dir_all(place).unwrap();
            }
            recover(&out).unwrap();
            assert_eq!(snapshot(&out), kept, "step {at}: {result:?}");
        }
        write(&out, &second_tree(), false).unwrap();
        assert!(plan(&out, &second_tree()).unwrap().is_clean(), "step {at}");
    }
    println!("{total} steps: {failed} failed and were undone, {written} went through");
    assert!(failed > 5, "{failed} of {total} steps failed");
}

#[cfg(unix)]
#[test]
fn permission_lost_at_any_step_is_said_and_put_right_once_it_is_back() {
    if !permissions_bind() {
        return;
    }
    let total = steps(&started(&first_tree()).1, &second_tree());
    for at in 0..total {
        let (_temp, out) = started(&first_tree());
        let kept = snapshot(&out);
        let planned = plan(&out, &second_tree()).unwrap();
        let count = AtomicUsize::new(0);
        let locked =
            ["", "src", "src/v1_0", generator::write::TRANSACTION].map(|path| out.join(path));
        let lose = |_: &Step<'_>| {
            if count.fetch_add(1, Ordering::Relaxed) == at {
                locked
                    .iter()
                    .filter(|folder| folder.exists())
                    .for_each(|folder| lock_folder(folder, true));
            }
            Verdict::Continue
        };
        let result = commit(&out, &second_tree(), &planned, false, &lose);
        locked
            .iter()
            .filter(|folder| folder.exists())
            .for_each(|folder| lock_folder(folder, false));
        recover(&out).unwrap();
        match result {
            Ok(_) => assert!(plan(&out, &second_tree()).unwrap().is_clean(), "step {at}"),
            Err(_) => assert_eq!(snapshot(&out), kept, "step {at}: {result:?}"),
        }
    }
}

/// Killed at every step of every recovery: recovery itself is a run that can be killed.
#[test]
fn killed_at_every_step_and_at_every_step_of_undoing_it() {
    let total = steps(&started(&first_tree()).1, &second_tree());
    let mut cases = 0;
    for at in 0..total - 1 {
        for undone in 0.. {
            let (_temp, out) = started(&first_tree());
            let kept = snapshot(&out);
            let planned = plan(&out, &second_tree()).unwrap();
            let undos = AtomicUsize::new(0);
            let cancel = stop_at(at, Verdict::Cancel);
            let result = commit(&out, &second_tree(), &planned, false, &|step| match step {
                Step::Undo(_) if undos.fetch_add(1, Ordering::Relaxed) == undone => {
                    Verdict::Abandon
                }
                Step::Undo(_) => Verdict::Continue,
                step => cancel(step),
            });
            // While the first run is dead, two come at once: one recovers, the other finds nothing to do or a run at work.
            let second = recover(&out);
            let third = recover(&out);
            assert!(second.is_ok() && third.is_ok(), "{second:?} {third:?}");
            assert_eq!(snapshot(&out), kept, "step {at}, undoing {undone}: {result:?}");
            cases += 1;
            if matches!(result, Err(CommitError::Cancelled)) {
                break;
            }
        }
    }
    println!("{total} steps, {cases} pairs of kills");
    assert!(cases > total);
}

#[test]
fn what_people_changed_after_a_kill_is_kept() {
    let (_temp, out) = started(&first_tree());
    let planned = plan(&out, &second_tree()).unwrap();
    let kill =
        |step: &Step<'_>| if *step == Step::Finish { Verdict::Abandon } else { Verdict::Continue };
    commit(&out, &second_tree(), &planned, false, &kill).unwrap_err();
    put(&out, "src/v1_0/user.rs", "mine");
    let kept = match recover(&out).unwrap() {
        Some(Recovered::Undone { kept, .. }) => kept,
        other => panic!("{other:?}"),
    };
    assert_eq!(kept, ["src/v1_0/user.rs"]);
    assert_eq!(fs::read_to_string(out.join("src/v1_0/user.rs")).unwrap(), "mine");
    assert_eq!(drifts(&out, &first_tree()), [("src/v1_0/user.rs".to_owned(), Drift::HandEdited)]);
}

#[test]
fn a_failing_file_system_changes_nothing() {
    let (_temp, out) = started(&first_tree());
    let kept = snapshot(&out);
    let planned = plan(&out, &second_tree()).unwrap();
    // Somebody puts a file where codegen is about to put one.
    let intruder = out.join("src/v1_0/new/deep/group.rs");
    let intrude = |step: &Step<'_>| {
        if matches!(step, Step::MoveAside("src/v1_0/mod.rs")) {
            put(&out, "src/v1_0/new/deep/group.rs", "mine");
        }
        Verdict::Continue
    };
    let result = commit(&out, &second_tree(), &planned, false, &intrude);
    assert!(matches!(result, Err(CommitError::Failed(_))), "{result:?}");
    assert_eq!(fs::read_to_string(&intruder).unwrap(), "mine");
    fs::remove_dir_all(out.join("src/v1_0/new")).unwrap();
    assert_eq!(snapshot(&out), kept);
}

#[test]
fn two_runs_do_not_meet() {
    let (_temp, out) = started(&first_tree());
    let planned = plan(&out, &second_tree()).unwrap();
    let meet = |step: &Step<'_>| {
        if *step == Step::Finish {
            assert!(recover(&out).unwrap_err().reason.contains("another codegen"));
            let inner = commit(&out, &second_tree(), &planned, false, &go_on);
            assert!(matches!(inner, Err(CommitError::Failed(_))), "{inner:?}");
        }
        Verdict::Continue
    };
    commit(&out, &second_tree(), &planned, false, &meet).unwrap();
    assert!(plan(&out, &second_tree()).unwrap().is_clean());
}

#[test]
fn of_two_runs_that_compared_before_either_wrote_one_refuses() {
    for (name, before, after) in starts() {
        let (_temp, out) = started(&before);
        let mut other: FileTree =
            after.iter().map(|(path, text)| (path.to_owned(), text.to_vec())).collect();
        other.insert("src/other.rs", "// other\n");
        let (first, second) = (plan(&out, &after).unwrap(), plan(&out, &other).unwrap());
        commit(&out, &after, &first, false, &go_on).unwrap();
        let result = commit(&out, &other, &second, false, &go_on);
        assert!(matches!(result, Err(CommitError::Failed(_))), "{name}: {result:?}");
        assert!(plan(&out, &after).unwrap().is_clean(), "{name}: the first run's crate, whole");
    }
}

#[test]
fn nothing_is_compared_while_another_run_writes() {
    let (_temp, out) = started(&first_tree());
    let planned = plan(&out, &second_tree()).unwrap();
    let look = |step: &Step<'_>| {
        if matches!(step, Step::Place(_) | Step::MoveAside(_)) {
            let seen = plan(&out, &second_tree());
            assert!(seen.is_err_and(|error| error.reason.contains("another codegen")));
        }
        Verdict::Continue
    };
    commit(&out, &second_tree(), &planned, false, &look).unwrap();
}
