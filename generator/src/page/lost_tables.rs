//! Tables of a section that no rule read.
//!
//! In: what became of each table of a section. Out: a complaint about those that were left out, unless another
//! table of the section was understood: what values mean, or which of them go together, may be told in a
//! table of its own beside the one that the section is for.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::{Table, Text};

#[derive(Default)]
pub(super) struct LostTables {
    understood: bool,
    found: Vec<Diagnostic>,
}

impl LostTables {
    /// A table of the current section was understood.
    pub(super) fn understood(&mut self) {
        self.understood = true;
    }

    /// A table of the current section was left out.
    pub(super) fn left_out(&mut self, table: &Table) {
        let words: Vec<String> = table.header.iter().map(Text::plain).collect();
        let message = format!("no column of this table holds names: `{}`", words.join(" | "));
        self.found.push(
            Diagnostic::new(Code::UnknownTable, table.header_span, message)
                .label("the table was left out"),
        );
    }

    /// The section ends.
    pub(super) fn end_section(&mut self, diagnostics: &mut Diagnostics) {
        let ended = std::mem::take(self);
        if !ended.understood {
            ended.found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
        }
    }
}
