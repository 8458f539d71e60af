//! What the tests need beside Rust: a keychain to talk to.
//!
//! Installs only what is missing, only with the system's own package tool, and says so before.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use crate::run::{answers, cargo, run};

/// A program that the tests start, and the package that brings it on Debian and Ubuntu.
struct Need {
    program: &'static str,
    package: &'static str,
    purpose: &'static str,
}

/// On macOS and Windows the keychain is part of the system.
const NEEDS: &[Need] = if cfg!(target_os = "linux") {
    &[
        Need { program: "gnome-keyring-daemon", package: "gnome-keyring", purpose: "the keychain under test" },
        Need { program: "dbus-run-session", package: "dbus", purpose: "a session bus for each test" },
    ]
} else {
    &[]
};

/// Makes this machine ready for `cargo xtask test`.
///
/// # Errors
/// When something is missing that cannot be installed from here; the error names it.
pub(crate) fn install_what_is_missing() -> Result<()> {
    for component in ["fmt", "clippy"] {
        if !answers(cargo(component).arg("--version")) {
            bail!("`cargo {component}` is missing: rustup component add rustfmt clippy");
        }
    }
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !on_path(need.program)).collect();
    if missing.is_empty() {
        println!("everything is there");
        return Ok(());
    }
    for need in &missing {
        println!("missing: {} ({}), package {}", need.program, need.purpose, need.package);
    }
    install(&missing.iter().map(|need| need.package).collect::<Vec<_>>())
}

fn install(packages: &[&str]) -> Result<()> {
    if !on_path("apt-get") {
        bail!("install with this system's package tool what Debian calls: {}", packages.join(" "));
    }
    let install = || {
        let mut command = as_root("apt-get");
        command.args(["install", "--yes", "--no-install-recommends"]).args(packages);
        run(&mut command)
    };
    // The lists of a fresh machine are empty or old.
    install().or_else(|_| run(as_root("apt-get").arg("update")).and_then(|()| install()))
}

fn as_root(program: &str) -> Command {
    let is_root = crate::run::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = Command::new(if is_root { program } else { "sudo" });
    if !is_root {
        // Through `env`, for sudo drops the variable below.
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", program]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[expect(clippy::disallowed_methods, reason = "a developer's tool looks where the developer's shell looks")]
fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder: std::path::PathBuf| Path::new(&folder).join(program).is_file())
}
