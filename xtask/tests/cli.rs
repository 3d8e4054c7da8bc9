//! The commands from outside: exit status, streams, and what happens to folders.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{PAGE, PAGE_PATH, Project, Ran, files};

#[test]
fn help_and_version() {
    let project = Project::new();
    let help = project.run(&["--help"]).expect(0).stdout;
    for word in ["codegen", "ir", "explain", "--color", "--quiet", "Examples:", "Exit status"] {
        assert!(help.contains(word), "`{word}` is missing in:\n{help}");
    }
    let help = project.run(&["codegen", "--help"]).expect(0).stdout;
    let flags = [
        "--docs <DIR>",
        "--out <DIR>",
        "--check",
        "--overwrite-edited",
        "--message-format <FORMAT>",
        "--timings",
        "--include <PATTERN>",
        "--exclude <PATTERN>",
        "--explain-slice",
        "Examples:",
    ];
    for flag in flags {
        assert!(help.contains(flag), "`{flag}` is missing in:\n{help}");
    }
    let version = project.run(&["--version"]).expect(0).stdout;
    assert_eq!(version, format!("xtask {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn runs_that_cannot_be_made_end_with_2() {
    let project = Project::new();
    project.put("file", "x");
    project.put("foreign/notes.txt", "x");
    let cases: &[(&[&str], &str)] = &[
        (&[], "Usage:"),
        (&["codegne"], "unrecognized subcommand"),
        (&["codegen", "--chek"], "--check"),
        (&["codegen", "--message-format", "xml"], "possible values"),
        (&["codegen", "--check", "--overwrite-edited"], "cannot be used with"),
        (&["explain"], "required"),
        (&["explain", "no-such-code"], "there is no diagnostic `no-such-code`"),
        (&["codegen", "--docs", "missing", "--out", "out"], "cannot read `missing`"),
        (&["codegen", "--docs", "file", "--out", "out"], "it is not a folder"),
        (&["codegen", "--docs", "", "--out", "out"], "a value is required"),
        (&["codegen", "--docs", "docs", "--out", "file"], "it is a file"),
        (&["codegen", "--docs", "docs", "--out", "file", "--check"], "it is a file"),
        (&["codegen", "--docs", "docs", "--out", "foreign"], "codegen did not make it"),
        (
            &["codegen", "--docs", "docs", "--out", "foreign", "--overwrite-edited"],
            "codegen did not make it",
        ),
        (&["ir", "--docs", "missing"], "cannot read `missing`"),
        (&["ir", "--docs", "docs", "--output", "no/such/folder.json"], "cannot write"),
    ];
    let before = files(project.root.path());
    for (arguments, message) in cases {
        let ran = project.run(arguments).expect(2).says(message);
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
    assert_eq!(files(project.root.path()), before, "nothing was damaged");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    fs::create_dir(project.path("out")).unwrap();
    fs::set_permissions(project.path("out"), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere, and then there is nothing to see.
    if fs::write(project.path("out/probe"), "").is_ok() {
        return;
    }
    project.codegen(&[]).expect(2).says("ermission denied");
    fs::set_permissions(project.path("out"), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(project.out().is_empty());
}

#[test]
fn mistakes_in_the_configuration_are_shown_with_carets() {
    let project = Project::new();
    project.put("docs/codegen.toml", "[crate]\nnmae = \"x\"\n");
    let ran = project.codegen(&[]).expect(2).says("unknown field `nmae`");
    let ran = ran.says("docs/codegen.toml:2:1").says("2 | nmae = \"x\"").says("| ^^^^");
    assert!(!ran.stderr.contains('\u{1b}'), "no colours in a pipe");
    assert!(!project.path("out").exists());
}

#[test]
fn a_crate_is_written_and_stays() {
    let project = Project::new();
    let ran = project.codegen(&[]).expect(0);
    assert_eq!(ran.stdout, "");
    let summary = ran.stderr.lines().last().unwrap().to_owned();
    assert!(summary.starts_with("1 page: ") && summary.contains("0 errors"), "{summary}");
    let before = project.out();
    assert!(before.contains_key("Cargo.toml") && before.contains_key("src/lib.rs"));

    let again = project.codegen(&[]).expect(0);
    assert!(again.stderr.contains("; 0 files written, "), "{}", again.stderr);
    assert_eq!(project.out(), before);
    project.codegen(&["--check"]).expect(0);

    fs::remove_dir_all(project.path("out")).unwrap();
    project.codegen(&[]).expect(0);
    assert_eq!(project.out(), before, "byte for byte");
}

#[test]
fn kinds_of_drift_are_told_apart() {
    let project = Project::written();
    let source = project.a_source();
    let check = |kind: &str, command: &str| {
        let before = project.out();
        let ran = project.codegen(&["--check"]).expect(1);
        let found = ran.stderr.lines().find(|line| line.starts_with(kind));
        assert!(found.is_some_and(|line| line.contains("out/")), "{}", ran.stderr);
        assert!(ran.stderr.contains(command), "{}", ran.stderr);
        assert_eq!(project.out(), before, "a check changes nothing");
        ran
    };
    let intact = project.out();

    fs::remove_file(project.path("out").join(&source)).unwrap();
    check("missing ", "= help: run `cargo xtask codegen --docs docs --out out`");
    project.codegen(&[]).expect(0);
    assert_eq!(project.out(), intact);

    project.put(&format!("out/{source}"), "// mine\n");
    check("hand-edited ", "--overwrite-edited`").says("-// mine");
    let refused = project.codegen(&[]).expect(1).says("hand-edited").says("nothing was written");
    assert!(refused.says("--overwrite-edited").stderr.contains(&source));
    project.codegen(&["--overwrite-edited"]).expect(0);
    assert_eq!(project.out(), intact);

    project.put("out/src/mine.rs", "");
    check("orphan ", "--overwrite-edited`");
    project.codegen(&[]).expect(1).says("out/src/mine.rs");
    assert!(project.path("out/src/mine.rs").exists());
    fs::remove_file(project.path("out/src/mine.rs")).unwrap();

    project.put(PAGE_PATH, &PAGE.replace("|model|String|", "|modelName|String|"));
    check("stale ", "= help: run `cargo xtask codegen --docs docs --out out`").says("modelName");
    project.codegen(&[]).expect(0);
    project.codegen(&["--check"]).expect(0);

    project.put("out/target/x.rs", "");
    project.put("out/Cargo.lock", "");
    project.codegen(&["--check"]).expect(0);
}

#[test]
fn a_page_that_goes_takes_its_files_along() {
    let project = Project::written();
    let before = project.out();
    project.put("docs/v1.0/resources/zebra.md", &PAGE.replace("device", "zebra"));
    project.codegen(&[]).expect(0);
    assert!(project.out().keys().any(|path| path.contains("zebra")));
    fs::remove_file(project.path("docs/v1.0/resources/zebra.md")).unwrap();
    project.codegen(&["--check"]).expect(1).says("orphan ");
    project.codegen(&[]).expect(0).says("removed");
    assert_eq!(project.out(), before);
}

#[test]
fn what_changed_for_users_is_named() {
    let project = Project::written();
    project.put("docs/v1.0/resources/zebra.md", &PAGE.replace("device", "zebra"));
    project.codegen(&[]).expect(0).says("API: ").says("  + additive");
    fs::remove_file(project.path("docs/v1.0/resources/zebra.md")).unwrap();
    project.codegen(&[]).expect(0).says("API: ").says("  - breaking");
}

#[test]
fn an_error_keeps_everything_from_being_written() {
    let project = Project::written();
    let before = project.out();
    let entry = "[[correction]]\npage = 'v1.0/resources/device.md'\nfind = 'nowhere'\nreplace = 'x'\nreason = 'r'\n";
    project.put("docs/codegen.toml", entry);
    project.put(PAGE_PATH, &PAGE.replace("model", "modelName"));
    for more in [&[][..], &["--check"], &["--overwrite-edited"]] {
        let ran = project.codegen(more).expect(1).says("error[correction-unused]");
        ran.says("codegen.toml:1").says("nothing was written");
        assert_eq!(project.out(), before);
    }
    let ran = project.run(&["ir", "--docs", "docs"]).expect(1).says("correction-unused");
    assert_eq!(ran.stdout, "");
}

#[test]
fn formats_for_machines_go_to_stdout() {
    let project = Project::written();
    project.put("docs/codegen.toml", "[severity]\nbase-cycle = 'note'\n");
    fs::remove_file(project.path("out/Cargo.toml")).unwrap();
    for (format, first, drift) in [
        ("short", "[unused-severity]: ", "out/Cargo.toml:1:1: error[drift-missing]: "),
        ("json", "\"code\":\"unused-severity\"", "\"file\":\"out/Cargo.toml\""),
        ("github", "title=unused-severity::", "::error file=out/Cargo.toml,line=1,"),
        ("sarif", "\"ruleId\": \"unused-severity\"", "\"uri\": \"out/Cargo.toml\""),
    ] {
        let ran = project.codegen(&["--check", "--message-format", format]).expect(1);
        assert!(ran.stdout.contains(first), "{format}:\n{}", ran.stdout);
        assert!(ran.stdout.contains(drift), "{format}:\n{}", ran.stdout);
        assert!(!ran.stderr.contains("unused-severity"), "{format}:\n{}", ran.stderr);
        ran.says("1 page: ");
    }
    let json = project.codegen(&["--check", "--message-format", "json"]).stdout;
    for line in json.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect(line);
        let keys = [
            "code",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "end_line",
            "end_column",
            "help",
            "related",
        ];
        assert!(keys.iter().all(|key| object.get(key).is_some()), "{line}");
    }
}

#[test]
fn the_export_is_all_there_is_on_stdout() {
    let project = Project::new();
    let ran = project.run(&["ir", "--docs", "docs"]).expect(0);
    let ir: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(ir["format"], "docs-ir/1");
    let to_file = project.run(&["ir", "--docs", "docs", "--output", "ir.json"]).expect(0);
    assert_eq!(to_file.stdout, "");
    assert_eq!(fs::read_to_string(project.path("ir.json")).unwrap(), ran.stdout);
}

#[test]
fn codes_are_explained() {
    let project = Project::new();
    let text = project.run(&["explain", "unknown-property"]).expect(0).stdout;
    assert!(text.starts_with("warning[unknown-property]\n\n"), "{text}");
    project.run(&["explain", "unknown-prop"]).expect(2).says("unknown-property");
    let list = project.run(&["explain", "--list"]).expect(0).stdout;
    assert!(list.lines().any(|line| line == "error    empty-slice"), "{list}");
}

#[test]
fn colours_are_used_when_wanted() {
    let project = Project::new();
    let escape = '\u{1b}';
    let missing = ["codegen", "--docs", "missing"];
    let colours = |color: &[&str], variables: &[(&str, &str)]| {
        let mut command = project.command();
        command.args(missing).args(color).envs(variables.iter().copied());
        let ran = Ran::new(command.current_dir(project.root.path()).output().unwrap()).expect(2);
        ran.stderr.contains(escape)
    };
    assert!(!colours(&[], &[]), "not in a pipe");
    assert!(colours(&["--color", "always"], &[]));
    assert!(colours(&["--color", "always"], &[("NO_COLOR", "1")]), "a flag wins");
    assert!(!colours(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colours(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colours(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn quiet_is_quiet() {
    let project = Project::new();
    project.put("docs/codegen.toml", "[severity]\nbase-cycle = 'note'\n");
    let ran = project.codegen(&["--quiet"]).expect(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
    project.codegen(&["--quiet", "--docs", "missing"]).expect(2);
    fs::remove_file(project.path("out/Cargo.toml")).unwrap();
    project.codegen(&["--quiet", "--check"]).expect(1).says("missing");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let project = Project::new();
    for arguments in [&["explain", "--list"][..], &["ir", "--docs", "docs"]] {
        let mut child = project
            .command()
            .args(arguments)
            .current_dir(project.root.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        Ran::new(child.wait_with_output().unwrap()).expect(0);
    }
}

#[test]
fn timings_are_printed() {
    Project::new().codegen(&["--timings"]).expect(0).says(" ms  load").says(" ms  write");
}

#[test]
fn a_slice_says_what_it_holds_and_why() {
    let project = Project::new();
    project.put("docs/v1.0/resources/gadget.md", &PAGE.replace("device", "gadget"));
    project
        .codegen(&["--include", "device", "--explain-slice"])
        .expect(0)
        .says("slice: 0 of 0 operations, 1 of 2 types, 0 of 0 enums\n")
        .says("  `device` selects 1 type and needs 1 type, 1 of them alone\n");
    assert!(project.out().keys().any(|path| path.ends_with("device.rs")));
    assert!(!project.out().keys().any(|path| path.ends_with("gadget.rs")));

    // The configuration and the command line add up, and a slip does not empty the crate.
    project.put("docs/codegen.toml", "[slice]\nexclude = [\"device\"]\n");
    let before = project.out();
    project.codegen(&["--include", "devise"]).expect(1).says("unused-pattern").says("empty-slice");
    assert_eq!(project.out(), before);
    project.codegen(&[]).expect(0);
    assert!(project.out().keys().any(|path| path.ends_with("gadget.rs")));
    assert!(!project.out().keys().any(|path| path.ends_with("device.rs")));

    let whole = Project::new();
    whole.codegen(&["--explain-slice"]).expect(0).says("there is no slice to explain");
}

#[test]
fn the_current_folder_does_not_matter() {
    let project = Project::new();
    let ran = project
        .command()
        .arg("codegen")
        .args([
            Path::new("--docs"),
            &project.path("docs"),
            Path::new("--out"),
            &project.path("out"),
        ])
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    Ran::new(ran).expect(0);
    project.codegen(&["--check"]).expect(0);
}

/// Stopped or killed while files are exchanged: all of the old crate or all of the new one, never a mixture.
#[cfg(unix)]
#[test]
fn a_signal_in_the_middle_of_writing() {
    use std::os::unix::process::ExitStatusExt;
    let pages = |project: &Project, property: &str| {
        for number in 0..600 {
            let name = format!("zebra{number}");
            let page = PAGE.replace("device", &name).replace("model", property);
            project.put(&format!("docs/v1.0/resources/{name}.md"), &page);
        }
    };
    for signal in ["INT", "TERM", "KILL"] {
        let project = Project::new();
        pages(&project, "before");
        project.codegen(&["--quiet"]).expect(0);
        let before = project.out();
        pages(&project, "after");
        let mut child = project
            .command()
            .args(["codegen", "--docs", "docs", "--out", "out", "--quiet"])
            .current_dir(project.root.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The journal's appearance is the signal that files are being exchanged.
        let journal = project.path("out/.codegen-transaction/journal.json");
        while !journal.exists() && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let sent =
            Command::new("kill").args(["-s", signal, &child.id().to_string()]).output().unwrap();
        let ended = child.wait_with_output().unwrap();
        let text = String::from_utf8(ended.stderr).unwrap();
        if ended.status.code() == Some(2) {
            assert!(text.contains("interrupted") && text.contains("as it was before"), "{text}");
            assert!(sent.status.success());
            assert_eq!(project.out(), before, "{signal}");
        } else if ended.status.signal().is_some() {
            assert_eq!(signal, "KILL", "other signals are handled");
            project.codegen(&["--check"]).expect(1).says("an earlier run was killed");
        } else {
            assert!(ended.status.success(), "{signal}: {text}");
        }
        // Whatever happened, the next run ends with the new crate.
        project.codegen(&[]).expect(0);
        project.codegen(&["--check"]).expect(0);
        assert_ne!(project.out(), before);
    }
}
