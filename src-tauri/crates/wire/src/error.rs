//! The errors that a screen tells apart, and their messages.
//!
//! Owns the one exhaustive match from the operations' errors. Refuses: anything secret in a message.

use domain::reading::ReadError;
use domain::stay::StayFault;
use domain::{KeyFault, KeychainFault};
use ops::draft::Fault;
use ops::issue::Objection;
use ops::{Error, RecordError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;

/// Only what a screen tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    // What was asked cannot be made out.
    Usage,
    BadTime,
    BadStay,
    BadStayKey,
    NoSuchDoor,
    AmbiguousDoor,
    NoSuchCode,
    // Refused: nothing was sent.
    NeverSynced,
    OtherWorkspace,
    NoZone,
    NoSlot,
    SlotNotOffered,
    SlotChanged,
    NotReady,
    Over,
    Full,
    NeedsYes,
    TooEarlyForAnother,
    IssuedElsewhere,
    TooManyAttempts,
    RefusedBySeam,
    // A code may exist.
    NotKnown,
    // Seam or the way there.
    NotSent,
    NoConnection,
    TimedOut,
    RateLimited,
    Unavailable,
    NotSeam,
    BadAnswer,
    NotAtSeam,
    // The key.
    KeyMissing,
    KeyRejected,
    KeyForbidden,
    BadKey,
    Keychain,
    // The record.
    Damaged,
    Newer,
    NoRecord,
    NotOurs,
    Busy,
    DiskFull,
    NotWritable,
    FileExists,
    BackupUnsound,
    Unrecorded,
    // This program.
    NotUpdated,
    Interrupted,
    Internal,
}

/// What went wrong, for a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CommandError {
    pub code: ErrorCode,
    /// What it is and what to do next.
    pub message: String,
    /// The cause as it was reported; nothing secret.
    pub detail: Option<String>,
}

/// The document that stands on stdout when a command fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErrorView {
    pub error: CommandError,
}

impl ErrorCode {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::BadTime => "bad_time",
            Self::BadStay => "bad_stay",
            Self::BadStayKey => "bad_stay_key",
            Self::NoSuchDoor => "no_such_door",
            Self::AmbiguousDoor => "ambiguous_door",
            Self::NoSuchCode => "no_such_code",
            Self::NeverSynced => "never_synced",
            Self::OtherWorkspace => "other_workspace",
            Self::NoZone => "no_zone",
            Self::NoSlot => "no_slot",
            Self::SlotNotOffered => "slot_not_offered",
            Self::SlotChanged => "slot_changed",
            Self::NotReady => "not_ready",
            Self::Over => "over",
            Self::Full => "full",
            Self::NeedsYes => "needs_yes",
            Self::TooEarlyForAnother => "too_early_for_another",
            Self::IssuedElsewhere => "issued_elsewhere",
            Self::TooManyAttempts => "too_many_attempts",
            Self::RefusedBySeam => "refused_by_seam",
            Self::NotKnown => "not_known",
            Self::NotSent => "not_sent",
            Self::NoConnection => "no_connection",
            Self::TimedOut => "timed_out",
            Self::RateLimited => "rate_limited",
            Self::Unavailable => "unavailable",
            Self::NotSeam => "not_seam",
            Self::BadAnswer => "bad_answer",
            Self::NotAtSeam => "not_at_seam",
            Self::KeyMissing => "key_missing",
            Self::KeyRejected => "key_rejected",
            Self::KeyForbidden => "key_forbidden",
            Self::BadKey => "bad_key",
            Self::Keychain => "keychain",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::NoRecord => "no_record",
            Self::NotOurs => "not_ours",
            Self::Busy => "busy",
            Self::DiskFull => "disk_full",
            Self::NotWritable => "not_writable",
            Self::FileExists => "file_exists",
            Self::BackupUnsound => "backup_unsound",
            Self::Unrecorded => "unrecorded",
            Self::NotUpdated => "not_updated",
            Self::Interrupted => "interrupted",
            Self::Internal => "internal",
        }
    }

    /// The code for why Latchbook does not send.
    pub fn from_objection(objection: &Objection) -> Self {
        match objection {
            Objection::NotReady(_) => Self::NotReady,
            Objection::NoSlot => Self::NoSlot,
            Objection::SlotNotOffered(_) => Self::SlotNotOffered,
            Objection::SlotChanged { .. } => Self::SlotChanged,
            Objection::Over { .. } => Self::Over,
            Objection::Full { .. } => Self::Full,
            Objection::NeedsYes(_) => Self::NeedsYes,
            Objection::TooEarlyForAnother { .. } => Self::TooEarlyForAnother,
            Objection::IssuedElsewhere { .. } => Self::IssuedElsewhere,
            Objection::TooManyAttempts => Self::TooManyAttempts,
        }
    }

    fn from_error(error: &Error) -> Self {
        match error {
            Error::Record(error) | Error::BeforeSending(error) => Self::from_record(error),
            Error::Unsound(_) => Self::Damaged,
            Error::Seam(error) => Self::from_read(error),
            Error::NoSuchDoor(_) => Self::NoSuchDoor,
            Error::AmbiguousDoor { .. } => Self::AmbiguousDoor,
            Error::NoSuchCode(_) | Error::NoCodeElsewhere(_) => Self::NoSuchCode,
            Error::NoSuchStay(_)
            | Error::StayHasCode(_)
            | Error::NotProbable(_)
            | Error::NotGone(_)
            | Error::DoorGone(_)
            | Error::NotPutAway(_) => Self::Usage,
            Error::NotDescribed => Self::NotReady,
            Error::NoZone(_) => Self::NoZone,
            Error::Stay(StayFault::NotAfter | StayFault::OutOfRange) => Self::BadStay,
            Error::BadTime(_) => Self::BadTime,
            Error::BadStayKey => Self::BadStayKey,
            Error::OtherWorkspace { .. } => Self::OtherWorkspace,
            Error::NeverSynced => Self::NeverSynced,
            Error::Interrupted => Self::Interrupted,
            Error::Lost(_) => Self::Damaged,
        }
    }

    fn from_read(error: &ReadError) -> Self {
        match error {
            ReadError::NoConnection(_) => Self::NoConnection,
            ReadError::TimedOut => Self::TimedOut,
            ReadError::Unauthorized => Self::KeyRejected,
            ReadError::Forbidden { .. } => Self::KeyForbidden,
            ReadError::NotFound { .. } => Self::NotAtSeam,
            ReadError::RateLimited { .. } => Self::RateLimited,
            ReadError::Refused { .. } => Self::RefusedBySeam,
            ReadError::Unavailable { .. } => Self::Unavailable,
            ReadError::NotSeam => Self::NotSeam,
            ReadError::TooLarge { .. } | ReadError::CutOff | ReadError::CursorLoop | ReadError::Malformed(_) => {
                Self::BadAnswer
            }
        }
    }

    fn from_record(error: &RecordError) -> Self {
        match error {
            RecordError::Damaged { .. } | RecordError::SetAside { .. } | RecordError::Orphan { .. } => Self::Damaged,
            RecordError::Newer { .. } => Self::Newer,
            RecordError::NotOurs { .. } => Self::NotOurs,
            RecordError::Missing { .. } => Self::NoRecord,
            RecordError::Busy | RecordError::InUse => Self::Busy,
            RecordError::DiskFull | RecordError::LittleRoom { .. } => Self::DiskFull,
            RecordError::NotWritable { .. }
            | RecordError::Closed { .. }
            | RecordError::Unfit { .. }
            | RecordError::Io(_) => Self::NotWritable,
            RecordError::NotAFile { .. } | RecordError::Unreadable { .. } => Self::Usage,
            RecordError::Impossible(..) | RecordError::NotOwner(_) => Self::Interrupted,
            RecordError::Exists { .. } => Self::FileExists,
            RecordError::Unsound { .. } => Self::BackupUnsound,
            RecordError::Sqlite(_) => Self::NotWritable,
        }
    }
}

