//! A door with everything that follows from the record: its zone, its slots as read, its places.

pub mod audit;
pub mod preview;
pub mod probable;
pub mod same_lock;

use std::collections::HashMap;

use domain::code::CodeEntry;
use domain::door::KnownDoor;
use domain::ids::DeviceId;
use domain::lifecycle::State;
use domain::limit::{self, Places};
use domain::name::folded;
use domain::reading::{AccountReading, Notice};
use domain::slot::{self, Slot};
use domain::tables::ZoneTables;
use domain::times::Times;
use domain::zone::{self, DoorZone, NamedZone, ZoneSource};
use store::{Read, Usage, unless_damaged};

use crate::door::probable::counted_twice;
use crate::door::same_lock::{PerhapsSame, among};
use crate::error::Error;

/// A door as the screens show it.
#[derive(Clone, Debug)]
pub struct Door {
    pub row: KnownDoor,
    /// The device ids of its lock: its own first, then those that the host says are its earlier ids.
    pub ids: Vec<DeviceId>,
    /// The id under which, as the host says, the lock of this gone door is known now.
    pub successor: Option<DeviceId>,
    /// Doors that may be the same lock, until the host has answered.
    pub perhaps: Vec<PerhapsSame>,
    /// Tells it apart from another listed door of the same name: its site, else its id.
    pub apart: Option<String>,
    pub zone: DoorZone,
    pub slots: Vec<Slot>,
    pub places: Places,
    /// The account it belongs to, with the problems Seam reports there.
    pub account: Option<AccountReading>,
}

/// Every door of the record, gone or not, by name. Leaves out a door with a damaged row.
pub fn all(read: &Read<'_>, tables: &ZoneTables, times: Times) -> Result<Vec<Door>, Error> {
    let rows = read.doors()?;
    let mut usage = read.usage(times)?;
    let assembling = Assembling::new(read, &rows, tables, times)?;
    let assembled = rows.iter().map(|row| {
        let usage = usage.remove(&row.reading.device_id).unwrap_or_default();
        assembling.door(row.clone(), usage)
    });
    assembled.filter(|door| !door.as_ref().is_err_and(Error::is_damage)).collect()
}

/// The door whose lock has a device id; if the lock came back under another id, the door that is listed now.
pub fn known_as<'a>(doors: &'a [Door], id: &DeviceId) -> Option<&'a Door> {
    let mut known = doors.iter().filter(|door| door.is_known_as(id));
    known.clone().find(|door| door.successor.is_none()).or_else(|| known.next())
}

/// How many doors [`all`] leaves out.
pub fn count_damaged(read: &Read<'_>, shown: &[Door]) -> Result<u32, Error> {
    Ok(u32::try_from(read.count_doors()?.saturating_sub(shown.len())).unwrap_or(u32::MAX))
}

/// Whether the list of doors was ever read. If it was and there are none, Seam has none.
pub fn was_read(read: &Read<'_>) -> Result<bool, Error> {
    Ok(unless_damaged(read.workspace())?.flatten().is_some_and(|workspace| workspace.read_at.is_some()))
}

/// The door with an id.
///
/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn by_id(read: &Read<'_>, id: &DeviceId, tables: &ZoneTables, times: Times) -> Result<Door, Error> {
    let row = read.door(id)?.ok_or_else(|| Error::NoSuchDoor(id.to_string()))?;
    // Problems that concern several doors: only if several share a name, or one is gone.
    let others = if read.has_gone_doors()? || read.shares_name(&row)? { read.doors()? } else { Vec::new() };
    let usage = read.usage_of(id, times)?;
    Assembling::new(read, &others, tables, times)?.door(row, usage)
}

/// The door that a host means: a device id, a whole name, or a part of exactly one name, as they are shown. A listed
/// door takes precedence over a gone one of the same name.
///
/// # Errors
/// [`Error::NoSuchDoor`], [`Error::AmbiguousDoor`] or [`Error::NeverSynced`]; the record is damaged.
pub fn find(read: &Read<'_>, asked: &str, tables: &ZoneTables, times: Times) -> Result<Door, Error> {
    let rows = read.doors()?;
    if read.count_doors()? == 0 && !was_read(read)? {
        return Err(Error::NeverSynced);
    }
    one_of(read, &meant(&rows, asked), asked, tables, times)
}

/// The same among the doors that are gone, because a listed door may have the same name.
///
/// # Errors
/// As [`find`]; [`Error::NotGone`] if the text matches only a listed door.
pub fn find_gone(read: &Read<'_>, asked: &str, tables: &ZoneTables, times: Times) -> Result<Door, Error> {
    let mut rows = read.doors()?;
    rows.retain(|row| row.gone_at.is_some());
    let gone = meant(&rows, asked);
    if gone.is_empty() {
        return Err(Error::NotGone(find(read, asked, tables, times)?.name().to_owned()));
    }
    one_of(read, &gone, asked, tables, times)
}

