//! Checks that committed text names no path of one machine, and that its pointers into the docs are valid.

use std::process::Command;

use anyhow::{Result, bail};

use crate::pointers::broken;
use crate::run::{read, root};

/// Paths that mean something on one machine only. Assembled here, so that this file does not contain them.
fn forbidden() -> [String; 3] {
    [["/wo", "rk/"].concat(), ["../sha", "red"].concat(), ["/ro", "ot/"].concat()]
}

/// Checks every file that git knows.
///
/// # Errors
/// Names each file and line with a forbidden path or a broken pointer.
pub(crate) fn hold() -> Result<()> {
    let files = read(Command::new("git").args(["ls-files", "--cached", "-z"]).current_dir(root()))?;
    let mut faults = Vec::new();
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        // Binary files are not text; a removed file that git still knows has none.
        let Ok(text) = std::fs::read_to_string(root().join(file)) else { continue };
        faults.extend(sayings(&text).map(|(line, what)| format!("{file}:{line} says `{what}`")));
        let lines = text.lines().zip(1..);
        let pointers = lines.flat_map(|(line, number)| broken(line, root()).into_iter().map(move |end| (number, end)));
        faults.extend(pointers.map(|(line, end)| format!("{file}:{line} points to {end}, which is not there")));
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("; "));
    }
    println!(
        "{} files name no place of one machine; their pointers into the docs lead somewhere",
        files.split('\0').count() - 1
    );
    Ok(())
}

/// Line numbers and text. A word may end in a forbidden one (`net` + `work/`): only a path counts.
fn sayings(text: &str) -> impl Iterator<Item = (usize, String)> {
    let is_said = |line: &str, what: &str| {
        line.match_indices(what)
            .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-".contains(c)))
    };
    text.lines().zip(1..).flat_map(move |(line, number)| {
        forbidden().into_iter().filter(move |what| is_said(line, what)).map(move |what| (number, what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_files_pass() {
        hold().unwrap();
    }

    #[test]
    fn a_path_is_found_and_a_word_is_not() {
        let [machine, shared, _] = forbidden();
        let text = format!("fine\nsee {shared}/facts\nopen {machine}main\nsrc{machine}x\n");
        let found: Vec<usize> = sayings(&text).map(|(line, _)| line).collect();
        assert_eq!(found, [2, 3], "lines 2 and 3 name paths of one machine, line 4 its own folder");
    }
}
