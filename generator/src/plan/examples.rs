//! The example tests: which body is decoded into which type, which request is rebuilt by which stub.
//!
//! In: the examples of a version and its stubs. Out: the tables of one test file and the JSON files beside
//! it, one for each page. A representation on a resource page is no example, and a body that does not parse
//! cannot be tested.

use super::docs::Docs;
use super::example_text::{example_text, file_name, request_text};
use super::items::{
    ArgReading, Bodies, BodyReading, ExampleRef, ExampleTables, Item, Rebuilt, RustType, Source,
    TextFile, Use,
};
use super::layout::Layout;
use super::names::{RustIdent, own};
use super::payload::Shape;
use super::requests::{Request, Requests};
use super::scope::Naming;
use super::template::Template;
use super::types::Leaf;
use super::url::{Matched, match_url};
use crate::diagnostic::Code;
use crate::ir::{
    Api, Body, Example, Exchange, Operation, Outcome, PayloadType, Role, TypeId, TypeRef,
};
use crate::json::{Json, Kind};
use crate::source::DocSet;
use crate::span::Spanned;
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of a version's tests in the crate.
const FOLDER: &str = "tests/examples";

/// Test tables and JSON files of one version.
pub(super) fn plan(
    api: &Api,
    layout: &Layout,
    requests: &Requests,
    docs: &DocSet,
    crate_module: &str,
) -> (Source, Vec<TextFile>) {
    let mut planner = Planner {
        api,
        requests,
        names: TestNames { layout, runtime: RefCell::default() },
        files: BTreeMap::new(),
        responses: BTreeMap::new(),
        bodies: BTreeMap::new(),
        rebuilt: BTreeMap::new(),
    };
    let bodies: BTreeMap<usize, &Exchange> =
        api.exchanges.iter().filter_map(|exchange| Some((exchange.example?, exchange))).collect();
    for (index, example) in api.examples.iter().enumerate() {
        planner.add(example, bodies.get(&index).copied());
    }
    for exchange in api.exchanges.iter().filter(|exchange| exchange.body.is_none()) {
        planner.add_bare(docs, exchange);
    }
    let version = layout.version.as_str();
    let files = std::mem::take(&mut planner.files);
    let files = files.into_par_iter().map(|(file, shown)| {
        let examples: Vec<String> = shown.into_iter().map(Shown::text).collect();
        TextFile {
            path: format!("{FOLDER}/{version}/{file}.json"),
            text: format!("[\n{}\n]\n", examples.join(",\n")),
        }
    });
    let files = files.collect();
    (planner.source(crate_module), files)
}

struct Planner<'a> {
    api: &'a Api,
    requests: &'a Requests,
    names: TestNames<'a>,
    /// What stands in each file.
    files: BTreeMap<String, Vec<Shown<'a>>>,
    responses: Table,
    bodies: Table,
    rebuilt: BTreeMap<Vec<RustIdent>, Rebuilt>,
}

/// An element of a file.
enum Shown<'a> {
    Body(&'a Example, &'a Json, Option<Matched>),
    /// A request without a body, of a page.
    Bare(&'a str, &'a (Spanned<String>, Spanned<String>), Matched),
}

impl Shown<'_> {
    fn text(self) -> String {
        match self {
            Self::Body(example, json, matched) => example_text(example, json, matched.as_ref()),
            Self::Bare(page, (method, url), matched) => {
                request_text(page, &method.value, &url.value, &matched)
            }
        }
    }
}

impl<'a> Planner<'a> {
    /// A body, and the request that carries it.
    fn add(&mut self, example: &'a Example, exchange: Option<&Exchange>) {
        let Some(json) = &example.json else { return };
        if example.role == Role::Resource {
            return;
        }
        let stub = example.operation.and_then(|id| self.requests.of(id));
        let Some(ty) = body_type(self.api, &self.names, example, json, stub) else { return };
        let place = self.next(&example.page, is_strict(example));
        table_of(&mut self.responses, &mut self.bodies, example.role)
            .entry(ty)
            .or_default()
            .push(place.clone());
        let exchange = exchange.filter(|_| example.role == Role::Request);
        let matched = exchange.and_then(|exchange| self.rebuild(exchange, Some(json), &place));
        let shown = Shown::Body(example, json, matched);
        self.files.entry(place.file).or_default().push(shown);
    }

    /// A request without a body.
    fn add_bare(&mut self, docs: &'a DocSet, exchange: &'a Exchange) {
        let Some(request) = &exchange.request else { return };
        let page = &docs.file(request.1.span.file).path;
        let place = self.next(page, false);
        if let Some(matched) = self.rebuild(exchange, None, &place) {
            let shown = Shown::Bare(page, request, matched);
            self.files.entry(place.file).or_default().push(shown);
        }
    }

