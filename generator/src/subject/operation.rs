//! An operation as it is put together from its section and those below.
//!
//! In: lines, tables, paragraphs and examples in page order. Out: one [`OperationFacts`] for each group of request
//! lines: a table belongs to the lines before it.

use super::outline::{Role, Section};
use super::rows::Columns;
use super::{Line, OperationFacts, ParameterTable, Place, Row, Said, Shown};
use crate::markdown::Text;

#[derive(Default)]
pub(super) struct Builder {
    groups: Vec<OperationFacts>,
    said: Said,
    pub(super) doc: Vec<Text>,
    /// What is before the first line.
    early: OperationFacts,
}

impl Builder {
    /// Request lines: a new group if something was said of the ones before.
    pub(super) fn lines(&mut self, lines: Vec<Line>) {
        let begun = self.groups.last().is_some_and(|group| {
            !group.parameters.is_empty() || !group.response.is_empty() || !group.shown.is_empty()
        });
        if self.groups.is_empty() || begun {
            self.groups.push(std::mem::take(&mut self.early));
        }
        let Some(group) = self.groups.last_mut() else { return };
        for line in lines {
            let known = |known: &Line| known.method == line.method && known.path == line.path;
            if !group.lines.iter().any(known) {
                group.lines.push(line);
            }
        }
    }

    pub(super) fn said(&mut self) -> &mut Said {
        &mut self.said
    }

    /// A table of parameters, or of what comes back.
    pub(super) fn table(
        &mut self,
        section: &Section,
        columns: Columns,
        announced: bool,
        rows: Vec<Row>,
    ) {
        let answers = section.role == Some(Role::Response)
            || announced && columns.required.is_none() && section.role.is_none();
        if answers {
            self.current().response.extend(rows);
            return;
        }
        let place = match section.role {
            Some(Role::Path) => Some(Place::Path),
            Some(Role::Query) => Some(Place::Query),
            Some(Role::Header) => Some(Place::Header),
            Some(Role::Body) => Some(Place::Body),
            Some(Role::Form) => Some(Place::Form),
            _ => None,
        };
        let table = ParameterTable { place, rows, required: section.required };
        self.current().parameters.push(table);
    }

    pub(super) fn shown(&mut self, shown: Vec<Shown>) {
        self.current().shown.extend(shown);
    }

    /// The group of the lines before, or what waits for the first one.
    fn current(&mut self) -> &mut OperationFacts {
        self.groups.last_mut().unwrap_or(&mut self.early)
    }

    /// The groups; lines that only repeat another with a query are gone already.
    pub(super) fn finish(self) -> (Vec<OperationFacts>, Vec<Text>) {
        let Self { mut groups, said, doc, .. } = self;
        for group in &mut groups {
            group.said = said.clone();
        }
        (groups, doc)
    }
}
