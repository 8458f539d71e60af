//! The operations on a real record, against a Seam that a test can make do anything.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on should stop"
)]

mod clocks;
mod comparing;
mod confirming;
mod days;
mod drafting;
mod fake;
mod issuing;
mod large;
mod mending;
mod noting;
mod objections;
mod ordering;
mod reading;
mod reconnected;
mod renamed;
mod syncing;
mod unknown;
mod unmanaged;
mod unrecorded;
mod world;
mod written;
