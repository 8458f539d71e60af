//! What could not be done, and what to do next.

use domain::reading::ReadError;
use domain::stay::StayFault;
use domain::zone::ZoneFault;
use ops::{Error, RecordError};

use super::wording::some_of;
use crate::clean::clean;

pub(crate) fn error(error: &Error) -> String {
    match error {
        Error::Record(error) => record(error),
        Error::Unsound(problem) => format!(
            "The record is damaged ({problem}), so nothing was sent. Verify it, and restore a backup before you issue."
        ),
        Error::Seam(error) => read(error),
        Error::NoSuchDoor(asked) => {
            format!(
                "No door is called “{}”. The list of doors shows every name; sync if the door is new.",
                clean(asked)
            )
        }
        Error::AmbiguousDoor { asked, names } => {
            format!("“{}” could be {}. Give the whole name, or the door's id.", clean(asked), some_of(names, 5))
        }
        Error::NoSuchCode(asked) => {
            format!("No code has the number {}. The list of codes shows every number.", clean(asked))
        }
        Error::NoZone(fault) => no_zone(fault),
        Error::Stay(StayFault::NotAfter) => {
            "The departure is not after the arrival. Give a departure that is later.".to_owned()
        }
        Error::Stay(StayFault::OutOfRange) => {
            "The dates are outside the years 2000 to 2200. Check the year.".to_owned()
        }
        Error::BadTime(asked) => format!(
            "“{}” is not a date and time. Write 2026-12-03T15:45, on the door's clock, or the same with an offset.",
            clean(asked)
        ),
        Error::BadStayKey => {
            "The key for a stay is too long or holds control characters. Use at most 200 plain characters, such as the \
             booking's id."
                .to_owned()
        }
        Error::OtherWorkspace { pinned, found } => format!(
            "This record belongs to the Seam workspace “{}”, and the key to “{}”. Use that workspace's key, or another data \
             folder for this one.",
            clean(pinned),
            clean(found)
        ),
        Error::NeverSynced => "Nothing has been read from Seam yet. Sync first.".to_owned(),
        Error::Interrupted => {
            "The work was interrupted. Look before anything else: that settles what was under way.".to_owned()
        }
        Error::Lost(intent) => format!(
            "Code {intent} is not in the record any more, so the record is not what was written. Verify it before you issue."
        ),
    }
}

fn no_zone(fault: &ZoneFault) -> String {
    match fault {
        ZoneFault::Missing => {
            "The door's time zone is not known, so nobody can tell when a code would work. Ask Seam to set \
                               the site's zone, then sync."
                .to_owned()
        }
        ZoneFault::Unknown(zone) => format!(
            "The door's time zone “{}” is in no zone table. Ask Seam to correct the site's zone, then sync; if the zone is \
             new, update Latchbook.",
            clean(zone)
        ),
        ZoneFault::Disagree => {
            "Seam names more than one time zone for the door. Ask Seam which is right, then sync.".to_owned()
        }
    }
}

/// Reads change nothing, so each may be tried again.
pub(crate) fn read(error: &ReadError) -> String {
    match error {
        ReadError::NoConnection(_) => {
            "There is no connection to Seam; nothing was sent. Check the network and try again.".to_owned()
        }
        ReadError::TimedOut => "Seam did not answer in time; nothing was sent. Try again in a minute.".to_owned(),
        ReadError::Unauthorized => {
            "Seam does not accept the API key. Make a key in Seam's console and connect again.".to_owned()
        }
        ReadError::Forbidden { .. } => {
            "The API key may not do this. Connect with a key of the workspace that may read and issue.".to_owned()
        }
        ReadError::NotFound { kind } => {
            format!("Seam knows no such thing ({}). Sync, and try again.", clean(kind))
        }
        ReadError::RateLimited { retry_after } => match retry_after {
            Some(wait) => format!("Seam asks to wait {} s; nothing was sent. Try again then.", wait.as_secs().max(1)),
            None => "Seam asks to wait; nothing was sent. Try again in a minute.".to_owned(),
        },
        ReadError::Refused { status, message, .. } => {
            format!("Seam refused to answer ({status}: {}). Try again; if it stays so, ask Seam.", clean(message))
        }
        ReadError::Unavailable { status } => {
            format!("Seam is not available at the moment ({status}); nothing was sent. Try again in a few minutes.")
        }
        ReadError::NotSeam => "Something else answered in Seam's place, such as a sign-in page of the network; nothing was \
                               sent. Sign in to the network or use another, and try again."
            .to_owned(),
        ReadError::TooLarge { .. } | ReadError::CursorLoop | ReadError::Malformed(_) => {
            "Seam's answer cannot be read; nothing was concluded from it. Try again; if it stays so, update Latchbook or ask \
             Seam."
                .to_owned()
        }
        ReadError::CutOff => {
            "Seam's answer broke off; nothing was concluded from it. Check the network and try again.".to_owned()
        }
    }
}

pub(crate) fn record(error: &RecordError) -> String {
    match error {
        RecordError::Damaged { .. } => {
            "The record is damaged. Nothing is deleted: restore a backup; the damaged file is set \
                                        aside."
                .to_owned()
        }
        RecordError::SetAside { set_aside } => format!(
            "The record was damaged and is kept as {}. Restore a backup, or move that file away to begin a new record.",
            set_aside.display()
        ),
        RecordError::Newer { .. } => {
            "The record was written by a newer version of Latchbook. Update this one; nothing was changed.".to_owned()
        }
        RecordError::NotOurs { path } => {
            format!("{} is not a Latchbook record. Choose another file or data folder.", path.display())
        }
        RecordError::Missing { path } => {
            format!("There is no record at {}. Check the path, or sync to begin one.", path.display())
        }
        RecordError::Busy => {
            "The record is busy: another program has been writing for more than 5 seconds. Close it or wait, \
                              and try again."
                .to_owned()
        }
        RecordError::InUse => {
            "Another window or command has the record open. Close it, then restore again. Nothing was changed."
                .to_owned()
        }
        RecordError::DiskFull => "The disk is full. Make room and try again.".to_owned(),
        RecordError::NotWritable { why } => {
            format!(
                "The record cannot be written ({}). Check the folder's rights and the disk, and try again.",
                clean(why)
            )
        }
        RecordError::Impossible(..) | RecordError::NotOwner(_) => {
            "Another window took this step first. Look at the code as it stands now; nothing was done twice.".to_owned()
        }
        RecordError::Exists { path } => format!("{} is there already. Choose another name.", path.display()),
        RecordError::Unsound { path, .. } => {
            format!("{} is not sound, so it was not used. Choose another backup.", path.display())
        }
        RecordError::Io(_) => {
            "The file system refused. Check the folder's rights and the disk, and try again.".to_owned()
        }
        RecordError::Sqlite(_) => {
            "The record could not be read. Verify it; if it is not sound, restore a backup.".to_owned()
        }
    }
}
