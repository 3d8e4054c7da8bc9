//! A tour of the crate in a few snippets: requests of the plan in, the code that README.md, AGENTS.md, the crate's front
//! page and a test show out. What the pages have no request for is left out.

mod picks;
mod snippets;

use super::Options;
use super::conventions::Conventions;
use super::items::Source;
use super::manifest;
use super::names::RustIdent;
use super::written::Written;
use picks::Picks;
use snippets::{
    BATCH, DOWNLOAD, ERRORS, FIRST_REQUEST, HEAD, PAGING, PATCH, PLAIN_HEAD, PLAIN_PAGING,
    PRIVILEGES, SERVICE,
};

/// One step of the tour.
pub(super) struct Step {
    /// The name of its function in the test.
    name: &'static str,
    title: &'static str,
    /// What to know, as markdown.
    words: &'static str,
    code: Written,
}

/// The tour of a crate with these sources.
pub(super) struct Tour {
    /// What each snippet has in scope.
    head: Written,
    feature: Written,
    module: Written,
    steps: Vec<Step>,
}

impl Tour {
    pub(super) fn new(sources: &[Source], version: &RustIdent, options: &Options) -> Self {
        let odata = options.conventions == Conventions::OData;
        let picks = Picks::of(sources, version.as_str());
        let module = manifest::module(options);
        let mut feature = Written::default();
        feature.ident(version);
        let places = [("{crate}", &module), ("{version}", &feature)];
        let imports: &[&str] = if odata { &HEAD } else { &PLAIN_HEAD };
        // In rustfmt's order, which depends on the version's name.
        let mut imports: Vec<Written> =
            imports.iter().map(|line| Written::template(line, &places)).collect();
        imports.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        let mut head = Written::default();
        for line in &imports {
            head.add(line);
        }
        let steps = steps(&picks, odata, &feature);
        Self { head, feature, module, steps }
    }

    /// The number of steps.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// The module of the version that it is about.
    pub(super) fn version(&self) -> &Written {
        &self.feature
    }

    /// The steps as markdown for README.md, or for the front page of rustdoc with `hidden` lines that make each snippet
    /// a whole.
    pub(super) fn markdown(&self, level: &'static str, hidden: bool) -> Written {
        let mut out = Written::default();
        if self.steps.is_empty() {
            return out;
        }
        out.own("The snippets below have this in scope, a `client: Client` and an `id: &str`:\n\n");
        out.own(if hidden { "```no_run\n" } else { "```rust\n" }).add(&self.unless_off(hidden));
        out.add(&self.head).own(if hidden { "# }\n# fn main() {}\n" } else { "" }).own("```\n\n");
        for Step { title, words, code, .. } in &self.steps {
            out.own(level).own(" ").own(title).own("\n\n").own(words).own("\n\n");
            if hidden {
                out.own("```no_run\n").add(&self.unless_off(hidden)).lines(&self.head, "# ", "#");
                out.own("# pub fn step(client: Client, id: &str) -> Result<(), Box<dyn std::error::Error>> {\n");
                out.add(code).own("# Ok(())\n# }\n# }\n# fn main() {}\n```\n\n");
            } else {
                out.own("```rust\n").add(code).own("```\n\n");
            }
        }
        out
    }

    /// Hidden lines around a snippet, so that it compiles whatever features are on.
    fn unless_off(&self, hidden: bool) -> Written {
        let mut out = Written::default();
        if hidden {
            out.own("# #[cfg(all(feature = \"client\", feature = \"").add(&self.feature);
            out.own("\"))]\n# mod tour {\n");
        }
        out
    }

    /// `tests/tour.rs`: each step compiled, and run against a service that answers anything with an empty object.
    pub(super) fn test(&self) -> Written {
        let mut out = Written::default();
        out.own("//! The tour of README.md and of the crate's front page, compiled and run.\n");
        out.own("#![cfg(all(feature = \"client\", feature = \"").add(&self.feature).own("\"))]\n");
        out.own("#![allow(unused, reason = \"snippets show what there is\")]\n\n");
        out.add(&self.head).own("use std::error::Error;\n");
        for Step { name, code, .. } in &self.steps {
            out.own("\n#[rustfmt::skip]\nfn ").own(name);
            out.own("(client: Client, id: &str) -> Result<(), Box<dyn Error>> {\n");
            out.lines(code, "    ", "").own("    Ok(())\n}\n");
        }
        out.add(&Written::template(SERVICE, &[("{crate}", &self.module)]));
        out.own("\n#[test]\nfn the_tour_runs() -> Result<(), Box<dyn Error>> {\n");
        for Step { name, .. } in &self.steps {
            out.own("    ").own(name).own("(service(), \"1\")?;\n");
        }
        out.own("    Ok(())\n}\n");
        out
    }
}

fn steps(picks: &Picks<'_>, odata: bool, version: &Written) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut step = |name, title, words, code: &'static str, places: &[(&'static str, &Written)]| {
        steps.push(Step { name, title, words, code: Written::template(code, places) });
    };
    let ident = |name: &RustIdent| {
        let mut out = Written::default();
        out.ident(name);
        out
    };
    if let Some((request, kind)) = &picks.list {
        let (name, text) = (ident(&kind.item.name), ident(kind.texts.0));
        let places = [("{call}", &request.call(None)), ("{name}", &name), ("{text}", &text)];
        let words = "Each documented request is a function below `requests`: the path of the URL is the path of the \
                     module. It sends nothing; a client does. Every property of a value is an `Option`.";
        step("first_request", "The first request", words, FIRST_REQUEST, &places);
        let words = "Pages are asked for as they are needed. A position is a text: another process can go on from \
                     there, also in the middle of a page.";
        step("paging", "All pages", words, if odata { PAGING } else { PLAIN_PAGING }, &places);
    }
    if let Some(request) = &picks.get {
        let words = "An error has the status, the headers and the body of the response. Before there is one, the \
                     request is sent again as the client's policy says.";
        step("errors", "Errors", words, ERRORS, &[("{call}", &request.call(None))]);
    }
    if let Some((request, kind)) = &picks.update {
        let name = ident(&kind.item.name);
        let (set, cleared) = (ident(kind.texts.0), ident(kind.texts.1));
        let call = request.call(Some("&patch"));
        let places =
            [("{call}", &call), ("{name}", &name), ("{set}", &set), ("{cleared}", &cleared)];
        let words = "What is not set is not sent. `clear!` makes a property an explicit null; the compiler checks its \
                     name.";
        step("patch", "A PATCH that sets one property and clears another", words, PATCH, &places);
    }
    if let (Some(get), Some((list, _)), true) = (&picks.get, &picks.list, odata) {
        let places = [("{one}", &get.call(None)), ("{all}", &list.call(None))];
        let words = "Any number of requests; each has its own answer, error and retry.";
        step("batch", "Several requests in one", words, BATCH, &places);
    }
    if let (Some(get), Some((list, _)), true) = (&picks.get, &picks.list, odata) {
        let places = [("{version}", version), ("{list}", &list.path()), ("{get}", &get.path())];
        let words = "The fewest scopes for a list of requests, from what the pages say. The compiler checks the names of \
                     the functions.";
        step("privileges", "Permissions", words, PRIVILEGES, &places);
    }
    if let Some(request) = &picks.download {
        let words = "A redirect to where the content lies is followed, without the token.";
        step("download", "A download", words, DOWNLOAD, &[("{call}", &request.call(None))]);
    }
    steps
}
