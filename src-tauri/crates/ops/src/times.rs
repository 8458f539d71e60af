//! Now, as the record and Seam's answers give it.

use domain::times::Times;
use jiff::Timestamp;
use store::{Read, unless_damaged};

/// This computer's time with Seam's, if it was heard, else with what the last sync found. A damaged row about the workspace must
/// not take every page away: then this computer's clock has to do.
///
/// # Errors
/// The record cannot be read.
pub fn times(read: &Read<'_>, now: Timestamp, heard: Option<Timestamp>) -> Result<Times, store::Error> {
    if let Some(seam) = heard {
        return Ok(Times::heard(now, seam));
    }
    let workspace = unless_damaged(read.workspace())?.flatten();
    Ok(Times::corrected(now, workspace.and_then(|workspace| workspace.skew_ms)))
}
