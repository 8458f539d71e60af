//! The matching rules once more, written from docs/design.md alone and as plainly as possible.
//!
//! Why it can be trusted: it holds no cleverness. It lists every check-in and check-out of every slot on the three days
//! that rule 4 names, makes every pair of them, strikes out the pairs that a rule forbids, writes down for each
//! remaining pair the numbers of rule 5 in the order in which the rule names them, sorts the whole heap at once, and
//! keeps each slot's first. Distances are jiff's civil durations, instants come from [`clock`]. It shares no code with
//! `domain::matching`, which works slot by slot on integers and asks the zone tables for gaps and folds.

pub mod clock;
pub mod level;

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use domain::stay::{Allowance, Preference};
use jiff::SignedDuration;
use jiff::civil::DateTime;

use clock::{Clock, When};
use level::{Level, Written};

/// A stay and how it may be matched.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    pub arrival: DateTime,
    pub departure: DateTime,
    pub allowance: Allowance,
    pub preference: Preference,
}

/// A window, with everything that is shown with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub entry: DateTime,
    pub exit: DateTime,
    pub starts: When,
    pub ends: When,
    pub entry_rounding: i64,
    pub exit_rounding: i64,
    pub uncovered: i64,
    pub extra: i64,
    pub within_hour: bool,
}

/// A slot without a window: why, and how many minutes the nearest check-in and check-out are off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Off {
    pub id: String,
    pub why: Why,
    pub off: Option<(i64, i64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Unusable,
    OffsetNotInZone,
    TooFar,
    TooLong,
    EndsBeforeItBegins,
}

/// Why nothing fits at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    NoSlots,
    NoUsableSlot,
    /// The slot and the last exit of the longest window that fits.
    TooLong(Option<(String, DateTime)>),
    /// The nearest slot, and whether the 1 d allowance would help.
    NothingFits(Option<String>, bool),
}

/// A pair of a slot's check-in and check-out, before anything is struck out.
struct Pair<'a> {
    level: &'a Level,
    entry: DateTime,
    exit: DateTime,
    starts: When,
    ends: When,
}

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const LONGEST: SignedDuration = SignedDuration::from_hours(31 * 24);

/// Rules 3, 4, 5 and 7: every slot's best window, the best slot first.
pub fn candidates(ask: &Ask, levels: &[Level], clock: &Clock) -> Vec<Row> {
    let usable = (0..levels.len()).filter(|&at| is_usable(levels, at)).map(|at| &levels[at]);
    let mut heap: Vec<_> = usable
        .flat_map(|level| near_pairs(ask, level, clock))
        .filter(|pair| pair.is_in_order() && !pair.is_too_long())
        .map(|pair| (pair.rank(ask), pair.row(ask)))
        .collect();
    heap.sort_by(|one, other| one.0.cmp(&other.0));
    let mut rows: Vec<Row> = Vec::new();
    for (_, row) in heap {
        if rows.iter().all(|kept| kept.id != row.id) {
            rows.push(row);
        }
    }
    rows
}

/// Rule 6: for every slot without a window, why, and how far it is off.
pub fn refused(ask: &Ask, levels: &[Level], clock: &Clock, candidates: &[Row]) -> Vec<Off> {
    let without = |at: &usize| !is_usable(levels, *at) || candidates.iter().all(|row| row.id != levels[*at].id);
    let judge = |at: usize| {
        let level = &levels[at];
        let why = if is_usable(levels, at) { why_not(ask, level, clock) } else { Why::Unusable };
        let off = if why == Why::Unusable { None } else { least_off(ask, level, clock) };
        Off { id: level.id.clone(), why, off }
    };
    (0..levels.len()).filter(without).map(judge).collect()
}

/// Rule 6: why a stay has no candidate, and what would help.
pub fn kind(ask: &Ask, levels: &[Level], clock: &Clock, refused: &[Off]) -> Kind {
    if levels.is_empty() {
        return Kind::NoSlots;
    }
    if refused.iter().all(|off| off.why == Why::Unusable) {
        return Kind::NoUsableSlot;
    }
    let is_long = ask.departure.duration_since(ask.arrival) > LONGEST;
    if is_long || refused.iter().any(|off| off.why == Why::TooLong) {
        return Kind::TooLong(longest(ask, levels, clock));
    }
    let with_a_day = candidates(&Ask { allowance: Allowance::Day, ..*ask }, levels, clock);
    Kind::NothingFits(nearest(levels, refused), !with_a_day.is_empty())
}

