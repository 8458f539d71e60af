//! The real program from outside.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod arena;
mod kill;
mod race;
