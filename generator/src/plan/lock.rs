//! Names that stay: what the run before called things, as lines that version control merges.
//!
//! In: the text of the lock beside the crate. Out: by item of the API, the name that it has; and, of what was planned,
//! the text for the next run. A lock can only choose among the names that the rules make of an item, so that a forged
//! one brings no name of its own into the crate.
//!
//! Only what could lose its name has a line. A property spelled as its Rust name says (`displayName` for
//! `display_name`) has none: of those that come later no other is spelled so, and it goes before all that have no line.

use super::names::RustIdent;
use super::written::Written;
use crate::visible::is_hidden;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The lock's file, in the emitted crate.
pub const LOCK_FILE: &str = "names.lock";

const HEADER: &str = "\
# Names that would depend on what else there is: version, item of the API, part of it, name in Rust.
# Written by `cargo xtask codegen`. The next run keeps these names, so this file belongs in version control.
";

/// So many names are told apart from one at most.
const MAX_NUMBER: usize = 99_999;

/// The marks behind the name of a request.
const DECLARES_PARAMETERS: &str = "parameters";

/// The names of the run before.
#[derive(Clone, Debug, Default)]
pub struct NameLock {
    versions: BTreeMap<String, Arc<Owners>>,
    is_damaged: bool,
}

/// By item and part.
type Owners = BTreeMap<String, BTreeMap<String, Entry>>;

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    name: String,
    declares_parameters: bool,
}

impl NameLock {
    /// Reads what can be read. Of two lines for one item, as a merge leaves them in conflict, neither counts.
    pub fn parse(text: &str) -> Self {
        let mut versions: BTreeMap<String, Owners> = BTreeMap::new();
        let mut is_damaged = false;
        let mut twice = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let (version, owner, part, name, mark) = match fields.as_slice() {
                [version, owner, part, name] => (*version, *owner, *part, *name, ""),
                [version, owner, part, name, mark] => (*version, *owner, *part, *name, *mark),
                _ => {
                    is_damaged = true;
                    continue;
                }
            };
            if !is_name(name) || !matches!(mark, "" | DECLARES_PARAMETERS) {
                is_damaged = true;
                continue;
            }
            let entry =
                Entry { name: name.to_owned(), declares_parameters: mark == DECLARES_PARAMETERS };
            let parts = versions.entry(version.to_owned()).or_default();
            let parts = parts.entry(owner.to_owned()).or_default();
            if parts.insert(part.to_owned(), entry).is_some() {
                is_damaged = true;
                twice.push((version, owner, part));
            }
        }
        for (version, owner, part) in twice {
            let owners = versions.get_mut(version);
            if let Some(parts) = owners.and_then(|owners| owners.get_mut(owner)) {
                parts.remove(part);
            }
        }
        let versions = versions.into_iter().map(|(name, owners)| (name, Arc::new(owners)));
        Self { versions: versions.collect(), is_damaged }
    }

    /// Whether something in it is no line that codegen writes, such as the marks of a merge conflict.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }
}

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    let first = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    first && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// What an item has, before others are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Held {
    /// The name with so many underscores.
    Locked(usize),
    /// The name is spelled as the item, so it goes before all that came later.
    Spelled,
    /// Nothing.
    Nothing,
}

/// The lock of one version; without a lock, nothing is held.
#[derive(Clone, Debug)]
pub(super) struct Locked {
    owners: Option<Arc<Owners>>,
    is_there: bool,
}

impl Locked {
    pub(super) fn new(lock: Option<&NameLock>, version: &str) -> Self {
        let owners = lock.and_then(|lock| lock.versions.get(version)).cloned();
        Self { owners, is_there: lock.is_some() }
    }

    fn entry(&self, owner: &str, part: &str) -> Option<&Entry> {
        // Most have no line; what has to be written otherwise is looked for as it is written.
        self.owners.as_ref()?.get(&*escaped(owner))?.get(&*escaped(part))
    }

