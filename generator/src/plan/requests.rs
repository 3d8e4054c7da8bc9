//! Which stubs there are and what each is called.
//!
//! In: the operations of a version. Out: [`Requests`]: stubs by module, one for each operation. A name is made from
//! the request itself; only where two come out equal does the longer path say in its name what it addresses by.

use super::alike::{clash, similar_requests};
use super::arguments::{PathArgument, path_arguments};
use super::names::{self, RustIdent};
use super::payload::Shape;
use super::route::{Route, route};
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Body, Operation, OperationId, Parameter, ParameterPlace};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A stub-to-be.
#[derive(Debug)]
pub(super) struct Request {
    /// Its function.
    pub name: RustIdent,
    /// The operation that it makes.
    pub operation: OperationId,
    /// What a response is decoded into.
    pub response: Shape,
    /// Arguments for the path.
    pub arguments: Vec<PathArgument>,
    /// The struct of its body parameters.
    pub parameters: Option<ParametersRef>,
    /// The struct of its query parameters.
    pub query: Option<RustIdent>,
    /// The API's name of an action or function.
    pub action: Option<String>,
}

/// A parameter struct.
#[derive(Clone, Debug)]
pub(super) struct ParametersRef {
    /// Its name.
    pub name: RustIdent,
    /// The module and name of the struct that it is, if another module declares it.
    pub declared: Option<(Vec<RustIdent>, RustIdent)>,
}

/// A module of stubs.
#[derive(Debug, Default)]
pub(super) struct RequestModule {
    /// The URL's literal segments.
    pub segments: Vec<String>,
    /// Its stubs, in file order.
    pub requests: Vec<Request>,
    /// Names of functions that are given, with what has them.
    taken: BTreeMap<RustIdent, OperationId>,
    /// Names of structs that are given.
    structs: BTreeSet<RustIdent>,
    /// How often a name was wanted, for functions and for structs.
    tried: BTreeMap<RustIdent, usize>,
    tried_structs: BTreeMap<RustIdent, usize>,
}

/// All stubs of a version.
#[derive(Debug, Default)]
pub(super) struct Requests {
    /// By path below `requests`.
    pub modules: BTreeMap<Vec<RustIdent>, RequestModule>,
    /// Module and index of each operation's stub.
    pub by_operation: BTreeMap<OperationId, (Vec<RustIdent>, usize)>,
}

/// The operations that share module and name.
type Named = BTreeMap<(Vec<RustIdent>, String), Vec<(OperationId, Route)>>;

impl Requests {
    pub(super) fn new(api: &Api, diagnostics: &mut Diagnostics) -> Self {
        let mut named: Named = BTreeMap::new();
        let ids: Vec<OperationId> = api.operation_ids().collect();
        let routes: Vec<(OperationId, Route)> =
            ids.into_par_iter().map(|id| (id, route(&api[id]))).collect();
        for (id, route) in routes {
            named.entry((route.module.clone(), route.name.clone())).or_default().push((id, route));
        }
        let mut requests = Self::default();
        for ((module, name), operations) in named {
            for (name, id, route) in tell_apart(api, name, operations, diagnostics) {
                requests.add(api, &module, name, id, route, diagnostics);
            }
        }
        requests.arrange(api);
        requests
    }

    fn add(
        &mut self,
        api: &Api,
        path: &[RustIdent],
        mut name: RustIdent,
        id: OperationId,
        route: Route,
        diagnostics: &mut Diagnostics,
    ) {
        let operation = &api[id];
        let module = self.modules.entry(path.to_vec()).or_default();
        module.segments = route.segments;
        let plain = name.clone();
        let RequestModule { taken, tried, .. } = &mut *module;
        name = plain.evade_taken(tried, |name| taken.contains_key(name));
        if let Some(other) = module.taken.get(&plain) {
            let other = &api[*other];
            let (first, second) = (request_line(other), request_line(operation));
            diagnostics.push(clash(
                ("request", &second, operation.origin),
                (&first, other.origin),
                &name,
            ));
        }
        module.taken.insert(name.clone(), id);
        let has_parameters =
            operation.request == Body::Parameters && body_parameters(operation).next().is_some();
        let parameters = has_parameters.then(|| {
            let plain = names::type_name(&format!("{}_parameters", name.as_str()));
            let RequestModule { structs, tried_structs, .. } = &mut *module;
            let name = plain.evade_taken(tried_structs, |name| structs.contains(name));
            structs.insert(name.clone());
            ParametersRef { name, declared: None }
        });
        let has_query = query_parameters(operation).next().is_some();
        let query = has_query.then(|| names::type_name(&format!("{}_query", name.as_str())));
        module.requests.push(Request {
            query,
            name,
            operation: id,
            response: Shape::of_response(api, operation.response),
            arguments: path_arguments(api, operation),
            parameters,
            action: route.action,
        });
    }

