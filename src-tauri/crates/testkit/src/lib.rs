//! Shared builders for the tests of several crates: Seam's readings of doors and codes, and records with codes in them.
//!
//! Owns: one plain example of each, at one moment, for a test to change. Refuses: a crate's unit tests, which would see
//! that crate twice; integration tests and the bench use it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod reading;
mod record;

pub use reading::{account, code, door, event, notice, slot, workspace};
pub use record::{accepted, fill, intent, put_set_code, ready, secrets, sending, stay, three_nights};

use domain::tables::{Tables, ZoneTables};
use jiff::Timestamp;

/// The moment at which tests begin: ten days before the first stay.
pub fn now() -> Timestamp {
    at("2026-11-23T12:00:00Z")
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The bundled zones alone, whatever this machine has.
pub fn tables() -> ZoneTables {
    ZoneTables::newer_of(Tables::bundled(), None)
}
