//! Bits rot. Whatever row changes, the record is never taken for sound.

use std::os::unix::fs::FileExt;
use std::path::Path;

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::door::KnownDoor;
use domain::event::EventBody;
use domain::ids::{AccountId, DeviceId, IntentId};
use domain::note::{DoorTest, Sent};
use domain::reading::AccountReading;
use domain::recorded_stay::NewStay;
use domain::times::Times;
use domain::workspace::Workspace;
use domain::{Pin, RawAnswer};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;
use store::{FILE_NAME, NotedOn, Reader, Store, back_up};
use testkit::{account, fill, now, stay};

use crate::build::outside;

const TABLES: [&str; 14] = [
    "workspace",
    "account",
    "slot_snapshot",
    "door",
    "code_elsewhere",
    "intent",
    "event",
    "code",
    "seam_event",
    "stay",
    "stay_change",
    "note",
    "door_test",
    "sent",
];

/// Rows of a record other than codes: at least one row of every table that [`fill`] leaves empty.
fn jot(store: &mut Store) {
    let d0 = DeviceId::new("d0");
    let test = DoorTest { intent: Some(IntentId(1)), worked: Some(true), note: RawAnswer::new("tried"), at: now() };
    store
        .write(|write| {
            write.put_account(&account("a1", "Locks"))?;
            write.put_code_elsewhere(&d0, &outside("other", "Cleaning"), now())?;
            write.record_stay(&stay("d0", 400), now())?;
            let id = write.record_stay(&stay("d1", 400), now())?;
            let removed = write.stay(id)?.unwrap();
            write.set_stay_removed(&removed, true, now())?;
            write.link_stay(write.record_stay(&stay("d2", 400), now())?, IntentId(1), now())?;
            write.add_note(NotedOn::Code(IntentId(1)), "left the key inside", now())?;
            write.add_sent(IntentId(1), Sent { is_sent: true, at: now() })?;
            write.add_door_test(&d0, &test)
        })
        .unwrap();
}

/// Every row of every table, or `None` if even that cannot be read.
fn rows(file: &Path) -> Option<Vec<Vec<Value>>> {
    let connection = Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    let mut all = Vec::new();
    for table in TABLES {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).ok()?;
        let columns = statement.column_count();
        let mut found = statement.query([]).ok()?;
        while let Some(row) = found.next().ok()? {
            all.push((0..columns).map(|column| row.get(column)).collect::<Result<_, _>>().ok()?);
        }
    }
    Some(all)
}

fn is_taken_for_sound(file: &Path) -> bool {
    Reader::open_file(file).and_then(|reader| reader.verify()).is_ok_and(|soundness| soundness.is_sound())
}

/// The record's answers to one query after another; queries that it reports it cannot answer are left out.
#[derive(Default, PartialEq)]
struct Answers {
    workspace: Option<Workspace>,
    account: Option<AccountReading>,
    doors: Vec<KnownDoor>,
    codes: Vec<CodeEntry>,
    events: Vec<(i64, EventBody, Option<Pin>)>,
    outside: Vec<CodeElsewhere>,
    stays: Vec<NewStay>,
    notes: Vec<String>,
    tests: Vec<(Option<bool>, String)>,
}

fn answers(file: &Path, codes: i64) -> Answers {
    let Ok(reader) = Reader::open_file(file) else { return Answers::default() };
    let read = reader.read();
    let door = DeviceId::new("d0");
    let intents = || (1..=codes).map(IntentId);
    let events = intents().filter_map(|id| read.history(id).ok()).flatten();
    let notes = read.notes(NotedOn::Code(IntentId(1))).unwrap_or_default();
    let tests = read.door_tests(&door).unwrap_or_default();
    Answers {
        workspace: read.workspace().ok().flatten(),
        account: read.account(&AccountId::new("a1")).ok().flatten(),
        doors: read.doors().unwrap_or_default(),
        codes: intents().filter_map(|id| read.code(id).ok().flatten()).collect(),
        events: events.map(|event| (event.id, event.body, event.secrets.pin)).collect(),
        outside: read.codes_elsewhere(&door, now()).unwrap_or_default(),
        // Whether it was taken back is in other rows: `verify` finds a missing one.
        stays: (1..=3).filter_map(|id| Some(read.stay(id).ok()??.new)).collect(),
        notes: notes.into_iter().map(|note| note.text.expose().to_owned()).collect(),
        tests: tests.into_iter().map(|test| (test.worked, test.note.expose().to_owned())).collect(),
    }
}

