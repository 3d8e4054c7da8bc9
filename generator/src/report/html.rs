//! The page itself: its skeleton, the numbers, the charts, the first findings of each code.
//!
//! In: counts, groups and the data of the script. Out: the whole text. Every text that is not ours passes
//! through [`Escaped`]; the policy in the head forbids the network and any script but the one below, so
//! that even a slip there could not run or load anything.

use super::charts::{self, Part, counted, number, percent};
use super::data;
use super::escape::{Escaped, visible};
use super::findings::{Group, of_severity};
use super::snippet::Snippet;
use super::stats::{Outcomes, Share, VersionStats};
use super::{Inputs, SIGNATURE};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::DocSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// So many findings of each code are on the page without the script.
const FIRST_OF_CODE: usize = 3;
/// So many pages are named that have the most findings.
const WORST_PAGES: usize = 10;

/// The report.
pub(super) fn page(inputs: &Inputs<'_>, versions: &[VersionStats], groups: &[Group<'_>], data: &str) -> String {
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
    write!(out, "<script type=\"application/json\" id=\"data\">{data}</script>\n<script nonce=\"report\">\n").ok();
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, crate_name: &str) {
    write!(
        out,
        "<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-report'; \
         style-src 'nonce-report'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{} · reference report</title>\n\
         <style nonce=\"report\">\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the report</a>\n",
        Escaped(&visible(crate_name))
    )
    .ok();
}

fn header(out: &mut String, inputs: &Inputs<'_>, versions: &[VersionStats], groups: &[Group<'_>]) {
    let summary = inputs.summary;
    let types = summary.types + summary.enums;
    let names: Vec<String> = versions.iter().map(|version| Escaped(&version.name).to_string()).collect();
    write!(
        out,
        "<header class=\"top\">\n<p class=\"eyebrow\">Reference report{}</p>\n<h1>What the pages say, and what they \
         leave open</h1>\n<p class=\"lede\">The generator read <strong>{}</strong> and understood <strong>{}</strong> and \
         <strong>{}</strong>. This report shows how complete that is, what is wrong in the pages and where, and \
         which item of the crate <code>{}</code> each of them became.</p>\n<dl class=\"tiles\">\n",
        if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) },
        counted(summary.pages, "page"),
        counted(types, "type"),
        counted(summary.operations, "operation"),
        Escaped(&visible(inputs.crate_name)),
    )
    .ok();
    let all = |share: fn(&VersionStats) -> Share| versions.iter().map(share).fold(Share::default(), Share::plus);
    let (typed, responses) = (all(|found| found.typed), all(|found| found.responses));
    let examples = versions.iter().map(VersionStats::examples).fold(Outcomes::default(), Outcomes::plus);
    let mut tile = |href: &str, name: &str, value: String, note: String| {
        write!(
            out,
            "<div class=\"tile\"><dt><a href=\"{href}\">{name}</a></dt><dd>{value}<small>{note}</small></dd></div>\n"
        )
        .ok();
    };
    let structures = counted(summary.types, "structure");
    tile("#types", "Types", number(types), format!("{structures}, {}", counted(summary.enums, "enum")));
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
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| of_severity(groups, severity));
    let mut others = vec![counted(notes, "note")];
    if errors > 0 {
        others.insert(0, counted(errors, "error"));
    }
    tile("#findings", "Warnings in the pages", number(warnings), format!("and {}", others.join(", ")));
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

