//! The examples of the pages as a module of the crate, behind a feature: the files of examples in, `src/examples.rs` out.

use super::items::TextFile;
use super::manifest::Version;
use std::fmt::Write;

/// `src/examples.rs`: for each version a service that answers from its pages.
pub(super) fn text(versions: &[Version<'_>], texts: &[TextFile]) -> TextFile {
    let mut text = String::from(
        "\
//! What the pages show, for tests without a network: `Client::new(v1_0::API, examples::v1_0())` is a client of a
//! service that answers with the documented responses, and `examples::v1_0().value::<T>(page)` gives one of them.

use crate::runtime::client::Documented;
",
    );
    for Version { name, module } in versions {
        let folder = format!("tests/examples/{module}/");
        let mut files: Vec<&str> = texts.iter().map(|text| text.path.as_str()).collect();
        files.retain(|path| path.starts_with(&folder) && path.ends_with(".json"));
        files.sort_unstable();
        let _ = write!(
            text,
            "\n/// What the pages show of version {name}.\n#[cfg(feature = \"{module}\")]\n#[must_use]\n\
             pub fn {module}() -> Documented {{\n    Documented::new(crate::{module}::OPERATIONS, &[\n"
        );
        for file in files {
            let path = format!("/{file}");
            let _ = writeln!(
                text,
                "        include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})),"
            );
        }
        text.push_str("    ])\n}\n");
    }
    TextFile { path: "src/examples.rs".to_owned(), text }
}
