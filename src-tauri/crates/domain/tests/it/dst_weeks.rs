//! The weeks in which the clock changes, walked through half hour by half hour: every place, every change from 2024 to
//! 2030, arrivals and departures before, in and after the gap or fold.

use domain::matching::match_stay;
use domain::slot;
use domain::stay::{Allowance, Preference};
use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::against_reference::{row, wish};
use crate::places::{PLACES, Place, TABLES};
use crate::reference::level::{Level, Written};
use crate::reference::{Ask, candidates};

/// Lengths of stays: within the change, over a night, over a week, and the longest.
const LENGTHS: [SignedDuration; 4] = [
    SignedDuration::from_mins(45),
    SignedDuration::from_hours(18),
    SignedDuration::from_hours(7 * 24),
    SignedDuration::from_hours(31 * 24),
];

#[test]
fn matching_agrees_with_the_reference_in_weeks_of_clock_changes() {
    let mut asked = 0;
    for place in PLACES.iter() {
        for change in &place.changes {
            asked += week_of(place, *change);
        }
    }
    assert!(asked > 40_000, "only {asked} stays were asked");
}

fn week_of(place: &Place, change: DateTime) -> u32 {
    let mut asked = 0;
    // Closely around the change, then every sixth hour of the week.
    let closely = (-6..=9).map(|half_hours| half_hours * 30);
    let widely = (-14..=14).map(|quarter_days| quarter_days * 360);
    for minutes in closely.chain(widely) {
        let peg = change.saturating_add(SignedDuration::from_mins(minutes));
        for length in LENGTHS {
            is_the_references(place, peg, peg.saturating_add(length));
            is_the_references(place, peg.saturating_sub(length), peg);
            asked += 2;
        }
    }
    asked
}

/// Four slots: exactly the stay's times, 45 minutes inside, 45 outside, and all day.
fn is_the_references(place: &Place, arrival: DateTime, departure: DateTime) {
    let minutes = |at: DateTime, minutes| at.saturating_add(SignedDuration::from_mins(minutes));
    let level = |id: &str, check_in: DateTime, check_out: DateTime| Level {
        id: id.to_owned(),
        name: "Guest".to_owned(),
        check_in: written(check_in),
        check_out: written(check_out),
        is_24_hour: false,
        is_biweekly: false,
        is_one_shot: false,
        is_master: false,
    };
    let noon = arrival.date().at(12, 0, 0, 0);
    let levels = [
        level("exact", arrival, departure),
        level("inside", minutes(arrival, 45), minutes(departure, -45)),
        level("outside", minutes(arrival, -45), minutes(departure, 45)),
        Level { is_24_hour: true, ..level("noon", noon, noon) },
    ];
    let slots = slot::read(levels.iter().map(Level::facts).collect(), &TABLES);
    // Even hours ask for the hour, odd ones for the day: both meet every change.
    let allowance = if arrival.hour() % 2 == 0 { Allowance::Hour } else { Allowance::Day };
    let ask = Ask { arrival, departure, allowance, preference: Preference::Nearest };
    let ours: Vec<_> = match_stay(&wish(&ask), &slots, &place.zone).candidates.iter().map(row).collect();
    let expected = candidates(&ask, &levels, &place.clock);
    assert_eq!(ours, expected, "{} {arrival} to {departure}", place.zone.name());
}

fn written(at: DateTime) -> Written {
    Written::Time { time: at.time(), offset_minutes: None, zone: None }
}
