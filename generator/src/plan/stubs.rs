//! The files of request stubs.
//!
//! In: the stubs of a version by module. Out: one [`Source`] for each module, child modules declared.

use super::arguments::PathArgument;
use super::docs::{self, Docs};
use super::items::{Arg, Item, Module, RustType, Source, Struct, Stub, StubBody, Use};
use super::layout::{self, Layout};
use super::markup::{self, Markup, markup};
use super::names::{RustIdent, function_name, own};
use super::operations;
use super::payload::Shape;
use super::requests::{
    ParametersRef, Request, RequestModule, Requests, body_parameters, query_parameters,
};
use super::scope::{Naming, Scope, Symbol};
use super::structs::{self, Part, deprecation};
use super::types::Leaf;
use super::written::Comment;
use crate::diagnostic::Diagnostics;
use crate::ir::{Account, Api, Body, Operation, Parameter};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// All request files of a version; `requests` itself first.
pub(super) fn sources(
    api: &Api,
    layout: &Layout,
    requests: &Requests,
) -> Vec<(Source, Diagnostics)> {
    let mut children: BTreeMap<Vec<RustIdent>, BTreeSet<RustIdent>> = BTreeMap::new();
    children.entry(Vec::new()).or_default();
    for path in requests.modules.keys() {
        for end in 0..path.len() {
            children.entry(path[..end].to_vec()).or_default().insert(path[end].clone());
        }
        children.entry(path.clone()).or_default();
    }
    let empty = RequestModule::default();
    children
        .par_iter()
        .map(|(path, children)| {
            let mut diagnostics = Diagnostics::new();
            let module = requests.modules.get(path).unwrap_or(&empty);
            let source = source(api, layout, requests, (path, module, children), &mut diagnostics);
            (source, diagnostics)
        })
        .collect()
}

/// The static in the version's module that makes its requests.
pub(super) const API: &str = "API";

/// `crate::v1_0::requests::…`
pub(super) fn module_path(layout: &Layout, path: &[RustIdent]) -> Vec<RustIdent> {
    let mut full = vec![own("crate"), layout.version.clone(), own("requests")];
    full.extend_from_slice(path);
    full
}

fn source(
    api: &Api,
    layout: &Layout,
    requests: &Requests,
    (path, module, children): (&[RustIdent], &RequestModule, &BTreeSet<RustIdent>),
    diagnostics: &mut Diagnostics,
) -> Source {
    let full = module_path(layout, path);
    let reserved: Vec<&RustIdent> = module
        .requests
        .iter()
        .flat_map(|request| {
            let parameters = request.parameters.as_ref().map(|parameters| &parameters.name);
            parameters.into_iter().chain(&request.query)
        })
        .collect();
    let mut symbols = BTreeSet::new();
    for request in &module.requests {
        symbols.extend(request_symbols(api, request));
    }
    let scope = Scope::new(layout, &[], &reserved, &symbols);
    let mut items: Vec<Item> = children
        .iter()
        .map(|name| {
            Item::Module(Module {
                name: name.clone(),
                public: true,
                inception: full.last() == Some(name),
            })
        })
        .collect();
    let mut parameters: Vec<Option<Item>> = module
        .requests
        .iter()
        .map(|request| self::parameters(api, layout, &full, &scope, request, diagnostics))
        .collect();
    let reexported = |item: &mut Option<Item>| item.take_if(|item| matches!(item, Item::Use(_)));
    items.extend(parameters.iter_mut().filter_map(reexported));
    for (request, parameters) in module.requests.iter().zip(parameters) {
        items.extend(parameters);
        items.extend(query(api, layout, &full, &scope, request, diagnostics));
        items.push(Item::Stub(stub(api, layout, &full, &scope, request)));
    }
    let mut pages: Vec<String> = module
        .requests
        .iter()
        .flat_map(|request| api[request.operation].pages.iter().map(|page| page.page.clone()))
        .collect();
    pages.sort();
    pages.dedup();
    let docs = if path.is_empty() {
        Docs::sentence("Requests. The path of a URL is the path of the module, without its keys.")
    } else {
        Docs::sentence(module_sentence(requests, path, module))
    };
    let file = if path.is_empty() { "/mod.rs" } else { ".rs" };
    let mut uses = scope.into_uses();
    if !module.requests.is_empty() {
        let version = full[..2].to_vec();
        uses.push(Use { public: false, path: version, names: vec![(own(API), None)] });
    }
    Source {
        path: format!("{}{file}", layout::folder(&full)),
        module: layout::path_text(&full[1..]),
        pages: pages.iter().map(|page| Comment::new(page)).collect(),
        docs,
        uses,
        items,
    }
}

