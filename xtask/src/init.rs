//! `init`: a project for somebody's own pages, whose commands pass at once.

use crate::Outcome;
use crate::cli::InitArguments;
use crate::failure::Failure;
use crate::terminal::Terminal;
use std::path::{Path, PathBuf};

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("template/workspace.toml")),
    (".cargo/config.toml", include_str!("template/cargo-config.toml")),
    (".gitignore", "/target\n/api/target\n"),
    (".github/workflows/api.yml", include_str!("template/workflow.yml")),
    ("README.md", include_str!("template/README.md")),
    ("docs/codegen.toml", include_str!("template/codegen.toml")),
    ("docs/v1.0/resources/thing.md", include_str!("template/thing.md")),
    ("docs/v1.0/api/thing-get.md", include_str!("template/thing-get.md")),
    ("xtask/Cargo.toml", include_str!("template/xtask.toml")),
    ("xtask/src/main.rs", include_str!("../../generator/examples/codegen.rs")),
];

pub(crate) fn run(arguments: &InitArguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let folder = &arguments.folder;
    let generator = library(arguments)?;
    let fail = |path: &Path, error: &dyn std::fmt::Display| {
        Failure::new(format!("cannot write `{}`: {error}", path.display()))
    };
    for (path, _) in FILES {
        if folder.join(path).exists() {
            let message = format!("`{}` is there already", folder.join(path).display());
            return Err(Failure::with_help(
                message,
                "choose a new folder, or one without such files",
            ));
        }
    }
    for (path, text) in FILES {
        let full = folder.join(path);
        if let Some(above) = full.parent() {
            std::fs::create_dir_all(above).map_err(|error| fail(above, &error))?;
        }
        let text = text.replace("GENERATOR", &quoted(&generator));
        std::fs::write(&full, text).map_err(|error| fail(&full, &error))?;
    }
    terminal.say(&format!("made {} files in `{}`; there:", FILES.len(), folder.display()));
    terminal.say("  cargo xtask codegen");
    terminal.say("  cargo xtask codegen --check");
    Ok(Outcome::Clean)
}

/// Where the library lies that the project's own xtask calls.
fn library(arguments: &InitArguments) -> Result<PathBuf, Failure> {
    let path = match &arguments.generator {
        Some(path) => path.clone(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator"),
    };
    path.canonicalize().map_err(|_| {
        let message = format!("there is no library at `{}`", path.display());
        Failure::with_help(message, "`--generator DIR` names the folder of the package `generator`")
    })
}

/// A string of TOML.
fn quoted(path: &Path) -> String {
    serde_json::Value::from(path.to_string_lossy().replace('\\', "/")).to_string()
}
