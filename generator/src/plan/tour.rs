//! A tour of the crate in a few snippets: requests of the plan in, the code that README.md, AGENTS.md, the crate's front
//! page and a test show out. What the pages have no request for is left out.

use super::Options;
use super::conventions::Conventions;
use super::items::{Item, RustType, Source, Struct, Stub, StubBody, TextFile};

/// One step of the tour.
pub(super) struct Step {
    /// The name of its function in the test.
    name: &'static str,
    title: &'static str,
    /// What to know, as markdown.
    words: &'static str,
    code: String,
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
    texts: (&'a str, &'a str),
}

impl Request<'_> {
    /// A call, from the version's module on, with `id` for each argument of the path.
    fn call(&self, body: Option<&str>) -> String {
        let module = self.source.module.split_once("::").map_or("", |(_, module)| module);
        let mut arguments: Vec<&str> = self.stub.path_args.iter().map(|_| "id").collect();
        arguments.extend(body);
        format!("{module}::{}({})", self.stub.name, arguments.join(", "))
    }

    /// How well it serves as an example: short lines are what people know.
    fn rank(&self) -> (usize, &str, String) {
        let stub = self.stub;
        (stub.line.matches('/').count(), stub.line.as_str(), stub.name.to_string())
    }
}

/// The tour of a crate with these sources.
pub(super) struct Tour {
    module: String,
    version: String,
    odata: bool,
    steps: Vec<Step>,
}

impl Tour {
    pub(super) fn new(sources: &[Source], version: &str, options: &Options) -> Self {
        let module = options.name.replace('-', "_");
        let picks = Picks::of(sources, version);
        let odata = options.conventions == Conventions::OData;
        let steps = steps(&picks, odata);
        Self { module, version: version.to_owned(), odata, steps }
    }

    /// The steps as markdown for README.md, or for the front page of rustdoc with `hidden` lines that make each snippet
    /// a whole.
    pub(super) fn markdown(&self, level: &str, hidden: bool) -> String {
        let mut out = String::new();
        for step in &self.steps {
            out.push_str(&format!("{level} {}\n\n{}\n\n", step.title, step.words));
            let fence = if hidden { "```no_run" } else { "```rust" };
            out.push_str(&format!("{fence}\n"));
            if hidden {
                for line in self.head().lines() {
                    out.push_str(&format!("# {line}\n"));
                }
                out.push_str("# fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {\n");
            }
            out.push_str(&step.code);
            if hidden {
                out.push_str("# Ok(())\n# }\n");
            }
            out.push_str("```\n\n");
        }
        out
    }

    /// `tests/tour.rs`: each step compiled, and run against a service that answers anything with an empty object.
    pub(super) fn test(&self) -> TextFile {
        let mut out = format!(
            "//! The tour of README.md and of the crate's front page, compiled and run.\n#![cfg(feature = \"{}\")]\n\
             #![allow(unused, reason = \"snippets show what there is\")]\n\n{}use std::error::Error;\n",
            self.version,
            self.head()
        );
        for step in &self.steps {
            out.push_str(&format!(
                "\n#[rustfmt::skip]\nfn {}(client: Client, id: &str) -> Result<(), Box<dyn Error>> {{\n",
                step.name
            ));
            for line in step.code.lines() {
                out.push_str(&format!("    {line}\n").replace("    \n", "\n"));
            }
            out.push_str("    Ok(())\n}\n");
        }
        let service = SERVICE.replace("{crate}", &self.module);
        out.push_str(&service);
        out.push_str("\n#[test]\nfn the_tour_runs() -> Result<(), Box<dyn Error>> {\n");
        for step in &self.steps {
            out.push_str(&format!("    {}(service(), \"1\")?;\n", step.name));
        }
        out.push_str("    Ok(())\n}\n");
        TextFile { path: "tests/tour.rs".to_owned(), text: out }
    }

