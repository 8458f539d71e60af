//! Tools that the tests and the packages need besides Rust: a web view, a screen, a keychain, Node.
//!
//! Installs only what is missing, only with the system's own package tool, and says so before.

use std::{path::PathBuf, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::{
    page,
    run::{answers, cargo, read, run},
};

/// How to detect a tool.
enum Sign {
    /// Any of these programs is on the path.
    Program(&'static [&'static str]),
    /// `pkg-config` knows the library.
    Library(&'static str),
}

/// A tool that the build or the tests need, and its package on Debian and Ubuntu.
struct Requirement {
    sign: Sign,
    package: &'static str,
    purpose: &'static str,
}

const fn program(names: &'static [&'static str], package: &'static str, purpose: &'static str) -> Requirement {
    Requirement { sign: Sign::Program(names), package, purpose }
}

/// Tools to build the window. On macOS and Windows the web view is part of the system.
const FOR_THE_WINDOW: &[Requirement] = if cfg!(target_os = "linux") {
    &[
        program(&["cc"], "build-essential", "the C compiler for SQLite"),
        program(&["pkg-config"], "pkg-config", "finding the web view"),
        Requirement { sign: Sign::Library("webkit2gtk-4.1"), package: "libwebkit2gtk-4.1-dev", purpose: "the window" },
    ]
} else {
    &[]
};

/// Further tools for tests and packages. On macOS and Windows the keychain is part of the system, and windows have a screen.
const FOR_THE_TESTS: &[Requirement] = if cfg!(target_os = "linux") {
    &[
        program(&["gnome-keyring-daemon"], "gnome-keyring", "the keychain under test"),
        program(&["dbus-run-session"], "dbus", "a session bus for each test"),
        program(&["Xvfb"], "xvfb", "a screen for the window under test"),
        program(&["WebKitWebDriver"], "webkit2gtk-driver", "driving the window under test"),
        program(page::BROWSERS, "chromium", "driving the page under test"),
        program(&["desktop-file-validate"], "desktop-file-utils", "checking the menu entry"),
        program(&["appstreamcli"], "appstream", "checking what software centres show"),
        program(&["rpm"], "rpm", "looking into the .rpm"),
    ]
} else {
    &[]
};

/// Makes this machine ready for `cargo xtask test`.
///
/// # Errors
/// When a missing tool cannot be installed from here; the error names it.
pub(crate) fn install_what_is_missing() -> Result<()> {
    for component in ["fmt", "clippy"] {
        if !answers(cargo(component).arg("--version")) {
            bail!("`cargo {component}` is missing: rustup component add rustfmt clippy");
        }
    }
    install_of(FOR_THE_WINDOW.iter().chain(FOR_THE_TESTS))
}

/// Makes this machine ready to build and start the window.
pub(crate) fn install_for_the_window() -> Result<()> {
    install_of(FOR_THE_WINDOW.iter())
}

fn install_of<'a>(needs: impl Iterator<Item = &'a Requirement>) -> Result<()> {
    let missing: Vec<&Requirement> = needs.filter(|need| !is_there(&need.sign)).collect();
    for need in &missing {
        println!("missing: {}, package {}", need.purpose, need.package);
    }
    if !missing.is_empty() {
        install(&missing.iter().map(|need| need.package).collect::<Vec<_>>())?;
    }
    page::install()?;
    println!("everything is there");
    Ok(())
}

fn is_there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(names) => names.iter().any(|name| on_path(name)),
        Sign::Library(name) => answers(Command::new("pkg-config").args(["--exists", name])),
    }
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
    // The package lists of a fresh machine are empty or old.
    let installed = install().or_else(|_| run(as_root("apt-get").arg("update")).and_then(|()| install()));
    installed.context(
        "apt-get could not install what is named above; where it has no `chromium`, as on Ubuntu, install Chrome or Chromium \
         by hand, or name one in CHROMIUM",
    )
}

/// The command, run as a user who may change the system.
fn as_root(program: &str) -> Command {
    let is_root = read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = Command::new(if is_root { program } else { "sudo" });
    if !is_root {
        // Through `env`, because sudo drops the variable below.
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", program]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn on_path(program: &str) -> bool {
    find_on_path(program).is_some()
}

/// The path at which the shell would find the program.
#[expect(clippy::disallowed_methods, reason = "a developer's tool searches where the developer's shell does")]
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
