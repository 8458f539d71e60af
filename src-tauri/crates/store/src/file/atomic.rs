//! Atomic file creation: a file gets its name only once complete.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::Error;
use crate::file::{name_without_replacing, not_writable, remove_if_there};

/// Makes a file under a temporary name and gives it its name when it is whole, unless another start was sooner. Files
/// that others had begun are then removed, crashed or not: a slower start takes the file that is there.
///
/// # Errors
/// The error of `make`, or why the file cannot have its name; then nothing is left of it.
pub fn create_atomically(path: &Path, what: &str, make: impl FnOnce(&Path) -> Result<(), Error>) -> Result<(), Error> {
    static STARTS: AtomicU32 = AtomicU32::new(0);
    let start = STARTS.fetch_add(1, Ordering::Relaxed);
    let begins = format!("{}-{what}-", path.file_name().unwrap_or_default().to_string_lossy());
    let own = path.with_file_name(format!("{begins}{}-{start}", std::process::id()));
    remove_if_there(&own);
    let made = make(&own).and_then(|()| name_without_replacing(&own, path).map_err(not_writable));
    remove_if_there(&own);
    if path.exists() {
        remove_begun(path, &begins);
        return Ok(());
    }
    made
}

fn remove_begun(path: &Path, begins: &str) {
    let beside = path.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let begun = beside.filter(|file| file.file_name().to_string_lossy().starts_with(begins));
    begun.for_each(|file| remove_if_there(&file.path()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_creation_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        let half = |made: &Path| {
            std::fs::write(made, "half").map_err(not_writable)?;
            Err(Error::DiskFull)
        };
        assert!(matches!(create_atomically(&path, "copy", half), Err(Error::DiskFull)), "it is told why");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "and the room is free again");
    }
}
