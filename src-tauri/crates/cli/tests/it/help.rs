//! Help, version, completions and manual: the first things that a host asks for.

use crate::world::{Ran, bare};

fn run(args: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    Ran::new(&bare(folder.path(), args).env("COLUMNS", "100").output().unwrap())
}

#[test]
fn the_overview_is_as_it_was_reviewed() {
    insta::assert_snapshot!(run(&["--help"]).out);
}

#[test]
fn the_help_of_issue_is_as_it_was_reviewed() {
    insta::assert_snapshot!(run(&["issue", "--help"]).out);
}

#[test]
fn help_fits_a_terminal_and_exits_with_0() {
    for name in ["connect", "sync", "preview", "issue", "codes", "restore", "listen", "simulate", "demo"] {
        let ran = run(&[name, "--help"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name} --help goes to stdout");
        let longest = ran.out.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(100), "{name} --help is {longest:?} columns wide");
    }
    let nothing = run(&[]);
    assert_eq!(nothing.code, 2, "no command was given");
    assert!(nothing.err.contains("latchbook demo"), "the first step is named: {}", nothing.err);
}

#[test]
fn the_version_is_printed() {
    assert_eq!(run(&["--version"]).out.trim(), concat!("latchbook ", env!("CARGO_PKG_VERSION")), "name and version");
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).out;
        assert!(script.contains("preview") && script.contains("rounding"), "{shell} completes commands and options");
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(&["man", "--dir", folder.path().to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let issue = std::fs::read_to_string(folder.path().join("latchbook-issue.1")).unwrap();
    assert!(issue.contains("max_time") || issue.contains("rounding"), "options are explained");
    assert!(run(&["man"]).out.contains(".TH"), "the main page goes to stdout");
}

#[test]
fn json_is_refused_for_output_that_is_not_json() {
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().to_str().unwrap();
    for args in [&["man"][..], &["man", "--dir", named], &["completions", "bash"]] {
        let ran = run(&[args, &["--json"]].concat());
        assert_eq!(ran.code, 2, "{args:?}: {ran:?}");
        let message = &ran.document()["error"]["message"];
        assert!(message.as_str().unwrap().contains("--json"), "the remedy is named: {message}");
    }
    assert_eq!(std::fs::read_dir(named).unwrap().count(), 0, "nothing was written");
}
