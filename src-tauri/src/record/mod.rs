//! The open record: the host's or the demo's, the key that goes with it, its state and its care.

pub mod demo;
pub mod key;
pub mod maintenance;
pub mod session;
pub mod status;
