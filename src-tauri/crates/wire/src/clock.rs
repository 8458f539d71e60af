//! Instants on the door's clock, as written (for programs) and in words (for people).
//!
//! Refuses: choosing an instant for a civil time, and the machine's zone.

use domain::instant::written_with_offset;
use domain::tables::{Zone, ZoneTables};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use words::civil::{from_to, lock_time, said, utc};

/// The clock of a door. If its zone is not known, times are in UTC and say so.
pub(crate) struct DoorClock {
    zone: Option<Zone>,
}

impl DoorClock {
    pub(crate) fn named(name: &str, tables: &ZoneTables) -> Self {
        Self { zone: tables.zone(name) }
    }

    pub(crate) fn new(zone: Option<&Zone>) -> Self {
        Self { zone: zone.cloned() }
    }

    /// `2026-12-03T16:00:00-08:00`; `…Z` if the zone is not known.
    pub(crate) fn written(&self, at: Timestamp) -> String {
        match &self.zone {
            Some(zone) => written_with_offset(at, zone.clock().to_offset(at)),
            None => written_utc(at),
        }
    }

    /// The civil time at an instant.
    pub(crate) fn civil(&self, at: Timestamp) -> DateTime {
        self.zone.as_ref().map_or(Offset::UTC.to_datetime(at), |zone| zone.clock().to_datetime(at))
    }

    /// `3 Dec 2026, 16:00`, for a sentence that names the clock elsewhere.
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

    /// A time or a window, with the name of its clock.
    pub(crate) fn on_it(&self, at: impl Into<String>) -> String {
        if self.zone.is_some() { lock_time(at) } else { utc(at) }
    }
}

/// `2026-12-03T16:00:00Z`, to the second.
pub(crate) fn written_utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