    /// What the part `part` of `owner` has; it is spelled `spelling`, and the rules call it `plain`.
    pub(super) fn held(
        &self,
        (owner, part): (&str, &str),
        spelling: &str,
        plain: &RustIdent,
    ) -> Held {
        if !self.is_there {
            return Held::Nothing;
        }
        let locked = self.entry(owner, part).and_then(|entry| underscores(&entry.name, plain));
        match locked {
            Some(number) => Held::Locked(number),
            None if is_spelled(spelling, plain) => Held::Spelled,
            None => Held::Nothing,
        }
    }

    /// The name of the request `line`, which is one of `candidates` with underscores, and whether it declares the
    /// parameters that several share.
    pub(super) fn request(
        &self,
        line: &str,
        candidates: &[&RustIdent],
    ) -> Option<(RustIdent, bool)> {
        let entry = self.entry(line, "")?;
        let name = candidates.iter().find_map(|name| {
            let number = underscores(&entry.name, name)?;
            Some(name.evade_by(number))
        })?;
        Some((name, entry.declares_parameters))
    }
}

/// Which number after `plain` has the name `name`.
fn underscores(name: &str, plain: &RustIdent) -> Option<usize> {
    let rest = name.strip_prefix(plain.as_str())?;
    let number = match rest.trim_matches('_') {
        "" => rest.len(),
        digits => digits.parse().ok()?,
    };
    (number <= MAX_NUMBER && plain.evade_by(number).as_str() == name).then_some(number)
}

/// Whether `spelling` is the one from which `name` is read off: `displayName` for `display_name` and `DisplayName`.
fn is_spelled(spelling: &str, name: &RustIdent) -> bool {
    let mut raise = false;
    let mut expected = spelling.chars();
    for (at, c) in name.as_str().trim_end_matches('_').chars().enumerate() {
        if c == '_' {
            raise = true;
            continue;
        }
        let c = match (at, raise) {
            (0, _) => c.to_ascii_lowercase(),
            (_, true) => c.to_ascii_uppercase(),
            _ => c,
        };
        raise = false;
        if expected.next() != Some(c) {
            return false;
        }
    }
    expected.next().is_none()
}

/// The lines of a lock.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeSet<[String; 5]>);

impl Lines {
    /// A part of an item, if it could lose its name.
    pub(super) fn part(
        &mut self,
        version: &str,
        (owner, part): (&str, &str),
        spelling: &str,
        (plain, name): (&RustIdent, &RustIdent),
    ) {
        if name != plain || !is_spelled(spelling, plain) {
            self.add(version, (owner, part), name, "");
        }
    }

    /// A request.
    pub(super) fn request(&mut self, version: &str, line: &str, name: &RustIdent, declares: bool) {
        self.add(version, (line, ""), name, if declares { DECLARES_PARAMETERS } else { "" });
    }

    fn add(&mut self, version: &str, (owner, part): (&str, &str), name: &RustIdent, mark: &str) {
        let fields = [version, owner, part, name.as_str(), mark];
        self.0.insert(fields.map(|field| escaped(field).into_owned()));
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Written {
        let mut text = Written::default();
        text.own(HEADER);
        for line in &self.0 {
            for (at, field) in line.iter().enumerate() {
                text.own(if at == 0 { "" } else { "\t" }).tsv(field);
            }
            text.trim_end('\t').own("\n");
        }
        text
    }
}

/// What would end a field or a line, or act instead of being seen, is spelled out. Pages name things as they please.
fn escaped(text: &str) -> Cow<'_, str> {
    let acts = |c: char| c.is_control() || c == '\\' || is_hidden(c);
    let looks_like_comment = text.starts_with('#');
    if !looks_like_comment && !text.contains(acts) {
        return text.into();
    }
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if acts(c) || (at == 0 && c == '#') {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::names::own;

    #[test]
    fn the_number_of_a_name_is_read_back() {
        for plain in ["a", "a_", "a4", "type_9_"] {
            let plain = own(plain);
            for number in [0, 1, 2, 3, 4, 10, 4711, MAX_NUMBER] {
                assert_eq!(underscores(plain.evade_by(number).as_str(), &plain), Some(number));
            }
            for other in ["b", "a4", "a04_", "a3_", "a____", "a99999999999999999999999_"] {
                let known = underscores(other, &plain).map(|number| plain.evade_by(number));
                assert!(known.is_none_or(|name| name.as_str() == other), "{other}");
            }
        }
    }
}
