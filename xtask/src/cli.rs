//! Arguments, as close to what was typed as possible; their meaning is settled by the commands.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use generator::messages;
use std::path::PathBuf;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::BrightGreen.on_default().bold())
    .usage(AnsiColor::BrightGreen.on_default().bold())
    .literal(AnsiColor::BrightCyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen                      write the crate for the pages in docs-input/
  cargo xtask codegen --check              fail if the crate is not up to date (for CI)
  cargo xtask codegen --docs graph/api-reference --out graph-crate
  cargo xtask ir --output ir.json          export what the pages say
  cargo xtask report --out report          coverage and findings as a page to look at
  cargo xtask explain unknown-property     what a diagnostic means and how to fix it

Exit status: 0 clean, 1 something to act on, 2 the run could not be made.";

/// Reads API reference pages and writes a typed Rust crate.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", version, styles = STYLES, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// Print errors only: no warnings, notes or summary on stderr.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// When to use colours; `auto` heeds NO_COLOR and CLICOLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Write the crate, or check that it is up to date.
    Codegen(CodegenArguments),
    /// Export what the pages say, as one JSON object in the form `docs-ir/1`.
    Ir(IrArguments),
    /// Write one HTML page that shows how completely the pages were understood and what is wrong in them.
    Report(ReportArguments),
    /// Tell what a diagnostic code means and how to fix it.
    Explain(ExplainArguments),
    /// Break rules of the generator one by one and tell whether the tests notice.
    Mutants(MutantsArguments),
}

const MUTANTS_EXAMPLES: &str = "\
Examples:
  cargo xtask mutants                      all of xtask/mutants.toml; goes on where it was interrupted
  cargo xtask mutants plan/ responses      those whose file or name contains one of the words
  cargo xtask mutants --list

Each takes a build and a run of the tests: an hour and more for all.";

#[derive(Args)]
#[command(after_help = MUTANTS_EXAMPLES)]
pub(crate) struct MutantsArguments {
    /// Words of names or files; without any, all mutants.
    pub(crate) filter: Vec<String>,
    /// Only list them.
    #[arg(long)]
    pub(crate) list: bool,
    /// Forget what earlier runs found.
    #[arg(long)]
    pub(crate) restart: bool,
}

const CODEGEN_EXAMPLES: &str = "\
Examples:
  cargo xtask codegen
  cargo xtask codegen --check --message-format github
  cargo xtask codegen --include '/users/{id}/messages/**' --explain-slice --out mail-crate

Files that were edited by hand, and sources that codegen did not write, are listed and kept: nothing is
written until they are gone, or `--overwrite-edited` is given.";

#[derive(Args)]
#[command(after_help = CODEGEN_EXAMPLES)]
pub(crate) struct CodegenArguments {
    /// The folder with the pages [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// The folder of the crate [default: generated/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Write nothing; list every file that differs and exit 1 if there is one.
    #[arg(long)]
    pub(crate) check: bool,
    /// Overwrite files that were edited by hand, delete sources that codegen did not write, and rebuild a
    /// lost or conflicting record.
    #[arg(long, conflicts_with = "check")]
    pub(crate) overwrite_edited: bool,
    /// How diagnostics are printed: `human` on stderr, the others on stdout.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
    /// Work everything out anew. Otherwise what the run before worked out, kept below cargo's target folder, is
    /// used again as far as nothing has changed; `--check` never does.
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// Print how long each stage took.
    #[arg(long)]
    pub(crate) timings: bool,
    /// Emit only what matches, and everything it needs. Can be repeated; adds to `[slice]` in codegen.toml.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) include: Vec<String>,
    /// Leave out what matches. Can be repeated; adds to `[slice]` in codegen.toml.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<String>,
    /// Print why the largest parts of a slice came in.
    #[arg(long)]
    pub(crate) explain_slice: bool,
}

impl CodegenArguments {
    /// The command that writes what this run was about, as one would type it.
    pub(crate) fn command(&self, overwrite_edited: bool) -> String {
        let mut words = vec!["cargo xtask codegen".to_owned()];
        let mut flag = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
        for (name, folder) in [("--docs", &self.docs), ("--out", &self.out)] {
            if let Some(folder) = folder {
                flag(name, &folder.to_string_lossy());
            }
        }
        for (name, patterns) in [("--include", &self.include), ("--exclude", &self.exclude)] {
            patterns.iter().for_each(|pattern| flag(name, pattern));
        }
        if overwrite_edited {
            words.push("--overwrite-edited".to_owned());
        }
        words.join(" ")
    }
}

/// The word as a shell needs it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-\\:~+=,@".contains(c);
    if word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With the lines in question; many findings are grouped.
    Human,
    /// One line each: `file:line:col: severity[code]: message`.
    Short,
    /// One JSON object per line.
    Json,
    /// Workflow commands that GitHub shows beside the lines.
    Github,
    /// One SARIF 2.1.0 log.
    Sarif,
    /// What `cargo check --message-format json` prints, for rust-analyzer and bacon.
    Cargo,
}

impl MessageFormat {
    /// The format, if it is one that takes findings of pages and of the output folder alike.
    pub(crate) fn rows(self) -> Option<messages::Format> {
        match self {
            Self::Human | Self::Cargo => None,
            Self::Short => Some(messages::Format::Short),
            Self::Json => Some(messages::Format::Json),
            Self::Github => Some(messages::Format::Github),
            Self::Sarif => Some(messages::Format::Sarif),
        }
    }
}

#[derive(Args)]
pub(crate) struct IrArguments {
    /// The folder with the pages [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// The file to write [default: stdout].
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct ReportArguments {
    /// The folder with the pages [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// The folder to put `index.html` into: a new or empty one, or one with an earlier report.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct ExplainArguments {
    /// The code, as printed in brackets, such as `unknown-property`.
    #[arg(required_unless_present = "list")]
    pub(crate) code: Option<String>,
    /// List all codes with their severities.
    #[arg(long, conflicts_with = "code")]
    pub(crate) list: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_command_to_run_can_be_pasted() {
        let cases: &[(&[&str], bool, &str)] = &[
            (&[], false, "cargo xtask codegen"),
            (
                &["--check", "--out", "../my crate"],
                false,
                "cargo xtask codegen --out '../my crate'",
            ),
            (
                &["--docs", "d", "--include", "/users/*", "--include", "it's"],
                true,
                r"cargo xtask codegen --docs d --include '/users/*' --include 'it'\''s' --overwrite-edited",
            ),
        ];
        for (arguments, overwrite, expected) in cases {
            let cli = Cli::parse_from([&["xtask", "codegen"], *arguments].concat());
            let Command::Codegen(arguments) = cli.command else { panic!("another command") };
            assert_eq!(arguments.command(*overwrite), *expected);
        }
    }
}
