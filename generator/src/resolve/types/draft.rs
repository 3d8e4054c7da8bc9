//! Types while they are being put together: every claim that some page makes, before judgement.

use super::claims::{self, Spelling};
use crate::ir::{
    Claim, Enumeration, Origin, Property, QualifiedName, Structure, TypeClaim, TypeExpr, TypeId,
    TypeKind,
};
use crate::page::{MemberTable, Page, Row};
pub(in crate::resolve) use crate::resolve::facts::names::{DEFAULT_NAMESPACE, odata_type};
use crate::span::Span;
use std::borrow::Cow;
use std::collections::HashMap;

/// A type under construction.
#[derive(Debug)]
pub(in crate::resolve) struct Draft<'a> {
    pub(in crate::resolve) name: QualifiedName,
    pub(in crate::resolve) origin: Origin,
    /// Pages that describe it, in path order, each with the place of the description.
    pub(in crate::resolve) pages: Vec<(&'a Page, Span)>,
    pub(in crate::resolve) kind: TypeKind,
    /// The kind is stated by a page, not guessed.
    pub(in crate::resolve) kind_known: bool,
    pub(in crate::resolve) key: Option<Span>,
    /// What is said of its base.
    pub(in crate::resolve) bases: Vec<Claim<TypeId>>,
    /// What is said of the types of its own properties, in their order.
    claims: Vec<Vec<Claim<TypeClaim>>>,
    /// What is said of each member's value, in the order of the members.
    pub(in crate::resolve) member_claims: Vec<Vec<Claim<Option<i64>>>>,
    pub(in crate::resolve) rows: Vec<RowClaim<'a>>,
    /// Member tables and lists.
    pub(in crate::resolve) tables: Vec<(&'a Page, &'a MemberTable)>,
}

/// A table row that speaks of a property of the type.
#[derive(Clone, Copy, Debug)]
pub(in crate::resolve) struct RowClaim<'a> {
    pub(in crate::resolve) page: &'a Page,
    pub(in crate::resolve) row: &'a Row,
    pub(in crate::resolve) relationship: bool,
}

/// All types of a version, findable by name and by page.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Types<'a> {
    pub(super) list: Vec<Draft<'a>>,
    by_name: HashMap<String, Vec<TypeId>>,
    by_page: HashMap<String, Vec<TypeId>>,
    /// By the last dash segment of a page's name: `session` for `callrecords-session`.
    by_segment: HashMap<String, Vec<TypeId>>,
}

