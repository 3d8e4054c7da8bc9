//! The true case of type names, by vote.
//!
//! In: all pages of a version. Out: for each name in lower case, its spelling. Pages spell one name in
//! several cases (`DriveItem`, `driveitem`); JSON bodies and resource annotations are most reliable, except
//! where a generator lower-cased them.

use super::names::{DEFAULT_NAMESPACE, odata_type};
use crate::json::{Json, Kind};
use crate::page::{BodyContent, Page, PageKind};

use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Spellings by lower-case simple name.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Spellings {
    votes: HashMap<String, BTreeMap<String, u32>>,
    /// Lower-case names that are in type cells.
    cells: HashSet<String>,
    /// Namespaces that pages state, by their lower-case spelling.
    namespaces: BTreeMap<String, String>,
    /// Spellings that an annotation, a body or a page of the type's own has.
    stated: HashSet<String>,
}

/// What a vote weighs, by where the spelling is.
const RESOURCE_ANNOTATION: u32 = 6;
const BODY: u32 = 4;
const TITLE: u32 = 2;
const CELL: u32 = 1;

/// Enough for counting to take longer than adding up.
const PAGES_AT_ONCE: usize = 512;

impl Spellings {
    /// Counts every place that names a type.
    pub(in crate::resolve) fn collect(pages: &[&Page]) -> Self {
        pages.par_chunks(PAGES_AT_ONCE).map(Self::count).reduce(Self::default, Self::unite)
    }

    /// The votes of both; in whatever order they are added up.
    fn unite(mut self, other: Self) -> Self {
        if self.votes.is_empty() && self.cells.is_empty() {
            return other;
        }
        // Named one by one, so that none can be forgotten.
        let Self { votes, cells, stated, namespaces } = other;
        for namespace in namespaces.into_values() {
            self.note_namespace(&namespace);
        }
        self.cells.extend(cells);
        self.stated.extend(stated);
        votes.into_iter().for_each(|(name, weights)| {
            let votes = self.votes.entry(name).or_default();
            for (spelling, weight) in weights {
                *votes.entry(spelling).or_default() += weight;
            }
        });
        self
    }

    fn count(pages: &[&Page]) -> Self {
        let mut spellings = Self::default();
        for page in pages {
            if let Some(namespace) = stated_namespace(page) {
                spellings.note_namespace(namespace);
            }
            for block in &page.resources {
                if let Some(name) = block.annotation.str("@odata.type") {
                    spellings.vote(&name.value, RESOURCE_ANNOTATION);
                }
            }
            // The first word of an operation's title is a verb, that of an overview any word.
            let names_type = matches!(page.kind, PageKind::Resource | PageKind::Enumeration);
            let title = page.title.as_ref().filter(|_| names_type);
            for title in title.iter().filter_map(|title| title.value.split_whitespace().next()) {
                spellings.vote(title, TITLE);
            }
            for example in &page.examples {
                if let Some(BodyContent::Json(json)) =
                    example.body.as_ref().map(|body| &body.content)
                {
                    spellings.body(json);
                }
            }
            for row in page.properties.iter().chain(&page.relationships) {
                if let Some(ty) = &row.ty {
                    spellings.cell(&ty.name);
                }
            }
            for table in &page.parameters {
                for ty in table.rows.iter().filter_map(|row| row.ty.as_ref()) {
                    spellings.cell(&ty.name);
                }
            }
        }
        spellings
    }

    /// The true spelling of `name`, which is how a page that declares it spells it.
    /// A name in humps beats one without: lower-casing loses humps, nothing invents them.
    pub(in crate::resolve) fn settle(&self, name: &str) -> String {
        let Some(votes) = self.votes.get(&name.to_lowercase()) else { return name.to_owned() };
        let flat = |spelling: &str| {
            // `JSON` has no humps either: nothing in it is lower-case.
            !spelling.chars().skip(1).any(char::is_uppercase)
                || !spelling.chars().any(char::is_lowercase)
        };
        let humped_exists = votes.keys().any(|spelling| !flat(spelling));
        let ranked = votes.iter().filter(|(spelling, _)| !humped_exists || !flat(spelling));
        // Ties go to the lower-case initial, which is the API's own convention, then to the declaring page.
        let best = ranked.max_by_key(|(spelling, weight)| {
            let lower_initial = spelling.starts_with(char::is_lowercase);
            (**weight, lower_initial, spelling.as_str() == name)
        });
        let best = best.map_or(name, |(spelling, _)| spelling.as_str());
        // Sentences and cells begin with a capital where the API does not.
        let mut letters = best.chars();
        match (letters.next(), letters.as_str()) {
            (Some(first), rest)
                if !self.stated.contains(best)
                    && first.is_uppercase()
                    && rest.starts_with(char::is_lowercase) =>
            {
                first.to_lowercase().chain(rest.chars()).collect()
            }
            _ => best.to_owned(),
        }
    }

