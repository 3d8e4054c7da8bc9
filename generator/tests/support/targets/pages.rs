//! Readers of pages: whatever a page holds, its facts and findings lie within it.

use generator::diagnostic::Diagnostic;
use generator::dialect::{self, Dialect};
use generator::page::{self, Page};
use generator::source::DocSet;
use generator::span::{FileId, Span};
use generator::subject;

/// The page as it is.
pub fn markdown(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    read("v1.0/api/a.md", &text);
    read("v1.0/resources/a.md", &text);
    for name in dialect::builtin_names() {
        let dialect = Dialect::built_in(name).expect("a name of its own list");
        let docs = DocSet::from_texts([("a.md", &*text)]);
        let (_, found) = subject::read(&docs, FileId(0), &dialect);
        found.as_slice().iter().for_each(|found| lies_within(&docs, found));
    }
}

/// The page, introduced as flattened text is.
pub fn plain_text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    read("a.txt", &format!("Get thing\n\nNamespace: microsoft.graph\n\n{text}\n"));
    read("a.txt", &text);
}

/// The bytes in each place where a page has JSON.
pub fn annotations(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let page = read(
        "v1.0/api/a.md",
        &format!(
            "# A\n\n## Response\n\n<!-- {text} -->\n``` json\n{text}\n```\n\n<!-- {{\"blockType\":\"response\"}} -->\n```http\nHTTP/1.1 200 OK\n\n{text}\n```\n"
        ),
    );
    // A page that could be read twice is read alike.
    assert!(page.examples.len() < 4 + text.len());
    read(
        "v1.0/resources/a.md",
        &format!(
            "# a\n\n<!-- {{\"blockType\":\"resource\",\"k\":{text}}} -->\n```json\n{text}\n```\n"
        ),
    );
}

/// The bytes as a cell of each table that holds types.
pub fn type_spelling(data: &[u8]) {
    let cell = one_line(data).replace('|', "");
    read(
        "v1.0/resources/a.md",
        &format!(
            "# a resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|a|{cell}|A. {cell}|\n\n## Relationships\n|Relationship|Type|Description|\n|:-|:-|:-|\n|b|{cell}|B.|\n\n## Methods\n|Method|Return type|Description|\n|:-|:-|:-|\n|[Get](../api/a.md)|{cell}|C.|\n"
        ),
    );
    read(
        "v1.0/api/a.md",
        &format!(
            "# A\n\n## Request body\n|Parameter|Type|Description|\n|:-|:-|:-|\n|a|{cell}|{cell}|\n"
        ),
    );
}

/// The bytes as a line of the request section and of an example.
pub fn request_line(data: &[u8]) {
    let line = String::from_utf8_lossy(data);
    let page = read(
        "v1.0/api/a.md",
        &format!(
            "# A\n\n## HTTP request\n```http\nGET {line}\n{line}\n```\n\n## Example\n### Request\n```http\nPOST {line}\nAccept: {line}\n\n{{}}\n```\n"
        ),
    );
    for line in &page.request_lines {
        assert!(line.path.starts_with('/'), "{line:?}");
        assert!(!line.path.contains('\n'), "{line:?}");
    }
}

/// The bytes between the dashes.
pub fn front_matter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    read("v1.0/api/a.md", &format!("---\n{text}\n---\n# A\n\nText.\n"));
    read("v1.0/api/a.md", &format!("---\ntitle: \"{text}\"\ndescription: {text}\n---\n"));
}

fn one_line(data: &[u8]) -> String {
    String::from_utf8_lossy(data).replace(['\n', '\r'], " ")
}

/// Reads one page, twice, and looks at every place that is given.
fn read(path: &str, text: &str) -> Page {
    let docs = DocSet::from_texts([(path, text)]);
    let (page, found) = page::read(&docs, FileId(0));
    let (again, _) = page::read(&docs, FileId(0));
    assert!(format!("{page:?}") == format!("{again:?}"), "two readings differ");
    found.as_slice().iter().for_each(|found| lies_within(&docs, found));
    for row in page.properties.iter().chain(&page.relationships) {
        is_of(&docs, row.span);
        is_of(&docs, row.name.span);
        row.ty.iter().for_each(|ty| is_of(&docs, ty.name_span));
    }
    for example in &page.examples {
        is_of(&docs, example.span);
        example.body.iter().for_each(|body| is_of(&docs, body.span));
    }
    page
}

fn lies_within(docs: &DocSet, found: &Diagnostic) {
    found.primary.iter().chain(&found.secondary).for_each(|label| is_of(docs, label.span));
}

fn is_of(docs: &DocSet, span: Span) {
    let text = &docs.file(span.file).text;
    assert!(text.get(span.range()).is_some(), "{span:?} cuts a character or leaves its file");
    docs.positions(span);
}
