//! Test codes, and whether they opened the door. Inserted, never changed: trying again is a further row.

use domain::ids::{DeviceId, IntentId};
use domain::note::DoorTest;
use rusqlite::{Row, params};

use crate::error::Error;
use crate::text::{Millis, millis, opened};
use crate::transaction::{Read, Write};
use crate::{sealed, sums};

/// The tests of a door's lock, newest first.
pub const OF_DOOR: &str =
    "SELECT * FROM door_test WHERE device_id IN (SELECT value FROM json_each(?1)) ORDER BY id DESC";

impl Read<'_> {
    /// The tests of a door's lock, newest first.
    pub fn door_tests(&self, door: &DeviceId) -> Result<Vec<DoorTest>, Error> {
        let mut statement = self.connection.prepare_cached(OF_DOOR)?;
        Ok(statement.query_map([self.ids_as_json(door)?], test)?.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Adds a test of a door.
    pub fn add_door_test(&self, door: &DeviceId, test: &DoorTest) -> Result<(), Error> {
        let sql = "INSERT INTO door_test (device_id, intent, worked, note, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        let intent = test.intent.map(|intent| intent.0);
        let values = params![door.as_str(), intent, test.worked, sealed::seal(test.note.expose()), Millis(test.at)];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}

fn test(row: &Row<'_>) -> rusqlite::Result<DoorTest> {
    sums::check(row, 0)?;
    let note: Vec<u8> = row.get("note")?;
    Ok(DoorTest {
        intent: row.get::<_, Option<i64>>("intent")?.map(IntentId),
        worked: row.get("worked")?,
        note: opened(&note)?,
        at: millis(row, "at")?,
    })
}
