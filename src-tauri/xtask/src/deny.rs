//! cargo-deny: bans, licences and sources by `deny.toml`. Advisories are left out: they need an external database.

use std::process::Command;

use anyhow::Result;

use crate::{
    run::{answers, cargo, run},
    steps::Outcome,
};

const OURS: &str = "target/tools/bin/cargo-deny";
const VERSION: &str = "0.20.2";

/// Runs it when it is installed, here or for the user.
pub(crate) fn run_if_there() -> Result<Outcome> {
    match installed() {
        Some(program) => check(program).map(|()| Outcome::Passed),
        None => Ok(Outcome::Skipped("not installed; `cargo xtask deny` installs it and runs it".to_owned())),
    }
}

/// Installs it into `target/tools` unless it is there, and runs it.
pub(crate) fn install_and_run() -> Result<()> {
    if installed().is_none() {
        let mut install = cargo("install --locked --root target/tools");
        run(install.args(["--version", VERSION, "cargo-deny"]))?;
    }
    check(installed().unwrap_or(OURS))
}

fn installed() -> Option<&'static str> {
    [OURS, "cargo-deny"].into_iter().find(|program| answers(Command::new(program).arg("--version")))
}

fn check(program: &str) -> Result<()> {
    run(Command::new(program).args([
        "--all-features",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]))
}
