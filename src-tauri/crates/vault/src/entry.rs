//! The keychain entry on each platform: open, write and read back, read, remove. All calls block.
//!
//! Owns which store is used: Keychain Services on macOS, the Credential Manager on Windows, the Secret Service
//! elsewhere. Refuses every other (keyutils forgets at reboot, a mock forgets at once).
//!
//! *Locking*: each call opens its own connection. The platform store guards its connection with a mutex that is held
//! while a prompt is open, and its session dies with the keychain service; a shared one would make every call after a
//! hung prompt hang, and every call after a restart of the service fail.

use std::{collections::HashMap, sync::Arc};

use domain::ApiKey;
use keyring::{Entry, Error as Platform};
use keyring_core::CredentialStore;
use zeroize::Zeroizing;

use crate::Error;

/// Size limit of every keychain: Windows holds 2,560 bytes of UTF-16 at most.
const AT_MOST: usize = 999;

/// The two words under which the keychain files the secret. A third (`target`) would be a separate keychain on Linux,
/// with a password prompt to create it.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) service: String,
    pub(crate) user: String,
}

/// Writes the key and reads it back.
pub(crate) fn write(name: &Name, key: &ApiKey) -> Result<(), Error> {
    fits(key)?;
    let entry = open(name)?;
    // The one place where the key leaves the program for the keychain.
    entry.set_secret(key.expose().as_bytes())?;
    let kept = entry.get_secret().map(Zeroizing::new)?;
    if kept.as_slice() == key.expose().as_bytes() { Ok(()) } else { Err(Error::NotKept) }
}

/// Stores a non-secret word under a separate name, reads it back and removes it, to prove that a key can be stored.
pub(crate) fn try_out(name: &Name) -> Result<(), Error> {
    const WORD: &[u8] = b"not a key";
    let trial = Name { user: format!("{}-trial", name.user), ..name.clone() };
    let entry = open(&trial)?;
    entry.set_secret(WORD)?;
    let kept = entry.get_secret()?;
    remove(&trial)?;
    if kept == WORD { Ok(()) } else { Err(Error::NotKept) }
}

/// Reads the key; `None` if there is no entry.
pub(crate) fn read(name: &Name) -> Result<Option<ApiKey>, Error> {
    match open(name)?.get_secret().map(Zeroizing::new) {
        Ok(bytes) => parse(&bytes).map(Some),
        Err(Platform::NoEntry) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// Removes every entry with this name; `false` if there was none.
pub(crate) fn remove(name: &Name) -> Result<bool, Error> {
    match open(name)?.delete_credential() {
        Ok(()) => Ok(true),
        Err(Platform::NoEntry) => Ok(false),
        Err(Platform::Ambiguous(entries)) => remove_all(&entries).map(|()| true),
        Err(other) => Err(other.into()),
    }
}

fn remove_all(entries: &[keyring_core::Entry]) -> Result<(), Error> {
    for entry in entries {
        match entry.delete_credential() {
            // A locked keychain can list one entry twice.
            Ok(()) | Err(Platform::NoEntry) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(())
}

/// An [`ApiKey`] is already one line of plain text: KWallet keeps text only, and a plain keyring file breaks at
/// a line break.
fn fits(key: &ApiKey) -> Result<(), Error> {
    if key.expose().len() > AT_MOST { Err(Error::TooLong { at_most: AT_MOST }) } else { Ok(()) }
}

fn parse(bytes: &[u8]) -> Result<ApiKey, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Garbled)?;
    ApiKey::parse(text).map_err(|_| Error::Garbled)
}

fn open(name: &Name) -> Result<Entry, Error> {
    let store = platform_store().map_err(Error::unreachable)?;
    let modifiers = HashMap::from(MODIFIERS);
    Ok(Entry { inner: store.build(&name.service, &name.user, Some(&modifiers))? })
}

#[cfg(target_os = "macos")]
const MODIFIERS: [(&str, &str); 0] = [];

/// Windows' default persistence, Enterprise, would carry the key to every machine of a roaming profile.
#[cfg(windows)]
const MODIFIERS: [(&str, &str); 1] = [("persistence", "Local")];

/// The label shown in Passwords and Keys; the default would be `keyring:user@service`.
#[cfg(all(unix, not(target_os = "macos")))]
const MODIFIERS: [(&str, &str); 1] = [("label", "Latchbook: Seam API key")];

#[cfg(target_os = "macos")]
fn platform_store() -> Result<Arc<CredentialStore>, Platform> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn platform_store() -> Result<Arc<CredentialStore>, Platform> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn platform_store() -> Result<Arc<CredentialStore>, Platform> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}
