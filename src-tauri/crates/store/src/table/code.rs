//! Codes: the present state of each intent. A projection of the events, written with them, which can be rebuilt from
//! them.

use domain::Pin;
use domain::code::{Code, CodeEntry};
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::State;
use domain::marker::MarkerBase;
use domain::reading::Notice;
use domain::times::Times;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::intent::intent;
use crate::error::Error;
use crate::text::{Millis, json, maybe_millis, millis, opened, to_json, word};
use crate::transaction::{Read, Write};
use crate::{sealed, sums};

/// Both tables have doors and windows: the intent's are the promise, the code's are the truth.
/// Each table's columns are together and end with their sum.
pub const ENTRY_COLUMNS: &str = "
    intent.*, code.*, intent.starts_at AS promised_starts_at, intent.ends_at AS promised_ends_at,
    code.device_id AS listed_device_id, code.starts_at AS given_starts_at, code.ends_at AS given_ends_at";

/// How many places on the lock an intent may take up: further codes with its marker count at the door where Seam lists
/// them.
const PLACES: u32 = 1;

const FROM: &str = "FROM intent JOIN code ON code.intent = intent.id";

impl Read<'_> {
    /// One code by the number of its intent.
    pub fn code(&self, id: IntentId) -> Result<Option<CodeEntry>, Error> {
        self.one("WHERE intent.id = ?1", [id.0])
    }

    /// One code by its id at Seam.
    pub fn code_at_seam(&self, id: &AccessCodeId) -> Result<Option<CodeEntry>, Error> {
        self.one("WHERE code.access_code_id = ?1", [id.as_str()])
    }

    /// Every attempt for a stay, first to last.
    pub fn attempts(&self, base: &MarkerBase) -> Result<Vec<CodeEntry>, Error> {
        self.many("WHERE intent.base = ?1 ORDER BY intent.attempt", [base.as_str()])
    }

    /// Every intent with the host's key for a stay at a door's lock, made or listed there.
    pub fn codes_of_stay(&self, device: &DeviceId, key: &str) -> Result<Vec<CodeEntry>, Error> {
        let condition = "WHERE intent.stay_key = ?2 AND EXISTS (
                SELECT 1 FROM json_each(?1) WHERE value IN (intent.device_id, code.device_id)
            ) ORDER BY intent.id";
        self.many(condition, params![self.ids_as_json(device)?, key])
    }

    /// The doors at which codes made for this one are listed now.
    pub fn doors_of_codes_made_at(&self, device: &DeviceId) -> Result<Vec<DeviceId>, Error> {
        let sql = "SELECT DISTINCT code.device_id FROM event CROSS JOIN intent ON intent.id = event.intent
            CROSS JOIN code ON code.intent = intent.id
            WHERE event.detail ->> 'kind' = 'moved' AND intent.device_id = ?1 AND code.device_id <> ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([device.as_str()], |row| Ok(DeviceId::new(row.get::<_, String>(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Codes of a door's lock whose window is not over, with all that may still become codes.
    pub fn live_codes(&self, device: &DeviceId, times: Times) -> Result<Vec<CodeEntry>, Error> {
        let condition = "WHERE code.device_id IN (SELECT value FROM json_each(?1)) AND code.ends_at > ?2
            AND code.state NOT IN ('not_sent', 'refused', 'ended') ORDER BY intent.id";
        self.many(condition, params![self.ids_as_json(device)?, Millis(times.earliest())])
    }

    /// Everything in one state, oldest first.
    pub fn codes_in(&self, state: State) -> Result<Vec<CodeEntry>, Error> {
        self.many("WHERE code.state = ?1 ORDER BY code.intent", [state.as_str()])
    }

    /// When the latest requests for a door left: for the pace.
    pub fn latest_requests(&self, device: &DeviceId) -> Result<Vec<Timestamp>, Error> {
        let sql = "SELECT event.at FROM code CROSS JOIN event ON event.intent = code.intent AND event.seq = 2
            WHERE code.device_id = ?1 AND event.detail ->> 'kind' = 'sending' ORDER BY code.intent DESC LIMIT 16";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([device.as_str()], |row| millis(row, "at"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn code_row(&self, id: IntentId) -> Result<Option<Code>, Error> {
        let sql = "SELECT *, device_id AS listed_device_id, starts_at AS given_starts_at, ends_at AS given_ends_at, intent AS id FROM code WHERE intent = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let row = statement.query_row([id.0], |row| {
            sums::check(row, 0)?;
            code(row)
        });
        Ok(row.optional()?)
    }

    fn one(&self, condition: &str, values: impl rusqlite::Params) -> Result<Option<CodeEntry>, Error> {
        Ok(self.many(condition, values)?.into_iter().next())
    }

    pub(crate) fn many(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<CodeEntry>, Error> {
        let sql = format!("SELECT {ENTRY_COLUMNS} {FROM} {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map(values, entry)?.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub(crate) fn put_code(&self, code: &Code) -> Result<(), Error> {
        self.connection.prepare_cached(include_str!("put_code.sql"))?.execute(params![
            code.intent.0,
            code.device_id.as_str(),
            code.state.as_str(),
            code.seq,
            code.owner,
            code.access_code_id.as_ref().map(AccessCodeId::as_str),
            code.pin.as_ref().map(|pin| sealed::seal(pin.expose())),
            Millis(code.starts_at),
            Millis(code.ends_at),
            code.given_slot_id,
            code.given_slot_name,
            to_json(&code.differs)?,
            to_json(&(&code.errors, &code.warnings))?,
            code.scheduled_at.map(Millis),
            to_json(&code.second_codes)?,
            PLACES,
            code.looks,
            code.first_look_at.map(Millis),
            code.last_look_at.map(Millis),
            code.superseded,
            code.reading_sum,
            Millis(code.changed_at),
        ])?;
        Ok(())
    }
}

pub fn entry(row: &Row<'_>) -> rusqlite::Result<CodeEntry> {
    let first_of_code = sums::check(row, 0)?;
    sums::check(row, first_of_code)?;
    Ok(CodeEntry { intent: intent(row)?, code: code(row)? })
}

fn code(row: &Row<'_>) -> rusqlite::Result<Code> {
    let pin: Option<Vec<u8>> = row.get("pin")?;
    let pin = pin.map(|bytes| opened(&bytes)).transpose()?;
    let (errors, warnings): (Vec<Notice>, Vec<Notice>) = json(row, "notices")?;
    Ok(Code {
        intent: IntentId(row.get("id")?),
        device_id: DeviceId::new(row.get::<_, String>("listed_device_id")?),
        state: word(row, "state", State::parse)?,
        seq: row.get("seq")?,
        owner: row.get("owner")?,
        access_code_id: row.get::<_, Option<String>>("access_code_id")?.map(AccessCodeId::new),
        pin: pin.and_then(|pin| Pin::new(pin.expose())),
        starts_at: millis(row, "given_starts_at")?,
        ends_at: millis(row, "given_ends_at")?,
        given_slot_id: row.get("given_slot_id")?,
        given_slot_name: row.get("given_slot_name")?,
        differs: json(row, "differs")?,
        errors,
        warnings,
        scheduled_at: maybe_millis(row, "scheduled_at")?,
        second_codes: json(row, "second_codes")?,
        looks: row.get("looks")?,
        first_look_at: maybe_millis(row, "first_look_at")?,
        last_look_at: maybe_millis(row, "last_look_at")?,
        superseded: row.get("superseded")?,
        reading_sum: row.get("reading_sum")?,
        changed_at: millis(row, "changed_at")?,
    })
}
