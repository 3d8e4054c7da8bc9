//! Types, properties, requests and permissions by words.

use crate::diff::{Property, Rust, Snapshot};
use serde::Serialize;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// `type`, `property`, `member`, `request`, `parameter`.
    pub kind: &'static str,
    /// The API's version.
    pub version: String,
    /// The item, as `diff` and `explain` call it.
    pub item: String,
    /// Its type, or what a request returns.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub ty: Option<String>,
    /// Its path in the emitted crate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rust: Option<String>,
    /// Scopes that let one call it, least privileged first of each account, as far as the words name permissions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<String>,
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip)]
    rank: (u8, usize),
}

/// What holds all of `words`, best first.
pub fn find(snapshot: &Snapshot, words: &[String], limit: usize) -> Vec<Hit> {
    let words: Vec<String> =
        words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    for (version, api) in &snapshot.versions {
        let mut add = |kind, item: String, ty: Option<String>, rust: &Option<Rust>, page| {
            let rust = rust.as_ref().map(|rust| rust.path.clone());
            if let Some(rank) = rank(&words, &item, rust.as_deref()) {
                let version = version.clone();
                let permissions = Vec::new();
                hits.push(Hit { kind, version, item, ty, rust, permissions, page, rank });
            }
        };
        let page =
            |place: &Option<crate::diff::Place>| place.as_ref().map(|place| place.file.clone());
        for (name, ty) in &api.types {
            add("type", name.clone(), Some(ty.kind.clone()), &ty.rust, page(&ty.place));
            for (part, property) in &ty.properties {
                let Property { ty, rust, place, .. } = property;
                add("property", format!("{name}.{part}"), Some(ty.clone()), rust, page(place));
            }
            for (part, member) in &ty.members {
                let value = member.value.clone();
                add("member", format!("{name}.{part}"), value, &member.rust, page(&member.place));
            }
        }
        for (line, operation) in &api.operations {
            let ty = operation.response.clone();
            add("request", line.clone(), ty.clone(), &operation.rust, page(&operation.place));
            for (part, parameter) in &operation.parameters {
                let Property { ty, rust, place, .. } = parameter;
                add("parameter", format!("{line}#{part}"), Some(ty.clone()), rust, page(place));
            }
        }
        for (line, operation) in &api.operations {
            let scopes = operation.permissions.values().flatten();
            let mut named: Vec<String> = scopes
                .filter(|scope| {
                    let scope = scope.to_lowercase();
                    words.iter().all(|word| scope.contains(word.as_str()))
                })
                .cloned()
                .collect();
            named.sort();
            named.dedup();
            if !named.is_empty() && !words.is_empty() {
                let exact =
                    named.iter().any(|scope| words.len() == 1 && scope.to_lowercase() == words[0]);
                hits.push(Hit {
                    kind: "request",
                    version: version.clone(),
                    item: line.clone(),
                    ty: operation.response.clone(),
                    rust: operation.rust.as_ref().map(|rust| rust.path.clone()),
                    permissions: named,
                    page: operation.place.as_ref().map(|place| place.file.clone()),
                    rank: (if exact { 1 } else { 4 }, line.len()),
                });
            }
        }
    }
    hits.sort_by(|a, b| {
        (a.rank, a.kind_order(), &a.item, &a.version).cmp(&(
            b.rank,
            b.kind_order(),
            &b.item,
            &b.version,
        ))
    });
    hits.truncate(limit);
    hits
}

impl Hit {
    fn kind_order(&self) -> u8 {
        match self.kind {
            "type" => 0,
            "request" => 1,
            "property" => 2,
            _ => 3,
        }
    }
}

/// How well the words fit; `None` if one does not occur. Exact names come first, then beginnings, then shorter items.
fn rank(words: &[String], item: &str, rust: Option<&str>) -> Option<(u8, usize)> {
    let lower = item.to_lowercase();
    let path = rust.unwrap_or_default().to_lowercase();
    if words.is_empty() || !words.iter().all(|word| lower.contains(word) || path.contains(word)) {
        return None;
    }
    let simple = lower.rsplit(['.', '/', '#']).next().unwrap_or(&lower);
    let rust_name = path.rsplit("::").next().unwrap_or(&path);
    let class = match words {
        [word] if lower == *word || path == *word => 0,
        [word] if simple == word || rust_name == word => 1,
        [word] if simple.starts_with(word.as_str()) => 2,
        _ if words.iter().all(|word| simple.contains(word.as_str())) => 3,
        _ => 5,
    };
    Some((class, item.len()))
}

/// A line for each.
pub fn text(hits: &[Hit]) -> String {
    let mut out = String::new();
    for hit in hits {
        let mut line = format!("{:<9} {:<5} {}", hit.kind, hit.version, hit.item);
        if let Some(ty) = &hit.ty {
            line.push_str(&format!(": {ty}"));
        }
        if let Some(rust) = &hit.rust {
            line.push_str(&format!("  {rust}"));
        }
        if !hit.permissions.is_empty() {
            line.push_str(&format!("  [{}]", hit.permissions.join(", ")));
        }
        if let Some(page) = &hit.page {
            line.push_str(&format!("  {page}"));
        }
        // Names come from pages; none of them steers the terminal.
        out.extend(line.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }));
        out.push('\n');
    }
    out
}

/// One array.
pub fn json(hits: &[Hit]) -> String {
    let mut text = serde_json::to_string(hits).unwrap_or_default();
    text.push('\n');
    text
}
