//! Stated fixes of pages, applied to the text in memory before anything reads it.
//!
//! In: the loaded docs and the `[[correction]]` entries of `codegen.toml`. Out: changed texts, and an
//! error for each entry that no longer applies, so that a fix never outlives its reason unseen.

use crate::config::{Correction, FILE_NAME};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::DocSet;
use crate::span::{FileId, Span};

/// Applies `corrections` in order.
///
/// Call it right after loading: lines keep their numbers, but byte offsets behind a corrected text move.
pub fn apply(docs: &mut DocSet, corrections: &[Correction]) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for correction in corrections {
        if let Err(diagnostic) = apply_one(docs, correction) {
            diagnostics.push(*diagnostic);
        }
    }
    diagnostics
}

fn apply_one(docs: &mut DocSet, correction: &Correction) -> Result<(), Box<Diagnostic>> {
    let Some(at) = docs.files.iter().position(|file| file.path == correction.page) else {
        return Err(Box::new(missing_page(docs, correction)));
    };
    let page = FileId(u32::try_from(at).unwrap_or(u32::MAX));
    let file = &mut docs.files[at];
    let place = |start: usize| Span::new(page, start..start + correction.find.len());
    let mut found = file.text.match_indices(correction.find.as_str()).map(|(start, _)| start);
    match (found.next(), found.next()) {
        (Some(start), None) => {
            file.text.replace_range(start..start + correction.find.len(), &correction.replace);
            Ok(())
        }
        (Some(first), Some(second)) => {
            let message = format!(
                "a correction does not apply: `{}` occurs more than once on this page",
                correction.find
            );
            let diagnostic = Diagnostic::new(Code::CorrectionUnused, place(first), message)
                .label("here")
                .also(place(second), "and here");
            Err(Box::new(diagnostic.help(format!("make `find` in {} longer", entry(correction)))))
        }
        (None, _) => {
            let message = format!(
                "a correction no longer applies: `{}` is not in this page",
                correction.find
            );
            let diagnostic =
                Diagnostic::new(Code::CorrectionUnused, Span::new(page, 0..0), message);
            Err(Box::new(diagnostic.help(format!(
                "if the page was fixed, remove {} ({})",
                entry(correction),
                correction.reason
            ))))
        }
    }
}

fn missing_page(docs: &DocSet, correction: &Correction) -> Diagnostic {
    let message = format!("a correction does not apply: there is no page `{}`", correction.page);
    let name = correction.page.rsplit(['/', '\\']).next().unwrap_or_default();
    let same_name = docs.files.iter().find(|file| {
        file.path.rsplit('/').next().is_some_and(|last| last.eq_ignore_ascii_case(name))
    });
    let help = match same_name {
        Some(file) => format!("did you mean `{}` in {}?", file.path, entry(correction)),
        None => format!("remove {}, or correct its `page`", entry(correction)),
    };
    Diagnostic::unplaced(Code::CorrectionUnused, message).help(help)
}

fn entry(correction: &Correction) -> String {
    format!("the entry in {FILE_NAME}:{}", correction.line)
}
