//! Crates that must not be in the tree, however they come in: read from `Cargo.lock`, so for every platform.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};

/// A crate's name, and why it is banned.
const BANNED: &[(&str, &str)] = &[
    ("reqwest-middleware", "a create must never be sent twice by a hidden layer"),
    ("reqwest-retry", "a create must never be sent twice by a hidden layer"),
    ("openssl-sys", "one TLS library: rustls"),
    ("native-tls", "one TLS library: rustls"),
    ("aws-lc-sys", "one cryptography library under rustls: ring"),
    ("linux-keyutils-keyring-store", "keyutils forgets at reboot"),
];

/// Our crates that must build and be tested without a window.
const WINDOWLESS: &[&str] = &[
    "bench",
    "cli",
    "domain",
    "ops",
    "paper",
    "runtime",
    "seam",
    "simulator",
    "store",
    "testkit",
    "vault",
    "wire",
    "xtask",
];

/// Checks the lock file as it is.
///
/// # Errors
/// Names every banned crate, and each of our crates that depends on a window toolkit.
pub(crate) fn hold() -> Result<()> {
    let text = std::fs::read_to_string(crate::run::root().join("Cargo.lock")).context("Cargo.lock")?;
    let tree = parse(&text);
    let faults = faults(&tree);
    if faults.is_empty() {
        println!("{} crates in the tree, none of them banned", tree.len());
        return Ok(());
    }
    bail!("{}", faults.join("; "))
}

/// Each crate's dependencies; versions of one crate are merged.
type Tree<'t> = BTreeMap<&'t str, BTreeSet<&'t str>>;

fn parse(text: &str) -> Tree<'_> {
    let mut tree = Tree::new();
    for package in text.split("[[package]]").skip(1) {
        let Some(name) = package.lines().find_map(|line| quoted(line.strip_prefix("name = ")?)) else { continue };
        let listed = package.split_once("dependencies = [").map_or("", |(_, rest)| rest);
        let listed = listed.split(']').next().unwrap_or_default();
        // A dependency reads `"name"` or `"name version"`.
        let names = listed.lines().filter_map(quoted).filter_map(|entry| entry.split(' ').next());
        tree.entry(name).or_default().extend(names);
    }
    tree
}

fn quoted(line: &str) -> Option<&str> {
    line.split('"').nth(1)
}

fn faults(tree: &Tree<'_>) -> Vec<String> {
    let banned = BANNED.iter().filter(|(name, _)| tree.contains_key(name));
    let banned = banned.map(|(name, why)| format!("`{name}` is in the tree ({why})"));
    let windows = WINDOWLESS.iter().filter(|ours| below(tree, ours).iter().any(|name| is_toolkit(name)));
    banned.chain(windows.map(|ours| format!("`{ours}` has tauri below it"))).collect()
}

fn is_toolkit(name: &str) -> bool {
    matches!(name, "tauri" | "wry" | "tao")
}

fn below<'t>(tree: &Tree<'t>, top: &'t str) -> BTreeSet<&'t str> {
    let mut seen = BTreeSet::new();
    let mut open = vec![top];
    while let Some(name) = open.pop() {
        if seen.insert(name) {
            open.extend(tree.get(name).into_iter().flatten());
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "version = 4\n\n[[package]]\nname = \"ops\"\nversion = \"0.1.0\"\ndependencies = [\n \"serde\",\n \
                         \"store\",\n]\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \
                         \"store\"\nversion = \"0.1.0\"\ndependencies = [\n \"wry 0.5.0\",\n]\n";

    #[test]
    fn the_tree_is_clean() {
        hold().unwrap();
    }

    #[test]
    fn a_banned_crate_is_found() {
        let text = SOUND.replace("serde", "native-tls");
        let found = faults(&parse(&text));
        assert!(found.iter().any(|fault| fault.contains("native-tls")), "a planted ban must be named: {found:?}");
    }

    #[test]
    fn a_window_far_below_is_found() {
        let found = faults(&parse(SOUND));
        let wanted = ["`ops` has tauri below it", "`store` has tauri below it"];
        assert_eq!(found, wanted, "the window toolkit reaches `ops` through `store`");
    }
}
