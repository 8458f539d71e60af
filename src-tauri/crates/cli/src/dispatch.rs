//! From the arguments to a command, and from its outcome to the exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::args::{Cli, Command, Globals};
use crate::commands::{
    Outcome, audit, backup, code, codes, completions, connect, demo, doors, issue, limits, listen, look, man, preview,
    same_lock, simulate, slots, sync, verify,
};
use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;
use crate::language;
use crate::screen::{Screen, is_lost, variable};

/// Runs the command.
pub fn run(typed: impl Iterator<Item = OsString>) -> ExitCode {
    let typed: Vec<OsString> = typed.collect();
    log_if_wanted();
    let parsed = crate::args::command().try_get_matches_from(&typed).and_then(|found| Cli::from_arg_matches(&found));
    match parsed {
        Ok(Cli { globals, command }) => run_command(globals, command),
        Err(error) => explain(&error, &typed),
    }
}

fn run_command(globals: Globals, command: Command) -> ExitCode {
    words::set_language(language::choose(globals.language));
    let invocation = Invocation::new(globals);
    let done = run_in(&invocation, command);
    let exit = done.unwrap_or_else(|failure| invocation.screen.fail(&failure));
    invocation.screen.settle(exit).into()
}

fn run_in(invocation: &Invocation, command: Command) -> Outcome {
    runtime::ensure_usable_clock()?;
    match command {
        Command::Connect(args) => connect::run(invocation, &args),
        Command::Sync => sync::run(invocation),
        Command::Audit => audit::run(invocation),
        Command::Doors => doors::run(invocation),
        Command::Slots(args) => slots::run(invocation, &args),
        Command::Limits(args) => limits::run(invocation, &args),
        Command::SameLock(args) => same_lock::run(invocation, &args),
        Command::Preview(args) => preview::run(invocation, &args),
        Command::Issue(args) => issue::run(invocation, args),
        Command::Look(args) => look::run(invocation, &args),
        Command::Codes(args) => codes::run(invocation, &args),
        Command::Code(args) => code::run(invocation, &args),
        Command::Verify => verify::run(invocation),
        Command::Backup(args) => backup::back_up(invocation, &args),
        Command::Restore(args) => backup::restore(invocation, &args),
        Command::Listen(args) => listen::run(invocation, &args),
        Command::Demo => demo::run(invocation),
        Command::Simulate(args) => simulate::run(invocation, &args),
        Command::Completions(args) => completions::run(invocation, &args),
        Command::Man(args) => man::run(invocation, &args),
    }
}

/// Help and version are answers; everything else that cannot be parsed is a usage error, as JSON if requested.
fn explain(error: &clap::Error, typed: &[OsString]) -> ExitCode {
    let is_answer = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !is_answer && typed.iter().any(|word| word == "--json") {
        let said = error.render().to_string();
        let message = said.lines().next().unwrap_or_default().trim_start_matches("error: ");
        return Screen::new(true).fail(&Failure::usage(crate::exit::sentence(message))).into();
    }
    let is_lost = is_lost(&error.print());
    match is_answer {
        true if is_lost => Exit::Unwritten,
        true => Exit::Done,
        false => Exit::Usage,
    }
    .into()
}

/// Logs go to stderr, and only if `LATCHBOOK_LOG` asks for them (`LATCHBOOK_LOG=debug`).
fn log_if_wanted() {
    let Some(filter) = variable("LATCHBOOK_LOG").filter(|filter| !filter.is_empty()) else { return };
    let filter = tracing_subscriber::EnvFilter::new(filter);
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
}
