//! Base types: claims gathered from annotations, sentences, rows and lists, and the nearest one chosen.

use super::claims;
use super::draft::Types;
use super::link::{Linker, is_identifier};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Claim, Evidence, TypeId, TypeKind};
use crate::page::{Direction, Mention, Page};
use std::collections::{BTreeMap, BTreeSet};

/// Gathers every claim, then settles each type's base.
pub(in crate::resolve) fn resolve<'a>(linker: &mut Linker<'a, '_>) {
    for id in linker.types.ids().collect::<Vec<_>>() {
        if linker.types.get(id).structure().is_some() {
            gather(linker, id);
        }
    }
    let chosen: Vec<Option<TypeId>> =
        linker.types.ids().map(|id| choose(&linker.types, id, linker.diagnostics)).collect();
    for (id, base) in linker.types.ids().zip(chosen) {
        if let TypeKind::Structure(structure) = &mut linker.types.get_mut(id).kind {
            structure.base = base;
        }
    }
    cut_cycles(&mut linker.types, linker.diagnostics);
}

fn gather<'a>(linker: &mut Linker<'a, '_>, id: TypeId) {
    let pages: Vec<&'a Page> = linker.types.get(id).pages.iter().map(|(page, _)| *page).collect();
    for page in pages {
        for block in &page.resources {
            let about = block.annotation.str("@odata.type");
            let same = about.is_none_or(|name| linker.find(&name.value, None, page) == Some(id));
            // Generators write the word where there is no base.
            let base = block.annotation.str("baseType").filter(|base| base.value != "null");
            let Some(base) = base.filter(|_| same) else { continue };
            let mention = Mention { name: base.value, link: None, span: base.span };
            claim(linker, page, id, &mention, Evidence::Declaration);
        }
        for statement in &page.inheritance {
            match statement.direction {
                Direction::Base => claim(linker, page, id, &statement.other, Evidence::Sentence),
                Direction::Derived => {
                    let derived =
                        linker.find(&statement.other.name, statement.other.link.as_deref(), page);
                    let Some(derived) = derived.filter(|&derived| derived != id) else { continue };
                    let span = statement.other.span;
                    let claim = Claim { says: id, by: Evidence::List, at: span };
                    linker.types.get_mut(derived).bases.push(claim);
                }
            }
        }
    }
    for index in 0..linker.types.get(id).rows.len() {
        let claimed = linker.types.get(id).rows[index];
        if let Some(mention) = &claimed.row.inherited_from {
            claim(linker, claimed.page, id, mention, Evidence::Row);
        }
    }
}

fn claim<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    id: TypeId,
    mention: &Mention,
    by: Evidence,
) {
    let (name, _) = super::draft::odata_type(&mention.name);
    let known = linker.find(name, mention.link.as_deref(), page);
    let base = match known {
        Some(base) => Some(base),
        // In running text a word in small letters that names nothing is a word: `inherited from an ancestor`.
        None if is_identifier(name)
            && (by == Evidence::Declaration
                || mention.link.is_some()
                || name == "entity"
                || name.contains(|c: char| c.is_uppercase() || c == '.')) =>
        {
            linker.mentioned(page, mention)
        }
        None => None,
    };
    let Some(base) = base.filter(|&base| base != id) else { return };
    if linker.types.get(base).structure().is_none() {
        return;
    }
    let claims = &mut linker.types.get_mut(id).bases;
    let repeated = claims.iter().any(|claim| claim.says == base && claim.by == by);
    if !repeated {
        claims.push(Claim { says: base, by, at: mention.span });
    }
}

/// Every type that `id` may derive from, by anybody's claim.
fn claimed_ancestors(types: &Types<'_>, id: TypeId) -> BTreeSet<TypeId> {
    let mut out: BTreeSet<TypeId> = BTreeSet::new();
    let mut open = vec![id];
    while let Some(next) = open.pop() {
        for claim in &types.get(next).bases {
            if out.insert(claim.says) {
                open.push(claim.says);
            }
        }
    }
    out
}

