//! The host's own entries: recorded stays, notes, tests of doors.

use domain::RawAnswer;
use domain::ids::{DeviceId, IntentId};
use domain::note::{DoorTest, Sent};
use domain::times::Times;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use store::{FILE_NAME, NotedOn, Store};
use testkit::{fill, now, stay};

fn later(hours: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_hours(hours)).unwrap()
}

fn write<T>(store: &mut Store, work: impl FnOnce(&store::Write<'_>) -> Result<T, store::Error>) -> T {
    store.write(work).unwrap()
}

#[test]
fn a_stay_can_be_removed_and_restored_with_its_history() {
    let mut store = Store::in_memory().unwrap();
    let id = write(&mut store, |write| write.record_stay(&stay("d0", 0), now()));
    let listed = |store: &Store| store.read().stays(Times::corrected(now(), None)).unwrap().len();
    assert_eq!(listed(&store), 1, "it is noted");
    let row = store.read().stay(id).unwrap().unwrap();
    assert_eq!((row.new, row.intent), (stay("d0", 0), None), "as it was given, without a code");
    for (removed, left) in [(true, 0), (true, 0), (false, 1), (false, 1), (true, 0)] {
        let row = store.read().stay(id).unwrap().unwrap();
        write(&mut store, |write| write.set_stay_removed(&row, removed, now()));
        assert_eq!(listed(&store), left, "taken back: {removed}");
    }
    assert!(store.read().stay(id).unwrap().unwrap().removed, "and can still be read");
    assert!(store.verify().unwrap().is_sound(), "every row carries its sum");
}

#[test]
fn a_stay_is_over_at_its_departure() {
    let mut store = Store::in_memory().unwrap();
    write(&mut store, |write| write.record_stay(&stay("d0", 0), now()));
    let end = stay("d0", 0).ends_at;
    let just_before = end.checked_sub(SignedDuration::from_secs(1)).unwrap();
    assert_eq!(store.read().stays(Times::corrected(just_before, None)).unwrap().len(), 1, "the guest is still there");
    assert!(store.read().stays(Times::corrected(end, None)).unwrap().is_empty(), "gone");
}

#[test]
fn a_stay_has_the_code_that_was_issued_for_it() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 5);
    let (same, other) = write(&mut store, |write| {
        Ok((write.record_stay(&stay("d0", 0), now())?, write.record_stay(&stay("d9", 7), now())?))
    });
    let code = |store: &Store, id| store.read().stay(id).unwrap().unwrap().intent;
    assert_eq!(code(&store, same), Some(IntentId(1)), "a code of the same stay is its code, whoever asked for it");
    assert_eq!(code(&store, other), None, "no code is of this stay");
    for _ in 0..2 {
        write(&mut store, |write| write.link_stay(other, IntentId(3), now()));
    }
    assert_eq!(code(&store, other), Some(IntentId(3)), "the one that was issued for it, with other times perhaps");
    write(&mut store, |write| write.link_stay(77, IntentId(3), now()));
    assert!(store.verify().unwrap().is_sound(), "a stay that is not there gets nothing");
}

#[test]
fn notes_are_kept_and_listed_newest_first() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 2);
    let door = DeviceId::new("d0");
    write(&mut store, |write| {
        write.add_note(NotedOn::Door(&door), "sticks", now())?;
        write.add_note(NotedOn::Code(IntentId(1)), "told by text", now())?;
        write.add_note(NotedOn::Door(&door), "greased", later(1))
    });
    let texts =
        |on| store.read().notes(on).unwrap().iter().map(|note| note.text.expose().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(NotedOn::Door(&door)), ["greased", "sticks"], "the newest first");
    assert_eq!(texts(NotedOn::Code(IntentId(1))), ["told by text"], "each with its own");
    assert!(texts(NotedOn::Code(IntentId(2))).is_empty(), "and nobody else's");
}

#[test]
fn door_tests_are_kept() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 2);
    let door = DeviceId::new("d0");
    let test = |worked, at| DoorTest { intent: Some(IntentId(1)), worked, note: RawAnswer::new("front"), at };
    write(&mut store, |write| {
        write.add_door_test(&door, &test(None, now()))?;
        write.add_door_test(&door, &test(Some(true), later(1)))
    });
    let read = store.read().door_tests(&door).unwrap();
    assert_eq!(read, [test(Some(true), later(1)), test(None, now())], "as they were told, the newest first");
}

#[test]
fn notes_can_be_neither_changed_nor_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 2);
    write(&mut store, |write| {
        let id = write.record_stay(&stay("d0", 0), now())?;
        let row = write.stay(id)?.unwrap();
        write.set_stay_removed(&row, true, now())?;
        write.add_note(NotedOn::Code(IntentId(1)), "guest: Smith", now())?;
        write.add_sent(IntentId(1), Sent { is_sent: true, at: now() })?;
        let note = RawAnswer::new("Smith");
        write.add_door_test(&DeviceId::new("d0"), &DoorTest { intent: None, worked: None, note, at: now() })
    });
    let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    connection.execute_batch("PRAGMA recursive_triggers = ON").unwrap();
    for (table, change) in [
        ("stay", "zone = 'x'"),
        ("stay_change", "at = 0"),
        ("note", "at = 0"),
        ("door_test", "at = 0"),
        ("sent", "at = 0"),
    ] {
        assert!(connection.execute_batch(&format!("UPDATE {table} SET {change}")).is_err(), "{table} is never changed");
        assert!(connection.execute_batch(&format!("DELETE FROM {table}")).is_err(), "{table} is never deleted");
    }
    for column in ["label FROM stay", "text FROM note", "note FROM door_test"] {
        let sealed: Vec<u8> = connection.query_row(&format!("SELECT {column}"), [], |row| row.get(0)).unwrap();
        assert_eq!(sealed.first(), Some(&0), "{column} goes through the one way for what may tell of a guest");
    }
}
