//! Example responses: which function decodes each, and as which type those are decoded that no function returns.
//!
//! In: a response that a page shows, with or without a body. Out: rows of the tables.

use super::exceptions::Class;
use super::text::Shown;
use super::values::{any_argument, any_object};
use super::{Block, Planner, is_strict};
use crate::ir::{Api, Body, Example, OperationId, PayloadType, Role, TypeRef};
use crate::json::{Json, Kind};
use crate::plan::items::{Answers, CallExpr, ExampleRef, Expr, RustType};
use crate::plan::names::{RustIdent, function_name, own};
use crate::plan::payload::Shape;
use crate::plan::requests::Request;
use crate::plan::scope::Naming;
use crate::plan::types::Leaf;

/// A request's module and the request.
pub(super) type Stub<'r> = (&'r [RustIdent], &'r Request);

impl<'a> Planner<'a> {
    pub(super) fn add_response(&mut self, block: Block<'a>) {
        let Some(page) = self.page(block) else { return };
        let place = self.next(page, block.example.is_some_and(is_strict));
        let operation = block.exchange.and_then(|exchange| exchange.operation);
        let operation = operation.or(block.example.and_then(|example| example.operation));
        let content = self.content(block);
        match self.answered(block, operation, content) {
            Ok((id, stub)) => {
                let answers = self.any_call(id, stub);
                let function = answers.request.function.clone();
                let calls = self.calls_of(&function);
                let known = calls.answers.entry(function).or_insert(answers);
                known.examples.push(place.clone());
                self.exceptions.response_compared();
            }
            Err((class, detail)) => {
                self.except(class, block, &detail);
                let (Some(example), Some(json)) = (block.example, block.json()) else { return };
                let stub = operation.and_then(|id| self.requests.of(id));
                let ty = body_type(self.api, self.names, example, json, stub);
                self.responses.entry(ty).or_default().push(place.clone());
            }
        }
        self.show(&place, Shown { page, block, path: None, content });
    }

    /// The function whose response this is.
    fn answered(
        &self,
        block: Block<'a>,
        operation: Option<OperationId>,
        content: Option<&str>,
    ) -> Result<(OperationId, Stub<'a>), (Class, String)> {
        let found = operation.and_then(|id| Some((id, self.requests.of(id)?)));
        let (id, stub) = found.ok_or((Class::NoFunction, String::new()))?;
        let response = stub.1.response;
        let other = |detail: &str| Err((Class::OtherResponse, detail.to_owned()));
        match (block.example, block.json()) {
            (Some(_), None) => Err((Class::ResponseSyntax, String::new())),
            (Some(example), Some(json)) => {
                let is_error = example.status.is_some_and(|status| status >= 400);
                let shape = shape_of(self.api, example, json, Some(stub));
                match (is_error, shape == response.present()) {
                    (false, true) => Ok((id, stub)),
                    (true, _) => other("an error"),
                    (false, false) => other("another type"),
                }
            }
            (None, _) => {
                let status = block.exchange.and_then(|exchange| exchange.status.as_ref());
                let status = status.map(|status| status.value).filter(|status| *status >= 300);
                match content {
                    _ if status.is_some_and(|status| status >= 400) => other("an error"),
                    _ if status.is_some() && status != self.api[id].status => {
                        Err((Class::OtherStatus, String::new()))
                    }
                    None if response.may_be_empty() => Ok((id, stub)),
                    None => Err((Class::EmptyResponse, String::new())),
                    Some(_) if matches!(response, Shape::Bytes | Shape::NoContent) => {
                        Ok((id, stub))
                    }
                    Some(_) => Err((Class::ResponseSyntax, String::new())),
                }
            }
        }
    }

    /// The function, called with arguments that do not matter.
    fn any_call(&self, id: OperationId, (path, request): Stub<'_>) -> Answers {
        let mut function = vec![own("requests")];
        function.extend_from_slice(path);
        function.push(request.name.clone());
        let mut args: Vec<Expr> =
            request.arguments.iter().map(|known| any_argument(known.leaf)).collect();
        args.extend(request.query.is_some().then(any_object));
        args.extend(request.headers.iter().map(|_| Expr::Str("any".to_owned())));
        match self.api[id].request {
            Body::Nothing => {}
            Body::Bytes => args.extend([Expr::Str("*/*".to_owned()), Expr::List(Vec::new())]),
            Body::Json => args.push(json()),
            Body::Parameters if request.parameters.is_none() => args.push(json()),
            Body::Type(id)
                if !matches!(Leaf::new(self.api, TypeRef::Named(id)), Leaf::Object(_)) =>
            {
                args.push(json());
            }
            Body::Type(_) | Body::Parameters | Body::Reference => args.push(any_object()),
        }
        let words: Vec<&str> = function[1..].iter().map(RustIdent::as_str).collect();
        Answers {
            name: function_name(&format!("decode_{}", words.join("_"))),
            request: CallExpr { function, args, then: Vec::new() },
            examples: Vec::<ExampleRef>::new(),
        }
    }
}

/// JSON that does not matter.
fn json() -> Expr {
    Expr::Ref(Box::new(Expr::Made("json", "{}".to_owned())))
}

/// The type that a body is decoded into: the function's where the body can be one, else what the page says.
pub(super) fn body_type(
    api: &Api,
    names: &dyn Naming,
    example: &Example,
    json: &Json,
    stub: Option<Stub<'_>>,
) -> RustType {
    parameters_type(example, json, stub)
        .unwrap_or_else(|| shape_of(api, example, json, stub).rust(names))
}

fn shape_of(api: &Api, example: &Example, json: &Json, stub: Option<Stub<'_>>) -> Shape {
    let returned = match (example.role, stub) {
        (Role::Response, Some((_, request)))
            if agrees(api, example, request.response.present()) =>
        {
            Some(request.response.present())
        }
        _ => None,
    };
    let stated = || example.payload.and_then(|payload| Shape::of_payload(api, payload));
    let shape = returned.or_else(stated).unwrap_or(Shape::Json);
    let decodable = match shape {
        Shape::Object(..) | Shape::Reference => matches!(json.kind, Kind::Object(_)),
        Shape::Value(..) => json.get("value").is_some(),
        Shape::Json => true,
        Shape::NoContent
        | Shape::Redirect
        | Shape::Accepted
        | Shape::Bytes
        | Shape::OptionalObject(..)
        | Shape::OptionalValue(..) => false,
    };
    if decodable { shape } else { Shape::Json }
}

/// The parameter struct of the function that the example shows.
fn parameters_type(example: &Example, json: &Json, stub: Option<Stub<'_>>) -> Option<RustType> {
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

/// Whether the function's response type is what the example is one of.
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
