//! The record behind the operations: one writer and some readers, on blocking threads, never under an async lock. A
//! reader never waits for a writer, so a page can be shown while a sync writes.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use domain::tables::ZoneTables;
use domain::times::Times;
use jiff::Timestamp;
use store::{Read, Reader, Store, Write};

use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::process_lock::ProcessLock;
use crate::times::times;

/// The record, shared by everything in this process.
#[derive(Clone)]
pub struct Record {
    /// Idle readers. The field comes before the writer, so that they are closed first: only the writer, closed last,
    /// can merge everything written into the one file.
    readers: Arc<Mutex<Vec<Reader>>>,
    writer: Writer,
    path: Arc<Path>,
}

/// The writer, or why there is none.
#[derive(Clone)]
enum Writer {
    Open(Arc<Mutex<Store>>),
    None { why: Arc<store::Error> },
}

/// At most this many idle readers are kept.
const AT_REST: usize = 4;

/// The operations that call Seam or write: the record, Seam, a clock, zone tables and this process.
pub struct Latchbook<S, C> {
    pub record: Record,
    pub seam: S,
    pub clock: C,
    pub tables: ZoneTables,
    pub owner: ProcessLock,
}

impl Record {
    /// Opens the record in a folder.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(folder: &Path, now: Timestamp) -> Result<Self, Error> {
        Ok(Self::new(Store::open(folder, now)?))
    }

    /// Shares an open record.
    pub fn new(store: Store) -> Self {
        let path = store.path().into();
        Self { writer: Writer::Open(Arc::new(Mutex::new(store))), readers: Arc::default(), path }
    }

    /// Shares a record that can be read but not written: each attempt to write fails with `why`.
    pub fn read_only(reader: Reader, why: store::Error) -> Self {
        let path = reader.path().into();
        Self { writer: Writer::None { why: Arc::new(why) }, readers: Arc::new(Mutex::new(vec![reader])), path }
    }

    /// Why the record cannot be written, if it cannot.
    pub fn why_read_only(&self) -> Option<&store::Error> {
        match &self.writer {
            Writer::Open(_) => None,
            Writer::None { why } => Some(why),
        }
    }

    /// Reads one moment of the record, on a blocking thread.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (record, waiting) = (self.clone(), self.clone());
        let read = tokio::task::spawn_blocking(move || match record.reader() {
            Some(reader) => {
                let done = reader.read_moment(work);
                record.put_back(reader);
                Ok(done)
            }
            None => Err(work),
        });
        match read.await.map_err(|_| Error::Interrupted)? {
            Ok(done) => done,
            // A record in memory has only its writer.
            Err(work) => waiting.on_thread(move |store| work(&store.read())).await,
        }
    }

    fn reader(&self) -> Option<Reader> {
        let at_rest = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        at_rest.or_else(|| Reader::open_file(&self.path).ok())
    }

    fn put_back(&self, reader: Reader) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < AT_REST {
            readers.push(reader);
        }
    }

    /// Writes in one transaction, on a blocking thread. Durable when it returns.
    ///
    /// # Errors
    /// The error of `work`; then nothing was written.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.on_thread(move |store| store.write(work)).await
    }

    /// Runs anything that needs the open record, on a blocking thread.
    ///
    /// # Errors
    /// The error of `work`; [`store::Error::NotWritable`] if the record cannot be written.
    pub async fn on_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = match &self.writer {
            Writer::Open(store) => Arc::clone(store),
            Writer::None { why } => return Err(said_again(why).into()),
        };
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
        self.times().server_now
    }

    /// This computer's time with Seam's, if Seam has answered in this run. Does not read the record.
    pub fn times(&self) -> Times {
        let now = self.clock.now();
        self.seam.server_time().map_or_else(|| Times::corrected(now, None), |seam| Times::heard(now, seam))
    }

    /// Seam's clock minus this computer's, in milliseconds, once Seam has answered.
    pub(crate) fn skew_ms(&self) -> Option<i64> {
        Some(self.seam.server_time()?.as_millisecond() - self.clock.now().as_millisecond())
    }

    /// Reads one moment of the record, with the times of that moment.
    pub async fn look_up<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Read<'_>, Times) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (now, heard) = (self.clock.now(), self.seam.server_time());
        self.record.read(move |read| work(read, times(read, now, heard)?)).await
    }

    /// Writes in one transaction, with the times of this moment.
    ///
    /// # Errors
    /// The error of `work`; then nothing was written.
    pub(crate) async fn note_down<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>, Times) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (now, heard) = (self.clock.now(), self.seam.server_time());
        self.record.write(move |write| work(write, times(write, now, heard)?)).await
    }
}

/// Why the record cannot be written, as a fresh error for each caller.
fn said_again(why: &store::Error) -> store::Error {
    if let store::Error::Unfit { folder, why } = why {
        return store::Error::Unfit { folder: folder.clone(), why: why.clone() };
    }
    store::Error::NotWritable { why: why.to_string() }
}
