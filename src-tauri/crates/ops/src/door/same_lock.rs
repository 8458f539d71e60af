//! A lock that returns under a new device id, for example after its account is reconnected. The host says once whether
//! a gone door and another are the same lock; until then they are two doors, and the codes of one are a risk at the
//! other.

use domain::code::CodeEntry;
use domain::door::{KnownDoor, LockAnswer};
use domain::event::EventBody;
use domain::ids::DeviceId;
use domain::lifecycle::may_have_code;
use domain::name::folded;
use domain::promise::Promise;
use domain::times::Times;
use jiff::Timestamp;
use store::{Read, Write};

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

/// The pairs that the host has not answered for yet, ordered by the name of the listed door.
pub fn perhaps_same(read: &Read<'_>) -> Result<Vec<PerhapsSame>, Error> {
    if read.has_gone_doors()? { among(read, &read.doors()?) } else { Ok(Vec::new()) }
}

/// The pairs among these doors.
pub(crate) fn among(read: &Read<'_>, doors: &[KnownDoor]) -> Result<Vec<PerhapsSame>, Error> {
    let (gone, there): (Vec<&KnownDoor>, Vec<&KnownDoor>) = doors.iter().partition(|door| door.gone_at.is_some());
    if gone.is_empty() || there.is_empty() {
        return Ok(Vec::new());
    }
    let answers = read.lock_answers()?;
    let successors = read.successors()?;
    // Once the lock is at a listed door, there is nothing to ask; earlier answers say nothing about other doors.
    let is_there = |id: &DeviceId| there.iter().any(|door| door.reading.device_id == *id);
    let is_found = |old: &KnownDoor| successors.get(&old.reading.device_id).is_some_and(is_there);
    let mut pairs = Vec::new();
    for old in gone.into_iter().filter(|old| !is_found(old)) {
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

fn likeness(old: &KnownDoor, new: &KnownDoor) -> Option<Why> {
    let (old, new) = (&old.reading, &new.reading);
    if old.site != new.site {
        return None;
    }
    let same_id = old.oracode_id.is_some() && old.oracode_id == new.oracode_id && old.site.is_some();
    let same_name = folded(&old.name) == folded(&new.name);
    if same_id { Some(Why::OracodeId) } else { same_name.then_some(Why::SiteAndName) }
}

/// Records what the host says about two doors. After a yes, the host's own limit moves to the listed door unless it has
/// one, and codes made elsewhere that both doors list count once.
///
/// # Errors
/// [`Error::NoSuchDoor`]; [`Error::NotGone`] for a first door that Seam lists, [`Error::DoorGone`] for a second that it
/// does not list; the record cannot be written.
pub fn answer(write: &Write<'_>, answer: &LockAnswer, now: Timestamp) -> Result<(), Error> {
    let row = |id: &DeviceId| write.door(id)?.ok_or_else(|| Error::NoSuchDoor(id.to_string()));
    let (gone, door) = (row(&answer.gone)?, row(&answer.door)?);
    if gone.gone_at.is_none() {
        return Err(Error::NotGone(gone.reading.name));
    }
    if door.gone_at.is_some() {
        return Err(Error::DoorGone(door.reading.name));
    }
    if write.lock_answers()?.last() == Some(answer) {
        return Ok(());
    }
    if answer.is_same {
        hand_on(write, &gone, &door, now)?;
    }
    Ok(write.add_lock_answer(answer, now)?)
}

fn hand_on(write: &Write<'_>, gone: &KnownDoor, door: &KnownDoor, now: Timestamp) -> Result<(), Error> {
    let (old, new) = (&gone.reading.device_id, &door.reading.device_id);
    if let (Some(limit), None) = (gone.host_limit, door.host_limit) {
        write.set_host_limit(new, Some(limit))?;
        write.note(&EventBody::HostLimit { device_id: new.to_string(), limit: Some(limit) }, now)?;
    }
    let mut there = write.codes_elsewhere(new, now)?;
    for code in write.codes_elsewhere(old, now)?.iter().filter(|code| code.device_id == *old) {
        if let Some(place) = there.iter().position(|other| other.id == code.id || code.is_like_recorded(other)) {
            there.swap_remove(place);
            write.claim_code_elsewhere(old, &code.id)?;
        }
    }
    Ok(())
}

/// The doors at which codes of a lock may be listed: the one it belongs to now, and those that may be the same lock.
pub(crate) fn where_to_look(read: &Read<'_>, device: &DeviceId) -> Result<Vec<DeviceId>, Error> {
    let current = read.lock_of(device)?;
    let perhaps = perhaps_same(read)?.into_iter().filter(|pair| pair.gone == current || pair.gone == *device);
    let mut doors: Vec<DeviceId> = perhaps.map(|pair| pair.door).collect();
    doors.insert(0, current);
    Ok(doors)
}

/// The effect on a stay at this door of another door that may be the same lock.
#[derive(Debug, Default)]
pub(crate) struct PerhapsHere {
    /// Its codes for the stay, by its key or its times, and those that share time with the window.
    pub codes: Vec<CodeEntry>,
    /// Names of such doors, and how many places their codes would take here.
    pub places: Vec<(String, u32)>,
}

/// The stay and window that are asked for at a door.
pub(crate) struct Wanted<'a> {
    pub door: &'a DeviceId,
    pub key: Option<&'a str>,
    pub promise: &'a Promise,
}

/// Everything the host must know, before a code is spent here, about doors that may be this door's lock.
pub(crate) fn perhaps_here(read: &Read<'_>, wanted: &Wanted<'_>, times: Times) -> Result<PerhapsHere, Error> {
    let mut found = PerhapsHere::default();
    let (from, to) = (wanted.promise.starts_at.max(times.earliest()), wanted.promise.ends_at);
    let is_stay = |entry: &CodeEntry| entry.intent.promise.stay == wanted.promise.stay;
    for pair in perhaps_same(read)?.into_iter().filter(|pair| pair.door == *wanted.door) {
        let usage = read.usage_of(&pair.gone, times)?;
        found.places.push((pair.gone_name, usage.live + usage.in_flight + usage.elsewhere));
        let by_key = wanted.key.map(|key| read.codes_of_stay(&pair.gone, key)).transpose()?.unwrap_or_default();
        let by_key = by_key.into_iter().filter(|entry| may_have_code(entry.code.state));
        let moved = read.overlapping_codes(wanted.door, from, to)?.into_iter();
        let moved = moved.filter(|entry| entry.intent.device_id == pair.gone);
        for entry in by_key.chain(moved).chain(read.overlapping_codes(&pair.gone, from, to)?) {
            // A code that has moved here is this door's overlap, unless it is for this stay.
            let counts = entry.code.device_id != *wanted.door || is_stay(&entry);
            if counts && !found.codes.iter().any(|known| known.intent.id == entry.intent.id) {
                found.codes.push(entry);
            }
        }
    }
    Ok(found)
}
