//! Example requests as calls of their functions.
//!
//! In: a request that a page shows. Out: the call that builds it (arguments from the URL, options, headers, body), or
//! the reason why there is none.

use super::exceptions::Class;
use super::options;
use super::text::Shown;
use super::url::match_url;
use super::values::{KeptMember, any_object, argument};
use super::{Block, Planner, is_strict, responses};
use crate::ir::{Body, Exchange, Operation, TypeRef};
use crate::plan::items::{CallExpr, ExampleRef, Expr, Rebuilt, RustType};
use crate::plan::names::{self, RustIdent, own};
use crate::plan::payload::Shape;
use crate::plan::requests::Request;
use crate::plan::stubs;
use crate::plan::template::Template;
use crate::plan::types::Leaf;

/// What is sent of JSON.
const JSON: &str = "application/json";

/// A request's call, and what is shown of it.
struct Built {
    call: CallExpr,
    /// The path below host and version.
    path: String,
    kept: Vec<KeptMember>,
    untyped: bool,
}

impl<'a> Planner<'a> {
    /// A request, and its body as such.
    pub(super) fn add_request(&mut self, block: Block<'a>) {
        let Some(page) = self.page(block) else { return };
        let place = self.next(page, block.example.is_some_and(is_strict));
        let built = self.built(block);
        let is_body = self.add_body(block, &place);
        let path = match built {
            Ok(built) => {
                self.exceptions.add_kept(page, &block.label(), &built.kept);
                if built.untyped {
                    self.except(Class::UntypedBody, block, "");
                }
                self.exceptions.request_compared();
                let name = names::function_name(&format!("{} {}", place.file, place.index));
                let calls = self.calls_of(&built.call.function);
                calls.rebuilt.push(Rebuilt { name, request: built.call, example: place.clone() });
                Some(built.path)
            }
            Err((class, detail)) => {
                self.except(class, block, &detail);
                None
            }
        };
        if is_body || path.is_some() {
            let content = self.content(block);
            self.show(&place, Shown { page, block, path, content });
        }
    }

    /// The body of a request, to be decoded; whether there is one.
    fn add_body(&mut self, block: Block<'a>, place: &ExampleRef) -> bool {
        let (Some(example), Some(json)) = (block.example, block.json()) else { return false };
        let stub = example.operation.and_then(|id| self.requests.of(id));
        let ty = responses::body_type(self.api, self.names, example, json, stub);
        self.bodies.entry(ty).or_default().push(place.clone());
        true
    }

    /// The body as it is in the page, if it is not JSON.
    pub(super) fn content(&self, block: Block<'a>) -> Option<&'a str> {
        let span = block.exchange?.body.filter(|_| block.example.is_none())?;
        Some(self.docs.text(span))
    }

    fn built(&self, block: Block<'a>) -> Result<Built, (Class, String)> {
        let found = |exchange: &'a Exchange| {
            let id = exchange.operation?;
            Some((exchange.request.as_ref()?, &self.api[id], self.requests.of(id)?, exchange))
        };
        let Some(((method, url), operation, (path, request), exchange)) =
            block.exchange.and_then(found)
        else {
            return Err((Class::NoFunction, String::new()));
        };
        let line = || format!("{} {}", operation.method, operation.path.text);
        let template = Template::new(&operation.path);
        let matched = match_url(&url.value, &template)
            .filter(|_| method.value.eq_ignore_ascii_case(&operation.method))
            .ok_or_else(|| (Class::OtherUrl, line()))?;
        let mut args = Vec::new();
        for (known, text) in request.arguments.iter().zip(&matched.arguments) {
            let expr = argument(&self.values, known.leaf, text)
                .filter(|_| !matches!(text.as_str(), "" | "." | ".."));
            args.push(expr.ok_or_else(|| (Class::Argument, format!("{}={text}", known.name)))?);
        }
        // What the example asks for is added to the request behind the call.
        args.extend(request.query.is_some().then(any_object));
        let sent = self.body(block, operation, (path, request))?;
        args.extend(sent.args);
        let mut function = vec![own("requests")];
        function.extend_from_slice(path);
        function.push(request.name.clone());
        let own_query: Vec<&str> = template.query.iter().map(|(name, _)| name.as_str()).collect();
        let shown = options::shown(&exchange.headers);
        let is_property = |name: &str| match request.response {
            Shape::Object(Leaf::Object(id), _) => {
                name == "*" || self.api.property(id, name).is_some()
            }
            _ => true,
        };
        let mut then = options::of_query(&matched.query, &own_query, &is_property);
        let headers = options::of_headers(&shown, &[], sent.media_type.as_deref());
        then.extend(headers.ok_or_else(|| (Class::Header, String::new()))?);
        Ok(Built {
            call: CallExpr { function, args, then },
            path: matched.path,
            kept: sent.kept,
            untyped: sent.untyped,
        })
    }

    fn body(
        &self,
        block: Block<'a>,
        operation: &Operation,
        (path, request): (&[RustIdent], &Request),
    ) -> Result<SentBody, (Class, String)> {
        let reference = |expr| vec![Expr::Ref(Box::new(expr))];
        let shows = block.exchange.is_some_and(|exchange| exchange.body.is_some());
        if operation.request == Body::Nothing {
            return match shows {
                true => Err((Class::SuperfluousBody, String::new())),
                false => Ok(SentBody::default()),
            };
        }
        if !shows {
            return Err((Class::NoBody, String::new()));
        }
        if operation.request == Body::Bytes {
            return self.bytes(block);
        }
        let Some(json) = block.json() else {
            let class = if block.example.is_some() { Class::BodySyntax } else { Class::OtherBody };
            return Err((class, String::new()));
        };
        let media_type = Some(JSON.to_owned());
        let object = match (operation.request, &request.parameters) {
            (Body::Type(id), _)
                if matches!(Leaf::new(self.api, TypeRef::Named(id)), Leaf::Object(_)) =>
            {
                self.values.object(id, json)
            }
            (Body::Parameters, Some(parameters)) => {
                let mut ty = vec![own("requests")];
                ty.extend_from_slice(path);
                ty.push(parameters.name.clone());
                let parts = stubs::parts(operation);
                self.values.parameters(RustType::Path(ty), &parts, json)
            }
            (Body::Reference, _) => self.values.reference(json),
            _ => {
                let args = reference(self.values.untyped(json));
                return Ok(SentBody { args, media_type, untyped: true, ..SentBody::default() });
            }
        };
        let Some((object, kept)) = object else {
            return Err((Class::OtherBody, json.kind_name().to_owned()));
        };
        Ok(SentBody { args: reference(object), media_type, kept, untyped: false })
    }

    /// A body that is no JSON, as it is in the page.
    fn bytes(&self, block: Block<'a>) -> Result<SentBody, (Class, String)> {
        let Some(content) = self.content(block) else {
            return Err((Class::OtherBody, "JSON".to_owned()));
        };
        let headers = block.exchange.map_or(&[][..], |exchange| &exchange.headers);
        let stated = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let media_type = stated.map_or("application/octet-stream", |(_, value)| value.trim());
        let args = vec![Expr::Str(media_type.to_owned()), Expr::Into(content.to_owned())];
        let essence = options::essence(media_type).to_owned();
        Ok(SentBody { args, media_type: Some(essence), ..SentBody::default() })
    }
}

/// The arguments that make a request's body.
#[derive(Default)]
struct SentBody {
    args: Vec<Expr>,
    media_type: Option<String>,
    kept: Vec<KeptMember>,
    untyped: bool,
}
