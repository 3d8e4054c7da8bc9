//! The example tests: tables, and calls of the requests' functions.

use super::ast::{self, Borrow, word};
use crate::plan::{
    Answers, Bodies, CallExpr, ExampleCalls, ExampleRef, ExampleTables, Expr as Value, ObjectExpr,
    Rebuilt, RustIdent, RustType,
};
use syn::{Expr, Item, ItemConst};

/// The tables of a version.
pub(super) fn tables(tables: &ExampleTables) -> [Item; 4] {
    let ExampleTables { responses, requests, modules } = tables;
    let of_modules = |table: &'static str| {
        modules.iter().map(move |module| ast::name([ast::ident(module), word(table)]))
    };
    [
        table(
            "Bodies of responses that no function returns.",
            "RESPONSES",
            row("Bodies"),
            responses.iter().map(bodies),
        ),
        table("Bodies of requests.", "REQUESTS", row("Bodies"), requests.iter().map(bodies)),
        table(
            "Requests as their functions build them.",
            "REBUILT",
            slice_of(row("Rebuilt")),
            of_modules("REBUILT"),
        ),
        table(
            "Responses as their functions decode them.",
            "ANSWERS",
            slice_of(row("Answers")),
            of_modules("ANSWERS"),
        ),
    ]
}

/// The calls of one module.
pub(super) fn calls(calls: &ExampleCalls) -> Vec<Item> {
    let ExampleCalls { rebuilt, answers } = calls;
    let mut items: Vec<Item> = rebuilt.iter().map(build_function).collect();
    items.extend(answers.iter().map(decode_function));
    items.push(table(
        "Requests as their functions build them.",
        "REBUILT",
        row("Rebuilt"),
        rebuilt.iter().map(self::rebuilt),
    ));
    items.push(table(
        "Responses as their functions decode them.",
        "ANSWERS",
        row("Answers"),
        answers.iter().map(self::answers),
    ));
    items
}

fn row(name: &str) -> syn::Type {
    ast::path_type(ast::path([word(name)]))
}

/// `&[row]`
fn slice_of(row: syn::Type) -> syn::Type {
    ast::reference(syn::Type::Slice(syn::TypeSlice {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elem: Box::new(row),
    }))
}

/// `pub const NAME: &[Row] = &[rows];`
fn table(docs: &str, name: &str, row: syn::Type, rows: impl Iterator<Item = Expr>) -> Item {
    Item::Const(ItemConst {
        attrs: vec![ast::doc(docs)],
        vis: ast::public(),
        modifiers: syn::ConstModifiers::default(),
        const_token: <syn::Token![const]>::default(),
        ident: word(name),
        generics: syn::Generics::default(),
        colon_token: <syn::Token![:]>::default(),
        ty: Box::new(slice_of(row)),
        eq_token: <syn::Token![=]>::default(),
        expr: Box::new(ast::slice(rows)),
        semi_token: <syn::Token![;]>::default(),
    })
}

fn bodies(bodies: &Bodies) -> Expr {
    let Bodies { ty, examples } = bodies;
    let check = ast::instance(word("round_trip"), ast::ty(ty));
    ast::fields(word("Bodies"), [("check", check), ("examples", strict_refs(examples))])
}

fn rebuilt(rebuilt: &Rebuilt) -> Expr {
    let Rebuilt { name, request: _, example } = rebuilt;
    let ExampleRef { file, index, strict: _ } = example;
    let example = ast::tuple([ast::text(file), ast::number(*index)]);
    ast::fields(word("Rebuilt"), [("example", example), ("build", variable(name))])
}

fn answers(answers: &Answers) -> Expr {
    let Answers { name, request: _, examples } = answers;
    let fields = [("decode", variable(name)), ("examples", strict_refs(examples))];
    ast::fields(word("Answers"), fields)
}

fn strict_refs(examples: &[ExampleRef]) -> Expr {
    ast::slice(examples.iter().map(|ExampleRef { file, index, strict }| {
        ast::tuple([ast::text(file), ast::number(*index), ast::flag(*strict)])
    }))
}

/// `fn name() -> Sent { send(&request) }`
fn build_function(rebuilt: &Rebuilt) -> Item {
    let Rebuilt { name, request, example: _ } = rebuilt;
    let sent = ast::call(variable_named("send"), [borrowed(call(request))]);
    function(name, Vec::new(), row("Sent"), sent)
}

