//! The open record: the host's or the demo's, the key that goes with it, its state and its care.

pub mod connect;
pub mod current;
pub mod demo;
pub mod demo_content;
pub mod key;
pub mod key_store;
pub mod maintenance;
pub mod opening;
pub mod session;
pub mod status;
