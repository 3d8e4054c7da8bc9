//! Reading pages of many subjects: the room's entry points.
//!
//! In: a docs set and a dialect. Out: the [`Subject`]s of each page, in page order whatever the number of threads,
//! and what of the page was not read.

use super::examples::{self, Block as Example};
use super::items::{Item, Items};
use super::nesting::{roots, share_anchors};
use super::notes::{is_note, notes, paragraphs};
use super::operation::Builder;
use super::outline::{self, Role, Section};
use super::prepare::{self, Prepared};
use super::rows::{self, Columns};
use super::{EnumFacts, Row, Shows, Subject, TypeFacts, What, members, said};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::markdown::{self, Table, Text};
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

impl Reader<'_, '_> {
    fn page(&mut self, sections: &[Section], prepared: &Prepared) {
        let (text, file, dialect) = (self.text, self.file, self.dialect);
        let mut reading = Items { text, file, dialect, tables: 0, blocks: 0 };
        let items: Vec<Vec<Item<'_>>> =
            sections.iter().map(|section| reading.of(section, prepared)).collect();
        self.page.tables = (reading.tables, reading.tables);
        self.page.blocks = (reading.blocks, reading.blocks);
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
        let mut listed: Vec<Row> = Vec::new();
        for item in items {
            if !matches!(item, Item::Row(..)) && !listed.is_empty() {
                let rows = std::mem::take(&mut listed);
                builder.table(section, Columns::default(), announced, rows);
                announced = false;
            }
            match item {
                Item::Lines(lines) => builder.lines(lines.clone()),
                Item::Row(..) if silent => {}
                Item::Row(row, _) => listed.push((**row).clone()),
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
        if !listed.is_empty() {
            builder.table(section, Columns::default(), announced, listed);
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
                Item::Row(row, text) => {
                    // A list below a heading that names no type is one of something else.
                    if !silent && self.dialect.sections.names.fits(&section.words) {
                        facts.rows.push((**row).clone());
                        facts.table = facts.table.or(text.span);
                    }
                }
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
