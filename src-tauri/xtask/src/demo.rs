//! `cargo xtask demo`: the program with its simulated doors, in a window if there is a screen, else in this terminal.

use std::{env, process::Command};

use anyhow::Result;

use crate::{
    page,
    run::{cargo, root, run},
    setup,
};

/// Installs missing tools, builds and starts.
pub(crate) fn run_demo() -> Result<()> {
    if !has_screen() {
        println!("There is no screen here, so the demo runs in this terminal.\n");
        return run(&mut cargo("run --release --locked --package cli --bin latchbook -- demo"));
    }
    setup::install_for_the_window()?;
    page::build()?;
    run(&mut cargo("build --release --locked --package latchbook-desktop --features custom-protocol"))?;
    let program = if cfg!(windows) { "latchbook-desktop.exe" } else { "latchbook-desktop" };
    run(Command::new(root().join("target/release").join(program)).arg("--demo"))
}

/// macOS and Windows have one; on other systems a display server sets a variable.
#[expect(clippy::disallowed_methods, reason = "a developer's tool checks where the program will check")]
fn has_screen() -> bool {
    let names = |name| env::var_os(name).is_some_and(|display| !display.is_empty());
    cfg!(any(windows, target_os = "macos")) || names("DISPLAY") || names("WAYLAND_DISPLAY")
}
