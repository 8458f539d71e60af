//! Doors by days: codes, recorded stays without one, and codes made elsewhere, each on its door's own clock.

mod grid;

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::ids::DeviceId;
use domain::tables::Zone;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, ToSpan};
use store::unless_damaged;

use crate::context::Snapshot;
use crate::door::{self, Door};
use crate::error::Error;
use crate::host::stays::{self, PlannedStay};

pub use grid::Place;

/// The most days shown at once.
pub const MOST_DAYS: u32 = 93;

/// A door's date is at most this far from UTC's.
const ZONES_REACH: SignedDuration = SignedDuration::from_hours(26);

/// Which days, and whose.
#[derive(Clone, Debug)]
pub struct Days {
    /// `None`: every door.
    pub door: Option<DeviceId>,
    /// `None`: from today on, by this computer's clock. `step` days are added.
    pub from: Option<String>,
    pub step: i32,
    pub days: u32,
}

/// Doors by days.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub first: Date,
    pub days: u32,
    pub doors: Vec<DoorDays>,
}

/// A door's bars, by their beginning.
#[derive(Clone, Debug)]
pub struct DoorDays {
    pub door: DeviceId,
    pub name: String,
    pub bars: Vec<Bar>,
    pub lanes: u32,
}

/// Something that takes up a door for a time.
#[derive(Clone, Debug)]
pub struct Bar {
    pub what: BarOf,
    /// On the door's clock; `None`: not known.
    pub entry: Option<DateTime>,
    pub exit: Option<DateTime>,
    pub place: Place,
    pub lane: u32,
}

#[derive(Clone, Debug)]
pub enum BarOf {
    Code(Box<CodeEntry>),
    /// A recorded stay without a code.
    Planned(Box<PlannedStay>),
    Elsewhere(Box<CodeElsewhere>),
}

/// The requested days.
///
/// # Errors
/// [`Error::BadTime`] for an invalid first day, [`Error::NoSuchDoor`], or the record cannot be read.
pub fn calendar(at: &Snapshot<'_>, asked: &Days) -> Result<Calendar, Error> {
    let doors = match &asked.door {
        Some(id) => vec![door::by_id(&at.read, id, at.tables, at.times)?],
        None => door::all(&at.read, at.tables, at.times)?,
    };
    let bad = || Error::BadTime(asked.from.clone().unwrap_or_default());
    let from = match asked.from.as_deref().filter(|text| !text.trim().is_empty()) {
        Some(text) => text.trim().parse::<Date>().map_err(|_| bad())?,
        None => at.today(),
    };
    let first = from.checked_add(i64::from(asked.step).days()).map_err(|_| bad())?;
    for_doors(at, &doors, &stays::planned(at)?, first, asked.days)
}

/// The days of doors that are already loaded.
pub fn for_doors(
    at: &Snapshot<'_>,
    doors: &[Door],
    planned: &[PlannedStay],
    first: Date,
    days: u32,
) -> Result<Calendar, Error> {
    let days = days.clamp(1, MOST_DAYS);
    let (from, to) = reach(first, days);
    let only = match doors {
        [door] => Some(door.id()),
        _ => None,
    };
    let codes = at.read.codes_between(only, from, to)?;
    let mut rows = Vec::with_capacity(doors.len());
    // The codes of a lock are shown at the door that is there.
    for door in doors.iter().filter(|door| door.successor.is_none() || only.is_some()) {
        let mut bars: Vec<(BarOf, Option<DateTime>, Option<DateTime>)> = Vec::new();
        let own = codes.iter().filter(|entry| door.is_known_as(&entry.code.device_id));
        bars.extend(own.map(|entry| code(at, entry)));
        let own = planned.iter().filter(|planned| door.is_known_as(&planned.row.new.device_id) && !planned.has_code());
        bars.extend(own.map(stay));
        // An incomplete picture is better than none; nothing is issued until a sync has repaired the rows.
        let outside = unless_damaged(at.read.codes_elsewhere(door.id(), at.times.earliest()))?.unwrap_or_default();
        bars.extend(outside.into_iter().map(|row| elsewhere(door, row)));
        let bars = placed(bars, first, days);
        if door.row.gone_at.is_none() || !bars.is_empty() {
            let (bars, lanes) = laned(bars);
            rows.push(DoorDays { door: door.id().clone(), name: door.name().to_owned(), bars, lanes });
        }
    }
    Ok(Calendar { first, days, doors: rows })
}

/// Instants between which any door's clock shows one of these days.
fn reach(first: Date, days: u32) -> (Timestamp, Timestamp) {
    let midnight = Offset::UTC.to_timestamp(first.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH);
    let from = midnight.saturating_sub(ZONES_REACH).unwrap_or(midnight);
    let length = SignedDuration::from_hours(24 * i64::from(days)) + ZONES_REACH;
    (from, midnight.saturating_add(length).unwrap_or(midnight))
}

fn code(at: &Snapshot<'_>, entry: &CodeEntry) -> (BarOf, Option<DateTime>, Option<DateTime>) {
    let (entry_at, exit_at) = civil_window(at, entry);
    (BarOf::Code(Box::new(entry.clone())), Some(entry_at), Some(exit_at))
}

/// The window of a code as it is, on the clock on which it was promised.
pub fn civil_window(at: &Snapshot<'_>, entry: &CodeEntry) -> (DateTime, DateTime) {
    let (promise, code) = (&entry.intent.promise, &entry.code);
    let zone = at.tables.zone(&promise.zone);
    let civil = |given: Timestamp, promised: Timestamp, civil: DateTime| {
        if given == promised { civil } else { on_clock(zone.as_ref(), given) }
    };
    (civil(code.starts_at, promise.starts_at, promise.entry), civil(code.ends_at, promise.ends_at, promise.exit))
}

fn stay(planned: &PlannedStay) -> (BarOf, Option<DateTime>, Option<DateTime>) {
    let stay = &planned.row.new.stay;
    (BarOf::Planned(Box::new(planned.clone())), Some(stay.arrival()), Some(stay.departure()))
}

fn elsewhere(door: &Door, row: CodeElsewhere) -> (BarOf, Option<DateTime>, Option<DateTime>) {
    let civil = |at: Option<Timestamp>| at.map(|at| on_clock(door.zone.zone.as_ref(), at));
    let (entry, exit) = (civil(row.starts_at), civil(row.ends_at));
    (BarOf::Elsewhere(Box::new(row)), entry, exit)
}

/// If the zone is not known, UTC's.
pub(crate) fn on_clock(zone: Option<&Zone>, at: Timestamp) -> DateTime {
    zone.map_or_else(|| Offset::UTC.to_datetime(at), |zone| zone.clock().to_datetime(at))
}

fn placed(bars: Vec<(BarOf, Option<DateTime>, Option<DateTime>)>, first: Date, days: u32) -> Vec<Bar> {
    let placed = bars.into_iter().filter_map(|(what, entry, exit)| {
        let place = grid::place(entry, exit, first, days)?;
        Some(Bar { what, entry, exit, place, lane: 0 })
    });
    let mut bars: Vec<Bar> = placed.collect();
    bars.sort_by_key(|bar| (bar.place.from, bar.entry, bar.place.to));
    bars
}

fn laned(mut bars: Vec<Bar>) -> (Vec<Bar>, u32) {
    let places: Vec<Place> = bars.iter().map(|bar| bar.place).collect();
    let (lanes, count) = grid::lanes(&places);
    bars.iter_mut().zip(lanes).for_each(|(bar, lane)| bar.lane = lane);
    (bars, count)
}
