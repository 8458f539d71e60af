//! From the clock on the wall to the instant, across daylight-saving changes (docs/design.md, "Matching", 7).
//!
//! The only place where a civil time becomes an instant. A fold is chosen by name at each call, a gap is an error that
//! carries both sides.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// Which of the two instants of a repeated civil time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Earlier,
    Later,
    Reject,
}

/// Why a civil time has no single instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// The clock jumps over this time. Both sides: the offset before and after, and the instant at which the gap ends.
    #[error("the clock jumps over this time")]
    Gap { before: Offset, after: Offset, ends: Timestamp },
    #[error("the clock shows this time twice")]
    Twice { earlier: Timestamp, later: Timestamp },
    #[error("the time is outside the calendar")]
    OutOfRange,
}

/// The effect of a daylight-saving change on an end of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dst {
    /// The clock jumps over the slot's time: the instant is the one at which the gap ends.
    Gap,
    /// The clock shows the slot's time twice: the instant is the earlier.
    Fold,
}

/// One end of a window: the time on the wall clock, and its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The slot's own time, even if the clock jumps over it.
    pub civil: DateTime,
    pub instant: Timestamp,
    /// The zone's offset at that instant.
    pub offset: Offset,
    pub dst: Option<Dst>,
}

/// Turns a civil time into an instant.
///
/// # Errors
/// [`TimeError`]: a gap always, a fold when `fold` is [`Fold::Reject`].
pub fn resolve(civil: DateTime, zone: &TimeZone, fold: Fold) -> Result<Timestamp, TimeError> {
    let at = |offset: Offset| offset.to_timestamp(civil).map_err(|_| TimeError::OutOfRange);
    match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => at(offset),
        AmbiguousOffset::Gap { before, after } => {
            Err(TimeError::Gap { before, after, ends: gap_end(zone, at(after)?)? })
        }
        AmbiguousOffset::Fold { before, after } => match fold {
            Fold::Earlier => at(before),
            Fold::Later => at(after),
            Fold::Reject => Err(TimeError::Twice { earlier: at(before)?, later: at(after)? }),
        },
    }
}

/// The moment at which a slot's time falls: in a gap the instant the gap ends, in a fold the earlier instant.
///
/// # Errors
/// [`TimeError::OutOfRange`] for a date that no calendar has.
pub fn moment(civil: DateTime, zone: &TimeZone) -> Result<Moment, TimeError> {
    let (instant, dst) = match resolve(civil, zone, Fold::Reject) {
        Ok(instant) => (instant, None),
        Err(TimeError::Twice { earlier, .. }) => (earlier, Some(Dst::Fold)),
        Err(TimeError::Gap { ends, .. }) => (ends, Some(Dst::Gap)),
        Err(TimeError::OutOfRange) => return Err(TimeError::OutOfRange),
    };
    Ok(Moment { civil, instant, offset: zone.to_offset(instant), dst })
}

/// `inside` is the skipped civil time read with the offset after the gap: an instant just before the change.
fn gap_end(zone: &TimeZone, inside: Timestamp) -> Result<Timestamp, TimeError> {
    zone.following(inside).next().map(|change| change.timestamp()).ok_or(TimeError::OutOfRange)
}

impl Moment {
    /// The text sent to Seam: the civil time at that instant with the zone's offset (docs/design.md, "Matching", 8).
    ///
    /// ```
    /// use domain::instant::moment;
    /// let zone = jiff::tz::TimeZoneDatabase::bundled().get("America/Los_Angeles")?;
    /// let four = moment(jiff::civil::date(2026, 12, 3).at(16, 0, 0, 0), &zone)?;
    /// assert_eq!(four.as_sent(), "2026-12-03T16:00:00-08:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_sent(&self) -> String {
        written_with_offset(self.instant, self.offset)
    }
}