fn one_of(
    read: &Read<'_>,
    meant: &[&KnownDoor],
    asked: &str,
    tables: &ZoneTables,
    times: Times,
) -> Result<Door, Error> {
    match meant {
        // The door may be the one whose name cannot be read.
        [] if read.count_doors()? > read.doors()?.len() => {
            Err(store::Error::Damaged { what: "what Seam said of a door".to_owned() }.into())
        }
        [] => Err(Error::NoSuchDoor(asked.to_owned())),
        [row] => by_id(read, &row.reading.device_id, tables, times),
        several => {
            let names = several.iter().map(|row| format!("{} ({})", row.reading.name, row.reading.device_id)).collect();
            Err(Error::AmbiguousDoor { asked: asked.to_owned(), names })
        }
    }
}

fn meant<'a>(rows: &'a [KnownDoor], asked: &str) -> Vec<&'a KnownDoor> {
    let wanted = folded(asked);
    let is_id = |row: &&KnownDoor| row.reading.device_id.as_str() == asked.trim();
    let named = |fits: &dyn Fn(&str) -> bool| {
        let (gone, there): (Vec<_>, Vec<_>) =
            rows.iter().filter(|row| fits(&folded(&row.reading.name))).partition(|row| row.gone_at.is_some());
        if there.is_empty() { gone } else { there }
    };
    let by_id: Vec<_> = rows.iter().filter(is_id).collect();
    if !by_id.is_empty() || wanted.is_empty() {
        return by_id;
    }
    let whole = named(&|name| name == wanted);
    if whole.is_empty() { named(&|name| name.contains(&wanted)) } else { whole }
}

/// Everything needed to assemble a door.
struct Assembling<'a> {
    read: &'a Read<'a>,
    tables: &'a ZoneTables,
    times: Times,
    successors: HashMap<DeviceId, DeviceId>,
    pairs: Vec<PerhapsSame>,
    unknown: Vec<CodeEntry>,
    /// Id and site of each listed door, by its folded name.
    namesakes: HashMap<String, Vec<(DeviceId, Option<String>)>>,
}

impl<'a> Assembling<'a> {
    fn new(read: &'a Read<'a>, rows: &[KnownDoor], tables: &'a ZoneTables, times: Times) -> Result<Self, Error> {
        let unknown = unless_damaged(read.codes_in(State::Unknown))?.unwrap_or_default();
        let mut namesakes: HashMap<String, Vec<_>> = HashMap::new();
        for KnownDoor { reading, .. } in rows.iter().filter(|row| row.gone_at.is_none()) {
            let door = (reading.device_id.clone(), reading.site.clone());
            namesakes.entry(folded(&reading.name)).or_default().push(door);
        }
        Ok(Self { read, tables, times, successors: read.successors()?, pairs: among(read, rows)?, unknown, namesakes })
    }

    fn door(&self, row: KnownDoor, usage: Usage) -> Result<Door, Error> {
        let id = &row.reading.device_id;
        let account = row.reading.account_id.as_ref().map(|id| self.read.account(id)).transpose()?.flatten();
        let zone = zone::choose(zones_named(&row), self.tables);
        let slots = slot::read(row.reading.slots.clone(), self.tables);
        let ids = self.read.ids_of_lock(id)?;
        let twice = counted_twice(self.read, &self.unknown, &ids, self.times)?;
        let limit = limit::choose(row.reading.limit, row.host_limit);
        let Usage { live, in_flight, elsewhere, next_free } = usage;
        let elsewhere = elsewhere.saturating_sub(twice);
        let is_about = |pair: &&PerhapsSame| pair.gone == *id || pair.door == *id;
        Ok(Door {
            perhaps: self.pairs.iter().filter(is_about).cloned().collect(),
            successor: self.successors.get(id).cloned(),
            apart: self.apart(&row),
            places: Places { live, in_flight, elsewhere, limit, next_free },
            row,
            ids,
            zone,
            slots,
            account,
        })
    }

    /// What tells a listed door from its namesakes: its site if none of them is there, else its id.
    fn apart(&self, row: &KnownDoor) -> Option<String> {
        let reading = &row.reading;
        let named = self.namesakes.get(&folded(&reading.name)).map_or(&[][..], Vec::as_slice);
        let mut others = named.iter().filter(|(id, _)| *id != reading.device_id).peekable();
        if row.gone_at.is_some() || others.peek().is_none() {
            return None;
        }
        let is_alone = others.all(|(_, site)| *site != reading.site);
        let site = reading.site.clone().filter(|_| is_alone);
        Some(site.unwrap_or_else(|| reading.device_id.to_string()))
    }
}

fn zones_named(row: &KnownDoor) -> Vec<NamedZone> {
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
    /// Whether this is a device id of its lock.
    pub fn is_known_as(&self, id: &DeviceId) -> bool {
        self.ids.contains(id)
    }

    pub fn id(&self) -> &DeviceId {
        &self.row.reading.device_id
    }

    pub fn name(&self) -> &str {
        &self.row.reading.name
    }

    /// The problems that Seam reports for the account.
    pub fn account_notices(&self) -> (&[Notice], &[Notice]) {
        self.account.as_ref().map_or((&[], &[]), |account| (&account.errors, &account.warnings))
    }
}
