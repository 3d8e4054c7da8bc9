//! The parts of a section in page order, with request lines and listed parameters told apart from text.
//!
//! In: a section's heading and blocks. Out: [`Item`]s, and how many tables and code blocks were request lines.

use super::lists;
use super::outline::{Role, Section};
use super::prepare::Prepared;
use super::{Line, Row, lines};
use crate::dialect::Dialect;
use crate::markdown::{self, Block, Table, Text};
use crate::span::{FileId, Span};
use crate::words::fold;

/// A part of a section.
pub(super) enum Item<'a> {
    /// Request lines.
    Lines(Vec<Line>),
    /// A table that holds no request lines.
    Table(&'a Table),
    /// A paragraph.
    Text(&'a Text),
    /// A paragraph that describes one property or parameter.
    Row(Box<Row>, &'a Text),
    /// A code block that holds no request lines.
    Code(&'a markdown::Code),
}

/// Reads the parts of sections of one page.
pub(super) struct Items<'a> {
    /// As the author wrote it.
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) dialect: &'a Dialect,
    /// Tables that were request lines.
    pub(super) tables: usize,
    /// Code blocks that were request lines.
    pub(super) blocks: usize,
}

impl Items<'_> {
    /// What stands directly below a heading, in page order; first the heading itself, if it is a request line.
    pub(super) fn of<'s>(&mut self, section: &'s Section, prepared: &Prepared) -> Vec<Item<'s>> {
        let start = section.title.span.start as usize;
        let mut components =
            prepared.lines.iter().filter(|(at, ..)| (start..section.end).contains(at)).peekable();
        let mut items = Vec::new();
        items.extend(self.heading(section));
        let mut component = |this: &Self, before: usize, items: &mut Vec<Item<'s>>| {
            while components.peek().is_some_and(|(at, ..)| *at < before) {
                let Some((at, method, path)) = components.next() else { break };
                let words = markdown::parse_inline(this.file, this.text, path.clone());
                let span = Span::new(this.file, *at..path.end);
                items.push(Item::Lines(vec![lines::line(
                    method,
                    &words.pieces,
                    span,
                    this.dialect,
                )]));
            }
        };
        for block in &section.blocks {
            component(self, start_of(block), &mut items);
            match block {
                Block::Table(table) => match self.table_of_lines(table) {
                    Some(lines) => items.push(Item::Lines(lines)),
                    None => items.push(Item::Table(table)),
                },
                Block::Paragraph(text) | Block::Item(text) | Block::Alert(text) => {
                    items.push(self.paragraph(text, section));
                }
                Block::Code(code) => match self.block_of_lines(code) {
                    Some(lines) => items.push(Item::Lines(lines)),
                    None => items.push(Item::Code(code)),
                },
                Block::Heading(_) | Block::Comment(_) | Block::Include(_) => {}
            }
        }
        component(self, section.end, &mut items);
        items
    }

    /// The request line that a heading is.
    fn heading<'s>(&self, section: &Section) -> Option<Item<'s>> {
        if !self.dialect.requests.headings {
            return None;
        }
        let line = lines::whole(&section.title.value, section.title.span, self.dialect)?;
        Some(Item::Lines(vec![line]))
    }

    fn paragraph<'s>(&self, text: &'s Text, section: &Section) -> Item<'s> {
        let requests = &self.dialect.requests;
        if requests.code_spans {
            let lines = lines::code_spans(text, self.dialect);
            if !lines.is_empty() {
                return Item::Lines(lines);
            }
        }
        if requests.paragraphs
            && let Some(span) = text.span
            && let Some(line) = lines::whole(&text.plain(), span, self.dialect)
        {
            return Item::Lines(vec![line]);
        }
        let expected = section.role.is_some_and(Role::lists_parameters);
        match lists::row(text, expected, self.dialect) {
            Some(row) => Item::Row(Box::new(row), text),
            None => Item::Text(text),
        }
    }

    /// The request lines of a code block that holds nothing else.
    fn block_of_lines(&mut self, code: &markdown::Code) -> Option<Vec<Line>> {
        if !self.dialect.requests.fences.has(&code.info) {
            return None;
        }
        let content = self.text.get(code.content.range())?;
        let mut found: Vec<Line> = Vec::new();
        let mut at = 0;
        for row in content.split_inclusive('\n') {
            let span = code.content.inner(at..at + row.trim_end().len());
            at += row.len();
            let row = row.trim();
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let raw = lines::raw(row, self.dialect)?;
            let line = lines::of_text(&raw, span, self.dialect);
            // A line that shows a query only repeats the path.
            let known =
                found.iter().any(|known| known.method == line.method && known.path == line.path);
            if !known {
                found.push(line);
            }
        }
        if found.is_empty() {
            return None;
        }
        self.blocks += 1;
        Some(found)
    }

    /// The request lines of a table that has a method and a path in each row.
    fn table_of_lines(&mut self, table: &Table) -> Option<Vec<Line>> {
        if !self.dialect.requests.tables || table.header.len() < 2 || table.rows.is_empty() {
            return None;
        }
        let words: Vec<String> = table.header.iter().map(|cell| fold(&cell.plain())).collect();
        let column =
            |known: &crate::dialect::Lexicon| words.iter().position(|words| known.fits(words));
        let method = column(&self.dialect.columns.method)?;
        let path = column(&self.dialect.columns.path)?;
        let mut found = Vec::new();
        for row in &table.rows {
            let (method, path) = (row.cells.get(method)?, row.cells.get(path)?);
            let text =
                format!("{} {}", method.plain().trim_matches('`'), path.plain().trim_matches('`'));
            let raw = lines::raw(&text, self.dialect)?;
            found.push(lines::of_text(&raw, row.span, self.dialect));
        }
        self.tables += 1;
        Some(found)
    }
}

fn start_of(block: &Block) -> usize {
    let span = match block {
        Block::Heading(heading) => Some(heading.span),
        Block::Paragraph(text) | Block::Item(text) | Block::Alert(text) => text.span,
        Block::Table(table) => Some(table.header_span),
        Block::Code(code) => Some(code.content),
        Block::Comment(_) => None,
        Block::Include(include) => Some(include.span),
    };
    span.map_or(0, |span| span.start as usize)
}
