//! Whether a code was sent to its guest, as the host says. Inserted, never changed: the newest row of a code counts.

use domain::ids::IntentId;
use domain::note::Sent;
use rusqlite::{Row, params};

use crate::error::Error;
use crate::sums;
use crate::text::{Millis, millis};
use crate::transaction::{Read, Write};

/// The host's words on a code, newest first.
pub const OF_CODE: &str = "SELECT * FROM sent WHERE intent = ?1 ORDER BY id DESC";

impl Read<'_> {
    /// Whether a code was sent to its guest, newest first.
    pub fn sent(&self, id: IntentId) -> Result<Vec<Sent>, Error> {
        let mut statement = self.connection.prepare_cached(OF_CODE)?;
        Ok(statement.query_map([id.0], sent)?.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Adds that a code was sent to its guest, or that it was not.
    pub fn add_sent(&self, id: IntentId, sent: Sent) -> Result<(), Error> {
        let sql = "INSERT INTO sent (intent, is_sent, at) VALUES (?1, ?2, ?3)";
        self.connection.prepare_cached(sql)?.execute(params![id.0, sent.is_sent, Millis(sent.at)])?;
        Ok(())
    }
}

fn sent(row: &Row<'_>) -> rusqlite::Result<Sent> {
    sums::check(row, 0)?;
    Ok(Sent { is_sent: row.get("is_sent")?, at: millis(row, "at")? })
}
