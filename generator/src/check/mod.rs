//! The model against the pages' own examples.
//!
//! In: a finished [`Model`]. Out: a [`Verdict`] for every example, and what is wrong, as diagnostics.
//! It takes the model by shared reference: checking can never change what is emitted.

mod exchange;
mod object;
mod placeholder;
mod representation;
mod scalar;
mod undeclared;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::ir::{Api, Body, Example, Model, Outcome, PayloadType, Role};
use crate::source::DocSet;
use crate::span::Span;
use representation::Shown;
use std::collections::BTreeMap;
use undeclared::Undeclared;

/// What came of checking one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Agrees, contradicts, or has no type.
    pub outcome: Outcome,
    /// Sorted, each once.
    pub codes: Vec<Code>,
}

/// Findings about one example, while it is being checked.
struct Findings<'m> {
    api: &'m Api,
    shown: &'m Shown<'m>,
    list: Vec<Diagnostic>,
    undeclared: Vec<Undeclared>,
}

impl Findings<'_> {
    fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    fn at(&mut self, code: Code, span: Span, message: String) {
        self.push(Diagnostic::new(code, span, message));
    }
}

/// Checks every example of every version. `read` are the findings of the readers: a body's syntax is
/// part of its verdict.
pub fn check(
    docs: &DocSet,
    model: &Model,
    read: &[Diagnostic],
) -> (Vec<Vec<Verdict>>, Diagnostics) {
    use rayon::prelude::*;
    let syntax = Syntax::collect(read);
    let checked: Vec<(Vec<Verdict>, Diagnostics)> =
        model.versions.par_iter().map(|api| check_version(docs, api, &syntax)).collect();
    let mut verdicts = Vec::new();
    let mut diagnostics = Diagnostics::new();
    for (version, found) in checked {
        verdicts.push(version);
        diagnostics.extend(found);
    }
    (verdicts, diagnostics)
}

fn check_version(docs: &DocSet, api: &Api, syntax: &Syntax) -> (Vec<Verdict>, Diagnostics) {
    use rayon::prelude::*;
    let shown = Shown::collect(api);
    let checked: Vec<Checked> = api
        .examples
        .par_iter()
        .map(|example| check_example(api, &shown, example, syntax))
        .collect();
    let mut diagnostics = Diagnostics::new();
    let mut verdicts = Vec::with_capacity(checked.len());
    let mut undeclared = Vec::new();
    for checked in checked {
        checked.found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
        undeclared.extend(checked.undeclared);
        verdicts.push(checked.verdict);
    }
    for diagnostic in undeclared::findings(api, undeclared) {
        diagnostics.push(diagnostic);
    }
    let exchanged: Vec<Vec<Diagnostic>> =
        api.exchanges.par_iter().map(|shown| exchange::check(docs, api, shown)).collect();
    for (shown, found) in api.exchanges.iter().zip(exchanged) {
        if let Some(verdict) = shown.example.and_then(|index| verdicts.get_mut(index)) {
            // A mismatch of the HTTP side is no defect of the body; what is merely noted is told.
            let notes = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Note);
            verdict.codes.extend(notes.map(|diagnostic| diagnostic.code));
            verdict.codes.sort();
            verdict.codes.dedup();
        }
        found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
    }
    (verdicts, diagnostics)
}

/// What came of one example.
struct Checked {
    verdict: Verdict,
    found: Vec<Diagnostic>,
    undeclared: Vec<Undeclared>,
}

