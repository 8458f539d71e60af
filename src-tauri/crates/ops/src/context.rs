//! Everything that can be shown and noted down without Seam: the record, the zone tables and the time.

use std::ops::Deref;

use domain::tables::ZoneTables;
use domain::times::Times;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::{Read, Write};

use crate::error::Error;
use crate::ports::Clock;
use crate::record::Record;
use crate::times::times;

/// The record with the tables and clocks needed to show it. Cheap to clone.
#[derive(Clone)]
pub struct RecordContext<C> {
    pub record: Record,
    pub tables: ZoneTables,
    pub clock: C,
    /// This computer's zone: which day is today for the host. It decides nothing else.
    pub here: TimeZone,
}

/// A moment at which something is shown: the time, the zone tables, and this computer's zone.
#[derive(Clone, Copy)]
pub struct TimeContext<'a> {
    pub tables: &'a ZoneTables,
    pub times: Times,
    pub here: &'a TimeZone,
}

/// One moment of the record, with the context to show it.
#[derive(Clone, Copy)]
pub struct Snapshot<'a> {
    pub read: Read<'a>,
    pub moment: TimeContext<'a>,
}

impl<'a> Deref for Snapshot<'a> {
    type Target = TimeContext<'a>;

    fn deref(&self) -> &TimeContext<'a> {
        &self.moment
    }
}

impl<C: Clock> RecordContext<C> {
    /// Reads something, on a blocking thread.
    ///
    /// # Errors
    /// The error of `work`, or the record cannot be read.
    pub async fn look_up<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Snapshot<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tables, here, now) = (self.tables.clone(), self.here.clone(), self.clock.now());
        self.record
            .read(move |read| {
                let times = times(read, now, None)?;
                work(&Snapshot { read: *read, moment: TimeContext { tables: &tables, times, here: &here } })
            })
            .await
    }

    /// Writes something in one transaction, on a blocking thread.
    ///
    /// # Errors
    /// The error of `work`, or the record cannot be written; then nothing was.
    pub async fn note_down<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Write<'_>, &Snapshot<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tables, here, now) = (self.tables.clone(), self.here.clone(), self.clock.now());
        self.record
            .write(move |write| {
                let times = times(write, now, None)?;
                work(write, &Snapshot { read: **write, moment: TimeContext { tables: &tables, times, here: &here } })
            })
            .await
    }
}

impl TimeContext<'_> {
    /// Today on this computer's clock, corrected by Seam's.
    pub fn today(&self) -> Date {
        self.here.to_datetime(self.times.server_now).date()
    }

    /// The best known time, for displayed dates. Use `times` to decide what is over.
    pub fn best_time(&self) -> Timestamp {
        self.times.server_now
    }
}
