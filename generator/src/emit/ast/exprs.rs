//! Expressions and patterns.

use super::{path, segment, word};
use proc_macro2::{Ident, Span};
use syn::{Block, Expr, Lit, LitBool, LitInt, LitStr, Pat, Path, Stmt, Type};

/// `a::b`, as a value.
pub(in crate::emit) fn name(segments: impl IntoIterator<Item = Ident>) -> Expr {
    Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: path(segments) })
}

/// `"text"`
pub(in crate::emit) fn text(text: &str) -> Expr {
    literal(Lit::Str(LitStr::new(text, Span::call_site())))
}

/// `7`
pub(in crate::emit) fn number(number: usize) -> Expr {
    literal(digits(number))
}

fn digits(number: usize) -> Lit {
    Lit::Int(LitInt::new(&number.to_string(), Span::call_site()))
}

/// `true`
pub(in crate::emit) fn flag(flag: bool) -> Expr {
    literal(Lit::Bool(LitBool::new(flag, Span::call_site())))
}

/// A literal, as a value.
pub(super) fn literal(lit: Lit) -> Expr {
    Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

/// `name::<argument>`, as a value.
pub(in crate::emit) fn instance(name: Ident, argument: Type) -> Expr {
    let segment = segment(name, Some(<syn::Token![::]>::default()), argument);
    let path = Path { leading_colon: None, segments: [segment].into_iter().collect() };
    Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path })
}

/// `(a, b)`
pub(in crate::emit) fn tuple(elements: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Tuple(syn::ExprTuple {
        attrs: Vec::new(),
        paren_token: syn::token::Paren::default(),
        elems: elements.into_iter().collect(),
    })
}

/// `Some(value)`, or `None`.
pub(in crate::emit) fn option(value: Option<Expr>) -> Expr {
    match value {
        Some(value) => call(name([word("Some")]), [value]),
        None => name([word("None")]),
    }
}

/// `function(args)`
pub(in crate::emit) fn call(function: Expr, args: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Call(syn::ExprCall {
        attrs: Vec::new(),
        func: Box::new(function),
        paren_token: syn::token::Paren::default(),
        args: args.into_iter().collect(),
    })
}

/// `receiver.method(args)`
pub(in crate::emit) fn method_call(
    receiver: Expr,
    method: Ident,
    args: impl IntoIterator<Item = Expr>,
) -> Expr {
    Expr::MethodCall(syn::ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: <syn::Token![.]>::default(),
        method,
        turbofish: None,
        paren_token: syn::token::Paren::default(),
        args: args.into_iter().collect(),
    })
}

/// Whether a reference is `&` or `&mut`.
#[derive(Clone, Copy)]
pub(in crate::emit) enum Borrow {
    Shared,
    Mut,
}

/// `&value`
pub(in crate::emit) fn borrow(borrow: Borrow, value: Expr) -> Expr {
    Expr::Reference(syn::ExprReference {
        attrs: Vec::new(),
        and_token: <syn::Token![&]>::default(),
        mutability: match borrow {
            Borrow::Shared => None,
            Borrow::Mut => Some(<syn::Token![mut]>::default()),
        },
        expr: Box::new(value),
    })
}

/// `self.field`
pub(in crate::emit) fn self_field(field: Ident) -> Expr {
    Expr::Field(syn::ExprField {
        attrs: Vec::new(),
        base: Box::new(name([word("self")])),
        dot_token: <syn::Token![.]>::default(),
        member: syn::Member::Named(field),
    })
}

/// `&[elements]`
pub(in crate::emit) fn slice(elements: impl IntoIterator<Item = Expr>) -> Expr {
    borrow(Borrow::Shared, array(elements))
}

/// `[elements]`
fn array(elements: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Array(syn::ExprArray {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elems: elements.into_iter().collect(),
    })
}

/// `Vec::from([elements])`
pub(in crate::emit) fn vec(elements: impl IntoIterator<Item = Expr>) -> Expr {
    let elements: Vec<Expr> = elements.into_iter().collect();
    if elements.is_empty() {
        return call(name([word("Vec"), word("new")]), None);
    }
    call(name([word("Vec"), word("from")]), [array(elements)])
}

/// A number as Rust writes it, its sign before it.
pub(in crate::emit) fn numeral(text: &str) -> Expr {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let lit = if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Lit::Int(LitInt::new(digits, Span::call_site()))
    } else {
        Lit::Float(syn::LitFloat::new(digits, Span::call_site()))
    };
    let value = literal(lit);
    if digits.len() == text.len() {
        return value;
    }
    Expr::Unary(syn::ExprUnary {
        attrs: Vec::new(),
        op: syn::UnOp::Neg(<syn::Token![-]>::default()),
        expr: Box::new(value),
    })
}

/// `Name { field: value }`
pub(in crate::emit) fn fields<const N: usize>(name: Ident, fields: [(&str, Expr); N]) -> Expr {
    let fields = fields.into_iter().map(|(field, expr)| (word(field), expr));
    struct_literal(path([name]), fields, None)
}

/// `path { field: value, ..rest }`
pub(in crate::emit) fn struct_literal(
    path: Path,
    fields: impl IntoIterator<Item = (Ident, Expr)>,
    rest: Option<Expr>,
) -> Expr {
    let fields = fields.into_iter().map(|(field, expr)| syn::FieldValue {
        attrs: Vec::new(),
        member: syn::Member::Named(field),
        colon_token: Some(<syn::Token![:]>::default()),
        expr,
    });
    Expr::Struct(syn::ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path,
        brace_token: syn::token::Brace::default(),
        fields: fields.collect(),
        dot2_token: rest.is_some().then(<syn::Token![..]>::default),
        rest: rest.map(Box::new),
    })
}

/// `pattern => body,`
pub(in crate::emit) fn arm(pattern: Pat, body: Expr) -> syn::Arm {
    syn::Arm {
        attrs: Vec::new(),
        pat: pattern,
        fat_arrow_token: <syn::Token![=>]>::default(),
        body: Box::new(body),
        comma: Some(<syn::Token![,]>::default()),
    }
}

/// `match value { arms }`
pub(in crate::emit) fn match_on(value: Expr, arms: Vec<syn::Arm>) -> Expr {
    Expr::Match(syn::ExprMatch {
        attrs: Vec::new(),
        match_token: <syn::Token![match]>::default(),
        expr: Box::new(value),
        brace_token: syn::token::Brace::default(),
        arms,
    })
}

/// `7`, as a pattern.
pub(in crate::emit) fn number_pattern(number: usize) -> Pat {
    Pat::Lit(syn::ExprLit { attrs: Vec::new(), lit: digits(number) })
}

/// `name`, as a pattern.
pub(in crate::emit) fn binding(name: Ident) -> Pat {
    Pat::Ident(syn::PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident: name,
        subpat: None,
    })
}

/// `_`
pub(in crate::emit) fn wildcard() -> Pat {
    Pat::Wild(syn::PatWild { attrs: Vec::new(), underscore_token: <syn::Token![_]>::default() })
}

/// `{ value }`
pub(in crate::emit) fn block(value: Expr) -> Block {
    Block { brace_token: syn::token::Brace::default(), stmts: vec![Stmt::Expr(value, None)] }
}
