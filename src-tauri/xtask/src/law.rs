//! Dependency rules: which crate may use which, checked on `cargo metadata`.
//!
//! Owns the arrows (docs/architecture.md draws them). Refuses an unknown crate: a new crate needs a
//! line here.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::run::{cargo, read};

/// The workspace's crates, and the others of them that each may use outside its tests.
const ARROWS: &[(&str, &[&str])] = &[
    ("latchbook-desktop", &["domain", "words", "wire", "ops", "paper", "seam", "vault", "simulator", "runtime"]),
    ("cli", &["domain", "words", "wire", "ops", "paper", "seam", "vault", "simulator", "runtime"]),
    ("runtime", &["domain", "ops", "seam", "vault", "store"]),
    ("wire", &["domain", "ops", "words"]),
    ("ops", &["domain", "store"]),
    ("store", &["domain", "words"]),
    ("seam", &["domain"]),
    ("vault", &["domain"]),
    ("domain", &[]),
    ("words", &[]),
    ("paper", &["wire", "words"]),
    ("simulator", &[]),
    ("testkit", &["domain", "store"]),
    ("bench", &["domain", "wire", "ops", "store", "seam", "vault", "simulator", "runtime", "testkit"]),
    ("xtask", &[]),
    ("empty-app", &[]),
];

/// Crates that each of ours may also use in its tests.
const FOR_TESTS: &[&str] = &["testkit", "simulator"];

/// Foreign crates that only one crate may use, so that their job is done in one place.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "bench"]),
    ("libsqlite3-sys", &["store"]),
    ("reqwest", &["seam", "simulator", "bench"]),
    ("keyring", &["vault"]),
    ("keyring-core", &["vault"]),
    ("secret-service", &["vault"]),
    ("apple-native-keyring-store", &["vault"]),
    ("windows-native-keyring-store", &["vault"]),
    ("zbus-secret-service-keyring-store", &["vault"]),
    ("tauri", &["latchbook-desktop", "empty-app"]),
    ("tauri-build", &["latchbook-desktop", "empty-app"]),
];

/// Checks the workspace as it is.
///
/// # Errors
/// Names every violation of the rules.
pub(crate) fn hold() -> Result<()> {
    let metadata = read(&mut cargo("metadata --no-deps --locked --format-version 1"))?;
    let metadata = serde_json::from_str(&metadata).context("cargo metadata")?;
    let uses = uses_of(&metadata).context("cargo metadata has another shape than expected")?;
    let crossings: Vec<String> = uses.iter().filter_map(crossing).collect();
    if crossings.is_empty() {
        println!("{} uses of crates, all by the law", uses.len());
        return Ok(());
    }
    bail!("{}", crossings.join("; "))
}

/// One line of one `Cargo.toml`.
#[derive(Debug)]
struct Use {
    user: String,
    used: String,
    is_ours: bool,
    only_in_tests: bool,
}

fn uses_of(metadata: &Value) -> Option<Vec<Use>> {
    let mut uses = Vec::new();
    for package in metadata["packages"].as_array()? {
        let user = package["name"].as_str()?;
        for dependency in package["dependencies"].as_array()? {
            uses.push(Use {
                user: user.to_owned(),
                used: dependency["name"].as_str()?.to_owned(),
                is_ours: dependency["path"].is_string(),
                only_in_tests: dependency["kind"] == "dev",
            });
        }
        // So that even a crate without any dependency must be listed.
        uses.push(Use { user: user.to_owned(), used: user.to_owned(), is_ours: true, only_in_tests: true });
    }
    Some(uses)
}

/// The violation in this use, if any.
fn crossing(one: &Use) -> Option<String> {
    let Use { user, used, is_ours, only_in_tests } = one;
    let Some((_, arrows)) = ARROWS.iter().find(|(name, _)| name == user) else {
        return Some(format!("no law says what `{user}` may use: add it to the arrows in xtask"));
    };
    let lawful = if *is_ours {
        let in_tests = *only_in_tests && may_in_tests(user, used);
        in_tests || arrows.contains(&used.as_str())
    } else {
        HOMES.iter().find(|(name, _)| name == used).is_none_or(|(_, homes)| homes.contains(&user.as_str()))
    };
    (!lawful).then(|| format!("`{user}` must not use `{used}`"))
}

fn may_in_tests(user: &str, used: &str) -> bool {
    FOR_TESTS.contains(&used) || user == used
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crossing_of(user: &str, used: &str, is_ours: bool, only_in_tests: bool) -> Option<String> {
        crossing(&Use { user: user.to_owned(), used: used.to_owned(), is_ours, only_in_tests })
    }

    #[test]
    fn the_workspace_keeps_the_dependency_rules() {
        hold().unwrap();
    }

    #[test]
    fn each_kind_of_violation_is_found() {
        let ships = false;
        let tests = true;
        for (user, used, is_ours, kind) in [
            ("domain", "store", true, ships),
            ("store", "ops", true, ships),
            ("simulator", "domain", true, ships),
            ("vault", "store", true, tests),
            ("ops", "testkit", true, ships),
            ("ops", "rusqlite", false, ships),
            ("cli", "reqwest", false, tests),
            ("runtime", "keyring-core", false, ships),
            ("ops", "tauri", false, ships),
            ("newcomer", "serde", false, ships),
        ] {
            assert!(crossing_of(user, used, is_ours, kind).is_some(), "{user} → {used} violates the rules");
        }
    }

    #[test]
    fn permitted_uses_are_allowed() {
        assert_eq!(crossing_of("ops", "store", true, false), None, "an arrow");
        assert_eq!(crossing_of("ops", "testkit", true, true), None, "a tool for tests, in tests");
        assert_eq!(crossing_of("store", "rusqlite", false, false), None, "a crate in the one place that may use it");
        assert_eq!(crossing_of("ops", "serde", false, false), None, "a crate that any may use");
    }
}
