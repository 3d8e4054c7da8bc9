//! Which of a page's permission tables are about a request line.
//!
//! In: a page, a line, and the type that its path leads to. Out: [`Permission`]s. A table that a heading, a column or a
//! row limits to a scenario counts where the scenario fits the path. What a page does not unite is not united: where no
//! scenario fits, each keeps its own list.

use crate::ir::{Account, Permission};
use crate::page::{self, Page, PermissionTable};
use crate::resolve::facts::template;
use std::collections::HashSet;

/// The permissions of a line: for each account least-privileged first, accounts in order. An account without scopes is
/// not supported; an account that is absent is not documented.
pub(super) fn of_line(page: &Page, path: &str, held: Option<&str>) -> Vec<Permission> {
    let fits = |table: &&PermissionTable| {
        table.scenario.as_ref().is_some_and(|scenario| names_path(&scenario.value, path, held))
    };
    let tables = || page.permissions.iter();
    let mut out = Vec::new();
    if tables().any(|table| fits(&table)) {
        tables().filter(fits).for_each(|table| add(&mut out, table, None));
    } else if tables().any(|table| table.scenario.is_none()) {
        let plain = tables().filter(|table| table.scenario.is_none());
        plain.for_each(|table| add(&mut out, table, None));
    } else {
        for table in tables() {
            let scenario = table.scenario.as_ref().map(|scenario| scenario.value.as_str());
            add(&mut out, table, scenario);
        }
    }
    out.sort_by_key(|permission| permission.account);
    out
}

/// Whether the page tells its permissions in sentences or a list instead of a table.
pub(super) fn are_in_words(page: &Page) -> bool {
    let is_scope = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut parts = word.split('.').peekable();
        word.contains('.')
            && parts
                .all(|part| part.len() > 2 && part.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    page.permissions.is_empty()
        && page.prose.iter().any(|prose| {
            let about = prose.section.starts_with("permission")
                || prose.section.starts_with("prerequisite");
            about && prose.text.plain().split_whitespace().any(is_scope)
        })
}

/// Adds what a table lists. Its rows for one account, such as those of several workloads, are one list.
fn add(out: &mut Vec<Permission>, table: &PermissionTable, scenario: Option<&str>) {
    for row in &table.rows {
        let account = match row.account {
            page::Account::DelegatedWork => Account::DelegatedWork,
            page::Account::DelegatedPersonal => Account::DelegatedPersonal,
            page::Account::Application => Account::Application,
        };
        let known = out
            .iter()
            .position(|known| known.account == account && known.scenario.as_deref() == scenario);
        let at = known.unwrap_or_else(|| {
            let scenario = scenario.map(str::to_owned);
            out.push(Permission { account, scopes: Vec::new(), scenario });
            out.len() - 1
        });
        let joined: HashSet<usize> = row.joined.iter().copied().collect();
        let mut listed: Vec<String> = Vec::new();
        for (at, scope) in row.scopes.iter().enumerate() {
            // Two that are needed together are one entry.
            match listed.last_mut().filter(|_| at > 0 && joined.contains(&(at - 1))) {
                Some(before) => {
                    before.push('+');
                    before.push_str(&scope.value);
                }
                None => listed.push(scope.value.clone()),
            }
        }
        if table.most_first {
            listed.reverse();
        }
        let scopes = &mut out[at].scopes;
        let mut known: HashSet<String> = scopes.iter().cloned().collect();
        scopes.extend(listed.into_iter().filter(|scope| known.insert(scope.clone())));
    }
}

/// Whether the words of a scenario are about the path: whom it acts on, what it goes through, or what it leads to.
fn names_path(scenario: &str, path: &str, held: Option<&str>) -> bool {
    let words = scenario.to_lowercase();
    let segments = template::segments(path);
    let own = segments.first().is_some_and(|first| first.name.eq_ignore_ascii_case("me"));
    if words.contains("acting on") {
        return words.ends_with("self") == own;
    }
    let squeezed: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    if held.is_some_and(|held| held.to_lowercase() == squeezed) {
        return true;
    }
    let Some((_, object)) = words.split_once(" for ") else { return false };
    let object: String = object.chars().filter(|c| c.is_alphanumeric()).collect();
    segments.iter().filter(|segment| !segment.placeholder).any(|segment| {
        let name = segment.name.to_lowercase();
        name == object || name.strip_suffix('s') == Some(&object)
    })
}
