//! What the record promised before: if the door gives something else by now, nothing is sent.

use domain::ids::SlotId;
use domain::promise::Promise;
use domain::tables::ZoneTables;
use ops::door::Door;
use ops::preview::{StayAsked, preview};

use crate::exit::Failure;

/// The promise that a preview of the stored door makes; `None` where the door was never read completely, or gives nothing.
pub fn promise(
    door: &Door,
    stay: &StayAsked,
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
