//! The zones whose changes of the clock the random stays crowd around, each with its clock as the reference sees it.

use std::sync::LazyLock;

use domain::tables::{Tables, Zone, ZoneTables};
use jiff::civil::{DateTime, date};
use jiff::tz::Offset;

use crate::reference::clock::Clock;

/// Half-hour changes, changes at midnight, a month of winter time in summer, the southern half, the date line, no
/// changes, a clock that stops changing in 2026, and two hours at once in Antarctica.
pub const NAMES: [&str; 14] = [
    "America/Los_Angeles",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "America/Vancouver",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Atlantic/Azores",
];

pub struct Place {
    pub zone: Zone,
    pub clock: Clock,
    /// The wall time at which each change begins, as the clock before it counts; and one New Year, after which
    /// Vancouver no longer has the winter offset that it had in the year before.
    pub changes: Vec<DateTime>,
}

pub static TABLES: LazyLock<ZoneTables> = LazyLock::new(|| ZoneTables::newer_of(Tables::bundled(), None));

pub static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| NAMES.iter().map(|name| place(name)).collect());

fn place(name: &str) -> Place {
    let zone = TABLES.zone(name).unwrap();
    let clock = Clock::new(zone.clock());
    let begins = clock.changes().map(|(before, after)| civil(after.from, before.offset)).filter(in_range);
    let changes = begins.chain([date(2027, 1, 1).at(0, 0, 0, 0)]).collect();
    Place { zone, clock, changes }
}

/// The wall time of a clock that is `offset` seconds ahead, at an instant.
pub fn civil(second: i64, offset: i32) -> DateTime {
    Offset::UTC.to_datetime(jiff::Timestamp::from_second(second + i64::from(offset)).unwrap())
}

/// The years that a clock is scanned for.
pub fn in_range(at: &DateTime) -> bool {
    (crate::reference::clock::FIRST_YEAR..=crate::reference::clock::LAST_YEAR).contains(&at.year())
}
