//! Errors of the record, by cause.

use std::path::PathBuf;

use domain::ids::IntentId;
use domain::lifecycle::{State, Transition};
use rusqlite::ErrorCode;

use crate::file::place::Unfit;
use crate::sums::Changed;

/// Why the record could not be read or written. Nothing personal is in any message.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the record is damaged: {what}")]
    Damaged { what: String },
    #[error("the record was damaged and has been set aside as {}", set_aside.display())]
    SetAside { set_aside: PathBuf },
    #[error("{} belongs to a record that is not there", left.display())]
    Orphan { left: PathBuf },
    #[error("the record was written by a newer version of Latchbook (format {found}; this one knows {known})")]
    Newer { found: i64, known: i64 },
    #[error("{} is not a Latchbook record", path.display())]
    NotOurs { path: PathBuf },
    #[error("there is no record at {}", path.display())]
    Missing { path: PathBuf },
    /// It may well be sound: another user made it.
    #[error("this user may not open the record in {}", folder.display())]
    Closed { folder: PathBuf },
    #[error("{} is not a file", path.display())]
    NotAFile { path: PathBuf },
    /// A file that the host named.
    #[error("this user may not read {}", path.display())]
    Unreadable { path: PathBuf },
    #[error("the record is busy: another program has been writing for more than 5 seconds")]
    Busy,
    #[error("another window or command has the record open")]
    InUse,
    #[error("the disk is full")]
    DiskFull,
    /// Room to record a code whatever its answer is.
    #[error("the disk of the record has {free} bytes left, of {wanted} that are wanted before a code is asked for")]
    LittleRoom { free: u64, wanted: u64 },
    #[error("{} is no place for a record: {why}", folder.display())]
    Unfit { folder: PathBuf, why: Unfit },
    #[error("the record cannot be written: {why}")]
    NotWritable { why: String },
    #[error("{0:?} cannot happen to an intent in state {1:?} (intent {2})")]
    Impossible(Transition, Option<State>, IntentId),
    #[error("the step was taken by another process (intent {0})")]
    NotOwner(IntentId),
    #[error("{} already exists; choose another name", path.display())]
    Exists { path: PathBuf },
    #[error("{} is not sound: {what}", path.display())]
    Unsound { path: PathBuf, what: String },
    #[error("the file system refused: {0}")]
    Io(#[from] std::io::Error),
    #[error("the record could not be read: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

impl Error {
    /// Whether the record itself is at fault: damaged, unsound or set aside.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Damaged { .. }
                | Self::SetAside { .. }
                | Self::Orphan { .. }
                | Self::Unsound { .. }
                | Self::NotOurs { .. }
        )
    }

    /// A record has its tables from the moment that it has its name.
    pub(crate) fn empty() -> Self {
        Self::Damaged { what: "nothing is in its file".to_owned() }
    }

    pub(crate) fn bad_value(place: &str) -> Self {
        Self::Damaged { what: format!("a value in {place} cannot be read") }
    }
}

/// The value read; `None` if it is damaged, for callers that can go on without it.
///
/// # Errors
/// Any other reason why it could not be read.
pub fn unless_damaged<T>(read: Result<T, Error>) -> Result<Option<T>, Error> {
    match read {
        Err(error) if error.is_damage() => Ok(None),
        read => read.map(Some),
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { what: "its pages do not fit together".to_owned() },
            Some(ErrorCode::NotADatabase) => Self::Damaged { what: "it is not a database any more".to_owned() },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::NotWritable { why: "it is read-only".to_owned() },
            Some(ErrorCode::CannotOpen) => Self::NotWritable { why: "it cannot be opened".to_owned() },
            Some(ErrorCode::PermissionDenied) => Self::NotWritable { why: "permission denied".to_owned() },
            Some(ErrorCode::SystemIoFailure) => Self::NotWritable { why: "the disk reports an error".to_owned() },
            _ => Self::from_conversion(error),
        }
    }
}

impl Error {
    /// A value of the wrong type or outside its words means that the row was changed.
    #[expect(clippy::wildcard_enum_match_arm, reason = "rusqlite's errors are many and not ours to list")]
    fn from_conversion(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(_, _, why) if why.is::<Changed>() => {
                Self::Damaged { what: why.to_string() }
            }
            rusqlite::Error::FromSqlConversionFailure(column, ..)
            | rusqlite::Error::IntegralValueOutOfRange(column, _) => Self::bad_value(&format!("column {column}")),
            rusqlite::Error::InvalidColumnType(_, name, _) => Self::bad_value(&format!("column {name}")),
            rusqlite::Error::Utf8Error(..) => Self::bad_value("a text"),
            other => Self::Sqlite(other),
        }
    }
}
