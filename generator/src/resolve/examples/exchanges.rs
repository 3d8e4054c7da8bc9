//! The HTTP side of examples: which operation a request calls, and what its answer is compared with.
//!
//! In: request and response blocks, operations. Out: [`Exchange`]s.

use crate::ir::{Exchange, Operation, OperationId, TypeExpr, TypeId, TypeRef};
use crate::page::{self, Page, Statement};
use crate::resolve::facts::example_url::example_path;
use crate::resolve::facts::template::{self, Segment};
use crate::resolve::requests::walk::{MAX_SEGMENTS, Paths, Target};
use crate::resolve::types::draft::Types;
use crate::resolve::types::link::Linker;
use crate::span::Spanned;

/// What tells how requests are addressed.
#[derive(Clone, Copy)]
pub(in crate::resolve) struct Scope<'s, 'a> {
    pub(in crate::resolve) types: &'s Types<'a>,
    pub(in crate::resolve) paths: &'s Paths,
    pub(in crate::resolve) base_url: &'s str,
}

impl Scope<'_, '_> {
    /// The documented call that differs from this one only by how it says whose data it is about: a singleton
    /// such as `/me` is one of the elements of `/users/{id}`.
    fn alias(
        &self,
        (first, operations): (usize, &[Operation]),
        method: &str,
        url: &str,
    ) -> Option<OperationId> {
        let path = example_path(url);
        let example = template::segments(&path);
        let found = operations.iter().position(|operation| {
            let documented = template::segments(&operation.path.text);
            operation.method == method
                && (self.is_alias(&example, &documented) || self.is_alias(&documented, &example))
        })?;
        Some(OperationId((first + found) as u32))
    }

    /// What the model knows to be at the end of the URL's path.
    fn reached(&self, url: &str) -> Option<TypeExpr> {
        let path = example_path(url);
        let mut walk = self.paths.start(self.types);
        for segment in template::segments(&path).into_iter().take(MAX_SEGMENTS) {
            let mut beyond = walk.clone();
            beyond.step(&segment);
            let is_lost = matches!(beyond.target, Target::Unknown | Target::Operation);
            // What is behind a set, leads nowhere and looks like no name is a key.
            let is_name = segment.name.chars().all(|c| c.is_alphabetic() || c == '.');
            if is_lost && !is_name && matches!(walk.target, Target::Many(_)) {
                walk.step(&Segment { placeholder: true, ..segment });
            } else {
                walk = beyond;
            }
        }
        match walk.target {
            Target::One(id) => Some(TypeExpr::single(TypeRef::Named(id))),
            Target::Many(id) => Some(TypeExpr::collection(TypeRef::Named(id))),
            Target::Scalar(expr) => Some(expr),
            _ => None,
        }
    }

    /// Whether `short` is `long` with a singleton in place of a set and a key.
    fn is_alias(&self, short: &[Segment<'_>], long: &[Segment<'_>]) -> bool {
        let ([singleton, short @ ..], [set, _key, long @ ..]) = (short, long) else { return false };
        let target =
            |segment: &Segment<'_>| self.paths.walk(self.types, std::slice::from_ref(segment));
        let same = match (target(singleton), target(set)) {
            (Target::One(one), Target::Many(each)) => one == each,
            _ => false,
        };
        same && template::fits(long, short)
    }
}

/// The request that was read last, and what is known of its answer.
#[derive(Default)]
pub(in crate::resolve) struct Call {
    /// Method and URL as typed.
    pub(in crate::resolve) request: Option<(String, String)>,
    pub(in crate::resolve) operation: Option<OperationId>,
    /// The operation that it shows under another name.
    pub(in crate::resolve) alias: Option<OperationId>,
    /// It is what the page documents, or the page documents nothing.
    fits: bool,
    /// It calls another service: a notification of the client, an upload to a storage host.
    pub(in crate::resolve) elsewhere: bool,
    /// An answer before this one was a redirection.
    pub(in crate::resolve) redirected: bool,
}

