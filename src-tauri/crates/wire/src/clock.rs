//! Times as they are written (for programs) and as they are said (for people), on the door's clock.
//!
//! Refuses: choosing an instant for a civil time, and the machine's zone.

use domain::instant::written_with_offset;
use domain::tables::{Zone, ZoneTables};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::words::say;

/// The clock of a door. Where its zone is not known, times are UTC and say so.
pub(crate) struct DoorClock {
    zone: Option<Zone>,
}

impl DoorClock {
    pub(crate) fn named(name: &str, tables: &ZoneTables) -> Self {
        Self { zone: tables.zone(name) }
    }

    pub(crate) fn of(zone: Option<&Zone>) -> Self {
        Self { zone: zone.cloned() }
    }

    /// `2026-12-03T16:00:00-08:00`; `…Z` where the zone is not known.
    pub(crate) fn written(&self, at: Timestamp) -> String {
        match &self.zone {
            Some(zone) => written_with_offset(at, zone.clock().to_offset(at)),
            None => written_utc(at),
        }
    }

    /// What the clock shows at an instant.
    pub(crate) fn civil(&self, at: Timestamp) -> DateTime {
        self.zone.as_ref().map_or(Offset::UTC.to_datetime(at), |zone| zone.clock().to_datetime(at))
    }

    /// `3 Dec 2026, 16:00`, for a sentence that says elsewhere whose clock it is.
    pub(crate) fn bare(&self, at: Timestamp) -> String {
        said(self.civil(at))
    }

    /// `3 Dec 2026, 16:00 lock time`.
    pub(crate) fn said(&self, at: Timestamp) -> String {
        self.on_it(self.bare(at))
    }

    /// `3 Dec 2026, 16:00 to 6 Dec 2026, 10:00 lock time`.
    pub(crate) fn window(&self, from: Timestamp, to: Timestamp) -> String {
        self.on_it(from_to(&self.bare(from), &self.bare(to)))
    }

    /// A time or a window, with whose clock it is.
    pub(crate) fn on_it(&self, at: impl Into<String>) -> String {
        if self.zone.is_some() { lock_time(at) } else { say!("time-utc", at = at.into()) }
    }
}

/// `2026-12-03T16:00`, with seconds where there are any.
pub(crate) fn written_civil(at: DateTime) -> String {
    format!("{}T{}", at.date().strftime("%Y-%m-%d"), written_time(at.time()))
}

/// `16:00`, with seconds where there are any.
pub(crate) fn written_time(time: jiff::civil::Time) -> String {
    match (time.second(), time.subsec_nanosecond() / 1_000_000) {
        (0, 0) => time.strftime("%H:%M").to_string(),
        (_, 0) => time.strftime("%H:%M:%S").to_string(),
        (_, millis) => format!("{}.{millis:03}", time.strftime("%H:%M:%S")),
    }
}

/// `2026-12-03T16:00:00Z`, to the second.
pub(crate) fn written_utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// `3 Dec 2026, 16:00`.
pub(crate) fn said(at: DateTime) -> String {
    let (day, month, year) = parts(at.date());
    say!("time-said", day = day, month = month, year = year, time = written_time(at.time()))
}

/// `3 Dec 2026`.
pub(crate) fn said_day(date: Date) -> String {
    let (day, month, year) = parts(date);
    say!("time-day", day = day, month = month, year = year)
}

/// The parts of a date as texts: they choose no plural.
fn parts(date: Date) -> (String, String, String) {
    let months = say!("time-months");
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| months.split(' ').nth(month));
    (date.day().to_string(), month.unwrap_or_default().to_owned(), date.year().to_string())
}

/// `3 Dec 2026, 16:00 to 6 Dec 2026, 10:00`, of two times as they are said.
pub(crate) fn from_to(from: &str, to: &str) -> String {
    say!("time-from-to", from = from, to = to)
}

/// `… lock time`, of a time or a window as it is said.
pub(crate) fn lock_time(at: impl Into<String>) -> String {
    say!("time-lock", at = at.into())
}
