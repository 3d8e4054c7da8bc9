//! Changes of what types have: properties and members.

use super::change::Kind;
use super::compare::{Side, Sides, last};
use super::rename;
use super::snapshot::{Member, Property, Rust, Type, element};
use serde_json::{Value, json};

impl<'a> Sides<'a> {
    pub(super) fn properties(
        &mut self,
        old_name: &'a str,
        old: &'a Type,
        name: &'a str,
        new: &'a Type,
    ) {
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

    pub(super) fn members(&mut self, name: &str, old: &'a Type, new: &'a Type) {
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
}

/// A base's field as the derived struct has it.
fn inherited(ty: &Rust, field: &Rust) -> Rust {
    Rust { path: format!("{}::{}", ty.path, last(&field.path)), form: field.form.clone() }
}
