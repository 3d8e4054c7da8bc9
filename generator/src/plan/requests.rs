//! Which stubs there are and what each is called.
//!
//! In: the operations of a version. Out: [`Requests`]: stubs by module, one for each operation. A name is made from
//! the request itself; only where two come out equal does the longer path say in its name what it addresses by.

use super::alike::{clash, similar_requests};
use super::arguments::{PathArgument, path_arguments};
use super::lock::{Lines, Locked};
use super::names::{self, RustIdent};
use super::operations;
use super::payload::Shape;
use super::route::{Route, route};
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Body, Operation, OperationId, Parameter, ParameterPlace};
use rayon::prelude::*;
use std::collections::btree_map::Entry;
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
    /// Whether other modules have it, too.
    pub shared: bool,
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
    pub(super) fn new(api: &Api, locked: &Locked, diagnostics: &mut Diagnostics) -> Self {
        let mut named: Named = BTreeMap::new();
        let ids: Vec<OperationId> = api.operation_ids().collect();
        let routes: Vec<(OperationId, Route)> =
            ids.into_par_iter().map(|id| (id, route(&api[id]))).collect();
        for (id, route) in routes {
            named.entry((route.module.clone(), route.name.clone())).or_default().push((id, route));
        }
        let mut requests = Self::default();
        for ((module, name), operations) in named {
            for (name, id, route) in tell_apart(api, locked, name, operations, diagnostics) {
                requests.add(api, &module, name, id, route, diagnostics);
            }
        }
        requests.arrange(api, locked);
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
            ParametersRef { name, declared: None, shared: false }
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
    fn arrange(&mut self, api: &Api, locked: &Locked) {
        let declared = self.declared(api, locked);
        for (path, module) in &mut self.modules {
            module.requests.sort_by(|a, b| {
                let rank = |request: &Request| api[request.operation].kind;
                (rank(a), &a.name).cmp(&(rank(b), &b.name))
            });
            for (index, request) in module.requests.iter_mut().enumerate() {
                let operation = &api[request.operation];
                if let Some(parameters) = &mut request.parameters
                    && let Some(known) = declared.get(&shared_by(operation))
                {
                    let here = known.module == *path && known.name == parameters.name;
                    parameters.shared = known.count > 1;
                    parameters.declared =
                        (!here).then(|| (known.module.clone(), known.name.clone()));
                }
                self.by_operation.insert(request.operation, (path.clone(), index));
            }
        }
    }

    /// Where each parameter struct is declared: where it was, else in the first module of those that were there, else
    /// in the first.
    fn declared(&self, api: &Api, locked: &Locked) -> BTreeMap<(String, String), Declared> {
        let mut out: BTreeMap<(String, String), Declared> = BTreeMap::new();
        for (path, module) in &self.modules {
            let mut requests: Vec<&Request> = module.requests.iter().collect();
            requests.sort_by_key(|request| (api[request.operation].kind, &request.name));
            for request in requests {
                let Some(parameters) = &request.parameters else { continue };
                let operation = &api[request.operation];
                let rank = locked.request(&operations::line(operation), &[&request.name]);
                let rank = rank.map_or(2, |(_, declares)| usize::from(!declares));
                let (module, name) = (path.clone(), parameters.name.clone());
                let this = Declared { rank, module, name, count: 1 };
                match out.entry(shared_by(operation)) {
                    Entry::Vacant(entry) => drop(entry.insert(this)),
                    Entry::Occupied(mut entry) => {
                        let known = entry.get_mut();
                        let count = known.count + 1;
                        if rank < known.rank {
                            *known = this;
                        }
                        known.count = count;
                    }
                }
            }
        }
        out
    }

    /// The lock's lines about requests.
    pub(super) fn lock(&self, api: &Api, lines: &mut Lines) {
        for request in self.modules.values().flat_map(|module| &module.requests) {
            let declares = request
                .parameters
                .as_ref()
                .is_some_and(|parameters| parameters.shared && parameters.declared.is_none());
            let line = operations::line(&api[request.operation]);
            lines.request(&api.version, &line, &request.name, declares);
        }
    }

    /// The stub of an operation.
    pub(super) fn of(&self, id: OperationId) -> Option<(&[RustIdent], &Request)> {
        let (path, index) = self.by_operation.get(&id)?;
        Some((path, &self.modules[path].requests[*index]))
    }
}

/// Where a parameter struct is declared.
struct Declared {
    /// How good the place is; less is better.
    rank: usize,
    module: Vec<RustIdent>,
    name: RustIdent,
    /// How many requests have it.
    count: usize,
}

/// Requests for which this is the same share a parameter struct.
fn shared_by(operation: &Operation) -> (String, String) {
    (operation.page.clone(), format!("{:?}", signature(operation)))
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

/// Gives requests that would share one name a name each. What had a name in the run before keeps it. Of the others the
/// one with the plainest path comes first; another adds what it is addressed by, then its place in the order of paths.
fn tell_apart(
    api: &Api,
    locked: &Locked,
    name: String,
    operations: Vec<(OperationId, Route)>,
    diagnostics: &mut Diagnostics,
) -> Vec<(RustIdent, OperationId, Route)> {
    let plain = names::function_name(&name);
    let mut candidates: Vec<Candidate> = operations
        .into_iter()
        .map(|(id, route)| {
            let arguments: Vec<String> = path_arguments(api, &api[id])
                .iter()
                .map(|argument| argument.name.as_str().to_owned())
                .collect();
            let by = (!arguments.is_empty())
                .then(|| names::function_name(&format!("{name}_with_{}", arguments.join("_and_"))));
            let possible: Vec<&RustIdent> = by.iter().chain([&plain]).collect();
            let held = locked.request(&operations::line(&api[id]), &possible);
            Candidate { id, route, by, held: held.map(|(name, _)| name) }
        })
        .collect();
    candidates.sort_by_cached_key(|candidate| {
        let operation = &api[candidate.id];
        let path = &operation.path;
        let held = candidate.held.as_ref().map(|name| (name.as_str().len(), name.clone()));
        let plainness = (path.parts.len(), path.text.len(), path.text.clone());
        (held.is_none(), held, plainness, operation.method.clone())
    });
    let mut named: Vec<(RustIdent, OperationId, Route)> = Vec::new();
    let mut given: BTreeSet<RustIdent> = BTreeSet::new();
    let mut tried = BTreeMap::new();
    for Candidate { id, route, by, held } in candidates {
        let taken = |name: &RustIdent| given.contains(name);
        let free = |name: &RustIdent| !taken(name);
        let chosen = held.filter(free).or_else(|| Some(plain.clone()).filter(free));
        let chosen = chosen.or_else(|| by.filter(free));
        let chosen = chosen.unwrap_or_else(|| plain.evade_taken(&mut tried, taken));
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

/// A request on its way to a name.
struct Candidate {
    id: OperationId,
    route: Route,
    /// The name that says what it is addressed by.
    by: Option<RustIdent>,
    /// The name that it had in the run before.
    held: Option<RustIdent>,
}
