//! Properties of every answer, whatever the door and the stay, stated without the reference.

use std::collections::HashSet;

use domain::matching::{Candidate, Matching, Wish, compare, match_stay};
use domain::slot::{self, Slot};
use domain::stay::{Allowance, Preference, Stay};
use jiff::SignedDuration;
use jiff::civil::DateTime;
use proptest::prelude::*;

use crate::against_reference::{answer, row, slots, wish};
use crate::cases;
use crate::generate::{Case, case};
use crate::places::TABLES;
use crate::reference::{Off, Row};

const LONGEST: SignedDuration = SignedDuration::from_hours(31 * 24);

/// Each slot of the door comes back exactly once, as a window or with a reason.
pub fn no_slot_is_lost(matching: &Matching<'_>, slots: &[Slot]) {
    let back = matching.candidates.iter().map(|candidate| candidate.slot);
    let back: Vec<_> =
        back.chain(matching.refused.iter().map(|refused| refused.slot)).map(std::ptr::from_ref).collect();
    let distinct: HashSet<_> = back.iter().collect();
    assert_eq!(back.len(), slots.len(), "as many answers as slots");
    assert!(slots.iter().all(|slot| distinct.contains(&std::ptr::from_ref(slot))), "an answer for each slot");
    assert_eq!(matching.refusal.is_some(), matching.candidates.is_empty(), "a refusal exactly when nothing fits");
}