/// The nearest of the claimed bases: the one that derives from most of the others.
fn choose(types: &Types<'_>, id: TypeId, diagnostics: &mut Diagnostics) -> Option<TypeId> {
    let claims = &types.get(id).bases;
    let mut candidates: Vec<(TypeId, Evidence)> = Vec::new();
    for claim in claims {
        match candidates.iter_mut().find(|(base, _)| *base == claim.says) {
            Some((_, strength)) => *strength = claim.by.max(*strength),
            None => candidates.push((claim.says, claim.by)),
        }
    }
    // Every entity derives from `entity`, so that another base says more.
    let is_root = |id: TypeId| types.get(id).name.as_str() == "microsoft.graph.entity";
    if candidates.iter().any(|(base, by)| !is_root(*base) && *by > Evidence::Row) {
        candidates.retain(|(base, _)| !is_root(*base));
    }
    if candidates.len() <= 1 {
        return candidates.first().map(|(base, _)| *base);
    }
    let ancestors: Vec<BTreeSet<TypeId>> =
        candidates.iter().map(|(base, _)| claimed_ancestors(types, *base)).collect();
    let nearness = |index: usize| {
        candidates.iter().filter(|(other, _)| ancestors[index].contains(other)).count()
    };
    let best = (0..candidates.len())
        .max_by_key(|&index| (nearness(index), candidates[index].1, std::cmp::Reverse(index)))?;
    let (base, _) = candidates[best];
    let stray = candidates.iter().enumerate().find(|(index, (other, strength))| {
        *index != best && !ancestors[best].contains(other) && *strength > Evidence::Row
    });
    if let Some((_, (other, _))) = stray {
        let places = (claims::place(claims, base), claims::place(claims, *other));
        if let (Some(here), Some(there)) = places {
            let message = format!(
                "`{}` derives from `{}` here, but from `{}` elsewhere",
                types.get(id).name,
                types.get(base).name,
                types.get(*other).name
            );
            diagnostics.push(
                Diagnostic::new(Code::ConflictingBase, here, message)
                    .also(there, "the other statement"),
            );
        }
    }
    Some(base)
}

/// The most types that may derive from one another. Services have six or seven; each has the properties of all above it.
const MAX_DEPTH: usize = 20;

/// Leaves out links that close a cycle, and those that go too deep. Every type is visited once.
fn cut_cycles(types: &mut Types<'_>, diagnostics: &mut Diagnostics) {
    let mut depths: BTreeMap<TypeId, usize> = BTreeMap::new();
    for id in types.ids().collect::<Vec<_>>() {
        let mut open: Vec<TypeId> = Vec::new();
        let mut on_path: BTreeSet<TypeId> = BTreeSet::new();
        let mut next = Some(id);
        while let Some(here) = next.filter(|here| !depths.contains_key(here)) {
            if !on_path.insert(here) {
                if let Some(&last) = open.last() {
                    let name = &types.get(last).name;
                    let message = format!("the base types of `{name}` form a cycle");
                    cut(types, last, Code::BaseCycle, message, diagnostics);
                }
                break;
            }
            open.push(here);
            next = types.get(here).structure().and_then(|structure| structure.base);
        }
        for here in open.into_iter().rev() {
            let base = types.get(here).structure().and_then(|structure| structure.base);
            let mut depth = base.and_then(|base| depths.get(&base)).map_or(1, |depth| depth + 1);
            if depth > MAX_DEPTH {
                let name = &types.get(here).name;
                let message = format!("`{name}` derives from more than {MAX_DEPTH} types");
                cut(types, here, Code::DeepBase, message, diagnostics);
                depth = 1;
            }
            depths.insert(here, depth);
        }
    }
}

fn cut(
    types: &mut Types<'_>,
    id: TypeId,
    code: Code,
    message: String,
    diagnostics: &mut Diagnostics,
) {
    let claim = types.get(id).bases.first().map(|claim| claim.at);
    let span = claim.unwrap_or(types.get(id).origin.span());
    diagnostics.push(Diagnostic::new(code, span, message));
    if let Some(structure) = types.get_mut(id).structure_mut() {
        structure.base = None;
    }
}
