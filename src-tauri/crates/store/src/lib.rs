//! The ledger: one SQLite file in which facts are inserted and never changed.
//!
//! Owns: opening and migrating the file, its tables (one module each), the hash chain, `verify`, `backup` and
//! `restore`. It is the only user of rusqlite. Refuses: the network, the clock (times are arguments) and deciding
//! anything.
//!
//! *Locking*: one writer at a time in `BEGIN IMMEDIATE`, other processes wait up to 5 s; readers never wait (WAL).
//! *Compatibility*: `user_version` counts the migrations; a newer file is refused, an older one is copied, then
//! upgraded.

mod backup;
mod chain;
mod chain_walk;
mod error;
mod file;
mod list;
mod migrate;
mod open;
mod project;
mod repair;
mod salvage;
mod sealed;
mod search;
mod span;
mod sums;
mod table;
mod text;
mod transaction;
mod verify;

pub use backup::{back_up, restore};
pub use error::{Error, unless_damaged};
pub use file::place::Unfit;
pub use file::set_aside::find_set_aside;
pub use list::{CodeFilter, CodePage, Usage};
pub use open::{FILE_NAME, Reader, Store};
pub use search::day;
pub use span::{Pace, Paces};
pub use sums::digest;
pub use table::note::NotedOn;
pub use table::slot_snapshot::SlotSnapshot;
pub use transaction::{Read, Write};
pub use verify::{Problem, Soundness};

/// The SQLite that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
