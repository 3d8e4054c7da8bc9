//! The commands of this project. This file only dispatches; each command has a file of its own.
//!
//! In: arguments. Out: text on stderr, machine formats on stdout, and an exit status: 0 for clean, 1 for
//! something to act on, 2 for a run that could not be made. Printing happens in this crate and nowhere else.

mod cache;
mod changes;
mod cli;
mod codegen;
mod dialect;
mod diff;
mod drift;
mod explain;
mod failure;
mod find;
mod fix;
mod git;
mod init;
mod interrupt;
mod ir;
mod mock;
mod mutants;
mod names;
mod paths;
mod pipeline;
mod report;
mod summary;
mod terminal;
mod watch;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;
use terminal::Terminal;

/// A run makes some millions of short texts, on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a run that could be made ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing to act on.
    Clean,
    /// Drift, or a diagnostic of severity error.
    Findings,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal::new(cli.color, cli.quiet);
    let result = match &cli.command {
        Command::Codegen(arguments) if arguments.watch => watch::run(arguments, &mut terminal),
        Command::Codegen(arguments) => codegen::run(arguments, &mut terminal),
        Command::Ir(arguments) => ir::run(arguments, &mut terminal),
        Command::Report(arguments) => report::run(arguments, &mut terminal),
        Command::Diff(arguments) => diff::run(arguments, &mut terminal),
        Command::Fix(arguments) => fix::run(arguments, &mut terminal),
        Command::Init(arguments) => init::run(arguments, &mut terminal),
        Command::Dialect(command) => dialect::run(command),
        Command::Find(arguments) => find::run(arguments),
        Command::Explain(arguments) => explain::run(arguments, &mut terminal),
        Command::Mutants(arguments) => mutants::run(arguments, &mut terminal),
        Command::Mock(arguments) => mock::run(arguments, &mut terminal),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            terminal.failure(&failure);
            ExitCode::from(2)
        }
    }
}
