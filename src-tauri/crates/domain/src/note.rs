//! The host's notes about doors and codes.

use jiff::Timestamp;

use crate::ids::IntentId;
use crate::secret::RawAnswer;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub text: RawAnswer,
    pub at: Timestamp,
}

/// The host's word that a code was sent to its guest, or that it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub is_sent: bool,
    pub at: Timestamp,
}

/// A test of a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorTest {
    /// The code that was tried.
    pub intent: Option<IntentId>,
    /// `None`: not tried yet.
    pub worked: Option<bool>,
    pub note: RawAnswer,
    pub at: Timestamp,
}
