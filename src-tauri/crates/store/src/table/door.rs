//! Doors, with every fact the screens need. A door that vanished is marked gone, never deleted.

use domain::door::KnownDoor;
use domain::event::{Event, EventBody};
use domain::ids::{AccountId, DeviceId};
use domain::reading::{Capability, DoorReading, ZoneNames};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, unless_damaged};
use crate::sums;
use crate::text::{Millis, json, maybe_millis, millis, to_json, word};
use crate::transaction::{Read, Write};

/// The changes of a reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorChange {
    pub is_new: bool,
    pub is_changed: bool,
    pub is_back: bool,
    /// Its row was damaged.
    pub is_mended: bool,
    /// Snapshots before and after, if the slots changed.
    pub slots: Option<(i64, i64)>,
}

/// The stored state of a door that a reading updates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    None,
    There,
    Gone,
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct ZonesText {
    metadata: Option<String>,
    location: Option<String>,
    location_old: Option<String>,
}

/// A door was read with all others at `workspace.read_at`, or alone at `door.read_at`, whichever is later; a door that
/// is gone was last read when it still was there.
const SELECT: &str = "
    SELECT door.*,
        CASE WHEN door.gone_at IS NOT NULL THEN door.read_at
             ELSE max(ifnull(door.read_at, 0), ifnull((SELECT read_at FROM workspace), 0)) END AS last_read_at
    FROM door";

