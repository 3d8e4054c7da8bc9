//! The example tests: the functions of the crate against the requests and responses that the pages show.
//!
//! In: the examples of a version and its requests. Out: Rust files in which each example request is built by its
//! function, argument by argument and property by property, and each example response is decoded by it; the examples
//! themselves as JSON files, one for each page; and a table of what could not be compared, and why.
//! A representation on a resource page is no example.

mod body;
mod exceptions;
mod options;
mod requests;
mod responses;
mod text;
mod url;
mod values;

use super::docs::Docs;
use super::items::{
    Answers, Bodies, ExampleCalls, ExampleRef, ExampleTables, Item, Module, Rebuilt, RustType,
    Source, TextFile, Use,
};
use super::layout::Layout;
use super::markup::{Markup, code, markup};
use super::names::{self, RustIdent, own};
use super::requests::Requests;
use super::scope::{self, Naming};
use super::written::Written;
use crate::diagnostic::Code;
use crate::ir::{Api, Example, Exchange, Outcome, Role, TypeId};
use crate::json::Json;
use crate::source::DocSet;
use crate::span::Span;
use exceptions::{Class, Exceptions};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use text::Shown;
use values::Values;

/// The folder of a version's tests in the crate.
const FOLDER: &str = "tests/examples";

/// Tests, JSON files and the table of exceptions of one version.
pub(super) fn plan(
    api: &Api,
    layout: &Layout,
    requests: &Requests,
    docs: &DocSet,
    crate_module: &str,
) -> (Vec<Source>, Vec<TextFile>) {
    let names = TestNames { layout };
    let mut planner = Planner {
        api,
        docs,
        requests,
        names: &names,
        values: Values::new(api, &names, layout.locked()),
        files: BTreeMap::new(),
        responses: BTreeMap::new(),
        bodies: BTreeMap::new(),
        calls: BTreeMap::new(),
        exceptions: Exceptions::default(),
    };
    let mut of_exchanges = BTreeSet::new();
    for exchange in &api.exchanges {
        let example = exchange.example.and_then(|index| api.examples.get(index));
        of_exchanges.extend(exchange.example);
        planner.add(Block { exchange: Some(exchange), example });
    }
    for (index, example) in api.examples.iter().enumerate() {
        if !of_exchanges.contains(&index) {
            planner.add(Block { exchange: None, example: Some(example) });
        }
    }
    planner.finish(crate_module)
}

/// Where a block without a JSON body is.
fn place_of(exchange: &Exchange) -> Option<Span> {
    let request = exchange.request.as_ref().map(|(method, _)| method.span);
    let status = exchange.status.as_ref().map(|status| status.span);
    request.or(status).or(exchange.body)
}

/// A request or response that a page shows.
#[derive(Clone, Copy)]
struct Block<'a> {
    exchange: Option<&'a Exchange>,
    /// Its JSON body.
    example: Option<&'a Example>,
}

impl<'a> Block<'a> {
    fn role(self) -> Role {
        match (self.example, self.exchange) {
            (Some(example), _) => example.role,
            (None, Some(exchange)) if exchange.request.is_some() => Role::Request,
            (None, _) => Role::Response,
        }
    }

    fn json(self) -> Option<&'a Json> {
        self.example?.json.as_ref()
    }

    /// What it is called in the table of exceptions.
    fn label(self) -> String {
        match (self.exchange, self.example) {
            (Some(Exchange { request: Some((method, url)), .. }), _) => {
                format!("{} {}", method.value, url.value)
            }
            (exchange, example) => {
                let status = exchange.and_then(|exchange| exchange.status.as_ref());
                let status = status.map(|status| status.value);
                let status = status.or(example.and_then(|example| example.status));
                let request = example.and_then(|example| example.request.as_ref());
                let request = request.map(|(method, url)| format!(" to {method} {url}"));
                format!(
                    "{}{}",
                    status.map_or("response".to_owned(), |status| status.to_string()),
                    request.unwrap_or_default()
                )
            }
        }
    }
}

