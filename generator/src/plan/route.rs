//! What a request is called: the path of the URL is the path of the module, the verb is the function.
//!
//! In: one operation. Out: a [`Route`]. It depends on method, path and verb alone, so no other page, line or type
//! can rename it: `GET /users/{id}/messages` is `users::messages::list` whatever else is documented.

use super::names::{self, RustIdent};
use super::template::Template;
use crate::ir::{Operation, OperationKind, PathPart};

/// The place of a request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Route {
    /// Modules below `requests`.
    pub module: Vec<RustIdent>,
    /// The literal segments that these stand for, for docs.
    pub segments: Vec<String>,
    /// The function's name before keywords are looked at.
    pub name: String,
    /// The name that the API has for an action or function.
    pub action: Option<String>,
}

/// A literal segment of a path, with what addresses it.
#[derive(Debug, Default)]
struct Segment {
    name: String,
    /// Names of arguments: `address` in `range(address='{address}')`.
    arguments: Vec<String>,
}

/// A path as names see it.
#[derive(Debug, Default)]
struct Path {
    segments: Vec<Segment>,
    /// Keys that are no identifiers, such as `userPrincipalName`.
    keys: Vec<String>,
}

/// Requests that belong to no segment.
const ROOT: &str = "service";

/// The route of `operation`.
pub(super) fn route(operation: &Operation) -> Route {
    let mut path = Path::new(&Template::new(&operation.path));
    let special = path.segments.pop_if(|segment| segment.name.starts_with('$'));
    let called = matches!(operation.kind, OperationKind::Action | OperationKind::Function);
    let tail = if called && special.is_none() { path.segments.pop() } else { None };
    let mut name = match (&special, &tail) {
        (Some(special), _) => special_verb(&operation.method, &special.name),
        (None, Some(tail)) => {
            let canonical = if operation.kind == OperationKind::Action { "POST" } else { "GET" };
            with_method(names::snake(&tail.name), &operation.method, canonical)
        }
        (None, None) => verb(operation),
    };
    let mut by: Vec<String> =
        tail.iter().flat_map(|tail| &tail.arguments).chain(&path.keys).cloned().collect();
    by.dedup();
    let by = by.join("_and_");
    if !by.is_empty() && !name.ends_with(&format!("by_{by}")) {
        name = format!("{name}_by_{by}");
    }
    let modules: Vec<String> = path.segments.iter().map(Segment::module).collect();
    let mut module = names::module_path(modules.iter().map(String::as_str));
    let segments = path.segments.into_iter().map(|segment| segment.name).collect();
    if module.is_empty() {
        module.push(names::module_name(ROOT));
    }
    Route { module, segments, name, action: tail.map(|tail| tail.name) }
}

fn verb(operation: &Operation) -> String {
    let method = operation.method.as_str();
    let (name, canonical) = match operation.kind {
        OperationKind::Get => ("get", "GET"),
        OperationKind::List => ("list", "GET"),
        OperationKind::Create => ("create", "POST"),
        OperationKind::Update if method == "PUT" => ("replace", "PUT"),
        OperationKind::Update => ("update", "PATCH"),
        OperationKind::Delete => ("delete", "DELETE"),
        OperationKind::Reference | OperationKind::Action | OperationKind::Function => {
            match method {
                "GET" => ("get", "GET"),
                "POST" => ("add", "POST"),
                "PUT" => ("set", "PUT"),
                "DELETE" => ("remove", "DELETE"),
                _ => ("update", "PATCH"),
            }
        }
    };
    with_method(name.to_owned(), method, canonical)
}

/// `$ref`, `$value`, `$count`, …
fn special_verb(method: &str, special: &str) -> String {
    let word = names::snake(special.trim_start_matches('$'));
    if word == "count" || word == "batch" {
        return with_method(word.clone(), method, if word == "count" { "GET" } else { "POST" });
    }
    let verb = match (method, word.as_str()) {
        ("POST", "ref") => "add",
        ("DELETE", "ref") => "remove",
        ("GET", _) => "get",
        ("POST", _) => "create",
        ("PUT", _) => "set",
        ("DELETE", _) => "delete",
        _ => "update",
    };
    format!("{verb}_{word}")
}

fn with_method(name: String, method: &str, canonical: &str) -> String {
    if method == canonical { name } else { format!("{name}_{}", names::snake(method)) }
}

