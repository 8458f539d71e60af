//! Civil times (`2026-12-03T16:00`) as they are read in five languages.
//!
//! Refuses: zones and offsets. What is printed is what the view says, on the clock that the view says.

use jiff::civil::{Date, DateTime, Time, Weekday};
use wire::window::ClockStyle;

use crate::{Error, Tongue};

/// A moment on a door's clock, in a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Civil {
    at: DateTime,
    tongue: Tongue,
    clock: ClockStyle,
}

impl Civil {
    pub(crate) fn read(text: &str, tongue: Tongue, clock: ClockStyle) -> Result<Self, Error> {
        text.parse().map(|at| Self { at, tongue, clock }).map_err(|_| Error::Time)
    }

    /// `Thursday, 3 December 2026`
    pub(crate) fn long_date(self) -> String {
        let (weekday, month) = (weekday(self.tongue, self.at.date().weekday()), self.month());
        let (day, year) = (self.at.day(), self.at.year());
        match self.tongue {
            Tongue::En => format!("{weekday}, {day} {month} {year}"),
            Tongue::Es => format!("{weekday}, {day} de {month} de {year}"),
            Tongue::Fr if day == 1 => format!("{weekday} 1er {month} {year}"),
            Tongue::It if day == 1 => format!("{weekday} 1º {month} {year}"),
            Tongue::Fr | Tongue::It => format!("{weekday} {day} {month} {year}"),
            Tongue::De => format!("{weekday}, {day}. {month} {year}"),
        }
    }

    /// `3 Dec 2026`
    pub(crate) fn short_date(self) -> String {
        let month: String = self.month().chars().take(3).collect();
        format!("{} {month} {}", self.at.day(), self.at.year())
    }

    /// `16:00`, or `4:00 PM` where that is wanted and usual.
    pub(crate) fn time(self) -> String {
        let time = self.at.time();
        match (self.clock, self.tongue) {
            (ClockStyle::Hours12, Tongue::En) => twelve(time, ["AM", "PM"]),
            (ClockStyle::Hours12, Tongue::Es) => twelve(time, ["a.\u{a0}m.", "p.\u{a0}m."]),
            (ClockStyle::Hours24 | ClockStyle::Hours12, _) => twenty_four(time),
        }
    }

    /// `3 Dec 2026, 16:00`
    pub(crate) fn short(self) -> String {
        format!("{}, {}", self.short_date(), self.time())
    }

    /// `Thursday, 3 December 2026, 16:00`, as it stands in a sentence, with its note.
    pub(crate) fn in_sentence(self) -> String {
        let (date, time) = (self.long_date(), self.time());
        let said = match self.tongue {
            Tongue::En | Tongue::Es => format!("{date}, {time}"),
            Tongue::Fr => format!("{date} à {time}"),
            Tongue::De => format!("{date}, {time} Uhr"),
            Tongue::It => format!("{date}, ore {time}"),
        };
        self.note().map_or(said.clone(), |note| format!("{said} ({note})"))
    }

    /// What keeps a time from being taken for another one: at midnight which night it is, at `12:00 PM` that it is noon.
    pub(crate) fn note(self) -> Option<String> {
        let noon =
            || self.is_noon_of_twelve().then(|| if self.tongue == Tongue::Es { "mediodía" } else { "noon" }.to_owned());
        self.night().or_else(noon)
    }

    fn is_noon_of_twelve(self) -> bool {
        let has_halves = self.clock == ClockStyle::Hours12 && matches!(self.tongue, Tongue::En | Tongue::Es);
        has_halves && self.at.hour() == 12 && self.at.minute() == 0
    }

    fn night(self) -> Option<String> {
        let is_midnight = self.at.hour() == 0 && self.at.minute() == 0;
        let before = self.at.date().yesterday().ok().filter(|_| is_midnight)?;
        let day = |date: Date| weekday(self.tongue, date.weekday());
        let (from, to) = (day(before), day(self.at.date()));
        Some(match self.tongue {
            Tongue::En => format!("the night from {from} to {to}"),
            Tongue::Es => format!("la noche del {from} al {to}"),
            Tongue::Fr => format!("la nuit de {from} à {to}"),
            Tongue::De => format!("in der Nacht von {from} auf {to}"),
            Tongue::It => format!("la notte tra {from} e {to}"),
        })
    }

    fn month(self) -> &'static str {
        let at = usize::try_from(self.at.month() - 1).unwrap_or_default();
        months(self.tongue).get(at).copied().unwrap_or_default()
    }
}

