//! The worked examples of docs/design.md, "Matching", one by one.

use jiff::civil::{DateTime, date};

use super::*;
use crate::slot::tests::facts;
use crate::slot::{self, SlotFacts};
use crate::tables::{Tables, ZoneTables};

fn a_and_b() -> Vec<SlotFacts> {
    vec![facts("A", "16:00", "10:00"), SlotFacts { is_24_hour: true, ..facts("B", "12:00", "12:00") }]
}

struct Door {
    slots: Vec<Slot>,
    zone: Zone,
}

fn door(slots: Vec<SlotFacts>) -> Door {
    let tables = ZoneTables::newer_of(Tables::bundled(), None);
    Door { slots: slot::read(slots, &tables), zone: tables.zone("America/Los_Angeles").unwrap() }
}

fn at(month: i8, day: i8, hour: i8, minute: i8) -> DateTime {
    let year = if month == 1 { 2027 } else { 2026 };
    date(year, month, day).at(hour, minute, 0, 0)
}

fn wish(arrival: DateTime, departure: DateTime, allowance: Allowance) -> Wish {
    Wish { stay: Stay::new(arrival, departure).unwrap(), allowance, preference: Preference::Nearest }
}

/// Name, window, rounding at both ends and uncovered minutes of the first candidate.
fn first(door: &Door, wish: Wish) -> Option<(String, DateTime, DateTime, u32, u32, u32)> {
    let matching = match_stay(&wish, &door.slots, &door.zone);
    let best = matching.candidates.first()?;
    let name = best.slot.facts.name.clone();
    Some((name, best.entry.civil, best.exit.civil, best.entry_rounding, best.exit_rounding, best.uncovered))
}

/// Stay and allowance, then slot, window, rounding at both ends and uncovered minutes.
const WORKED_EXAMPLES: [&str; 10] = [
    "AB  12-03 15:45 12-06 10:15 1h = A 12-03 16:00 12-06 10:00 15 15 30",
    "AB  12-03 15:00 12-06 11:00 1h = A 12-03 16:00 12-06 10:00 60 60 120",
    "AB  12-03 14:59 12-06 10:00 1h = none",
    "AB  12-03 11:30 12-06 12:20 1h = B 12-03 12:00 12-06 12:00 30 20 50",
    "ABC 12-03 23:40 12-06 10:00 1h = C 12-04 00:00 12-06 10:00 20 0 20",
    "AB  12-03 00:00 12-05 23:59 1d = B 12-02 12:00 12-06 12:00 720 721 0",
    "AB  12-03 15:45 12-06 10:15 1d = A 12-03 16:00 12-06 10:00 15 15 30",
    "AB  12-01 16:00 01-01 10:00 1h = A 12-01 16:00 01-01 10:00 0 0 0",
    "AB  12-01 12:00 01-01 12:00 1h = B 12-01 12:00 01-01 12:00 0 0 0",
    "AB  12-01 12:00 01-02 12:00 1h = none",
];

#[test]
fn the_worked_examples_of_the_design_hold() {
    let time = |day: &str, clock: &str| -> DateTime {
        let year = if day.starts_with("01") { 2027 } else { 2026 };
        format!("{year}-{day}T{clock}").parse().unwrap()
    };
    let written = |at: DateTime| at.strftime("%m-%d %H:%M").to_string();
    for example in WORKED_EXAMPLES {
        let (asked, expected) = example.split_once(" = ").unwrap();
        let asked: Vec<&str> = asked.split_whitespace().collect();
        let mut slots = a_and_b();
        slots.extend(asked[0].contains('C').then(|| facts("C", "00:00", "10:00")));
        let allowance = if asked[5] == "1h" { Allowance::Hour } else { Allowance::Day };
        let wish = wish(time(asked[1], asked[2]), time(asked[3], asked[4]), allowance);
        let found =
            first(&door(slots), wish).map_or("none".to_owned(), |(name, entry, exit, at_entry, at_exit, missing)| {
                format!("{name} {} {} {at_entry} {at_exit} {missing}", written(entry), written(exit))
            });
        assert_eq!(found, expected, "worked example {example}");
    }
}

#[test]
fn a_stay_that_misses_by_a_minute_is_told_by_how_much() {
    let door = door(a_and_b());
    let matching = match_stay(&wish(at(12, 3, 14, 59), at(12, 6, 10, 0), Allowance::Hour), &door.slots, &door.zone);
    let Some(Refusal::NothingFits { nearest: Some(nearest), by_day }) = matching.refusal else {
        panic!("a refusal with the nearest slot, not {:?}", matching.refusal)
    };
    assert_eq!(nearest.slot.facts.name, "A", "A has the least to move");
    assert_eq!(nearest.nearest.unwrap().entry_off, 61, "A is 61 minutes off at entry");
    assert!(by_day, "the 1 d allowance would help");
    assert_eq!(matching.refused.len(), 2, "every slot says how far it is off");
}

