//! The operations on a real record, against a Seam that a test can make do anything.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on should stop"
)]

mod confirming;
mod issuing;
mod objections;
mod syncing;
mod unknown;
mod unrecorded;
mod world;