impl Segment {
    /// The words of the name of its module.
    fn module(&self) -> String {
        if self.arguments.is_empty() {
            return self.name.clone();
        }
        format!("{}_by_{}", names::snake(&self.name), self.arguments.join("_and_"))
    }
}

/// Stands for a placeholder in the text of a path. A page can hold it, too, where it says nothing and is left out.
const MARK: char = '\u{ffff}';

impl Path {
    fn new(template: &Template) -> Self {
        let (text, placeholders) = marked(&template.path);
        let mut path = Self::default();
        let mut placeholders = placeholders.into_iter();
        for raw in split_segments(&text) {
            let marks = raw.matches(MARK).count();
            let names: Vec<&str> = placeholders.by_ref().take(marks).collect();
            path.push(raw.trim_matches(':'), &names);
        }
        path
    }

    fn push(&mut self, raw: &str, placeholders: &[&str]) {
        let (head, arguments) = match raw.split_once('(') {
            Some((head, rest)) => (head, Some(rest.trim_end_matches(')'))),
            None => (raw, None),
        };
        let name: String = head.chars().filter(|&c| c != MARK).collect();
        let keys_in_head = head.matches(MARK).count();
        let literal = name.chars().any(char::is_alphanumeric) && !is_guid(&name);
        if literal {
            self.segments
                .push(Segment { name: unqualified(&name).to_owned(), arguments: Vec::new() });
        }
        let mut rest = placeholders.iter();
        for key in rest.by_ref().take(keys_in_head) {
            self.key(key);
        }
        for argument in arguments.into_iter().flat_map(|text| text.split(',')) {
            let mark = argument.contains(MARK).then(|| rest.next()).flatten();
            match argument.split_once('=') {
                Some((name, value)) => self.argument(argument_words(name, value)),
                None => {
                    if let Some(key) = mark {
                        self.key(key);
                    }
                }
            }
        }
    }

    fn argument(&mut self, words: String) {
        if let Some(segment) = self.segments.last_mut() {
            segment.arguments.push(words);
        }
    }

    /// A key of the last segment. A path addresses the segment itself; other keys tell functions apart, unless
    /// they are identifiers, as keys mostly are.
    fn key(&mut self, text: &str) {
        if text == "path" {
            return self.argument(text.to_owned());
        }
        let first = text.split('|').next().unwrap_or_default().trim();
        let words = names::snake(first);
        let segment =
            self.segments.last().map_or(String::new(), |segment| names::snake(&segment.name));
        let is_id = words.ends_with("id") || words.ends_with("ids");
        if !is_id && !segment.starts_with(words.as_str()) && !self.keys.contains(&words) {
            self.keys.push(words);
        }
    }
}

/// The text with a mark for each placeholder, and their names.
fn marked(parts: &[PathPart]) -> (String, Vec<&str>) {
    let mut text = String::new();
    let mut placeholders = Vec::new();
    for part in parts {
        match part {
            PathPart::Literal(literal) => text.extend(literal.chars().filter(|&c| c != MARK)),
            PathPart::Placeholder { text: name, spans_segments, .. } => {
                text.push(MARK);
                placeholders.push(if *spans_segments { "path" } else { name.as_str() });
            }
        }
    }
    (text, placeholders)
}

/// The name of an argument; with its value, if the page gives one.
fn argument_words(name: &str, value: &str) -> String {
    let words = names::snake(name.trim());
    if value.contains(MARK) || !value.chars().any(char::is_alphanumeric) {
        return words;
    }
    format!("{words}_{}", names::snake(value.trim_matches(['\'', '"', ' '])))
}

/// Splits at slashes outside of parentheses.
fn split_segments(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let split = text.split(move |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '/' && depth == 0
    });
    split.filter(|segment| !segment.is_empty()).collect()
}

/// `microsoft.graph.assign` to `assign`.
fn unqualified(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((namespace, last)) if namespace.starts_with("microsoft.") => last,
        _ => name,
    }
}

/// Identifiers that pages leave in their request lines.
fn is_guid(name: &str) -> bool {
    let groups: Vec<&str> = name.split('-').collect();
    groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(group, len)| {
            group.len() == len && group.chars().all(|c| c.is_ascii_alphanumeric())
        })
}
