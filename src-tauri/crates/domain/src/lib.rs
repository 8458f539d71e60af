//! The rules of Latchbook, and nothing else: what a code will be, when it works, how many fit, and what may happen to
//! it.
//!
//! Owns: the vocabulary (`reading`, `slot`, `stay`), matching a stay to a slot, zones and instants, limits, the
//! lifecycle of a code, its marker, and the checks of a door's readiness.
//! Refuses: clocks, files, the network, async, the machine's time zone. *Now* is always an argument.

pub mod cause;
pub mod code;
pub mod code_elsewhere;
pub mod difference;
pub mod door;
pub mod event;
pub mod ids;
pub mod instant;
pub mod lifecycle;
pub mod limit;
pub mod marker;
pub mod matching;
pub mod name;
pub mod note;
pub mod promise;
pub mod readiness;
pub mod reading;
pub mod recorded_stay;
pub mod risk;
pub mod schedule;
pub mod secret;
pub mod slot;
pub mod stay;
pub mod tables;
pub mod time_of_day;
pub mod times;
mod words;
pub mod workspace;
pub mod zone;

pub use secret::{ApiKey, KeyFault, KeychainFault, Pin, RawAnswer};
pub use words::{Word, Words};