impl Answers {
    /// Every answer matches the rows that were written. `verify` finds missing ones.
    fn are_of(&self, sound: &Self) -> bool {
        fn within<T: PartialEq>(now: &[T], sound: &[T]) -> bool {
            now.iter().all(|one| sound.contains(one))
        }
        within(self.workspace.as_slice(), sound.workspace.as_slice())
            && within(self.account.as_slice(), sound.account.as_slice())
            && within(&self.doors, &sound.doors)
            && within(&self.codes, &sound.codes)
            && within(&self.events, &sound.events)
            && within(&self.outside, &sound.outside)
            && within(&self.stays, &sound.stays)
            && within(&self.notes, &sound.notes)
            && within(&self.tests, &sound.tests)
    }
}

/// Flips single bits of a record, one at a time; returns how many of the records were found unsound.
fn flip(codes: i64, flips: u32) -> u32 {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, codes);
    jot(&mut store);
    let path = folder.path().join("copy.db");
    back_up(store.read(), &path).unwrap();
    let before = rows(&path);
    assert!(before.is_some() && is_taken_for_sound(&path), "the copy starts out sound");
    let file = std::fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    let length = file.metadata().unwrap().len();
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut caught = 0;
    for _ in 0..flips {
        let bit = random.next_u64() % (length * 8);
        let mut byte = [0];
        file.read_exact_at(&mut byte, bit / 8).unwrap();
        file.write_all_at(&[byte[0] ^ 1 << (bit % 8)], bit / 8).unwrap();
        if is_taken_for_sound(&path) {
            assert!(rows(&path) == before, "bit {bit} changed a row and was not seen");
        } else {
            caught += 1;
        }
        file.write_all_at(&byte, bit / 8).unwrap();
    }
    assert!(is_taken_for_sound(&path), "with every bit back in its place it is sound again");
    caught
}

/// Each row that a screen or a command shows, with one bit of it flipped: the PIN of a code, its events, a door, a
/// plan.
#[test]
fn a_changed_value_is_never_returned_as_genuine() {
    const CODES: i64 = 4;
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, CODES);
    jot(&mut store);
    let path = folder.path().join("copy.db");
    back_up(store.read(), &path).unwrap();
    let sound = answers(&path, CODES);
    assert!(sound.codes.len() == 4 && sound.stays.len() == 3 && sound.account.is_some(), "there is something of each");
    let file = std::fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    let mut withheld = 0;
    let bytes = std::fs::read(&path).unwrap();
    // One in three of the bytes that are in use, with a bit that turns one digit into another.
    for (place, byte) in bytes.into_iter().enumerate().filter(|(_, byte)| *byte != 0).step_by(3) {
        let place = place as u64;
        file.write_all_at(&[byte ^ 1], place).unwrap();
        let now = answers(&path, CODES);
        assert!(now.are_of(&sound), "byte {place} changed something that was given out");
        withheld += u32::from(now != sound);
        file.write_all_at(&[byte], place).unwrap();
    }
    assert!(withheld > 1_000, "most bytes matter to some answer: {withheld}");
}

#[test]
fn a_record_with_a_changed_row_is_never_taken_for_sound() {
    let caught = flip(60, 1_000);
    assert!(caught > 300, "many bits of a record matter: {caught} of 1000 flips were caught");
}

#[test]
#[ignore = "a thousand walks through a hundred megabytes"]
fn a_large_record_with_a_changed_row_is_never_taken_for_sound() {
    let caught = flip(60_000, 1_000);
    assert!(caught > 300, "many bits of a record matter: {caught} of 1000 flips were caught");
}

