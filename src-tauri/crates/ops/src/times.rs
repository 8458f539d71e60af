//! The current time, from this computer's clock, the record and Seam's answers.

use domain::times::Times;
use jiff::Timestamp;
use store::{Read, unless_damaged};

/// This computer's time with Seam's, if Seam has answered in this run, else with the difference found by the last sync.
/// A damaged row about the workspace must not take every page away; this computer's clock is then used alone.
pub fn times(read: &Read<'_>, now: Timestamp, heard: Option<Timestamp>) -> Result<Times, store::Error> {
    if let Some(seam) = heard {
        return Ok(Times::heard(now, seam));
    }
    let workspace = unless_damaged(read.workspace())?.flatten();
    Ok(Times::corrected(now, workspace.and_then(|workspace| workspace.skew_ms)))
}
