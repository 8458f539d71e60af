//! Taking what Seam says into the record: doors, codes of ours, codes of others. The only place where readings become facts,
//! whether they came by polling, by a look, by sync or by an event.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use domain::difference;
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::{State, has_code, is_at_seam, progress};
use domain::marker::Marker;
use domain::reading::{CodeReading, DoorReading};
use jiff::{SignedDuration, Timestamp};
use store::{
    CodeEntry, DifferenceText, EventRow, Happening, NoticeText, OutsideCodeRow, Reading, Secrets, Write, unless_damaged,
};

use crate::confirm::unknown;
use crate::error::Error;
use crate::issue::working;

/// So long after a code was asked for, its absence says nothing.
const SETTLING: SignedDuration = SignedDuration::from_mins(15);

/// A door with every code of it: one complete look.
#[derive(Clone, Debug)]
pub struct DoorLook {
    pub door: DoorReading,
    /// Managed and unmanaged.
    pub codes: Vec<CodeReading>,
}

/// What a look brought.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub door_is_new: bool,
    /// Future codes whose slot is no longer there or has other times.
    pub lost_slots: Vec<LostSlot>,
    pub slots_changed: bool,
    /// Intents that were not known and whose code was found.
    pub found: Vec<IntentId>,
    /// Stays for which a second code turned up.
    pub second_codes: Vec<IntentId>,
    /// Codes that Latchbook made and this record does not have, seen for the first time.
    pub of_other_records: usize,
    /// Rows that were damaged, and are as Seam says them by now.
    pub mended: u64,
    /// Codes of ours that Seam should have and that were not in its lists: to be asked for one by one.
    pub to_ask: Vec<(IntentId, AccessCodeId)>,
}

/// A code that is still to come, and whose slot the door no longer has as it was.
#[derive(Clone, Debug)]
pub struct LostSlot {
    pub intent: IntentId,
    pub label: String,
    pub slot_name: String,
}

/// Takes a complete look at a door into the record. Writes nothing if there is no news, but that unknown intents were looked for.
/// At a door that Seam only watches, what it lists counts, and what it does not list proves nothing.
pub fn take_look(write: &Write<'_>, look: &DoorLook, now: Timestamp, server_now: Timestamp) -> Result<Seen, Error> {
    let mut seen = take_door(write, &look.door, now, server_now)?;
    let device = &look.door.device_id;
    let (outside, left_out) = write.sound_outside_codes(device)?;
    note_mended(write, left_out, now)?;
    seen.mended += left_out;
    let known: HashMap<&AccessCodeId, &OutsideCodeRow> = outside.iter().map(|code| (&code.id, code)).collect();
    for code in &look.codes {
        // A marked one may concern a stay of ours, so it is looked at every time.
        if !known.get(&code.id).is_some_and(|known| known.marker.is_none() && known.says(device, code)) {
            take_code(write, device, code, &mut seen, now)?;
        }
    }
    if !look.door.is_managed {
        return Ok(seen);
    }
    let listed: HashSet<&AccessCodeId> = look.codes.iter().map(|code| &code.id).collect();
    for outside in outside.iter().filter(|outside| !listed.contains(&outside.id)) {
        write.miss_outside_code(outside, now)?;
    }
    let looked_for =
        write.live_codes(device, server_now)?.into_iter().chain(looked_for_last(write, device, server_now)?);
    for entry in looked_for {
        after_look(write, &entry, &listed, &mut seen, now, server_now)?;
    }
    Ok(seen)
}

/// Takes a door's own facts into the record.
pub fn take_door(write: &Write<'_>, door: &DoorReading, now: Timestamp, server_now: Timestamp) -> Result<Seen, Error> {
    let door = as_kept(write, door)?;
    let change = write.put_door(&door, now)?;
    let device_id = door.device_id.to_string();
    let mended = u64::from(change.is_mended);
    note_mended(write, mended, now)?;
    let mut seen = Seen { door_is_new: change.is_new, mended, ..Seen::default() };
    if change.is_back {
        write.note(&Happening::DoorBack { device_id: device_id.clone() }, now)?;
    }
    if let Some((before, after)) = change.slots {
        write.note(&Happening::SlotsChanged { device_id, before, after }, now)?;
        seen.slots_changed = true;
        seen.lost_slots = lost_slots(write, &door, before, server_now)?;
    }
    Ok(seen)
}

/// What Seam leaves out of a door that it only watches stays as it was known.
fn as_kept<'a>(write: &Write<'_>, door: &'a DoorReading) -> Result<Cow<'a, DoorReading>, Error> {
    if door.is_managed {
        return Ok(Cow::Borrowed(door));
    }
    let known = unless_damaged(write.door(&door.device_id))?.flatten();
    Ok(known.map_or(Cow::Borrowed(door), |known| Cow::Owned(door.clone().completed_by(&known.reading))))
}

