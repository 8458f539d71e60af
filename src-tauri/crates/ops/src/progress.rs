//! Progress of long operations, as reported to their callers.

use domain::lifecycle::State;

/// How far issuing has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The door and its codes are being read.
    Reading,
    /// The intent is on disk.
    Recorded { marker: String },
    /// Waiting because codes may not be made faster.
    Waiting { seconds: u64 },
    /// One request is under way.
    Sending,
    /// The outcome is on disk.
    Answered { state: State },
    /// Seam is asked again.
    Asking { state: State, asked: u32 },
}

/// How many doors have been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub done: usize,
    pub doors: usize,
    pub door: String,
}