struct Planner<'a> {
    api: &'a Api,
    docs: &'a DocSet,
    requests: &'a Requests,
    names: &'a TestNames<'a>,
    values: Values<'a>,
    /// What is in each JSON file.
    files: BTreeMap<String, Vec<Shown<'a>>>,
    responses: Table,
    bodies: Table,
    /// By the first module of the function's path.
    calls: BTreeMap<RustIdent, Calls>,
    exceptions: Exceptions,
}

#[derive(Default)]
struct Calls {
    rebuilt: Vec<Rebuilt>,
    answers: BTreeMap<Vec<RustIdent>, Answers>,
}

type Table = BTreeMap<RustType, Vec<ExampleRef>>;

impl<'a> Planner<'a> {
    fn add(&mut self, block: Block<'a>) {
        match block.role() {
            Role::Request => self.add_request(block),
            Role::Response => self.add_response(block),
            Role::Resource => {}
        }
    }

    /// The page of a block.
    fn page(&self, block: Block<'a>) -> Option<&'a str> {
        if let Some(example) = block.example {
            return Some(&example.page);
        }
        let place = block.exchange.and_then(place_of)?;
        Some(&self.docs.file(place.file).path)
    }

    fn except(&mut self, class: Class, block: Block<'a>, detail: &str) {
        if let Some(page) = self.page(block) {
            self.exceptions.add(class, page, &block.label(), detail);
        }
    }

    /// The place of the page's next example.
    fn next(&self, page: &str, strict: bool) -> ExampleRef {
        let file = text::file_name(&self.api.version, page);
        let index = self.files.get(&file).map_or(0, Vec::len);
        ExampleRef { file, index, strict }
    }

    /// Puts an example into its page's file.
    fn show(&mut self, place: &ExampleRef, shown: Shown<'a>) {
        self.files.entry(place.file.clone()).or_default().push(shown);
    }

    /// The calls of the functions that lie where `function` does.
    fn calls_of(&mut self, function: &[RustIdent]) -> &mut Calls {
        let module = function.get(1).cloned().unwrap_or_else(|| own("requests"));
        self.calls.entry(names::module_name(module.as_str())).or_default()
    }

    fn finish(self, crate_module: &str) -> (Vec<Source>, Vec<TextFile>) {
        let layout = self.names.layout;
        let folder = format!("{FOLDER}/{}", layout.version.as_str());
        let mut texts: Vec<TextFile> = self
            .files
            .into_par_iter()
            .map(|(file, shown)| {
                let mut text = Written::default();
                for (at, shown) in shown.into_iter().enumerate() {
                    text.own(if at == 0 { "[\n" } else { ",\n" }).add(&shown.text());
                }
                text.own("\n]\n");
                TextFile { path: format!("{folder}/{file}.json"), text }
            })
            .collect();
        texts.push(TextFile {
            path: format!("{folder}/exceptions.tsv"),
            text: self.exceptions.text(),
        });
        let writer = Writer { layout, crate_module, version: &self.api.version, folder: &folder };
        let modules: Vec<RustIdent> = self.calls.keys().cloned().collect();
        let tables = |map: Table| {
            map.into_iter().map(|(ty, examples)| Bodies { ty, examples }).collect::<Vec<_>>()
        };
        let tables = ExampleTables {
            responses: tables(self.responses),
            requests: tables(self.bodies),
            modules,
        };
        let mut sources = vec![writer.root(tables)];
        for (module, calls) in self.calls {
            let calls = ExampleCalls {
                rebuilt: calls.rebuilt,
                answers: calls.answers.into_values().collect(),
            };
            sources.push(writer.module(&module, calls));
        }
        (sources, texts)
    }
}

/// What the files of a version have in common.
struct Writer<'w> {
    layout: &'w Layout,
    crate_module: &'w str,
    version: &'w str,
    folder: &'w str,
}

