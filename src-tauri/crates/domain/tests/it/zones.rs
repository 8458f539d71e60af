//! Every zone of the bundled tables, at every change of its clock from 2024 to 2030: instants, offsets, gaps, folds and
//! what is sent to Seam, against the scanned clock of the reference.

use domain::instant::{Dst, Fold, Moment, TimeError, moment, offsets_in_year, resolve};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::places::TABLES;
use crate::probes::{around_changes, scattered, zone_names};
use crate::reference::clock::{Clock, FIRST_YEAR, LAST_YEAR, Showing};

#[test]
fn every_zone_resolves_as_its_clock_shows() {
    let (mut asked, mut skipped, mut repeated) = (0, 0, 0);
    for (seed, name) in zone_names().into_iter().enumerate() {
        let zone = TABLES.zone(name).unwrap_or_else(|| panic!("{name} is in the bundled tables"));
        let clock = Clock::new(zone.clock());
        for at in around_changes(&clock).into_iter().chain(scattered(seed)) {
            let showing = agrees(name, at, zone.clock(), &clock);
            asked += 1;
            skipped += u32::from(showing == Showing::Never);
            repeated += u32::from(showing == Showing::Twice);
        }
    }
    assert!(asked > 60_000, "only {asked} times were asked");
    assert!(skipped > 9_000 && repeated > 9_000, "only {skipped} skipped and {repeated} repeated times were asked");
}

fn agrees(name: &str, at: DateTime, zone: &TimeZone, clock: &Clock) -> Showing {
    let expected = clock.when(at);
    let found = moment(at, zone).unwrap();
    assert_eq!(found.civil, at, "{name} {at}: the slot's own time is kept");
    assert_eq!(found.instant.as_millisecond(), expected.instant, "{name} {at}: instant");
    assert_eq!(found.offset.seconds(), expected.offset, "{name} {at}: offset");
    let dst = match expected.showing {
        Showing::Once => None,
        Showing::Never => Some(Dst::Gap),
        Showing::Twice => Some(Dst::Fold),
    };
    assert_eq!(found.dst, dst, "{name} {at}: what happens on the clock");
    sent_is_the_instant(name, &found);
    folds_by_name(name, at, zone, clock);
    expected.showing
}

/// The text sent reads back as the same instant, and shows the wall and the offset at that instant.
fn sent_is_the_instant(name: &str, found: &Moment) {
    let sent = found.as_sent();
    assert_eq!(sent.parse::<Timestamp>().unwrap(), found.instant, "{name}: {sent} is the instant");
    let (wall, offset) = sent.split_at(sent.len() - 6);
    let minutes: i32 = offset[1..3].parse::<i32>().unwrap() * 60 + offset[4..].parse::<i32>().unwrap();
    let seconds = if offset.starts_with('-') { -minutes * 60 } else { minutes * 60 };
    assert_eq!(seconds, found.offset.seconds(), "{name}: {sent} carries the zone's offset");
    if found.dst != Some(Dst::Gap) {
        assert_eq!(wall.parse::<DateTime>().unwrap(), found.civil, "{name}: {sent} is the slot's exact time");
    }
}

fn folds_by_name(name: &str, at: DateTime, zone: &TimeZone, clock: &Clock) {
    let showings: Vec<_> = clock.showings(at).into_iter().map(|(instant, _)| instant).collect();
    let millis = |fold| resolve(at, zone, fold).map(Timestamp::as_millisecond);
    match showings.as_slice() {
        [] => {
            let Err(TimeError::Gap { before, after, ends }) = resolve(at, zone, Fold::Earlier) else {
                panic!("{name} {at}: a skipped time must not resolve");
            };
            let when = clock.when(at);
            assert_eq!((ends.as_millisecond(), after.seconds()), (when.instant, when.offset), "{name} {at}: gap's end");
            let last_before = ends.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap();
            assert_eq!(before, zone.to_offset(last_before), "{name} {at}: offset before the gap");
        }
        [once] => {
            for fold in [Fold::Earlier, Fold::Later, Fold::Reject] {
                assert_eq!(millis(fold), Ok(*once), "{name} {at}: one showing, whatever the fold");
            }
        }
        [earlier, .., later] => {
            assert_eq!(millis(Fold::Earlier), Ok(*earlier), "{name} {at}: the earlier showing");
            assert_eq!(millis(Fold::Later), Ok(*later), "{name} {at}: the later showing");
            assert!(matches!(millis(Fold::Reject), Err(TimeError::Twice { .. })), "{name} {at}: two showings");
        }
    }
}

#[test]
fn the_offsets_of_every_zone_and_year_are_known() {
    for name in zone_names() {
        let zone = TABLES.zone(name).unwrap();
        let clock = Clock::new(zone.clock());
        for year in FIRST_YEAR..=LAST_YEAR {
            let offsets: Vec<i32> =
                offsets_in_year(zone.clock(), year).into_iter().map(|offset| offset.seconds()).collect();
            for quarter in -4 * 18..=4 * 18 {
                let offset = quarter * 900;
                assert_eq!(
                    offsets.contains(&offset),
                    clock.has_offset(offset, year),
                    "{name} {year}: offset {offset} s"
                );
            }
        }
    }
}
