//! Where a path leads, by what the model knows.
//!
//! In: segments of a path. Out: the type at its end. Entity sets and singletons are learned from what
//! pages say their request lines return; the rest is navigation through the model's properties.

use crate::ir::{TypeExpr, TypeId, TypeRef};
use crate::resolve::facts::template::{Segment, canonical, push_canonical, segments};
use crate::resolve::types::draft::{DEFAULT_NAMESPACE, Types};
use std::collections::{BTreeMap, HashMap};

/// What is at the end of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::resolve) enum Target {
    /// One entity or complex value.
    One(TypeId),
    /// A collection of them.
    Many(TypeId),
    /// A value of a primitive or enumeration type.
    Scalar(TypeExpr),
    /// `$ref` behind something.
    Reference,
    /// `$value`, `content`: a stream.
    Media,
    /// `$count`.
    Count,
    /// An action or function (or an undescribed property) bound to the last known type.
    Operation,
    /// A place that the model does not know.
    Unknown,
}

/// What the pages' own statements teach about paths.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Paths {
    /// Canonical path to the types seen there, with the number of pages that say so.
    learned: HashMap<String, BTreeMap<(TypeId, bool), u32>>,
}

/// No API nests as deep; a longer path in an example is noise, and every step looks at all before it.
pub(in crate::resolve) const MAX_SEGMENTS: usize = 64;

impl Paths {
    /// A page says that this path holds `ty`.
    pub(in crate::resolve) fn learn(&mut self, path: &[Segment<'_>], ty: TypeId, collection: bool) {
        let votes = self.learned.entry(canonical(path)).or_default();
        *votes.entry((ty, collection)).or_default() += 1;
        if let (false, Some((last, rest))) = (collection, path.split_last()) {
            // `/users/{id}` holds one: `/users` holds many.
            if last.placeholder && !rest.is_empty() && last.name != ":" {
                let votes = self.learned.entry(canonical(rest)).or_default();
                *votes.entry((ty, true)).or_default() += 1;
            }
        }
    }

    /// What the pages say of this very path. Several types: the base that they have in common, else the one that is a
    /// base of the most votes.
    pub(in crate::resolve) fn stated(
        &self,
        types: &Types<'_>,
        path: &str,
    ) -> Option<(TypeId, bool)> {
        let votes = self.learned.get(path)?;
        if let (1, Some((only, _))) = (votes.len(), votes.first_key_value()) {
            return Some(*only);
        }
        let mut voted = votes.keys();
        if let Some(&(first, many)) = voted.next()
            && let Some(base) = voted.try_fold(first, |base, &(ty, other)| {
                (other == many).then(|| types.common_base(base, ty)).flatten()
            })
        {
            return Some((base, many));
        }
        let weight = |ty: TypeId, many: bool| -> u32 {
            votes
                .iter()
                .filter(|((other, other_many), _)| {
                    *other_many == many && types.lineage(*other).contains(&ty)
                })
                .map(|(_, count)| *count)
                .sum()
        };
        votes
            .iter()
            .max_by_key(|((ty, many), count)| (weight(*ty, *many), **count, std::cmp::Reverse(*ty)))
            .map(|(found, _)| *found)
    }

    /// Follows a path.
    pub(in crate::resolve) fn walk(&self, types: &Types<'_>, path: &[Segment<'_>]) -> Target {
        if path.len() > MAX_SEGMENTS {
            return Target::Unknown;
        }
        let mut walk = self.start(types);
        path.iter().for_each(|segment| walk.step(segment));
        walk.target
    }

    /// The beginning of a path that is followed step by step.
    pub(in crate::resolve) fn start<'w, 'a>(&'w self, types: &'w Types<'a>) -> Walk<'w, 'a> {
        Walk { paths: self, types, path: String::new(), length: 0, target: Target::Unknown }
    }

    /// The structure that the action or function at the end of a path is bound to.
    pub(in crate::resolve) fn bound(&self, types: &Types<'_>, path: &str) -> Option<TypeId> {
        let path = segments(path);
        let (_, owner) = path.split_last()?;
        match self.walk(types, owner) {
            Target::One(id) | Target::Many(id) => Some(id),
            _ => None,
        }
    }

    /// Follows a path given as text.
    pub(in crate::resolve) fn walk_text(&self, types: &Types<'_>, path: &str) -> Target {
        self.walk(types, &segments(path))
    }
}

/// A path that is being followed.
#[derive(Clone, Debug)]
pub(in crate::resolve) struct Walk<'w, 'a> {
    paths: &'w Paths,
    types: &'w Types<'a>,
    /// What has been followed, canonical.
    path: String,
    /// Of how many segments.
    length: usize,
    /// Where it leads.
    pub(in crate::resolve) target: Target,
}

impl Walk<'_, '_> {
    /// Follows the next segment.
    pub(in crate::resolve) fn step(&mut self, segment: &Segment<'_>) {
        push_canonical(segment, &mut self.path);
        self.length += 1;
        self.target = self.next(segment);
    }

