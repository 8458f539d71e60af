//! Civil times as they are written (for programs) and as they are said (for people).
//!
//! Refuses: instants, zones and offsets. Whose clock it is, the caller knows.

use jiff::civil::{Date, DateTime, Time};

use crate::say;

/// `2026-12-03T16:00`, with seconds where there are any.
pub fn written_civil(at: DateTime) -> String {
    format!("{}T{}", at.date().strftime("%Y-%m-%d"), written_time(at.time()))
}

/// `16:00`, with seconds where there are any.
pub fn written_time(time: Time) -> String {
    match (time.second(), time.subsec_nanosecond() / 1_000_000) {
        (0, 0) => time.strftime("%H:%M").to_string(),
        (_, 0) => time.strftime("%H:%M:%S").to_string(),
        (_, millis) => format!("{}.{millis:03}", time.strftime("%H:%M:%S")),
    }
}

/// `3 Dec 2026, 16:00`.
pub fn said(at: DateTime) -> String {
    let (day, month, year) = parts(at.date());
    say!("time-said", day = day, month = month, year = year, time = written_time(at.time()))
}

/// `3 Dec 2026`.
pub fn said_day(date: Date) -> String {
    let (day, month, year) = parts(date);
    say!("time-day", day = day, month = month, year = year)
}

/// The parts of a date as texts: they choose no plural.
fn parts(date: Date) -> (String, String, String) {
    let months = say!("time-months");
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| months.split(' ').nth(month));
    (date.day().to_string(), month.unwrap_or_default().to_owned(), date.year().to_string())
}

/// `3 Dec 2026, 16:00 to 6 Dec 2026, 10:00`, of two times as they are said.
pub fn from_to(from: &str, to: &str) -> String {
    say!("time-from-to", from = from, to = to)
}

/// `… lock time`, of a time or a window as it is said.
pub fn lock_time(at: impl Into<String>) -> String {
    say!("time-lock", at = at.into())
}

/// `… UTC`, where the clock of the door is not known.
pub fn utc(at: impl Into<String>) -> String {
    say!("time-utc", at = at.into())
}
