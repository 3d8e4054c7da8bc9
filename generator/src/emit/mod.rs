//! Writes a plan down as syntax, one function for each kind of item. It decides nothing.
//!
//! In: a [`Plan`]. Out: [`Part`]s, each of which makes the syntax of one file when asked. Syntax trees cannot be
//! sent between threads, so whoever prints asks where it prints.

mod ast;
mod enums;
mod examples;
mod modules;
mod requests;
mod structs;
mod surface;
mod tokens;

use crate::plan::{Comment, Item, Plan, Source};

/// A file of the crate.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// A Rust file.
    Source(&'a Source),
    /// Text as it is.
    Text {
        /// Relative to the crate.
        path: &'a str,
        /// What it holds.
        text: &'a str,
    },
}

/// A Rust file as syntax.
pub struct EmittedFile<'a> {
    /// Relative to the crate.
    pub path: &'a str,
    /// The first line, without the slashes.
    pub banner: String,
    /// What it holds.
    pub syntax: syn::File,
}

/// Everything that a plan emits.
#[derive(Debug)]
pub struct Emission<'a> {
    /// The files.
    pub parts: Vec<Part<'a>>,
    plan: &'a Plan,
}

impl Emission<'_> {
    /// The crate's public items, one sorted line for each.
    pub fn surface(&self) -> String {
        surface::lines(self.plan)
    }
}

/// The file that lists the crate's public items.
pub const SURFACE: &str = "api.txt";

/// All files of `plan`.
pub fn emit(plan: &Plan) -> Emission<'_> {
    let texts =
        plan.texts.iter().map(|file| Part::Text { path: &file.path, text: file.text.as_str() });
    Emission { parts: plan.sources.iter().map(Part::Source).chain(texts).collect(), plan }
}

impl Part<'_> {
    /// Where it lies, relative to the crate.
    pub fn path(&self) -> &str {
        match self {
            Self::Source(source) => &source.path,
            Self::Text { path, .. } => path,
        }
    }
}

/// The syntax of `source`.
///
/// # Errors
/// If what is quoted is not Rust, which is a mistake of the generator's.
pub fn file(source: &Source) -> syn::Result<EmittedFile<'_>> {
    let Source { path, module: _, pages, docs, uses, items } = source;
    let mut syntax: syn::File = syn::parse2(tokens::inner_docs(docs))?;
    let written = &mut syntax.items;
    written.extend(uses.iter().map(|item| syn::Item::Use(modules::use_item(item))));
    for item in items {
        match item {
            Item::Module(module) => written.push(syn::Item::Mod(modules::module(module))),
            Item::Use(item) => written.push(syn::Item::Use(modules::use_item(item))),
            Item::Version(item) => {
                written.extend(syn::parse2::<syn::File>(modules::version(item))?.items);
            }
            Item::Struct(item) => structs::items(item, written)?,
            Item::Enum(item) => written.extend(syn::parse2::<syn::File>(enums::item(item))?.items),
            Item::Stub(item) => written.push(syn::Item::Fn(requests::function(item))),
            Item::Examples(tables) => written.extend(examples::tables(tables)),
            Item::ExampleCalls(calls) => written.extend(examples::calls(calls)),
        }
    }
    Ok(EmittedFile { path, banner: banner(pages), syntax })
}

fn banner(pages: &[Comment]) -> String {
    let from = match pages {
        [] => String::new(),
        [page] => format!(" from {}", page.as_str()),
        [page, rest @ ..] => format!(" from {} and {} more", page.as_str(), rest.len()),
    };
    format!("@generated{from} by `cargo xtask codegen`; do not edit.")
}