/// The order of the candidates is strict: the earlier candidate goes first, and no two tie.
pub fn the_order_is_strict(candidates: &[Candidate<'_>], preference: Preference) {
    for (at, one) in candidates.iter().enumerate() {
        for other in &candidates[at + 1..] {
            assert!(compare(one, other, preference).is_lt(), "{:?} goes before {:?}", row(one), row(other));
            assert!(compare(other, one, preference).is_gt(), "and not the other way round");
        }
    }
}

fn distance(one: DateTime, other: DateTime) -> SignedDuration {
    one.duration_since(other).abs()
}

fn the_window_keeps_the_rules(candidate: &Candidate<'_>, wish: &Wish) {
    let (entry, exit) = (candidate.entry, candidate.exit);
    let bound = SignedDuration::from_hours(if wish.allowance == Allowance::Hour { 1 } else { 24 });
    let offs = [distance(entry.civil, wish.stay.arrival()), distance(exit.civil, wish.stay.departure())];
    assert!(offs.iter().all(|off| *off <= bound), "both ends lie within the allowance: {offs:?}");
    let within = offs.iter().all(|off| *off <= SignedDuration::from_hours(1));
    assert_eq!(candidate.within_hour, within, "within the hour means both ends");
    assert!(exit.civil > entry.civil && exit.instant > entry.instant, "the exit is after the entry, wall and truth");
    assert!(exit.civil.duration_since(entry.civil) <= LONGEST, "31 days by the calendar");
    assert!(exit.instant.duration_since(entry.instant) <= LONGEST, "31 days by elapsed time");
    let times = candidate.slot.times.as_ref().unwrap();
    assert_eq!(
        (entry.civil.time(), exit.civil.time()),
        (times.check_in.time, times.check_out.time),
        "the slot's times"
    );
}

/// The stay that is exactly a window that was returned.
fn again(candidate: &Candidate<'_>, wish: &Wish) -> Wish {
    Wish { stay: Stay::new(candidate.entry.civil, candidate.exit.civil).unwrap(), ..*wish }
}

fn shuffled(case: &Case, keys: &[u64]) -> Vec<Slot> {
    let mut seen = HashSet::new();
    let mut levels: Vec<_> = case.levels.iter().filter(|level| seen.insert(&level.id)).zip(keys).collect();
    levels.sort_by_key(|(_, key)| **key);
    slot::read(levels.into_iter().map(|(level, _)| level.facts()).collect(), &TABLES)
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn every_window_keeps_the_rules(case in case()) {
        let (slots, wish) = (slots(&case), wish(&case.ask));
        let matching = match_stay(&wish, &slots, &case.place().zone);
        no_slot_is_lost(&matching, &slots);
        the_order_is_strict(&matching.candidates, wish.preference);
        for candidate in &matching.candidates {
            the_window_keeps_the_rules(candidate, &wish);
        }
    }

    #[test]
    fn a_stay_that_is_a_window_gets_that_window(case in case()) {
        let (slots, wish) = (slots(&case), wish(&case.ask));
        for candidate in match_stay(&wish, &slots, &case.place().zone).candidates {
            let repeated = match_stay(&again(&candidate, &wish), &slots, &case.place().zone);
            let same = repeated.candidates.iter().find(|other| other.slot.facts.id == candidate.slot.facts.id).unwrap();
            let off = (same.entry_rounding, same.exit_rounding, same.uncovered, same.extra);
            prop_assert_eq!(off, (0, 0, 0, 0), "nothing is left to round");
            prop_assert_eq!((same.entry, same.exit), (candidate.entry, candidate.exit), "the same window");
            let first = &repeated.candidates[0];
            let is_exact = first.entry.civil == same.entry.civil && first.exit.civil == same.exit.civil;
            prop_assert!(is_exact || candidate.slot.facts.is_biweekly, "an exact fit goes first, but for biweekly slots");
        }
    }

    #[test]
    fn a_greater_allowance_takes_nothing_away(case in case()) {
        let (slots, zone) = (slots(&case), &case.place().zone);
        let matched = |allowance| match_stay(&Wish { allowance, ..wish(&case.ask) }, &slots, zone);
        let (hour, day) = (matched(Allowance::Hour), matched(Allowance::Day));
        let day_rows: Vec<Row> = day.candidates.iter().map(row).collect();
        for candidate in &hour.candidates {
            prop_assert!(day_rows.contains(&row(candidate)), "a window within 1 h is also one within 1 d");
        }
        let within: Vec<Row> = day_rows.into_iter().filter(|row| row.within_hour).collect();
        let hour_rows: Vec<Row> = hour.candidates.iter().map(row).collect();
        prop_assert_eq!(within, hour_rows, "and their order among themselves is the same");
    }

    #[test]
    fn a_preference_only_changes_the_order(case in case()) {
        let (slots, zone) = (slots(&case), &case.place().zone);
        let matched = |preference| {
            let matching = match_stay(&Wish { preference, ..wish(&case.ask) }, &slots, zone);
            let mut rows: Vec<Row> = matching.candidates.iter().map(row).collect();
            let first = rows.first().cloned();
            rows.sort_by(|one, other| one.id.cmp(&other.id));
            (first, rows)
        };
        let ((nearest, all), (cover, all_too)) = (matched(Preference::Nearest), matched(Preference::Cover));
        prop_assert_eq!(all, all_too, "the same windows");
        if let Some((nearest, cover)) = nearest.zip(cover).filter(|(nearest, cover)| nearest.within_hour && cover.within_hour) {
            let total = |row: &Row| row.entry_rounding + row.exit_rounding;
            prop_assert!(cover.uncovered <= nearest.uncovered, "cover leaves no more uncovered");
            prop_assert!(total(&nearest) <= total(&cover), "nearest rounds no more");
        }
    }

    #[test]
    fn the_order_of_the_doors_slots_changes_nothing(case in case(), keys in prop::collection::vec(any::<u64>(), 8)) {
        let zone = &case.place().zone;
        let told = |slots: &[Slot]| {
            let (rows, mut offs, kind) = answer(&match_stay(&wish(&case.ask), slots, zone));
            offs.sort_by_key(|off: &Off| off.id.clone());
            (rows, offs, kind)
        };
        let in_order: Vec<u64> = (0..8).collect();
        prop_assert_eq!(told(&shuffled(&case, &in_order)), told(&shuffled(&case, &keys)), "the same answer");
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Minutes covered and missing, counted one by one.
    #[test]
    fn uncovered_and_extra_minutes_can_be_counted(case in case()) {
        let slots = slots(&case);
        let (arrival, departure) = (minute(case.ask.arrival), minute(case.ask.departure));
        let whole = |at: DateTime| at.second() == 0 && at.subsec_nanosecond() == 0;
        prop_assume!(whole(case.ask.arrival) && whole(case.ask.departure));
        for candidate in match_stay(&wish(&case.ask), &slots, &case.place().zone).candidates {
            if whole(candidate.entry.civil) && whole(candidate.exit.civil) {
                let window = minute(candidate.entry.civil)..minute(candidate.exit.civil);
                let stay = arrival..departure;
                let missing = stay.clone().filter(|minute| !window.contains(minute)).count();
                let extra = window.clone().filter(|minute| !stay.contains(minute)).count();
                prop_assert_eq!((candidate.uncovered as usize, candidate.extra as usize), (missing, extra), "counted");
            }
        }
    }
}

fn minute(at: DateTime) -> i64 {
    crate::reference::clock::wall(at) / 60_000
}
