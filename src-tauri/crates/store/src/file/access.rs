//! Whether this user may open a file: a closed file is not absent, and only a file is opened.

use std::io::ErrorKind;
use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use crate::error::Error;
use crate::file::not_writable;

/// Whether a file has this name; `closed` if this user may not know. Anything else of that name, such as a pipe or a
/// device, is never opened: that could wait for ever.
pub fn is_there(path: &Path, closed: impl FnOnce() -> Error) -> Result<bool, Error> {
    match std::fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(_) => Err(Error::NotAFile { path: path.to_owned() }),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(closed()),
        Err(_) => Ok(false),
    }
}

/// A connection to a file that is there: if SQLite cannot open it, it is `closed` to this user.
pub fn opened(connection: rusqlite::Result<Connection>, closed: impl FnOnce() -> Error) -> Result<Connection, Error> {
    connection.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) => closed(),
        _ => error.into(),
    })
}

/// The record with this file belongs to another user.
pub fn closed_record(path: &Path) -> Error {
    closed(path.parent().unwrap_or(path))
}

fn closed(folder: &Path) -> Error {
    Error::Closed { folder: folder.to_owned() }
}

/// Why the system denies this user access to something in the folder of the record.
pub fn kept_out(folder: &Path) -> impl Fn(std::io::Error) -> Error {
    |error| if error.kind() == ErrorKind::PermissionDenied { closed(folder) } else { not_writable(error) }
}
