//! The app, ready to speak to Seam and to write.

use std::path::Path;

use domain::ApiKey;
use domain::tables::ZoneTables;
use ops::owner::Owner;
use ops::{Clock, Latchbook, Record};
use seam::{Client, Endpoint, Limits};
use store::Store;

use crate::adapter::SeamAdapter;
use crate::clock::SystemClock;
use crate::error::Error;
use crate::zones::zone_tables;

/// The operations on the real world.
pub type App = Latchbook<SeamAdapter, SystemClock>;

/// Opens the record in a folder (making it if there is none) and sets the client up. Sends nothing yet.
///
/// # Errors
/// [`Error::Record`] if the record is damaged or cannot be written, [`Error::Client`] if the machine cannot speak HTTPS.
pub fn open(folder: &Path, endpoint: Endpoint, key: ApiKey) -> Result<App, Error> {
    join(open_record(folder)?, zone_tables(), folder, endpoint, key)
}

/// Opens the record for reading and writing, making it if there is none. For work that needs no key.
///
/// # Errors
/// [`Error::Record`] if the record is damaged or cannot be written.
pub fn open_record(folder: &Path) -> Result<Record, Error> {
    Ok(Record::of(Store::open(folder, SystemClock.now())?))
}

/// Joins a record that is open with Seam: what [`open`] does once a key is there.
///
/// # Errors
/// [`Error::Client`] if the machine cannot speak HTTPS.
pub fn join(record: Record, tables: ZoneTables, folder: &Path, endpoint: Endpoint, key: ApiKey) -> Result<App, Error> {
    let seam = SeamAdapter(Client::new(endpoint, key, Limits::default())?);
    let owner = Owner::announce(folder);
    Ok(Latchbook { record, seam, clock: SystemClock, tables, owner })
}
