//! What a slice holds, and why.
//!
//! In: the versions with what is reached of them. Out: one line of counts, and the reasons: for patterns,
//! operations and types, what each brings in that nothing else would, and the shortest way to it.

use super::Part;
use super::closure::{Reached, Source, Why};
use super::rewrite::Cut;
use super::select::Patterns;
use crate::ir::{Api, OperationId, TypeId};
use crate::summary::Slice;
use std::collections::BTreeMap;

/// Lines of each kind of reason.
const LINES: usize = 10;

/// Names in the line of what was left out.
const LEFT_OUT: usize = 8;

pub(super) fn slice(patterns: &Patterns, parts: &[Part<'_>], cuts: &[Cut]) -> Slice {
    let mut reasons = Vec::new();
    let several = cuts.iter().filter(|cut| !cut.api.types.is_empty()).count() > 1;
    if !patterns.want_everything() {
        reasons.extend(of_patterns(patterns, parts));
        reasons.extend(of_operations(parts, several));
        reasons.extend(of_types(parts, several));
    }
    reasons.extend(of_left_out(parts, cuts));
    Slice { summary: summary(parts, cuts), reasons }
}

/// Holdings of versions.
#[derive(Default)]
struct Counts {
    operations: usize,
    types: usize,
    enums: usize,
}

impl Counts {
    fn of<'a>(apis: impl Iterator<Item = &'a Api>) -> Self {
        let mut counts = Self::default();
        for api in apis {
            let enums = api.types.iter().filter(|ty| ty.enumeration().is_some()).count();
            counts.enums += enums;
            counts.types += api.types.len() - enums;
            counts.operations += api.operations.len();
        }
        counts
    }
}

fn summary(parts: &[Part<'_>], cuts: &[Cut]) -> String {
    let all = Counts::of(parts.iter().map(|part| part.api));
    let kept = Counts::of(cuts.iter().map(|cut| &cut.api));
    let left_out: usize = cuts.iter().map(|cut| cut.left_out.len()).sum();
    let mut line = format!(
        "slice: {} of {} operations, {} of {} types, {} of {} enums",
        kept.operations, all.operations, kept.types, all.types, kept.enums, all.enums
    );
    match left_out {
        0 => {}
        1 => line.push_str("; 1 property leads out of it and is untyped"),
        many => line.push_str(&format!("; {many} properties lead out of it and are untyped")),
    }
    line
}

/// How many types of `part` are lost without some of the selected things, or without one type.
fn lost(
    part: &Part<'_>,
    keep: impl Fn(&[usize]) -> bool,
    operation: Option<OperationId>,
    without: Option<TypeId>,
) -> usize {
    let rest: Reached<'_> = part.needs.reach(
        |id| operation != Some(id) && keep(&part.picks.operations[id.0 as usize]),
        |id| keep(&part.picks.types[id.0 as usize]),
        without,
    );
    part.reached.count() - rest.count()
}

/// What each pattern selects.
fn of_patterns(patterns: &Patterns, parts: &[Part<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, pattern) in patterns.include.iter().enumerate() {
        let wants = |wanting: &Vec<usize>| wanting.contains(&at);
        let operations: usize = parts
            .iter()
            .map(|part| part.picks.operations.iter().filter(|w| wants(w)).count())
            .sum();
        let types: usize =
            parts.iter().map(|part| part.picks.types.iter().filter(|w| wants(w)).count()).sum();
        let (mut alone, mut all) = (0, 0);
        for part in parts {
            alone += lost(part, |wanting| wanting.iter().any(|&other| other != at), None, None);
            all += part.reached.count() - lost(part, |wanting| wanting.contains(&at), None, None);
        }
        let selected = match (operations, types) {
            (0, 0) => continue,
            (_, 0) => count(operations, "operation"),
            (0, _) => count(types, "type"),
            _ => format!("{} and {}", count(operations, "operation"), count(types, "type")),
        };
        let all_of_it = count(all, "type");
        let text = format!(
            "`{}` selects {selected} and needs {all_of_it}, {alone} of them alone",
            pattern.text
        );
        lines.push(((alone, all), text));
    }
    largest(lines)
}

