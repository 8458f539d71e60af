//! Codes that are probably the one of a lost answer: renamed on the way, so that nothing is left of the marker. The
//! host confirms one; none is adopted automatically.

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::event::{EventBody, Secrets};
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::State;
use domain::times::Times;
use jiff::{SignedDuration, Timestamp};
use store::{Read, Write};

use crate::attempt::asked_at;
use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::record::Latchbook;

/// A code made longer after the request than this is not its code.
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// Seam's clock is known to the second, and the request left a moment after the clock was read.
const PRECISION: SignedDuration = SignedDuration::from_secs(5);

/// The codes that are probably the one of an intent with an unknown outcome: on the same lock, with the same window
/// (and slot, if Seam names it), without a marker, made between the request and an hour later. No other intent knows
/// any of them.
pub fn probable(read: &Read<'_>, entry: &CodeEntry) -> Result<Vec<CodeElsewhere>, Error> {
    if entry.code.state != State::Unknown {
        return Ok(Vec::new());
    }
    let promise = &entry.intent.promise;
    let asked_at = asked_at(read, entry)?;
    let is_same = |code: &CodeElsewhere| {
        let slot = code.slot_id.as_ref().is_none_or(|slot| *slot == promise.slot_id);
        code.marker.is_none()
            && slot
            && code.starts_at == Some(promise.starts_at)
            && code.ends_at == Some(promise.ends_at)
            && code.created_at.is_some_and(|made| is_just_after(asked_at, made))
    };
    let mut codes = read.codes_elsewhere(&read.lock_of(&entry.code.device_id)?, asked_at)?;
    codes.retain(is_same);
    Ok(codes)
}

fn is_just_after(asked_at: Timestamp, made: Timestamp) -> bool {
    let after = made.duration_since(asked_at);
    (-PRECISION..=WITHIN).contains(&after)
}

/// How many codes of a lock are counted twice: as made elsewhere, and as the outcome of an unknown request.
pub(crate) fn counted_twice(
    read: &Read<'_>,
    unknown: &[CodeEntry],
    lock: &[DeviceId],
    times: Times,
) -> Result<u32, Error> {
    let mut codes: Vec<AccessCodeId> = Vec::new();
    for entry in
        unknown.iter().filter(|entry| !times.is_past(entry.code.ends_at) && lock.contains(&entry.code.device_id))
    {
        let free = probable(read, entry)?.into_iter().find(|code| !codes.contains(&code.id));
        codes.extend(free.map(|code| code.id));
    }
    Ok(u32::try_from(codes.len()).unwrap_or(u32::MAX))
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Records the host's word that a code made elsewhere is the one of an intent with an unknown outcome, and reads
    /// that code.
    ///
    /// # Errors
    /// [`Error::NotProbable`] if it is not among the [probable] ones; the record cannot be written, or Seam cannot be
    /// read.
    pub async fn adopt(&self, intent: IntentId, code: AccessCodeId) -> Result<CodeEntry, Error> {
        let (id, now) = (code.clone(), self.clock.now());
        self.record.write(move |write| take(write, intent, &id, now)).await?;
        self.ask_for(intent, &code).await?;
        self.entry(intent).await
    }
}

/// The intent whose outcome a code probably is; if there are several, the last one requested.
///
/// # Errors
/// [`Error::NotProbable`] if there is none, or the record cannot be read.
pub fn intent_of(read: &Read<'_>, code: &AccessCodeId) -> Result<IntentId, Error> {
    for entry in read.codes_in(State::Unknown)?.iter().rev() {
        if probable(read, entry)?.iter().any(|row| row.id == *code) {
            return Ok(entry.intent.id);
        }
    }
    Err(Error::NotProbable(code.to_string()))
}

fn take(write: &Write<'_>, intent: IntentId, code: &AccessCodeId, now: Timestamp) -> Result<(), Error> {
    let entry = write.code(intent)?.ok_or_else(|| Error::NoSuchCode(intent.to_string()))?;
    let row = probable(write, &entry)?.into_iter().find(|row| row.id == *code);
    let row = row.ok_or_else(|| Error::NotProbable(code.to_string()))?;
    write.claim_code_elsewhere(&row.device_id, code)?;
    let body = EventBody::Found { access_code_id: code.to_string(), by_host: true };
    write.append(intent, &body, &Secrets::default(), now)?;
    Ok(())
}
