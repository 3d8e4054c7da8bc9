//! A snapshot of a model. The one file to touch when the model changes.

use super::change::prose_hash;
use super::rust::RustItems;
use super::snapshot::{
    Member, Operation, Place, Property, Snapshot, Type, Version, required_header,
};
use crate::ir::{
    self, Api, Body, DocText, Example, Inline, Model, ParameterPlace, Response, TypeExpr, TypeKind,
    TypeRef,
};
use crate::json::{Json, Kind};
use crate::plan::Plan;
use crate::source::DocSet;
use crate::span::Span;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

impl Snapshot {
    /// What `model` says; with the plan of the crate it becomes, in Rust too.
    pub fn of_model(docs: &DocSet, model: &Model, plan: Option<&Plan>) -> Self {
        Self::make(docs, model, plan, true)
    }

    /// What is said, without places and examples: what must not change when a page is repaired.
    pub(crate) fn facts(mut self) -> Self {
        for version in self.versions.values_mut() {
            for ty in version.types.values_mut() {
                (ty.place, ty.examples) = (None, None);
                ty.properties.values_mut().for_each(|property| property.place = None);
                ty.members.values_mut().for_each(|member| member.place = None);
            }
            for operation in version.operations.values_mut() {
                (operation.place, operation.examples) = (None, None);
                operation.parameters.values_mut().for_each(|parameter| parameter.place = None);
            }
        }
        self
    }

    /// The same without lines, as it is recorded beside the crate.
    pub fn for_record(docs: &DocSet, model: &Model, plan: &Plan) -> Self {
        Self::make(docs, model, Some(plan), false)
    }

    fn make(docs: &DocSet, model: &Model, plan: Option<&Plan>, with_lines: bool) -> Self {
        let versions = model.versions.iter().map(|api| {
            let module = plan.and_then(|plan| plan.modules.get(&api.version));
            let items = plan.zip(module).map(|(plan, module)| RustItems::new(plan, module));
            let maker = Maker { docs, api, items: items.unwrap_or_default(), with_lines };
            (api.version.clone(), maker.version())
        });
        Self { versions: versions.collect(), tells_prose: true }
    }
}

struct Maker<'a> {
    docs: &'a DocSet,
    api: &'a Api,
    items: RustItems,
    with_lines: bool,
}