impl Read<'_> {
    /// Every door, gone or not, by name. A door with a damaged row is left out, because the others go on without it.
    pub fn doors(&self) -> Result<Vec<KnownDoor>, Error> {
        let sql = format!("{SELECT} ORDER BY door.name, door.device_id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok(door(row).map_err(Error::from)))?.collect::<Result<Vec<_>, _>>()?;
        let doors = rows.into_iter().map(|row| row.and_then(|row| self.with_slots(row)));
        doors.filter_map(|door| unless_damaged(door).transpose()).collect()
    }

    /// One door.
    pub fn door(&self, id: &DeviceId) -> Result<Option<KnownDoor>, Error> {
        let sql = format!("{SELECT} WHERE door.device_id = ?1");
        let row = self.connection.prepare_cached(&sql)?.query_row([id.as_str()], door).optional()?;
        row.map(|row| self.with_slots(row)).transpose()
    }

    /// How many doors there are, including those with a damaged row.
    pub fn count_doors(&self) -> Result<usize, Error> {
        Ok(self.connection.query_row("SELECT count(*) FROM door", [], |row| row.get(0))?)
    }

    /// Whether Seam no longer lists some door.
    pub fn has_gone_doors(&self) -> Result<bool, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM door WHERE gone_at IS NOT NULL)";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Whether another door that Seam lists is called like this one.
    pub fn shares_name(&self, door: &KnownDoor) -> Result<bool, Error> {
        let folded = domain::name::folded(&door.reading.name);
        let sql = "SELECT name FROM door WHERE gone_at IS NULL AND device_id <> ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([door.reading.device_id.as_str()])?;
        while let Some(row) = rows.next()? {
            if domain::name::folded(&row.get::<_, String>(0)?) == folded {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The name of a door.
    pub fn door_name(&self, id: &DeviceId) -> Result<Option<String>, Error> {
        let sql = "SELECT name FROM door WHERE device_id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0)).optional()?)
    }

    fn with_slots(&self, mut door: KnownDoor) -> Result<KnownDoor, Error> {
        let snapshot =
            self.slot_snapshot(door.slot_snapshot)?.ok_or_else(|| Error::bad_value("the slots of a door"))?;
        door.reading.slots = snapshot.slots;
        Ok(door)
    }
}

impl Write<'_> {
    /// Keeps a door up to date, with a new slot snapshot if its slots changed. Writes nothing if nothing changed.
    /// Rewrites a damaged row: Seam's part from this reading, the host's part from the history of the record.
    pub fn put_door(&self, door: &DoorReading, now: Timestamp) -> Result<DoorChange, Error> {
        let before = self.before(&door.device_id)?;
        let is_damaged = before == Before::Damaged;
        let noted = if is_damaged { self.noted_host_limit(&door.device_id)? } else { None };
        let (snapshot, replaced) = self.put_slots(&door.device_id, &door.slots, now)?;
        let sql = include_str!("put_door.sql");
        let rows = self.connection.prepare_cached(sql)?.execute(params![
            door.device_id.as_str(),
            door.account_id.as_ref().map(AccountId::as_str),
            door.provider,
            door.name,
            door.model,
            door.site,
            door.oracode_id,
            door.offline_capable.as_str(),
            zones_text(&door.zones)?,
            to_json(&door.time_frames)?,
            door.limit,
            door.odd_limit,
            door.is_managed,
            to_json(&door.errors)?,
            to_json(&door.warnings)?,
            snapshot,
            Millis(now),
            is_damaged,
            noted,
        ])?;
        Ok(DoorChange {
            is_new: before == Before::None,
            is_changed: rows > 0,
            is_back: before == Before::Gone,
            is_mended: is_damaged,
            slots: replaced.map(|replaced| (replaced, snapshot)),
        })
    }

    /// A row that is about to be sealed again must match its present seal.
    fn before(&self, id: &DeviceId) -> Result<Before, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM door WHERE device_id = ?1")?;
        let row = statement.query_row([id.as_str()], |row| {
            sums::check(row, 0)?;
            maybe_millis(row, "gone_at")
        });
        Ok(match unless_damaged(row.optional().map_err(Error::from))? {
            None => Before::Damaged,
            Some(None) => Before::None,
            Some(Some(None)) => Before::There,
            Some(Some(Some(_))) => Before::Gone,
        })
    }

    /// The host's figure according to the history of the record.
    fn noted_host_limit(&self, id: &DeviceId) -> Result<Option<u32>, Error> {
        let noted = |event: Event| {
            let EventBody::HostLimit { device_id, limit } = event.body else { return None };
            (device_id == id.as_str()).then_some(limit)
        };
        Ok(self.record_history(u32::MAX)?.into_iter().find_map(noted).flatten())
    }

    /// Records that this door alone was read completely.
    pub fn stamp_door_reading(&self, id: &DeviceId, now: Timestamp) -> Result<(), Error> {
        let sql = "UPDATE door SET read_at = ?2 WHERE device_id = ?1";
        self.connection.prepare_cached(sql)?.execute(params![id.as_str(), Millis(now)])?;
        Ok(())
    }

    /// Marks a door gone; its last reading is kept.
    pub fn mark_door_gone(&self, door: &KnownDoor, now: Timestamp) -> Result<(), Error> {
        let sql = "UPDATE door SET gone_at = ?2, read_at = ?3 WHERE device_id = ?1";
        let values = params![door.reading.device_id.as_str(), Millis(now), door.read_at.map(Millis)];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Sets or clears the host's own figure for a door's limit.
    pub fn set_host_limit(&self, id: &DeviceId, limit: Option<u32>) -> Result<(), Error> {
        let sql = "UPDATE door SET host_limit = ?2 WHERE device_id = ?1";
        self.connection.prepare_cached(sql)?.execute(params![id.as_str(), limit])?;
        Ok(())
    }
}

fn zones_text(zones: &ZoneNames) -> Result<String, Error> {
    let ZoneNames { metadata, location, location_old } = zones.clone();
    to_json(&ZonesText { metadata, location, location_old })
}

fn door(row: &Row<'_>) -> rusqlite::Result<KnownDoor> {
    sums::check(row, 0)?;
    let zones: ZonesText = json(row, "zones")?;
    let reading = DoorReading {
        device_id: DeviceId::new(row.get::<_, String>("device_id")?),
        account_id: row.get::<_, Option<String>>("account_id")?.map(AccountId::new),
        provider: row.get("provider")?,
        name: row.get("name")?,
        model: row.get("model")?,
        site: row.get("site")?,
        oracode_id: row.get("oracode_id")?,
        offline_capable: word(row, "offline_capable", Capability::parse)?,
        zones: ZoneNames { metadata: zones.metadata, location: zones.location, location_old: zones.location_old },
        slots: Vec::new(),
        time_frames: json(row, "time_frames")?,
        limit: row.get("seam_limit")?,
        odd_limit: row.get("odd_limit")?,
        is_managed: row.get("is_managed")?,
        errors: json(row, "errors")?,
        warnings: json(row, "warnings")?,
    };
    Ok(KnownDoor {
        reading,
        slot_snapshot: row.get("slot_snapshot")?,
        host_limit: row.get("host_limit")?,
        first_read_at: millis(row, "first_read_at")?,
        read_at: maybe_millis(row, "last_read_at")?.filter(|at| at.as_millisecond() > 0),
        gone_at: maybe_millis(row, "gone_at")?,
    })
}
