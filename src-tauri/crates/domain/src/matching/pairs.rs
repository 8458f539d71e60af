//! The windows that one slot allows, and the best of them (docs/design.md, "Matching", 4).

use jiff::tz::Offset;

use super::rank::{self, Key};
use super::{Candidate, LONGEST_DAYS, Nearest, Refused, WhyNot, Wish, minutes};
use crate::instant::{from_wall_millis, moment, offsets_in_year, wall_millis};
use crate::slot::{Slot, SlotEnd, SlotTimes};
use crate::tables::Zone;

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

/// No clock change anywhere in the tables is larger than this, so only windows this near to a bound need instants.
const LARGEST_CHANGE: i64 = 26 * HOUR;

/// A request on the scale of wall-clock milliseconds.
pub(super) struct Ask<'w> {
    wish: &'w Wish,
    zone: &'w Zone,
    from: i64,
    to: i64,
}

/// A slot's time on three days, in wall-clock milliseconds.
type Days = [Option<i64>; 3];

const NONE: Days = [None; 3];

/// One check-in with one check-out.
#[derive(Clone, Copy)]
struct Pair {
    entry: i64,
    exit: i64,
}

impl<'w> Ask<'w> {
    pub(super) fn new(wish: &'w Wish, zone: &'w Zone) -> Self {
        Self { wish, zone, from: wall_millis(wish.stay.arrival()), to: wall_millis(wish.stay.departure()) }
    }

    /// The slot's best window, or why it has none.
    pub(super) fn best_of<'a>(&self, slot: &'a Slot) -> Result<Candidate<'a>, Refused<'a>> {
        let times = match &slot.times {
            Ok(times) => times,
            Err(fault) => return Err(Refused { slot, why: WhyNot::Unusable(fault.clone()), nearest: None }),
        };
        let refuse = |why| Refused { slot, why, nearest: self.nearest(times) };
        let (entries, exits) = (self.days(self.from, &times.check_in), self.days(self.to, &times.check_out));
        if entries == NONE || exits == NONE {
            return Err(refuse(WhyNot::OffsetNotInZone));
        }
        let mut best: Option<Pair> = None;
        let mut why = WhyNot::TooFar;
        for pair in self.pairs(entries, exits) {
            match self.objection(pair) {
                Some(objection) => why = objection,
                None if best.is_none_or(|best| self.is_better(slot, pair, best)) => best = Some(pair),
                None => {}
            }
        }
        best.and_then(|pair| self.candidate(slot, pair)).ok_or_else(|| refuse(why))
    }

    /// The slot's time on the day before, of and after `around`, if it counts.
    fn days(&self, around: i64, end: &SlotEnd) -> Days {
        [-1, 0, 1].map(|day| Some(on_day(around, end.millis, day)).filter(|at| counts(end, *at, self.zone)))
    }

    /// Every check-in within the allowance with every check-out within it.
    fn pairs(&self, entries: Days, exits: Days) -> impl Iterator<Item = Pair> + use<> {
        let (from, to, allowance) = (self.from, self.to, self.wish.allowance.millis());
        let near = move |at: &i64, asked: i64| (at - asked).abs() <= allowance;
        entries.into_iter().flatten().filter(move |entry| near(entry, from)).flat_map(move |entry| {
            exits.into_iter().flatten().filter(move |exit| near(exit, to)).map(move |exit| Pair { entry, exit })
        })
    }

    /// The reason against a window whose ends are near enough.
    fn objection(&self, pair: Pair) -> Option<WhyNot> {
        let length = pair.exit - pair.entry;
        if length <= 0 {
            return Some(WhyNot::EndsBeforeItBegins);
        }
        if length > LONGEST_DAYS * DAY {
            return Some(WhyNot::TooLong);
        }
        if length > LARGEST_CHANGE && length < LONGEST_DAYS * DAY - LARGEST_CHANGE {
            return None;
        }
        match self.elapsed(pair) {
            None => Some(WhyNot::TooFar),
            Some(elapsed) if elapsed <= 0 => Some(WhyNot::EndsBeforeItBegins),
            Some(elapsed) if elapsed > LONGEST_DAYS * DAY => Some(WhyNot::TooLong),
            Some(_) => None,
        }
    }

    fn elapsed(&self, pair: Pair) -> Option<i64> {
        let at = |millis| moment(from_wall_millis(millis)?, self.zone.clock()).ok();
        Some(at(pair.exit)?.instant.as_millisecond() - at(pair.entry)?.instant.as_millisecond())
    }

    fn is_better(&self, slot: &Slot, one: Pair, other: Pair) -> bool {
        rank::compare(&self.key(slot, one), &self.key(slot, other), self.wish.preference).is_lt()
    }

    fn key<'s>(&self, slot: &'s Slot, pair: Pair) -> Key<'s> {
        let (entry_rounding, exit_rounding) = ((pair.entry - self.from).abs(), (pair.exit - self.to).abs());
        Key {
            slot,
            within_hour: entry_rounding <= HOUR && exit_rounding <= HOUR,
            rounding: minutes(entry_rounding) + minutes(exit_rounding),
            uncovered: minutes(self.to - self.from - self.covered(pair)),
            entry: pair.entry,
        }
    }

    /// Milliseconds of the stay during which the window is open.
    fn covered(&self, pair: Pair) -> i64 {
        (pair.exit.min(self.to) - pair.entry.max(self.from)).max(0)
    }

    fn candidate<'a>(&self, slot: &'a Slot, pair: Pair) -> Option<Candidate<'a>> {
        let at = |millis| moment(from_wall_millis(millis)?, self.zone.clock()).ok();
        let key = self.key(slot, pair);
        Some(Candidate {
            slot,
            entry: at(pair.entry)?,
            exit: at(pair.exit)?,
            entry_rounding: minutes((pair.entry - self.from).abs()),
            exit_rounding: minutes((pair.exit - self.to).abs()),
            uncovered: key.uncovered,
            extra: minutes(pair.exit - pair.entry - self.covered(pair)),
            within_hour: key.within_hour,
        })
    }

    fn nearest(&self, times: &SlotTimes) -> Option<Nearest> {
        let entry = self.nearest_to(self.from, &times.check_in)?;
        let exit = self.nearest_to(self.to, &times.check_out)?;
        let off = |found: i64, asked: i64| (found - asked).signum() * i64::from(minutes((found - asked).abs()));
        Some(Nearest {
            entry: from_wall_millis(entry)?,
            exit: from_wall_millis(exit)?,
            entry_off: off(entry, self.from),
            exit_off: off(exit, self.to),
        })
    }

    /// The nearest of a slot's times that count; if none counts, the nearest of all.
    fn nearest_to(&self, around: i64, end: &SlotEnd) -> Option<i64> {
        let all = [-1, 0, 1].map(|day| on_day(around, end.millis, day));
        let distance = |at: &i64| (at - around).abs();
        self.days(around, end)
            .into_iter()
            .flatten()
            .min_by_key(distance)
            .or_else(|| all.into_iter().min_by_key(distance))
    }
}

/// Whether a slot's time counts at a wall-clock time: an offset alone does only in years in which the zone has it.
pub(super) fn counts(end: &SlotEnd, at: i64, zone: &Zone) -> bool {
    let in_year = |offset: Offset, year| offsets_in_year(zone.clock(), year).contains(&offset);
    end.offset_only.is_none_or(|offset| from_wall_millis(at).is_some_and(|civil| in_year(offset, civil.year())))
}

fn on_day(around: i64, time_of_day: i64, day: i64) -> i64 {
    (around.div_euclid(DAY) + day) * DAY + time_of_day
}
