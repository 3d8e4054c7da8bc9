//! Everything that decided an item: where pages state it, what shows it, what was found there, what changes it.

use super::uses::{self, Wanted};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Label, Severity};
use crate::diff::{Place, Snapshot};
use crate::ir::{Api, Model};
use crate::messages::{Shown, human};
use crate::pins;
use crate::pipeline::{self, Understood};
use crate::source::DocSet;
use crate::span::{FileId, Span};
use std::fmt::Write as _;

/// At most this many places of one sort are shown; the rest is counted.
const MAX_PLACES: usize = 5;

/// The items of an API with what they were made from.
#[derive(Debug)]
pub struct Gathered {
    model: Model,
    snapshot: Snapshot,
}

impl Gathered {
    /// Reads the pages, and plans the crate for its names.
    pub fn of(docs: &DocSet, config: &Config) -> (Self, Diagnostics, crate::summary::Summary) {
        let Understood { mut model, mut diagnostics, summary, .. } =
            pipeline::understand(docs, config);
        diagnostics.extend(pins::apply(&mut model, &config.pins));
        let snapshot = pipeline::snapshot_of(docs, &model);
        (Self { model, snapshot }, diagnostics, summary)
    }

    /// Items whose name is like `what`.
    pub fn near(&self, what: &str) -> Vec<String> {
        let words: Vec<String> = what
            .split([' ', '.', ':', '/', '{', '}', '#'])
            .filter(|word| word.len() > 2)
            .map(str::to_owned)
            .collect();
        let hits = super::find(&self.snapshot, &words, 5);
        hits.into_iter().map(|hit| hit.item).collect()
    }
}

/// What explanations are made from.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The pages.
    pub docs: &'a DocSet,
    /// How they are called.
    pub names: &'a Shown,
    /// The settings.
    pub config: &'a Config,
    /// Everything that was found.
    pub found: &'a [Diagnostic],
}

/// One item.
struct Item {
    version: String,
    name: String,
    /// What it is, in a line.
    fact: String,
    rust: Option<String>,
    place: Option<Place>,
    more: Vec<String>,
    uses: Vec<Span>,
    pages: Vec<Span>,
}

impl Evidence<'_> {
    /// What decided `what`; `None` if there is no such item. A short name is enough if it says which is meant.
    pub fn of(&self, gathered: &Gathered, what: &str) -> Option<String> {
        let items = items(gathered, what);
        let mut out = String::new();
        for item in &items {
            out.push_str(&self.one(item));
        }
        (!items.is_empty()).then_some(out)
    }

    fn one(&self, item: &Item) -> String {
        let mut notes = vec![item.fact.clone()];
        notes.extend(item.rust.iter().map(|path| format!("in Rust: {path}")));
        notes.extend(item.more.iter().cloned());
        let at = item.place.as_ref().and_then(|place| self.span(place));
        notes.extend(self.settings(item, at));
        let mut excerpts: Vec<human::Excerpt<'_>> =
            at.iter().map(|span| self.excerpt(*span, "stated here")).collect();
        for (spans, label) in [(&item.pages, "described here, too"), (&item.uses, "shown here")] {
            excerpts.extend(spans.iter().take(MAX_PLACES).map(|span| self.excerpt(*span, label)));
            if spans.len() > MAX_PLACES {
                notes.push(format!("{} more places: {label}", spans.len() - MAX_PLACES));
            }
        }
        let title = format!("{} {}", item.version, item.name);
        let mut out = human::excerpts(Severity::Note, "item", &title, &excerpts, &notes);
        out.push_str("\n\n");
        let found: Vec<Diagnostic> =
            self.found.iter().filter(|found| self.is_about(found, item, at)).cloned().collect();
        if !found.is_empty() {
            writeln!(out, "Found there:\n").ok();
            out.push_str(&human::diagnostics(self.docs, self.names, &found, false));
        }
        out
    }

    /// Corrections of its line, and pins.
    fn settings(&self, item: &Item, at: Option<Span>) -> Vec<String> {
        let mut notes = Vec::new();
        for pin in &self.config.pins {
            if pin.property == item.name {
                notes.push(format!(
                    "pinned to {} by codegen.toml:{}: {}",
                    pin.ty, pin.line, pin.reason
                ));
            }
        }
        for correction in &self.config.corrections {
            let here = at.is_some_and(|span| {
                let file = self.docs.file(span.file);
                file.path == correction.page && line(&file.text, span).contains(&correction.replace)
            });
            if here {
                notes.push(format!(
                    "corrected by codegen.toml:{}: `{}` was `{}` ({})",
                    correction.line, correction.replace, correction.find, correction.reason
                ));
            }
        }
        notes
    }

    /// Whether a diagnostic points at the line that states the item, or where it is shown.
    fn is_about(&self, found: &Diagnostic, item: &Item, at: Option<Span>) -> bool {
        let mut spans = found.primary.iter().chain(&found.secondary).map(|label| label.span);
        let same_line =
            |a: Span, b: Span| a.file == b.file && self.docs.line(a) == self.docs.line(b);
        spans.any(|span| {
            at.is_some_and(|at| same_line(span, at))
                || item.uses.iter().take(MAX_PLACES).any(|here| *here == span)
        })
    }

    fn span(&self, place: &Place) -> Option<Span> {
        let (start, end) = place.bytes?;
        let at = self.docs.files.iter().position(|file| file.path == place.file)?;
        Some(Span { file: FileId(u32::try_from(at).ok()?), start, end })
    }

    fn excerpt(&self, span: Span, label: &str) -> human::Excerpt<'_> {
        let file = self.docs.file(span.file);
        human::Excerpt {
            path: self.names.path(&file.path),
            line: Some(self.docs.line(span)),
            text: Some(&file.text),
            label: Some(Label { span, message: label.to_owned() }),
        }
    }
}

