//! Codes made elsewhere, and what is in a record's folder.

use std::path::Path;

use domain::reading::CodeReading;
use store::FILE_NAME;
use testkit::{at, code};

/// A code that Seam only watches, at the first door of a filled record.
pub fn outside(id: &str, name: &str) -> CodeReading {
    CodeReading {
        name: Some(name.into()),
        ends_at: Some(at("2026-12-24T00:00:00Z")),
        status: Some("set".into()),
        is_managed: false,
        ..code(id, "d0")
    }
}

/// The files of a folder, in order, except the lock and the companions of an open record. When the last two connections
/// close at once, neither removes those companions.
pub fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(name).collect();
    let beside = ["latchbook.lock".to_owned(), format!("{FILE_NAME}-wal"), format!("{FILE_NAME}-shm")];
    names.retain(|name| !beside.contains(name));
    names.sort();
    names
}
