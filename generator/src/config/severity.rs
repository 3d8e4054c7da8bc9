//! Severities that the configuration changes: reading the rules and applying them.
//!
//! A code's setting is a level, a table with a level and path patterns, or a list of such tables of
//! which the first that fits decides:
//!
//! ```toml
//! [severity]
//! type-case = "allow"
//! unknown-property = { level = "error", paths = ["v1.0/**"] }
//! enum-value = [{ level = "note", paths = ["beta/**"] }, { level = "error" }]
//! ```

use super::error::{Problem, line_of};
use super::{Config, FILE_NAME};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::DocSet;
use glob::{MatchOptions, Pattern};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;

/// One changed severity.
#[derive(Clone, Debug)]
pub struct SeverityRule {
    /// The code it changes.
    pub code: Code,
    /// What it becomes.
    pub level: Severity,
    /// Pages it holds for, relative to the docs root; all if empty.
    pub paths: Vec<Pattern>,
    /// 1-based line in `codegen.toml`.
    pub line: u32,
}

/// The value of one key of `[severity]`.
pub(super) struct RawRules(Vec<RawRule>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    level: Level,
    #[serde(default)]
    paths: Vec<Spanned<String>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Allow,
    Note,
    Warning,
    Error,
}

impl<'de> Deserialize<'de> for RawRules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RulesVisitor)
    }
}

struct RulesVisitor;

impl<'de> Visitor<'de> for RulesVisitor {
    type Value = RawRules;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`allow`, `note`, `warning` or `error`, or a table with `level` and `paths`")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<RawRules, E> {
        let level = Level::deserialize(serde::de::value::StrDeserializer::<E>::new(text))?;
        Ok(RawRules(vec![RawRule { level, paths: Vec::new() }]))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawRules, A::Error> {
        let rule = RawRule::deserialize(MapAccessDeserializer::new(map))?;
        Ok(RawRules(vec![rule]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawRules, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(RawRules)
    }
}

/// Checks the keys and patterns of `[severity]`.
pub(super) fn rules(
    text: &str,
    raw: BTreeMap<Spanned<String>, RawRules>,
    problems: &mut Vec<Problem>,
) -> Vec<SeverityRule> {
    let mut rules = Vec::new();
    for (key, RawRules(entries)) in raw {
        let Ok(code) = key.get_ref().parse::<Code>() else {
            let message = format!("there is no diagnostic `{}`", key.get_ref());
            problems.push(Problem::new(key.span(), message).help(known_codes(key.get_ref())));
            continue;
        };
        for entry in entries {
            let level = entry.level.severity();
            // An error by default guards the output itself; a page's author cannot wave it through.
            if code.default_severity() == Severity::Error && level != Severity::Error {
                let message = format!("`{code}` is always an error", code = code.as_str());
                problems.push(Problem::new(key.span(), message));
            }
            let line = line_of(text, key.span().start);
            let paths = entry.paths.into_iter().filter_map(|path| pattern(path, problems));
            rules.push(SeverityRule { code, level, paths: paths.collect(), line });
        }
    }
    rules
}

fn pattern(text: Spanned<String>, problems: &mut Vec<Problem>) -> Option<Pattern> {
    match Pattern::new(text.get_ref()) {
        Ok(pattern) => Some(pattern),
        Err(error) => {
            let message = format!("`{}` is not a path pattern: {}", text.get_ref(), error.msg);
            problems.push(Problem::new(text.span(), message));
            None
        }
    }
}

/// The codes that share a word with `name`, else where to find all of them.
fn known_codes(name: &str) -> String {
    let shares_word = |code: &&Code| {
        let mut words = code.as_str().split('-');
        words.any(|word| word.len() > 3 && name.contains(word))
    };
    let near: Vec<String> =
        Code::ALL.iter().filter(shares_word).map(|code| format!("`{}`", code.as_str())).collect();
    if near.is_empty() || near.len() > 6 {
        return "`cargo xtask explain --list` lists all codes".to_owned();
    }
    format!("did you mean {}?", near.join(", "))
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Allow => Severity::Allow,
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

/// Gives each diagnostic the severity that the first fitting rule demands, and reports the rules and
/// patterns that fitted none.
pub fn apply_severity(docs: &DocSet, config: &Config, diagnostics: &mut Diagnostics) {
    if config.severity.is_empty() {
        return;
    }
    let mut used = UsedRules::new(&config.severity);
    for diagnostic in diagnostics.iter_mut() {
        used.apply(docs, &config.severity, diagnostic);
    }
    for mut unused in used.report(&config.severity) {
        used.apply(docs, &config.severity, &mut unused);
        diagnostics.push(unused);
    }
}

/// Which patterns of which rules fitted anything. A rule without patterns counts as one pattern.
struct UsedRules(Vec<Vec<bool>>);

impl UsedRules {
    fn new(rules: &[SeverityRule]) -> Self {
        Self(rules.iter().map(|rule| vec![false; rule.paths.len().max(1)]).collect())
    }

    fn apply(&mut self, docs: &DocSet, rules: &[SeverityRule], diagnostic: &mut Diagnostic) {
        let page =
            diagnostic.primary.as_ref().map(|label| docs.file(label.span.file).path.as_str());
        for (rule, used) in rules.iter().zip(&mut self.0) {
            if rule.code != diagnostic.code {
                continue;
            }
            let fitting = match rule.paths.as_slice() {
                [] => Some(0),
                paths => page.and_then(|page| {
                    let options =
                        MatchOptions { require_literal_separator: true, ..MatchOptions::default() };
                    paths.iter().position(|pattern| pattern.matches_with(page, options))
                }),
            };
            if let Some(flag) = fitting.and_then(|at| used.get_mut(at)) {
                *flag = true;
                diagnostic.severity = rule.level;
                return;
            }
        }
    }

    fn report(&self, rules: &[SeverityRule]) -> Vec<Diagnostic> {
        let mut unused = Vec::new();
        for (rule, used) in rules.iter().zip(&self.0) {
            // A setting for this very code is a standing wish, not a leftover.
            if rule.code == Code::UnusedSeverity {
                continue;
            }
            for (at, _) in used.iter().enumerate().filter(|&(_, &used)| !used) {
                unused.push(unused_rule(rule, rule.paths.get(at)));
            }
        }
        unused
    }
}

fn unused_rule(rule: &SeverityRule, path: Option<&Pattern>) -> Diagnostic {
    let code = rule.code.as_str();
    let place = path.map_or_else(String::new, |path| format!(" under `{path}`"));
    let message = format!(
        "the setting of `{code}` in {FILE_NAME}:{} has no effect: this diagnostic was not reported{place}",
        rule.line
    );
    Diagnostic::unplaced(Code::UnusedSeverity, message)
        .help(format!("remove it from line {} of {FILE_NAME}", rule.line))
}
