//! Today: arrivals and departures on each door's own date, open tasks for the host, how full the doors are, the days
//! ahead.

use domain::code::CodeEntry;
use domain::ids::DeviceId;
use domain::lifecycle::{State, may_have_code};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use crate::context::Snapshot;
use crate::door::{self, Door};
use crate::error::Error;
use crate::host::stays::{self, PlannedStay};
use crate::show::attention::{Attention, needs};
use crate::show::calendar::{self, Calendar, civil_window, on_clock};
use crate::show::capacity::{self, Capacity};

/// Every door's today is within this distance of now.
const A_DAY: SignedDuration = SignedDuration::from_hours(26);

const WEEK: u32 = 7;

/// The most doors shown at a glance; the Doors page has them all.
const AT_A_GLANCE: usize = 12;

#[derive(Clone, Debug)]
pub struct Today {
    /// Ordered by when they arrive or leave.
    pub arriving: Vec<Guest>,
    pub leaving: Vec<Guest>,
    pub needs: Vec<Attention>,
    /// Doors of whose places at most a fifth is left, the fullest first; at most twelve.
    pub capacity: Vec<Capacity>,
    /// From the earliest date that a door's clock shows. With more than twelve doors, those at which something happens
    /// first.
    pub week: Calendar,
    /// Doors that are not in the week.
    pub more_doors: usize,
}

/// A guest who arrives or leaves today.
#[derive(Clone, Debug)]
pub struct Guest {
    pub door: DeviceId,
    pub name: String,
    pub of: GuestOf,
    /// On the door's clock.
    pub civil: DateTime,
    pub at: Timestamp,
}

#[derive(Clone, Debug)]
pub enum GuestOf {
    Code(Box<CodeEntry>),
    /// A recorded stay without a code.
    Planned(Box<PlannedStay>),
}

pub fn today(at: &Snapshot<'_>) -> Result<Today, Error> {
    let doors = door::all(&at.read, at.tables, at.times)?;
    let planned = stays::planned(at)?;
    let needs = needs(at, &doors, &planned)?;
    let (arriving, leaving) = guests(at, &doors, &planned, &needs)?;
    let there = doors.iter().filter(|door| door.row.gone_at.is_none());
    let clocks = there.filter_map(|door| door.zone.zone.as_ref());
    let dates = clocks.map(|zone| on_clock(Some(zone), at.best_time()).date());
    let mut week = calendar::for_doors(at, &doors, &planned, dates.min().unwrap_or_else(|| at.today()), WEEK)?;
    let more_doors = week.doors.len().saturating_sub(AT_A_GLANCE);
    if more_doors > 0 {
        week.doors.sort_by_key(|door| door.bars.is_empty());
        week.doors.truncate(AT_A_GLANCE);
    }
    let mut capacity = capacity::for_all(at, &doors)?;
    capacity.retain(|door| door.places.is_in_last_fifth());
    capacity.truncate(AT_A_GLANCE);
    Ok(Today { arriving, leaving, needs, capacity, week, more_doors })
}

impl Guest {
    /// The zone in which its times were promised.
    pub fn zone(&self) -> &str {
        match &self.of {
            GuestOf::Code(entry) => &entry.intent.promise.zone,
            GuestOf::Planned(stay) => &stay.row.new.zone,
        }
    }
}

/// Arrivals and departures today, by each door's own date, including those whose code failed.
fn guests(
    at: &Snapshot<'_>,
    doors: &[Door],
    planned: &[PlannedStay],
    needs: &[Attention],
) -> Result<(Vec<Guest>, Vec<Guest>), Error> {
    let from = at.best_time().saturating_sub(A_DAY).unwrap_or(at.best_time());
    let to = at.best_time().saturating_add(A_DAY).unwrap_or(at.best_time());
    let (mut arriving, mut leaving) = (Vec::new(), Vec::new());
    let codes = at.read.codes_between(None, from, to)?;
    let is_given_up = |entry: &&CodeEntry| entry.code.state == State::Unknown && entry.code.superseded;
    let not_issued =
        needs.iter().filter_map(|need| if let Attention::NotIssued(entry) = need { Some(&**entry) } else { None });
    // A recorded stay is listed separately.
    let is_recorded = |entry: &&CodeEntry| planned.iter().any(|stay| stay.row.new.base == *entry.intent.marker.base());
    let not_issued = not_issued.filter(|entry| !is_recorded(entry));
    for entry in codes.iter().filter(|entry| !is_given_up(entry)).chain(not_issued) {
        let today = on_clock(at.tables.zone(&entry.intent.promise.zone).as_ref(), at.best_time()).date();
        let (entry_at, exit_at) = comes_and_goes(at, entry);
        let guest = |civil, instant| for_code(doors, entry, civil, instant);
        arriving.extend((entry_at.date() == today).then(|| guest(entry_at, entry.code.starts_at)));
        leaving.extend((exit_at.date() == today).then(|| guest(exit_at, entry.code.ends_at)));
    }
    for stay in planned.iter().filter(|stay| !stay.has_code()) {
        let new = &stay.row.new;
        let today = on_clock(at.tables.zone(&new.zone).as_ref(), at.best_time()).date();
        let (arrival, departure) = (new.stay.arrival(), new.stay.departure());
        arriving.extend((arrival.date() == today).then(|| for_stay(stay, arrival, new.starts_at)));
        leaving.extend((departure.date() == today).then(|| for_stay(stay, departure, new.ends_at)));
    }
    for guests in [&mut arriving, &mut leaving] {
        guests.sort_by(|one: &Guest, other: &Guest| (one.at, &one.name).cmp(&(other.at, &other.name)));
    }
    Ok((arriving, leaving))
}

/// By the window of the code; if none was made, by the stay's own times.
fn comes_and_goes(at: &Snapshot<'_>, entry: &CodeEntry) -> (DateTime, DateTime) {
    let stay = &entry.intent.promise.stay;
    if may_have_code(entry.code.state) { civil_window(at, entry) } else { (stay.arrival(), stay.departure()) }
}

fn for_code(doors: &[Door], entry: &CodeEntry, civil: DateTime, at: Timestamp) -> Guest {
    let door = door::known_as(doors, &entry.code.device_id);
    let name = door.map_or(entry.intent.door_name.as_str(), Door::name).to_owned();
    let id = door.map_or(&entry.code.device_id, Door::id).clone();
    Guest { door: id, name, of: GuestOf::Code(Box::new(entry.clone())), civil, at }
}

fn for_stay(stay: &PlannedStay, civil: DateTime, at: Timestamp) -> Guest {
    let of = GuestOf::Planned(Box::new(stay.clone()));
    Guest { door: stay.row.new.device_id.clone(), name: stay.door.clone(), of, civil, at }
}
