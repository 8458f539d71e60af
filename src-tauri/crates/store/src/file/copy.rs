//! A whole copy of the record in a separate file.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::error::Error;
use crate::file::private_file;

/// A copy by SQLite's backup interface, which sees one moment of the record even while others write. Only its owner can
/// read it.
///
/// # Errors
/// The record cannot be read, or `to` cannot be written or already exists; then a partial copy is left.
pub fn copy(from: &Connection, to: &Path) -> Result<(), Error> {
    let file = private_file(to)?;
    let mut target = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    Backup::new(from, &mut target)?.run_to_completion(4_096, Duration::ZERO, None)?;
    // A copy must not need companions, so that it can be read from anywhere.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    drop(target);
    file.sync_all()?;
    Ok(())
}