/// Bytes in the middle of one page after another are lost, as a disk loses them.
#[test]
fn damaged_record_yields_the_rest_and_reports_missing_codes() {
    const CODES: usize = 60;
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 60);
    let path = folder.path().join("copy.db");
    back_up(store.read(), &path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let mut partly = 0;
    for (page, half) in (1..whole.len() / 4_096).flat_map(|page| [(page, 0), (page, 2_048)]) {
        let mut bytes = whole.clone();
        bytes[page * 4_096 + half..][..2_048].fill(0xa5);
        std::fs::write(&path, bytes).unwrap();
        let Ok(reader) = Reader::open_file(&path) else { continue };
        let (read, filter) = (reader.read(), store::CodeFilter::default());
        match read.codes(&filter, 1_000, Times::corrected(now(), None)) {
            Ok(page) => assert_eq!(page.entries.len(), CODES, "a code was passed over when half of a page was lost"),
            Err(store::Error::Damaged { .. }) => {
                let Ok((rest, unread)) = read.codes_that_can_be_read(&filter, 1_000, Times::corrected(now(), None))
                else {
                    continue;
                };
                assert_eq!(rest.entries.len() + unread as usize, CODES, "page {page}: each is read or counted");
                partly += usize::from(unread > 0 && !rest.entries.is_empty());
            }
            Err(other) => panic!("page {page}: damage is called damage, not {other}"),
        }
    }
    assert!(partly > 5, "a lost page is not the end of all others: {partly}");
}

#[test]
fn a_missing_row_damages_the_ledger_page_that_would_show_its_code() {
    for gone in [
        "DELETE FROM code WHERE intent = 5",
        "DELETE FROM code WHERE intent = 10",
        "DELETE FROM intent WHERE id = 5",
        "DELETE FROM intent WHERE id = 10",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), now()).unwrap();
        fill(&mut store, 10);
        drop(store);
        let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
        connection
            .execute_batch("DROP TRIGGER code_stays; DROP TRIGGER intent_stays; PRAGMA foreign_keys = OFF")
            .unwrap();
        connection.execute_batch(gone).unwrap();
        let reader = Reader::open(folder.path()).unwrap();
        let all = store::CodeFilter::default();
        let page = reader.read().codes(&all, 50, Times::corrected(now(), None));
        assert!(matches!(page, Err(store::Error::Damaged { .. })), "{gone}: it is not passed over: {page:?}");
        let (rest, unread) = reader.read().codes_that_can_be_read(&all, 50, Times::corrected(now(), None)).unwrap();
        assert_eq!((rest.entries.len(), unread), (9, 1), "{gone}: each is read or counted");
    }
}

#[test]
fn a_removed_or_edited_event_is_found() {
    for sql in [
        "DELETE FROM event WHERE id = 5",
        "DELETE FROM event WHERE id > 20",
        "UPDATE event SET detail = replace(detail, 'code-1', 'code-2') WHERE id = 7",
        "UPDATE event SET at = at + 1 WHERE id = 1",
        "UPDATE event SET id = id + 1000 WHERE id > 20",
        "UPDATE intent SET label = CAST(char(0) || 'Somebody else' AS BLOB) WHERE id = 2",
        "UPDATE code SET state = 'gone' WHERE intent = 1",
        "UPDATE code SET seq = 3 WHERE intent = 1",
        "DELETE FROM code WHERE intent = 10",
        "DELETE FROM intent WHERE id = 10",
        "UPDATE code SET intent = 11 WHERE intent = 10",
        "INSERT INTO code SELECT 11, device_id, state, seq, owner, access_code_id, pin, starts_at, ends_at, given_slot_id,
            given_slot_name, differs, notices, scheduled_at, second_codes, places, looks, first_look_at, last_look_at,
            superseded, reading_sum, changed_at FROM code WHERE intent = 10",
        "UPDATE door SET slot_snapshot = 999",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), now()).unwrap();
        fill(&mut store, 10);
        drop(store);
        let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
        let sum = FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
        connection.create_scalar_function("row_sum", -1, sum, |_| Ok(vec![7_u8; 16])).unwrap();
        for trigger in ["event_kept", "event_stays", "intent_kept", "intent_stays", "code_stays"] {
            connection.execute_batch(&format!("DROP TRIGGER IF EXISTS {trigger}")).unwrap();
        }
        connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
        drop(connection);
        let reader = Reader::open(folder.path()).unwrap();
        let problems = reader.verify().unwrap().problems;
        let beyond_schema = problems.iter().filter(|problem| **problem != store::Problem::Schema).count();
        assert!(beyond_schema > 0, "{sql} was not found: {problems:?}");
    }
}
