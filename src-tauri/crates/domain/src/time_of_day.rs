//! Time-of-day texts of slots, in every form that Seam has been seen to use (docs/design.md, "Matching", 1).
//!
//! `HH:MM[:SS[.fff]]`, then optionally an offset (`Z`, `±HH:MM`), then optionally `[Zone]`.

use jiff::civil::Time;
use jiff::tz::Offset;

use crate::instant::is_plausible;

/// A time of day in a slot. The zone is only a name here; the zone tables decide whether it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    pub time: Time,
    pub offset: Option<Offset>,
    pub zone: Option<String>,
}

/// A fault in a time-of-day text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeOfDayFault {
    #[error("the time is missing")]
    Missing,
    #[error("the time is longer than any time of day")]
    TooLong,
    #[error("the clock time is not HH:MM, HH:MM:SS or HH:MM:SS.fff")]
    Clock,
    #[error("the offset is not Z or ±HH:MM")]
    Offset,
    #[error("the offset is more than 14 hours from UTC")]
    FarOffset,
    #[error("the zone is not written as [Area/City]")]
    Zone,
}

/// No zone name is longer than 60 characters, so nothing longer than this is a time of day.
const LONGEST: usize = 96;

impl TimeOfDay {
    /// Reads one text.
    ///
    /// ```
    /// use domain::time_of_day::TimeOfDay;
    /// let four = TimeOfDay::parse("16:00:00-08:00[America/Los_Angeles]").unwrap();
    /// assert_eq!(four.time, jiff::civil::time(16, 0, 0, 0));
    /// assert_eq!(four.zone.as_deref(), Some("America/Los_Angeles"));
    /// ```
    ///
    /// # Errors
    /// [`TimeOfDayFault`] names the part that could not be read.
    pub fn parse(text: &str) -> Result<Self, TimeOfDayFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TimeOfDayFault::Missing);
        }
        if text.len() > LONGEST {
            return Err(TimeOfDayFault::TooLong);
        }
        let (rest, zone) = split_zone(text)?;
        let (clock, offset) = split_offset(rest)?;
        Ok(Self { time: parse_clock(clock)?, offset, zone })
    }

    /// Whether the text gave an offset but no zone.
    pub fn is_offset_only(&self) -> bool {
        self.zone.is_none() && self.offset.is_some()
    }
}

fn split_zone(text: &str) -> Result<(&str, Option<String>), TimeOfDayFault> {
    let Some(open) = text.find('[') else { return Ok((text, None)) };
    let (rest, bracketed) = text.split_at(open);
    let name = bracketed.strip_prefix('[').and_then(|name| name.strip_suffix(']')).ok_or(TimeOfDayFault::Zone)?;
    let known_letters = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
    if name.is_empty() || !name.bytes().all(known_letters) {
        return Err(TimeOfDayFault::Zone);
    }
    Ok((rest, Some(name.to_owned())))
}

fn split_offset(text: &str) -> Result<(&str, Option<Offset>), TimeOfDayFault> {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return Ok((clock, Some(Offset::UTC)));
    }
    let Some(at) = text.find(['+', '-']) else { return Ok((text, None)) };
    let (clock, signed) = text.split_at(at);
    let (sign, digits) = signed.split_at(1);
    let (hours, minutes) = digits.split_once(':').ok_or(TimeOfDayFault::Offset)?;
    let (hours, minutes) = (two_digits(hours), two_digits(minutes));
    let seconds = match (hours, minutes) {
        (Some(hours), Some(minutes @ 0..=59)) => (hours * 60 + minutes) * 60,
        (_, _) => return Err(TimeOfDayFault::Offset),
    };
    let signed = if sign == "-" { -seconds } else { seconds };
    let offset = Offset::from_seconds(signed).ok().filter(|offset| is_plausible(*offset));
    offset.map(|offset| (clock, Some(offset))).ok_or(TimeOfDayFault::FarOffset)
}

