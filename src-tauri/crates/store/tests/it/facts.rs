//! Facts are inserted, never changed.

use domain::RawAnswer;
use domain::door::LockAnswer;
use domain::event::{EventBody, Secrets};
use domain::ids::{DeviceId, IntentId};
use domain::note::{DoorTest, Sent};
use rusqlite::Connection;
use store::{Error, FILE_NAME, NotedOn, Store};
use testkit::{accepted, event, fill, intent, now, ready, secrets, sending, stay};

/// A second connection with the rights that any program of the owner has, and the setting that triggers hang on.
fn raw(folder: &std::path::Path) -> Connection {
    let connection = Connection::open(folder.join(FILE_NAME)).unwrap();
    connection.execute_batch("PRAGMA recursive_triggers = ON").unwrap();
    connection
        .create_scalar_function(
            "row_sum",
            -1,
            rusqlite::functions::FunctionFlags::SQLITE_INNOCUOUS
                | rusqlite::functions::FunctionFlags::SQLITE_DETERMINISTIC,
            |_| Ok(vec![0_u8; 16]),
        )
        .unwrap();
    connection
}

/// Rows that follow the newest reading, or are derived from the events: they change, but none is deleted.
const CHANGING: [&str; 2] = ["door", "code"];

/// Rows in every table that a trigger guards.
fn fill_everything(store: &mut Store) {
    fill(store, 2);
    let door = DeviceId::new("d0");
    let event = event("e1", "access_code.set_on_device");
    let test = DoorTest { intent: None, worked: Some(true), note: RawAnswer::new("opened"), at: now() };
    let noted = store.write(|write| {
        let id = write.record_stay(&stay("d0", 0), now())?;
        let row = write.stay(id)?.unwrap();
        write.set_stay_removed(&row, true, now())?;
        write.add_note(NotedOn::Door(&door), "key under the mat", now())?;
        write.add_door_test(&door, &test)?;
        write.add_sent(IntentId(1), Sent { is_sent: true, at: now() })?;
        let answer = LockAnswer { gone: DeviceId::new("d8"), door: door.clone(), is_same: true };
        write.add_lock_answer(&answer, now())?;
        write.note_seam_event(&event, now())
    });
    assert!(noted.unwrap(), "the event is new");
}

/// The tables from which nothing may be deleted.
fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'";
    let mut statement = connection.prepare(sql).unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(tables.len() >= 11, "every table of facts has its trigger: {tables:?}");
    tables
}

/// The columns that are written, not those that SQLite computes.
fn columns(connection: &Connection, table: &str) -> String {
    let sql = "SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0";
    let mut statement = connection.prepare(sql).unwrap();
    let columns: Vec<String> = statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    columns.join(", ")
}

#[test]
fn no_statement_changes_or_removes_a_fact() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill_everything(&mut store);
    let connection = raw(folder.path());
    let before: i64 =
        connection.query_row("SELECT total(length(detail)) FROM event", [], |row| row.get::<_, f64>(0)).unwrap() as i64;
    for table in tables(&connection) {
        let columns = columns(&connection, &table);
        let rows: i64 = connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{table} has a row that could be changed");
        let replace = format!("INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 1");
        let first = columns.split(", ").next().unwrap();
        for sql in [format!("DELETE FROM {table}"), replace, format!("UPDATE {table} SET {first} = {first}")] {
            if CHANGING.contains(&table.as_str()) && sql.starts_with("UPDATE") {
                continue;
            }
            let refused = connection.execute_batch(&sql).unwrap_err().to_string();
            assert!(refused.contains("never") || refused.contains("marked gone"), "{sql} was answered with: {refused}");
        }
    }
    for sql in [
        "UPDATE event SET detail = '{}'",
        "INSERT OR REPLACE INTO event SELECT id + 1000, intent, seq, at, '{}', sealed, prev, hash FROM event WHERE id = 1",
        "UPDATE intent SET label = x'0078'",
    ] {
        let refused = connection.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql} was answered with: {refused}");
    }
    let after: i64 =
        connection.query_row("SELECT total(length(detail)) FROM event", [], |row| row.get::<_, f64>(0)).unwrap() as i64;
    assert_eq!(before, after, "the events are what they were");
    assert!(store.verify().unwrap().is_sound(), "and the record is sound");
}

