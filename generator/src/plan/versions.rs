//! What the module of each version is called, which is its feature, too.
//!
//! In: the versions of a model. Out: their modules, no two alike, none that is called like something else at the crate's
//! root, and a diagnostic for each that had to be renamed. The folder's name decides, so that another version never
//! renames one, unless the two would be one.

use super::Options;
use super::alike::plainness;
use super::carried;
use super::names::{self, RustIdent};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::Model;
use std::collections::BTreeSet;

/// Names at the root of the crate or of its tests, beside dependencies and features.
const RESERVED: [&str; 17] = [
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
    "requests",
    "responses",
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
    // The plainest spelling keeps its name, whatever order they come in.
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&at| plainness(&model.versions[at].version));
    let mut modules = wanted.clone();
    for at in order {
        let mut name = wanted[at].clone();
        while taken.contains(name.as_str()) || (name != wanted[at] && wanted.contains(&name)) {
            name = name.evade();
        }
        taken.insert(name.as_str().to_owned());
        if name != wanted[at] {
            let message = format!(
                "the module and feature of version `{}` are called `{name}`: `{}` is taken",
                model.versions[at].version, wanted[at]
            );
            diagnostics.push(
                Diagnostic::unplaced(Code::RenamedVersion, message)
                    .help("rename the folder if another name is wanted"),
            );
        }
        modules[at] = name;
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