/// What a module holds: requests of its own path, or how many there are below it.
fn module_sentence(requests: &Requests, path: &[RustIdent], module: &RequestModule) -> Markup {
    let url = |segments: &[String]| markup::code(&format!("/{}", segments.join("/")));
    if !module.segments.is_empty() {
        return markup!("Requests to ", url(&module.segments), ".");
    }
    // In the order of paths, what lies below one follows it.
    let from = requests.modules.range::<[RustIdent], _>((Bound::Included(path), Bound::Unbounded));
    let below = from.take_while(|(known, _)| known.starts_with(path));
    let below: Vec<&RequestModule> = below.map(|(_, module)| module).collect();
    let count: usize = below.iter().map(|module| module.requests.len()).sum();
    let what = if count == 1 { " request" } else { " requests" };
    let counted = markup!(markup::inline(&count.to_string()), what);
    // The path of a module is that of its URL, segment by segment.
    match below.iter().find_map(|module| module.segments.get(..path.len())) {
        Some(segments) => markup!(counted, " below ", url(segments), "."),
        None => markup!(counted, " to the root of the service."),
    }
}

fn request_symbols(api: &Api, request: &Request) -> BTreeSet<Symbol> {
    let operation = &api[request.operation];
    let mut symbols: BTreeSet<Symbol> = request.response.symbols().into_iter().collect();
    symbols.insert(Symbol::Runtime("Request"));
    for argument in &request.arguments {
        symbols.extend(argument.leaf.into_iter().flat_map(Leaf::symbols));
    }
    match body(api, operation, request) {
        BodyShape::Object(leaf) => symbols.extend(leaf.symbols()),
        BodyShape::Json => drop(symbols.insert(Symbol::Runtime("Json"))),
        BodyShape::Reference => drop(symbols.insert(Symbol::Runtime("Reference"))),
        BodyShape::Nothing | BodyShape::Bytes | BodyShape::Parameters(_) => {}
    }
    if request.query.is_some() {
        symbols.extend(structs::symbols(api, &query_parts(operation)));
    }
    if request.parameters.as_ref().is_some_and(|parameters| parameters.declared.is_none()) {
        symbols.extend(structs::symbols(api, &parts(operation)));
    }
    symbols
}

/// What a stub sends, before it has names.
enum BodyShape<'a> {
    Nothing,
    Object(Leaf),
    Parameters(&'a ParametersRef),
    Reference,
    Json,
    Bytes,
}

fn body<'a>(api: &Api, operation: &Operation, request: &'a Request) -> BodyShape<'a> {
    match (operation.request, &request.parameters) {
        (Body::Nothing, _) => BodyShape::Nothing,
        (Body::Type(id), _) => match Leaf::new(api, crate::ir::TypeRef::Named(id)) {
            leaf @ Leaf::Object(_) => BodyShape::Object(leaf),
            _ => BodyShape::Json,
        },
        (Body::Parameters, Some(parameters)) => BodyShape::Parameters(parameters),
        (Body::Parameters, None) | (Body::Json, _) => BodyShape::Json,
        (Body::Reference, _) => BodyShape::Reference,
        (Body::Bytes, _) => BodyShape::Bytes,
    }
}

