//! What each item of the API is in the emitted crate, read off the plan.

use super::snapshot::{Rust, shape};
use crate::plan::{Arg, Item, Plan, RustType, Source, Stub, StubBody};
use std::collections::BTreeMap;

/// The module of the emitted crate that holds its runtime.
pub(super) const RUNTIME: &str = "runtime";

/// The Rust items of one version.
#[derive(Debug, Default)]
pub(super) struct RustItems {
    /// By qualified name.
    pub(super) types: BTreeMap<String, Rust>,
    /// Fields and variants, by qualified name and name in JSON.
    pub(super) parts: BTreeMap<(String, String), Rust>,
    /// Functions by page and shape of the request line, and by shape alone.
    functions: BTreeMap<(Option<String>, String), Rust>,
    /// The path of the parameter struct of a function.
    parameters: BTreeMap<String, String>,
    /// Fields of parameter structs, by the struct's path and the name in JSON.
    fields: BTreeMap<(String, String), Rust>,
}

impl RustItems {
    /// The items below the module `version`, such as `v1_0`.
    pub(super) fn new(plan: &Plan, version: &str) -> Self {
        let mut items = Self::default();
        let prefix = format!("{version}::");
        for source in plan.sources.iter().filter(|source| source.module.starts_with(&prefix)) {
            let names = Names::new(source);
            for item in &source.items {
                items.add(source, &names, item);
            }
        }
        items
    }

    fn add(&mut self, source: &Source, names: &Names, item: &Item) {
        let module = &source.module;
        match item {
            Item::Struct(item) => {
                let path = format!("{module}::{}", item.name);
                let is_type = module.contains("::types");
                for field in &item.fields {
                    let form = format!("Option<{}>", names.text(&field.ty));
                    let rust = Rust { path: format!("{path}::{}", field.name), form: Some(form) };
                    if is_type {
                        self.parts.insert((item.api_name.clone(), field.api_name.clone()), rust);
                    } else {
                        self.fields.insert((path.clone(), field.api_name.clone()), rust);
                    }
                }
                if is_type {
                    let rust = Rust { path, form: Some("struct".to_owned()) };
                    self.types.insert(item.api_name.clone(), rust);
                }
            }
            Item::Enum(item) => {
                let path = format!("{module}::{}", item.name);
                for variant in &item.variants {
                    let rust = Rust { path: format!("{path}::{}", variant.name), form: None };
                    self.parts.insert((item.api_name.clone(), variant.api_name.clone()), rust);
                }
                let rust = Rust { path, form: Some("enum".to_owned()) };
                self.types.insert(item.api_name.clone(), rust);
            }
            Item::Stub(stub) => {
                let path = format!("{module}::{}", stub.name);
                let rust = Rust { path: path.clone(), form: Some(signature(names, stub)) };
                let shape = shape(&stub.line);
                let called = (Some(stub.page.clone()), call(&shape));
                self.functions.entry(called).or_insert_with(|| rust.clone());
                self.functions.entry((None, shape.clone())).or_insert_with(|| rust.clone());
                self.functions.insert((Some(stub.page.clone()), shape), rust);
                if let StubBody::Object(Arg { ty, .. }) = &stub.body {
                    let body = names.text(ty);
                    let body = body.trim_start_matches('&').trim_start_matches("crate::");
                    self.parameters.insert(path, body.to_owned());
                }
            }
            // What tests are made of is no part of what users see.
            _ => {}
        }
    }

    /// The function for a request line of `page`.
    pub(super) fn function(&self, page: &str, line: &str) -> Option<&Rust> {
        let shape = shape(line);
        let exact = self.functions.get(&(Some(page.to_owned()), shape.clone()));
        let any = || self.functions.get(&(None, shape.clone()));
        // The arguments of a call may be listed elsewhere than in the request line.
        let called = || self.functions.get(&(Some(page.to_owned()), call(&shape)));
        exact.or_else(any).or_else(called)
    }

    /// The field for a body parameter of `function`.
    pub(super) fn parameter(&self, function: &Rust, name: &str) -> Option<&Rust> {
        let body = self.parameters.get(&function.path)?;
        self.fields.get(&(body.clone(), name.to_owned()))
    }
}

/// The shape without what is in parentheses.
fn call(shape: &str) -> String {
    shape.split('(').next().unwrap_or(shape).to_owned()
}

fn signature(names: &Names, stub: &Stub) -> String {
    let mut args: Vec<String> = stub.path_args.iter().map(|arg| names.text(&arg.ty)).collect();
    args.extend(stub.query.iter().map(|arg| names.text(&arg.ty)));
    args.extend(stub.headers.iter().map(|(_, arg)| names.text(&arg.ty)));
    match &stub.body {
        StubBody::Nothing => {}
        StubBody::Object(arg) | StubBody::Json(arg) => args.push(names.text(&arg.ty)),
        StubBody::Bytes { .. } => args.extend(["&str".to_owned(), "Vec<u8>".to_owned()]),
    }
    let response = names.text(&stub.response);
    format!("fn({}) -> crate::{RUNTIME}::Request<{response}>", args.join(", "))
}

/// What the local names of a file stand for.
struct Names(BTreeMap<String, String>);

impl Names {
    fn new(source: &Source) -> Self {
        let mut names = BTreeMap::new();
        for import in &source.uses {
            let path: Vec<String> = import.path.iter().map(ToString::to_string).collect();
            for (name, alias) in &import.names {
                let local = alias.as_ref().unwrap_or(name).to_string();
                names.insert(local, format!("{}::{name}", path.join("::")));
            }
        }
        for item in &source.items {
            let name = match item {
                Item::Struct(item) => &item.name,
                Item::Enum(item) => &item.name,
                _ => continue,
            };
            names.insert(name.to_string(), format!("crate::{}::{name}", source.module));
        }
        Self(names)
    }

    fn text(&self, ty: &RustType) -> String {
        match ty {
            RustType::Name(name) => self.name(&name.to_string()),
            RustType::Path(path) => {
                path.iter().map(ToString::to_string).collect::<Vec<_>>().join("::")
            }
            RustType::Generic(name, inner) => {
                format!("{}<{}>", self.name(&name.to_string()), self.text(inner))
            }
            RustType::Ref(inner) => format!("&{}", self.text(inner)),
        }
    }

    fn name(&self, name: &str) -> String {
        const BUILT_IN: &[&str] = &[
            "Box", "Option", "String", "Vec", "bool", "f32", "f64", "i16", "i32", "i64", "i8",
            "str", "u8",
        ];
        match self.0.get(name) {
            Some(path) => path.clone(),
            None if BUILT_IN.contains(&name) => name.to_owned(),
            None => format!("crate::{RUNTIME}::{name}"),
        }
    }
}