    /// Settles the order in files, and which modules share a parameter struct.
    fn arrange(&mut self, api: &Api) {
        let mut declared: BTreeMap<(String, String), (Vec<RustIdent>, RustIdent)> = BTreeMap::new();
        for (path, module) in &mut self.modules {
            module.requests.sort_by(|a, b| {
                let rank = |request: &Request| api[request.operation].kind;
                (rank(a), &a.name).cmp(&(rank(b), &b.name))
            });
            for (index, request) in module.requests.iter_mut().enumerate() {
                let operation = &api[request.operation];
                if let Some(parameters) = &mut request.parameters {
                    let key = (operation.page.clone(), format!("{:?}", signature(operation)));
                    let first = (path.clone(), parameters.name.clone());
                    let known = declared.entry(key).or_insert_with(|| first.clone());
                    parameters.declared = (*known != first).then(|| known.clone());
                }
                self.by_operation.insert(request.operation, (path.clone(), index));
            }
        }
    }

    /// The stub of an operation.
    pub(super) fn of(&self, id: OperationId) -> Option<(&[RustIdent], &Request)> {
        let (path, index) = self.by_operation.get(&id)?;
        Some((path, &self.modules[path].requests[*index]))
    }
}

/// The parameters that go into the body.
pub(super) fn body_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| parameter.place == ParameterPlace::Body)
}

/// The parameters that go behind the question mark.
pub(super) fn query_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| parameter.place == ParameterPlace::Query)
}

fn request_line(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path.text)
}

/// What makes two parameter lists equal.
fn signature(operation: &Operation) -> Vec<(&str, crate::ir::TypeExpr)> {
    body_parameters(operation).map(|parameter| (parameter.name.as_str(), parameter.ty)).collect()
}

/// Gives requests that would share one name a name each. The one with the plainest path keeps it; another adds what it
/// is addressed by, then its place in the order of paths.
fn tell_apart(
    api: &Api,
    name: String,
    mut operations: Vec<(OperationId, Route)>,
    diagnostics: &mut Diagnostics,
) -> Vec<(RustIdent, OperationId, Route)> {
    operations.sort_by_cached_key(|(id, _)| {
        let path = &api[*id].path;
        (path.parts.len(), path.text.len(), path.text.clone(), api[*id].method.clone())
    });
    let mut named: Vec<(RustIdent, OperationId, Route)> = Vec::new();
    let mut given: BTreeSet<RustIdent> = BTreeSet::new();
    let mut tried = BTreeMap::new();
    for (id, route) in operations {
        let plain = names::function_name(&name);
        let taken = |name: &RustIdent| given.contains(name);
        let arguments: Vec<String> = path_arguments(api, &api[id])
            .iter()
            .map(|argument| argument.name.as_str().to_owned())
            .collect();
        let by = names::function_name(&format!("{name}_with_{}", arguments.join("_and_")));
        let chosen = match (taken(&plain), taken(&by) || arguments.is_empty()) {
            (false, _) => plain,
            (true, false) => by,
            (true, true) => plain.evade_taken(&mut tried, taken),
        };
        if let Some((_, first, _)) = named.first() {
            let (first, second) = (&api[*first], &api[id]);
            diagnostics.push(similar_requests(
                (&request_line(second), second.origin),
                (&request_line(first), first.origin),
                &chosen,
            ));
        }
        given.insert(chosen.clone());
        named.push((chosen, id, route));
    }
    named
}
