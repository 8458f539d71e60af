//! Where the key is: in the environment, held for this run, or in the keychain.
//!
//! Owns: that a key is never returned to the page, and that one held for this run outlasts a visit to the demo.

use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::ApiKey;
use vault::Keychain;
use wire::KeyState;

/// The keychain and the key held for this run only.
pub struct KeyStore {
    keychain: Keychain,
    session_key: Mutex<Option<ApiKey>>,
}

impl KeyStore {
    pub fn new(keychain: Keychain) -> Self {
        Self { keychain, session_key: Mutex::default() }
    }

    /// The environment's key, else the one held for this run, else the keychain's.
    ///
    /// # Errors
    /// The environment's key is invalid, or the keychain cannot be read.
    pub async fn find(&self) -> Result<Option<(ApiKey, KeyState)>, runtime::Error> {
        if let Some(key) = runtime::given_key()? {
            return Ok(Some((key, KeyState::Environment)));
        }
        if let Some(key) = self.lock().clone() {
            return Ok(Some((key, KeyState::Session)));
        }
        Ok(self.keychain.load().await?.map(|key| (key, KeyState::Kept)))
    }

    /// Stores a key in the keychain; if that fails, for this run only, with the reason.
    pub async fn keep(&self, key: &ApiKey) -> (KeyState, Option<String>) {
        match self.keychain.store(key).await {
            Ok(()) => (KeyState::Kept, None),
            Err(error) => (KeyState::Session, Some(error.to_string())),
        }
    }

    /// Sets or drops the key held for this run.
    pub fn set_session_key(&self, key: Option<ApiKey>) {
        *self.lock() = key;
    }

    /// Removes the key from the keychain; `false` if it had none.
    ///
    /// # Errors
    /// The keychain has one and does not release it.
    pub async fn forget(&self) -> Result<bool, vault::Error> {
        self.keychain.forget().await
    }

    /// Whether the keychain has a key or could store one. May ask the host to unlock it.
    pub async fn keychain_state(&self) -> KeyState {
        match self.keychain.load().await {
            Ok(Some(_)) => KeyState::Kept,
            Ok(None) => {
                self.keychain.try_out().await.map_or_else(|error| state_after(&error.into()), |()| KeyState::Absent)
            }
            Err(error) => state_after(&error.into()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<ApiKey>> {
        self.session_key.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The state in which a failed search leaves the key.
pub fn state_after(error: &runtime::Error) -> KeyState {
    use vault::Error as Fault;
    let runtime::Error::Keychain(fault) = error else { return KeyState::Absent };
    match fault {
        Fault::Locked | Fault::Denied | Fault::TimedOut { .. } => KeyState::Locked,
        Fault::NoService(_)
        | Fault::NoKeychain
        | Fault::Ambiguous
        | Fault::TooLong { .. }
        | Fault::Garbled
        | Fault::NotKept
        | Fault::Crashed
        | Fault::Other(_) => KeyState::Unavailable,
    }
}