/// The operations that bring in most.
fn of_operations(parts: &[Part<'_>], several: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts {
        let selected = part
            .api
            .operation_ids()
            .filter(|&id| part.picks.has_operation(id) && part.needs.has_needs(id));
        for id in selected {
            let alone = lost(part, |wanting| !wanting.is_empty(), Some(id), None);
            if alone > 0 {
                lines.push((
                    alone,
                    format!("{} only through {}", come(alone), operation(part.api, id, several)),
                ));
            }
        }
    }
    largest(lines)
}

/// The types that bring in most.
fn of_types(parts: &[Part<'_>], several: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts {
        for id in part.api.type_ids().filter(|&id| part.reached.has(id)) {
            let others = lost(part, |wanting| !wanting.is_empty(), None, Some(id)) - 1;
            if others > 0 {
                let way = way(part, id, several);
                lines.push((others, format!("{} only through {way}", come(others))));
            }
        }
    }
    largest(lines)
}

fn of_left_out(parts: &[Part<'_>], cuts: &[Cut]) -> Option<String> {
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for (part, cut) in parts.iter().zip(cuts) {
        for &id in &cut.left_out {
            *wanted.entry(part.api[id].name.name()).or_default() += 1;
        }
    }
    let mut wanted: Vec<(&str, usize)> = wanted.into_iter().collect();
    wanted.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    let mut names: Vec<String> = wanted
        .iter()
        .take(LEFT_OUT)
        .map(|(name, times)| format!("{name} ({})", count(*times, "property")))
        .collect();
    if wanted.len() > LEFT_OUT {
        names.push(format!("{} more", wanted.len() - LEFT_OUT));
    }
    (!names.is_empty()).then(|| format!("left out: {}", names.join(", ")))
}

/// `message <- from of event <- response of GET /me/events`
fn way(part: &Part<'_>, id: TypeId, several: bool) -> String {
    let api = part.api;
    let mut text = api[id].name.name().to_owned();
    let mut current = id;
    loop {
        let (label, next) = match part.reached.source(current) {
            None => break,
            Some(Source::Selected) => {
                text.push_str(" <- selected");
                break;
            }
            Some(Source::Operation(id, why)) => {
                (format!("{} of {}", reason(why), operation(api, id, several)), None)
            }
            Some(Source::Type(id, why)) => {
                (format!("{} of {}", reason(why), api[id].name.name()), Some(id))
            }
        };
        text.push_str(" <- ");
        text.push_str(&label);
        match next {
            Some(id) => current = id,
            None => break,
        }
    }
    text
}

fn reason(why: Why<'_>) -> String {
    match why {
        Why::Request => "request".to_owned(),
        Why::Response => "response".to_owned(),
        Why::Parameter(name) => format!("parameter `{name}`"),
        Why::Base => "base".to_owned(),
        Why::Property(name) => format!("property `{name}`"),
    }
}

fn operation(api: &Api, id: OperationId, several: bool) -> String {
    let operation = &api[id];
    let version = if several { format!(" ({})", api.version) } else { String::new() };
    format!("{} {}{version}", operation.method, operation.path.text)
}

/// Largest first, then by text.
fn largest<N: Ord>(mut lines: Vec<(N, String)>) -> Vec<String> {
    lines.sort_by(|(a, a_text), (b, b_text)| b.cmp(a).then_with(|| a_text.cmp(b_text)));
    lines.into_iter().take(LINES).map(|(_, text)| text).collect()
}

/// `1 type comes in`, `2 types come in`
fn come(types: usize) -> String {
    format!("{} {} in", count(types, "type"), if types == 1 { "comes" } else { "come" })
}

/// `1 type`, `2 types`, `2 properties`
fn count(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}
