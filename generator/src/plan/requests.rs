//! Which stubs there are, what each is called and which operations it stands for.
//!
//! In: the operations of a version. Out: [`Requests`]: stubs by module. Operations that differ only in their
//! page or in the spelling of a placeholder are one stub; any others that would get one name are told apart
//! by what they are about.

use super::alike::clash;
use super::arguments::{PathArgument, path_arguments};
use super::names::{self, RustIdent};
use super::payload::Shape;
use super::route::{Route, route, subject};
use super::template::Template;
use super::words;
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Account, Api, Body, Operation, OperationId, Parameter, ParameterPlace, Permission,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A stub-to-be.
#[derive(Debug)]
pub(super) struct Request {
    /// Its function.
    pub name: RustIdent,
    /// The operations that it stands for, the leading one first.
    pub operations: Vec<OperationId>,
    /// What a response is decoded into.
    pub response: Shape,
    /// Arguments for the path.
    pub arguments: Vec<PathArgument>,
    /// The struct of its body parameters.
    pub parameters: Option<ParametersRef>,
    /// United over the operations.
    pub permissions: Vec<Permission>,
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
            ids.into_par_iter().map(|id| (id, route(api, &api[id]))).collect();
        for (id, route) in routes {
            named.entry((route.module.clone(), route.name.clone())).or_default().push((id, route));
        }
        let mut requests = Self::default();
        for ((module, name), operations) in named {
            for (name, group) in tell_apart(api, &name, operations) {
                requests.add(api, &module, &name, &group, diagnostics);
            }
        }
        requests.arrange(api);
        requests
    }

    fn add(
        &mut self,
        api: &Api,
        path: &[RustIdent],
        name: &str,
        group: &[(OperationId, Route)],
        diagnostics: &mut Diagnostics,
    ) {
        let Some((leader, route)) = group.first() else { return };
        let plain = names::function_name(name);
        let mut name = plain.clone();
        let operation = &api[*leader];
        let module = self.modules.entry(path.to_vec()).or_default();
        module.segments.clone_from(&route.segments);
        while module.taken.contains_key(&name) {
            name = name.evade();
        }
        if let Some(other) = module.taken.get(&plain) {
            let other = &api[*other];
            let (first, second) = (request_line(other), request_line(operation));
            diagnostics.push(clash(
                ("request", &second, operation.origin),
                (&first, other.origin),
                &name,
            ));
        }
        module.taken.insert(name.clone(), *leader);
        let has_parameters =
            operation.request == Body::Parameters && body_parameters(operation).next().is_some();
        let parameters = has_parameters.then(|| {
            let mut name = names::type_name(&format!("{}_parameters", name.as_str()));
            while !module.structs.insert(name.clone()) {
                name = name.evade();
            }
            ParametersRef { name, declared: None }
        });
        module.requests.push(Request {
            name,
            operations: group.iter().map(|(id, _)| *id).collect(),
            response: Shape::of_response(api, operation.response),
            arguments: path_arguments(api, operation),
            parameters,
            permissions: unite(group.iter().map(|(id, _)| api[*id].permissions.as_slice())),
            action: route.action.clone(),
        });
    }

    /// Settles the order in files, and which modules share a parameter struct.
    fn arrange(&mut self, api: &Api) {
        let mut declared: BTreeMap<(String, String), (Vec<RustIdent>, RustIdent)> = BTreeMap::new();
        for (path, module) in &mut self.modules {
            module.requests.sort_by(|a, b| {
                let rank = |request: &Request| api[request.operations[0]].kind;
                (rank(a), &a.name).cmp(&(rank(b), &b.name))
            });
            for (index, request) in module.requests.iter_mut().enumerate() {
                let operation = &api[request.operations[0]];
                if let Some(parameters) = &mut request.parameters {
                    let key = (operation.page.clone(), format!("{:?}", signature(operation)));
                    let first = (path.clone(), parameters.name.clone());
                    let known = declared.entry(key).or_insert_with(|| first.clone());
                    parameters.declared = (*known != first).then(|| known.clone());
                }
                for id in &request.operations {
                    self.by_operation.insert(*id, (path.clone(), index));
                }
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

fn request_line(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path.text)
}

/// What makes two parameter lists equal.
fn signature(operation: &Operation) -> Vec<(&str, crate::ir::TypeExpr)> {
    body_parameters(operation).map(|parameter| (parameter.name.as_str(), parameter.ty)).collect()
}

/// Groups operations that are one request, and gives each group a name of its own.
fn tell_apart(
    api: &Api,
    name: &str,
    operations: Vec<(OperationId, Route)>,
) -> Vec<(String, Vec<(OperationId, Route)>)> {
    let mut groups: Vec<Vec<(OperationId, Route)>> = Vec::new();
    for (id, route) in operations {
        match groups.iter_mut().find(|group| is_same(&api[group[0].0], &api[id])) {
            Some(group) => group.push((id, route)),
            None => groups.push(vec![(id, route)]),
        }
    }
    if groups.len() == 1 {
        return groups.into_iter().map(|group| (name.to_owned(), group)).collect();
    }
    // The plain name goes to the request whose type is called like the segment, else to the first.
    let fits = |group: &Vec<(OperationId, Route)>| {
        let (id, route) = &group[0];
        let segment =
            route.segments.last().map(|segment| words::singular(&segment.to_ascii_lowercase()));
        let ty = subject(&api[*id]).map(|ty| api[ty].name.name().to_ascii_lowercase());
        ty.is_none() || segment != ty
    };
    groups.sort_by_key(fits);
    let mut taken: Vec<String> = Vec::new();
    let mut named = Vec::new();
    for group in groups {
        let choices = distinctions(api, name, &api[group[0].0]);
        let free = choices.iter().find(|choice| !taken.contains(choice)).or(choices.last());
        let chosen = free.cloned().unwrap_or_default();
        taken.push(chosen.clone());
        named.push((chosen, group));
    }
    named
}

/// Names for one of several requests that would get one name, plainest first.
fn distinctions(api: &Api, name: &str, operation: &Operation) -> Vec<String> {
    let mut choices = vec![name.to_owned()];
    if let Some(ty) = subject(operation) {
        choices.push(format!("{name}_{}", names::snake(api[ty].name.name())));
    }
    let arguments: Vec<String> = path_arguments(api, operation)
        .iter()
        .map(|argument| argument.name.as_str().to_owned())
        .collect();
    if !arguments.is_empty() {
        choices.push(format!("{name}_with_{}", arguments.join("_and_")));
    }
    let page = operation.page.rsplit('/').next().unwrap_or_default();
    choices.push(format!("{name}_{}", names::snake(page.split('.').next().unwrap_or_default())));
    choices
}

/// Whether two operations are one request that is documented twice.
fn is_same(a: &Operation, b: &Operation) -> bool {
    a.method == b.method
        && Template::new(&a.path).shape() == Template::new(&b.path).shape()
        && a.request == b.request
        && a.response == b.response
        && (a.request != Body::Parameters || signature(a) == signature(b))
}

/// The scopes of all pages, in page order.
fn unite<'a>(pages: impl Iterator<Item = &'a [Permission]>) -> Vec<Permission> {
    let mut united: Vec<Permission> = Vec::new();
    let mut seen: BTreeSet<(Account, &str)> = BTreeSet::new();
    for permission in pages.flatten() {
        let fresh = permission
            .scopes
            .iter()
            .filter(|scope| seen.insert((permission.account, scope.as_str())))
            .cloned()
            .collect::<Vec<_>>();
        match united.iter_mut().find(|known| known.account == permission.account) {
            None => united.push(Permission { account: permission.account, scopes: fresh }),
            Some(known) => known.scopes.extend(fresh),
        }
    }
    united.sort_by_key(|permission| permission.account);
    united
}