/// Whether Seam only watches the door, so that what it does not have of it proves nothing.
fn is_unmanaged(write: &Write<'_>, door: &DeviceId) -> Result<bool, Error> {
    let known = unless_damaged(write.door(door))?.flatten();
    Ok(known.is_some_and(|known| !known.reading.is_managed))
}

/// Notes in the record that rows were damaged, if there were any.
pub fn note_mended(write: &Write<'_>, rows: u64, now: Timestamp) -> Result<(), Error> {
    if rows > 0 {
        write.note(&Happening::Mended { rows }, now)?;
    }
    Ok(())
}

/// Codes to come whose slot changed its times or went.
fn lost_slots(
    write: &Write<'_>,
    door: &DoorReading,
    before: i64,
    server_now: Timestamp,
) -> Result<Vec<LostSlot>, Error> {
    let old = write.slot_snapshot(before)?.map_or(Vec::new(), |snapshot| snapshot.slots);
    let is_lost = |entry: &CodeEntry| {
        let promised = &entry.intent.promise.slot_id;
        let times = |slots: &[domain::slot::SlotFacts]| {
            let slot = slots.iter().find(|slot| slot.id == *promised)?;
            Some((slot.check_in.clone(), slot.check_out.clone()))
        };
        entry.code.starts_at > server_now && times(&old) != times(&door.slots)
    };
    let live = write.live_codes(&door.device_id, server_now)?;
    let told = |entry: CodeEntry| LostSlot {
        intent: entry.intent.id,
        label: entry.intent.label,
        slot_name: entry.intent.promise.slot_name,
    };
    Ok(live.into_iter().filter(is_lost).map(told).collect())
}

/// One code of a list: ours by its id or its marker, or made elsewhere.
fn take_code(
    write: &Write<'_>,
    device: &DeviceId,
    code: &CodeReading,
    seen: &mut Seen,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(entry) = write.code_at_seam(&code.id)? {
        return read_code(write, entry.intent.id, code, now);
    }
    let Some(marker) = code.name.as_deref().and_then(Marker::read) else {
        write.put_outside_code(device, code, now)?;
        return Ok(());
    };
    let attempts = write.attempts(marker.base())?;
    if attempts.iter().any(|entry| entry.code.second_codes.iter().any(|known| known == code.id.as_str())) {
        return Ok(());
    }
    match attempts.iter().find(|entry| entry.intent.marker == marker && entry.intent.device_id == *device) {
        Some(entry) if !has_code(entry.code.state) => {
            write.claim_outside_code(device, &code.id)?;
            let happening = Happening::Found { access_code_id: code.id.to_string() };
            write.append(entry.intent.id, &happening, &Secrets::default(), now)?;
            seen.found.push(entry.intent.id);
            read_code(write, entry.intent.id, code, now)
        }
        Some(entry) => second_code(write, entry, code, seen, now),
        None => match working(&attempts) {
            // Another computer made a code for the same stay: it is counted with this stay's. Where none of ours works it
            // is the stay's code, and issuing takes it over from among those made elsewhere.
            Some(entry) => second_code(write, entry, code, seen, now),
            None => {
                let known = write.outside_codes_marked(marker.base())?;
                seen.of_other_records += usize::from(!known.iter().any(|known| known.id == code.id));
                write.put_outside_code(device, code, now)?;
                Ok(())
            }
        },
    }
}

fn second_code(
    write: &Write<'_>,
    entry: &CodeEntry,
    code: &CodeReading,
    seen: &mut Seen,
    now: Timestamp,
) -> Result<(), Error> {
    write.claim_outside_code(&entry.intent.device_id, &code.id)?;
    let happening = Happening::SecondCode { access_code_id: code.id.to_string() };
    write.append(entry.intent.id, &happening, &Secrets::default(), now)?;
    seen.second_codes.push(entry.intent.id);
    Ok(())
}

/// Unknown intents of the door that are over, and that this look settles or nobody will.
fn looked_for_last(write: &Write<'_>, device: &DeviceId, server_now: Timestamp) -> Result<Vec<CodeEntry>, Error> {
    let mut unknown = unknown(write)?;
    unknown.retain(|entry| entry.code.device_id == *device && entry.code.ends_at <= server_now);
    Ok(unknown)
}

/// What the look means for one live intent of the door.
fn after_look(
    write: &Write<'_>,
    entry: &CodeEntry,
    listed: &HashSet<&AccessCodeId>,
    seen: &mut Seen,
    now: Timestamp,
    server_now: Timestamp,
) -> Result<(), Error> {
    if entry.code.state == State::Unknown {
        let happening = Happening::Looked { server_at: server_now.as_millisecond() };
        write.append(entry.intent.id, &happening, &Secrets::default(), now)?;
    }
    let expected = entry.code.access_code_id.as_ref().filter(|_| is_at_seam(entry.code.state));
    if let Some(id) = expected.filter(|id| !listed.contains(id)) {
        seen.to_ask.push((entry.intent.id, id.clone()));
    }
    Ok(())
}