/// The body parameters that are fields of the parameter struct.
pub(super) fn parts(operation: &Operation) -> Vec<Part<'_>> {
    fields_of(operation, body_parameters(operation))
}

/// The query parameters that are fields of a struct.
pub(super) fn query_parts(operation: &Operation) -> Vec<Part<'_>> {
    fields_of(operation, query_parameters(operation))
}

fn fields_of<'a>(
    operation: &Operation,
    parameters: impl Iterator<Item = &'a Parameter>,
) -> Vec<Part<'a>> {
    let line = operations::line(operation);
    let mut seen = BTreeSet::new();
    parameters
        .filter(|parameter| structs::is_plain(&parameter.name) && seen.insert(&parameter.name))
        .map(|parameter| Part {
            owner: line.clone().into(),
            name: &parameter.name,
            ty: parameter.ty,
            doc: &parameter.doc,
            deprecated: false,
            origin: parameter.origin,
        })
        .collect()
}

/// The parameter struct, or the re-export of the one that another module declares.
fn parameters(
    api: &Api,
    layout: &Layout,
    module: &[RustIdent],
    scope: &Scope<'_>,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    let parameters = request.parameters.as_ref()?;
    let operation = &api[request.operation];
    if let Some((path, name)) = &parameters.declared {
        let alias = (*name != parameters.name).then(|| parameters.name.clone());
        let path = module_path(layout, path);
        return Some(Item::Use(Use { public: true, path, names: vec![(name.clone(), alias)] }));
    }
    let parts = parts(operation);
    let mut docs = Docs::sentence(markup!("The parameters of ", function_link(&request.name), "."));
    page_line(&mut docs, layout, [operation.page.as_str()]);
    Some(Item::Struct(Struct {
        name: parameters.name.clone(),
        docs,
        api_name: request.action.clone().unwrap_or_else(|| operation.title.clone()),
        base: None,
        fields: structs::fields(api, layout, module, scope, &parts, diagnostics),
        order: structs::order(&parts),
        ancestors: Vec::new(),
        runtime: structs::runtime(scope, &parts, false),
    }))
}

/// The struct of query parameters.
fn query(
    api: &Api,
    layout: &Layout,
    module: &[RustIdent],
    scope: &Scope<'_>,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    let name = request.query.as_ref()?;
    let operation = &api[request.operation];
    let parts = query_parts(operation);
    let link = function_link(&request.name);
    let mut docs = Docs::sentence(markup!("The query parameters of ", link, "."));
    page_line(&mut docs, layout, [operation.page.as_str()]);
    Some(Item::Struct(Struct {
        name: name.clone(),
        docs,
        api_name: operation.title.clone(),
        base: None,
        fields: structs::fields(api, layout, module, scope, &parts, diagnostics),
        order: structs::order(&parts),
        ancestors: Vec::new(),
        runtime: structs::runtime(scope, &parts, false),
    }))
}

