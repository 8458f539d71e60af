//! Errors of commands, as the page receives them.
//!
//! Owns: the causes that only the shell knows, such as the keychain's, each with its code. Refuses: wording the errors of
//! operations and of the record, which `wire` does.

use wire::{CommandError, ErrorCode};
use words::say;

/// The result of a command.
pub type CommandResult<T> = Result<T, CommandError>;

pub fn from_runtime(error: runtime::Error) -> CommandError {
    let said = sentence(&error.to_string());
    match error {
        runtime::Error::Record(error) => CommandError::from_record(&error),
        runtime::Error::Keychain(error) => CommandError::from_keychain(error.fault(), &error.to_string()),
        runtime::Error::BadKey(fault) => CommandError::from_key(fault),
        runtime::Error::NoKey => no_key(),
        runtime::Error::NoFolder | runtime::Error::RelativeFolder { .. } => {
            CommandError::new(ErrorCode::NotWritable, said)
        }
        runtime::Error::ClockOutOfRange => CommandError::new(ErrorCode::Usage, say!("shell-clock-out-of-range")),
        runtime::Error::Client(_) => CommandError::new(ErrorCode::Internal, said),
    }
}

pub fn from_operation(error: ops::Error) -> CommandError {
    CommandError::from_error(&error)
}

pub fn from_paper(error: paper::Error) -> CommandError {
    use paper::Error;
    match error {
        Error::NotSet(_) | Error::NoPin => no_pin(),
        Error::UnknownPlaceholder(name) => {
            CommandError::new(ErrorCode::Usage, say!("shell-unknown-placeholder", name = format!("{{{name}}}")))
        }
        Error::UnknownLanguage(tag) => CommandError::new(ErrorCode::Usage, say!("shell-unknown-language", tag = tag)),
        Error::Time | Error::Font | Error::Pdf | Error::Csv | Error::Workbook => internal(&error),
    }
}

/// The code has no PIN to hand out yet.
pub fn no_pin() -> CommandError {
    CommandError::new(ErrorCode::NotReady, say!("shell-no-pin"))
}

/// The call needs a key and there is none.
pub fn no_key() -> CommandError {
    CommandError::new(ErrorCode::KeyMissing, say!("shell-no-key"))
}

/// No record is open: the app still shows the welcome page.
pub fn nothing_open() -> CommandError {
    CommandError::new(ErrorCode::NoRecord, say!("shell-nothing-open"))
}

/// The host, or the end of the program, stopped a job.
pub fn stopped() -> CommandError {
    CommandError::new(ErrorCode::Interrupted, say!("shell-stopped"))
}

/// The pasted text is not an API key; the sentence says what it is instead.
pub fn bad_key(fault: domain::KeyFault) -> CommandError {
    from_runtime(fault.into())
}

/// One of our own files cannot be written.
pub fn not_writable(error: &std::io::Error) -> CommandError {
    CommandError::from_record(&ops::RecordError::Io(std::io::Error::new(error.kind(), error.to_string())))
}

/// An unexpected failure of the program or the system.
pub fn internal(cause: &impl std::fmt::Display) -> CommandError {
    CommandError::new(ErrorCode::Internal, sentence(&cause.to_string()))
}

/// Turns a cause in lower case into a sentence.
fn sentence(cause: &str) -> String {
    let mut letters = cause.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let end = if cause.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
