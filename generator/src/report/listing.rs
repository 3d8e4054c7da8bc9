//! The section about what is wrong: charts, then each code with its first findings and their lines.
//!
//! In: findings by code. Out: markup; the script puts all findings in the place of the first ones. What it makes
//! looks like what is made here.

use super::charts::{self, Part, counted, number};
use super::data;
use super::escape::{Escaped, visible};
use super::findings::Group;
use super::snippet::Snippet;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::DocSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// So many findings of each code are on the page without the script.
const FIRST_OF_CODE: usize = 3;
/// So many pages are named that have the most warnings.
const WORST_PAGES: usize = 10;

/// Charts of the findings, and the first of each code.
pub(super) fn findings(out: &mut String, docs: &DocSet, groups: &[Group<'_>]) {
    let total: usize = groups.iter().map(|group| group.findings.len()).sum();
    out.push_str(
        "<section id=\"findings\" aria-labelledby=\"findings-h\">\n<h2 id=\"findings-h\">Findings \
         <span class=\"count\"></span></h2>\n",
    );
    if total == 0 {
        out.push_str("<p class=\"none\">Nothing was found to be wrong.</p>\n</section>\n");
        return;
    }
    writeln!(
        out,
        "<div class=\"overview\">\n<p class=\"intro\">{} with {}. A mistake in a page never stops the generator; what it did \
         instead is said with each code.</p>",
        counted(groups.len(), "code"),
        counted(total, "finding"),
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
    out.push_str("<div class=\"card\">\n<h3>Findings by code</h3>\n<p class=\"legend\">");
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        if groups.iter().any(|group| group.severity == severity) {
            write!(
                out,
                "<span class=\"item\"><span class=\"key {severity}\"></span>{severity}</span>"
            )
            .ok();
        }
    }
    out.push_str(
        "</p>\n<table class=\"measures \
         codes\">\n<thead class=\"hidden\"><tr><th scope=\"col\">Code</th><th scope=\"col\">Chart</th>\
         <th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n",
    );
    for group in rows {
        let (code, severity) = (group.code.as_str(), group.severity.as_str());
        let part = Part {
            label: severity_label(group.severity),
            class: severity,
            count: group.findings.len(),
        };
        writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#code-{code}\">{code}</a></th><td class=\"chart\">{}</td>\
             <td class=\"num\">{}</td></tr>",
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
        if let Some(label) = found.primary.as_ref().filter(|_| found.severity <= Severity::Warning)
        {
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
        writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#q={}\">{}</a></th><td class=\"chart\">{}</td><td class=\"num\">{}</td></tr>",
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
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte))
            }
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

fn code_group(out: &mut String, docs: &DocSet, group: &Group<'_>) {
    let (code, severity) = (group.code.as_str(), group.severity.as_str());
    let total = group.findings.len();
    writeln!(
        out,
        "<details class=\"group\" id=\"code-{code}\" data-code=\"{code}\">\n<summary><span class=\"badge {severity}\">{severity}</span> \
         <span class=\"code\">{code}</span> <span class=\"count\">{}</span></summary>\n<p class=\"explanation\">{}</p>\n\
         <ol class=\"findings\">",
        number(total),
        Escaped(group.code.explanation()),
    )
    .ok();
    for found in group.findings.iter().take(FIRST_OF_CODE) {
        finding(out, docs, found);
    }
    out.push_str("</ol>\n");
    if let Some(rest) = total.checked_sub(FIRST_OF_CODE).filter(|rest| *rest > 0) {
        writeln!(
            out,
            "<p class=\"more-static hint\">And {} more, which need JavaScript to be listed here; \
             <code>cargo xtask codegen --check --message-format short</code> lists them all.</p>",
            number(rest)
        )
        .ok();
    }
    out.push_str("</details>\n");
}

fn finding(out: &mut String, docs: &DocSet, found: &Diagnostic) {
    let severity = found.severity.as_str();
    let message = with_code(&visible(&found.message));
    write!(
        out,
        "<li class=\"finding\"><p class=\"message\"><span class=\"badge {severity}\">{severity}</span> {message}</p>"
    )
    .ok();
    for label in data::labels(found) {
        snippet(out, &Snippet::new(docs, label));
    }
    if let Some(help) = &found.help {
        write!(out, "<p class=\"help\">{}</p>", with_code(&visible(help))).ok();
    }
    out.push_str("</li>\n");
}

/// The words between back-ticks as code.
fn with_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return Escaped(text).to_string();
    }
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        let (open, close) = if at % 2 == 0 { ("", "") } else { ("<code>", "</code>") };
        write!(out, "{open}{}{close}", Escaped(part)).ok();
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_messages_is_escaped_like_the_rest() {
        assert_eq!(with_code("no `<b>` in `a`"), "no <code>&lt;b&gt;</code> in <code>a</code>");
        assert_eq!(with_code("a lone ` and <b>"), "a lone ` and &lt;b&gt;");
        assert_eq!(with_code(""), "");
    }

    #[test]
    fn fragments_are_encoded() {
        assert_eq!(url_encoded("v1.0/a b\"<&>.md"), "v1.0/a%20b%22%3C%26%3E.md");
    }
}
