//! Syntax to text: printed, a blank line between items.
//!
//! In: what [`emit`] emits. Out: a [`FileTree`]. Files are printed in parallel; the bytes do not
//! depend on how many threads there are. A file whose plan the run before printed is taken from its cache.

use crate::cache::{Cache, Fingerprint, fingerprint};
use crate::emit::{self, Emission, EmittedFile, Part, SURFACE};
use crate::file_tree::FileTree;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt;

/// The text of every file.
#[derive(Debug, Default)]
pub struct Rendered {
    /// The files.
    pub files: FileTree,
    /// What decides the text of those that were printed, by path.
    pub fingerprints: BTreeMap<String, Fingerprint>,
}

/// Tokens that are no Rust: a mistake of the generator's.
#[derive(Debug)]
pub struct RenderError {
    /// The file.
    pub path: String,
    /// What the parser says.
    pub reason: String,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, reason } = self;
        write!(f, "the generator emitted tokens for `{path}` that are not Rust: {reason}")
    }
}

impl std::error::Error for RenderError {}

/// The text of every file. With a cache, what it holds is taken from there, and the fingerprints for the next one are
/// worked out.
///
/// # Errors
/// If emission quoted what is not Rust, which is a mistake of the generator's.
pub fn render(emission: &Emission<'_>, cache: Option<&Cache>) -> Result<Rendered, RenderError> {
    let (texts, surface): (Result<Vec<Text>, RenderError>, String) = rayon::join(
        // Last first: the example tables come last and are the longest by far.
        || emission.parts.par_iter().rev().map(|part| text(*part, cache)).collect(),
        || emission.surface(),
    );
    let mut rendered = Rendered::default();
    for Text { path, text, fingerprint } in texts? {
        if let Some(fingerprint) = fingerprint {
            rendered.fingerprints.insert(path.clone(), fingerprint);
        }
        rendered.files.insert(path, text);
    }
    rendered.files.insert(SURFACE, surface);
    Ok(rendered)
}

struct Text {
    path: String,
    text: String,
    fingerprint: Option<Fingerprint>,
}

fn text(part: Part<'_>, cache: Option<&Cache>) -> Result<Text, RenderError> {
    let source = match part {
        Part::Text { path, text } => {
            return Ok(Text { path: path.to_owned(), text: text.to_owned(), fingerprint: None });
        }
        Part::Source(source) => source,
    };
    let path = source.path.clone();
    let fingerprint = cache.map(|_| fingerprint(source));
    let kept = cache.zip(fingerprint.as_ref()).and_then(|(cache, of)| cache.text(of));
    let text = match kept {
        Some(text) => text.to_owned(),
        None => match emit::file(source) {
            Ok(file) => print(file),
            Err(error) => return Err(RenderError { path, reason: error.to_string() }),
        },
    };
    Ok(Text { path, text, fingerprint })
}

/// One file: the banner, the module's docs, then the items.
fn print(file: EmittedFile<'_>) -> String {
    let EmittedFile { path: _, banner, syntax } = file;
    let syn::File { attrs, items, .. } = syntax;
    let mut text = format!("// {banner}\n");
    if !attrs.is_empty() {
        text.push('\n');
        text.push_str(&prettyplease::unparse(&part(attrs, Vec::new())));
    }
    let mut before: Option<Line> = None;
    for item in items {
        let kind = std::mem::discriminant(&item);
        let is_use = matches!(item, syn::Item::Use(_));
        let printed = prettyplease::unparse(&part(Vec::new(), vec![item]));
        let line = Line { kind, single: is_use || printed.lines().count() == 1 };
        if !before.is_some_and(|before| before.joins(line)) {
            text.push('\n');
        }
        push_spaced(&printed, &mut text);
        before = Some(line);
    }
    text
}

/// Adds an item, with a blank line before each method but the first thing in an impl. Lines are told apart by how
/// they are indented: string literals have no line breaks when printed.
fn push_spaced(printed: &str, text: &mut String) {
    let mut lines = printed.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        let next = lines.peek().copied().unwrap_or_default();
        let after_method = line == "    }" && next.starts_with("    ");
        let after_const = line.ends_with(';') && is_member(line) && next.starts_with("    fn ");
        if after_method || after_const {
            text.push('\n');
        }
    }
}

fn is_member(line: &str) -> bool {
    line.starts_with("    ") && !line.starts_with("     ")
}

fn part(attrs: Vec<syn::Attribute>, items: Vec<syn::Item>) -> syn::File {
    syn::File { shebang: None, frontmatter: None, attrs, items }
}

/// What decides whether two items are without a blank line between them.
#[derive(Clone, Copy)]
struct Line {
    kind: std::mem::Discriminant<syn::Item>,
    single: bool,
}

impl Line {
    fn joins(self, next: Self) -> bool {
        self.kind == next.kind && self.single && next.single
    }
}
