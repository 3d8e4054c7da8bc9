//! `find`: what there is in the API, by words.

use crate::Outcome;
use crate::cli::{FindArguments, FindFormat};
use crate::failure::{Failure, unless_closed};
use crate::paths::Folder;
use crate::pipeline;
use generator::diff::{RECORD_FILE, Snapshot};
use generator::evidence;
use generator::write;
use std::io::Write as _;

pub(crate) fn run(arguments: &FindArguments) -> Result<Outcome, Failure> {
    let snapshot = snapshot(arguments)?;
    let hits = evidence::find(&snapshot, &arguments.words, arguments.limit);
    let text = match arguments.format {
        FindFormat::Text => evidence::text(&hits),
        FindFormat::Json => evidence::json(&hits),
    };
    unless_closed(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(if hits.is_empty() { Outcome::Findings } else { Outcome::Clean })
}

/// The record that lies beside the crate is read much faster than the pages that it was made from.
fn snapshot(arguments: &FindArguments) -> Result<Snapshot, Failure> {
    if arguments.docs.is_none() {
        let out = Folder::out(arguments.out.as_deref())?;
        let record = write::current_text(&out.path, RECORD_FILE);
        if let Some(snapshot) = record.and_then(|text| Snapshot::of_record(&text).ok()) {
            return Ok(snapshot);
        }
        if arguments.out.is_some() {
            let message =
                format!("`{}` holds no crate with a record (`{RECORD_FILE}`)", out.shown());
            return Err(Failure::with_help(message, "`--docs DIR` looks in pages"));
        }
    }
    let docs = Folder::docs(arguments.docs.as_deref())?;
    Ok(pipeline::snapshot(&docs.path)?.product.0)
}
