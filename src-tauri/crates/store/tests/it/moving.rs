//! Opening, migrating, backing up, restoring.

use std::path::Path;

use rusqlite::Connection;
use store::{Error, FILE_NAME, Reader, Store, back_up, find_set_aside, restore};
use testkit::{fill, intent, now};

use crate::build::names;

#[test]
fn a_newer_record_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path(), now()).unwrap());
    let file = folder.path().join(FILE_NAME);
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    assert!(matches!(Store::open(folder.path(), now()), Err(Error::Newer { found: 99, .. })), "it says which version");
    assert!(matches!(Reader::open(folder.path()), Err(Error::Newer { .. })), "reading says so too");
    assert_eq!(std::fs::read(&file).unwrap(), bytes, "not a byte of it is changed");
}

#[test]
fn a_foreign_file_is_refused_and_never_called_newer() {
    let others = [
        "CREATE TABLE other (x)",
        "CREATE TABLE other (x); PRAGMA user_version = 99",
        "CREATE TABLE other (x); PRAGMA user_version = 99; PRAGMA application_id = 252006673",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 252006673",
    ];
    for sql in others {
        let (folder, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = folder.path().join(FILE_NAME);
        Connection::open(&file).unwrap().execute_batch(sql).unwrap();
        let bytes = std::fs::read(&file).unwrap();
        let opened = [
            Store::open(folder.path(), now()).map(drop),
            Reader::open(folder.path()).map(drop),
            restore(&file, own.path(), now()).map(drop),
        ];
        for (opened, how) in opened.into_iter().zip(["for writing", "for reading", "as a backup"]) {
            assert!(matches!(opened, Err(Error::NotOurs { .. })), "{sql}, {how}: {opened:?}");
        }
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "{sql}: not a byte of it is changed");
        assert!(names(own.path()).is_empty(), "{sql}: nothing was begun");
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_a_file_is_named_without_waiting() {
    let (folder, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let pipe = folder.path().join("pipe");
    assert!(
        std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success(),
        "a pipe that nobody writes to"
    );
    let socket = folder.path().join("socket");
    let _bound = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    for no_file in [folder.path(), &pipe, &socket, Path::new("/dev/zero"), Path::new("/dev/null")] {
        let refused = restore(no_file, own.path(), now()).map(drop);
        assert!(matches!(&refused, Err(Error::NotAFile { path }) if path == no_file), "it is named: {refused:?}");
    }
    let missing = restore(&folder.path().join("none"), own.path(), now()).map(drop);
    assert!(matches!(missing, Err(Error::Missing { .. })), "what is not there is said to be: {missing:?}");
    let file = own.path().join(FILE_NAME);
    std::fs::create_dir(&file).unwrap();
    for opened in [Store::open(own.path(), now()).map(drop), Reader::open(own.path()).map(drop)] {
        assert!(matches!(opened, Err(Error::NotAFile { .. })), "a folder in the record's place: {opened:?}");
    }
    assert!(file.is_dir(), "it is left alone");
}

#[test]
fn a_wrecked_record_is_set_aside_and_never_replaced_by_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 3);
    drop(store);
    let file = folder.path().join(FILE_NAME);
    std::fs::write(&file, b"this was a database once".repeat(500)).unwrap();
    let Err(Error::SetAside { set_aside }) = Store::open(folder.path(), now()) else { panic!("damage is told") };
    assert!(set_aside.exists() && !file.exists(), "the wreck is kept under another name");
    assert!(matches!(Store::open(folder.path(), now()), Err(Error::SetAside { .. })), "and nothing takes its place");
    assert!(matches!(Reader::open(folder.path()), Err(Error::SetAside { .. })), "readers are told too");
    assert_eq!(find_set_aside(folder.path()), Some(set_aside), "the host can find it");
}

#[test]
fn an_emptied_record_is_not_taken_for_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    fill(&mut Store::open(folder.path(), now()).unwrap(), 3);
    let file = folder.path().join(FILE_NAME);
    std::fs::write(&file, b"").unwrap();
    assert!(matches!(Reader::open(folder.path()), Err(Error::Damaged { .. })), "a reader calls it damage");
    assert!(matches!(Store::open(folder.path(), now()), Err(Error::SetAside { .. })), "and no code is issued upon it");
    assert!(!file.exists() && find_set_aside(folder.path()).is_some(), "what is left of it is kept");
}

#[test]
fn simultaneous_first_starts_open_one_record() {
    let folder = tempfile::tempdir().unwrap();
    let opened = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..8).map(|_| scope.spawn(|| Store::open(folder.path(), now()).map(drop))).collect();
        starts.into_iter().map(|start| start.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(opened.iter().all(Result::is_ok), "each start has the record: {opened:?}");
    assert_eq!(names(folder.path()), [FILE_NAME], "nothing of the beginning is left");
}

#[test]
fn a_backup_is_verified_and_restored_completely() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 30);
    let backup = elsewhere.path().join("copy.db");
    let soundness = back_up(store.read(), &backup).unwrap();
    assert_eq!((soundness.codes, soundness.events), (30, 120), "the copy was opened and counted");
    assert!(matches!(back_up(store.read(), &backup), Err(Error::Exists { .. })), "a backup is never overwritten");
    fill_more(&mut store);
    drop(store);
    let (restored, aside) = restore(&backup, folder.path(), now()).unwrap();
    assert_eq!(restored.codes, 30, "what the backup held");
    let aside = aside.unwrap();
    assert_eq!(Reader::open_file(&aside).unwrap().verify().unwrap().codes, 31, "the newer record is kept");
    let store = Store::open(folder.path(), now()).unwrap();
    let soundness = store.verify().unwrap();
    assert!(soundness.is_sound(), "the restored record is sound: {:?}", soundness.problems);
    assert_eq!(soundness.events, 121, "and remembers that it was restored");
}