/// `fn name(example: &Example) -> Decoded { example.decoded_by(&request) }`
fn decode_function(answers: &Answers) -> Item {
    let Answers { name, request, examples: _ } = answers;
    let example = ast::argument_named(word("example"), ast::reference(row("Example")));
    let decoded =
        ast::method_call(variable_named("example"), word("decoded_by"), [borrowed(call(request))]);
    function(name, vec![example], row("Decoded"), decoded)
}

fn function(name: &RustIdent, args: Vec<syn::FnArg>, output: syn::Type, value: Expr) -> Item {
    Item::Fn(syn::ItemFn {
        attrs: Vec::new(),
        vis: syn::Visibility::Inherited,
        modifiers: syn::FnModifiers::default(),
        sig: ast::signature(name, args, output),
        block: Box::new(ast::block(value)),
    })
}

fn call(request: &CallExpr) -> Expr {
    let CallExpr { function, args, then } = request;
    let function = ast::name(function.iter().map(ast::ident));
    let mut expr = ast::call(function, args.iter().map(value));
    for next in then {
        expr = ast::method_call(expr, word(next.method), next.args.iter().map(value));
    }
    expr
}

fn value(expr: &Value) -> Expr {
    let on_text = |text: &str, method| ast::method_call(ast::text(text), word(method), None);
    match expr {
        Value::Str(text) => ast::text(text),
        Value::Owned(text) => on_text(text, "to_owned"),
        Value::Into(text) => on_text(text, "into"),
        Value::Bool(value) => ast::flag(*value),
        Value::Number(text) => ast::numeral(text),
        Value::Made(function, text) => ast::call(variable_named(function), [ast::text(text)]),
        Value::Path(path) => ast::name(path.iter().map(ast::ident)),
        Value::Set(path) => {
            let member = ast::name(path.iter().map(ast::ident));
            ast::call(ast::name([word("Flags"), word("from")]), [member])
        }
        Value::Call(path) => ast::call(ast::name(path.iter().map(ast::ident)), None),
        Value::Numbered(path, text) => {
            ast::call(ast::name(path.iter().map(ast::ident)), [ast::numeral(text)])
        }
        Value::Object(object) => literal(object),
        Value::List(elements) => ast::vec(elements.iter().map(value)),
        Value::Slice(elements) => ast::slice(elements.iter().map(value)),
        Value::Boxed(inner) => ast::call(ast::name([word("Box"), word("new")]), [value(inner)]),
        Value::Ref(inner) => borrowed(value(inner)),
    }
}

/// `Type { field: Some(value), extra: extra(&[…]), ..Default::default() }`
fn literal(object: &ObjectExpr) -> Expr {
    let ObjectExpr { ty, fields, extra, rest, to_base } = object;
    let mut set: Vec<(syn::Ident, Expr)> = fields
        .iter()
        .map(|(name, field)| (ast::ident(name), ast::option(Some(value(field)))))
        .collect();
    if !extra.is_empty() {
        let entries = extra.iter().map(|(name, raw)| ast::tuple([ast::text(name), ast::text(raw)]));
        set.push((word("extra"), ast::call(variable_named("extra"), [ast::slice(entries)])));
    }
    let path: Vec<syn::Ident> = match ty {
        RustType::Path(path) => path.iter().map(ast::ident).collect(),
        RustType::Name(name) | RustType::Generic(name, _) => vec![ast::ident(name)],
        RustType::Ref(_) => Vec::new(),
    };
    let literal = if set.is_empty() {
        ast::call(ast::name(path.into_iter().chain([word("default")])), None)
    } else {
        let default = || ast::call(ast::name([word("Default"), word("default")]), None);
        ast::struct_literal(ast::path(path), set, rest.then(default))
    };
    if *to_base { ast::method_call(literal, word("to_base"), None) } else { literal }
}

fn variable(name: &RustIdent) -> Expr {
    ast::name([ast::ident(name)])
}

fn variable_named(name: &str) -> Expr {
    ast::name([word(name)])
}

fn borrowed(value: Expr) -> Expr {
    ast::borrow(Borrow::Shared, value)
}
