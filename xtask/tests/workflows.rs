//! The workflows that the README and `init` show: every command in them is one that this tool takes.

mod support;

use std::path::Path;
use support::Project;

fn text(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read_to_string(root.join(path)).expect("the file")
}

/// The arguments of every `cargo xtask …` in `text`.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((_, rest)) = line.split_once("cargo xtask ") else { continue };
        let rest = rest.split(" > ").next().unwrap_or(rest);
        let words = rest.split_whitespace().map(|word| word.trim_matches('"').to_owned());
        found.push(words.collect());
    }
    found
}

#[test]
fn the_workflows_call_what_there_is() {
    let readme = text("README.md");
    let mut blocks = String::new();
    for language in ["yaml", "sh"] {
        let fence = format!("```{language}\n");
        for block in readme.split(&fence).skip(1) {
            blocks.push_str(block.split("```").next().unwrap_or_default());
        }
    }
    blocks.push_str(&text("xtask/src/template/workflow.yml"));
    let commands = commands(&blocks);
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let project = Project::new();
        let mut words: Vec<&str> = command.iter().map(String::as_str).collect();
        // Where the folders are is all that differs here; `--help` ends a command whose arguments are understood.
        words.push("--help");
        let ran = project.run(&words);
        assert_eq!(ran.status, Some(0), "{command:?}: {}", ran.stderr);
        // What `--help` would hide: an argument that does not exist.
        words.pop();
        words.push("--no-such-flag");
        let ran = project.run(&words);
        assert_eq!(ran.status, Some(2), "{command:?}");
        assert!(ran.stderr.contains("'--no-such-flag'"), "{command:?}: {}", ran.stderr);
    }
}
