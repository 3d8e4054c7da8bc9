//! Page text as documentation text: the same words, links resolved.

use super::draft::Types;
use crate::ir::{DocText, Inline, LinkTarget, Paragraph};
use crate::page::{Page, PageKind, Passage, Piece, Style, Text};
use crate::source::join;

/// One paragraph.
pub(in crate::resolve) fn text(types: &Types<'_>, page: &Page, text: &Text) -> DocText {
    let paragraph = Paragraph { item: false, inlines: inlines(types, page, text) };
    let full = (!text.is_empty()).then_some(paragraph);
    DocText { paragraphs: full.into_iter().collect() }
}

/// Paragraphs and list items; empty ones are left out.
pub(in crate::resolve) fn passages(
    types: &Types<'_>,
    page: &Page,
    passages: &[Passage],
) -> DocText {
    let full = passages.iter().filter(|passage| !passage.text.is_empty());
    let paragraphs = full.map(|passage| Paragraph {
        item: passage.item,
        inlines: inlines(types, page, &passage.text),
    });
    DocText { paragraphs: paragraphs.collect() }
}

fn inlines(types: &Types<'_>, page: &Page, text: &Text) -> Vec<Inline> {
    let inline = |piece: &Piece| {
        let code = piece.style == Style::Code;
        match &piece.href {
            Some(href) => {
                Inline::Link { text: piece.text.clone(), code, target: target(types, page, href) }
            }
            None if code => Inline::Code(piece.text.clone()),
            None => Inline::Text(piece.text.clone()),
        }
    };
    text.pieces.iter().map(inline).collect()
}

/// The pages that the page lists as methods.
pub(in crate::resolve) fn methods(page: &Page) -> impl Iterator<Item = String> + '_ {
    let links = page.methods.iter().filter_map(|row| row.method.link.as_deref());
    links.filter_map(|href| page_of(page, href))
}

/// The page of the docs tree that a relative link leads to.
fn page_of(page: &Page, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or(href);
    let relative = path.ends_with(".md") && !path.starts_with('/') && !path.contains("://");
    join(&page.path, path).filter(|_| relative)
}

fn target(types: &Types<'_>, page: &Page, href: &str) -> LinkTarget {
    if href.starts_with("https://") || href.starts_with("http://") {
        return LinkTarget::Url(href.to_owned());
    }
    if let [only] = types.on_page(href)
        && types.get(*only).pages.iter().any(|(page, _)| page.kind != PageKind::Operation)
    {
        return LinkTarget::Type(*only);
    }
    match page_of(page, href) {
        Some(path) => LinkTarget::Page(path),
        None => LinkTarget::Site(href.to_owned()),
    }
}
