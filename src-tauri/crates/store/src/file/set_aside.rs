//! Setting a record aside: under a name with the date and time, with its companions, and never over anything else.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::error::Error;
use crate::file::{name_without_replacing, remove_if_there, shm_of, wal_of};

/// The newest record in a folder that was set aside, because it was damaged or a backup took its place.
pub fn find_set_aside(folder: &Path) -> Option<PathBuf> {
    let names = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("latchbook.set-aside-") && name.ends_with(".db")
    };
    names.filter(is_one).max()
}

/// Keeps the record under another name while it stays in place, until something replaces it: a crash in between loses
/// nothing and moves nothing. Returns the other name. A file that can have only one name is renamed. `wal_is_empty`:
/// the file holds everything that was written. Otherwise the WAL goes with it.
pub fn keep_aside(path: &Path, wal_is_empty: bool, now: Timestamp) -> Result<PathBuf, Error> {
    if !wal_is_empty {
        return set_aside(path, now);
    }
    let free = free_name(path, now);
    name_without_replacing(path, &free)?;
    move_companions(path, &free)?;
    Ok(free)
}

/// Undoes [`keep_aside`], as far as the disk allows: nothing is lost if it cannot.
pub fn put_back(aside: &Path, path: &Path) {
    if path.exists() {
        remove_if_there(aside);
    } else if std::fs::rename(aside, path).is_ok() {
        let _ = move_companions(aside, path);
    }
}

/// Renames the file and its companions; returns the new name.
pub fn set_aside(path: &Path, now: Timestamp) -> Result<PathBuf, Error> {
    let free = free_name(path, now);
    std::fs::rename(path, &free)?;
    move_companions(path, &free)?;
    Ok(free)
}

/// A name for what is set aside that neither a file nor a companion has yet.
fn free_name(path: &Path, now: Timestamp) -> PathBuf {
    let moment = now.strftime("%Y%m%dT%H%M%SZ");
    let target = |count: u32| path.with_extension(format!("set-aside-{moment}-{count}.db"));
    let is_free = |name: &PathBuf| !name.exists() && !wal_of(name).exists();
    (1..).map(target).find(is_free).unwrap_or_else(|| target(0))
}

/// Puts companions without a file where they belong: a crash between two renames leaves them, and SQLite would replay
/// them into the next file of that name.
pub fn set_aside_companions(path: &Path, now: Timestamp) -> Result<(), Error> {
    let owner = path.parent().and_then(find_set_aside).filter(|owner| !wal_of(owner).exists());
    move_companions(path, &owner.unwrap_or_else(|| free_name(path, now)))
}

fn move_companions(path: &Path, to: &Path) -> Result<(), Error> {
    for (from, to) in [(wal_of(path), wal_of(to)), (shm_of(path), shm_of(to))] {
        if from.exists() {
            std::fs::rename(from, to)?;
        }
    }
    Ok(())
}
