//! Parses the text of a search into queries that the index and the rows can answer.
//!
//! Owns: dates as they are shown, which the index has as `2026-12-10`, and scripts without blanks between words, which
//! the index has only as whole runs. Refuses: reading.

use std::sync::LazyLock;

use domain::marker::Marker;
use jiff::civil;
use words::civil::{month_names, weekday_names};

/// A search: all of it must hold.
pub struct Search {
    /// A query of the index.
    pub index: Option<String>,
    /// Patterns of `LIKE` for text that the index cannot find.
    pub patterns: Vec<String>,
}

impl Search {
    /// `None` if it has no word: signs alone match nothing.
    pub fn new(text: &str) -> Option<Self> {
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
        let (unspaced, words): (Vec<&str>, Vec<&str>) = words.partition(|word| word.chars().any(is_unspaced));
        let index = (!words.is_empty()).then(|| terms(&words).join(" AND "));
        let patterns: Vec<String> = unspaced.into_iter().map(pattern).collect();
        (index.is_some() || !patterns.is_empty()).then_some(Self { index, patterns })
    }
}

/// Each word, and each date as it was typed or as the index has it.
fn terms(mut words: &[&str]) -> Vec<String> {
    let mut terms = Vec::new();
    while let [word, after @ ..] = words {
        if let Some(date) = in_numbers(word) {
            terms.push(format!("(\"{}\" OR {date})", word.replace('"', " ")));
            words = after;
        } else if let Some((date, length)) = date(words) {
            let (said, left) = words.split_at(length);
            let typed: Vec<String> = said.iter().map(|word| term(word)).collect();
            terms.push(format!("(({}) OR ({date}))", typed.join(" AND ")));
            words = left;
        } else {
            terms.push(term(word));
            words = after;
        }
    }
    terms
}

/// A word as the beginning of one.
///
/// A number of up to three digits is a whole word: as a beginning it would match every year. The number of the attempt
/// in a marker as it is shown is in no index.
fn term(word: &str) -> String {
    let marker = Marker::read(word);
    let plain = marker.as_ref().map_or(word, |marker| marker.base().as_str());
    let plain = plain.trim_start_matches('#').replace('"', " ");
    let is_short_number = plain.len() < 4 && plain.bytes().all(|byte| byte.is_ascii_digit());
    if is_short_number { format!("\"{plain}\"") } else { format!("\"{plain}\"*") }
}

/// A date in numbers, `12/3` or `3.12.2026`, read with the day first and with the month first.
fn in_numbers(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.trim_end_matches([',', '.']).split(['/', '.']).collect();
    let (one, other, year) = match parts[..] {
        [one, other] => (one, other, String::new()),
        [one, other, year] if is_year(year) => (one, other, format!("{year} ")),
        _ => return None,
    };
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| is_number(text));
    let (one, other) = (number(one)?, number(other)?);
    let is_date = |(month, day): &(u8, u8)| (1..=12).contains(month) && (1..=31).contains(day);
    let on = |(month, day)| format!("{{arrival departure}} : \"{year}{month:02} {day:02}\"");
    let dates: Vec<String> = [(one, other), (other, one)].into_iter().filter(is_date).map(on).collect();
    (!dates.is_empty()).then(|| format!("({})", dates.join(" OR ")))
}

/// The date at the beginning of the words, as a query of the days of a stay, and how many words it takes.
fn date(words: &[&str]) -> Option<(String, usize)> {
    let (date, length) = date_of(words)?;
    Some((date.query()?, length))
}

fn date_of(words: &[&str]) -> Option<(Date, usize)> {
    let after_weekday = || match words {
        [weekday, rest @ ..] if begins_one_of(&WEEKDAYS, &folded(weekday)).is_some() => Date::read(rest),
        _ => None,
    };
    // In Spanish, “mar” is a weekday as well as a month.
    after_weekday().map(|(date, length)| (date, length + 1)).or_else(|| Date::read(words))
}

