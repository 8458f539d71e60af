//! Lists, searches and counts, against rows that the test knows.

use domain::cause::NotSentWhy;
use domain::code::NewIntent;
use domain::event::{EventBody, Secrets};
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::{State, seen_at};
use domain::times::Times;
use jiff::Timestamp;
use store::{CodeFilter, Store};
use testkit::{door, fill, intent, now, sending};

use crate::build::outside;

fn ids(store: &Store, filter: &CodeFilter, at: Timestamp) -> Vec<i64> {
    let page = store.read().codes(filter, 1_000, Times::corrected(at, None)).unwrap();
    assert_eq!(page.total, page.entries.len() as u64, "one page holds all, so the total is its length");
    page.entries.iter().map(|entry| entry.intent.id.0).collect()
}

#[test]
fn pages_follow_one_another_without_gap_or_repeat() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 25);
    let mut filter = CodeFilter::default();
    let mut seen = Vec::new();
    loop {
        let page = store.read().codes(&filter, 10, Times::corrected(now(), None)).unwrap();
        assert_eq!(page.total, 25, "the total is of all pages");
        seen.extend(page.entries.iter().map(|entry| entry.intent.id.0));
        filter.after = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(seen, (1..=25).rev().collect::<Vec<_>>(), "newest first, each once");
}

#[test]
fn filters_combine() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 25);
    let search = |text: &str| CodeFilter { search: Some(text.to_owned()), ..CodeFilter::default() };
    assert_eq!(ids(&store, &search("door d3"), now()), [24, 19, 14, 9, 4], "by door name");
    assert_eq!(ids(&store, &search("2026-12-10"), now()).len(), 5, "by date of arrival");
    let marker = store.read().code(IntentId(7)).unwrap().unwrap().intent.marker;
    assert_eq!(ids(&store, &search(&marker.to_string()[..8]), now()), [7], "by the beginning of the marker");
    assert_eq!(ids(&store, &search(&marker.to_string()), now()), [7], "by the marker as it is shown");
    assert!(ids(&store, &search("nobody"), now()).is_empty(), "by nothing");
    assert_eq!(ids(&store, &search("\"' * - OR ("), now()).len(), 0, "signs are no syntax");
    for signs in ["\"", "***", "-", "\u{1f3e0}", "# #", "\u{0}"] {
        assert!(ids(&store, &search(signs), now()).is_empty(), "{signs:?} stands in no label: nothing, not everything");
    }
    for blank in ["", "  ", "#", " # "] {
        assert_eq!(ids(&store, &search(blank), now()).len(), 25, "{blank:?}: nothing is asked for yet");
    }
    assert_eq!(ids(&store, &search("d3 \"-\""), now()).len(), 5, "beside a word, signs do not count");
    let both = CodeFilter { device: Some(DeviceId::new("d1")), ..search("Dec 10-13") };
    assert_eq!(ids(&store, &both, now()), [7], "door and search");
    let during = |at: &str| CodeFilter { at: Some(at.parse().unwrap()), ..CodeFilter::default() };
    assert_eq!(ids(&store, &during("2026-12-04T00:00:00Z"), now()), [5, 4, 3, 2, 1], "who can get in on 4 December");
    assert!(ids(&store, &during("2026-12-08T00:00:00Z"), now()).is_empty(), "nobody between two stays");
}

#[test]
fn dates_are_found_as_they_are_shown() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 25);
    let search = |text: &str| CodeFilter { search: Some(text.to_owned()), ..CodeFilter::default() };
    // No label has the dates of these: they are in the stay alone.
    let new = NewIntent { label: "Guest of the owner".into(), ..intent("d9", 1) };
    let own = store.write(|write| write.record_intent(&new, "me", Vec::new(), now())).unwrap().id.0;
    let shown = [
        "Dec 10",
        "dec",
        "december",
        "12/10",
        "10/12/2026",
        "10 Dec",
        "10 dec",
        "10 Dec 2026",
        "Dec 10, 2026",
        "Thu 10 Dec, 16:00",
        "2026-12-10",
        "10–13 Dec 2026",
        "10 dic",
        "10 de diciembre de 2026",
        "jue 10 dic",
        "13 Dec",
        "guest 10 Dec",
        "December 2026",
    ];
    for text in shown {
        assert!(ids(&store, &search(text), now()).contains(&own), "{text:?} is how its date is shown");
    }
    for text in ["11 Dec", "Dec 12", "10 Nov", "10 Dec 2027", "10–14 Dec 2026", "loft 10 Dec", "12 Oct"] {
        assert!(!ids(&store, &search(text), now()).contains(&own), "{text:?} is another day, or not all of it");
    }
    assert_eq!(ids(&store, &search("10 Dec"), now()).len(), 6, "every stay of that day, whatever its label says");
}

