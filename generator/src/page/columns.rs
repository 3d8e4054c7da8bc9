//! What a table's columns hold, by the words of its header.
//!
//! In: header cells. Out: the columns by role. Position never counts.

use super::words::fold;
use crate::markdown::Table;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// The name of a property, parameter or header.
    Name,
    /// The name of a navigation property.
    Relationship,
    /// The name of an enumeration member.
    Member,
    /// The name of a method.
    Method,
    Type,
    /// A method's return type.
    Returns,
    Value,
    Description,
    Required,
    PermissionType,
    /// Scopes, of any privilege.
    Permissions,
    Unknown,
}

fn role(words: &str) -> Column {
    match words {
        "property" | "properties" | "property name" | "name" | "parameter" | "parameters"
        | "parameter name" | "header" | "header name" | "headers" | "query parameter"
        | "attribute" | "field" => Column::Name,
        "relationship" | "relationships" | "relationship name" | "navigation property" => {
            Column::Relationship
        }
        "member" | "members" | "member name" => Column::Member,
        "method" | "methods" | "function" | "action" | "task" | "common task" => Column::Method,
        "type" | "data type" | "property type" => Column::Type,
        "return type" | "returns" | "json return type" => Column::Returns,
        "value" | "values" | "numeric value" | "int value" => Column::Value,
        "description" | "meaning" | "details" => Column::Description,
        // `Permission type (by workflow)` has a row for each workload below that of the account kind.
        _ if words == "permission type" || words.starts_with("permission type (") => {
            Column::PermissionType
        }
        _ if words.starts_with("required") => Column::Required,
        _ if words.starts_with("permission") || words.ends_with("privileged permissions") => {
            Column::Permissions
        }
        _ => Column::Unknown,
    }
}

/// The roles of a table's columns.
#[derive(Debug)]
pub(crate) struct Columns {
    roles: Vec<Column>,
}

impl Columns {
    pub(crate) fn of(table: &Table) -> Self {
        Self { roles: table.header.iter().map(|cell| role(&fold(&cell.plain()))).collect() }
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.roles.contains(&column)
    }

    /// Index of the first column of that role.
    pub(crate) fn index(&self, column: Column) -> Option<usize> {
        self.roles.iter().position(|role| *role == column)
    }

    /// The role of the first column.
    pub(crate) fn first(&self) -> Column {
        self.roles.first().copied().unwrap_or(Column::Unknown)
    }

    /// Indexes of all columns of that role.
    pub(crate) fn all(&self, column: Column) -> impl Iterator<Item = usize> {
        self.roles.iter().enumerate().filter(move |(_, role)| **role == column).map(|(at, _)| at)
    }
}

/// Names of columns in flattened tables, longest first where one begins another.
const FLAT: [&str; 24] = [
    "permissions (from least to most privileged)",
    "permissions (from most to least privileged)",
    "least privileged permissions",
    "higher privileged permissions",
    "permission type",
    "permissions",
    "property name",
    "parameter name",
    "relationship name",
    "query parameter",
    "return type",
    "header name",
    "int value",
    "property",
    "parameter",
    "relationship",
    "description",
    "required",
    "method",
    "member",
    "header",
    "value",
    "name",
    "type",
];

/// Cuts a line that consists of column names, at least two, the first of which names something.
pub(crate) fn split_header_line(line: &str) -> Option<Vec<(std::ops::Range<usize>, Column)>> {
    let lower = line.to_ascii_lowercase();
    let mut at = lower.len() - lower.trim_start().len();
    let mut found = Vec::new();
    while at < lower.len() {
        let rest = &lower[at..];
        let name = FLAT.iter().find(|name| {
            let tail = rest.strip_prefix(**name);
            tail.is_some_and(|tail| tail.is_empty() || tail.starts_with(char::is_whitespace))
        })?;
        found.push((at..at + name.len(), role(name)));
        at += name.len();
        at += lower[at..].len() - lower[at..].trim_start().len();
    }
    let names = !matches!(found.first()?.1, Column::Type | Column::Description | Column::Required);
    (found.len() >= 2 && names).then_some(found)
}

/// Whether a line of flattened text is the header of a table.
pub(crate) fn is_header_line(line: &str) -> bool {
    split_header_line(line).is_some()
}
