//! The keychain as the rest of the program sees it: store, load, forget, each within a time limit.
//!
//! Owns the thread that calls the keychain. Refuses to let a caller wait on it: a prompt left unanswered, or a
//! service that hangs, ends in [`Error::TimedOut`].

use std::time::Duration;

use domain::ApiKey;
use tokio::sync::oneshot;

use crate::{
    Error,
    entry::{self, Name},
};

/// Time limit of a call: a person needs time to answer the system's prompt.
pub const DEFAULT_LIMIT: Duration = Duration::from_secs(30);

/// One secret of the operating system's keychain, named by service and user.
#[derive(Debug, Clone)]
pub struct Keychain {
    name: Name,
    limit: Duration,
}

impl Keychain {
    /// Names the entry; touches nothing. Keep `service` and `user` fixed for the life of the product: another pair is
    /// another entry.
    #[must_use]
    pub fn new(service: &str, user: &str) -> Self {
        Self { name: Name { service: service.to_owned(), user: user.to_owned() }, limit: DEFAULT_LIMIT }
    }

    /// The same entry with another time limit per call.
    #[must_use]
    pub fn with_limit(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// Stores the key in place of any earlier one, and reads it back before reporting success.
    ///
    /// # Errors
    /// Any [`Error`]. After [`Error::TimedOut`] the key may still arrive, if the person answers the prompt later.
    pub async fn store(&self, key: &ApiKey) -> Result<(), Error> {
        let key = key.clone();
        self.call(move |name| entry::write(name, &key)).await
    }

    /// Tests whether a key could be stored, before the person is asked for one. May ask to unlock the keychain.
    ///
    /// # Errors
    /// Any [`Error`] that [`Keychain::store`] would return.
    pub async fn try_out(&self) -> Result<(), Error> {
        self.call(entry::try_out).await
    }

    /// The key, or `None` if none is stored.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Garbled`] if the stored value is not an API key.
    pub async fn load(&self) -> Result<Option<ApiKey>, Error> {
        self.call(entry::read).await
    }

    /// Removes the key and everything else under this name; `false` if there was nothing.
    ///
    /// # Errors
    /// Any [`Error`] but [`Error::Garbled`] and [`Error::Ambiguous`]: such entries are removed.
    pub async fn forget(&self) -> Result<bool, Error> {
        self.call(entry::remove).await
    }

    /// Runs `job` on its own thread rather than the runtime's blocking pool: a runtime waits for its pool when it
    /// shuts down, so a hung keychain would keep the program from ending.
    async fn call<T, F>(&self, job: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&Name) -> Result<T, Error> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let name = self.name.clone();
        let run = move || {
            // The caller may be gone; the answer is then dropped.
            let _ = answer.send(job(&name));
        };
        std::thread::Builder::new().name("keychain".to_owned()).spawn(run).map_err(|e| Error::Other(Box::new(e)))?;
        match tokio::time::timeout(self.limit, answered).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(Error::Crashed),
            Err(_) => Err(Error::TimedOut { seconds: self.limit.as_secs_f64() }),
        }
    }
}
