//! Dialects from TOML: what extends what, and mistakes with their places.
//!
//! In: a table of `codegen.toml`, or the text of a file of its own. Out: a [`Dialect`]. A key that is set replaces
//! that of the dialect it builds on; unknown keys are errors.

use super::Dialect;
use std::ops::Range;
use toml::{Table, Value};

/// The dialects that come with the generator.
const BUILT_IN: [(&str, &str); 3] = [
    ("odata", include_str!("builtin/odata.toml")),
    ("microsoft-graph", include_str!("builtin/microsoft-graph.toml")),
    ("plain-rest", include_str!("builtin/plain-rest.toml")),
];

/// What `extends` says to build on nothing.
const NONE: &str = "none";
/// The dialect of pages that name none.
const DEFAULT: &str = "microsoft-graph";
const MAX_DEPTH: usize = 8;

/// A mistake in a dialect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialectProblem {
    /// One sentence without a full stop.
    pub message: String,
    /// The bytes of the text that it is about.
    pub span: Option<Range<usize>>,
    /// What to write instead.
    pub help: Option<String>,
}

/// The names of the dialects that come with the generator.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

impl Dialect {
    /// The dialect that holds where none is named.
    pub fn standard() -> Self {
        // A built-in dialect is read by a test; without it there are no words at all.
        Self::built_in(DEFAULT).unwrap_or_default()
    }

    /// The built-in dialect called `name`.
    pub fn built_in(name: &str) -> Option<Self> {
        let table = resolve(&format!("extends = \"{name}\""), 0).ok()?;
        let mut dialect: Self = Value::Table(table).try_into().ok()?;
        name.clone_into(&mut dialect.name);
        Some(dialect)
    }

    /// Reads `text`, whose keys are those of a dialect; without `extends` it builds on the standard one.
    ///
    /// # Errors
    /// It is no TOML, has an unknown key, a value that cannot be used, or extends what there is not.
    pub fn parse(name: &str, text: &str) -> Result<Self, DialectProblem> {
        // First alone, so that a mistake is told with its place in this text.
        let _: Self = toml::from_str(text).map_err(|error| problem(&error))?;
        let table = resolve(text, 0)?;
        let mut dialect: Self = Value::Table(table).try_into().map_err(|error| problem(&error))?;
        name.clone_into(&mut dialect.name);
        Ok(dialect)
    }
}

/// The keys of `text` over those of what it extends.
fn resolve(text: &str, depth: usize) -> Result<Table, DialectProblem> {
    let own: Table = toml::from_str(text).map_err(|error| problem(&error))?;
    let extends = own.get("extends").and_then(Value::as_str).unwrap_or(DEFAULT).to_owned();
    if extends == NONE || depth > MAX_DEPTH {
        return Ok(own);
    }
    let Some((_, base)) = BUILT_IN.iter().find(|(name, _)| *name == extends) else {
        let at = text.find(&extends).map(|at| at..at + extends.len());
        let known: Vec<String> = builtin_names().map(|name| format!("`{name}`")).collect();
        return Err(DialectProblem {
            message: format!("there is no dialect `{extends}`"),
            span: at,
            help: Some(format!("the dialects are {} and `{NONE}`", known.join(", "))),
        });
    };
    let mut table = resolve(base, depth + 1)?;
    merge(&mut table, own);
    Ok(table)
}

/// Tables are united, everything else is replaced.
fn merge(base: &mut Table, own: Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(base)), Value::Table(own)) => merge(base, own),
            (_, value) => drop(base.insert(key, value)),
        }
    }
}

/// The parser's message; the keys that it lists become one that may be meant.
fn problem(error: &toml::de::Error) -> DialectProblem {
    let message = error.message().lines().next().unwrap_or("it is not valid").to_owned();
    let (said, expected) = match message.split_once(", expected ") {
        Some((said, expected)) => (said.to_owned(), Some(expected)),
        None => (message.clone(), None),
    };
    let unknown = said.split('`').nth(1).unwrap_or_default();
    let known = expected.into_iter().flat_map(|list| list.split('`').skip(1).step_by(2));
    let meant = known.clone().min_by_key(|known| strsim::levenshtein(known, unknown));
    let help = match meant {
        Some(meant) if strsim::levenshtein(meant, unknown) <= 2 => format!("is `{meant}` meant?"),
        Some(_) => format!("the keys here are {}", known.collect::<Vec<_>>().join(", ")),
        None => return DialectProblem { message: said, span: error.span(), help: None },
    };
    DialectProblem { message: said, span: error.span(), help: Some(help) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_dialect_can_be_read() {
        for name in builtin_names() {
            let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name).expect("known");
            Dialect::parse(name, text).expect(name);
            assert_eq!(Dialect::built_in(name).expect(name).name, name);
        }
        assert!(Dialect::standard().is_odata());
        assert!(!Dialect::built_in("plain-rest").expect("built in").is_odata());
    }

    #[test]
    fn a_mistyped_key_is_told_with_its_place() {
        let text = "extends = \"plain-rest\"\n[columns]\nnmae = [\"Field\"]\n";
        let problem = Dialect::parse("x", text).expect_err("unknown key");
        assert_eq!(problem.message, "unknown field `nmae`");
        assert_eq!(problem.help.as_deref(), Some("is `name` meant?"));
        assert_eq!(problem.span.map(|span| &text[span]), Some("nmae"));
    }

    #[test]
    fn a_key_replaces_and_a_table_is_united() {
        let base = Dialect::built_in("plain-rest").expect("built in");
        let own = "extends = \"plain-rest\"\n[columns]\nname = [\"thing\"]\n[types.words]\nblob = \"string\"\n";
        let dialect = Dialect::parse("x", own).expect("sound");
        assert!(dialect.columns.name.fits("thing") && !dialect.columns.name.fits("field"));
        assert!(base.columns.r#type.fits("type") && dialect.columns.r#type.fits("type"));
        assert!(
            dialect.types.words.get("blob").is_some()
                && dialect.types.words.get("string").is_some()
        );
    }

    #[test]
    fn what_is_extended_must_be_there() {
        let problem = Dialect::parse("x", "extends = \"graf\"").expect_err("unknown");
        assert_eq!(problem.message, "there is no dialect `graf`");
        assert!(Dialect::parse("x", "extends = \"none\"").expect("sound").columns.name.is_empty());
    }
}
