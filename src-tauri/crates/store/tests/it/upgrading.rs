//! Records that earlier versions wrote, as they were released: upgraded, compared with a fresh one, and brought back
//! from a backup.

use std::path::Path;

use domain::RawAnswer;
use domain::ids::{DeviceId, IntentId};
use domain::times::Times;
use rusqlite::Connection;
use store::{CodeFilter, Error, FILE_NAME, NotedOn, Reader, Store, restore};
use testkit::now;

use crate::build::names;

/// Written by version 1: 12 codes on five doors, a code made elsewhere, a door that came back.
const V1: &[u8] = include_bytes!("released/v1.db");

fn layout(path: &Path) -> Vec<(String, String, Option<String>)> {
    let connection = Connection::open(path).unwrap();
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn version(path: &Path) -> i64 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_version_1_record_is_copied_and_fully_upgraded() {
    let (folder, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().join(FILE_NAME);
    std::fs::write(&path, V1).unwrap();
    assert!(matches!(Reader::open(folder.path()), Err(Error::NotWritable { .. })), "who only reads upgrades nothing");
    let mut store = Store::open(folder.path(), now()).unwrap();
    drop(Store::open(fresh.path(), now()).unwrap());
    assert_eq!(layout(&path), layout(&fresh.path().join(FILE_NAME)), "as if it had been made today");
    let soundness = store.verify().unwrap();
    assert!(soundness.is_sound(), "{:?}", soundness.problems);
    assert_eq!((soundness.codes, soundness.events), (12, 49), "nothing is lost");
    let page = store.read().codes(&CodeFilter::default(), 50, Times::corrected(now(), None)).unwrap();
    assert!(page.entries.iter().all(|entry| entry.code.pin.is_some()), "every PIN can still be read");
    assert_eq!(store.read().codes_elsewhere(&DeviceId::new("d0"), now()).unwrap().len(), 1, "what others made, too");
    let note = |write: &store::Write<'_>| write.add_note(NotedOn::Code(IntentId(12)), "new", now());
    store.write(note).unwrap();
    let text = store.read().notes(NotedOn::Code(IntentId(12))).unwrap().remove(0).text;
    assert_eq!(text, RawAnswer::new("new"), "and what is new in this version works");
    let copy = folder.path().join("latchbook.before-3-from-1.db");
    assert_eq!(version(&copy), 1, "the record as it was lies beside it");
}

#[test]
fn an_interrupted_upgrade_leaves_version_1() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    std::fs::write(&path, V1).unwrap();
    let with_obstacle = |sql: &str| Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    // The last thing but the triggers that version 2 makes has this name.
    with_obstacle("CREATE INDEX code_odd ON door (device_id)");
    let before = layout(&path);
    Store::open(folder.path(), now()).map(drop).unwrap_err();
    assert!(layout(&path) == before, "of all that went before nothing is left");
    assert_eq!(version(&path), 1, "and it is as old as it was");
    with_obstacle("DROP INDEX code_odd");
    let store = Store::open(folder.path(), now()).unwrap();
    assert!(store.verify().unwrap().is_sound(), "and the next time it is upgraded");
    assert_eq!(version(&path), 3, "whole");
}

#[test]
fn a_partial_copy_is_not_taken_for_the_copy() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE_NAME), V1).unwrap();
    let copy = folder.path().join("latchbook.before-3-from-1.db");
    let left = folder.path().join("latchbook.before-3-from-1.db-copy-7-0");
    std::fs::write(&left, &V1[..V1.len() / 2]).unwrap();
    drop(Store::open(folder.path(), now()).unwrap());
    assert!(!left.exists(), "it is tidied up");
    let kept = Connection::open(&copy).unwrap();
    let codes: i64 = kept.query_row("SELECT count(*) FROM code", [], |row| row.get(0)).unwrap();
    assert_eq!((version(&copy), codes), (1, 12), "one is made anew, and whole when it has its name");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "it holds PINs: only its owner can read it");
    }
}

#[test]
fn simultaneous_upgrades_all_open_the_record() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE_NAME), V1).unwrap();
    std::thread::scope(|scope| {
        let starts: Vec<_> = (0..8).map(|_| scope.spawn(|| Store::open(folder.path(), now()).map(drop))).collect();
        for start in starts {
            start.join().unwrap().expect("none stands in another's way");
        }
    });
    assert_eq!(
        names(folder.path()),
        ["latchbook.before-3-from-1.db", FILE_NAME],
        "one copy, and nothing that was begun"
    );
}

#[test]
fn a_version_1_backup_is_restored() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let backup = elsewhere.path().join("backup.db");
    std::fs::write(&backup, V1).unwrap();
    let (soundness, aside) = restore(&backup, folder.path(), now()).unwrap();
    assert_eq!((soundness.codes, soundness.is_sound(), aside), (12, true, None), "checked after it was upgraded");
    assert!(Store::open(folder.path(), now()).unwrap().verify().unwrap().is_sound(), "and sound where it is");
    assert_eq!(std::fs::read(&backup).unwrap(), V1, "the backup itself is not touched");
}

#[test]
fn a_damaged_version_1_backup_is_refused() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let backup = elsewhere.path().join("backup.db");
    let at = V1.windows(12).position(|bytes| bytes == b"Door d3 Dec ").unwrap();
    let mut damaged = V1.to_vec();
    damaged[at] = b'd';
    std::fs::write(&backup, damaged).unwrap();
    let refused = restore(&backup, folder.path(), now());
    assert!(matches!(refused, Err(Error::Unsound { .. })), "one changed letter: {refused:?}");
    assert_eq!(names(folder.path()), [""; 0], "and nothing was put in place, nor left beside it");
}
