//! Which slot a stay gets: dormakaba's side of the rules, on the wall clock of the door's zone.
//!
//! A second opinion, written from docs/design.md, "Matching", without sight of the app's own rules. Refuses nothing
//! itself: it returns the slot or why there is none.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::clock::{DAY, HOUR, Millis, timestamp};
use crate::slot::Slot;

const LONGEST: Millis = 31 * DAY;

/// When a code starts and stops working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub start: Millis,
    pub end: Millis,
}

/// Why no slot fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// Every slot is further away than the rounding allows.
    NoSlot,
    /// A slot fits, but the stay is longer than 31 days.
    TooLong,
}

/// A slot with the entry and exit that it offers.
#[derive(Debug)]
struct Offer<'a> {
    slot: &'a Slot,
    entry: DateTime,
    exit: DateTime,
    /// Seconds between the requested and the offered time, at each end.
    shifts: [i64; 2],
    /// Seconds of the stay that the slot does not cover.
    missing: i64,
    window: Window,
}

/// Chooses the slot for the stay. `rounding` is how far either end may be moved.
pub fn choose<'a>(
    slots: &'a [Slot],
    zone: &TimeZone,
    stay: Window,
    rounding: Millis,
) -> Result<(&'a Slot, Window), Misfit> {
    let from = zone.to_datetime(timestamp(stay.start));
    let to = zone.to_datetime(timestamp(stay.end));
    let mut offers: Vec<Offer<'_>> = Vec::new();
    let mut too_long = false;
    for slot in slots.iter().filter(|slot| slot.is_offered()) {
        for offer in offers_of(slot, zone, from, to) {
            if offer.shifts.iter().any(|shift| shift * 1_000 > rounding) {
                continue;
            }
            if is_too_long(&offer) {
                too_long = true;
            } else {
                offers.push(offer);
            }
        }
    }
    let best = offers.into_iter().min_by(|one, two| rank(one).cmp(&rank(two)));
    best.map(|offer| (offer.slot, offer.window)).ok_or(if too_long { Misfit::TooLong } else { Misfit::NoSlot })
}

/// An offer for every pair of days around the stay on which the slot could begin and end.
fn offers_of<'a>(slot: &'a Slot, zone: &TimeZone, from: DateTime, to: DateTime) -> Vec<Offer<'a>> {
    let (Some(check_in), Some(check_out)) = (slot.check_in, slot.check_out) else { return Vec::new() };
    let mut offers = Vec::new();
    for entry in days_around(from).filter_map(|day| Some(day?.date().to_datetime(check_in))) {
        for exit in days_around(to).filter_map(|day| Some(day?.date().to_datetime(check_out))) {
            offers.extend(offer(slot, zone, [from, to], entry, exit));
        }
    }
    offers
}

fn offer<'a>(
    slot: &'a Slot,
    zone: &TimeZone,
    [from, to]: [DateTime; 2],
    entry: DateTime,
    exit: DateTime,
) -> Option<Offer<'a>> {
    let window = Window { start: instant(zone, entry)?, end: instant(zone, exit)? };
    if exit <= entry || window.end <= window.start {
        return None;
    }
    let (late, early) = (seconds(from, entry), seconds(exit, to));
    let missing = late.max(0) + early.max(0);
    Some(Offer { slot, entry, exit, shifts: [late.abs(), early.abs()], missing, window })
}

fn days_around(at: DateTime) -> impl Iterator<Item = Option<DateTime>> {
    [at.yesterday().ok(), Some(at), at.tomorrow().ok()].into_iter()
}

/// By the calendar or by elapsed time, whichever is longer.
fn is_too_long(offer: &Offer<'_>) -> bool {
    seconds(offer.entry, offer.exit) * 1_000 > LONGEST || offer.window.end - offer.window.start > LONGEST
}

/// Seconds on the wall clock from one time to another.
fn seconds(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_secs()
}

/// Smaller is better. Beyond an hour of rounding, 24-hour slots come first and coverage outweighs rounding.
fn rank<'a>(offer: &'a Offer<'_>) -> (bool, bool, [i64; 3], DateTime, &'a str, &'a str) {
    let total = offer.shifts.iter().sum();
    let near = offer.shifts.iter().all(|shift| shift * 1_000 <= HOUR);
    let order =
        if near { [total, offer.missing, 0] } else { [i64::from(!offer.slot.is_24_hour), offer.missing, total] };
    (offer.slot.is_biweekly, !near, order, offer.entry, &offer.slot.name, &offer.slot.id)
}

/// The instant of a wall-clock time: in a gap the instant the gap ends, in a fold the earlier one.
pub fn instant(zone: &TimeZone, civil: DateTime) -> Option<Millis> {
    let at = match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
            offset.to_timestamp(civil).ok()?
        }
        AmbiguousOffset::Gap { after, .. } => {
            let before_the_change = after.to_timestamp(civil).ok()?;
            zone.following(before_the_change).next()?.timestamp()
        }
    };
    Some(at.as_millisecond())
}

#[cfg(test)]
#[path = "matching_tests.rs"]
mod tests;
