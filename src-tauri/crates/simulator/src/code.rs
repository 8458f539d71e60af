//! One code in the simulator: what was requested, what was made, and its current state.
//!
//! No `Debug`: a code carries a PIN.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clock::Millis;
use crate::matching::Window;
use crate::mint::pin;

/// The state of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Made; Seam has not begun to set it.
    Unset,
    /// On its way to dormakaba.
    Setting,
    /// Works at the door.
    Set,
}

/// Who made a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// By a request to this simulator.
    Created,
    /// By another program with the same key: managed by Seam.
    Elsewhere,
    /// In dormakaba's own portal: unmanaged.
    Portal,
}

/// The work that Seam still has for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    None,
    Creating,
    /// Waits until this instant.
    Deferred(Millis),
}

/// An entry of `errors` or `warnings`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: String,
    pub message: String,
    pub at: Millis,
}

impl Problem {
    pub fn new(code: &str, message: &str, at: Millis) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), at }
    }
}

/// The slot that a code was made from, as its metadata has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    pub id: String,
    pub name: String,
}

#[derive(Clone)]
pub struct Code {
    pub id: String,
    /// Index of its door.
    pub door: usize,
    pub origin: Origin,
    pub name: Option<String>,
    pub created_at: Millis,
    /// The requested times, shown until the code is set.
    pub asked: Window,
    /// The times of the slot.
    pub window: Window,
    pub level: Option<Level>,
    pub stay_id: u64,
    pub pin: String,
    /// Whether the PIN and the slot can be read before the code is set.
    pub told_early: bool,
    pub status: Status,
    pub pending: Pending,
    pub errors: Vec<Problem>,
    pub warnings: Vec<Problem>,
    pub attempt_id: String,
    pub is_one_time: bool,
    /// Its door was switched to unmanaged, and this code with it.
    pub released: bool,
    pub gone: bool,
}

impl Code {
    /// A code that is set and readable from the start, like codes made elsewhere.
    pub fn ready(id: String, door: usize, created_at: Millis, window: Window) -> Self {
        Self {
            pin: pin(&id, 0),
            id,
            door,
            origin: Origin::Elsewhere,
            name: None,
            created_at,
            asked: window,
            window,
            level: None,
            stay_id: 0,
            told_early: true,
            status: Status::Set,
            pending: Pending::None,
            errors: Vec::new(),
            warnings: Vec::new(),
            attempt_id: String::new(),
            is_one_time: false,
            released: false,
            gone: false,
        }
    }

    /// Whether Seam manages it. Codes made in the portal, or released with their door, are unmanaged.
    pub fn is_managed(&self) -> bool {
        self.origin != Origin::Portal && !self.released
    }

    pub fn is_told(&self) -> bool {
        self.told_early || self.status == Status::Set
    }

    /// Whether it takes a place on the lock.
    pub fn takes_place(&self) -> bool {
        !self.gone && !self.errors.iter().any(|error| error.code == NO_SPACE)
    }

    /// The times that Seam shows: those of the slot once the code is set, until then those requested.
    pub fn shown_window(&self) -> Window {
        if self.status == Status::Set { self.window } else { self.asked }
    }
}

/// The error of a code for which the lock has no space.
pub const NO_SPACE: &str = "no_space_for_access_code_on_device";

/// A code as a test sees it (`GET /_sim/codes`): complete, with its PIN, even if it is gone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRecord {
    /// The id.
    pub access_code_id: String,
    /// Its door.
    pub device_id: String,
    /// The name that was sent.
    pub name: Option<String>,
    /// The six-digit PIN, even before Seam shows it.
    pub pin: String,
    /// Its state.
    pub status: Status,
    /// Who made it.
    pub origin: Origin,
    /// When it was made, in UTC.
    pub created_at: String,
    /// From when it works, in UTC.
    pub starts_at: String,
    /// Until when it works, in UTC.
    pub ends_at: String,
    /// The slot that it was made from.
    pub user_level_id: Option<String>,
    /// The codes of its errors.
    pub errors: Vec<String>,
    /// Ended, removed or vanished.
    pub gone: bool,
}

impl fmt::Debug for CodeRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeRecord")
            .field("access_code_id", &self.access_code_id)
            .field("device_id", &self.device_id)
            .field("name", &self.name)
            .field("status", &self.status)
            .field("gone", &self.gone)
            .finish_non_exhaustive()
    }
}
