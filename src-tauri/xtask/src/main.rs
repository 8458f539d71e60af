//! `cargo xtask …`: every developer task in one place.
//!
//! Owns the order of the checks and the tools that they need. Refuses to hold product code, and to do in CI anything that a
//! developer cannot do with the same command.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a terminal program")]

mod checks;
mod demo;
mod deny;
mod dist;
mod icons;
mod law;
mod lockfile;
mod page;
mod pictures;
mod pointers;
mod rings;
mod run;
mod setup;
mod steps;
mod text;
mod window;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  setup     install what the tests need and this machine lacks (asks apt-get; says what is missing elsewhere)
  demo      open the window with simulated doors; without a screen, run the main job in this terminal
  check     formatting, lints of Rust and page, and the rules about crates, text and types; no tests
  test      everything that CI checks: setup, check, all tests, the window, documentation, cargo-deny if there
  dist      the packages of this system, checked (--bundles deb,rpm --target TRIPLE)
  bench     the figures, against floors measured in the same run
  soak      5,000 kills (LATCHBOOK_KILLS sets another number), the largest models, flipped bits; about an hour
  deny      bans, licences and sources by cargo-deny; installs it into target/tools if it is not there
  icons     draw every size of the icon from icons/latchbook.svg again
  pictures  take the pictures of the README from the running program again
  help      this text";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        // Not through `Termination`, which prints this tool's backtrace if one is requested for the tests.
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".to_owned());
    std::env::set_current_dir(run::root())?;
    if command == "dist" {
        return dist::pack(&dist::Options::read(arguments)?);
    }
    if let Some(extra) = arguments.next() {
        bail!("`cargo xtask {command}` takes no `{extra}`\n\n{HELP}");
    }
    match command.as_str() {
        "setup" => setup::install_what_is_missing(),
        "demo" => demo::run_demo(),
        "check" => checks::check(),
        "test" => checks::test(),
        "bench" => checks::bench(),
        "soak" => checks::soak(),
        "icons" => icons::draw(),
        "pictures" => pictures::take(),
        "deny" => deny::install_and_run(),
        "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no `cargo xtask {command}`\n\n{HELP}"),
    }
}