fn stub(
    api: &Api,
    layout: &Layout,
    module: &[RustIdent],
    scope: &Scope<'_>,
    request: &Request,
) -> Stub {
    let operation = &api[request.operation];
    let object = |ty: RustType| {
        StubBody::Object(Arg {
            name: function_name("body"),
            ty: RustType::Ref(Box::new(ty)),
            borrowed: false,
        })
    };
    let body = match body(api, operation, request) {
        BodyShape::Nothing => StubBody::Nothing,
        BodyShape::Object(leaf) => object(leaf.rust(scope)),
        BodyShape::Parameters(parameters) => object(RustType::Name(parameters.name.clone())),
        BodyShape::Reference => object(Shape::Reference.rust(scope)),
        BodyShape::Json => StubBody::Json(Arg {
            name: function_name("body"),
            ty: RustType::Ref(Box::new(Shape::Json.rust(scope))),
            borrowed: false,
        }),
        BodyShape::Bytes => StubBody::Bytes {
            content_type: function_name("content_type"),
            body: function_name("body"),
        },
    };
    Stub {
        name: request.name.clone(),
        docs: stub_docs(api, layout, module, request),
        deprecated: operation.deprecated.as_ref().map(|text| match docs::plain(text) {
            text if text.is_empty() => markup!("the pages call this request deprecated"),
            text => text,
        }),
        path_args: request.arguments.iter().map(|argument| arg(argument, scope)).collect(),
        text_args: request.arguments.iter().all(|argument| argument.leaf.is_none()),
        query: request.query.as_ref().map(|name| Arg {
            name: function_name("query"),
            ty: RustType::Ref(Box::new(RustType::Name(name.clone()))),
            borrowed: false,
        }),
        body,
        response: request.response.rust(scope),
        line: operations::line(operation),
        page: operation.page.clone(),
        expected: operation
            .status
            .filter(|status| !(200..300).contains(status) && request.response != Shape::Redirect),
        service: own(API),
        request: scope.name(Symbol::Runtime("Request")),
    }
}

fn arg(argument: &PathArgument, names: &dyn Naming) -> Arg {
    let (ty, borrowed) = match argument.leaf {
        None => (RustType::Ref(Box::new(RustType::Name(own("str")))), true),
        Some(leaf @ Leaf::Primitive(..)) => (leaf.rust(names), true),
        Some(leaf) => (RustType::Ref(Box::new(leaf.rust(names))), false),
    };
    Arg { name: argument.name.clone(), ty, borrowed }
}

fn stub_docs(api: &Api, layout: &Layout, module: &[RustIdent], request: &Request) -> Docs {
    let operation = &api[request.operation];
    let links = layout.links(module);
    let mut docs = Docs::new();
    docs.text(&operation.doc, &links);
    if docs.is_empty() {
        let title =
            if operation.title.is_empty() { &operation.path.text } else { &operation.title };
        docs.words(title);
    }
    deprecation(&mut docs, operation.deprecated.as_ref(), &links);
    docs.paragraph(markup::code(&operations::line(operation)));
    if !operation.permissions.is_empty() {
        docs.paragraph("Permissions, least privileged first:");
        for permission in &operation.permissions {
            docs.item(permission_words(permission));
        }
    } else if operation.pages.first().is_some_and(|page| page.permissions_in_words) {
        docs.paragraph("Permissions: the page lists them in words.");
    }
    page_line(&mut docs, layout, operation.pages.iter().map(|page| page.page.as_str()));
    docs
}

fn permission_words(permission: &crate::ir::Permission) -> Vec<Markup> {
    let account = match permission.account {
        Account::DelegatedWork => "Delegated (work or school account):",
        Account::DelegatedPersonal => "Delegated (personal account):",
        Account::Application => "Application:",
    };
    let mut words = vec![markup!(account)];
    let last = permission.scopes.len().saturating_sub(1);
    for (at, scope) in permission.scopes.iter().enumerate() {
        let together = scope.split('+').map(markup::code);
        let end = if at == last { "" } else { "," };
        words.push(markup!(Markup::join(together, " and "), end));
    }
    if permission.scopes.is_empty() {
        words.push(markup!("not supported"));
    }
    if let Some(scenario) = &permission.scenario {
        words.push(markup!("(", markup::code(scenario), ")"));
    }
    words
}

fn page_line<'a>(docs: &mut Docs, layout: &Layout, pages: impl IntoIterator<Item = &'a str>) {
    let pages: Vec<&str> = pages.into_iter().collect();
    docs.pages(docs::page_word(pages.len()), pages.into_iter(), layout.docs_url());
}

/// Rustdoc finds no function whose name has to be raw, and takes one without parentheses for a module.
fn function_link(name: &RustIdent) -> Markup {
    if name.is_raw() { markup!("`", name, "`") } else { markup!("[`", name, "()`]") }
}
