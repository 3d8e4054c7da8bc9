//! Entity or complex type, by what the pages show of it.
//!
//! OData calls a type with a key an entity. Pages state keys seldom, and sometimes where there is none. The
//! signs are an `id` shown as an identifier and what the API does with the type: entities are addressed by
//! key, listed, and navigated to; complex values are held by properties.

use super::draft::{Draft, Types};
use super::link::Linker;
use crate::ir::{TypeId, TypeRef};
use crate::json::Json;
use crate::page::{BodyContent, Page, PageKind, Role, Style};
use crate::resolve::facts::names::begins_with_verb;
use crate::resolve::facts::template;
use std::collections::{BTreeMap, BTreeSet};

/// How the API uses its types.
#[derive(Debug, Default)]
struct Uses {
    /// A request line with a key ends in it.
    addressed: BTreeSet<TypeId>,
    /// A path holds it, or a relationship leads to it.
    reached: BTreeSet<TypeId>,
    /// A relationship leads to it, or it is listed at the root of the service.
    related: BTreeSet<TypeId>,
    /// A property holds it, or an action or function returns it.
    held: BTreeSet<TypeId>,
    /// A property of another type holds it.
    valued: BTreeSet<TypeId>,
    /// A plain path lists it, or one path both gets and updates it.
    listed: BTreeSet<TypeId>,
    /// A relationship leads to it that is the end of a plain path.
    navigated: BTreeSet<TypeId>,
    /// A function returns it, with what the function is bound to.
    reported: BTreeSet<(TypeId, String)>,
    /// What functions are bound to that return pages of entries.
    paged: BTreeSet<String>,
    /// A request line creates one in a collection.
    created: BTreeSet<TypeId>,
}

/// The names of the entities, in lower case.
pub(super) fn entities(types: &Types<'_>) -> BTreeSet<String> {
    let entities = types.list.iter().filter(|draft| draft.is_entity());
    entities.map(|draft| draft.name.as_str().to_lowercase()).collect()
}

/// Settles `entity` of every structure. What is an entity `elsewhere`, in another
/// version, is one here too unless this one's docs show it as a value.
pub(super) fn resolve(linker: &mut Linker<'_, '_>, pages: &[&Page], elsewhere: &BTreeSet<String>) {
    let uses = uses(linker, pages);
    let types = &mut linker.types;
    let entity = |id: TypeId| {
        let draft = types.get(id);
        is_entity(draft, id, &uses)
            || draft.structure().is_some()
                && !uses.held.contains(&id)
                && elsewhere.contains(&draft.name.as_str().to_lowercase())
    };
    let mut entity: Vec<bool> = types.ids().map(entity).collect();
    // Entities derive from entities only (OData CSDL 4.01, section 6.2): a base that declares `id`, or that no
    // property holds, is one.
    for id in types.ids().filter(|id| entity[id.0 as usize]).collect::<Vec<_>>() {
        for base in types.lineage(id) {
            entity[base.0 as usize] |=
                types.get(base).declares("id") || !uses.valued.contains(&base);
        }
    }
    // A base hands its key down.
    for id in types.ids() {
        if types.lineage(id).iter().any(|base| entity[base.0 as usize]) {
            entity[id.0 as usize] = true;
        }
    }
    // A type that derives from an open type is open (OData CSDL 4.01, section 6.3).
    let is_open = |id: TypeId| types.get(id).structure().is_some_and(|structure| structure.open);
    let open: Vec<bool> =
        types.ids().map(|id| types.lineage(id).into_iter().any(is_open)).collect();
    for id in types.ids() {
        if let Some(structure) = types.get_mut(id).structure_mut() {
            structure.entity = entity[id.0 as usize];
            structure.open = open[id.0 as usize];
        }
    }
}

fn is_entity(draft: &Draft<'_>, id: TypeId, uses: &Uses) -> bool {
    if draft.structure().is_none() {
        return false;
    }
    if draft.name.name() == "entity" || uses.addressed.contains(&id) {
        return true;
    }
    // What is listed or updated in its own place has a key there, unless it is a value somewhere else.
    if uses.listed.contains(&id) && !uses.valued.contains(&id) {
        return true;
    }
    if uses.navigated.contains(&id) && !uses.held.contains(&id) {
        return true;
    }
    // A service pages through the entries of an entity set: where one report of a family takes `$top`, all are such.
    let from = (id, String::new());
    let mut reports = uses.reported.range(from..).take_while(|(reported, _)| *reported == id);
    if !uses.valued.contains(&id) && reports.any(|(_, bound)| uses.paged.contains(bound)) {
        return true;
    }
    let has_id = draft.declares("id");
    // Relationships lead to entities, and only entity sets are at the root: it takes no more than a key.
    if has_id && uses.related.contains(&id) && !uses.held.contains(&id) {
        return true;
    }
    // So is an undescribed type that only relationships lead to.
    let blank = draft.structure().is_some_and(|structure| structure.properties.is_empty());
    if draft.origin.is_synthetic()
        && blank
        && uses.related.contains(&id)
        && !uses.held.contains(&id)
    {
        return true;
    }
    let identified = draft.key.is_some()
        || (has_id && draft.pages.iter().any(|(page, _)| shows_identifier(page)));
    // What is created in a collection and then has an `id` is addressed by it.
    if has_id && uses.created.contains(&id) && !uses.held.contains(&id) {
        return true;
    }
    // A key that is only ever held by a property or returned by a call is a page that was copied from an entity's.
    identified
        && (uses.reached.contains(&id) || uses.created.contains(&id) || !uses.held.contains(&id))
}

