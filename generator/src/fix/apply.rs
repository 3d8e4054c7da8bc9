//! Edits to texts. Everything that no edit covers stays byte for byte.

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::DocSet;
use crate::span::FileId;
use std::collections::BTreeMap;

/// A repair.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// What it is for.
    pub(super) diagnostic: Diagnostic,
    /// What it does.
    pub(super) edits: Vec<Edit>,
}

/// The texts of all files that `changes` edit. Of two that overlap, the first is made.
pub(super) fn merged(docs: &DocSet, changes: &[Change]) -> BTreeMap<FileId, String> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for change in changes {
        let fits = change.edits.iter().all(|edit| {
            let others = by_file.get(&edit.span.file);
            others.into_iter().flatten().all(|other| !overlap(edit, other))
        });
        if fits {
            for edit in &change.edits {
                by_file.entry(edit.span.file).or_default().push(edit);
            }
        }
    }
    by_file
        .into_iter()
        .map(|(file, mut edits)| {
            edits.sort_by_key(|edit| edit.span);
            (file, edited(&docs.file(file).text, &edits))
        })
        .collect()
}

fn overlap(a: &Edit, b: &Edit) -> bool {
    let same_place = a.span.start == b.span.start;
    same_place || (a.span.start < b.span.end && b.span.start < a.span.end)
}

fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        let (Some(before), true) = (text.get(at..range.start), text.is_char_boundary(range.end))
        else {
            continue;
        };
        out.push_str(before);
        out.push_str(&edit.text);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