#[test]
fn words_are_found_inside_scripts_without_spaces() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 5);
    let texts = [("東京タワー三号室", "海の家"), ("王小明先生", "山顶别墅 5_a"), ("บ้านสวนริมน้ำ", "서울역앞집")];
    let mut own = Vec::new();
    for (n, (label, door_name)) in (1..).zip(texts) {
        let new = NewIntent { label: label.into(), door_name: door_name.into(), ..intent("d9", n) };
        own.push(store.write(|write| write.record_intent(&new, "me", Vec::new(), now())).unwrap().id.0);
    }
    let search = |text: &str| CodeFilter { search: Some(text.to_owned()), ..CodeFilter::default() };
    let cases = [
        ("タワー", own[0]),
        ("三号", own[0]),
        ("の家", own[0]),
        ("小明", own[1]),
        ("别墅", own[1]),
        ("ริมน้ำ", own[2]),
        ("역앞", own[2]),
        ("小明 10 Dec", own[1]),
        ("2026-12 别墅 先生", own[1]),
    ];
    for (text, found) in cases {
        let (text, found) = (text.replace("10 Dec", "17 Dec"), [found]);
        assert_eq!(ids(&store, &search(&text), now()), found, "{text:?} is inside a word");
        let within = CodeFilter { device: Some(DeviceId::new("d9")), ..search(&text) };
        assert_eq!(ids(&store, &within, now()), found, "{text:?} at its door");
        let (page, unread) =
            store.read().codes_that_can_be_read(&search(&text), 10, Times::corrected(now(), None)).unwrap();
        assert_eq!((page.entries.len(), unread), (1, 0), "{text:?} where each code is read by itself");
    }
    for text in ["大阪", "タワ一", "小_明", "墅%", "小明 loft", "。"] {
        assert!(ids(&store, &search(text), now()).is_empty(), "{text:?} is nowhere");
    }
}

/// Every combination against the rows that each of its conditions finds alone.
#[test]
fn a_search_with_filters_finds_their_intersection() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 40);
    let later: Timestamp = "2026-12-19T00:00:00Z".parse().unwrap();
    store
        .write(|write| {
            write.append(
                IntentId(3),
                &EventBody::Gone { access_code_id: "code-2".into() },
                &Secrets::default(),
                later,
            )?;
            write.append(
                IntentId(33),
                &EventBody::Gone { access_code_id: "code-32".into() },
                &Secrets::default(),
                later,
            )
        })
        .unwrap();
    let by_then = Times::corrected(later, None);
    let all = store.read().codes(&CodeFilter::default(), 1_000, by_then).unwrap().entries;
    let searches = [None, Some("door"), Some("d3"), Some("Dec 10"), Some("2026-12"), Some("nobody")];
    let doors = [None, Some("d1"), Some("d3"), Some("d9")];
    let states = [vec![], vec![State::Set], vec![State::Ended], vec![State::Gone], vec![State::Gone, State::Ended]];
    let moments = [None, Some("2026-12-04T00:00:00Z"), Some("2026-12-31T12:00:00Z"), Some("2030-01-01T00:00:00Z")];
    for (search, device) in searches.iter().flat_map(|search| doors.map(|door| (search.map(str::to_owned), door))) {
        let found = ids(&store, &CodeFilter { search: search.clone(), ..CodeFilter::default() }, later);
        for (states, at) in states.iter().flat_map(|states| moments.map(|at| (states.clone(), at))) {
            let at: Option<Timestamp> = at.map(|at| at.parse().unwrap());
            let device = device.map(DeviceId::new);
            let expected = all.iter().filter(|entry| {
                let code = &entry.code;
                found.contains(&entry.intent.id.0)
                    && device.as_ref().is_none_or(|device| code.device_id == *device)
                    && (states.is_empty() || states.contains(&seen_at(code.state, code.ends_at, by_then)))
                    && at.is_none_or(|at| code.starts_at <= at && at < code.ends_at)
            });
            let expected: Vec<i64> = expected.map(|entry| entry.intent.id.0).collect();
            let filter = CodeFilter { device, states, at, search: search.clone(), ..CodeFilter::default() };
            assert_eq!(ids(&store, &filter, later), expected, "{filter:?}");
            let page = store.read().codes(&filter, 2, by_then).unwrap();
            assert_eq!(page.total, expected.len() as u64, "a page of two knows how many there are: {filter:?}");
            let rest = CodeFilter { after: page.next, ..filter };
            if page.next.is_some() {
                let rest = store.read().codes(&rest, 1_000, by_then).unwrap();
                let rest: Vec<i64> = rest.entries.iter().map(|entry| entry.intent.id.0).collect();
                assert_eq!(rest, expected[2..], "and the next page goes on from it");
            }
        }
    }
}

