//! The codes that a look lists: ours by their id or marker, or made elsewhere.

use std::collections::HashSet;

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::event::{EventBody, Secrets};
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::{State, has_code};
use domain::marker::Marker;
use domain::reading::CodeReading;
use jiff::Timestamp;
use store::Write;

use super::reading::read_code_at;
use super::{DoorLook, Seen, is_unmanaged};
use crate::attempt::working;
use crate::error::Error;

/// One code of a list: ours by its id or its marker, or made elsewhere. `listed`: every code of the look.
pub(super) fn take_code(
    write: &Write<'_>,
    device: &DeviceId,
    code: &CodeReading,
    listed: &HashSet<&AccessCodeId>,
    seen: &mut Seen,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(entry) = write.code_at_seam(&code.id)? {
        return read_code_at(write, entry, device, code, now);
    }
    let Some((marker, attempts)) = marked(write, code)? else {
        write.put_code_elsewhere(device, code, now)?;
        return Ok(());
    };
    if attempts.iter().any(|entry| entry.code.second_codes.iter().any(|known| known == code.id.as_str())) {
        write.put_code_elsewhere(device, code, now)?;
        return Ok(());
    }
    match attempts.iter().find(|entry| entry.intent.marker == marker) {
        Some(entry) if !has_code(entry.code.state) => {
            found(write, entry.intent.id, device, &code.id, now)?;
            seen.found.push(entry.intent.id);
            let entry = write.code(entry.intent.id)?.ok_or(Error::Lost(entry.intent.id))?;
            read_code_at(write, entry, device, code, now)
        }
        Some(entry) => match sameness(write, entry, code, listed)? {
            Sameness::Same => {
                write.claim_code_elsewhere(device, &code.id)?;
                read_code_at(write, entry.clone(), device, code, now)
            }
            Sameness::Open => {
                write.put_code_elsewhere(device, code, now)?;
                Ok(())
            }
            Sameness::Other => second_code(write, entry, device, code, seen, now),
        },
        None => match working(&attempts) {
            // Another computer made a code for the same stay, so it is reported with this stay's codes. If none of ours
            // works it is the stay's code, and issuing takes it over from the codes made elsewhere.
            Some(entry) => second_code(write, entry, device, code, seen, now),
            None => {
                let known = write.codes_elsewhere_marked(marker.base())?;
                seen.of_other_records += usize::from(!known.iter().any(|known| known.id == code.id));
                write.put_code_elsewhere(device, code, now)?;
                Ok(())
            }
        },
    }
}

/// The marker in a code's name, with the attempts that this record knows for it. Without its `#` it may be anyone's
/// text, so it is a marker only if the record knows it.
fn marked(write: &Write<'_>, code: &CodeReading) -> Result<Option<(Marker, Vec<CodeEntry>)>, Error> {
    let Some(name) = code.name.as_deref() else { return Ok(None) };
    let Some(marker) = Marker::read_without_sign(name) else { return Ok(None) };
    let attempts = write.attempts(marker.base())?;
    Ok((!attempts.is_empty() || Marker::read(name).is_some()).then_some((marker, attempts)))
}

/// Records that a code at Seam is the one that an intent asked for. It no longer counts as made elsewhere.
fn found(
    write: &Write<'_>,
    intent: IntentId,
    device: &DeviceId,
    code: &AccessCodeId,
    now: Timestamp,
) -> Result<(), Error> {
    write.claim_code_elsewhere(device, code)?;
    let body = EventBody::Found { access_code_id: code.to_string(), by_host: false };
    write.append(intent, &body, &Secrets::default(), now)?;
    Ok(())
}

/// Whether a code with the marker of one of our codes, but another id, is that code.
enum Sameness {
    Same,
    /// Ours may still be at Seam: we ask for it, and the next look settles it.
    Open,
    Other,
}

/// Seam gives a code a new id when its account is reconnected, or its door is switched to unmanaged. It is the same
/// code if window and PIN agree and the id that we know is no longer listed; if Seam gives no PIN, that id must be
/// gone, alone or with its door.
fn sameness(
    write: &Write<'_>,
    entry: &CodeEntry,
    code: &CodeReading,
    listed: &HashSet<&AccessCodeId>,
) -> Result<Sameness, Error> {
    let ours = &entry.code;
    let agrees = |given: Option<Timestamp>, known: Timestamp| {
        given.is_some_and(|given| given.as_millisecond() == known.as_millisecond())
    };
    let same_window = agrees(code.starts_at, ours.starts_at) && agrees(code.ends_at, ours.ends_at);
    let same_pin = code.pin.as_ref().zip(ours.pin.as_ref()).map(|(theirs, ours)| theirs == ours);
    let is_listed = ours.access_code_id.as_ref().is_some_and(|id| listed.contains(id));
    if !same_window || same_pin == Some(false) || is_listed {
        return Ok(Sameness::Other);
    }
    let is_gone = same_pin == Some(true)
        || matches!(ours.state, State::Gone | State::Ended)
        || write.door(&ours.device_id)?.is_none_or(|door| door.gone_at.is_some())
        || (!code.is_managed && is_unmanaged(write, &ours.device_id)?);
    Ok(if is_gone { Sameness::Same } else { Sameness::Open })
}

/// A further code with a stay's marker. It counts at the door where Seam lists it.
fn second_code(
    write: &Write<'_>,
    entry: &CodeEntry,
    device: &DeviceId,
    code: &CodeReading,
    seen: &mut Seen,
    now: Timestamp,
) -> Result<(), Error> {
    write.put_code_elsewhere(device, code, now)?;
    let body = EventBody::SecondCode { access_code_id: code.id.to_string() };
    write.append(entry.intent.id, &body, &Secrets::default(), now)?;
    seen.second_codes.push(entry.intent.id);
    Ok(())
}

/// Codes made elsewhere that the look does not list. One that is listed under a new id is the same code and takes one
/// place.
pub(super) fn miss_codes_elsewhere(
    write: &Write<'_>,
    look: &DoorLook,
    outside: &[CodeElsewhere],
    listed: &HashSet<&AccessCodeId>,
    now: Timestamp,
) -> Result<(), Error> {
    let device = &look.door.device_id;
    let is_known = |id: &AccessCodeId| outside.iter().any(|known| known.id == *id && known.device_id == *device);
    let mut new: Vec<&CodeReading> = Vec::new();
    for code in look.codes.iter().filter(|code| !is_known(&code.id)) {
        if write.code_at_seam(&code.id)?.is_none() {
            new.push(code);
        }
    }
    let is_missing = |code: &&CodeElsewhere| !listed.contains(&code.id) || code.device_id != *device;
    for missing in outside.iter().filter(is_missing) {
        let same = |code: &&CodeReading| code.id == missing.id || missing.is_like(code);
        match new.iter().position(same) {
            Some(place) => {
                new.swap_remove(place);
                write.claim_code_elsewhere(&missing.device_id, &missing.id)?;
            }
            None => write.miss_code_elsewhere(missing, now)?,
        }
    }
    Ok(())
}
