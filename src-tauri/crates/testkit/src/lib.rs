//! A server that misbehaves on purpose, for the tests of everything that talks to Seam.
//!
//! Owns: raw TCP on loopback with scripted faults ([`FaultServer`], [`Behaviour`]), and HTTP answers as bytes, right or
//! wrong ([`Answer`]). Refuses: anything of ours; it imports none of the project's crates, so every crate may use it.

mod answer;
mod behaviour;
mod request;
mod server;

pub use answer::Answer;
pub use behaviour::{Behaviour, Step};
pub use request::Request;
pub use server::FaultServer;
