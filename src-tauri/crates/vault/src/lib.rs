//! Stores the Seam API key in the operating system's keychain.
//!
//! Owns the only access to the keychain and one error for each way in which it fails. Refuses to keep a key anywhere
//! else: no plain file, no keyring that forgets at reboot, no stand-in. Does not know what the key is for.

mod entry;
mod error;
mod keychain;

pub use error::Error;
pub use keychain::{DEFAULT_LIMIT, Keychain};