#[test]
fn a_stay_that_is_too_long_is_told_the_longest_that_fits() {
    let door = door(a_and_b());
    let matching = match_stay(&wish(at(12, 1, 12, 0), at(1, 2, 12, 0), Allowance::Hour), &door.slots, &door.zone);
    let Some(Refusal::TooLong { longest: Some(longest) }) = matching.refusal else {
        panic!("a refusal with the longest, not {:?}", matching.refusal)
    };
    assert_eq!((longest.entry, longest.exit), (at(12, 1, 12, 0), at(1, 1, 12, 0)), "31 days of B");
}

#[test]
fn thirty_one_days_hold_by_elapsed_time_too() {
    // From 2 Oct to 2 Nov 2026 the clock goes back an hour: 31 days on the wall are 31 days and an hour.
    let door = door(a_and_b());
    let autumn = wish(date(2026, 10, 2).at(12, 0, 0, 0), date(2026, 11, 2).at(12, 0, 0, 0), Allowance::Hour);
    assert_eq!(first(&door, autumn), None, "elapsed time is over 31 × 24 h");
    // In spring 31 days on the wall are an hour short, and the wall decides.
    let spring = wish(date(2027, 3, 1).at(12, 0, 0, 0), date(2027, 4, 1).at(12, 0, 0, 0), Allowance::Hour);
    assert!(first(&door, spring).is_some(), "31 days by both measures");
    let longer = wish(date(2027, 3, 1).at(12, 0, 0, 0), date(2027, 4, 1).at(13, 0, 0, 0), Allowance::Hour);
    assert!(
        first(&door, longer).is_some_and(|found| found.2 == date(2027, 4, 1).at(12, 0, 0, 0)),
        "rounded down to 31 d"
    );
}

#[test]
fn cover_puts_uncovered_minutes_before_rounding() {
    let slots = vec![facts("near", "16:00", "10:00"), facts("covers", "15:15", "10:30")];
    let door = door(slots);
    let nearest = wish(at(12, 3, 15, 45), at(12, 6, 10, 0), Allowance::Hour);
    assert_eq!(first(&door, nearest).unwrap().0, "near", "15 minutes of rounding against 60");
    let cover = Wish { preference: Preference::Cover, ..nearest };
    assert_eq!(first(&door, cover).unwrap().0, "covers", "nothing uncovered against 15 minutes");
}

#[test]
fn biweekly_slots_come_last_and_master_and_one_shot_never() {
    let slots = vec![
        SlotFacts { is_biweekly: true, ..facts("biweekly", "16:00", "10:00") },
        SlotFacts { is_master: true, ..facts("master", "16:00", "10:00") },
        SlotFacts { is_one_shot: true, ..facts("once", "16:00", "10:00") },
        facts("ordinary", "17:00", "09:00"),
    ];
    let door = door(slots);
    let wish = wish(at(12, 3, 16, 0), at(12, 6, 10, 0), Allowance::Hour);
    let matching = match_stay(&wish, &door.slots, &door.zone);
    let names: Vec<_> = matching.candidates.iter().map(|candidate| candidate.slot.facts.name.as_str()).collect();
    assert_eq!(names, ["ordinary", "biweekly"], "an exact biweekly slot ranks after a poorer ordinary one");
    assert_eq!(matching.refused.len(), 2, "master and one-shot have their reason");
}

#[test]
fn an_offset_alone_counts_only_if_the_zone_has_it_that_year() {
    let door = door(vec![facts("pacific", "16:00-08:00", "10:00-07:00"), facts("eastern", "16:00-05:00", "10:00")]);
    let matching = match_stay(&wish(at(12, 3, 16, 0), at(12, 6, 10, 0), Allowance::Hour), &door.slots, &door.zone);
    assert_eq!(matching.candidates.len(), 1, "Pacific time has both offsets in 2026");
    assert_eq!(matching.refused[0].why, WhyNot::OffsetNotInZone, "Pacific time never has -05:00");
}

#[test]
fn a_door_without_usable_slots_says_so() {
    let wish = wish(at(12, 3, 16, 0), at(12, 6, 10, 0), Allowance::Hour);
    let empty = door(Vec::new());
    assert!(matches!(match_stay(&wish, &empty.slots, &empty.zone).refusal, Some(Refusal::NoSlots)), "zero slots");
    let useless = door(vec![SlotFacts { is_master: true, ..facts("master", "16:00", "10:00") }]);
    let matching = match_stay(&wish, &useless.slots, &useless.zone);
    assert!(matches!(matching.refusal, Some(Refusal::NoUsableSlot)), "slots, but none for a stay");
}

#[test]
fn a_window_inside_a_skipped_hour_is_refused() {
    let door = door(vec![facts("night", "02:15", "02:45")]);
    let wish = wish(date(2027, 3, 14).at(2, 15, 0, 0), date(2027, 3, 14).at(2, 45, 0, 0), Allowance::Hour);
    let matching = match_stay(&wish, &door.slots, &door.zone);
    assert_eq!(matching.refused[0].why, WhyNot::EndsBeforeItBegins, "both ends are the instant the gap ends");
}
