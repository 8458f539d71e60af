//! chrono-tz as the second opinion: if its older tables and the ones in use show the same clock it must be silent, and
//! if they do not it must report a difference, at exactly those civil times whose instants differ.
//!
//! Both clocks are scanned by the reference through "offset at this instant", each from its own library.

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::{DateTime as ChronoDateTime, Offset as _, TimeZone as _};
use domain::tables::Source;

use crate::places::TABLES;
use crate::probes::{around_changes, scattered, zone_names};
use crate::reference::clock::Clock;

fn chrono_clock(name: &str) -> Option<Clock> {
    let zone = chrono_tz::Tz::from_str(name).ok()?;
    let offset_at = |second| {
        let utc = ChronoDateTime::from_timestamp(second, 0).unwrap().naive_utc();
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    };
    Some(Clock::scan(offset_at))
}

#[test]
fn the_second_opinion_disagrees_exactly_where_the_tables_differ() {
    let (mut asked, mut differing) = (0, BTreeSet::new());
    for (seed, name) in zone_names().into_iter().enumerate() {
        let zone = TABLES.zone(name).unwrap();
        let ours = Clock::new(zone.clock());
        let Some(theirs) = chrono_clock(name) else {
            let here = scattered(seed)[0];
            assert!(TABLES.disagreement(&zone, here).is_empty(), "{name}: who does not know the zone is silent");
            continue;
        };
        for at in around_changes(&ours).into_iter().chain(around_changes(&theirs)).chain(scattered(seed)) {
            let opinions = TABLES.opinions(&zone, at);
            let found: Vec<_> =
                opinions.iter().map(|opinion| (opinion.source, opinion.instant.as_millisecond())).collect();
            let (one, two) = (ours.when(at).instant, theirs.when(at).instant);
            assert_eq!(found, [(Source::Bundled, one), (Source::SecondOpinion, two)], "{name} {at}: both opinions");
            assert_eq!(TABLES.disagreement(&zone, at).is_empty(), one == two, "{name} {at}: spoken of if they differ");
            asked += 1;
            if one != two {
                differing.insert(name);
            }
        }
    }
    assert!(asked > 100_000, "only {asked} times were asked");
    assert!(differing.contains("America/Vancouver"), "permanent since 2026, which 2025b does not know: {differing:?}");
    assert!(differing.len() < 60, "most zones' rules did not change: {differing:?}");
}
