//! Record maintenance: verify, back up, restore.

use std::path::{Path, PathBuf};

use ops::Clock;
use store::{Reader, Soundness, Store};

use crate::clock::SystemClock;
use crate::error::Error;

/// Checks the whole record. Opens it for writing only if nothing is wrong, so that a damaged file stays as it was found.
///
/// # Errors
/// [`Error::Record`] if it is missing, or cannot be opened at all.
pub fn verify(folder: &Path) -> Result<Soundness, Error> {
    let mut soundness = Reader::open(folder)?.verify()?;
    if !soundness.is_sound() {
        return Ok(soundness);
    }
    // Only a writer can check the search index; if the record cannot be written, the rest must do.
    match Store::open(folder, SystemClock.now()) {
        Ok(store) => {
            soundness.problems = store.verify_search()?;
            Ok(soundness)
        }
        Err(
            store::Error::NotWritable { .. }
            | store::Error::Closed { .. }
            | store::Error::Unfit { .. }
            | store::Error::Io(_),
        ) => Ok(soundness),
        Err(other) => Err(other.into()),
    }
}

/// Copies the record into a new file and checks the copy.
///
/// # Errors
/// As [`store::back_up`].
pub fn back_up(folder: &Path, to: &Path) -> Result<Soundness, Error> {
    Ok(store::back_up(Reader::open(folder)?.read(), to)?)
}

/// Restores a backup; returns what it holds, and where the replaced record has been moved.
///
/// # Errors
/// As [`store::restore`].
pub fn restore(from: &Path, folder: &Path) -> Result<(Soundness, Option<PathBuf>), Error> {
    Ok(store::restore(from, folder, SystemClock.now())?)
}
