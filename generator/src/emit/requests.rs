//! Request stubs.

use super::ast::{self, Borrow, word};
use crate::plan::{Arg, Markup, RustIdent, RustType, Stub, StubBody};
use quote::quote;
use syn::{Expr, FnArg, ItemFn};

/// Clippy's limit for arguments.
const MAX_ARGUMENTS: usize = 7;

pub(super) fn function(item: &Stub) -> ItemFn {
    let Stub { name, docs, deprecated, path_args, headers, query, body, response, request, .. } =
        item;
    let output = ast::generic(ast::ident(request), ast::ty(response));
    let argument = |Arg { name, ty, .. }: &Arg| ast::argument(name, ast::ty(ty));
    let mut args: Vec<FnArg> = path_args.iter().chain(query).map(argument).collect();
    args.extend(headers.iter().map(|(_, arg)| argument(arg)));
    match body {
        StubBody::Nothing => {}
        StubBody::Object(arg) | StubBody::Json(arg) => args.push(argument(arg)),
        StubBody::Bytes { content_type, body } => {
            let name = |name| ast::path_type(ast::path([word(name)]));
            args.push(ast::argument(content_type, ast::reference(name("str"))));
            args.push(ast::argument(body, ast::generic(word("Vec"), name("u8"))));
        }
    }
    let mut attrs = ast::docs(docs);
    let note = deprecated.as_ref().map(Markup::as_str);
    attrs.extend(note.map(|note| ast::list_attribute("deprecated", quote!(note = #note))));
    attrs.extend((args.len() > MAX_ARGUMENTS).then(|| {
        let why = quote!(clippy::too_many_arguments, reason = "the path has this many keys");
        ast::list_attribute("allow", why)
    }));
    ItemFn {
        attrs,
        vis: ast::public(),
        modifiers: syn::FnModifiers::default(),
        sig: ast::signature(name, args, output),
        block: Box::new(ast::block(request_of(item))),
    }
}

/// The request, with what it sends.
fn request_of(item: &Stub) -> Expr {
    let Stub { line, path_args, text_args, body, expected, service, .. } = item;
    let method = word(if *text_args { "request" } else { "request_with" });
    let values = path_args.iter().map(|Arg { name, borrowed, .. }| {
        let value = variable(name);
        if *borrowed && !text_args { ast::borrow(Borrow::Shared, value) } else { value }
    });
    let arguments = [ast::text(line), ast::slice(values)];
    let mut request = ast::method_call(variable(service), method, arguments);
    if let Some(status) = expected {
        let status = ast::number(usize::from(*status));
        request = ast::method_call(request, word("expects"), [status]);
    }
    for (header, arg) in &item.headers {
        let arguments = [ast::text(header), variable(&arg.name)];
        request = ast::method_call(request, word("header"), arguments);
    }
    if let Some(query) = &item.query {
        request = ast::method_call(request, word("parameters"), [variable(&query.name)]);
    }
    match body {
        StubBody::Nothing => request,
        StubBody::Object(arg) => ast::method_call(request, word("json"), [variable(&arg.name)]),
        StubBody::Json(arg) => ast::method_call(request, word("json_raw"), [variable(&arg.name)]),
        StubBody::Bytes { content_type, body } => {
            ast::method_call(request, word("bytes"), [variable(content_type), variable(body)])
        }
    }
}

fn variable(name: &RustIdent) -> Expr {
    ast::name([ast::ident(name)])
}

/// The signature as a line of text, for the list of public items.
pub(super) fn signature(item: &Stub) -> String {
    let mut args: Vec<String> = item
        .path_args
        .iter()
        .chain(&item.query)
        .chain(item.headers.iter().map(|(_, arg)| arg))
        .map(|Arg { name, ty, .. }| format!("{name}: {ty}"))
        .collect();
    match &item.body {
        StubBody::Nothing => {}
        StubBody::Object(Arg { name, ty, .. }) | StubBody::Json(Arg { name, ty, .. }) => {
            args.push(format!("{name}: {ty}"))
        }
        StubBody::Bytes { content_type, body } => {
            args.extend([format!("{content_type}: &str"), format!("{body}: Vec<u8>")]);
        }
    }
    let response: &RustType = &item.response;
    format!("{}({}) -> Request<{response}>", item.name, args.join(", "))
}
