//! A throw-away login: home, session bus, gnome-keyring. Runs one inner case of this test binary in it.
//!
//! Refuses to touch the developer's own session: none of its variables gets in.

use std::{
    fs::Permissions,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

/// State of the keychain when the inner case starts.
#[derive(Clone, Copy)]
pub(crate) enum Keyring {
    /// A login keyring, open; created on first use.
    Unlocked,
    /// The login keyring of an earlier `Unlocked` run, closed.
    Locked,
    /// A service that has no keyring at all.
    Empty,
}

/// Seconds after which a case that hangs is ended and fails.
const PATIENCE: &str = "60";

/// A home that outlives its sessions, as a person's does.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        let home = TempDir::new().expect("a folder for the throw-away home");
        for folder in ["data", "config", "cache", "run"] {
            let path = home.path().join(folder);
            std::fs::create_dir(&path).expect("a folder in the throw-away home");
            std::fs::set_permissions(&path, Permissions::from_mode(0o700)).expect("a private folder");
        }
        Self(home)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// From now on the prompt for the keyring's password starts and is never shown.
    pub(crate) fn mute_the_prompt(&self) {
        let services = self.path().join("data/dbus-1/services");
        std::fs::create_dir_all(&services).expect("a folder in the throw-away home");
        let prompter = "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/bin/sh -c \"exec sleep 15 >/dev/null 2>&1\"\n";
        std::fs::write(services.join("org.gnome.keyring.SystemPrompter.service"), prompter).expect("a prompter");
    }

    /// Runs `case` of [`crate::inner`] in a new session of this home and expects it to pass.
    pub(crate) fn run(&self, keyring: Keyring, case: &str) {
        require("dbus-run-session");
        require("gnome-keyring-daemon");
        let start = match keyring {
            Keyring::Unlocked => "printf throwaway | gnome-keyring-daemon --unlock --components=secrets",
            Keyring::Locked | Keyring::Empty => "gnome-keyring-daemon --start --components=secrets",
        };
        let script = format!("{start} >/dev/null 2>&1; exec \"$@\"");
        let mut session = Command::new("timeout");
        session
            .args([PATIENCE, "dbus-run-session", "--", "sh", "-c", &script, "sh"])
            .arg(this_binary())
            .args(arguments(case));
        passed(case, &self.clean(&mut session).output().expect("dbus-run-session starts"));
    }

    /// Runs `case` with this home and `bus` as the address of the session bus, and no keychain service.
    pub(crate) fn run_on_bus(&self, bus: &str, case: &str) {
        let mut alone = Command::new("timeout");
        let alone = self
            .clean(alone.arg(PATIENCE).arg(this_binary()).args(arguments(case)))
            .env("DBUS_SESSION_BUS_ADDRESS", bus);
        passed(case, &alone.output().expect("this test binary starts"));
    }

    /// No display either: a prompt for the keyring must not appear on a developer's screen.
    fn clean<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", self.path())
            .env("XDG_DATA_HOME", self.path().join("data"))
            .env("XDG_CONFIG_HOME", self.path().join("config"))
            .env("XDG_CACHE_HOME", self.path().join("cache"))
            .env("XDG_RUNTIME_DIR", self.path().join("run"))
    }
}

fn arguments(case: &str) -> [String; 4] {
    [format!("inner::{case}"), "--exact".to_owned(), "--ignored".to_owned(), "--nocapture".to_owned()]
}

fn this_binary() -> std::path::PathBuf {
    std::env::current_exe().expect("the path of this test binary")
}

fn require(program: &str) {
    let found = ["/usr/local/bin", "/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(program).exists());
    assert!(found, "{program} is not installed; `cargo xtask setup` installs what the tests need");
}

fn passed(case: &str, output: &Output) {
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // A name that matches no case would also "pass".
    let ran = said.contains("1 passed");
    assert!(output.status.success() && ran, "inner case {case} failed:\n{said}\n{complained}");
}
