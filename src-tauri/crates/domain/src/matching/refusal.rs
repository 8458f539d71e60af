//! Why nothing fits, and what to do about it (docs/design.md, "Matching", 6).

use std::cmp::Reverse;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::pairs::counts;
use super::{LONGEST_DAYS, Refused, WhyNot, Wish, match_stay};
use crate::instant::{from_wall_millis, moment, wall_millis};
use crate::slot::{Slot, SlotFacts, SlotTimes};
use crate::stay::Allowance;
use crate::tables::Zone;

const LONGEST: SignedDuration = SignedDuration::from_hours(LONGEST_DAYS * 24);

/// Why a stay has no candidate.
#[derive(Clone, Debug)]
pub enum Refusal<'a> {
    /// The door has no slots at all.
    NoSlots,
    /// The door has slots, but none that any stay can use.
    NoUsableSlot,
    /// Longer than 31 days. `longest` is the longest window from the same arrival, if there is one.
    TooLong { longest: Option<Longest<'a>> },
    /// No slot is near enough. `nearest` is the slot with the least to move; `by_day` is true if the 1 d allowance
    /// helps.
    NothingFits { nearest: Option<Refused<'a>>, by_day: bool },
}

/// The longest window that a slot allows from the stay's arrival.
#[derive(Clone, Debug)]
pub struct Longest<'a> {
    pub slot: &'a Slot,
    pub entry: DateTime,
    pub exit: DateTime,
}

pub(super) fn explain<'a>(wish: &Wish, slots: &'a [Slot], refused: &[Refused<'a>], zone: &Zone) -> Refusal<'a> {
    if slots.is_empty() {
        return Refusal::NoSlots;
    }
    if slots.iter().all(|slot| slot.times.is_err()) {
        return Refusal::NoUsableSlot;
    }
    if wish.stay.length() > LONGEST || refused.iter().any(|refused| refused.why == WhyNot::TooLong) {
        return Refusal::TooLong { longest: longest(wish, refused, zone) };
    }
    let by_day = wish.allowance == Allowance::Hour
        && !match_stay(&Wish { allowance: Allowance::Day, ..*wish }, slots, zone).candidates.is_empty();
    Refusal::NothingFits { nearest: nearest(refused), by_day }
}

/// The slot with the least to move; ordinary slots before biweekly ones, and last those that no move helps.
fn nearest<'a>(refused: &[Refused<'a>]) -> Option<Refused<'a>> {
    let distance = |refused: &Refused<'a>| {
        let off = refused.nearest.map_or(i64::MAX, |nearest| nearest.entry_off.abs() + nearest.exit_off.abs());
        let SlotFacts { is_biweekly, name, id, .. } = &refused.slot.facts;
        (refused.why == WhyNot::OffsetNotInZone, *is_biweekly, off, name, id)
    };
    let with_times = refused.iter().filter(|refused| refused.nearest.is_some());
    with_times.min_by(|one, other| distance(one).cmp(&distance(other))).cloned()
}

/// Among the slots whose check-in is near enough, the window that ends last within 31 days.
fn longest<'a>(wish: &Wish, refused: &[Refused<'a>], zone: &Zone) -> Option<Longest<'a>> {
    let reach = i64::from(super::minutes(wish.allowance.millis()));
    let near = refused.iter().filter(|refused| refused.nearest.is_some_and(|near| near.entry_off.abs() <= reach));
    let windows = near.filter_map(|refused| {
        let times = refused.slot.times.as_ref().ok()?;
        let entry = refused.nearest?.entry;
        if !counts(&times.check_in, wall_millis(entry), zone) {
            return None;
        }
        Some(Longest { slot: refused.slot, entry, exit: last_exit(entry, times, zone)? })
    });
    let order = |window: &Longest<'a>| {
        let SlotFacts { is_biweekly, name, id, .. } = &window.slot.facts;
        (*is_biweekly, Reverse(window.exit), name, id)
    };
    windows.min_by(|one, other| order(one).cmp(&order(other)))
}

/// The last check-out that is at most 31 days after the entry, on the wall and by elapsed time.
fn last_exit(entry: DateTime, times: &SlotTimes, zone: &Zone) -> Option<DateTime> {
    const DAY: i64 = 86_400_000;
    let bound = wall_millis(entry) + LONGEST_DAYS * DAY;
    let on_last_day = bound.div_euclid(DAY) * DAY + times.check_out.millis;
    let exits = (0..=LONGEST_DAYS).map(|days| on_last_day - days * DAY).filter(|exit| *exit <= bound);
    let exits = exits.filter(|exit| counts(&times.check_out, *exit, zone)).filter_map(from_wall_millis);
    let start = moment(entry, zone.clock()).ok()?.instant;
    exits.take_while(|exit| *exit > entry).find(|exit| {
        let end = moment(*exit, zone.clock());
        let elapsed = end.map_or(SignedDuration::MAX, |end| end.instant.duration_since(start));
        elapsed.is_positive() && elapsed <= LONGEST
    })
}
