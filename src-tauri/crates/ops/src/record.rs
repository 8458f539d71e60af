//! The record behind the operations: one writer, on blocking threads, never under an async lock.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use domain::tables::ZoneTables;
use jiff::Timestamp;
use store::{Read, Store, Write};

use crate::error::Error;
use crate::owner::Owner;
use crate::ports::{Clock, SeamApi};

/// The record, shared by everything in this process.
#[derive(Clone)]
pub struct Record {
    store: Arc<Mutex<Store>>,
}

/// The operations that speak to Seam or write: the record, Seam, a clock, zone tables and who we are.
pub struct Latchbook<S, C> {
    pub record: Record,
    pub seam: S,
    pub clock: C,
    pub tables: ZoneTables,
    pub owner: Owner,
}

impl Record {
    /// Opens the record in a folder.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(folder: &Path, now: Timestamp) -> Result<Self, Error> {
        Ok(Self::of(Store::open(folder, now)?))
    }

    /// Shares an open record.
    pub fn of(store: Store) -> Self {
        Self { store: Arc::new(Mutex::new(store)) }
    }

    /// Reads, on a blocking thread.
    ///
    /// # Errors
    /// What `work` answers.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.on_thread(move |store| work(&store.read())).await
    }

    /// Writes in one transaction, on a blocking thread. Durable when it returns.
    ///
    /// # Errors
    /// What `work` answers; then nothing was written.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.on_thread(move |store| store.write(work)).await
    }

    /// Runs anything that needs the open record, on a blocking thread.
    ///
    /// # Errors
    /// What `work` answers.
    pub async fn on_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = Arc::clone(&self.store);
        let done = tokio::task::spawn_blocking(move || {
            // A panic elsewhere cannot have left half a transaction: SQLite rolled it back.
            let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut store)
        });
        done.await.map_err(|_| Error::Interrupted)?
    }
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// The best known time: Seam's clock, else this computer's.
    pub fn best_time(&self) -> Timestamp {
        crate::server_time::best_time(&self.seam, &self.clock)
    }
}
