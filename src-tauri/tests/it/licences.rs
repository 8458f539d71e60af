//! The list on the about page names every package in the lock files that is shipped.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

const HEAD: &str = "\
Latchbook is under the MIT or the Apache-2.0 licence, at your choice. It contains the work of many others. Each line names a
package, its version and its licence as its author states it; the texts come with each package's source.
";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn list() -> PathBuf {
    root().join("src-tauri").join("licences.txt")
}

/// Rust packages for every system, without build dependencies.
fn rust() -> BTreeSet<String> {
    let arguments = "tree -p latchbook-desktop --locked --edges normal --target all --prefix none";
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(arguments.split(' ')).args(["--format", "{p}|{l}"]);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let foreign = text.lines().filter(|line| !line.contains(" (/") && !line.contains(":\\")).map(line_of_rust);
    foreign.collect()
}

/// `serde v1.0.1 (proc-macro)|MIT OR Apache-2.0 (*)`
fn line_of_rust(line: &str) -> String {
    let (package, licence) = line.split_once('|').unwrap();
    let package = package.trim_end_matches(" (proc-macro)").replacen(" v", " ", 1);
    format!("{package}  {}", licence.trim_end_matches(" (*)"))
}

/// Packages that the page contains.
fn page() -> BTreeSet<String> {
    let lock = std::fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let lock: serde_json::Value = serde_json::from_str(&lock).unwrap();
    let shipped = |package: &serde_json::Value| package["dev"] != true && package["optional"] != true;
    let packages = lock["packages"].as_object().unwrap().iter().filter(|(name, _)| !name.is_empty());
    let named = packages.filter(|(name, package)| shipped(package) || *name == "node_modules/svelte");
    let line = |(name, package): (&String, &serde_json::Value)| {
        let name = name.rsplit_once("node_modules/").unwrap().1;
        format!("{name} {}  {}", package["version"].as_str().unwrap(), package["license"].as_str().unwrap_or("?"))
    };
    named.map(line).collect()
}

fn written() -> String {
    let lines = |packages: BTreeSet<String>| packages.into_iter().collect::<Vec<_>>().join("\n");
    format!("{HEAD}\nIn the program\n\n{}\n\nIn the page\n\n{}\n", lines(rust()), lines(page()))
}

#[test]
fn every_shipped_package_is_named() {
    let found = std::fs::read_to_string(list()).unwrap();
    assert!(
        found == written(),
        "src-tauri/licences.txt is out of date: cargo test -p latchbook-desktop --test it write_licences -- --ignored"
    );
}

#[test]
#[ignore = "writes the list"]
fn write_licences() {
    std::fs::write(list(), written()).unwrap();
}