    /// The place of the page's next example.
    fn next(&self, page: &str, strict: bool) -> ExampleRef {
        let file = file_name(&self.api.version, page);
        let index = self.files.get(&file).map_or(0, Vec::len);
        ExampleRef { file, index, strict }
    }

    /// Adds the request that `exchange` shows, if its URL has the form of the request line.
    fn rebuild(
        &mut self,
        exchange: &Exchange,
        json: Option<&Json>,
        place: &ExampleRef,
    ) -> Option<Matched> {
        let (method, url) = exchange.request.as_ref()?;
        let operation = &self.api[exchange.operation?];
        let (path, request) = self.requests.of(exchange.operation?)?;
        let body = body_reading(self.api, operation, request, json)?;
        if !method.value.eq_ignore_ascii_case(&operation.method) {
            return None;
        }
        let matched = match_url(&url.value, &Template::new(&operation.path))?;
        let mut args = Vec::new();
        for (argument, text) in request.arguments.iter().zip(&matched.arguments) {
            if matches!(text.as_str(), "" | "." | "..") || !fits(argument.leaf, text) {
                return None;
            }
            args.push(match argument.leaf {
                None => ArgReading::Text,
                Some(Leaf::Primitive(..)) => ArgReading::Value,
                Some(_) => ArgReading::Reference,
            });
        }
        let mut stub = vec![own("requests")];
        stub.extend_from_slice(path);
        stub.push(request.name.clone());
        let entry = self.rebuilt.entry(stub.clone()).or_insert_with(|| Rebuilt {
            stub,
            args,
            body,
            examples: Vec::new(),
        });
        entry.examples.push(place.clone());
        Some(matched)
    }

    fn source(self, crate_module: &str) -> Source {
        let tables = |map: Table| {
            map.into_iter().map(|(ty, examples)| Bodies { ty, examples }).collect::<Vec<_>>()
        };
        let tables = ExampleTables {
            responses: tables(self.responses),
            requests: tables(self.bodies),
            rebuilt: self.rebuilt.into_values().collect(),
        };
        let local = |names: &[&str]| names.iter().map(|name| (own(name), None)).collect::<Vec<_>>();
        let mut roots = BTreeSet::new();
        for bodies in tables.responses.iter().chain(&tables.requests) {
            root(&bodies.ty, &mut roots);
        }
        roots.extend(tables.rebuilt.iter().flat_map(|rebuilt| rebuilt.stub.first()));
        let mut harness = vec!["Bodies", "Rebuilt"];
        let mut uses = vec![];
        if !tables.responses.is_empty() || !tables.requests.is_empty() {
            harness.push("round_trip");
        }
        if !tables.rebuilt.is_empty() {
            harness.push("send");
        }
        uses.push(Use {
            public: false,
            path: vec![own("crate"), own("harness")],
            names: local(&harness),
        });
        let runtime: Vec<(RustIdent, Option<RustIdent>)> =
            self.names.runtime.into_inner().into_iter().map(|name| (own(name), None)).collect();
        if !runtime.is_empty() {
            uses.push(Use {
                public: false,
                path: vec![own(crate_module), own("runtime")],
                names: runtime,
            });
        }
        if !roots.is_empty() {
            let modules = roots.into_iter().map(|name| (name.clone(), None)).collect();
            let path = vec![own(crate_module), self.names.layout.version.clone()];
            uses.push(Use { public: false, path, names: modules });
        }
        let source_path = format!("{FOLDER}/{}.rs", self.names.layout.version.as_str());
        Source {
            path: source_path,
            module: String::new(),
            pages: Vec::new(),
            docs: Docs::sentence(format!(
                "Which example is of which type and which request, for {}.",
                self.api.version
            )),
            uses,
            items: vec![Item::Examples(tables)],
        }
    }
}

type Table = BTreeMap<RustType, Vec<ExampleRef>>;

fn table_of<'a>(responses: &'a mut Table, requests: &'a mut Table, role: Role) -> &'a mut Table {
    if role == Role::Response { responses } else { requests }
}

/// How the body of an example becomes the stub's; `None` if it cannot.
fn body_reading(
    api: &Api,
    operation: &Operation,
    request: &Request,
    json: Option<&Json>,
) -> Option<BodyReading> {
    let is_object = json.is_some_and(|json| matches!(json.kind, Kind::Object(_)));
    let reading = match operation.request {
        Body::Nothing => return Some(BodyReading::Nothing),
        Body::Bytes => return None,
        Body::Json => BodyReading::Json,
        Body::Parameters if request.parameters.is_none() => BodyReading::Json,
        Body::Type(id) if !matches!(Leaf::new(api, TypeRef::Named(id)), Leaf::Object(_)) => {
            BodyReading::Json
        }
        Body::Type(_) | Body::Parameters | Body::Reference => BodyReading::Object,
    };
    match reading {
        BodyReading::Object if !is_object => None,
        BodyReading::Json if json.is_none() => None,
        reading => Some(reading),
    }
}

