//! The promise of the stored door: if the door now makes a different one, nothing is sent.

use domain::ids::SlotId;
use domain::promise::Promise;
use domain::tables::ZoneTables;
use ops::door::Door;
use ops::preview::{StayQuery, preview};

use crate::exit::Failure;

/// The promise that a preview of the stored door makes; `None` if the door was never read completely, or no slot fits.
pub fn promise(
    door: &Door,
    stay: &StayQuery,
    slot: Option<&SlotId>,
    tables: &ZoneTables,
) -> Result<Option<Promise>, Failure> {
    if door.row.read_at.is_none() {
        return Ok(None);
    }
    let preview = preview(door, stay, tables)?;
    let mut candidates = preview.matching.candidates.iter();
    let chosen = match slot {
        Some(slot) => candidates.find(|candidate| candidate.slot.facts.id == *slot),
        None => candidates.next(),
    };
    Ok(chosen.map(|chosen| preview.promise(chosen, tables)))
}
