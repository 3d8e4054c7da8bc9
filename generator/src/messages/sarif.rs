//! One SARIF 2.1.0 log, for code scanning.

use super::Row;
use super::json::visible_json;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(super) fn print(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    let rules: BTreeMap<&str, &Row> = rows.iter().map(|row| (row.code, row)).collect();
    let names: Vec<&str> = rules.keys().copied().collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "xtask codegen",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|row| rule(row)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": rows.iter().map(|row| result(row, &names)).collect::<Vec<_>>(),
        }],
    });
    writeln!(out, "{}", visible_json(serde_json::to_string_pretty(&log)?))
}

fn rule(row: &Row) -> Value {
    let text: Vec<&str> = row.explanation.lines().collect();
    json!({
        "id": row.code,
        "shortDescription": { "text": row.code.replace('-', " ") },
        "fullDescription": { "text": text.join(" ") },
        "defaultConfiguration": { "level": row.default_severity },
    })
}

fn result(row: &Row, names: &[&str]) -> Value {
    let mut text = row.message.clone();
    if let Some(help) = &row.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    let mut result = json!({
        "ruleId": row.code,
        "ruleIndex": names.binary_search(&row.code).unwrap_or_default(),
        "level": row.severity,
        "message": { "text": text },
    });
    if let Some(place) = &row.place {
        let region = json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        });
        result["locations"] = json!([location(&place.file, region)]);
    }
    let related = row.related.iter().map(|related| {
        let region = json!({ "startLine": related.line, "startColumn": related.column });
        let mut place = location(&related.file, region);
        place["message"] = json!({ "text": related.message });
        place
    });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result
}

fn location(file: &str, region: Value) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) }, "region": region } })
}

/// A path as a relative reference, or as a `file:` address if it is absolute.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let mut uri = scheme.to_owned();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::tests::text_of;

    #[test]
    fn a_log_with_rules_and_results() {
        let log: Value = serde_json::from_str(&text_of(print)).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().collect();
        assert_eq!(
            rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect::<Vec<_>>(),
            ["unknown-type", "unused-severity"]
        );
        assert!(
            rules.iter().all(|rule| !rule["fullDescription"]["text"].as_str().unwrap().is_empty())
        );
        let result = &run["results"][0];
        assert_eq!(result["ruleIndex"], 0);
        assert_eq!(result["level"], "warning");
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(
            *region,
            json!({"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 13})
        );
        let other = &result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(*other, "docs/v1.0/api/b%2C%20c.md");
        assert!(run["results"][1].get("locations").is_none());
        assert_eq!(uri("/a/é.md"), "file:///a/%C3%A9.md");
    }
}
