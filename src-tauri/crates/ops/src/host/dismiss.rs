//! Codes made elsewhere that Seam no longer lists and that have no end: they keep their place until the host says that
//! they are gone from the lock.

use domain::event::Happening;
use domain::ids::{AccessCodeId, DeviceId};
use domain::outside::OutsideCode;
use jiff::Timestamp;
use store::{Read, Write};

use crate::error::Error;

/// Whether only the host can free its place.
pub fn waits_for_host(code: &OutsideCode) -> bool {
    code.is_unlisted() && code.ends_at.is_none()
}

/// The codes of a door whose place only the host can free.
pub fn waiting(read: &Read<'_>, door: &DeviceId, now: Timestamp) -> Result<Vec<OutsideCode>, Error> {
    let mut codes = read.outside_codes(door, now)?;
    codes.retain(waits_for_host);
    Ok(codes)
}

/// Frees the place of a code made elsewhere and records this. If Seam lists the code again it counts again.
///
/// # Errors
/// [`Error::NoOutsideCode`], [`Error::NotPutAway`] for one that is listed or ends by itself, or the record cannot be
/// written.
pub fn put_away(write: &Write<'_>, door: &DeviceId, id: &AccessCodeId, now: Timestamp) -> Result<(), Error> {
    let code = write.outside_codes(door, now)?.into_iter().find(|code| code.id == *id);
    let code = code.ok_or_else(|| Error::NoOutsideCode(id.to_string()))?;
    if !waits_for_host(&code) {
        return Err(Error::NotPutAway(id.to_string()));
    }
    write.claim_outside_code(&code.device_id, id)?;
    let happening = Happening::PutAway { device_id: code.device_id.to_string(), access_code_id: id.to_string() };
    Ok(write.note(&happening, now).map(|_| ())?)
}
