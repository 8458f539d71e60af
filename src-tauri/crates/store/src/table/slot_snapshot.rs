//! The slots of a door, each time they changed. Snapshots are kept for ever.

use domain::ids::{DeviceId, SlotId};
use domain::slot::SlotFacts;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, unless_damaged};
use crate::sums;
use crate::text::{Millis, json, millis, to_json};
use crate::transaction::{Read, Write};

/// The slots of a door at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotSnapshot {
    pub id: i64,
    pub taken_at: Timestamp,
    pub slots: Vec<SlotFacts>,
}

#[derive(Serialize, Deserialize)]
struct SlotText {
    id: String,
    name: String,
    prefix: Option<i64>,
    check_in: Option<String>,
    check_out: Option<String>,
    is_24_hour: bool,
    is_biweekly: bool,
    is_one_shot: bool,
    is_master: bool,
}

impl Read<'_> {
    /// One snapshot.
    pub fn slot_snapshot(&self, id: i64) -> Result<Option<SlotSnapshot>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM slot_snapshot WHERE id = ?1")?;
        let row = statement.query_row([id], |row| {
            sums::check(row, 0)?;
            let slots = json::<Vec<SlotText>>(row, "slots")?.into_iter().map(SlotFacts::from).collect();
            Ok(SlotSnapshot { id, taken_at: millis(row, "taken_at")?, slots })
        });
        Ok(row.optional()?)
    }

    fn newest_slots_text(&self, device: &DeviceId) -> Result<Option<(i64, String)>, Error> {
        let sql = "SELECT * FROM slot_snapshot WHERE device_id = ?1 ORDER BY id DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let row = statement.query_row([device.as_str()], |row| {
            sums::check(row, 0)?;
            Ok((row.get("id")?, row.get("slots")?))
        });
        Ok(row.optional()?)
    }
}

impl Write<'_> {
    /// Takes a snapshot if the slots are not those of the newest one; returns the newest's id either way, and the one
    /// before it if they changed. A damaged one stays as it is and is compared with nothing.
    pub fn put_slots(
        &self,
        device: &DeviceId,
        slots: &[SlotFacts],
        now: Timestamp,
    ) -> Result<(i64, Option<i64>), Error> {
        let text = to_json(&slots.iter().map(SlotText::from).collect::<Vec<_>>())?;
        let newest = unless_damaged(self.newest_slots_text(device))?.flatten();
        if let Some((id, _)) = newest.as_ref().filter(|(_, newest)| *newest == text) {
            return Ok((*id, None));
        }
        let sql = "INSERT INTO slot_snapshot (device_id, taken_at, slots) VALUES (?1, ?2, ?3)";
        self.connection.prepare_cached(sql)?.execute(params![device.as_str(), Millis(now), text])?;
        Ok((self.connection.last_insert_rowid(), newest.map(|(id, _)| id)))
    }
}

impl From<&SlotFacts> for SlotText {
    fn from(slot: &SlotFacts) -> Self {
        Self {
            id: slot.id.to_string(),
            name: slot.name.clone(),
            prefix: slot.prefix,
            check_in: slot.check_in.clone(),
            check_out: slot.check_out.clone(),
            is_24_hour: slot.is_24_hour,
            is_biweekly: slot.is_biweekly,
            is_one_shot: slot.is_one_shot,
            is_master: slot.is_master,
        }
    }
}

impl From<SlotText> for SlotFacts {
    fn from(text: SlotText) -> Self {
        Self {
            id: SlotId::new(text.id),
            name: text.name,
            prefix: text.prefix,
            check_in: text.check_in,
            check_out: text.check_out,
            is_24_hour: text.is_24_hour,
            is_biweekly: text.is_biweekly,
            is_one_shot: text.is_one_shot,
            is_master: text.is_master,
        }
    }
}
