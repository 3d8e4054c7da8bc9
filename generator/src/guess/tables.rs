//! Tables: which columns hold names, types, presence and descriptions, told by what stands in their cells; words of
//! types that the built-in dialect does not know; marks on names.

use super::{Counts, Lines, Page, comment, quoted};
use crate::dialect::{Dialect, Lexicon};
use crate::markdown::{Block, Table};
use crate::subject;
use crate::words::fold;

/// The places of tables that list properties or parameters: page and block.
pub(super) type Listing = Vec<(usize, usize)>;

pub(super) fn guess(pages: &[Page<'_>], base: &Dialect, lines: &mut Lines) -> Listing {
    let mut seen = Seen::default();
    let mut listing = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for (at, block) in page.document.blocks.iter().enumerate() {
            if let Block::Table(table) = block
                && seen.table(table, base)
            {
                listing.push((number, at));
            }
        }
    }
    seen.tell(base, lines);
    listing
}

#[derive(Default)]
struct Seen {
    tables: usize,
    names: Counts,
    types: Counts,
    required: Counts,
    descriptions: Counts,
    /// Words of the presence column, and whether they are many.
    presence: Counts,
    words: Counts,
    optional: Counts,
    demanded: Counts,
}

const PRESENCE: [&str; 14] = [
    "yes",
    "no",
    "true",
    "false",
    "required",
    "optional",
    "y",
    "n",
    "✓",
    "✔",
    "x",
    "mandatory",
    "must",
    "may",
];

impl Seen {
    /// Counts the table's words; whether it lists properties or parameters.
    fn table(&mut self, table: &Table, base: &Dialect) -> bool {
        let columns = table.header.len();
        let cells = |at: usize| {
            let cells = table.rows.iter().filter_map(move |row| row.cells.get(at));
            cells
                .map(|cell| cell.plain())
                .filter(|text| !text.trim().is_empty())
                .collect::<Vec<_>>()
        };
        let share = |at: usize, holds: &dyn Fn(&str) -> bool| {
            let all = cells(at);
            if all.is_empty() {
                0
            } else {
                100 * all.iter().filter(|text| holds(text)).count() / all.len()
            }
        };
        let Some(name) = (0..columns.min(2)).find(|&at| share(at, &is_name) >= 80) else {
            return false;
        };
        let is_type = |at: usize| {
            let known = table.rows.iter().filter_map(|row| row.cells.get(at));
            let known: Vec<bool> = known.map(|cell| subject::names_type(cell, base)).collect();
            !known.is_empty() && known.iter().filter(|known| **known).count() * 2 >= known.len()
        };
        // Words that nobody knows are types where sentences stand behind them.
        let is_short = |at: usize| {
            share(at, &|text| text.split_whitespace().count() <= 5 && text.len() <= 60) >= 90
                && (at + 1..columns).any(|at| share(at, &|text| text.trim().contains(' ')) >= 60)
        };
        let others = || (0..columns).filter(|&at| at != name);
        let found = others().find(|&at| is_type(at)).or_else(|| others().find(|&at| is_short(at)));
        let Some(ty) = found else { return false };
        let header =
            |at: usize| table.header.get(at).map(|cell| fold(&cell.plain())).unwrap_or_default();
        let note = |counts: &mut Counts, at: usize, known: &Lexicon| {
            let words = header(at);
            // A word that another column is called by is in a table of another make.
            let other = [
                &base.columns.name,
                &base.columns.r#type,
                &base.columns.required,
                &base.columns.description,
                &base.columns.default,
                &base.columns.value,
            ];
            let is_other = other.iter().any(|lexicon| lexicon.fits(&words));
            if !words.is_empty() && !known.fits(&words) && !is_other {
                counts.add(&words);
            }
        };
        self.tables += 1;
        note(&mut self.names, name, &base.columns.name);
        note(&mut self.types, ty, &base.columns.r#type);
        for at in (0..columns).filter(|&at| at != name && at != ty) {
            let is_presence = |text: &str| {
                let words = fold(text);
                PRESENCE.contains(&words.split([' ', ',', '.']).next().unwrap_or_default())
            };
            if share(at, &is_presence) >= 80 {
                note(&mut self.required, at, &base.columns.required);
                cells(at).iter().for_each(|text| self.presence.add(&fold(text)));
            } else if share(at, &|text| text.trim().contains(' ')) >= 60 {
                note(&mut self.descriptions, at, &base.columns.description);
            }
        }
        for text in cells(name) {
            let bare = text.trim().trim_matches('`');
            if bare.ends_with('?') {
                self.optional.add("{name}?");
            } else if bare.ends_with(['*', '!']) {
                self.demanded.add(&format!("{{name}}{}", &bare[bare.len() - 1..]));
            }
        }
        let cells = table.rows.iter().filter_map(|row| row.cells.get(ty));
        for cell in
            cells.filter(|cell| !subject::names_type(cell, base) && cell.links().next().is_none())
        {
            self.words.add(&fold(cell.plain().trim_matches(['`', '*', '_'])));
        }
        true
    }

    fn tell(&self, base: &Dialect, lines: &mut Lines) {
        let known = |lexicon: &Lexicon| -> Vec<String> {
            lexicon.patterns().iter().map(|pattern| pattern.text().to_owned()).collect()
        };
        for (key, counts, lexicon) in [
            ("name", &self.names, &base.columns.name),
            ("type", &self.types, &base.columns.r#type),
            ("required", &self.required, &base.columns.required),
            ("description", &self.descriptions, &base.columns.description),
        ] {
            let known = known(lexicon);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            lines.list("columns", key, &counts.share(2, self.tables), &known);
        }
        lines.list("names", "optional", &self.optional.most(2), &[]);
        lines.list("names", "required", &self.demanded.most(2), &[]);
        let unknown: Vec<(&str, usize)> = self
            .presence
            .most(1)
            .into_iter()
            .filter(|(words, _)| !base.optional.yes.fits(words))
            .collect();
        if self.presence.total() > 0 {
            let shown: Vec<String> = unknown
                .iter()
                .take(12)
                .map(|(words, count)| format!("{} {count}", comment(words)))
                .collect();
            lines.line(
                "optional",
                format!("# yes = […] # the column also says {}", shown.join(", ")),
            );
        }
        for (word, count) in self.words.most(1).into_iter().take(40) {
            let types = &base.types;
            let is_form =
                types.nullable.fits(word) || types.collection.fits(word) || types.map.fits(word);
            let plain = word.chars().all(|c| c.is_alphanumeric() || " -_".contains(c));
            let word_only = word.split(' ').count() <= 3 && word.len() <= 40 && plain && !is_form;
            if word_only && !word.is_empty() {
                let line = format!(
                    "# {} = \"string\" # {count} cells; or a name of a type on these pages",
                    quoted(word)
                );
                lines.line("types.words", line);
            }
        }
    }
}

/// A name as tables hold them, whatever marks stand behind it.
fn is_name(text: &str) -> bool {
    let bare = text.trim().trim_matches(['`', '*', '?', '!', '"']);
    !bare.is_empty()
        && bare.starts_with(|c: char| c.is_ascii_alphabetic() || "_$@".contains(c))
        && bare.chars().all(|c| c.is_ascii_alphanumeric() || "_-.$@[]:/?*".contains(c))
}
