//! A snapshot as lines of text, committed with the emitted crate, so that the next run can say what it changed.
//!
//! One line for each type, property, member, operation and parameter, sorted: two branches merge line by line. Line
//! numbers are left out, since they change without anything having changed. A field that repeats what the line of
//! the owner says (the page, the path of the struct) is left out as well.

use super::SnapshotError;
use super::snapshot::{Member, Operation, Place, Property, Rust, Snapshot, Type, Version};
use crate::visible::is_hidden;
use std::collections::BTreeMap;

/// Its file, in the emitted crate.
pub const FILE: &str = "api-record.tsv";

const HEADER: &str = "\
# What the pages said when this crate was written, for comparison by the next run. Written by `cargo xtask codegen`.
";

impl Snapshot {
    /// The text of the record.
    pub fn record(&self) -> String {
        let mut lines = Vec::new();
        for (name, version) in &self.versions {
            for (item, ty) in &version.types {
                type_lines(name, item, ty, &mut lines);
            }
            for (item, operation) in &version.operations {
                operation_lines(name, item, operation, &mut lines);
            }
        }
        lines.sort_unstable();
        let mut text = HEADER.to_owned();
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// Reads a record.
    ///
    /// # Errors
    /// If a line is not one that [`Snapshot::record`] writes, such as the marker of a merge conflict.
    pub fn of_record(text: &str) -> Result<Self, SnapshotError> {
        let mut snapshot = Self { tells_prose: true, ..Self::default() };
        let mut parts = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fields: Vec<String> = line.split('\t').map(plain).collect();
            let read = owner(&mut snapshot, &fields).or_else(|| {
                parts.push((at, fields));
                Some(())
            });
            read.ok_or_else(|| damaged(at))?;
        }
        for (at, fields) in parts {
            part(&mut snapshot, &fields).ok_or_else(|| damaged(at))?;
        }
        Ok(snapshot)
    }
}

fn damaged(at: usize) -> SnapshotError {
    SnapshotError(format!("line {} is not one of a record", at + 1))
}

fn type_lines(version: &str, item: &str, ty: &Type, lines: &mut Vec<String>) {
    let flags = [(ty.open, "o"), (ty.deprecated == Some(true), "d")];
    let page = page(&ty.place, "");
    let rust = path(&ty.rust);
    lines.push(join(&[
        version,
        item,
        "type",
        &ty.kind,
        text(&ty.base),
        &marks(&flags),
        text(&ty.prose),
        text(&ty.examples),
        page,
        rust,
    ]));
    for (name, property) in &ty.properties {
        lines.push(property_line(version, item, "property", name, property, (page, rust)));
    }
    for (name, member) in &ty.members {
        lines.push(join(&[
            version,
            item,
            "member",
            name,
            text(&member.value),
            text(&member.prose),
            self::page(&member.place, page),
            part_of(&member.rust, rust),
        ]));
    }
}

fn property_line(
    version: &str,
    owner: &str,
    what: &str,
    name: &str,
    property: &Property,
    (page, rust): (&str, &str),
) -> String {
    let flags = [
        (property.navigation, "n"),
        (property.deprecated == Some(true), "d"),
        (property.in_url, "u"),
        (property.required == Some(true), "r"),
        (property.required == Some(false), "R"),
        (property.nullable == Some(true), "0"),
        (property.nullable == Some(false), "1"),
    ];
    join(&[
        version,
        owner,
        what,
        name,
        &property.ty,
        &marks(&flags),
        text(&property.prose),
        self::page(&property.place, page),
        part_of(&property.rust, rust),
    ])
}

fn operation_lines(version: &str, item: &str, operation: &Operation, lines: &mut Vec<String>) {
    let page = page(&operation.place, "");
    let permissions: Vec<String> = operation
        .permissions
        .iter()
        .map(|(account, scopes)| format!("{account}={}", scopes.join(",")))
        .collect();
    lines.push(join(&[
        version,
        item,
        "operation",
        text(&operation.request),
        text(&operation.response),
        &operation.status.map(|status| status.to_string()).unwrap_or_default(),
        &permissions.join(" "),
        &marks(&[(operation.deprecated == Some(true), "d")]),
        text(&operation.prose),
        text(&operation.examples),
        page,
        path(&operation.rust),
    ]));
    for (name, parameter) in &operation.parameters {
        lines.push(property_line(version, item, "parameter", name, parameter, (page, "")));
    }
}

fn owner(snapshot: &mut Snapshot, fields: &[String]) -> Option<()> {
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    match fields.as_slice() {
        [version, item, "type", kind, base, flags, prose, examples, page, rust] => {
            let ty = Type {
                kind: (*kind).to_owned(),
                base: given(base),
                open: flags.contains('o'),
                deprecated: Some(flags.contains('d')),
                prose: given(prose),
                examples: given(examples),
                properties: BTreeMap::new(),
                members: BTreeMap::new(),
                place: place(page),
                rust: rust_at(rust),
            };
            version_of(snapshot, version).types.insert((*item).to_owned(), ty);
        }
        [
            version,
            item,
            "operation",
            request,
            response,
            status,
            permissions,
            flags,
            prose,
            examples,
            page,
            rust,
        ] => {
            let operation = Operation {
                request: given(request),
                response: given(response),
                status: status.parse().ok(),
                parameters: BTreeMap::new(),
                permissions: permissions_of(permissions)?,
                deprecated: Some(flags.contains('d')),
                prose: given(prose),
                examples: given(examples),
                place: place(page),
                rust: rust_at(rust),
            };
            version_of(snapshot, version).operations.insert((*item).to_owned(), operation);
        }
        _ => return None,
    }
    Some(())
}

