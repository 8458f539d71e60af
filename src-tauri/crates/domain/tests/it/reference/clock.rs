//! A zone's clock, found by scanning it.
//!
//! Why it can be trusted: it only ever asks the simplest question that zone tables answer, "how far is the wall clock
//! from UTC at this instant?", twelve hours by twelve hours, narrowing each change to the second. Which instants show
//! a civil time is then a search through the stretches between changes. It never asks the tables about civil times,
//! gaps, folds or the next change, which is all that `domain::instant` does.

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;

/// Civil years that a clock is good for.
pub const FIRST_YEAR: i16 = 2024;
pub const LAST_YEAR: i16 = 2030;

/// The scan begins and ends a year outside them.
const BEGIN: i64 = 1_672_531_200;
const END: i64 = 1_956_528_000;
const STEP: i64 = 12 * 3600;

/// The stretches of time in which a clock keeps one offset, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    spans: Vec<Span>,
}

/// From one instant until another (seconds since 1970, the last not included), the wall is `offset` seconds ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: i64,
    pub until: i64,
    pub offset: i32,
}

/// A civil time's meaning on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    Once,
    Never,
    Twice,
}

/// When a civil time is: instant in milliseconds since 1970, offset in seconds, and what happens on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub instant: i64,
    pub offset: i32,
    pub showing: Showing,
}

impl Clock {
    pub fn new(zone: &TimeZone) -> Self {
        Self::scan(|second| zone.to_offset(Timestamp::from_second(second).unwrap()).seconds())
    }

    /// Scans a clock through `offset_at`, which takes seconds since 1970.
    pub fn scan(offset_at: impl Fn(i64) -> i32) -> Self {
        let mut spans = vec![Span { from: BEGIN, until: END, offset: offset_at(BEGIN) }];
        let mut at = BEGIN;
        while at < END {
            let last = spans.len() - 1;
            let next = (at + STEP).min(END);
            if offset_at(next) == spans[last].offset {
                at = next;
                continue;
            }
            at = first_that_differs(at, next, spans[last].offset, &offset_at);
            spans[last].until = at;
            spans.push(Span { from: at, until: END, offset: offset_at(at) });
        }
        Self { spans }
    }

    /// Each change of the clock: the stretch before and the stretch after.
    pub fn changes(&self) -> impl Iterator<Item = (Span, Span)> {
        self.spans.windows(2).map(|pair| (pair[0], pair[1]))
    }

    /// Every instant at which the wall shows `civil`, earliest first, with its offset.
    pub fn showings(&self, civil: DateTime) -> Vec<(i64, i32)> {
        let wall = wall(civil);
        let shown = |span: &Span| {
            let instant = wall - i64::from(span.offset) * 1000;
            (span.from * 1000 <= instant && instant < span.until * 1000).then_some((instant, span.offset))
        };
        self.spans.iter().filter_map(shown).collect()
    }

    /// Design "Matching" 7: in a gap the instant at which the gap ends, in a fold the earlier.
    pub fn when(&self, civil: DateTime) -> When {
        match self.showings(civil).as_slice() {
            [] => {
                let (_, after) = self.changes().find(|change| skips(change, wall(civil))).unwrap();
                When { instant: after.from * 1000, offset: after.offset, showing: Showing::Never }
            }
            [(instant, offset)] => When { instant: *instant, offset: *offset, showing: Showing::Once },
            [(instant, offset), ..] => When { instant: *instant, offset: *offset, showing: Showing::Twice },
        }
    }

    /// Whether the clock has this offset at any moment of a civil year.
    pub fn has_offset(&self, offset: i32, year: i16) -> bool {
        let (begins, ends) =
            (wall(date(year, 1, 1).at(0, 0, 0, 0)) / 1000, wall(date(year + 1, 1, 1).at(0, 0, 0, 0)) / 1000);
        let in_year =
            |span: &Span| span.from + i64::from(span.offset) < ends && span.until + i64::from(span.offset) > begins;
        self.spans.iter().any(|span| span.offset == offset && in_year(span))
    }
}

/// Whether a change of the clock jumps over a wall time.
fn skips((before, after): &(Span, Span), wall: i64) -> bool {
    let jumps_at = (after.from + i64::from(before.offset)) * 1000;
    let lands_at = (after.from + i64::from(after.offset)) * 1000;
    (jumps_at..lands_at).contains(&wall)
}

fn first_that_differs(same: i64, differs: i64, offset: i32, offset_at: &impl Fn(i64) -> i32) -> i64 {
    let (mut same, mut differs) = (same, differs);
    while differs - same > 1 {
        let middle = same + (differs - same) / 2;
        if offset_at(middle) == offset { same = middle } else { differs = middle }
    }
    differs
}

/// Milliseconds on the wall since the wall showed 1970.
pub fn wall(civil: DateTime) -> i64 {
    i64::try_from(civil.duration_since(date(1970, 1, 1).at(0, 0, 0, 0)).as_millis()).unwrap()
}

#[test]
fn the_reference_clock_has_the_known_changes_of_a_year() {
    let clock = Clock::new(&jiff::tz::TimeZoneDatabase::bundled().get("Europe/London").unwrap());
    let london: Vec<_> = clock.changes().map(|(_, after)| (after.from, after.offset)).skip(2).take(2).collect();
    let by_heart =
        ["2024-03-31T01:00:00Z", "2024-10-27T01:00:00Z"].map(|at| at.parse::<Timestamp>().unwrap().as_second());
    assert_eq!(london, [(by_heart[0], 3600), (by_heart[1], 0)], "last Sundays of March and October at 01:00 UTC");
    let skipped = clock.when(date(2024, 3, 31).at(1, 30, 0, 0));
    assert_eq!(skipped, When { instant: by_heart[0] * 1000, offset: 3600, showing: Showing::Never }, "01:30 never was");
    let twice = clock.when(date(2024, 10, 27).at(1, 30, 0, 0));
    let earlier = (by_heart[1] - 1800) * 1000;
    assert_eq!(
        twice,
        When { instant: earlier, offset: 3600, showing: Showing::Twice },
        "01:30 came first in summer time"
    );
}
