//! A lock that comes back under a new device id, as when its account is connected anew. The host says once whether a door that
//! is gone and another are the same lock; until then they are two, and what one has is a risk at the other.

use domain::ids::DeviceId;
use domain::name::folded;
use jiff::Timestamp;
use store::{CodeEntry, DoorRow, LockAnswer, Read, Write};

use crate::error::Error;

/// Two doors that may be one lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerhapsSame {
    /// The door that is gone.
    pub gone: DeviceId,
    pub gone_name: String,
    pub gone_at: Timestamp,
    /// The door that Seam lists.
    pub door: DeviceId,
    pub name: String,
    pub why: Why,
}

/// Why they may be one lock; the strongest reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Site and name are the same.
    SiteAndName,
    /// Oracode has the same id for both at the site.
    OracodeId,
    /// Seam lists codes at the one that were made for the other.
    Codes,
}

impl Why {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SiteAndName => "site_and_name",
            Self::OracodeId => "oracode_id",
            Self::Codes => "codes",
        }
    }
}

/// The pairs that the host has not answered for yet, by the name of the door that is there.
///
/// # Errors
/// The record cannot be read.
pub fn perhaps_same(read: &Read<'_>) -> Result<Vec<PerhapsSame>, Error> {
    if read.has_gone_doors()? { among(read, &read.doors()?) } else { Ok(Vec::new()) }
}

/// The pairs among these doors.
pub(crate) fn among(read: &Read<'_>, doors: &[DoorRow]) -> Result<Vec<PerhapsSame>, Error> {
    let (gone, there): (Vec<&DoorRow>, Vec<&DoorRow>) = doors.iter().partition(|door| door.gone_at.is_some());
    if gone.is_empty() || there.is_empty() {
        return Ok(Vec::new());
    }
    let answers = read.lock_answers()?;
    let successors = read.successors()?;
    let mut pairs = Vec::new();
    for old in gone.into_iter().filter(|old| !successors.contains_key(&old.reading.device_id)) {
        let moved_to = read.doors_of_codes_made_at(&old.reading.device_id)?;
        for new in &there {
            let (old_id, new_id) = (&old.reading.device_id, &new.reading.device_id);
            let is_answered = answers.iter().any(|answer| answer.gone == *old_id && answer.door == *new_id);
            let why = if moved_to.contains(new_id) { Some(Why::Codes) } else { likeness(old, new) };
            if let (Some(why), false, Some(gone_at)) = (why, is_answered, old.gone_at) {
                pairs.push(PerhapsSame {
                    gone: old_id.clone(),
                    gone_name: old.reading.name.clone(),
                    gone_at,
                    door: new_id.clone(),
                    name: new.reading.name.clone(),
                    why,
                });
            }
        }
    }
    Ok(pairs)
}

fn likeness(old: &DoorRow, new: &DoorRow) -> Option<Why> {
    let (old, new) = (&old.reading, &new.reading);
    if old.site != new.site {
        return None;
    }
    let same_id = old.oracode_id.is_some() && old.oracode_id == new.oracode_id && old.site.is_some();
    let same_name = folded(&old.name) == folded(&new.name);
    if same_id { Some(Why::OracodeId) } else { same_name.then_some(Why::SiteAndName) }
}

/// Records what the host says of two doors. What was answered before is answered anew.
///
/// # Errors
/// [`Error::NoSuchDoor`]; [`Error::NotGone`] for a first door that Seam lists, [`Error::DoorGone`] for a second that it does not
/// list; the record cannot be written.
pub fn answer(write: &Write<'_>, answer: &LockAnswer, now: Timestamp) -> Result<(), Error> {
    let row = |id: &DeviceId| write.door(id)?.ok_or_else(|| Error::NoSuchDoor(id.to_string()));
    let (gone, door) = (row(&answer.gone)?, row(&answer.door)?);
    if gone.gone_at.is_none() {
        return Err(Error::NotGone(gone.reading.name));
    }
    if door.gone_at.is_some() {
        return Err(Error::DoorGone(door.reading.name));
    }
    if !write.lock_answers()?.contains(answer) {
        write.add_lock_answer(answer, now)?;
    }
    Ok(())
}

/// The doors at which codes of a lock may be listed: the one under which it is known now, and those that may be the same.
pub(crate) fn where_to_look(read: &Read<'_>, device: &DeviceId) -> Result<Vec<DeviceId>, Error> {
    let now = read.successors()?.remove(device).unwrap_or_else(|| device.clone());
    let perhaps = perhaps_same(read)?.into_iter().filter(|pair| pair.gone == now).map(|pair| pair.door);
    let mut doors: Vec<DeviceId> = perhaps.collect();
    doors.insert(0, now);
    Ok(doors)
}

/// Codes of doors that may be this door's lock, which are for the stay by its key or share its time: the host must say first
/// that another is wanted.
///
/// # Errors
/// The record cannot be read.
pub(crate) fn codes_perhaps_here(
    read: &Read<'_>,
    door: &DeviceId,
    key: Option<&str>,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<CodeEntry>, Error> {
    let mut found: Vec<CodeEntry> = Vec::new();
    for pair in perhaps_same(read)?.into_iter().filter(|pair| pair.door == *door) {
        let by_key = key.map(|key| read.codes_of_stay(&pair.gone, key)).transpose()?.unwrap_or_default();
        let by_key = by_key.into_iter().filter(|entry| domain::lifecycle::may_have_code(entry.code.state));
        for entry in by_key.chain(read.overlapping_codes(&pair.gone, from, to)?) {
            if entry.code.device_id != *door && !found.iter().any(|known| known.intent.id == entry.intent.id) {
                found.push(entry);
            }
        }
    }
    Ok(found)
}