/// The slot with the least to move in all: an ordinary one before a biweekly one, and last one that no move helps.
fn nearest(levels: &[Level], refused: &[Off]) -> Option<String> {
    let mut by_move: Vec<_> = (levels.iter().enumerate().filter(|(at, _)| is_usable(levels, *at)))
        .filter_map(|(_, level)| {
            let off = refused.iter().find(|off| off.id == level.id && off.why != Why::Unusable)?;
            let (entry, exit) = off.off?;
            Some((off.why == Why::OffsetNotInZone, level.is_biweekly, entry.abs() + exit.abs(), &level.name, &level.id))
        })
        .collect();
    by_move.sort();
    by_move.first().map(|found| found.4.clone())
}

/// From every slot's nearest check-in within the allowance: the window that ends last among those that are not too
/// long.
fn longest(ask: &Ask, levels: &[Level], clock: &Clock) -> Option<(String, DateTime)> {
    let mut windows = Vec::new();
    for level in (0..levels.len()).filter(|&at| is_usable(levels, at)).map(|at| &levels[at]) {
        let entries = counting(&level.check_in, ask.arrival, clock);
        let Some(entry) = entries.into_iter().min_by_key(|entry| off(*entry, ask.arrival).abs()) else { continue };
        if off(entry, ask.arrival).abs() > allowance(ask.allowance) {
            continue;
        }
        for exit in days(&level.check_out, entry, 0..=33) {
            let pair = Pair { level, entry, exit, starts: clock.when(entry), ends: clock.when(exit) };
            if counts(&level.check_out, exit, clock) && pair.is_in_order() && !pair.is_too_long() {
                windows.push((level.is_biweekly, Reverse(exit), &level.name, &level.id));
            }
        }
    }
    windows.into_iter().min().map(|(_, exit, _, id)| (id.clone(), exit.0))
}

/// Rules 1 and 3. Among slots with one id only the first counts: an answer could not show which of them is meant.
fn is_usable(levels: &[Level], at: usize) -> bool {
    let level = &levels[at];
    let is_first = levels[..at].iter().all(|before| before.id != level.id);
    is_first
        && !level.is_master
        && !level.is_one_shot
        && level.check_in.time().is_some()
        && level.check_out.time().is_some()
}

/// Every pair whose two ends are within the allowance.
fn near_pairs<'a>(ask: &Ask, level: &'a Level, clock: &Clock) -> Vec<Pair<'a>> {
    let near = |written: &Written, asked: DateTime| -> Vec<DateTime> {
        let is_near = |at: &DateTime| off(*at, asked).abs() <= allowance(ask.allowance);
        counting(written, asked, clock).into_iter().filter(is_near).collect()
    };
    let exits = near(&level.check_out, ask.departure);
    let with = |entry: DateTime, exit: DateTime| Pair {
        level,
        entry,
        exit,
        starts: clock.when(entry),
        ends: clock.when(exit),
    };
    near(&level.check_in, ask.arrival).iter().flat_map(|entry| exits.iter().map(|exit| with(*entry, *exit))).collect()
}

/// Rule 1: an offset without a zone counts only in years in which the door's clock has it.
fn counts(written: &Written, at: DateTime, clock: &Clock) -> bool {
    written.offset_only().is_none_or(|only| clock.has_offset(only, at.year()))
}

/// A slot's times on the day before, of and after a date, as far as they count.
fn counting(written: &Written, asked: DateTime, clock: &Clock) -> Vec<DateTime> {
    days(written, asked, -1..=1).into_iter().filter(|at| counts(written, *at, clock)).collect()
}

/// A slot's time on days around a date.
fn days(written: &Written, asked: DateTime, around: RangeInclusive<i64>) -> Vec<DateTime> {
    let Some(time) = written.time() else { return Vec::new() };
    let on = |days: i64| asked.date().checked_add(SignedDuration::from_hours(days * 24)).unwrap();
    around.map(|day| on(day).to_datetime(time)).collect()
}

fn allowance(allowance: Allowance) -> SignedDuration {
    match allowance {
        Allowance::Hour => HOUR,
        Allowance::Day => HOUR * 24,
    }
}

