//! Data that no honest door sends: a reason per slot, never a panic, never a lost slot.

use domain::ids::SlotId;
use domain::instant::{Fold, moment, offsets_in_year, resolve, same_clock};
use domain::matching::{Matching, WhyNot, Wish, match_stay};
use domain::slot::{self, Slot, SlotFacts, SlotFault, zones_named};
use domain::stay::{Allowance, Preference, Stay, StayFault};
use domain::zone::{NamedZone, ZoneSource, choose};
use jiff::civil::{Date, DateTime, Time, date};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::cases;
use crate::places::{PLACES, TABLES};
use crate::probes::zone_names;
use crate::properties::{no_slot_is_lost, the_order_is_strict};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => any::<String>(), 1 => "[0-9]{2}:[0-9]{2}", 1 => "[\u{0}-\u{1f}\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,40}"]
}

fn any_slot() -> impl Strategy<Value = SlotFacts> {
    let times = (prop::option::of(any_text()), prop::option::of(any_text()));
    (any_text(), any_text(), any::<Option<i64>>(), times, any::<[bool; 4]>()).prop_map(
        |(id, name, prefix, times, flags)| SlotFacts {
            id: SlotId::new(id),
            name,
            prefix,
            check_in: times.0,
            check_out: times.1,
            is_24_hour: flags[0],
            is_biweekly: flags[1],
            is_one_shot: flags[2] && flags[3],
            is_master: flags[2] && !flags[3],
        },
    )
}

fn any_civil() -> impl Strategy<Value = DateTime> {
    let day = (-9999..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| date(year, month, day));
    let time = (0..DAY).prop_map(|nanos| Time::midnight().wrapping_add(SignedDuration::from_nanos(nanos)));
    prop_oneof![
        6 => (day, time).prop_map(|(day, time)| Date::to_datetime(day, time)),
        1 => Just(DateTime::MIN),
        1 => Just(DateTime::MAX),
    ]
}

const DAY: i64 = 86_400_000_000_000;

