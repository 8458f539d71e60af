//! The page in `ui/`: its packages, checks and build, through the scripts in `ui/package.json`.

use std::{path::PathBuf, process::Command};

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};

use crate::{
    run::{cargo, read, root, run},
    setup::find_on_path,
};

/// Program names of a browser for the page's tests.
pub(crate) const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Its location on systems that do not put it on the path.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// Environment variable with another browser.
const BROWSER_VARIABLE: &str = "CHROMIUM";

/// Node versions that `ui/package.json` allows: the first usable release of two older series, and any newer series.
const NODES: [(u32, u32); 3] = [(20, 19), (22, 13), (24, 0)];

/// Installs the page's packages, unless the versions in the lock file are installed.
pub(crate) fn install() -> Result<()> {
    node_will_do()?;
    if is_installed().unwrap_or(false) {
        return Ok(());
    }
    run(npm().args(["ci", "--no-audit", "--no-fund"]))
}

/// Builds `ui/dist`, which the shell embeds, and checks its size budget.
pub(crate) fn build() -> Result<()> {
    npm_run("build")
}

/// Types and lints.
pub(crate) fn check() -> Result<()> {
    npm_run("check")
}

/// Tests of controllers, and of components in a browser.
pub(crate) fn test() -> Result<()> {
    let browser = browser().context("no Chromium or Chrome was found; CHROMIUM says where one is")?;
    run(npm().args(["run", "--silent", "test"]).env(BROWSER_VARIABLE, browser))
}

#[expect(clippy::disallowed_methods, reason = "a developer's tool reads what the developer sets")]
fn browser() -> Option<PathBuf> {
    let named = std::env::var_os(BROWSER_VARIABLE).map(PathBuf::from);
    let on_path = || BROWSERS.iter().find_map(|name| find_on_path(name));
    let elsewhere = || PLACES.iter().map(PathBuf::from).find(|place| place.is_file());
    named.or_else(on_path).or_else(elsewhere)
}

/// Compares the files that are made from the tables of `wire` with the committed ones, and writes them anew.
pub(crate) fn generated_is_committed() -> Result<()> {
    run(&mut cargo("test --quiet --locked --package wire --test it -- border:: page:: scenario::"))
}

/// npm, in the page's folder.
pub(crate) fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder());
    command
}

/// The program of one of the page's packages.
pub(crate) fn tool(name: &str) -> Command {
    let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    Command::new(folder().join("node_modules/.bin").join(name))
}

fn npm_run(script: &str) -> Result<()> {
    run(npm().args(["run", "--silent", script]))
}

fn folder() -> PathBuf {
    root().join("ui")
}

fn node_will_do() -> Result<()> {
    let [oldest, older, newest] = NODES.map(|(major, minor)| format!("{major}.{minor}"));
    let wanted =
        format!("Node {newest} or later is needed, or {older}, or {oldest}, or later of those: https://nodejs.org");
    let answer = read(Command::new("node").arg("--version")).with_context(|| wanted.clone())?;
    let version = parse(&answer).with_context(|| format!("`node --version` says {answer:?}"))?;
    if !will_do(version) {
        bail!("{wanted} (this is {})", answer.trim());
    }
    Ok(())
}

fn will_do((major, minor): (u32, u32)) -> bool {
    let [.., newest] = NODES;
    (major, minor) >= newest || NODES.iter().any(|&(series, first)| major == series && minor >= first)
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Whether npm's list of installed packages matches the lock file. `None` if one of the two cannot be read.
fn is_installed() -> Option<bool> {
    let wanted = packages("package-lock.json")?;
    let there = packages("node_modules/.package-lock.json")?;
    Some(agree(&wanted, &there))
}

fn packages(file: &str) -> Option<Map<String, Value>> {
    let text = std::fs::read_to_string(folder().join(file)).ok()?;
    let lock: Value = serde_json::from_str(&text).ok()?;
    lock["packages"].as_object().cloned()
}

/// Packages for other systems are in the lock file but not installed.
fn agree(wanted: &Map<String, Value>, there: &Map<String, Value>) -> bool {
    let version = |one: &Value| one["version"].clone();
    let mut places = wanted.iter().filter(|(place, _)| !place.is_empty());
    let complete = places.all(|(place, package)| match there.get(place) {
        Some(installed) => version(installed) == version(package),
        None => package["optional"] == true,
    });
    complete && there.keys().all(|place| wanted.contains_key(place))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn versions_of_node_are_compared_as_numbers() {
        assert_eq!(parse("v20.19.1\n"), Some((20, 19)), "as `node --version` writes it");
        assert_eq!(parse("node"), None, "not a version");
        let will_do = |version| will_do(parse(version).unwrap());
        for version in ["v9.20.0", "v20.18.3", "v21.7.3", "v22.12.0", "v23.11.0"] {
            assert!(!will_do(version), "{version}: the page's tools refuse it");
        }
        for version in ["v20.19.0", "v22.13.0", "v24.0.0", "v26.1.0"] {
            assert!(will_do(version), "{version}: of a series that is kept up");
        }
    }

    #[test]
    fn installed_means_the_same_packages_in_the_same_versions() {
        let map = |value: Value| value.as_object().cloned().unwrap();
        let wanted = map(json!({
            "": {"name": "ui"},
            "node_modules/a": {"version": "1.0.0"},
            "node_modules/mac": {"version": "1.0.0", "optional": true},
        }));
        let there = map(json!({"node_modules/a": {"version": "1.0.0"}}));
        assert!(agree(&wanted, &there), "an optional package of another system is not a difference");
        assert!(!agree(&wanted, &map(json!({"node_modules/a": {"version": "1.0.1"}}))), "another version");
        assert!(!agree(&wanted, &map(json!({}))), "a missing package");
        let more = map(json!({"node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"version": "1.0.0"}}));
        assert!(!agree(&wanted, &more), "a package that the lock file no longer has");
    }
}