/// How much later than asked, on the wall.
fn off(given: DateTime, asked: DateTime) -> SignedDuration {
    given.duration_since(asked)
}

impl Pair<'_> {
    /// On the wall and in truth: two times in one gap are one instant, and no window.
    fn is_in_order(&self) -> bool {
        self.entry < self.exit && self.starts.instant < self.ends.instant
    }

    fn is_too_long(&self) -> bool {
        let elapsed = SignedDuration::from_millis(self.ends.instant - self.starts.instant);
        self.exit.duration_since(self.entry) > LONGEST || elapsed > LONGEST
    }

    fn is_within_hour(&self, ask: &Ask) -> bool {
        off(self.entry, ask.arrival).abs() <= HOUR && off(self.exit, ask.departure).abs() <= HOUR
    }

    /// The time that is both in the stay and in the window.
    fn covered(&self, ask: &Ask) -> SignedDuration {
        let (from, until) = (self.entry.max(ask.arrival), self.exit.min(ask.departure));
        if from < until { until.duration_since(from) } else { SignedDuration::ZERO }
    }

    fn uncovered(&self, ask: &Ask) -> SignedDuration {
        ask.departure.duration_since(ask.arrival) - self.covered(ask)
    }

    /// The values that rule 5 compares, in its order: the smaller goes first.
    fn rank(&self, ask: &Ask) -> (bool, bool, [i64; 3], DateTime, String, String) {
        let total = minutes(off(self.entry, ask.arrival)).abs() + minutes(off(self.exit, ask.departure)).abs();
        let uncovered = minutes(self.uncovered(ask));
        let not_24_hour = i64::from(!self.level.is_24_hour);
        let within = self.is_within_hour(ask);
        let numbers = match (within, ask.preference) {
            (true, Preference::Nearest) => [total, uncovered, 0],
            (true, Preference::Cover) => [uncovered, total, 0],
            (false, _) => [not_24_hour, uncovered, total],
        };
        (self.level.is_biweekly, !within, numbers, self.entry, self.level.name.clone(), self.level.id.clone())
    }

    fn row(&self, ask: &Ask) -> Row {
        Row {
            id: self.level.id.clone(),
            entry: self.entry,
            exit: self.exit,
            starts: self.starts,
            ends: self.ends,
            entry_rounding: minutes(off(self.entry, ask.arrival)).abs(),
            exit_rounding: minutes(off(self.exit, ask.departure)).abs(),
            uncovered: minutes(self.uncovered(ask)),
            extra: minutes(self.exit.duration_since(self.entry) - self.covered(ask)),
            within_hour: self.is_within_hour(ask),
        }
    }
}

/// A slot is refused for the first of these that keeps it from having a window.
fn why_not(ask: &Ask, level: &Level, clock: &Clock) -> Why {
    let pairs = near_pairs(ask, level, clock);
    let never_counts = |written: &Written, asked: DateTime| counting(written, asked, clock).is_empty();
    if never_counts(&level.check_in, ask.arrival) || never_counts(&level.check_out, ask.departure) {
        Why::OffsetNotInZone
    } else if pairs.is_empty() {
        Why::TooFar
    } else if pairs.iter().any(Pair::is_too_long) {
        Why::TooLong
    } else {
        Why::EndsBeforeItBegins
    }
}

/// Minutes from the requested time to the slot's at each end, for the nearest time that counts; if none does, for the
/// nearest.
fn least_off(ask: &Ask, level: &Level, clock: &Clock) -> Option<(i64, i64)> {
    let least = |written: &Written, asked: DateTime| {
        let counting = counting(written, asked, clock);
        let given = if counting.is_empty() { days(written, asked, -1..=1) } else { counting };
        given.into_iter().map(|given| off(given, asked)).min_by_key(|off| off.abs()).map(minutes)
    };
    Some((least(&level.check_in, ask.arrival)?, least(&level.check_out, ask.departure)?))
}

/// Whole minutes, a part of one counting as one.
pub fn minutes(duration: SignedDuration) -> i64 {
    let whole = i64::try_from(duration.as_millis().abs()).unwrap();
    (whole / 60_000 + i64::from(whole % 60_000 > 0)) * i64::from(duration.signum())
}
