//! The sections of a page: headings, what is below each, and how they nest.
//!
//! In: blocks. Out: [`Section`]s in page order. Levels tell only what is below what.

use super::prepare::Prepared;
use crate::dialect::{Dialect, Lexicon};
use crate::markdown::{Block, Document, Text};
use crate::span::{FileId, Span, Spanned};
use crate::words::fold;

/// What a heading announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    RequestLine,
    Path,
    Query,
    Header,
    Body,
    Form,
    /// Go where path and method send them.
    Parameters,
    Response,
    Example,
    Errors,
    Permissions,
    Ignored,
}

impl Role {
    /// Whether what stands below are parameters.
    pub(super) fn lists_parameters(self) -> bool {
        matches!(
            self,
            Self::Path | Self::Query | Self::Header | Self::Body | Self::Form | Self::Parameters
        )
    }
}

/// A heading and what stands directly below it.
pub(super) struct Section {
    pub(super) level: u8,
    /// As typed.
    pub(super) title: Spanned<String>,
    /// Folded.
    pub(super) words: String,
    pub(super) role: Option<Role>,
    /// What the heading's words say of the presence of parameters.
    pub(super) required: Option<bool>,
    pub(super) anchors: Vec<String>,
    pub(super) parent: Option<usize>,
    pub(super) blocks: Vec<Block>,
    /// Where it ends.
    pub(super) end: usize,
}

/// Splits a page at its headings. The first section is what is before them all.
pub(super) fn sections(
    file: FileId,
    document: Document,
    prepared: &Prepared,
    dialect: &Dialect,
) -> Vec<Section> {
    let title = document.front_matter.title;
    let title = title.unwrap_or_else(|| Spanned::new(String::new(), Span::new(file, 0..0)));
    let mut sections = vec![Section {
        level: 0,
        words: fold(&title.value),
        title,
        role: None,
        required: None,
        anchors: Vec::new(),
        parent: None,
        blocks: Vec::new(),
        end: prepared.text.len(),
    }];
    let mut open: Vec<usize> = vec![0];
    let mut anchors = prepared.anchors.iter().peekable();
    for block in document.blocks {
        let Block::Heading(heading) = block else {
            if let Some(section) = sections.last_mut() {
                section.blocks.push(block);
            }
            continue;
        };
        let start = heading.span.start as usize;
        while open.len() > 1
            && open.last().is_some_and(|&last| sections[last].level >= heading.level)
        {
            open.pop();
        }
        if let Some(last) = sections.last_mut() {
            last.end = start;
        }
        let text = heading.text.plain();
        let words = fold(&text);
        let mut own = vec![slug(&words)];
        while anchors.peek().is_some_and(|(at, _)| *at < start) {
            own.extend(anchors.next().map(|(_, anchor)| anchor.clone()));
        }
        let role = role(&words, dialect);
        sections.push(Section {
            level: heading.level,
            title: Spanned::new(clean(&heading.text), heading.span),
            required: required(&words, dialect),
            words,
            role,
            anchors: own,
            parent: open.last().copied(),
            blocks: Vec::new(),
            end: prepared.text.len(),
        });
        open.push(sections.len() - 1);
    }
    sections
}

fn role(words: &str, dialect: &Dialect) -> Option<Role> {
    let known = &dialect.sections;
    let roles: [(&Lexicon, Role); 12] = [
        (&known.request_line, Role::RequestLine),
        (&known.path, Role::Path),
        (&known.query, Role::Query),
        (&known.header, Role::Header),
        (&known.form, Role::Form),
        (&known.body, Role::Body),
        (&known.parameters, Role::Parameters),
        (&known.errors, Role::Errors),
        (&known.permissions, Role::Permissions),
        (&known.response, Role::Response),
        (&known.ignore, Role::Ignored),
        (&known.example, Role::Example),
    ];
    roles.iter().find(|(lexicon, _)| lexicon.fits(words)).map(|(_, role)| *role)
}

fn required(words: &str, dialect: &Dialect) -> Option<bool> {
    let known = &dialect.sections;
    if known.required.fits(words) {
        return Some(true);
    }
    known.optional.fits(words).then_some(false)
}

/// Words of a heading, without code marks.
fn clean(text: &Text) -> String {
    text.plain()
}

/// What the usual tools make of a heading's words.
pub(super) fn slug(words: &str) -> String {
    let mut out = String::new();
    for character in words.chars() {
        match character {
            ' ' | '-' => out.push('-'),
            '_' => out.push('_'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}
