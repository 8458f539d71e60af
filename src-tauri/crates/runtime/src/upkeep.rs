//! Looking after the record itself: is it sound, a checked copy, bringing a copy back.

use std::path::{Path, PathBuf};

use ops::Clock;
use store::{Reader, Soundness, Store};

use crate::clock::SystemClock;
use crate::error::Error;

/// Looks at the whole record. Reads only as long as anything is wrong, so that a damaged file stays as it was found.
///
/// # Errors
/// [`Error::Record`]: none is there, or it cannot be opened at all.
pub fn verify(folder: &Path) -> Result<Soundness, Error> {
    let mut soundness = Reader::open(folder)?.verify()?;
    if !soundness.is_sound() {
        return Ok(soundness);
    }
    // The search index can be looked at by a writer only; where nobody may write, the rest has to do.
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

/// Copies the record into a file that is not there yet, and checks the copy.
///
/// # Errors
/// As [`store::back_up`].
pub fn back_up(folder: &Path, to: &Path) -> Result<Soundness, Error> {
    Ok(store::back_up(Reader::open(folder)?.read(), to)?)
}

/// Brings a backup back; gives what it holds, and where the record that stood in its place has gone.
///
/// # Errors
/// As [`store::restore`].
pub fn restore(from: &Path, folder: &Path) -> Result<(Soundness, Option<PathBuf>), Error> {
    Ok(store::restore(from, folder, SystemClock.now())?)
}