fn every_slot_has_an_answer(matching: &Matching<'_>, slots: &[Slot]) {
    no_slot_is_lost(matching, slots);
    for refused in &matching.refused {
        assert_eq!(refused.slot.times.is_err(), matches!(refused.why, WhyNot::Unusable(_)), "the slot's own reason");
        assert_eq!(refused.nearest.is_none(), refused.slot.times.is_err(), "a distance wherever there are times");
    }
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn any_slots_and_any_stay_have_an_answer(
        facts in prop::collection::vec(any_slot(), 0..12),
        ends in (any_civil(), 1..50_000_000_000_000_000_i64),
        place in any::<prop::sample::Index>(),
        day in any::<bool>(),
    ) {
        let zone = &place.get(&PLACES).zone;
        let count = facts.len();
        prop_assert!(zones_named(&facts).len() <= 2 * count, "a slot names two zones at most");
        let slots = slot::read(facts, &TABLES);
        prop_assert_eq!(slots.len(), count, "each slot comes back from reading");
        let year = i16::try_from(2000 + i32::from(ends.0.year()).rem_euclid(201)).unwrap();
        let arrival = ends.0.with().year(year).build().unwrap();
        let Ok(stay) = Stay::new(arrival, arrival.saturating_add(SignedDuration::from_nanos(ends.1))) else { return Ok(()) };
        let allowance = if day { Allowance::Day } else { Allowance::Hour };
        let matching = match_stay(&Wish { stay, allowance, preference: Preference::Cover }, &slots, zone);
        every_slot_has_an_answer(&matching, &slots);
    }

    #[test]
    fn any_civil_times_are_a_stay_or_have_a_reason(arrival in any_civil(), departure in any_civil()) {
        let in_years = |at: DateTime| (2000..=2200).contains(&at.year());
        let expected = match (in_years(arrival) && in_years(departure), arrival < departure) {
            (false, _) => Err(StayFault::OutOfRange),
            (true, false) => Err(StayFault::NotAfter),
            (true, true) => Ok((arrival, departure)),
        };
        let found = Stay::new(arrival, departure).map(|stay| (stay.arrival(), stay.departure()));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_civil_time_in_any_zone_has_an_instant_or_a_reason(at in any_civil(), name in prop::sample::select(zone_names())) {
        let zone = TABLES.zone(name).unwrap();
        if let Ok(found) = moment(at, zone.clock()) {
            let sent = found.as_sent();
            prop_assert_eq!(sent.contains("T"), true, "{} has a date and a time", sent);
            if (2000..2200).contains(&at.year()) {
                let millis = sent.parse::<Timestamp>().unwrap().as_millisecond();
                prop_assert_eq!(millis, found.instant.as_millisecond(), "{} is the instant", sent);
            }
        }
        for fold in [Fold::Earlier, Fold::Later, Fold::Reject] {
            let _ = resolve(at, zone.clock(), fold);
        }
        prop_assert!(TABLES.opinions(&zone, at).len() <= 2, "two sets of tables are at hand");
        prop_assert!(offsets_in_year(zone.clock(), at.year()).len() < 8, "a year has few offsets");
        prop_assert!(same_clock(zone.clock(), zone.clock()), "a clock is its own");
    }

    #[test]
    fn any_zone_names_choose_a_zone_or_have_a_fault(names in prop::collection::vec((0..4_usize, any_text()), 0..6)) {
        let sources = [ZoneSource::Metadata, ZoneSource::Slots, ZoneSource::Location, ZoneSource::LocationOld];
        let named = names.into_iter().map(|(source, name)| NamedZone { source: sources[source], name }).collect();
        let door = choose(named, &TABLES);
        prop_assert!(door.zone.is_some() || door.fault.is_some(), "no zone without a reason");
    }
}

/// A slot in ten thousand: the hostile kinds take turns.
fn one_of_many(number: usize) -> SlotFacts {
    let minute = number % 1440;
    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
    let (name, check_in) = match number % 10 {
        0 => ("\u{202e}\u{0}\u{7}\u{1b}[2J\u{2066}".repeat(1000), Some(clock.clone())),
        1 => ("x".repeat(10_240), Some("a quarter past noon".to_owned())),
        2 => (String::new(), None),
        3 => ("Guest".to_owned(), Some("[".repeat(10_000))),
        4 => ("Guest".to_owned(), Some(format!("{clock}[Mars/Olympus]"))),
        5 => ("Guest".to_owned(), Some(format!("{clock}+13:37"))),
        _ => ("Guest".to_owned(), Some(clock)),
    };
    let id = if number % 100 == 99 { "twice".to_owned() } else { format!("slot {number}") };
    let check_out = Some("10:00".to_owned());
    let is_24_hour = number.is_multiple_of(7);
    SlotFacts {
        id: SlotId::new(id),
        name,
        prefix: None,
        check_in,
        check_out,
        is_24_hour,
        is_biweekly: number.is_multiple_of(3),
        is_one_shot: number % 100 == 88,
        is_master: number % 100 == 77,
    }
}

fn expected_fault(number: usize) -> Option<SlotFault> {
    use domain::time_of_day::TimeOfDayFault::{Clock, Missing, TooLong};
    match (number % 100, number % 10) {
        (99, _) if number > 99 => Some(SlotFault::DuplicateId),
        (88, _) => Some(SlotFault::OneShot),
        (77, _) => Some(SlotFault::Master),
        (_, 1) => Some(SlotFault::CheckIn(Clock)),
        (_, 2) => Some(SlotFault::CheckIn(Missing)),
        (_, 3) => Some(SlotFault::CheckIn(TooLong)),
        (_, 4) => Some(SlotFault::UnknownZone("Mars/Olympus".to_owned())),
        (_, _) => None,
    }
}

#[test]
fn ten_thousand_slots_each_have_a_window_or_a_reason() {
    let slots = slot::read((0..10_000).map(one_of_many).collect(), &TABLES);
    for (number, slot) in slots.iter().enumerate() {
        assert_eq!(slot.times.as_ref().err(), expected_fault(number).as_ref(), "the reason of slot {number}");
    }
    let zone = TABLES.zone("America/Los_Angeles").unwrap();
    let stay = Stay::new(date(2026, 12, 3).at(15, 45, 0, 0), date(2026, 12, 6).at(10, 15, 0, 0)).unwrap();
    for (allowance, least) in [(Allowance::Hour, 300), (Allowance::Day, 4_000)] {
        let matching = match_stay(&Wish { stay, allowance, preference: Preference::Nearest }, &slots, &zone);
        every_slot_has_an_answer(&matching, &slots);
        the_order_is_strict(&matching.candidates[..least], Preference::Nearest);
        let lost = matching.refused.iter().filter(|refused| refused.why == WhyNot::OffsetNotInZone).count();
        assert_eq!(lost, 1_000, "no year of Los Angeles knows +13:37");
    }
}

#[test]
fn ten_thousand_slots_without_a_window_are_explained() {
    let at_night = |number| SlotFacts { check_out: Some("03:00".to_owned()), ..one_of_many(number) };
    let slots = slot::read((0..10_000).map(at_night).collect(), &TABLES);
    let zone = TABLES.zone("America/Los_Angeles").unwrap();
    for last_day in [date(2026, 10, 6), date(2026, 11, 11)] {
        let stay = Stay::new(date(2026, 10, 3).at(15, 45, 0, 0), last_day.at(10, 15, 0, 0)).unwrap();
        let wish = Wish { stay, allowance: Allowance::Hour, preference: Preference::Nearest };
        let matching = match_stay(&wish, &slots, &zone);
        every_slot_has_an_answer(&matching, &slots);
        assert!(matching.candidates.is_empty(), "no check-out is within an hour of 10:15");
    }
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for name in zone_names() {
        let zone = TABLES.zone(name).unwrap();
        for at in [DateTime::MIN, DateTime::MAX, DateTime::ZERO] {
            for hours in (-72..=72).step_by(6) {
                let at = at.saturating_add(SignedDuration::from_hours(hours));
                let _ = moment(at, zone.clock()).map(|found| found.as_sent());
                let _ = (resolve(at, zone.clock(), Fold::Later), TABLES.disagreement(&zone, at));
            }
        }
        for year in [i16::MIN, -9999, -1, 0, 9998, 9999, i16::MAX] {
            let _ = offsets_in_year(zone.clock(), year);
        }
    }
}