/// The modules that a type's paths begin with.
fn root<'a>(ty: &'a RustType, roots: &mut BTreeSet<&'a RustIdent>) {
    match ty {
        RustType::Name(_) => {}
        RustType::Path(path) => roots.extend(path.first()),
        RustType::Generic(_, inner) | RustType::Ref(inner) => root(inner, roots),
    }
}

/// The type that the body is decoded into: the stub's where the body can be one, else what the page says.
fn body_type(
    api: &Api,
    names: &TestNames<'_>,
    example: &Example,
    json: &Json,
    stub: Option<(&[RustIdent], &Request)>,
) -> Option<RustType> {
    if let Some(ty) = parameters_type(example, json, stub) {
        return Some(ty);
    }
    let shape = match (example.role, stub) {
        (Role::Response, Some((_, request)))
            if agrees(api, example, request.response.present()) =>
        {
            Some(request.response.present())
        }
        _ => None,
    };
    let shape =
        shape.or_else(|| example.payload.and_then(|payload| Shape::of_payload(api, payload)));
    let shape = shape.unwrap_or(Shape::Json);
    let decodable = match shape {
        Shape::Object(..) | Shape::Reference => matches!(json.kind, Kind::Object(_)),
        Shape::Value(..) => json.get("value").is_some(),
        Shape::Json => true,
        Shape::NoContent | Shape::Bytes | Shape::OptionalObject(..) | Shape::OptionalValue(..) => {
            false
        }
    };
    Some(if decodable { shape.rust(names) } else { Shape::Json.rust(names) })
}

/// The parameter struct of the stub that the example shows.
fn parameters_type(
    example: &Example,
    json: &Json,
    stub: Option<(&[RustIdent], &Request)>,
) -> Option<RustType> {
    let PayloadType::Parameters(id) = example.payload?.ty else { return None };
    let (path, request) = stub?;
    let parameters = request.parameters.as_ref()?;
    if request.operation != id || !matches!(json.kind, Kind::Object(_)) {
        return None;
    }
    let mut full = vec![own("requests")];
    full.extend_from_slice(path);
    full.push(parameters.name.clone());
    Some(RustType::Path(full))
}

/// Whether the stub's response type is what the example is one of.
fn agrees(api: &Api, example: &Example, response: Shape) -> bool {
    match example.payload.and_then(|payload| Shape::of_payload(api, payload)) {
        None => true,
        Some(Shape::Object(Leaf::Object(shown), collection)) => match response {
            Shape::Object(Leaf::Object(said), many) => {
                many == collection && api.derives_from(shown, said)
            }
            _ => false,
        },
        Some(shown) => shown == response,
    }
}

/// Sound examples demand that every value fits; a stand-in such as `String` for a date cannot.
fn is_strict(example: &Example) -> bool {
    example.outcome == Outcome::Ok
        && !example.codes.contains(&Code::PlaceholderValue)
        && example.payload.is_some()
}

/// Whether the text of an example's URL is a value of the argument's type.
fn fits(leaf: Option<Leaf>, text: &str) -> bool {
    let dashed = |text: &str, lengths: &[usize]| {
        let groups: Vec<&str> = text.split('-').collect();
        groups.len() == lengths.len()
            && groups.iter().zip(lengths).all(|(group, &len)| {
                group.len() == len && group.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
    };
    match leaf {
        None | Some(Leaf::Enum(_)) => true,
        Some(Leaf::Primitive("bool", _)) => text == "true" || text == "false",
        Some(Leaf::Primitive("f32" | "f64", _)) => text.parse::<f64>().is_ok(),
        Some(Leaf::Primitive("i64", _)) => text.parse::<i64>().is_ok(),
        Some(Leaf::Primitive("i32", _)) => text.parse::<i32>().is_ok(),
        Some(Leaf::Primitive(..)) => text.parse::<u8>().is_ok_and(|number| number < 128),
        Some(Leaf::Text("Guid")) => dashed(text, &[8, 4, 4, 4, 12]),
        Some(Leaf::Text("Date")) => {
            dashed(text, &[4, 2, 2]) && text.bytes().all(|byte| !byte.is_ascii_alphabetic())
        }
        Some(_) => false,
    }
}

/// Names in the test: types by their path below the version, the runtime's imported.
struct TestNames<'a> {
    layout: &'a Layout,
    runtime: RefCell<BTreeSet<&'static str>>,
}

impl Naming for TestNames<'_> {
    fn ty(&self, id: TypeId) -> RustType {
        // `crate::v1_0::types::…` without its first two parts.
        let mut path = self.layout.module(id)[2..].to_vec();
        path.push(self.layout.name(id).clone());
        RustType::Path(path)
    }

    fn runtime(&self, name: &'static str) -> RustIdent {
        self.runtime.borrow_mut().insert(name);
        own(name)
    }
}