impl Writer<'_> {
    /// The file of the tables, with the modules of the calls.
    fn root(&self, tables: ExampleTables) -> Source {
        let mut types = BTreeSet::new();
        for bodies in tables.responses.iter().chain(&tables.requests) {
            bodies.ty.names(&mut types);
        }
        let mut harness = vec!["Answers", "Bodies", "Rebuilt"];
        if !tables.responses.is_empty() || !tables.requests.is_empty() {
            harness.push("round_trip");
        }
        let modules = tables.modules.iter().map(|name| {
            // Paths may begin with the version, and then the version's module has one of its name.
            let inception = name.as_str() == self.version;
            Item::Module(Module { name: name.clone(), public: false, inception })
        });
        let mut items: Vec<Item> = modules.collect();
        items.push(Item::Examples(tables));
        let words =
            "Which example is decoded as which type, and the calls of the requests' functions,";
        self.source("mod", markup!(words), self.uses(&harness, &types), items)
    }

    /// The file of the calls of one part of the API.
    fn module(&self, module: &RustIdent, calls: ExampleCalls) -> Source {
        let mut used = BTreeSet::new();
        let mut harness = BTreeSet::new();
        let requests = calls.rebuilt.iter().map(|rebuilt| &rebuilt.request);
        for request in requests.chain(calls.answers.iter().map(|answers| &answers.request)) {
            request.names(&mut used, &mut harness);
        }
        harness.extend(["Answers", "Rebuilt"]);
        if !calls.answers.is_empty() {
            harness.extend(["Decoded", "Example"]);
        }
        if !calls.rebuilt.is_empty() {
            harness.extend(["Sent", "send"]);
        }
        let harness: Vec<&str> = harness.into_iter().collect();
        let words = markup!("The examples of `", module, "`");
        let items = vec![Item::ExampleCalls(calls)];
        self.source(module.as_str(), words, self.uses(&harness, &used), items)
    }

    fn source(&self, file: &str, words: Markup, uses: Vec<Use>, items: Vec<Item>) -> Source {
        Source {
            path: format!("{}/{file}.rs", self.folder),
            module: String::new(),
            pages: Vec::new(),
            docs: Docs::sentence(markup!(words, " for ", code(self.version), ".")),
            uses,
            items,
        }
    }

    /// The imports: of the harness, the runtime, and the version's modules.
    fn uses(&self, harness: &[&str], used: &BTreeSet<RustIdent>) -> Vec<Use> {
        let local = |names: Vec<RustIdent>| names.into_iter().map(|name| (name, None)).collect();
        let of = |is: fn(&str) -> bool| {
            used.iter().filter(|name| is(name.as_str())).cloned().collect::<Vec<_>>()
        };
        let modules = of(|name| matches!(name, "requests" | "types"));
        let runtime = of(|name| name == "ObjectExt" || scope::is_of_runtime(name));
        let krate = own(self.crate_module);
        let parts = [
            (vec![own("crate"), own("harness")], harness.iter().map(|name| own(name)).collect()),
            (vec![krate.clone(), own("runtime")], runtime),
            (vec![krate, self.layout.version.clone()], modules),
        ];
        parts
            .into_iter()
            .filter(|(_, names): &(_, Vec<RustIdent>)| !names.is_empty())
            .map(|(path, names)| Use { public: false, path, names: local(names) })
            .collect()
    }
}

/// Sound examples demand that every value fits; a placeholder such as `String` for a date cannot.
fn is_strict(example: &Example) -> bool {
    example.outcome == Outcome::Ok
        && !example.codes.contains(&Code::PlaceholderValue)
        && example.payload.is_some()
}

/// Names in the tests: types by their path below the version, the runtime's imported.
struct TestNames<'a> {
    layout: &'a Layout,
}

impl Naming for TestNames<'_> {
    fn ty(&self, id: TypeId) -> RustType {
        // `crate::v1_0::types::…` without its first two parts.
        let mut path = self.layout.module(id)[2..].to_vec();
        path.push(self.layout.name(id).clone());
        RustType::Path(path)
    }

    fn runtime(&self, name: &'static str) -> RustIdent {
        own(name)
    }
}
