//! Reading pages of many subjects: the room's entry points.
//!
//! In: a docs set and a dialect. Out: the [`Subject`]s of each page, in page order whatever the number of threads,
//! and what of the page was not read.

use super::examples::{self, Block as Example};
use super::operation::Builder;
use super::outline::{self, Role, Section};
use super::prepare::{self, Prepared};
use super::rows::{self, Columns};
use super::{EnumFacts, Line, Shows, Subject, TypeFacts, What, lines, members, said};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::markdown::{self, Block, Table, Text};
use crate::source::DocSet;
use crate::span::{FileId, Span};
use crate::words::fold;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What one page says.
#[derive(Clone, Debug, Default)]
pub struct PageSubjects {
    /// Path relative to the docs root.
    pub path: String,
    /// The version folder that it lies in.
    pub version: Option<String>,
    /// In page order.
    pub subjects: Vec<Subject>,
    /// Tables that were read, and all.
    pub tables: (usize, usize),
    /// Code blocks that were read, and all.
    pub blocks: (usize, usize),
}

/// Reads all pages, in page order.
pub fn read_all(docs: &DocSet, dialect: &Dialect) -> (Vec<PageSubjects>, Diagnostics) {
    let files: Vec<FileId> = docs.pages().map(|(file, _)| file).collect();
    let read: Vec<_> = files.par_iter().map(|&file| read(docs, file, dialect)).collect();
    let mut pages = Vec::with_capacity(read.len());
    let mut diagnostics = Diagnostics::new();
    for (page, found) in read {
        pages.push(page);
        diagnostics.extend(found);
    }
    (pages, diagnostics)
}