impl<'a> Types<'a> {
    pub(in crate::resolve) fn get(&self, id: TypeId) -> &Draft<'a> {
        &self.list[id.0 as usize]
    }

    /// Only this folder changes what is declared.
    pub(super) fn get_mut(&mut self, id: TypeId) -> &mut Draft<'a> {
        &mut self.list[id.0 as usize]
    }

    pub(in crate::resolve) fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.list.len() as u32).map(TypeId)
    }

    /// The type called `name`, qualified, in any case; declared now if it is new.
    pub(in crate::resolve) fn declare(
        &mut self,
        name: QualifiedName,
        origin: Origin,
        kind: TypeKind,
    ) -> TypeId {
        if let Some(id) = self.qualified(name.as_str()) {
            return id;
        }
        let id = TypeId(self.list.len() as u32);
        self.by_name.entry(name.name().to_lowercase()).or_default().push(id);
        self.list.push(Draft {
            name,
            origin,
            pages: Vec::new(),
            kind,
            kind_known: false,
            key: None,
            bases: Vec::new(),
            rows: Vec::new(),
            tables: Vec::new(),
            claims: Vec::new(),
            member_claims: Vec::new(),
        });
        id
    }

    /// Lets a type be found by another simple name than its own, unless that is another type's.
    pub(super) fn alias(&mut self, name: &str, id: TypeId) {
        let known = self.by_name.entry(name.to_lowercase()).or_default();
        if known.is_empty() {
            known.push(id);
        }
    }

    /// Ties a type to a page that describes it.
    pub(super) fn describe(&mut self, id: TypeId, page: &'a Page, span: Span) {
        let stem = stem(&page.path);
        let segment = last_dash_segment(&stem).to_owned();
        for (index, key) in [(&mut self.by_page, stem), (&mut self.by_segment, segment)] {
            let known = index.entry(key).or_default();
            if !known.contains(&id) {
                known.push(id);
            }
        }
        let draft = self.get_mut(id);
        if !draft.pages.iter().any(|(known, _)| std::ptr::eq(*known, page)) {
            draft.pages.push((page, span));
        }
    }

    /// Types of this simple name, in any case.
    pub(in crate::resolve) fn named(&self, simple: &str) -> &[TypeId] {
        self.by_name.get(&*lower(simple)).map_or(&[], Vec::as_slice)
    }

    /// The type of this qualified name, in any case.
    pub(in crate::resolve) fn qualified(&self, name: &str) -> Option<TypeId> {
        let simple = name.rsplit('.').next().unwrap_or(name);
        let same = |id: &&TypeId| self.get(**id).name.as_str().eq_ignore_ascii_case(name);
        self.named(simple).iter().find(same).copied()
    }

    /// Types that the page behind a link describes. A page of that very name beats one that only ends in it:
    /// `mediastream.md` is not `callrecords-mediastream.md`.
    pub(in crate::resolve) fn on_page(&self, href: &str) -> &[TypeId] {
        let Some(stem) = link_stem(href) else { return &[] };
        let exact = self.by_page.get(&*stem);
        exact.or_else(|| self.by_segment.get(&*stem)).map_or(&[], Vec::as_slice)
    }

    /// The structure that `page` describes, if it describes no other.
    pub(in crate::resolve) fn only_structure_on(&self, page: &Page) -> Option<TypeId> {
        let describes = |draft: &Draft<'_>| {
            draft.structure().is_some()
                && draft.pages.iter().any(|(known, _)| std::ptr::eq(*known, page))
        };
        let mut found = self.on_page(&page.path).iter().filter(|id| describes(self.get(**id)));
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    /// A type by a name as pages write it: qualified or simple, seen from `namespace`.
    /// The flag says that several namespaces have it and none of the rules chose.
    pub(in crate::resolve) fn find(&self, name: &str, namespace: &str) -> Option<(TypeId, bool)> {
        let name = name.trim().trim_start_matches('#').trim_end_matches('.');
        if name.contains('.')
            && let Some(id) = self.qualified(name)
        {
            return Some((id, false));
        }
        let simple = name.rsplit('.').next().unwrap_or(name);
        let found = self.named(simple);
        let within = |wanted: &str| {
            let same = |id: &&TypeId| self.get(**id).name.namespace().eq_ignore_ascii_case(wanted);
            found.iter().find(same).copied()
        };
        if let Some(id) = within(namespace).or_else(|| within(DEFAULT_NAMESPACE)) {
            return Some((id, false));
        }
        found.first().map(|id| (*id, found.len() > 1))
    }

    /// Whether `id` or one of its bases declares the property `name`.
    pub(in crate::resolve) fn declares(&self, id: TypeId, name: &str) -> bool {
        self.lineage(id).into_iter().any(|id| self.get(id).declares(name))
    }

    /// Whether `id`, one of its bases or a type derived from it accepts a property of that name, in any case.
    pub(in crate::resolve) fn declares_in_any_case(&self, id: TypeId, name: &str) -> bool {
        let accepts = |id: TypeId| {
            self.get(id).structure().is_some_and(|structure| {
                let mut names = structure.properties.iter().map(|property| &property.name);
                structure.open || names.any(|known| known.eq_ignore_ascii_case(name))
            })
        };
        self.lineage(id).into_iter().any(accepts)
            || self.ids().any(|other| accepts(other) && self.lineage(other).contains(&id))
    }

    /// The nearest type that both are. The root of all entities says nothing unless it is one of the two.
    pub(in crate::resolve) fn common_base(&self, a: TypeId, b: TypeId) -> Option<TypeId> {
        let bases = self.lineage(b);
        let shared = self.lineage(a).into_iter().find(|id| bases.contains(id))?;
        let says_nothing = self.get(shared).name.name() == "entity" && shared != a && shared != b;
        (!says_nothing).then_some(shared)
    }

    /// `id` and its chosen bases, nearest first.
    pub(in crate::resolve) fn lineage(&self, id: TypeId) -> Vec<TypeId> {
        let mut out = vec![id];
        let mut current = id;
        while let Some(base) = self.get(current).structure().and_then(|structure| structure.base) {
            if out.contains(&base) {
                break;
            }
            out.push(base);
            current = base;
        }
        out
    }
}

