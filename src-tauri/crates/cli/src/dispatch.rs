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
use crate::language;
use crate::screen::{Screen, is_lost, variable};
use crate::session::Session;

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
    words::speak(language::choose(globals.language));
    let session = Session::new(globals);
    let done = run_in(&session, command);
    let exit = done.unwrap_or_else(|failure| session.screen.fail(&failure));
    session.screen.settle(exit).into()
}

fn run_in(session: &Session, command: Command) -> Outcome {
    runtime::insist_on_usable_clock()?;
    match command {
        Command::Connect(args) => connect::run(session, &args),
        Command::Sync => sync::run(session),
        Command::Audit => audit::run(session),
        Command::Doors => doors::run(session),
        Command::Slots(args) => slots::run(session, &args),
        Command::Limits(args) => limits::run(session, &args),
        Command::SameLock(args) => same_lock::run(session, &args),
        Command::Preview(args) => preview::run(session, &args),
        Command::Issue(args) => issue::run(session, args),
        Command::Look(args) => look::run(session, &args),
        Command::Codes(args) => codes::run(session, &args),
        Command::Code(args) => code::run(session, &args),
        Command::Verify => verify::run(session),
        Command::Backup(args) => backup::back_up(session, &args),
        Command::Restore(args) => backup::restore(session, &args),
        Command::Listen(args) => listen::run(session, &args),
        Command::Demo => demo::run(session),
        Command::Simulate(args) => simulate::run(session, &args),
        Command::Completions(args) => completions::run(session, &args),
        Command::Man(args) => man::run(session, &args),
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
