//! What of the pages' examples the tests cannot hold the functions to, by class.
//!
//! In: an example and why it is left out. Out: a table that is emitted beside the tests, so that no exception goes
//! unseen: a line for each, and the number of each class above.

use super::values::{Kept, KeptMember};
use crate::plan::Written;
use std::collections::BTreeMap;

/// Why an example is not compared, or not in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    NoFunction,
    OtherUrl,
    Argument,
    Header,
    NoBody,
    SuperfluousBody,
    OtherBody,
    BodySyntax,
    UntypedBody,
    Annotation,
    Undeclared,
    Null,
    Misfit,
    ResponseSyntax,
    EmptyResponse,
    OtherStatus,
    OtherResponse,
}

impl Class {
    /// Its name, and what it means.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NoFunction => ("no-function", "no documented request line fits the example"),
            Self::OtherUrl => ("other-url", "the URL is not of the form of its request line"),
            Self::Argument => ("argument", "a part of the URL is no value of the argument's type"),
            Self::Header => ("header", "HTTP does not allow the name or value of a header"),
            Self::NoBody => ("no-body", "the function sends a body, the example shows none"),
            Self::SuperfluousBody => {
                ("superfluous-body", "the example shows a body, the function sends none")
            }
            Self::OtherBody => {
                ("other-body", "the body is not of the kind that the function sends")
            }
            Self::BodySyntax => ("body-syntax", "the body is not JSON"),
            Self::UntypedBody => ("untyped-body", "built as JSON text: the body has no type"),
            Self::Annotation => ("annotation", "built, with annotations in `extra`"),
            Self::Undeclared => ("undeclared", "built, with undeclared properties in `extra`"),
            Self::Null => ("null", "built, with explicit nulls in `extra`"),
            Self::Misfit => {
                ("misfit", "built, with values that do not fit their property in `extra`")
            }
            Self::ResponseSyntax => ("response-syntax", "the response is not JSON"),
            Self::EmptyResponse => {
                ("empty-response", "the response has no body, the function returns a value")
            }
            Self::OtherStatus => {
                ("other-status", "the status is not one that the function expects")
            }
            Self::OtherResponse => {
                ("other-response", "the response is not what the function returns")
            }
        }
    }
}

impl From<Kept> for Class {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Annotation => Self::Annotation,
            Kept::Undeclared => Self::Undeclared,
            Kept::Null => Self::Null,
            Kept::Misfit => Self::Misfit,
        }
    }
}

/// The table in the making.
#[derive(Debug, Default)]
pub(super) struct Exceptions {
    rows: BTreeMap<Class, Vec<Written>>,
    /// Examples that are compared: requests and responses.
    compared: [usize; 2],
}

impl Exceptions {
    pub(super) fn add(&mut self, class: Class, page: &str, example: &str, detail: &str) {
        let mut row = Written::default();
        row.own("\t").tsv(page).own("\t").tsv(example).own("\t").tsv(detail).own("\n");
        self.rows.entry(class).or_default().push(row);
    }

    /// The members of one body that are in `extra`.
    pub(super) fn add_kept(&mut self, page: &str, example: &str, kept: &[KeptMember]) {
        let mut paths: BTreeMap<Class, Vec<&str>> = BTreeMap::new();
        for (why, path) in kept {
            paths.entry((*why).into()).or_default().push(path);
        }
        for (class, paths) in paths {
            self.add(class, page, example, &paths.join(", "));
        }
    }

    pub(super) fn request_compared(&mut self) {
        self.compared[0] += 1;
    }

    pub(super) fn response_compared(&mut self) {
        self.compared[1] += 1;
    }

    /// The table as text.
    pub(super) fn text(&self) -> Written {
        let [requests, responses] = self.compared;
        let mut out = Written::default();
        out.own("# ").number(requests).own(" example requests are built by their functions, ");
        out.number(responses).own(" example responses are decoded by them.\n");
        for (class, rows) in &self.rows {
            let (name, meaning) = class.words();
            out.own("# ").own(name).own(": ").number(rows.len()).own(", ").own(meaning).own("\n");
        }
        out.own("class\tpage\texample\tdetail\n");
        for (class, rows) in &self.rows {
            for row in rows {
                out.own(class.words().0).add(row);
            }
        }
        out
    }
}
