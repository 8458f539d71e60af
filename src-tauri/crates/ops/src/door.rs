//! A door with everything that follows from the record: its zone, its slots as read, its places.

use domain::ids::DeviceId;
use domain::limit::{self, Places};
use domain::reading::Notice;
use domain::slot::{self, Slot};
use domain::tables::ZoneTables;
use domain::zone::{self, DoorZone, NamedZone, ZoneSource};
use jiff::Timestamp;
use store::{AccountRow, DoorRow, Read, Usage, unless_damaged};

use crate::error::Error;

/// A door as the screens show it.
#[derive(Clone, Debug)]
pub struct Door {
    pub row: DoorRow,
    pub zone: DoorZone,
    pub slots: Vec<Slot>,
    pub places: Places,
    /// The account it belongs to, with what Seam says is wrong there.
    pub account: Option<AccountRow>,
}

/// Every door of the record, gone or not, by name. One of which a row is damaged is left out.
///
/// # Errors
/// The record cannot be read.
pub fn all(read: &Read<'_>, tables: &ZoneTables, now: Timestamp) -> Result<Vec<Door>, Error> {
    let mut usage = read.usage(now)?;
    let assembled = read.doors()?.into_iter().map(|row| {
        let usage = usage.remove(&row.reading.device_id).unwrap_or_default();
        assemble(read, row, usage, tables)
    });
    assembled.filter(|door| !door.as_ref().is_err_and(Error::is_damage)).collect()
}

/// How many doors cannot be shown beside those of [`all`].
///
/// # Errors
/// The record cannot be read.
pub fn count_damaged(read: &Read<'_>, shown: &[Door]) -> Result<u32, Error> {
    Ok(u32::try_from(read.count_doors()?.saturating_sub(shown.len())).unwrap_or(u32::MAX))
}

/// Whether the list of doors was read once. If it was and there are none, Seam has none.
///
/// # Errors
/// The record cannot be read.
pub fn was_read(read: &Read<'_>) -> Result<bool, Error> {
    Ok(unless_damaged(read.workspace())?.flatten().is_some_and(|workspace| workspace.read_at.is_some()))
}

/// The door with an id.
///
/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn by_id(read: &Read<'_>, id: &DeviceId, tables: &ZoneTables, now: Timestamp) -> Result<Door, Error> {
    let row = read.door(id)?.ok_or_else(|| Error::NoSuchDoor(id.to_string()))?;
    let usage = read.usage_of(id, now)?;
    assemble(read, row, usage, tables)
}

/// The door that a host means: a device id, a whole name, or a part of exactly one name. Letter case does not matter.
///
/// # Errors
/// [`Error::NoSuchDoor`], [`Error::AmbiguousDoor`] or [`Error::NeverSynced`]; the record is damaged.
pub fn find(read: &Read<'_>, asked: &str, tables: &ZoneTables, now: Timestamp) -> Result<Door, Error> {
    let rows = read.doors()?;
    if read.count_doors()? == 0 && !was_read(read)? {
        return Err(Error::NeverSynced);
    }
    let wanted = asked.trim().to_lowercase();
    let name = |row: &&DoorRow| row.reading.name.to_lowercase();
    let is_id = |row: &&DoorRow| row.reading.device_id.as_str() == asked.trim();
    let whole: Vec<_> = rows.iter().filter(|row| is_id(row) || name(row) == wanted).collect();
    let part: Vec<_> = rows.iter().filter(|row| !wanted.is_empty() && name(row).contains(&wanted)).collect();
    let found = if whole.is_empty() { part } else { whole };
    match found.as_slice() {
        // It may be the one whose name cannot be read.
        [] if read.count_doors()? > rows.len() => {
            Err(store::Error::Damaged { what: "what Seam said of a door".to_owned() }.into())
        }
        [] => Err(Error::NoSuchDoor(asked.to_owned())),
        [row] => by_id(read, &row.reading.device_id, tables, now),
        several => {
            let names = several.iter().map(|row| format!("{} ({})", row.reading.name, row.reading.device_id)).collect();
            Err(Error::AmbiguousDoor { asked: asked.to_owned(), names })
        }
    }
}

fn assemble(read: &Read<'_>, row: DoorRow, usage: Usage, tables: &ZoneTables) -> Result<Door, Error> {
    let account = row.reading.account_id.as_ref().map(|id| read.account(id)).transpose()?.flatten();
    let zone = zone::choose(zones_named(&row), tables);
    let slots = slot::read(row.reading.slots.clone(), tables);
    let Usage { live, in_flight, elsewhere, next_free } = usage;
    let limit = limit::choose(row.reading.limit, row.host_limit);
    Ok(Door { row, zone, slots, places: Places { live, in_flight, elsewhere, limit, next_free }, account })
}

fn zones_named(row: &DoorRow) -> Vec<NamedZone> {
    let zones = &row.reading.zones;
    let sources = [
        (ZoneSource::Metadata, &zones.metadata),
        (ZoneSource::Location, &zones.location),
        (ZoneSource::LocationOld, &zones.location_old),
    ];
    let given = sources.into_iter().filter_map(|(source, name)| Some(NamedZone { source, name: name.clone()? }));
    given.chain(slot::zones_named(&row.reading.slots)).collect()
}

impl Door {
    pub fn id(&self) -> &DeviceId {
        &self.row.reading.device_id
    }

    pub fn name(&self) -> &str {
        &self.row.reading.name
    }

    /// What Seam says is wrong with the account.
    pub fn account_notices(&self) -> (&[Notice], &[Notice]) {
        self.account.as_ref().map_or((&[], &[]), |account| (&account.errors, &account.warnings))
    }
}
