//! Reading pages: the room's entry points.
//!
//! In: a docs set. Out: a [`Page`] for each page, in page order whatever the number of threads.

use super::reader::Reader;
use super::{Page, finish, plain_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown;
use crate::source::DocSet;
use crate::span::{FileId, Span};
use rayon::prelude::*;

/// Reads one page.
pub fn read(docs: &DocSet, file: FileId) -> (Page, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let source = docs.file(file);
    if let Some(at) = source.not_utf8 {
        let at = at as usize;
        let place = Span::new(file, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
        diagnostics.push(Diagnostic::new(Code::NotUtf8, place, "the page is not UTF-8 here"));
    }
    let document = if plain_text::is_plain(&source.text) {
        plain_text::parse(file, &source.text)
    } else {
        markdown::parse(file, &source.text, &mut diagnostics)
    };
    let is_empty = document.blocks.is_empty();
    let front_matter = document.front_matter;
    let mut reader = Reader::new(docs, file, &mut diagnostics);
    reader.blocks(file, document.blocks);
    let mut page = reader.into_page();
    page.file = Some(file);
    page.path.clone_from(&source.path);
    page.version.clone_from(&source.version);
    if is_empty {
        let place = Span::new(file, 0..0);
        diagnostics.push(Diagnostic::new(Code::EmptyPage, place, "the page is empty"));
        return (page, diagnostics);
    }
    finish::finish(&mut page, source.area, &front_matter, &mut diagnostics);
    (page, diagnostics)
}

/// Reads all pages, in page order. A missing include is said once.
pub fn read_all(docs: &DocSet) -> (Vec<Page>, Diagnostics) {
    let files: Vec<FileId> = docs.pages().map(|(file, _)| file).collect();
    let read: Vec<(Page, Diagnostics)> = files.par_iter().map(|&file| read(docs, file)).collect();
    let mut pages = Vec::with_capacity(read.len());
    let mut diagnostics = Diagnostics::new();
    let mut missing: Vec<Diagnostic> = Vec::new();
    for (page, found) in read {
        pages.push(page);
        for diagnostic in found.into_sorted() {
            if diagnostic.code == Code::MissingInclude {
                missing.push(diagnostic);
            } else {
                diagnostics.push(diagnostic);
            }
        }
    }
    let others = missing.len().saturating_sub(1);
    if let Some(mut first) = missing.into_iter().next() {
        match others {
            0 => {}
            1 => first.message.push_str(" (and one more file)"),
            _ => first.message.push_str(&format!(" (and {others} more files)")),
        }
        diagnostics.push(first);
    }
    (pages, diagnostics)
}
