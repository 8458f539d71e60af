//! Dates and times as a host types them.

use jiff::civil::{Date, Time};

/// Longer text is not a date or a time.
const LONGEST: usize = 24;

/// `2026-12-03`.
pub fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let is_iso = text.len() == 10 && text.bytes().enumerate().all(|(place, byte)| fits_iso(place, byte));
    is_iso.then(|| text.parse().ok()).flatten()
}

fn fits_iso(place: usize, byte: u8) -> bool {
    if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
}

/// `15:45`, `1545`, `3:45 pm`, `4pm`, `16`, also with a point or an h (`15.45`, `4 p.m.`, `16h30`), and as the 12-hour
/// clock shows it (`12:00 noon`). A bare hour is on the
/// 24-hour clock.
pub fn time(text: &str) -> Option<Time> {
    if text.len() > LONGEST {
        return None;
    }
    let letters: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = letters.to_lowercase();
    let (clock, half) = split_half(plain.strip_suffix('h').unwrap_or(&plain));
    let (hour, minute) = hour_and_minute(clock)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    Time::new(hour, minute, 0, 0).ok()
}

enum Half {
    Morning,
    Afternoon,
}

/// The host languages' words, as they are typed and as times are shown (`clock-…`).
fn split_half(text: &str) -> (&str, Option<Half>) {
    let ended = |ends: [&str; 5]| ends.into_iter().find_map(|end| text.strip_suffix(end));
    if let Some(clock) = ended(["p.m.", "pm", "p", "noon", "delmediodía"]) {
        return (clock, Some(Half::Afternoon));
    }
    if let Some(clock) = ended(["a.m.", "am", "a", "midnight", "delamedianoche"]) {
        return (clock, Some(Half::Morning));
    }
    (text, None)
}

fn hour_and_minute(clock: &str) -> Option<(i8, i8)> {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i8>().ok()).flatten();
    if let Some((hour, minute)) = clock.split_once([':', '.', 'h']) {
        let is_whole = (1..=2).contains(&hour.len()) && minute.len() == 2;
        return is_whole.then(|| Some((number(hour)?, number(minute)?))).flatten();
    }
    match clock.len() {
        1 | 2 => Some((number(clock)?, 0)),
        3 | 4 => {
            let (hour, minute) = clock.split_at_checked(clock.len() - 2)?;
            Some((number(hour)?, number(minute)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_as_hosts_type_them() {
        let cases = [
            ("15:45", Some((15, 45))),
            ("1545", Some((15, 45))),
            ("3:45 pm", Some((15, 45))),
            ("4pm", Some((16, 0))),
            ("4 P.M.", Some((16, 0))),
            ("4 p", Some((16, 0))),
            ("12am", Some((0, 0))),
            ("12 pm", Some((12, 0))),
            ("12:30am", Some((0, 30))),
            ("345pm", Some((15, 45))),
            ("9:05", Some((9, 5))),
            ("905", Some((9, 5))),
            ("15.45", Some((15, 45))),
            (" 00:00 ", Some((0, 0))),
            ("3:45\u{202f}pm", Some((15, 45))),
            ("11", Some((11, 0))),
            ("11am", Some((11, 0))),
            ("4", Some((4, 0))),
            ("16h", Some((16, 0))),
            ("16h30", Some((16, 30))),
            ("16:30 h", Some((16, 30))),
            ("12:00 noon", Some((12, 0))),
            ("12:00 midnight", Some((0, 0))),
            ("12:00 del mediodía", Some((12, 0))),
            ("24", None),
            ("h", None),
            ("24:00", None),
            ("15:60", None),
            ("13pm", None),
            ("0am", None),
            ("15:4", None),
            ("15:45:00", None),
            ("pm", None),
            ("", None),
            ("-1:30", None),
            ("+345", None),
            ("noon", None),
            ("１５:４５", None),
            ("ä45", None),
        ];
        for (text, expected) in cases {
            let read = time(text).map(|time| (time.hour(), time.minute()));
            assert_eq!(read, expected, "{text:?}");
        }
        assert_eq!(time(&"1".repeat(10_000)), None, "ten kilobytes are no time");
    }

    #[test]
    fn only_complete_and_real_dates_are_read() {
        let cases = [
            ("2026-12-03", true),
            (" 2028-02-29 ", true),
            ("2027-02-29", false),
            ("2026-13-01", false),
            ("20261203", false),
            ("2026-12-3", false),
            ("2026-12-03T00:00", false),
            ("３026-12-0", false),
            ("", false),
        ];
        for (text, is_date) in cases {
            assert_eq!(date(text).is_some(), is_date, "{text:?}");
        }
    }
}