fn check_example(api: &Api, shown: &Shown<'_>, example: &Example, syntax: &Syntax) -> Checked {
    let mut findings = Findings { api, shown, list: Vec::new(), undeclared: Vec::new() };
    let bodiless = without_body(api, example);
    let outcome =
        match (example.json.as_ref().map(|json| elements(api, example, json)), example.payload) {
            (None, _) => Outcome::Defective,
            (Some(json), Some(payload)) => {
                match example.role {
                    Role::Resource => representation::compare(&mut findings, payload, json),
                    Role::Request | Role::Response => object::payload(&mut findings, payload, json),
                }
                Outcome::Ok
            }
            (Some(_), None) if example.role == Role::Resource || bodiless.is_some() => {
                Outcome::Unresolved
            }
            (Some(json), None) => {
                let message = "no rule finds the type of this body".to_owned();
                findings.at(Code::UnresolvedExample, json.span.head(), message);
                Outcome::Unresolved
            }
        };
    if let Some(what) = bodiless {
        let span = example.json.as_ref().map_or(example.origin, |json| json.span.head());
        findings.at(Code::UnexpectedBody, span, format!("{what} has no body"));
    }
    let mut codes: Vec<Code> = findings.list.iter().map(|diagnostic| diagnostic.code).collect();
    codes.extend(syntax.within(example.origin));
    if !findings.undeclared.is_empty() {
        codes.push(Code::UnknownProperty);
    }
    if matches!(example.payload.map(|payload| (payload.ty, payload.enveloped)), Some((PayloadType::Ref(ty), true)) if is_object(api, ty))
    {
        codes.push(Code::ValueEnvelope);
        let span = example.json.as_ref().map_or(example.origin, envelope_span);
        findings.at(Code::ValueEnvelope, span, "a single object is wrapped in `value`".to_owned());
    }
    codes.sort();
    codes.dedup();
    let defect = |code: &Code| code.default_severity() <= Severity::Warning;
    let outcome = match outcome {
        Outcome::Ok | Outcome::Unresolved if codes.iter().any(defect) => Outcome::Defective,
        other => other,
    };
    let verdict = Verdict { outcome, codes };
    Checked { verdict, found: findings.list, undeclared: findings.undeclared }
}

/// The elements of a page of a collection, where the service puts them into a member of the body.
fn elements<'j>(
    api: &Api,
    example: &Example,
    json: &'j crate::json::Json,
) -> &'j crate::json::Json {
    let envelope = example.operation.and_then(|id| api[id].more.envelope.as_deref());
    envelope
        .filter(|_| example.role == Role::Response)
        .and_then(|name| json.get(name))
        .unwrap_or(json)
}

/// What the example shows, if that has no body: a status that ends with the headers (RFC 9110), or a request
/// whose page leaves nothing to send.
fn without_body(api: &Api, example: &Example) -> Option<String> {
    match example.role {
        Role::Response => {
            let status = example.status.filter(|status| matches!(status, 204 | 205 | 304))?;
            Some(format!("a response with the status {status}"))
        }
        Role::Request => {
            let operation = &api[example.operation?];
            let sends = operation.request != Body::Nothing || !operation.parameters.is_empty();
            let reads = matches!(operation.method.as_str(), "GET" | "HEAD" | "DELETE");
            (reads && !sends).then(|| format!("a {} request", operation.method))
        }
        Role::Resource => None,
    }
}

fn is_object(api: &Api, ty: crate::ir::TypeRef) -> bool {
    matches!(ty, crate::ir::TypeRef::Named(id) if api[id].structure().is_some())
}

fn envelope_span(json: &crate::json::Json) -> Span {
    let member = json.members().iter().find(|member| member.key == "value");
    member.map_or(json.span.head(), |member| member.key_span)
}

/// Codes of the JSON reader by place.
struct Syntax {
    found: BTreeMap<Span, Vec<Code>>,
}

impl Syntax {
    fn collect(read: &[Diagnostic]) -> Self {
        let mut found: BTreeMap<Span, Vec<Code>> = BTreeMap::new();
        for diagnostic in read {
            let about_json = matches!(
                diagnostic.code,
                Code::JsonSyntax | Code::JsonTolerated | Code::DuplicateKey
            );
            if let Some(label) = diagnostic.primary.as_ref().filter(|_| about_json) {
                found.entry(label.span).or_default().push(diagnostic.code);
            }
        }
        Self { found }
    }

    fn within(&self, span: Span) -> impl Iterator<Item = Code> + '_ {
        let last = Span { start: span.end.saturating_add(1), end: u32::MAX, ..span };
        let first = Span { end: span.start, ..span };
        self.found.range(first..last).flat_map(|(_, codes)| codes.iter().copied())
    }
}
