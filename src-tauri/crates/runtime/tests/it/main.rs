//! The joined app against the simulator.

#![expect(clippy::unwrap_used, clippy::panic, reason = "unwrap is how a test stops")]

mod joined;
mod second_opinion;
