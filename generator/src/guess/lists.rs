//! Lists of parameters: whether the built-in forms read them, and what the others look like.

use super::{Counts, Lines, Page, comment};
use crate::dialect::Dialect;
use crate::markdown::{Block, Style, Text};
use crate::subject;

pub(super) fn guess(pages: &[Page<'_>], base: &Dialect, lines: &mut Lines) {
    let (mut read, mut forms, mut first) = (0, Counts::default(), None);
    for page in pages {
        for block in &page.document.blocks {
            let (Block::Item(text) | Block::Paragraph(text)) = block else { continue };
            if subject::is_listed(text, base) {
                read += 1;
            } else if let Some(form) = form(text) {
                forms.add(&form);
                first.get_or_insert_with(|| text.plain());
            }
        }
    }
    if read > 0 {
        lines.line("lists", format!("# {read} items are read by the built-in forms"));
    }
    for (form, count) in forms.most(2).into_iter().take(6) {
        lines.line("lists", format!("# forms = [{}, …] # {count} items", super::quoted(form)));
    }
    if let Some(first) = first.filter(|_| !forms.most(2).is_empty()) {
        lines.line("lists", format!("# the first is {}", comment(&first)));
    }
}

/// The form of an item that begins with a name and goes on with something in parentheses.
fn form(text: &Text) -> Option<String> {
    let first = text.pieces.first()?;
    let name = if first.style == Style::Code { "`{name}`" } else { "{name}" };
    let bare = first.text.trim();
    let is_name = !bare.is_empty() && !bare.contains(' ') && bare.len() <= 60;
    let plain: String = text.pieces.iter().skip(1).map(|piece| piece.text.as_str()).collect();
    let rest = plain.trim_start();
    let brackets = [('(', ')'), ('<', '>'), ('[', ']')];
    let (open, close) = brackets.into_iter().find(|(open, _)| rest.starts_with(*open))?;
    let (inside, after) = rest[open.len_utf8()..].split_once(close)?;
    let mark = after.trim_start().chars().next().filter(|c| !c.is_alphanumeric());
    let parts = match inside.split_once(", ") {
        Some(_) => format!("{open}{{type}}, {{required}}{close}"),
        None => format!("{open}{{type}}{close}"),
    };
    let mark = mark.map_or(String::new(), |mark| match mark {
        ':' | '.' | ',' => mark.to_string(),
        _ => " -".to_owned(),
    });
    is_name.then(|| format!("{name} {parts}{mark} {{description}}"))
}
