//! A small project in a temporary folder, and the real binary run in it.
#![allow(dead_code, reason = "not every test file needs all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) const PAGE: &str = "\
---
title: \"device resource type\"
description: \"A device.\"
doc_type: resourcePageType
---

# device resource type

Namespace: microsoft.graph

A device.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|model|String|The model.|

## JSON representation

<!-- {
  \"blockType\": \"resource\",
  \"keyProperty\": \"id\",
  \"@odata.type\": \"microsoft.graph.device\"
}
-->
``` json
{
  \"@odata.type\": \"#microsoft.graph.device\",
  \"id\": \"String (identifier)\",
  \"model\": \"String\"
}
```
";

pub(crate) const PAGE_PATH: &str = "docs/v1.0/resources/device.md";

/// A folder with pages in `docs`.
pub(crate) struct Project {
    pub(crate) root: TempDir,
    /// Cargo's target folder, where caches are kept.
    pub(crate) target: TempDir,
}

impl Project {
    pub(crate) fn new() -> Self {
        let project = Self { root: TempDir::new().unwrap(), target: TempDir::new().unwrap() };
        project.put(PAGE_PATH, PAGE);
        project
    }

    /// A project whose crate is written.
    pub(crate) fn written() -> Self {
        let project = Self::new();
        project.codegen(&[]).expect(0);
        project
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let full = self.path(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "TERM"] {
            command.env_remove(variable);
        }
        command.env("CARGO_TARGET_DIR", self.target.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command().args(arguments).current_dir(self.root.path()).output().unwrap();
        Ran::new(output)
    }

    pub(crate) fn codegen(&self, more: &[&str]) -> Ran {
        self.run(&[&["codegen", "--docs", "docs", "--out", "out"], more].concat())
    }

    /// Every file of the output folder.
    pub(crate) fn out(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("out"))
    }

    /// Some source that codegen wrote.
    pub(crate) fn a_source(&self) -> String {
        let mut sources = self.out().into_keys().filter(|path| path.ends_with(".rs"));
        let source = sources.find(|path| path.contains("device") || path.contains("lib.rs"));
        source.expect("the crate has sources")
    }
}

pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path();
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn new(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    #[track_caller]
    pub(crate) fn expect(self, status: i32) -> Self {
        let Self { stdout, stderr, .. } = &self;
        assert_eq!(self.status, Some(status), "stdout:\n{stdout}\nstderr:\n{stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
        self
    }

    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "`{text}` is missing in:\n{}", self.stderr);
        self
    }
}

/// Runs cargo in an emitted crate or what uses it; what it builds goes to `target`. It neither fails nor warns.
pub(crate) fn cargo(folder: &Path, target: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    let text = format!("{}{said}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "`cargo {}` failed:\n{text}", arguments.join(" "));
    assert!(!said.contains("\nwarning"), "it builds with warnings:\n{text}");
}
