//! `explain`: what a code means and how to fix it.

use crate::Outcome;
use crate::cli::ExplainArguments;
use crate::drift;
use crate::failure::{Failure, unless_closed};
use generator::diagnostic::Code;
use generator::write::Drift;
use std::fmt::Write as _;
use std::io::Write as _;

pub(crate) fn run(arguments: &ExplainArguments) -> Result<Outcome, Failure> {
    let text = match &arguments.code {
        Some(name) => explanation(name)?,
        None => list(),
    };
    unless_closed(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(Outcome::Clean)
}

fn explanation(name: &str) -> Result<String, Failure> {
    // People paste what they see: `warning[unknown-type]`.
    let name = name.split_once('[').map_or(name, |(_, rest)| rest).trim_end_matches([']', ':']);
    let (severity, text) = if let Ok(code) = name.parse::<Code>() {
        (code.default_severity().as_str(), code.explanation())
    } else if let Some(drift) = drift::ALL.into_iter().find(|&drift| drift::code(drift) == name) {
        ("error", drift::explanation(drift))
    } else {
        return Err(Failure::with_help(format!("there is no diagnostic `{name}`"), near(name)));
    };
    Ok(format!("{severity}[{name}]\n\n{}\n", unwrap_lines(text)))
}

/// Documentation is wrapped at the width of a source line; a terminal wraps by itself.
fn unwrap_lines(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        lines.join(" ")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn names() -> impl Iterator<Item = &'static str> {
    let drifts: [Drift; 4] = drift::ALL;
    Code::ALL.iter().map(|code| code.as_str()).chain(drifts.map(drift::code))
}

fn near(name: &str) -> String {
    let words: Vec<&str> = name.split(['-', '_', ' ']).filter(|word| word.len() > 3).collect();
    let shared = |candidate: &&str| words.iter().any(|word| candidate.contains(word));
    let near: Vec<&str> = names().filter(shared).take(6).collect();
    if near.is_empty() {
        return "`cargo xtask explain --list` lists all codes".to_owned();
    }
    format!("did you mean `{}`?", near.join("`, `"))
}

fn list() -> String {
    let mut text = String::new();
    for code in Code::ALL {
        writeln!(text, "{:<8} {}", code.default_severity().as_str(), code.as_str()).ok();
    }
    for drift in drift::ALL {
        writeln!(text, "{:<8} {}", "error", drift::code(drift)).ok();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained() {
        for name in names() {
            let text = explanation(name).unwrap();
            assert!(text.contains(name) && text.lines().count() >= 3, "{name}: {text}");
        }
    }

    #[test]
    fn pasted_forms_are_understood() {
        for pasted in
            ["unknown-type", "warning[unknown-type]", "warning[unknown-type]:", "[unknown-type]"]
        {
            assert!(explanation(pasted).is_ok(), "{pasted}");
        }
    }

    #[test]
    fn a_slip_is_met_with_suggestions() {
        let Err(Failure::Plain { help: Some(help), .. }) = explanation("unknown-propertie") else {
            panic!("there is no such code")
        };
        assert!(help.contains("`unknown-property`"), "{help}");
    }
}