impl Maker<'_> {
    fn version(&self) -> Version {
        let mut examples = self.examples();
        let types = self.api.types.iter().map(|ty| {
            let name = ty.name.as_str().to_owned();
            let shown = examples.remove(&name);
            let made = self.ty(ty, shown);
            (name, made)
        });
        let mut version = Version { types: types.collect(), operations: BTreeMap::new() };
        for operation in &self.api.operations {
            let line = line(operation);
            // Of several pages about one request the first one leads, as in the exported IR.
            let shown = examples.get(&line).cloned();
            version.operations.entry(line).or_insert_with(|| self.operation(operation, shown));
        }
        version
    }

    fn ty(&self, ty: &ir::Type, examples: Option<String>) -> Type {
        let name = ty.name.as_str();
        let structure = ty.structure();
        let part = |part: &str| self.items.parts.get(&(name.to_owned(), part.to_owned())).cloned();
        let properties = ty.properties().iter().map(|property| {
            let made = Property {
                ty: self.expr(property.ty),
                navigation: property.navigation,
                required: None,
                nullable: None,
                deprecated: Some(property.deprecated),
                prose: doc_hash(&property.doc),
                in_url: false,
                place: Some(self.place(property.origin)),
                rust: part(&property.name),
            };
            (property.name.clone(), made)
        });
        let members = ty.enumeration().map_or(&[][..], |enumeration| &enumeration.members);
        let members = members.iter().map(|member| {
            let made = Member {
                value: member.value.map(|value| value.to_string()),
                prose: doc_hash(&member.doc),
                place: Some(self.place(member.origin)),
                rust: part(&member.name),
            };
            (member.name.clone(), made)
        });
        Type {
            kind: kind(ty).to_owned(),
            base: ty.base().map(|base| self.api[base].name.as_str().to_owned()),
            open: structure.is_some_and(|structure| structure.open),
            deprecated: Some(ty.deprecated.is_some()),
            prose: doc_hash(&ty.doc),
            examples,
            properties: properties.collect(),
            members: members.collect(),
            place: Some(self.place(ty.origin.span())),
            rust: self.items.types.get(name).cloned(),
        }
    }

    fn operation(&self, operation: &ir::Operation, examples: Option<String>) -> Operation {
        let rust = self.items.function(&operation.page, &line(operation)).cloned();
        let parameters = operation.parameters.iter().map(|parameter| {
            let in_url = parameter.place == ParameterPlace::Url;
            let field = rust.as_ref().and_then(|function| {
                if in_url {
                    return rust.clone();
                }
                self.items.parameter(function, &parameter.name).cloned()
            });
            let made = Property {
                ty: self.expr(parameter.ty),
                navigation: false,
                required: None,
                nullable: None,
                deprecated: None,
                prose: doc_hash(&parameter.doc),
                in_url,
                place: Some(self.place(parameter.origin)),
                rust: field,
            };
            (parameter.name.clone(), made)
        });
        let headers = operation.headers.iter().filter(|header| header.required).map(|header| {
            let made = Property {
                prose: doc_hash(&header.doc),
                rust: rust.clone(),
                ..required_header(Some(self.place(operation.origin)))
            };
            (header.name.clone(), made)
        });
        let parameters = parameters.chain(headers).collect();
        Operation {
            request: match operation.request {
                Body::Type(id) => Some(self.api[id].name.as_str().to_owned()),
                _ => None,
            },
            response: match (operation.response, operation.response.result()) {
                (_, Some(expr)) => Some(self.expr(expr)),
                (Response::Bytes, None) => Some(ir::Edm::Stream.as_str().to_owned()),
                (_, None) => None,
            },
            status: operation.status,
            parameters,
            permissions: operation
                .permissions
                .iter()
                .filter(|of| !of.scopes.is_empty())
                .map(|of| {
                    let scopes = of.scopes.iter().flat_map(|scope| scope.split('+'));
                    (of.account.as_str().to_owned(), scopes.map(str::to_owned).collect())
                })
                .collect(),
            deprecated: Some(operation.deprecated.is_some()),
            prose: doc_hash(&operation.doc),
            examples,
            place: Some(self.place(operation.origin)),
            rust,
        }
    }

    /// A hash of the examples of each item: of an operation, or, for representations, of a type.
    fn examples(&self) -> BTreeMap<String, String> {
        let mut hashers: BTreeMap<String, Vec<[u8; 32]>> = BTreeMap::new();
        for example in &self.api.examples {
            let Some(json) = &example.json else { continue };
            let Some(item) = self.item_of(example) else { continue };
            let mut hasher = Sha256::new();
            hash_json(json, &mut hasher);
            hashers.entry(item).or_default().push(hasher.finalize().into());
        }
        hashers
            .into_iter()
            .map(|(item, mut hashes)| {
                // In which order pages show them is no matter.
                hashes.sort_unstable();
                (item, super::change::hex(&Sha256::digest(hashes.concat())[..6]))
            })
            .collect()
    }

    fn item_of(&self, example: &Example) -> Option<String> {
        match example.operation {
            Some(id) => Some(line(&self.api[id])),
            None => {
                let id = example.payload?.type_id()?;
                Some(self.api[id].name.as_str().to_owned())
            }
        }
    }

    fn expr(&self, expr: TypeExpr) -> String {
        let name = match expr.ty {
            TypeRef::Edm(edm) => edm.as_str(),
            TypeRef::Named(id) => self.api[id].name.as_str(),
        };
        if expr.collection { format!("[{name}]") } else { name.to_owned() }
    }

    fn place(&self, span: Span) -> Place {
        let file = self.docs.file(span.file).path.clone();
        if !self.with_lines {
            return Place { file, line: None, column: None, bytes: None };
        }
        let ((line, column), _) = self.docs.positions(span);
        Place { file, line: Some(line), column: Some(column), bytes: Some((span.start, span.end)) }
    }
}

/// `GET /users/{id}`
pub(crate) fn line(operation: &ir::Operation) -> String {
    format!("{} {}", operation.method, operation.path.text)
}

fn kind(ty: &ir::Type) -> &'static str {
    match &ty.kind {
        TypeKind::Enumeration(enumeration) if enumeration.flags => "flags",
        TypeKind::Enumeration(_) => "enum",
        TypeKind::Structure(structure) if structure.entity => "entity",
        TypeKind::Structure(_) => "complex",
    }
}

fn doc_hash(doc: &DocText) -> Option<String> {
    let text = |inline: &'_ Inline| match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Link { text, .. } => text.clone(),
    };
    // Words may be split between runs, so the runs of a paragraph are put together first.
    let paragraphs: Vec<String> =
        doc.paragraphs.iter().map(|runs| runs.into_iter().map(text).collect::<String>()).collect();
    prose_hash(paragraphs.iter().map(String::as_str))
}

/// The value, whatever its layout and the order of its members.
fn hash_json(json: &Json, hasher: &mut Sha256) {
    let mut text = |tag: &str, text: &str| {
        hasher.update(tag);
        hasher.update((text.len() as u64).to_le_bytes());
        hasher.update(text);
    };
    match &json.kind {
        Kind::Null => text("n", ""),
        Kind::Bool(value) => text("b", if *value { "1" } else { "0" }),
        Kind::Number(number) => text("d", number),
        Kind::String(value) => text("s", value),
        Kind::Array(items) => {
            text("a", &items.len().to_string());
            items.iter().for_each(|item| hash_json(item, hasher));
        }
        Kind::Object(members) => {
            text("o", &members.len().to_string());
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|a, b| a.key.cmp(&b.key));
            for member in members {
                hasher.update((member.key.len() as u64).to_le_bytes());
                hasher.update(&member.key);
                hash_json(&member.value, hasher);
            }
        }
    }
}
