//! The examples of the pages as a module of the crate, behind a feature: the files of examples in, `src/examples.rs` out.

use super::items::TextFile;
use super::manifest::Version;
use super::markup;
use super::written::Written;

const HEAD: &str = "\
//! What the pages show, for tests without a network: `Client::new(v1_0::API, examples::v1_0())` is a client of a
//! service that answers with the documented responses, and `examples::v1_0().value::<T>(page)` gives one of them.
";

/// `src/examples.rs`: for each version a service that answers from its pages.
pub(super) fn text(versions: &[Version<'_>], texts: &[TextFile]) -> Written {
    let mut out = Written::default();
    out.own(HEAD);
    for version in versions {
        let module = version.module();
        let folder = format!("tests/examples/{}/", module.as_str());
        let mut files: Vec<&str> = texts.iter().map(|text| text.path.as_str()).collect();
        files.retain(|path| path.starts_with(&folder) && path.ends_with(".json"));
        files.sort_unstable();
        out.own("\n/// What the pages show of version ").markup(&markup::code(version.name));
        out.own(".\n#[cfg(feature = \"").add(&module).own("\")]\n#[must_use]\npub fn ");
        out.add(&module).own("() -> crate::runtime::client::Documented {\n");
        out.own("    crate::runtime::client::Documented::new(crate::").add(&module);
        out.own("::OPERATIONS, &[\n");
        for file in files {
            let path = format!("/{file}");
            out.own("        include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), ").rust(&path);
            out.own(")),\n");
        }
        out.own("    ])\n}\n");
    }
    out
}
