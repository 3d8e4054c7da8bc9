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

    fn properties(&mut self, old_name: &'a str, old: &'a Type, name: &'a str, new: &'a Type) {
        let mut removed: Vec<(&str, &Property)> = Vec::new();
        for (property, was) in &old.properties {
            let item = format!("{name}.{property}");
            match self.new.declares(name, property) {
                Some((owner, now)) => {
                    if owner != name {
                        let message = format!("`{item}` is declared by the base `{owner}` now");
                        let sides = (Some(was.into()), Some(now.into()));
                        let facts = (json!(old_name), json!(owner));
                        self.push(Kind::PropertyMoved, &item, facts, sides, message);
                        self.touch(owner);
                    }
                    self.same_property(&item, (was, now), name);
                }
                None => removed.push((property, was)),
            }
        }
        let mut added: Vec<(&str, &Property)> = Vec::new();
        for (property, now) in &new.properties {
            if old.properties.contains_key(property) {
                continue;
            }
            match self.old.declares(old_name, property) {
                Some((owner, was)) => {
                    let item = format!("{name}.{property}");
                    // The base may still declare it, which restates it here; or it came down.
                    if self
                        .new
                        .types
                        .get(self.current(owner))
                        .is_some_and(|owner| !owner.properties.contains_key(property))
                    {
                        let message =
                            format!("`{item}` is declared here now, not by the base `{owner}`");
                        let sides = (Some(was.into()), Some(now.into()));
                        let facts = (json!(owner), json!(name));
                        self.push(Kind::PropertyMoved, &item, facts, sides, message);
                    }
                    self.same_property(&item, (was, now), name);
                }
                None => added.push((property, now)),
            }
        }
        for (was, now) in rename::properties(&removed, &added, |ty| self.current_type(ty)) {
            let ((from, before), (to, after)) = (removed[was], added[now]);
            let item = format!("{name}.{from}");
            let message = format!("`{item}` is called `{to}` now");
            let sides = (Some(before.into()), Some(after.into()));
            self.push(Kind::PropertyRenamed, &item, (json!(from), json!(to)), sides, message);
            self.touch(name);
            removed[was].0 = "";
            added[now].0 = "";
        }
        for (property, was) in removed.into_iter().filter(|(name, _)| !name.is_empty()) {
            let item = format!("{name}.{property}");
            let message = format!("`{item}` is gone");
            let sides = (Some(was.into()), None);
            self.push(Kind::PropertyRemoved, &item, (json!(was.ty), Value::Null), sides, message);
            self.touch(name);
        }
        for (property, now) in added.into_iter().filter(|(name, _)| !name.is_empty()) {
            let item = format!("{name}.{property}");
            let message = format!("`{item}` is new");
            let sides = (None, Some(now.into()));
            self.push(Kind::PropertyAdded, &item, (Value::Null, json!(now.ty)), sides, message);
            self.touch(name);
        }
        self.lost_with_a_base(old_name, name);
    }

    /// Properties of a base that the type no longer derives from, while that base keeps them.
    fn lost_with_a_base(&mut self, old_name: &'a str, name: &'a str) {
        let (old, new) = (self.old, self.new);
        for base in old.lineage(old_name).into_iter().skip(1) {
            let current = self.current(base);
            if new.lineage(name).contains(&current) {
                continue;
            }
            let Some(ty) = old.types.get(base) else { continue };
            for (property, was) in &ty.properties {
                let is_kept =
                    new.types.get(current).is_none_or(|ty| ty.properties.contains_key(property));
                if is_kept && new.declares(name, property).is_none() {
                    let item = format!("{name}.{property}");
                    let message = format!("`{item}` is gone with the base `{base}`");
                    let rust = old.types[old_name].rust.as_ref().zip(was.rust.as_ref());
                    let rust = rust.map(|(ty, field)| inherited(ty, field));
                    let side = Side { place: was.place.as_ref(), rust: rust.as_ref() };
                    let facts = (json!(was.ty), Value::Null);
                    self.push(Kind::PropertyRemoved, &item, facts, (Some(side), None), message);
                }
            }
        }
    }

    /// Adds the fields of derived types to what the last change touches.
    fn touch(&mut self, owner: &'a str) {
        let Some(field) = self.changes.last().and_then(|change| change.rust.first().cloned())
        else {
            return;
        };
        let Some((_, field)) = field.rsplit_once("::") else { return };
        let field = field.to_owned();
        let derived: Vec<String> = self
            .new
            .derived(owner)
            .filter_map(|ty| Some(format!("{}::{field}", self.new.types[ty].rust.as_ref()?.path)))
            .collect();
        if let Some(change) = self.changes.last_mut() {
            let fresh = derived.into_iter().filter(|path| !change.rust.contains(path));
            let fresh: Vec<String> = fresh.collect();
            change.rust.extend(fresh);
        }
    }

    fn same_property(
        &mut self,
        item: &str,
        (was, now): (&'a Property, &'a Property),
        owner: &'a str,
    ) {
        let sides = (Some(was.into()), Some(now.into()));
        let before = self.current_type(&was.ty);
        if before != now.ty {
            let (from, to) = (element(&before), element(&now.ty));
            let is_text = |ty: &str| ty == "Edm.String";
            let becomes_enum = is_text(from.0)
                && from.1 == to.1
                && self.new.types.get(to.0).is_some_and(Type::is_enumeration);
            let (kind, message) = if becomes_enum {
                let message = format!("`{item}` was text and is the enumeration `{}` now", to.0);
                (Kind::PropertyBecameEnum, message)
            } else if from.0 == to.0 {
                let word = if to.1 { "a collection" } else { "a single value" };
                (Kind::PropertyCollectionChanged, format!("`{item}` is {word} now"))
            } else {
                let message = format!("`{item}` is `{}` now, and was `{}`", now.ty, was.ty);
                (Kind::PropertyRetyped, message)
            };
            self.push(kind, item, (json!(was.ty), json!(now.ty)), sides, message);
            self.touch(owner);
        } else if let (Some(from), Some(to)) = (&was.rust, &now.rust)
            && last(&from.path) != last(&to.path)
        {
            let message = format!("`{item}` is called `{}` in Rust now", last(&to.path));
            let facts = (json!(from.path), json!(to.path));
            self.push(Kind::PropertyRenamed, item, facts, sides, message);
        } else if let (Some(from), Some(to)) = (&was.rust, &now.rust)
            && let (Some(from), Some(to)) = (&from.form, &to.form)
            && from != to
            && was.ty == now.ty
        {
            let message = format!("`{item}` is `{to}` in Rust now");
            self.push(Kind::PropertyRetyped, item, (json!(from), json!(to)), sides, message);
            self.touch(owner);
        }
        for (kind, word, before, after) in [
            (Kind::PropertyRequiredChanged, "required", was.required, now.required),
            (Kind::PropertyNullableChanged, "nullable", was.nullable, now.nullable),
        ] {
            if let (Some(before), Some(after)) = (before, after)
                && before != after
            {
                let not = if after { "" } else { "not " };
                let message = format!("`{item}` is {not}{word} now");
                self.push(kind, item, (json!(before), json!(after)), sides, message);
            }
        }
        self.common(item, (was.deprecated, now.deprecated), (&was.prose, &now.prose), sides);
    }

    fn members(&mut self, name: &str, old: &'a Type, new: &'a Type) {
        let missing = |from: &'a Type, other: &'a Type| -> Vec<(&'a str, &'a Member)> {
            let members =
                from.members.iter().filter(|(name, _)| !other.members.contains_key(*name));
            members.map(|(name, member)| (name.as_str(), member)).collect()
        };
        let (mut removed, mut added) = (missing(old, new), missing(new, old));
        for (was, now) in rename::members(&removed, &added) {
            let ((from, before), (to, after)) = (removed[was], added[now]);
            let item = format!("{name}.{from}");
            let message = format!("`{item}` is called `{to}` now");
            let sides = (Some(before.into()), Some(after.into()));
            self.push(Kind::MemberRenamed, &item, (json!(from), json!(to)), sides, message);
            removed[was].0 = "";
            added[now].0 = "";
        }
        for (member, was) in removed.into_iter().filter(|(name, _)| !name.is_empty()) {
            let item = format!("{name}.{member}");
            let message = format!("member `{item}` is gone");
            let facts = (json!(member), Value::Null);
            self.push(Kind::MemberRemoved, &item, facts, (Some(was.into()), None), message);
        }
        for (member, now) in added.into_iter().filter(|(name, _)| !name.is_empty()) {
            let item = format!("{name}.{member}");
            let message = format!("member `{item}` is new");
            let facts = (Value::Null, json!(member));
            self.push(Kind::MemberAdded, &item, facts, (None, Some(now.into())), message);
        }
        for (member, was) in &old.members {
            let Some(now) = new.members.get(member) else { continue };
            let item = format!("{name}.{member}");
            let sides = (Some(was.into()), Some(now.into()));
            if was.value != now.value {
                let value = |value: &Option<String>| {
                    value.as_deref().map_or(Value::Null, |text| {
                        serde_json::from_str(text).unwrap_or_else(|_| json!(text))
                    })
                };
                let message = format!("the value of `{item}` changed");
                let facts = (value(&was.value), value(&now.value));
                self.push(Kind::MemberValueChanged, &item, facts, sides, message);
            }
            if let (Some(from), Some(to)) = (&was.rust, &now.rust)
                && last(&from.path) != last(&to.path)
            {
                let message = format!("`{item}` is called `{}` in Rust now", last(&to.path));
                let facts = (json!(from.path), json!(to.path));
                self.push(Kind::MemberRenamed, &item, facts, sides, message);
            }
            self.common(&item, (None, None), (&was.prose, &now.prose), sides);
        }
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

/// A base's field as the derived struct has it.
fn inherited(ty: &Rust, field: &Rust) -> Rust {
    Rust { path: format!("{}::{}", ty.path, last(&field.path)), form: field.form.clone() }
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