/// An instant as the wall clock of `offset` shows it, to the second (to the millisecond if there is a fraction).
pub fn written_with_offset(instant: Timestamp, offset: Offset) -> String {
    let local = offset.to_datetime(instant);
    let fraction = match local.subsec_nanosecond() / 1_000_000 {
        0 => String::new(),
        millis => format!(".{millis:03}"),
    };
    let seconds = offset.seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    let clock = local.strftime("%Y-%m-%dT%H:%M:%S");
    format!("{clock}{fraction}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A civil time on a scale of milliseconds that runs evenly along the wall clock: for distances on the wall, never for
/// instants.
pub fn wall_millis(civil: DateTime) -> i64 {
    Offset::UTC.to_timestamp(civil).map_or(i64::MAX, Timestamp::as_millisecond)
}

/// The other way round.
pub fn from_wall_millis(millis: i64) -> Option<DateTime> {
    Timestamp::from_millisecond(millis).ok().map(|instant| Offset::UTC.to_datetime(instant))
}

/// Two tables agree on a zone if its clock shows the same from 2020 to 2040; names and aliases do not matter.
pub fn same_clock(one: &TimeZone, other: &TimeZone) -> bool {
    one == other || changes(one) == changes(other)
}

fn changes(zone: &TimeZone) -> (Offset, Vec<(Timestamp, Offset)>) {
    const FIRST: Timestamp = Timestamp::constant(1_577_836_800, 0);
    const LAST: Timestamp = Timestamp::constant(2_208_988_800, 0);
    let mut seen = zone.to_offset(FIRST);
    let mut kept = Vec::new();
    for change in zone.following(FIRST).take_while(|change| change.timestamp() < LAST) {
        // Some tables list changes of the name only; the clock does not show those.
        if change.offset() != seen {
            seen = change.offset();
            kept.push((change.timestamp(), seen));
        }
    }
    (zone.to_offset(FIRST), kept)
}

/// Whether a clock could be so far from UTC; none on Earth is further than 14 hours.
pub fn is_plausible(offset: Offset) -> bool {
    offset.seconds().abs() <= 14 * 3_600
}

/// Every offset that the zone's clock has in a civil year.
pub fn offsets_in_year(zone: &TimeZone, year: i16) -> Vec<Offset> {
    let Ok(first) = jiff::civil::Date::new(year, 1, 1) else { return Vec::new() };
    let Ok(start) = Offset::UTC.to_timestamp(first.at(0, 0, 0, 0)) else { return Vec::new() };
    let end = start.saturating_add(SignedDuration::from_hours(366 * 24)).unwrap_or(start);
    let mut offsets = vec![zone.to_offset(start)];
    offsets.extend(zone.following(start).take_while(|change| change.timestamp() < end).map(|change| change.offset()));
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn zone(name: &str) -> TimeZone {
        jiff::tz::TimeZoneDatabase::bundled().get(name).unwrap()
    }

    fn los_angeles() -> TimeZone {
        zone("America/Los_Angeles")
    }

    #[test]
    fn a_skipped_time_is_the_instant_the_gap_ends() {
        let skipped = moment(date(2027, 3, 14).at(2, 30, 0, 0), &los_angeles()).unwrap();
        assert_eq!(skipped.as_sent(), "2027-03-14T03:00:00-07:00", "02:00 becomes 03:00 that night");
        assert_eq!(skipped.dst, Some(Dst::Gap), "the host must be told");
        assert_eq!(skipped.civil, date(2027, 3, 14).at(2, 30, 0, 0), "the slot's own time is still shown");
    }

    #[test]
    fn a_repeated_time_is_the_earlier_instant() {
        let twice = moment(date(2026, 11, 1).at(1, 30, 0, 0), &los_angeles()).unwrap();
        assert_eq!(twice.as_sent(), "2026-11-01T01:30:00-07:00", "summer time comes first");
        assert_eq!(twice.dst, Some(Dst::Fold), "the host must be told");
    }

    #[test]
    fn a_fold_is_chosen_by_name() {
        let civil = date(2026, 11, 1).at(1, 30, 0, 0);
        let earlier = resolve(civil, &los_angeles(), Fold::Earlier).unwrap();
        let later = resolve(civil, &los_angeles(), Fold::Later).unwrap();
        assert_eq!(later.duration_since(earlier), SignedDuration::from_hours(1), "an hour lies between the two");
        assert_eq!(
            resolve(civil, &los_angeles(), Fold::Reject).unwrap_err(),
            TimeError::Twice { earlier, later },
            "rejecting names both"
        );
    }

    #[test]
    fn a_gap_carries_both_sides() {
        let gap = resolve(date(2027, 3, 14).at(2, 30, 0, 0), &los_angeles(), Fold::Earlier).unwrap_err();
        let ends = "2027-03-14T10:00:00Z".parse().unwrap();
        assert_eq!(
            gap,
            TimeError::Gap { before: jiff::tz::offset(-8), after: jiff::tz::offset(-7), ends },
            "both sides"
        );
    }

    #[test]
    fn aliases_keep_the_same_clock() {
        let alias = zone("US/Pacific");
        assert!(same_clock(&los_angeles(), &alias), "an alias is no disagreement");
        assert!(!same_clock(&los_angeles(), &zone("America/Vancouver")), "permanent since 2026");
        assert!(!same_clock(&los_angeles(), &zone("America/Phoenix")), "no summer time there");
    }

    #[test]
    fn the_offsets_of_a_year_are_known() {
        let offsets = offsets_in_year(&los_angeles(), 2026);
        assert!(
            offsets.contains(&jiff::tz::offset(-8)) && offsets.contains(&jiff::tz::offset(-7)),
            "winter and summer"
        );
        assert!(!offsets.contains(&jiff::tz::offset(-5)), "New York's is not one of them");
    }
}
