//! Findings by code.
//!
//! In: the findings that are shown. Out: groups, what matters most first.

use crate::diagnostic::{Code, Diagnostic, Severity};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The findings of one code.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    pub code: Code,
    /// That of the gravest; the configuration can give one code several.
    pub severity: Severity,
    /// In the order of the pages.
    pub findings: Vec<&'a Diagnostic>,
}

/// Errors before warnings before notes; of these the most frequent first.
pub(super) fn groups<'a>(shown: &[&'a Diagnostic]) -> Vec<Group<'a>> {
    let mut by_code: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for &found in shown {
        by_code.entry(found.code).or_default().push(found);
    }
    let mut groups: Vec<Group<'_>> = by_code
        .into_iter()
        .map(|(code, findings)| {
            let severity =
                findings.iter().map(|found| found.severity).min().unwrap_or(Severity::Note);
            Group { code, severity, findings }
        })
        .collect();
    groups.sort_by_key(|group| (group.severity, Reverse(group.findings.len()), group.code));
    groups
}

/// How many findings there are of `severity`.
pub(super) fn of_severity(groups: &[Group<'_>], severity: Severity) -> usize {
    let of = |group: &Group<'_>| {
        group.findings.iter().filter(|found| found.severity == severity).count()
    };
    groups.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_stands_first() {
        let found = |code, severity| Diagnostic { severity, ..Diagnostic::unplaced(code, "x") };
        let all = [
            found(Code::NameCase, Severity::Note),
            found(Code::NameCase, Severity::Note),
            found(Code::NameCase, Severity::Note),
            found(Code::EmptyType, Severity::Warning),
            found(Code::UnknownType, Severity::Warning),
            found(Code::UnknownType, Severity::Note),
            found(Code::NameClash, Severity::Error),
        ];
        let shown: Vec<&Diagnostic> = all.iter().collect();
        let groups = groups(&shown);
        let codes: Vec<Code> = groups.iter().map(|group| group.code).collect();
        assert_eq!(codes, [Code::NameClash, Code::UnknownType, Code::EmptyType, Code::NameCase]);
        assert_eq!(of_severity(&groups, Severity::Note), 4);
    }
}
