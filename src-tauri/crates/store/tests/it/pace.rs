//! How fast doors fill, and codes by time.

use domain::event::{EventBody, Secrets};
use domain::ids::DeviceId;
use jiff::{SignedDuration, Timestamp};
use store::{Pace, Store};
use testkit::{intent, now};

fn days(days: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_hours(24 * days)).unwrap()
}

/// The `n`-th code of a door (its stay is `n` weeks after the first), made on a day.
fn make(store: &mut Store, door: &str, n: i64, made: Timestamp) {
    store
        .write(|write| {
            write.record_intent(&intent(door, n), "me", Vec::new(), made)?;
            Ok::<_, store::Error>(())
        })
        .unwrap();
}

#[test]
fn codes_made_and_ended_in_a_span_are_counted() {
    let mut store = Store::in_memory().unwrap();
    // Stays end 14 days after `now`, 21, 28 and so on.
    for (n, made) in [(0, -200), (1, -100), (2, -80), (3, -10), (4, 0)] {
        make(&mut store, "d0", n, days(made));
    }
    make(&mut store, "d1", 5, days(0));
    let d0 = DeviceId::new("d0");
    let paces = store.read().paces(None, days(-90), days(0)).unwrap();
    assert_eq!(paces.since, Some(days(-90)), "the record is older");
    assert_eq!(paces.doors[&d0], Pace { taken: 3, freed: 0 }, "three of them within 90 days");
    assert_eq!(paces.doors[&DeviceId::new("d1")], Pace { taken: 1, freed: 0 }, "each door by itself");
    let paces = store.read().paces(Some(&d0), days(-60), days(30)).unwrap();
    assert_eq!(paces.doors[&d0], Pace { taken: 2, freed: 3 }, "later three of them have ended");
    assert_eq!(paces.doors.len(), 1, "one door was asked for");
    let paces = store.read().paces(None, days(-300), days(0)).unwrap();
    assert_eq!(paces.since, Some(days(-200)), "the record begins with its first intent");
    let paces = Store::in_memory().unwrap().read().paces(None, days(-90), days(0)).unwrap();
    assert!(paces.since.is_none() && paces.doors.is_empty(), "an empty record has no pace");
}

#[test]
fn an_unsent_code_takes_no_place() {
    let mut store = Store::in_memory().unwrap();
    make(&mut store, "d0", 0, days(0));
    store
        .write(|write| {
            let why = domain::cause::NotSentWhy::NoConnection.into();
            write.append(domain::ids::IntentId(1), &EventBody::NotSent { why }, &Secrets::default(), now())
        })
        .unwrap();
    let read = store.read();
    assert!(read.paces(None, days(-90), days(30)).unwrap().doors.is_empty(), "neither taken nor freed");
    assert!(read.codes_between(None, days(0), days(60)).unwrap().is_empty(), "no bar in a calendar");
    assert!(read.overlapping_codes(&DeviceId::new("d0"), days(0), days(60)).unwrap().is_empty(), "and in nobody's way");
}

#[test]
fn codes_are_found_by_the_span_they_overlap() {
    let mut store = Store::in_memory().unwrap();
    make(&mut store, "d0", 0, days(0));
    make(&mut store, "d1", 0, days(0));
    let (starts, ends) = {
        let code = store.read().code(domain::ids::IntentId(1)).unwrap().unwrap().code;
        (code.starts_at, code.ends_at)
    };
    let second = SignedDuration::from_secs(1);
    let cases = [
        (starts - second, starts, 0, "over when it begins"),
        (starts, starts + second, 2, "its first second"),
        (ends - second, ends, 2, "its last second"),
        (ends, ends + second, 0, "begun when it is over"),
        (starts - second, ends + second, 2, "around it"),
    ];
    for (from, to, count, why) in cases {
        assert_eq!(store.read().codes_between(None, from, to).unwrap().len(), count, "{why}");
        let own = store.read().codes_between(Some(&DeviceId::new("d1")), from, to).unwrap();
        assert_eq!(own.len(), count / 2, "{why}, one door's");
    }
}
