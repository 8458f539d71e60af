//! Records what Seam reports: doors, our codes, others' codes. The only place where readings become facts, whether they
//! came by polling, a look, a sync or an event.

mod list;
mod reading;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::event::{EventBody, Secrets};
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::{State, is_at_seam};
use domain::reading::{CodeReading, DoorReading};
use domain::times::Times;
use jiff::Timestamp;
use store::{Write, unless_damaged};

use self::list::{miss_codes_elsewhere, take_code};
use crate::attempt::unknown;
use crate::error::Error;

pub use self::reading::{code_missing, read_code};

/// A door with all its codes: one complete look.
#[derive(Clone, Debug)]
pub struct DoorLook {
    pub door: DoorReading,
    /// Managed and unmanaged.
    pub codes: Vec<CodeReading>,
}

/// The news from a look.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub door_is_new: bool,
    /// Future codes whose slot is gone or has other times.
    pub lost_slots: Vec<LostSlot>,
    pub slots_changed: bool,
    /// Intents whose outcome was not known and whose code was found.
    pub found: Vec<IntentId>,
    /// Stays for which a second code turned up.
    pub second_codes: Vec<IntentId>,
    /// Codes that Latchbook made and this record does not have, seen for the first time.
    pub of_other_records: usize,
    /// Damaged rows that Seam's answer has repaired.
    pub mended: u64,
    /// Our codes that Seam should have but did not list: to be asked for one by one.
    pub to_ask: Vec<(IntentId, AccessCodeId)>,
}

/// A code in the future whose slot is gone from the door or has changed.
#[derive(Clone, Debug)]
pub struct LostSlot {
    pub intent: IntentId,
    pub label: String,
    pub slot_name: String,
}

/// Records a complete look at a door. Without news, writes only that unknown intents were looked for. At a door that
/// Seam only watches, a listed code counts, and a missing one proves nothing.
pub fn apply_look(write: &Write<'_>, look: &DoorLook, times: Times) -> Result<Seen, Error> {
    let mut seen = apply_door(write, &look.door, times)?;
    let (device, now) = (&look.door.device_id, times.now);
    let (outside, left_out) = write.sound_codes_elsewhere(device, times.earliest())?;
    note_mended(write, left_out, now)?;
    seen.mended += left_out;
    let known: HashMap<&AccessCodeId, &CodeElsewhere> = outside.iter().map(|code| (&code.id, code)).collect();
    let listed: HashSet<&AccessCodeId> = look.codes.iter().map(|code| &code.id).collect();
    for code in &look.codes {
        // A marked one may concern one of our stays, so it is checked every time.
        if !known.get(&code.id).is_some_and(|known| known.marker.is_none() && known.says(device, code)) {
            take_code(write, device, code, &listed, &mut seen, now)?;
        }
    }
    if !look.door.is_managed {
        return Ok(seen);
    }
    miss_codes_elsewhere(write, look, &outside, &listed, now)?;
    let looked_for = write.live_codes(device, times)?.into_iter().chain(looked_for_last(write, device, times)?);
    for entry in looked_for {
        after_look(write, &entry, &listed, &mut seen, times)?;
    }
    Ok(seen)
}

/// Records a door's own facts.
pub fn apply_door(write: &Write<'_>, door: &DoorReading, times: Times) -> Result<Seen, Error> {
    let (door, now) = (as_kept(write, door)?, times.now);
    let change = write.put_door(&door, now)?;
    let device_id = door.device_id.to_string();
    let mended = u64::from(change.is_mended);
    note_mended(write, mended, now)?;
    let mut seen = Seen { door_is_new: change.is_new, mended, ..Seen::default() };
    if change.is_back {
        write.note(&EventBody::DoorBack { device_id: device_id.clone() }, now)?;
    }
    if let Some((before, after)) = change.slots {
        write.note(&EventBody::SlotsChanged { device_id, before, after }, now)?;
        seen.slots_changed = true;
        seen.lost_slots = lost_slots(write, &door, before, times)?;
    }
    Ok(seen)
}

/// Details that Seam leaves out for a door that it only watches keep their known values.
fn as_kept<'a>(write: &Write<'_>, door: &'a DoorReading) -> Result<Cow<'a, DoorReading>, Error> {
    if door.is_managed {
        return Ok(Cow::Borrowed(door));
    }
    let known = unless_damaged(write.door(&door.device_id))?.flatten();
    Ok(known.map_or(Cow::Borrowed(door), |known| Cow::Owned(door.clone().completed_by(&known.reading))))
}

/// Whether Seam only watches the door, so that a missing code proves nothing.
fn is_unmanaged(write: &Write<'_>, door: &DeviceId) -> Result<bool, Error> {
    let known = unless_damaged(write.door(door))?.flatten();
    Ok(known.is_some_and(|known| !known.reading.is_managed))
}

/// Records that rows were damaged, if any were.
pub fn note_mended(write: &Write<'_>, rows: u64, now: Timestamp) -> Result<(), Error> {
    if rows > 0 {
        write.note(&EventBody::Mended { rows }, now)?;
    }
    Ok(())
}

/// Future codes whose slot changed its times or disappeared.
fn lost_slots(write: &Write<'_>, door: &DoorReading, before: i64, times: Times) -> Result<Vec<LostSlot>, Error> {
    let old = write.slot_snapshot(before)?.map_or(Vec::new(), |snapshot| snapshot.slots);
    let is_lost = |entry: &CodeEntry| {
        let promised = &entry.intent.promise.slot_id;
        let ends = |slots: &[domain::slot::SlotFacts]| {
            let slot = slots.iter().find(|slot| slot.id == *promised)?;
            Some((slot.check_in.clone(), slot.check_out.clone()))
        };
        !times.is_past(entry.code.starts_at) && ends(&old) != ends(&door.slots)
    };
    let live = write.live_codes(&door.device_id, times)?;
    let told = |entry: CodeEntry| LostSlot {
        intent: entry.intent.id,
        label: entry.intent.label,
        slot_name: entry.intent.promise.slot_name,
    };
    Ok(live.into_iter().filter(is_lost).map(told).collect())
}

/// Unknown intents of the door that are over, and that only this look can still settle.
fn looked_for_last(write: &Write<'_>, device: &DeviceId, times: Times) -> Result<Vec<CodeEntry>, Error> {
    let mut unknown = unknown(write)?;
    let ids = write.ids_of_lock(device)?;
    unknown.retain(|entry| ids.contains(&entry.code.device_id) && times.is_past(entry.code.ends_at));
    Ok(unknown)
}

/// The meaning of the look for one live intent of the door.
fn after_look(
    write: &Write<'_>,
    entry: &CodeEntry,
    listed: &HashSet<&AccessCodeId>,
    seen: &mut Seen,
    times: Times,
) -> Result<(), Error> {
    if entry.code.state == State::Unknown {
        let body = EventBody::Looked { server_at: times.earliest().as_millisecond() };
        write.append(entry.intent.id, &body, &Secrets::default(), times.now)?;
    }
    let expected = entry.code.access_code_id.as_ref().filter(|_| is_at_seam(entry.code.state));
    if let Some(id) = expected.filter(|id| !listed.contains(id)) {
        seen.to_ask.push((entry.intent.id, id.clone()));
    }
    Ok(())
}
