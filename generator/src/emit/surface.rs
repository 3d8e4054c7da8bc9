//! The crate's public items, one sorted line for each, so that two crates can be compared.

use super::requests::signature;
use crate::plan::{Item, Plan, Source};

/// All lines.
pub(super) fn lines(plan: &Plan) -> String {
    let mut lines = Vec::new();
    for source in &plan.sources {
        for item in &source.items {
            describe(source, item, &mut lines);
        }
    }
    lines.sort_unstable();
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

fn describe(source: &Source, item: &Item, lines: &mut Vec<String>) {
    let module = &source.module;
    match item {
        Item::Struct(item) => {
            let path = format!("{module}::{}", item.name);
            lines.push(format!("struct {path}"));
            lines.extend(
                item.fields
                    .iter()
                    .map(|field| format!("field {path}.{}: Option<{}>", field.name, field.ty)),
            );
            lines.extend(item.ancestors.iter().map(|base| format!("extends {path}.{base}")));
        }
        Item::Enum(item) => {
            let path = format!("{module}::{}", item.name);
            lines.push(format!("enum {path}"));
            lines.extend(
                item.variants.iter().map(|variant| format!("variant {path}.{}", variant.name)),
            );
        }
        Item::Stub(item) => lines.push(format!("fn {module}::{}", signature(item))),
        Item::Use(item) if item.public && source.path.contains("/requests") => {
            lines.extend(
                item.names.iter().map(|(name, alias)| {
                    format!("use {module}::{}", alias.as_ref().unwrap_or(name))
                }),
            );
        }
        Item::Version(_) => lines.extend([
            format!("const {module}::BASE_URL"),
            format!("static {module}::OPERATIONS"),
            format!("static {module}::API"),
        ]),
        Item::Use(_) | Item::Module(_) | Item::Examples(_) | Item::ExampleCalls(_) => {}
    }
}