impl Draft<'_> {
    pub(in crate::resolve) fn structure(&self) -> Option<&Structure> {
        match &self.kind {
            TypeKind::Structure(structure) => Some(structure),
            TypeKind::Enumeration(_) => None,
        }
    }

    pub(super) fn structure_mut(&mut self) -> Option<&mut Structure> {
        match &mut self.kind {
            TypeKind::Structure(structure) => Some(structure),
            TypeKind::Enumeration(_) => None,
        }
    }

    pub(in crate::resolve) fn enumeration(&self) -> Option<&Enumeration> {
        match &self.kind {
            TypeKind::Enumeration(enumeration) => Some(enumeration),
            TypeKind::Structure(_) => None,
        }
    }

    pub(super) fn enumeration_mut(&mut self) -> Option<&mut Enumeration> {
        match &mut self.kind {
            TypeKind::Enumeration(enumeration) => Some(enumeration),
            TypeKind::Structure(_) => None,
        }
    }

    /// Gives it a property of which nothing is said yet but that it is there.
    pub(super) fn add(&mut self, property: Property) -> Option<usize> {
        let structure = self.structure_mut()?;
        structure.properties.push(Property { ty: TypeExpr::UNTYPED, ..property });
        self.claims.push(Vec::new());
        Some(self.claims.len() - 1)
    }

    /// Hears what is said of the type of the property at `at`. This is all that ever writes the type.
    pub(super) fn claim(&mut self, at: usize, claim: Claim<TypeClaim>) {
        let Some(claims) = self.claims.get_mut(at) else { return };
        claims.push(claim);
        let verdict = claims::judge(claims);
        let properties = self.structure_mut().map(|structure| &mut structure.properties);
        if let Some(property) = properties.and_then(|properties| properties.get_mut(at)) {
            property.ty = verdict;
        }
    }

    /// Everything that is said of the types of its properties.
    pub(in crate::resolve) fn all_claims(&self) -> &[Vec<Claim<TypeClaim>>] {
        &self.claims
    }

    /// Hears another spelling of the name of the property at `at`. This is all that ever writes a name. Whether it
    /// counts, the kind of evidence tells.
    pub(super) fn respell(&mut self, at: usize, name: &str, by: Spelling) -> bool {
        let properties = self.structure_mut().map(|structure| &mut structure.properties);
        let property = properties.and_then(|properties| properties.get_mut(at));
        let Some(property) = property.filter(|known| claims::respells(&known.name, name, by))
        else {
            return false;
        };
        name.clone_into(&mut property.name);
        true
    }

    /// Where its own property called `name`, in any case, is.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        let properties = &self.structure()?.properties;
        properties.iter().position(|known| known.name.eq_ignore_ascii_case(name))
    }

    /// Keeps the properties that are wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(&Property) -> bool) {
        let TypeKind::Structure(structure) = &mut self.kind else { return };
        let kept: Vec<bool> = structure.properties.iter().map(wanted).collect();
        let mut flags = kept.iter();
        structure.properties.retain(|_| flags.next().is_some_and(|kept| *kept));
        let mut flags = kept.iter();
        self.claims.retain(|_| flags.next().is_some_and(|kept| *kept));
    }

    /// Whether its own properties include `name`.
    pub(in crate::resolve) fn declares(&self, name: &str) -> bool {
        let properties = self.structure().map_or(&[][..], |structure| &structure.properties);
        properties.iter().any(|property| property.name == name)
    }

    pub(in crate::resolve) fn is_entity(&self) -> bool {
        self.structure().is_some_and(|structure| structure.entity)
    }
}

/// A structure about which nothing is known yet.
pub(in crate::resolve) fn structure() -> TypeKind {
    TypeKind::Structure(Structure::default())
}

/// An enumeration about which nothing is known yet.
pub(in crate::resolve) fn enumeration() -> TypeKind {
    TypeKind::Enumeration(Enumeration::default())
}

/// Lower-case file name without its ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

fn last_dash_segment(stem: &str) -> &str {
    stem.rsplit('-').next().unwrap_or(stem)
}

/// Lower-case file name without ending that a link leads to.
pub(in crate::resolve) fn link_stem(href: &str) -> Option<Cow<'_, str>> {
    let path = href.split(['#', '?']).next()?.trim();
    if path.is_empty() {
        return None;
    }
    let name = path.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Some(lower(stem))
}

/// `text` in lower case; most names that are looked up are.
fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.to_lowercase())
}
