//! Which processes have the record open for writing: many at a time, or one that restores a backup. Otherwise a writer
//! could have its file replaced underneath it. The OS releases the lock when the process ends; on a file system without
//! locks, none is enforced.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::file::access::kept_out;

/// Next to the record, and empty.
const NAME: &str = "latchbook.lock";

/// How long a process that closes the record may take to release it.
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
/// [`Error::InUse`] while any process has it open.
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
