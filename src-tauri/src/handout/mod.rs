//! Everything that leaves the program at the host's request: PINs, guest messages and cards, documents for the host.

pub mod export;
pub mod file;
pub mod guest;
pub mod pin;
