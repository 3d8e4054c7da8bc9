//! A page's blocks to its facts.
//!
//! In: blocks in page order. Out: a [`Page`] whose kind is still open. The reader knows where it is by the
//! headings it passed and hands each block to the file that understands it.

use super::columns::{Column, Columns};
use super::examples::{self, CodeBlock, RequestLines};
use super::lost_tables::LostTables;
use super::rows::{self, Naming};
use super::sections::{Outline, Section};
use super::words::fold;
use super::{
    Annotation, MemberTable, MethodRow, Page, ParameterPlace, ParameterTable, Passage, Prose,
    ResourceBlock, Role, Statement, members, methods, permissions, prose, statements,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::{self, Block, Heading, Include, Table, Text};
use crate::source::DocSet;
use crate::span::{FileId, Span, Spanned};

/// The text that the includes of one page may bring together; pages have some kilobytes of it.
const MAX_INCLUDED_BYTES: usize = 1 << 20;
/// Includes within includes deeper than this are not followed.
const MAX_INCLUDE_DEPTH: usize = 4;

pub(super) struct Reader<'a, 'd> {
    docs: &'a DocSet,
    page: Page,
    outline: Outline,
    /// An annotation that waits for its code block.
    pending: Option<Annotation>,
    request_lines: RequestLines,
    /// Request-like code outside the sections where it belongs, for pages that lack the heading.
    loose_requests: Vec<Span>,
    lost_tables: LostTables,
    /// Words since the last code block say that the next one is shortened.
    shortens: bool,
    /// Heading of the member list, as against table, that is being read.
    listed: Option<Span>,
    /// Bytes of all includes so far.
    included: usize,
    /// The files being read: the page and the includes that lead here.
    files: Vec<FileId>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a, 'd> Reader<'a, 'd> {
    pub(super) fn new(docs: &'a DocSet, file: FileId, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            docs,
            page: Page::default(),
            outline: Outline::default(),
            pending: None,
            request_lines: RequestLines::default(),
            included: 0,
            loose_requests: Vec::new(),
            lost_tables: LostTables::default(),
            shortens: false,
            listed: None,
            files: vec![file],
            diagnostics,
        }
    }

    pub(super) fn into_page(mut self) -> Page {
        self.drop_annotation();
        self.lost_tables.end_section(self.diagnostics);
        if self.request_lines.lines.is_empty() {
            for span in std::mem::take(&mut self.loose_requests) {
                let text = &self.docs.file(span.file).text;
                self.request_lines.read(text, span, false, self.diagnostics);
            }
        }
        self.page.request_lines = self.request_lines.lines;
        self.page
    }

    /// Reads `blocks` of `file`.
    pub(super) fn blocks(&mut self, file: FileId, blocks: Vec<Block>) {
        let text = &self.docs.file(file).text;
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(text) => self.paragraph(text, false),
                Block::Item(text) => self.paragraph(text, true),
                Block::Table(table) => self.table(table),
                Block::Code(code) => self.code(text, &code.info, code.content),
                Block::Comment(comment) => {
                    if let Some(annotation) = examples::annotation(text, comment, self.diagnostics)
                    {
                        self.drop_annotation();
                        self.pending = Some(annotation);
                    }
                }
                Block::Include(include) => self.include(&include),
                Block::Alert(text) => {
                    self.shortens |= prose::shortens(&text);
                    if self.outline.section() == Section::Intro && prose::deprecates(&text) {
                        self.page.deprecated.get_or_insert(text);
                    }
                }
            }
        }
    }

    fn heading(&mut self, heading: Heading) {
        self.drop_annotation();
        // Headings of an include must not end the sections of the page.
        if self.files.len() > 1 {
            return;
        }
        if heading.level == 1 && self.page.title.is_none() {
            let title = heading.text.plain();
            if fold(&title).contains("deprecated") {
                self.page.deprecated = Some(heading.text.clone());
            }
            self.page.title = Some(Spanned::new(title, heading.span));
        }
        let span = heading.span;
        let before = self.outline.section();
        self.outline.enter(heading);
        if self.outline.section() != before {
            self.lost_tables.end_section(self.diagnostics);
        }
        let innermost = self.outline.innermost().map(|open| open.section);
        let statement = match innermost {
            Some(Section::RequestBody) if !self.outline.in_example() => &mut self.page.request_body,
            Some(Section::Response) => &mut self.page.response,
            _ => return,
        };
        let heading = Some(span);
        statement.get_or_insert_with(|| Statement { heading, ..Statement::default() });
    }

    fn paragraph(&mut self, mut text: Text, is_item: bool) {
        self.drop_annotation();
        self.shortens |= prose::shortens(&text);
        let section = self.outline.section();
        match section {
            Section::Intro => {
                if self.page.namespace.is_none()
                    && let Some((namespace, rest)) = prose::namespace(&text)
                {
                    self.page.namespace = Some(namespace);
                    if rest.is_empty() {
                        return;
                    }
                    text = rest;
                }
                self.intro(&text, is_item);
            }
            Section::RequestBody if !self.outline.in_example() => {
                if let Some(statement) = &mut self.page.request_body {
                    statements::add(statement, text.clone());
                }
            }
            Section::Response => {
                if let Some(statement) = &mut self.page.response {
                    statements::add(statement, text.clone());
                }
            }
            Section::Values if is_item => self.member_item(&text),
            Section::DerivedTypes => prose::derived_links(&text, &mut self.page.inheritance),
            Section::Properties | Section::Relationships | Section::Methods => {
                prose::inheritance(&text, &mut self.page.inheritance);
            }
            _ => {}
        }
        let section = self.outline.nearest().map(|open| open.words.clone()).unwrap_or_default();
        self.page.prose.push(Prose { section, text });
    }

    fn intro(&mut self, text: &Text, is_item: bool) {
        let page = &mut self.page;
        prose::inheritance(text, &mut page.inheritance);
        page.says_abstract = page.says_abstract.or_else(|| prose::says_abstract(text));
        page.says_open = page.says_open.or_else(|| prose::says_open(text));
        if page.deprecated.is_none() && prose::deprecates(text) {
            page.deprecated = Some(text.clone());
        }
        // Words that an include adds are the same on hundreds of pages.
        if self.files.len() == 1 && page.title.is_some() {
            page.summary.push(Passage { text: text.clone(), item: is_item });
        }
    }

    fn member_item(&mut self, text: &Text) {
        let Some(member) = members::read_item(text) else { return };
        let Some((heading, name)) = self.values_heading() else { return };
        let last = self.page.enums.last_mut().filter(|table| table.heading == heading);
        match last {
            // Where a table lists the members, a list below it is about something else.
            Some(table) if self.listed == Some(heading.span) => table.members.push(member),
            Some(_) => {}
            None => {
                self.listed = Some(heading.span);
                let members = vec![member];
                self.page.enums.push(MemberTable { heading, name, says_flags: false, members });
            }
        }
    }

    /// The heading that announces values, and the name in it.
    fn values_heading(&self) -> Option<(Spanned<String>, Option<Spanned<String>>)> {
        let open = self.outline.headings().find(|open| open.section != Section::Other)?;
        let heading = Spanned::new(open.text.plain(), open.span);
        Some((heading, members::name_in_heading(&open.text)))
    }

    fn table(&mut self, table: Table) {
        let columns = Columns::of(&table);
        let section = self.outline.section();
        if self.outline.in_example() {
            return;
        }
        let place = match section {
            Section::RequestHeaders => Some(ParameterPlace::Header),
            Section::RequestBody => Some(ParameterPlace::Body),
            Section::FunctionParameters => Some(ParameterPlace::Function),
            Section::PathParameters => Some(ParameterPlace::Path),
            Section::QueryParameters => Some(ParameterPlace::Query),
            _ => None,
        };
        if let Some(place) = place {
            return self.parameters(table, &columns, place);
        }
        match section {
            Section::Permissions => self.permissions(&table, &columns),
            Section::Properties
                if columns.has(Column::Name) || columns.has(Column::Relationship) =>
            {
                self.page.has_property_table = true;
                self.lost_tables.understood();
                let name =
                    if columns.has(Column::Name) { Column::Name } else { Column::Relationship };
                let rows = rows::read(table, &columns, name, Naming::Property, self.diagnostics);
                self.page.properties.extend(rows);
            }
            Section::Relationships
                if columns.has(Column::Name) || columns.has(Column::Relationship) =>
            {
                self.lost_tables.understood();
                let name = if columns.has(Column::Relationship) {
                    Column::Relationship
                } else {
                    Column::Name
                };
                let rows = rows::read(table, &columns, name, Naming::Property, self.diagnostics);
                self.page.relationships.extend(rows);
            }
            Section::Methods | Section::Properties if columns.has(Column::Method) => {
                self.methods(&table, &columns);
            }
            Section::Methods if columns.has(Column::Name) => self.methods(&table, &columns),
            Section::Members => self.members_of_page(&table, &columns),
            Section::Values => self.values(&table, &columns),
            Section::DerivedTypes => {
                for row in &table.rows {
                    if let Some(cell) = row.cells.first() {
                        prose::derived_links(cell, &mut self.page.inheritance);
                    }
                }
            }
            Section::InstanceAttributes
            | Section::Errors
            | Section::Response
            | Section::Foreign => {}
            _ if columns.has(Column::PermissionType) && columns.has(Column::Permissions) => {
                self.permissions(&table, &columns);
            }
            _ if columns.first() == Column::Member => self.values(&table, &columns),
            _ if columns.first() == Column::Relationship && columns.has(Column::Type) => {
                let rows = rows::read(
                    table,
                    &columns,
                    Column::Relationship,
                    Naming::Property,
                    self.diagnostics,
                );
                self.page.relationships.extend(rows);
            }
            _ if columns.has(Column::Method) && columns.has(Column::Returns) => {
                self.methods(&table, &columns);
            }
            Section::Properties | Section::Relationships | Section::Methods => {
                self.lost_tables.left_out(&table);
            }
            _ => {}
        }
    }

    fn parameters(&mut self, table: Table, columns: &Columns, place: ParameterPlace) {
        if !columns.has(Column::Name) {
            return;
        }
        let naming =
            if place == ParameterPlace::Header { Naming::Header } else { Naming::Parameter };
        let heading = table.header.first().map(|cell| fold(&cell.plain()));
        let says_parameter = heading.is_some_and(|words| words.starts_with("parameter"));
        let rows = rows::read(table, columns, Column::Name, naming, self.diagnostics);
        self.page.parameters.push(ParameterTable { place, says_parameter, rows });
    }

    fn permissions(&mut self, table: &Table, columns: &Columns) {
        let nearest = self.outline.nearest();
        let limiting = nearest
            .filter(|open| !matches!(&*open.words, "permissions" | "prerequisites" | "permission"));
        let scenario = limiting.map(|open| Spanned::new(open.text.plain(), open.span));
        let tables = permissions::read(table, columns, scenario, self.diagnostics);
        self.page.permissions.extend(tables);
    }

    fn methods(&mut self, table: &Table, columns: &Columns) {
        self.lost_tables.understood();
        let rows: Vec<MethodRow> = methods::read(table, columns, self.diagnostics);
        self.page.methods.extend(rows);
    }

    /// `## Members`: the enumeration of the page's title, or of a heading above.
    fn members_of_page(&mut self, table: &Table, columns: &Columns) {
        let above = self.outline.headings().find(|open| open.section != Section::Members);
        let Some(open) = above else { return };
        let heading = Spanned::new(open.text.plain(), open.span);
        let name = members::name_in_title(&open.text);
        let found = members::read_table(table, columns, heading, name, self.diagnostics);
        self.page.enums.extend(found);
    }

    fn values(&mut self, table: &Table, columns: &Columns) {
        let Some((heading, name)) = self.values_heading_of_table() else { return };
        let found = members::read_table(table, columns, heading, name, self.diagnostics);
        self.page.enums.extend(found);
    }

    /// As [`Reader::values_heading`], but any nearest heading may name a table of members.
    fn values_heading_of_table(&self) -> Option<(Spanned<String>, Option<Spanned<String>>)> {
        let open = self.outline.innermost()?;
        if open.section == Section::Other {
            let heading = Spanned::new(open.text.plain(), open.span);
            return Some((heading, members::name_in_heading(&open.text)));
        }
        self.values_heading()
    }

    fn code(&mut self, text: &str, info: &str, span: Span) {
        let section = self.outline.section();
        let annotation = self.pending.take();
        let block = CodeBlock {
            file_text: text,
            info,
            span,
            annotation,
            section,
            in_example: self.outline.in_example(),
            said_to_be_short: std::mem::take(&mut self.shortens),
            heading: self.example_heading(),
        };
        let block_type = block.annotation.as_ref().map(|annotation| annotation.block_type.as_str());
        if section == Section::HttpRequest && !self.outline.in_example() {
            let is_message = matches!(block_type, Some("response" | "resource"));
            if !is_message && matches!(info, "http" | "msgraph-interactive" | "") {
                let is_example = block_type == Some("request");
                self.request_lines.read(text, span, is_example, self.diagnostics);
                if !is_example {
                    return;
                }
            }
        }
        // Further calls of the page's subject, each under a heading of its own instead of `HTTP request`.
        let is_further = section == Section::Other
            && block_type == Some("request")
            && !self.outline.in_example()
            && !self.request_lines.lines.is_empty()
            && block.is_relative_request();
        if is_further {
            self.request_lines.read_head(text, span, self.diagnostics);
        }
        let Some(role) = block.role() else {
            if matches!(section, Section::Permissions | Section::Other | Section::Intro)
                && block.is_relative_request()
            {
                self.loose_requests.push(span);
            }
            self.pending = block.annotation;
            self.drop_annotation();
            return;
        };
        let example = block.example(role, self.diagnostics);
        self.page.resources.extend(examples::resource_block(&example));
        self.page.examples.push(example);
    }

    /// The nearest heading that tells examples apart.
    fn example_heading(&self) -> Option<String> {
        let exchange = [Section::ExampleRequest, Section::ExampleResponse, Section::Response];
        let open = self.outline.headings().find(|open| !exchange.contains(&open.section))?;
        (open.level > 1).then(|| open.text.plain())
    }

    fn include(&mut self, include: &Include) {
        if include.target.contains("/snippets/") {
            return;
        }
        let Some(&from) = self.files.last() else { return };
        let section = self.outline.section();
        let Some(file) = self.docs.include(from, &include.target) else {
            // Words of an introduction or an example are not missed.
            if section != Section::Intro && section != Section::Other && !self.outline.in_example()
            {
                let message = format!("the include `{}` is not in the docs tree", include.target);
                self.diagnostics.push(Diagnostic::new(Code::MissingInclude, include.span, message));
            }
            return;
        };
        if self.files.contains(&file) || self.files.len() > MAX_INCLUDE_DEPTH {
            let message = format!("the include `{}` nests too deeply", include.target);
            self.diagnostics.push(Diagnostic::new(Code::IncludeLoop, include.span, message));
            return;
        }
        let text = &self.docs.file(file).text;
        self.included += text.len() + 1;
        if self.included > MAX_INCLUDED_BYTES {
            let message = "the includes of this page bring too much text".to_owned();
            self.diagnostics.push(Diagnostic::new(Code::IncludeLoop, include.span, message));
            return;
        }
        let document = markdown::parse(file, text, self.diagnostics);
        self.files.push(file);
        // An annotation before an include speaks of the table in it.
        self.pending = None;
        self.blocks(file, document.blocks);
        self.files.pop();
    }

    /// Forgets an annotation that no code block followed; what it says of a resource still counts.
    fn drop_annotation(&mut self) {
        let Some(annotation) = self.pending.take() else { return };
        let speaks_of_code =
            matches!(annotation.block_type.as_str(), "request" | "response" | "resource");
        if speaks_of_code {
            self.diagnostics.push(
                Diagnostic::new(Code::OrphanAnnotation, annotation.span, {
                    format!("no code block follows this `{}` annotation", annotation.block_type)
                })
                .help("move the annotation to the line above its code block"),
            );
        }
        if Role::Resource == role_of(&annotation) {
            self.page.resources.push(ResourceBlock { annotation, body: None });
        }
    }
}

fn role_of(annotation: &Annotation) -> Role {
    match annotation.block_type.as_str() {
        "resource" => Role::Resource,
        "response" => Role::Response,
        _ => Role::Request,
    }
}