fn coverage(out: &mut String, versions: &[VersionStats]) {
    out.push_str(
        "<section id=\"coverage\" class=\"overview\" aria-labelledby=\"coverage-h\">\n<h2 id=\"coverage-h\">Coverage</h2>\n\
         <p class=\"intro\">How much of what the pages mention they also say enough about. Follow a number on the \
         right to the things behind it.</p>\n",
    );
    if versions.is_empty() {
        out.push_str("<p class=\"none\">No page describes anything.</p>\n");
    }
    for version in versions {
        let name = visible(&version.name);
        write!(
            out,
            "<div class=\"card\">\n<h3>Version {}</h3>\n<p class=\"intro\">{}: {} entities, {} complex types and {} enums; {}.</p>\n\
             <table class=\"measures\">\n<thead><tr><th scope=\"col\">Measure</th><th scope=\"col\">Coverage</th>\
             <th scope=\"col\" class=\"num\">Share</th><th scope=\"col\" class=\"num\">Count</th>\
             <th scope=\"col\">Missing</th></tr></thead>\n<tbody>\n",
            Escaped(&name),
            counted(version.pages, "page"),
            number(version.entities),
            number(version.complex),
            number(version.enums),
            counted(version.responses.whole, "operation"),
        )
        .ok();
        measure(out, "Types described by a page", version.described, "synthetic");
        measure(out, "Properties with a type", version.typed, "untyped");
        measure(out, "Properties and members documented", version.documented, "undocumented");
        measure(out, "Operations with a known response", version.responses, "unknown-response");
        measure(out, "Operations with permissions", version.permissions, "no-permissions");
        let examples = version.examples();
        let fitting = Share { part: examples.ok, whole: examples.total() };
        row(out, "Examples that fit the model", fitting, "<a href=\"#examples\">by outcome</a>");
        out.push_str("</tbody>\n</table>\n</div>\n");
    }
    out.push_str("</section>\n");
}

fn measure(out: &mut String, name: &str, share: Share, missing: &str) {
    let link = match share.rest() {
        0 => "none".to_owned(),
        rest => format!("<a href=\"#q=is:{missing}\">{} {}</a>", number(rest), missing.replace('-', " ")),
    };
    row(out, name, share, &link);
}

fn row(out: &mut String, name: &str, share: Share, missing: &str) {
    let parts = [
        Part { label: "covered", class: "ok", count: share.part },
        Part { label: "missing", class: "rest", count: share.rest() },
    ];
    write!(
        out,
        "<tr><th scope=\"row\">{name}</th><td class=\"chart\">{}</td><td class=\"num\">{}</td>\
         <td class=\"num\">{} of {}</td><td>{missing}</td></tr>\n",
        charts::stacked(&parts),
        percent(share.part, share.whole),
        number(share.part),
        number(share.whole),
    )
    .ok();
}

