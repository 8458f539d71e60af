//! Intents: made before anything is sent, never changed. One intent is at most one request.

use domain::code::{Intent, NewIntent};
use domain::ids::{DeviceId, IntentId, SlotId};
use domain::marker::{Marker, MarkerBase};
use domain::promise::Promise;
use domain::stay::{Allowance, Preference, Stay};
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Row, params};

use crate::error::Error;
use crate::sealed;
use crate::text::{Civil, Millis, civil, millis, opened, word};
use crate::transaction::Write;

impl Write<'_> {
    /// Inserts the row of an intent and makes it searchable; returns the row and its checksum.
    pub(crate) fn insert_intent(&self, new: &NewIntent, now: Timestamp) -> Result<(Intent, String), Error> {
        let promise = &new.promise;
        self.connection.prepare_cached(include_str!("insert_intent.sql"))?.execute(params![
            new.device_id.as_str(),
            new.door_name,
            new.stay_key,
            new.marker.base().as_str(),
            new.marker.attempt(),
            sealed::seal(&new.label),
            Civil(promise.stay.arrival()),
            Civil(promise.stay.departure()),
            promise.allowance.as_str(),
            promise.preference.as_str(),
            promise.slot_id.as_str(),
            promise.slot_name,
            promise.zone,
            promise.tables,
            Civil(promise.entry),
            Civil(promise.exit),
            Millis(promise.starts_at),
            Millis(promise.ends_at),
            promise.sent_from,
            promise.sent_to,
            promise.rounds_by_day,
            Millis(now),
        ])?;
        let id = self.connection.last_insert_rowid();
        let search = "INSERT INTO code_search (rowid, label, door_name, base, stay_key, arrival, departure)
            SELECT id, label, door_name, base, stay_key, arrival, departure FROM searched WHERE id = ?1";
        self.connection.prepare_cached(search)?.execute([id])?;
        let sum = "SELECT lower(hex(sum)) FROM intent WHERE id = ?1";
        let sum: String = self.connection.prepare_cached(sum)?.query_row([id], |row| row.get(0))?;
        let NewIntent { device_id, door_name, stay_key, marker, label, promise } = new.clone();
        Ok((Intent { id: IntentId(id), device_id, door_name, stay_key, marker, label, promise, made_at: now }, sum))
    }
}

/// Reads the columns of `intent`, by name, from any row that has them.
pub fn intent(row: &Row<'_>) -> rusqlite::Result<Intent> {
    let bad = |column: &str| rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text);
    let base: String = row.get("base")?;
    let marker = MarkerBase::read(&base).and_then(|base| Marker::new(base, row.get("attempt").ok()?));
    let stay = Stay::new(civil(row, "arrival")?, civil(row, "departure")?).map_err(|_| bad("arrival"))?;
    let promise = Promise {
        stay,
        allowance: word(row, "allowance", Allowance::parse)?,
        preference: word(row, "preference", Preference::parse)?,
        slot_id: SlotId::new(row.get::<_, String>("slot_id")?),
        slot_name: row.get("slot_name")?,
        zone: row.get("zone")?,
        tables: row.get("tables")?,
        entry: civil(row, "entry")?,
        exit: civil(row, "exit")?,
        starts_at: millis(row, "promised_starts_at")?,
        ends_at: millis(row, "promised_ends_at")?,
        sent_from: row.get("sent_from")?,
        sent_to: row.get("sent_to")?,
        rounds_by_day: row.get("rounds_by_day")?,
    };
    Ok(Intent {
        id: IntentId(row.get("id")?),
        device_id: DeviceId::new(row.get::<_, String>("device_id")?),
        door_name: row.get("door_name")?,
        stay_key: row.get("stay_key")?,
        marker: marker.ok_or_else(|| bad("base"))?,
        label: opened(&row.get::<_, Vec<u8>>("label")?)?.expose().to_owned(),
        promise,
        made_at: millis(row, "made_at")?,
    })
}
