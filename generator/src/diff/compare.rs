//! Two snapshots to the list of changes between them.
//!
//! A type is compared by what it *has*, its bases' properties included, because that is what its struct has: a
//! property that only moved along the lineage was neither removed nor added.

use super::change::{Change, Class, Kind};
use super::class;
use super::operations;
use super::rename;
use super::snapshot::{Member, Place, Property, Rust, Snapshot, Type, Version, element};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// All changes from `old` to `new`, sorted.
pub(super) fn compare(old: &Snapshot, new: &Snapshot) -> Vec<Change> {
    let mut changes = Vec::new();
    let none = Version::default();
    let prose = old.tells_prose && new.tells_prose;
    let mut names: Vec<&String> = old.versions.keys().chain(new.versions.keys()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let old = old.versions.get(name).unwrap_or(&none);
        let new = new.versions.get(name).unwrap_or(&none);
        let mut sides =
            Sides { version: name, prose, old, new, renamed: BTreeMap::new(), changes: Vec::new() };
        sides.renamed = rename::types(old, new);
        sides.types();
        operations::compare(&mut sides);
        changes.append(&mut sides.changes);
    }
    changes.iter_mut().for_each(Change::seal);
    changes.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    changes.dedup_by(|a, b| a.fingerprint == b.fingerprint);
    changes
}

/// The two states of one version, and what was found so far.
pub(super) struct Sides<'a> {
    pub(super) version: &'a str,
    /// Whether both sides tell descriptions and examples.
    pub(super) prose: bool,
    pub(super) old: &'a Version,
    pub(super) new: &'a Version,
    /// Old to new name of types that were renamed.
    pub(super) renamed: BTreeMap<&'a str, &'a str>,
    pub(super) changes: Vec<Change>,
}

/// What is on one side of a change.
#[derive(Clone, Copy, Default)]
pub(super) struct Side<'a> {
    pub(super) place: Option<&'a Place>,
    pub(super) rust: Option<&'a Rust>,
}

impl<'a> From<&'a Type> for Side<'a> {
    fn from(ty: &'a Type) -> Self {
        Self { place: ty.place.as_ref(), rust: ty.rust.as_ref() }
    }
}

impl<'a> From<&'a Property> for Side<'a> {
    fn from(property: &'a Property) -> Self {
        Self { place: property.place.as_ref(), rust: property.rust.as_ref() }
    }
}

impl<'a> From<&'a Member> for Side<'a> {
    fn from(member: &'a Member) -> Self {
        Self { place: member.place.as_ref(), rust: member.rust.as_ref() }
    }
}

impl<'a> Sides<'a> {
    /// Notes a change.
    pub(super) fn push(
        &mut self,
        kind: Kind,
        item: &str,
        (was, now): (Value, Value),
        (old, new): (Option<Side<'_>>, Option<Side<'_>>),
        message: String,
    ) -> &mut Change {
        let (from, to) = (old.unwrap_or_default(), new.unwrap_or_default());
        let mut rust: Vec<String> =
            [from.rust, to.rust].into_iter().flatten().map(|rust| rust.path.clone()).collect();
        rust.dedup();
        let at = self.changes.len();
        self.changes.push(Change {
            fingerprint: String::new(),
            kind,
            class: class::of(kind, from.rust, to.rust),
            version: self.version.to_owned(),
            item: item.to_owned(),
            was,
            now,
            rust,
            old: from.place.cloned(),
            new: to.place.cloned(),
            message,
            accepted: None,
            old_form: from.rust.and_then(|rust| rust.form.clone()),
            old_rust: from.rust.map(|rust| rust.path.clone()),
        });
        &mut self.changes[at]
    }

