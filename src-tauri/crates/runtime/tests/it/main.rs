//! The joined app against the simulator.

#![expect(clippy::unwrap_used, reason = "unwrap is how a test stops")]

mod joined;
