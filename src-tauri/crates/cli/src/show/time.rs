//! Times as a host reads them. All are the lock's own, and labelled as such.

use jiff::{SignedDuration, Timestamp};
use words::civil::{said_with_weekday, said_without_year};
use words::say;

/// `2026-12-03T16:00` as `Thu 3 Dec 2026 16:00`; anything else unchanged.
pub fn long(civil: &str) -> String {
    civil.parse().map_or_else(|_| civil.to_owned(), said_with_weekday)
}

/// The same without the year, for tables.
pub fn short(civil: &str) -> String {
    civil.parse().map_or_else(|_| civil.to_owned(), said_without_year)
}

/// The age of an instant: `now`, `5 min ago`, `3 h ago`, `2 d ago`.
pub fn ago(at: &str, now: Timestamp) -> String {
    let Ok(at) = at.parse::<Timestamp>() else { return at.to_owned() };
    let since = now.duration_since(at).max(SignedDuration::ZERO);
    match (since.as_hours() / 24, since.as_hours(), since.as_mins()) {
        (0, 0, 0) => say!("time-just-now"),
        (0, 0, minutes) => say!("time-minutes-ago", minutes = minutes),
        (0, hours, _) => say!("time-hours-ago", hours = hours),
        (days, _, _) => say!("time-days-ago", days = days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_their_weekday() {
        assert_eq!(long("2026-12-03T16:00"), "Thu 3 Dec 2026 16:00", "a host plans by weekdays");
        assert_eq!(short("2026-12-03T16:00:30"), "Thu 3 Dec 16:00:30", "never rounder than it is");
        assert_eq!(long("soon"), "soon", "unreadable text is shown as it is");
    }

    #[test]
    fn ages_have_one_unit() {
        let now: Timestamp = "2026-12-03T12:00:00Z".parse().unwrap();
        let cases = [
            ("2026-12-03T12:00:30Z", "just now"),
            ("2026-12-03T11:55:00Z", "5 min ago"),
            ("2026-12-03T09:00:00Z", "3 h ago"),
            ("2026-12-01T09:00:00Z", "2 d ago"),
        ];
        for (at, expected) in cases {
            assert_eq!(ago(at, now), expected, "{at} seen at noon");
        }
    }
}
