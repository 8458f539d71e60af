//! `latchbook`: the same program in a terminal.
//!
//! Owns: what can be typed (`args`), how answers look in a terminal (`show`), and which exit code means what (`exit`). Each
//! command is: read what was typed, one or a few operations, a view, the screen.
//! Refuses: rules (they are `domain`'s and `ops`'), sentences and JSON shapes (they are `wire`'s).

mod args;
mod bar;
mod commands;
mod dispatch;
mod exit;
mod language;
mod screen;
mod session;
mod show;
mod view;

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "failpoints")]
    let _scenario = fail::FailScenario::setup();
    dispatch::run(std::env::args_os())
}
