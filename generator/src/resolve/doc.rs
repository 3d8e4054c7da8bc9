//! Page text as documentation text: the same words, links resolved.

use super::draft::Types;
use crate::ir::{DocText, Inline, LinkTarget};
use crate::page::{Page, Style, Text};
use crate::source::join;

/// One paragraph.
pub(super) fn text(types: &Types<'_>, page: &Page, text: &Text) -> DocText {
    paragraphs(types, page, std::slice::from_ref(text))
}

/// Several paragraphs; empty ones are left out.
pub(super) fn paragraphs(types: &Types<'_>, page: &Page, texts: &[Text]) -> DocText {
    let inline = |text: &Text| -> Vec<Inline> {
        text.pieces
            .iter()
            .map(|piece| {
                let code = piece.style == Style::Code;
                match &piece.href {
                    Some(href) => Inline::Link {
                        text: piece.text.clone(),
                        code,
                        target: target(types, page, href),
                    },
                    None if code => Inline::Code(piece.text.clone()),
                    None => Inline::Text(piece.text.clone()),
                }
            })
            .collect()
    };
    let full = texts.iter().filter(|text| !text.is_empty());
    DocText { paragraphs: full.map(inline).collect() }
}

fn target(types: &Types<'_>, page: &Page, href: &str) -> LinkTarget {
    if href.starts_with("https://") || href.starts_with("http://") {
        return LinkTarget::Url(href.to_owned());
    }
    if let [only] = types.on_page(href) {
        return LinkTarget::Type(*only);
    }
    let path = href.split(['#', '?']).next().unwrap_or(href);
    if path.ends_with(".md")
        && !path.starts_with('/')
        && let Some(path) = join(&page.path, path)
    {
        return LinkTarget::Page(path);
    }
    LinkTarget::Site(href.to_owned())
}
