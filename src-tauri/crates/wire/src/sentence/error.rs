//! Failed operations, and the next step for the host.

use std::path::Path;

use domain::reading::ReadError;
use domain::stay::StayFault;
use domain::zone::ZoneFault;
use ops::{Error, RecordError, Unfit};
use words::{clean, say, some_of};

use super::record::problem;

pub(crate) fn error(error: &Error) -> String {
    match error {
        Error::Record(error) => record(error),
        Error::BeforeSending(error) => say!("error-before-sending", why = record(error)),
        Error::Unsound(found) if found.is_mended_by_sync() => say!("error-unsound-sync", problem = problem(found)),
        Error::Unsound(found) => say!("error-unsound", problem = problem(found)),
        Error::Seam(error) => read(error),
        Error::NoSuchDoor(asked) => say!("error-no-such-door", asked = clean(asked)),
        Error::AmbiguousDoor { asked, names } => {
            say!("error-ambiguous-door", asked = clean(asked), names = some_of(names, 5))
        }
        Error::NoSuchCode(asked) => say!("error-no-such-code", asked = clean(asked)),
        Error::StayHasCode(_) => say!("error-stay-has-code"),
        Error::NotProbable(code) => say!("error-not-probable", code = clean(code)),
        Error::NotGone(door) => say!("error-not-gone", door = clean(door)),
        Error::DoorGone(door) => say!("error-door-gone", door = clean(door)),
        Error::NoCodeElsewhere(code) => say!("error-no-outside-code", code = clean(code)),
        Error::NotPutAway(code) => say!("error-not-put-away", code = clean(code)),
        Error::NoSuchStay(id) => say!("error-no-such-stay", id = id.to_string()),
        Error::NotDescribed => not_described(),
        Error::NoZone(fault) => no_zone(fault),
        Error::Stay(StayFault::NotAfter) => say!("error-stay-not-after"),
        Error::Stay(StayFault::OutOfRange) => say!("error-stay-out-of-range"),
        Error::BadTime(asked) => say!("error-bad-time", asked = clean(asked)),
        Error::BadStayKey => say!("error-bad-stay-key"),
        Error::OtherWorkspace { pinned, found } => {
            say!("error-other-workspace", pinned = clean(pinned), found = clean(found))
        }
        Error::NeverSynced => say!("error-never-synced"),
        Error::Interrupted => say!("error-interrupted"),
        Error::Lost(intent) => say!("error-lost", intent = intent.to_string()),
    }
}

/// The known facts about a door that Seam only watches and never described, and the remedy.
pub(crate) fn not_described() -> String {
    format!("{} {}", say!("finding-not-managed"), say!("finding-not-managed.mend"))
}

fn no_zone(fault: &ZoneFault) -> String {
    match fault {
        ZoneFault::Missing => say!("error-zone-missing"),
        ZoneFault::Unknown(zone) => say!("error-zone-unknown", zone = clean(zone)),
        ZoneFault::Disagree => say!("error-zones-disagree"),
    }
}

/// Reads change nothing, so each may be retried.
pub(crate) fn read(error: &ReadError) -> String {
    match error {
        ReadError::NoConnection(_) => say!("read-no-connection"),
        ReadError::TimedOut => say!("read-timed-out"),
        ReadError::Unauthorized => say!("read-unauthorized"),
        ReadError::Forbidden { .. } => say!("read-forbidden"),
        ReadError::NotFound { kind } => say!("read-not-found", kind = clean(kind)),
        ReadError::RateLimited { retry_after: Some(wait) } => {
            say!("read-wait-seconds", seconds = wait.as_secs().max(1))
        }
        ReadError::RateLimited { retry_after: None } => say!("read-wait"),
        ReadError::Refused { status, message, .. } => {
            say!("read-refused", status = *status, message = clean(message))
        }
        ReadError::Unavailable { status } => say!("read-unavailable", status = *status),
        ReadError::NotSeam => say!("read-not-seam"),
        ReadError::TooLarge { .. } | ReadError::CursorLoop | ReadError::Malformed(_) => say!("read-malformed"),
        ReadError::CutOff => say!("read-cut-off"),
    }
}

pub(crate) fn record(error: &RecordError) -> String {
    match error {
        RecordError::Damaged { .. } => say!("record-damaged"),
        RecordError::SetAside { set_aside } => say!("record-set-aside", path = shown(set_aside)),
        RecordError::Orphan { left } => say!("record-orphan", path = shown(left)),
        RecordError::Newer { .. } => say!("record-newer"),
        RecordError::NotOurs { path } => say!("record-not-ours", path = shown(path)),
        RecordError::Missing { path } => say!("record-missing", path = shown(path)),
        RecordError::Closed { folder } if cfg!(unix) => {
            say!("record-closed-unix", folder = shown(folder), quoted = quoted(folder))
        }
        RecordError::Closed { folder } => say!("record-closed", folder = shown(folder)),
        RecordError::NotAFile { path } => say!("record-not-a-file", path = shown(path)),
        RecordError::Unreadable { path } => say!("record-file-closed", path = shown(path)),
        RecordError::Busy => say!("record-busy"),
        RecordError::InUse => say!("record-in-use"),
        RecordError::DiskFull => say!("record-disk-full"),
        RecordError::LittleRoom { free, wanted } => {
            say!("record-little-room", free = megabytes(*free), wanted = megabytes(*wanted))
        }
        RecordError::Unfit { folder, why: Unfit::Synced(service) } => {
            say!("record-place-synced", folder = shown(folder), service = *service)
        }
        RecordError::Unfit { folder, why: Unfit::Network(kind) } => {
            say!("record-place-network", folder = shown(folder), kind = kind.clone())
        }
        RecordError::NotWritable { why } => say!("record-not-writable", why = clean(why)),
        RecordError::Impossible(..) | RecordError::NotOwner(_) => say!("record-step-taken"),
        RecordError::Exists { path } => say!("record-exists", path = shown(path)),
        RecordError::Unsound { path, .. } => say!("record-backup-unsound", path = shown(path)),
        RecordError::Io(_) => say!("record-io"),
        RecordError::Sqlite(_) => say!("record-unreadable"),
    }
}

fn megabytes(bytes: u64) -> u64 {
    bytes / 1_000_000
}

/// In the form that a shell accepts.
fn quoted(path: &Path) -> String {
    format!("'{}'", shown(path).replace('\'', r"'\''"))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
