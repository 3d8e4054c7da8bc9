//! A tour of the crate in a few snippets: requests of the plan in, the code that README.md, AGENTS.md, the crate's front
//! page and a test show out. What the pages have no request for is left out.

use super::Options;
use super::conventions::Conventions;
use super::items::{Item, RustType, Source, Struct, Stub, StubBody};
use super::manifest;
use super::names::RustIdent;
use super::written::Written;

/// One step of the tour.
pub(super) struct Step {
    /// The name of its function in the test.
    name: &'static str,
    title: &'static str,
    /// What to know, as markdown.
    words: &'static str,
    code: Written,
}

/// The requests that the tour is about.
#[derive(Default)]
struct Picks<'a> {
    list: Option<(Request<'a>, Kind<'a>)>,
    get: Option<Request<'a>>,
    update: Option<(Request<'a>, Kind<'a>)>,
    download: Option<Request<'a>>,
}

#[derive(Clone, Copy)]
struct Request<'a> {
    source: &'a Source,
    stub: &'a Stub,
}

/// A type of the crate, with the fields that are texts.
#[derive(Clone, Copy)]
struct Kind<'a> {
    item: &'a Struct,
    texts: (&'a RustIdent, &'a RustIdent),
}

impl Request<'_> {
    /// A call, from the version's module on, with `id` for each argument of the path.
    fn call(&self, body: Option<&'static str>) -> Written {
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

/// The tour of a crate with these sources.
pub(super) struct Tour {
    /// What each snippet has in scope.
    head: Written,
    feature: Written,
    module: Written,
    steps: Vec<Step>,
}

impl Tour {
    pub(super) fn new(sources: &[Source], version: &RustIdent, options: &Options) -> Self {
        let odata = options.conventions == Conventions::OData;
        let picks = Picks::of(sources, version.as_str());
        let module = manifest::module(options);
        let mut feature = Written::default();
        feature.ident(version);
        let places = [("{crate}", &module), ("{version}", &feature)];
        let head = Written::template(if odata { HEAD } else { PLAIN_HEAD }, &places);
        Self { head, feature, module, steps: steps(&picks, odata) }
    }

    /// The steps as markdown for README.md, or for the front page of rustdoc with `hidden` lines that make each snippet
    /// a whole.
    pub(super) fn markdown(&self, level: &'static str, hidden: bool) -> Written {
        let mut out = Written::default();
        for Step { title, words, code, .. } in &self.steps {
            out.own(level).own(" ").own(title).own("\n\n").own(words).own("\n\n");
            if hidden {
                out.own("```no_run\n").lines(&self.head, "# ", "#");
                out.own("# fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {\n");
                out.add(code).own("# Ok(())\n# }\n```\n\n");
            } else {
                out.own("```rust\n").add(code).own("```\n\n");
            }
        }
        out
    }

    /// `tests/tour.rs`: each step compiled, and run against a service that answers anything with an empty object.
    pub(super) fn test(&self) -> Written {
        let mut out = Written::default();
        out.own("//! The tour of README.md and of the crate's front page, compiled and run.\n");
        out.own("#![cfg(all(feature = \"client\", feature = \"").add(&self.feature).own("\"))]\n");
        out.own("#![allow(unused, reason = \"snippets show what there is\")]\n\n");
        out.add(&self.head).own("use std::error::Error;\n");
        for Step { name, code, .. } in &self.steps {
            out.own("\n#[rustfmt::skip]\nfn ").own(name);
            out.own("(client: Client, id: &str) -> Result<(), Box<dyn Error>> {\n");
            out.lines(code, "    ", "").own("    Ok(())\n}\n");
        }
        out.add(&Written::template(SERVICE, &[("{crate}", &self.module)]));
        out.own("\n#[test]\nfn the_tour_runs() -> Result<(), Box<dyn Error>> {\n");
        for Step { name, .. } in &self.steps {
            out.own("    ").own(name).own("(service(), \"1\")?;\n");
        }
        out.own("    Ok(())\n}\n");
        out
    }
}

const HEAD: &str = "\
use {crate}::runtime::client::Policy;
use {crate}::runtime::client::blocking::Client;
use {crate}::{version}::{API, requests, types};
use {crate}::{clear, runtime, select};
";

const PLAIN_HEAD: &str = "\
use {crate}::runtime::client::Policy;
use {crate}::runtime::client::blocking::Client;
use {crate}::{version}::{API, requests, types};
use {crate}::{clear, runtime};
";

/// A service that answers anything with an empty object, each part of a batch too.
const SERVICE: &str = r##"
fn service() -> Client {
    Client::new(API, |request: http::Request<Vec<u8>>| {
        let parts = String::from_utf8_lossy(request.body()).matches("\"id\":\"").count();
        let parts: Vec<String> =
            (0..parts).map(|id| format!(r#"{{"id":"{id}","status":200,"body":{{}}}}"#)).collect();
        let body = match request.uri().path().ends_with("/$batch") {
            true => format!(r#"{{"responses":[{}]}}"#, parts.join(",")),
            false => "{}".to_owned(),
        };
        Ok(http::Response::new(body.into_bytes()))
    })
}
"##;

impl<'a> Picks<'a> {
    fn of(sources: &'a [Source], version: &str) -> Self {
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

fn steps(picks: &Picks<'_>, odata: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut step = |name, title, words, code: &'static str, places: &[(&'static str, &Written)]| {
        steps.push(Step { name, title, words, code: Written::template(code, places) });
    };
    let ident = |name: &RustIdent| {
        let mut out = Written::default();
        out.ident(name);
        out
    };
    if let Some((request, kind)) = &picks.list {
        let (name, text) = (ident(&kind.item.name), ident(kind.texts.0));
        let places = [("{call}", &request.call(None)), ("{name}", &name), ("{text}", &text)];
        let words = "Each documented request is a function below `requests`: the path of the URL is the path of the \
                     module. It sends nothing; a client does. Every property of a value is an `Option`.";
        step("first_request", "The first request", words, FIRST_REQUEST, &places);
        let words = "Pages are asked for as they are needed. A position is a text: another process can go on from \
                     there, also in the middle of a page.";
        step("paging", "All pages", words, if odata { PAGING } else { PLAIN_PAGING }, &places);
    }
    if let Some(request) = &picks.get {
        let words = "An error has the status, the headers and the body of the response. Before there is one, the \
                     request is sent again as the client's policy says.";
        step("errors", "Errors", words, ERRORS, &[("{call}", &request.call(None))]);
    }
    if let Some((request, kind)) = &picks.update {
        let name = ident(&kind.item.name);
        let (set, cleared) = (ident(kind.texts.0), ident(kind.texts.1));
        let call = request.call(Some("&patch"));
        let places =
            [("{call}", &call), ("{name}", &name), ("{set}", &set), ("{cleared}", &cleared)];
        let words = "What is not set is not sent. `clear!` makes a property an explicit null; the compiler checks its \
                     name.";
        step("patch", "A PATCH that sets one property and clears another", words, PATCH, &places);
    }
    if let (Some(get), Some((list, _)), true) = (&picks.get, &picks.list, odata) {
        let places = [("{one}", &get.call(None)), ("{all}", &list.call(None))];
        let words = "Any number of requests; each has its own answer, error and retry.";
        step("batch", "Several requests in one", words, BATCH, &places);
    }
    if let Some(request) = &picks.download {
        let words = "A redirect to where the content lies is followed, without the token.";
        step("download", "A download", words, DOWNLOAD, &[("{call}", &request.call(None))]);
    }
    steps
}

const FIRST_REQUEST: &str = "\
let page = client.send({call})?;
for item in page.items() {
    println!(\"{:?}\", item.{text});
}
";

const PAGING: &str = "\
let names = select!(types::{name}: id, {text});
let mut items = client.items({call}.select(&names));
for item in items.by_ref().take(100) {
    println!(\"{:?}\", item?.id);
}
let kept = items.position().map(|position| position.to_string());
";

const PLAIN_PAGING: &str = "\
let mut items = client.items({call});
for item in items.by_ref().take(100) {
    println!(\"{:?}\", item?.id);
}
let kept = items.position().map(|position| position.to_string());
";

const ERRORS: &str = "\
let client = client.policy(Policy { retries: 2, ..Policy::default() });
match client.send({call}) {
    Ok(value) => println!(\"{value:?}\"),
    Err(error) if error.status().is_some_and(|status| status == 404) => println!(\"not found\"),
    Err(error) => println!(\"{error}, asked to wait {:?}\", error.retry_after()),
}
";

const PATCH: &str = "\
let mut patch = types::{name} { {set}: Some(\"new\".to_owned()), ..Default::default() };
clear!(patch.{cleared});
client.send({call})?;
";

const BATCH: &str = "\
let mut batch = runtime::Batch::new();
let one = batch.add({one});
let all = batch.add({all});
let mut answers = client.batch(batch)?;
let one = answers.take(&one)?;
let all = answers.take(&all)?;
";

const DOWNLOAD: &str = "\
let content = client.send({call})?;
println!(\"{:?}: {} bytes\", content.content_type, content.as_ref().len());
";
