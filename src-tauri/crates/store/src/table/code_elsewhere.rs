//! Codes made outside this app: they count toward the limit until their own end, listed or not. After two complete
//! readings without one it is no longer listed.

use domain::code_elsewhere::CodeElsewhere;
use domain::ids::{AccessCodeId, DeviceId, SlotId};
use domain::marker::{Marker, MarkerBase};
use domain::reading::CodeReading;
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::error::{Error, unless_damaged};
use crate::text::{Millis, maybe_millis, millis};
use crate::transaction::{Read, Write};
use crate::{sealed, sums};

/// The codes of a lock that Seam lists, or that are not over.
pub const OF_LOCK: &str = "SELECT * FROM code_elsewhere
    WHERE device_id IN (SELECT value FROM json_each(?1)) AND (gone_at IS NULL OR ends_at IS NULL OR ends_at > ?2)
    ORDER BY ends_at, access_code_id";

impl Read<'_> {
    /// The outside codes of a door's lock, by end: those that Seam lists, and those that it no longer lists but that
    /// may still open the door.
    pub fn codes_elsewhere(&self, device: &DeviceId, now: Timestamp) -> Result<Vec<CodeElsewhere>, Error> {
        let mut statement = self.connection.prepare_cached(OF_LOCK)?;
        let rows = statement.query_map(params![self.ids_as_json(device)?, Millis(now)], code_elsewhere)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Outside codes that carry the marker of a stay.
    pub fn codes_elsewhere_marked(&self, base: &MarkerBase) -> Result<Vec<CodeElsewhere>, Error> {
        let sql = "SELECT * FROM code_elsewhere WHERE base = ?1 ORDER BY access_code_id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([base.as_str()], code_elsewhere)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// The outside codes of a door's lock, as a complete look at that door needs them: damaged ones are left out, and
    /// the look brings them back. Returns how many there were.
    pub fn sound_codes_elsewhere(&self, device: &DeviceId, now: Timestamp) -> Result<(Vec<CodeElsewhere>, u64), Error> {
        if let Some(sound) = unless_damaged(self.codes_elsewhere(device, now))? {
            return Ok((sound, 0));
        }
        let mut left_out = 0;
        for id in self.ids_of_lock(device)? {
            left_out += self.leave_out_damaged_codes(&id)?;
        }
        Ok((self.codes_elsewhere(device, now)?, left_out))
    }

    /// Keeps an outside code up to date; `true` if anything was written.
    pub fn put_code_elsewhere(&self, device: &DeviceId, code: &CodeReading, now: Timestamp) -> Result<bool, Error> {
        let marker = code.name.as_deref().and_then(Marker::read);
        let sql = include_str!("put_code_elsewhere.sql");
        let rows = self.connection.prepare_cached(sql)?.execute(params![
            code.id.as_str(),
            device.as_str(),
            code.is_managed,
            code.name.as_deref().map(sealed::seal),
            marker.as_ref().map(|marker| marker.base().as_str()),
            marker.as_ref().map(Marker::attempt),
            code.starts_at.map(Millis),
            code.ends_at.map(Millis),
            code.slot_id.as_ref().map(SlotId::as_str),
            code.slot_name,
            code.status,
            code.created_at.map(Millis),
            Millis(now),
        ])?;
        Ok(rows > 0)
    }

    /// Records that a complete reading did not have the code: at first it is missed, the next time no longer listed.
    pub fn miss_code_elsewhere(&self, code: &CodeElsewhere, now: Timestamp) -> Result<(), Error> {
        if code.is_unlisted() {
            return Ok(());
        }
        let sql = if code.missed_at.is_some() {
            "UPDATE code_elsewhere SET gone_at = ?3 WHERE device_id = ?1 AND access_code_id = ?2"
        } else {
            "UPDATE code_elsewhere SET missed_at = ?3 WHERE device_id = ?1 AND access_code_id = ?2"
        };
        let values = params![code.device_id.as_str(), code.id.as_str(), Millis(now)];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Forgets an outside code that turned out to be one that the record already has, or that the host dismissed: it no
    /// longer counts.
    pub fn claim_code_elsewhere(&self, device: &DeviceId, id: &AccessCodeId) -> Result<(), Error> {
        let sql = "DELETE FROM code_elsewhere WHERE device_id = ?1 AND access_code_id = ?2";
        self.connection.prepare_cached(sql)?.execute([device.as_str(), id.as_str()])?;
        Ok(())
    }
}

fn code_elsewhere(row: &Row<'_>) -> rusqlite::Result<CodeElsewhere> {
    sums::check(row, 0)?;
    let name: Option<Vec<u8>> = row.get("name")?;
    let base: Option<String> = row.get("base")?;
    let attempt: Option<u8> = row.get("attempt")?;
    let marker = base.and_then(|base| Marker::new(MarkerBase::read(&base)?, attempt?));
    Ok(CodeElsewhere {
        id: AccessCodeId::new(row.get::<_, String>("access_code_id")?),
        device_id: DeviceId::new(row.get::<_, String>("device_id")?),
        is_managed: row.get("is_managed")?,
        name: name.map(|name| crate::text::opened(&name)).transpose()?,
        marker,
        starts_at: maybe_millis(row, "starts_at")?,
        ends_at: maybe_millis(row, "ends_at")?,
        slot_id: row.get::<_, Option<String>>("slot_id")?.map(SlotId::new),
        slot_name: row.get("slot_name")?,
        status: row.get("status")?,
        created_at: maybe_millis(row, "created_at")?,
        first_read_at: millis(row, "first_read_at")?,
        missed_at: maybe_millis(row, "missed_at")?,
        gone_at: maybe_millis(row, "gone_at")?,
    })
}