fn fill_more(store: &mut Store) {
    let new = intent("d0", 300);
    store.write(|write| write.record_intent(&new, "me", Vec::new(), now())).unwrap();
}

#[test]
fn a_bad_backup_changes_nothing() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 30);
    let backup = elsewhere.path().join("copy.db");
    back_up(store.read(), &backup).unwrap();
    let good = std::fs::read(&backup).unwrap();
    let cases: [(&str, Vec<u8>); 4] = [
        ("cut", good[..good.len() / 2].to_vec()),
        ("empty", Vec::new()),
        ("text", b"not a database at all, but long enough to look".to_vec()),
        ("flipped", with_a_flipped_pin(&good)),
    ];
    for (name, bytes) in cases {
        let bad = elsewhere.path().join(name);
        std::fs::write(&bad, bytes).unwrap();
        let refused = restore(&bad, folder.path(), now());
        assert!(refused.is_err(), "a {name} backup is refused");
    }
    assert!(restore(Path::new("/nowhere/at/all"), folder.path(), now()).is_err(), "so is one that is not there");
    assert_eq!(store.verify().unwrap().codes, 30, "the record is what it was");
}

/// One bit of a PIN: SQLite's own check does not see it.
fn with_a_flipped_pin(good: &[u8]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    let pin = bytes.windows(6).position(|window| window == b"007919").unwrap();
    bytes[pin + 5] ^= 1;
    bytes
}

#[test]
fn no_backup_replaces_an_open_record() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 2);
    let backup = elsewhere.path().join("backup.db");
    back_up(store.read(), &backup).unwrap();
    let refused = restore(&backup, folder.path(), now());
    assert!(matches!(refused, Err(Error::InUse)), "what it goes on to write would be set aside: {refused:?}");
    fill_more(&mut store);
    drop(store);
    restore(&backup, folder.path(), now()).unwrap();
    assert_eq!(Reader::open(folder.path()).unwrap().verify().unwrap().codes, 2, "once it is closed");
}

#[test]
fn leftovers_of_a_killed_restore_never_enter_the_next() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(elsewhere.path(), now()).unwrap();
    fill(&mut store, 2);
    let backup = elsewhere.path().join("backup.db");
    back_up(store.read(), &backup).unwrap();
    // The same record with one more code, whose newest pages are in the WAL.
    fill_more(&mut store);
    for (name, left) in [(FILE_NAME, "latchbook.db.part"), ("latchbook.db-wal", "latchbook.db.part-wal")] {
        std::fs::copy(elsewhere.path().join(name), folder.path().join(left)).unwrap();
    }
    let (restored, _) = restore(&backup, folder.path(), now()).unwrap();
    assert_eq!(restored.codes, 2, "the backup and nothing else");
    assert_eq!(names(folder.path()), [FILE_NAME], "and nothing of the other is left");
}

#[test]
fn leftover_wal_never_enters_a_new_record() {
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join("latchbook.db-wal");
    std::fs::write(&left, "what was written last").unwrap();
    let refused = Store::open(folder.path(), now()).map(drop);
    assert!(matches!(&refused, Err(Error::Orphan { left: named }) if *named == left), "it is named: {refused:?}");
    std::fs::rename(&left, folder.path().join("elsewhere")).unwrap();
    Store::open(folder.path(), now()).expect("the host has moved it away");
}

#[test]
fn a_record_in_a_read_only_folder_can_be_read() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 3);
    let copy = elsewhere.path().join(FILE_NAME);
    back_up(store.read(), &copy).unwrap();
    let mut mode = std::fs::metadata(elsewhere.path()).unwrap().permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(elsewhere.path(), mode).unwrap();
    assert_eq!(Reader::open(elsewhere.path()).unwrap().verify().unwrap().codes, 3, "a stick can be write-protected");
}

#[test]
fn the_schema_of_version_3_is_the_released_one() {
    let store = Store::in_memory().unwrap();
    drop(store);
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path(), now()).unwrap());
    let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    let mut statement =
        connection.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn leftover_wal_never_enters_a_restored_record() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 10);
    let backup = elsewhere.path().join("copy.db");
    back_up(store.read(), &backup).unwrap();
    fill_more(&mut store);
    // As a crash between two renames leaves it: the log of the last writes, and no file.
    let wal = folder.path().join(format!("{FILE_NAME}-wal"));
    let left = std::fs::read(&wal).unwrap();
    drop(store);
    std::fs::remove_file(folder.path().join(FILE_NAME)).unwrap();
    std::fs::write(&wal, &left).unwrap();
    let (restored, _) = restore(&backup, folder.path(), now()).unwrap();
    let soundness = Store::open(folder.path(), now()).unwrap().verify().unwrap();
    assert!(soundness.is_sound(), "nothing was played into it: {:?}", soundness.problems);
    assert_eq!((soundness.codes, restored.codes), (10, 10), "what was said is what is there");
    let kept = std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| std::fs::read(entry.path()).unwrap());
    assert!(kept.into_iter().any(|bytes| bytes == left), "and the log of the other one is kept beside");
}
