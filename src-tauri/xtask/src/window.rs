//! The window as a host meets it: the real program on a screen of its own, driven from outside (`ui/e2e`).

use anyhow::{Result, bail};

use crate::{
    page,
    run::{cargo, root, run},
    setup,
    steps::Outcome,
};

/// What the tests have built: the program with the page in it, and the command line.
const PROGRAMS: [&str; 2] = ["target/debug/latchbook-desktop", "target/debug/latchbook"];

/// Runs the tests in `ui/e2e`. They drive WebKitGTK, which is the web view of Linux only.
///
/// # Errors
/// When a program has not been built, or a test fails.
pub(crate) fn test() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the window is driven on Linux only".to_owned()));
    }
    for program in PROGRAMS {
        if !root().join(program).is_file() {
            bail!("{program} is not there: the tests of Rust build it");
        }
    }
    run(page::npm().args(["run", "--silent", "e2e"]))?;
    Ok(Outcome::Passed)
}

/// Builds what is measured as it is released: the window, an empty one of the same versions, the command line.
///
/// # Errors
/// When something does not build.
pub(crate) fn build_released() -> Result<()> {
    setup::install_what_is_missing()?;
    page::build()?;
    let mut build = cargo("build --release --locked --bins --package latchbook-desktop --package empty-app");
    let features = "latchbook-desktop/custom-protocol,empty-app/custom-protocol";
    run(build.args(["--package", "cli", "--package", "bench", "--features", features]))
}

/// Measures the window beside an empty one.
///
/// # Errors
/// When a figure is beyond its bound.
pub(crate) fn bench() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the window is driven on Linux only".to_owned()));
    }
    let mut measure = page::tool("vitest");
    measure.args(["run", "--config"]).arg(root().join("ui/e2e/vitest.bench.config.ts"));
    run(measure.env("LATCHBOOK_PROGRAMS", root().join("target/release")))?;
    Ok(Outcome::Passed)
}