/// A typed day with its month; without a year, this year's unless that is half a year past, else next year's.
pub fn day(words: &[&str], today: civil::Date) -> Option<civil::Date> {
    let (date, _) = date_of(words).filter(|(_, length)| *length == words.len())?;
    let ([day], month) = (&date.days?[..], date.month?) else { return None };
    let in_year = |year| civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(*day).ok()?).ok();
    if let Some(year) = date.year {
        return in_year(year.parse().ok()?);
    }
    let this = in_year(today.year())?;
    let is_long_over = today.since(this).is_ok_and(|ago| ago.get_days() > 183);
    if is_long_over { in_year(today.year() + 1) } else { Some(this) }
}

/// A date, complete or in part: `10 Dec`, `Dec 10, 2026`, `12–15 Dec 2026`, `10 de diciembre de 2026`, `Dec 2026`, `Dec`.
#[derive(Default)]
struct Date {
    /// One, or the first and the last.
    days: Option<Vec<u8>>,
    month: Option<usize>,
    year: Option<String>,
}

/// The years of a month without one.
const YEARS: std::ops::RangeInclusive<u16> = 2020..=2045;

/// In every language of the app.
static MONTHS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| all_folded(month_names()));
static WEEKDAYS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| all_folded(weekday_names()));

fn all_folded(languages: Vec<Vec<String>>) -> Vec<Vec<String>> {
    languages.into_iter().map(|names| names.iter().map(|name| folded(name)).collect()).collect()
}

impl Date {
    fn read(words: &[&str]) -> Option<(Self, usize)> {
        let mut date = Self::default();
        let length = words.iter().take_while(|word| date.take(&folded(word))).count();
        date.month.is_some().then_some((date, length))
    }

    /// Takes a word if it is a further part of the date, or adds nothing that the index has.
    fn take(&mut self, word: &str) -> bool {
        if let Some(month) = begins_one_of(&MONTHS, word) {
            return put(&mut self.month, month + 1);
        }
        if is_year(word) {
            return put(&mut self.year, word.to_owned());
        }
        if let Some(days) = days(word) {
            return put(&mut self.days, days);
        }
        let is_begun = self.month.is_some() || self.days.is_some();
        is_begun && (word == "de" || is_time(word))
    }

    fn query(&self) -> Option<String> {
        let month = self.month?;
        if self.days.is_none() && self.year.is_none() {
            // Alone, the month's number would be a day as well.
            let of_year = |year| format!("{{arrival departure}} : \"{year} {month:02}\"");
            return Some(YEARS.map(of_year).collect::<Vec<_>>().join(" OR "));
        }
        let year = self.year.as_ref().map(|year| format!("{year} ")).unwrap_or_default();
        let on = |day: String| format!("{{arrival departure}} : \"{year}{month:02}{day}\"");
        let of_days =
            |days: &Vec<u8>| days.iter().map(|day| on(format!(" {day:02}"))).collect::<Vec<_>>().join(" AND ");
        Some(self.days.as_ref().map_or_else(|| on(String::new()), of_days))
    }
}

/// Fills the value if it is empty; returns whether it was.
fn put<T>(part: &mut Option<T>, value: T) -> bool {
    let is_empty = part.is_none();
    part.get_or_insert(value);
    is_empty
}

/// In lower case, without the accents of weekdays and the sign that ends a part of a date.
fn folded(word: &str) -> String {
    word.trim_end_matches([',', '.']).to_lowercase().replace('á', "a").replace('é', "e")
}

/// The place of the name that begins with the word, three letters at least: `dec`, `sept`.
fn begins_one_of(languages: &[Vec<String>], word: &str) -> Option<usize> {
    let is_long_enough = word.chars().count() >= 3;
    let place = |names: &Vec<String>| names.iter().position(|name| name.starts_with(word));
    languages.iter().filter(|_| is_long_enough).find_map(place)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && is_number(word)
}

/// `10`, `10-13`, `10–13`.
fn days(word: &str) -> Option<Vec<u8>> {
    let day = |text: &str| text.parse().ok().filter(|day| (1..=31).contains(day) && is_number(text));
    let days: Vec<u8> = word.split(['-', '–']).map(day).collect::<Option<_>>()?;
    (days.len() <= 2).then_some(days)
}

/// `16:00`
fn is_time(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A letter of a script that puts no blanks between words, or joins endings to them.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{11ff}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ffdc}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

