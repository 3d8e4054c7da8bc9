//! What the module of each version is called, which is its feature, too.
//!
//! In: the versions of a model. Out: their modules, no two alike, none that is called like something else at the crate's
//! root, and a diagnostic for each that had to be renamed. The folder's name decides, so that another version never
//! renames one, unless the two would be one.

use super::Options;
use super::carried;
use super::names::{self, RustIdent};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::Model;
use std::collections::BTreeSet;

/// Names at the root of the crate or of its tests, beside dependencies and features.
const RESERVED: [&str; 15] = [
    "alloc",
    "bin",
    "build",
    "conventions",
    "core",
    "default",
    "examples",
    "harness",
    "lib",
    "main",
    "proc_macro",
    "runtime",
    "std",
    "test",
    "tests",
];

/// The module of each version of `model`, in their order.
pub(super) fn modules(
    model: &Model,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Vec<RustIdent> {
    let mut taken = reserved(options);
    let wanted: Vec<RustIdent> =
        model.versions.iter().map(|api| names::module_name(&api.version)).collect();
    let mut modules = Vec::with_capacity(wanted.len());
    for (api, wanted_here) in model.versions.iter().zip(&wanted) {
        let mut name = wanted_here.clone();
        while taken.contains(name.as_str()) || (name != *wanted_here && wanted.contains(&name)) {
            name = name.evade();
        }
        taken.insert(name.as_str().to_owned());
        if name != *wanted_here {
            let message = format!(
                "the module and feature of version `{}` are called `{name}`: `{wanted_here}` is taken",
                api.version
            );
            diagnostics.push(
                Diagnostic::unplaced(Code::RenamedVersion, message)
                    .help("rename the folder if another name is wanted"),
            );
        }
        modules.push(name);
    }
    modules
}

fn reserved(options: &Options) -> BTreeSet<String> {
    let keys = |section| {
        let lines = carried::section(carried::MANIFEST, section);
        lines.filter_map(|line| Some(line.split_once('=')?.0.trim().replace('-', "_")))
    };
    let mut names: BTreeSet<String> = RESERVED.iter().map(|&name| name.to_owned()).collect();
    names.extend(keys("features").chain(keys("dependencies")));
    names.insert(options.name.replace('-', "_"));
    names
}