/// Reads one page.
pub fn read(docs: &DocSet, file: FileId, dialect: &Dialect) -> (PageSubjects, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let source = docs.file(file);
    if let Some(at) = source.not_utf8 {
        let at = at as usize;
        let place = Span::new(file, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
        diagnostics.push(Diagnostic::new(Code::NotUtf8, place, "the page is not UTF-8 here"));
    }
    let prepared = prepare::prepare(&source.text, dialect);
    let document = markdown::parse(file, &prepared.text, &mut diagnostics);
    if document.blocks.is_empty() && prepared.lines.is_empty() {
        let place = Span::new(file, 0..0);
        diagnostics.push(Diagnostic::new(Code::EmptyPage, place, "the page is empty"));
    }
    let sections = outline::sections(file, document, &prepared, dialect);
    let mut reader = Reader {
        text: &source.text,
        file,
        dialect,
        diagnostics: &mut diagnostics,
        page: PageSubjects {
            path: source.path.clone(),
            version: source.version.clone(),
            ..PageSubjects::default()
        },
    };
    reader.page(&sections, &prepared);
    (reader.page, diagnostics)
}

struct Reader<'a, 'd> {
    /// As the author wrote it.
    text: &'a str,
    file: FileId,
    dialect: &'a Dialect,
    diagnostics: &'d mut Diagnostics,
    page: PageSubjects,
}

/// A part of a section.
enum Item<'a> {
    Lines(Vec<Line>),
    Table(&'a Table),
    Text(&'a Text),
    Code(&'a markdown::Code),
}

impl Reader<'_, '_> {
    fn page(&mut self, sections: &[Section], prepared: &Prepared) {
        let items: Vec<Vec<Item<'_>>> =
            sections.iter().map(|section| self.items(section, prepared)).collect();
        let roots = roots(sections, &items);
        let mut builders: BTreeMap<usize, Builder> = BTreeMap::new();
        // Subjects with the section that they are in, to be put in order at the end.
        let mut found: Vec<(usize, Subject)> = Vec::new();
        for (index, (section, items)) in sections.iter().zip(&items).enumerate() {
            match roots[index] {
                Some(root) => {
                    let mut builder = builders.remove(&root).unwrap_or_default();
                    let is_root = root == index;
                    self.operation(section, items, is_root, &mut builder, &mut |what| {
                        found.push((index, what));
                    });
                    builders.insert(root, builder);
                }
                None => self.described(section, items, &mut |what| found.push((index, what))),
            }
        }
        for (root, builder) in builders {
            let (groups, doc) = builder.finish();
            let section = &sections[root];
            for facts in groups {
                let mut subject = self.subject(section, What::Operation(Box::new(facts)));
                subject.doc.clone_from(&doc);
                let all = doc.iter().any(|text| {
                    let words = fold(&text.plain());
                    words.len() < 200 && rows::is_deprecated(&words, self.dialect)
                });
                subject.deprecated |= all;
                found.push((root, subject));
            }
        }
        found.sort_by_key(|(index, _)| *index);
        share_anchors(sections, &mut found);
        self.page.subjects = found.into_iter().map(|(_, subject)| subject).collect();
    }

    fn subject(&self, section: &Section, what: What) -> Subject {
        Subject {
            file: self.file,
            page: self.page.path.clone(),
            title: section.title.clone(),
            owner: String::new(),
            anchors: section.anchors.clone(),
            owner_anchors: Vec::new(),
            doc: Vec::new(),
            deprecated: rows::is_deprecated(&section.words, self.dialect),
            what,
        }
    }

    /// What is directly below a heading, in page order, with request lines told apart.
    fn items<'s>(&mut self, section: &'s Section, prepared: &Prepared) -> Vec<Item<'s>> {
        let start = section.title.span.start as usize;
        let mut components =
            prepared.lines.iter().filter(|(at, ..)| (start..section.end).contains(at)).peekable();
        let mut items = Vec::new();
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
                    let spans = self.dialect.requests.code_spans;
                    let lines =
                        if spans { lines::code_spans(text, self.dialect) } else { Vec::new() };
                    items.push(if lines.is_empty() {
                        Item::Text(text)
                    } else {
                        Item::Lines(lines)
                    });
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

    /// The request lines of a code block that holds nothing else.
    fn block_of_lines(&mut self, code: &markdown::Code) -> Option<Vec<Line>> {
        if !self.dialect.requests.fences.contains(&code.info) {
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
        self.page.blocks.0 += 1;
        self.page.blocks.1 += 1;
        Some(found)
    }

    /// The request lines of a table that has a method and a path in each row.
    fn table_of_lines(&mut self, table: &Table) -> Option<Vec<Line>> {
        if !self.dialect.requests.tables || table.header.len() < 2 || table.rows.is_empty() {
            return None;
        }
        let words: Vec<String> = table.header.iter().map(|cell| fold(&cell.plain())).collect();
        let method = words.iter().position(|words| matches!(words.as_str(), "method" | "verb"))?;
        let path = words
            .iter()
            .position(|words| matches!(words.as_str(), "path" | "endpoint" | "url" | "uri"))?;
        let mut found = Vec::new();
        for row in &table.rows {
            let (method, path) = (row.cells.get(method)?, row.cells.get(path)?);
            let text =
                format!("{} {}", method.plain().trim_matches('`'), path.plain().trim_matches('`'));
            let raw = lines::raw(&text, self.dialect)?;
            found.push(lines::of_text(&raw, row.span, self.dialect));
        }
        self.page.tables.0 += 1;
        self.page.tables.1 += 1;
        Some(found)
    }

    /// A section of an operation.
    fn operation(
        &mut self,
        section: &Section,
        items: &[Item<'_>],
        is_root: bool,
        builder: &mut Builder,
        found: &mut dyn FnMut(Subject),
    ) {
        let notes = notes(items, self.dialect);
        let mut label = section.words.clone();
        let mut announced = false;
        let silent = matches!(section.role, Some(Role::Ignored | Role::Errors | Role::Permissions));
        for item in items {
            match item {
                Item::Lines(lines) => builder.lines(lines.clone()),
                Item::Text(text) => {
                    let words = fold(&text.plain());
                    if section.role == Some(Role::Errors) {
                        continue;
                    }
                    said::read(text, self.dialect, builder.said());
                    let is_aside = self.dialect.markup.asides.fits(&words);
                    let is_label = words.len() < 160 && text.plain().trim_end().ends_with(':');
                    if is_root && !is_aside && !is_label && !is_note(&words, &notes) {
                        builder.doc.push((*text).clone());
                    }
                    announced = self.dialect.responses.tables.fits(&words);
                    if !is_aside {
                        label = words;
                    }
                }
                Item::Table(table) => {
                    self.page.tables.1 += 1;
                    let columns = Columns::of(table, self.dialect);
                    if silent {
                        self.page.tables.0 += 1;
                        continue;
                    }
                    let (typed, cells) = rows::typed(table, columns, self.dialect);
                    let is_rows = columns.lists_values()
                        && (section.role.is_some()
                            || columns.required.is_some()
                            || typed * 2 >= cells && cells > 0);
                    if !is_rows
                        && let Some(facts) = members::read(table, &section.words, self.dialect)
                    {
                        self.enumeration(section, items, facts, found);
                        continue;
                    }
                    if !columns.lists_values() {
                        self.unread(table);
                        continue;
                    }
                    self.page.tables.0 += 1;
                    let rows = rows::read(table, columns, &notes, self.dialect, self.diagnostics);
                    let names_type = !is_root
                        && section.role.is_none()
                        && columns.required.is_none()
                        && self.dialect.sections.names.fits(&section.words);
                    if names_type {
                        let facts = TypeFacts {
                            rows,
                            table: Some(table.header_span),
                            ..TypeFacts::default()
                        };
                        found(self.subject(section, What::Type(facts)));
                        continue;
                    }
                    builder.table(section, columns, announced, rows);
                    announced = false;
                }
                Item::Code(code) => {
                    let shown = self.code(code, &mut label, Shows::Response);
                    builder.shown(shown);
                }
            }
        }
    }

    fn code(
        &mut self,
        code: &markdown::Code,
        label: &mut String,
        standing: Shows,
    ) -> Vec<super::Shown> {
        self.page.blocks.1 += 1;
        let read = examples::read(self.text, code, label, standing, self.dialect, self.diagnostics);
        match read {
            Example::Label(words) => {
                *label = words;
                self.page.blocks.0 += 1;
                Vec::new()
            }
            Example::Shown(shown) => {
                self.page.blocks.0 += 1;
                shown
            }
            Example::Other => Vec::new(),
        }
    }

    /// A section that belongs to no operation: types and enumerations.
    fn described(&mut self, section: &Section, items: &[Item<'_>], found: &mut dyn FnMut(Subject)) {
        let notes = notes(items, self.dialect);
        let mut facts = TypeFacts::default();
        let mut label = section.words.clone();
        let silent = matches!(section.role, Some(Role::Ignored | Role::Errors | Role::Permissions));
        for item in items {
            match item {
                Item::Lines(_) => {}
                Item::Text(text) => label = fold(&text.plain()),
                Item::Table(table) => {
                    self.page.tables.1 += 1;
                    if silent {
                        self.page.tables.0 += 1;
                        continue;
                    }
                    let columns = Columns::of(table, self.dialect);
                    let (typed, cells) = rows::typed(table, columns, self.dialect);
                    let is_type = columns.name.is_some() && cells > 0 && typed * 2 >= cells;
                    if !is_type
                        && let Some(facts) = members::read(table, &section.words, self.dialect)
                    {
                        self.enumeration(section, items, facts, found);
                        continue;
                    }
                    let named = self.dialect.sections.names.fits(&section.words);
                    if !(is_type || named && columns.lists_values()) {
                        self.unread(table);
                        continue;
                    }
                    self.page.tables.0 += 1;
                    facts.rows.extend(rows::read(
                        table,
                        columns,
                        &notes,
                        self.dialect,
                        self.diagnostics,
                    ));
                    facts.table.get_or_insert(table.header_span);
                }
                Item::Code(code) => {
                    let shown = self.code(code, &mut label, Shows::Object);
                    facts.shown.extend(shown);
                }
            }
        }
        if !facts.rows.is_empty() {
            let mut subject = self.subject(section, What::Type(facts));
            subject.doc = paragraphs(items, &notes, self.dialect);
            found(subject);
        }
    }

    fn enumeration(
        &mut self,
        section: &Section,
        items: &[Item<'_>],
        facts: EnumFacts,
        found: &mut dyn FnMut(Subject),
    ) {
        self.page.tables.0 += 1;
        let mut subject = self.subject(section, What::Enum(facts));
        subject.doc = paragraphs(items, &[], self.dialect);
        found(subject);
    }

    fn unread(&mut self, table: &Table) {
        let words: Vec<String> = table.header.iter().map(Text::plain).collect();
        let message = format!("no rule reads this table: `{}`", words.join(" | "));
        self.diagnostics.push(
            Diagnostic::new(Code::UnknownTable, table.header_span, message)
                .label("the table was left out"),
        );
    }
}

/// The section of the operation that each section belongs to.
fn roots(sections: &[Section], items: &[Vec<Item<'_>>]) -> Vec<Option<usize>> {
    let holds_lines = |index: usize| items[index].iter().any(|item| matches!(item, Item::Lines(_)));
    let mut roots: Vec<Option<usize>> = vec![None; sections.len()];
    // First those that hold a line of their own, or whose part for it does.
    let mut is_root = vec![false; sections.len()];
    for index in 0..sections.len() {
        if !holds_lines(index) {
            continue;
        }
        let mut at = index;
        while sections[at].role.is_some()
            && let Some(parent) = sections[at].parent
        {
            at = parent;
        }
        is_root[at] = true;
    }
    for index in 0..sections.len() {
        roots[index] = if is_root[index] {
            Some(index)
        } else {
            sections[index].parent.and_then(|parent| roots[parent])
        };
    }
    roots
}

/// A heading above several subjects may be what links mean: the first type below it, else the first enumeration.
fn share_anchors(sections: &[Section], found: &mut [(usize, Subject)]) {
    for (index, section) in sections.iter().enumerate() {
        if section.level == 0 || found.iter().any(|(at, _)| *at == index) {
            continue;
        }
        let below = |at: usize| {
            let mut parent = sections[at].parent;
            while let Some(up) = parent {
                if up == index {
                    return true;
                }
                parent = sections[up].parent;
            }
            false
        };
        let rank = |subject: &Subject| match subject.what {
            What::Type(_) => 0,
            What::Enum(_) => 1,
            What::Operation(_) => 2,
        };
        let first = found
            .iter()
            .enumerate()
            .filter(|(_, (at, subject))| below(*at) && rank(subject) < 2)
            .min_by_key(|(order, (_, subject))| (rank(subject), *order))
            .map(|(order, _)| order);
        if let Some((_, subject)) = first.and_then(|order| found.get_mut(order)) {
            subject.owner_anchors.extend(section.anchors.iter().cloned());
        }
    }
    for (index, subject) in found.iter_mut() {
        if let Some(parent) = sections[*index].parent.filter(|parent| sections[*parent].level > 0) {
            subject.owner.clone_from(&sections[parent].title.value);
        }
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

/// Paragraphs that explain marks: `* explanation`, `[3] explanation`.
fn notes(items: &[Item<'_>], dialect: &Dialect) -> Vec<(String, Text)> {
    if !dialect.markup.footnotes {
        return Vec::new();
    }
    let texts = items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(*text),
        _ => None,
    });
    texts
        .filter_map(|text| {
            let plain = text.plain();
            let stars = plain.len() - plain.trim_start_matches('*').len();
            let mark = if stars > 0 {
                plain[..stars].to_owned()
            } else {
                let inner = plain.strip_prefix('[')?.split_once(']')?.0;
                let sound = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
                sound.then(|| format!("[{inner}]"))?
            };
            Some((mark, text.clone()))
        })
        .collect()
}

fn is_note(words: &str, notes: &[(String, Text)]) -> bool {
    notes.iter().any(|(_, text)| fold(&text.plain()) == words)
}

/// The paragraphs of a section that describe its subject.
fn paragraphs(items: &[Item<'_>], notes: &[(String, Text)], dialect: &Dialect) -> Vec<Text> {
    let mut texts = Vec::new();
    for item in items {
        match item {
            Item::Text(text) => {
                let words = fold(&text.plain());
                let is_label = text.plain().trim_end().ends_with(':');
                if !dialect.markup.asides.fits(&words) && !is_note(&words, notes) && !is_label {
                    texts.push((*text).clone());
                }
            }
            Item::Table(_) => break,
            _ => {}
        }
    }
    texts
}
