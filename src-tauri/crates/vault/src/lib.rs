//! Where the Seam API key lives: the operating system's keychain.
//!
//! Owns the only way to the keychain and one sentence for each way in which it fails. Refuses to keep a key anywhere
//! else: no plain file, no keyring that forgets at reboot, no stand-in. What is sealed with the key is not its business.

mod entry;
mod error;
mod keychain;

pub use error::Error;
pub use keychain::{DEFAULT_LIMIT, Keychain};