    /// Where `segment`, which the path ends in, leads from the target before it.
    fn next(&self, segment: &Segment<'_>) -> Target {
        let (types, from) = (self.types, &self.target);
        let name = segment.name;
        if name.eq_ignore_ascii_case("$ref") {
            return Target::Reference;
        } else if name.eq_ignore_ascii_case("$value") {
            return Target::Media;
        } else if name.eq_ignore_ascii_case("$count") {
            return Target::Count;
        }
        if segment.placeholder {
            return match from {
                Target::Many(ty) | Target::One(ty) => Target::One(*ty),
                // Values have no keys: what is addressed so is something else of that name.
                Target::Scalar(value) if value.collection => self.known(segment),
                Target::Scalar(_) | Target::Reference | Target::Media | Target::Count => {
                    from.clone()
                }
                Target::Operation | Target::Unknown => self.known(segment),
            };
        }
        if let Target::One(ty) | Target::Many(ty) = from {
            let many = matches!(from, Target::Many(_));
            if let Some(cast) = self.cast(name) {
                return if many { Target::Many(cast) } else { Target::One(cast) };
            }
            // `/users('{upn}')` addresses one of many.
            if !many && let Some(property) = find_property(types, *ty, name) {
                return match segment.arguments {
                    Some(_) => into_one(types, property),
                    None => into_target(types, property),
                };
            }
            if name.eq_ignore_ascii_case("content") {
                return Target::Media;
            }
        }
        match self.known(segment) {
            Target::Unknown => match from {
                Target::One(_) | Target::Many(_) | Target::Scalar(_) if self.length > 1 => {
                    Target::Operation
                }
                _ => self.root(segment),
            },
            Target::Many(ty) if segment.arguments.is_some_and(is_key) => Target::One(ty),
            known => known,
        }
    }

    /// What the pages say of the path up to `segment`.
    fn known(&self, segment: &Segment<'_>) -> Target {
        // `range(address='{address}')` is a call although its argument looks like a key.
        let call = self.path.strip_suffix("()").filter(|_| {
            segment.arguments.is_some_and(is_key) && !self.paths.learned.contains_key(&self.path)
        });
        match self.paths.stated(self.types, call.unwrap_or(&self.path)) {
            Some((ty, true)) => Target::Many(ty),
            Some((ty, false)) => Target::One(ty),
            None => Target::Unknown,
        }
    }

    /// A first segment that no statement explains: a singleton called like its type.
    fn root(&self, segment: &Segment<'_>) -> Target {
        let types = self.types;
        if self.length != 1 {
            return Target::Unknown;
        }
        let wanted = match segment.name.to_lowercase().as_str() {
            "me" => "user".to_owned(),
            other => other.to_owned(),
        };
        let candidates = [wanted.clone(), format!("{wanted}root"), format!("cloud{wanted}")];
        for candidate in candidates {
            if let Some((id, _)) = types.find(&candidate, DEFAULT_NAMESPACE)
                && types.get(id).structure().is_some()
            {
                return Target::One(id);
            }
        }
        if let Some(singular) = wanted.strip_suffix('s')
            && let Some((id, _)) = types.find(singular, DEFAULT_NAMESPACE)
            && types.get(id).is_entity()
        {
            return Target::Many(id);
        }
        Target::Unknown
    }

    fn cast(&self, name: &str) -> Option<TypeId> {
        let types = self.types;
        let qualified = name.contains('.').then(|| types.qualified(name)).flatten();
        let id = qualified.or_else(|| {
            let short = name.strip_prefix("graph.")?;
            types.find(short, DEFAULT_NAMESPACE).map(|(id, _)| id)
        })?;
        types.get(id).structure().map(|_| id)
    }
}

/// `('{id}')`, `({id})`, `(upn='x')`: a key, not a call without arguments.
fn is_key(arguments: &str) -> bool {
    !arguments.trim().is_empty() && (arguments.contains('\'') || arguments.contains('{'))
}

fn into_target(types: &Types<'_>, expr: TypeExpr) -> Target {
    match expr.ty {
        TypeRef::Edm(crate::ir::Edm::Stream) => Target::Media,
        TypeRef::Edm(_) => Target::Scalar(expr),
        TypeRef::Named(id) if types.get(id).enumeration().is_some() => Target::Scalar(expr),
        TypeRef::Named(id) if expr.collection => Target::Many(id),
        TypeRef::Named(id) => Target::One(id),
    }
}

fn into_one(types: &Types<'_>, expr: TypeExpr) -> Target {
    into_target(types, TypeExpr { collection: false, ..expr })
}

/// A property of a type, of its bases, or of a type derived from it; in any case.
fn find_property(types: &Types<'_>, id: TypeId, name: &str) -> Option<TypeExpr> {
    let own = |id: TypeId| {
        let properties = &types.get(id).structure()?.properties;
        let found = properties.iter().find(|property| property.name.eq_ignore_ascii_case(name))?;
        Some(found.ty)
    };
    types.lineage(id).into_iter().find_map(own)
}