impl Call {
    pub(in crate::resolve) fn of(
        scope: Scope<'_, '_>,
        operations: (usize, &[Operation]),
        method: &str,
        url: &str,
    ) -> Self {
        let operation = operation_of(operations, method, url);
        // A host that begins like the API's is a slip of the pen.
        let label = |url: &str| {
            let (_, rest) = url.split_once("://")?;
            Some(rest.split(['.', '/', ':', '?']).next()?.to_ascii_lowercase())
        };
        let other_host = label(url).is_some_and(|called| Some(called) != label(scope.base_url));
        let alias = match operation {
            Some(_) => None,
            None => scope.alias(operations, method, url),
        };
        let fits = operation.or(alias).is_some() || operations.1.is_empty();
        Self {
            request: Some((method.to_owned(), url.to_owned())),
            operation,
            alias,
            fits,
            elsewhere: operation.is_none() && other_host,
            redirected: false,
        }
    }

    /// What the call is about, as far as its path tells.
    pub(in crate::resolve) fn reached(&self, scope: Scope<'_, '_>) -> Option<TypeExpr> {
        let (_, url) = self.request.as_ref().filter(|_| !self.elsewhere)?;
        scope.reached(url)
    }

    /// Whether the call changes something that no documented call changes.
    pub(in crate::resolve) fn is_undocumented_update(&self) -> bool {
        let is_update = |(method, _): &(String, String)| matches!(&**method, "PATCH" | "PUT");
        !self.fits && !self.elsewhere && self.request.as_ref().is_some_and(is_update)
    }

    /// The type of object that the call sends, by its method and path, where no documented one is like it.
    pub(in crate::resolve) fn sends(&self, scope: Scope<'_, '_>) -> Option<TypeId> {
        let (method, _) = self.request.as_ref().filter(|_| !self.fits)?;
        match (method.as_str(), self.reached(scope)?) {
            ("PATCH" | "PUT", TypeExpr { ty: TypeRef::Named(id), collection: false })
            | ("POST", TypeExpr { ty: TypeRef::Named(id), collection: true }) => Some(id),
            _ => None,
        }
    }

    /// Whether the page's response section is about the answer to this call. Where a page goes on to another
    /// call after it, it is not about that one.
    fn is_described(
        &self,
        (first, operations): (usize, &[Operation]),
        section: &Statement,
    ) -> bool {
        let operation = self.operation.and_then(|id| operations.get(id.0 as usize - first));
        let precedes = match (operation, section.heading) {
            (Some(operation), Some(heading)) => {
                heading.file == operation.origin.file && heading.start < operation.origin.start
            }
            _ => false,
        };
        (self.fits || self.request.is_none()) && !self.elsewhere && !self.redirected && !precedes
    }
}

/// The HTTP side of a block.
pub(in crate::resolve) fn exchange(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operations: (usize, &[Operation]),
    call: &Call,
    index: Option<usize>,
) -> Exchange {
    let annotation = example.annotation.as_ref().and_then(|annotation| {
        let name = annotation.str("@odata.type")?;
        Some((name, linker.annotated(annotation, page).map(|expr| expr.ty)))
    });
    let header =
        example.headers.iter().find(|(name, _)| name.value.eq_ignore_ascii_case("content-length"));
    let length = header
        .and_then(|(_, value)| Some(Spanned::new(value.value.trim().parse().ok()?, value.span)));
    Exchange {
        request: example
            .request
            .as_ref()
            .map(|request| (request.method.clone(), request.url.clone())),
        status: example.status.clone(),
        stated: page
            .response
            .as_ref()
            .filter(|section| call.is_described(operations, section))
            .map(|response| response.statuses.clone())
            .unwrap_or_default(),
        operation: call.operation,
        undocumented: example.request.is_some() && !call.fits,
        annotation,
        headers: example
            .headers
            .iter()
            .map(|(name, value)| (name.value.clone(), value.value.trim().to_owned()))
            .collect(),
        content_length: length,
        truncated: example.shortened,
        body: example.body.as_ref().map(|body| body.span),
        example: index,
    }
}

/// The operation whose method and path the request fits best.
fn operation_of(
    (first, operations): (usize, &[Operation]),
    method: &str,
    url: &str,
) -> Option<OperationId> {
    let path = example_path(url);
    let segments = template::segments(&path);
    let mut best: Option<(usize, usize)> = None;
    for (index, operation) in operations.iter().enumerate() {
        let template = template::segments(&operation.path.text);
        if operation.method != method || !template::fits(&template, &segments) {
            continue;
        }
        let score = template::literal_matches(&template, &segments);
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| OperationId((first + index) as u32))
}
