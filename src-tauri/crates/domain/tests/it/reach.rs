//! The random cases are worth something only if they reach the edges of the rules: each edge is met many times among
//! twenty thousand fixed ones.

use std::collections::BTreeMap;

use domain::matching::{Matching, Refusal, WhyNot, match_stay};
use jiff::SignedDuration;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::against_reference::{row, slots, wish};
use crate::generate::{Case, case};
use crate::reference::Row;
use crate::reference::clock::Showing;

/// How often each edge must be met.
const LEAST: [(&str, u32); 22] = [
    ("a window within the hour", 3_000),
    ("a window beyond the hour", 3_000),
    ("exactly 60 minutes off", 500),
    ("exactly 24 hours off", 150),
    ("a biweekly slot chosen", 600),
    ("an ordinary slot before a biweekly one", 500),
    ("an entry in a gap", 150),
    ("an exit in a gap", 150),
    ("an entry in a fold", 120),
    ("an exit in a fold", 120),
    ("a window of exactly 31 days", 15),
    ("31 days by the calendar, but more elapsed", 35),
    ("order told by uncovered minutes", 350),
    ("order told by the entry", 8),
    ("order told by the name", 400),
    ("order told by the id", 150),
    ("a slot too long", 800),
    ("a slot that ends before it begins", 50),
    ("a slot with an offset of elsewhere", 2_000),
    ("a stay too long, with the longest told", 900),
    ("nothing fits, but a day's rounding would", 1_500),
    ("no usable slot", 400),
];

#[test]
fn the_random_cases_reach_every_edge() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut met = BTreeMap::new();
    for _ in 0..20_000 {
        let case = case().new_tree(&mut runner).unwrap().current();
        let slots = slots(&case);
        let matching = match_stay(&wish(&case.ask), &slots, &case.place().zone);
        let rows: Vec<Row> = matching.candidates.iter().map(row).collect();
        let edges =
            for_windows(&rows).into_iter().chain(for_order(&matching, &rows)).chain(for_refusals(&matching, &case));
        for (edge, _) in edges.filter(|(_, is_met)| *is_met) {
            *met.entry(edge).or_insert(0) += 1;
        }
    }
    for (edge, least) in LEAST {
        assert!(met.get(edge).is_some_and(|times| *times >= least), "{edge} must be met {least} times: {met:#?}");
    }
}

fn for_windows(rows: &[Row]) -> Vec<(&'static str, bool)> {
    let any = |is: &dyn Fn(&Row) -> bool| rows.iter().any(is);
    let length = |row: &Row| row.exit.duration_since(row.entry);
    let either = |row: &Row, minutes| row.entry_rounding == minutes || row.exit_rounding == minutes;
    vec![
        ("a window within the hour", any(&|row| row.within_hour)),
        ("a window beyond the hour", any(&|row| !row.within_hour)),
        ("exactly 60 minutes off", any(&|row| row.within_hour && either(row, 60))),
        ("exactly 24 hours off", any(&|row| either(row, 1440))),
        ("an entry in a gap", any(&|row| row.starts.showing == Showing::Never)),
        ("an exit in a gap", any(&|row| row.ends.showing == Showing::Never)),
        ("an entry in a fold", any(&|row| row.starts.showing == Showing::Twice)),
        ("an exit in a fold", any(&|row| row.ends.showing == Showing::Twice)),
        ("a window of exactly 31 days", any(&|row| length(row) == SignedDuration::from_hours(744))),
    ]
}

/// The value by which the first candidate beat the second.
fn for_order(matching: &Matching<'_>, rows: &[Row]) -> Vec<(&'static str, bool)> {
    let is_biweekly = |at: usize| matching.candidates.get(at).map(|candidate| candidate.slot.facts.is_biweekly);
    let mut edges = vec![
        ("a biweekly slot chosen", is_biweekly(0) == Some(true)),
        ("an ordinary slot before a biweekly one", is_biweekly(0) == Some(false) && is_biweekly(1) == Some(true)),
    ];
    let [one, two, ..] = rows else { return edges };
    let key = |row: &Row, at: usize| {
        let facts = &matching.candidates[at].slot.facts;
        let numbers = (row.entry_rounding + row.exit_rounding, row.uncovered);
        (
            (facts.is_biweekly, row.within_hour, facts.is_24_hour || row.within_hour),
            numbers,
            row.entry,
            facts.name.clone(),
        )
    };
    let (one, two) = (key(one, 0), key(two, 1));
    let same = one.0 == two.0;
    edges.push(("order told by uncovered minutes", same && one.1.0 == two.1.0 && one.1.1 != two.1.1));
    edges.push(("order told by the entry", same && one.1 == two.1 && one.2 != two.2));
    edges.push(("order told by the name", same && (one.1, one.2) == (two.1, two.2) && one.3 != two.3));
    edges.push(("order told by the id", one == two));
    edges
}

fn for_refusals(matching: &Matching<'_>, case: &Case) -> Vec<(&'static str, bool)> {
    let any = |why: &WhyNot| matching.refused.iter().any(|refused| refused.why == *why);
    let only_elapsed = matching.refused.iter().filter(|refused| refused.why == WhyNot::TooLong).any(|refused| {
        let near =
            refused.nearest.filter(|near| near.exit.duration_since(near.entry) <= SignedDuration::from_hours(744));
        near.is_some_and(|near| {
            let clock = &case.place().clock;
            clock.when(near.exit).instant - clock.when(near.entry).instant > 744 * 3_600_000
        })
    });
    let told = matches!(matching.refusal, Some(Refusal::TooLong { longest: Some(_) }));
    vec![
        ("31 days by the calendar, but more elapsed", only_elapsed),
        ("a slot too long", any(&WhyNot::TooLong)),
        ("a slot that ends before it begins", any(&WhyNot::EndsBeforeItBegins)),
        ("a slot with an offset of elsewhere", any(&WhyNot::OffsetNotInZone)),
        ("a stay too long, with the longest told", told),
        (
            "nothing fits, but a day's rounding would",
            matches!(matching.refusal, Some(Refusal::NothingFits { by_day: true, .. })),
        ),
        ("no usable slot", matches!(matching.refusal, Some(Refusal::NoUsableSlot))),
    ]
}
