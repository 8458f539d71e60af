//! Civil times as they are written (for programs) and in words (for people): in the current language, by the clock that
//! is set.
//!
//! Refuses: instants, zones and offsets. The caller knows whose clock it is.

use jiff::civil::{Date, DateTime, Time};

use crate::{ClockStyle, Language, clock, say, speaking, spoken};

/// `2026-12-03T16:00`, with seconds if there are any.
pub fn written_civil(at: DateTime) -> String {
    format!("{}T{}", at.date().strftime("%Y-%m-%d"), written_time(at.time()))
}

/// `16:00`, with seconds if there are any.
pub fn written_time(time: Time) -> String {
    match (time.second(), time.subsec_nanosecond() / 1_000_000) {
        (0, 0) => time.strftime("%H:%M").to_string(),
        (_, 0) => time.strftime("%H:%M:%S").to_string(),
        (_, millis) => format!("{}.{millis:03}", time.strftime("%H:%M:%S")),
    }
}

/// `16:00`; `4:00 PM`, `12:00 noon` or `12:00 midnight` if the 12-hour clock is set and the language has it.
///
/// Seconds are shown if there are any: a window is never shown rounder than it is.
pub fn said_time(time: Time) -> String {
    if clock() == ClockStyle::Hours24 || !spoken().has("clock-morning") {
        return written_time(time);
    }
    let seconds = time.second();
    let shown = time.strftime(if seconds == 0 { "%-I:%M" } else { "%-I:%M:%S" }).to_string();
    match (time.hour(), time.minute(), seconds) {
        (0, 0, 0) => say!("clock-midnight", time = shown),
        (12, 0, 0) => say!("clock-noon", time = shown),
        (..12, ..) => say!("clock-morning", time = shown),
        (12.., ..) => say!("clock-afternoon", time = shown),
    }
}

/// `3 Dec 2026, 16:00`.
pub fn said(at: DateTime) -> String {
    let (day, month, year) = parts(at.date());
    say!("time-said", day = day, month = month, year = year, time = said_time(at.time()))
}

/// `3 Dec 2026`.
pub fn said_day(date: Date) -> String {
    let (day, month, year) = parts(date);
    say!("time-day", day = day, month = month, year = year)
}

/// The parts of a date as texts, so that they do not choose a plural.
fn parts(date: Date) -> (String, String, String) {
    (date.day().to_string(), nth(&say!("time-months"), date.month()), date.year().to_string())
}

/// The word at a position, counted from 1.
fn nth(words: &str, at: i8) -> String {
    let at = usize::try_from(at).unwrap_or_default();
    words.split(' ').nth(at.saturating_sub(1)).unwrap_or_default().to_owned()
}

/// `Thu 3 Dec 2026 16:00`.
pub fn said_with_weekday(at: DateTime) -> String {
    let (day, month, year) = parts(at.date());
    let (weekday, time) = (short_weekday(at.date()), said_time(at.time()));
    say!("time-long", weekday = weekday, day = day, month = month, year = year, time = time)
}

/// `Thu 3 Dec 16:00`.
pub fn said_without_year(at: DateTime) -> String {
    let (day, month, _) = parts(at.date());
    say!("time-short", weekday = short_weekday(at.date()), day = day, month = month, time = said_time(at.time()))
}

fn short_weekday(date: Date) -> String {
    nth(&say!("time-weekdays"), date.weekday().to_monday_one_offset())
}

/// `Thursday, 3 December 2026`, in any language of guests.
pub fn long_date(date: Date) -> String {
    let (month, year) = (nth(&say!("date-months"), date.month()), date.year().to_string());
    let day = if date.day() == 1 { say!("date-first") } else { date.day().to_string() };
    say!("date-long", weekday = weekday(date), day = day, month = month, year = year)
}

fn weekday(date: Date) -> String {
    nth(&say!("date-weekdays"), date.weekday().to_monday_one_offset())
}

/// The names of the months in each host language, for reading a date as it is typed.
pub fn month_names() -> Vec<Vec<String>> {
    names(|| say!("date-months"))
}

/// The names of the days of the week, from Monday, likewise.
pub fn weekday_names() -> Vec<Vec<String>> {
    names(|| say!("date-weekdays"))
}

