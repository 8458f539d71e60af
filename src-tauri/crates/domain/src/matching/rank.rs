//! Which window goes first (docs/design.md, "Matching", 5).

use std::cmp::Ordering;

use super::Candidate;
use crate::instant::wall_millis;
use crate::slot::Slot;
use crate::stay::Preference;

/// The values that the order compares. Minutes are rounded up; `entry` is wall-clock milliseconds.
pub(super) struct Key<'a> {
    pub(super) slot: &'a Slot,
    pub(super) within_hour: bool,
    pub(super) rounding: u32,
    pub(super) uncovered: u32,
    pub(super) entry: i64,
}

impl<'a> Key<'a> {
    pub(super) fn new(candidate: &Candidate<'a>) -> Self {
        Self {
            slot: candidate.slot,
            within_hour: candidate.within_hour,
            rounding: candidate.entry_rounding + candidate.exit_rounding,
            uncovered: candidate.uncovered,
            entry: wall_millis(candidate.entry.civil),
        }
    }
}

pub(super) fn compare(one: &Key<'_>, other: &Key<'_>, preference: Preference) -> Ordering {
    let class = |key: &Key<'_>| (key.slot.facts.is_biweekly, !key.within_hour);
    class(one)
        .cmp(&class(other))
        .then_with(|| if one.within_hour { within_hour(one, other, preference) } else { beyond_hour(one, other) })
        .then_with(|| last_resort(one).cmp(&last_resort(other)))
}

fn within_hour(one: &Key<'_>, other: &Key<'_>, preference: Preference) -> Ordering {
    let key = |key: &Key<'_>| match preference {
        Preference::Nearest => (key.rounding, key.uncovered),
        Preference::Cover => (key.uncovered, key.rounding),
    };
    key(one).cmp(&key(other))
}

/// A rounding of hours must not lock a guest out, so what is covered counts before what is near.
fn beyond_hour(one: &Key<'_>, other: &Key<'_>) -> Ordering {
    let key = |key: &Key<'_>| (!key.slot.facts.is_24_hour, key.uncovered, key.rounding);
    key(one).cmp(&key(other))
}

fn last_resort<'a>(key: &Key<'a>) -> (i64, &'a str, &'a str) {
    (key.entry, &key.slot.facts.name, key.slot.facts.id.as_str())
}