fn parse_clock(text: &str) -> Result<Time, TimeOfDayFault> {
    let mut parts = text.split(':');
    let hour = parts.next().and_then(two_digits);
    let minute = parts.next().and_then(two_digits);
    let (second, millis) = match parts.next() {
        None => (Some(0), Some(0)),
        Some(seconds) => match seconds.split_once('.') {
            None => (two_digits(seconds), Some(0)),
            Some((whole, fraction)) => (two_digits(whole), parse_fraction(fraction)),
        },
    };
    if parts.next().is_some() {
        return Err(TimeOfDayFault::Clock);
    }
    let narrow = |part: Option<i32>| part.and_then(|part| i8::try_from(part).ok()).ok_or(TimeOfDayFault::Clock);
    let nanos = millis.ok_or(TimeOfDayFault::Clock)? * 1_000_000;
    Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, nanos).map_err(|_| TimeOfDayFault::Clock)
}

fn two_digits(text: &str) -> Option<i32> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// One to three digits of a second, as milliseconds.
fn parse_fraction(text: &str) -> Option<i32> {
    let is_fraction = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction.then(|| format!("{text:0<3}").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn every_form_that_occurs_is_read() {
        let cases = [
            ("07:00:00[America/Los_Angeles]", time(7, 0, 0, 0), None, Some("America/Los_Angeles")),
            ("15:30:00[PST8PDT]", time(15, 30, 0, 0), None, Some("PST8PDT")),
            ("15:30:00-08:00[America/Los_Angeles]", time(15, 30, 0, 0), Some(-8 * 3600), Some("America/Los_Angeles")),
            ("16:00[America/Denver]", time(16, 0, 0, 0), None, Some("America/Denver")),
            ("01:23:12.543[Etc/GMT+5]", time(1, 23, 12, 543_000_000), None, Some("Etc/GMT+5")),
            ("09:00:00-05:00", time(9, 0, 0, 0), Some(-5 * 3600), None),
            ("09:00:00+05:45", time(9, 0, 0, 0), Some(5 * 3600 + 45 * 60), None),
            ("09:00:00+14:00", time(9, 0, 0, 0), Some(14 * 3600), None),
            ("09:00:00Z", time(9, 0, 0, 0), Some(0), None),
            ("09:00", time(9, 0, 0, 0), None, None),
            (" 00:00:00.5 ", time(0, 0, 0, 500_000_000), None, None),
        ];
        for (text, time, offset, zone) in cases {
            let read = TimeOfDay::parse(text).unwrap();
            assert_eq!(read.time, time, "clock time of {text}");
            assert_eq!(read.offset.map(Offset::seconds), offset, "offset of {text}");
            assert_eq!(read.zone.as_deref(), zone, "zone of {text}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_the_part_at_fault() {
        let cases = [
            ("", TimeOfDayFault::Missing),
            ("4pm", TimeOfDayFault::Clock),
            ("24:00", TimeOfDayFault::Clock),
            ("16:60", TimeOfDayFault::Clock),
            ("16:00:61", TimeOfDayFault::Clock),
            ("6:00", TimeOfDayFault::Clock),
            ("16", TimeOfDayFault::Clock),
            ("16:00:00:00", TimeOfDayFault::Clock),
            ("16:00:00.1234", TimeOfDayFault::Clock),
            ("１６:00", TimeOfDayFault::Clock),
            ("16:00-8", TimeOfDayFault::Offset),
            ("16:00-08:60", TimeOfDayFault::Offset),
            ("16:00+14:01", TimeOfDayFault::FarOffset),
            ("16:00-18:00", TimeOfDayFault::FarOffset),
            ("16:00+99:00[America/Los_Angeles]", TimeOfDayFault::FarOffset),
            ("16:00[America/Los_Angeles", TimeOfDayFault::Zone),
            ("16:00[]", TimeOfDayFault::Zone),
            ("16:00[../../etc/passwd]", TimeOfDayFault::Zone),
            ("16:00[America/Los Angeles]", TimeOfDayFault::Zone),
        ];
        for (text, fault) in cases {
            assert_eq!(TimeOfDay::parse(text).unwrap_err(), fault, "fault of {text:?}");
        }
        assert_eq!(TimeOfDay::parse(&"1".repeat(10_000)).unwrap_err(), TimeOfDayFault::TooLong, "10 kB is not a time");
    }
}
