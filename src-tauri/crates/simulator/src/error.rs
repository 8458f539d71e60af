//! Why a simulator does not start.

use std::fmt;
use std::io;

/// Why a simulator does not start.
#[derive(Debug)]
pub enum Error {
    /// The port cannot be listened on.
    Bind(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind(error) => write!(f, "the simulator cannot listen on its port: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Bind(error) => Some(error),
        }
    }
}
