//! The client against real sockets that misbehave, and the parsers against Seam's samples and against nonsense.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod create;
mod events;
mod fuzz;
mod lists;
mod network;
mod reads;
mod samples;
mod secrets;
mod server;
mod setup;
