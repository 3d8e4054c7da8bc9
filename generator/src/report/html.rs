//! The page itself: its skeleton, the summary at its top, the places that the script fills.
//!
//! In: counts, groups and the data of the script. Out: the whole text. Every text that is not ours passes
//! through [`Escaped`]; the policy in the head forbids the network and any script but the one below, so
//! that even a slip there could not run or load anything.

use super::charts::{counted, number, percent};
use super::coverage::{coverage, examples};
use super::escape::{Escaped, visible};
use super::findings::{Group, of_severity};
use super::listing::findings;
use super::stats::{Outcomes, Share, VersionStats};
use super::{Inputs, SIGNATURE};
use crate::diagnostic::Severity;
use std::fmt::Write as _;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The report.
pub(super) fn page(
    inputs: &Inputs<'_>,
    versions: &[VersionStats],
    groups: &[Group<'_>],
    data: &str,
) -> String {
    let mut out = String::with_capacity(data.len() + (256 << 10));
    out.push_str(SIGNATURE);
    head(&mut out, inputs.crate_name);
    header(&mut out, inputs, versions, groups);
    search_bar(&mut out, versions);
    out.push_str("<main id=\"main\">\n");
    coverage(&mut out, versions);
    examples(&mut out, versions, groups);
    findings(&mut out, inputs.docs, groups);
    lists(&mut out, versions);
    out.push_str(include_str!("guide.html"));
    out.push_str("</main>\n");
    writeln!(
        out,
        "<script type=\"application/json\" id=\"data\">{data}</script>\n<script nonce=\"report\">"
    )
    .ok();
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, crate_name: &str) {
    writeln!(
        out,
        "<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-report'; \
         style-src 'nonce-report'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{} · reference report</title>\n\
         <style nonce=\"report\">\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the report</a>",
        Escaped(&visible(crate_name))
    )
    .ok();
}

fn header(out: &mut String, inputs: &Inputs<'_>, versions: &[VersionStats], groups: &[Group<'_>]) {
    let summary = inputs.summary;
    let types = summary.types + summary.enums;
    let names: Vec<String> =
        versions.iter().map(|version| Escaped(&version.name).to_string()).collect();
    writeln!(
        out,
        "<header class=\"top\">\n<p class=\"eyebrow\">Reference report{}</p>\n<h1>What the pages say, and what they \
         leave open</h1>\n<p class=\"lede\">The generator read <strong>{}</strong> and understood <strong>{}</strong> and \
         <strong>{}</strong>. This report shows how complete that is, what is wrong in the pages and where, and \
         which item of the crate <code>{}</code> each of them became.</p>\n<dl class=\"tiles\">",
        if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) },
        counted(summary.pages, "page"),
        counted(types, "type"),
        counted(summary.operations, "operation"),
        Escaped(&visible(inputs.crate_name)),
    )
    .ok();
    let all = |share: fn(&VersionStats) -> Share| {
        versions.iter().map(share).fold(Share::default(), Share::plus)
    };
    let (typed, responses) = (all(|found| found.typed), all(|found| found.responses));
    let examples =
        versions.iter().map(VersionStats::examples).fold(Outcomes::default(), Outcomes::plus);
    let mut tile = |href: &str, name: &str, value: String, note: String| {
        writeln!(
            out,
            "<div class=\"tile\"><dt><a href=\"{href}\">{name}</a></dt><dd>{value}<small>{note}</small></dd></div>"
        )
        .ok();
    };
    let structures = counted(summary.types, "structure");
    tile(
        "#types",
        "Types",
        number(types),
        format!("{structures}, {}", counted(summary.enums, "enum")),
    );
    tile(
        "#coverage",
        "Properties typed",
        percent(typed.part, typed.whole),
        format!("{} of {}", number(typed.part), number(typed.whole)),
    );
    tile(
        "#operations",
        "Operations with a known response",
        percent(responses.part, responses.whole),
        format!("{} of {}", number(responses.part), number(responses.whole)),
    );
    tile(
        "#examples",
        "Examples that fit",
        percent(examples.ok, examples.total()),
        format!("{} of {}", number(examples.ok), number(examples.total())),
    );
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| of_severity(groups, severity));
    let mut others = vec![counted(notes, "note")];
    if errors > 0 {
        others.insert(0, counted(errors, "error"));
    }
    tile(
        "#findings",
        "Warnings in the pages",
        number(warnings),
        format!("and {}", others.join(", ")),
    );
    out.push_str("</dl>\n</header>\n");
}

fn search_bar(out: &mut String, versions: &[VersionStats]) {
    out.push_str(
        "<div class=\"bar-wrap\"><div class=\"searchbar\">\n<nav aria-label=\"Sections\">\
         <a href=\"#coverage\">Coverage</a> <a href=\"#examples\">Examples</a> <a href=\"#findings\">Findings</a> \
         <a href=\"#types\">Types</a> <a href=\"#operations\">Operations</a> <a href=\"#guide\">Guide</a></nav>\n\
         <form role=\"search\" id=\"search\"><label for=\"q\">Search</label>\
         <input type=\"search\" id=\"q\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\" \
         placeholder=\"type, path, page, code, words of a finding\" aria-describedby=\"status\">",
    );
    if versions.len() > 1 {
        out.push_str("<label for=\"version\">Version</label><select id=\"version\"><option value=\"\">all</option>");
        for version in versions {
            let name = visible(&version.name);
            write!(out, "<option value=\"{0}\">{0}</option>", Escaped(&name)).ok();
        }
        out.push_str("</select>");
    }
    out.push_str(
        "</form>\n<p id=\"status\" role=\"status\" aria-live=\"polite\"></p>\n\
         <noscript><p class=\"hint\">The numbers, the charts and the first findings of each code are below. Searching and \
         the complete lists need JavaScript.</p></noscript>\n</div></div>\n",
    );
}

fn lists(out: &mut String, versions: &[VersionStats]) {
    let types: usize = versions.iter().map(|version| version.described.whole).sum();
    let operations: usize = versions.iter().map(|version| version.responses.whole).sum();
    for (id, name, total, intro, columns) in [
        (
            "types",
            "Types",
            types,
            "From the page that describes a type to the Rust item that it became. Open a row for its properties.",
            ["Type", "Kind", "Page → Rust item"],
        ),
        (
            "operations",
            "Operations",
            operations,
            "From the request line to the function that makes the request. Open a row for permissions and bodies.",
            ["Request line", "Returns", "Page → function"],
        ),
    ] {
        let [first, second, third] = columns;
        writeln!(
            out,
            "<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{name} <span class=\"count\">{}</span></h2>\n\
             <p class=\"intro overview\">{intro}</p>\n<p class=\"columns\" aria-hidden=\"true\"><span>{first}</span>\
             <span>{second}</span><span>{third}</span></p>\n<div class=\"list\" data-list=\"{id}\"><p class=\"hint\">This list needs \
             JavaScript; <code>cargo xtask ir</code> exports the same as data.</p></div>\n</section>",
            number(total)
        )
        .ok();
    }
}
