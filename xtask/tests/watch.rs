//! `codegen --watch` from outside: saves of every manner, and that a storm of them ends in what one clean run writes.
#![cfg(unix)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use support::{PAGE, PAGE_PATH, Project, files};

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(project: &Project) -> Self {
        let mut child = project
            .command()
            .args(["--color", "never", "codegen", "--docs", "docs", "--out", "out", "--watch"])
            .current_dir(project.root.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let watching = Self { child, lines };
        watching.until("watching `docs`");
        watching
    }

    /// The lines up to the one that holds `text`.
    #[track_caller]
    fn until(&self, text: &str) -> Vec<String> {
        let mut seen = Vec::new();
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    let found = line.contains(text);
                    seen.push(line);
                    if found {
                        return seen;
                    }
                }
                Err(_) => panic!("`{text}` was not said after {seen:#?}"),
            }
        }
    }

    fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        self.until("stopped");
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn with_property(name: &str) -> String {
    PAGE.replace(
        "|model|String|The model.|\n",
        &format!("|model|String|The model.|\n|{name}|String|More.|\n"),
    )
}

#[test]
fn every_save_is_answered_with_what_is_new() {
    let project = Project::new();
    let watching = Watching::start(&project);
    // In place.
    project.put(PAGE_PATH, &with_property("first"));
    let lines = watching.until(" ms");
    assert!(lines.last().unwrap().contains("written"), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.contains("`microsoft.graph.device.first` is new")),
        "{lines:#?}"
    );
    // Nothing but the date.
    project.put(PAGE_PATH, &with_property("first"));
    assert!(watching.until(" ms").last().unwrap().starts_with("no change; "));
    // As editors do it: a new file takes the place of the old.
    project.put("docs/v1.0/resources/.device.md.swp", &with_property("second"));
    fs::rename(project.path("docs/v1.0/resources/.device.md.swp"), project.path(PAGE_PATH))
        .unwrap();
    watching.until("`microsoft.graph.device.first` is called `second` now");
    watching.until(" ms");
    // A finding is told when it appears, not again, and its end is told.
    project.put(PAGE_PATH, &with_property("second").replace("|model|String|", "|model|nonsense|"));
    watching.until("`microsoft.graph.nonsense`");
    watching.until(" ms");
    project.put(
        PAGE_PATH,
        &(with_property("second").replace("|model|String|", "|model|nonsense|") + "\nMore.\n"),
    );
    let lines = watching.until(" ms");
    assert!(!lines.iter().any(|line| line.contains("nonsense")), "{lines:#?}");
    project.put(PAGE_PATH, &with_property("second"));
    watching.until("no longer found");
    watching.until(" ms");
    // A mistake in the configuration is told, and its end answered.
    project.put("docs/codegen.toml", "nonsense = 1\n");
    watching.until("unknown field");
    watching.until(" ms");
    project.put("docs/codegen.toml", "[crate]\nname = \"renamed\"\n");
    watching.until(" ms");
    assert!(fs::read_to_string(project.path("out/Cargo.toml")).unwrap().contains("renamed"));
    watching.stop();
}

#[test]
fn a_folder_that_is_replaced_is_watched_on() {
    let project = Project::new();
    let watching = Watching::start(&project);
    fs::rename(project.path("docs"), project.path("aside")).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    fs::rename(project.path("aside"), project.path("docs")).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    project.put(PAGE_PATH, &with_property("later"));
    watching.until("`microsoft.graph.device.later` is new");
    watching.stop();
}

#[test]
fn a_storm_of_edits_ends_in_what_a_clean_run_writes() {
    let project = Project::new();
    let watching = Watching::start(&project);
    // A generator of numbers with a fixed seed.
    let mut state: u32 = 12;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let page =
        |name: &str, property: u32| with_property(&format!("p{property}")).replace("device", name);
    for _ in 0..1000 {
        let name = format!("thing{}", next(12));
        let path = project.path(&format!("docs/v1.0/resources/{name}.md"));
        match next(4) {
            0 => {
                fs::remove_file(&path).ok();
            }
            1 => {
                let other = format!("docs/v1.0/resources/thing{}.md", next(12));
                fs::rename(&path, project.path(&other)).ok();
            }
            2 => {
                let temporary = project.path("docs/v1.0/resources/x.tmp");
                fs::write(&temporary, page(&name, next(9))).unwrap();
                fs::rename(&temporary, &path).unwrap();
            }
            _ => fs::write(&path, page(&name, next(9))).unwrap(),
        }
    }
    project.put("docs/v1.0/resources/last.md", &page("last", 1));
    watching.until("`microsoft.graph.last` is new");
    watching.until(" ms");
    watching.stop();
    project
        .run(&["codegen", "--docs", "docs", "--out", "clean", "--no-cache", "--quiet"])
        .expect(0);
    assert_eq!(files(&project.path("out")), files(&project.path("clean")));
}
