//! Readings of one of our codes.

use domain::code::CodeEntry;
use domain::difference::{self, Difference};
use domain::event::{EventBody, Reading, Secrets};
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::{State, has_code, is_at_seam, progress};
use domain::reading::CodeReading;
use domain::times::Times;
use jiff::{SignedDuration, Timestamp};
use store::Write;

use super::is_unmanaged;
use crate::attempt::asked_at;
use crate::error::Error;

/// For this long after a code was asked for, its absence proves nothing.
const SETTLING: SignedDuration = SignedDuration::from_mins(15);

/// Records a reading of one of our codes, if it says anything new.
///
/// # Errors
/// The record cannot be written, or the code is missing.
pub fn read_code(write: &Write<'_>, id: IntentId, code: &CodeReading, now: Timestamp) -> Result<(), Error> {
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    match &code.device_id {
        // A code at a door that this record does not know could be neither shown nor counted.
        Some(device) if write.door_name(device)?.is_some() => read_code_at(write, entry, device, code, now),
        Some(_) | None => take_reading(write, &entry, code, now),
    }
}

/// The same, for a code that Seam lists at this door. A code known at another door, or under another id, has moved.
pub(super) fn read_code_at(
    write: &Write<'_>,
    entry: CodeEntry,
    device: &DeviceId,
    code: &CodeReading,
    now: Timestamp,
) -> Result<(), Error> {
    let is_there = entry.code.device_id == *device && entry.code.access_code_id.as_ref() == Some(&code.id);
    let id = entry.intent.id;
    if is_there || !has_code(entry.code.state) {
        return take_reading(write, &entry, code, now);
    }
    // The first reading is compared with the request before the move is recorded.
    if entry.code.reading_sum.is_none() {
        take_reading(write, &entry, code, now)?;
    }
    let body = EventBody::Moved { device_id: device.to_string(), access_code_id: code.id.to_string() };
    write.append(id, &body, &Secrets::default(), now)?;
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    take_reading(write, &entry, code, now)
}

fn take_reading(write: &Write<'_>, entry: &CodeEntry, code: &CodeReading, now: Timestamp) -> Result<(), Error> {
    let is_new_pin = code.pin.is_some() && code.pin != entry.code.pin;
    let mut reading = reading(entry, code);
    let is_news =
        is_new_pin || entry.code.reading_sum.as_ref() != Some(&reading.sum) || entry.code.state == State::Gone;
    if is_news && has_code(entry.code.state) && entry.code.state != State::Ended {
        // Not part of what identifies an unchanged reading: the record remembers it even after the other code is over.
        if is_new_pin && is_shared_pin(write, entry, code)? {
            reading.differs.push(Difference::SharedPin);
        }
        let secrets = Secrets { pin: code.pin.clone(), raw: Some(code.raw.clone()) };
        write.append(entry.intent.id, &EventBody::Read(Box::new(reading)), &secrets, now)?;
    }
    Ok(())
}

/// Records that Seam no longer has a code: ended if after its end, an alarm if before, unless Seam only watches the
/// door.
///
/// # Errors
/// The record cannot be written, or the code is missing.
pub fn code_missing(write: &Write<'_>, id: IntentId, times: Times) -> Result<(), Error> {
    let entry = write.code(id)?.ok_or(Error::Lost(id))?;
    let access_code_id = entry.code.access_code_id.as_ref().map(AccessCodeId::to_string);
    let is_over = times.is_past(entry.code.ends_at);
    // Seam's own reads may lag behind what it has just made.
    if !is_over && times.earliest().duration_since(asked_at(write, &entry)?) < SETTLING {
        return Ok(());
    }
    if !is_over && is_unmanaged(write, &entry.code.device_id)? {
        return Ok(());
    }
    let body = match (is_over, access_code_id) {
        (true, access_code_id) => EventBody::Ended { access_code_id },
        (false, Some(access_code_id)) => EventBody::Gone { access_code_id },
        (false, None) => return Ok(()),
    };
    let possible = if is_over {
        is_at_seam(entry.code.state) || entry.code.state == State::Gone
    } else {
        is_at_seam(entry.code.state)
    };
    if possible {
        write.append(id, &body, &Secrets::default(), times.now)?;
    }
    Ok(())
}

/// Whether another code of the door has this PIN at a time that both are valid.
fn is_shared_pin(write: &Write<'_>, entry: &CodeEntry, code: &CodeReading) -> Result<bool, Error> {
    let (starts_at, ends_at) = (entry.code.starts_at, entry.code.ends_at);
    let beside = write.overlapping_codes(&entry.code.device_id, starts_at, ends_at)?;
    Ok(beside.iter().any(|other| other.intent.id != entry.intent.id && other.code.pin == code.pin))
}

fn reading(entry: &CodeEntry, code: &CodeReading) -> Reading {
    let differs = difference::between(&entry.intent.promise, &entry.code.device_id, &entry.intent.marker, code);
    let millis = |at: Option<Timestamp>| at.map(|at| at.as_millisecond());
    let pending = code.pending.as_deref().unwrap_or_default();
    let mut reading = Reading {
        progress: progress(code).into(),
        status: code.status.clone(),
        has_pin: code.pin.is_some(),
        starts_at: millis(code.starts_at),
        ends_at: millis(code.ends_at),
        slot_id: code.slot_id.as_ref().map(ToString::to_string),
        slot_name: code.slot_name.clone(),
        pending: pending.iter().map(|pending| pending.code.clone()).collect(),
        scheduled_at: millis(pending.iter().find_map(|pending| pending.scheduled_at)),
        errors: code.errors.clone(),
        warnings: code.warnings.clone(),
        cancellable: code.flags.cancellable,
        extendable: code.flags.extendable,
        early_checkin_able: code.flags.early_checkin_able,
        overridable: code.flags.overridable,
        differs,
        sum: String::new(),
    };
    reading.sum = sum_of(&reading, code);
    reading
}

/// Identifies an unchanged reading. The PIN is compared separately, since a digest of six digits gives them away.
fn sum_of(reading: &Reading, code: &CodeReading) -> String {
    let told = serde_json::to_string(reading).unwrap_or_default();
    store::digest(&[&told, code.name.as_deref().unwrap_or_default()])
}