fn examples(out: &mut String, versions: &[VersionStats], groups: &[Group<'_>]) {
    out.push_str(
        "<section id=\"examples\" class=\"overview\" aria-labelledby=\"examples-h\">\n<h2 id=\"examples-h\">Examples by \
         outcome</h2>\n<p class=\"intro\">Every JSON body that the pages show, checked against the model.</p>\n\
         <div class=\"card\">\n<p class=\"legend\"><span class=\"key ok\"></span>ok: fits in every property \
         <span class=\"key defective\"></span>defective: the page contradicts itself \
         <span class=\"key unresolved\"></span>unresolved: nothing tells its type</p>\n\
         <table class=\"measures outcomes\">\n<thead><tr><th scope=\"col\">Examples</th><th scope=\"col\">Outcomes</th>\
         <th scope=\"col\" class=\"num\">ok</th><th scope=\"col\" class=\"num\">defective</th>\
         <th scope=\"col\" class=\"num\">unresolved</th><th scope=\"col\" class=\"num\">all</th></tr></thead>\n<tbody>\n",
    );
    for version in versions {
        let name = visible(&version.name);
        for (role, found) in [
            ("", version.examples()),
            (" requests", version.requests),
            (" responses", version.replies),
        ] {
            let parts = [
                Part { label: "ok", class: "ok", count: found.ok },
                Part { label: "defective", class: "defective", count: found.defective },
                Part { label: "unresolved", class: "unresolved", count: found.unresolved },
            ];
            let [ok, defective, unresolved] = parts.map(|part| number(part.count));
            let class = if role.is_empty() { "sum" } else { "part" };
            write!(
                out,
                "<tr class=\"{class}\"><th scope=\"row\">{}{role}</th><td class=\"chart\">{}</td><td class=\"num\">{ok}</td>\
                 <td class=\"num\">{defective}</td><td class=\"num\">{unresolved}</td><td class=\"num\">{}</td></tr>\n",
                Escaped(&name),
                charts::stacked(&parts),
                number(found.total()),
            )
            .ok();
        }
    }
    out.push_str("</tbody>\n</table>\n");
    if groups.iter().any(|group| group.code.as_str() == "unresolved-example") {
        out.push_str("<p><a href=\"#code-unresolved-example\">Show the unresolved examples</a></p>\n");
    }
    out.push_str("</div>\n</section>\n");
}

fn findings(out: &mut String, docs: &DocSet, groups: &[Group<'_>]) {
    let total: usize = groups.iter().map(|group| group.findings.len()).sum();
    out.push_str(
        "<section id=\"findings\" aria-labelledby=\"findings-h\">\n<h2 id=\"findings-h\">Findings \
         <span class=\"count\"></span></h2>\n",
    );
    if total == 0 {
        out.push_str("<p class=\"none\">Nothing was found to be wrong.</p>\n</section>\n");
        return;
    }
    write!(
        out,
        "<div class=\"overview\">\n<p class=\"intro\">{} of {}. A mistake in a page never stops the generator; what it did \
         instead is said with each code.</p>\n",
        counted(total, "finding"),
        counted(groups.len(), "kind"),
    )
    .ok();
    code_chart(out, groups);
    page_chart(out, docs, groups);
    out.push_str("</div>\n<h3 class=\"overview\">By code, with the lines in question</h3>\n<div id=\"groups\">\n");
    for group in groups {
        code_group(out, docs, group);
    }
    out.push_str("</div>\n</section>\n");
}

fn code_chart(out: &mut String, groups: &[Group<'_>]) {
    let most = groups.iter().map(|group| group.findings.len()).max().unwrap_or(0);
    let mut rows: Vec<&Group<'_>> = groups.iter().collect();
    rows.sort_by_key(|group| (Reverse(group.findings.len()), group.code));
    out.push_str(
        "<div class=\"card\">\n<h3>Findings by code</h3>\n<p class=\"legend\"><span class=\"key error\"></span>error \
         <span class=\"key warning\"></span>warning <span class=\"key note\"></span>note</p>\n<table class=\"measures \
         codes\">\n<thead class=\"hidden\"><tr><th scope=\"col\">Code</th><th scope=\"col\">Chart</th>\
         <th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n",
    );
    for group in rows {
        let (code, severity) = (group.code.as_str(), group.severity.as_str());
        let part = Part { label: severity_label(group.severity), class: severity, count: group.findings.len() };
        write!(
            out,
            "<tr><th scope=\"row\"><a href=\"#code-{code}\">{code}</a></th><td class=\"chart\">{}</td>\
             <td class=\"num\">{}</td></tr>\n",
            charts::bar(part, most),
            number(part.count),
        )
        .ok();
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn severity_label(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "errors",
        Severity::Warning => "warnings",
        Severity::Note | Severity::Allow => "notes",
    }
}

/// The pages with the most warnings and errors: where an hour of mending is best spent.
fn page_chart(out: &mut String, docs: &DocSet, groups: &[Group<'_>]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in groups.iter().flat_map(|group| &group.findings) {
        if let Some(label) = found.primary.as_ref().filter(|_| found.severity <= Severity::Warning) {
            *counts.entry(docs.file(label.span.file).path.as_str()).or_default() += 1;
        }
    }
    let mut pages: Vec<(&str, usize)> = counts.into_iter().collect();
    pages.sort_by_key(|&(page, count)| (Reverse(count), page));
    let most = pages.first().map_or(0, |&(_, count)| count);
    if most == 0 {
        return;
    }
    out.push_str(
        "<div class=\"card\">\n<h3>Pages with the most warnings</h3>\n<table class=\"measures codes pages\">\n\
         <thead class=\"hidden\"><tr><th scope=\"col\">Page</th><th scope=\"col\">Chart</th>\
         <th scope=\"col\">Warnings</th></tr></thead>\n<tbody>\n",
    );
    for &(page, count) in pages.iter().take(WORST_PAGES) {
        let shown = visible(page);
        write!(
            out,
            "<tr><th scope=\"row\"><a href=\"#q={}\">{}</a></th><td class=\"chart\">{}</td><td class=\"num\">{}</td></tr>\n",
            url_encoded(page),
            Escaped(&shown),
            charts::bar(Part { label: "warnings", class: "warning", count }, most),
            number(count),
        )
        .ok();
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// For the value of `q` in a fragment.
fn url_encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

fn code_group(out: &mut String, docs: &DocSet, group: &Group<'_>) {
    let (code, severity) = (group.code.as_str(), group.severity.as_str());
    let total = group.findings.len();
    write!(
        out,
        "<details class=\"group\" id=\"code-{code}\" data-code=\"{code}\">\n<summary><span class=\"badge {severity}\">{severity}</span> \
         <span class=\"code\">{code}</span> <span class=\"count\">{}</span></summary>\n<p class=\"explanation\">{}</p>\n\
         <ol class=\"findings\">\n",
        number(total),
        Escaped(group.code.explanation()),
    )
    .ok();
    for found in group.findings.iter().take(FIRST_OF_CODE) {
        finding(out, docs, found);
    }
    out.push_str("</ol>\n");
    if let Some(rest) = total.checked_sub(FIRST_OF_CODE).filter(|rest| *rest > 0) {
        write!(
            out,
            "<p class=\"more-static hint\">And {} more, which need JavaScript to be listed here; \
             <code>cargo xtask codegen --check --message-format short</code> lists them all.</p>\n",
            number(rest)
        )
        .ok();
    }
    out.push_str("</details>\n");
}

fn finding(out: &mut String, docs: &DocSet, found: &Diagnostic) {
    let severity = found.severity.as_str();
    let message = visible(&found.message);
    write!(
        out,
        "<li class=\"finding\"><p class=\"message\"><span class=\"badge {severity}\">{severity}</span> {}</p>",
        Escaped(&message)
    )
    .ok();
    for label in data::labels(found) {
        snippet(out, &Snippet::new(docs, label));
    }
    if let Some(help) = &found.help {
        write!(out, "<p class=\"help\">{}</p>", Escaped(&visible(help))).ok();
    }
    out.push_str("</li>\n");
}

fn snippet(out: &mut String, snippet: &Snippet<'_>) {
    let line = snippet.line.to_string();
    let marker = "^".repeat(snippet.length());
    let gap = " ".repeat(line.len());
    let indent = " ".repeat(snippet.indent());
    write!(
        out,
        "<figure class=\"snippet\"><figcaption>{}:{line}:{}</figcaption><pre><span class=\"gutter\">{line} │ </span>{}\
         <mark>{}</mark>{}\n<span class=\"gutter\">{gap} │ </span><span class=\"caret\">{indent}{marker}{}{}</span></pre></figure>",
        Escaped(&visible(snippet.page)),
        snippet.column,
        Escaped(&snippet.before),
        Escaped(&snippet.hit),
        Escaped(&snippet.after),
        if snippet.label.is_empty() { "" } else { " " },
        Escaped(&snippet.label),
    )
    .ok();
}

fn lists(out: &mut String, versions: &[VersionStats]) {
    let types: usize = versions.iter().map(|version| version.described.whole).sum();
    let operations: usize = versions.iter().map(|version| version.responses.whole).sum();
    for (id, name, total, intro) in [
        ("types", "Types", types, "From the page that describes a type to the Rust item that it became. Open a row for its properties."),
        ("operations", "Operations", operations, "From the request line to the function that makes the request. Open a row for permissions and bodies."),
    ] {
        write!(
            out,
            "<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{name} <span class=\"count\">{}</span></h2>\n\
             <p class=\"intro overview\">{intro}</p>\n<div class=\"list\" data-list=\"{id}\"><p class=\"hint\">This list needs \
             JavaScript; <code>cargo xtask ir</code> exports the same as data.</p></div>\n</section>\n",
            number(total)
        )
        .ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_encoded() {
        assert_eq!(url_encoded("v1.0/a b\"<&>.md"), "v1.0/a%20b%22%3C%26%3E.md");
    }
}