    /// The true spelling of a namespace: humps are lost, not invented.
    pub(in crate::resolve) fn namespace<'n>(&'n self, name: &'n str) -> &'n str {
        self.namespaces.get(&name.to_lowercase()).map_or(name, String::as_str)
    }

    /// The namespace of what `page` describes: the one it states; that which its name ends in, where
    /// `enums-gardens.md` lists the enumerations of a namespace; else the default one.
    pub(in crate::resolve) fn namespace_of(&self, page: &Page) -> &str {
        if let Some(stated) = stated_namespace(page) {
            let known = self.namespaces.get(&stated.to_lowercase());
            return known.map_or(DEFAULT_NAMESPACE, String::as_str);
        }
        let file = page.path.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        stem.strip_prefix("enums-").map_or(DEFAULT_NAMESPACE, |last| self.namespace_ending_in(last))
    }

    /// The only namespace whose last word is `word`, else the default one.
    pub(in crate::resolve) fn namespace_ending_in(&self, word: &str) -> &str {
        let last = format!(".{}", word.to_lowercase());
        let mut names = self.namespaces.iter().filter(|(lower, _)| lower.ends_with(&last));
        let only = names.next().map(|(_, name)| name.as_str()).filter(|_| names.next().is_none());
        only.unwrap_or(DEFAULT_NAMESPACE)
    }

    fn note_namespace(&mut self, name: &str) {
        let humps = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
        let known = self.namespaces.entry(name.to_lowercase()).or_insert_with(|| name.to_owned());
        if (humps(name), &**known) > (humps(known), name) {
            name.clone_into(known);
        }
    }

    /// Whether some type cell names this type.
    pub(in crate::resolve) fn is_cell_type(&self, name: &str) -> bool {
        self.cells.contains(&name.to_lowercase())
    }

    fn cell(&mut self, name: &str) {
        self.vote(name, CELL);
        self.cells.insert(name.rsplit('.').next().unwrap_or(name).to_lowercase());
    }

    fn body(&mut self, json: &Json) {
        match &json.kind {
            Kind::Object(members) => {
                for member in members {
                    match member.value.as_str() {
                        Some(name) if member.key == "@odata.type" => self.vote(name, BODY),
                        Some(_) => {}
                        None => self.body(&member.value),
                    }
                }
            }
            Kind::Array(elements) => elements.iter().for_each(|element| self.body(element)),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {}
        }
    }

    fn vote(&mut self, name: &str, weight: u32) {
        let (name, _) = odata_type(name);
        let simple = name.rsplit('.').next().unwrap_or(name);
        let plain = !simple.is_empty() && simple.chars().all(|c| c.is_alphanumeric() || c == '_');
        if plain {
            let votes = self.votes.entry(simple.to_lowercase()).or_default();
            *votes.entry(simple.to_owned()).or_default() += weight;
            if weight > CELL {
                self.stated.insert(simple.to_owned());
            }
        }
    }
}

/// The namespace that a page states.
fn stated_namespace(page: &Page) -> Option<&str> {
    let stated = page.namespace.as_ref()?.value.trim().trim_end_matches('.');
    (!stated.is_empty()).then_some(stated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(votes: &[(&str, u32)], declared: &str, expected: &str) {
        let mut spellings = Spellings::default();
        for (name, weight) in votes {
            spellings.vote(name, *weight);
        }
        assert_eq!(spellings.settle(declared), expected);
    }

    #[test]
    fn humps_beat_flat_names_and_annotations_beat_cells() {
        check(&[("microsoft.graph.orgcontact", 6), ("orgContact", 1)], "orgcontact", "orgContact");
        check(&[("#microsoft.graph.driveItem", 4), ("DriveItem", 3)], "DriveItem", "driveItem");
        check(&[("Json", 6), ("json", 1)], "Json", "Json");
        check(&[], "thing", "thing");
    }
}
