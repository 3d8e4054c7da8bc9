//! Permission tables.
//!
//! In: a table below a permissions heading. Out: [`PermissionTable`]s, one for each scenario that the table
//! tells apart. Scopes are as listed; `Not supported.` is an empty list.

use super::columns::{Column, Columns};
use super::phrases::Phrases;
use super::rows::shorten;
use super::words::{self, fold};
use super::{Account, PermissionRow, PermissionTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::{Style, Table, Text};
use crate::span::Spanned;
use std::collections::BTreeSet;

/// Reads `table`; `scenario` is the heading that limits it, if any.
pub(crate) fn read(
    table: &Table,
    columns: &Columns,
    scenario: Option<Spanned<String>>,
    diagnostics: &mut Diagnostics,
) -> Vec<PermissionTable> {
    let header: Vec<String> = table.header.iter().map(|cell| fold(&cell.plain())).collect();
    let accounts: Vec<Option<Account>> = header.iter().map(|words| account(words)).collect();
    if accounts.iter().flatten().count() >= 2 {
        return transposed(table, &accounts, scenario, diagnostics);
    }
    if !columns.has(Column::PermissionType) {
        return Vec::new();
    }
    let label = columns.index(Column::PermissionType).unwrap_or(0);
    let holds_scopes = |words: &str| words.contains("permission") || words.contains("acting on");
    let scope_columns: Vec<usize> =
        (0..header.len()).filter(|&at| at != label && holds_scopes(&header[at])).collect();
    // Least and higher privileged permissions are one list in two columns.
    let split = header.iter().any(|words| words.contains("least privileged"))
        && header
            .iter()
            .any(|words| words.contains("higher privileged") || words.contains("more privileged"));
    if split {
        return vec![by_account(table, label, &scope_columns, &header, scenario, diagnostics)];
    }
    let several = scope_columns.len() > 1;
    let tables = scope_columns.iter().map(|&at| {
        let scenario = match (several, table.header[at].span) {
            (true, Some(span)) => Some(Spanned::new(table.header[at].plain(), span)),
            _ => scenario.clone(),
        };
        by_account(table, label, &[at], &header, scenario, diagnostics)
    });
    tables.collect()
}

/// One row for each account kind.
fn by_account(
    table: &Table,
    label: usize,
    scope_columns: &[usize],
    header: &[String],
    scenario: Option<Spanned<String>>,
    diagnostics: &mut Diagnostics,
) -> PermissionTable {
    let most_first = scope_columns.iter().any(|&at| header[at].contains("most to least"));
    let mut rows = Vec::new();
    let mut current = None;
    for row in &table.rows {
        let Some(cell) = row.cells.get(label) else { continue };
        let words = fold(&cell.plain());
        if let Some(stated) = account(&words) {
            current = Some(stated);
        } else if !is_workload(cell) {
            current = unlabelled(&rows);
            if let Some(span) = cell.span {
                let label = match current {
                    Some(_) => "read as `Application`, which every table lists third",
                    None => "the row was left out",
                };
                let message = format!("`{}` is not a kind of account", shorten(&cell.plain()));
                let diagnostic = Diagnostic::new(Code::UnknownPermissionLabel, span, message);
                diagnostics.push(diagnostic.label(label));
            }
        }
        let Some(account) = current else { continue };
        let cells: Vec<&Text> = scope_columns.iter().filter_map(|&at| row.cells.get(at)).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        let span = cells.first().and_then(|cell| cell.span).unwrap_or(row.span);
        let mut permission =
            PermissionRow { account, scopes: Vec::new(), joined: Vec::new(), span };
        for cell in cells {
            let read = scopes(cell, diagnostics);
            let before = permission.scopes.len();
            permission.scopes.extend(read.scopes);
            permission.joined.extend(read.joined.iter().map(|at| at + before));
        }
        rows.push(permission);
    }
    let several = |row: &PermissionRow| row.scopes.len() > 1;
    if most_first && rows.iter().any(several) {
        let message = "permissions are listed from most to least privileged";
        diagnostics.push(Diagnostic::new(Code::PermissionOrder, table.header_span, message));
    }
    PermissionTable { most_first, scenario, rows }
}

/// Account kinds in the header, a resource or scenario in each row.
fn transposed(
    table: &Table,
    accounts: &[Option<Account>],
    scenario: Option<Spanned<String>>,
    diagnostics: &mut Diagnostics,
) -> Vec<PermissionTable> {
    let label = accounts.iter().position(Option::is_none);
    let tables = table.rows.iter().filter(|row| !row.is_blank()).map(|row| {
        let named = label.and_then(|at| row.cells.get(at)).filter(|cell| !cell.is_empty());
        let scenario = match named.and_then(|cell| Some((cell, cell.span?))) {
            Some((cell, span)) => Some(Spanned::new(cell.plain(), span)),
            None => scenario.clone(),
        };
        let cells = accounts.iter().zip(&row.cells);
        let rows = cells.filter_map(|(account, cell)| {
            let (account, span) = ((*account)?, cell.span?);
            let Scopes { scopes, joined } = scopes(cell, diagnostics);
            Some(PermissionRow { account, scopes, joined, span })
        });
        PermissionTable { most_first: false, scenario, rows: rows.collect() }
    });
    tables.collect()
}

/// The account kind that `words`, folded, name.
fn account(words: &str) -> Option<Account> {
    if words.starts_with("delegated") {
        let personal = words.contains("personal") && !words.contains("work or school");
        return Some(if personal { Account::DelegatedPersonal } else { Account::DelegatedWork });
    }
    words.starts_with("application").then_some(Account::Application)
}

/// A label of a workload (`**Policy set**`, `&nbsp;&nbsp;Audit`), or none: what is above it tells the account kind.
fn is_workload(label: &Text) -> bool {
    let first = label.pieces.iter().find(|piece| !words::trim(&piece.text).0.is_empty());
    let bold = first.is_none_or(|piece| piece.style == Style::Strong);
    bold || label.pieces.first().is_some_and(|piece| piece.text.starts_with('\u{a0}'))
}

/// The account kind of a row whose label names none. Tables list the three kinds in one order.
fn unlabelled(rows: &[PermissionRow]) -> Option<Account> {
    let known: Vec<Account> = rows.iter().map(|row| row.account).collect();
    (known == [Account::DelegatedWork, Account::DelegatedPersonal]).then_some(Account::Application)
}

/// What a cell lists.
#[derive(Default)]
struct Scopes {
    scopes: Vec<Spanned<String>>,
    /// The first of each two that are needed together.
    joined: Vec<usize>,
}

/// The scopes in a cell, as listed.
fn scopes(cell: &Text, diagnostics: &mut Diagnostics) -> Scopes {
    let plain = cell.plain();
    if let Some(span) = cell.span.filter(|_| plain.contains("TODO")) {
        let message = "the permissions are still to be determined";
        diagnostics.push(Diagnostic::new(Code::TodoPermissions, span, message));
        return Scopes::default();
    }
    let mut joined = Vec::new();
    let mut found: Vec<Spanned<String>> = Vec::new();
    // Whether nothing but `and` has been read since the last scope.
    let mut and = false;
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for piece in &cell.pieces {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let (mut at, mut ended) = (0, None);
        while let Some(offset) = piece.text[at..].find(is_part) {
            let start = at + offset;
            let rest = &piece.text[start..];
            let word = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
            at = start + word.len();
            let scope = word.trim_matches(['.', '-', '_']);
            let start = start + words::position(word, scope).unwrap_or(0);
            if !is_scope(scope) {
                // `A, and B` ends a list.
                and = scope == "and"
                    && ended.is_some_and(|end| piece.text[end..start].trim().is_empty());
                continue;
            }
            let joins = std::mem::take(&mut and);
            ended = Some(at);
            if seen.insert(scope) {
                joined.extend(found.len().checked_sub(1).filter(|_| joins));
                found.push(Spanned::new(scope.to_owned(), piece.place(start..start + scope.len())));
            }
        }
    }
    if let Some(span) = cell.span
        && found.is_empty()
        && !denies(&plain)
    {
        let message = format!("`{}` names no permission", shorten(&plain));
        diagnostics.push(Diagnostic::new(Code::UnknownScope, span, message));
    }
    Scopes { scopes: found, joined }
}

/// `Resource.Operation[.Constraint]`, or one of the OpenID Connect scopes.
fn is_scope(word: &str) -> bool {
    if matches!(word, "openid" | "email" | "profile" | "offline_access") {
        return true;
    }
    let parts: Vec<&str> = word.split('.').collect();
    // The first may begin small: `eDiscovery.Read.All`.
    (2..=6).contains(&parts.len())
        && parts.iter().all(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()))
        && parts.iter().skip(1).all(|part| part.starts_with(|c: char| c.is_ascii_uppercase()))
        && parts.iter().skip(1).any(|part| part.len() > 2)
}

/// The many ways to say that an account kind has no permission.
fn denies(plain: &str) -> bool {
    static PHRASES: Phrases = Phrases::new(&[
        "not support",
        "not applicable",
        "not available",
        "none",
        "n/a",
        "unsupported",
        "not required",
        "no permission",
        "not yet supported",
    ]);
    plain.chars().all(|c| !c.is_alphanumeric()) || PHRASES.occur_in(plain)
}
