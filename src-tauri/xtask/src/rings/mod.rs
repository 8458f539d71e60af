//! Rings of files: how many files of one package may import each other in a circle.
//!
//! Owns the limit and its exceptions. Refuses an exception that is no longer needed. `rust` and `page` read which file
//! imports which.

mod page;
mod rust;

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::run::{read, root};

/// A ring of more files than this cannot be understood one file at a time.
const MOST: usize = 5;

/// A larger ring that stays: its folder, its size and the reason.
type Exception = (&'static str, usize, &'static str);

const EXCEPTIONS: &[Exception] = &[];

/// Text by path from the root of the repository.
type Sources = BTreeMap<String, String>;

/// For each file the files whose names it uses.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Checks the repository as it is.
///
/// # Errors
/// Lists the files of every ring above the limit, and every exception that no ring needs.
pub(crate) fn hold() -> Result<()> {
    let sources = sources()?;
    let mut arrows = page::arrows(&sources);
    for (file, targets) in rust::arrows(&sources)? {
        arrows.entry(file).or_default().extend(targets);
    }
    let faults = faults(&rings(&arrows), EXCEPTIONS);
    if !faults.is_empty() {
        bail!("{}", faults.join("; "));
    }
    println!("{} files, no ring of more than {MOST} besides {} listed", arrows.len(), EXCEPTIONS.len());
    for (folder, _, reason) in EXCEPTIONS {
        println!("  {folder}: {reason}");
    }
    Ok(())
}

fn sources() -> Result<Sources> {
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "*.rs", "ui/src"];
    let files = read(Command::new("git").args(arguments).current_dir(root()))?;
    let is_code = |file: &&str| [".rs", ".ts", ".svelte"].iter().any(|end| file.ends_with(end));
    let mut sources = Sources::new();
    for file in files.split('\0').filter(is_code) {
        let path = root().join(file);
        // Git still lists a file that was removed but not committed.
        if path.exists() {
            sources.insert(file.to_owned(), std::fs::read_to_string(path).with_context(|| file.to_owned())?);
        }
    }
    Ok(sources)
}

/// Every set of files of which each reaches each other one, larger sets first.
fn rings(arrows: &Arrows) -> Vec<BTreeSet<&str>> {
    let reached = arrows.keys().map(|file| (file.as_str(), reachable(arrows, file))).collect();
    let distinct: BTreeSet<_> = arrows.keys().map(|file| ring_of(&reached, file)).collect();
    let mut rings: Vec<_> = distinct.into_iter().filter(|ring| ring.len() > 1).collect();
    rings.sort_by_key(|ring| std::cmp::Reverse(ring.len()));
    rings
}

/// The files that `file` reaches and that reach it.
fn ring_of<'a>(reached: &BTreeMap<&'a str, BTreeSet<&'a str>>, file: &str) -> BTreeSet<&'a str> {
    let reaches_back = |other: &&&str| reached.get(**other).is_some_and(|back| back.contains(file));
    reached.get(file).into_iter().flatten().filter(reaches_back).copied().collect()
}

fn reachable<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for target in arrows.get(file).into_iter().flatten() {
            if reached.insert(target.as_str()) {
                open.push(target);
            }
        }
    }
    reached
}

fn faults(rings: &[BTreeSet<&str>], exceptions: &[Exception]) -> Vec<String> {
    let excuses = |ring: &BTreeSet<&str>, (folder, files, _): &Exception| {
        ring.len() == *files && ring.iter().all(|file| file.starts_with(folder))
    };
    let large: Vec<_> = rings.iter().filter(|ring| ring.len() > MOST).collect();
    let unexcused = large.iter().filter(|ring| !exceptions.iter().any(|exception| excuses(ring, exception)));
    let unused = exceptions.iter().filter(|exception| !large.iter().any(|ring| excuses(ring, exception)));
    let ring = |ring: &&&BTreeSet<&str>| {
        let files: Vec<_> = ring.iter().copied().collect();
        format!("{} files import each other in a ring, at most {MOST} may: {}", files.len(), files.join(", "))
    };
    let exception = |(folder, files, _): &Exception| {
        format!("`{folder}` has no ring of {files} files any more: remove or lower its exception")
    };
    unexcused.map(|one| ring(&one)).chain(unused.map(exception)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `count` files in a ring, and one that only uses it.
    fn ring_of(count: usize) -> Arrows {
        let file = |number: usize| format!("a/{number}.rs");
        let mut arrows: Arrows = (0..count).map(|n| (file(n), BTreeSet::from([file((n + 1) % count)]))).collect();
        arrows.insert("a/user.rs".to_owned(), BTreeSet::from([file(0)]));
        arrows
    }

    fn faults_of(count: usize, exceptions: &[Exception]) -> Vec<String> {
        faults(&rings(&ring_of(count)), exceptions)
    }

    const KNOWN: Exception = ("a/", 6, "a state machine");

    #[test]
    fn repository_has_no_new_ring() {
        hold().unwrap();
    }

    #[test]
    fn ring_of_six_is_named_file_by_file() {
        let [fault] = faults_of(6, &[]).try_into().unwrap();
        let files = "a/0.rs, a/1.rs, a/2.rs, a/3.rs, a/4.rs, a/5.rs";
        assert!(fault.ends_with(files), "all six and not their user: {fault}");
    }

    #[test]
    fn ring_of_five_is_allowed() {
        assert!(faults_of(5, &[]).is_empty(), "five files can be read together");
    }

    #[test]
    fn exception_covers_exactly_its_size() {
        assert!(faults_of(6, &[KNOWN]).is_empty(), "listed with its reason");
        assert!(!faults_of(7, &[KNOWN]).is_empty(), "a listed ring does not grow");
    }

    #[test]
    fn unneeded_exception_is_refused() {
        let [fault] = faults_of(5, &[KNOWN]).try_into().unwrap();
        assert!(fault.contains("its exception"), "otherwise it would excuse the next ring: {fault}");
    }
}
