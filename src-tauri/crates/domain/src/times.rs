//! Now, by two clocks: this computer's and Seam's.
//!
//! Seam's clock is either read in this run, or this computer's as corrected at the last sync. Setting this computer's
//! clock since then makes the correction wrong, so a corrected time alone decides nothing: a moment is past when it is
//! past by both.

use jiff::{SignedDuration, Timestamp};

/// The host is warned if the clocks are further apart than this.
const NOTICEABLE: SignedDuration = SignedDuration::from_mins(1);

/// This computer's time, for the record, and the best known one, for the dates that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub now: Timestamp,
    pub server_now: Timestamp,
    is_heard: bool,
}

impl Times {
    /// Seam's clock as its answers in this run report it: it needs no other.
    pub fn heard(now: Timestamp, server_now: Timestamp) -> Self {
        Self { now, server_now, is_heard: true }
    }

    /// This computer's clock, corrected by how far Seam's was ahead of it at the last sync.
    pub fn corrected(now: Timestamp, skew_ms: Option<i64>) -> Self {
        let skew = SignedDuration::from_millis(skew_ms.unwrap_or_default());
        Self { now, server_now: now.checked_add(skew).unwrap_or(now), is_heard: false }
    }

    /// Whether a moment is past, whichever clock is right.
    ///
    /// ```
    /// use domain::times::Times;
    /// let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
    /// let noon = at("2026-12-03T12:00:00Z");
    /// // The clock was eight hours behind at the last sync, and has been set right since.
    /// let times = Times::corrected(noon, Some(8 * 3_600_000));
    /// assert!(times.is_past(noon), "it is noon by one clock, and evening by the other");
    /// assert!(!times.is_past(at("2026-12-03T18:00:00Z")), "only the corrected clock says so");
    /// ```
    pub fn is_past(self, moment: Timestamp) -> bool {
        moment <= self.earliest()
    }

    /// The earliest that it can be: for times that must not end, or places that must not come free, too soon.
    pub fn earliest(self) -> Timestamp {
        if self.is_heard { self.server_now } else { self.now.min(self.server_now) }
    }

    /// The latest that it can be: for warnings that must come in time.
    pub fn latest(self) -> Timestamp {
        if self.is_heard { self.server_now } else { self.now.max(self.server_now) }
    }

    /// Whether Seam's clock was read in this run.
    pub fn is_heard(self) -> bool {
        self.is_heard
    }

    /// Seam's clock less this computer's, if they are apart.
    pub fn skew(self) -> Option<SignedDuration> {
        let skew = self.server_now.duration_since(self.now);
        are_apart(skew).then_some(skew)
    }
}

/// Whether a difference between this computer's clock and Seam's is worth a word.
pub fn are_apart(skew: SignedDuration) -> bool {
    skew.unsigned_abs() > NOTICEABLE.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-12-03T12:00:00Z".parse().unwrap()
    }

    fn after_noon(hours: i64) -> Timestamp {
        noon().checked_add(SignedDuration::from_hours(hours)).unwrap()
    }

    #[test]
    fn a_corrected_clock_decides_nothing_alone() {
        for hours in [8, 5 * 24, 40 * 24] {
            let behind = Times::corrected(noon(), Some(hours * 3_600_000));
            assert!(
                !behind.is_past(after_noon(1)),
                "{hours} h behind at the last sync: this computer may be right by now"
            );
            assert_eq!((behind.earliest(), behind.latest()), (noon(), after_noon(hours)), "{hours} h");
            let ahead = Times::corrected(noon(), Some(-hours * 3_600_000));
            assert!(!ahead.is_past(after_noon(-1)), "{hours} h ahead at the last sync: it may still be");
            assert!(ahead.is_past(after_noon(-hours)), "{hours} h: past by both");
        }
    }

    #[test]
    fn seams_clock_decides_alone() {
        for hours in [-40 * 24, 40 * 24] {
            let times = Times::heard(after_noon(hours), noon());
            assert!(times.is_past(noon()) && !times.is_past(after_noon(1)), "this computer's clock is {hours} h off");
            assert_eq!((times.earliest(), times.latest()), (noon(), noon()), "there is no doubt");
        }
    }

    #[test]
    fn clocks_more_than_a_minute_apart_are_reported() {
        let skew = |millis| Times::corrected(noon(), Some(millis)).skew().map(|skew| skew.as_millis());
        assert_eq!(skew(60_000), None, "a minute is not");
        assert_eq!(skew(-60_000), None, "nor is a minute ahead");
        assert_eq!((skew(60_001), skew(-60_001)), (Some(60_001), Some(-60_001)), "more is");
        assert_eq!(Times::corrected(noon(), None).skew(), None, "nothing is known");
    }

    #[test]
    fn any_clock_difference_is_handled() {
        for now in [Timestamp::MIN, noon(), Timestamp::MAX] {
            for skew in [i64::MIN, -1, 1, i64::MAX] {
                let times = Times::corrected(now, Some(skew));
                assert!(times.earliest() <= now, "{now} with {skew} ms is never later than this computer's");
                assert!(times.latest() >= now, "{now} with {skew} ms is never earlier than this computer's");
            }
        }
    }
}
