//! Opens the app, ready to call Seam and to write.

use std::path::Path;

use domain::ApiKey;
use jiff::tz::TimeZone;
use ops::process_lock::ProcessLock;
use ops::{Clock, Latchbook, Record, RecordContext};
use seam::{Client, Endpoint, Limits};
use store::{Reader, Store};

use crate::adapter::SeamAdapter;
use crate::clock::{ForwardClock, SystemClock, ensure_usable_clock};
use crate::error::Error;
use crate::zones::zone_tables;

/// The operations on the real world.
pub type App = Latchbook<SeamAdapter, ForwardClock>;

/// Opens the record in a folder (creating it if missing) and builds the client. Sends nothing yet.
///
/// # Errors
/// [`Error::Record`] if the record is damaged or cannot be written, [`Error::Client`] if the machine cannot use HTTPS.
pub fn open(folder: &Path, endpoint: Endpoint, key: ApiKey) -> Result<App, Error> {
    let record = Record::new(Store::open(folder, SystemClock.now())?);
    let (clock, here) = (ForwardClock::default(), TimeZone::UTC);
    join(RecordContext { record, tables: zone_tables(), clock, here }, folder, endpoint, key)
}

/// Opens the record for work that may need no key, creating it if missing. An existing record that cannot be written
/// (a full disk, another user's folder) can still be browsed: it is opened for reading only.
///
/// # Errors
/// [`Error::Record`] if the record is damaged, of another version, or cannot even be read; [`Error::ClockOutOfRange`].
pub fn open_record(folder: &Path) -> Result<Record, Error> {
    use store::Error as Fault;
    ensure_usable_clock()?;
    match Store::open(folder, SystemClock.now()) {
        Ok(store) => Ok(Record::new(store)),
        Err(
            fault @ (Fault::NotWritable { .. }
            | Fault::Closed { .. }
            | Fault::Unfit { .. }
            | Fault::DiskFull
            | Fault::Io(_)),
        ) => {
            let reader = Reader::open(folder);
            match reader {
                Ok(reader) => Ok(Record::read_only(reader, fault)),
                Err(_) => Err(fault.into()),
            }
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Joins an open record with Seam: the part of [`open`] that needs a key.
///
/// # Errors
/// [`Error::Client`] if the machine cannot use HTTPS.
pub fn join(
    context: RecordContext<ForwardClock>,
    folder: &Path,
    endpoint: Endpoint,
    key: ApiKey,
) -> Result<App, Error> {
    let seam = SeamAdapter(Client::new(endpoint, key, Limits::default())?);
    let owner = ProcessLock::announce(folder);
    let RecordContext { record, tables, clock, here: _ } = context;
    Ok(Latchbook { record, seam, clock, tables, owner })
}
