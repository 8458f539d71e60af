//! Why the program could not start, by cause.

use std::path::PathBuf;

use domain::KeyFault;

/// A problem that prevents the first operation.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Record(#[from] store::Error),
    #[error(transparent)]
    Client(#[from] seam::Error),
    #[error(transparent)]
    Keychain(#[from] vault::Error),
    /// Neither the environment nor the keychain has a key.
    #[error("no API key has been given yet")]
    NoKey,
    /// The environment's key is not an API key.
    #[error(transparent)]
    BadKey(#[from] KeyFault),
    /// A variable names the data folder relative to wherever the program happens to be started.
    #[error("{variable} is “{}”, which is no absolute path", said.display())]
    RelativeFolder { variable: &'static str, said: PathBuf },
    /// The computer's clock shows a date outside every calendar.
    #[error("this computer's clock shows a year before 1970 or after 9999: set it right")]
    ClockOutOfRange,
    /// The system does not say where data belongs.
    #[error("this account has no home folder")]
    NoFolder,
}
