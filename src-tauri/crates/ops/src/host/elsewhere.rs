//! Codes made elsewhere that Seam no longer lists and that have no end: they keep their place until the host says that
//! they are gone from the lock.

use domain::code_elsewhere::CodeElsewhere;
use domain::event::EventBody;
use domain::ids::{AccessCodeId, DeviceId};
use jiff::Timestamp;
use store::{Read, Write};

use crate::error::Error;

/// Whether only the host can free its place.
pub fn waits_for_host(code: &CodeElsewhere) -> bool {
    code.is_unlisted() && code.ends_at.is_none()
}

/// The codes of a door whose place only the host can free.
pub fn waiting(read: &Read<'_>, door: &DeviceId, now: Timestamp) -> Result<Vec<CodeElsewhere>, Error> {
    let mut codes = read.codes_elsewhere(door, now)?;
    codes.retain(waits_for_host);
    Ok(codes)
}

/// Frees the place of a code made elsewhere and records this. If Seam lists the code again it counts again.
///
/// # Errors
/// [`Error::NoCodeElsewhere`], [`Error::NotPutAway`] for one that is listed or ends by itself, or the record cannot be
/// written.
pub fn put_away(write: &Write<'_>, door: &DeviceId, id: &AccessCodeId, now: Timestamp) -> Result<(), Error> {
    let code = write.codes_elsewhere(door, now)?.into_iter().find(|code| code.id == *id);
    let code = code.ok_or_else(|| Error::NoCodeElsewhere(id.to_string()))?;
    if !waits_for_host(&code) {
        return Err(Error::NotPutAway(id.to_string()));
    }
    write.claim_code_elsewhere(&code.device_id, id)?;
    let body = EventBody::PutAway { device_id: code.device_id.to_string(), access_code_id: id.to_string() };
    Ok(write.note(&body, now).map(|_| ())?)
}