#[test]
fn a_code_whose_window_is_over_has_ended_in_every_list() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 25);
    let later: Timestamp = "2026-12-09T00:00:00Z".parse().unwrap();
    let in_state = |state| CodeFilter { states: vec![state], ..CodeFilter::default() };
    assert_eq!(ids(&store, &in_state(State::Ended), later), [5, 4, 3, 2, 1], "the first week is over");
    assert_eq!(ids(&store, &in_state(State::Set), later).len(), 20, "the others are set");
    let both = CodeFilter { states: vec![State::Ended, State::Set], ..CodeFilter::default() };
    assert_eq!(ids(&store, &both, later).len(), 25, "either");
}

#[test]
fn everything_that_may_be_on_the_lock_is_counted() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 5);
    let d0 = DeviceId::new("d0");
    store
        .write(|write| {
            let flying = write.record_intent(&intent("d0", 9), "me", Vec::new(), now())?;
            write.append(flying.id, &sending(), &Secrets::default(), now())?;
            let failed = write.record_intent(&intent("d0", 10), "me", Vec::new(), now())?;
            write.append(
                failed.id,
                &EventBody::NotSent { why: NotSentWhy::NoConnection.into() },
                &Secrets::default(),
                now(),
            )?;
            write.put_code_elsewhere(&d0, &outside("o1", "Cleaner"), now())?;
            write.put_code_elsewhere(&d0, &outside("o2", "#7KQ2M9XA4T-1 Loft"), now())?;
            Ok::<_, store::Error>(())
        })
        .unwrap();
    let usage = store.read().usage_of(&d0, Times::corrected(now(), None)).unwrap();
    assert_eq!((usage.live, usage.in_flight, usage.elsewhere), (1, 1, 2), "what was not sent takes no place");
    assert_eq!(usage.next_free.unwrap().to_string(), "2026-12-06T18:00:00Z", "when the stay's code ends");
    let much_later = "2027-06-01T00:00:00Z".parse().unwrap();
    assert_eq!(
        store.read().usage_of(&d0, Times::corrected(much_later, None)).unwrap(),
        store::Usage::default(),
        "everything ends"
    );
    let marked =
        store.read().codes_elsewhere(&d0, now()).unwrap().into_iter().filter(|code| code.marker.is_some()).count();
    assert_eq!(marked, 1, "a code of another computer is recognised");
}

#[test]
fn a_code_made_elsewhere_keeps_its_place_until_its_end() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 0);
    let d0 = DeviceId::new("d0");
    let miss = |store: &mut Store| {
        let code = store.read().codes_elsewhere(&d0, now()).unwrap().remove(0);
        store.write(|write| write.miss_code_elsewhere(&code, now())).unwrap();
        store.read().codes_elsewhere(&d0, now()).unwrap()[0].is_unlisted()
    };
    store.write(|write| write.put_code_elsewhere(&d0, &outside("o1", "Cleaner"), now())).unwrap();
    assert!(!miss(&mut store), "one reading without it proves nothing");
    assert!(
        store.write(|write| write.put_code_elsewhere(&d0, &outside("o1", "Cleaner"), now())).unwrap(),
        "it is back"
    );
    assert!(!miss(&mut store), "and counting starts anew");
    assert!(miss(&mut store), "after the second in a row it is no longer listed");
    let at = |now| {
        let read = store.read();
        (
            read.usage_of(&d0, Times::corrected(now, None)).unwrap().elsewhere,
            read.codes_elsewhere(&d0, now).unwrap().len(),
        )
    };
    let end = store.read().codes_elsewhere(&d0, now()).unwrap()[0].ends_at.unwrap();
    assert_eq!(at(now()), (1, 1), "what was computed for a lock works until its end");
    assert_eq!(at(end), (0, 0), "and then it takes no place and is not shown");
}

#[test]
fn an_unchanged_reading_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 0);
    let first = store.write(|write| write.put_door(&door("d9", "New"), now())).unwrap();
    assert!(first.is_new && first.is_changed, "the first reading is news");
    let again = store.write(|write| write.put_door(&door("d9", "New"), now())).unwrap();
    assert!(!again.is_new && !again.is_changed && again.slots.is_none(), "the same again is not: {again:?}");
    let mut other = door("d9", "New");
    other.slots[0].check_in = Some("15:00".into());
    let changed = store.write(|write| write.put_door(&other, now())).unwrap();
    assert!(changed.slots.is_some(), "another time of a slot is a new snapshot: {changed:?}");
    let (before, _) = changed.slots.unwrap();
    assert!(store.read().slot_snapshot(before).unwrap().is_some(), "and the old one is kept");
}
