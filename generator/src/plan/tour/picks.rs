//! Which requests and types of a version the tour is about: the sources of its modules in, what people know best out.

use crate::plan::items::{Item, RustType, Source, Struct, Stub, StubBody};
use crate::plan::names::RustIdent;
use crate::plan::written::Written;

/// The requests that the tour is about.
#[derive(Default)]
pub(super) struct Picks<'a> {
    pub(super) list: Option<(Request<'a>, Kind<'a>)>,
    pub(super) get: Option<Request<'a>>,
    pub(super) update: Option<(Request<'a>, Kind<'a>)>,
    pub(super) download: Option<Request<'a>>,
}

#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) source: &'a Source,
    pub(super) stub: &'a Stub,
}

/// A type of the crate, with the fields that are texts.
#[derive(Clone, Copy)]
pub(super) struct Kind<'a> {
    pub(super) item: &'a Struct,
    pub(super) texts: (&'a RustIdent, &'a RustIdent),
}

impl Request<'_> {
    /// Its path, from `requests` on.
    pub(super) fn path(&self) -> Written {
        let module = self.source.module.splitn(3, "::").nth(2).unwrap_or_default();
        let mut out = Written::default();
        if !module.is_empty() {
            out.path(module).own("::");
        }
        out.ident(&self.stub.name);
        out
    }

    /// A call, from the version's module on, with `id` for each argument of the path.
    pub(super) fn call(&self, body: Option<&'static str>) -> Written {
        let module = self.source.module.split_once("::").map_or("", |(_, module)| module);
        let mut out = Written::default();
        out.path(module).own("::").ident(&self.stub.name).own("(");
        let keys = self.stub.path_args.iter().map(|_| "id");
        for (at, argument) in keys.chain(body).enumerate() {
            out.own(if at == 0 { "" } else { ", " }).own(argument);
        }
        out.own(")");
        out
    }

    /// How well it serves as an example: short lines are what people know.
    fn rank(&self) -> (usize, &str, String) {
        let stub = self.stub;
        (stub.line.matches('/').count(), stub.line.as_str(), stub.name.to_string())
    }
}

impl<'a> Picks<'a> {
    pub(super) fn of(sources: &'a [Source], version: &str) -> Self {
        let requests = format!("{version}::requests");
        let types = format!("{version}::types");
        let mut stubs: Vec<Request<'a>> = Vec::new();
        for source in sources.iter().filter(|source| source.module.starts_with(&requests)) {
            let items = source.items.iter().filter_map(|item| match item {
                Item::Stub(stub) if stub.deprecated.is_none() && stub.text_args => Some(stub),
                _ => None,
            });
            stubs.extend(items.map(|stub| Request { source, stub }));
        }
        stubs.sort_by(|a, b| a.rank().cmp(&b.rank()));
        let kind = |ty: &RustType| {
            let RustType::Name(name) = ty else { return None };
            let items = sources.iter().filter(|source| source.module == types);
            let mut items = items.flat_map(|source| &source.items);
            items.find_map(|item| match item {
                Item::Struct(item) if item.name == *name => kind_of(item),
                _ => None,
            })
        };
        let is = |stub: &Stub, method: &str, keys: usize| {
            stub.line.split(' ').next() == Some(method) && stub.path_args.len() == keys
        };
        let empty = |stub: &Stub| matches!(stub.body, StubBody::Nothing);
        let mut picks = Self::default();
        for request in stubs {
            let stub = request.stub;
            if is(stub, "GET", 0) && empty(stub) && picks.list.is_none() {
                picks.list = match &stub.response {
                    RustType::Generic(name, inner) if name.to_string() == "Page" => {
                        kind(inner).map(|kind| (request, kind))
                    }
                    _ => None,
                };
            }
            let is_named = |name: &str| matches!(&stub.response, RustType::Name(response) if response.to_string() == name);
            if is(stub, "GET", 1)
                && empty(stub)
                && picks.get.is_none()
                && kind(&stub.response).is_some()
            {
                picks.get = Some(request);
            }
            if stub.line.starts_with("GET ")
                && stub.path_args.len() < 2
                && empty(stub)
                && is_named("Bytes")
                && picks.download.is_none()
            {
                picks.download = Some(request);
            }
            if is(stub, "PATCH", 1)
                && picks.update.is_none()
                && let StubBody::Object(argument) = &stub.body
                && let RustType::Ref(ty) = &argument.ty
            {
                picks.update = kind(ty).map(|kind| (request, kind));
            }
        }
        picks
    }
}

/// A struct that has an `id` and two further texts.
fn kind_of(item: &Struct) -> Option<Kind<'_>> {
    let usable = |name: &str| {
        !name.starts_with("r#")
            && name != "id"
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    let texts = item.fields.iter().filter(|field| {
        field.slot == "String" && field.deprecated.is_none() && usable(field.name.as_str())
    });
    let mut texts = texts.map(|field| &field.name);
    let has_id = item.fields.iter().any(|field| field.name.as_str() == "id");
    match (texts.next(), texts.next(), has_id) {
        (Some(a), Some(b), true) => Some(Kind { item, texts: (a, b) }),
        _ => None,
    }
}
