//! False alarms that reading a sample of the findings brought to light: each `tests/false_alarms/*.md` shows
//! what is right and, beside it, what is wrong and must still be found.
//!
//! The `findings` fence holds everything that reading, resolving and checking say, without the notes that a
//! small test page cannot avoid.

#[path = "support/literate.rs"]
mod literate;

use generator::config::Config;
use generator::diagnostic::Code;
use generator::pipeline;
use generator::source::DocSet;

#[test]
fn false_alarms() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/false_alarms");
    literate::run(std::path::Path::new(folder), &[("findings", findings)]);
    assert!(!literate::inputs(std::path::Path::new(folder)).is_empty());
}

fn findings(docs: &DocSet) -> String {
    let understood = pipeline::understand(docs, &Config::default());
    let mut out = String::new();
    for diagnostic in understood.diagnostics.into_sorted() {
        let Some(label) = &diagnostic.primary else { continue };
        if matches!(diagnostic.code, Code::UnclassifiedPage | Code::InferredType) {
            continue;
        }
        let path = &docs.file(label.span.file).path;
        let name = path.rsplit('/').next().unwrap_or(path);
        let ((line, column), _) = docs.positions(label.span);
        let (code, message) = (diagnostic.code.as_str(), &diagnostic.message);
        out.push_str(&format!("{name}:{line}:{column} {code} {message}"));
        if let Some(help) =
            diagnostic.help.as_ref().filter(|_| diagnostic.code == Code::UnknownProperty)
        {
            out.push_str(&format!(" ({help})"));
        }
        out.push('\n');
    }
    out
}
