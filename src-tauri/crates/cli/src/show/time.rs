//! Times as a host reads them. All are the lock's own, and said to be where they stand.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use words::say;

/// `2026-12-03T16:00` as `Thu 3 Dec 2026 16:00`; anything else as it is.
pub fn long(civil: &str) -> String {
    shown(civil, |parts| {
        say!(
            "time-long",
            weekday = parts.weekday,
            day = parts.day,
            month = parts.month,
            year = parts.year,
            time = parts.time
        )
    })
}

/// The same without the year, for tables.
pub fn short(civil: &str) -> String {
    shown(civil, |parts| {
        say!("time-short", weekday = parts.weekday, day = parts.day, month = parts.month, time = parts.time)
    })
}

/// A time in the words of the host's language.
struct Parts {
    weekday: String,
    day: String,
    month: String,
    year: String,
    time: String,
}

fn shown(civil: &str, form: impl Fn(Parts) -> String) -> String {
    let Ok(at) = civil.parse::<DateTime>() else { return civil.to_owned() };
    let nth =
        |words: &str, at: i8| usize::try_from(at - 1).ok().and_then(|at| words.split(' ').nth(at)).map(str::to_owned);
    form(Parts {
        weekday: nth(&say!("time-weekdays"), at.weekday().to_monday_one_offset()).unwrap_or_default(),
        day: at.day().to_string(),
        month: nth(&say!("time-months"), at.month()).unwrap_or_default(),
        year: at.year().to_string(),
        time: at.strftime("%H:%M").to_string(),
    })
}

/// How long ago an instant was: `now`, `5 min ago`, `3 h ago`, `2 d ago`.
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
    fn times_are_said_with_their_weekday() {
        assert_eq!(long("2026-12-03T16:00"), "Thu 3 Dec 2026 16:00", "a host plans by weekdays");
        assert_eq!(short("2026-12-03T16:00:30"), "Thu 3 Dec 16:00", "seconds never matter at a door");
        assert_eq!(long("soon"), "soon", "what cannot be read is shown as it is");
    }

    #[test]
    fn ages_are_said_in_one_unit() {
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
