//! The reviewed permissions of the page. A change here changes what an attacker in the page could do.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.collect();
    files.sort();
    files
}

/// Names in quotes after `commands.allow`.
fn allowed(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let list = text.split_once("commands.allow = [").unwrap().1.split_once(']').unwrap().0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The commands that the page may call.
pub fn commands() -> BTreeSet<String> {
    files("src-tauri/permissions").iter().flat_map(|file| allowed(file)).collect()
}

#[test]
fn the_page_may_only_call_our_commands_and_receive_events() {
    let found: Vec<Value> = files("src-tauri/capabilities")
        .iter()
        .map(|file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
        .collect();
    let [capability] = found.as_slice() else { panic!("one capability, not {}", found.len()) };
    let areas = files("src-tauri/permissions");
    let areas = areas.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned());
    let mut permissions: BTreeSet<String> = areas.collect();
    permissions.extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
    let given: BTreeSet<String> =
        capability["permissions"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    assert_eq!(given, permissions, "our commands, and receiving events");
    assert_eq!(capability["windows"], json!(["main"]), "in the one window");
    assert_eq!(capability["local"], true, "for the page that is built in");
    for key in ["remote", "webviews", "platforms"] {
        assert_eq!(capability[key], Value::Null, "{key} would widen it");
    }
}

#[test]
fn the_commands_are_as_reviewed() {
    assert_eq!(commands().len(), 56, "the commands of the contract");
}

#[test]
fn the_content_policy_is_as_reviewed() {
    let config: Value = serde_json::from_str(&read("tauri.conf.json")).unwrap();
    let expected = json!({
        "freezePrototype": true,
        "capabilities": ["window"],
        "csp": {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "ipc: http://ipc.localhost",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
            "object-src": "'none'",
        },
    });
    assert_eq!(config["app"]["security"], expected, "nothing inline, nothing from elsewhere, no asset protocol");
    assert_eq!(config["app"]["withGlobalTauri"], false, "the page has no global way in");
    assert_eq!(config["app"]["windows"], json!([]), "the window is made in code, with its guards");
    assert!(!read("tauri.conf.json").contains("unsafe-"), "nothing unsafe is let through");
}

#[test]
fn commands_are_short() {
    for file in files("src-tauri/src/commands") {
        let text = std::fs::read_to_string(&file).unwrap();
        for after in text.split("\npub async fn ").skip(1) {
            let lines = after.split_once("\n}\n").unwrap().0.lines().count();
            assert!(lines <= 15, "{}: a command reads, asks, answers; more belongs below it", file.display());
        }
    }
}
