//! `latchbook`: the same program in a terminal.
//!
//! Owns: the arguments (`args`), how answers look in a terminal (`show`), and the meaning of exit codes (`exit`). Each
//! command reads its arguments, runs one or a few operations, and shows a view.
//! Refuses: rules (they are `domain`'s and `ops`'), sentences and JSON shapes (they are `wire`'s).

mod args;
mod bar;
mod commands;
mod dispatch;
mod exit;
mod invocation;
mod language;
mod screen;
mod show;
mod view;

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "failpoints")]
    let _scenario = fail::FailScenario::setup();
    dispatch::run(std::env::args_os())
}
