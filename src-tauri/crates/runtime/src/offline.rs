//! The record for reading only: no network, no keychain, no runtime, and no zone tables until they are needed.

use std::path::Path;
use std::sync::OnceLock;

use domain::tables::ZoneTables;
use jiff::tz::TimeZone;
use ops::{Clock, Snapshot, TimeContext, Times};
use store::{Read, Reader};

use crate::clock::SystemClock;
use crate::error::Error;
use crate::zones::zone_tables;

/// Everything that can be read without a network, keychain or key.
pub struct Offline {
    reader: Reader,
    tables: OnceLock<ZoneTables>,
}

/// Opens the record in a folder for reading, alongside any writer.
///
/// # Errors
/// [`Error::Record`] if it is missing, damaged, or of another version.
pub fn open_offline(folder: &Path) -> Result<Offline, Error> {
    Ok(Offline { reader: Reader::open(folder)?, tables: OnceLock::new() })
}

impl Offline {
    /// The record.
    pub fn read(&self) -> Read<'_> {
        self.reader.read()
    }

    /// The zone tables, loaded at the first call because that reads a folder of hundreds of files.
    pub fn tables(&self) -> &ZoneTables {
        self.tables.get_or_init(zone_tables)
    }

    /// This computer's time, and the same time corrected by the difference to Seam's clock that the last sync found.
    pub fn times(&self) -> Result<Times, Error> {
        Ok(ops::times(&self.read(), SystemClock.now(), None)?)
    }

    /// The record at this moment. The local zone is UTC: the command line shows no time on this computer's clock.
    pub fn at(&self) -> Result<Snapshot<'_>, Error> {
        static HERE: TimeZone = TimeZone::UTC;
        Ok(Snapshot {
            read: self.read(),
            moment: TimeContext { tables: self.tables(), times: self.times()?, here: &HERE },
        })
    }
}