    /// The name that an old type goes by now.
    pub(super) fn current<'n>(&self, name: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.renamed.get(name).copied().unwrap_or(name)
    }

    /// An old type expression as it would be written now.
    pub(super) fn current_type(&self, ty: &str) -> String {
        match element(ty) {
            (inner, true) => format!("[{}]", self.current(inner)),
            (inner, false) => self.current(inner).to_owned(),
        }
    }

    fn types(&mut self) {
        let (old, new) = (self.old, self.new);
        for (name, ty) in &old.types {
            if let Some(now) = self.renamed.get(name.as_str()).copied() {
                let other = &new.types[now];
                let message = format!("type `{name}` is called `{now}` now");
                let sides = (Some(ty.into()), Some(other.into()));
                self.push(Kind::TypeRenamed, name, (json!(name), json!(now)), sides, message);
                self.same_type(name, ty, now, other);
            } else if let Some(other) = new.types.get(name) {
                self.same_type(name, ty, name, other);
            } else {
                let message = format!("{} `{name}` is gone", ty.kind_word());
                let sides = (Some(ty.into()), None);
                self.push(Kind::TypeRemoved, name, (json!(ty.kind), Value::Null), sides, message);
            }
        }
        let targets: Vec<&str> = self.renamed.values().copied().collect();
        for (name, ty) in &new.types {
            if !old.types.contains_key(name) && !targets.contains(&name.as_str()) {
                let message = format!("{} `{name}` is new", ty.kind_word());
                let sides = (None, Some(ty.into()));
                self.push(Kind::TypeAdded, name, (Value::Null, json!(ty.kind)), sides, message);
            }
        }
    }

    fn same_type(&mut self, old_name: &'a str, old: &'a Type, name: &'a str, new: &'a Type) {
        let sides = (Some(old.into()), Some(new.into()));
        if old.kind != new.kind {
            let message = format!("`{name}` is {} now", article(new.kind_word()));
            // Whether members can be combined shows in the properties, if their Rust types are known.
            let known = old.rust.is_some() && new.rust.is_some();
            let known = known && old.rust.as_ref().is_some_and(|rust| rust.form.is_some());
            let class = match (old.is_enumeration(), new.is_enumeration()) {
                (false, false) => Class::Docs,
                (true, true) if known => Class::Docs,
                _ => Class::Breaking,
            };
            self.push(
                Kind::TypeKindChanged,
                name,
                (json!(old.kind), json!(new.kind)),
                sides,
                message,
            )
            .class = class;
            if old.is_enumeration() != new.is_enumeration() {
                return;
            }
        } else if let (Some(from), Some(to)) = (&old.rust, &new.rust)
            && from.path != to.path
            && old_name == name
        {
            let message = format!("`{name}` is called `{}` in Rust now", to.path);
            self.push(Kind::TypeRenamed, name, (json!(from.path), json!(to.path)), sides, message);
        }
        self.base(old_name, old, name, new);
        if old.open != new.open {
            let (kind, word) =
                if new.open { (Kind::TypeOpened, "") } else { (Kind::TypeClosed, "no longer ") };
            let message = format!("`{name}` {word}accepts undeclared properties");
            self.push(kind, name, (json!(old.open), json!(new.open)), sides, message);
        }
        self.common(name, (old.deprecated, new.deprecated), (&old.prose, &new.prose), sides);
        self.examples(name, (&old.examples, &new.examples), sides);
        self.properties(old_name, old, name, new);
        self.members(name, old, new);
    }

    fn base(&mut self, old_name: &'a str, old: &'a Type, name: &'a str, new: &'a Type) {
        let was = old.base.as_deref().map(|base| self.current(base).to_owned());
        if was.as_deref() == new.base.as_deref() {
            return;
        }
        let lineage = self.new.lineage(name);
        let lost = self.old.lineage(old_name).into_iter().skip(1).find(|base| {
            // An old base that exists no more is reported as such.
            let current = self.current(base);
            !lineage.contains(&current) && self.new.types.contains_key(current)
        });
        let message = match &new.base {
            Some(base) => format!("`{name}` derives from `{base}` now"),
            None => format!("`{name}` has no base now"),
        };
        let sides = (Some(old.into()), Some(new.into()));
        let facts = (json!(old.base), json!(new.base));
        let lost_path =
            lost.and_then(|base| Some(self.old.types.get(base)?.rust.as_ref()?.path.clone()));
        let change = self.push(Kind::TypeBaseChanged, name, facts, sides, message);
        change.class = if lost.is_some() { Class::Breaking } else { Class::Additive };
        change.old_form = lost_path;
    }

    /// What types, properties, members and operations have in common.
    pub(super) fn common(
        &mut self,
        item: &str,
        (was, now): (Option<bool>, Option<bool>),
        (before, after): (&Option<String>, &Option<String>),
        sides: (Option<Side<'_>>, Option<Side<'_>>),
    ) {
        if let (Some(was), Some(now)) = (was, now)
            && was != now
        {
            let (kind, word) = if now {
                (Kind::Deprecated, "deprecated now")
            } else {
                (Kind::Undeprecated, "no longer deprecated")
            };
            self.push(kind, item, (json!(was), json!(now)), sides, format!("`{item}` is {word}"));
        }
        if self.prose && before != after {
            let message = format!("the description of `{item}` changed");
            self.push(Kind::ProseChanged, item, (json!(before), json!(after)), sides, message);
        }
    }

    pub(super) fn examples(
        &mut self,
        item: &str,
        (before, after): (&Option<String>, &Option<String>),
        sides: (Option<Side<'_>>, Option<Side<'_>>),
    ) {
        if self.prose && before != after {
            let message = format!("the examples of `{item}` changed");
            self.push(Kind::ExampleChanged, item, (json!(before), json!(after)), sides, message);
        }
    }
}

pub(super) fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

fn article(word: &str) -> String {
    let an = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {word}", if an { "an" } else { "a" })
}

impl Type {
    fn kind_word(&self) -> &'static str {
        match self.kind.as_str() {
            "entity" => "entity type",
            "complex" => "complex type",
            "enum" => "enumeration",
            "flags" => "enumeration of flags",
            _ => "type",
        }
    }
}
