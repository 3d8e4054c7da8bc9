//! Arguments, as close to what was typed as possible; their meaning is settled by the commands.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use generator::diff::Class;
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
    /// Compare two states of the docs: what changed for the users of the crate.
    Diff(DiffArguments),
    /// Repair pages where that changes nothing of what they say: as a patch, or in place.
    Fix(FixArguments),
    /// Set up a project for pages of one's own.
    Init(InitArguments),
    /// Look up types, properties, requests and permissions, offline.
    Find(FindArguments),
    /// How a docs family is read: which words of its dialect are at work, or a first dialect for pages without one.
    #[command(subcommand)]
    Dialect(DialectCommand),
    /// Tell what a diagnostic code means, or what decided an item of the API.
    Explain(ExplainArguments),
    /// Break rules of the generator one by one and tell whether the tests notice.
    Mutants(MutantsArguments),
    /// Answer HTTP requests on this machine with the exchanges that the pages show.
    Mock(MockArguments),
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

const MOCK_EXAMPLES: &str = "\
Examples:
  cargo xtask mock
  cargo xtask mock --docs graph/api-reference --port 8080 --latency 200
  cargo xtask mock --busy-every 3 --retry-after 1 --fail-every 10

A client finds it by its root: `Client::new(v1_0::API, …).root(\"http://127.0.0.1:8080\")`.";

#[derive(Args)]
#[command(after_help = MOCK_EXAMPLES)]
pub(crate) struct MockArguments {
    /// The folder with the pages [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// The port to listen on; 0 takes one that is free, and prints it.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
    /// Milliseconds before each response.
    #[arg(long, value_name = "MS", default_value_t = 0)]
    pub(crate) latency: u64,
    /// Answer every Nth request with 429 Too Many Requests.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) busy_every: u64,
    /// The `Retry-After` of these, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 1)]
    pub(crate) retry_after: u64,
    /// Answer every Nth request with 500 Internal Server Error.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) fail_every: u64,
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
    /// Stay, and write the crate anew whenever a page, an include or codegen.toml is saved. Ctrl-C ends it.
    #[arg(long, conflicts_with_all = ["check", "changelog"])]
    pub(crate) watch: bool,
    /// Overwrite files that were edited by hand, delete sources that codegen did not write, and rebuild a
    /// lost or conflicting record or lock of names.
    #[arg(long, conflicts_with = "check")]
    pub(crate) overwrite_edited: bool,
    /// How diagnostics are printed: `human` on stderr, the others on stdout.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
    /// Add a section about what this run changes to a changelog.
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    pub(crate) changelog: Option<PathBuf>,
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

#[derive(Subcommand)]
pub(crate) enum DialectCommand {
    /// Show how often each word and pattern of the dialect fitted, and what of the pages stayed unread.
    Check {
        /// The folder with the pages [default: docs-input/ at the project's root].
        #[arg(long, value_name = "DIR")]
        docs: Option<PathBuf>,
        /// Show the words that never fitted, too.
        #[arg(long)]
        all: bool,
    },
    /// Print a first dialect for the pages of a folder, made of their own headings, tables and request lines.
    Guess {
        /// The folder with the pages.
        docs: PathBuf,
    },
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
pub(crate) struct InitArguments {
    /// The folder; made if need be. Files that are there already are never overwritten.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The folder of the package `generator` that the project's xtask calls [default: the one this tool was built from].
    #[arg(long, value_name = "DIR")]
    pub(crate) generator: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct FindArguments {
    /// Words that must all occur, in any case: in the name of an item, in its Rust path, or in a permission.
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
    /// The pages to look in [default: what the crate in `--out` was made from].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// The crate to look in [default: generated/ at the project's root].
    #[arg(long, value_name = "DIR", conflicts_with = "docs")]
    pub(crate) out: Option<PathBuf>,
    /// How results are printed.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: FindFormat,
    /// At most this many results.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindFormat {
    /// A line each.
    Text,
    /// One array of objects.
    Json,
}

const FIX_HELP: &str = "\
A repair is safe only if the pages, read again with it, say the same, and nothing is found in them that was not found
before. That is proven before a byte is written; everything that a repair does not touch stays byte for byte. Pages
that `[[correction]]` entries change are left alone.";

#[derive(Args)]
#[command(after_help = FIX_HELP)]
pub(crate) struct FixArguments {
    /// The folder with the pages [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
    /// Write the pages, instead of a patch to stdout.
    #[arg(long)]
    pub(crate) apply: bool,
    /// Make repairs that change what a page says, too.
    #[arg(long = "unsafe")]
    pub(crate) with_unsafe: bool,
    /// Write even though the folder has changes that git does not know.
    #[arg(long)]
    pub(crate) allow_dirty: bool,
}

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff --since HEAD             what the uncommitted edits of the pages do
  cargo xtask diff --since v0.3.0 --message-format markdown
  cargo xtask diff old-docs new-docs --fail-on breaking
  cargo xtask diff old-ir.json new-ir.json --message-format json

Exit status: 0 compared, 1 `--fail-on` is met, 2 the comparison could not be made.";

#[derive(Args)]
#[command(after_help = DIFF_EXAMPLES)]
pub(crate) struct DiffArguments {
    /// The former docs folder, or a file with its exported IR.
    #[arg(required_unless_present = "since", requires = "new")]
    pub(crate) old: Option<PathBuf>,
    /// The docs folder of now, or a file with its exported IR.
    pub(crate) new: Option<PathBuf>,
    /// Compare with the docs folder as it was at this revision.
    #[arg(long, value_name = "REV", conflicts_with_all = ["old", "new"])]
    pub(crate) since: Option<String>,
    /// The folder with the pages, for `--since` [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR", conflicts_with = "old")]
    pub(crate) docs: Option<PathBuf>,
    /// How changes are printed, on stdout.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: DiffFormat,
    /// Exit with 1 if there is a change of this class, or a worse one, that is not accepted in codegen.toml.
    #[arg(long, value_name = "CLASS")]
    pub(crate) fail_on: Option<FailOn>,
    /// Print a small program for each breaking change: it compiles against the former crate only.
    #[arg(long)]
    pub(crate) witness: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// With the lines in question.
    Human,
    /// For a pull request.
    Markdown,
    /// One object in the form `api-diff/1`.
    Json,
    /// Workflow commands that GitHub shows beside the lines.
    Github,
    /// One SARIF 2.1.0 log.
    Sarif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Code that compiled may no longer compile.
    Breaking,
    /// That, or something new.
    Additive,
}

impl FailOn {
    pub(crate) fn class(self) -> Class {
        match self {
            Self::Breaking => Class::Breaking,
            Self::Additive => Class::Additive,
        }
    }
}

#[derive(Args)]
pub(crate) struct ExplainArguments {
    /// A code, as printed in brackets, such as `unknown-property`; or an item of the API: `user.displayName`,
    /// `v1_0::types::User::display_name`, `GET /users/{id}`.
    #[arg(required_unless_present = "list", value_name = "CODE|ITEM", num_args = 1..)]
    pub(crate) what: Vec<String>,
    /// List all codes with their severities.
    #[arg(long, conflicts_with = "what")]
    pub(crate) list: bool,
    /// The folder with the pages, for an item [default: docs-input/ at the project's root].
    #[arg(long, value_name = "DIR")]
    pub(crate) docs: Option<PathBuf>,
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
