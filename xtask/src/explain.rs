//! `explain`: what a code means and how to fix it.

use crate::Outcome;
use crate::cli::ExplainArguments;
use crate::drift;
use crate::failure::{Failure, unless_closed};
use crate::paths::Folder;
use crate::pipeline;
use crate::terminal::Terminal;
use generator::diagnostic::Code;
use generator::evidence::Evidence;
use generator::write::Drift;
use std::fmt::Write as _;
use std::io::Write as _;

pub(crate) fn run(
    arguments: &ExplainArguments,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let what = arguments.what.join(" ");
    if what.is_empty() {
        unless_closed(std::io::stdout().lock().write_all(list().as_bytes()))?;
        return Ok(Outcome::Clean);
    }
    if what.contains(['.', '/']) || what.contains("::") {
        return item(arguments, &what, terminal);
    }
    let text = explanation(&what)?;
    unless_closed(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(Outcome::Clean)
}

/// Everything that decided an item of the API.
fn item(
    arguments: &ExplainArguments,
    what: &str,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let run = pipeline::evidence(&docs.path)?;
    let (gathered, config) = &run.product;
    let evidence =
        Evidence { docs: &run.docs, names: docs.names(), config, found: &run.diagnostics };
    let Some(text) = evidence.of(gathered, what) else {
        let near = gathered.near(what);
        let help = match near.as_slice() {
            [] => "`cargo xtask find WORDS` looks names up".to_owned(),
            near => format!("did you mean `{}`?", near.join("`, `")),
        };
        return Err(Failure::with_help(format!("there is no item `{what}`"), help));
    };
    unless_closed(terminal.stdout().write_all(text.as_bytes()))?;
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
