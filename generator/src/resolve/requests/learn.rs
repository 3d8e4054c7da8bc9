//! What paths hold, as far as pages say it themselves.
//!
//! In: operation pages and the settled types. Out: [`Paths`], by which operations and examples are understood.

use super::parameters;
use super::responses::{self, title_begins};
use super::walk::Paths;
use crate::ir::TypeId;
use crate::page::{Page, PageKind};
use crate::resolve::facts::names::begins_with_verb;
use crate::resolve::facts::template::{self, Segment};
use crate::resolve::types::link::Linker;
use rayon::prelude::*;

/// Learns from every page's own statement what its paths hold.
pub(in crate::resolve) fn learn(linker: &Linker<'_, '_>, pages: &[&Page]) -> Paths {
    let mut paths = Paths::default();
    let lessons: Vec<Vec<Lesson<'_>>> =
        pages.par_iter().map(|page| lessons_of(linker, page)).collect();
    for Lesson { path, ty, collection } in lessons.into_iter().flatten() {
        paths.learn(&path, ty, collection);
    }
    paths
}

/// A page's statement that its path holds one or many of a type.
struct Lesson<'p> {
    path: Vec<Segment<'p>>,
    ty: TypeId,
    collection: bool,
}

fn lessons_of<'p>(linker: &Linker<'_, '_>, page: &'p Page) -> Vec<Lesson<'p>> {
    let statement = page.response.as_ref().filter(|_| page.kind == PageKind::Operation);
    let subject = statement.and_then(|statement| {
        let mention = statement.types.first()?;
        let id = linker.find(&mention.name, mention.link.as_deref(), page)?;
        linker.types.get(id).structure().map(|_| (statement, id))
    });
    let Some((statement, ty)) = subject else { return Vec::new() };
    let lessons = page.request_lines.iter().filter_map(|line| {
        let path = template::segments(&line.path);
        let plain = path
            .iter()
            .all(|segment| segment.arguments.is_none() && !segment.name.starts_with('$'));
        let last = path.last().filter(|_| plain)?;
        let collection = match line.method.as_str() {
            _ if line.query.is_some() => return None,
            _ if begins_with_verb(last.name) || last.name.eq_ignore_ascii_case("delta") => {
                return None;
            }
            "GET" if parameters::takes_arguments(page, line) => return None,
            "GET" => {
                let many = statement.collection || responses::is_many(linker, page, line, ty);
                many && !last.placeholder
            }
            "POST" if !last.placeholder && is_create(page) => true,
            "PATCH" if !statement.collection => false,
            _ => return None,
        };
        Some(Lesson { path, ty, collection })
    });
    lessons.collect()
}

/// A title such as `Create user` or `Add member`, not `user: revokeSignInSessions`.
fn is_create(page: &Page) -> bool {
    let stated = page
        .response
        .as_ref()
        .and_then(|response| response.statuses.first())
        .map(|status| status.value);
    title_begins(page, "create") && stated == Some(201)
}
