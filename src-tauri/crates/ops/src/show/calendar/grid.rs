//! Half-days and lanes. A day has two halves, split at noon: guests leave before it and arrive after it.

use domain::instant::wall_millis;
use jiff::civil::{Date, DateTime};

const HALF: i64 = 12 * 3_600_000;

/// The place of a window in a row of days, in half-days: from `from` up to but not including `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub from: u32,
    pub to: u32,
    /// It begins before the first day, or ends after the last.
    pub begins_before: bool,
    pub ends_after: bool,
}

/// The place of a window in `days` days from `first` on; `None` if it shares no half-day with them. An unknown end is
/// outside.
pub fn place(entry: Option<DateTime>, exit: Option<DateTime>, first: Date, days: u32) -> Option<Place> {
    let start = wall_millis(first.at(0, 0, 0, 0));
    let halves = i64::from(days) * 2;
    let from = entry.map(|entry| (wall_millis(entry) - start).div_euclid(HALF));
    let to = exit.map(|exit| -(start - wall_millis(exit)).div_euclid(HALF));
    if from.is_some_and(|from| from >= halves) || to.is_some_and(|to| to <= 0) {
        return None;
    }
    let within = |half: i64| u32::try_from(half.clamp(0, halves)).unwrap_or_default();
    Some(Place {
        from: within(from.unwrap_or_default()),
        to: within(to.unwrap_or(halves)),
        begins_before: from.is_none_or(|from| from < 0),
        ends_after: to.is_none_or(|to| to > halves),
    })
}

/// A lane for each bar, so that no two bars of a lane share a half-day; bars are ordered by their beginning. Also
/// returns the number of lanes, which is the most bars that share one half-day.
pub fn lanes(bars: &[Place]) -> (Vec<u32>, u32) {
    let mut ends: Vec<u32> = Vec::new();
    let mut lanes = Vec::with_capacity(bars.len());
    for bar in bars {
        let free = ends.iter().position(|end| *end <= bar.from).unwrap_or(ends.len());
        match ends.get_mut(free) {
            Some(end) => *end = bar.to,
            None => ends.push(bar.to),
        }
        lanes.push(u32::try_from(free).unwrap_or(u32::MAX));
    }
    (lanes, u32::try_from(ends.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const FIRST: Date = Date::constant(2026, 12, 3);

    fn at(day: i8, hour: i8, minute: i8) -> Option<DateTime> {
        Some(date(2026, 12, day).at(hour, minute, 0, 0))
    }

    #[test]
    fn windows_fill_the_half_days_they_touch() {
        let inside = |from, to| Some(Place { from, to, begins_before: false, ends_after: false });
        let cases = [
            (at(3, 16, 0), at(6, 10, 0), inside(1, 7), "from an afternoon to a morning"),
            (at(6, 16, 0), at(7, 10, 0), inside(7, 9), "the next guest, in the half that the first left free"),
            (at(3, 12, 0), at(4, 12, 0), inside(1, 3), "noon to noon: noon itself parts the day"),
            (at(3, 0, 0), at(4, 0, 0), inside(0, 2), "a whole day: midnight ends the day before"),
            (at(3, 11, 59), at(3, 12, 1), inside(0, 2), "over noon it is in both halves"),
            (at(3, 9, 0), at(3, 11, 0), inside(0, 1), "a morning"),
            (at(3, 13, 0), at(3, 15, 0), inside(1, 2), "an afternoon"),
            (at(9, 16, 0), at(9, 23, 59), inside(13, 14), "the last half of seven days"),
            (at(2, 16, 0), at(3, 0, 0), None, "over before the first day begins"),
            (at(10, 0, 0), at(11, 10, 0), None, "not begun when the last day ends"),
        ];
        for (entry, exit, expected, why) in cases {
            assert_eq!(place(entry, exit, FIRST, 7), expected, "{why}");
        }
    }

    #[test]
    fn bars_beyond_the_grid_are_cut_and_marked() {
        let cases = [
            (at(2, 16, 0), at(4, 10, 0), (0, 3, true, false)),
            (at(8, 16, 0), at(12, 10, 0), (11, 14, false, true)),
            (at(1, 16, 0), at(20, 10, 0), (0, 14, true, true)),
            (None, at(4, 10, 0), (0, 3, true, false)),
            (at(8, 16, 0), None, (11, 14, false, true)),
            (None, None, (0, 14, true, true)),
            (at(3, 0, 0), at(10, 0, 0), (0, 14, false, false)),
        ];
        for (entry, exit, expected) in cases {
            let place = place(entry, exit, FIRST, 7).unwrap();
            let told = (place.from, place.to, place.begins_before, place.ends_after);
            assert_eq!(told, expected, "{entry:?} to {exit:?}");
        }
    }

    #[test]
    fn bars_that_meet_at_noon_share_a_lane_and_those_that_overlap_do_not() {
        let bar = |from, to| Place { from, to, begins_before: false, ends_after: false };
        let cases = [
            (vec![bar(1, 7), bar(7, 9)], vec![0, 0], 1),
            (vec![bar(1, 7), bar(5, 9), bar(7, 8)], vec![0, 1, 0], 2),
            (vec![bar(0, 14), bar(0, 14), bar(0, 14)], vec![0, 1, 2], 3),
            (vec![bar(0, 2), bar(1, 3), bar(2, 4), bar(3, 5)], vec![0, 1, 0, 1], 2),
            (Vec::new(), Vec::new(), 0),
        ];
        for (bars, expected, count) in cases {
            assert_eq!(lanes(&bars), (expected, count), "{bars:?}");
        }
    }

    /// Every window of a fortnight in steps of an hour, against a count of the half-days that it shares time with.
    #[test]
    fn a_window_covers_exactly_the_half_days_it_overlaps() {
        let hour =
            |hours: i64| domain::instant::from_wall_millis(wall_millis(FIRST.at(0, 0, 0, 0)) + hours * 3_600_000);
        for from in (-30..200).step_by(5) {
            for to in (from + 1..230).step_by(7) {
                let shared: Vec<i64> = (0..14).filter(|half| from < (half + 1) * 12 && half * 12 < to).collect();
                let placed = place(hour(from), hour(to), FIRST, 7);
                let halves = placed.map_or(Vec::new(), |place| (i64::from(place.from)..i64::from(place.to)).collect());
                assert_eq!(halves, shared, "hours {from} to {to}");
            }
        }
    }
}
