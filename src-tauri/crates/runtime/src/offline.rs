//! The record for reading only: no network, no keychain, no runtime, and no zone tables before somebody asks for them.

use std::path::Path;
use std::sync::OnceLock;

use domain::tables::ZoneTables;
use jiff::tz::TimeZone;
use ops::{At, Clock, Moment, Times};
use store::{Read, Reader};

use crate::clock::SystemClock;
use crate::error::Error;
use crate::zones::zone_tables;

/// What can be known without asking anybody.
pub struct Offline {
    reader: Reader,
    tables: OnceLock<ZoneTables>,
}

/// Opens the record in a folder for reading, beside whoever writes.
///
/// # Errors
/// [`Error::Record`]: none is there, it is damaged, or it is of another version.
pub fn open_offline(folder: &Path) -> Result<Offline, Error> {
    Ok(Offline { reader: Reader::open(folder)?, tables: OnceLock::new() })
}

impl Offline {
    /// The record.
    pub fn read(&self) -> Read<'_> {
        self.reader.read()
    }

    /// The zone tables, loaded at the first call: that reads a folder of hundreds of files.
    pub fn tables(&self) -> &ZoneTables {
        self.tables.get_or_init(zone_tables)
    }

    /// This computer's time, and the same mended by the difference to Seam's clock that the last sync found.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn times(&self) -> Result<Times, Error> {
        Ok(ops::times(&self.read(), SystemClock.now(), None)?)
    }

    /// This moment of the record. Nothing that the command line tells is on this computer's clock: it stands for UTC.
    ///
    /// # Errors
    /// As [`times`](Self::times).
    pub fn at(&self) -> Result<At<'_>, Error> {
        static HERE: TimeZone = TimeZone::UTC;
        Ok(At { read: self.read(), moment: Moment { tables: self.tables(), times: self.times()?, here: &HERE } })
    }
}