/// Seconds are shown where there are any: a window is never told rounder than it is.
fn twenty_four(time: Time) -> String {
    time.strftime(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

fn twelve(time: Time, [morning, afternoon]: [&str; 2]) -> String {
    let half = if time.hour() < 12 { morning } else { afternoon };
    let shown = time.strftime(if time.second() == 0 { "%-I:%M" } else { "%-I:%M:%S" });
    format!("{shown} {half}")
}

fn weekday(tongue: Tongue, day: Weekday) -> &'static str {
    let names = match tongue {
        Tongue::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Tongue::Es => ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        Tongue::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Tongue::De => ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        Tongue::It => ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    };
    usize::try_from(day.to_monday_zero_offset()).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

#[rustfmt::skip]
fn months(tongue: Tongue) -> [&'static str; 12] {
    match tongue {
        Tongue::En => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"],
        Tongue::Es => ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre"],
        Tongue::Fr => ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre"],
        Tongue::De => ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
            "November", "Dezember"],
        Tongue::It => ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
            "ottobre", "novembre", "dicembre"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(text: &str, tongue: Tongue, clock: ClockStyle) -> Civil {
        Civil::read(text, tongue, clock).unwrap()
    }

    #[test]
    fn a_moment_reads_as_each_language_writes_it() {
        let cases = [
            (Tongue::En, "Thursday, 3 December 2026, 16:00"),
            (Tongue::Es, "jueves, 3 de diciembre de 2026, 16:00"),
            (Tongue::Fr, "jeudi 3 décembre 2026 à 16:00"),
            (Tongue::De, "Donnerstag, 3. Dezember 2026, 16:00 Uhr"),
            (Tongue::It, "giovedì 3 dicembre 2026, ore 16:00"),
        ];
        for (tongue, said) in cases {
            assert_eq!(civil("2026-12-03T16:00", tongue, ClockStyle::Hours24).in_sentence(), said, "{tongue:?}");
        }
        let first = |tongue| civil("2027-03-01T10:00", tongue, ClockStyle::Hours24).long_date();
        assert_eq!(first(Tongue::Fr), "lundi 1er mars 2027", "French says the first of a month");
        assert_eq!(first(Tongue::It), "lunedì 1º marzo 2027", "so does Italian");
    }

    #[test]
    fn twelve_hours_are_not_ambiguous() {
        let cases = [
            ("00:00", "12:00 AM"),
            ("00:30", "12:30 AM"),
            ("09:05", "9:05 AM"),
            ("12:00", "12:00 PM"),
            ("12:01", "12:01 PM"),
            ("16:00", "4:00 PM"),
            ("23:59:30", "11:59:30 PM"),
        ];
        for (time, shown) in cases {
            let at = civil(&format!("2026-12-03T{time}"), Tongue::En, ClockStyle::Hours12);
            assert_eq!(at.time(), shown, "{time} on a clock of twelve hours");
        }
        let noon = civil("2026-12-03T12:00", Tongue::En, ClockStyle::Hours12);
        assert_eq!(noon.in_sentence(), "Thursday, 3 December 2026, 12:00 PM (noon)", "12:00 PM is read both ways");
        let french = civil("2026-12-03T16:00", Tongue::Fr, ClockStyle::Hours12);
        assert_eq!(french.time(), "16:00", "French has no AM and PM");
    }

    #[test]
    fn midnight_says_which_night_it_is() {
        let midnight = civil("2026-12-04T00:00", Tongue::En, ClockStyle::Hours24);
        let said = "Friday, 4 December 2026, 00:00 (the night from Thursday to Friday)";
        assert_eq!(midnight.in_sentence(), said, "nobody should come a day late");
        assert!(
            civil("2026-12-04T00:01", Tongue::En, ClockStyle::Hours24).night().is_none(),
            "only midnight is doubtful"
        );
    }

    #[test]
    fn an_invalid_civil_time_is_refused() {
        for text in ["", "tomorrow", "16:00", "2026-13-03T16:00"] {
            assert!(Civil::read(text, Tongue::En, ClockStyle::Hours24).is_err(), "{text:?} is no civil time");
        }
    }

    #[test]
    fn a_short_date_is_short_in_the_languages_of_hosts() {
        let short = |tongue| civil("2026-09-03T16:00", tongue, ClockStyle::Hours24).short();
        assert_eq!(short(Tongue::En), "3 Sep 2026, 16:00", "as the window writes it");
        assert_eq!(short(Tongue::Es), "3 sep 2026, 16:00", "as the window writes it in Spanish");
    }
}
