//! Page text as documentation text: the same words, links resolved.

use super::Builder;
use crate::ir::{DocText, Inline, LinkTarget};
use crate::markdown::{Style, Text};

/// Paragraphs; empty ones are left out.
pub(super) fn paragraphs(builder: &Builder<'_, '_>, page: &str, texts: &[Text]) -> DocText {
    let full = texts.iter().filter(|text| !text.is_empty());
    DocText { paragraphs: full.map(|text| inline(builder, page, text).into()).collect() }
}

fn inline(builder: &Builder<'_, '_>, page: &str, text: &Text) -> Vec<Inline> {
    let pieces = text.pieces.iter().map(|piece| {
        let code = piece.style == Style::Code;
        match &piece.href {
            Some(href) => {
                let target = target(builder, page, href);
                Inline::Link { text: piece.text.clone(), code, target }
            }
            None if code => Inline::Code(piece.text.clone()),
            None => Inline::Text(piece.text.clone()),
        }
    });
    pieces.collect()
}

fn target(builder: &Builder<'_, '_>, page: &str, href: &str) -> LinkTarget {
    if href.starts_with("https://") || href.starts_with("http://") {
        return LinkTarget::Url(href.to_owned());
    }
    let subject = builder.index.link(page, href);
    if let Some(id) = subject.and_then(|number| builder.of_subject.get(&number)) {
        return LinkTarget::Type(*id);
    }
    LinkTarget::Site(href.to_owned())
}
