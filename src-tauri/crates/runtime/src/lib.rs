//! The operations joined with the real world: Seam over HTTP, this computer's clock, its zone tables, its data folder and
//! its keychain. The command line and the window both start here.
//!
//! Owns: the one reading of the wall clock, where things are on each system, and the order of the sources of a key.
//! Refuses: rules, sentences for the screen, and keeping a key anywhere but in the keychain.

mod adapter;
mod clock;
mod endpoint;
mod error;
mod file;
mod folder;
mod key;
mod offline;
mod open;
mod stop;
mod upkeep;
mod zones;

pub use adapter::SeamAdapter;
pub use clock::{ForwardClock, SystemClock, ensure_usable_clock};
pub use endpoint::{ENDPOINT_VARIABLE, given_endpoint};
pub use error::Error;
pub use file::{write_file, write_new_file};
pub use folder::{FOLDER_VARIABLE, IDENTIFIER, data_folder};
pub use key::{KEY_VARIABLE, KeySource, find_key, given_key, keychain};
pub use offline::{Offline, open_offline};
pub use open::{App, join, open, open_record};
pub use stop::told_to_stop;
pub use upkeep::{back_up, restore, verify};
pub use zones::zone_tables;

/// Version of the bundled SQLite.
pub use store::sqlite_version;
