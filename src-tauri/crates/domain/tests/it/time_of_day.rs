//! Time-of-day texts: the reader never panics on any input, and understands everything that it accepts.

use domain::time_of_day::{TimeOfDay, TimeOfDayFault};
use jiff::civil::Time;
use proptest::prelude::*;

use crate::cases;
use crate::reference::level::Written;

/// Every part that was read, each in its longest form.
fn canonical(read: &TimeOfDay) -> String {
    let time = read.time;
    let mut text = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    text += &format!(".{:03}", time.subsec_nanosecond() / 1_000_000);
    if let Some(offset) = read.offset {
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        text += &format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
    }
    text + &read.zone.as_ref().map(|zone| format!("[{zone}]")).unwrap_or_default()
}

fn reads_the_same_again(text: &str) -> bool {
    let Ok(read) = TimeOfDay::parse(text) else { return false };
    assert_eq!(TimeOfDay::parse(&canonical(&read)).as_ref(), Ok(&read), "{text:?} keeps its meaning when written out");
    assert_eq!(read.is_offset_only(), read.offset.is_some() && read.zone.is_none(), "{text:?}: an offset alone");
    true
}

fn time() -> impl Strategy<Value = Time> {
    (0..24_i8, 0..60_i8, prop_oneof![Just(0), 0..60_i8], prop_oneof![Just(0), 0..1000_i32])
        .prop_map(|(hour, minute, second, millis)| Time::new(hour, minute, second, millis * 1_000_000).unwrap())
}

fn written() -> impl Strategy<Value = Written> {
    let zone = prop::option::of(prop::sample::select(crate::probes::zone_names()).prop_map(str::to_owned));
    (time(), prop::option::of(-14 * 60..=14 * 60_i32), zone).prop_map(|(time, offset_minutes, zone)| Written::Time {
        time,
        offset_minutes,
        zone,
    })
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        reads_the_same_again(&text);
    }

    #[test]
    fn text_that_almost_is_a_time_never_panics(text in "[0-2٣]?[0-9]{1,2}[:：.][0-6]?[0-9](:[0-9]{2})?([.,][0-9]{0,4})?([Zz+−-][0-9:]{0,5})?(\\[[A-Za-z/_+.\u{202e} -]{0,8}\\]?)?\\s?") {
        reads_the_same_again(&text);
    }

    #[test]
    fn every_form_is_read_for_what_it_says(written in written(), blanks in "[ \t]{0,2}") {
        let Written::Time { time, offset_minutes, zone } = &written else { unreachable!() };
        let read = TimeOfDay::parse(&format!("{blanks}{}{blanks}", written.text())).unwrap();
        prop_assert_eq!(read.time, *time, "the clock time");
        prop_assert_eq!(read.offset.map(|offset| offset.seconds() / 60), *offset_minutes, "the offset");
        prop_assert_eq!(&read.zone, zone, "the zone");
        prop_assert!(reads_the_same_again(&written.text()));
    }

    /// One letter more, less or other than a time is read as something else or refused, but does not panic.
    #[test]
    fn damaged_text_never_panics(written in written(), at in any::<prop::sample::Index>(), letter in any::<char>(), how in 0..3) {
        let mut letters: Vec<char> = written.text().chars().collect();
        let at = at.index(letters.len());
        match how {
            0 => letters[at] = letter,
            1 => letters.insert(at, letter),
            _ => drop(letters.remove(at)),
        }
        reads_the_same_again(&letters.into_iter().collect::<String>());
    }
}

#[test]
fn every_minute_of_the_day_is_read_and_no_other() {
    let mut accepted = 0;
    for hour in 0..100 {
        for minute in 0..100 {
            let read = TimeOfDay::parse(&format!("{hour:02}:{minute:02}"));
            let is_time = hour < 24 && minute < 60;
            assert_eq!(read.is_ok(), is_time, "{hour:02}:{minute:02}");
            assert!(
                is_time || read == Err(TimeOfDayFault::Clock),
                "the clock time is at fault in {hour:02}:{minute:02}"
            );
            accepted += i32::from(is_time);
        }
    }
    assert_eq!(accepted, 1440, "as many as a day has minutes");
}
