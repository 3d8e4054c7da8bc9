//! The headers that a page lists for its requests.
//!
//! In: a page. Out: its [`Header`]s, but for those that every request has.

use crate::ir::Header;
use crate::page::{Page, ParameterPlace, Row};
use crate::resolve::types::doc;
use crate::resolve::types::link::Linker;

/// What HTTP or whoever sends a request takes care of.
const USUAL: [&str; 7] = [
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "user-agent",
];

/// The headers that `page` lists, in its order, each once.
pub(super) fn of_page(linker: &Linker<'_, '_>, page: &Page) -> Vec<Header> {
    let tables = page.parameters.iter().filter(|table| table.place == ParameterPlace::Header);
    let mut headers: Vec<Header> = Vec::new();
    for row in tables.flat_map(|table| &table.rows) {
        let name = row.name.value.trim_matches('_');
        let usual = USUAL.iter().any(|usual| name.eq_ignore_ascii_case(usual));
        if usual || headers.iter().any(|known| known.name.eq_ignore_ascii_case(name)) {
            continue;
        }
        headers.push(Header {
            name: name.to_owned(),
            required: is_token(name) && is_required(row),
            doc: doc::text(&linker.types, page, &row.doc),
        });
    }
    headers
}

/// Whether a column, or a sentence that consists of the word, calls the header required. What is required with an
/// option alone is not.
fn is_required(row: &Row) -> bool {
    let plain = row.doc.plain();
    let mut sentences = plain.split('.').map(str::trim);
    row.required == Some(true) || sentences.any(|words| words.eq_ignore_ascii_case("required"))
}

/// Whether HTTP can have a header of this name.
fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
