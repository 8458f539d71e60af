//! The host's notes about a door or a code. Inserted, never changed: the newest counts, the older stay readable.

use domain::ids::{DeviceId, IntentId};
use domain::note::Note;
use jiff::Timestamp;
use rusqlite::{Row, ToSql, params};

use crate::error::Error;
use crate::text::{Millis, millis, opened};
use crate::transaction::{Read, Write};
use crate::{sealed, sums};

/// The subject of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotedOn<'a> {
    Door(&'a DeviceId),
    Code(IntentId),
}

/// The notes on a door's lock, newest first.
pub const OF_DOOR: &str = "SELECT * FROM note WHERE device_id IN (SELECT value FROM json_each(?1)) ORDER BY id DESC";

/// The notes on a code, newest first.
pub const OF_CODE: &str = "SELECT * FROM note WHERE intent = ?1 ORDER BY id DESC";

impl Read<'_> {
    /// The notes on a door's lock or a code, newest first.
    pub fn notes(&self, on: NotedOn<'_>) -> Result<Vec<Note>, Error> {
        match on {
            NotedOn::Door(id) => self.notes_by(OF_DOOR, &self.ids_as_json(id)?),
            NotedOn::Code(id) => self.notes_by(OF_CODE, &id.0),
        }
    }

    fn notes_by(&self, sql: &str, value: &dyn ToSql) -> Result<Vec<Note>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_map([value], note)?.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Adds a note.
    pub fn add_note(&self, on: NotedOn<'_>, text: &str, now: Timestamp) -> Result<(), Error> {
        let (door, intent) = match on {
            NotedOn::Door(id) => (Some(id.as_str()), None),
            NotedOn::Code(id) => (None, Some(id.0)),
        };
        let sql = "INSERT INTO note (device_id, intent, text, at) VALUES (?1, ?2, ?3, ?4)";
        self.connection.prepare_cached(sql)?.execute(params![door, intent, sealed::seal(text), Millis(now)])?;
        Ok(())
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    sums::check(row, 0)?;
    let text: Vec<u8> = row.get("text")?;
    Ok(Note { text: opened(&text)?, at: millis(row, "at")? })
}