#[test]
fn only_one_of_two_rival_steps_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = Store::open(folder.path(), now()).unwrap();
    let mut two = Store::open(folder.path(), now()).unwrap();
    fill(&mut one, 0);
    let new = intent("d0", 0);
    let row = one.write(|write| write.record_intent(&new, "one", Vec::new(), now())).unwrap();
    let again = two.write(|write| write.record_intent(&new, "two", Vec::new(), now()));
    assert!(again.is_err(), "the same attempt for the same stay is recorded once");
    two.write(|write| write.append(row.id, &sending(), &Secrets::default(), now())).unwrap();
    let late = one.write(|write| write.append(row.id, &sending(), &Secrets::default(), now()));
    assert!(matches!(late, Err(Error::Impossible(..))), "who comes second may not send");
}

#[test]
fn a_step_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill(&mut store, 1);
    let failed: Result<(), Error> = store.write(|write| {
        let row = write.record_intent(&intent("d1", 40), "me", Vec::new(), now())?;
        write.append(row.id, &accepted("x"), &Secrets::default(), now())?;
        Ok(())
    });
    assert!(failed.is_err(), "an answer cannot come before the request");
    let soundness = store.verify().unwrap();
    assert_eq!((soundness.codes, soundness.events), (1, 4), "the intent of the failed step is not there either");
}

#[test]
fn history_and_pin_are_read_back_unchanged() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 3);
    let entry = store.read().code(IntentId(2)).unwrap().unwrap();
    assert_eq!(entry.code.pin.unwrap().expose(), "007919", "leading zeros are part of the PIN");
    let history = store.read().history(IntentId(2)).unwrap();
    let kinds: Vec<_> = history.iter().map(|event| event.body.step().unwrap()).collect();
    assert_eq!(kinds.len(), 4, "intent, sending, accepted, read: {kinds:?}");
    assert_eq!(history[3].secrets.raw.as_ref().unwrap().expose(), "{\"code\":\"007919\"}", "the answer as received");
    assert!(!format!("{history:?}").contains("007919"), "and none of it shows in Debug");
}

#[test]
fn a_changed_pin_is_kept_beside_the_old_one() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 1);
    let id = IntentId(1);
    store.write(|write| write.append(id, &ready("t"), &secrets("999999"), now())).unwrap();
    store.write(|write| write.append(id, &ready("u"), &secrets("999999"), now())).unwrap();
    let code = store.read().code(id).unwrap().unwrap().code;
    assert_eq!(code.pin.unwrap().expose(), "999999", "the newest PIN is shown");
    assert_eq!(code.differs.len(), 1, "with the difference, once: {:?}", code.differs);
    let ended = EventBody::Ended { access_code_id: None };
    store.write(|write| write.append(id, &ended, &Secrets::default(), now())).unwrap();
    assert!(store.read().code(id).unwrap().unwrap().code.pin.is_some(), "the PIN outlives the code");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_record() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("record");
    let mut store = Store::open(&folder, now()).unwrap();
    fill(&mut store, 1);
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700, "the folder is the owner's");
    for name in ["latchbook.db", "latchbook.db-wal", "latchbook.db-shm", "latchbook.lock"] {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name} is the owner's");
    }
}

#[test]
fn guest_data_is_only_in_sealed_columns() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path(), now()).unwrap();
    fill_everything(&mut store);
    let connection = raw(folder.path());
    for (table, column) in [
        ("intent", "label"),
        ("code", "pin"),
        ("event", "sealed"),
        ("code_elsewhere", "name"),
        ("stay", "label"),
        ("note", "text"),
        ("door_test", "note"),
    ] {
        let sql = format!(
            "SELECT count(*), total(typeof({column}) = 'blob' AND hex({column}) LIKE '00%') FROM {table} WHERE {column} IS NOT NULL"
        );
        let (rows, sealed): (i64, f64) = connection.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert!(rows > 0 || table == "code_elsewhere", "{table} has something to seal");
        assert_eq!(rows as f64, sealed, "{table}.{column} begins with how it is sealed");
    }
}