fn line(text: &str, span: Span) -> &str {
    let start = text.get(..span.start as usize).and_then(|before| before.rfind('\n'));
    let start = start.map_or(0, |at| at + 1);
    let rest = text.get(start..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

/// The items that `what` names: by API name, short or whole, or by Rust path.
fn items(gathered: &Gathered, what: &str) -> Vec<Item> {
    let wanted = what.trim();
    let mut items = Vec::new();
    for (name, version) in &gathered.snapshot.versions {
        let api = gathered.model.versions.iter().find(|api| api.version == *name);
        let Some(api) = api else { continue };
        let fits = |item: &str, rust: Option<&str>| {
            item == wanted
                || item.strip_suffix(wanted).is_some_and(|before| before.ends_with('.'))
                || rust.is_some_and(|rust| {
                    rust == wanted
                        || rust.strip_suffix(wanted).is_some_and(|rest| rest.ends_with("::"))
                })
        };
        for (type_name, ty) in &version.types {
            let path =
                |rust: &Option<crate::diff::Rust>| rust.as_ref().map(|rust| rust.path.clone());
            let id = api.type_named(type_name);
            let rust = path(&ty.rust);
            if fits(type_name, rust.as_deref()) {
                let base = ty
                    .base
                    .as_ref()
                    .map_or_else(String::new, |base| format!(", derives from {base}"));
                items.push(Item {
                    version: name.clone(),
                    name: type_name.clone(),
                    fact: format!(
                        "{}{base}, {} properties, {} members",
                        ty.kind,
                        ty.properties.len(),
                        ty.members.len()
                    ),
                    rust,
                    place: ty.place.clone(),
                    more: id
                        .filter(|id| api[*id].origin.is_synthetic())
                        .map(|_| {
                            "no page describes it; this is the first place that names it".to_owned()
                        })
                        .into_iter()
                        .collect(),
                    uses: id.map(|id| uses::of(api, Wanted::Type(id))).unwrap_or_default(),
                    pages: id.map(|id| api[id].other_pages.clone()).unwrap_or_default(),
                });
            }
            for (part, property) in &ty.properties {
                let item = format!("{type_name}.{part}");
                let rust = path(&property.rust);
                if fits(&item, rust.as_deref()) {
                    let what = if property.navigation { "navigation property" } else { "property" };
                    items.push(Item {
                        version: name.clone(),
                        fact: format!("{what} of type {}", property.ty),
                        rust,
                        place: property.place.clone(),
                        more: derived(version, type_name),
                        uses: id
                            .map(|id| uses::of(api, Wanted::Property(id, part)))
                            .unwrap_or_default(),
                        pages: Vec::new(),
                        name: item,
                    });
                }
            }
            for (part, member) in &ty.members {
                let item = format!("{type_name}.{part}");
                let rust = path(&member.rust);
                if fits(&item, rust.as_deref()) {
                    let value = member
                        .value
                        .as_ref()
                        .map_or_else(String::new, |value| format!(" with the value {value}"));
                    items.push(Item {
                        version: name.clone(),
                        fact: format!("member{value}"),
                        rust,
                        place: member.place.clone(),
                        more: Vec::new(),
                        uses: id
                            .map(|id| uses::of(api, Wanted::Member(id, part)))
                            .unwrap_or_default(),
                        pages: Vec::new(),
                        name: item,
                    });
                }
            }
        }
        for (line, operation) in &version.operations {
            let rust = operation.rust.as_ref().map(|rust| rust.path.clone());
            let same = line == wanted || crate::diff::shape(line) == crate::diff::shape(wanted);
            if same || (wanted.contains("::") && fits(line, rust.as_deref())) {
                items.push(request(api, name, line, operation, rust));
            }
        }
    }
    items
}

fn derived(version: &crate::diff::Version, owner: &str) -> Vec<String> {
    let count = version.derived(owner).count();
    if count == 0 { Vec::new() } else { vec![format!("inherited by {count} types")] }
}

fn request(
    api: &Api,
    version: &str,
    line: &str,
    operation: &crate::diff::Operation,
    rust: Option<String>,
) -> Item {
    let returns = operation.response.as_deref().unwrap_or("nothing that is documented");
    let sends = operation.request.as_deref().map_or_else(String::new, |ty| format!("takes {ty}, "));
    let mut more: Vec<String> = operation
        .parameters
        .iter()
        .map(|(name, parameter)| format!("parameter {name}: {}", parameter.ty))
        .collect();
    for (account, scopes) in &operation.permissions {
        more.push(format!("{account}: {}", scopes.join(", ")));
    }
    let same =
        |other: &&crate::ir::Operation| format!("{} {}", other.method, other.path.text) == line;
    let pages: Vec<Span> = api.operations.iter().filter(same).map(|other| other.origin).collect();
    let ids: Vec<_> = api.operation_ids().filter(|id| same(&&api[*id])).collect();
    let uses = api
        .examples
        .iter()
        .filter(|example| example.operation.is_some_and(|id| ids.contains(&id)))
        .map(|example| example.origin.head())
        .collect();
    Item {
        version: version.to_owned(),
        name: line.to_owned(),
        fact: format!("{sends}returns {returns}"),
        rust,
        place: operation.place.clone(),
        more,
        uses,
        pages: pages.into_iter().skip(1).collect(),
    }
}