impl CommandError {
    /// An error of the caller's own, such as the keychain's; `message` says what to do.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), detail: None }
    }

    /// An operation's error.
    pub fn from_error(error: &Error) -> Self {
        let detail = words::clean(&error.to_string());
        Self { code: ErrorCode::from_error(error), message: sentence::error::error(error), detail: Some(detail) }
    }

    /// Text typed by the host that cannot be read.
    pub fn from_fault(fault: &Fault) -> Self {
        match fault {
            Fault::NotADate(_) | Fault::NotATime(_) => Self::new(ErrorCode::BadTime, sentence::draft::fault(fault)),
            Fault::Other(error) => Self::from_error(error),
        }
    }

    /// A failed read at Seam.
    pub fn from_read(error: &ReadError) -> Self {
        let detail = words::clean(&error.to_string());
        Self { code: ErrorCode::from_read(error), message: sentence::error::read(error), detail: Some(detail) }
    }

    /// A failure of the record.
    pub fn from_record(error: &RecordError) -> Self {
        let detail = words::clean(&error.to_string());
        Self { code: ErrorCode::from_record(error), message: sentence::error::record(error), detail: Some(detail) }
    }

    /// The given text is not an API key.
    pub fn from_key(fault: KeyFault) -> Self {
        Self { code: ErrorCode::BadKey, message: sentence::start::key(fault), detail: Some(fault.to_string()) }
    }

    /// A failure of the keychain. `said`: as it was reported.
    pub fn from_keychain(fault: KeychainFault, said: &str) -> Self {
        let detail = Some(words::clean(said));
        Self { code: ErrorCode::Keychain, message: sentence::start::keychain(fault), detail }
    }

    /// The given text is not an address for Seam. `word`: its fault (`seam::EndpointFault::word`); `said`: as it was
    /// reported.
    pub fn from_endpoint(word: &str, said: &str) -> Self {
        let detail = Some(words::clean(said));
        Self { code: ErrorCode::Usage, message: sentence::start::endpoint(word, said), detail }
    }

    /// Why nothing was sent; the details are in an [`crate::ObjectionView`].
    pub fn from_objection(view: &crate::ObjectionView) -> Self {
        Self { code: view.code, message: view.message.clone(), detail: None }
    }

    /// The document for stdout.
    pub fn into_view(self) -> ErrorView {
        ErrorView { error: self }
    }
}
