//! The worked examples of docs/design.md, "Matching", and cases that they leave open.

use jiff::civil::{DateTime, date};
use jiff::tz::TimeZoneDatabase;

use super::*;
use crate::mint::Mint;
use crate::slot::SlotSpec;

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

fn los_angeles() -> TimeZone {
    zone("America/Los_Angeles")
}

fn slots(specs: &[(&str, &str, &str)]) -> Vec<Slot> {
    let mint = Mint::new(1, 1);
    let build = |(prefix, (name, from, to)): (usize, &(&str, &str, &str))| {
        let is_24_hour = from == to;
        SlotSpec { is_24_hour, ..SlotSpec::new(name, from, to) }.into_slot(prefix, &mint)
    };
    specs.iter().enumerate().map(build).collect()
}

fn two() -> Vec<Slot> {
    slots(&[("A", "16:00", "10:00"), ("B", "12:00", "12:00")])
}

/// The slot's name and its civil times, or why none fits.
fn ask(slots: &[Slot], from: &str, to: &str, hours: i64) -> Result<(String, DateTime, DateTime), Misfit> {
    let zone = los_angeles();
    let at = |text: &str| instant(&zone, text.parse().unwrap()).unwrap();
    let (slot, window) = choose(slots, &zone, Window { start: at(from), end: at(to) }, hours * HOUR)?;
    let civil = |at| zone.to_datetime(timestamp(at));
    Ok((slot.name.clone(), civil(window.start), civil(window.end)))
}

fn found(name: &str, from: &str, to: &str) -> Result<(String, DateTime, DateTime), Misfit> {
    Ok((name.to_owned(), from.parse().unwrap(), to.parse().unwrap()))
}

#[test]
fn follows_the_worked_examples() {
    let a = found("A", "2026-12-03T16:00", "2026-12-06T10:00");
    let cases = [
        ("2026-12-03T15:45", "2026-12-06T10:15", 1, a.clone(), "fifteen minutes at each end"),
        ("2026-12-03T15:00", "2026-12-06T11:00", 1, a.clone(), "the bound itself is in"),
        ("2026-12-03T14:59", "2026-12-06T10:00", 1, Err(Misfit::NoSlot), "a minute past the bound"),
        ("2026-12-03T11:30", "2026-12-06T12:20", 1, found("B", "2026-12-03T12:00", "2026-12-06T12:00"), "the other"),
        ("2026-12-03T00:00", "2026-12-05T23:59", 24, found("B", "2026-12-02T12:00", "2026-12-06T12:00"), "whole days"),
        ("2026-12-03T15:45", "2026-12-06T10:15", 24, a, "within the hour goes first under 1 d too"),
        ("2026-12-01T16:00", "2027-01-01T10:00", 1, found("A", "2026-12-01T16:00", "2027-01-01T10:00"), "30 d 18 h"),
        ("2026-12-01T12:00", "2027-01-01T12:00", 1, found("B", "2026-12-01T12:00", "2027-01-01T12:00"), "31 d are in"),
        ("2026-12-01T12:00", "2027-01-02T12:00", 1, Err(Misfit::TooLong), "32 d are not"),
    ];
    for (from, to, hours, expected, why) in cases {
        assert_eq!(ask(&two(), from, to, hours), expected, "{why}");
    }
}

#[test]
fn check_in_at_midnight_may_be_on_the_next_day() {
    let slots = slots(&[("C", "00:00", "10:00")]);
    let expected = found("C", "2026-12-04T00:00", "2026-12-06T10:00");
    assert_eq!(ask(&slots, "2026-12-03T23:40", "2026-12-06T10:00", 1), expected, "twenty minutes, not a day less");
}

#[test]
fn ties_are_broken_by_coverage_then_name() {
    let wide = slots(&[("Z early", "15:30", "10:00"), ("A late", "16:30", "10:00")]);
    let (name, ..) = ask(&wide, "2026-12-03T16:00", "2026-12-06T10:00", 1).unwrap();
    assert_eq!(name, "Z early", "thirty minutes either way: the one that lets the guest in wins");
    let same = slots(&[("Twin 2", "16:00", "10:00"), ("Twin 1", "16:00", "10:00")]);
    let (name, ..) = ask(&same, "2026-12-03T16:00", "2026-12-06T10:00", 1).unwrap();
    assert_eq!(name, "Twin 1", "and equal slots go by name");
}

#[test]
fn biweekly_ranks_last_and_master_and_one_shot_are_not_offered() {
    let mut three = slots(&[("Biweekly", "16:00", "10:00"), ("Near", "16:20", "10:20"), ("Master", "16:00", "10:00")]);
    three[0].is_biweekly = true;
    three[2].is_master = true;
    let stay = ("2026-12-03T16:00", "2026-12-06T10:00");
    assert_eq!(ask(&three, stay.0, stay.1, 1).unwrap().0, "Near", "an exact biweekly slot loses to an ordinary one");
    three[1].is_one_shot = true;
    assert_eq!(ask(&three, stay.0, stay.1, 1).unwrap().0, "Biweekly", "but is better than none");
    three[0].is_one_shot = true;
    assert_eq!(ask(&three, stay.0, stay.1, 1), Err(Misfit::NoSlot), "what Seam does not support is not offered");
}

#[test]
fn thirty_one_days_by_calendar_and_by_elapsed_time() {
    let noon = slots(&[("Noon", "12:00", "12:00")]);
    let autumn = ask(&noon, "2026-10-05T12:00", "2026-11-05T12:00", 1);
    assert_eq!(autumn, Err(Misfit::TooLong), "31 days by the calendar, but an hour more passes");
    let spring = ask(&noon, "2027-03-01T12:00", "2027-04-01T12:00", 1);
    assert!(spring.is_ok(), "an hour less passes, and the calendar says 31");
}

#[test]
fn gap_resolves_to_its_end_and_fold_to_the_earlier_instant() {
    let zone = los_angeles();
    let gap = instant(&zone, date(2027, 3, 14).at(2, 30, 0, 0)).unwrap();
    assert_eq!(timestamp(gap).to_string(), "2027-03-14T10:00:00Z", "02:30 is skipped: the instant the clocks change");
    let fold = instant(&zone, date(2026, 11, 1).at(1, 30, 0, 0)).unwrap();
    assert_eq!(timestamp(fold).to_string(), "2026-11-01T08:30:00Z", "01:30 comes twice: the first");
}
