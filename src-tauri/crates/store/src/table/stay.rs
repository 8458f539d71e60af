//! Stays that the host recorded without a code: plans on this computer only. Taking one back, restoring it and issuing
//! its code are further rows.

use domain::ids::{DeviceId, IntentId};
use domain::marker::MarkerBase;
use domain::recorded_stay::{NewStay, RecordedStay};
use domain::stay::{Allowance, Preference, Stay};
use domain::times::Times;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, params};

use crate::error::Error;
use crate::text::{Civil, Millis, civil, millis, opened, word};
use crate::transaction::{Read, Write};
use crate::{sealed, sums};

/// The outcome of a recorded stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Removed,
    Restored,
    Issued,
}

domain::words!(Change { Removed = "removed", Restored = "restored", Issued = "issued" });

/// A stay with the newest code that the ledger has for it, whoever requested it.
const SELECT: &str = "SELECT stay.*,
    (SELECT id FROM intent WHERE intent.base = stay.base ORDER BY attempt DESC LIMIT 1) AS intent
    FROM stay";

/// The history of a stay, first to last.
pub const CHANGES: &str = "SELECT * FROM stay_change WHERE stay = ?1 ORDER BY id";

impl Read<'_> {
    /// The stays that are not taken back and not over, by arrival.
    pub fn stays(&self, times: Times) -> Result<Vec<RecordedStay>, Error> {
        let sql = format!("{SELECT} WHERE stay.ends_at > ?1 ORDER BY stay.starts_at, stay.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let stays = statement.query_map([Millis(times.earliest())], stay)?.collect::<Result<Vec<_>, _>>()?;
        let changed = stays.into_iter().map(|stay| self.with_changes(stay));
        changed.filter(|stay| !stay.as_ref().is_ok_and(|stay| stay.removed)).collect()
    }

    /// One stay, taken back or not.
    pub fn stay(&self, id: i64) -> Result<Option<RecordedStay>, Error> {
        let sql = format!("{SELECT} WHERE stay.id = ?1");
        let row = self.connection.prepare_cached(&sql)?.query_row([id], stay).optional()?;
        row.map(|stay| self.with_changes(stay)).transpose()
    }

    /// The status of a stay: whether it was taken back, and the code that was issued for it.
    fn with_changes(&self, mut stay: RecordedStay) -> Result<RecordedStay, Error> {
        let mut statement = self.connection.prepare_cached(CHANGES)?;
        let mut rows = statement.query([stay.id])?;
        while let Some(row) = rows.next()? {
            sums::check(row, 0)?;
            match row.get::<_, Option<i64>>("intent")? {
                Some(intent) => stay.intent = Some(IntentId(intent)),
                None => stay.removed = word(row, "what", Change::parse)? == Change::Removed,
            }
        }
        Ok(stay)
    }
}

impl Write<'_> {
    /// Records a stay; returns its number.
    pub fn record_stay(&self, new: &NewStay, now: Timestamp) -> Result<i64, Error> {
        let sql = "INSERT INTO stay (device_id, base, stay_key, label, arrival, departure, allowance, preference, zone,
            starts_at, ends_at, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        self.connection.prepare_cached(sql)?.execute(params![
            new.device_id.as_str(),
            new.base.as_str(),
            new.stay_key,
            sealed::seal(new.label.expose()),
            Civil(new.stay.arrival()),
            Civil(new.stay.departure()),
            new.allowance.as_str(),
            new.preference.as_str(),
            new.zone,
            Millis(new.starts_at),
            Millis(new.ends_at),
            Millis(now),
        ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Takes a stay back, or brings it back. Writes nothing if it is so already.
    pub fn set_stay_removed(&self, stay: &RecordedStay, removed: bool, now: Timestamp) -> Result<(), Error> {
        if stay.removed == removed {
            return Ok(());
        }
        self.change_stay(stay.id, if removed { Change::Removed } else { Change::Restored }, None, now)
    }

    /// Records the code that was issued for a stay. Writes nothing if it is already recorded, or if the stay does not
    /// exist.
    pub fn link_stay(&self, id: i64, intent: IntentId, now: Timestamp) -> Result<(), Error> {
        match self.stay(id)? {
            Some(stay) if stay.intent != Some(intent) => self.change_stay(id, Change::Issued, Some(intent), now),
            Some(_) | None => Ok(()),
        }
    }

    fn change_stay(&self, id: i64, what: Change, intent: Option<IntentId>, now: Timestamp) -> Result<(), Error> {
        let sql = "INSERT INTO stay_change (stay, what, intent, at) VALUES (?1, ?2, ?3, ?4)";
        self.connection.prepare_cached(sql)?.execute(params![
            id,
            what.as_str(),
            intent.map(|intent| intent.0),
            Millis(now)
        ])?;
        Ok(())
    }
}

/// A stay as it was recorded: its later history is in further rows.
fn stay(row: &Row<'_>) -> rusqlite::Result<RecordedStay> {
    sums::check(row, 0)?;
    let bad = |column: &str| rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text);
    let times = Stay::new(civil(row, "arrival")?, civil(row, "departure")?).map_err(|_| bad("arrival"))?;
    let label: Vec<u8> = row.get("label")?;
    let new = NewStay {
        device_id: DeviceId::new(row.get::<_, String>("device_id")?),
        base: MarkerBase::read(&row.get::<_, String>("base")?).ok_or_else(|| bad("base"))?,
        stay_key: row.get("stay_key")?,
        label: opened(&label)?,
        stay: times,
        allowance: word(row, "allowance", Allowance::parse)?,
        preference: word(row, "preference", Preference::parse)?,
        zone: row.get("zone")?,
        starts_at: millis(row, "starts_at")?,
        ends_at: millis(row, "ends_at")?,
    };
    Ok(RecordedStay {
        id: row.get("id")?,
        new,
        removed: false,
        intent: row.get::<_, Option<i64>>("intent")?.map(IntentId),
        made_at: millis(row, "made_at")?,
    })
}