fn uses(linker: &Linker<'_, '_>, pages: &[&Page]) -> Uses {
    let mut uses = Uses::default();
    // Which of GET and PATCH a path answers with a type.
    let mut methods: BTreeMap<(TypeId, String), (bool, bool)> = BTreeMap::new();
    let mut ends: BTreeSet<String> = BTreeSet::new();
    for page in pages.iter().filter(|page| page.kind == PageKind::Operation) {
        let pages_through = page.prose.iter().any(|prose| {
            prose.text.pieces.iter().any(|piece| piece.style == Style::Code && piece.text == "$top")
        });
        for line in &page.request_lines {
            let path = template::segments(&line.path);
            let Some((last, bound)) = path.split_last() else { continue };
            if last.arguments.is_none() && !last.placeholder && !begins_with_verb(last.name) {
                ends.insert(last.name.to_lowercase());
            }
            if pages_through && line.method == "GET" && last.arguments.is_some() {
                uses.paged.insert(template::canonical(bound));
            }
        }
    }
    for page in pages.iter().filter(|page| page.kind == PageKind::Operation) {
        let Some(response) = &page.response else { continue };
        let Some(mention) = response.types.first() else { continue };
        let Some(id) = linker.find(&mention.name, mention.link.as_deref(), page) else { continue };
        let acts = page.title.as_ref().is_some_and(|title| title.value.contains(": "));
        for line in &page.request_lines {
            let path = template::segments(&line.path);
            if let Some((last, bound)) = path.split_last()
                && line.method == "GET"
                && (last.arguments.is_some() || begins_with_verb(last.name))
            {
                uses.reported.insert((id, template::canonical(bound)));
            }
            let Some(last) = path.last().filter(|last| last.arguments.is_none()) else { continue };
            let plain = !last.placeholder && !begins_with_verb(last.name) && line.query.is_none();
            if plain && !acts && !response.collection {
                let known = methods.entry((id, template::canonical(&path))).or_default();
                known.0 |= line.method == "GET";
                known.1 |= line.method == "PATCH";
            }
            if plain && !acts && response.collection && line.method == "GET" {
                uses.listed.insert(id);
            }
            match line.method.as_str() {
                "GET" | "PATCH" if last.placeholder && last.name != ":" && !response.collection => {
                    uses.addressed.insert(id);
                }
                "GET" | "POST" if begins_with_verb(last.name) => {
                    uses.held.insert(id);
                }
                "GET" | "PATCH" => {
                    uses.reached.insert(id);
                    if path.len() == 1 && response.collection && line.method == "GET" {
                        uses.related.insert(id);
                    }
                }
                "POST" => {
                    let created =
                        response.statuses.first().is_some_and(|status| status.value == 201);
                    // What an action makes, it returns.
                    if created && acts {
                        uses.held.insert(id);
                    } else if created && !last.placeholder {
                        uses.created.insert(id);
                    }
                }
                _ => {}
            }
        }
    }
    let updated = methods.into_iter().filter(|(_, known)| *known == (true, true));
    uses.listed.extend(updated.map(|((id, _), _)| id));
    for id in linker.types.ids() {
        let Some(structure) = linker.types.get(id).structure() else { continue };
        for property in &structure.properties {
            let TypeRef::Named(target) = property.ty.ty else { continue };
            if property.navigation {
                uses.reached.insert(target);
                uses.related.insert(target);
                if ends.contains(&property.name.to_lowercase()) {
                    uses.navigated.insert(target);
                }
            } else {
                uses.valued.insert(target);
                uses.held.insert(target);
            }
        }
    }
    uses
}

/// The representation shows `"id": "String (identifier)"`.
fn shows_identifier(page: &Page) -> bool {
    let identifies = |json: &Json| {
        json.get("id")
            .and_then(Json::as_str)
            .is_some_and(|text| text.to_lowercase().contains("identifier"))
    };
    let annotated = page.resources.iter().map(|block| block.body.as_ref());
    let other = page.examples.iter().filter(|example| example.role == Role::Resource);
    annotated.chain(other.map(|example| example.body.as_ref())).flatten().any(|body| {
        match &body.content {
            BodyContent::Json(json) => identifies(json),
            BodyContent::BrokenJson | BodyContent::Other => false,
        }
    })
}

/// Corrects the navigation flag by what the property leads to: only entities are navigated to.
pub(in crate::resolve) fn settle_navigation(types: &mut Types<'_>) {
    let entity: Vec<bool> = types.list.iter().map(Draft::is_entity).collect();
    for id in types.ids() {
        let Some(structure) = types.get_mut(id).structure_mut() else { continue };
        for property in &mut structure.properties {
            property.navigation = match property.ty.ty {
                TypeRef::Edm(_) => false,
                TypeRef::Named(target) => entity[target.0 as usize],
            };
        }
    }
}
