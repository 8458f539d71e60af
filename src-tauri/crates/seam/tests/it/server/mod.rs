//! A server that misbehaves on purpose.
//!
//! Owns: raw TCP on loopback with scripted faults ([`FaultServer`], [`Behaviour`]), and HTTP answers as bytes, right or
//! wrong ([`Answer`]).

mod answer;
mod behaviour;
mod fault_server;
mod request;

pub use answer::Answer;
pub use behaviour::{Behaviour, Step};
pub use fault_server::FaultServer;
