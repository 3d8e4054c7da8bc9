//! The sections about what is complete: a bar and a number for each measure of each version.
//!
//! In: counts. Out: markup.

use super::charts::{self, Part, counted, number, percent};
use super::escape::{Escaped, visible};
use super::findings::Group;
use super::stats::{Share, VersionStats};
use std::fmt::Write as _;

/// How much is described, typed, documented and known.
pub(super) fn coverage(out: &mut String, versions: &[VersionStats]) {
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
        writeln!(
            out,
            "<div class=\"card\">\n<h3>Version {}</h3>\n<p class=\"intro\">{}: {} {}, {} and {}; {}.</p>\n\
             <table class=\"measures shares\">\n<thead><tr><th scope=\"col\">Measure</th><th scope=\"col\">Coverage</th>\
             <th scope=\"col\" class=\"num\">Share</th><th scope=\"col\" class=\"num\">Count</th>\
             <th scope=\"col\">Missing</th></tr></thead>\n<tbody>",
            Escaped(&name),
            counted(version.pages, "page"),
            number(version.entities),
            if version.entities == 1 { "entity" } else { "entities" },
            counted(version.complex, "complex type"),
            counted(version.enums, "enum"),
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
        rest => format!(
            "<a href=\"#q=is:{missing}\">{} {}</a>",
            number(rest),
            missing.replace('-', " ")
        ),
    };
    row(out, name, share, &link);
}

fn row(out: &mut String, name: &str, share: Share, missing: &str) {
    let parts = [
        Part { label: "covered", class: "ok", count: share.part },
        Part { label: "missing", class: "rest", count: share.rest() },
    ];
    writeln!(
        out,
        "<tr><th scope=\"row\">{name}</th><td class=\"chart\">{}</td><td class=\"num\">{}</td>\
         <td class=\"num\">{} of {}</td><td>{missing}</td></tr>",
        charts::stacked(&parts),
        percent(share.part, share.whole),
        number(share.part),
        number(share.whole),
    )
    .ok();
}

/// Examples by outcome, as stacked bars.
pub(super) fn examples(out: &mut String, versions: &[VersionStats], groups: &[Group<'_>]) {
    out.push_str(
        "<section id=\"examples\" class=\"overview\" aria-labelledby=\"examples-h\">\n<h2 id=\"examples-h\">Examples by \
         outcome</h2>\n<p class=\"intro\">Every JSON body that the pages show, checked against the model.</p>\n\
         <div class=\"card\">\n<p class=\"legend\"><span class=\"item\"><span class=\"key ok\"></span>ok: fits in every property</span>\
         <span class=\"item\"><span class=\"key defective\"></span>defective: the page contradicts itself</span>\
         <span class=\"item\"><span class=\"key unresolved\"></span>unresolved: nothing tells its type</span></p>\n\
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
            writeln!(
                out,
                "<tr class=\"{class}\"><th scope=\"row\">{}{role}</th><td class=\"chart\">{}</td><td class=\"num\">{ok}</td>\
                 <td class=\"num\">{defective}</td><td class=\"num\">{unresolved}</td><td class=\"num\">{}</td></tr>",
                Escaped(&name),
                charts::stacked(&parts),
                number(found.total()),
            )
            .ok();
        }
    }
    out.push_str("</tbody>\n</table>\n");
    if groups.iter().any(|group| group.code.as_str() == "unresolved-example") {
        out.push_str(
            "<p><a href=\"#code-unresolved-example\">Show the unresolved examples</a></p>\n",
        );
    }
    out.push_str("</div>\n</section>\n");
}
