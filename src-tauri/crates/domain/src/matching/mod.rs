//! Matching a stay to a slot (docs/design.md, "Matching").
//!
//! Everything happens on the door's wall clock; instants are taken only for the windows that remain, and to hold the
//! 31 days both by the calendar and by elapsed time. Distances are whole milliseconds inside, minutes rounded up
//! outside, so that a second too far never shows as "60 minutes".

mod pairs;
mod rank;
mod refusal;

use std::cmp::Ordering;

use crate::instant::{Dst, Moment};
use crate::slot::{Slot, SlotFault};
use crate::stay::{Allowance, Preference, Stay};
use crate::tables::Zone;

pub use refusal::{Longest, Refusal};

/// The longest window of a code (Seam's Oracode guide; both 31 × 24 h on the wall and 31 × 24 h elapsed).
pub const LONGEST_DAYS: i64 = 31;

/// The host's request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub stay: Stay,
    pub allowance: Allowance,
    pub preference: Preference,
}

/// The door's answer to a request.
#[derive(Clone, Debug)]
pub struct Matching<'a> {
    /// The best window of each slot that fits, the best slot first.
    pub candidates: Vec<Candidate<'a>>,
    /// Every slot that does not fit, with the reason, in the order of the door.
    pub refused: Vec<Refused<'a>>,
    /// Why nothing fits; `None` exactly when there is a candidate.
    pub refusal: Option<Refusal<'a>>,
}

/// A window that a slot allows.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    pub slot: &'a Slot,
    pub entry: Moment,
    pub exit: Moment,
    /// Minutes between the requested and the slot's time, rounded up.
    pub entry_rounding: u32,
    pub exit_rounding: u32,
    /// Minutes of the stay that the window does not cover.
    pub uncovered: u32,
    /// Minutes of the window outside the stay.
    pub extra: u32,
    /// Both ends are within 1 h, so that Seam needs no `max_time_rounding`.
    pub within_hour: bool,
}

/// A slot that allows no window, and how far it is off.
#[derive(Clone, Debug)]
pub struct Refused<'a> {
    pub slot: &'a Slot,
    pub why: WhyNot,
    /// How far the nearest check-in and check-out are; absent if the slot has no readable times.
    pub nearest: Option<Nearest>,
}

/// The check-in and check-out of a slot that are nearest to the stay's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    pub entry: jiff::civil::DateTime,
    pub exit: jiff::civil::DateTime,
    /// Minutes that the slot is later (positive) or earlier (negative) than asked, rounded away from zero.
    pub entry_off: i64,
    pub exit_off: i64,
}

/// Why a slot allows no window for a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// For no stay at all.
    Unusable(SlotFault),
    /// Its times carry only an offset, and the door's zone does not have that offset in that year.
    OffsetNotInZone,
    /// An end is farther away than the allowance.
    TooFar,
    /// Both ends are near enough, but the window would be longer than 31 days.
    TooLong,
    /// Both ends are near enough, but the window would end before it begins.
    EndsBeforeItBegins,
}

/// Matches a request against the slots of a door. Pure: the same input returns the same answer on every machine.
///
/// ```
/// # use domain::{ids::SlotId, matching::*, slot::{self, SlotFacts}, stay::*, tables::*};
/// # use jiff::civil::date;
/// let tables = ZoneTables::newer_of(Tables::bundled(), None);
/// let zone = tables.zone("America/Los_Angeles").unwrap();
/// let guest = SlotFacts { id: SlotId::new("a"), name: "Guest".into(), prefix: None, check_in: Some("16:00".into()),
///     check_out: Some("10:00".into()), is_24_hour: false, is_biweekly: false, is_one_shot: false, is_master: false };
/// let slots = slot::read(vec![guest], &tables);
/// let stay = Stay::new(date(2026, 12, 3).at(15, 45, 0, 0), date(2026, 12, 6).at(10, 15, 0, 0)).unwrap();
/// let wish = Wish { stay, allowance: Allowance::Hour, preference: Preference::Nearest };
/// let matching = match_stay(&wish, &slots, &zone);
/// assert_eq!(matching.candidates[0].entry.as_sent(), "2026-12-03T16:00:00-08:00");
/// assert_eq!(matching.candidates[0].uncovered, 30);
/// ```
pub fn match_stay<'a>(wish: &Wish, slots: &'a [Slot], zone: &Zone) -> Matching<'a> {
    let ask = pairs::Ask::new(wish, zone);
    let mut candidates = Vec::new();
    let mut refused = Vec::new();
    for slot in slots {
        match ask.best_of(slot) {
            Ok(candidate) => candidates.push(candidate),
            Err(refusal) => refused.push(refusal),
        }
    }
    candidates.sort_by(|one, other| compare(one, other, wish.preference));
    let refusal = candidates.is_empty().then(|| refusal::explain(wish, slots, &refused, zone));
    Matching { candidates, refused, refusal }
}

/// Which of two candidates goes first (docs/design.md, "Matching", 5).
pub fn compare(one: &Candidate<'_>, other: &Candidate<'_>, preference: Preference) -> Ordering {
    rank::compare(&rank::Key::new(one), &rank::Key::new(other), preference)
}

impl Candidate<'_> {
    /// The effect of daylight saving on the window; the skipped hour, being the greater surprise, goes first.
    pub fn dst(&self) -> Option<Dst> {
        let ends = [self.entry.dst, self.exit.dst];
        [Dst::Gap, Dst::Fold].into_iter().find(|kind| ends.contains(&Some(*kind)))
    }
}

/// Milliseconds as whole minutes, rounded up.
fn minutes(millis: i64) -> u32 {
    u32::try_from(millis.div_euclid(60_000) + i64::from(millis.rem_euclid(60_000) != 0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