fn pattern(word: &str) -> String {
    let escaped = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_shown() {
        let day = "{arrival departure} : \"12 10\"";
        let dated = "{arrival departure} : \"2026 12 10\"";
        let span = "{arrival departure} : \"2026 12 10\" AND {arrival departure} : \"2026 12 13\"";
        let cases = [
            ("Dec 10", day, 2),
            ("10 dec", day, 2),
            ("10\u{a0}dic", day, 2),
            ("Thu 10 Dec, 16:00", day, 4),
            ("jueves 10 de diciembre de 2026", dated, 6),
            ("December 10, 2026", dated, 3),
            ("10–13 Dec 2026", span, 3),
            ("mar 10 dic", day, 3),
            ("Mar 3", "{arrival departure} : \"03 03\"", 2),
            ("septiembre de 2026", "{arrival departure} : \"2026 09\"", 3),
            ("10 Dec 101", day, 2),
        ];
        for (text, query, length) in cases {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(date(&words), Some((query.to_owned(), length)), "{text:?}");
        }
    }

    #[test]
    fn every_month_and_weekday_that_is_shown_is_known() {
        for language in words::Language::hosts() {
            let listed = |text: String| text.split(' ').map(folded).collect::<Vec<_>>();
            let [months, weekdays] =
                words::speaking(language, || [words::say!("time-months"), words::say!("time-weekdays")]);
            for (at, month) in listed(months).iter().enumerate() {
                assert_eq!(begins_one_of(&MONTHS, month), Some(at), "{month} is month {}", at + 1);
            }
            for (at, weekday) in listed(weekdays).iter().enumerate() {
                assert_eq!(begins_one_of(&WEEKDAYS, weekday), Some(at), "{weekday} is day {} of the week", at + 1);
            }
        }
    }

    #[test]
    fn words_are_not_dates() {
        for text in ["loft", "10", "de 10", "Marta 10", "32 Dec", "2026-12-10", "2026", "16:00 Dec", "", "de"] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(date(&words), None, "{text:?}");
        }
    }

    #[test]
    fn a_date_in_numbers_is_read_in_both_orders() {
        let on = |text: &str| in_numbers(text).unwrap_or_default();
        assert_eq!(
            on("12/3"),
            "({arrival departure} : \"12 03\" OR {arrival departure} : \"03 12\")",
            "both are usual"
        );
        assert_eq!(on("13/12/2026"), "({arrival departure} : \"2026 12 13\")", "there is no thirteenth month");
        assert_eq!(on("3.12."), "({arrival departure} : \"03 12\" OR {arrival departure} : \"12 03\")", "with points");
        for text in ["12", "12/", "32/1", "1/2/3", "0/5", "a/b", "12/3/26x", "10.5.2026.1"] {
            assert_eq!(in_numbers(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_day_has_a_month_and_the_nearest_year() {
        let today = civil::date(2026, 12, 1);
        let read = |text: &str| day(&text.split_whitespace().collect::<Vec<_>>(), today);
        assert_eq!(read("3 dec"), Some(civil::date(2026, 12, 3)), "this year");
        assert_eq!(read("jan 3,"), Some(civil::date(2027, 1, 3)), "January is over");
        assert_eq!(read("Thu 3 Dec 2026"), Some(civil::date(2026, 12, 3)), "as it is shown");
        for text in ["dec", "3-10 dec", "31 nov", "3", "3 dec loft"] {
            assert_eq!(read(text), None, "{text:?} is not one day");
        }
    }

    #[test]
    fn a_month_alone_is_one_of_a_year() {
        let (query, length) = date(&["december"]).unwrap();
        assert_eq!(length, 1, "the word");
        assert!(query.contains("\"2026 12\""), "a month of a year, so that no twelfth day is found: {query}");
    }

    #[test]
    fn a_date_among_words_is_searched_as_date_and_as_words() {
        let search = Search::new("loft 2 Dec 10").unwrap();
        let either = "((\"2\" AND \"Dec\"*) OR ({arrival departure} : \"12 02\"))";
        assert_eq!(search.index.unwrap(), format!("\"loft\"* AND {either} AND \"10\""), "each is found in either way");
    }
}
