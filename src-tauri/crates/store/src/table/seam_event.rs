//! Seam's events that were seen, so that none counts twice. Their content is not kept: they are hints to read again.

use domain::ids::{AccessCodeId, DeviceId, EventId};
use domain::reading::EventReading;
use jiff::Timestamp;
use rusqlite::params;

use crate::error::Error;
use crate::text::Millis;
use crate::transaction::{Read, Write};

impl Read<'_> {
    /// Whether an event was seen before.
    pub fn has_seam_event(&self, id: &EventId) -> Result<bool, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM seam_event WHERE event_id = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0))?)
    }

    /// When the newest event happened that was seen.
    pub fn newest_seam_event(&self) -> Result<Option<Timestamp>, Error> {
        let sql = "SELECT max(occurred_at) FROM seam_event";
        let newest: Option<Millis> = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(newest.map(|millis| millis.0))
    }
}

impl Write<'_> {
    /// Notes an event; `false` if it was seen before.
    pub fn note_seam_event(&self, event: &EventReading, now: Timestamp) -> Result<bool, Error> {
        let sql = "INSERT INTO seam_event (event_id, kind, device_id, access_code_id, occurred_at, read_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (event_id) DO NOTHING";
        let rows = self.connection.prepare_cached(sql)?.execute(params![
            event.id.as_str(),
            event.kind,
            event.device_id.as_ref().map(DeviceId::as_str),
            event.access_code_id.as_ref().map(AccessCodeId::as_str),
            event.occurred_at.or(event.created_at).map(Millis),
            Millis(now),
        ])?;
        Ok(rows == 1)
    }
}
