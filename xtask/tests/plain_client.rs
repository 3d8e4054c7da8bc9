//! An application on a crate of pages without OData: it has tokens, retries, redirects and pages of its own form, and
//! none of the OData parts is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder with the crate and the application beside it.
fn written() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain");
    let docs = folder.join("docs");
    fs::create_dir_all(&docs).expect("a folder");
    let family = root().join("generator/tests/families/orchard");
    for file in ["dialect.toml", "trees.md"] {
        fs::copy(family.join(file), docs.join(file)).expect("a copy");
    }
    let config = "dialect = \"dialect.toml\"\n\n[crate]\nname = \"orchard\"\n";
    fs::write(docs.join("codegen.toml"), config).expect("the configuration");
    let mut codegen = Command::new(env!("CARGO_BIN_EXE_xtask"));
    codegen.args(["codegen", "--no-cache", "--overwrite-edited", "--docs"]).arg(&docs);
    let output = codegen.arg("--out").arg(folder.join("crate")).output().expect("xtask runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let app = folder.join("app");
    fs::create_dir_all(app.join("src")).expect("a folder");
    for file in ["Cargo.toml", "src/main.rs"] {
        let source = root().join("xtask/tests/orchard-app").join(file);
        fs::copy(source, app.join(file)).expect("a copy");
    }
    folder
}

fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).current_dir(folder.join("app"));
    // The dependencies are those of the emitted crate.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    cargo.env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS").output().expect("cargo runs")
}

#[test]
fn an_application_without_odata_has_its_own_pages_and_no_odata() {
    let folder = written();
    let ran = cargo(&folder, &["run", "--quiet"]);
    let (said, errors) =
        (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{errors}");
    assert!(!errors.contains("warning"), "{errors}");
    assert_eq!(
        said,
        "\
GET https://orchard.example/trees?sort=age, token: true
GET https://orchard.example/trees?from=2, token: true
GET https://orchard.example/trees?from=2, token: true
POST https://orchard.example/orchards/north/trees, token: true
POST https://orchard.example/orchards/north/trees, token: true
POST https://nursery.example/new, token: false
POST https://nursery.example/new, token: false
waits: [3s, 3s, 3s]
"
    );

    // What OData has beyond that is not there to be named.
    let built = cargo(&folder, &["check", "--quiet", "--features", "odata"]);
    let errors = String::from_utf8_lossy(&built.stderr);
    assert!(!built.status.success(), "OData is there");
    for name in ["Batch", "Change", "Upload", "quote", "expand", "order_by", "select"] {
        assert!(errors.contains(&format!("no `{name}` in ")), "{name} is there:\n{errors}");
    }
    let conventions = fs::read_to_string(folder.join("crate/src/conventions.rs"));
    let conventions = conventions.expect("the conventions");
    for line in ["option_prefix: \"\"", "batch: None", "upload: None", "items: &[\"fruits\"]"] {
        assert!(conventions.contains(line), "{line} is missing in:\n{conventions}");
    }
    assert!(!conventions.contains("odata"), "{conventions}");
}
