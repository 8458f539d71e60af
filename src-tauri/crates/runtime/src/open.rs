//! The app, ready to speak to Seam and to write.

use std::path::Path;

use domain::ApiKey;
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
    let clock = SystemClock;
    let record = Record::of(Store::open(folder, clock.now())?);
    let seam = SeamAdapter(Client::new(endpoint, key, Limits::default())?);
    let owner = Owner::announce(folder);
    Ok(Latchbook { record, seam, clock, tables: zone_tables(), owner })
}