/// Takes a reading of a code of ours into the record, if it says anything new.
///
/// # Errors
/// The record cannot be written, or the code is not there.
pub fn read_code(write: &Write<'_>, id: IntentId, code: &CodeReading, now: Timestamp) -> Result<(), Error> {
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    let is_new_pin = code.pin.is_some() && code.pin != entry.code.pin;
    let mut reading = reading(&entry, code);
    let is_news =
        is_new_pin || entry.code.reading_sum.as_ref() != Some(&reading.sum) || entry.code.state == State::Gone;
    if is_news && has_code(entry.code.state) && entry.code.state != State::Ended {
        // Not part of what an unchanged reading is recognised by: the record remembers it, also when the other code is over.
        if is_new_pin && is_shared_pin(write, &entry, code)? {
            reading.differs.push(DifferenceText { what: "shared_pin".to_owned(), promised: None, given: None });
        }
        let secrets = Secrets { pin: code.pin.clone(), raw: Some(code.raw.clone()) };
        write.append(id, &Happening::Read(Box::new(reading)), &secrets, now)?;
    }
    Ok(())
}

/// Records that Seam no longer has a code: ended after its end, an alarm before, unless Seam only watches the door.
///
/// # Errors
/// The record cannot be written, or the code is not there.
pub fn code_missing(write: &Write<'_>, id: IntentId, now: Timestamp, server_now: Timestamp) -> Result<(), Error> {
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    let access_code_id = entry.code.access_code_id.as_ref().map(AccessCodeId::to_string);
    let is_over = entry.code.ends_at <= server_now;
    // Seam's own reads may lag behind what it has just made.
    if !is_over && server_now.duration_since(asked_at(write, &entry)?) < SETTLING {
        return Ok(());
    }
    if !is_over && is_unmanaged(write, &entry.code.device_id)? {
        return Ok(());
    }
    let happening = match (is_over, access_code_id) {
        (true, access_code_id) => Happening::Ended { access_code_id },
        (false, Some(access_code_id)) => Happening::Gone { access_code_id },
        (false, None) => return Ok(()),
    };
    let possible = if is_over {
        is_at_seam(entry.code.state) || entry.code.state == State::Gone
    } else {
        is_at_seam(entry.code.state)
    };
    if possible {
        write.append(id, &happening, &Secrets::default(), now)?;
    }
    Ok(())
}

/// When the code was asked for, by Seam's clock where it was known: this computer's may have been set since.
fn asked_at(write: &Write<'_>, entry: &CodeEntry) -> Result<Timestamp, Error> {
    let sent = |event: &EventRow| {
        let Happening::Sending { server_at, .. } = event.happening else { return None };
        Timestamp::from_millisecond(server_at?).ok()
    };
    Ok(write.history(entry.intent.id)?.iter().find_map(sent).unwrap_or(entry.intent.made_at))
}

/// Whether another code of the door, at a time that both hold, has this PIN.
fn is_shared_pin(write: &Write<'_>, entry: &CodeEntry, code: &CodeReading) -> Result<bool, Error> {
    let (starts_at, ends_at) = (entry.code.starts_at, entry.code.ends_at);
    let beside = write.overlapping_codes(&entry.code.device_id, starts_at, ends_at)?;
    Ok(beside.iter().any(|other| other.intent.id != entry.intent.id && other.code.pin == code.pin))
}

fn reading(entry: &CodeEntry, code: &CodeReading) -> Reading {
    let differs = difference::between(&entry.intent.promise, &entry.intent.device_id, &entry.intent.marker, code);
    let millis = |at: Option<Timestamp>| at.map(|at| at.as_millisecond());
    let pending = code.pending.as_deref().unwrap_or_default();
    let mut reading = Reading {
        progress: progress(code).as_str().to_owned(),
        status: code.status.clone(),
        has_pin: code.pin.is_some(),
        starts_at: millis(code.starts_at),
        ends_at: millis(code.ends_at),
        slot_id: code.slot_id.as_ref().map(ToString::to_string),
        slot_name: code.slot_name.clone(),
        pending: pending.iter().map(|pending| pending.code.clone()).collect(),
        scheduled_at: millis(pending.iter().find_map(|pending| pending.scheduled_at)),
        errors: code.errors.iter().map(NoticeText::from).collect(),
        warnings: code.warnings.iter().map(NoticeText::from).collect(),
        cancellable: code.flags.cancellable,
        extendable: code.flags.extendable,
        early_checkin_able: code.flags.early_checkin_able,
        overridable: code.flags.overridable,
        differs: differs.iter().map(Into::into).collect(),
        sum: String::new(),
    };
    reading.sum = sum_of(&reading, code);
    reading
}

/// By which an unchanged reading is recognised. The PIN is compared by itself: a digest of six digits gives them away.
fn sum_of(reading: &Reading, code: &CodeReading) -> String {
    let told = serde_json::to_string(reading).unwrap_or_default();
    store::digest(&[&told, code.name.as_deref().unwrap_or_default()])
}
