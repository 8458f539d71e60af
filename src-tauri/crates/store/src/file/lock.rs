//! Who has the record open for writing: many at a time, or one who puts a backup in its place. Another file could be written into
//! beneath it else. The system lets go of the lock with the process; where files cannot be locked, nobody is kept from anything.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::file::access::kept_out;

/// Beside the record, and empty.
const NAME: &str = "latchbook.lock";

/// Whoever closes a record may take that long to let go of it.
const PATIENCE: Duration = Duration::from_secs(2);

const AGAIN: Duration = Duration::from_millis(20);

/// Holds the record open as long as it lives.
#[derive(Debug)]
pub struct Held {
    _file: Option<File>,
}

/// Together with others.
///
/// # Errors
/// [`Error::Busy`] while a backup takes its place.
pub fn share(folder: &Path) -> Result<Held, Error> {
    hold(folder, File::try_lock_shared, Error::Busy)
}

/// Alone.
///
/// # Errors
/// [`Error::InUse`] while anybody has it open.
pub fn alone(folder: &Path) -> Result<Held, Error> {
    hold(folder, File::try_lock, Error::InUse)
}

fn hold(folder: &Path, lock: fn(&File) -> Result<(), TryLockError>, taken: Error) -> Result<Held, Error> {
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(folder.join(NAME)).map_err(kept_out(folder))?;
    let begun = Instant::now();
    loop {
        match lock(&file) {
            Ok(()) => return Ok(Held { _file: Some(file) }),
            Err(TryLockError::Error(_)) => return Ok(Held { _file: None }),
            Err(TryLockError::WouldBlock) if begun.elapsed() >= PATIENCE => return Err(taken),
            Err(TryLockError::WouldBlock) => std::thread::sleep(AGAIN),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_shared_by_many_or_exclusive_to_one() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (share(folder.path()).unwrap(), share(folder.path()).unwrap());
        drop(one);
        assert!(matches!(alone(folder.path()), Err(Error::InUse)), "somebody has it open");
        drop(two);
        let alone = alone(folder.path()).unwrap();
        assert!(matches!(share(folder.path()), Err(Error::Busy)), "a backup takes its place");
        drop(alone);
        share(folder.path()).unwrap();
    }
}
