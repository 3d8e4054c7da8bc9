//! Writes a plan down as tokens, one function for each kind of item. It decides nothing.
//!
//! In: a [`Plan`]. Out: [`Part`]s, each of which makes the tokens of one file when asked. Tokens cannot be
//! sent between threads, so whoever prints asks where it prints.

mod enums;
mod examples;
mod modules;
mod requests;
mod structs;
mod surface;
mod tokens;

use crate::plan::{Item, Plan, Source};
use proc_macro2::TokenStream;
use quote::quote;

/// A file of the crate.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// A Rust file.
    Source(&'a Source),
    /// Text as it stands.
    Text {
        /// Relative to the crate.
        path: &'a str,
        /// What it holds.
        text: &'a str,
    },
}

/// A Rust file as tokens.
#[derive(Debug)]
pub struct EmittedFile<'a> {
    /// Relative to the crate.
    pub path: &'a str,
    /// The first line, without the slashes.
    pub banner: String,
    /// What it holds.
    pub tokens: TokenStream,
}

/// Everything that a plan emits.
#[derive(Debug)]
pub struct Emission<'a> {
    /// The files.
    pub parts: Vec<Part<'a>>,
    /// The crate's public items, one sorted line for each.
    pub surface: String,
}

/// The file that lists the crate's public items.
pub const SURFACE: &str = "api.txt";

/// All files of `plan`.
pub fn emit(plan: &Plan) -> Emission<'_> {
    let texts = plan.texts.iter().map(|file| Part::Text { path: &file.path, text: &file.text });
    Emission {
        parts: plan.sources.iter().map(Part::Source).chain(texts).collect(),
        surface: surface::lines(plan),
    }
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

/// The tokens of `source`.
pub fn file(source: &Source) -> EmittedFile<'_> {
    let Source { path, module: _, pages, docs, uses, items } = source;
    let docs = tokens::inner_docs(docs);
    let uses = uses.iter().map(modules::use_item);
    let items = items.iter().map(|item| match item {
        Item::Module(module) => modules::module(module),
        Item::Use(item) => modules::use_item(item),
        Item::Text(item) => modules::text(item),
        Item::Struct(item) => structs::item(item),
        Item::Enum(item) => enums::item(item),
        Item::Stub(item) => requests::item(item),
        Item::Examples(tables) => examples::tables(tables),
    });
    let tokens = quote!(#docs #(#uses)* #(#items)*);
    EmittedFile { path, banner: banner(pages), tokens }
}

fn banner(pages: &[String]) -> String {
    let from = match pages {
        [] => String::new(),
        [page] => format!(" from {page}"),
        [page, rest @ ..] => format!(" from {page} and {} more", rest.len()),
    };
    format!("@generated{from} by `cargo xtask codegen`; do not edit.")
}
