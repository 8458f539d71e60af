//! Exit codes, and the errors that end a command (docs/design.md, "Command line").

use std::process::ExitCode;

use wire::{CodeState, CommandError, ErrorCode};
use words::say;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// The answer could not be written to stdout.
    Unwritten = 1,
    Usage = 2,
    Refused = 3,
    /// A code may exist.
    NotKnown = 4,
    /// Seam or the connection failed; nothing was sent.
    Away = 5,
    Key = 6,
    Record = 7,
    /// Stopped from the keyboard before anything was sent.
    Stopped = 130,
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    pub error: CommandError,
    pub exit: Exit,
    /// Extra fields for the JSON document, next to `error`.
    pub more: Option<(&'static str, serde_json::Value)>,
}

impl Exit {
    /// The exit code for each kind of error.
    pub fn from_code(code: ErrorCode) -> Self {
        match code {
            ErrorCode::Usage
            | ErrorCode::BadTime
            | ErrorCode::BadStay
            | ErrorCode::BadStayKey
            | ErrorCode::NoSuchDoor
            | ErrorCode::AmbiguousDoor
            | ErrorCode::NoSuchCode
            | ErrorCode::FileExists => Self::Usage,
            ErrorCode::NeverSynced
            | ErrorCode::NoRecord
            | ErrorCode::OtherWorkspace
            | ErrorCode::NoZone
            | ErrorCode::NoSlot
            | ErrorCode::SlotNotOffered
            | ErrorCode::SlotChanged
            | ErrorCode::NotReady
            | ErrorCode::Over
            | ErrorCode::Full
            | ErrorCode::NeedsYes
            | ErrorCode::TooEarlyForAnother
            | ErrorCode::IssuedElsewhere
            | ErrorCode::TooManyAttempts
            | ErrorCode::RefusedBySeam
            | ErrorCode::NotAtSeam => Self::Refused,
            ErrorCode::NotKnown | ErrorCode::Interrupted => Self::NotKnown,
            ErrorCode::NotSent
            | ErrorCode::NoConnection
            | ErrorCode::TimedOut
            | ErrorCode::RateLimited
            | ErrorCode::Unavailable
            | ErrorCode::NotSeam
            | ErrorCode::BadAnswer
            | ErrorCode::NotUpdated
            | ErrorCode::Internal => Self::Away,
            ErrorCode::KeyMissing
            | ErrorCode::KeyRejected
            | ErrorCode::KeyForbidden
            | ErrorCode::BadKey
            | ErrorCode::Keychain => Self::Key,
            ErrorCode::Damaged
            | ErrorCode::Newer
            | ErrorCode::NotOurs
            | ErrorCode::Busy
            | ErrorCode::DiskFull
            | ErrorCode::NotWritable
            | ErrorCode::BackupUnsound
            | ErrorCode::Unrecorded => Self::Record,
        }
    }

    /// The exit code for a code's state after issuing. `refused_with`: the status of Seam's refusal.
    pub fn from_state(state: CodeState, refused_with: Option<u16>) -> Self {
        match state {
            CodeState::Set | CodeState::Accepted | CodeState::Setting | CodeState::Ended => Self::Done,
            // A code that Seam no longer has may still work at the door.
            CodeState::Unknown | CodeState::Gone => Self::NotKnown,
            CodeState::NotSent => Self::Away,
            CodeState::Refused => match refused_with {
                Some(401 | 403) => Self::Key,
                Some(429) => Self::Away,
                _ => Self::Refused,
            },
            CodeState::Failed => Self::Refused,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl Failure {
    /// An error of the command line itself; `message` says what to do.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        CommandError::new(code, message).into()
    }

    /// The input cannot be used.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Usage, message)
    }

    /// The same error with another exit code.
    #[must_use]
    pub fn exiting(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        let exit = Exit::from_code(error.code);
        Self { error, exit, more: None }
    }
}

impl From<ops::Error> for Failure {
    fn from(error: ops::Error) -> Self {
        CommandError::from_error(&error).into()
    }
}

impl From<ops::RecordError> for Failure {
    fn from(error: ops::RecordError) -> Self {
        CommandError::from_record(&error).into()
    }
}

impl From<runtime::Error> for Failure {
    fn from(error: runtime::Error) -> Self {
        match error {
            runtime::Error::Record(error) => error.into(),
            runtime::Error::Keychain(error) => CommandError::from_keychain(error.fault(), &error.to_string()).into(),
            runtime::Error::BadKey(fault) => CommandError::from_key(fault).into(),
            runtime::Error::NoKey => Self::new(ErrorCode::KeyMissing, say!("cli-no-key")),
            runtime::Error::NoFolder => Self::usage(say!("cli-no-folder")),
            runtime::Error::ClockOutOfRange => Self::usage(say!("cli-clock-out-of-range")),
            runtime::Error::RelativeFolder { variable, said } => {
                Self::usage(say!("cli-relative-folder", variable = variable, said = said.display().to_string()))
            }
            runtime::Error::Client(error) => Self::new(ErrorCode::Internal, sentence(&error.to_string())),
        }
    }
}

/// Turns a cause in lower case into a sentence.
pub fn sentence(cause: &str) -> String {
    let mut letters = cause.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let end = if cause.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