fn part(snapshot: &mut Snapshot, fields: &[String]) -> Option<()> {
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    match fields.as_slice() {
        [version, owner, "property", name, ty, flags, prose, page, rust] => {
            let owner = snapshot.versions.get_mut(*version)?.types.get_mut(*owner)?;
            let (above, path) = (owner.place.clone(), owner.rust.clone());
            let made = property(ty, flags, prose, (page, above), (rust, path));
            owner.properties.insert((*name).to_owned(), made);
        }
        [version, owner, "parameter", name, ty, flags, prose, page, rust] => {
            let owner = snapshot.versions.get_mut(*version)?.operations.get_mut(*owner)?;
            let made = property(ty, flags, prose, (page, owner.place.clone()), (rust, None));
            owner.parameters.insert((*name).to_owned(), made);
        }
        [version, owner, "member", name, value, prose, page, rust] => {
            let owner = snapshot.versions.get_mut(*version)?.types.get_mut(*owner)?;
            let made = Member {
                value: given(value),
                prose: given(prose),
                place: place(page).or_else(|| owner.place.clone()),
                rust: rust_below(rust, owner.rust.as_ref()),
            };
            owner.members.insert((*name).to_owned(), made);
        }
        _ => return None,
    }
    Some(())
}

fn property(
    ty: &str,
    flags: &str,
    prose: &str,
    (page, above): (&str, Option<Place>),
    (rust, owner): (&str, Option<Rust>),
) -> Property {
    let either = |yes: char, no: char| match (flags.contains(yes), flags.contains(no)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    Property {
        ty: ty.to_owned(),
        navigation: flags.contains('n'),
        required: either('r', 'R'),
        nullable: either('0', '1'),
        deprecated: Some(flags.contains('d')),
        prose: given(prose),
        in_url: flags.contains('u'),
        place: place(page).or(above),
        rust: rust_below(rust, owner.as_ref()),
    }
}

fn version_of<'a>(snapshot: &'a mut Snapshot, name: &str) -> &'a mut Version {
    snapshot.versions.entry(name.to_owned()).or_default()
}

fn permissions_of(text: &str) -> Option<BTreeMap<String, Vec<String>>> {
    text.split(' ')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (account, scopes) = part.split_once('=')?;
            let scopes = scopes.split(',').filter(|scope| !scope.is_empty());
            Some((account.to_owned(), scopes.map(str::to_owned).collect()))
        })
        .collect()
}

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn page<'a>(place: &'a Option<Place>, above: &str) -> &'a str {
    place
        .as_ref()
        .map(|place| place.file.as_str())
        .filter(|file| *file != above)
        .unwrap_or_default()
}

fn place(page: &str) -> Option<Place> {
    Some(Place { file: given(page)?, line: None, column: None, bytes: None })
}

fn path(rust: &Option<Rust>) -> &str {
    rust.as_ref().map_or("", |rust| &rust.path)
}

/// The path without that of the owner, which then is as `::`.
fn part_of<'a>(rust: &'a Option<Rust>, owner: &str) -> &'a str {
    let path = path(rust);
    match path.strip_prefix(owner) {
        Some(rest) if !owner.is_empty() && rest.starts_with("::") => rest,
        _ => path,
    }
}

fn rust_at(path: &str) -> Option<Rust> {
    Some(Rust { path: given(path)?, form: None })
}

fn rust_below(path: &str, owner: Option<&Rust>) -> Option<Rust> {
    if !path.starts_with("::") {
        return rust_at(path);
    }
    Some(Rust { path: format!("{}{path}", owner?.path), form: None })
}

fn marks(flags: &[(bool, &str)]) -> String {
    flags.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect()
}

/// Fields in one line. Names come from pages: whatever would end a field or a line is escaped.
fn join(fields: &[&str]) -> String {
    let mut line = String::new();
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            line.push('\t');
        }
        for c in field.chars() {
            match c {
                '\\' => line.push_str("\\\\"),
                '\t' => line.push_str("\\t"),
                '\n' => line.push_str("\\n"),
                '\r' => line.push_str("\\r"),
                '#' if at == 0 && line.is_empty() => line.push_str("\\#"),
                c if is_hidden(c) => line.push_str(&format!("\\u{:x};", c as u32)),
                c => line.push(c),
            }
        }
    }
    line
}

fn plain(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('u') => {
                    let digits: String = chars.by_ref().take_while(|&c| c != ';').collect();
                    let code = u32::from_str_radix(&digits, 16).ok();
                    out.extend(code.and_then(char::from_u32));
                }
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}
