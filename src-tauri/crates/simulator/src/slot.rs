//! A door's slots as dormakaba's installer configured them, and the time-of-day strings in which Seam writes them.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::mint::Mint;

/// A slot as Seam shows it, with parsed times for matching if they are readable.
#[derive(Debug, Clone)]
pub struct Slot {
    pub id: String,
    pub name: String,
    pub prefix: usize,
    pub check_in: Option<Time>,
    pub check_out: Option<Time>,
    pub check_in_text: String,
    pub check_out_text: String,
    pub is_24_hour: bool,
    pub is_biweekly: bool,
    pub is_one_shot: bool,
    pub is_master: bool,
}

impl Slot {
    /// Whether Seam makes codes from this slot.
    pub const fn is_offered(&self) -> bool {
        !self.is_master && !self.is_one_shot
    }
}

/// A slot from a test (`POST /_sim/slots`). Times are written as given, so that nonsense can be tested.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SlotSpec {
    /// The slot's id; if empty, one is made from the name.
    pub id: String,
    /// The name that the installer gave it.
    pub name: String,
    /// `16:00:00[America/Los_Angeles]`, `16:00`, or anything.
    pub check_in_time: String,
    /// As `check_in_time`.
    pub check_out_time: String,
    /// From noon to noon, for example.
    pub is_24_hour: bool,
    /// Ranks after all others.
    pub is_biweekly_mode: bool,
    /// Not offered by Seam.
    pub is_one_shot: bool,
    /// Not offered by Seam.
    pub is_master: bool,
}

impl SlotSpec {
    /// A slot without flags.
    #[must_use]
    pub fn new(name: &str, check_in_time: &str, check_out_time: &str) -> Self {
        Self {
            name: name.to_owned(),
            check_in_time: check_in_time.to_owned(),
            check_out_time: check_out_time.to_owned(),
            ..Self::default()
        }
    }

    pub(crate) fn into_slot(self, prefix: usize, mint: &Mint) -> Slot {
        let id = if self.id.is_empty() { mint.lasting_id(&format!("level {}", self.name)) } else { self.id };
        Slot {
            id,
            name: self.name,
            prefix,
            check_in: leading_time(&self.check_in_time),
            check_out: leading_time(&self.check_out_time),
            check_in_text: self.check_in_time,
            check_out_text: self.check_out_time,
            is_24_hour: self.is_24_hour,
            is_biweekly: self.is_biweekly_mode,
            is_one_shot: self.is_one_shot,
            is_master: self.is_master,
        }
    }
}

/// The wall-clock time at the front of a time-of-day string, which is what the lock uses.
fn leading_time(text: &str) -> Option<Time> {
    let clock = text.split(['[', '+', '-', 'Z']).next()?;
    let plausible = clock.len() >= 5 && clock.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.');
    if plausible { clock.parse().ok() } else { None }
}

/// The forms of time-of-day strings seen in Seam's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `16:00:00[America/Los_Angeles]`
    Full,
    /// `15:30:00-08:00[America/Los_Angeles]`: the offset is redundant and half the year wrong.
    WithOffset,
    /// `16:00[America/Los_Angeles]`
    Short,
    /// `16:00:00.000[America/Los_Angeles]`
    Fraction,
    /// `09:00:00-05:00`
    OffsetOnly,
    /// `16:00`, as the Homeowner's Portal writes it.
    Bare,
}

impl Form {
    /// The four forms that name the zone, in turn.
    pub const fn mixed(turn: usize) -> Self {
        match turn % 4 {
            0 => Self::Full,
            1 => Self::WithOffset,
            2 => Self::Short,
            _ => Self::Fraction,
        }
    }

    pub fn write(self, time: Time, zone_name: &str, zone: &TimeZone) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self {
            Self::Full => format!("{hour:02}:{minute:02}:00[{zone_name}]"),
            Self::WithOffset => format!("{hour:02}:{minute:02}:00{}[{zone_name}]", standard_offset(zone)),
            Self::Short => format!("{hour:02}:{minute:02}[{zone_name}]"),
            Self::Fraction => format!("{hour:02}:{minute:02}:00.000[{zone_name}]"),
            Self::OffsetOnly => format!("{hour:02}:{minute:02}:00{}", standard_offset(zone)),
            Self::Bare => format!("{hour:02}:{minute:02}"),
        }
    }
}

/// The offset of a fixed January day, as `-08:00`.
fn standard_offset(zone: &TimeZone) -> String {
    const JANUARY: i64 = 1_768_435_200;
    let seconds = Timestamp::from_second(JANUARY).map_or(0, |day| zone.to_offset(day).seconds());
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", seconds.abs() / 3_600, seconds.abs() % 3_600 / 60)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use jiff::tz::TimeZoneDatabase;

    use super::*;

    #[test]
    fn writes_every_form_and_reads_it_back() {
        let zone = TimeZoneDatabase::bundled().get("America/Los_Angeles").unwrap();
        let write = |form: Form| form.write(time(15, 30, 0, 0), "America/Los_Angeles", &zone);
        assert_eq!(write(Form::WithOffset), "15:30:00-08:00[America/Los_Angeles]", "the standard offset is written");
        assert_eq!(write(Form::OffsetOnly), "15:30:00-08:00", "or the offset alone");
        for form in [Form::Full, Form::WithOffset, Form::Short, Form::Fraction, Form::OffsetOnly, Form::Bare] {
            assert_eq!(leading_time(&write(form)), Some(time(15, 30, 0, 0)), "{form:?} is read by its clock time");
        }
    }

    #[test]
    fn unreadable_text_has_no_time() {
        for text in ["", "25:00", "noon", "16", "16:61:00[UTC]", "-16:00", "T16:00"] {
            assert_eq!(leading_time(text), None, "{text:?} is not a time of day");
        }
    }
}