fn names(listed: impl Fn() -> String) -> Vec<Vec<String>> {
    let of = |language| speaking(language, &listed).split(' ').map(str::to_owned).collect();
    Language::hosts().map(of).collect()
}

/// At midnight, adds which night it is, so that a guest does not come a day late.
pub fn night(at: DateTime) -> Option<String> {
    let is_midnight = at.hour() == 0 && at.minute() == 0;
    let before = at.date().yesterday().ok().filter(|_| is_midnight)?;
    Some(say!("date-night", from = weekday(before), to = weekday(at.date())))
}

/// `Thursday, 3 December 2026, 16:00`, as in a sentence; at midnight with the night.
pub fn said_in_full(at: DateTime) -> String {
    let said = say!("date-with-time", date = long_date(at.date()), time = said_time(at.time()));
    night(at).map_or(said.clone(), |night| format!("{said} ({night})"))
}

/// `3 Dec 2026, 16:00 to 6 Dec 2026, 10:00`, from two times in words.
pub fn from_to(from: &str, to: &str) -> String {
    say!("time-from-to", from = from, to = to)
}

/// `… lock time`, added to a time or a window in words.
pub fn lock_time(at: impl Into<String>) -> String {
    say!("time-lock", at = at.into())
}

/// `… UTC`, if the door's clock is not known.
pub fn utc(at: impl Into<String>) -> String {
    say!("time-utc", at = at.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telling_time_by;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    fn in_language<T>(tag: &str, then: impl FnOnce() -> T) -> T {
        speaking(Language::from_tag(tag).unwrap(), then)
    }

    #[test]
    fn a_moment_reads_as_each_language_writes_it() {
        let cases = [
            ("en", "Thursday, 3 December 2026, 16:00"),
            ("es", "jueves, 3 de diciembre de 2026, 16:00"),
            ("fr", "jeudi 3 décembre 2026 à 16:00"),
            ("de", "Donnerstag, 3. Dezember 2026, 16:00 Uhr"),
            ("it", "giovedì 3 dicembre 2026, ore 16:00"),
        ];
        for (tag, said) in cases {
            assert_eq!(in_language(tag, || said_in_full(at("2026-12-03T16:00"))), said, "{tag}");
        }
        let first = |tag| in_language(tag, || long_date(at("2027-03-01T10:00").date()));
        assert_eq!(first("fr"), "lundi 1er mars 2027", "French says the first of a month");
        assert_eq!(first("it"), "lunedì 1º marzo 2027", "so does Italian");
    }

    #[test]
    fn twelve_hours_are_not_ambiguous() {
        let cases = [
            ("00:00", "12:00 midnight"),
            ("00:30", "12:30 AM"),
            ("09:05", "9:05 AM"),
            ("12:00", "12:00 noon"),
            ("12:01", "12:01 PM"),
            ("16:00", "4:00 PM"),
            ("23:59:30", "11:59:30 PM"),
        ];
        let by_twelve = |tag, time: &str| {
            in_language(tag, || telling_time_by(ClockStyle::Hours12, || said_time(time.parse().unwrap())))
        };
        for (time, shown) in cases {
            assert_eq!(by_twelve("en", time), shown, "{time} on a clock of twelve hours");
        }
        assert_eq!(by_twelve("es", "12:00"), "12:00 del mediodía", "Spanish has its own words");
        assert_eq!(by_twelve("fr", "16:00"), "16:00", "French has no AM and PM");
        assert_eq!(said_time(at("2026-12-03T23:59:30").time()), "23:59:30", "seconds where there are any");
    }

    #[test]
    fn sentences_are_told_by_the_clock_that_is_set() {
        let noon = at("2026-12-03T12:00");
        let said =
            telling_time_by(ClockStyle::Hours12, || [said(noon), said_with_weekday(noon), said_without_year(noon)]);
        assert_eq!(said, ["3 Dec 2026, 12:00 noon", "Thu 3 Dec 2026 12:00 noon", "Thu 3 Dec 12:00 noon"], "every form");
    }

    #[test]
    fn midnight_says_which_night_it_is() {
        let said = "Friday, 4 December 2026, 00:00 (the night from Thursday to Friday)";
        assert_eq!(said_in_full(at("2026-12-04T00:00")), said, "nobody should come a day late");
        assert_eq!(night(at("2026-12-04T00:01")), None, "only midnight is doubtful");
    }
}
