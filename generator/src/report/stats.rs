//! How much of each version was understood.
//!
//! In: the model. Out: counts, one set for each version.

use crate::ir::{
    Api, DocText, Edm, Example, Model, Operation, Outcome, Property, Response, Role, TypeRef,
};
use crate::source::DocSet;

/// Some of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    pub part: usize,
    pub whole: usize,
}

impl Share {
    fn of<T>(all: impl Iterator<Item = T>, holds: impl Fn(&T) -> bool) -> Self {
        all.fold(Self::default(), |share, one| Self {
            part: share.part + usize::from(holds(&one)),
            whole: share.whole + 1,
        })
    }

    pub(super) fn rest(self) -> usize {
        self.whole - self.part
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { part: self.part + other.part, whole: self.whole + other.whole }
    }
}

/// Examples by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcomes {
    pub ok: usize,
    pub defective: usize,
    pub unresolved: usize,
}

impl Outcomes {
    fn of<'a>(examples: impl Iterator<Item = &'a Example>) -> Self {
        let mut counts = Self::default();
        for example in examples {
            match example.outcome {
                Outcome::Ok => counts.ok += 1,
                Outcome::Defective => counts.defective += 1,
                Outcome::Unresolved => counts.unresolved += 1,
            }
        }
        counts
    }

    pub(super) fn total(self) -> usize {
        self.ok + self.defective + self.unresolved
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            ok: self.ok + other.ok,
            defective: self.defective + other.defective,
            unresolved: self.unresolved + other.unresolved,
        }
    }
}

/// One version.
#[derive(Clone, Debug)]
pub(super) struct VersionStats {
    pub name: String,
    pub pages: usize,
    pub entities: usize,
    pub complex: usize,
    pub enums: usize,
    /// Types that a page describes.
    pub described: Share,
    /// Properties with a type.
    pub typed: Share,
    /// Properties and members with a description.
    pub documented: Share,
    /// Operations whose response is known.
    pub responses: Share,
    /// Operations with permissions.
    pub permissions: Share,
    pub requests: Outcomes,
    pub replies: Outcomes,
}

impl VersionStats {
    pub(super) fn examples(&self) -> Outcomes {
        self.requests.plus(self.replies)
    }
}

/// The counts of each version, in the model's order.
pub(super) fn versions(docs: &DocSet, model: &Model) -> Vec<VersionStats> {
    model.versions.iter().map(|api| version(docs, model, api)).collect()
}

fn version(docs: &DocSet, model: &Model, api: &Api) -> VersionStats {
    let belongs = |version: Option<&str>| {
        version.map_or(model.versions.len() == 1, |name| name == api.version)
    };
    let structures = || api.types.iter().filter_map(|ty| ty.structure());
    let properties = || api.types.iter().flat_map(|ty| ty.properties());
    let members =
        || api.types.iter().filter_map(|ty| ty.enumeration()).flat_map(|found| &found.members);
    let entities = structures().filter(|structure| structure.entity).count();
    let of_role =
        |role| Outcomes::of(api.examples.iter().filter(move |example| example.role == role));
    VersionStats {
        name: api.version.clone(),
        pages: docs.pages().filter(|(_, file)| belongs(file.version.as_deref())).count(),
        entities,
        complex: structures().count() - entities,
        enums: api.types.len() - structures().count(),
        described: Share::of(api.types.iter(), |ty| !ty.origin.is_synthetic()),
        typed: Share::of(properties(), |property| !is_untyped(property)),
        documented: Share::of(properties(), |property| is_documented(&property.doc))
            .plus(Share::of(members(), |member| is_documented(&member.doc))),
        responses: Share::of(api.operations.iter(), |operation| !is_open(operation)),
        permissions: Share::of(api.operations.iter(), |operation| {
            !operation.permissions.is_empty()
        }),
        requests: of_role(Role::Request),
        replies: of_role(Role::Response),
    }
}

/// Whether a property is any JSON.
pub(super) fn is_untyped(property: &Property) -> bool {
    property.ty.ty == TypeRef::Edm(Edm::Untyped)
}

/// Whether there are words.
pub(super) fn is_documented(doc: &DocText) -> bool {
    !doc.is_empty()
}

/// Whether it is unknown what comes back.
pub(super) fn is_open(operation: &Operation) -> bool {
    operation.response == Response::Unknown
}