    /// What each snippet has in scope.
    fn head(&self) -> String {
        let Self { module, version, .. } = self;
        let select = if self.odata { ", select" } else { "" };
        format!(
            "use {module}::runtime::client::Policy;\nuse {module}::runtime::client::blocking::Client;\n\
             use {module}::{version}::{{API, requests, types}};\nuse {module}::{{clear, runtime{select}}};\n"
        )
    }
}

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
    let mut texts = texts.map(|field| field.name.as_str());
    let has_id = item.fields.iter().any(|field| field.name.as_str() == "id");
    match (texts.next(), texts.next(), has_id) {
        (Some(a), Some(b), true) => Some(Kind { item, texts: (a, b) }),
        _ => None,
    }
}

fn steps(picks: &Picks<'_>, odata: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut step = |name, title, words, code: String| {
        steps.push(Step { name, title, words, code });
    };
    if let Some((request, kind)) = &picks.list {
        let (call, (text, _)) = (request.call(None), kind.texts);
        step(
            "first_request",
            "The first request",
            "Each documented request is a function below `requests`: the path of the URL is the path of the module. It sends \
             nothing; a client does. Every property of a value is an `Option`.",
            format!(
                "let page = client.send({call})?;\nfor item in page.items() {{\n    println!(\"{{:?}}\", item.{text});\n}}\n"
            ),
        );
        let name = &kind.item.name;
        let selected = match odata {
            true => format!("{call}.select(&select!(types::{name}: id, {text}))"),
            false => call,
        };
        step(
            "paging",
            "All pages",
            "Pages are asked for as they are needed. A position is a text: another process can go on from there, also in the \
             middle of a page.",
            format!(
                "let mut items = client.items({selected});\nfor item in items.by_ref().take(100) {{\n    println!(\"{{:?}}\", item?.id);\n}}\nlet kept = items.position().map(|position| position.to_string());\n"
            ),
        );
    }
    if let Some(request) = &picks.get {
        let call = request.call(None);
        step(
            "errors",
            "Errors",
            "An error has the status, the headers and the body of the response. Requests are sent again as the client's policy \
             says before there is one.",
            format!(
                "let client = client.policy(Policy {{ retries: 2, ..Policy::default() }});\nmatch client.send({call}) {{\n    Ok(value) => println!(\"{{value:?}}\"),\n    Err(error) if error.status().is_some_and(|status| status == 404) => println!(\"there is none\"),\n    Err(error) => println!(\"{{error}}, asked to wait {{:?}}\", error.retry_after()),\n}}\n"
            ),
        );
    }
    if let Some((request, kind)) = &picks.update {
        let (name, (set, cleared)) = (&kind.item.name, kind.texts);
        let call = request.call(Some("&patch"));
        step(
            "patch",
            "A PATCH that sets one property and clears another",
            "What is not set is not sent. `clear!` makes a property an explicit null; the compiler checks its name.",
            format!(
                "let mut patch = types::{name} {{ {set}: Some(\"new\".to_owned()), ..Default::default() }};\nclear!(patch.{cleared});\nclient.send({call})?;\n"
            ),
        );
    }
    if let (Some(get), Some((list, _)), true) = (&picks.get, &picks.list, odata) {
        let one = get.call(None);
        step(
            "batch",
            "Several requests in one",
            "Any number of requests; each has its own answer, error and retry.",
            format!(
                "let mut batch = runtime::Batch::new();\nlet one = batch.add({one});\nlet all = batch.add({});\nlet mut answers = client.batch(batch)?;\nlet one = answers.take(&one)?;\nlet all = answers.take(&all)?;\n",
                list.call(None)
            ),
        );
    }
    if let Some(request) = &picks.download {
        let call = request.call(None);
        step(
            "download",
            "A download",
            "A redirect to where the content lies is followed, without the token.",
            format!(
                "let content = client.send({call})?;\nprintln!(\"{{:?}}: {{}} bytes\", content.content_type, content.as_ref().len());\n"
            ),
        );
    }
    steps
}
