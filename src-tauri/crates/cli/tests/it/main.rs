//! The real program against the simulator: real processes, a real record, real sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "that is how a test stops")]

mod arena;
#[cfg(target_os = "linux")]
mod connect;
mod demo;
mod exits;
mod export;
mod help;
mod issue;
mod json;
mod kill;
mod language;
mod listen;
mod offline;
mod one_lock;
mod race;
mod record;
#[cfg(target_os = "linux")]
mod terminal;
mod unmanaged;
mod world;
